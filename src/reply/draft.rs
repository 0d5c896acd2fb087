//! A whole draft checked against a story, and the form of a file in which somebody wants it.

use std::sync::Arc;

use verbatim_index::draft::{CheckedDraft, Standing};
use verbatim_index::story::Story;

/// A draft with what the story has of it.
#[derive(Clone, Debug)]
pub struct DraftChecked {
    /// The story asked.
    pub story: Arc<Story>,
    /// The draft, read as a story is.
    pub draft: Arc<Story>,
    /// What was marked.
    pub checked: CheckedDraft,
    /// The file that is wanted in place of words.
    pub form: Option<Form>,
}

/// A form of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// A table for spreadsheets.
    Csv,
    /// JSON Lines.
    Json,
    /// A table in Markdown.
    Markdown,
    /// A page for a browser.
    Page,
}

impl DraftChecked {
    /// What came of it in one word, for logs and metrics.
    pub fn outcome(&self) -> &'static str {
        match self.checked.standing() {
            Standing::Good => "as_the_story_has_it",
            Standing::Open => "not_shown_by_the_story",
            Standing::Wrong => "against_the_story",
        }
    }
}
