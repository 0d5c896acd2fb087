//! Times that name themselves at one place of a phrase: days, months, years, decades, centuries, quarters, seasons,
//! and the early, middle or late part of one.

use super::moment::Moment;
use super::{Period, calendar, day};
use crate::document::TokenKind;
use crate::language::numbers;
use crate::language::phrase::Phrase;

/// A moment and the position after its words.
pub(super) type Found = (Moment, usize);

/// The moment that begins at `at`.
pub(super) fn moment(phrase: &Phrase, at: usize) -> Option<Found> {
    match phrase.kind(at)? {
        TokenKind::Number => numeric(phrase, at),
        TokenKind::Mark => short_decade(phrase, at),
        TokenKind::Word => named(phrase, at),
    }
}

fn numeric(phrase: &Phrase, at: usize) -> Option<Found> {
    if let Some((period, taken)) = day::full_day(phrase, at) {
        return Some((Moment::Days(period), taken.end));
    }
    days_before_month(phrase, at)
        .or_else(|| century(phrase, at))
        .or_else(|| year_range(phrase, at))
        .or_else(|| decade(phrase, at))
        .or_else(|| year(phrase, at))
}

fn named(phrase: &Phrase, at: usize) -> Option<Found> {
    let word = phrase.lower(at);
    match word.as_str() {
        "the" => named_after_article(phrase, at + 1),
        "early" | "mid" | "late" | "beginning" | "start" | "end" | "middle" => part(phrase, at),
        "spring" | "summer" | "autumn" | "winter" => season(phrase, at),
        "first" | "second" | "third" | "fourth" => part_of_year(phrase, at).or_else(|| century(phrase, at)),
        "q1" | "q2" | "q3" | "q4" => short_quarter(phrase, at),
        _ if calendar::month(word.as_str()).is_some() => from_month(phrase, at),
        _ if word.as_str().ends_with("th") || word.as_str().starts_with("twent") => century(phrase, at),
        _ => None,
    }
}

/// "the 1990s", "the third quarter of 2010", "the end of 2010", "the 30th of October 2010", "the summer of 2010".
fn named_after_article(phrase: &Phrase, at: usize) -> Option<Found> {
    if let Some(found) = decade(phrase, at).or_else(|| short_decade(phrase, at)).or_else(|| century(phrase, at)) {
        return Some(found);
    }
    let word = phrase.lower(at);
    match word.as_str() {
        "early" | "mid" | "late" | "beginning" | "start" | "end" | "middle" => part(phrase, at),
        "spring" | "summer" | "autumn" | "winter" => season(phrase, at),
        "first" | "second" | "third" | "fourth" => part_of_year(phrase, at),
        _ if day::day_of_month(phrase, at).is_some() && phrase.is(at + 1, "of") => numeric(phrase, at),
        _ => None,
    }
}

/// "14 September", "3-5 June 2009".
fn days_before_month(phrase: &Phrase, at: usize) -> Option<Found> {
    let first = day::day_of_month(phrase, at)?;
    let is_range = phrase.is_dash(at + 1) || phrase.is_any(at + 1, &["and", "to"]);
    let last_at = if is_range { at + 2 } else { at };
    let written = day::day_and_month(phrase, last_at)?;
    let of_month = Moment::DaysOfMonth(written.month, first, written.day);
    Some(with_year(phrase, of_month, written.after))
}

/// "October 2010", "October 30", "October 30-31, 2010", "October".
fn from_month(phrase: &Phrase, at: usize) -> Option<Found> {
    let (month, after) = day::month(phrase, at)?;
    let number_at = if phrase.is(after, "the") { after + 1 } else { after };
    if let Some(first) = day::day_of_month(phrase, number_at) {
        let last = day::day_of_month(phrase, number_at + 2).filter(|_| phrase.is_dash(number_at + 1));
        let end = if last.is_some() { number_at + 3 } else { number_at + 1 };
        return Some(with_year(phrase, Moment::DaysOfMonth(month, first, last.unwrap_or(first)), end));
    }
    let (moment, end) = with_year(phrase, Moment::Month(month), after);
    let has_year = end > after;
    (has_year || is_surely_a_month(phrase, at, month)).then_some((moment, end))
}

