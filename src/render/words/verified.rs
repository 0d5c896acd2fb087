//! What is said of words that were looked for in their source again.

use super::{Language, Phrase};
use crate::reply::verified::Likeness;

/// The button that reads the source again.
pub const VERIFY: Phrase = Phrase::of("verify");
/// Over what the second look showed.
pub const TITLE: Phrase = Phrase::of("verified");
/// Where the message quotes nothing.
pub const NOTHING_QUOTED: Phrase = Phrase::of("verified-nothing");
/// Where the file isn't what was added.
pub const ALTERED: Phrase = Phrase::of("verified-altered");
/// Where a newer version has the words no longer.
pub const NO_LONGER: Phrase = Phrase::of("verified-no-longer");

/// How words stand in the source.
pub fn likeness(likeness: Likeness) -> Phrase {
    match likeness {
        Likeness::Same => Phrase::of("verified-same"),
        Likeness::AsFarAsShown => Phrase::of("verified-as-far-as-shown"),
        Likeness::ButForBlanks => Phrase::of("verified-but-for-blanks"),
        Likeness::Absent => Phrase::of("verified-absent"),
    }
}

/// From which to which character of the file.
pub fn offsets(language: Language, start: usize, end: usize) -> String {
    let numbers = [("start", start.to_string().into()), ("end", end.to_string().into())];
    Phrase::of("verified-offsets").filled(language, numbers)
}

/// Which file was read: its version, and its SHA-256.
pub fn file(language: Language, story: &str, version: u32, fingerprint: &str) -> String {
    let fillings =
        [("story", story.into()), ("version", version.to_string().into()), ("fingerprint", fingerprint.into())];
    Phrase::of("verified-file").filled(language, fillings)
}

/// That the story has a newer version.
pub fn newer(language: Language, version: u32) -> String {
    Phrase::of("verified-newer").filled(language, [("version", version.to_string().into())])
}

/// Where the words stand in the newer version.
pub fn now(language: Language, place: &str) -> String {
    Phrase::of("verified-now").filled(language, [("place", place.into())])
}

/// That there are further places.
pub fn further(language: Language, count: usize) -> String {
    Phrase::of("verified-further").filled(language, [("count", count.into())])
}
