//! What there is to win: what the story says of the thing that is disputed, and how firmly.

use super::cues;
use super::sentence::Sentence;
use super::{Aspect, DisputeFact};

/// Finds stakes in a sentence that is about the disputed thing.
pub fn of_thing(sentence: &Sentence) -> Vec<DisputeFact> {
    let mut facts = Vec::new();
    let mut at = sentence.words.start + 1;
    while at < sentence.words.end {
        match stake(sentence, at) {
            Some((fact, end)) => {
                facts.push(fact);
                at = end;
            }
            None => at += 1,
        }
    }
    facts
}

fn stake(sentence: &Sentence, at: usize) -> Option<(DisputeFact, usize)> {
    let hedge = sentence.any_phrase_at(at, cues::HEDGES);
    let verb_at = hedge.unwrap_or(at);
    let verb_end = sentence.any_phrase_at(verb_at, cues::STAKES)?;
    let is_auxiliary = sentence.is_any(verb_at, &["has", "have"])
        && !sentence.is_any(verb_end, &["a", "an", "the", "rich", "large", "some"]);
    let phrase = sentence.noun_phrase(verb_end).filter(|_| !is_auxiliary)?;
    let fact = DisputeFact {
        aspect: Aspect::Stake,
        span: sentence.clause(at, phrase.end),
        party: None,
        value: sentence.span_of(phrase.clone()),
        hedge: hedge.and_then(|end| sentence.span_of(at..end)),
    };
    Some((fact, phrase.end))
}

/// "a dispute over pay": what a row is about, where that is no thing with an owner.
pub fn of_row(sentence: &Sentence) -> Vec<DisputeFact> {
    let mut facts = Vec::new();
    for at in
        sentence.words.clone().filter(|at| sentence.is_any(*at, cues::ROWS) || sentence.is_any(*at, &["suing", "sued"]))
    {
        let over = (at + 1..at + 9)
            .take_while(|index| !sentence.is_any(*index, &[",", ".", ";"]))
            .find(|index| sentence.is(*index, "over"));
        let mut next = over.map(|over| over + 1);
        while let Some(phrase) = next.and_then(|start| sentence.noun_phrase(start)) {
            if sentence.is(phrase.end, "whose")
                || sentence.is_any(phrase.start, &["whether", "how", "what", "him", "her", "them"])
            {
                break;
            }
            let value = sentence.span_of(phrase.clone());
            facts.push(DisputeFact {
                aspect: Aspect::Stake,
                span: sentence.clause(at, phrase.end),
                party: None,
                value,
                hedge: None,
            });
            next = sentence.is(phrase.end, "and").then_some(phrase.end + 1);
        }
    }
    facts
}