/// The moment with the year that follows it, if one does.
fn with_year(phrase: &Phrase, moment: Moment, after: usize) -> Found {
    let year_at = if phrase.text(after) == "," || phrase.is(after, "of") { after + 1 } else { after };
    let Some(year) = day::year(phrase, year_at).filter(|_| !is_count(phrase, year_at)) else { return (moment, after) };
    let period = match moment {
        Moment::Month(month) => calendar::whole_month(year, month),
        Moment::DaysOfMonth(month, first, last) => {
            calendar::day(year, month, first).and_then(|first| Some(first.cover(calendar::day(year, month, last)?)))
        }
        Moment::Days(_) | Moment::Weekday(_) | Moment::Weekend | Moment::Unplaced => None,
    };
    period.map_or((moment, after), |period| (Moment::Days(period), year_at + 1))
}

/// Whether "2000" counts something: "March 2000 people".
fn is_count(phrase: &Phrase, year: usize) -> bool {
    numbers::is_plural(phrase.lower(year + 1).as_str())
}

/// Words that a month follows without a number. ("May" and "March" are verbs too, "April" and "June" people.)
const BEFORE_MONTH: &[&str] = &[
    "in",
    "last",
    "next",
    "this",
    "since",
    "until",
    "till",
    "by",
    "early",
    "mid",
    "late",
    "during",
    "from",
    "through",
    "of",
    "before",
    "after",
    "to",
    "between",
    "until",
    "each",
    "every",
    "previous",
    "following",
];

fn is_surely_a_month(phrase: &Phrase, at: usize, month: i8) -> bool {
    let before = at.checked_sub(1);
    let is_led = before.is_some_and(|before| phrase.is_any(before, BEFORE_MONTH) || phrase.is_hyphen(before));
    let before_name = phrase.is_capitalised(at + 1) && !phrase.is_joined(at + 1);
    let is_ambiguous = matches!(month, 3 | 4 | 5 | 6 | 8) || phrase.text(at).len() == 3;
    let follows_name = before.is_some_and(|before| phrase.is_capitalised(before) && before > 0);
    is_led || !is_ambiguous && !before_name && !follows_name
}

/// "2010" where it names a year: beside a word of time, or within the years that news speaks of and counting nothing.
fn year(phrase: &Phrase, at: usize) -> Option<Found> {
    let year = day::year(phrase, at)?;
    let glued = |mark: usize| {
        phrase.is_joined(mark)
            && !matches!(phrase.text(mark), "." | "," | ")" | ";" | ":" | "'" | "’" | "?" | "!" | "\"" | "”" | "]")
    };
    let led_by_mark =
        phrase.is_joined(at) && !matches!(phrase.before(at), "(" | "\"" | "“" | "'" | "‘") && !is_mid(phrase, at);
    if glued(at + 1) && !phrase.is_dash(at + 1) || led_by_mark {
        return None;
    }
    const OF_TIME: &[&str] = &[
        "in", "since", "until", "till", "by", "during", "year", "early", "mid", "late", "from", "before", "after",
        "through", "of",
    ];
    let is_led = at.checked_sub(1).is_some_and(|before| phrase.is_any(before, OF_TIME)) || is_mid(phrase, at);
    let is_recent = (1800..=2059).contains(&year);
    let counts = is_count(phrase, at) || counts_plural(phrase, at + 1) || measures(phrase, at);
    let is_year = if is_led {
        !counts || is_recent && !measures(phrase, at) && !is_count(phrase, at)
    } else {
        is_recent && !counts && stands_as_year(phrase, at)
    };
    let period = calendar::whole_years(year, year)?;
    is_year.then_some((Moment::Days(period), at + 1))
}

fn is_mid(phrase: &Phrase, at: usize) -> bool {
    at >= 2 && phrase.is_hyphen(at - 1) && phrase.is_any(at - 2, &["mid", "pre", "post", "early", "late", "since"])
}

