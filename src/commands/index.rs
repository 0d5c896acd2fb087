//! `index`: builds anew what is searched, from the stories as they were given.

use std::time::Instant;

use super::{AT_THE_MACHINE, Action, Arguments, Command, STORY};
use crate::context::{Context, with_nearest_id};
use crate::reply::{Failure, Indexed, Reply};

/// Builds the index.
pub const COMMAND: Command = Command {
    name: "index",
    about: "Build the index anew from the stories as they were given",
    example: None,
    options: &[STORY],
    surfaces: AT_THE_MACHINE,
    action: Action::Answer(index),
};

fn index(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let begun = Instant::now();
    let library = context.library()?;
    // One story is indexed with the others: an index is replaced whole, so that no search sees half of one.
    let story = match arguments.text(STORY.name) {
        Some(id) => Some(library.story(id).map_err(|error| with_nearest_id(library, error))?),
        None => None,
    };
    let rebuilt = library.rebuild(|progress| context.report_progress(progress.done, progress.total))?;
    let broken = rebuilt.broken.iter().map(ToString::to_string).collect();
    let took = begun.elapsed();
    Ok(Reply::Indexed(Indexed { stories: rebuilt.stories, entries: rebuilt.entries, broken, story, took }))
}
