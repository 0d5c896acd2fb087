//! `facts`: the related facts, each with its own source; never the article's words.

use super::{AT_THE_MACHINE, Action, Arguments, Command, STORY};
use crate::context::Context;
use crate::reply::{Failure, Listed, Reply};

/// Lists related facts.
pub const COMMAND: Command = Command {
    name: "facts",
    about: "Related facts from other sources, and which of them disagree",
    options: &[STORY],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(facts),
};

fn facts(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let found = (0..story.facts().len()).collect();
    Ok(Reply::Facts(Listed { story, found, speaker: None, about: None }))
}
