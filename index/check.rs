//! Claim → [`Verdict`]: what the story says of it, with what differs. A verdict is about the text, never about the world.

use crate::story::Citation;

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
    pub claim: std::ops::Range<usize>,
    /// The story's words.
    pub story: Citation,
    /// In what.
    pub kind: DifferenceKind,
}

/// A checked claim, or a checked part of one.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The part of the claim, in bytes.
    pub claim: std::ops::Range<usize>,
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
