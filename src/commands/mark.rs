//! `mark`: every quotation, figure and sentence of a text, such as a message, with what the story has of it.

use super::{Action, Arguments, Command, CommandOption, OptionKind, READ_OFF, STORY, message};
use crate::context::Context;
use crate::reply::{Failure, Marked, Mistake, Purpose, Reply};

/// The text; taken by every command that reads one.
pub(super) const TEXT: CommandOption =
    CommandOption::positional("text", "The text, with its quotations in marks", OptionKind::Item);

/// Marks a text.
pub const COMMAND: Command = Command {
    name: "mark",
    about: "Mark every quotation, figure and claim of a text, such as a message, against the story",
    example: None,
    options: &[TEXT, STORY],
    surfaces: READ_OFF,
    action: Action::Answer(|context, arguments| marked(context, arguments, Purpose::Check)),
};

/// A text marked piece by piece.
pub(super) fn marked(context: &Context, arguments: &Arguments, purpose: Purpose) -> Result<Reply, Failure> {
    let text = arguments.text(TEXT.name).ok_or(Mistake::Missing { option: TEXT.name })?;
    let story = context.story(arguments)?;
    let (pieces, left) = message::mark(&story, text, purpose);
    Ok(Reply::Marked(Marked { story, text: text.to_owned(), purpose, pieces, left }))
}
