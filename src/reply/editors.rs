//! Questions that a story's editors expect, and how the program fares with them.

use std::sync::Arc;

use verbatim_index::editors::{Fared, Tried};
use verbatim_index::story::Story;

/// The questions that a story's editors expect.
#[derive(Clone, Debug)]
pub struct QuestionsListed {
    /// The story.
    pub story: Arc<Story>,
}

/// How the program fares with them.
#[derive(Clone, Debug)]
pub struct QuestionsTried {
    /// The story.
    pub story: Arc<Story>,
    /// Each question that leads somewhere.
    pub tried: Vec<Tried>,
}

/// How many questions fared how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FaredCounts {
    /// Right.
    pub right: usize,
    /// Another sentence was shown, or one where the story doesn't answer.
    pub wrong: usize,
    /// Nothing was shown though the story answers.
    pub silent: usize,
}

impl QuestionsTried {
    /// How many fared how, in the way that `of` takes from each.
    pub fn counts(&self, of: impl Fn(&Tried) -> Fared) -> FaredCounts {
        let mut counts = FaredCounts::default();
        for tried in &self.tried {
            match of(tried) {
                Fared::Right => counts.right += 1,
                Fared::Silent => counts.silent += 1,
                Fared::Elsewhere(_) | Fared::Answered(_) => counts.wrong += 1,
            }
        }
        counts
    }

    /// Those that the program alone doesn't get right, or doesn't even with all questions.
    pub fn not_right(&self) -> impl Iterator<Item = &Tried> {
        self.tried.iter().filter(|tried| tried.alone != Fared::Right || tried.with_all != Fared::Right)
    }
}
