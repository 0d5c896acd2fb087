//! What is said of corrections by hand.

use jiff::Timestamp;
use verbatim_index::correction::{Became, Correction, Corrects};
use verbatim_index::story::Story;

use super::Phrase;
use crate::render::language::Language;

/// The title of the list.
pub const TITLE: Phrase = Phrase::of("corrections");
/// Where nothing was corrected.
pub const NONE: Phrase = Phrase::of("corrections-none");
/// Of a correction whose text changed.
pub const CHANGED: Phrase = Phrase::of("correction-changed");
/// Before the passage that stands there now.
pub const NOW: Phrase = Phrase::of("correction-now");
/// Beside whose words something is, where that was corrected.
pub const BY_HAND: Phrase = Phrase::of("corrected-by-hand");
/// Beside words that the story doesn't have.
pub const EDITORS: Phrase = Phrase::of("editors-words");

/// That something was corrected: to what, by whom, on which day and why. `shown` makes words fit for where they stand.
pub fn mark(language: Language, story: &Story, correction: &Correction, shown: &dyn Fn(&str) -> String) -> String {
    let became = match &correction.became {
        Became::Story(span) => shown(story.document().text(*span)),
        Became::Editor(words) => format!("{} ({})", shown(words), EDITORS.in_language(language)),
    };
    let field = match correction.of {
        Corrects::Speaker(_) => Phrase::of("correction-speaker"),
        Corrects::Value(_) => Phrase::of("correction-value"),
    };
    let was = if correction.was.is_empty() {
        super::NOTHING.in_language(language).to_owned()
    } else {
        shown(&correction.was)
    };
    Phrase::of("correction-mark").filled(
        language,
        [
            ("field", field.in_language(language).into()),
            ("was", was.into()),
            ("became", became.into()),
            ("who", who(language, &correction.who, shown).into()),
            ("day", day(correction.when).into()),
            ("why", shown(&correction.why).into()),
        ],
    )
}

/// That corrections hold no longer.
pub fn lost(count: usize, story: &str) -> String {
    let corrections = super::counted(count, "correction", "corrections");
    format!("the text under {corrections} changed, so that they aren't shown: `verbatim correct {story} --list`")
}

/// Whoever did something by hand.
pub fn who(language: Language, who: &str, shown: &dyn Fn(&str) -> String) -> String {
    match who {
        "operator" => Phrase::of("who-operator").in_language(language).to_owned(),
        "forgotten" => Phrase::of("who-forgotten").in_language(language).to_owned(),
        member => shown(member),
    }
}

/// The day of a moment as it is kept.
pub fn day(at: i64) -> String {
    Timestamp::from_millisecond(at).map_or_else(|_| at.to_string(), |at| at.strftime("%Y-%m-%d").to_string())
}
