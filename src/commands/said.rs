//! `said`: who said what, with the chain that the words came through.

use verbatim_index::answer;

use super::{Action, Arguments, Command, CommandOption, Completion, EVERYWHERE, STORY};
use crate::context::Context;
use crate::reply::{Failure, Listed, Reply};

const SPEAKER: CommandOption = CommandOption::text("speaker", "By whom: a name or a role", Completion::Speakers);

/// What the words are about; taken by every command that lists.
pub(super) const ABOUT: CommandOption = CommandOption::text("about", "About what", Completion::Topics);

/// Lists statements.
pub const COMMAND: Command = Command {
    name: "said",
    about: "Who said what, and how the story knows",
    example: Some((ABOUT.name, "bridge")),
    options: &[SPEAKER, ABOUT, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(said),
};

fn said(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let (speaker, about) = (arguments.text(SPEAKER.name), arguments.text(ABOUT.name));
    let found = answer::said(&story, speaker, about);
    let (speaker, about) = (speaker.map(str::to_owned), about.map(str::to_owned));
    Ok(Reply::Statements(Listed { story, found, speaker, about }))
}
