//! The cues of one sentence → reports: which word reports, whose it is, and where the words reported stand.

use std::ops::Range;

use super::Reason;
use super::clause::Clause;
use super::cues::{Cue, Form};
use super::report::{Manner, Report};
use crate::language::tags::Tags;

/// A verb with the helping words before it.
pub struct VerbGroup {
    /// The first helping word, or the verb.
    pub start: usize,
    /// The verb.
    pub verb: usize,
    /// Which verb.
    pub cue: &'static Cue,
    /// "was told"
    pub passive: bool,
    /// "didn't say"
    pub negated: bool,
    /// "to say", and not "went on to say"
    pub infinitive: bool,
}

/// Finds the reports of one sentence, in order.
pub fn reports(clause: &Clause<'_, '_>, sentence: usize) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    for item in 0..clause.items.len() {
        let found = if clause.is(item, &["according"]) && clause.is(item + 1, &["to"]) {
            according_to(clause, item, &reports)
        } else {
            verb_group(clause, item).and_then(|group| verb_report(clause, &group, &reports))
        };
        if let Some(mut report) = found {
            report.sentence = sentence;
            cut_at(clause, &mut reports, &report);
            reports.push(report);
        }
    }
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

fn verb_group(clause: &Clause<'_, '_>, verb: usize) -> Option<VerbGroup> {
    let item = clause.items.get(verb).filter(|item| item.quotation.is_none())?;
    let cue = clause.reading.cues[item.first]?;
    let mut start = verb;
    while start > 0 {
        let tags = clause.tags(start - 1);
        let helps = tags.any(Tags::AUXILIARY.or(Tags::ADVERB).or(Tags::NEGATION))
            && !tags.any(Tags::SUBJECT_PRONOUN.or(Tags::DETERMINER));
        let on_a_day = tags.any(Tags::TIME) && start >= 2 && clause.is(start - 2, &["on"]);
        start -= if on_a_day {
            2
        } else if helps {
            1
        } else {
            break;
        };
    }
    let helpers = start.saturating_sub(1)..verb;
    let passive = matches!(cue.form, Form::Past | Form::Participle)
        && helpers.clone().any(|item| clause.tags(item).any(Tags::BE));
    let negated = helpers.into_iter().any(|item| clause.tags(item).any(Tags::NEGATION)) && start < verb;
    let infinitive = start > 0 && clause.is(start - 1, &["to"]);
    let group = VerbGroup { start, verb, cue, passive, negated, infinitive };
    is_verb(clause, &group).then_some(group)
}

/// Whether the word is a verb here: "claims" after "the" or before "of" is not.
fn is_verb(clause: &Clause<'_, '_>, group: &VerbGroup) -> bool {
    let before = group.verb.checked_sub(1).map_or(Tags::default(), |item| clause.tags(item));
    let helped =
        group.start < group.verb && (group.start..group.verb).any(|item| clause.tags(item).any(Tags::AUXILIARY));
    let after = clause.tags(group.verb + 1);
    let ambiguous = group.cue.frames.has('c');
    if before.any(Tags::DETERMINER.or(Tags::POSSESSIVE).or(Tags::GENITIVE).or(Tags::JOINER))
        && !before.any(Tags::ADVERB)
    {
        let pronoun =
            clause.is(group.verb - 1, &["this", "that", "these", "those", "some", "many", "several", "both", "others"]);
        return pronoun && !ambiguous && group.cue.form != Form::Participle;
    }
    if before.any(Tags::PREPOSITION)
        && !clause.is(group.verb.wrapping_sub(1), &["to", "by", "as", "before", "after", "while"])
    {
        return false;
    }
    if clause.tags(group.verb).any(Tags::CAPITAL)
        && group.verb > 0
        && !before.any(Tags::CAPITAL.or(Tags::COMMA))
        && ambiguous
    {
        return false;
    }
    if before.any(Tags::OPENING) || !has_particle(clause, group) {
        return false;
    }
    match group.cue.form {
        Form::Base if helped || group.infinitive => true,
        Form::Base | Form::Third if ambiguous => {
            let subject = before
                .any(Tags::CAPITAL.or(Tags::SUBJECT_PRONOUN).or(Tags::WH).or(Tags::CLOSING).or(Tags::COORDINATOR))
                || is_plural(clause, group.verb.wrapping_sub(1)) == (group.cue.form == Form::Base);
            let noun_like = after.any(Tags::PREPOSITION.or(Tags::FINITE)) && !clause.is(group.verb + 1, &["to", "on"]);
            let stands_alone = !quotation_before(clause, group.start)
                && clause.is_end(group.verb + 1)
                && !before.any(Tags::SUBJECT_PRONOUN.or(Tags::CAPITAL));
            let after_noun =
                before.any(Tags::WORD) && !before.any(Tags::CAPITAL.or(Tags::SUBJECT_PRONOUN).or(Tags::WH));
            let opens = Tags::DETERMINER
                .or(Tags::POSSESSIVE)
                .or(Tags::SUBJECT_PRONOUN)
                .or(Tags::COLON)
                .or(Tags::COMMA)
                .or(Tags::CAPITAL);
            let words_follow =
                after.any(opens) || clause.is_quotation(group.verb + 1) || quotation_before(clause, group.start);
            subject && !noun_like && !stands_alone && (!after_noun || words_follow)
        }
        Form::Base => {
            before.any(Tags::WORD.or(Tags::CLOSING)) || clause.tags(group.verb.wrapping_sub(1)).any(Tags::COMMA)
        }
        Form::Past | Form::Participle => {
            let attributive = ambiguous
                && !helped
                && before.any(Tags::WORD)
                && !before.any(Tags::CAPITAL.or(Tags::SUBJECT_PRONOUN))
                && clause.is_nominal(group.verb + 1)
                && !after.any(Tags::CAPITAL.or(Tags::TIME).or(Tags::DETERMINER).or(Tags::POSSESSIVE));
            !clause.is(group.verb + 1, &["by"]) && !attributive
        }
        Form::Third | Form::Gerund => true,
    }
}

