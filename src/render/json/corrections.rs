//! Corrections by hand, as data: beside what they are of, and as a list.

use serde_json::{Value, json};
use verbatim_index::correction::{Became, Correction, Corrects};
use verbatim_index::story::Story;

use super::passage;
use crate::desk::Kind;
use crate::render::language::Language;
use crate::render::words::corrections::mark;
use crate::render::words::desk::moment;
use crate::reply::{CorrectionShown, CorrectionsShown};

/// What a statement or figure has beside it that was corrected.
pub fn beside(story: &Story, correction: &Correction) -> Value {
    let (became, whose) = became(story, correction);
    json!({
        "number": correction.number,
        "field": field(correction),
        "was": correction.was,
        "became": became,
        "words_of": whose,
        "by": correction.who,
        "at": moment(correction.when),
        "why": correction.why,
        "mark": mark(Language::English, story, correction, &str::to_owned),
    })
}

/// The corrections of anything in a passage.
pub fn within(story: &Story, span: verbatim_index::span::Span) -> Vec<Value> {
    story.corrections().iter().filter(|one| one.at.overlaps(span)).map(|one| beside(story, one)).collect()
}

/// What it was corrected to, and whose words that is.
pub fn became<'s>(story: &'s Story, correction: &'s Correction) -> (&'s str, &'static str) {
    match &correction.became {
        Became::Story(span) => (story.document().text(*span), "story"),
        Became::Editor(words) => (words, "editor"),
    }
}

fn field(correction: &Correction) -> &'static str {
    match correction.of {
        Corrects::Speaker(_) => "speaker",
        Corrects::Value(_) => "value",
    }
}

/// Every correction, one a line.
pub fn lines(shown: &CorrectionsShown) -> Vec<Value> {
    shown.shown.iter().map(|one| line(&shown.story, one)).collect()
}

fn line(story: &Story, shown: &CorrectionShown) -> Value {
    let kept = &shown.correction;
    let now = match &shown.standing {
        Ok(correction) => Some(passage::sentence_of(story, correction.at)),
        Err(near) => near.map(|citation| passage::passage(story, citation)),
    };
    json!({
        "number": kept.number,
        "for": if shown.is_own { "server" } else { "everybody" },
        "story": kept.story,
        "version": kept.version,
        "kind": match kept.kind { Kind::Statement => "statement", Kind::Figure => "figure" },
        "field": kept.field,
        "text": kept.words,
        "was": kept.was,
        "became": kept.became,
        "words_of": shown.standing.as_ref().ok().map(|correction| became(story, correction).1),
        "by": kept.who,
        "at": moment(kept.at),
        "why": kept.why,
        "text_changed": shown.standing.is_err(),
        "passage": now,
    })
}
