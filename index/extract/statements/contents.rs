//! Which words a verb of reporting reports, before and after it, and where they end.

use std::ops::Range;

use super::clause::Clause;
use super::cues::{Form, Frames};
use super::passing::past_passing;
use super::report::Manner;
use super::verbs::{VerbGroup, after_verb};
use crate::language::tags::Tags;

/// Where a comma ends a clause that opens the sentence.
pub fn main_clause(clause: &Clause<'_, '_>, content: &Range<usize>) -> usize {
    let starts = |item: usize| clause.tags(item).any(Tags::COMMA) && clause.begins_phrase(item + 1);
    content.clone().skip(1).find(|item| starts(*item)).unwrap_or(content.end)
}

/// Where a comma ends a relative clause, and the clause around it goes on.
pub fn relative_end(clause: &Clause<'_, '_>, content: &Range<usize>) -> usize {
    let goes_on = |item: usize| clause.tags(item).any(Tags::FINITE) || clause.is(item, &["to"]);
    let whole = |end: usize| {
        clause.has_verb(content.start..end)
            || (content.start..end.min(content.start + 3)).any(|item| clause.is(item, &["to"]))
    };
    let ends = |comma: &usize| clause.tags(*comma).any(Tags::COMMA) && goes_on(*comma + 1) && whole(*comma);
    content.clone().skip(1).find(ends).unwrap_or(content.end)
}

/// Where the words before a report end and those after it begin.
pub struct Bounds {
    /// Before this item.
    pub before: usize,
    /// From this item on.
    pub after: usize,
}

pub type Contents = (Vec<Range<usize>>, Manner, Option<Range<usize>>);

pub fn contents(clause: &Clause<'_, '_>, group: &VerbGroup, bounds: &Bounds, shared: bool) -> Option<Contents> {
    let frames = group.cue.frames;
    let preceding = if shared { None } else { content_before(clause, bounds.before) };
    let mut addressee = None;
    let mut from = bounds.after;
    if frames.has('a') && bounds.after == after_verb(group) {
        addressee = hearer(clause, from).filter(|hearer| !frames.has('n') || !ends_soon(clause, hearer.end));
        from = addressee.as_ref().map_or(from, |hearer| hearer.end);
    }
    if let Some(content) = relative_content(clause, bounds, frames) {
        return Some((vec![content], Manner::Stated, addressee));
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
    let is_quotation = |content: &Range<usize>| clause.is_quotation(content.start);
    let all_long = contents.len() > 1 && (enough > 2 || contents.iter().any(is_quotation))
        || contents.iter().all(|content| content.end - content.start >= 2 || is_quotation(content));
    all_long.then_some((contents, Manner::Stated, addressee))
}

/// "a plan that he said would fail": the clause whose subject stands before the report.
fn relative_content(clause: &Clause<'_, '_>, bounds: &Bounds, frames: Frames) -> Option<Range<usize>> {
    let opens = bounds.before.checked_sub(1).is_some_and(|before| clause.is(before, &["that", "which", "who"]));
    let follows = clause.tags(bounds.after).any(Tags::AUXILIARY) && frames.has('b');
    (opens && follows).then(|| bounds.after..clause_end(clause, bounds.after))
}

fn ends_quoted(clause: &Clause<'_, '_>, content: &Range<usize>) -> bool {
    let last = content.end - 1;
    clause.is_quotation(last) || clause.tags(last).any(Tags::COMMA) && clause.is_quotation(last.wrapping_sub(1))
}

/// Whether nothing but adverbials follow the cue.
pub fn ends_soon(clause: &Clause<'_, '_>, from: usize) -> bool {
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
    while clause.tags(start).any(Tags::COORDINATOR) || clause.is(start, &["that"]) && start + 1 < last {
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
    let complete = clause.has_verb(before.clone());
    let subordinate = complete && clause.tags(before.start).any(Tags::SUBORDINATOR);
    let adjunct = clause.tags(at + 1).any(Tags::GERUND) && !subordinate;
    if !clause.tags(at).any(Tags::COMMA) || clause.is_end(at + 1) || adjunct {
        return None;
    }
    let goes_on = !complete || subordinate || clause.tags(at + 1).any(Tags::AUXILIARY.or(Tags::PRESENT).or(Tags::PAST));
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
pub fn past_adverbials(clause: &Clause<'_, '_>, from: usize) -> usize {
    let mut at = from;
    for _ in 0..6 {
        let tags = clause.tags(at);
        if clause.is_quotation(at) || clause.is(at, &["that"]) {
            break;
        }
        if let Some(after) = past_passing(clause, at) {
            at = after;
        } else if tags.any(Tags::TIME)
            || tags.any(Tags::ADVERB) && !tags.any(Tags::DETERMINER.or(Tags::SUBJECT_PRONOUN))
        {
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
        let ends = clause.is(item - 1, super::occasions::OCCASIONS) || clause.tags(item - 1).any(Tags::TIME);
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
pub fn clause_end(clause: &Clause<'_, '_>, from: usize) -> usize {
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