/// "point out", "go on", "make clear": the verb alone reports nothing.
fn has_particle(clause: &Clause<'_, '_>, group: &VerbGroup) -> bool {
    match group.cue.lemma {
        "point" => clause.is(group.verb + 1, &["out"]),
        "go" => clause.is(group.verb + 1, &["on"]),
        "make" => clause.is(group.verb + 1, &["clear", "plain"]),
        "sum" => clause.is(group.verb + 1, &["up"]),
        "chime" => clause.is(group.verb + 1, &["in"]),
        _ => true,
    }
}

/// Where the words after a verb and its particle begin.
fn after_verb(group: &VerbGroup) -> usize {
    group.verb + if matches!(group.cue.lemma, "point" | "go" | "make" | "sum" | "chime") { 2 } else { 1 }
}

fn quotation_before(clause: &Clause<'_, '_>, before: usize) -> bool {
    (before.saturating_sub(25)..before).any(|item| clause.is_quotation(item))
}

fn is_plural(clause: &Clause<'_, '_>, item: usize) -> bool {
    let text = clause.text(item);
    text.ends_with('s') && !text.ends_with("ss")
        || clause.is(item, &["people", "men", "women", "some", "many", "others"])
}

fn verb_report(clause: &Clause<'_, '_>, group: &VerbGroup, earlier: &[Report]) -> Option<Report> {
    if group.infinitive && !is_going_on(clause, group.start) {
        return None;
    }
    if group.passive {
        return passive_report(clause, group);
    }
    let (subject, how) = subject(clause, group, earlier)?;
    let inverted = how == Reason::Inverted;
    let from = if inverted { subject.end } else { after_verb(group) };
    let bounds = Bounds { before: if inverted { group.start } else { subject.start.min(group.start) }, after: from };
    let shared = subject.end + 8 < group.start && earlier.is_empty();
    let found = contents(clause, group, &bounds, shared || is_shared(clause, group, &subject));
    let (mut contents, manner, addressee) = found?;
    if is_subordinate(clause, &subject) {
        contents.iter_mut().for_each(|content| content.end = main_clause(clause, content));
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
    })
}

/// "When she asked whether …, he": the report stands in a clause that opens the sentence.
fn is_subordinate(clause: &Clause<'_, '_>, subject: &Range<usize>) -> bool {
    let subordinator = (0..subject.start.min(6)).rev().find(|item| clause.tags(*item).any(Tags::SUBORDINATOR));
    subordinator.is_some_and(|at| at + 2 >= subject.start && !(0..at).any(|item| clause.tags(item).any(Tags::FINITE)))
}

