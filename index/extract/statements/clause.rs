//! One sentence as items, and where its noun phrases begin and end, judged by word classes and punctuation alone.

use std::ops::Range;

use super::occasions::OCCASIONS;
use super::reading::{Item, Reading};
use crate::extract::names::classes::{self, Classes};
use crate::language::dates::calendar;
use crate::language::tags::Tags;

/// A sentence's items with what they can be.
pub struct Clause<'r, 'd> {
    /// The document that it stands in.
    pub reading: &'r Reading<'d>,
    /// Its words and quotations.
    pub items: &'r [Item],
}

/// What ends a noun phrase when it is read backwards.
const ENDS_PHRASE: Tags = Tags::AUXILIARY
    .or(Tags::SUBORDINATOR)
    .or(Tags::WH)
    .or(Tags::COMMA)
    .or(Tags::COLON)
    .or(Tags::SEMICOLON)
    .or(Tags::STOP)
    .or(Tags::DASH)
    .or(Tags::ADVERB)
    .or(Tags::SUBJECT_PRONOUN)
    .or(Tags::OBJECT_PRONOUN);

/// Personal pronouns that are no subjects.
const OBJECTS: &[&str] = &["him", "her", "them", "us", "me"];

impl Clause<'_, '_> {
    /// What an item can be; a quotation and what lies outside the sentence can be nothing.
    pub fn tags(&self, item: usize) -> Tags {
        match self.items.get(item) {
            Some(item) if item.quotation.is_none() => self.reading.tags[item.first],
            _ => Tags::default(),
        }
    }

    /// The words of an item that is a single token.
    pub fn text(&self, item: usize) -> &str {
        self.items.get(item).map_or("", |item| self.reading.text(item.first))
    }

    /// Whether an item's words are one of `words`, in lower or title case.
    pub fn is(&self, item: usize, words: &[&str]) -> bool {
        !self.is_quotation(item) && words.iter().any(|word| self.text(item).eq_ignore_ascii_case(word))
    }

    /// Whether an item is a quotation.
    pub fn is_quotation(&self, item: usize) -> bool {
        self.items.get(item).is_some_and(|item| item.quotation.is_some())
    }

    /// Whether an item is a relative pronoun that can be a subject, and not the health organisation.
    pub fn is_relative(&self, item: usize) -> bool {
        self.is(item, &["who", "which"]) && self.tags(item).any(Tags::WH)
    }

    /// Whether an item ends a sentence, or none is left.
    pub fn is_end(&self, item: usize) -> bool {
        item >= self.items.len() || self.tags(item).any(Tags::STOP) && !self.is_abbreviation_point(item)
    }

    /// The tokens that items cover.
    pub fn tokens(&self, items: &Range<usize>) -> Range<usize> {
        let (Some(first), Some(last)) = (self.items.get(items.start), self.items.get(items.end.saturating_sub(1)))
        else {
            return 0..0;
        };
        first.first..last.after
    }

    /// Whether the words between hold a verb that makes them a clause.
    pub fn has_verb(&self, items: Range<usize>) -> bool {
        items.into_iter().any(|item| {
            self.tags(item).any(Tags::FINITE) || self.looks_third_person(item) || self.quotes_several_words(item)
        })
    }

    fn quotes_several_words(&self, item: usize) -> bool {
        self.is_quotation(item) && self.items[item].after - self.items[item].first > 4
    }

    /// Whether a noun phrase can begin at an item.
    pub fn begins_phrase(&self, item: usize) -> bool {
        let tags = self.tags(item);
        let begins = Tags::DETERMINER.or(Tags::POSSESSIVE).or(Tags::SUBJECT_PRONOUN).or(Tags::NUMBER);
        tags.any(begins) && !tags.any(Tags::TIME) || self.is_nominal(item)
    }

