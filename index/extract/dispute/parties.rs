//! Who is in a dispute: those between whom it is, those who hold, claim and name the thing. A mediator isn't.

use super::cues;
use super::sentence::Sentence;
use super::{Aspect, DisputeFact};
use crate::extract::names::{NameKind, Named};
use crate::span::Span;

/// Parties that a sentence names as such.
pub fn find(sentence: &Sentence) -> Vec<DisputeFact> {
    let mut facts = Vec::new();
    for at in sentence.words.clone().filter(|at| sentence.is_any(*at, cues::ROWS)) {
        for named in between(sentence, at).into_iter().chain(with(sentence, at)) {
            facts.push(party(sentence, named));
        }
    }
    facts.extend(action(sentence).into_iter().map(|named| party(sentence, named)));
    for at in sentence.words.clone().filter(|at| sentence.is_any(*at, &["sued", "suing", "sues", "accused", "accuses"]))
    {
        let subject = sentence.subject_before(at);
        let object = sentence.name_from(at + 1);
        let named = subject.into_iter().chain(object).filter(|_| subject.is_some());
        facts.extend(named.map(|named| party(sentence, named)));
    }
    facts
}

/// The fact that a name is a party's.
pub fn party(sentence: &Sentence, named: Named) -> DisputeFact {
    DisputeFact { aspect: Aspect::Party, span: sentence.span, party: Some(named.span), value: None, hedge: None }
}

/// "a row between China and Japan".
fn between(sentence: &Sentence, row: usize) -> Vec<Named> {
    let start = (row + 1..row + 5).find(|at| sentence.is(*at, "between"));
    let first = start.and_then(|start| sentence.name_from(start + 1));
    let Some(first) = first.filter(|named| named.kind != NameKind::Place) else { return Vec::new() };
    let end = sentence.end_of(first);
    let second = (end..end + 2).find(|at| sentence.is(*at, "and")).and_then(|and| sentence.name_from(and + 1));
    second.map_or(Vec::new(), |second| vec![first, second])
}

/// "Canada suspended imports from Kenya after a trade dispute".
fn action(sentence: &Sentence) -> Vec<Named> {
    let row = sentence.words.clone().find(|at| sentence.is_any(*at, cues::ROWS));
    let verb = sentence.words.clone().find(|at| sentence.is_any(*at, cues::ACTIONS));
    let (Some(row), Some(verb), Some(subject)) = (row, verb, sentence.subject()) else { return Vec::new() };
    let target = (verb..row).filter(|at| sentence.is_any(*at, &["to", "from", "with", "against"])).find_map(|at| {
        sentence
            .name_from(at + 1)
            .filter(|named| !named.is_modifier && named.kind != NameKind::Place && named.name != subject.name)
    });
    target.map_or(Vec::new(), |target| vec![subject, target])
}

/// "Egypt … in a row with Ethiopia": the subject too, unless it urges another ("has urged Egypt to end the row with …").
fn with(sentence: &Sentence, row: usize) -> Vec<Named> {
    let link = (row + 1..row + 3).find(|at| sentence.is_any(*at, &["with", "against"]));
    let Some(other) = link.and_then(|link| sentence.name_from(link + 1)) else { return Vec::new() };
    let subject =
        sentence.subject_before(row).filter(|named| named.name != other.name && named.kind != NameKind::Place);
    subject.into_iter().chain([other]).collect()
}

/// Keeps each party once, where it is first told, and adds those who hold, claim or name the thing.
pub fn complete(facts: &[DisputeFact], name_of: impl Fn(Span) -> Option<usize>) -> Vec<DisputeFact> {
    let mut known = Vec::new();
    let mut parties = Vec::new();
    for fact in facts {
        let tells_party = matches!(fact.aspect, Aspect::Party | Aspect::Name | Aspect::Control | Aspect::Claim);
        let Some(span) = fact.party.filter(|_| tells_party) else { continue };
        let Some(name) = name_of(span).filter(|name| !known.contains(name)) else { continue };
        known.push(name);
        parties.push(DisputeFact { aspect: Aspect::Party, value: None, hedge: None, ..*fact });
    }
    parties
}
