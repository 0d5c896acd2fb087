//! In what a claim differs from one sentence of the story: numbers, names, negation, hedges, opposites.

use crate::answer::binding::Bound;
use crate::answer::ranking::Matches;
use crate::question::{self, Case, Word, synonyms};
use crate::span::Span;
use crate::story::Story;

use super::aligning::{Alignment, Gap};
use super::polarity;
use super::{Difference, DifferenceKind};

/// How strongly a name must be carried to a sentence to stand in it.
const STANDS_FOR: f32 = 0.7;

/// A claim beside a sentence.
#[derive(Clone, Debug)]
pub(super) struct Comparison {
    /// The line of the sentence.
    pub(super) line: usize,
    /// The part of the claim's weight that the sentence has, itself or carried to it.
    pub(super) kept: f32,
    /// The part of the claim's words that stand in the sentence in the same order.
    pub(super) in_order: f32,
    /// The part of the claim's weight in words that the sentence lacks and that no difference explains.
    pub(super) unexplained: f32,
    /// What differs.
    pub(super) differences: Vec<Difference>,
}

/// The words of a sentence, with where each stands in the source.
struct StoryWords {
    words: Vec<Word>,
    spans: Vec<Span>,
}

/// Compares a claim with the sentence of a line.
pub(super) fn compare(story: &Story, claim: &[Word], bound: &Bound, matches: &Matches, line: usize) -> Comparison {
    let sentence = story_words(story, line);
    let claim_keys: Vec<&str> = claim.iter().map(|word| word.stem.as_str()).collect();
    let story_keys: Vec<&str> = sentence.words.iter().map(|word| word.stem.as_str()).collect();
    let alignment = Alignment::new(&claim_keys, &story_keys);
    let comparing = Comparing { story, claim, sentence: &sentence, alignment: &alignment };
    let mut differences = Vec::new();
    for gap in alignment.gaps(claim.len(), sentence.words.len()) {
        comparing.compare_gap(&gap, &mut differences);
    }
    comparing.compare_negations(&mut differences);
    comparing.compare_hedges(&mut differences);
    let explained = |typed: &Word| differences.iter().any(|one| one.claim.contains(&typed.typed.start));
    let (mut kept, mut unexplained) = (0.0, 0.0);
    for (number, term) in bound.terms.iter().enumerate() {
        let strength = matches.strength(number, line).min(1.0);
        let has = matches.position(number, line).is_some() || strength >= STANDS_FOR;
        if has {
            kept += term.weight * strength;
        } else if !explained(&claim[term.word]) {
            unexplained += term.weight;
        }
    }
    // Of a claim that only changes a number, all the rest must stand there; a changed name must leave enough besides.
    let changed_numbers =
        bound.terms.iter().filter(|term| is_number(&claim[term.word]) && explained(&claim[term.word]));
    let explained_weight: f32 = changed_numbers.map(|term| term.weight).sum();
    let whole = bound.weight().max(f32::EPSILON);
    let comparable = (whole - explained_weight).max(f32::EPSILON);
    let in_order = alignment.pairs.len() as f32 / claim.len().max(1) as f32;
    Comparison { line, kept: (kept / comparable).min(1.0), in_order, unexplained: unexplained / whole, differences }
}

fn story_words(story: &Story, line: usize) -> StoryWords {
    let document = story.document();
    let span = document.sentences()[story.lookup().lines[line].sentence].span;
    let words = question::plain_words(document.text(span));
    let source = document.source();
    let place = |word: &Word| source.span(span.start() + word.typed.start..span.start() + word.typed.end).ok();
    let spans = words.iter().map(|word| place(word).unwrap_or(span)).collect();
    StoryWords { words, spans }
}

struct Comparing<'c> {
    story: &'c Story,
    claim: &'c [Word],
    sentence: &'c StoryWords,
    alignment: &'c Alignment,
}

