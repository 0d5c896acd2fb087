//! Pasted words → is this quotation the story's: verbatim, altered, another speaker's, absent.

use crate::story::Citation;

/// What the story has of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteVerdict {
    /// The same words, typographic twins folded.
    Verbatim,
    /// The same but for some words.
    Altered,
    /// The words are there, but another's.
    OtherSpeaker,
    /// Nothing like it.
    Absent,
    /// There is no quotation to look for.
    Rejected,
}

/// One stretch that differs: words of the quotation (bytes) against words of the story; either may be empty.
#[derive(Clone, Debug)]
pub struct Alteration {
    /// The quotation's words, in bytes of it.
    pub quote: std::ops::Range<usize>,
    /// The story's words; `None` where the quotation adds some.
    pub story: Option<Citation>,
}

/// A quotation looked for in a story.
#[derive(Clone, Debug)]
pub struct QuoteCheck {
    /// What the story has of it.
    pub verdict: QuoteVerdict,
    /// The passages that decide.
    pub because: Vec<Citation>,
    /// What differs.
    pub alterations: Vec<Alteration>,
}
