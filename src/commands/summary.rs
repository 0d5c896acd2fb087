//! `summary`: sentences of the story that stand for it, in its own order.

use verbatim_index::summary;

use super::{Action, Arguments, Command, CommandOption, EVERYWHERE, STORY};
use crate::context::Context;
use crate::reply::{Failure, Reply, Summarised};

const SENTENCES: CommandOption = CommandOption::number("sentences", "How many sentences; 5 without it", 1, 50);

/// A summary that a moderator can pin.
const USUAL_SENTENCES: u32 = 5;

/// Summarises the story.
pub const COMMAND: Command = Command {
    name: "summary",
    about: "The story in a few of its own sentences",
    example: Some((SENTENCES.name, "3")),
    options: &[SENTENCES, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(summarise),
};

fn summarise(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let wanted = arguments.number(SENTENCES.name).unwrap_or(USUAL_SENTENCES);
    let sentences = summary::summarise(&story, wanted as usize);
    Ok(Reply::Summary(Summarised { story, sentences }))
}
