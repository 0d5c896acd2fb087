//! Where a sentence tells two things: clauses that each have a verb of their own, and what stands within quotation marks.

use std::ops::Range;

use super::verbs;
use crate::document::TokenKind;
use crate::language::phrase::Phrase;

/// The clauses of a sentence, marks at their ends left out where the sentence goes on.
pub(super) fn of(phrase: &Phrase) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let (mut start, mut has_verb) = (0, false);
    for at in 0..phrase.len() {
        has_verb |= verbs::past(phrase, at).is_some();
        let Some(next) = next_clause(phrase, at).filter(|_| has_verb) else { continue };
        clauses.push(start..at);
        (start, has_verb) = (next, false);
    }
    clauses.push(start..phrase.len());
    clauses.retain(|clause| clause.start < clause.end);
    clauses
}

/// Where the clause after a boundary at `at` begins.
fn next_clause(phrase: &Phrase, at: usize) -> Option<usize> {
    match phrase.text(at) {
        ";" | "—" => Some(at + 1),
        "–" if !phrase.is_joined(at) => Some(at + 1),
        "," if phrase.is_any(at + 1, &["but", "while", "and"]) => Some(at + 2),
        _ => None,
    }
}

/// For each token, whether it stands within quotation marks.
pub(super) fn quoted(phrase: &Phrase) -> Vec<bool> {
    let (mut open, mut straight) = (false, false);
    let mut is_quoted = |at: usize| {
        match phrase.text(at) {
            "“" => open = true,
            "”" => open = false,
            "\"" => straight = !straight,
            _ => {}
        }
        open || straight
    };
    (0..phrase.len()).map(&mut is_quoted).collect()
}

/// The short phrase that names a thing from `at` on: an article, what describes it, and its noun.
pub(super) fn thing_at(phrase: &Phrase, at: usize, end: usize) -> Option<Range<usize>> {
    const LONGEST: usize = 5;
    const ENDS: &[&str] = &[
        "of", "in", "on", "between", "with", "over", "at", "by", "for", "from", "to", "and", "or", "that", "which",
        "who", "was", "were", "had", "is", "are", "when", "where", "as", "against",
    ];
    let opens =
        phrase.is_any(at, &["a", "an", "the", "this", "that", "its", "their", "his", "her", "days", "months", "weeks"]);
    let goes_on = |position: &usize| phrase.kind(*position) == Some(TokenKind::Word) && !phrase.is_any(*position, ENDS);
    let last = (at + 1..end).take_while(goes_on).last()?;
    let verb_within = (at + 1..=last)
        .any(|position| phrase.text(position).ends_with("ing") || verbs::past(phrase, position).is_some());
    (opens && last - at <= LONGEST && !verb_within).then_some(at..last + 1)
}
