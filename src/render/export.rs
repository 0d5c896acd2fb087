//! Exported data → the forms that others read: JSON Lines, a table, W3C Web Annotations, schema.org.

use serde_json::{Value, json};
use verbatim_index::export::{self, Place, Record, Recorded};
use verbatim_index::extract::Statement;
use verbatim_index::extract::statements::SpeakerKind;
use verbatim_index::span::Source;
use verbatim_index::story::Story;

use super::json::{draft, found};
use crate::reply::{ExportForm, Exported};

mod annotations;
mod schema_org;
mod spreadsheet;

/// The text of an export.
pub fn text(exported: &Exported) -> String {
    match exported.form {
        ExportForm::Csv => spreadsheet::table(&lines(exported)).to_csv(),
        ExportForm::Json => lines(exported).iter().map(|line| format!("{line}\n")).collect(),
        ExportForm::Annotations => pretty(&annotations::page(exported)),
        ExportForm::Quotations => pretty(&schema_org::quotations(&exported.story)),
        ExportForm::ClaimReviews => pretty(&schema_org::claim_reviews(&exported.story)),
    }
}

/// Every record as JSON: the contract's object with a stable id, and where its words stand.
pub fn lines(exported: &Exported) -> Vec<Value> {
    let story = &exported.story;
    let records = export::records(story);
    let of_story = records.iter().map(|record| line(story, record));
    of_story.chain(exported.draft.iter().flat_map(verdicts)).collect()
}

fn line(story: &Story, record: &Record) -> Value {
    let mut object = match record.of {
        Recorded::Statement(index) => found::statement(story, index),
        Recorded::Figure(index) => found::figure(story, index),
    };
    object["type"] = json!(export::kind(record.of));
    object["uid"] = json!(identifier(story, record));
    object["source"] = json!(story.id());
    object["version"] = json!(story.version());
    object["target"] = record.places.iter().map(|place| target(story, place)).collect();
    object
}

/// The marks of a draft, each with its own id.
fn verdicts(checked: &crate::reply::DraftChecked) -> Vec<Value> {
    let ids = mark_identifiers(checked);
    let source = checked.draft.document().source();
    let marks = draft::marks(checked).into_iter().zip(ids).zip(&checked.checked.marks);
    marks
        .map(|((mut line, id), mark)| {
            line["type"] = json!("verdict");
            line["uid"] = json!(id);
            line["target"] =
                json!([{ "source": draft_address(checked), "selector": selectors(source, &export::place(source, mark.at)) }]);
            line
        })
        .collect()
}

/// An id for a draft's marks: of the draft's words, since a draft has no other.
fn mark_identifiers(checked: &crate::reply::DraftChecked) -> Vec<String> {
    let text = |span| checked.draft.document().text(span).to_owned();
    let keys = checked.checked.marks.iter().map(|mark| (super::words::draft::kind(mark.found), text(mark.at)));
    let address = draft_address(checked);
    export::ids(keys).into_iter().map(|id| format!("{address}:mark:{id:016x}")).collect()
}

fn draft_address(checked: &crate::reply::DraftChecked) -> String {
    let words = checked.draft.document().source().text().to_owned();
    let id = export::ids(std::iter::once(("draft", words))).first().copied().unwrap_or_default();
    format!("urn:x-verbatim:draft:{id:016x}")
}

/// An id that no other story's record has: a name, not an address to be fetched.
fn identifier(story: &Story, record: &Record) -> String {
    format!("urn:x-verbatim:{}:{}:{:016x}", story.id(), export::kind(record.of), record.id)
}

/// Where an article was published, or its name where that isn't known.
fn address(story: &Story) -> String {
    let url = story.document().article().url.clone();
    url.unwrap_or_else(|| format!("urn:x-verbatim:{}", story.id()))
}

fn target(story: &Story, place: &Place) -> Value {
    json!({ "source": address(story), "selector": selectors(story.document().source(), place) })
}

/// By the words and by their position, in Unicode scalar values as the model counts.
fn selectors(source: &Source, place: &Place) -> Value {
    let position = source.scalars(place.exact);
    json!([
        {
            "type": "TextQuoteSelector",
            "exact": source.slice(place.exact),
            "prefix": source.slice(place.prefix),
            "suffix": source.slice(place.suffix),
        },
        { "type": "TextPositionSelector", "start": position.start, "end": position.end },
    ])
}

/// Somebody as both vocabularies name them: a named person or body; nobody else can be told apart.
fn speaker<'s>(story: &'s Story, statement: &Statement) -> Option<(&'static str, &'s str)> {
    let speaker = statement.speaker?;
    let name = story.document().text(speaker.name?);
    match speaker.kind {
        SpeakerKind::Person => Some(("Person", name)),
        SpeakerKind::Body => Some(("Organization", name)),
        SpeakerKind::Unnamed | SpeakerKind::Unclear => None,
    }
}

fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
