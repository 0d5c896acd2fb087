//! The few words of ours on a chart and in its description.

use super::rows::Kind;

/// Under a chart's title.
pub const COMPARED: &str = "Figures compared";
/// Where the article's publisher isn't known.
pub const THE_ARTICLE: &str = "the article";
/// Between what is told of a row.
pub const APART: &str = " · ";
/// Between those that a figure came through; an arrow is no letter of the font.
pub const THROUGH: &str = " › ";
/// Below a chart with a broken bar.
pub const NOT_EXACT: &str = "Broken end: told as not exact.";
/// Below a chart with an arrow.
pub const BOUND: &str = "Arrow: the figure is a bound.";

/// What a bar's pattern means.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => "the article",
        Kind::Reported => "reported in it",
        Kind::Related => "related facts, not the article",
    }
}

/// What one bar's figure is, beside its source.
pub fn kind_of_one(kind: Kind) -> &'static str {
    match kind {
        Kind::Article => "the article",
        Kind::Reported => "reported in the article",
        Kind::Related => "related fact, not the article",
    }
}

/// When an article came out that doesn't say when its figure is of.
pub fn published(date: &str) -> String {
    format!("published {date}")
}

/// Below a chart that hasn't room for all.
pub fn and_more(count: usize) -> String {
    format!("… and {count} more.")
}

/// Before a description.
pub fn chart_of(title: &str, subtitle: &str) -> String {
    format!("Chart: {title}{APART}{subtitle}.")
}