/// Where a comma ends a clause that opens the sentence.
fn main_clause(clause: &Clause<'_, '_>, content: &Range<usize>) -> usize {
    let starts = |item: usize| clause.tags(item).any(Tags::COMMA) && clause.begins_phrase(item + 1);
    content.clone().skip(1).find(|item| starts(*item)).unwrap_or(content.end)
}

fn is_shared(clause: &Clause<'_, '_>, group: &VerbGroup, subject: &Range<usize>) -> bool {
    subject.end < group.start && (subject.end..group.start).any(|item| clause.has_verb(item..item + 1))
}

fn is_going_on(clause: &Clause<'_, '_>, start: usize) -> bool {
    start >= 2 && (clause.is(start - 2, &["on", "continued", "continues", "began", "sought", "used"]))
}

/// "was told that …", "is said to …": nobody is named unless "by" names somebody.
fn passive_report(clause: &Clause<'_, '_>, group: &VerbGroup) -> Option<Report> {
    let told = group.cue.frames.has('a') && group.cue.frames.has('t');
    let after = group.verb + 1;
    let hearer = clause.phrase_before(group.start, 0);
    let by = clause.is(after, &["by"]).then(|| clause.phrase_after(after + 1)).flatten();
    let from = by.as_ref().map_or(after, |by| by.end);
    let contents = if told && (clause.is(from, &["that"]) || clause.begins_phrase(from)) {
        let first = if clause.is(from, &["that"]) { from + 1 } else { from };
        let content = first..clause_end(clause, first);
        if !clause.has_verb(content.clone()) {
            return None;
        }
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
    })
}

