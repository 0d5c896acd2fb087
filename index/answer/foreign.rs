//! How a question in another script was read, among the clues of its answer.

use crate::question::Question;

use super::{Answer, Clue, READ_AS};

/// The answer with how the words typed were read.
pub(super) fn explained(mut answer: Answer, typed: &str, question: &Question) -> Answer {
    let read = question.foreign.iter().flat_map(|foreign| &foreign.read);
    answer.clues.extend(read.map(|(range, english)| {
        let written = typed.get(range.clone()).unwrap_or_default();
        Clue { what: READ_AS, seen: format!("{written} → {english}"), weight: 0.0 }
    }));
    answer
}
