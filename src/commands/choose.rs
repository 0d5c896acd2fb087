//! `use`: chooses the story that a conversation is about from here on. The surface that converses keeps the choice.

use super::{Action, Arguments, Command, CommandOption, Completion, OptionKind, Surface};
use crate::context::{Context, with_nearest_id};
use crate::reply::{Failure, Mistake, Reply};

const ID: CommandOption = CommandOption {
    completes: Completion::Stories,
    ..CommandOption::positional("id", "The story's id", OptionKind::Text)
};

/// Chooses a story.
pub const COMMAND: Command = Command {
    name: "use",
    about: "Ask another story from here on",
    example: None,
    options: &[ID],
    surfaces: &[Surface::Chat],
    action: Action::Answer(choose),
};

fn choose(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let id = arguments.text(ID.name).ok_or(Mistake::Missing { option: ID.name })?;
    let library = context.library()?;
    Ok(Reply::Chosen(library.story(id).map_err(|error| with_nearest_id(library, error))?))
}
