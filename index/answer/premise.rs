//! Whether a sentence has another name where the question has one: "sales to the US" against "sales to Japan".

use crate::language::stems;
use crate::question::{Question, Word};
use crate::story::Story;

use super::binding::Bound;
use super::ranking::Matches;

/// How strongly a sentence must stand for a name to have it: by itself or in other words, not by its neighbours.
const HAS_NAME: f32 = 0.7;
const PREPOSITIONS: &[&str] = &["to", "from", "with", "against", "by", "of", "between", "for", "in", "at"];
const DETERMINERS: &[&str] = &["the", "a", "an", "its", "their", "his", "her"];

/// Whether the sentence of a line has another name after the preposition that the question's word of this number has
/// before it.
pub(crate) fn is_replaced(
    story: &Story,
    question: &Question,
    found: (&Bound, &Matches),
    (number, line): (usize, usize),
) -> bool {
    replacing(story, question, found, (number, line)).is_some()
}

/// The word of the line that stands in its place.
pub(crate) fn replacing(
    story: &Story,
    question: &Question,
    (bound, matches): (&Bound, &Matches),
    (number, line): (usize, usize),
) -> Option<usize> {
    let term = &bound.terms[number];
    if !term.is_sharp || matches.strength(number, line) >= HAS_NAME {
        return None;
    }
    let preposition = preposition_before(&question.words[..term.word])?;
    let is_asked = |other: u32| bound.terms.iter().any(|asked| asked.terms.iter().any(|(known, _)| *known == other));
    let words = &story.lookup().lines[line].terms;
    let text = |at: usize| stems::fold(story.document().text(words[at].span));
    let follows = |at: usize| {
        let before = (0..at).rev().map(text).find(|word| !DETERMINERS.contains(&word.as_str()));
        before.is_some_and(|before| before == preposition)
    };
    (1..words.len()).find(|at| {
        let word = &words[*at];
        word.capital && !word.number && !is_asked(word.term) && follows(*at)
    })
}

fn preposition_before(words: &[Word]) -> Option<&str> {
    let before = words.iter().rev().find(|word| !DETERMINERS.contains(&word.folded.as_str()))?;
    PREPOSITIONS.contains(&before.folded.as_str()).then_some(before.folded.as_str())
}
