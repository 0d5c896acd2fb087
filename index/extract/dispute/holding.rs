//! Who holds the thing, who claims it, and what each calls it.

use super::cues;
use super::sentence::Sentence;
use super::{Aspect, DisputeFact};
use crate::extract::names::{NameKind, Named};
use crate::span::Span;

/// Finds control, claims and names in a sentence.
pub fn find(sentence: &Sentence) -> Vec<DisputeFact> {
    let mut facts = Vec::new();
    for at in sentence.words.clone() {
        facts.extend(passive(sentence, at));
        facts.extend(active(sentence, at));
        facts.extend(of_disputed_right(sentence, at));
        facts.extend(belongs(sentence, at));
        facts.extend(called(sentence, at));
        facts.extend(known_as(sentence, at));
    }
    facts
}

/// "are controlled by Japan", "claimed by China and Taiwan".
fn passive(sentence: &Sentence, at: usize) -> Vec<DisputeFact> {
    let claimed = sentence.is(at, "claimed");
    let aspect = if claimed { Aspect::Claim } else { Aspect::Control };
    let is_passive = (claimed || sentence.is_any(at, cues::CONTROLLED)) && sentence.is(at + 1, "by");
    if !is_passive {
        return Vec::new();
    }
    let thing = sentence.thing_before(at);
    if thing.is_none() && !begins_with_pronoun(sentence) && !begins_with_place(sentence) {
        return Vec::new();
    }
    let mut facts = Vec::new();
    let mut next = at + 2;
    while let Some(named) = sentence.name_from(next) {
        let end = sentence.end_of(named);
        let value = thing.and_then(|thing| sentence.span_of(thing..thing + 1));
        facts.push(DisputeFact { aspect, span: sentence.clause(at, end), party: Some(named.span), value, hedge: None });
        let joins = sentence.is(end, "and") || sentence.is(end, ",");
        if !joins {
            break;
        }
        next = end + 1 + usize::from(sentence.is(end + 1, "and"));
    }
    if facts.is_empty() {
        facts.extend(held_by_unnamed(sentence, at, aspect));
    }
    facts
}

/// "is controlled by rebels".
fn held_by_unnamed(sentence: &Sentence, at: usize, aspect: Aspect) -> Option<DisputeFact> {
    let phrase = sentence.noun_phrase(at + 2)?;
    let party = sentence.span_of(phrase.clone());
    Some(DisputeFact { aspect, span: sentence.clause(at, phrase.end), party, value: None, hedge: None })
}

/// "China claims the islands", "lays claim to the region", "controls the valley".
fn active(sentence: &Sentence, at: usize) -> Vec<DisputeFact> {
    let lays = sentence.any_phrase_at(at, LAYS_CLAIM);
    let claims = sentence.is_any(at, cues::CLAIMS) && !sentence.is(at + 1, "by") && !sentence.is(at + 1, "that");
    let controls = sentence.is_any(at, cues::CONTROLS) && !sentence.is(at + 1, "by") && !sentence.is(at + 1, "of");
    let Some(object_at) = lays.or((claims || controls).then_some(at + 1)) else { return Vec::new() };
    let subject = sentence.subject_before(at).filter(|named| can_hold(*named) && is_subject(sentence, *named, at));
    let (Some(subject), Some(object)) = (subject, sentence.noun_phrase(object_at)) else { return Vec::new() };
    let name =
        sentence.name_from(object_at).filter(|named| named.kind != NameKind::Person && named.name != subject.name);
    let is_thing = sentence.thing_in(object.clone()).is_some() || (claims && name.is_some()) || lays.is_some();
    if !is_thing {
        return Vec::new();
    }
    let aspect = if controls && lays.is_none() { Aspect::Control } else { Aspect::Claim };
    let span = sentence.clause(at, object.end).cover(subject.span);
    let value = sentence.span_of(object);
    let parties = [joined_before(sentence, subject), Some(subject)].into_iter().flatten();
    parties
        .map(|party| DisputeFact { aspect, span: span.cover(party.span), party: Some(party.span), value, hedge: None })
        .collect()
}

/// The other one of two subjects: "Kenya" in "Kenya and Uganda".
fn joined_before(sentence: &Sentence, named: Named) -> Option<Named> {
    let other = sentence.named.iter().copied().rfind(|other| other.span.end() <= named.span.start())?;
    let end = sentence.end_of(other);
    let is_joined = sentence.is(end, "and") && sentence.name_from(end + 1) == Some(named);
    (is_joined && can_hold(other) && !other.is_modifier).then_some(other)
}

/// Whether nothing but small words and other names lies between a name and its verb.
fn is_subject(sentence: &Sentence, named: Named, at: usize) -> bool {
    let between = sentence.end_of(named)..at;
    between.len() < 5 && between.into_iter().all(|index| sentence.is_any(index, BETWEEN))
}

