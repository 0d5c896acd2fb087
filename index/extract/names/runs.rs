//! Runs of capital words that may hold a name: where one begins, how far it goes, and what of its beginning is only the
//! beginning of a sentence.

use std::ops::Range;

use super::classes::Classes;
use super::reading::{Reading, Word};
use crate::language::countries;

/// Whether a run may begin at this word.
pub fn begins(reading: &Reading, index: usize) -> bool {
    let word = reading.words[index];
    let next_joins = |word: Word| word.joined && matches!(word.text, "-" | "‑");
    let arabic = matches!(word.text, "al" | "el") && reading.get(index + 1).is_some_and(next_joins);
    let is_date = word.has(Classes::WEEKDAY) || (word.has(Classes::MONTH) && !followed_by_surname(reading, index));
    let is_small_word =
        word.has(Classes::FUNCTION) && !word.shouts() && countries::at(reading.rest(index, index + 2)).is_none();
    let is_party_tag = word.text.len() == 1 && reading.get(index + 1).is_some_and(next_joins);
    (word.capital && !is_date && !is_small_word && !is_party_tag)
        || (arabic && reading.get(index + 2).is_some_and(|word| word.capital))
}

fn followed_by_surname(reading: &Reading, index: usize) -> bool {
    reading.get(index + 1).is_some_and(|next| next.capital && !next.joined && reading.words[index].has(Classes::GIVEN))
}

/// The index after the last word of the run that begins at `start`.
pub fn end(reading: &Reading, start: usize, limit: usize) -> usize {
    let country = countries::at(reading.rest(start, limit));
    let mut at = match country {
        Some(found) => {
            super::titles::word_after(reading, start, reading.words[start].span.start() + found.bytes).min(limit)
        }
        None => start + 1,
    };
    loop {
        let previous = reading.words[at - 1];
        if at >= limit || (previous.possessive && !owns_rest(reading, start, at, limit)) {
            return at;
        }
        match step(reading, start, at, limit) {
            Some(next) => at = next,
            None => return at,
        }
    }
}

/// "King's College London", "St Mary's Hospital", "the Alzheimer's Alliance": a possessive that is part of a body's or
/// place's name. "Norway's Parliament" and "the UN's Council" are two names.
fn owns_rest(reading: &Reading, start: usize, at: usize, limit: usize) -> bool {
    let owner = reading.words[at - 1];
    let next = reading.words[at];
    let heads = next.capital && next.has(Classes::BODY | Classes::PLACE);
    let saint = at >= start + 2 && matches!(reading.words[at - 2].text, "St" | "Saint");
    let ends = reading.get(at + 1).filter(|_| at + 1 < limit).is_none_or(|word| !word.capital);
    let after_the = at == start + 1 && reading.before(start).is_some_and(|word| word.is("the")) && ends;
    let is_name = countries::at(owner.text).is_some() || owner.shouts() || owner.has(Classes::PLACE_NAME);
    heads && !is_name && (saint || after_the || OWNERS.iter().any(|known| owner.is(known)))
}

/// Owners in names of schools, hospitals, parties and shops.
const OWNERS: &[&str] = &[
    "king",
    "queen",
    "prince",
    "princess",
    "children",
    "women",
    "men",
    "people",
    "workers",
    "farmers",
    "teachers",
    "lloyd",
    "sotheby",
    "christie",
    "moody",
    "alzheimer",
    "parkinson",
    "regent",
    "trinity",
    "lord",
    "land",
    "guy",
    "mcdonald",
    "sainsbury",
    "nurses",
    "citizen",
    "peoples",
];

/// The index after the next word of the run; `None` where the run ends.
fn step(reading: &Reading, start: usize, at: usize, limit: usize) -> Option<usize> {
    let word = reading.words[at];
    let capital_at =
        |index: usize| index < limit && reading.words[index].capital && !reading.words[index].has(Classes::WEEKDAY);
    let previous = reading.words[at - 1];
    if word.capital && !word.joined {
        let is_month = word.has(Classes::MONTH) && !word.has(Classes::GIVEN);
        let ends = is_month
            || word.has(Classes::WEEKDAY)
            || (word.has(Classes::FUNCTION) && !word.shouts())
            || previous.text == "I";
        return (!ends).then_some(at + 1);
    }
    match word.text {
        "." if word.joined && is_abbreviation(previous) => {
            let goes_on = capital_at(at + 1);
            (goes_on || (previous.text.contains('.') && at + 1 < limit)).then_some(at + 1)
        }
        "-" | "‑" if word.joined && previous.is_word => {
            let next = reading.get(at + 1).filter(|next| at + 1 < limit && next.joined)?;
            let describes = countries::at(previous.text).is_some() || previous.text.len() == 1;
            ((next.capital && !describes) || (next.is_word && is_name_tail(reading, at + 1))).then_some(at + 2)
        }
        "&" if capital_at(at + 1) => Some(at + 2),
        "of" if previous.has(Classes::OF_HEAD) => after_link(reading, at, limit),
        "for" | "on" if previous.has(Classes::FOR_HEAD) => {
            after_link(reading, at, limit).filter(|_| at > start + 1 || word.is("for"))
        }
        "and" if within_and_head(reading, start, at) && capital_at(at + 1) => Some(at + 2),
        _ if word.has(Classes::PARTICLE) => after_particles(reading, at, limit),
        _ => None,
    }
}

