//! What a name's own words tell of its kind: a given name first, the head of a body's or a place's name last.

use std::ops::Range;

use super::super::classes::Classes;
use super::super::reading::{Reading, Word};
use super::Evidence;
use crate::language::countries;

/// Weighs the words of a name.
pub fn weigh(reading: &Reading, name: &Range<usize>) -> Evidence {
    let words = &reading.words[name.clone()];
    match words {
        [] => Evidence::default(),
        [only] => of_one(*only),
        [first, .., last] => of_several(reading, words, (*first, *last)),
    }
}

fn of_one(word: Word) -> Evidence {
    let is_acronym = word.shouts() && word.text.len() <= LONGEST_ACRONYM;
    let body = if is_acronym { 3 } else { 0 };
    let place = if word.has(Classes::PLACE_NAME) { 3 } else { 0 };
    Evidence { body, place, ..Evidence::default() }
}

fn of_several(reading: &Reading, words: &[Word], (first, last): (Word, Word)) -> Evidence {
    let of = words.iter().position(|word| word.is("of") || word.is("for") || word.is("on"));
    let head = of.filter(|of| *of > 0).map_or(last, |of| words[of - 1]);
    let given = words.len() < 6 && of.is_none() && is_given(words, first);
    let mut evidence = Evidence::default();
    evidence += person(reading, words, given);
    let before_last = words[words.len() - 2];
    let heads_before_last = of.is_none() && !given && before_last.has(Classes::BODY) && !last.has(Classes::ROLE);
    let is_body = head.has(Classes::BODY | Classes::TRADE) && (!given || !last.has(Classes::PLACE));
    evidence.body += if is_body || heads_before_last { 4 } else { 0 };
    evidence.body += if last.has(Classes::FIRM | Classes::TRADE) { 3 } else { 0 };
    evidence.body += if words.iter().any(|word| word.text == "&") { 3 } else { 0 };
    let begins_place = first.has(Classes::PLACE | Classes::PLACE_START) && !first.has(Classes::BODY);
    evidence.place += if head.has(Classes::PLACE) || begins_place { 4 } else { 0 };
    let is_pair = words.len() == 2 && last.has(Classes::PLACE_PAIR) && !given;
    evidence.place += if is_pair { 4 } else { 0 };
    evidence
}

/// A given name, or a family name that stands first where no more than two words follow ("Kim Jong Il").
fn is_given(words: &[Word], first: Word) -> bool {
    let family_first = words.len() < 5 && first.has(Classes::FAMILY_FIRST);
    let last = words[words.len() - 1];
    first.has(Classes::GIVEN) || (family_first && !last.has(Classes::BODY | Classes::PLACE | Classes::TRADE))
}

fn person(reading: &Reading, words: &[Word], given: bool) -> Evidence {
    let last = words[words.len() - 1];
    let initial = words.iter().any(|word| word.text == ".")
        && words.iter().any(|word| word.text.chars().count() == 1 && word.capital);
    let ends_in_country =
        countries::at(last.text).is_some() || countries::at(last.text.trim_end_matches('s')).is_some();
    let is_thing = !given && (words[0].has(Classes::THING) || last.has(Classes::THING));
    let plain = (2..4).contains(&words.len()) && words.iter().all(|word| word.capital && !word.shouts());
    let unclassed = words.iter().all(|word| {
        (word.classes == Classes::default() || word.has(Classes::GIVEN | Classes::FAMILY_FIRST))
            && !reading.is_small_elsewhere(word.text)
    });
    let mut evidence = Evidence { looks_like_person: plain && unclassed, ..Evidence::default() };
    evidence.person += if given { 4 } else { 0 };
    evidence.person += if initial || is_hyphenated_given(words) { 3 } else { 0 };
    evidence.person -= if is_thing { 6 } else { 0 };
    evidence.person -= if ends_in_country && !given { 3 } else { 0 };
    evidence
}

/// "Cheng Chung-tai": a small word after the hyphen of a name's end.
fn is_hyphenated_given(words: &[Word]) -> bool {
    matches!(words, [first, .., hyphen, tail] if first.capital && !hyphen.is_word && tail.is_word && !tail.capital && words.len() == 4)
}

/// Longer words in capitals are shouted rather than acronyms.
const LONGEST_ACRONYM: usize = 5;
