//! Numbers, dates and durations of a document: value, unit, hedge, range, of what, by whom, when.

use super::{Extracted, Extractor, Kind};
use crate::document::Document;
use crate::language::dates::Period;
use crate::span::Span;

/// What a figure counts or measures.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Hundredths.
    Percent,
    /// An amount of money, by ISO 4217 code.
    Money(&'static str),
    /// Things counted ("five islands").
    Count,
    /// A place in an order ("third").
    Ordinal,
    /// A day, month, year, decade.
    Date,
    /// A length of time, by its unit's English name in the singular ("year").
    Duration(&'static str),
    /// Any other measure, by its unit's English name in the singular ("tonne").
    Measure(&'static str),
}

/// A figure with what it is about.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its words, hedge included ("some 97%").
    pub span: Span,
    /// The value; of a range or a date there is none.
    pub value: Option<f64>,
    /// The lower end of a range or bound ("more than 90").
    pub low: Option<f64>,
    /// The upper end of a range or bound.
    pub high: Option<f64>,
    /// What it counts or measures.
    pub unit: Unit,
    /// Whether the story hedges it.
    pub approximate: bool,
    /// The hedge's own words ("some", "about", "more than").
    pub hedge: Option<Span>,
    /// What it is a figure of.
    pub of: Option<Span>,
    /// Who does, has or makes what is counted.
    pub by: Option<Span>,
    /// The words that say when.
    pub when: Option<Span>,
    /// The days meant: of a date itself, else of `when`; only where the story's own date or the words give them.
    pub period: Option<Period>,
}

/// Finds figures.
pub const EXTRACTOR: Extractor =
    Extractor { kind: Kind::Figure, asked_by: &["how much", "how many", "what share", "percent"], extract };

fn extract(_document: &Document, _extracted: &mut Extracted) {}
