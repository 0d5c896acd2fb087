//! The related facts that answer what the article doesn't, each followed by those that tell it otherwise. A fact must
//! have nearly all of the question, because nobody sees the article beside it.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::Fact;
use crate::question::{self, Case, Question, Word, synonyms};
use crate::story::Story;

/// The part of the question's weight that a fact must have.
const ENOUGH: f32 = 0.75;
/// What a word counts that is only used for the same thing.
const SYNONYM: f32 = 0.7;
/// How many facts answer at most, those that tell them otherwise not counted.
const MOST: usize = 3;

/// Which facts hold which words.
#[derive(Clone, Debug, Default)]
pub(crate) struct FactWords {
    postings: BTreeMap<String, Vec<u32>>,
    facts: usize,
}

impl FactWords {
    /// Reads the claims.
    pub(crate) fn new(facts: &[Fact]) -> Self {
        let mut words = Self { postings: BTreeMap::new(), facts: facts.len() };
        for (index, fact) in facts.iter().enumerate() {
            let read = question::plain_words(fact.claim.text());
            let also = fact.speaker.iter().chain([&fact.topic]).flat_map(|text| question::plain_words(text));
            let stems: BTreeSet<String> = read.into_iter().chain(also).map(|word| word.stem).collect();
            for stem in stems {
                words.postings.entry(stem).or_default().push(index as u32);
            }
        }
        words
    }

    fn holding(&self, stem: &str) -> &[u32] {
        self.postings.get(stem).map_or(&[], Vec::as_slice)
    }

    fn rarity(&self, word: &Word) -> f32 {
        let holding = self.holding(&word.stem).len() as f32;
        let rarity = (1.0 + (self.facts as f32 - holding + 0.5) / (holding + 0.5)).ln();
        if word.is_weak() { rarity * 0.35 } else { rarity }
    }
}

/// The facts that answer a question.
pub(crate) fn find(story: &Story, question: &Question) -> Vec<usize> {
    let lookup = &story.lookup().fact_words;
    let terms: Vec<&Word> = question.terms().collect();
    let whole: f32 = terms.iter().map(|word| lookup.rarity(word)).sum();
    if terms.is_empty() || story.facts().is_empty() {
        return Vec::new();
    }
    let mut scores = vec![0.0f32; story.facts().len()];
    for word in &terms {
        add_word(lookup, word, whole, &mut scores);
    }
    let mut good: Vec<usize> = (0..scores.len()).filter(|fact| scores[*fact] >= ENOUGH).collect();
    good.retain(|fact| holds_all_sharp(lookup, &terms, *fact));
    good.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
    good.truncate(MOST);
    with_those_that_dispute(story.facts(), good)
}

fn add_word(lookup: &FactWords, word: &Word, whole: f32, scores: &mut [f32]) {
    let part = lookup.rarity(word) / whole;
    let own: BTreeSet<u32> = lookup.holding(&word.stem).iter().copied().collect();
    let alike: BTreeSet<u32> =
        synonyms::of(&word.stem).iter().flat_map(|other| lookup.holding(other)).copied().collect();
    for fact in own.union(&alike) {
        let likeness = if own.contains(fact) { 1.0 } else { SYNONYM };
        scores[*fact as usize] += part * likeness;
    }
}

fn holds_all_sharp(lookup: &FactWords, terms: &[&Word], fact: usize) -> bool {
    let sharp = terms.iter().filter(|word| word.case != Case::Small);
    sharp.into_iter().all(|word| lookup.holding(&word.stem).contains(&(fact as u32)))
}

fn with_those_that_dispute(facts: &[Fact], good: Vec<usize>) -> Vec<usize> {
    let mut listed: Vec<usize> = Vec::new();
    for index in good {
        let disputing = facts[index].disputed_by.iter();
        let disputing = disputing.filter_map(|id| facts.iter().position(|fact| fact.id == *id));
        for fact in [index].into_iter().chain(disputing) {
            if !listed.contains(&fact) {
                listed.push(fact);
            }
        }
    }
    listed
}
