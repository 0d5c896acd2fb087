//! A story, and a draft checked against it, to be handed on as data.

use std::sync::Arc;

use verbatim_index::story::Story;

use super::DraftChecked;

/// What is handed on, and how it is written.
#[derive(Clone, Debug)]
pub struct Exported {
    /// The story.
    pub story: Arc<Story>,
    /// A draft with its verdicts.
    pub draft: Option<DraftChecked>,
    /// How it is written.
    pub form: ExportForm,
}

/// A form of exported data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ExportForm {
    /// A table for spreadsheets.
    Csv,
    /// JSON Lines.
    Json,
    /// W3C Web Annotations.
    Annotations,
    /// schema.org `Quotation`s.
    Quotations,
    /// Drafts of schema.org `ClaimReview`s, without a rating.
    ClaimReviews,
}
