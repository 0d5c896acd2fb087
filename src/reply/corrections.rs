//! What was corrected by hand in a story, and whether it still holds there.

use std::sync::Arc;

use verbatim_index::correction;
use verbatim_index::story::{Citation, Story};

use crate::desk::Correction;

/// The corrections of a story.
#[derive(Clone, Debug)]
pub struct CorrectionsShown {
    /// The story.
    pub story: Arc<Story>,
    /// Its corrections, in the order in which they were made.
    pub shown: Vec<CorrectionShown>,
}

/// A correction with where it stands.
#[derive(Clone, Debug)]
pub struct CorrectionShown {
    /// As it is kept.
    pub correction: Correction,
    /// Whether it is the server's own; else it is the operator's, for everybody.
    pub is_own: bool,
    /// As it holds in the story; where the text under it changed, the passage that stands there now, if any does.
    pub standing: Result<correction::Correction, Option<Citation>>,
}
