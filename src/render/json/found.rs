//! Statements, figures, names, facts of a dispute and events of an article as the contract's objects.

use serde_json::{Map, Value, json};
use verbatim_index::correction::Correction;
use verbatim_index::extract::names::{AliasReason, NameKind};
use verbatim_index::extract::statements::{SpeakerKind, StatementKind};
use verbatim_index::extract::{DisputeFact, Figure, Name, Statement};
use verbatim_index::language::dates::Period;
use verbatim_index::span::Span;
use verbatim_index::story::{Citation, CitedSource, Story};

use super::{corrections, passage};
use crate::render::language::Language;
use crate::render::words;
use crate::reply::behind::statement_id;

/// All that the extractors found, each object with its type.
pub fn everything(story: &Story) -> impl Iterator<Item = Value> {
    let extracted = story.extracted();
    let statements = (0..extracted.statements.len()).map(move |index| typed("statement", statement(story, index)));
    let figures = (0..extracted.figures.len()).map(move |index| typed("figure", figure(story, index)));
    let names = extracted.names.iter().map(move |name| typed("name", self::name(story, name)));
    statements.chain(figures).chain(names)
}

fn typed(kind: &str, object: Value) -> Value {
    let mut typed = Map::from_iter([("type".to_owned(), Value::from(kind))]);
    if let Value::Object(fields) = object {
        typed.extend(fields);
    }
    Value::Object(typed)
}

/// A statement.
pub fn statement(story: &Story, index: usize) -> Value {
    let Statement { spans, kind, cue, speaker, addressee, via, parent, denied, because } =
        &story.extracted().statements[index];
    let whole = story.extracted().statements[index].span();
    let words = place(story, whole);
    let written = speaker.map(|speaker| speaker.written);
    let pieces: Vec<_> = spans.iter().map(|span| offsets(story, *span)).collect();
    let correction = story.correction_of_speaker(whole);
    let name = speaker.map(|speaker| text(story, speaker.name.unwrap_or(speaker.written)));
    let object = json!({
        "text": words.text,
        "kind": statement_kind(*kind),
        "start": words.start,
        "end": words.end,
        "spans": (pieces.len() > 1).then_some(pieces),
        "speaker": name.or(correction.map(|correction| corrections::became(story, correction).0)),
        "speaker_as_written": written.map(|span| text(story, span)),
        "speaker_start": written.map(|span| offsets(story, span).0),
        "speaker_end": written.map(|span| offsets(story, span).1),
        "speaker_kind": speaker.map(|speaker| speaker_kind(speaker.kind)),
        "cue": cue.map(|span| text(story, span)),
        "cue_start": cue.map(|span| offsets(story, span).0),
        "cue_end": cue.map(|span| offsets(story, span).1),
        "addressee": addressee.map(|span| text(story, span)),
        "via": via.iter().map(|link| text(story, link.reporter)).collect::<Vec<_>>(),
        "id": statement_id(index),
        "parent": parent.map(statement_id),
        "denied": denied,
        "because": words::reasons(Language::English, because),
        "source": story.id(),
        "paragraph": story.passage(story.cite(whole)).paragraph,
    });
    corrected(story, object, correction)
}

/// An object with what was corrected of it, where something was.
fn corrected(story: &Story, mut object: Value, correction: Option<&Correction>) -> Value {
    if let Some(correction) = correction {
        object["corrected"] = corrections::beside(story, correction);
    }
    object
}

/// A figure.
pub fn figure(story: &Story, index: usize) -> Value {
    let Figure { span, value, low, high, unit, approximate, hedge, of, by, when, period, quantity: _ } =
        &story.extracted().figures[index];
    let words = place(story, *span);
    let optional = |span: &Option<Span>| span.map(|span| text(story, span));
    let object = json!({
        "text": words.text,
        "value": value,
        "low": low,
        "high": high,
        "unit": words::unit(unit),
        "approximate": approximate,
        "hedge": optional(hedge),
        "of": optional(of),
        "by": optional(by),
        "when": optional(when),
        "first_day": first_day(*period),
        "last_day": last_day(*period),
        "start": words.start,
        "end": words.end,
        "passage": passage::sentence_of(story, *span),
    });
    corrected(story, object, story.correction_of_figure(*span))
}

