//! The marks of a draft, one a line, and a last line on the whole.

use serde_json::{Value, json};
use verbatim_index::draft::{Difference, Mark, Standing};
use verbatim_index::story::Citation;

use super::passage;
use crate::render::differing;
use crate::render::words::draft as said;
use crate::reply::DraftChecked;

/// The marks of a draft in its order, then the draft as a whole.
pub fn marks(checked: &DraftChecked) -> Vec<Value> {
    let marks = checked.checked.marks.iter().enumerate();
    let lines = marks.map(|(index, mark)| self::mark(checked, index + 1, mark));
    lines.chain([whole(checked)]).collect()
}

fn mark(checked: &DraftChecked, number: usize, mark: &Mark) -> Value {
    let at = checked.draft.passage(checked.draft.cite(mark.at));
    let passages = |citations: &[Citation]| -> Vec<Value> {
        citations.iter().map(|citation| passage::passage(&checked.story, *citation)).collect()
    };
    json!({
        "type": "mark",
        "number": number,
        "kind": said::kind(mark.found),
        "verdict": said::verdict(mark.found),
        "standing": said::standing(mark.found.standing()),
        "text": at.text,
        "start": at.scalars.start,
        "end": at.scalars.end,
        "paragraph": at.paragraph,
        "sentence": at.sentence,
        "differences": mark.differences.iter().map(|one| difference(checked, one)).collect::<Vec<_>>(),
        "because": passages(&mark.because),
        "nearest": passages(&mark.nearest),
    })
}

fn difference(checked: &DraftChecked, difference: &Difference) -> Value {
    let at = checked.draft.passage(checked.draft.cite(difference.draft));
    json!({
        "draft": at.text,
        "start": at.scalars.start,
        "end": at.scalars.end,
        "story": difference.story.map_or("", |citation| differing::told(&checked.story, citation)),
        "passage": difference.story.map(|citation| passage::passage(&checked.story, citation)),
    })
}

fn whole(checked: &DraftChecked) -> Value {
    let source = checked.draft.document().source();
    let unread = checked.checked.unread.iter().map(|span| {
        let scalars = source.scalars(*span);
        [scalars.start, scalars.end]
    });
    json!({
        "type": "draft",
        "draft": checked.draft.id(),
        "standing": said::standing(checked.checked.standing()),
        "marks": checked.checked.marks.len(),
        "good": checked.checked.count(Standing::Good),
        "open": checked.checked.count(Standing::Open),
        "wrong": checked.checked.count(Standing::Wrong),
        "unread": unread.collect::<Vec<_>>(),
        "source": checked.story.id(),
        "version": checked.story.version(),
    })
}
