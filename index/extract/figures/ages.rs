//! Numbers that are years of age though no "year" is written: "Adeyemi, 22, said", "aged 55 to 79", "at the age of 90".
//! "14-year-old" names its unit and is read with the other units.

use std::ops::Range;

use crate::document::TokenKind;
use crate::language::numbers::{Amount, Quantity};
use crate::language::phrase::Phrase;

/// The oldest that a person has been (Jeanne Calment).
const OLDEST: f64 = 122.0;

/// `Some` where the quantity is an age, with whose it is where a name stands before it.
#[expect(clippy::option_option, reason = "an age may be nobody's by name")]
pub(super) fn of(phrase: &Phrase, quantity: &Quantity) -> Option<Option<Range<usize>>> {
    let (low, high) = match quantity.amount {
        Amount::Exactly(value) => (value, value),
        Amount::Range { low, high } => (low, high),
        Amount::Vague { .. } => return None,
    };
    let can_be_age = low >= 1.0 && high <= OLDEST && low.fract() == 0.0 && quantity.suffix.is_none();
    if !can_be_age {
        return None;
    }
    if follows_age(phrase, quantity.tokens.start) {
        return Some(None);
    }
    after_name(phrase, quantity).map(Some)
}

/// "aged 55", "age 7", "at the age of 90", "ages 5 to 11".
fn follows_age(phrase: &Phrase, start: usize) -> bool {
    let is_age = |at: usize| phrase.is_any(at, &["aged", "age", "ages"]);
    let Some(before) = start.checked_sub(1) else { return false };
    is_age(before) || phrase.is_any(before, &["of", "between"]) && before.checked_sub(1).is_some_and(is_age)
}

/// The name before "22" in "Samuel Adeyemi, 22, said": between commas, or a comma and the end.
fn after_name(phrase: &Phrase, quantity: &Quantity) -> Option<Range<usize>> {
    let number = quantity.number.clone();
    let is_bare = number.len() == 1 && quantity.hedge.is_none() && phrase.digits(number.start).is_some();
    let closes = matches!(phrase.text(number.end), "," | ".") && phrase.kind(number.end + 1) != Some(TokenKind::Number);
    let comma = number.start.checked_sub(1).filter(|before| phrase.text(*before) == ",")?;
    if !is_bare || !closes {
        return None;
    }
    let mut start = comma;
    while start > 0 && phrase.is_word(start - 1) && phrase.is_capitalised(start - 1) {
        start -= 1;
    }
    // A place is told with "in", a day with "on": "In Lima, 22, and in Quito, 5".
    let is_place = start.checked_sub(1).is_some_and(|before| phrase.is_any(before, &["in", "at", "on", "to", "from"]));
    let opens_with_preposition = phrase.is_any(start, &["In", "At", "On", "To", "From", "By"]);
    (start < comma && !is_place && !opens_with_preposition).then_some(start..comma)
}
