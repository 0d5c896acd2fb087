//! Who passes words on beside their cue: an outlet that is told, "as quoted by", "in an interview with", "citing".
//! What has a clause of its own ("according to AFP", "officials said") is `finder`'s.

use std::ops::Range;

use super::clause::Clause;
use super::cues::Form;
use super::occasions::{OCCASIONS, WRITINGS};
use super::report::{Manner, Passer, Report};
use crate::extract::names::classes::{self, Classes};
use crate::extract::press;
use crate::language::tags::Tags;

/// Gives each report of a sentence those that pass its words on, from the one nearest to the speaker outwards.
pub fn add_passers(clause: &Clause<'_, '_>, reports: &mut Vec<Report>) {
    for report in reports.iter_mut() {
        let told = report.addressee.clone().filter(|hearer| is_press_at(clause, &items(clause, hearer)));
        report.passers.extend(told.map(|reporter| Passer { reporter, cue: report.cue.clone() }));
    }
    for at in 0..clause.items.len() {
        if clause.is_quotation(at) {
            continue;
        }
        if let Some(passing) = passing(clause, at) {
            add(clause, reports, passing);
        } else if let Some(cited) = cited(clause, at) {
            cite(clause, reports, cited);
        }
    }
    hand_on(clause, reports);
    for report in reports.iter_mut() {
        cut_to_head(clause, report);
    }
}

/// "told the Herald that …, adding: …": what is added was told as well.
fn hand_on(clause: &Clause<'_, '_>, reports: &mut [Report]) {
    for index in 1..reports.len() {
        let (earlier, later) = reports.split_at_mut(index);
        let (Some(told), Some(added)) = (earlier.last(), later.first_mut()) else { return };
        let verb = added.cue.end.checked_sub(1).and_then(|verb| clause.reading.cues[verb]);
        let adds = verb.is_some_and(|verb| verb.form == Form::Gerund || verb.lemma == "add");
        if adds && added.passers.is_empty() && added.subject.is_some() && added.subject == told.subject {
            added.passers.clone_from(&told.passers);
        }
    }
}

/// Words that say who passed something on, by items.
struct Passing {
    /// From the first of the words to the last of the one who passes on.
    whole: Range<usize>,
    /// Who passes on.
    reporter: Range<usize>,
}

/// Participles for what a medium does with somebody's words.
const CARRIED: &[&str] =
    &["quoted", "cited", "reported", "carried", "published", "broadcast", "aired", "relayed", "printed", "excerpted"];

/// Participles for how a medium comes by somebody's words.
const OBTAINED: &[&str] = &["seen", "obtained", "reviewed", "viewed", "heard", "examined", "verified", "interviewed"];

/// Participles for words that are put before somebody.
const HANDED: &[&str] = &["given", "sent", "leaked", "released", "provided", "shared", "told", "recounted"];

/// What "by" governs beside agents: "quoted by name".
const MEANS: &[&str] = &["name", "phone", "telephone", "email", "post", "letter", "text", "mistake"];

/// Verbs for speaking and writing that report nothing by themselves.
const SPEAKING: &[&str] =
    &["speaking", "talking", "spoke", "writing", "appearing", "asked", "questioned", "pressed", "interviewed"];

fn passing(clause: &Clause<'_, '_>, at: usize) -> Option<Passing> {
    if clause.is(at, CARRIED) && may_carry(clause, at)
        || clause.is(at, &["out"]) && clause.is(at.wrapping_sub(1), &["read"])
    {
        let by = governed(clause, at + 1, &["by"]).filter(|agent| {
            !clause.is(agent.start, MEANS)
                && !clause.tags(agent.start).any(Tags::TIME.or(Tags::OBJECT_PRONOUN).or(Tags::GERUND))
        });
        if let Some(reporter) = by {
            return Some(Passing { whole: at..reporter.end, reporter });
        }
    }
    let governors: &[&str] = if clause.is(at, OBTAINED) {
        &["by"]
    } else if clause.is(at, HANDED) {
        &["to", "with"]
    } else if clause.is(at, SPEAKING) || clause.is(at, CARRIED) {
        &["to", "with", "in", "on", "by", "for"]
    } else if clause.is(at, OCCASIONS) || clause.is(at, WRITINGS) {
        &["to", "with", "in", "on", "for"]
    } else if clause.items.get(at).is_some_and(|item| clause.reading.cues[item.first].is_some()) {
        &["to", "in", "on"]
    } else {
        return None;
    };
    let reporter = governed(clause, at + 1, governors)?;
    is_press_at(clause, &reporter).then_some(Passing { whole: at..reporter.end, reporter })
}

