//! What is shown for an answer: the words that a person reads first, and the statements, figures, facts of the
//! dispute and events of the sentences that answer.

use crate::extract::dispute::Aspect;
use crate::extract::figures::Unit;
use crate::question::{Intent, Question};
use crate::span::Span;
use crate::story::Story;

use super::ranking::Scored;
use super::required::Required;
use super::speech::Spoken;
use super::{Answer, AnswerKind, Evidence};

/// How many statements are shown at most.
const MOST_STATEMENTS: usize = 5;

/// Fills in what is shown for an answer whose passages are known.
pub(crate) fn cite(story: &Story, question: &Question, spoken: &[Spoken], ranked: &[Scored], answer: &mut Answer) {
    let Some(first) = answer.passages.first().copied() else { return };
    answer.lead = Some(first.citation);
    if let Some(best) = spoken.first().filter(|best| ranked.first().is_some_and(|first| first.line == best.line)) {
        return cite_statement(story, question, *best, spoken, answer);
    }
    add_antecedent(story, ranked, answer);
    let within = first.citation.span;
    answer.figures = figures(story, question, within);
    answer.dispute = dispute(story, question.intent, within);
    answer.events = events(story, question.intent, within);
    answer.kind = if !answer.dispute.is_empty() {
        AnswerKind::Dispute
    } else if !answer.figures.is_empty() {
        AnswerKind::Figure
    } else if !answer.events.is_empty() {
        AnswerKind::Timeline
    } else {
        AnswerKind::Passage
    };
}

fn cite_statement(story: &Story, question: &Question, best: Spoken, spoken: &[Spoken], answer: &mut Answer) {
    let statement = &story.extracted().statements[best.statement];
    let span = statement.span();
    let sentence = answer.passages[0].citation.span;
    let holding = sentences_holding(story, sentence, span);
    answer.kind = AnswerKind::Statement;
    answer.passages[0] = Evidence { citation: story.cite(holding), score: answer.passages[0].score };
    // What somebody denies would read as what they say, and pieces as one: the sentence is shown instead.
    let stands_alone = statement.spans.len() == 1 && !statement.denied;
    answer.lead = Some(story.cite(if stands_alone { span } else { holding }));
    let by_asked = |other: &&Spoken| other.score >= 0.9 * best.score || question.intent == Intent::WhatSaid;
    answer.statements = spoken.iter().filter(by_asked).take(MOST_STATEMENTS).map(|other| other.statement).collect();
}

/// The sentences from the first to the last that a span touches.
fn sentences_holding(story: &Story, sentence: Span, span: Span) -> Span {
    let document = story.document();
    let touched = document.sentences().iter().filter(|other| other.span.overlaps(span));
    touched.fold(sentence, |holding, other| holding.cover(other.span))
}

/// A sentence that opens with "He" or "It" doesn't stand alone: the one before is shown after it.
fn add_antecedent(story: &Story, ranked: &[Scored], answer: &mut Answer) {
    let Some(best) = ranked.first() else { return };
    let lookup = story.lookup();
    let before = best.line.checked_sub(1).filter(|_| lookup.lines[best.line].points_back);
    let Some(before) = before else { return };
    let citation = super::asking::sentence(story, before);
    let same_paragraph = |line: usize| story.document().sentences()[lookup.lines[line].sentence].paragraph;
    let is_shown = answer.passages.iter().any(|passage| passage.citation == citation);
    if !is_shown && same_paragraph(before) == same_paragraph(best.line) {
        answer.passages.truncate(2);
        answer.passages.insert(1, Evidence { citation, score: answer.passages[0].score * 0.5 });
    }
}

fn figures(story: &Story, question: &Question, within: Span) -> Vec<usize> {
    let required = Required::by(question);
    if required.is_figure() {
        return required.figures(story, within).collect();
    }
    let fits = |unit: &Unit| match question.intent {
        Intent::Age => matches!(unit, Unit::Duration(_) | Unit::Count | Unit::Measure(_)),
        Intent::Duration => matches!(unit, Unit::Duration(_)),
        Intent::When => matches!(unit, Unit::Date),
        _ => false,
    };
    let numbered = story.extracted().figures.iter().enumerate();
    let fitting = numbered.filter(|(_, figure)| within.contains(figure.span) && fits(&figure.unit));
    fitting.map(|(index, _)| index).collect()
}

fn dispute(story: &Story, intent: Intent, within: Span) -> Vec<usize> {
    let fits = |aspect: Aspect| match intent {
        Intent::Control => matches!(aspect, Aspect::Control | Aspect::Claim),
        Intent::Named => aspect == Aspect::Name,
        _ => false,
    };
    let numbered = story.extracted().dispute.iter().enumerate();
    let fitting = numbered.filter(|(_, fact)| within.overlaps(fact.span) && fits(fact.aspect));
    fitting.map(|(index, _)| index).collect()
}

fn events(story: &Story, intent: Intent, within: Span) -> Vec<usize> {
    if !matches!(intent, Intent::When | Intent::Happened) {
        return Vec::new();
    }
    let numbered = story.extracted().events.iter().enumerate();
    let fitting = numbered.filter(|(_, event)| within.overlaps(event.span));
    fitting.map(|(index, _)| index).collect()
}
