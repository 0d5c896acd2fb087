//! Whether the best sentence is good enough to answer with. A wrong answer costs far more than none.

use crate::question::{Intent, Question};
use crate::story::Story;

use super::Clue;
use super::binding::Bound;
use super::premise;
use super::ranking::{Matches, Scored};
use super::signs::{self, Signs};

/// The confidence from which a question is answered, unless the asker sets another: of a hundred questions on stories that
/// nothing was made from, 64 are then right, silences counted in, and four or five wrong.
pub const ENOUGH: f32 = 0.66;

/// How sure a figure is at least that is of what is asked.
pub(crate) const OF_A_FIGURE: f32 = 0.75;

/// The part of a question without the name that a sentence must have to answer it of somebody else.
const REST_OF_PREMISE: f32 = 0.8;

/// The same where another name stands after the same preposition.
const REST_OF_REPLACED: f32 = 0.6;
/// The fewest words that make a premise.
const FEWEST_WORDS: usize = 3;

/// How each sign moves the confidence; the sum goes through the logistic function.
mod weights {
    pub(super) const BASE: f32 = -2.0;
    pub(super) const OWN: f32 = 1.5;
    pub(super) const COVERAGE: f32 = 3.6;
    pub(super) const SHARP_MISSING: f32 = -0.9;
    pub(super) const MARGIN: f32 = 1.6;
    pub(super) const LACKS_KIND: f32 = -0.45;
    pub(super) const LACKS_MEASURE: f32 = -2.0;
    pub(super) const YES_OR_NO: f32 = -0.5;
    pub(super) const NOTHING_NEW: f32 = -0.3;
    pub(super) const BREVITY: f32 = -3.6;
}

/// How sure it is that the best sentence answers, with what told so.
pub(crate) fn confidence(signs: &Signs) -> (f32, Vec<Clue>) {
    let clues = vec![
        clue("words in the sentence", signs.own, weights::OWN),
        clue("words in the sentence or near it", signs.coverage, weights::COVERAGE),
        clue("names and numbers missing", signs.sharp_missing, weights::SHARP_MISSING),
        clue("ahead of the next sentence", signs.margin, weights::MARGIN),
        clue("kind of answer missing", signs.lacks_kind, weights::LACKS_KIND),
        clue("number or date missing", signs.lacks_measure, weights::LACKS_MEASURE),
        clue("to be answered with yes or no", signs.yes_or_no, weights::YES_OR_NO),
        clue("no name or number to answer with", signs.nothing_new, weights::NOTHING_NEW),
        clue("few words", signs.brevity, weights::BREVITY),
    ];
    let sum: f32 = weights::BASE + clues.iter().map(|clue| clue.weight).sum::<f32>();
    (1.0 / (1.0 + (-sum).exp()), clues)
}

/// A confidence by signs alone, of which a half is enough, on the scale of those by reading.
pub(crate) fn as_if_read(confidence: f32) -> f32 {
    let odds = confidence * ENOUGH;
    odds / (odds + (1.0 - confidence) * (1.0 - ENOUGH))
}

fn clue(what: &'static str, seen: f32, weight: f32) -> Clue {
    Clue { what, seen: format!("{seen:.3}"), weight: weight * seen }
}

/// Whether the sentence has the question but for a name, and tells it of somebody else instead.
pub(crate) fn is_false_premise(story: &Story, question: &Question, found: (&Bound, &Matches), best: &Scored) -> bool {
    let (bound, matches) = found;
    let part_without = |missing: usize| {
        let rest = bound.weight() - bound.terms[missing].weight;
        best.own * bound.weight() / rest.max(f32::EPSILON)
    };
    let asks_for_speech = matches!(question.intent, Intent::WhoSaid | Intent::WhatSaid | Intent::WasTold);
    if bound.terms.len() < FEWEST_WORDS || asks_for_speech {
        return false;
    }
    let replaced =
        (0..bound.terms.len()).find(|number| premise::is_replaced(story, question, found, (*number, best.line)));
    if let Some(replaced) = replaced {
        return part_without(replaced) >= REST_OF_REPLACED;
    }
    let missing = signs::sharp_missing(bound, matches, best.line);
    let [missing] = missing.as_slice() else { return false };
    let names_another = story.lookup().lines[best.line].terms.iter().any(|word| word.capital);
    names_another && part_without(*missing) >= REST_OF_PREMISE
}

/// Whether the question gives nothing but names, and several sentences have them all: any of them could be meant.
pub(crate) fn could_be_any(question: &Question, bound: &Bound, ranked: &[Scored]) -> bool {
    let asks_for_anything = matches!(question.intent, Intent::Other | Intent::Happened | Intent::List);
    let gives_names_only = bound.terms.iter().all(|term| term.is_sharp);
    let Some(best) = ranked.first() else { return false };
    let as_good = ranked.iter().filter(|scored| scored.own >= best.own).count();
    asks_for_anything && gives_names_only && as_good > 1
}
