//! What is said of approved answers.

use super::Phrase;
use crate::render::language::Language;

/// The title of the list.
pub const TITLE: Phrase = Phrase::of("approved");
/// Where none is approved.
pub const NONE: Phrase = Phrase::of("approved-none");
/// Over words of the story that were approved.
pub const BY_MODERATORS: Phrase = Phrase::of("approved-by-moderators");
/// Over words that aren't the story's.
pub const NOTE: Phrase = Phrase::of("moderators-note");
/// Before what bears a note out.
pub const SOURCE: Phrase = Phrase::of("note-source");
/// Of an approved answer whose passage changed.
pub const CHANGED: Phrase = Phrase::of("approved-changed");
/// Between an approved note and what the program finds itself.
pub const BY_ITSELF: Phrase = Phrase::of("answer-by-itself");

/// Who approved it, and on which day.
pub fn by(language: Language, who: &str, at: i64, shown: &dyn Fn(&str) -> String) -> String {
    format!("{}, {}", super::corrections::who(language, who, shown), super::corrections::day(at))
}
