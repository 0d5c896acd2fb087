//! Whose a verb of reporting is: the phrase before it, after it, or one that it shares with an earlier verb.

use std::ops::Range;

use super::Reason;
use super::clause::Clause;
use super::contents::{ends_soon, past_adverbials};
use super::cues::Form;
use super::report::Report;
use super::verbs::{VerbGroup, is_going_on};
use crate::language::tags::Tags;

/// "When she asked whether …, he": the report stands in a clause that opens the sentence.
pub fn is_subordinate(clause: &Clause<'_, '_>, subject: &Range<usize>) -> bool {
    let subordinator = (0..subject.start.min(6)).rev().find(|item| clause.tags(*item).any(Tags::SUBORDINATOR));
    subordinator.is_some_and(|at| at + 2 >= subject.start && !(0..at).any(|item| clause.tags(item).any(Tags::FINITE)))
}

/// "China, which has pledged …, ": a relative clause between commas.
pub fn is_set_off_relative(clause: &Clause<'_, '_>, subject: &Range<usize>) -> bool {
    clause.is_relative(subject.start)
        && subject.start.checked_sub(1).is_some_and(|before| clause.tags(before).any(Tags::COMMA))
}

pub fn is_shared(clause: &Clause<'_, '_>, group: &VerbGroup, subject: &Range<usize>) -> bool {
    subject.end < group.start && (subject.end..group.start).any(|item| clause.has_verb(item..item + 1))
}

/// Who the verb belongs to, and how that is known.
pub fn subject(clause: &Clause<'_, '_>, group: &VerbGroup, earlier: &[Report]) -> Option<(Range<usize>, Reason)> {
    let inverted = || inverted_subject(clause, group).map(|subject| (subject, Reason::Inverted));
    let Some(last) = group.start.checked_sub(1) else { return inverted() };
    let tags = clause.tags(last);
    if clause.is_relative(last) {
        return Some((last..group.start, Reason::Subject));
    }
    let gerund = group.cue.form == Form::Gerund && group.start == group.verb;
    if gerund && clause.is(last, &["as"]) || group.infinitive && clause.is(group.start, &["have"]) {
        return quoted_as(clause, last).map(|quoted| (quoted.speaker, Reason::Subject));
    }
    if group.infinitive
        && let Some(caller) = caller(clause, group)
    {
        return Some((caller, Reason::Subject));
    }
    let may_invert = clause.is_quotation(last) || tags.any(Tags::COMMA) && !gerund;
    if let Some(found) = may_invert.then(inverted).flatten() {
        return Some(found);
    }
    if gerund && clause.is_nominal(last) {
        let agent = clause
            .phrase_before(group.start, 0)
            .filter(|agent| agent.start > 0 && clause.is(agent.start - 1, &["with"]));
        if let Some(agent) = agent {
            return Some((agent, Reason::Subject));
        }
    }
    if gerund || tags.any(Tags::COORDINATOR) || clause.is(last, &["to", "by", "then"]) {
        return shared_subject(clause, group.start, earlier).map(|subject| (subject, Reason::Subject));
    }
    if tags.any(Tags::COMMA.or(Tags::CLOSING).or(Tags::DASH)) {
        let set_off = set_off_subject(clause, last);
        let found = set_off.or_else(|| shared_subject(clause, group.start, earlier));
        return found.map(|subject| (subject, Reason::Subject));
    }
    if tags.any(Tags::WH) && !tags.any(Tags::DETERMINER) {
        return None;
    }
    let subject = past_reduced_relatives(clause, clause.phrase_before(group.start, 0)?);
    Some((with_apposed_name(clause, subject), Reason::Subject))
}

/// Who is quoted, and by whom.
pub struct Quoted {
    pub speaker: Range<usize>,
    pub quoter: Option<Range<usize>>,
    pub verb: usize,
}

