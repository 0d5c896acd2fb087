//! What happened, dated, in order.

use super::{Extracted, Extractor, Kind};
use crate::document::Document;
use crate::language::dates::Period;
use crate::span::Span;

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// The words that tell it: a sentence or clause.
    pub span: Span,
    /// The words that say when.
    pub when: Option<Span>,
    /// The days meant, where the words or the day of publication give them.
    pub period: Option<Period>,
}

/// Finds events.
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Event, asked_by: &["when", "timeline", "happened"], extract };

fn extract(_document: &Document, _extracted: &mut Extracted) {}