/// "Ki-moon", "Mohamed-ali": a small word after a hyphen belongs to the name when it ends there and is no English word.
fn is_name_tail(reading: &Reading, index: usize) -> bool {
    let word = reading.words[index];
    let before = reading.words[index - 2];
    let plain = !word.classes.has(Classes::ROLE | Classes::MODIFIER | Classes::FUNCTION);
    plain
        && before.text.len() < 6
        && word.text.len() < 6
        && !reading.is_small_elsewhere(word.text)
        && !is_compound(word.text)
        && !before.shouts()
        && countries::at(before.text).is_none()
}

fn is_compound(word: &str) -> bool {
    matches!(
        word,
        "led"
            | "made"
            | "based"
            | "born"
            | "era"
            | "style"
            | "like"
            | "wide"
            | "run"
            | "owned"
            | "free"
            | "in"
            | "on"
            | "up"
            | "off"
    )
}

fn is_abbreviation(word: Word) -> bool {
    let is_initial = word.capital && word.text.chars().count() == 1 && word.text != "I";
    is_initial || word.has(Classes::ABBREVIATION) || word.text.contains('.')
}

fn after_link(reading: &Reading, at: usize, limit: usize) -> Option<usize> {
    let next = at + 1 + usize::from(reading.get(at + 1).is_some_and(|word| word.is("the")));
    let word = reading.get(next).filter(|_| next < limit)?;
    let is_date = word.has(Classes::MONTH | Classes::WEEKDAY) && !word.has(Classes::GIVEN);
    (word.capital && !is_date && !word.has(Classes::FUNCTION)).then_some(next + 1)
}

fn within_and_head(reading: &Reading, start: usize, at: usize) -> bool {
    let words = &reading.words[start..at];
    let of = words.iter().rposition(|word| word.is("of") || word.is("for"));
    of.is_some_and(|of| of > 0 && words[of - 1].has(Classes::AND_HEAD))
}

fn after_particles(reading: &Reading, at: usize, limit: usize) -> Option<usize> {
    let mut next = at + 1;
    while next < limit && next < at + 3 && reading.words[next].has(Classes::PARTICLE) {
        next += 1;
    }
    let hyphen = reading.get(next).is_some_and(|word| word.joined && word.text == "-");
    next += usize::from(hyphen);
    (next < limit && reading.words[next].capital).then_some(next + 1)
}

/// Leaves out of a run what is no name; `None` when nothing is left.
pub fn trim(reading: &Reading, run: Range<usize>, sentence: usize) -> Option<Range<usize>> {
    let mut start = run.start;
    let end = run.end;
    while start < end && is_dropped(reading, start, end, sentence) {
        start += 1;
    }
    let only_word = start + 1 == end;
    let first = reading.get(start).filter(|word| start < end && (word.is_word && word.text != "I"))?;
    if only_word && reading.is_initial(start, sentence) && !stands_alone(reading, first) {
        return None;
    }
    Some(start..end)
}

fn is_dropped(reading: &Reading, index: usize, end: usize, sentence: usize) -> bool {
    let word = reading.words[index];
    let is_country = countries::at(reading.rest(index, end)).is_some();
    if !word.is_word {
        return true;
    }
    let is_acronym =
        word.shouts() && (!word.has(Classes::FUNCTION) || reading.before(index).is_some_and(|before| before.is("the")));
    if is_acronym || is_country {
        return false;
    }
    if word.has(Classes::FUNCTION) || word.is("former") || word.is("late") {
        return true;
    }
    let only_word = index + 1 == end;
    if !reading.is_initial(index, sentence) || only_word {
        return only_word && word.has(Classes::STARTER) && reading.is_initial(index, sentence);
    }
    let known =
        Classes::ROLE | Classes::MODIFIER | Classes::HONORIFIC | Classes::GIVEN | Classes::BODY | Classes::PLACE;
    let inflected = word.text.ends_with("ing") || word.text.ends_with("ly") || word.text.ends_with("ed");
    let unlike_a_name = inflected || reading.is_small_elsewhere(word.text);
    unlike_a_name && !word.has(known) && !reading.is_capital_within(word.text)
}

/// Whether a single word at the beginning of a sentence is a name there.
fn stands_alone(reading: &Reading, word: Word) -> bool {
    let is_country = countries::at(word.text).is_some();
    let is_acronym = word.shouts() && !reading.is_small_elsewhere(word.text);
    let is_title = word.has(Classes::ROLE | Classes::MODIFIER | Classes::HONORIFIC | Classes::STARTER);
    let place = word.has(Classes::PLACE_NAME);
    is_country || is_acronym || place || (reading.is_capital_within(word.text) && !is_title)
}
