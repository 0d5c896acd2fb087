//! `timeline`: what happened, in the order in which it happened.

use verbatim_index::answer;

use super::{Action, Arguments, Command, EVERYWHERE, STORY};
use crate::context::Context;
use crate::reply::{Failure, Listed, Reply};

/// Lists events.
pub const COMMAND: Command = Command {
    name: "timeline",
    about: "What happened, in order",
    example: None,
    options: &[STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(timeline),
};

fn timeline(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let found = answer::timeline(&story);
    Ok(Reply::Timeline(Listed { story, found, speaker: None, about: None }))
}
