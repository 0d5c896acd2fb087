//! `said`: who said what, with the chain that the words came through.

use verbatim_index::answer;
use verbatim_index::story::Story;

use super::{Action, Arguments, Command, CommandOption, Completion, EVERYWHERE, STORY};
use crate::context::Context;
use crate::reply::behind::statement_index;
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
    // A button names a speaker by one of their statements.
    let speaker = speaker.map(|speaker| speaker_of(&story, speaker).unwrap_or_else(|| speaker.to_owned()));
    let found = answer::said(&story, speaker.as_deref(), about);
    let about = about.map(str::to_owned);
    Ok(Reply::Statements(Listed { story, found, speaker, about }))
}

/// The speaker of the statement with this id.
fn speaker_of(story: &Story, id: &str) -> Option<String> {
    let speaker = story.extracted().statements.get(statement_index(id)?)?.speaker?;
    Some(story.document().text(speaker.name.unwrap_or(speaker.written)).to_owned())
}
