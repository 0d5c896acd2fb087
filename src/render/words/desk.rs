//! What is said of what the desk keeps.

use std::time::Duration;

use jiff::Timestamp;

use super::Phrase;
use crate::desk::MemberData;
use crate::render::language::Language;

/// Where nobody found anything wrong.
pub const NO_COMPLAINTS: &str = "Nobody found anything wrong yet.";
/// Of a complaint's question that is answered otherwise now.
pub const CHANGED: &str = "answered otherwise now";
/// Of a complaint's question that is still answered so.
pub const UNCHANGED: &str = "still answered so";

/// The title of what is kept of who asks.
pub const MY_DATA: Phrase = Phrase::of("my-data");
/// Where nothing is kept of them.
pub const MY_DATA_NOTHING: Phrase = Phrase::of("my-data-nothing");
/// Where it was deleted.
pub const MY_DATA_DELETED: Phrase = Phrase::of("my-data-deleted");
/// How it is deleted.
pub const MY_DATA_HOW: Phrase = Phrase::of("my-data-how");
/// Where they are blocked.
pub const MY_DATA_BLOCKED: Phrase = Phrase::of("my-data-blocked");

/// What is kept of who asks, counted.
pub fn my_data(language: Language, data: &MemberData) -> Vec<String> {
    let counts = [
        ("my-data-answers", data.answers),
        ("my-data-complaints", data.complaints),
        ("my-data-hand-overs", data.hand_overs),
        ("my-data-turns", data.turns),
        ("my-data-changes", data.changes),
    ];
    let kept = counts.into_iter().filter(|(_, count)| *count > 0);
    kept.map(|(key, count)| Phrase::of(key).filled(language, [("count", count.into())])).collect()
}

/// Before the questions whose change a member wishes to be told of.
pub fn my_wishes(language: Language, count: usize) -> String {
    Phrase::of("my-data-wishes").filled(language, [("count", count.into())])
}

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

/// The title of the audit log.
pub const AUDIT: Phrase = Phrase::of("audit");
/// Where nothing was changed yet.
pub const NO_CHANGES: Phrase = Phrase::of("audit-none");

/// What something was and has become, in Discord.
pub fn before_after(language: Language, was: &str, became: &str) -> String {
    let shown = |words: &str| {
        let words = if words.is_empty() { super::NOTHING.in_language(language) } else { words };
        words.to_owned()
    };
    format!("{} → {}", shown(was), shown(became))
}

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
