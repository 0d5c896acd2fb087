//! Questions that a story doesn't answer, those that ask for much the same together.

use std::sync::Arc;

use verbatim_index::story::{Citation, Story};

use crate::desk::Gap;

/// The questions that a story doesn't answer.
#[derive(Clone, Debug)]
pub struct GapsShown {
    /// The story.
    pub story: Arc<Story>,
    /// The questions, those asked most often first.
    pub groups: Vec<GapGroup>,
}

/// Questions that ask for the same kind of thing and have the same passage nearest to them.
#[derive(Clone, Debug)]
pub struct GapGroup {
    /// The passage nearest to them, which answers none of them.
    pub nearest: Option<Citation>,
    /// The questions, those asked most often first; never empty.
    pub gaps: Vec<Gap>,
}

impl GapGroup {
    /// How often any of them was asked.
    pub fn times(&self) -> u32 {
        self.gaps.iter().map(|gap| gap.times).fold(0, u32::saturating_add)
    }

    /// When one of them was asked last, in milliseconds since 1970.
    pub fn latest_at(&self) -> i64 {
        self.gaps.iter().map(|gap| gap.latest_at).max().unwrap_or_default()
    }

    /// What they ask for, in a word.
    pub fn kind(&self) -> &str {
        self.gaps.first().map_or("", |gap| gap.kind.as_str())
    }
}
