//! What set a dispute off, what the parties did, and what was tried to settle it: the sentences that tell it.

use super::cues;
use super::sentence::Sentence;
use super::{Aspect, DisputeFact};
use crate::extract::names::NameKind;

/// The sentence as an event of the dispute, if it tells one.
pub fn find(sentence: &Sentence) -> Option<DisputeFact> {
    let any = |words: &[&str]| sentence.words.clone().find(|at| sentence.is_any(*at, words));
    let row = any(cues::ROWS).filter(|_| any(cues::CAUSES).is_some() || any(cues::ROW_LINKS).is_some());
    let talks = any(cues::TALKS).filter(|_| any(cues::TALK_VERBS).is_some());
    let action = any(cues::ACTIONS).filter(|at| sentence.subject_before(*at).is_some());
    let names_actor = sentence.named.iter().any(|named| named.kind != NameKind::Place);
    let cue = row.or(action.filter(|_| names_actor)).or(talks.filter(|_| names_actor))?;
    let party = sentence.subject().map(|named| named.span);
    let value = described(sentence, row.or(talks).unwrap_or(cue));
    Some(DisputeFact { aspect: Aspect::Event, span: sentence.span, party, value, hedge: None })
}

/// The noun with what describes it before it ("informal talks").
fn described(sentence: &Sentence, head: usize) -> Option<crate::span::Span> {
    if sentence.is_any(head, cues::ACTIONS) {
        return None;
    }
    let before = (sentence.words.start..head).rev().take(3);
    let describing = before.take_while(|at| {
        let word = sentence.reading.words[*at];
        word.is_word && !word.capital && DESCRIBING.iter().any(|ending| word.text.ends_with(ending))
    });
    sentence.span_of(head - describing.count()..head + 1)
}

/// Endings of adjectives that stand before such nouns.
const DESCRIBING: &[&str] = &["al", "ic", "ary", "ous", "ive", "ent", "trade", "border", "pay", "ing", "long", "new"];
