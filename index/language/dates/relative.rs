//! Times that are told from the day of publication: "yesterday", "last month", "two weeks ago", "the past decade".
//! Weeks run from Monday to Sunday (ISO 8601); "the past decade" is the ten years up to that of publication.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::absolute::Found;
use super::moment::{Direction, Moment, one_day, resolve};
use super::{Period, calendar};
use crate::language::numbers;
use crate::language::phrase::{Lower, Phrase};

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CalendarUnit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// The moment told from `published` that begins at `at`.
pub(super) fn moment(phrase: &Phrase, at: usize, published: Option<Date>) -> Option<Found> {
    let word = phrase.lower(at);
    match word.as_str() {
        "yesterday" => Some((away(published, -1), at + 1)),
        "tomorrow" => Some((away(published, 1), at + 1)),
        "today" | "tonight" => Some((away(published, 0), at + 1)),
        "last" | "previous" | "past" => shifted(phrase, at, -1, published),
        "this" => shifted(phrase, at, 0, published),
        "next" | "coming" => shifted(phrase, at, 1, published),
        "the" | "much" | "most" => stretch(phrase, at, published),
        _ => ago(phrase, at, published),
    }
}

fn away(published: Option<Date>, days: i64) -> Moment {
    let date = published.and_then(|date| date.checked_add(days.days()).ok());
    date.and_then(one_day).map_or(Moment::Unplaced, Moment::Days)
}

fn placed(period: Option<Period>) -> Moment {
    period.map_or(Moment::Unplaced, Moment::Days)
}

fn unit(word: &str) -> Option<CalendarUnit> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "day" => CalendarUnit::Day,
        "week" => CalendarUnit::Week,
        "month" => CalendarUnit::Month,
        "quarter" => CalendarUnit::Quarter,
        "year" => CalendarUnit::Year,
        "decade" => CalendarUnit::Decade,
        "century" | "centurie" => CalendarUnit::Century,
        _ => return None,
    })
}

/// "last month", "this year", "next Tuesday", "last October", "last night", "this weekend", "last summer".
fn shifted(phrase: &Phrase, at: usize, steps: i32, published: Option<Date>) -> Option<Found> {
    let word = phrase.lower(at + 1);
    let word = word.as_str();
    let after = at + 2;
    let direction = [Direction::StrictlyBack, Direction::Back, Direction::StrictlyAhead][(steps + 1) as usize];
    // The "last day" of a thing is no day before publication, and "this day" is any.
    if let Some(unit) = unit(word).filter(|unit| *unit != CalendarUnit::Day && !word.ends_with('s')) {
        return Some((placed(published.and_then(|date| calendar_unit(date, unit, steps))), after));
    }
    match word {
        "night" | "evening" | "morning" | "afternoon" if steps <= 0 => Some((away(published, i64::from(steps)), after)),
        "weekend" if steps == 0 => Some((Moment::Weekend, after)),
        "weekend" => Some((placed(published.and_then(|date| weekend(date, steps))), after)),
        _ if calendar::is_season(word) => Some((Moment::Unplaced, after)),
        _ => {
            let moment =
                calendar::weekday(word).map(Moment::Weekday).or_else(|| calendar::month(word).map(Moment::Month));
            let moment = moment.filter(|_| phrase.is_capitalised(at + 1))?;
            Some(match moment {
                // "this March" and "this Tuesday" may lie on either side of today: the year or week tells.
                Moment::Month(month) if steps == 0 => {
                    (placed(published.and_then(|date| calendar::whole_month(date.year(), month))), after)
                }
                Moment::Weekday(_) if steps == 0 => (moment, after),
                _ => (placed(resolve(moment, direction, published)), after),
            })
        }
    }
}

