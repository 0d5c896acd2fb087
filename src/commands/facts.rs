//! `facts`: the related facts, each with its own source; never the article's words.

use std::collections::HashSet;

use verbatim_index::search::{EntryKind, Query};
use verbatim_index::story::Story;

use super::said::ABOUT;
use super::{Action, Arguments, Command, EVERYWHERE, STORY};
use crate::context::Context;
use crate::reply::{Failure, Listed, Reply};

/// Lists related facts.
pub const COMMAND: Command = Command {
    name: "facts",
    about: "Related facts from other sources, and which of them disagree",
    example: None,
    options: &[ABOUT, STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(facts),
};

fn facts(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let about = arguments.text(ABOUT.name);
    let facts = match about {
        Some(about) => found(context, &story, about)?,
        None => (0..story.facts().len()).collect(),
    };
    let found = beside_their_opposites(&story, facts);
    Ok(Reply::Facts(Listed { story, found, speaker: None, about: about.map(str::to_owned) }))
}

/// The facts that fit the words, best first.
fn found(context: &Context, story: &Story, about: &str) -> Result<Vec<usize>, Failure> {
    let kinds = [EntryKind::Fact];
    let query = Query { words: about, story: Some(story.id()), kinds: &kinds, limit: story.facts().len().max(1) };
    let hits = context.library()?.search(&query)?;
    // The index may be a moment behind the story.
    Ok(hits.into_iter().map(|hit| hit.ordinal).filter(|fact| *fact < story.facts().len()).collect())
}

/// Each fact once, those that tell it otherwise right after it.
fn beside_their_opposites(story: &Story, facts: Vec<usize>) -> Vec<usize> {
    let with_opposites = facts.into_iter().flat_map(|fact| std::iter::once(fact).chain(story.facts_against(fact)));
    let mut listed = HashSet::new();
    with_opposites.filter(|fact| listed.insert(*fact)).collect()
}
