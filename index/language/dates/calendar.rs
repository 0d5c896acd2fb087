//! The calendar's English words: months, weekdays, decades' and seasons' names, and which day ends what.
//! Names and abbreviations follow Unicode CLDR's English calendar data and the Associated Press's style.

use jiff::civil::{Date, Weekday};

use super::Period;
use crate::language::numbers;

/// The months' names in full, in lower case and in order.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The weekdays' names in full, in lower case and in order.
pub const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Whether the lower-case word names a month or a weekday in full.
pub fn is_month_or_weekday(word: &str) -> bool {
    MONTHS.contains(&word) || WEEKDAYS.contains(&word)
}

/// The month (1 to 12) of a lower-case name or abbreviation.
pub fn month(word: &str) -> Option<i8> {
    Some(match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// The day of the week of a lower-case name or abbreviation.
pub fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "monday" | "mon" => Weekday::Monday,
        "tuesday" | "tues" | "tue" => Weekday::Tuesday,
        "wednesday" | "wed" => Weekday::Wednesday,
        "thursday" | "thurs" | "thur" | "thu" => Weekday::Thursday,
        "friday" | "fri" => Weekday::Friday,
        "saturday" | "sat" => Weekday::Saturday,
        "sunday" | "sun" => Weekday::Sunday,
        _ => return None,
    })
}

/// Whether an expression of time can begin with the lower-case word, which is no name.
pub(super) fn may_open_a_time(word: &str) -> bool {
    match word.as_bytes() {
        [b't', ..] => matches!(word, "the" | "this" | "today" | "tomorrow" | "tonight") || numbers::may_open(word),
        [b'm', ..] => matches!(word, "mid" | "middle" | "midnight" | "midday" | "much" | "most"),
        [b'l' | b'p' | b'y' | b'c', ..] => {
            matches!(word, "last" | "late" | "past" | "previous" | "yesterday" | "coming")
        }
        [b'b' | b'w' | b'q', ..] => matches!(word, "beginning" | "winter" | "q1" | "q2" | "q3" | "q4"),
        [b'a' | b'e' | b'f' | b'h' | b'n' | b'o' | b's' | b'd', ..] => {
            let opens = matches!(word, "early" | "end" | "start" | "spring" | "summer" | "autumn" | "next" | "noon");
            opens || numbers::may_open(word)
        }
        _ => false,
    }
}

/// Whether the lower-case word names a season.
pub fn is_season(word: &str) -> bool {
    matches!(word, "spring" | "summer" | "autumn" | "winter")
}

/// One day.
pub fn day(year: i16, month: i8, day: i8) -> Option<Period> {
    let date = Date::new(year, month, day).ok()?;
    Some(Period { first: date, last: date })
}

/// A whole month.
pub fn whole_month(year: i16, month: i8) -> Option<Period> {
    let first = Date::new(year, month, 1).ok()?;
    Some(Period { first, last: first.last_of_month() })
}

/// Whole years, both ends included.
pub fn whole_years(first: i16, last: i16) -> Option<Period> {
    let ordered = first <= last;
    ordered.then_some(Period { first: Date::new(first, 1, 1).ok()?, last: Date::new(last, 12, 31).ok()? })
}

/// The decade that begins with the year.
pub fn decade(year: i16) -> Option<Period> {
    whole_years(year, year.checked_add(9)?)
}
