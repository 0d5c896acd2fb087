//! `dispute`: each side in its own terms, with who holds, claims and calls it what.

use verbatim_index::answer;

use super::said::ABOUT;
use super::{Action, Arguments, Command, EVERYWHERE, STORY};
use crate::context::Context;
use crate::reply::{Failure, Listed, Reply};

/// Lists the facts of the dispute.
pub const COMMAND: Command = Command {
    name: "dispute",
    about: "Each side of the dispute: parties, names, control, claims, stakes",
    example: None,
    options: &[ABOUT, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(dispute),
};

fn dispute(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let about = arguments.text(ABOUT.name);
    let found = answer::dispute(&story, about);
    Ok(Reply::Dispute(Listed { story, found, speaker: None, about: about.map(str::to_owned) }))
}