    /// Whether an item can stand in the middle of a noun phrase.
    pub fn is_nominal(&self, item: usize) -> bool {
        if item >= self.items.len() {
            return false;
        }
        let tags = self.tags(item);
        let other = Tags::AUXILIARY.or(Tags::PREPOSITION).or(Tags::COORDINATOR).or(Tags::SUBORDINATOR).or(Tags::WH);
        let other = other.or(Tags::ADVERB).or(Tags::SUBJECT_PRONOUN).or(Tags::OBJECT_PRONOUN).or(Tags::PRESENT);
        tags.any(Tags::WORD.or(Tags::NUMBER)) && !tags.any(other)
    }

    /// The noun phrase that ends just before `after`, with its "of" and "for" parts.
    pub fn phrase_before(&self, after: usize, from: usize) -> Option<Range<usize>> {
        let last = after.checked_sub(1).filter(|last| *last >= from)?;
        if self.tags(last).any(Tags::SUBJECT_PRONOUN) {
            return Some(last..after);
        }
        let mut start = after;
        while start > from && self.joins_phrase(start - 1, start, after) {
            start -= 1;
        }
        while start < after && !self.can_open(start) {
            start += 1;
        }
        let start = self.past_opening_adverbial(start, after);
        let has_head = (start..after)
            .any(|item| self.tags(item).any(Tags::WORD.or(Tags::NUMBER)) && !self.tags(item).any(Tags::PREPOSITION));
        (start < after && has_head).then_some(start..after)
    }

    /// The noun phrase that begins at `from`, without what is set off by a comma.
    pub fn phrase_after(&self, from: usize) -> Option<Range<usize>> {
        let pronoun = self.tags(from).any(Tags::SUBJECT_PRONOUN.or(Tags::OBJECT_PRONOUN)) && !self.is(from, &["there"]);
        if pronoun && !self.is_possessive_her(from) {
            return Some(from..from + 1);
        }
        if !self.begins_phrase(from) && !self.is_nominal(from) {
            return None;
        }
        let mut after = from + 1;
        while self.extends_phrase(after) {
            after += 1;
        }
        while after > from + 1 && self.tags(after - 1).any(Tags::PREPOSITION.or(Tags::COORDINATOR).or(Tags::DETERMINER))
        {
            after -= 1;
        }
        Some(from..after)
    }

    /// "told her lawyer that", but not "told her rain fell": whether "her" belongs to the noun after it.
    fn is_possessive_her(&self, item: usize) -> bool {
        let mut after = item + 1;
        while self.is_nominal(after) && !self.tags(after).any(Tags::PAST.or(Tags::GERUND).or(Tags::TIME)) {
            after += 1;
        }
        let ends = Tags::COMMA.or(Tags::PREPOSITION).or(Tags::COORDINATOR).or(Tags::COLON).or(Tags::WH);
        self.is(item, &["her"])
            && after > item + 1
            && (self.is_end(after)
                || self.is_quotation(after)
                || self.tags(after).any(ends)
                || self.is(after, &["that"]))
    }

    /// The end of an apposition or relative clause that a comma after `after` begins; `after` itself without one.
    pub fn apposition_after(&self, after: usize) -> usize {
        if !self.tags(after).any(Tags::COMMA) || !self.begins_apposition(after + 1) {
            return after;
        }
        let mut end = after + 1;
        while !self.is_end(end) && !self.is_quotation(end) && !self.leaves_apposition(end) {
            end += 1;
        }
        // A clause of its own ("According to Ham, the ministry has …") says nothing of the one before.
        let relative = self.is(after + 1, &["who", "whose", "which"]);
        if !relative && (after + 1..end).any(|item| self.tags(item).any(Tags::AUXILIARY)) { after } else { end }
    }

    fn leaves_apposition(&self, item: usize) -> bool {
        if self.tags(item).any(Tags::SEMICOLON.or(Tags::DASH)) {
            return true;
        }
        let part_of_place =
            self.tags(item + 1).any(Tags::CAPITAL) && self.tags(item.wrapping_sub(1)).any(Tags::CAPITAL);
        self.tags(item).any(Tags::COMMA) && !part_of_place
            || self.is(item, &["in", "during", "on"])
                && (self.is(item + 1, &["a", "an", "his", "her"]) || self.is(item + 1, &calendar::WEEKDAYS))
    }

