//! A reply in one word, for the log: never the words asked or answered.

use crate::reply::{Failure, Reply};

/// What became of a command.
pub fn word(result: &Result<Reply, Failure>) -> &'static str {
    match result {
        Ok(reply) => reply.outcome(),
        Err(Failure::Asker(_)) => "mistake",
        Err(Failure::Ours(_)) => "failed",
    }
}
