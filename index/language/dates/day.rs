//! A day written in full at one place of a phrase: "30 October 2010", "Oct. 30th, 2010", "2010-10-30".
//! Days without their year, and anything relative, are read elsewhere.

use std::ops::Range;

use super::calendar;
use crate::document::TokenKind;
use crate::language::phrase::Phrase;

/// A day of the month, 1 to 31, written "30" or "30th".
pub fn day_of_month(phrase: &Phrase, at: usize) -> Option<i8> {
    if phrase.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let text = phrase.lower(at);
    let text = text.as_str();
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|suffix| text.strip_suffix(suffix)).unwrap_or(text);
    let short = bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit());
    let day = short.then(|| bare.parse::<i8>().ok()).flatten()?;
    (1..=31).contains(&day).then_some(day)
}

/// A year of four digits.
pub fn year(phrase: &Phrase, at: usize) -> Option<i16> {
    if phrase.text(at).len() != 4 {
        return None;
    }
    let year = phrase.digits(at)?;
    (1000..=2199).contains(&year).then_some(year as i16)
}

/// A month's name, and the position after it and its point ("Oct.").
pub fn month(phrase: &Phrase, at: usize) -> Option<(i8, usize)> {
    if !phrase.is_capitalised(at) {
        return None;
    }
    let name = phrase.lower(at);
    let month = calendar::month(name.as_str())?;
    // "July." and "May." end a sentence, and so does whatever stands last.
    let is_whole_name = matches!(name.as_str(), "may" | "june" | "july");
    let goes_on = match phrase.kind(at + 2) {
        Some(TokenKind::Number) => true,
        Some(TokenKind::Word) => !is_whole_name,
        Some(TokenKind::Mark) => phrase.text(at + 2) == ",",
        None => false,
    };
    let has_point = name.as_str().len() <= 4 && goes_on && phrase.text(at + 1) == "." && phrase.is_joined(at + 1);
    let after = if has_point { at + 2 } else { at + 1 };
    Some((month, after))
}

/// A day and month, in either order, without a year; `after` is the position behind them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayAndMonth {
    /// 1 to 31.
    pub day: i8,
    /// 1 to 12.
    pub month: i8,
    /// The position after the two.
    pub after: usize,
}

/// "30 October", "the 30th of October", "October 30", "October 30th".
pub fn day_and_month(phrase: &Phrase, at: usize) -> Option<DayAndMonth> {
    if let Some((month, next)) = month(phrase, at) {
        let next = if phrase.is(next, "the") { next + 1 } else { next };
        let day = day_of_month(phrase, next)?;
        return Some(DayAndMonth { day, month, after: next + 1 });
    }
    let day = day_of_month(phrase, at)?;
    let next = if phrase.is(at + 1, "of") { at + 2 } else { at + 1 };
    let (month, after) = month(phrase, next)?;
    Some(DayAndMonth { day, month, after })
}

/// A whole day at `at`, and the tokens it takes.
pub fn full_day(phrase: &Phrase, at: usize) -> Option<(super::Period, Range<usize>)> {
    if let Some(found) = iso_day(phrase, at) {
        return Some(found);
    }
    let written = day_and_month(phrase, at)?;
    let year_at = if phrase.text(written.after) == "," { written.after + 1 } else { written.after };
    let period = calendar::day(year(phrase, year_at)?, written.month, written.day)?;
    Some((period, at..year_at + 1))
}

fn iso_day(phrase: &Phrase, at: usize) -> Option<(super::Period, Range<usize>)> {
    let hyphens = phrase.is_hyphen(at + 1) && phrase.is_hyphen(at + 3);
    let year = year(phrase, at).filter(|_| hyphens)?;
    let month = phrase.digits(at + 2).filter(|_| phrase.text(at + 2).len() == 2)?;
    let (day, _) = phrase.text(at + 4).split_at_checked(2)?;
    let period = calendar::day(year, i8::try_from(month).ok()?, day.parse().ok()?)?;
    let rest_is_time = phrase.text(at + 4).len() == 2 || phrase.text(at + 4).as_bytes().get(2) == Some(&b'T');
    rest_is_time.then_some((period, at..at + 5))
}