    /// Whether a comma is followed by words that say who the one before is.
    pub fn begins_apposition(&self, item: usize) -> bool {
        let tags = self.tags(item);
        let opens = Tags::DETERMINER.or(Tags::WH).or(Tags::CAPITAL).or(Tags::NUMBER).or(Tags::POSSESSIVE);
        tags.any(opens) && !self.is(item, &["that", "what", "when", "where", "why", "how", "whether"])
            || self.is_nominal(item) && !tags.any(Tags::GERUND.or(Tags::PAST))
    }

    fn extends_phrase(&self, item: usize) -> bool {
        if item >= self.items.len() || self.is_quotation(item) {
            return false;
        }
        let tags = self.tags(item);
        if self.is_abbreviation_point(item) || self.is_genitive_mark(item) || tags.any(Tags::JOINER.or(Tags::NUMBER)) {
            return true;
        }
        if self.is(item, &["of", "for", "at", "from", "with", "in", "and"]) {
            return self.begins_phrase(item + 1)
                && !self.tags(item + 1).any(Tags::SUBJECT_PRONOUN)
                && !self.is_time_phrase(item);
        }
        if self.is(item, &["on"]) && classes::of(self.text(item - 1)).has(Classes::ROLE) {
            return self.begins_phrase(item + 1) && !self.is_time_phrase(item);
        }
        if tags.any(Tags::DETERMINER.or(Tags::POSSESSIVE)) {
            return self.tags(item - 1).any(Tags::PREPOSITION.or(Tags::COORDINATOR));
        }
        let bare_time = tags.any(Tags::TIME) && !self.tags(item - 1).any(Tags::PREPOSITION);
        let verbal =
            tags.any(Tags::GERUND) && !self.is(item - 1, &["on"]) || tags.any(Tags::PAST) && !tags.any(Tags::CAPITAL);
        self.is_in_name(item) || self.is_nominal(item) && !bare_time && !verbal
    }

    /// Whether a preposition opens a phrase of time or of the occasion on which something was said.
    pub fn is_time_phrase(&self, item: usize) -> bool {
        if !self.tags(item).any(Tags::PREPOSITION) {
            return false;
        }
        (item + 1..item + 4).any(|next| self.tags(next).any(Tags::TIME) || self.is(next, OCCASIONS))
    }

    /// Whether a full stop belongs to an abbreviation or initial within the sentence.
    pub fn is_abbreviation_point(&self, item: usize) -> bool {
        self.text(item) == "."
            && item + 1 < self.items.len()
            && item > 0
            && !self.is_quotation(item + 1)
            && !self.tags(item + 1).any(Tags::STOP.or(Tags::QUOTATION_MARK))
    }

    /// The apostrophe of a plural's genitive ("the workers' union").
    fn is_genitive_mark(&self, item: usize) -> bool {
        let mark = !self.is_quotation(item) && matches!(self.text(item), "'" | "’");
        mark && item > 0
            && self.text(item - 1).ends_with('s')
            && self.reading.touches(self.items[item].first - 1)
            && self.is_nominal(item + 1)
    }

    /// "behind her", "of them"
    pub fn is_governed_pronoun(&self, item: usize) -> bool {
        self.is(item, OBJECTS) && item > 0 && self.tags(item - 1).any(Tags::PREPOSITION)
    }

