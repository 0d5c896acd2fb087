//! What is said of questions that a story doesn't answer.

use super::Phrase;
use crate::render::language::Language;

/// The title of the list.
pub const TITLE: Phrase = Phrase::of("gaps");
/// Where every question was answered.
pub const NONE: Phrase = Phrase::of("gaps-none");
/// In place of a question whose words aren't kept, in the terminal.
pub const NO_WORDS: &str = "(its words aren't kept; settings --keep-questions on keeps them)";

/// How often something was asked.
pub fn times(language: Language, count: u32) -> String {
    Phrase::of("gaps-times").filled(language, [("count", count.into())])
}

/// How many further questions there are, or how many whose words aren't kept.
pub fn further(language: Language, count: usize, are_wordless: bool) -> String {
    let phrase = if are_wordless { Phrase::of("gaps-wordless") } else { Phrase::of("gaps-further") };
    phrase.filled(language, [("count", count.into())])
}
