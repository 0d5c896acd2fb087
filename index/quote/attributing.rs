//! A quotation pasted with its speaker ("X said '…'"): the words within the marks, and whether they are X's.

use std::ops::Range;

use crate::answer::{is_spoken_by, person_words};
use crate::story::Story;

use super::{QuoteCheck, QuoteVerdict};

/// The words within quotation marks, and all around them, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attributed {
    /// The words within the marks.
    pub(super) words: Range<usize>,
    /// Before and after the marks.
    pub(super) around: [Range<usize>; 2],
}

const OPENING: &[char] = &['"', '\u{201C}', '\u{201E}', '«'];
const CLOSING: &[char] = &['"', '\u{201D}', '\u{201C}', '»'];

/// The quoted part of a pasted text that has words outside its quotation marks too.
pub(super) fn quoted_part(quotation: &str) -> Option<Attributed> {
    let open = quotation.find(OPENING)?;
    let start = open + quotation[open..].chars().next()?.len_utf8();
    let (end, after) = match quotation[start..].rfind(CLOSING) {
        Some(close) => {
            let end = start + close;
            (end, end + quotation[end..].chars().next()?.len_utf8())
        }
        None => (quotation.len(), quotation.len()),
    };
    let around = [0..open, after..quotation.len()];
    let has_words = |range: &Range<usize>| quotation[range.clone()].contains(char::is_alphanumeric);
    (has_words(&(start..end)) && around.iter().any(has_words)).then_some(Attributed { words: start..end, around })
}

/// What was found for the quoted part, and another speaker's where the story reports these words as another's.
pub(super) fn with_speaker(story: &Story, quotation: &str, attributed: &Attributed, found: QuoteCheck) -> QuoteCheck {
    let is_there = matches!(found.verdict, QuoteVerdict::Verbatim | QuoteVerdict::Altered);
    let named = attributed.around.iter().flat_map(|range| person_words(&quotation[range.clone()]));
    let named: Vec<_> = named.collect();
    let Some(place) = found.because.first().filter(|_| is_there && !named.is_empty()) else { return found };
    let mut said = story.extracted().statements.iter().enumerate();
    let is_other = |index: usize| !is_spoken_by(story, index, &named);
    let holding: Vec<usize> = said
        .by_ref()
        .filter(|(_, statement)| statement.spans.iter().any(|span| span.overlaps(place.span)))
        .filter(|(_, statement)| statement.speaker.is_some())
        .map(|(index, _)| index)
        .collect();
    let is_anothers = !holding.is_empty() && holding.iter().all(|index| is_other(*index));
    if is_anothers { QuoteCheck { verdict: QuoteVerdict::OtherSpeaker, ..found } } else { found }
}
