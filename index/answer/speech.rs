//! The statements that answer "who said …", "what did … say about …" and "what was … told", best first.

use crate::language::stems;
use crate::question::{Intent, Question, Word};
use crate::span::Span;
use crate::story::{Citation, Story};

use super::binding::Bound;
use super::listing;
use super::ranking::{Matches, Scored};

/// The part of the question's weight that a statement must have to come before all else.
const ENOUGH: f32 = 0.5;
/// What a word counts that stands beside the statement instead of in it.
const BESIDE: f32 = 0.6;
/// How well a statement answers that somebody only passed on, of one that is their own.
const PASSED_ON: f32 = 0.9;
/// How far a statement comes forward whose cue is the question's own verb.
const SAME_VERB: f32 = 0.05;
/// The verb of saying that tells nothing of how, by stem.
const SAY: &str = "say";

/// A statement with how well it answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spoken {
    /// Which of the story's statements.
    pub(crate) statement: usize,
    /// The line in which it begins.
    pub(crate) line: usize,
    /// How well it answers, from 0 to 1.
    pub(crate) score: f32,
}

/// The statements that answer a question for speech; none for any other question.
pub(crate) fn find(story: &Story, question: &Question, matches: &Matches, bound: &Bound) -> Vec<Spoken> {
    let asks_for_speech = matches!(question.intent, Intent::WhoSaid | Intent::WhatSaid | Intent::WasTold);
    if !asks_for_speech {
        return Vec::new();
    }
    let people = people(question);
    let mut found: Vec<Spoken> = Vec::new();
    for (index, statement) in story.extracted().statements.iter().enumerate() {
        let fit = match question.intent {
            Intent::WasTold => told_fit(story, index, &people),
            _ if people.is_empty() => 1.0,
            _ => voice_fit(story, index, &people),
        };
        let has_speaker = statement.speaker.is_some();
        let Some(line) = story.lookup().line_at(story.document(), statement.span()) else { continue };
        if fit == 0.0 || !has_speaker {
            continue;
        }
        let asked = |word: usize| question.about.contains(&word);
        let score = fit * about_fit(story, matches, bound, asked, (line, &statement.spans));
        if score >= ENOUGH {
            found.push(Spoken { statement: index, line, score });
        }
    }
    let has_asked_verb = |found: &Spoken| is_asked_verb(story, question, found.statement);
    let order = |found: &Spoken| found.score + if has_asked_verb(found) { SAME_VERB } else { 0.0 };
    found.sort_by(|a, b| order(b).total_cmp(&order(a)).then(a.statement.cmp(&b.statement)));
    found
}

/// All statements with a speaker, by how much of some words they have, best first.
pub(crate) fn about(story: &Story, matches: &Matches, bound: &Bound) -> Vec<Spoken> {
    let mut found: Vec<Spoken> = Vec::new();
    for (index, statement) in story.extracted().statements.iter().enumerate() {
        let line = story.lookup().line_at(story.document(), statement.span());
        if let Some(line) = line.filter(|_| statement.speaker.is_some()) {
            let score = about_fit(story, matches, bound, |_| true, (line, &statement.spans));
            found.push(Spoken { statement: index, line, score });
        }
    }
    found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.statement.cmp(&b.statement)));
    found
}

/// Whether the question names somebody whose words it asks for, or who was told them, and the story reports none.
pub(crate) fn speaker_is_silent(story: &Story, question: &Question) -> bool {
    let people = people(question);
    let named = people.iter().any(|word| !word.is_weak());
    let mut statements = 0..story.extracted().statements.len();
    let has_statements = !story.extracted().statements.is_empty();
    let is_theirs = |index: usize| match question.intent {
        Intent::WasTold => told_fit(story, index, &people) > 0.0,
        _ => voice_fit(story, index, &people) > 0.0,
    };
    let asks = matches!(question.intent, Intent::WhatSaid | Intent::WasTold);
    asks && named && has_statements && !statements.any(is_theirs)
}

/// The first statement of each speaker that "what did they say" could mean, where the question names neither a speaker
/// nor a matter.
pub(crate) fn speakers_meant(story: &Story, question: &Question, spoken: &[Spoken]) -> Vec<Citation> {
    let names_a_matter = question.words[question.about.clone()].iter().any(Word::is_content);
    if question.intent != Intent::WhatSaid || names_a_matter || !people(question).is_empty() {
        return Vec::new();
    }
    let mut speakers: Vec<Span> = Vec::new();
    let mut meant = Vec::new();
    for found in spoken {
        let statement = &story.extracted().statements[found.statement];
        let speaker = statement.speaker.map(|speaker| speaker.name.unwrap_or(speaker.written));
        if let Some(speaker) = speaker.filter(|speaker| !speakers.contains(speaker)) {
            speakers.push(speaker);
            meant.push(story.cite(statement.span()));
        }
    }
    meant
}

fn people(question: &Question) -> Vec<Word> {
    question.words[question.speaker.clone()].iter().filter(|word| word.is_content()).cloned().collect()
}

/// Brings the line of the best statement to the front.
pub(crate) fn promote(ranked: &mut Vec<Scored>, best: Spoken) {
    let Some(at) = ranked.iter().position(|scored| scored.line == best.line) else { return };
    let mut first = ranked.remove(at);
    first.own = first.own.max(best.score);
    first.coverage = first.coverage.max(best.score);
    if let Some(next) = ranked.first() {
        first.score = first.score.max(next.score);
    }
    ranked.insert(0, first);
}

/// How well the words name whoever says or passes on a statement.
fn voice_fit(story: &Story, statement: usize, people: &[Word]) -> f32 {
    let reporters = story.extracted().statements[statement].via.iter();
    let passed_on = reporters.map(|link| PASSED_ON * listing::person_fit(story, link.reporter, people));
    passed_on.fold(listing::speaker_fit(story, statement, people), f32::max)
}

/// Whether a statement's cue is a verb of the question ("clarify", "clarified").
fn is_asked_verb(story: &Story, question: &Question, statement: usize) -> bool {
    let Some(cue) = story.extracted().statements[statement].cue else { return false };
    let stem = stems::stem(&stems::fold(story.document().text(cue)));
    stem != SAY && question.words.iter().any(|word| word.stem == stem)
}

fn told_fit(story: &Story, statement: usize, people: &[Word]) -> f32 {
    let Some(addressee) = story.extracted().statements[statement].addressee else { return 0.0 };
    listing::person_fit(story, addressee, people)
}

/// The part of what is asked about that the statement has, in its own words or beside them.
fn about_fit(
    story: &Story,
    matches: &Matches,
    bound: &Bound,
    is_asked: impl Fn(usize) -> bool,
    (line, spans): (usize, &[Span]),
) -> f32 {
    let words = &story.lookup().lines[line].terms;
    let (mut found, mut whole) = (0.0, 0.0);
    for (number, term) in bound.terms.iter().enumerate() {
        if !is_asked(term.word) {
            continue;
        }
        whole += term.weight;
        let place = matches.position(number, line).and_then(|position| words.get(position as usize));
        let inside = place.is_some_and(|word| spans.iter().any(|span| span.contains(word.span)));
        found += term.weight * matches.strength(number, line) * if inside { 1.0 } else { BESIDE };
    }
    if whole == 0.0 { 1.0 } else { found / whole }
}
