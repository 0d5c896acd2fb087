//! Related facts: each a claim in our own words with its source, and the facts that tell it otherwise.
//! A fact is never shown as the article's.

use serde::Deserialize;

use crate::span::Source;

/// The figure of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum FactValue {
    /// One value.
    One(f64),
    /// A range, both ends included.
    Range(f64, f64),
}

/// Where a fact was read.
#[derive(Clone, Debug, Deserialize)]
pub struct FactSource {
    /// Its headline; in square brackets where it is a description.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Its address.
    pub url: Option<String>,
    /// The day, month or year of publication, as ISO 8601.
    pub published: Option<String>,
}

/// A related fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Its id, unique within the story.
    pub id: String,
    /// What it is about, one word ("supply").
    pub topic: String,
    /// The claim, a source of its own: what is shown of a fact is a slice of it.
    pub claim: Source,
    /// Its figure.
    pub value: Option<FactValue>,
    /// The figure's unit.
    pub unit: Option<String>,
    /// What the figure is of.
    pub of: Option<String>,
    /// The year that it is about.
    pub year: Option<i16>,
    /// Whose statement it is.
    pub speaker: Option<String>,
    /// When it happened or was said, as ISO 8601 to the day, month or year.
    pub date: Option<String>,
    /// Where it was read.
    pub source: FactSource,
    /// The ids of facts that tell it otherwise.
    pub disputed_by: Vec<String>,
}
