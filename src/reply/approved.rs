//! What moderators approved as the answer to a question: words of the story, or a note of theirs.

use std::sync::Arc;

use verbatim_index::story::{Citation, Story};

use crate::desk::Approved;

/// An approved answer as it stands in a story.
#[derive(Clone, Debug)]
pub struct ApprovedAnswer {
    /// Its words.
    pub words: ApprovedWords,
    /// Who approved it.
    pub who: String,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// Whose words an approved answer is in.
#[derive(Clone, Debug)]
pub enum ApprovedWords {
    /// The story's.
    Story(Citation),
    /// A person's.
    Note {
        /// The words.
        words: String,
        /// The passage that bears them out.
        beside: Option<Citation>,
        /// The address of what bears them out.
        link: Option<String>,
    },
}

/// The approved answers about a story.
#[derive(Clone, Debug)]
pub struct ApprovedList {
    /// The story.
    pub story: Arc<Story>,
    /// Each as it is kept, and as it stands in the story; `None` where the text under it changed, so that it isn't shown.
    pub shown: Vec<(Approved, Option<ApprovedAnswer>)>,
}