fn counts_plural(phrase: &Phrase, at: usize) -> bool {
    let word = phrase.lower(at);
    let word = word.as_str();
    let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
    plural && phrase.is_word(at) && !phrase.is_capitalised(at)
}

fn measures(phrase: &Phrase, at: usize) -> bool {
    let of_money = phrase.before(at).chars().any(|mark| matches!(mark, '$' | '£' | '€' | '¥'));
    of_money
        || phrase.text(at + 1) == "%"
        || phrase.is_any(at + 1, &["percent", "per", "km", "m", "ft", "kg", "million", "billion"])
}

/// Without a word of time before it a year stands in brackets, before a noun ("the 2010 election"), or closes a clause.
fn stands_as_year(phrase: &Phrase, at: usize) -> bool {
    let before = phrase.lower(at.wrapping_sub(1));
    let word = before.as_str();
    let determined = matches!(
        word,
        "the"
            | "a"
            | "an"
            | "its"
            | "their"
            | "his"
            | "her"
            | "this"
            | "that"
            | "("
            | "s"
            | "and"
            | "to"
            | "or"
            | ","
            | "both"
            | "than"
            | ""
    ) || word.ends_with("'s")
        || word.ends_with("’s")
        || calendar::is_season(word);
    let label = phrase.is_word(at.wrapping_sub(1)) && phrase.is_capitalised(at.wrapping_sub(1)) && at > 1;
    // "his contentious 2008 battle": an adjective before a year that describes one thing.
    let describes = phrase.is_word(at.wrapping_sub(1)) && phrase.is_word(at + 1) && !before.as_str().ends_with("ed");
    determined || !label && (describes || phrase.kind(at + 1).is_none_or(|kind| kind == TokenKind::Mark))
}

/// "2005-2010", "2005–06", "2010-10" (a month, unless it closes a run of years: "2009-10").
fn year_range(phrase: &Phrase, at: usize) -> Option<Found> {
    let first = day::year(phrase, at).filter(|_| phrase.is_hyphen(at + 1) && !phrase.is_hyphen(at + 3))?;
    if let Some(last) = day::year(phrase, at + 2) {
        return Some((Moment::Days(calendar::whole_years(first, last)?), at + 3));
    }
    let short = phrase.digits(at + 2).filter(|_| phrase.text(at + 2).len() == 2)? as i16;
    let in_century = first - first % 100 + short;
    if in_century > first {
        return Some((Moment::Days(calendar::whole_years(first, in_century)?), at + 3));
    }
    Some((Moment::Days(calendar::whole_month(first, i8::try_from(short).ok()?)?), at + 3))
}

/// "1990s".
fn decade(phrase: &Phrase, at: usize) -> Option<Found> {
    let year = phrase.text(at).strip_suffix('s').filter(|year| year.len() == 4 && year.ends_with('0'))?;
    let year: i16 = year.parse().ok()?;
    let period =
        if year % 100 == 0 && year < 2000 { calendar::whole_years(year, year + 99) } else { calendar::decade(year) }?;
    (1000..=2090).contains(&year).then_some((Moment::Days(period), at + 1))
}

/// "'90s" with its apostrophe; the fifties to the nineties of the last century.
fn short_decade(phrase: &Phrase, at: usize) -> Option<Found> {
    let is_apostrophe = matches!(phrase.text(at), "'" | "’" | "‘") && phrase.is_joined(at + 1);
    let decade = phrase.text(at + 1).strip_suffix('s').filter(|_| is_apostrophe)?;
    let year = match decade {
        "50" => 1950,
        "60" => 1960,
        "70" => 1970,
        "80" => 1980,
        "90" => 1990,
        _ => return None,
    };
    Some((Moment::Days(calendar::decade(year)?), at + 2))
}

/// "21st century", "nineteenth century".
fn century(phrase: &Phrase, at: usize) -> Option<Found> {
    let quantity = numbers::ordinal_at(phrase, at)?;
    let (number, after) = quantity;
    let is_century = phrase.is(after, "century") || phrase.is_hyphen(after) && phrase.is(after + 1, "century");
    let number = i16::try_from(number).ok().filter(|number| is_century && (2..=21).contains(number))?;
    let end = if phrase.is(after, "century") { after + 1 } else { after + 2 };
    Some((Moment::Days(calendar::whole_years((number - 1) * 100 + 1, number * 100)?), end))
}

