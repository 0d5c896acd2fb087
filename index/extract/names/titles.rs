//! Where a title ends and a name begins in a run of capital words ("US Secretary of State Hillary Clinton").

use std::ops::Range;

use super::classes::Classes;
use super::reading::{Reading, Word};
use crate::language::countries;

/// A run of words parted in two; either part may be empty.
#[derive(Clone, Debug)]
pub struct Parted {
    /// Titles and what belongs to them.
    pub title: Range<usize>,
    /// The name.
    pub name: Range<usize>,
}

/// Parts a run of words into a title and a name.
pub fn part(reading: &Reading, run: Range<usize>) -> Parted {
    let untitled = Parted { title: run.start..run.start, name: run.clone() };
    let words = &reading.words[run.clone()];
    let Some(last) = words.last() else { return untitled };
    let begins_with_given = words[0].has(Classes::GIVEN) && (!words[0].has(Classes::ROLE) || is_given_here(words));
    let has_role = can_be_name(words[0]) && words.len() > 1 && follows_role(reading, run.start);
    let is_thing = names_a_thing(*last) && !begins_with_title(words) && !ends_in_office(words) && !names_holder(words);
    if begins_with_given || has_role || is_thing {
        return untitled;
    }
    let Some(end) = title_end(reading, run.clone()) else { return untitled };
    let rest = reading.get(end).filter(|_| end < run.end);
    let begins_thing = rest.is_some_and(|word| is_head_of_thing(word) && !word.has(Classes::GIVEN));
    if begins_thing { untitled } else { Parted { title: run.start..end, name: end..run.end } }
}

/// The word after the last title's head, or after its "of …".
fn title_end(reading: &Reading, run: Range<usize>) -> Option<usize> {
    let is_title = |index: usize| reading.words[index].has(Classes::ROLE | Classes::HONORIFIC);
    let is_complement = |index: usize| index > run.start && is_within_complement(reading, run.start, index);
    let follows_name = |index: usize| {
        index > run.start && !reading.words[index - 1].has(Classes::ROLE | Classes::MODIFIER | Classes::HONORIFIC)
    };
    let is_surname = |index: usize| index + 1 == run.end && can_be_name(reading.words[index]) && follows_name(index);
    let is_head = |index: &usize| is_title(*index) && !is_complement(*index) && !is_surname(*index);
    let head = run.clone().rev().find(is_head)?;
    let mut end = head + 1;
    if reading.get(end).is_some_and(|word| word.text == ".") {
        end += 1;
    }
    Some(complement_end(reading, end, run.end).min(run.end))
}

/// "Dean Marsh" is called Dean; in "Dean Anna Marsh" it's an office.
fn is_given_here(words: &[Word]) -> bool {
    words.len() == 2 && !words[1].has(Classes::GIVEN)
}

/// Whether a role in small letters stands before ("striker Dean Marsh"): what follows is no second title.
fn follows_role(reading: &Reading, index: usize) -> bool {
    reading.before(index).is_some_and(|word| word.has(Classes::ROLE) && !word.capital && !word.possessive)
}

fn can_be_name(word: Word) -> bool {
    SURNAMES.iter().any(|surname| word.is(surname))
}

/// Titles and trades that are as often names of people ("Gus King").
const SURNAMES: &[&str] = &[
    "king",
    "prince",
    "bishop",
    "baker",
    "farmer",
    "butcher",
    "carpenter",
    "driver",
    "pope",
    "judge",
    "duke",
    "dean",
    "major",
    "singer",
    "pastor",
    "priest",
    "cardinal",
    "monk",
    "boxer",
    "painter",
    "chief",
    "head",
    "father",
    "mother",
    "porter",
];

fn is_within_complement(reading: &Reading, start: usize, index: usize) -> bool {
    reading.words[start..index].last().is_some_and(|word| word.is("of") || word.is("the"))
}

/// The end of "of State", "of the House", "of Mexico" after a title's head.
fn complement_end(reading: &Reading, head_end: usize, end: usize) -> usize {
    if !reading.get(head_end).is_some_and(|word| (word.is("of") || word.is("for")) && head_end < end) {
        return head_end;
    }
    let mut at = head_end + 1;
    let part = Classes::DEPARTMENT | Classes::MODIFIER | Classes::BODY | Classes::PLACE;
    let mut consumed = false;
    while at < end {
        let word = reading.words[at];
        let country = countries::at(reading.rest(at, end)).filter(|_| !word.has(Classes::GIVEN));
        if let Some(found) = country {
            at = word_after(reading, at, word.span.start() + found.bytes);
            consumed = true;
        } else if word.has(part) {
            at += 1;
            consumed = true;
        } else if word.is("and") || word.is("the") || word.is("of") || word.is("&") {
            at += 1;
        } else {
            break;
        }
    }
    if consumed { at } else { end }
}

/// The first word at or after `index` that begins at or after `byte`.
pub fn word_after(reading: &Reading, index: usize, byte: usize) -> usize {
    let rest = reading.words[index..].iter().position(|word| word.span.start() >= byte);
    rest.map_or(reading.words.len(), |distance| index + distance.max(1))
}

fn begins_with_title(words: &[Word]) -> bool {
    let titles =
        words.iter().take_while(|word| word.has(Classes::ROLE | Classes::HONORIFIC) || word.text == ".").count();
    let rest = words.get(titles);
    let is_short = words[0].has(Classes::ABBREVIATION) && words.get(1).is_some_and(|word| word.text == ".");
    titles > 0 && (is_short || words[0].has(Classes::HONORIFIC) || rest.is_some_and(|word| word.has(Classes::GIVEN)))
}

/// "Mayor Don Guardian": a given name after a title, whatever the surname could mean.
fn names_holder(words: &[Word]) -> bool {
    words.windows(2).any(|pair| pair[0].has(Classes::ROLE) && pair[1].has(Classes::GIVEN))
}

/// "Secretary of State": the last word belongs to a role, whatever else it could be.
fn ends_in_office(words: &[Word]) -> bool {
    let of = words.iter().position(|word| word.is("of"));
    of.and_then(|of| of.checked_sub(1)).is_some_and(|head| words[head].has(Classes::ROLE))
}

fn names_a_thing(word: Word) -> bool {
    word.has(Classes::BODY | Classes::PLACE) && !word.has(Classes::ROLE)
}

fn is_head_of_thing(word: Word) -> bool {
    word.has(Classes::BODY | Classes::MODIFIER) && !word.has(Classes::ROLE)
}
