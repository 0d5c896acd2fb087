//! Full-text search over a library: what is asked of an engine, and what it answers. One file in `search/` an engine.

pub mod entries;
pub mod tantivy;

pub use entries::{Entry, entries};

/// What an indexed entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum EntryKind {
    /// A sentence of the article.
    Sentence,
    /// A statement.
    Statement,
    /// A figure.
    Figure,
    /// A fact of the dispute.
    Dispute,
    /// An event.
    Event,
    /// A related fact.
    Fact,
}

/// What is searched for.
#[derive(Clone, Debug)]
pub struct Query<'q> {
    /// The words as typed; never parsed as a query language.
    pub words: &'q str,
    /// Only in this story.
    pub story: Option<&'q str>,
    /// Only entries of these kinds; all where empty.
    pub kinds: &'q [EntryKind],
    /// How many hits at most.
    pub limit: usize,
}

/// A scored entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The story's id.
    pub story: String,
    /// The version of the story that was indexed; [`Story::cited_by`](crate::story::Story::cited_by) looks at it.
    pub version: u32,
    /// What the entry is.
    pub kind: EntryKind,
    /// Which one of its kind in the story, from 0.
    pub ordinal: usize,
    /// Its words: of the article, or for a related fact of its claim; in bytes.
    pub bytes: std::ops::Range<usize>,
    /// The engine's score; comparable within one search only.
    pub score: f32,
}

/// Full-text search over a library's entries.
pub trait Engine: Send + Sync {
    /// The best entries, best first; equal scores in the order of story, kind and ordinal.
    ///
    /// # Errors
    /// When the index can't be read.
    fn search(&self, query: &Query<'_>) -> Result<Vec<Hit>, SearchError>;
}

/// Why an index can't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The engine failed.
    #[error("the index can't be read: {0}; `verbatim index` builds it anew")]
    Engine(#[from] ::tantivy::TantivyError),
    /// A file of the index isn't what was written.
    #[error("the index can't be read: {0} is damaged; `verbatim index` builds it anew")]
    Damaged(String),
}
