//! Which editors' questions are near to the one asked in meaning. One alone proves little: of those that are nearest, the
//! sentence is right for three in five. Where two lead to the same place it is for four in five, and even that only suggests.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use verbatim_encoder::{Encoder, Vectors};

use super::{EditorsQuestions, EditorsUse, Kinship, Match};
use crate::answer::binding;
use crate::language::countries;
use crate::question::{self, Case, Question};
use crate::story::Story;

/// How near a question must be to say anything, a cosine.
const NEAR: f32 = 0.6;
/// How many of the nearest must lead to the same place.
const AGREEING: usize = 2;

impl EditorsQuestions {
    /// What the nearest questions lead to, if it is one place, and the nearest of them; `mean` is the mean of the token
    /// vectors of the one that is asked.
    pub(crate) fn near_to(&self, story: &Story, (asked, mean): (&Question, &[i8]), used: EditorsUse) -> Option<Match> {
        let names = names(story, asked);
        let mut nearest = self.nearest(mean, used).into_iter().filter(|(index, _)| {
            let known = question::read(&self.all[*index].question);
            known.is_ok_and(|known| self::names(story, &known) == names)
        });
        let (index, _) = nearest.next()?;
        let leads = self.all[index].leads;
        let others: Vec<(usize, f32)> = nearest.take(AGREEING - 1).collect();
        let agree = others.len() == AGREEING - 1 && others.iter().all(|(other, _)| self.all[*other].leads == leads);
        agree.then_some(Match { index, leads, kinship: Kinship::Near })
    }

    /// The questions that are near enough, the nearest first.
    fn nearest(&self, mean: &[i8], used: EditorsUse) -> Vec<(usize, f32)> {
        let likeness = self.vectors().likeness(mean).into_iter().enumerate();
        let is_near = |(index, near): &(usize, f32)| *near >= NEAR && self.may_lead(*index, used);
        let mut near: Vec<(usize, f32)> = likeness.filter(is_near).collect();
        near.sort_by(|(one, first), (other, second)| match second.total_cmp(first) {
            Ordering::Equal => one.cmp(other),
            order => order,
        });
        near
    }

    /// A vector for each question; worked out once, unless they were stored.
    pub(super) fn vectors(&self) -> &Vectors {
        self.vectors.get_or_init(|| {
            let encoder = Encoder::shipped();
            let mut vectors = Vectors::empty(encoder.width());
            for known in &self.all {
                vectors.push(&encoder.encode(&known.question).vectors.mean());
            }
            vectors
        })
    }
}

/// The names and numbers of a question, however they are written.
fn names(story: &Story, question: &Question) -> BTreeSet<String> {
    let bound = binding::bind(story, question);
    let sharp = bound.terms.iter().filter(|term| term.is_sharp);
    let written = sharp.map(|term| {
        let word = &question.words[term.word];
        let country = countries::typed(&word.folded).filter(|_| word.case != Case::Digits);
        match (country, term.terms.first()) {
            (Some(found), _) => format!("={}", found.country.code),
            (None, Some((term, _))) => format!("#{term}"),
            (None, None) => word.stem.clone(),
        }
    });
    written.collect()
}