impl Quoted {
    /// Where the first of the words for who is quoted and by whom stands.
    pub fn start(&self) -> usize {
        self.quoter.as_ref().map_or(self.speaker.start, |quoter| quoter.start.min(self.speaker.start))
    }
}

/// Verbs for passing on what somebody said: "quoted her as saying", "was reported by the agency to have said".
const QUOTES: &[&str] =
    &["quoted", "quotes", "quoting", "quote", "cited", "cites", "citing", "cite", "reported", "described"];

/// "quoted a soldier as saying", "a soldier was quoted (by an agency) as saying", "as saying by an agency"
pub fn quoted_as(clause: &Clause<'_, '_>, as_word: usize) -> Option<Quoted> {
    let verb = (as_word.saturating_sub(15)..as_word).rev().find(|item| clause.is(*item, QUOTES))?;
    let mut start = verb;
    while start > 0 && clause.tags(start - 1).any(Tags::AUXILIARY.or(Tags::ADVERB)) {
        start -= 1;
    }
    let before = clause.phrase_before(start, 0);
    let by = clause.is(verb + 1, &["by"]);
    let to_have = clause.is(as_word, &["to"]);
    if to_have && (start == verb || !by) {
        return None;
    }
    if by || verb + 1 == as_word {
        let by = if by { Some(verb + 1) } else { Some(as_word + 2).filter(|after| clause.is(*after, &["by"])) };
        let quoter = by.and_then(|by| clause.phrase_after(by + 1));
        return Some(Quoted { speaker: before?, quoter, verb });
    }
    Some(Quoted { speaker: verb + 1..as_word, quoter: before, verb })
}

/// Verbs of reaching somebody by a means of communication: VerbNet 3.4's class 37.4.
const REACHES: &[&str] = &[
    "called",
    "calls",
    "phoned",
    "phones",
    "telephoned",
    "rang",
    "rings",
    "radioed",
    "radios",
    "wrote",
    "writes",
    "emailed",
    "emails",
    "e-mailed",
    "texted",
    "texts",
    "messaged",
    "cabled",
    "wired",
    "signalled",
    "signaled",
];

/// "he radioed them to say": who reaches somebody to say so.
fn caller(clause: &Clause<'_, '_>, group: &VerbGroup) -> Option<Range<usize>> {
    let to = group.start.checked_sub(1)?;
    let verb = (to.saturating_sub(6)..to).rev().find(|item| clause.is(*item, REACHES))?;
    let object = clause.phrase_after(verb + 1).map_or(verb + 1, |object| object.end);
    let mut start = verb;
    while start > 0 && clause.tags(start - 1).any(Tags::AUXILIARY.or(Tags::ADVERB)) {
        start -= 1;
    }
    (object == to).then(|| clause.phrase_before(start, 0)).flatten()
}

/// Whether an infinitive reports: "went on to say", "rang to say", "was reported by the agency to have said".
pub fn reports_as_infinitive(clause: &Clause<'_, '_>, group: &VerbGroup) -> bool {
    let to_have = || clause.is(group.start, &["have"]) && quoted_as(clause, group.start - 1).is_some();
    is_going_on(clause, group.start) || to_have() || caller(clause, group).is_some()
}

/// "A letter obtained by the Herald said": past what "by" governs, to the noun that the participle belongs to.
fn past_reduced_relatives(clause: &Clause<'_, '_>, phrase: Range<usize>) -> Range<usize> {
    let participle = phrase.start.saturating_sub(2);
    let reduced = phrase.start > 2
        && clause.is(phrase.start - 1, &["by"])
        && clause.tags(participle).any(Tags::PAST)
        && clause.is_nominal(participle - 1)
        && !clause.tags(participle - 1).any(Tags::TIME);
    let noun = if reduced { clause.phrase_before(participle, 0) } else { before_relative(clause, phrase.start) };
    noun.map_or(phrase.clone(), |noun| noun.start..phrase.end)
}

