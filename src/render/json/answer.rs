//! What became of a question, as the contract has it. Evidence is under a non-answer's own keys only.

use serde_json::{Map, Value, json};
use verbatim_index::answer::{Answer, AnswerKind, Clue, Contrast, Evidence};
use verbatim_index::story::{Citation, Story};

use super::{found, passage, rounded, share};
use crate::render::{differing, words};
use crate::reply::Answered;

/// An answer.
pub fn answer(answered: &Answered) -> Value {
    let Answered { story, question, answer, top, explain, took, approved: _ } = answered;
    let each = |found: &[usize], object: fn(&Story, usize) -> Value| -> Vec<Value> {
        found.iter().map(|index| object(story, *index)).collect()
    };
    let meant = answer.did_you_mean.as_ref();
    let mut object = json!({
        "question": question,
        "status": answered.outcome(),
        "confidence": rounded(answer.confidence),
        "kind": kind(answer.kind),
        "answer": lead(story, answer),
        "passages": scored(story, &answer.passages),
        "statements": each(&answer.statements, found::statement),
        "figures": each(&answer.figures, found::figure),
        "dispute": each(&answer.dispute, found::dispute_fact),
        "events": each(&answer.events, found::event),
        "related": each(&answer.related, found::related_fact),
        "nearest": scored(story, &answer.nearest),
        "premise": answer.premise.map(|citation| passage::passage(story, citation)),
        "differences": answered.contrasts().iter().map(|found| difference(answered, found)).collect::<Vec<_>>(),
        "candidates": passages(story, &answer.candidates),
        "did_you_mean": meant.map(|(_, citation)| story.text(*citation)),
        "did_you_mean_instead_of": meant.map(|(typed, _)| typed),
        "source": story.id(),
        "version": story.version(),
        "answer_id": answered.id(),
        "took_us": u64::try_from(took.as_micros()).unwrap_or(u64::MAX),
    });
    if let Value::Object(fields) = &mut object {
        add_what_was_approved(fields, answered);
        add_what_was_asked_for(fields, answered, *top, *explain);
    }
    object
}

/// What the story has otherwise than the question takes for granted.
fn difference(answered: &Answered, contrast: &Contrast) -> Value {
    let asked = differing::typed(&answered.question, &contrast.asked);
    json!({"question": asked, "story": differing::told(&answered.story, contrast.told)})
}

fn add_what_was_approved(fields: &mut Map<String, Value>, answered: &Answered) {
    if let Some(approved) = &answered.approved {
        fields.insert("approved".to_owned(), super::approved::answer(&answered.story, approved));
    }
}

fn add_what_was_asked_for(fields: &mut Map<String, Value>, answered: &Answered, top: usize, explain: bool) {
    let Answered { story, answer, .. } = answered;
    let ranked: Vec<_> = answer.ranked.iter().take(top).map(|evidence| ranked(story, *evidence)).collect();
    if !ranked.is_empty() {
        fields.insert("ranked".to_owned(), Value::Array(ranked));
    }
    if explain {
        let clues: Vec<_> = answer.clues.iter().map(clue).collect();
        fields.insert("clues".to_owned(), Value::Array(clues));
    }
}

fn lead(story: &Story, answer: &Answer) -> Option<String> {
    let words = story.text(answer.lead?);
    Some(match answer.label {
        Some(label) => format!("{} {words}", words::label(label).english()),
        None => words.to_owned(),
    })
}

/// Passages with how well each fits.
fn scored(story: &Story, evidence: &[Evidence]) -> Vec<Value> {
    let with_score = |evidence: &Evidence| {
        let mut object = passage::passage(story, evidence.citation);
        object["score"] = json!(share(evidence.score));
        object
    };
    evidence.iter().map(with_score).collect()
}

fn passages(story: &Story, citations: &[Citation]) -> Vec<Value> {
    citations.iter().map(|citation| passage::passage(story, *citation)).collect()
}

fn ranked(story: &Story, evidence: Evidence) -> Value {
    let passage = story.passage(evidence.citation);
    json!({
        "start": passage.scalars.start,
        "end": passage.scalars.end,
        "source": passage.source,
        "score": share(evidence.score),
    })
}

fn clue(clue: &Clue) -> Value {
    json!({"what": clue.what, "seen": clue.seen, "weight": rounded(clue.weight)})
}

fn kind(kind: AnswerKind) -> &'static str {
    match kind {
        AnswerKind::Passage => "passage",
        AnswerKind::Statement => "statement",
        AnswerKind::Figure => "figure",
        AnswerKind::Dispute => "dispute",
        AnswerKind::Timeline => "timeline",
        AnswerKind::Fact => "fact",
    }
}
