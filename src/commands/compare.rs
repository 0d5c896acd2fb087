//! `compare`: two stories of one event, and what they tell differently.

use verbatim_index::compare;

use super::{AT_THE_MACHINE, Action, Arguments, Command, CommandOption, Completion, OptionKind};
use crate::context::{Context, with_nearest_id};
use crate::reply::{Failure, Mistake, Reply, StoriesCompared};

const FIRST: CommandOption = CommandOption {
    completes: Completion::Stories,
    ..CommandOption::positional("first", "The id of a story", OptionKind::Text)
};
const SECOND: CommandOption = CommandOption {
    completes: Completion::Stories,
    ..CommandOption::positional("second", "The id of another story of the same event", OptionKind::Text)
};

/// Compares two stories.
pub const COMMAND: Command = Command {
    name: "compare",
    about: "What two stories of one event tell differently: figures, dates, names, quotations, verbs of saying",
    example: None,
    options: &[FIRST, SECOND],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(compared),
};

fn compared(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let library = context.library()?;
    let story = |option: &CommandOption| {
        let id = arguments.text(option.name).ok_or(Mistake::Missing { option: option.name })?;
        let story = library.story(id).map_err(|error| with_nearest_id(library, error));
        story.map(|story| context.with_corrections(story, arguments.asker().server))
    };
    let (first, second) = (story(&FIRST)?, story(&SECOND)?);
    let compared = compare::compare(&first, &second);
    Ok(Reply::Compared(StoriesCompared { first, second, compared }))
}