/// "officials who took part in the talks said": the noun before a relative clause that no comma sets off.
fn before_relative(clause: &Clause<'_, '_>, start: usize) -> Option<Range<usize>> {
    let relative = (start.saturating_sub(6)..start).rev().find(|item| clause.is(*item, &["who"]))?;
    let plain = !(relative..start).any(|item| clause.tags(item).any(Tags::COMMA) || clause.is_quotation(item));
    let verb = clause.tags(relative + 1).any(Tags::FINITE) || clause.tags(relative + 2).any(Tags::FINITE);
    let noun = relative.checked_sub(1).is_some_and(|noun| clause.is_nominal(noun));
    (plain && verb && noun).then(|| clause.phrase_before(relative, 0)).flatten()
}

/// "X, the head of Y, told": the phrase that stands before what commas set off.
fn set_off_subject(clause: &Clause<'_, '_>, last: usize) -> Option<Range<usize>> {
    let mut comma = last;
    for _ in 0..3 {
        let opening = Tags::COMMA.or(Tags::OPENING).or(Tags::DASH);
        let Some(next) = (comma.saturating_sub(45)..comma).rev().find(|item| clause.tags(*item).any(opening)) else {
            break;
        };
        comma = next;
        let Some(phrase) = clause.phrase_before(comma, 0) else { continue };
        let apposed = clause.begins_apposition(comma + 1);
        let inside = clause.tags(phrase.start.wrapping_sub(1)).any(Tags::PREPOSITION);
        if inside && phrase.start > 0 {
            continue;
        }
        let phrase = with_apposed_name(clause, phrase);
        return Some(if apposed { phrase.start..last } else { phrase });
    }
    // A comma astray between subject and verb.
    clause.phrase_before(last, 0).filter(|phrase| phrase.start == 0)
}

/// "X, head of Y" where the phrase found is only the second of the two.
pub fn with_apposed_name(clause: &Clause<'_, '_>, phrase: Range<usize>) -> Range<usize> {
    let apposed = phrase.start >= 2
        && clause.tags(phrase.start - 1).any(Tags::COMMA)
        && clause.tags(phrase.start - 2).any(Tags::CAPITAL);
    let own = clause.tags(phrase.start).any(Tags::CAPITAL.or(Tags::SUBJECT_PRONOUN)) || ends_in_name(clause, &phrase);
    if !apposed || own {
        return phrase;
    }
    let opens_clause = |name: &Range<usize>| {
        let before = clause.tags(name.start.wrapping_sub(1));
        name.start == 0 || before.any(Tags::COMMA.or(Tags::COORDINATOR).or(Tags::SUBORDINATOR).or(Tags::SEMICOLON))
    };
    match clause.phrase_before(phrase.start - 1, 0) {
        Some(name)
            if opens_clause(&name)
                && !clause.tags(name.start).any(Tags::TIME)
                && !clause.is(name.start, &["according"]) =>
        {
            name.start..phrase.end
        }
        _ => phrase,
    }
}

/// "the climber Ada Brenner": a phrase that names its own head, so that no name before it does.
fn ends_in_name(clause: &Clause<'_, '_>, phrase: &Range<usize>) -> bool {
    let name = phrase.clone().rev().take_while(|item| clause.tags(*item).any(Tags::CAPITAL)).count();
    let before = (phrase.end - name).checked_sub(1).filter(|before| *before > phrase.start);
    name > 1 && before.is_some_and(|before| clause.is_nominal(before))
}

