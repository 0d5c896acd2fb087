//! Numbers that count nothing: parts of names ("Boeing 747"), marks of a list ("1."), telephone numbers, addresses,
//! and "one" where it stands for a person or thing. Everything here is told by what stands beside the number.

use super::vocabulary;
use super::written::{Form, Written};
use crate::document::TokenKind;
use crate::language::closed_classes::{is_function_word, is_irregular_verb};
use crate::language::dates::calendar;
use crate::language::phrase::Phrase;

/// Words that a label's number follows, whatever their case.
#[rustfmt::skip]
const LABELLED: &[&str] = &[
    "page", "pages", "chapter", "section", "article", "clause", "paragraph", "volume", "room", "gate", "platform",
    "channel", "route", "highway", "flight", "phase", "stage", "figure", "table", "no", "number", "rule", "tier",
    "grade", "version", "episode", "series", "appendix", "annex", "unit", "block", "terminal", "junction",
    "formula", "option", "schedule", "resolution", "act", "bus", "category", "level", "type",
];

/// Words that begin a sentence with a capital and leave the number after them a number.
#[rustfmt::skip]
const OPENERS: &[&str] = &[
    "the", "some", "about", "around", "over", "under", "nearly", "almost", "roughly", "approximately", "only",
    "just", "at", "in", "of", "by", "for", "from", "with", "and", "but", "or", "between", "another", "all",
    "these", "those", "its", "their", "his", "her", "our", "more", "less", "fewer", "than", "least", "to", "up",
    "most", "estimated", "after", "before", "since", "until", "on", "than", "as", "exactly", "a", "an", "both",
    "other", "every", "including", "among", "were", "was", "are", "is", "have", "has", "had", "when", "that",
    "last", "next", "first", "past", "us", "if", "while", "when", "where", "says",
];

/// What looking at a number's surroundings needs of the whole phrase: computed once.
pub(super) struct Surroundings {
    in_title_case: bool,
}

impl Surroundings {
    pub(super) fn of(phrase: &Phrase) -> Self {
        Self { in_title_case: is_in_title_case(phrase) }
    }
}

/// Whether every longer word begins with a capital, as in many headlines.
fn is_in_title_case(phrase: &Phrase) -> bool {
    let (mut long, mut capitals) = (0, 0);
    for at in 0..phrase.len() {
        if phrase.is_word(at) && phrase.text(at).len() > 3 {
            long += 1;
            capitals += usize::from(phrase.is_capitalised(at));
            if long > capitals {
                return false;
            }
        }
    }
    long >= 3
}

/// Whether the number at `at` counts, measures, orders or dates nothing.
pub(super) fn is_label(phrase: &Phrase, at: usize, number: &Written, surroundings: &Surroundings) -> bool {
    if !number.in_digits {
        return is_pronoun(phrase, at, number) || is_ordinal_of_speech(phrase, at, number);
    }
    is_glued_to_letters(phrase, at)
        || is_in_an_address(phrase, at, number)
        || is_list_mark(phrase, at, number)
        || is_telephone_number(phrase, at, number)
        || is_part_of_a_name(phrase, at, number, surroundings)
        || is_unit_of_an_army(phrase, number)
}

/// The hyphen of "F-16" and "Covid-19".
fn is_glued_to_letters(phrase: &Phrase, at: usize) -> bool {
    let before_hyphen = at.checked_sub(2).filter(|_| phrase.is_hyphen(at - 1));
    before_hyphen.is_some_and(|word| phrase.is_word(word) && written_as_no_number(phrase, word))
}

fn written_as_no_number(phrase: &Phrase, at: usize) -> bool {
    vocabulary::small(phrase.lower(at).as_str()).is_none()
}

fn is_in_an_address(phrase: &Phrase, at: usize, number: &Written) -> bool {
    let joined_before = |marks: &[&str]| phrase.is_joined(at) && marks.contains(&phrase.before(at));
    let joined_after = |marks: &[&str]| phrase.is_joined(number.after) && marks.contains(&phrase.text(number.after));
    let goes_on = phrase.is_joined(number.after + 1);
    let ratio_or_time = joined_before(&[":"]) && phrase.is_joined(at - 1) || joined_after(&[":"]) && goes_on;
    let next_is_number = phrase.kind(number.after + 1) == Some(TokenKind::Number);
    let slashed = joined_before(&["/", "\\", "_", "@", "&", "="]) || joined_after(&["/"]) && goes_on && next_is_number;
    let version = joined_before(&["."]) && at > 1 && phrase.is_joined(at - 1);
    joined_before(&["#"]) || ratio_or_time || slashed || version || joined_after(&["@", "_", "="])
}

