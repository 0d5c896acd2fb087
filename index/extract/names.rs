//! Who and what a document speaks of: people, places, bodies, with the aliases and roles that its own words prove.

use super::{Extracted, Extractor, Kind};
use crate::document::Document;
use crate::span::Span;

/// What sort of thing bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NameKind {
    /// A person.
    Person,
    /// A country.
    Country,
    /// Any other place.
    Place,
    /// A company, ministry, agency, newspaper, alliance …
    Body,
    /// A name of none of these kinds, or of an unclear one.
    Other,
}

/// How it is known that other words mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AliasReason {
    /// A part of the full name ("Clinton").
    PartOfName,
    /// First letters ("IAEA").
    Acronym,
    /// The story puts the two beside each other ("known in Japan as Senkaku", "…, or Asean, …").
    StatedByStory,
    /// A capital or demonym of a country ("Beijing", "Chinese").
    CountryWord,
}

/// Other words for the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The other words.
    pub span: Span,
    /// How it is known.
    pub reason: AliasReason,
    /// The story's words that prove it.
    pub evidence: Span,
}

/// An office or description that the story gives a name ("US Secretary of State").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameRole {
    /// The role.
    pub span: Span,
    /// The story's words that prove it.
    pub evidence: Span,
}

/// Somebody or something spoken of, with every mention.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its fullest form in the story.
    pub canonical: Span,
    /// What sort of thing it is.
    pub kind: NameKind,
    /// ISO 3166-1 alpha-2 code, for a country.
    pub country: Option<&'static str>,
    /// Every place where it is named, in order, the canonical one and aliases included.
    pub mentions: Vec<Span>,
    /// Other words for it.
    pub aliases: Vec<Alias>,
    /// What the story says that it is.
    pub roles: Vec<NameRole>,
}

/// Finds names.
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Name, asked_by: &["who", "whom", "whose"], extract };

fn extract(_document: &Document, _extracted: &mut Extracted) {}
