//! What a newsroom takes away: a checklist of a story, two stories side by side, somebody's words over all stories.

use std::sync::Arc;

use verbatim_index::checklist::Item;
use verbatim_index::compare::Compared;
use verbatim_index::story::Story;

use super::Listed;
use crate::desk::Tick;

/// What is to be looked up in a story.
#[derive(Clone, Debug)]
pub struct Checklist {
    /// The story.
    pub story: Arc<Story>,
    /// The things, in the order of the text.
    pub items: Vec<Item>,
    /// Each one's id, and who ticked it; in the same order.
    pub ticked: Vec<Ticked>,
}

/// Whether a thing was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// Its id: the same in every version that has the same words.
    pub id: String,
    /// Who ticked it, once somebody did.
    pub tick: Option<Tick>,
}

/// Two stories of one event.
#[derive(Clone, Debug)]
pub struct StoriesCompared {
    /// The first one.
    pub first: Arc<Story>,
    /// The second one.
    pub second: Arc<Story>,
    /// What they tell differently.
    pub compared: Compared,
}

/// What somebody said in each story, the oldest story first, those without a date last.
#[derive(Clone, Debug)]
pub struct SaidEverywhere {
    /// Each story that has something, with its statements.
    pub stories: Vec<Listed>,
    /// By whom, as the asker put it.
    pub speaker: Option<String>,
    /// About what, as the asker put it.
    pub about: Option<String>,
}