/// "as quoted by", "who was quoted by", "in remarks carried by": not "a theft reported by neighbours".
fn may_carry(clause: &Clause<'_, '_>, participle: usize) -> bool {
    let passed_over = Tags::ADVERB.or(Tags::AUXILIARY).or(Tags::COORDINATOR);
    let before = (0..participle)
        .rev()
        .find(|item| !clause.tags(*item).any(passed_over) && !clause.is(*item, &["as", "who", "which", "first"]));
    let quoted = clause.is(participle, &["quoted", "cited"]);
    before.is_none_or(|before| {
        quoted || clause.tags(before).any(Tags::COMMA) || clause.is(before, OCCASIONS) || clause.is(before, WRITINGS)
    })
}

/// The noun phrase after one of the prepositions, past adverbs and times.
fn governed(clause: &Clause<'_, '_>, from: usize, prepositions: &[&str]) -> Option<Range<usize>> {
    let mut at = from;
    for _ in 0..4 {
        if clause.is(at, prepositions) && !clause.tags(at + 1).any(Tags::TIME) {
            return clause.phrase_after(at + 1);
        }
        let on_a_day = clause.is(at, &["on", "last"]) && clause.tags(at + 1).any(Tags::TIME);
        let adverbial = clause.tags(at).any(Tags::TIME.or(Tags::ADVERB));
        at += match (on_a_day, adverbial) {
            (true, _) => 2,
            (false, true) => 1,
            (false, false) => return None,
        };
    }
    None
}

/// Past words that only say who passed something on (", as quoted by the Herald,", "published on Friday by").
pub fn past_passing(clause: &Clause<'_, '_>, at: usize) -> Option<usize> {
    let comma = usize::from(clause.tags(at).any(Tags::COMMA));
    if let Some(cited) = cited(clause, at + comma) {
        return Some(cited.whole.end + usize::from(clause.tags(cited.whole.end).any(Tags::COMMA)));
    }
    let participle = at + comma + usize::from(clause.is(at + comma, &["as"]));
    if !clause.is(participle, CARRIED) && !clause.is(participle, OBTAINED) {
        return None;
    }
    let end = governed(clause, participle + 1, &["by", "in", "on"])?.end;
    let closes = comma > 0 && clause.tags(end).any(Tags::COMMA);
    Some(end + usize::from(closes))
}

/// Adds one who passes on to the report that it stands beside.
fn add(clause: &Clause<'_, '_>, reports: &mut [Report], passing: Passing) {
    let Some(index) = report_beside(clause, reports, &passing.whole) else { return };
    let reporter = clause.tokens(&passing.reporter);
    let cue = clause.tokens(&(passing.whole.start..passing.whole.start + 1));
    let report = &mut reports[index];
    // "a report in the Herald" names the Herald already.
    let is_place = clause.is(passing.reporter.start - 1, &["in", "on", "for"]);
    let within = report.subject.as_ref().is_some_and(|subject| subject.start <= cue.start && cue.start < subject.end);
    let is_known = is_place && within
        || report.passers.iter().any(|known| known.reporter == reporter)
        || report.subject.as_ref().is_some_and(|subject| *subject == reporter);
    if !is_known {
        report.passers.push(Passer { reporter, cue });
    }
}

