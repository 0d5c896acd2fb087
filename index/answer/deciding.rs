//! Whether the best sentence is good enough to answer with. A wrong answer costs far more than none.

use crate::question::{Case, Question};
use crate::story::Story;

use super::Clue;
use super::binding::Bound;
use super::ranking::{Matches, Scored};

/// The confidence from which a question is answered, unless the asker sets another.
pub const ENOUGH: f32 = 0.5;

/// How strongly a sentence must stand for a name or number to be about it.
const STANDS_FOR: f32 = 0.3;
/// The part of a question without the name that a sentence must have to answer it of somebody else.
const REST_OF_PREMISE: f32 = 0.8;

/// How each thing moves the confidence; the sum goes through the logistic function.
mod weights {
    pub(super) const BASE: f32 = -5.6;
    pub(super) const COVERAGE: f32 = 5.2;
    pub(super) const OWN: f32 = 3.6;
    pub(super) const NO_KIND: f32 = -1.2;
    pub(super) const SHARP_MISSING: f32 = -1.6;
    pub(super) const UNKNOWN: f32 = -1.2;
}

/// How sure it is that the best sentence answers, with what told so.
pub(crate) fn confidence(question: &Question, bound: &Bound, best: &Scored, matches: &Matches) -> (f32, Vec<Clue>) {
    let missing = sharp_missing(question, bound, matches, best.line).count();
    let unknown = unknown_share(bound);
    let mut clues = vec![
        clue("words of the question in the sentence", best.own, weights::OWN * best.own),
        clue("words of the question in the sentence or near it", best.coverage, weights::COVERAGE * best.coverage),
        clue("words of the question that the story doesn't have", unknown, weights::UNKNOWN * unknown),
    ];
    if missing > 0 {
        clues.push(clue("names or numbers missing", missing as f32, weights::SHARP_MISSING * missing as f32));
    }
    if !best.has_kind {
        clues.push(clue("kind of answer not found", 0.0, weights::NO_KIND));
    }
    let sum: f32 = weights::BASE + clues.iter().map(|clue| clue.weight).sum::<f32>();
    (1.0 / (1.0 + (-sum).exp()), clues)
}

fn clue(what: &'static str, seen: f32, weight: f32) -> Clue {
    Clue { what, seen: format!("{seen:.2}"), weight }
}

/// Whether the sentence has the question but for a name, and tells it of somebody else instead.
pub(crate) fn is_false_premise(
    story: &Story,
    question: &Question,
    bound: &Bound,
    matches: &Matches,
    best: &Scored,
) -> bool {
    let missing: Vec<usize> = sharp_missing(question, bound, matches, best.line).collect();
    let [missing] = missing.as_slice() else { return false };
    let rest = bound.weight() - bound.terms[*missing].weight;
    let words = bound.terms.len() - 1;
    let names_another = story.lookup().lines[best.line].terms.iter().any(|word| word.capital);
    words >= 2 && names_another && best.own * bound.weight() >= REST_OF_PREMISE * rest
}

/// Names and numbers of the question that the sentence doesn't stand for, as indices of the bound terms.
fn sharp_missing(question: &Question, bound: &Bound, matches: &Matches, line: usize) -> impl Iterator<Item = usize> {
    let is_sharp = |at: usize| question.words[at].case != Case::Small;
    let numbered = bound.terms.iter().enumerate();
    numbered
        .filter(move |(number, term)| is_sharp(term.word) && matches.strength(*number, line) < STANDS_FOR)
        .map(|(number, _)| number)
}

fn unknown_share(bound: &Bound) -> f32 {
    let unknown = bound.terms.iter().filter(|term| term.terms.is_empty());
    unknown.map(|term| term.weight).sum::<f32>() / bound.weight().max(f32::EPSILON)
}
