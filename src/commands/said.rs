//! `said`: who said what, with the chain that the words came through.

use std::collections::HashSet;

use verbatim_index::answer;
use verbatim_index::library::Library;
use verbatim_index::search::{EntryKind, Query};
use verbatim_index::story::Story;

use super::{Action, Arguments, Command, CommandOption, Completion, EVERYWHERE, STORY};
use crate::context::Context;
use crate::reply::behind::statement_index;
use crate::reply::{Failure, Listed, Reply, SaidEverywhere};

const SPEAKER: CommandOption = CommandOption::text("speaker", "By whom: a name or a role", Completion::Speakers);

/// What the words are about; taken by every command that lists.
pub(super) const ABOUT: CommandOption = CommandOption::text("about", "About what", Completion::Topics);

const ALL: CommandOption = CommandOption::switch("all-stories", "In every story of the library, by date");

/// Lists statements.
pub const COMMAND: Command = Command {
    name: "said",
    about: "Who said what, and how the story knows",
    example: Some((ABOUT.name, "bridge")),
    options: &[SPEAKER, ABOUT, ALL, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(said),
};

fn said(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    if arguments.switch(ALL.name) {
        return everywhere(context, arguments);
    }
    let story = context.story(arguments)?;
    let (speaker, about) = (arguments.text(SPEAKER.name), arguments.text(ABOUT.name));
    // A button names a speaker by one of their statements.
    let speaker = speaker.map(|speaker| speaker_of(&story, speaker).unwrap_or_else(|| speaker.to_owned()));
    let found = answer::said(&story, speaker.as_deref(), about);
    let about = about.map(str::to_owned);
    Ok(Reply::Statements(Listed { story, found, speaker, about }))
}

/// A library of more stories than these is searched first, and only the stories found are read.
const READ_WHOLE: usize = 500;
/// How many statements are searched for in such a library.
const MOST_FOUND: usize = 1_000;

fn likely_stories(library: &Library, asked: &[Option<&str>]) -> Result<HashSet<String>, Failure> {
    let words = asked.iter().flatten().copied().collect::<Vec<_>>().join(" ");
    let query = Query { words: &words, story: None, kinds: &[EntryKind::Statement], limit: MOST_FOUND };
    Ok(library.search(&query)?.into_iter().map(|hit| hit.story).collect())
}

/// The statements of every story, the oldest first.
fn everywhere(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let (speaker, about) = (arguments.text(SPEAKER.name), arguments.text(ABOUT.name));
    let library = context.library()?;
    let mut entries = library.list()?.stories;
    if entries.len() > READ_WHOLE {
        let likely = likely_stories(library, &[speaker, about])?;
        entries.retain(|entry| likely.contains(&entry.id));
    }
    entries.sort_by_key(|entry| (entry.published.is_none(), entry.published, entry.id.clone()));
    let mut stories = Vec::new();
    for entry in entries {
        // A story that is removed meanwhile, or can't be read, keeps the others from nobody.
        let Ok(story) = library.story(&entry.id) else { continue };
        let story = context.with_corrections(story, arguments.asker().server);
        let found = answer::said(&story, speaker, about);
        if !found.is_empty() {
            stories.push(Listed { story, found, speaker: None, about: None });
        }
    }
    let (speaker, about) = (speaker.map(str::to_owned), about.map(str::to_owned));
    Ok(Reply::SaidEverywhere(SaidEverywhere { stories, speaker, about }))
}

/// The speaker of the statement with this id.
fn speaker_of(story: &Story, id: &str) -> Option<String> {
    let speaker = story.extracted().statements.get(statement_index(id)?)?.speaker?;
    Some(story.document().text(speaker.name.unwrap_or(speaker.written)).to_owned())
}
