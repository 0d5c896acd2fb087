//! A reply in one word, for the log: never the words asked or answered.

use verbatim_index::answer::{Outcome, Silence};

use crate::reply::{Failure, Reply};

/// What became of a command.
pub fn word(result: &Result<Reply, Failure>) -> &'static str {
    match result {
        Ok(Reply::Answer(answered)) => answer(answered.answer.outcome),
        Ok(_) => "shown",
        Err(Failure::Asker(_)) => "mistake",
        Err(Failure::Ours(_)) => "failed",
    }
}

fn answer(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Answered => "answered",
        Outcome::Silent(Silence::NotInStory) => "not_in_story",
        Outcome::Silent(Silence::RelatedOnly) => "related_only",
        Outcome::Silent(Silence::OfSomethingElse) => "of_something_else",
        Outcome::Silent(Silence::Ambiguous) => "ambiguous",
        Outcome::Rejected(_) => "rejected",
    }
}
