//! What a news story says: passages, statements, figures, a dispute, events, each a slice of its source.
//!
//! ```text
//! file ─► Article ─► Document ─► extractors ─► Annotations ─┐
//!                       │                                   ├─► Story ─► Question ─► Answer (spans only)
//! facts.jsonl ─► Fact ──┼───────────────────────────────────┘     ▲
//!                       └─► one tantivy document a sentence, statement, figure, … ─► Hits
//! ```
//!
//! Each arrow is a pure function, except reading and indexing ([`library`]). There is no clock, no network
//! and no terminal here. What must always hold:
//!
//! 1. An [`answer::Answer`] holds no words of the story: it holds spans, and text appears only when a
//!    renderer asks the story for a slice.
//! 2. A [`span::Span`] is made only through its [`span::Source`], which checks bounds and character
//!    boundaries once. It is a half-open range of UTF-8 bytes.
//! 3. Normalising (case, accents, quotation marks, stems, aliases) happens for search only and changes no offset.
//! 4. Extraction can't fail: finding nothing is a result.
//! 5. "The story doesn't say" is an answer, not an error.
//! 6. The same index and question give the same bytes on every machine and run.
//! 7. What is stored as given can always rebuild everything else.

pub mod answer;
pub mod article;
pub mod carried;
pub mod check;
pub mod checklist;
pub mod compare;
pub mod correction;
pub mod document;
pub mod draft;
pub mod editors;
pub mod export;
pub mod extract;
pub mod facts;
pub mod language;
pub mod library;
pub mod meaning;
pub mod question;
pub mod quote;
pub mod search;
pub mod series;
pub mod span;
pub mod story;
pub mod summary;
mod trees;
