//! The sentences of a story in the order in which they answer a question: weighted coverage of its words, as BM25
//! weighs them, with nearness, neighbouring sentences and the kind of answer asked for; and beside it how near they are
//! in meaning.

use crate::meaning::Likeness;
use crate::story::Story;

use super::binding::Bound;
use super::lookup::{Line, Lookup};
use super::signals::Signal;

/// BM25's saturation: how much a longer sentence takes from a word's score.
const SATURATION: f32 = 0.6;
/// BM25's length normalisation.
const LENGTH: f32 = 0.5;
/// How much two words count that stand as near each other in the sentence as in the question.
const NEARNESS: f32 = 0.25;
/// How much the kind of answer asked for counts, of the rarity of sentences that hold it: like one more word of the
/// question.
const KIND: f32 = 0.5;
/// How much a headline, caption or heading loses: it says again what the body says.
const NOT_BODY: f32 = 0.12;
/// How much the words count beside the meaning.
const WORDS: f32 = 0.2;

/// A line with how well it answers.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Scored {
    /// The line.
    pub(crate) line: usize,
    /// How well it answers, by which lines are ranked.
    pub(crate) score: f32,
    /// How well it answers by its words; 1 where it holds all of the question's.
    pub(crate) words: f32,
    /// How near it is in meaning, from 0 to 1; 0 where that isn't looked at.
    pub(crate) meaning: f32,
    /// The part of the question's weight that it holds itself.
    pub(crate) own: f32,
    /// The part that it holds or that is carried to it.
    pub(crate) coverage: f32,
    /// How near to one another the words stand that are neighbours in the question, from 0 to 1.
    pub(crate) nearness: f32,
    /// Whether it holds the kind of answer asked for.
    pub(crate) has_kind: bool,
    /// Whether it is of the body, no headline, caption or heading.
    pub(crate) is_body: bool,
}

/// What each line has of each of the question's words.
pub(crate) struct Matches {
    lines: usize,
    strength: Vec<f32>,
    position: Vec<Option<u32>>,
}

impl Matches {
    /// Looks the words up.
    pub(crate) fn new(lookup: &Lookup, bound: &Bound) -> Self {
        let lines = lookup.lines.len();
        let cells = lines * bound.terms.len();
        let mut matches = Self { lines, strength: vec![0.0; cells], position: vec![None; cells] };
        for (number, term) in bound.terms.iter().enumerate() {
            for (alternative, likeness) in &term.terms {
                for posting in lookup.postings(*alternative) {
                    let cell = number * lines + posting.line as usize;
                    let strength = posting.strength * likeness;
                    if strength > matches.strength[cell] {
                        matches.strength[cell] = strength;
                        matches.position[cell] = posting.position;
                    }
                }
            }
        }
        matches
    }

    /// How strongly a line stands for the question's word of this number.
    pub(crate) fn strength(&self, term: usize, line: usize) -> f32 {
        self.strength[term * self.lines + line]
    }

    /// Where the line holds it itself.
    pub(crate) fn position(&self, term: usize, line: usize) -> Option<u32> {
        self.position[term * self.lines + line]
    }
}

/// All lines that have any of the question's words, best first; equal ones in the story's order.
pub(crate) fn rank(story: &Story, asked: &[Signal], bound: &Bound, matches: &Matches) -> Vec<Scored> {
    let mut ranked = score(story, asked, bound, matches);
    ranked.retain(|scored| scored.coverage > 0.0);
    sort(&mut ranked);
    ranked
}

/// All lines by meaning and words together, best first: one that shares no word may be the nearest in meaning.
pub(crate) fn rank_by_meaning(mut scored: Vec<Scored>, likeness: &Likeness) -> Vec<Scored> {
    for line in &mut scored {
        line.meaning = likeness.of_sentence(line.line);
        let body = if line.is_body { 1.0 } else { 1.0 - NOT_BODY };
        line.score = body * (line.meaning + WORDS * line.words) / (1.0 + WORDS);
    }
    sort(&mut scored);
    scored
}

fn sort(scored: &mut [Scored]) {
    scored.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.line.cmp(&b.line)));
}

/// All lines in the story's order, scored by their words.
pub(crate) fn score(story: &Story, asked: &[Signal], bound: &Bound, matches: &Matches) -> Vec<Scored> {
    let lookup = story.lookup();
    let average = average_length(lookup);
    let holds_kind = |line: &Line| asked.is_empty() || asked.iter().any(|signal| line.signals.has(*signal));
    let holding = lookup.lines.iter().filter(|line| holds_kind(line)).count();
    let kind = if asked.is_empty() { 0.0 } else { KIND * lookup.rarity(holding as u32) };
    let whole = (bound.weight() + kind).max(f32::EPSILON);
    let mut lines: Vec<Scored> = Vec::new();
    for (number, line) in lookup.lines.iter().enumerate() {
        let length = (line.content as f32 / average).min(3.0);
        let saturation = (1.0 + SATURATION) / (1.0 + SATURATION * (1.0 - LENGTH + LENGTH * length));
        let mut scored = cover(bound, matches, whole, (number, saturation));
        scored.has_kind = holds_kind(line);
        if scored.coverage > 0.0 {
            scored.nearness = nearness(bound, matches, number);
            scored.words += NEARNESS * scored.nearness;
            if scored.has_kind {
                scored.own += kind / whole;
                scored.coverage += kind / whole;
                scored.words += kind / whole;
            }
        }
        let paragraph = &story.document().paragraphs()[story.document().sentences()[line.sentence].paragraph];
        scored.is_body = paragraph.number.is_some();
        if !scored.is_body {
            scored.words -= NOT_BODY * scored.words;
        }
        scored.score = scored.words;
        lines.push(scored);
    }
    lines
}

fn cover(bound: &Bound, matches: &Matches, whole: f32, (line, saturation): (usize, f32)) -> Scored {
    let mut scored = Scored { line, ..Scored::default() };
    for (number, term) in bound.terms.iter().enumerate() {
        let strength = matches.strength(number, line);
        let part = term.weight / whole * strength;
        scored.coverage += part;
        if matches.position(number, line).is_some() {
            scored.own += part;
            scored.words += part * saturation;
        } else {
            scored.words += part;
        }
    }
    scored
}

fn nearness(bound: &Bound, matches: &Matches, line: usize) -> f32 {
    let whole = bound.weight();
    let mut near = 0.0;
    for (number, pair) in bound.terms.windows(2).enumerate() {
        let places = matches.position(number, line).zip(matches.position(number + 1, line));
        let Some((first, second)) = places else { continue };
        let apart_in_question = pair[1].word.abs_diff(pair[0].word) as f32;
        let apart = first.abs_diff(second) as f32;
        let order = if second > first { 1.0 } else { 0.6 };
        let closeness = order / (1.0 + (apart - apart_in_question).abs());
        near += closeness * pair[0].weight.min(pair[1].weight) / whole;
    }
    near
}

fn average_length(lookup: &Lookup) -> f32 {
    let words: usize = lookup.lines.iter().map(|line| line.content).sum();
    (words as f32 / lookup.lines.len().max(1) as f32).max(1.0)
}