/// The report whose own words, not those that it reports, hold `words` or stand next to them.
fn report_beside(clause: &Clause<'_, '_>, reports: &[Report], words: &Range<usize>) -> Option<usize> {
    let distances = reports.iter().enumerate().filter_map(|(index, report)| {
        let frame = frame(clause, report)?;
        let reported = report.contents.iter().map(|content| items(clause, content));
        let within = reported.clone().any(|content| content.start < words.end && words.start < content.end);
        let distance = if within {
            None
        } else if frame.start <= words.start && words.start < frame.end {
            Some(0)
        } else if words.start >= frame.end {
            is_adverbial(clause, frame.end..words.start).then(|| words.start - frame.end)
        } else {
            opens_report(clause, words, frame.start).then(|| frame.start - words.end)
        };
        distance.map(|distance| (distance, index))
    });
    distances.min().map(|(_, index)| index)
}

/// From the first to the last word of speaker, cue and hearer.
fn frame(clause: &Clause<'_, '_>, report: &Report) -> Option<Range<usize>> {
    let subject = items(clause, report.subject.as_ref()?);
    let cue = items(clause, &report.cue);
    let hearer = report.addressee.as_ref().map_or(cue.clone(), |hearer| items(clause, hearer));
    let frame = subject.start.min(cue.start)..subject.end.max(cue.end).max(hearer.end);
    (!report.cue.is_empty() && !frame.is_empty()).then_some(frame)
}

/// Whether nothing stands between a report and words after it but adverbials.
fn is_adverbial(clause: &Clause<'_, '_>, mut between: Range<usize>) -> bool {
    between.all(|item| {
        !clause.is_quotation(item)
            && !clause.tags(item).any(Tags::FINITE.or(Tags::SEMICOLON).or(Tags::STOP).or(Tags::WH))
            && !clause.tags(item).any(Tags::SUBJECT_PRONOUN)
    })
}

/// "In an interview with the Herald, she said": whether words open the sentence before a report.
fn opens_report(clause: &Clause<'_, '_>, words: &Range<usize>, subject: usize) -> bool {
    let set_off = subject.checked_sub(1).is_some_and(|before| clause.tags(before).any(Tags::COMMA));
    let begins = (0..words.start).all(|item| !clause.tags(item).any(Tags::FINITE) && !clause.is_quotation(item));
    let asks = words.start < 2 && clause.is(words.start, SPEAKING);
    set_off && begins && subject > words.end && (asks || is_adverbial(clause, words.end..subject))
}

/// "citing two officials": whom an outlet has its words from.
fn cited(clause: &Clause<'_, '_>, at: usize) -> Option<Passing> {
    if !clause.is(at, &["citing", "quoting"]) {
        return None;
    }
    let from = at + 1 + usize::from(clause.is(at + 1, &["from"]));
    let source = clause.phrase_after(from)?;
    let saying = (source.end..source.end + 2).any(|item| clause.is(item, &["as"]));
    let acronym = (source.end + 2..source.end + 5).find(|item| clause.tags(*item).any(Tags::CLOSING));
    let acronym = acronym.filter(|_| clause.tags(source.end).any(Tags::OPENING));
    let source = source.start..acronym.map_or(source.end, |closing| closing + 1);
    let can_speak = is_source(clause, &source) || is_press_at(clause, &source);
    (!saying && can_speak).then_some(Passing { whole: at..source.end, reporter: source })
}

/// "The Herald, citing two officials, said": the officials say it, the Herald passes it on.
fn cite(clause: &Clause<'_, '_>, reports: &mut Vec<Report>, cited: Passing) {
    let Some(index) = report_beside(clause, reports, &cited.whole) else { return };
    let report = &mut reports[index];
    let Some(subject) = report.subject.clone() else { return };
    let citer = head(clause, &items(clause, &subject));
    if report.manner != Manner::Stated || !is_press_at(clause, &citer) {
        return;
    }
    let first = Passer { reporter: clause.tokens(&citer), cue: report.cue.clone() };
    report.passers.insert(0, first);
    report.subject = Some(clause.tokens(&cited.reporter));
    let citing = clause.tokens(&(cited.whole.start..cited.whole.start + 1));
    reports.retain(|report| report.cue != citing);
}

