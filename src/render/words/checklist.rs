//! What a checklist and a comparison of two stories say beside the stories' words.

use verbatim_index::checklist::ItemKind;
use verbatim_index::compare::Compares;

use super::Phrase;
use crate::render::language::Language;

/// The heading over things that stand in no paragraph.
pub const ELSEWHERE: &str = "Elsewhere";
/// Where two stories share too little.
pub const NOT_ONE_EVENT: &str = "These stories share too few names to be of one event, so nothing is compared.";
/// Where two stories differ in nothing.
pub const NOTHING_DIFFERS: &str = "Nothing that can be compared differs.";
/// Before what only one story has.
pub const ONLY_IN: &str = "Only in ";

/// The button that shows the page before.
pub const BACK: Phrase = Phrase::of("page-before");

/// How many things are ticked.
pub fn counted(language: Language, ticked: usize, all: usize) -> String {
    Phrase::of("checklist-counted").filled(language, [("ticked", ticked.into()), ("all", all.into())])
}

/// Who ticked something, as Discord shows a member.
pub fn ticked_by(language: Language, who: &str) -> String {
    Phrase::of("ticked-by").filled(language, [("who", who.into())])
}

/// The title of a checklist.
pub fn title(story: &str) -> String {
    format!("Checklist: {story}")
}

/// What was exported.
pub fn records(count: usize, story: &str) -> String {
    format!("{} of {story}", super::counted(count, "record", "records"))
}

/// How often a name is written.
pub fn times(count: usize) -> String {
    format!("{count} times")
}

/// What is to be looked up, for people and scripts.
pub fn kind(of: ItemKind) -> &'static str {
    match of {
        ItemKind::Name(_) => "name",
        ItemKind::Date(_) => "date",
        ItemKind::Figure(_) => "figure",
        ItemKind::Quotation(_) => "quotation",
    }
}

/// What is compared, for people and scripts.
pub fn compared(of: Compares) -> &'static str {
    match of {
        Compares::Figure => "figure",
        Compares::Date => "date",
        Compares::Name => "name",
        Compares::Quotation => "quotation",
        Compares::Speaker => "speaker",
        Compares::Verb => "verb",
        Compares::Claim => "claim",
    }
}
