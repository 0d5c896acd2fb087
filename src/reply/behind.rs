//! Who is behind a story's words, and why the words are taken for theirs: what `why` and `sources` found.

use std::sync::Arc;

use verbatim_index::span::Span;
use verbatim_index::story::{Citation, Story};

/// A statement's id: its number in the story, from 1.
pub fn statement_id(index: usize) -> String {
    format!("s{}", index + 1)
}

/// The index of the statement with an id such as `s5`.
pub fn statement_index(id: &str) -> Option<usize> {
    id.strip_prefix(['s', 'S'])?.parse::<usize>().ok()?.checked_sub(1)
}

/// Statements with the reasons for their attribution.
#[derive(Clone, Debug)]
pub struct Reasoned {
    /// The story asked.
    pub story: Arc<Story>,
    /// The id or the words that were asked for.
    pub asked: String,
    /// The statements meant, the likeliest first; empty where there is none.
    pub found: Vec<Why>,
}

/// A statement with what proves its speaker's name.
#[derive(Clone, Debug)]
pub struct Why {
    /// The statement, as an index of the story's.
    pub statement: usize,
    /// What proves the name.
    pub proofs: Vec<Proof>,
}

/// Words that stand for a name, and the story's words that prove it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The words.
    pub words: Span,
    /// What proves it.
    pub shown_by: Span,
}

/// Who is behind a story.
#[derive(Clone, Debug)]
pub struct SourcesFound {
    /// The story asked.
    pub story: Arc<Story>,
    /// Those who speak in it or pass words on, the plainest named first.
    pub found: Vec<SourceFound>,
    /// The sentences of the body that are the story's own.
    pub own: Vec<Citation>,
}

/// Somebody behind a story.
#[derive(Clone, Debug)]
pub struct SourceFound {
    /// What sort of source.
    pub kind: SourceKind,
    /// The words that name them; `None` where the story names nobody.
    pub name: Option<Span>,
    /// What they say, as indices of the story's statements.
    pub said: Vec<usize>,
    /// What they pass on of others, as indices of the story's statements.
    pub passed_on: Vec<usize>,
}

impl SourceFound {
    /// The statement in which they first stand.
    pub fn first(&self) -> Option<usize> {
        self.said.iter().chain(&self.passed_on).min().copied()
    }
}

/// What sort of source somebody is, the plainest named first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SourceKind {
    /// A person with a name.
    Person,
    /// A country or body with a name.
    Body,
    /// A news organisation or wire.
    News,
    /// Somebody known by an office only.
    Office,
    /// A source that the story doesn't name.
    Unnamed,
    /// Somebody of whom it is unclear who they are.
    Unclear,
    /// Words without any source.
    None,
}
