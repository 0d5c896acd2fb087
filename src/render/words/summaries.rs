//! What is said of posted summaries: in the preview, under what was posted, and to who posted it.

use super::Phrase;
use crate::desk::posts;
use crate::render::language::Language;

/// Over a preview.
pub const PREVIEW: Phrase = Phrase::of("preview");
/// In a preview that would be pinned.
pub const TO_BE_PINNED: Phrase = Phrase::of("preview-pinned");
/// Where the story has changed since somebody wished to post it.
pub const NEWER: Phrase = Phrase::of("preview-newer");
/// Where the bot may not post.
pub const MAY_NOT_POST: Phrase = Phrase::of("may-not-post");
/// Beside what is posted every day and pinned.
pub const PINNED: Phrase = Phrase::of("schedule-pinned");
/// Where a preview was dropped.
pub const DROPPED: Phrase = Phrase::of("preview-dropped");
/// The button that posts.
pub const POST: Phrase = Phrase::of("post");
/// The button for fewer sentences.
pub const SHORTER: Phrase = Phrase::of("shorter");
/// The button for more sentences.
pub const LONGER: Phrase = Phrase::of("longer");
/// The button that has it pinned.
pub const PIN: Phrase = Phrase::of("pin");
/// The button that has it not pinned.
pub const DONT_PIN: Phrase = Phrase::of("dont-pin");
/// The button that drops the preview.
pub const CANCEL: Phrase = Phrase::of("cancel");
/// Over what is posted every day.
pub const SCHEDULES: Phrase = Phrase::of("schedules");
/// Where nothing is posted every day.
pub const NO_SCHEDULES: Phrase = Phrase::of("schedules-none");
/// Where too much is posted every day.
pub const TOO_MANY: Phrase = Phrase::of("schedules-too-many");
/// Where a new version says all that a summary shows as the one before.
pub const UNCHANGED: Phrase = Phrase::of("changed-nothing");

/// That a summary is being posted.
pub fn posting(language: Language, number: i64, channel: u64) -> String {
    let channel = format!("<#{channel}>");
    Phrase::of("posting").filled(language, [("number", number.to_string().into()), ("channel", channel.into())])
}

/// Something that is posted every day, and when next; Discord shows that in the reader's own zone.
pub fn schedule(language: Language, [number, story, channel, time, zone]: [&str; 5], next: &str) -> String {
    Phrase::of("schedule").filled(
        language,
        [
            ("number", number.into()),
            ("story", story.into()),
            ("channel", channel.into()),
            ("time", time.into()),
            ("zone", zone.into()),
            ("next", next.into()),
        ],
    )
}

/// The button that ends what is posted every day.
pub fn end(language: Language, number: i64) -> String {
    Phrase::of("schedule-end").filled(language, [("number", number.to_string().into())])
}

/// Before what has changed: when it did, as Discord shows it in the reader's own zone.
pub fn changed(language: Language, when: &str) -> String {
    Phrase::of("changed-at").filled(language, [("when", when.into())])
}

/// One thing that has changed: what it is, in a word as it is kept, and its words before and now.
pub fn difference(language: Language, of: &str, was: &str, became: &str) -> String {
    let phrase = match of {
        "figure" => Phrase::of("changed-figure"),
        "date" => Phrase::of("changed-date"),
        "name" => Phrase::of("changed-name"),
        "quotation" => Phrase::of("changed-quotation"),
        "speaker" => Phrase::of("changed-speaker"),
        "verb" => Phrase::of("changed-verb"),
        crate::versions::ADDED => Phrase::of("changed-added"),
        crate::versions::LEFT_OUT => Phrase::of("changed-left-out"),
        _ => Phrase::of("changed-words"),
    };
    phrase.filled(language, [("was", was.into()), ("became", became.into())])
}

/// What who posted is told of what Discord doesn't allow, which is named by a word as it is kept.
pub fn refused(language: Language, what: &str, number: i64, channel: u64) -> String {
    let phrase = match what {
        posts::NOT_POSTED => Phrase::of("refused-post"),
        posts::NOT_PINNED => Phrase::of("refused-pin"),
        _ => Phrase::of("refused-change"),
    };
    let channel = format!("<#{channel}>");
    phrase.filled(language, [("number", number.to_string().into()), ("channel", channel.into())])
}
