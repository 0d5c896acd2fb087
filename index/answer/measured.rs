//! A question for a share, a sum or a number, answered by the figure that is of what is asked: the sentence with it
//! may name the matter by "these" or "it" alone, as long as it names everybody and every number that the question names.

use crate::question::Question;
use crate::story::Story;

use super::binding::Bound;
use super::ranking::{Matches, Scored};
use super::required::Required;

/// How strongly a sentence must stand for a word, by itself or by its neighbours and headline.
const STANDS_FOR: f32 = 0.3;
/// How strongly it must stand for a name or number: by itself, or in other words for the same.
const HOLDS: f32 = 0.7;
/// The part of the question's weight that it must stand for.
const ENOUGH: f32 = 0.85;

/// The place in the ranking of the first sentence that has the figure asked for, of what is asked.
pub(crate) fn find(
    story: &Story,
    question: &Question,
    (bound, matches): (&Bound, &Matches),
    ranked: &[Scored],
) -> Option<usize> {
    let required = Required::by(question);
    if !required.is_figure() || bound.terms.is_empty() {
        return None;
    }
    ranked.iter().position(|scored| {
        let sentence = super::asking::sentence(story, scored.line).span;
        required.is_in(story, sentence) && covers(question, bound, matches, scored.line)
    })
}

/// Whether a figure is asked for and the sentence leaves out somebody or a number that the question names: its figure
/// is somebody else's.
pub(crate) fn is_of_another(question: &Question, (bound, matches): (&Bound, &Matches), line: usize) -> bool {
    let leaves_out = |(number, _): (usize, _)| matches.strength(number, line) < HOLDS;
    let mut sharp = bound.terms.iter().enumerate().filter(|(_, term)| term.is_sharp);
    Required::by(question).is_figure() && sharp.any(leaves_out)
}

fn covers(question: &Question, bound: &Bound, matches: &Matches, line: usize) -> bool {
    let (mut found, mut whole, mut own) = (0.0, 0.0, false);
    for (number, term) in bound.terms.iter().enumerate() {
        if question.only_asks(term.word) {
            continue;
        }
        let strength = matches.strength(number, line);
        if term.is_sharp && strength < HOLDS {
            return false;
        }
        whole += term.weight;
        found += if strength >= STANDS_FOR { term.weight } else { 0.0 };
        own |= matches.position(number, line).is_some();
    }
    own && found >= ENOUGH * whole
}