/// "whose ownership is disputed", "disputed islands".
fn of_disputed_right(sentence: &Sentence, at: usize) -> Option<DisputeFact> {
    let fact =
        |span: Span, value: Option<Span>| DisputeFact { aspect: Aspect::Claim, span, party: None, value, hedge: None };
    if sentence.is(at, "whose") && sentence.is_any(at + 1, cues::RIGHTS) {
        let end = (at + 2..at + 5).find(|index| sentence.is_any(*index, &["disputed", "contested", "claimed"]))?;
        let thing = sentence.thing_before(at);
        let value = thing.and_then(|thing| sentence.span_of(thing..thing + 1));
        return sentence.span_of(thing.unwrap_or(at)..end + 1).map(|span| fact(span, value));
    }
    let phrase = sentence.is_any(at, &["disputed", "contested"]).then(|| sentence.noun_phrase(at + 1)).flatten()?;
    let is_head = |thing: &usize| *thing + 1 == phrase.end || sentence.is(*thing + 1, "of");
    let thing = sentence.thing_in(phrase.clone()).filter(is_head)?;
    sentence.span_of(at..phrase.end).map(|span| fact(span, sentence.span_of(at + 1..thing + 1)))
}

/// "Mr Brunn says the land belongs to him".
fn belongs(sentence: &Sentence, at: usize) -> Option<DisputeFact> {
    let end = sentence
        .any_phrase_at(at, &["belongs to", "belong to"])
        .filter(|end| sentence.is_any(*end, &["him", "her", "it", "them"]))?;
    let thing = sentence.thing_before(at)?;
    let speaker = sentence.subject_before(thing)?;
    let value = sentence.span_of(thing..thing + 1);
    Some(DisputeFact {
        aspect: Aspect::Claim,
        span: sentence.clause(thing, end + 1).cover(speaker.span),
        party: Some(speaker.span),
        value,
        hedge: None,
    })
}

/// "known in Japan as Senkaku and in China as Diaoyu".
fn known_as(sentence: &Sentence, at: usize) -> Option<DisputeFact> {
    let party = sentence
        .is(at, "as")
        .then(|| sentence.named.iter().copied().find(|named| sentence.end_of(*named) == at))
        .flatten()?;
    let begin = sentence
        .words
        .clone()
        .find(|index| *index < at && sentence.is_any(*index, &["known", "referred", "called"]))?;
    let preposition = (begin..at).rev().find(|index| sentence.is_any(*index, &["in", "by", "to"]))?;
    let is_near = at - preposition <= 4;
    let value = sentence.name_from(at + 1).filter(|named| named.name != party.name && is_near)?;
    let start = if preposition > begin + 2 { preposition } else { begin };
    let span = sentence.span_of(start..sentence.end_of(value))?;
    Some(name_fact(span, party, value))
}

/// "Argentina calls the Malvinas", "which it calls X", "called X by Y and Z by W".
fn called(sentence: &Sentence, at: usize) -> Option<DisputeFact> {
    if sentence.is_any(at, &["calls", "call"]) {
        let value = sentence.name_from(at + 1)?;
        let named = sentence.subject_before(at)?;
        let pronoun = at.checked_sub(1).is_some_and(|before| sentence.is_any(before, &["it", "they", "he", "she"]));
        let first = sentence.named.iter().copied().find(|named| can_hold(*named) && !named.is_modifier)?;
        let party = if pronoun { first } else { named };
        let is_beside = pronoun || sentence.end_of(party) == at;
        let which =
            (sentence.words.start..at).rev().take(6).find(|index| sentence.is_any(*index, &["which", "what", "that"]));
        let span = sentence.span_of(which.unwrap_or(at.saturating_sub(1))..sentence.end_of(value))?;
        let ends_clause = sentence.is_clause_end(sentence.end_of(value));
        return (is_beside
            && ends_clause
            && value.kind != NameKind::Person
            && can_hold(party)
            && value.name != party.name)
            .then(|| name_fact(span.cover(value.span), party, value));
    }
    let party = sentence.is(at, "by").then(|| sentence.name_from(at + 1)).flatten().filter(|named| can_hold(*named))?;
    let value = sentence.named.iter().copied().find(|named| sentence.end_of(*named) == at)?;
    let begin =
        sentence.words.clone().find(|index| *index < at && sentence.is_any(*index, &["called", "named", "dubbed"]))?;
    let value_at = sentence.end_of(value) - sentence.words_of(value);
    let follows = value_at == begin + 1 || sentence.is_any(value_at.saturating_sub(1), &["the", "and", ","]);
    if !follows {
        return None;
    }
    let start = sentence.reading.words[begin].span;
    let span = if value.span.start() > start.end() && at - begin < 4 {
        start.cover(party.span)
    } else {
        value.span.cover(party.span)
    };
    (at - begin < 14).then(|| name_fact(span, party, value))
}

fn name_fact(span: Span, party: Named, value: Named) -> DisputeFact {
    DisputeFact { aspect: Aspect::Name, span, party: Some(party.span), value: Some(value.span), hedge: None }
}

fn can_hold(named: Named) -> bool {
    named.kind != NameKind::Place
}

fn begins_with_pronoun(sentence: &Sentence) -> bool {
    sentence.is_any(sentence.words.start, cues::PRONOUNS)
}

fn begins_with_place(sentence: &Sentence) -> bool {
    let first = sentence.name_from(sentence.words.start);
    first.is_some_and(|named| matches!(named.kind, NameKind::Place | NameKind::Other))
}

const LAYS_CLAIM: &[&str] = &[
    "lays claim to",
    "lay claim to",
    "laid claim to",
    "says it owns",
    "say they own",
    "says he owns",
    "says she owns",
    "asserts sovereignty over",
];

const BETWEEN: &[&str] =
    &["also", "both", "has", "have", "had", "still", "now", "long", "each", "which", ",", "already", "since"];
