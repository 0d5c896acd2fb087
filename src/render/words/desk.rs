//! What is said of what the desk keeps.

use std::time::Duration;

use jiff::Timestamp;

use super::Phrase;
use crate::render::language::Language;

/// The title of what is set.
pub const SETTINGS: Phrase = Phrase::of("settings");
/// Where nothing is set.
pub const NOTHING_SET: Phrase = Phrase::of("settings-none");
/// Before what is set for the whole server.
pub const EVERYWHERE: Phrase = Phrase::of("settings-everywhere");
/// Before those whom the bot doesn't answer.
pub const BLOCKED: Phrase = Phrase::of("settings-blocked");
/// What a member is told whom the bot doesn't answer.
pub const YOU_ARE_BLOCKED: Phrase = Phrase::of("blocked-you");

/// Before what is set for a channel, shown as Discord links it.
pub fn in_channel(language: Language, channel: u64) -> String {
    Phrase::of("settings-in-channel").filled(language, [("channel", format!("<#{channel}>").into())])
}

/// What a member is told whose turn it isn't yet.
pub fn wait(language: Language, left: Duration) -> String {
    let seconds = left.as_secs() + u64::from(left.subsec_nanos() > 0);
    Phrase::of("cool-down-you").filled(language, [("seconds", seconds.into())])
}

/// Where nothing was changed yet.
pub const NO_CHANGES: &str = "Nothing was changed yet.";

/// A moment as it is kept, in milliseconds since 1970, as RFC 3339 writes it.
pub fn moment(at: i64) -> String {
    Timestamp::from_millisecond(at).map_or_else(|_| at.to_string(), |at| format!("{at:.3}"))
}

/// Who changed something.
pub fn by(who: &str) -> String {
    format!("{who}: ")
}

/// What something was and has become.
pub fn from_to(was: &str, became: &str) -> String {
    let shown = |words: &str| if words.is_empty() { "nothing".to_owned() } else { format!("{words:?}") };
    format!("{} → {}", shown(was), shown(became))
}
