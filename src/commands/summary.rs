//! `summary`: sentences of the story that stand for it, in its own order. In Discord also posted, now or every day, by
//! those whom a server lets.

use std::sync::Arc;

use verbatim_index::story::Story;
use verbatim_index::summary;

use super::{Action, Arguments, Command, CommandOption, EVERYWHERE, STORY, Surface};
use crate::context::Context;
use crate::render::discord::summaries;
use crate::reply::{Failure, Reply, Summarised};

mod post;
mod schedule;

pub use post::{DISCARD, PREVIEW, PUBLISH};
pub use schedule::UNSCHEDULE;

/// How many sentences.
pub const SENTENCES: CommandOption = CommandOption::number("sentences", "How many sentences; 5 without it", 1, 50);

/// Whether what is posted is pinned.
pub const PIN: CommandOption = CommandOption::switch("pin", "Whether it is pinned when it is posted");

/// A summary that a moderator can pin.
const USUAL_SENTENCES: u32 = 5;

/// Summarises the story.
pub const COMMAND: Command = Command {
    name: "summary",
    about: "The story in a few of its own sentences",
    example: Some((SENTENCES.name, "3")),
    options: &[SENTENCES, STORY],
    surfaces: EVERYWHERE,
    action: Action::Group {
        commands: &[SHOW, post::COMMAND, schedule::SCHEDULE, schedule::SCHEDULES],
        alone: summarise,
    },
};

/// In Discord a group can't be asked by itself.
const SHOW: Command = Command {
    name: "show",
    about: "The story in a few of its own sentences",
    example: None,
    options: &[SENTENCES, STORY],
    surfaces: &[Surface::Discord],
    action: Action::Answer(summarise),
};

fn summarise(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    Ok(Reply::Summary(summarised(context.story(arguments)?, wanted(arguments))))
}

fn wanted(arguments: &Arguments) -> u32 {
    arguments.number(SENTENCES.name).unwrap_or(USUAL_SENTENCES)
}

fn summarised(story: Arc<Story>, wanted: u32) -> Summarised {
    let sentences = summary::summarise(&story, wanted as usize);
    Summarised { story, sentences }
}

/// A summary of at most so many sentences, each of which fits into one message whole.
pub fn for_a_message(story: &Arc<Story>, wanted: u32) -> Summarised {
    let of = |sentences: u32| summarised(Arc::clone(story), sentences);
    (1..=wanted.max(1)).rev().map(of).find(summaries::fits).unwrap_or_else(|| of(1))
}
