//! [`Question`](crate::question::Question) + [`Story`](crate::story::Story) → [`Answer`]: candidates, ranking, and
//! whether to answer at all. An answer holds citations, never words.

use crate::editors::EditorsUse;
use crate::story::Citation;

pub(crate) mod asking;
pub(crate) mod binding;
mod contrast;
mod deciding;
mod disputed;
mod evidence;
mod foreign;
pub(crate) mod judging;
mod led;
mod listing;
pub(crate) mod lookup;
mod measured;
pub(crate) mod passage;
mod premise;
pub(crate) mod ranking;
mod related;
mod required;
mod signals;
mod signs;
mod special;
pub(crate) mod speech;

pub use asking::{ask, look};
pub use contrast::{Contrast, contrasts};
pub use deciding::ENOUGH;
pub use listing::{dispute, figures, said, series, timeline};
pub(crate) use listing::{is_spoken_by, person_words};

/// How a question is to be answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AskOptions {
    /// How many sentences to rank, whatever the outcome.
    pub ranked: usize,
    /// The confidence below which there is no answer.
    pub minimum_confidence: f32,
    /// Whether sentences are ranked by what they mean beside the words they share.
    pub by_meaning: bool,
    /// Whether the best sentences are read together with the question by the small reader that ships.
    pub by_reading: bool,
    /// Which of the editors' questions may lead to a sentence or to silence.
    pub editors: EditorsUse,
}

impl Default for AskOptions {
    fn default() -> Self {
        Self { ranked: 0, minimum_confidence: ENOUGH, by_meaning: true, by_reading: true, editors: EditorsUse::All }
    }
}

/// Why there is no answer from the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Silence {
    /// The story doesn't say.
    NotInStory,
    /// Only a related fact does.
    RelatedOnly,
    /// The story says it of someone or something else: a false premise.
    OfSomethingElse,
    /// The question could mean several things.
    Ambiguous,
}

/// Why a question can't be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rejection {
    /// It has no words.
    Empty,
    /// It is longer than anything that could be a question.
    TooLong,
}

/// What became of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// The article answers.
    Answered,
    /// It doesn't.
    Silent(Silence),
    /// There is no question to answer.
    Rejected(Rejection),
}

/// What kind of evidence answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnswerKind {
    /// A sentence.
    Passage,
    /// A statement.
    Statement,
    /// A figure.
    Figure,
    /// A fact of the dispute.
    Dispute,
    /// An event.
    Timeline,
    /// A related fact.
    Fact,
}

/// A citation with how well it fits, from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// What is cited.
    pub citation: Citation,
    /// How well it fits.
    pub score: f32,
}

/// A fixed label that may stand before an answer's words; what it says is the renderer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Label {
    /// The passage decides a yes/no question for yes.
    StorySaysSo,
    /// The passage decides it for no.
    StorySaysOtherwise,
}

/// What a [`Clue`] looks at that tells how a word in another script was read; it counts for nothing.
pub const READ_AS: &str = "read as";

/// What a [`Clue`] looks at that names the editors' question which led to the sentence or to silence.
pub const EDITORS_QUESTION: &str = "editors' question";

/// One thing that the answer was found by, for `--explain`.
#[derive(Clone, Debug, PartialEq)]
pub struct Clue {
    /// What was looked at ("words found").
    pub what: &'static str,
    /// What was seen there: the asker's words, the editors', fixed words or figures, never the story's.
    pub seen: String,
    /// How much it counted.
    pub weight: f32,
}

/// A sentence that may answer, and what was seen of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The sentence.
    pub citation: Citation,
    /// Fixed names, each with its value.
    pub seen: Vec<(&'static str, f32)>,
}

/// What became of a question, and on what evidence.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What became of it.
    pub outcome: Outcome,
    /// How sure, from 0 to 1.
    pub confidence: f32,
    /// What kind of evidence answers.
    pub kind: AnswerKind,
    /// What a person reads first; `None` where there is no answer.
    pub lead: Option<Citation>,
    /// A fixed label before the lead.
    pub label: Option<Label>,
    /// The sentences that answer, best first.
    pub passages: Vec<Evidence>,
    /// Statements that answer, as indices of the story's.
    pub statements: Vec<usize>,
    /// Figures that answer, as indices of the story's.
    pub figures: Vec<usize>,
    /// Facts of the dispute that answer, as indices of the story's.
    pub dispute: Vec<usize>,
    /// Events that answer, as indices of the story's.
    pub events: Vec<usize>,
    /// Related facts that answer, as indices of the story's, each followed by those that tell it otherwise.
    pub related: Vec<usize>,
    /// The nearest passages where there is no answer: not an answer.
    pub nearest: Vec<Evidence>,
    /// The passage that a false premise runs against.
    pub premise: Option<Citation>,
    /// What an ambiguous question could mean.
    pub candidates: Vec<Citation>,
    /// The asker's word and the story's that was probably meant.
    pub did_you_mean: Option<(String, Citation)>,
    /// The best sentences in order, whatever the outcome.
    pub ranked: Vec<Evidence>,
    /// What it was found by.
    pub clues: Vec<Clue>,
}

impl Answer {
    pub(crate) fn empty(outcome: Outcome) -> Self {
        Self {
            outcome,
            confidence: 0.0,
            kind: AnswerKind::Passage,
            lead: None,
            label: None,
            passages: Vec::new(),
            statements: Vec::new(),
            figures: Vec::new(),
            dispute: Vec::new(),
            events: Vec::new(),
            related: Vec::new(),
            nearest: Vec::new(),
            premise: None,
            candidates: Vec::new(),
            did_you_mean: None,
            ranked: Vec::new(),
            clues: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