/// The subject that a second verb or participle shares with the one before.
fn shared_subject(clause: &Clause<'_, '_>, before: usize, earlier: &[Report]) -> Option<Range<usize>> {
    let token = clause.items.get(before)?.first;
    let last = earlier
        .iter()
        .rev()
        .filter(|report| report.cue.start < token && !report.because.contains(&Reason::AccordingTo))
        .find_map(|report| report.subject.clone());
    let subordinate = |tokens: &Range<usize>| {
        tokens.start > clause.items[0].first && clause.reading.tags[tokens.start - 1].any(Tags::SUBORDINATOR)
    };
    if let Some(tokens) = last.filter(|tokens| !subordinate(tokens)) {
        let start = clause.items.iter().position(|item| item.first == tokens.start)?;
        let end = clause.items.iter().position(|item| item.after == tokens.end)? + 1;
        return Some(start..end);
    }
    let mut at = 0;
    while at < before {
        let governed = at > 0 && clause.tags(at - 1).any(Tags::PREPOSITION.or(Tags::SUBORDINATOR));
        let opens = clause.begins_phrase(at) && !clause.is_quotation(at) && !governed;
        let Some(phrase) = opens.then(|| clause.phrase_after(at)).flatten() else {
            at += 1;
            continue;
        };
        if has_own_verb(clause, &phrase) {
            return Some(phrase);
        }
        at = phrase.end.max(at + 1);
    }
    None
}

/// Whether a verb follows a phrase, past what commas set off.
fn has_own_verb(clause: &Clause<'_, '_>, phrase: &Range<usize>) -> bool {
    let mut next = clause.apposition_after(phrase.end);
    next += usize::from(next > phrase.end);
    while clause.tags(next).any(Tags::ADVERB) {
        next += 1;
    }
    clause.has_verb(next..next + 1) || clause.tags(phrase.end).any(Tags::FINITE)
}

/// "The parties, which had walked out, claimed victory": whether only a subject and its relative clause stand before.
fn ends_relative(clause: &Clause<'_, '_>, before: usize) -> bool {
    let comma = |item: usize| clause.tags(item).any(Tags::COMMA);
    let mut commas = (0..before).filter(|item| comma(*item));
    let (Some(opens), Some(closes), None) = (commas.next(), commas.next(), commas.next()) else { return false };
    closes + 1 == before && clause.is(opens + 1, &["who", "which", "whose"]) && !clause.has_verb(0..opens)
}

/// `"…," said X`
fn inverted_subject(clause: &Clause<'_, '_>, group: &VerbGroup) -> Option<Range<usize>> {
    if !group.cue.frames.has('v') || !matches!(group.cue.form, Form::Past | Form::Third) || group.start != group.verb {
        return None;
    }
    let after_quotation = group.start > 0
        && (clause.is_quotation(group.start - 1) || group.start > 1 && clause.is_quotation(group.start - 2));
    let phrase = clause.phrase_after(group.verb + 1)?;
    let end = clause.apposition_after(phrase.end);
    let next = clause.tags(phrase.end);
    if next.any(Tags::FINITE) && !after_quotation {
        return None;
    }
    let pronoun = clause.tags(phrase.start).any(Tags::SUBJECT_PRONOUN.or(Tags::OBJECT_PRONOUN));
    if pronoun && clause.tags(phrase.start).any(Tags::OBJECT_PRONOUN) && !clause.is(phrase.start, &["you", "it"]) {
        return None;
    }
    if !after_quotation && ends_relative(clause, group.start) {
        return None;
    }
    let starts_clause = group.start == 0;
    let midway = clause.tags(end).any(Tags::COMMA) && clause.tags(end + 1).any(Tags::FINITE);
    let stands_alone = after_quotation || midway || clause.has_verb(0..group.start);
    if starts_clause && !clause.tags(phrase.end).any(Tags::COLON.or(Tags::COMMA))
        || !starts_clause && !stands_alone
        || pronoun && !after_quotation
    {
        return None;
    }
    let announces = starts_clause && clause.tags(past_adverbials(clause, end)).any(Tags::COLON);
    if !after_quotation && !announces && !ends_soon(clause, end) {
        return None;
    }
    if clause.tags(phrase.start).any(Tags::TIME) || clause.is(phrase.start, &["that", "this", "nothing"]) {
        return None;
    }
    Some(phrase.start..end)
}
