//! What every command returns, before any surface: stories with what was found in them, as indices and citations.
//! Never the story's words, which a renderer takes from the story, and never a sentence of ours.

use std::sync::Arc;
use std::time::Duration;

use verbatim_index::answer::Answer;
use verbatim_index::check::Checked;
use verbatim_index::quote::QuoteCheck;
use verbatim_index::story::{Citation, Story};

pub mod failure;

pub use failure::{Failure, Mistake};

/// What a command found.
#[derive(Clone, Debug)]
pub enum Reply {
    /// What became of a question.
    Answer(Answered),
    /// Who said what.
    Statements(Listed),
    /// Numbers, dates, durations.
    Figures(Listed),
    /// The facts of a dispute.
    Dispute(Listed),
    /// What happened, in order.
    Timeline(Listed),
    /// What the story says of a claim.
    Claim(ClaimChecked),
    /// What the story has of a quotation.
    Quote(QuoteChecked),
    /// Sentences that stand for the story.
    Summary(Summarised),
    /// A paragraph between its neighbours.
    Paragraph(ParagraphShown),
    /// All that the extractors found in a text that is in no library.
    Extracted(Arc<Story>),
}

/// What became of a question put to a story.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The story asked.
    pub story: Arc<Story>,
    /// The question as typed.
    pub question: String,
    /// What became of it.
    pub answer: Arc<Answer>,
    /// How many ranked sentences the asker wants to see; 0 for none.
    pub top: usize,
    /// Whether the asker wants to know what it was found by.
    pub explain: bool,
    /// How long it took.
    pub took: Duration,
}

/// Things of one kind found in a story.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The story asked.
    pub story: Arc<Story>,
    /// What was found, as indices of the story's things of this kind.
    pub found: Vec<usize>,
    /// By whom, as the asker put it.
    pub speaker: Option<String>,
    /// About what, as the asker put it.
    pub about: Option<String>,
}

/// A claim that was checked.
#[derive(Clone, Debug)]
pub struct ClaimChecked {
    /// The story asked.
    pub story: Arc<Story>,
    /// The claim as typed.
    pub claim: String,
    /// What the story says of it.
    pub checked: Checked,
}

/// A quotation that was looked for.
#[derive(Clone, Debug)]
pub struct QuoteChecked {
    /// The story asked.
    pub story: Arc<Story>,
    /// The quotation as typed.
    pub quote: String,
    /// What the story has of it.
    pub check: QuoteCheck,
}

/// A summary.
#[derive(Clone, Debug)]
pub struct Summarised {
    /// The story.
    pub story: Arc<Story>,
    /// The sentences that stand for it, in the story's order.
    pub sentences: Vec<Citation>,
}

/// A paragraph to be shown between its neighbours.
#[derive(Clone, Debug)]
pub struct ParagraphShown {
    /// The story.
    pub story: Arc<Story>,
    /// Which one, as an index of the document's paragraphs.
    pub paragraph: usize,
}
