//! What is said of a text that is marked piece by piece.

use super::{Language, Phrase};

/// Where a text has nothing that could be looked for.
pub const NOTHING_TO_MARK: Phrase = Phrase::of("nothing-to-mark");

/// That further pieces of a text were not looked at.
pub fn not_looked_at(language: Language, count: usize) -> String {
    Phrase::of("not-looked-at").filled(language, [("count", count.into())])
}

/// A figure with what the story says of it.
pub fn figure_verdict(language: Language, figure: &str, verdict: &str) -> String {
    Phrase::of("figure-verdict").filled(language, [("figure", figure.into()), ("verdict", verdict.into())])
}
