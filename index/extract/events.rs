//! What happened and what will, dated, in order. An event is a clause in the past with an expression of time of its own,
//! one with "will" and a day to come, or one that the story puts after another thing ("after the spat"); statements and
//! states of today are none.

use std::cmp::Ordering;
use std::ops::Range;

use super::figures::{Figure, Unit};
use super::{Extracted, Extractor, Kind};
use crate::article::Role;
use crate::document::{Document, Sentence};
use crate::language::dates::{self, Period, Relation, TimeExpression};
use crate::language::phrase::Phrase;
use crate::span::Span;

mod clauses;
mod verbs;

use verbs::Past;

/// Something that happened, or that the story says will happen on a day to come.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// The words that tell it: a sentence or clause.
    pub span: Span,
    /// The words that say when.
    pub when: Option<Span>,
    /// The days meant, where the words or the day of publication give them.
    pub period: Option<Period>,
    /// What the story puts it after ("a diplomatic spat").
    pub after: Option<Span>,
}

/// Finds events.
pub const EXTRACTOR: Extractor = Extractor { kind: Kind::Event, asked_by: &["when", "timeline", "happened"], extract };

fn extract(document: &Document, extracted: &mut Extracted) {
    for sentence in document.sentences() {
        let is_told = matches!(document.paragraph_of(sentence).role, Role::Body);
        if is_told && may_tell(document, sentence, &extracted.figures) {
            extracted.events.extend(of_sentence(document, sentence));
        }
    }
}

/// Whether a date was found in the sentence, or it puts something after another thing.
fn may_tell(document: &Document, sentence: &Sentence, figures: &[Figure]) -> bool {
    let first = figures.partition_point(|figure| figure.span.start() < sentence.span.start());
    let mut within = figures[first..].iter().take_while(|figure| sentence.span.contains(figure.span));
    let phrase = Phrase::of_sentence(document, sentence);
    within.any(|figure| figure.unit == Unit::Date)
        || (0..phrase.len()).any(|at| phrase.is_any(at, &["after", "following"]))
}

/// The events in the order in which they happened, as far as the story tells it.
///
/// Dated events stand by their first day, then by their last; those of the same days in the order of the story. An
/// event that the story puts after a thing ("after a spat") follows the last dated event that names this thing; any
/// other without days follows the event that the story tells before it.
pub fn in_order<'e>(document: &Document, events: &'e [Event]) -> Vec<&'e Event> {
    let mut dated: Vec<&Event> = events.iter().filter(|event| event.period.is_some()).collect();
    dated.sort_by(|a, b| by_days(a, b));
    let mut ordered = dated;
    for event in events.iter().filter(|event| event.period.is_none()) {
        let named = event.after.and_then(|after| position_of_thing(document, &ordered, event, after));
        let told_before = ordered.iter().rposition(|other| other.span == preceding(events, event));
        let at = named.or(told_before).map_or(0, |before| before + 1);
        ordered.insert(at, event);
    }
    ordered
}

fn by_days(a: &Event, b: &Event) -> Ordering {
    let days = |event: &Event| event.period.map(|period| (period.first, period.last));
    days(a).cmp(&days(b)).then(a.span.cmp(&b.span))
}

/// The span of the event told before this one; its own where it is the first.
fn preceding(events: &[Event], event: &Event) -> Span {
    let before = events.iter().take_while(|other| other.span != event.span).last();
    before.map_or(event.span, |before| before.span)
}

/// The last dated event that names what another one came after, by the last word of its phrase.
fn position_of_thing(document: &Document, ordered: &[&Event], event: &Event, after: Span) -> Option<usize> {
    let thing = document.text(after).split_whitespace().last()?;
    let names_it = |other: &&Event| {
        let mut words = document.text(other.span).split(|letter: char| !letter.is_alphanumeric());
        other.span != event.span && words.any(|word| word.eq_ignore_ascii_case(thing))
    };
    ordered.iter().rposition(names_it)
}

