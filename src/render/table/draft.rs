//! The marks of a draft, one a row.

use verbatim_index::draft::{Mark, Stretch};

use super::Table;
use crate::render::differing;
use crate::render::words::draft as said;
use crate::reply::DraftChecked;

const COLUMNS: &[&str] = &[
    "number",
    "kind",
    "verdict",
    "standing",
    "text",
    "start",
    "end",
    "paragraph",
    "difference",
    "story_text",
    "story_source",
    "story_paragraph",
    "story_start",
    "story_end",
];

/// The marks of a draft, one a row.
pub fn table(checked: &DraftChecked) -> Table {
    let mut table = Table::new(COLUMNS);
    for (index, mark) in checked.checked.marks.iter().enumerate() {
        table.push(row(checked, index + 1, mark));
    }
    table
}

fn row(checked: &DraftChecked, number: usize, mark: &Mark) -> Vec<String> {
    let in_draft = checked.draft.passage(checked.draft.cite(mark.at));
    let shown = mark.because.first().or(mark.nearest.first());
    let story = shown.map(|citation| checked.story.passage(*citation));
    let of_story =
        |field: &dyn Fn(&verbatim_index::story::Passage<'_>) -> String| story.as_ref().map_or_else(String::new, field);
    vec![
        number.to_string(),
        said::kind(mark.found).to_owned(),
        said::verdict(mark.found).to_owned(),
        said::standing(mark.found.standing()).to_owned(),
        in_draft.text.to_owned(),
        in_draft.scalars.start.to_string(),
        in_draft.scalars.end.to_string(),
        optional(in_draft.paragraph),
        difference(checked, mark),
        of_story(&|passage| passage.text.to_owned()),
        of_story(&|passage| passage.source.clone()),
        of_story(&|passage| optional(passage.paragraph)),
        of_story(&|passage| passage.scalars.start.to_string()),
        of_story(&|passage| passage.scalars.end.to_string()),
    ]
}

fn optional(number: Option<u32>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// Both versions in one line, word by word as `wdiff` writes them: `We will [-never-] {+not+} be rushed`.
pub fn difference(checked: &DraftChecked, mark: &Mark) -> String {
    let differs = |stretch: &Stretch| matches!(stretch, Stretch::Changed(_));
    let stretches = mark.stretches(&checked.draft);
    let mut written: String = if stretches.iter().any(differs) {
        stretches.iter().map(|stretch| self::stretch(checked, stretch)).collect()
    } else {
        String::new()
    };
    // What differs beside the piece, such as who is said to have said it.
    let beside = mark.differences.iter().filter(|difference| !mark.at.contains(difference.draft));
    for difference in beside {
        let gap = if written.is_empty() { "" } else { " " };
        written = format!("{written}{gap}{}", self::stretch(checked, &Stretch::Changed(*difference)));
    }
    written
}

fn stretch(checked: &DraftChecked, stretch: &Stretch) -> String {
    let document = checked.draft.document();
    match stretch {
        Stretch::Same(span) => document.text(*span).to_owned(),
        Stretch::Changed(difference) => {
            let draft = document.text(difference.draft);
            let story = difference.story.map_or("", |citation| differing::told(&checked.story, citation));
            let removed = if draft.is_empty() { String::new() } else { format!("[-{draft}-]") };
            let added = if story.is_empty() { String::new() } else { format!("{{+{story}+}}") };
            let gap = if removed.is_empty() || added.is_empty() { "" } else { " " };
            let after = if removed.is_empty() { " " } else { "" };
            format!("{removed}{gap}{added}{after}")
        }
    }
}
