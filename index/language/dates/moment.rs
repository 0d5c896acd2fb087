//! What an expression of time names before it is resolved, and how the day of publication resolves it.
//! Convention of news: a weekday, month or day without its year is the nearest one in the past, the day of
//! publication included, or the nearest one to come where the clause looks ahead ("will", "next", "is to").

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Period, calendar};

/// What an expression names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Moment {
    /// Known days.
    Days(Period),
    /// A month without its year.
    Month(i8),
    /// A run of days of one month, without the year: first and last day.
    DaysOfMonth(i8, i8, i8),
    /// A day of the week.
    Weekday(Weekday),
    /// "This weekend".
    Weekend,
    /// A time that the story's words don't place: "last summer", "10am", "yesterday" without a day of publication.
    Unplaced,
}

/// Which way a moment without its year or date lies from the day of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    /// Today or before.
    Back,
    /// Before today: "last".
    StrictlyBack,
    /// Today or after.
    Ahead,
    /// After today: "next".
    StrictlyAhead,
}

impl Direction {
    fn is_back(self) -> bool {
        matches!(self, Self::Back | Self::StrictlyBack)
    }

    fn is_strict(self) -> bool {
        matches!(self, Self::StrictlyBack | Self::StrictlyAhead)
    }
}

/// The days that a moment means; `None` where they can't be known.
pub(super) fn resolve(moment: Moment, direction: Direction, published: Option<Date>) -> Option<Period> {
    match moment {
        Moment::Days(period) => Some(period),
        Moment::Month(month) => nearest_month(month, direction, published?),
        Moment::DaysOfMonth(month, first, last) => nearest_days(month, (first, last), direction, published?),
        Moment::Weekday(weekday) => nearest_weekday(weekday, direction, published?),
        Moment::Weekend => nearest_weekend(direction, published?),
        Moment::Unplaced => None,
    }
}

/// The same moment with the year that another one beside it gives: "March" of "March to June 2009".
pub(super) fn with_year_of(moment: Moment, later: Moment) -> Option<Period> {
    let Moment::Days(later) = later else { return None };
    let candidate = |year: i16| match moment {
        Moment::Days(period) => Some(period),
        Moment::Month(month) => calendar::whole_month(year, month),
        Moment::DaysOfMonth(month, first, last) => days_of_month(year, month, (first, last)),
        Moment::Weekday(_) | Moment::Weekend | Moment::Unplaced => None,
    };
    let year = later.last.year();
    candidate(year).filter(|period| period.first <= later.last).or_else(|| candidate(year.checked_sub(1)?))
}

fn days_of_month(year: i16, month: i8, (first, last): (i8, i8)) -> Option<Period> {
    let period = Period { first: Date::new(year, month, first).ok()?, last: Date::new(year, month, last).ok()? };
    (period.first <= period.last).then_some(period)
}

fn nearest_month(month: i8, direction: Direction, published: Date) -> Option<Period> {
    let is_current = month == published.month();
    let later_in_year = month > published.month();
    let year = match (direction.is_back(), is_current && direction.is_strict()) {
        (true, true) => published.year().checked_sub(1)?,
        (false, true) => published.year().checked_add(1)?,
        (true, false) if later_in_year => published.year().checked_sub(1)?,
        (false, false) if !later_in_year && !is_current => published.year().checked_add(1)?,
        _ => published.year(),
    };
    calendar::whole_month(year, month)
}

fn nearest_days(month: i8, days: (i8, i8), direction: Direction, published: Date) -> Option<Period> {
    let this_year = days_of_month(published.year(), month, days);
    let fits = |period: &Period| match direction {
        Direction::Back => period.first <= published,
        Direction::StrictlyBack => period.first < published,
        Direction::Ahead => period.last >= published,
        Direction::StrictlyAhead => period.last > published,
    };
    let other_year = published.year().checked_add(if direction.is_back() { -1 } else { 1 })?;
    this_year.filter(fits).or_else(|| days_of_month(other_year, month, days))
}

fn nearest_weekday(weekday: Weekday, direction: Direction, published: Date) -> Option<Period> {
    let back = i64::from(weekday.until(published.weekday()));
    let ahead = i64::from(published.weekday().until(weekday));
    let days = match direction {
        Direction::Back => -back,
        Direction::StrictlyBack if back == 0 => -7,
        Direction::StrictlyBack => -back,
        Direction::Ahead => ahead,
        Direction::StrictlyAhead if ahead == 0 => 7,
        Direction::StrictlyAhead => ahead,
    };
    one_day(published.checked_add(days.days()).ok()?)
}

/// Saturday and Sunday: those of today, else the last or the next ones.
fn nearest_weekend(direction: Direction, published: Date) -> Option<Period> {
    let is_now = matches!(published.weekday(), Weekday::Saturday | Weekday::Sunday);
    let direction = if is_now { Direction::Back } else { direction };
    let saturday = nearest_weekday(Weekday::Saturday, direction, published)?.first;
    Some(Period { first: saturday, last: saturday.checked_add(1.days()).ok()? })
}

/// A period of one day.
pub(super) fn one_day(date: Date) -> Option<Period> {
    Some(Period { first: date, last: date })
}
