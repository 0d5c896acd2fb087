//! schema.org: quotations with their speakers, and drafts of claim reviews. No rating is given: that is a person's.

use serde_json::{Map, Value, json};
use verbatim_index::export::{self, Record, Recorded};
use verbatim_index::extract::Statement;
use verbatim_index::extract::statements::StatementKind;
use verbatim_index::story::Story;

use super::{identifier, speaker};
use crate::render::language::Language;
use crate::render::voice::editors_speaker;
use crate::render::words;
use crate::render::words::corrections::mark;

/// What the story has in quotation marks, whole.
pub fn quotations(story: &Story) -> Value {
    let is_quoted = |statement: &Statement| statement.kind == StatementKind::Direct;
    graph(story, is_quoted, |story, record, statement| {
        let mut object = json!({ "@type": "Quotation", "@id": identifier(story, record), "text": said(story, record) });
        if let Some((kind, name)) = speaker(story, statement) {
            object["spokenByCharacter"] = json!({ "@type": kind, "name": name });
        } else if let Some(speaker) = statement.speaker {
            object["creditText"] = json!(story.document().text(speaker.written));
        }
        if let Some(correction) = story.correction_of_speaker(statement.span()) {
            object["correction"] = json!(mark(Language::English, story, correction, &str::to_owned));
            if let Some(name) = editors_speaker(story, statement) {
                object["creditText"] = json!(name);
            }
        }
        object["isPartOf"] = article(story);
        object
    })
}

/// What somebody is reported to have claimed, ready for a person to review.
pub fn claim_reviews(story: &Story) -> Value {
    let is_claimed = |statement: &Statement| speaker(story, statement).is_some();
    graph(story, is_claimed, |story, record, statement| {
        let author = speaker(story, statement).map(|(kind, name)| json!({ "@type": kind, "name": name }));
        json!({
            "@type": "ClaimReview",
            "@id": identifier(story, record),
            "creativeWorkStatus": "Draft",
            "claimReviewed": said(story, record),
            "itemReviewed": { "@type": "Claim", "author": author, "appearance": article(story) },
        })
    })
}

/// A denial isn't the denier's claim, so it is left out of both.
fn graph(
    story: &Story,
    is_wanted: impl Fn(&Statement) -> bool,
    object: impl Fn(&Story, &Record, &Statement) -> Value,
) -> Value {
    let records = export::records(story);
    let objects = records.iter().filter_map(|record| match record.of {
        Recorded::Statement(index) => {
            let statement = &story.extracted().statements[index];
            (is_wanted(statement) && !statement.denied).then(|| object(story, record, statement))
        }
        Recorded::Figure(_) => None,
    });
    json!({ "@context": "https://schema.org", "@graph": objects.collect::<Vec<_>>() })
}

/// The words reported, with what stands between them marked as left out.
fn said(story: &Story, record: &Record) -> String {
    let pieces = record.places.iter().map(|place| story.document().text(place.exact));
    pieces.collect::<Vec<_>>().join(&format!(" {} ", words::LEFT_OUT))
}

fn article(story: &Story) -> Value {
    let known = story.document().article();
    let mut object = Map::new();
    object.insert("@type".to_owned(), json!("NewsArticle"));
    object.insert("headline".to_owned(), json!(story.title()));
    if let Some(url) = &known.url {
        object.insert("url".to_owned(), json!(url));
    }
    if let Some(published) = known.published {
        object.insert("datePublished".to_owned(), json!(published.to_string()));
    }
    if let Some(publisher) = &known.publisher {
        object.insert("publisher".to_owned(), json!({ "@type": "Organization", "name": publisher }));
    }
    Value::Object(object)
}