/// "third quarter of 2010", "first half of 2010"; unplaced without the year.
fn part_of_year(phrase: &Phrase, at: usize) -> Option<Found> {
    let (number, after) = numbers::ordinal_at(phrase, at)?;
    let months = match phrase.lower(after).as_str() {
        "quarter" if number <= 4 => 3,
        "half" if number <= 2 => 6,
        _ => return None,
    };
    let year_at = if phrase.is(after + 1, "of") { after + 2 } else { after + 1 };
    let part = i8::try_from(number).ok()?;
    match day::year(phrase, year_at) {
        Some(year) => Some((Moment::Days(months_of_year(year, months * (part - 1) + 1, months)?), year_at + 1)),
        None if months == 3 => Some((Moment::Unplaced, after + 1)),
        None => None,
    }
}

fn short_quarter(phrase: &Phrase, at: usize) -> Option<Found> {
    let quarter: i8 = phrase.text(at).get(1..)?.parse().ok()?;
    let Some(year) = day::year(phrase, at + 1) else { return Some((Moment::Unplaced, at + 1)) };
    Some((Moment::Days(months_of_year(year, quarter * 3 - 2, 3)?), at + 2))
}

fn months_of_year(year: i16, first: i8, months: i8) -> Option<Period> {
    Some(calendar::whole_month(year, first)?.cover(calendar::whole_month(year, first + months - 1)?))
}

/// "summer 2010", "the summer of 2010": the year, since the season's days depend on the hemisphere.
fn season(phrase: &Phrase, at: usize) -> Option<Found> {
    let year_at = if phrase.is(at + 1, "of") { at + 2 } else { at + 1 };
    let year = day::year(phrase, year_at)?;
    Some((Moment::Days(calendar::whole_years(year, year)?), year_at + 1))
}

/// "early 2012", "mid-1990s", "the end of October 2010": the first, middle or last third of what follows.
fn part(phrase: &Phrase, at: usize) -> Option<Found> {
    let third = match phrase.lower(at).as_str() {
        "early" | "beginning" | "start" => 0,
        "mid" | "middle" => 1,
        _ => 2,
    };
    let needs_of = phrase.is_any(at, &["beginning", "start", "end", "middle"]);
    let inner_at = match phrase.text(at + 1) {
        "of" => at + 2,
        "in" if !needs_of => at + 2,
        _ if needs_of => return None,
        _ if phrase.is_hyphen(at + 1) => at + 2,
        _ => at + 1,
    };
    let (moment, after) = if phrase.is(at + 1, "mid") { return None } else { self::moment(phrase, inner_at)? };
    let moment = match moment {
        Moment::Days(period) => third_of(period, third).map_or(moment, Moment::Days),
        Moment::Month(month) => [(1, 10), (11, 20), (21, last_day(month))]
            .get(third)
            .map_or(moment, |(first, last)| Moment::DaysOfMonth(month, *first, *last)),
        Moment::DaysOfMonth(..) | Moment::Weekday(_) | Moment::Weekend => return None,
        Moment::Unplaced => moment,
    };
    Some((moment, after))
}

/// A third of a month, year or decade; anything else has none.
fn third_of(period: Period, third: usize) -> Option<Period> {
    let (year, month) = (period.first.year(), period.first.month());
    if Some(period) == calendar::whole_month(year, month) {
        let (first, last) = *[(1, 10), (11, 20), (21, period.last.day())].get(third)?;
        return Some(calendar::day(year, month, first)?.cover(calendar::day(year, month, last)?));
    }
    if Some(period) == calendar::whole_years(year, year) {
        return months_of_year(year, *[1, 5, 9].get(third)?, 4);
    }
    if Some(period) == calendar::decade(year) {
        let (first, last) = *[(0, 3), (4, 6), (7, 9)].get(third)?;
        return calendar::whole_years(year + first, year + last);
    }
    None
}

/// The last day of a month in every year.
fn last_day(month: i8) -> i8 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
