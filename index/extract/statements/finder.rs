//! The cues of one sentence → reports: which word reports, whose it is, and where the words reported stand.

use std::ops::Range;

use super::Reason;
use super::clause::Clause;
use super::contents::{Bounds, clause_end, contents, main_clause, relative_end};
use super::cues::Form;
use super::passing::{add_passers, past_passing};
use super::report::{Manner, Report};
use super::subjects::{
    Quoted, is_set_off_relative, is_shared, is_subordinate, quoted_as, reports_as_infinitive, subject,
};
use super::verbs::{VerbGroup, after_verb, verb_group};
use crate::language::tags::Tags;

/// Finds the reports of one sentence, in order.
pub fn reports(clause: &Clause<'_, '_>, sentence: usize) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    for item in 0..clause.items.len() {
        let found = if clause.is(item, &["according"]) && clause.is(item + 1, &["to"]) {
            according_to(clause, item, &reports)
        } else if clause.is(item, HEARSAY) {
            hearsay(clause, item)
        } else {
            verb_group(clause, item).and_then(|group| verb_report(clause, &group, &reports))
        };
        let Some(mut report) = found else { continue };
        report.sentence = sentence;
        cut_at(clause, &mut reports, &report);
        let quoter = verb_group(clause, item).and_then(|group| quoter(clause, group.start, &report));
        reports.push(report);
        reports.extend(quoter);
    }
    add_passers(clause, &mut reports);
    reports
}

/// "X said A, and Y said B": what X said ends where Y's report begins. "X said A, Y said": it ends before Y's.
fn cut_at(clause: &Clause<'_, '_>, earlier: &mut [Report], report: &Report) {
    let Some(subject) = &report.subject else { return };
    let start = subject.start.min(report.cue.start);
    let tags = &clause.reading.tags;
    if start < 2 || report.link {
        return;
    }
    let joined = tags[start - 1].any(Tags::COORDINATOR) && tags[start - 2].any(Tags::COMMA);
    let reported = report.contents.first().filter(|content| content.end <= start).map(|content| content.start);
    for content in earlier.iter_mut().filter_map(|earlier| earlier.contents.last_mut()) {
        if content.end <= start {
            continue;
        }
        if joined && content.start + 1 < start - 2 {
            content.end = start - 2;
        } else if reported.is_some_and(|reported| reported <= content.start && content.start + 1 < start - 1) {
            content.end = start - 1;
        }
    }
}

fn verb_report(clause: &Clause<'_, '_>, group: &VerbGroup, earlier: &[Report]) -> Option<Report> {
    if group.infinitive && !reports_as_infinitive(clause, group) || is_quoting(clause, group) {
        return None;
    }
    if let Some(report) = question_put(clause, group) {
        return Some(report);
    }
    if group.passive {
        return passive_report(clause, group);
    }
    let (subject, how) = subject(clause, group, earlier)?;
    if is_anybody(clause, &subject, group) {
        return None;
    }
    let inverted = how == Reason::Inverted;
    let from = if inverted { subject.end } else { after_verb(group) };
    let quoted = quoted_before(clause, group.start);
    let before = if inverted { group.start } else { subject.start.min(group.start) };
    let bounds = Bounds { before: quoted.as_ref().map_or(before, |quoted| quoted.start().min(before)), after: from };
    let shared = subject.end + 8 < group.start && earlier.is_empty() || is_shared(clause, group, &subject);
    let found = contents(clause, group, &bounds, shared && quoted.is_none());
    let (mut contents, manner, addressee) = found?;
    if is_subordinate(clause, &subject) {
        contents.iter_mut().for_each(|content| content.end = main_clause(clause, content));
    }
    if is_set_off_relative(clause, &subject) {
        contents.iter_mut().for_each(|content| content.end = relative_end(clause, content));
    }
    let cue = clause.tokens(&(group.start..after_verb(group)));
    let nobody = clause.is(subject.start, &["no", "nobody", "none", "neither"]);
    let denied = group.negated || nobody || group.cue.frames.has('d');
    Some(Report {
        cue,
        subject: Some(clause.tokens(&subject)),
        addressee: addressee.map(|items| clause.tokens(&items)),
        contents: contents.iter().map(|items| clause.tokens(items)).collect(),
        manner,
        denied,
        because: vec![Reason::CueVerb, how],
        sentence: 0,
        link: false,
        passers: Vec::new(),
    })
}

/// "until somebody can tell me who owns it": nobody has said anything.
fn is_anybody(clause: &Clause<'_, '_>, subject: &Range<usize>, group: &VerbGroup) -> bool {
    let anybody = ["somebody", "someone", "anybody", "anyone"];
    let able = (group.start..group.verb).any(|item| clause.is(item, &["can", "could", "would", "will"]));
    able && subject.len() == 1 && clause.is(subject.start, &anybody)
}