/// A name.
fn name(story: &Story, name: &Name) -> Value {
    let words = place(story, name.canonical);
    let aliases = name.aliases.iter().map(|alias| {
        let words = place(story, alias.span);
        let reason = alias_reason(alias.reason);
        json!({"text": words.text, "start": words.start, "end": words.end, "reason": reason,
               "evidence": text(story, alias.evidence)})
    });
    let roles = name.roles.iter().map(|role| {
        let words = place(story, role.span);
        json!({"text": words.text, "start": words.start, "end": words.end, "evidence": text(story, role.evidence)})
    });
    json!({
        "text": words.text,
        "kind": name_kind(name.kind),
        "country": name.country,
        "start": words.start,
        "end": words.end,
        "mentions": name.mentions.iter().map(|span| offsets(story, *span)).collect::<Vec<_>>(),
        "aliases": aliases.collect::<Vec<_>>(),
        "roles": roles.collect::<Vec<_>>(),
        "source": story.id(),
    })
}

/// A fact of a dispute.
pub fn dispute_fact(story: &Story, index: usize) -> Value {
    let DisputeFact { aspect, span, party, value, hedge } = &story.extracted().dispute[index];
    let words = place(story, *span);
    let optional = |span: &Option<Span>| span.map(|span| text(story, span));
    json!({
        "aspect": words::aspect(*aspect),
        "text": words.text,
        "party": optional(party),
        "value": optional(value),
        "hedge": optional(hedge),
        "start": words.start,
        "end": words.end,
        "passage": passage::sentence_of(story, *span),
    })
}

/// An event.
pub fn event(story: &Story, index: usize) -> Value {
    let event = &story.extracted().events[index];
    let words = place(story, event.span);
    json!({
        "text": words.text,
        "when": event.when.map(|span| text(story, span)),
        "after": event.after.map(|span| text(story, span)),
        "first_day": first_day(event.period),
        "last_day": last_day(event.period),
        "start": words.start,
        "end": words.end,
        "passage": passage::sentence_of(story, event.span),
    })
}

/// A related fact: the passage of its claim, and what else is known of it.
pub fn related_fact(story: &Story, index: usize) -> Value {
    let fact = &story.facts()[index];
    let claim = fact.claim.trimmed(0..fact.claim.text().len());
    let citation = claim.map(|span| Citation { source: CitedSource::Fact(index), span });
    let mut object = citation.map_or_else(|| json!({}), |citation| passage::passage(story, citation));
    object["id"] = json!(fact.id);
    object["topic"] = json!(fact.topic);
    object["publisher"] = json!(fact.source.publisher);
    object["disputed_by"] = json!(fact.disputed_by);
    object
}

struct Place<'s> {
    text: &'s str,
    start: usize,
    end: usize,
}

fn place(story: &Story, span: Span) -> Place<'_> {
    let (start, end) = offsets(story, span);
    Place { text: text(story, span), start, end }
}

fn text(story: &Story, span: Span) -> &str {
    story.document().text(span)
}

fn offsets(story: &Story, span: Span) -> (usize, usize) {
    let scalars = story.document().source().scalars(span);
    (scalars.start, scalars.end)
}

fn first_day(period: Option<Period>) -> Option<String> {
    period.map(|period| period.first.to_string())
}

fn last_day(period: Option<Period>) -> Option<String> {
    period.map(|period| period.last.to_string())
}

/// How words are reported, for scripts.
pub fn statement_kind(kind: StatementKind) -> &'static str {
    match kind {
        StatementKind::Direct => "direct",
        StatementKind::Indirect => "indirect",
        StatementKind::Mixed => "mixed",
    }
}

fn speaker_kind(kind: SpeakerKind) -> &'static str {
    match kind {
        SpeakerKind::Person => "person",
        SpeakerKind::Body => "body",
        SpeakerKind::Unnamed => "unnamed",
        SpeakerKind::Unclear => "unclear",
    }
}

fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "person",
        NameKind::Country => "country",
        NameKind::Place => "place",
        NameKind::Body => "body",
        NameKind::Other => "other",
    }
}

fn alias_reason(reason: AliasReason) -> &'static str {
    match reason {
        AliasReason::PartOfName => "part of the name",
        AliasReason::Acronym => "acronym",
        AliasReason::StatedByStory => "stated by the story",
        AliasReason::CountryWord => "country word",
    }
}