fn of_sentence(document: &Document, sentence: &Sentence) -> Vec<Event> {
    let phrase = Phrase::of_sentence(document, sentence);
    let times = dates::find(document.source(), document.tokens_of(sentence), document.article().published);
    let (clauses, quoted) = (clauses::of(&phrase), clauses::quoted(&phrase));
    let mut events = Vec::new();
    for clause in clauses {
        let first = times.partition_point(|time| time.tokens.start < clause.start);
        let within = times[first..].iter().take_while(|time| time.tokens.end <= clause.end);
        let published = document.article().published;
        let is_to_come =
            |time: &&TimeExpression| time.period.zip(published).is_some_and(|(days, today)| days.first > today);
        let told: Vec<&TimeExpression> = within.filter(|time| !quoted[time.tokens.start]).collect();
        let (to_come, past): (Vec<&TimeExpression>, Vec<_>) = told.into_iter().partition(is_to_come);
        let event = past
            .into_iter()
            .find_map(|time| dated(&phrase, &clause, time))
            .or_else(|| to_come.into_iter().find_map(|time| planned(&phrase, &clause, time)))
            .or_else(|| ordered_after(&phrase, &clause, &quoted));
        events.extend(event);
    }
    events
}

/// The event of a clause with an expression of time that a verb of the past governs.
fn dated(phrase: &Phrase, clause: &Range<usize>, time: &TimeExpression) -> Option<Event> {
    let is_told_as_past = matches!(governing(phrase, clause, time), Some(Past::Happening | Past::State));
    // A time of day alone dates nothing.
    let is_time_of_day =
        time.period.is_none() && phrase.text(time.tokens.start).starts_with(|first: char| first.is_ascii_digit());
    let is_event = is_told_as_past && !is_time_of_day && time.relation != Relation::Since;
    let span = phrase.span(clause.clone()).filter(|_| is_event)?;
    Some(Event { span, when: Some(time.span), period: time.period, after: None })
}

/// The event of a clause in the story's own voice with "will" and a day to come: "The council will vote on 9 December".
fn planned(phrase: &Phrase, clause: &Range<usize>, time: &TimeExpression) -> Option<Event> {
    let looks_ahead = |at: &usize| phrase.is_any(*at, &["will", "shall"]);
    let is_reported = |at: usize| phrase.is_any(at, IN_REPORTS) || verbs::past(phrase, at) == Some(Past::Saying);
    let will = (clause.start..time.tokens.start).rev().find(looks_ahead)?;
    let is_whole_day_or_more = time.period.is_some();
    let reported = clause.clone().any(is_reported) || (will..time.tokens.start).any(|at| phrase.is(at, "not"));
    let span = phrase.span(clause.clone()).filter(|_| is_whole_day_or_more && !reported)?;
    Some(Event { span, when: Some(time.span), period: time.period, after: None })
}

/// Words of saying, asking and supposing in the present, after which a plan is somebody's word.
const IN_REPORTS: &[&str] = &[
    "says",
    "say",
    "saying",
    "if",
    "whether",
    "unless",
    "hopes",
    "hope",
    "expects",
    "expect",
    "thinks",
    "believes",
    "believe",
    "according",
    "asked",
    "predicts",
    "promises",
    "warns",
    "fear",
    "fears",
    "that",
];

/// What the verb tells that an expression of time belongs to: the nearest before it in the clause, else after it.
fn governing(phrase: &Phrase, clause: &Range<usize>, time: &TimeExpression) -> Option<Past> {
    const REACH: usize = 40;
    let before = (clause.start..time.tokens.start).rev().take(REACH).find_map(|at| verb(phrase, at));
    let found = before.or_else(|| (time.tokens.end..clause.end).take(REACH).find_map(|at| verb(phrase, at)));
    found.flatten()
}

/// `Some(None)` for a verb that looks ahead or tells how things are today, which hides those farther away.
fn verb(phrase: &Phrase, at: usize) -> Option<Option<Past>> {
    const OTHER_TENSES: &[&str] = &[
        "will", "would", "is", "are", "has", "have", "can", "may", "plans", "plan", "shall", "could", "should", "says",
    ];
    match verbs::past(phrase, at) {
        Some(past) => Some(Some(past)),
        None => phrase.is_any(at, OTHER_TENSES).then_some(None),
    }
}

/// The event of a clause that the story puts after a thing: "… suspended exports after a diplomatic spat".
fn ordered_after(phrase: &Phrase, clause: &Range<usize>, quoted: &[bool]) -> Option<Event> {
    let is_after = |at: &usize| phrase.is_any(*at, &["after", "following"]) && *at > clause.start;
    let after = clause.clone().find(is_after)?;
    let happened = (clause.start..after).rev().find_map(|at| verb(phrase, at)).flatten();
    if happened != Some(Past::Happening) || quoted[after] {
        return None;
    }
    let thing = clauses::thing_at(phrase, after + 1, clause.end)?;
    Some(Event { span: phrase.span(clause.clone())?, when: None, period: None, after: phrase.span(thing) })
}

#[cfg(test)]
mod tests;
