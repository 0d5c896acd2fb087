//! `extract`: statements, figures and names of any text, with no index and no library.

use std::path::Path;
use std::sync::Arc;

use verbatim_index::article::{self, Format};
use verbatim_index::span::Source;
use verbatim_index::story::Story;

use super::{Action, Arguments, Command, CommandOption, Given, ONE_SHOT, OptionKind};
use crate::context::Context;
use crate::reply::{Failure, Mistake, Reply};

const FILE: CommandOption =
    CommandOption::positional("file", "A text or Markdown file, or - for standard input", OptionKind::File);

/// Finds statements, figures and names in any text.
pub const COMMAND: Command = Command {
    name: "extract",
    about: "Find statements, figures and names in any text, without keeping it",
    example: None,
    options: &[FILE],
    surfaces: ONE_SHOT,
    action: Action::Answer(extract),
};

fn extract(_context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let given = arguments.file(FILE.name).ok_or(Mistake::Missing { option: FILE.name })?;
    let article = article::read(read(given)?, Format::of_file_name(&given.name));
    Ok(Reply::Extracted(Arc::new(Story::new(id(&given.name), article, Vec::new()))))
}

/// The text of a file that was given.
pub(super) fn read(given: &Given) -> Result<Source, Mistake> {
    let text = std::str::from_utf8(&given.bytes).map_err(|_| Mistake::NotText { file: given.name.clone() })?;
    Source::new(text).map_err(|_| Mistake::TooLong { file: given.name.clone() })
}

/// The name of a text that is in no library.
pub(super) fn id(name: &str) -> String {
    let stem = Path::new(name).file_stem().and_then(|stem| stem.to_str());
    stem.unwrap_or(name).to_owned()
}
