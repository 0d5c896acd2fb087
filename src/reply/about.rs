//! What the program says of itself: the story in use, and the error rates that were measured.

use std::sync::Arc;

use verbatim_index::library::StoryEntry;
use verbatim_index::story::Story;

use super::error_rates::ErrorRate;

/// What the program is.
#[derive(Clone, Debug)]
pub struct About {
    /// The story that is asked, where it is clear which.
    pub story: Option<Arc<Story>>,
    /// How often attribution is wrong, by kind.
    pub error_rates: Vec<ErrorRate>,
}

/// The story that is asked, and those that could be.
#[derive(Clone, Debug)]
pub struct StoryInUse {
    /// The story.
    pub story: Arc<Story>,
    /// The other stories of the library.
    pub others: Vec<StoryEntry>,
}