/// Nouns for sources that nobody names, and for papers that are quoted from.
const SOURCES: &[&str] = &[
    "source",
    "sources",
    "official",
    "officials",
    "diplomats",
    "witnesses",
    "people",
    "person",
    "insiders",
    "aides",
    "lawyers",
    "residents",
    "analysts",
    "experts",
    "investigators",
    "authorities",
    "relatives",
    "insider",
    "figures",
    "memo",
    "memos",
    "document",
    "documents",
    "filing",
    "filings",
    "letter",
    "email",
    "emails",
    "affidavit",
    "report",
    "statement",
    "ministry",
    "police",
    "records",
    "minutes",
    "note",
    "transcript",
    "spokespeople",
    "military",
    "army",
];

/// Whether a phrase is somebody or something that can have said words: not "security concerns".
fn is_source(clause: &Clause<'_, '_>, phrase: &Range<usize>) -> bool {
    let end = phrase.clone().skip(1).find(|item| clause.tags(*item).any(Tags::PREPOSITION)).unwrap_or(phrase.end);
    let Some(head) = end.checked_sub(1) else { return false };
    clause.is(head, SOURCES)
        || classes::of(clause.text(head)).has(Classes::ROLE)
        || clause.tags(head).any(Tags::CAPITAL) && !clause.tags(phrase.start).any(Tags::NUMBER)
}

/// Cuts what says who passed the words on from the speaker's own words.
fn cut_to_head(clause: &Clause<'_, '_>, report: &mut Report) {
    let Some(subject) = &report.subject else { return };
    let subject = items(clause, subject);
    let subject = head(clause, &subject);
    let subject = author(clause, &subject).unwrap_or(subject);
    if !subject.is_empty() {
        report.subject = Some(clause.tokens(&subject));
    }
}

/// A phrase up to a comma that "who", "quoted by" or "citing" follows.
fn head(clause: &Clause<'_, '_>, phrase: &Range<usize>) -> Range<usize> {
    let leaves = |comma: usize| {
        let next = comma + 1 + usize::from(clause.is(comma + 1, &["as", "both", "first"]));
        clause.tags(comma).any(Tags::COMMA)
            && (clause.is(next, CARRIED)
                || clause.is(next, &["citing", "quoting", "who", "read"])
                || clause.is(next, OBTAINED)
                || clause.is(next, SPEAKING))
    };
    phrase.start..phrase.clone().skip(1).find(|comma| leaves(*comma)).unwrap_or(phrase.end)
}

/// Writings that speak for one whom "by", "from" or "of" names.
const MESSAGES: &[&str] =
    &["statement", "letter", "tweet", "post", "message", "email", "e-mail", "communique", "communiqué", "telegram"];

/// "a statement by the union": the union.
fn author(clause: &Clause<'_, '_>, subject: &Range<usize>) -> Option<Range<usize>> {
    let at = subject.clone().skip(1).find(|item| clause.is(*item, &["by", "from"]))?;
    let plain = (subject.start..at - 1).all(|item| !clause.tags(item).any(Tags::PREPOSITION.or(Tags::GENITIVE)));
    let whose = clause.begins_phrase(at + 1) && !clause.tags(at + 1).any(Tags::NUMBER.or(Tags::TIME));
    (plain && whose && clause.is(at - 1, MESSAGES) && at + 1 < subject.end).then(|| at + 1..subject.end)
}

fn is_press_at(clause: &Clause<'_, '_>, phrase: &Range<usize>) -> bool {
    let words = clause.reading.span(&clause.tokens(phrase)).map(|span| clause.reading.document.text(span));
    words.is_some_and(press::is_news_organisation)
}

/// The items that tokens stand in.
fn items(clause: &Clause<'_, '_>, tokens: &Range<usize>) -> Range<usize> {
    let start = clause.items.partition_point(|item| item.after <= tokens.start);
    let end = clause.items.partition_point(|item| item.first < tokens.end);
    start..end.max(start)
}
