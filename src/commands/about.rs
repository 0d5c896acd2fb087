//! `about`: what the program is, what it promises, how often it errs, what it keeps, and which story it answers from.

use super::{Action, Arguments, Command, EVERYWHERE, STORY};
use crate::context::Context;
use crate::reply::{About, Failure, Reply, error_rates};

/// Says what the program is.
pub const COMMAND: Command = Command {
    name: "about",
    about: "What this is, what it promises, how often it is wrong, and what it keeps of you",
    example: None,
    options: &[STORY],
    surfaces: EVERYWHERE,
    action: Action::Answer(about),
};

fn about(context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    // What the program is can be said without a story, unless one that isn't there was asked for.
    let story = match context.story(arguments) {
        Ok(story) => Some(story),
        Err(_) if arguments.text(STORY.name).is_none() => None,
        Err(failure) => return Err(failure),
    };
    Ok(Reply::About(About { story, error_rates: error_rates::measured() }))
}
