//! Checked claims and quotations as the contract has them.

use std::ops::Range;

use serde_json::{Map, Value, json};
use verbatim_index::check::{Checked, Difference, DifferenceKind, Verdict};
use verbatim_index::quote::{Alteration, QuoteVerdict};
use verbatim_index::story::{Citation, Story};

use super::{passage, rounded};
use crate::render::differing;
use crate::reply::{ClaimChecked, Found, Marked, Piece, Purpose, QuoteChecked};

/// A checked claim.
pub fn claim(checked: &ClaimChecked) -> Value {
    let ClaimChecked { story, claim, checked } = checked;
    let mut fields = part(story, claim, checked);
    let parts: Vec<_> = checked.parts.iter().map(|inner| Value::Object(part(story, claim, inner))).collect();
    fields.insert("claim".to_owned(), json!(claim));
    fields.insert("parts".to_owned(), Value::Array(parts));
    fields.insert("status".to_owned(), json!(status(checked.verdict == Verdict::Rejected)));
    fields.insert("source".to_owned(), json!(story.id()));
    fields.insert("version".to_owned(), json!(story.version()));
    Value::Object(fields)
}

fn part(story: &Story, claim: &str, checked: &Checked) -> Map<String, Value> {
    let differences: Vec<_> = checked.differences.iter().map(|one| difference(story, claim, one)).collect();
    let object = json!({
        "claim": slice(claim, &checked.claim),
        "verdict": verdict(checked.verdict),
        "confidence": rounded(checked.confidence),
        "because": because(story, &checked.because),
        "differences": differences,
    });
    match object {
        Value::Object(fields) => fields,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Map::new(),
    }
}

fn difference(story: &Story, claim: &str, difference: &Difference) -> Value {
    json!({
        "claim": differing::typed(claim, &difference.claim),
        "story": differing::told(story, difference.story),
        "kind": difference_kind(difference.kind),
        "passage": passage::passage(story, difference.story),
    })
}

/// A quotation that was looked for.
pub fn quote(checked: &QuoteChecked) -> Value {
    let QuoteChecked { story, quote, check } = checked;
    let differences: Vec<_> = check.alterations.iter().map(|one| alteration(story, quote, one)).collect();
    json!({
        "quote": quote,
        "verdict": quote_verdict(check.verdict),
        "because": because(story, &check.because),
        "differences": differences,
        "status": status(check.verdict == QuoteVerdict::Rejected),
        "source": story.id(),
        "version": story.version(),
    })
}

/// A text marked piece by piece.
pub fn marked(marked: &Marked) -> Value {
    let Marked { story, text, purpose, pieces, left } = marked;
    let pieces: Vec<_> = pieces.iter().map(|piece| self::piece(story, text, piece)).collect();
    json!({
        "text": text,
        "purpose": match purpose {
            Purpose::Check => "check",
            Purpose::Whose => "whose",
        },
        "status": status(pieces.is_empty()),
        "pieces": pieces,
        "left": left,
        "source": story.id(),
        "version": story.version(),
    })
}

fn piece(story: &Story, text: &str, piece: &Piece) -> Value {
    let typed = slice(text, &piece.typed);
    match &piece.found {
        Found::Quotation { looked_for, check } => {
            let looked_for = slice(text, looked_for);
            let differences: Vec<_> = check.alterations.iter().map(|one| alteration(story, looked_for, one)).collect();
            json!({
                "kind": "quotation",
                "quote": typed,
                "verdict": quote_verdict(check.verdict),
                "because": because(story, &check.because),
                "differences": differences,
            })
        }
        Found::Claim { checked, figures } => {
            let mut fields = part(story, typed, checked);
            let figures = figures.iter().map(|figure| {
                json!({
                    "figure": slice(text, &figure.typed),
                    "verdict": verdict(figure.verdict),
                    "story": figure.story.map(|citation| story.text(citation)),
                })
            });
            fields.insert("kind".to_owned(), json!("claim"));
            fields.insert("figures".to_owned(), figures.collect());
            Value::Object(fields)
        }
    }
}

fn alteration(story: &Story, quote: &str, alteration: &Alteration) -> Value {
    json!({
        "quote": differing::typed(quote, &alteration.quote),
        "story": alteration.story.map_or("", |citation| differing::told(story, citation)),
    })
}

fn because(story: &Story, citations: &[Citation]) -> Vec<Value> {
    citations.iter().map(|citation| passage::passage(story, *citation)).collect()
}

/// The asker's own words; a range that is no slice of them is a mistake of the engine's and shows nothing.
fn slice<'w>(words: &'w str, range: &Range<usize>) -> &'w str {
    words.get(range.clone()).unwrap_or_default()
}

fn status(is_rejected: bool) -> &'static str {
    if is_rejected { "rejected" } else { "checked" }
}

fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "supported",
        Verdict::Contradicted => "contradicted",
        Verdict::NotInStory | Verdict::Rejected => "not_in_story",
    }
}

fn quote_verdict(verdict: QuoteVerdict) -> &'static str {
    match verdict {
        QuoteVerdict::Verbatim => "verbatim",
        QuoteVerdict::Altered => "altered",
        QuoteVerdict::OtherSpeaker => "other_speaker",
        QuoteVerdict::Absent | QuoteVerdict::Rejected => "absent",
    }
}

fn difference_kind(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Number => "number",
        DifferenceKind::Actor => "actor",
        DifferenceKind::Negation => "negation",
        DifferenceKind::Attribution => "attribution",
        DifferenceKind::Time => "time",
        DifferenceKind::Hedge => "hedge",
        DifferenceKind::Place => "place",
    }
}
