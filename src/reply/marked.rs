//! A text of somebody's, such as a message, with what the story has of each of its quotations, figures and sentences.

use std::ops::Range;
use std::sync::Arc;

use verbatim_index::check::{Checked, Verdict};
use verbatim_index::quote::QuoteCheck;
use verbatim_index::story::{Citation, Story};

/// A text marked piece by piece.
#[derive(Clone, Debug)]
pub struct Marked {
    /// The story asked.
    pub story: Arc<Story>,
    /// The text as given.
    pub text: String,
    /// What is to be told of each piece.
    pub purpose: Purpose,
    /// The pieces, in the text's order.
    pub pieces: Vec<Piece>,
    /// How many further pieces were not looked at.
    pub left: usize,
}

/// What somebody wants to know of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Whether the story says so.
    Check,
    /// Whose words they are.
    Whose,
}

/// A piece of a text, and what the story has of it.
#[derive(Clone, Debug)]
pub struct Piece {
    /// The piece, in bytes of the text.
    pub typed: Range<usize>,
    /// What the story has of it.
    pub found: Found,
}

/// What the story has of a piece.
#[derive(Clone, Debug)]
pub enum Found {
    /// The piece is a quotation.
    Quotation {
        /// The stretch that was looked for, in bytes of the text: the quotation, with who is said to have said it
        /// where it is the only one of its sentence. The check's own ranges count from its start.
        looked_for: Range<usize>,
        /// What the story has of it.
        check: QuoteCheck,
    },
    /// The piece is a sentence, taken as a claim. The check's own ranges count from the piece's start.
    Claim {
        /// What the story says of it.
        checked: Checked,
        /// Each of its figures.
        figures: Vec<FigureMark>,
    },
}

/// A figure of a claim.
#[derive(Clone, Debug)]
pub struct FigureMark {
    /// The figure, in bytes of the text.
    pub typed: Range<usize>,
    /// What the story says of the claim with this figure.
    pub verdict: Verdict,
    /// The story's words where they differ.
    pub story: Option<Citation>,
}