/// "1." or "2)" at the beginning, "(3)", "[4]".
fn is_list_mark(phrase: &Phrase, at: usize, number: &Written) -> bool {
    let closes = phrase.is_joined(number.after) && matches!(phrase.text(number.after), "." | ")" | "]");
    let opens = matches!(phrase.before(at), "(" | "[") && phrase.is_joined(at);
    let small = number.value < 100.0 && number.after == at + 1;
    let is_alone = at == 0 && number.after + 1 < phrase.len();
    small && closes && (opens || is_alone)
}

/// A number that begins with a nought, or stands in a row of three, or "555-1234".
fn is_telephone_number(phrase: &Phrase, at: usize, number: &Written) -> bool {
    let text = phrase.text(at);
    let leading_nought = text.len() > 1 && text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    let dial_code = phrase.before(at) == "+" && phrase.is_joined(at);
    let groups_of_3_and_4 = |first: usize, second: usize| {
        phrase.is_hyphen(second - 1)
            && phrase.text(first).len() == 3
            && phrase.text(second).len() == 4
            && phrase.digits(second).is_some()
    };
    let has_tail = groups_of_3_and_4(at, number.after + 1);
    let is_tail = at >= 2 && groups_of_3_and_4(at - 2, at);
    let is_number = |position: usize| phrase.digits(position).is_some();
    let in_a_row = number.after == at + 1
        && at.checked_sub(1).is_some_and(is_number)
        && (is_number(at + 1) || at >= 2 && is_number(at - 2));
    leading_nought || dial_code || has_tail || is_tail || in_a_row
}

fn is_part_of_a_name(phrase: &Phrase, at: usize, number: &Written, surroundings: &Surroundings) -> bool {
    if is_end_of_a_model(phrase, at) {
        return true;
    }
    let Some(before) = at.checked_sub(1).filter(|before| phrase.is_word(*before)) else { return false };
    let plain = phrase.digits(at).is_some() && number.after == at + 1 && number.magnitude == 1.0;
    let measured = matches!(phrase.text(number.after), "%" | "°") || phrase.is_any(number.after, &["percent", "per"]);
    if !plain || measured || is_part_of_a_score(phrase, at) {
        return false;
    }
    let word = phrase.lower(before);
    let word = word.as_str();
    if LABELLED.contains(&word) {
        return true;
    }
    // "iPhone 4" has its capital inside.
    let capital_inside =
        phrase.text(before).chars().skip(1).any(char::is_uppercase) && !phrase.text(before).contains('.');
    let is_code = word.len() == 3 && phrase.text(before).bytes().all(|byte| byte.is_ascii_uppercase());
    let in_calendar = calendar::month(word).is_some() || calendar::weekday(word).is_some();
    let named = phrase.is_capitalised(before) || capital_inside;
    named && !in_calendar && !is_code && !surroundings.in_title_case && !OPENERS.contains(&word)
}

/// "501st Legion", "101st Airborne": past a hundred, an ordinal before a name belongs to it.
fn is_unit_of_an_army(phrase: &Phrase, number: &Written) -> bool {
    number.form == Form::Ordinal && number.value > 100.0 && phrase.is_capitalised(number.after)
}

/// The "800" of "Boeing 737-800".
fn is_end_of_a_model(phrase: &Phrase, at: usize) -> bool {
    let Some(first) = at.checked_sub(2).filter(|_| phrase.is_hyphen(at - 1)) else { return false };
    let is_model = phrase.digits(first).is_some() && !is_part_of_a_score(phrase, first);
    is_model && first > 0 && phrase.is_capitalised(first - 1) && phrase.digits(at).is_some_and(|value| value < 1000)
}

/// "Rovers 3-2", "Rovers 3-2 Athletic": two short numbers, not the model of a "737-800".
fn is_part_of_a_score(phrase: &Phrase, at: usize) -> bool {
    let is_short = |number: usize| phrase.digits(number).is_some_and(|value| value < 200);
    is_short(at) && phrase.is_hyphen(at + 1) && is_short(at + 2) && !phrase.is_hyphen(at + 3)
}

