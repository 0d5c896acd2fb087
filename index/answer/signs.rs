//! What tells whether a sentence answers a question or only speaks of the same things.

use crate::question::{Intent, Question};
use crate::story::Story;

use super::binding::Bound;
use super::ranking::{Matches, Scored};

/// How strongly a sentence must stand for a word to be about it.
const STANDS_FOR: f32 = 0.3;

/// What was seen of the best sentence; parts are of the question's weight.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Signs {
    /// The part that the sentence has itself.
    pub(crate) own: f32,
    /// The part that it has or that is carried to it.
    pub(crate) coverage: f32,
    /// How many names and numbers the sentence doesn't stand for, the square root of it.
    pub(crate) sharp_missing: f32,
    /// How far the next best sentence is behind.
    pub(crate) margin: f32,
    /// Whether it lacks the kind of answer asked for.
    pub(crate) lacks_kind: f32,
    /// Whether it lacks a number, date or length of time where one is asked for.
    pub(crate) lacks_measure: f32,
    /// Whether the question is to be answered with yes or no.
    pub(crate) yes_or_no: f32,
    /// Whether it has no name or number that the question doesn't have, where one is asked for.
    pub(crate) nothing_new: f32,
    /// How few words the question has: one over their number.
    pub(crate) brevity: f32,
}

impl Signs {
    /// Reads the signs of the best sentence.
    pub(crate) fn read(
        story: &Story,
        question: &Question,
        bound: &Bound,
        matches: &Matches,
        ranked: &[Scored],
    ) -> Self {
        let Some(best) = ranked.first() else { return Self::default() };
        let missing = sharp_missing(bound, matches, best.line).len();
        let next = ranked[1..].iter().map(|other| other.words).fold(0.0, f32::max);
        Self {
            own: best.own,
            coverage: best.coverage,
            sharp_missing: (missing as f32).sqrt(),
            margin: (best.words - next) / best.words.max(next).max(f32::EPSILON),
            lacks_kind: sign(!best.has_kind),
            lacks_measure: sign(!best.has_kind && asks_for_measure(question.intent)),
            yes_or_no: sign(question.intent == Intent::YesNo),
            nothing_new: sign(!has_something_new(story, question, bound, best)),
            brevity: 1.0 / bound.terms.len().max(1) as f32,
        }
    }
}

fn sign(is_so: bool) -> f32 {
    f32::from(u8::from(is_so))
}

fn asks_for_measure(intent: Intent) -> bool {
    matches!(intent, Intent::When | Intent::Duration | Intent::Share | Intent::HowMuch | Intent::Age)
}

/// The names and numbers of the question that the sentence doesn't stand for, as indices of the bound terms.
pub(crate) fn sharp_missing(bound: &Bound, matches: &Matches, line: usize) -> Vec<usize> {
    let numbered = bound.terms.iter().enumerate();
    let missing = numbered.filter(|(number, term)| term.is_sharp && matches.strength(*number, line) < STANDS_FOR);
    missing.map(|(number, _)| number).collect()
}

/// Whether the sentence has a name or number that the question doesn't have, where one is asked for.
fn has_something_new(story: &Story, question: &Question, bound: &Bound, best: &Scored) -> bool {
    let is_asked = |term: u32| bound.terms.iter().any(|asked| asked.terms.iter().any(|(other, _)| *other == term));
    let words = &story.lookup().lines[best.line].terms;
    let mut new = words.iter().filter(|word| !is_asked(word.term));
    match question.intent {
        Intent::Who | Intent::WhoSaid | Intent::Where | Intent::Control | Intent::Named => new.any(|word| word.capital),
        Intent::HowMuch | Intent::Share | Intent::Age => new.any(|word| word.number),
        Intent::When | Intent::Duration => new.any(|word| word.number || word.capital),
        _ => true,
    }
}
