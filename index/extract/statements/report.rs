//! What one cue reports in its sentence: who, to whom, which words. Attribution over sentences is `attribution`'s.

use std::ops::Range;

use super::Reason;

/// How the words reported stand to their cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// A clause, phrase or quotation beside the cue.
    Stated,
    /// The cue has no words of its own in the sentence ("he said."): those of the sentence before.
    Bare,
    /// A cue and colon at the end of a paragraph: what follows.
    Announced,
}

/// A cue with what belongs to it, by indices of the document's tokens.
#[derive(Clone, Debug)]
pub struct Report {
    /// The words that report.
    pub cue: Range<usize>,
    /// Who speaks.
    pub subject: Option<Range<usize>>,
    /// To whom.
    pub addressee: Option<Range<usize>>,
    /// The words reported.
    pub contents: Vec<Range<usize>>,
    /// How they stand to the cue.
    pub manner: Manner,
    /// Whether it is denied.
    pub denied: bool,
    /// Why.
    pub because: Vec<Reason>,
    /// The sentence, as an index of the reading's.
    pub sentence: usize,
    /// A chain link only: "according to AFP" after words that have a speaker.
    pub link: bool,
    /// Those beside the cue who passed the words on, from the one nearest to the speaker outwards.
    pub passers: Vec<Passer>,
}

/// One who passed words on, by indices of the document's tokens.
#[derive(Clone, Debug)]
pub struct Passer {
    /// Who.
    pub reporter: Range<usize>,
    /// The words that say so.
    pub cue: Range<usize>,
}