/// The unit `steps` away from the one that holds the day.
fn calendar_unit(date: Date, unit: CalendarUnit, steps: i32) -> Option<Period> {
    let year = date.year();
    let years = i16::try_from(steps).ok()?;
    match unit {
        CalendarUnit::Day => one_day(date.checked_add(i64::from(steps).days()).ok()?),
        CalendarUnit::Week => {
            let monday = date.checked_sub(i64::from(Weekday::Monday.until(date.weekday())).days()).ok()?;
            let first = monday.checked_add(i64::from(steps).weeks()).ok()?;
            Some(Period { first, last: first.checked_add(6.days()).ok()? })
        }
        CalendarUnit::Month => {
            let moved = date.first_of_month().checked_add(i64::from(steps).months()).ok()?;
            calendar::whole_month(moved.year(), moved.month())
        }
        CalendarUnit::Quarter => {
            let first_month = (date.month() - 1) / 3 * 3 + 1;
            let moved = Date::new(year, first_month, 1).ok()?.checked_add((i64::from(steps) * 3).months()).ok()?;
            let last = moved.checked_add(2.months()).ok()?.last_of_month();
            Some(Period { first: moved, last })
        }
        CalendarUnit::Year => calendar::whole_years(year.checked_add(years)?, year.checked_add(years)?),
        CalendarUnit::Decade if steps == 0 => calendar::decade(year - year % 10),
        CalendarUnit::Century => {
            let first = (year - 1) / 100 * 100 + 1 + years.checked_mul(100)?;
            calendar::whole_years(first, first.checked_add(99)?)
        }
        // "last decade" is the ten years past to some and the calendar's to others.
        CalendarUnit::Decade => None,
    }
}

/// "last weekend" is the one before the week's, "next weekend" the week's until it has begun.
fn weekend(date: Date, steps: i32) -> Option<Period> {
    let week = calendar_unit(date, CalendarUnit::Week, 0)?;
    let saturday = week.first.checked_add(5.days()).ok()?;
    let begun = date >= saturday;
    let back = match steps {
        -1 => -1,
        _ => i64::from(begun),
    };
    let first = saturday.checked_add(back.weeks()).ok()?;
    Some(Period { first, last: first.checked_add(1.days()).ok()? })
}

/// "the past decade", "much of the past year", "the last two weeks".
fn stretch(phrase: &Phrase, at: usize, published: Option<Date>) -> Option<Found> {
    let article = if phrase.is(at + 1, "of") && !phrase.is(at, "the") { at + 2 } else { at };
    if !phrase.is(article, "the") || !phrase.is_any(article + 1, &["past", "last", "previous"]) {
        return None;
    }
    let counted = numbers::whole_at(phrase, article + 2);
    let (number, unit_at) = counted.unwrap_or((1, article + 2));
    let word = phrase.lower(unit_at);
    let unit = unit(word.as_str())?;
    let is_several = word.as_str().ends_with('s') && counted.is_none();
    let last_of_something = unit == CalendarUnit::Day || phrase.is(unit_at + 1, "of");
    if is_several || last_of_something && counted.is_none() {
        return None;
    }
    Some((placed(published.and_then(|date| past_units(date, unit, number))), unit_at + 1))
}

/// The last `number` units up to the day, at the unit's own grain.
fn past_units(date: Date, unit: CalendarUnit, number: i32) -> Option<Period> {
    let past = |unit, number: i32| Some(calendar_unit(date, unit, -number)?.cover(calendar_unit(date, unit, 0)?));
    let up_to_today = |days: i64| Some(Period { first: date.checked_sub(days.days()).ok()?, last: date });
    match unit {
        CalendarUnit::Day => up_to_today(i64::from(number)),
        CalendarUnit::Week => up_to_today(i64::from(number) * 7),
        CalendarUnit::Month => past(CalendarUnit::Month, number),
        CalendarUnit::Quarter => past(CalendarUnit::Quarter, number),
        CalendarUnit::Year => past(CalendarUnit::Year, number),
        CalendarUnit::Decade => past(CalendarUnit::Year, number.checked_mul(10)?),
        CalendarUnit::Century => past(CalendarUnit::Year, number.checked_mul(100)?),
    }
}

/// "two weeks ago", "a year ago". A hedged or doubtful number ("nearly two years ago") places nothing, nor do decades.
fn ago(phrase: &Phrase, at: usize, published: Option<Date>) -> Option<Found> {
    let (number, unit_at) = numbers::whole_at(phrase, at)?;
    let word: Lower = phrase.lower(unit_at);
    let unit = unit(word.as_str());
    let is_ago = phrase.is(unit_at + 1, "ago");
    let is_known = unit.is_some() || matches!(word.as_str(), "hour" | "hours" | "minute" | "minutes");
    if !is_ago || !is_known {
        return None;
    }
    const HEDGES: &[&str] = &["than", "over", "about", "around", "nearly", "almost", "some", "least", "roughly"];
    let hedged = at.checked_sub(1).is_some_and(|before| phrase.is_any(before, HEDGES));
    let is_fine = unit.filter(|unit| !hedged && !matches!(unit, CalendarUnit::Decade | CalendarUnit::Century));
    let period = is_fine.and_then(|unit| calendar_unit(published?, unit, -number));
    Some((placed(period), unit_at + 2))
}