/// "Asked whether the dam was safe, she …": a question put, by nobody named unless "by" names somebody.
fn question_put(clause: &Clause<'_, '_>, group: &VerbGroup) -> Option<Report> {
    let opens = group.start == 0 || clause.is(group.start - 1, &["when", "and"]) && group.start == group.verb;
    if group.cue.lemma != "ask" || !matches!(group.cue.form, Form::Past) || !opens {
        return None;
    }
    let by = clause.is(group.verb + 1, &["by"]).then(|| clause.phrase_after(group.verb + 2)).flatten();
    let from = by.as_ref().map_or(group.verb + 1, |by| by.end);
    if !clause.is(from, &["if", "whether", "why", "how", "what", "who", "when", "where"]) {
        return None;
    }
    let end = clause_end(clause, from);
    let content = from..(from + 1..end).find(|item| clause.tags(*item).any(Tags::COMMA)).unwrap_or(end);
    let how = if by.is_some() { Reason::Subject } else { Reason::NoSource };
    Some(Report {
        cue: clause.tokens(&(group.start..group.verb + 1)),
        subject: by.map(|items| clause.tokens(&items)),
        addressee: None,
        contents: vec![clause.tokens(&content)],
        manner: Manner::Stated,
        denied: false,
        because: vec![Reason::CueVerb, how],
        sentence: 0,
        link: false,
        passers: Vec::new(),
    })
}

/// "The agency quoted a soldier as saying …": the agency passes on what the report says.
fn quoter(clause: &Clause<'_, '_>, verb: usize, report: &Report) -> Option<Report> {
    let quoted = quoted_before(clause, verb)?;
    let subject = clause.tokens(&quoted.quoter?);
    let cue = clause.tokens(&(quoted.verb..quoted.verb + 1));
    Some(Report { cue, subject: Some(subject), addressee: None, link: true, ..report.clone() })
}

/// Who is quoted where a verb stands after "as" or "to have" ("quoted as saying").
fn quoted_before(clause: &Clause<'_, '_>, verb: usize) -> Option<Quoted> {
    let last = verb.checked_sub(1)?;
    let to_have = clause.is(last, &["to"]) && clause.is(verb, &["have"]);
    (clause.is(last, &["as"]) || to_have).then(|| quoted_as(clause, last)).flatten()
}

/// "cited the ministry as saying": not a report of the ministry, but of what it says.
fn is_quoting(clause: &Clause<'_, '_>, group: &VerbGroup) -> bool {
    let gerund = |item: usize| clause.is(item, &["as"]) && clause.tags(item + 1).any(Tags::GERUND);
    matches!(group.cue.lemma, "cite" | "quote") && (group.verb + 1..group.verb + 15).any(gerund)
}

/// Adverbs that pass words on from nobody in particular.
const HEARSAY: &[&str] = &["reportedly", "purportedly"];

/// "The firm has reportedly lost a ship": the clause is reported, but by whom isn't told.
fn hearsay(clause: &Clause<'_, '_>, adverb: usize) -> Option<Report> {
    let mut verb = adverb;
    while verb > 0 && clause.tags(verb - 1).any(Tags::AUXILIARY) {
        verb -= 1;
    }
    let subject = clause.phrase_before(verb, 0)?;
    let after = adverb + 1..clause_end(clause, adverb + 1);
    let contents = [subject.start..adverb, after];
    clause.has_verb(verb..contents[1].end).then(|| Report {
        cue: clause.tokens(&(adverb..adverb + 1)),
        subject: None,
        addressee: None,
        contents: contents.iter().filter(|items| !items.is_empty()).map(|items| clause.tokens(items)).collect(),
        manner: Manner::Stated,
        denied: false,
        because: vec![Reason::NoSource],
        sentence: 0,
        link: false,
        passers: Vec::new(),
    })
}

