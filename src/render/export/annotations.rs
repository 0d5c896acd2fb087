//! W3C Web Annotations: each statement and figure described, each piece of a draft classified with the story's words
//! beside it. Keys are those of the context <http://www.w3.org/ns/anno.jsonld> and no others.

use serde_json::{Value, json};
use verbatim_index::export::{self, Record, Recorded};
use verbatim_index::story::{Citation, CitedSource, Story};

use super::{address, draft_address, identifier, mark_identifiers, selectors, target};
use crate::render::language::Language;
use crate::render::voice;
use crate::render::words;
use crate::render::words::corrections::mark;
use crate::render::words::draft as said;
use crate::reply::{DraftChecked, Exported};

/// One page with all annotations.
pub fn page(exported: &Exported) -> Value {
    let story = &exported.story;
    let records = export::records(story);
    let of_story = records.iter().map(|record| described(story, record));
    let of_draft = exported.draft.iter().flat_map(assessed);
    let items: Vec<Value> = of_story.chain(of_draft).collect();
    let collection = format!("urn:x-verbatim:{}:annotations", story.id());
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{collection}:1"),
        "type": "AnnotationPage",
        "partOf": { "id": collection, "type": "AnnotationCollection", "label": story.title(), "total": items.len() },
        "items": items,
    })
}

fn described(story: &Story, record: &Record) -> Value {
    let mut body = vec![text("tagging", export::kind(record.of))];
    match record.of {
        Recorded::Statement(index) => {
            let chain = voice::chain(story, &story.extracted().statements[index]);
            let chain = (!chain.is_empty()).then(|| chain.join(" → "));
            body.extend(chain.map(|chain| text("describing", &chain)));
        }
        Recorded::Figure(index) => {
            let figure = &story.extracted().figures[index];
            body.push(text("tagging", words::unit(&figure.unit)));
            body.extend(figure.of.map(|of| text("describing", story.document().text(of))));
        }
    }
    body.extend(correction(story, record).map(|mark| text("commenting", &mark)));
    json!({
        "id": identifier(story, record),
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": record.places.iter().map(|place| target(story, place)).collect::<Vec<_>>(),
    })
}

/// What was corrected of a record by hand.
fn correction(story: &Story, record: &Record) -> Option<String> {
    let extracted = story.extracted();
    let correction = match record.of {
        Recorded::Statement(index) => story.correction_of_speaker(extracted.statements[index].span()),
        Recorded::Figure(index) => story.correction_of_figure(extracted.figures[index].span),
    };
    correction.map(|correction| mark(Language::English, story, correction, &str::to_owned))
}

/// A verdict on a piece of a draft: in one word, and the story's words that decide.
fn assessed(checked: &DraftChecked) -> Vec<Value> {
    let source = checked.draft.document().source();
    let marks = checked.checked.marks.iter().zip(mark_identifiers(checked));
    marks
        .map(|(mark, id)| {
            let verdict = format!("{}: {}", said::kind(mark.found), said::verdict(mark.found));
            let mut body = vec![text("classifying", &verdict)];
            body.extend(mark.because.iter().filter_map(|citation| evidence(&checked.story, *citation)));
            json!({
                "id": id,
                "type": "Annotation",
                "motivation": "classifying",
                "body": body,
                "target": {
                    "source": draft_address(checked),
                    "selector": selectors(source, &export::place(source, mark.at)),
                },
            })
        })
        .collect()
}

fn evidence(story: &Story, citation: Citation) -> Option<Value> {
    let source = story.document().source();
    (citation.source == CitedSource::Article).then(|| {
        json!({
            "type": "SpecificResource",
            "purpose": "linking",
            "source": address(story),
            "selector": selectors(source, &export::place(source, citation.span)),
        })
    })
}

fn text(purpose: &str, words: &str) -> Value {
    json!({ "type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": words })
}