/// Who the verb belongs to, and how that is known.
fn subject(clause: &Clause<'_, '_>, group: &VerbGroup, earlier: &[Report]) -> Option<(Range<usize>, Reason)> {
    let inverted = || inverted_subject(clause, group).map(|subject| (subject, Reason::Inverted));
    let Some(last) = group.start.checked_sub(1) else { return inverted() };
    let tags = clause.tags(last);
    if clause.is(last, &["who", "which"]) {
        return Some((last..group.start, Reason::Subject));
    }
    let gerund = group.cue.form == Form::Gerund && group.start == group.verb;
    if gerund && clause.is(last, &["as"]) {
        return quoted_as(clause, last).map(|subject| (subject, Reason::Subject));
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
    let subject = clause.phrase_before(group.start, 0)?;
    Some((with_apposed_name(clause, subject), Reason::Subject))
}

/// "quoted a soldier as saying", "a soldier was quoted as saying"
fn quoted_as(clause: &Clause<'_, '_>, as_word: usize) -> Option<Range<usize>> {
    let verb = (as_word.saturating_sub(15)..as_word)
        .rev()
        .find(|item| clause.is(*item, &["quoted", "quotes", "quoting", "cited", "citing"]))?;
    if verb + 1 < as_word {
        return Some(verb + 1..as_word);
    }
    let mut start = verb;
    while start > 0 && clause.tags(start - 1).any(Tags::AUXILIARY.or(Tags::ADVERB)) {
        start -= 1;
    }
    clause.phrase_before(start, 0)
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
fn with_apposed_name(clause: &Clause<'_, '_>, phrase: Range<usize>) -> Range<usize> {
    let apposed = phrase.start >= 2
        && clause.tags(phrase.start - 1).any(Tags::COMMA)
        && clause.tags(phrase.start - 2).any(Tags::CAPITAL);
    if !apposed || clause.tags(phrase.start).any(Tags::CAPITAL.or(Tags::SUBJECT_PRONOUN)) {
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

/// The subject that a second verb or participle shares with the one before.
fn shared_subject(clause: &Clause<'_, '_>, before: usize, earlier: &[Report]) -> Option<Range<usize>> {
    let token = clause.items.get(before)?.first;
    let last = earlier
        .iter()
        .rev()
        .filter(|report| !report.link && report.cue.start < token)
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
    let starts_clause = group.start == 0;
    let midway = clause.tags(end).any(Tags::COMMA) && clause.tags(end + 1).any(Tags::FINITE);
    let stands_alone = after_quotation || midway || clause.has_verb(0..group.start);
    if starts_clause && !clause.tags(phrase.end).any(Tags::COLON.or(Tags::COMMA))
        || !starts_clause && !stands_alone
        || pronoun && !after_quotation
    {
        return None;
    }
    if !after_quotation && !ends_soon(clause, end) {
        return None;
    }
    if clause.tags(phrase.start).any(Tags::TIME) || clause.is(phrase.start, &["that", "this", "nothing"]) {
        return None;
    }
    Some(phrase.start..end)
}

/// Where the words before a report end and those after it begin.
struct Bounds {
    before: usize,
    after: usize,
}

type Contents = (Vec<Range<usize>>, Manner, Option<Range<usize>>);

fn contents(clause: &Clause<'_, '_>, group: &VerbGroup, bounds: &Bounds, shared: bool) -> Option<Contents> {
    let frames = group.cue.frames;
    let preceding = if shared { None } else { content_before(clause, bounds.before) };
    let mut addressee = None;
    let mut from = bounds.after;
    if frames.has('a') && bounds.after == after_verb(group) {
        addressee = hearer(clause, from).filter(|hearer| !frames.has('n') || !ends_soon(clause, hearer.end));
        from = addressee.as_ref().map_or(from, |hearer| hearer.end);
    }
    let quotation_before = preceding.as_ref().is_some_and(|content| ends_quoted(clause, content));
    let following = content_after(clause, group, from, preceding.as_ref());
    let contents = match (preceding, following) {
        (Some(before), Some(after)) if quotation_before => {
            if clause.is_quotation(after.start) || clause.tags(after.start - 1).any(Tags::COMMA) {
                vec![before, after]
            } else {
                vec![before]
            }
        }
        (Some(before), Some(after)) => {
            let split = clause.tags(after.start - 1).any(Tags::COMMA);
            if split { vec![before, after] } else { vec![after] }
        }
        (Some(before), None)
            if quotation_before || clause.has_verb(before.clone()) && frames.has('t') && ends_soon(clause, from) =>
        {
            vec![before]
        }
        (None, Some(after)) => vec![after],
        (Some(_) | None, None) => {
            if frames.has('q') && clause.tags(clause.items.len() - 1).any(Tags::COLON) {
                return Some((Vec::new(), Manner::Announced, addressee));
            }
            let bare = frames.has('q') && !frames.has('e') && ends_soon(clause, from) && bounds.before <= 2;
            return bare.then_some((Vec::new(), Manner::Bare, addressee));
        }
    };
    let enough: usize = contents.iter().map(|content| content.end - content.start).sum();
    let all_long = contents.len() > 1 && enough > 2
        || contents.iter().all(|content| content.end - content.start >= 2 || clause.is_quotation(content.start));
    all_long.then_some((contents, Manner::Stated, addressee))
}

fn ends_quoted(clause: &Clause<'_, '_>, content: &Range<usize>) -> bool {
    let last = content.end - 1;
    clause.is_quotation(last) || clause.tags(last).any(Tags::COMMA) && clause.is_quotation(last.wrapping_sub(1))
}

/// Whether nothing but adverbials follow the cue.
fn ends_soon(clause: &Clause<'_, '_>, from: usize) -> bool {
    let after = past_adverbials(clause, from);
    clause.is_end(after)
        || clause.tags(after).any(Tags::COMMA.or(Tags::SEMICOLON).or(Tags::DASH).or(Tags::GERUND))
        || clause.is(after, &["and", "when", "after", "as", "before", "but", "while"])
}

/// The words before a cue that it reports: a quotation, or a clause that a comma ends.
fn content_before(clause: &Clause<'_, '_>, before: usize) -> Option<Range<usize>> {
    let last = before.checked_sub(1)?;
    let quotation = if clause.is_quotation(last) {
        Some(last)
    } else {
        last.checked_sub(1)
            .filter(|item| clause.tags(last).any(Tags::COMMA.or(Tags::DASH)) && clause.is_quotation(*item))
    };
    let mut start = 0;
    while clause.tags(start).any(Tags::COORDINATOR) || clause.is(start, &["that"]) {
        start += 1;
    }
    if let Some(quotation) = quotation {
        let governing = Tags::GENITIVE.or(Tags::PREPOSITION).or(Tags::DETERMINER).or(Tags::POSSESSIVE);
        let words = clause.items[quotation].after - clause.items[quotation].first;
        let title = words < 8 && quotation > 0 && clause.tags(quotation - 1).any(governing);
        if title && !clause.has_verb(start..quotation) {
            return None;
        }
        let alone =
            (start..quotation).all(|item| clause.tags(item).any(Tags::ADVERB.or(Tags::COMMA).or(Tags::COORDINATOR)));
        let start =
            if alone || !clause.has_verb(start..quotation) && quotation - start < 2 { quotation } else { start };
        return Some(start..quotation + 1);
    }
    let set_off = clause.tags(last).any(Tags::COMMA) || clause.tags(last).any(Tags::DASH);
    (set_off && start < last).then_some(start..last)
}

/// The words after a cue that it reports.
fn content_after(
    clause: &Clause<'_, '_>,
    group: &VerbGroup,
    from: usize,
    preceding: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let quotation_before = preceding.is_some_and(|content| ends_quoted(clause, content));
    let frames = group.cue.frames;
    let mut at = from;
    if quotation_before {
        at = past_adverbials(clause, at);
        if clause.tags(at).any(Tags::COMMA) && (clause.is_quotation(at + 1)) {
            return Some(at + 1..at + 2);
        }
        return clause.is_quotation(at).then_some(at..at + 1);
    }
    if let Some(found) = opened_content(clause, group, at) {
        return Some(found);
    }
    if frames.has('b') && begins_clause(clause, at) {
        let content = at..clause_end(clause, at);
        let certain = matches!(group.cue.lemma, "say" | "tell");
        if certain && content.len() > 2 || clause.has_verb(content.clone()) {
            return Some(content);
        }
    }
    if frames.has('n')
        && begins_clause(clause, at)
        && (!clause.tags(at).any(Tags::OBJECT_PRONOUN) || clause.is_nominal(at + 1))
    {
        return Some(at..clause_end(clause, at));
    }
    let urged =
        if frames.has('o') { clause.phrase_after(at).filter(|object| clause.is(object.end, &["to"])) } else { None };
    if let Some(object) = urged {
        return Some(object.start..clause_end(clause, object.end));
    }
    if frames.has('e') {
        return embedded(clause, at);
    }
    at = past_adverbials(clause, at);
    if let Some(rest) = parenthetical_rest(clause, at, preceding) {
        return Some(rest);
    }
    // "reassures voters on 'green' taxes": quoted as a term.
    let is_term =
        clause.is_quotation(at) && clause.is_nominal(at + 1) && clause.items[at].after - clause.items[at].first < 7;
    if at == from || is_term {
        return None;
    }
    if let Some(found) = opened_content(clause, group, at) {
        return Some(found);
    }
    let content = at..clause_end(clause, at);
    (frames.has('b') && begins_clause(clause, at) && clause.has_verb(content.clone())).then_some(content)
}

/// "The road, he said, would stay shut": the rest of the words that the report interrupts.
fn parenthetical_rest(clause: &Clause<'_, '_>, at: usize, preceding: Option<&Range<usize>>) -> Option<Range<usize>> {
    let before = preceding?;
    if !clause.tags(at).any(Tags::COMMA) || clause.is_end(at + 1) || clause.tags(at + 1).any(Tags::GERUND) {
        return None;
    }
    let goes_on =
        clause.tags(at + 1).any(Tags::AUXILIARY.or(Tags::PRESENT).or(Tags::PAST)) || !clause.has_verb(before.clone());
    let joins = clause.is(at + 1, &["and", "but", "while", "because", "that", "so"]);
    if !goes_on && !joins {
        return None;
    }
    let first = at + 1 + usize::from(clause.is(at + 1, &["that"]));
    Some(first..clause_end(clause, first))
}

/// A quotation after a cue, "that …", "whether …", "to …".
fn opened_content(clause: &Clause<'_, '_>, group: &VerbGroup, at: usize) -> Option<Range<usize>> {
    let frames = group.cue.frames;
    let after_mark = if clause.tags(at).any(Tags::COMMA.or(Tags::COLON)) { at + 1 } else { at };
    if frames.has('q') && clause.is_quotation(after_mark) {
        return Some(after_mark..quoted_end(clause, after_mark));
    }
    if clause.tags(at).any(Tags::COLON) && frames.has('q') && !clause.is_end(at + 1) {
        return Some(at + 1..sentence_end(clause, at + 1));
    }
    if clause.is(at, &["that"]) && (frames.has('t') || frames.has('o')) && !clause.is_end(at + 1) {
        return Some(at + 1..clause_end(clause, at + 1));
    }
    if frames.has('o') && clause.is(at, &["to"]) && clause.is_nominal(at.saturating_sub(1)) {
        return Some(at..clause_end(clause, at));
    }
    let question = clause.tags(at).any(Tags::WH) && !clause.is(at, &["that", "which", "who", "whose"])
        || clause.is(at, &["if", "who"]);
    if frames.has('w') && question {
        return Some(at..clause_end(clause, at));
    }
    let denied_infinitive = clause.is(at, &["not", "never"]) && clause.is(at + 1, &["to"]);
    let object = Tags::DETERMINER.or(Tags::POSSESSIVE).or(Tags::CAPITAL).or(Tags::OBJECT_PRONOUN).or(Tags::NUMBER);
    let infinitive = denied_infinitive || clause.is(at, &["to"]) && !clause.tags(at + 1).any(object);
    (infinitive && frames.has('i')).then(|| at..clause_end(clause, at))
}

/// A word or phrase quoted within the clause of a verb of naming or judging ("called it a "disaster"").
fn embedded(clause: &Clause<'_, '_>, at: usize) -> Option<Range<usize>> {
    let end = clause_end(clause, at);
    // "a play called “Rain”": a title.
    let quoted = (at..end).find(|item| clause.is_quotation(*item)).filter(|quoted| *quoted > at)?;
    let mut last = quoted;
    while clause.tags(last + 1).any(Tags::COORDINATOR) && clause.is_quotation(last + 2) {
        last += 2;
    }
    (quoted - at < 30).then_some(at..last + 1)
}

fn begins_clause(clause: &Clause<'_, '_>, at: usize) -> bool {
    let tags = clause.tags(at);
    if tags.any(Tags::TIME) && !tags.any(Tags::DETERMINER) || tags.any(Tags::PAST) && !tags.any(Tags::CAPITAL) {
        return false;
    }
    clause.begins_phrase(at) && !clause.is_quotation(at)
        || clause.is(at, &["if", "there", "when", "while", "although", "because"])
        || tags.any(Tags::OBJECT_PRONOUN) && tags.any(Tags::SUBJECT_PRONOUN)
}

/// To whom: the phrase after "told", cut where the words reported begin.
fn hearer(clause: &Clause<'_, '_>, from: usize) -> Option<Range<usize>> {
    let tags = clause.tags(from);
    if tags.any(Tags::SUBJECT_PRONOUN) && !tags.any(Tags::OBJECT_PRONOUN)
        || clause.is(from, &["that", "it"])
        || clause.is_quotation(from)
    {
        return None;
    }
    let phrase = clause.phrase_after(from)?;
    let cut = (phrase.start + 1..phrase.end).find(|item| {
        let plural_before =
            clause.text(item - 1).ends_with('s') && !clause.tags(item - 1).any(Tags::CAPITAL.or(Tags::GENITIVE));
        plural_before && clause.tags(*item).any(Tags::CAPITAL.or(Tags::DETERMINER))
    });
    let end = cut.unwrap_or(phrase.end);
    // "warned the deal would fail" has no hearer: its phrase is the subject of what follows.
    let is_subject = cut.is_none() && clause.tags(end).any(Tags::AUXILIARY.or(Tags::PAST).or(Tags::PRESENT));
    (!is_subject).then_some(phrase.start..end)
}

/// Past adverbs, times, and phrases such as "in a statement" that stand between a cue and its words.
fn past_adverbials(clause: &Clause<'_, '_>, from: usize) -> usize {
    let mut at = from;
    for _ in 0..6 {
        let tags = clause.tags(at);
        if clause.is_quotation(at) || clause.is(at, &["that"]) {
            break;
        }
        if tags.any(Tags::TIME) || tags.any(Tags::ADVERB) && !tags.any(Tags::DETERMINER.or(Tags::SUBJECT_PRONOUN)) {
            at += 1;
        } else if tags.any(Tags::PREPOSITION) {
            at = past_preposition(clause, at + 1);
        } else if tags.any(Tags::COMMA)
            && (clause.is_time_phrase(at + 1)
                || clause.tags(at + 1).any(Tags::PREPOSITION) && clause.tags(at + 1).any(Tags::WORD))
            && at > from
        {
            at += 1;
        } else {
            break;
        }
    }
    at
}

fn past_preposition(clause: &Clause<'_, '_>, from: usize) -> usize {
    if clause.tags(from).any(Tags::TIME) {
        return from + 1;
    }
    let Some(phrase) = clause.phrase_after(from) else { return from };
    let cut = (phrase.start + 1..phrase.end).find(|item| {
        let ends = clause.is(item - 1, super::clause::OCCASIONS) || clause.tags(item - 1).any(Tags::TIME);
        ends && clause.tags(*item).any(Tags::CAPITAL) || clause.tags(*item).any(Tags::TIME)
    });
    cut.unwrap_or(phrase.end)
}

/// Where a quotation that follows its cue ends: with its own marks when they hold a whole sentence, otherwise with
/// the clause that it begins.
fn quoted_end(clause: &Clause<'_, '_>, quotation: usize) -> usize {
    let next = quotation + 1;
    let whole = clause.items[quotation].quotation.is_some_and(|index| {
        let quotation = clause.reading.quotations[index];
        let last = quotation.inner_after - 1;
        !quotation.closed || clause.reading.tags[last].any(Tags::STOP.or(Tags::COMMA))
    });
    let goes_on =
        !clause.is_end(next) && !clause.tags(next).any(Tags::COMMA.or(Tags::SEMICOLON).or(Tags::DASH).or(Tags::COLON));
    let words = clause.items[quotation].after - clause.items[quotation].first;
    let setting = words > 5
        && (clause.tags(next).any(Tags::SUBORDINATOR)
            || clause.is(next, &["at", "in", "on", "during", "after", "before", "until"]));
    if whole || !goes_on || setting || clause.tags(next).any(Tags::GERUND) { next } else { clause_end(clause, next) }
}

fn sentence_end(clause: &Clause<'_, '_>, from: usize) -> usize {
    let mut end = from;
    while end < clause.items.len() && !(clause.is_end(end) && end + 1 >= clause.items.len()) {
        end += 1;
    }
    end
}

/// Where the clause that begins at `from` ends: at the sentence's end, or at a comma after which the report, not the
/// words reported, goes on.
fn clause_end(clause: &Clause<'_, '_>, from: usize) -> usize {
    let mut end = from;
    while !clause.is_end(end) && !leaves_content(clause, from, end) {
        end += 1;
    }
    end.max(from)
}

fn leaves_content(clause: &Clause<'_, '_>, from: usize, item: usize) -> bool {
    let tags = clause.tags(item);
    if tags.any(Tags::SEMICOLON) {
        return true;
    }
    let next = item + 1;
    let next_cue = |at: usize| {
        clause.items.get(at).filter(|item| item.quotation.is_none()).and_then(|item| clause.reading.cues[item.first])
    };
    if clause.is(item, &["and", "but"]) {
        let verb = if clause.tags(next).any(Tags::ADVERB) { next + 1 } else { next };
        return next_cue(verb)
            .is_some_and(|cue| matches!(cue.form, Form::Past | Form::Third) && !clause.tags(verb).any(Tags::CAPITAL));
    }
    if tags.any(Tags::COMMA.or(Tags::DASH)) {
        let gerund_cue = next_cue(next).is_some_and(|cue| cue.form == Form::Gerund);
        let concession = clause.is(next, &["even"]) && clause.is(next + 1, &["though", "as", "if"]);
        let adjunct =
            clause.is(next, &["according", "although", "though", "while", "citing", "prompting", "referring"]);
        let verb_after = next_cue(next)
            .is_some_and(|cue| matches!(cue.lemma, "say" | "tell" | "add" | "write") && cue.form == Form::Past);
        return gerund_cue
            || adjunct
            || concession
            || tags.any(Tags::COMMA) && verb_after && clause.has_verb(from..item);
    }
    clause.is(item, &["according"])
}

/// "according to X", before or after what X says; a link of the chain where the words have a speaker already.
fn according_to(clause: &Clause<'_, '_>, item: usize, earlier: &[Report]) -> Option<Report> {
    let phrase = clause.phrase_after(item + 2)?;
    let subject = phrase.start..clause.apposition_after(phrase.end);
    let before = item.checked_sub(1).filter(|last| clause.tags(*last).any(Tags::COMMA)).unwrap_or(item);
    let opens = (0..item).all(|item| clause.tags(item).any(Tags::COORDINATOR.or(Tags::ADVERB).or(Tags::COMMA)));
    let after_coordinator = (1..3).any(|back| item >= back && clause.tags(item - back).any(Tags::COORDINATOR));
    let midway =
        !opens && clause.tags(subject.end).any(Tags::COMMA) && !clause.is_end(subject.end + 1) && after_coordinator;
    let (contents, link) = if opens || midway {
        let from = subject.end + usize::from(clause.tags(subject.end).any(Tags::COMMA));
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
    })
}
