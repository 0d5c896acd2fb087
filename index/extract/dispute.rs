//! A dispute's facts: parties, names, control, claims, stakes, events.

use super::{Extracted, Extractor, Kind};
use crate::document::Document;
use crate::extract::names::reading::Reading;
use crate::span::Span;

mod cues;
mod events;
mod holding;
mod parties;
mod sentence;
mod stakes;

use sentence::Sentence;

/// Which side of a dispute a fact tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Who is in it.
    Party,
    /// What a party calls the thing.
    Name,
    /// Who holds it.
    Control,
    /// Who claims it.
    Claim,
    /// What there is to win.
    Stake,
    /// What set it off, and what followed.
    Event,
}

/// One fact of a dispute.
#[derive(Clone, Copy, Debug)]
pub struct DisputeFact {
    /// Which side it tells.
    pub aspect: Aspect,
    /// The words that tell it.
    pub span: Span,
    /// The party it is about.
    pub party: Option<Span>,
    /// The name, the thing at stake, the thing claimed.
    pub value: Option<Span>,
    /// The words that say how firmly it is stated ("are thought to").
    pub hedge: Option<Span>,
}

/// Finds a dispute's facts.
pub const EXTRACTOR: Extractor =
    Extractor { kind: Kind::Dispute, asked_by: &["dispute", "disputed", "controls", "claims", "owns"], extract };

fn extract(document: &Document, extracted: &mut Extracted) {
    if !may_tell_dispute(document) {
        return;
    }
    let reading = Reading::new(document);
    let sentences: Vec<Sentence> =
        (0..document.sentences().len()).map(|index| Sentence::new(&reading, extracted, index)).collect();
    let held: Vec<Vec<DisputeFact>> = sentences.iter().map(holding::find).collect();
    let told = held.iter().flatten();
    if !is_dispute(&sentences, &told.copied().collect::<Vec<_>>()) {
        return;
    }
    let subject = Subject::new(document, &sentences, &held);
    let mut facts = Vec::new();
    let mut was_about = false;
    for (sentence, held) in sentences.iter().zip(held) {
        let is_told = held.iter().any(|fact| fact.aspect != Aspect::Control);
        let is_about =
            is_told || subject.is_of(sentence, was_about) || held.iter().any(|fact| subject.has(document, fact));
        facts.extend(parties::find(sentence));
        facts.extend(held.into_iter().filter(|fact| is_about || fact.aspect != Aspect::Control));
        facts.extend(stakes::of_row(sentence));
        facts.extend(if is_about { stakes::of_thing(sentence) } else { Vec::new() });
        facts.extend(events::find(sentence));
        was_about = is_about;
    }
    let parties = parties::complete(&facts, |span| extracted.name_index.meant_by(span).map(|named| named.name));
    facts.retain(|fact| fact.aspect != Aspect::Party);
    facts.extend(parties);
    facts.sort_by_key(|fact| (fact.span, fact.aspect as u8, fact.party, fact.value));
    facts.dedup_by_key(|fact| (fact.span, fact.aspect, fact.party, fact.value));
    extracted.dispute = facts;
}

/// A quick look that spares most stories the rest.
fn may_tell_dispute(document: &Document) -> bool {
    document.tokens().iter().any(|token| {
        let word = document.text(token.span);
        let is_cue = |cues: &[&str]| cues.iter().any(|cue| cue.eq_ignore_ascii_case(word));
        word.len() > 2
            && (is_cue(cues::ROWS)
                || is_cue(cues::CLAIMS)
                || is_cue(&["disputed", "contested", "claim", "sued", "suing", "owns"]))
    })
}

/// Whether the story is one of a dispute: somebody claims a thing, its ownership is disputed, or a row is told of.
fn is_dispute(sentences: &[Sentence], held: &[DisputeFact]) -> bool {
    let claimed = held.iter().any(|fact| fact.aspect == Aspect::Claim);
    claimed || sentences.iter().any(|sentence| sentence.words.clone().any(|at| is_row(sentence, at)))
}

fn is_row(sentence: &Sentence, at: usize) -> bool {
    let plain = sentence.is_any(at, cues::PLAIN_ROWS);
    let described = at.checked_sub(1).is_some_and(|before| {
        sentence.is_any(before, &["diplomatic", "trade", "legal", "border", "bitter", "the", "a"])
    });
    let link = (at + 1..at + 4).any(|next| sentence.is_any(next, &["over", "between"]));
    let sues = sentence.is_any(at, &["sued", "suing"]) && sentence.subject_before(at).is_some();
    let in_a_row = at.checked_sub(2).is_some_and(|before| sentence.phrase_at(before, "in a row").is_some());
    let strike = sentence.any_phrase_at(at, &["on strike", "went on strike", "walked out"]).is_some();
    sues || strike
        || (sentence.is_any(at, cues::ROWS) && link)
        || (plain && described && (!in_a_row || sentence.is(at + 1, "with")))
}

/// The thing in dispute: its nouns ("islands"), and the names that the parties have for it.
struct Subject {
    nouns: Vec<String>,
    names: Vec<usize>,
}

impl Subject {
    fn new(document: &Document, sentences: &[Sentence], held: &[Vec<DisputeFact>]) -> Self {
        let mut subject = Self { nouns: Vec::new(), names: Vec::new() };
        for (sentence, facts) in sentences.iter().zip(held) {
            for value in facts.iter().filter(|fact| fact.aspect != Aspect::Control).filter_map(|fact| fact.value) {
                let last = document.text(value).rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                if cues::THINGS.iter().any(|thing| thing.eq_ignore_ascii_case(last)) {
                    subject.nouns.push(last.to_lowercase());
                }
                subject
                    .names
                    .extend(sentence.named.iter().filter(|named| named.span.overlaps(value)).map(|named| named.name));
            }
            for row in sentence.words.clone().filter(|at| sentence.is(*at, "over") || sentence.is(*at, "disputed")) {
                let thing = sentence.noun_phrase(row + 1).and_then(|phrase| sentence.thing_in(phrase));
                subject.nouns.extend(thing.map(|thing| sentence.reading.words[thing].text.to_lowercase()));
            }
        }
        subject
    }

    /// Whether the fact is about the thing by its own words.
    fn has(&self, document: &Document, fact: &DisputeFact) -> bool {
        let words = fact.value.map_or("", |value| document.text(value)).to_lowercase();
        self.nouns.iter().any(|noun| words.ends_with(noun.as_str()))
    }

    /// Whether a sentence's subject is the thing, or a pronoun for it after a sentence about it.
    fn is_of(&self, sentence: &Sentence, was_about: bool) -> bool {
        let first = sentence.words.start;
        let pronoun = was_about && sentence.is_any(first, cues::PRONOUNS);
        let noun = (first + 1..first + 5).any(|at| self.nouns.iter().any(|noun| sentence.is(at, noun)));
        let begins_with_article = sentence.is_any(first, &["the", "these", "this", "those"]);
        let named = sentence
            .named
            .first()
            .is_some_and(|named| named.span.start() <= sentence.span.start() + 4 && self.names.contains(&named.name));
        pronoun || (noun && begins_with_article) || named
    }
}

#[cfg(test)]
mod tests;
