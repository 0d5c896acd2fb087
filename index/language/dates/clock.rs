//! Times of day: "10:30am", "9 p.m.", "at 14:30", "midnight". A time of day is an expression of time, but no day.

use crate::document::TokenKind;
use crate::language::phrase::Phrase;

/// The position after the time of day that begins at `at`.
pub(super) fn time_of_day(phrase: &Phrase, at: usize) -> Option<usize> {
    if phrase.is_any(at, &["midnight", "noon", "midday"]) {
        return Some(at + 1);
    }
    if phrase.kind(at) != Some(TokenKind::Number) {
        return None;
    }
    let (hour, half) = hour(phrase.text(at))?;
    let is_clock = phrase.text(at + 1) == ":" && phrase.is_joined(at + 1) && phrase.is_joined(at + 2);
    if is_clock && half.is_none() {
        return with_minutes(phrase, at, hour);
    }
    match half {
        Some(()) => Some(with_zone(phrase, at + 1)),
        None if phrase.is(at + 1, "o'clock") || phrase.is(at + 1, "o’clock") => Some(at + 2),
        None => Some(with_zone(phrase, half_of_day(phrase, at + 1)?)),
    }
}

/// The hour of "9", "9am" or "9.30am", and whether "am" or "pm" is glued to it.
fn hour(text: &str) -> Option<(u32, Option<()>)> {
    let glued = ["am", "pm", "AM", "PM"].iter().find_map(|half| text.strip_suffix(half));
    let digits = glued.unwrap_or(text);
    let (hour, minutes) = digits.split_once('.').unwrap_or((digits, "00"));
    let hour = hour.parse().ok().filter(|hour| *hour < 24 && digits.len() <= 5)?;
    let whole = minutes.len() == 2 && minutes.parse::<u32>().is_ok_and(|minutes| minutes < 60);
    whole.then_some((hour, glued.map(|_| ())))
}

fn with_minutes(phrase: &Phrase, at: usize, hour: u32) -> Option<usize> {
    let minutes = phrase.text(at + 2);
    let (digits, glued) = minutes.split_at_checked(2)?;
    let in_range = hour < 24 && digits.parse::<u32>().is_ok_and(|minutes| minutes < 60);
    let closes = glued.is_empty() || glued.eq_ignore_ascii_case("am") || glued.eq_ignore_ascii_case("pm");
    // A second colon makes a time with seconds, or a count of hours run.
    let seconds = phrase.text(at + 3) == ":" && phrase.is_joined(at + 3) && phrase.is_joined(at + 4);
    let after = if glued.is_empty() { half_of_day(phrase, at + 3).unwrap_or(at + 3) } else { at + 3 };
    (in_range && closes && !seconds).then(|| with_zone(phrase, after))
}

/// "am", "a.m.", "PM": the position after it.
fn half_of_day(phrase: &Phrase, at: usize) -> Option<usize> {
    if phrase.is_any(at, &["am", "pm"]) {
        return Some(at + 1);
    }
    let has_point = phrase.text(at + 1) == "." && phrase.is_joined(at + 1) && at + 2 < phrase.len();
    phrase.is_any(at, &["a.m", "p.m"]).then_some(if has_point { at + 2 } else { at + 1 })
}

fn with_zone(phrase: &Phrase, at: usize) -> usize {
    const ZONES: &[&str] = &[
        "GMT", "UTC", "BST", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "CET", "CEST", "JST", "IST",
        "AEST",
    ];
    if ZONES.contains(&phrase.text(at)) { at + 1 } else { at }
}
