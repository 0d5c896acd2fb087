//! `gaps`: questions that a story doesn't answer, as members of a server asked them. One that the story answers by now is
//! forgotten.

use verbatim_index::answer::Outcome;
use verbatim_index::question::Intent;
use verbatim_index::story::{Citation, Story};

use super::{Action, Arguments, Command, EVERYWHERE, SERVER, STORY};
use crate::context::Context;
use crate::desk::{Gap, Server};
use crate::reply::{Failure, GapGroup, GapsShown, Reply};

/// Lists the questions that a story doesn't answer.
pub const COMMAND: Command = Command {
    name: "gaps",
    about: "Questions that the story doesn't answer, and the passage nearest to each, which is no answer",
    example: None,
    options: &[STORY, SERVER],
    surfaces: EVERYWHERE,
    action: Action::Answer(gaps),
};

/// How many questions are looked at.
const MOST: u32 = 1_000;

fn gaps(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let story = context.story(arguments)?;
    let server = context.server(arguments)?;
    let mut groups: Vec<GapGroup> = Vec::new();
    for gap in server.gaps(story.id(), MOST)? {
        if is_answered_now(context, &server, &story, &gap)? {
            continue;
        }
        let nearest = nearest(context, &story, &gap);
        let is_alike = |group: &&mut GapGroup| {
            nearest.is_some() && group.nearest == nearest && group.gaps.iter().any(|other| other.kind == gap.kind)
        };
        match groups.iter_mut().find(is_alike) {
            Some(group) => group.gaps.push(gap),
            None => groups.push(GapGroup { nearest, gaps: vec![gap] }),
        }
    }
    groups.sort_by_key(|group| (std::cmp::Reverse(group.times()), std::cmp::Reverse(group.latest_at())));
    Ok(Reply::Gaps(GapsShown { story, groups }))
}

/// Whether the story answers a question that it didn't in an earlier version; it is forgotten then. One whose words aren't
/// kept can't be asked again.
fn is_answered_now(context: &Context, server: &Server<'_>, story: &Story, gap: &Gap) -> Result<bool, Failure> {
    let Some(question) = gap.question.as_deref().filter(|_| gap.version < story.version()) else { return Ok(false) };
    let is_answered = context.answer(story, question, 0).outcome == Outcome::Answered;
    if is_answered {
        server.forget_gap(story.id(), &gap.question_hash)?;
    }
    Ok(is_answered)
}

/// The passage nearest to a question, where it still stands in the story.
fn nearest(context: &Context, story: &Story, gap: &Gap) -> Option<Citation> {
    context.citation_now(story, gap.version, gap.nearest?)
}

/// What a question asks for, in a word.
pub fn kind(question: &str) -> &'static str {
    match verbatim_index::question::read(question).map(|question| question.intent) {
        Ok(Intent::WhoSaid) => "who said",
        Ok(Intent::WhatSaid | Intent::WasTold) => "what was said",
        Ok(Intent::Who) => "who",
        Ok(Intent::Share | Intent::HowMuch) => "how much",
        Ok(Intent::Age) => "age",
        Ok(Intent::Duration) => "how long",
        Ok(Intent::When) => "when",
        Ok(Intent::Where) => "where",
        Ok(Intent::Why) => "why",
        Ok(Intent::Control) => "who holds",
        Ok(Intent::Named) => "name",
        Ok(Intent::YesNo) => "whether",
        Ok(Intent::List) => "list",
        Ok(Intent::Happened | Intent::Summary) => "what happened",
        Ok(Intent::Other) | Err(_) => "other",
    }
}
