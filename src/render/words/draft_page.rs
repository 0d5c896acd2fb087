//! What the page of a marked draft says beside the marks themselves.

use verbatim_index::draft::Standing;

/// The heading over the draft.
pub const DRAFT: &str = "Draft";
/// The heading over the evidence.
pub const EVIDENCE: &str = "Evidence";
/// The name of the links at the top.
pub const JUMP: &str = "Jump";
/// To the draft.
pub const TO_DRAFT: &str = "To the draft";
/// To the evidence.
pub const TO_EVIDENCE: &str = "To the evidence";
/// Before the story's title.
pub const CHECKED_AGAINST: &str = "Checked against:";
/// The name of the list of signs.
pub const LEGEND: &str = "What the signs mean";
/// What each sign means.
pub const MEANINGS: [(Standing, &str); 3] = [
    (Standing::Good, "as the story has it"),
    (Standing::Open, "the story doesn’t show it"),
    (Standing::Wrong, "against the story"),
];
/// Before a stretch that wasn't read.
pub const NOT_READ: &str = "not read";
/// In place of a draft without words.
pub const EMPTY: &str = "The draft is empty.";
/// In place of evidence.
pub const NOTHING_MARKED: &str = "The draft has no quotation, figure, date or name.";
/// Before the draft's side of a difference, for those who don't see it.
pub const IN_DRAFT: &str = "draft:";
/// Before the story's side of a difference, for those who don't see it.
pub const IN_STORY: &str = "story:";
/// What a verdict is of.
pub const FOOTER: &str = "A verdict is about the story’s words, never about the world. Every word shown as the story’s stands in it \
                          exactly so.";

/// The page's title.
pub fn title(draft: &str) -> String {
    format!("{draft}: checked draft")
}

/// A mark's label as it is read aloud.
pub fn label(number: usize, kind: &str, verdict: &str) -> String {
    format!("Mark {number}, {kind}: {verdict}. To its evidence")
}

/// The link from the evidence to the draft.
pub fn back(number: usize) -> String {
    format!("Back to mark {number} in the draft")
}
