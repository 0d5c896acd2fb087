//! `draft`, and `check --draft`: a whole draft, with every quotation, figure, name and date marked against the story.

use std::sync::Arc;

use verbatim_index::article::{self, Format};
use verbatim_index::draft;
use verbatim_index::story::Story;

use super::story::{PUBLISHED, day};
use super::{Action, Arguments, Command, CommandOption, Given, ONE_SHOT, OptionKind, STORY, extract};
use crate::context::Context;
use crate::reply::{DraftChecked, Failure, Form, Mistake, Reply};

/// The draft, where a command takes other things too.
pub(super) const DRAFT: CommandOption =
    CommandOption::file("draft", "A whole draft: every quotation, figure, name and date in it is marked");
/// How a draft's marks are written.
pub(super) const FORMAT: CommandOption =
    CommandOption::choice("format", "How the marks of a draft are written down", &["csv", "json", "markdown"]);
const FILE: CommandOption =
    CommandOption::positional("file", "The draft: a text or Markdown file, or - for standard input", OptionKind::File);
const HTML: CommandOption =
    CommandOption::switch("html", "As a page to be read in a browser: the draft, and the evidence beside it");
const OUT: CommandOption = CommandOption::output("out", "Write the page, or what --format names, into this file");

/// Marks a draft.
pub const COMMAND: Command = Command {
    name: "draft",
    about: "Mark every quotation, figure, name and date of a whole draft against the story",
    example: None,
    options: &[FILE, HTML, FORMAT, OUT, PUBLISHED, STORY],
    surfaces: ONE_SHOT,
    action: Action::Answer(|context, arguments| {
        let file = arguments.file(FILE.name).ok_or(Mistake::Missing { option: FILE.name })?;
        checked(context, arguments, file)
    }),
};

/// A draft checked against the story.
pub(super) fn checked(context: &Context, arguments: &Arguments, file: &Given) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    Ok(Reply::Draft(marked(&story, arguments, file)?))
}

/// A draft's marks.
pub(super) fn marked(story: &Arc<Story>, arguments: &Arguments, file: &Given) -> Result<DraftChecked, Failure> {
    let mut article = article::read(extract::read(file)?, Format::of_file_name(&file.name));
    if let Some(published) = arguments.text(PUBLISHED.name) {
        article.published = Some(day(published)?);
    }
    let draft = Arc::new(Story::new(extract::id(&file.name), article, Vec::new()));
    let checked = draft::check(&draft, story);
    Ok(DraftChecked { story: Arc::clone(story), draft, checked, form: form(arguments) })
}

fn form(arguments: &Arguments) -> Option<Form> {
    match arguments.text(FORMAT.name) {
        _ if arguments.switch(HTML.name) => Some(Form::Page),
        Some("csv") => Some(Form::Csv),
        Some("json") => Some(Form::Json),
        Some("markdown") => Some(Form::Markdown),
        Some(_) => None,
        // A file to be written without a form is the page.
        None => arguments.text(OUT.name).map(|_| Form::Page),
    }
}