impl Comparing<'_> {
    fn compare_gap(&self, gap: &Gap, differences: &mut Vec<Difference>) {
        let mut replaced = gap.story.clone().filter(|at| !self.is_in_claim(*at));
        let replaced: Vec<usize> = replaced.by_ref().collect();
        for at in gap.claim.clone().filter(|at| !self.is_in_sentence(*at)) {
            let word = &self.claim[at];
            let other =
                replaced.iter().copied().find(|other| kind_of_change(word, &self.sentence.words[*other]).is_some());
            if let Some(other) = other
                && let Some(kind) = kind_of_change(word, &self.sentence.words[other])
            {
                differences.push(self.difference(at, other, kind));
            }
        }
    }

    /// A claim and a sentence that deny differently often say the opposite of one another.
    fn compare_negations(&self, differences: &mut Vec<Difference>) {
        let window = self.alignment.window();
        let denies = |words: &[Word]| words.iter().filter(|word| polarity::is_negation(&word.folded)).count() % 2 == 1;
        if window.is_empty() || denies(self.claim) == denies(&self.sentence.words[window.clone()]) {
            return;
        }
        let negation = |word: &Word| polarity::is_negation(&word.folded);
        let in_claim = self.claim.iter().position(negation);
        let in_story = window.clone().find(|at| negation(&self.sentence.words[*at]));
        let claim = in_claim.or(self.alignment.pairs.first().map(|pair| pair.0)).unwrap_or(0);
        let story = in_story.unwrap_or(window.start);
        differences.push(self.difference(claim, story, DifferenceKind::Negation));
    }

    fn compare_hedges(&self, differences: &mut Vec<Difference>) {
        if (0..self.claim.len()).any(|at| polarity::is_hedge(self.claim, at)) {
            return;
        }
        let mut window = self.alignment.window();
        let hedge = window.find(|at| polarity::is_hedge(&self.sentence.words, *at));
        if let Some(hedge) = hedge {
            let claim = self.alignment.pairs.first().map_or(0, |pair| pair.0);
            differences.push(self.difference(claim, hedge, DifferenceKind::Hedge));
        }
    }

    fn difference(&self, claim: usize, story: usize, kind: DifferenceKind) -> Difference {
        let words = self.story.cite(self.sentence.spans[story]);
        Difference { claim: self.claim[claim].typed.clone(), story: words, kind }
    }

    fn is_in_sentence(&self, claim: usize) -> bool {
        let word = &self.claim[claim];
        let alike = synonyms::of(&word.stem);
        self.sentence.words.iter().any(|other| other.stem == word.stem || alike.contains(&other.stem))
    }

    fn is_in_claim(&self, story: usize) -> bool {
        let word = &self.sentence.words[story];
        self.claim.iter().any(|other| other.stem == word.stem)
    }
}

/// What it means that one word stands where another does; `None` where it may mean nothing.
fn kind_of_change(claim: &Word, story: &Word) -> Option<DifferenceKind> {
    if polarity::are_opposites(&claim.stem, &story.stem) {
        return Some(DifferenceKind::Negation);
    }
    match (claim.case, story.case) {
        (Case::Digits, Case::Digits) => Some(if is_year(&claim.folded) && is_year(&story.folded) {
            DifferenceKind::Time
        } else {
            DifferenceKind::Number
        }),
        _ if is_number(claim) && is_number(story) => Some(DifferenceKind::Number),
        (Case::Capital, Case::Capital) if is_date(claim) && is_date(story) => Some(DifferenceKind::Time),
        (Case::Capital, Case::Capital) if is_date(claim) == is_date(story) => Some(DifferenceKind::Actor),
        _ => None,
    }
}

fn is_number(word: &Word) -> bool {
    word.stem.starts_with(|first: char| first.is_ascii_digit())
}

fn is_year(folded: &str) -> bool {
    folded.len() == 4 && folded.chars().all(|digit| digit.is_ascii_digit())
}

const DAYS_AND_MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

fn is_date(word: &Word) -> bool {
    DAYS_AND_MONTHS.contains(&word.folded.as_str())
}
