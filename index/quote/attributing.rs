//! A quotation pasted with its speaker ("X said '…'"): the words within the marks, and whether they are X's.

use std::ops::Range;

use crate::answer::{is_spoken_by, person_words};
use crate::extract::statements::{Speaker, SpeakerKind};
use crate::question::Word;
use crate::span::Span;
use crate::story::Story;

use super::{Alteration, QuoteCheck, QuoteVerdict};

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

/// What was found for the quoted part, and another speaker's where the story reports these words as another's; the
/// speaker's name is then set against the one asked for. Only a name is proof: a pronoun may be anybody's.
pub(super) fn with_speaker(story: &Story, quotation: &str, attributed: &Attributed, found: QuoteCheck) -> QuoteCheck {
    let is_there = matches!(found.verdict, QuoteVerdict::Verbatim | QuoteVerdict::Altered);
    let mut around = attributed.around.iter().map(|range| (range, person_words(&quotation[range.clone()])));
    let Some((range, named)) = around.find(|(_, named)| !named.is_empty()) else { return found };
    let Some(place) = found.because.first().filter(|_| is_there) else { return found };
    let Some(real) = other_speaker(story, place.span, &named) else { return found };
    let first = named.first().map_or(0, |word| word.typed.start);
    let last = named.last().map_or(0, |word| word.typed.end);
    let speakers = Alteration { quote: range.start + first..range.start + last, story: Some(story.cite(real)) };
    let alterations = found.alterations.into_iter().chain([speakers]).collect();
    QuoteCheck { verdict: QuoteVerdict::OtherSpeaker, alterations, ..found }
}

/// The speaker of the words at `place` where the story reports them as somebody's and none of `named` names them or a
/// reporter that they came through.
pub(crate) fn other_speaker(story: &Story, place: Span, named: &[Word]) -> Option<Span> {
    let said = story.extracted().statements.iter().enumerate();
    let here = said.filter(|(_, statement)| statement.spans.iter().any(|span| span.overlaps(place)));
    let holding: Vec<(usize, Speaker)> = here.filter_map(|(index, one)| Some((index, one.speaker?))).collect();
    let is_anothers = |(index, speaker): &(usize, Speaker)| is_named(speaker) && !is_spoken_by(story, *index, named);
    let real = holding.iter().find_map(|(_, speaker)| speaker.name);
    real.filter(|_| holding.iter().all(is_anothers))
}

fn is_named(speaker: &Speaker) -> bool {
    speaker.name.is_some() && matches!(speaker.kind, SpeakerKind::Person | SpeakerKind::Body)
}