/// "was told that …", "is said to …": nobody is named unless "by" names somebody.
fn passive_report(clause: &Clause<'_, '_>, group: &VerbGroup) -> Option<Report> {
    let told = group.cue.frames.has('a') && group.cue.frames.has('t');
    let after = group.verb + 1;
    let hearer = clause.phrase_before(group.start, 0).filter(|hearer| !clause.is(hearer.start, &["it"]));
    let by = clause.is(after, &["by"]).then(|| clause.phrase_after(after + 1)).flatten();
    let from = by.as_ref().map_or(after, |by| by.end);
    let contents = if told && (clause.is(from, &["that"]) || clause.begins_phrase(from)) {
        let first = if clause.is(from, &["that"]) { from + 1 } else { from };
        let content = first..clause_end(clause, first);
        if !clause.has_verb(content.clone()) {
            return None;
        }
        vec![content]
    } else if group.cue.frames.has('t') && hearer.is_none() && clause.is(from, &["that"]) {
        let content = from + 1..clause_end(clause, from + 1);
        vec![content]
    } else if matches!(group.cue.lemma, "say" | "report" | "allege") && clause.is(after, &["to"]) {
        vec![hearer.clone()?, after..clause_end(clause, after)]
    } else {
        return None;
    };
    let contents = contents.iter().map(|items| clause.tokens(items)).collect();
    let because =
        if by.is_some() { vec![Reason::CueVerb, Reason::Subject] } else { vec![Reason::CueVerb, Reason::NoSource] };
    let addressee = told.then_some(hearer).flatten();
    Some(Report {
        cue: clause.tokens(&(group.start..after)),
        subject: by.map(|items| clause.tokens(&items)),
        addressee: addressee.map(|items| clause.tokens(&items)),
        contents,
        manner: Manner::Stated,
        denied: group.negated,
        because,
        sentence: 0,
        link: false,
        passers: Vec::new(),
    })
}

/// "a report by the institute"
fn with_author(clause: &Clause<'_, '_>, phrase: Range<usize>) -> Range<usize> {
    let author = clause.is(phrase.end, &["by"]).then(|| clause.phrase_after(phrase.end + 1)).flatten();
    phrase.start..author.map_or(phrase.end, |author| author.end)
}

/// "documents released under the act": a phrase with the participle after it and what that governs, up to a comma.
fn past_participle(clause: &Clause<'_, '_>, phrase: Range<usize>) -> Range<usize> {
    let begins = clause.tags(phrase.end).any(Tags::PAST) && !clause.tags(phrase.end).any(Tags::CAPITAL);
    let limit = clause.items.len().min(phrase.end + 20);
    let comma = (phrase.end + 1..limit).find(|item| clause.tags(*item).any(Tags::COMMA) || clause.is_end(*item));
    let plain = |end: &usize| {
        !(phrase.end + 1..*end)
            .any(|item| clause.tags(item).any(Tags::FINITE.or(Tags::WH)) || clause.is_quotation(item))
    };
    comma.filter(|end| begins && plain(end)).map_or(phrase.clone(), |end| phrase.start..end)
}

/// "according to X", before or after what X says; a link of the chain where the words have a speaker already.
fn according_to(clause: &Clause<'_, '_>, item: usize, earlier: &[Report]) -> Option<Report> {
    let phrase = past_participle(clause, with_author(clause, clause.phrase_after(item + 2)?));
    let opens = (0..item).all(|item| clause.tags(item).any(Tags::COORDINATOR.or(Tags::ADVERB).or(Tags::COMMA)));
    let apposed = clause.apposition_after(phrase.end);
    // "According to the act, the minister stayed": what runs to the end is what is reported.
    let subject = phrase.start..if opens && clause.is_end(apposed) { phrase.end } else { apposed };
    let before = item.checked_sub(1).filter(|last| clause.tags(*last).any(Tags::COMMA)).unwrap_or(item);
    let after_coordinator = (1..3).any(|back| item >= back && clause.tags(item - back).any(Tags::COORDINATOR));
    let midway =
        !opens && clause.tags(subject.end).any(Tags::COMMA) && !clause.is_end(subject.end + 1) && after_coordinator;
    let set_off = clause.tags(subject.end).any(Tags::COMMA) && clause.begins_phrase(subject.end + 1);
    let after_adverbial = set_off && before < item && !clause.has_verb(0..before);
    let (contents, link) = if opens || midway || after_adverbial {
        let comma = usize::from(clause.tags(subject.end).any(Tags::COMMA));
        let from = past_passing(clause, subject.end).unwrap_or(subject.end + comma);
        (from..clause_end(clause, from), false)
    } else {
        let start = (0..before).find(|item| !clause.tags(*item).any(Tags::COORDINATOR)).unwrap_or(0);
        let reported =
            earlier.iter().any(|report| report.subject.is_some() && report.manner == Manner::Stated && !report.link);
        (start..before, reported)
    };
    if contents.is_empty() {
        return None;
    }
    Some(Report {
        cue: clause.tokens(&(item..item + 2)),
        subject: Some(clause.tokens(&subject)),
        addressee: None,
        contents: vec![clause.tokens(&contents)],
        manner: Manner::Stated,
        denied: false,
        because: vec![Reason::AccordingTo],
        sentence: 0,
        link,
        passers: Vec::new(),
    })
}