    fn joins_phrase(&self, item: usize, start: usize, after: usize) -> bool {
        if self.is_quotation(item) {
            return start < after && item > 0 && self.is_nominal(start);
        }
        let tags = self.tags(item);
        if tags.any(Tags::CAPITAL)
            && !tags.any(Tags::AUXILIARY.or(Tags::SUBJECT_PRONOUN).or(Tags::SUBORDINATOR))
            && !tags.any(Tags::PREPOSITION.or(Tags::COORDINATOR).or(Tags::ADVERB).or(Tags::WH))
        {
            return true;
        }
        let within = tags.any(Tags::OPENING.or(Tags::CLOSING).or(Tags::JOINER));
        if within || self.is_abbreviation_point(item) || self.is_genitive_mark(item) {
            return true;
        }
        if self.is(item, &["that", "both", "all"]) {
            return false;
        }
        if tags.any(Tags::COORDINATOR) {
            return self.text(item) == "and" && self.coordinates_nouns(item);
        }
        // "a man behind her said": governed, not the subject.
        if self.is_governed_pronoun(item) {
            return true;
        }
        if tags.any(ENDS_PHRASE) || self.tags(item).any(Tags::PRESENT) {
            return false;
        }
        if tags.any(Tags::PAST) {
            // A participle before its noun ("elected officials"), not the verb of another clause.
            return self.is_nominal(start)
                && item > 0
                && self.tags(item - 1).any(Tags::DETERMINER.or(Tags::POSSESSIVE));
        }
        if tags.any(Tags::DETERMINER.or(Tags::POSSESSIVE)) {
            return true;
        }
        if tags.any(Tags::PREPOSITION) {
            return start < after;
        }
        tags.any(Tags::WORD.or(Tags::NUMBER))
    }

    /// "X and Y said": both are names or both have no article of their own.
    fn coordinates_nouns(&self, item: usize) -> bool {
        item > 0
            && self.is_nominal(item - 1)
            && !self.tags(item + 1).any(Tags::COMMA)
            && !self.tags(item - 1).any(Tags::TIME)
            && !self.verb_in_reach(item)
    }

    fn verb_in_reach(&self, item: usize) -> bool {
        let from = (0..item)
            .rev()
            .find(|before| self.tags(*before).any(Tags::COMMA.or(Tags::SEMICOLON)))
            .map_or(0, |comma| comma + 1);
        self.has_verb(from..item)
    }

    fn can_open(&self, item: usize) -> bool {
        !self.tags(item).any(Tags::PREPOSITION.or(Tags::COORDINATOR).or(Tags::CLOSING).or(Tags::JOINER))
            && !self.is_abbreviation_point(item)
            && !self.is_quotation(item)
    }

    /// "On Monday the minister", "In Paris, she": skips a phrase that opens the clause before its subject.
    fn past_opening_adverbial(&self, start: usize, after: usize) -> usize {
        let opened = start > 0 && self.tags(start - 1).any(Tags::PREPOSITION) && !self.is(start - 1, &["of"]);
        let has_time = (start..after).find(|item| self.tags(*item).any(Tags::TIME) && !self.is_in_name(*item));
        let begins = |item: &usize| {
            let share = self.tags(*item).any(Tags::NUMBER) && self.is(item + 1, &["per", "percent", "%", "of", "out"]);
            share || self.tags(*item).any(Tags::DETERMINER.or(Tags::POSSESSIVE))
        };
        let first = match has_time {
            Some(time) if opened || time == start => time + 1,
            _ if opened => (start + 1..after).rev().find(begins).unwrap_or(start),
            _ => start,
        };
        if first < after { first } else { start }
    }

    /// "the Sunday Herald", "the Elsin Evening News", "USA Today": a time in a name.
    fn is_in_name(&self, item: usize) -> bool {
        let capital = |item: usize| self.tags(item).any(Tags::CAPITAL) && !self.tags(item).any(Tags::TIME);
        if item == 0 || !self.tags(item).any(Tags::TIME) || !self.tags(item).any(Tags::CAPITAL) {
            return false;
        }
        let opens = self.is(item - 1, &["the"]) && capital(item + 1);
        opens || self.is(item, &["today", "evening", "morning"]) && capital(item - 1)
    }

    fn looks_third_person(&self, item: usize) -> bool {
        let text = self.text(item);
        let tags = self.tags(item);
        tags.any(Tags::WORD)
            && !tags.any(Tags::CAPITAL.or(Tags::GENITIVE))
            && text.len() > 3
            && text.ends_with('s')
            && !text.ends_with("ss")
            && item > 0
            && self.is_nominal(item - 1)
            && !self.text(item - 1).ends_with('s')
            && self.tags(item + 1).any(
                Tags::DETERMINER.or(Tags::POSSESSIVE).or(Tags::PREPOSITION).or(Tags::OBJECT_PRONOUN).or(Tags::ADVERB),
            )
    }
}