/// Words after which "one" counts although no noun follows.
const AFTER_ONE_NO_NOUN: &[&str] = &[
    "of", "another", "who", "that", "which", "where", "day", "thing", "has", "is", "was", "can", "could", "should",
    "must", "may", "might", "will", "would", "to", "for", "by", "with", "from", "on", "at", "and", "or", "but", "as",
    "such", "side", "hand", "wonders", "way", "more",
];

const BEFORE_ONE_NO_COUNT: &[&str] = &[
    "no", "any", "every", "each", "the", "this", "that", "which", "another", "some", "only", "first", "last", "new",
    "good", "big", "loved", "like", "number",
];

/// "one" and "two" that stand for somebody or something: "no one", "one of the ministers", "the dispute between the two".
fn is_pronoun(phrase: &Phrase, at: usize, number: &Written) -> bool {
    let alone = number.after == at + 1 && number.form == Form::Cardinal && number.magnitude == 1.0;
    if !alone || !(1.0..10.0).contains(&number.value) {
        return false;
    }
    let next_is_word = phrase.is_word(number.after);
    let possessive = phrase.text(at).contains(['\'', '’']);
    if number.value == 1.0 {
        let before = at.checked_sub(1).is_some_and(|before| phrase.is_any(before, BEFORE_ONE_NO_COUNT));
        let hyphenated = phrase.is_hyphen(number.after) || at > 0 && phrase.is_hyphen(at - 1);
        let counts = next_is_word && !phrase.is_any(number.after, AFTER_ONE_NO_NOUN)
            || phrase.text(number.after) == "%"
            || hyphenated;
        let adverb = phrase.lower(number.after).as_str().ends_with("ly");
        return before && !hyphenated || possessive || !counts || adverb;
    }
    let definite = at.checked_sub(1).is_some_and(|before| phrase.is_any(before, &["the", "these", "those", "all"]));
    let noun_follows = next_is_word && !is_closed_class(phrase.lower(number.after).as_str());
    let hyphenated = phrase.is_hyphen(number.after);
    let ranged = phrase.is_any(number.after, &["to", "or", "and"]) && noun_after_number(phrase, number.after + 1);
    definite && !noun_follows && !hyphenated && !ranged
}

fn noun_after_number(phrase: &Phrase, at: usize) -> bool {
    vocabulary::small(phrase.lower(at).as_str()).is_some()
}

/// Whether no counted noun begins with the word.
fn is_closed_class(word: &str) -> bool {
    word.is_empty() || is_function_word(word) || is_irregular_verb(word) || matches!(word, "signed" | "agreed")
}

/// Words after which "first" and "second" tell a manner of speaking rather than a place in an order.
#[rustfmt::skip]
const ORDINAL_IDIOMS: &[&str] = &[
    "time", "times", "lady", "minister", "aid", "hand", "thing", "class", "of", "half", "world", "reading",
    "sight", "thought", "thoughts", "place", "name", "instance", "party", "person", "step", "and", "to",
    "amendment", "secretary", "nations", "language", "degree", "strike", "responders", "responder", "glance",
    "choice", "came", "began", "became", "met", "published", "reported", "emerged", "appeared", "announced",
    "started", "opened", "introduced", "proposed", "used",
];

/// "second" the unit of time, "at first", "first of all", "for the first time", "the Third World".
fn is_ordinal_of_speech(phrase: &Phrase, at: usize, number: &Written) -> bool {
    if number.form != Form::Ordinal || number.after != at + 1 {
        return false;
    }
    let last = number.after - 1;
    let is_time = number.value == 2.0
        && at
            .checked_sub(1)
            .is_some_and(|before| phrase.is_any(before, &["a", "per", "split", "one", "each", "every"]));
    let next = phrase.lower(number.after);
    let idiom = ORDINAL_IDIOMS.contains(&next.as_str());
    let nothing_ordered = !phrase.is_word(number.after) && !phrase.is_hyphen(number.after);
    let in_a_name = phrase.is_capitalised(last) && at > 0 && phrase.is_capitalised(number.after);
    let adverb = at.checked_sub(1).is_none_or(|before| {
        phrase.is_any(before, &["at", "was", "were", "is", "are", "who", "had", "he", "she", "they", "it"])
    });
    is_time || idiom || nothing_ordered || in_a_name || adverb && number.value <= 2.0
}
