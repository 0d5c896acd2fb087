//! What governs a clause of a sentence from inside or before it: negations, denials, and words that leave it open.

use std::ops::Range;

use crate::extract::statements::Statement;
use crate::question::Word;
use crate::span::Span;
use crate::story::Story;

use super::polarity;
use super::sides::StorySide;

/// Conjunctions at which what governs a clause ends, folded.
const CLAUSE_OPENERS: &[&str] = &["but", "while", "whereas", "although", "though", "and"];

/// The words of a clause that stand before a range of its words: back to a mark or conjunction that parts it.
pub(super) fn before(sentence: &StorySide, window: &Range<usize>) -> Range<usize> {
    let mut from = window.start;
    while from > 0 && !sentence.parted[from] && !CLAUSE_OPENERS.contains(&sentence.words[from - 1].folded.as_str()) {
        from -= 1;
    }
    from..window.start
}

/// The words of a range that negate.
pub(super) fn negations(words: &[Word], range: Range<usize>) -> Vec<usize> {
    range.filter(|at| polarity::is_negation(&words[*at].folded)).collect()
}

/// Whether the story only reports a stretch as something denied.
pub(super) fn is_denied(story: &Story, stretch: Span) -> bool {
    let is_here = |statement: &Statement| statement.spans.iter().any(|span| span.overlaps(stretch));
    story.extracted().statements.iter().any(|statement| statement.denied && is_here(statement))
}
