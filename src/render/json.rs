//! Reply → JSON Lines, field by field as the command-line contract has them. The one place where byte offsets become
//! offsets in Unicode scalar values.

use serde_json::{Value, json};

use super::{export, words};
use crate::commands::Surface;
use crate::reply::Reply;

mod answer;
mod approved;
mod behind;
mod checks;
mod corrections;
pub mod desk;
pub mod draft;
mod editors;
pub mod found;
mod keeping;
mod newsroom;
mod passage;

/// The lines that a reply prints, in order; most replies are one line, a list is one for each thing. Those of a whole text
/// are made one by one: together they take many times the memory of the text.
pub fn lines(reply: &Reply) -> Box<dyn Iterator<Item = Value> + '_> {
    match reply {
        Reply::Extracted(story) => Box::new(found::everything(story)),
        _ => Box::new(few(reply).into_iter()),
    }
}

fn few(reply: &Reply) -> Vec<Value> {
    match reply {
        Reply::Answer(answered) => vec![answer::answer(answered)],
        Reply::Statements(listed) => each(&listed.found, |index| found::statement(&listed.story, index)),
        Reply::Figures(listed) => each(&listed.found, |index| found::figure(&listed.story, index)),
        Reply::Dispute(listed) => each(&listed.found, |index| found::dispute_fact(&listed.story, index)),
        Reply::Timeline(listed) => each(&listed.found, |index| found::event(&listed.story, index)),
        Reply::Facts(listed) => each(&listed.found, |index| found::related_fact(&listed.story, index)),
        Reply::Claim(checked) => vec![checks::claim(checked)],
        Reply::Quote(checked) => vec![checks::quote(checked)],
        Reply::Marked(marked) => vec![checks::marked(marked)],
        Reply::Draft(draft) => draft::marks(draft),
        Reply::Exported(exported) => export::lines(exported),
        Reply::Checklist(checklist) => newsroom::checklist(checklist),
        Reply::Compared(compared) => newsroom::compared(compared),
        Reply::SaidEverywhere(said) => newsroom::said_everywhere(said),
        Reply::Passages(shown) => {
            shown.passages.iter().map(|citation| passage::passage(&shown.story, *citation)).collect()
        }
        // Nobody at the machine presses a button.
        Reply::Verified(_) => Vec::new(),
        Reply::Summary(summarised) => vec![keeping::summary(summarised)],
        Reply::Paragraph(shown) => vec![keeping::paragraph(shown)],
        Reply::Extracted(story) => found::everything(story).collect(),
        Reply::Stories(listing) => keeping::stories(listing),
        Reply::Story(shown) => vec![keeping::story(shown)],
        // A file is shown as it is, whatever the form of the rest.
        Reply::Raw(_) => Vec::new(),
        Reply::Changed(changed) => vec![keeping::changed(changed)],
        Reply::Removed(id) => vec![keeping::removed(id)],
        Reply::Indexed(indexed) => vec![keeping::indexed(indexed)],
        Reply::Health(examined) => examined.iter().map(keeping::examined).collect(),
        Reply::Questions(listed) => editors::listed(listed),
        Reply::Tried(tried) => editors::tried(tried),
        Reply::Chosen(story) => vec![keeping::chosen(story)],
        Reply::Help => help(Surface::Chat),
        Reply::Reasoned(reasoned) => vec![behind::reasoned(reasoned)],
        Reply::Sources(sources) => behind::sources(sources),
        Reply::InUse(in_use) => vec![keeping::in_use(in_use)],
        Reply::About(about) => vec![keeping::about(about)],
        Reply::Desk(reply) => desk::lines(reply),
        Reply::Approved(list) => approved::lines(list),
        Reply::Corrections(shown) => corrections::lines(shown),
        Reply::Gaps(gaps) => desk::gaps(gaps),
    }
}

/// What a surface offers, one command a line.
pub fn help(surface: Surface) -> Vec<Value> {
    keeping::help(surface)
}

/// The program's version.
pub fn version() -> Value {
    json!({ "version": env!("CARGO_PKG_VERSION") })
}

/// The line of an item that couldn't be answered by a fault of ours.
pub fn failed_item(name: &str, item: &str) -> Value {
    json!({ name: item, "status": "rejected", "error": words::FAILED_ITEM })
}

fn each(found: &[usize], object: impl Fn(usize) -> Value) -> Vec<Value> {
    found.iter().map(|index| object(*index)).collect()
}

/// How well something fits, from 0 to 1, whatever the engine's own measure goes to.
fn share(score: f32) -> f64 {
    rounded(score.clamp(0.0, 1.0))
}

/// A number between 0 and 1 to four places: more would be noise.
fn rounded(number: f32) -> f64 {
    // Adding zero makes a negative zero a plain one.
    (f64::from(number) * 10_000.0).round() / 10_000.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_is_a_number_from_0_to_1() {
        assert_eq!([share(-0.2), share(-0.0), share(0.12345), share(1.7)], [0.0, 0.0, 0.1235, 1.0]);
    }
}
