//! Claim → [`Verdict`]: what the story says of it, with what differs. A verdict is about the text, never about the world.

use std::ops::Range;

use crate::answer::Candidate;
use crate::answer::asking::sentence;
use crate::question::{self, Word};
use crate::story::{Citation, Story};

mod aligning;
mod arrangement;
mod attributing;
mod comparing;
mod firmness;
mod judging;
mod parts;
pub(crate) mod polarity;
mod reading;
mod scope;
mod sides;
mod voice;

/// What the story says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The story says so.
    Supported,
    /// The story says otherwise.
    Contradicted,
    /// The story doesn't say.
    NotInStory,
    /// There is no claim to check.
    Rejected,
}

/// In what a claim and the story differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DifferenceKind {
    /// A number.
    Number,
    /// Who does it.
    Actor,
    /// Whether it is so or not.
    Negation,
    /// Whose words they are.
    Attribution,
    /// When.
    Time,
    /// How firmly.
    Hedge,
    /// Where.
    Place,
}

/// One thing that differs.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The claim's words, a slice of the claim in bytes.
    pub claim: Range<usize>,
    /// The story's words.
    pub story: Citation,
    /// In what.
    pub kind: DifferenceKind,
}

/// A checked claim, or a checked part of one.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The part of the claim, in bytes.
    pub claim: Range<usize>,
    /// What the story says of it.
    pub verdict: Verdict,
    /// How sure, from 0 to 1.
    pub confidence: f32,
    /// The passages that decide.
    pub because: Vec<Citation>,
    /// What differs.
    pub differences: Vec<Difference>,
    /// The parts of a compound claim; empty for a simple one.
    pub parts: Vec<Checked>,
}

impl Checked {
    fn without_evidence(claim: Range<usize>, verdict: Verdict) -> Self {
        Self { claim, verdict, confidence: 0.0, because: Vec::new(), differences: Vec::new(), parts: Vec::new() }
    }
}

/// The longest claim checked, in characters.
pub const LONGEST_CLAIM: usize = 2_000;

/// Checks a claim against a story, part by part where it is compound.
pub fn check(story: &Story, claim: &str) -> Checked {
    let whole = 0..claim.len();
    let words = question::plain_words(claim);
    if claim.chars().nth(LONGEST_CLAIM).is_some() || !words.iter().any(Word::is_content) {
        return Checked::without_evidence(whole, Verdict::Rejected);
    }
    let mut checked = judging::judge(story, &words, whole);
    let parts = parts::split(claim, &words);
    if parts.len() < 2 {
        return checked;
    }
    let judged = parts.into_iter().map(|part| judging::judge(story, &words[part.words], part.typed));
    checked.parts = judged.collect();
    if checked.verdict == Verdict::NotInStory {
        combine(&mut checked);
    }
    checked
}

/// The same, with the sentences nearest in meaning read beside the claim: where its words leave it open they may decide, and
/// a verdict by words stands only if they bear it out.
pub fn check_by_reading(story: &Story, claim: &str) -> Checked {
    let checked = check(story, claim);
    if checked.verdict == Verdict::Rejected || !checked.differences.is_empty() && checked.verdict == Verdict::NotInStory
    {
        return checked;
    }
    let words = question::plain_words(claim);
    reading::judge(story, (claim, &words), checked)
}

/// What is seen of the sentences nearest to a claim, each value under its name: what the weights that decide are made
/// from.
pub fn look(story: &Story, claim: &str) -> Vec<Candidate> {
    let words = question::plain_words(claim);
    let seen = reading::look(story, (claim, &words), &check(story, claim));
    seen.into_iter().map(|(line, seen)| Candidate { citation: sentence(story, line), seen }).collect()
}

/// Judges words that are a claim but for their order, such as those of a yes/no question.
pub(crate) fn check_words(story: &Story, words: &[Word]) -> Checked {
    let typed = words.first().map_or(0, |word| word.typed.start)..words.last().map_or(0, |word| word.typed.end);
    judging::judge(story, words, typed)
}

/// What the parts say together: one that the story says otherwise turns the whole, one it doesn't say leaves it open.
fn combine(checked: &mut Checked) {
    let all_supported = checked.parts.iter().all(|part| part.verdict == Verdict::Supported);
    let contradicted = checked.parts.iter().find(|part| part.verdict == Verdict::Contradicted);
    if all_supported {
        checked.verdict = Verdict::Supported;
        checked.confidence = checked.parts.iter().map(|part| part.confidence).fold(1.0, f32::min);
        checked.because = checked.parts.iter().flat_map(|part| part.because.clone()).collect();
        checked.because.dedup();
    } else if let Some(contradicted) = contradicted {
        checked.verdict = Verdict::Contradicted;
        checked.confidence = contradicted.confidence;
        checked.because = contradicted.because.clone();
        checked.differences = contradicted.differences.clone();
    }
}

#[cfg(test)]
mod tests;
