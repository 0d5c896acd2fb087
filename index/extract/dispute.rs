//! A dispute's facts: parties, names, control, claims, stakes, events.

use super::{Extracted, Extractor, Kind};
use crate::document::Document;
use crate::span::Span;

/// Which side of a dispute a fact tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Aspect {
    /// Who is in it.
    Party,
    /// What a party calls the thing.
    Name,
    /// Who holds it.
    Control,
    /// Who claims it.
    Claim,
    /// What there is to win.
    Stake,
    /// What set it off, and what followed.
    Event,
}

/// One fact of a dispute.
#[derive(Clone, Copy, Debug)]
pub struct DisputeFact {
    /// Which side it tells.
    pub aspect: Aspect,
    /// The words that tell it.
    pub span: Span,
    /// The party it is about.
    pub party: Option<Span>,
    /// The name, the thing at stake, the thing claimed.
    pub value: Option<Span>,
    /// The words that say how firmly it is stated ("are thought to").
    pub hedge: Option<Span>,
}

/// Finds a dispute's facts.
pub const EXTRACTOR: Extractor =
    Extractor { kind: Kind::Dispute, asked_by: &["dispute", "disputed", "controls", "claims", "owns"], extract };

fn extract(_document: &Document, _extracted: &mut Extracted) {}
