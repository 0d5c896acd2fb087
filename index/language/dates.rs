//! Dates and periods as people write them, in a story, a question or a claim, resolved against the day of publication.
//! What is told from that day ("last month", "on Tuesday") has no period without it; nothing is guessed.

use std::fmt;
use std::ops::Range;

use jiff::civil::Date;

use crate::document::Token;
use crate::language::phrase::Phrase;
use crate::language::words;
use crate::span::{Source, Span};

mod absolute;
pub mod calendar;
mod clock;
mod dateline;
mod day;
mod direction;
mod moment;
mod relative;

pub use dateline::parse_day;

use absolute::Found;
use moment::{Direction, Moment};

/// A day, month, year, decade or any other run of days, both ends included.
///
/// It prints as ISO 8601 at the coarsest unit that fits its ends: `2010-10-30`, `2010-10`, `2010`, `1990s`,
/// `2010-09/2010-10`, `2010-09-20/2010-09-26`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Period {
    /// From the beginning of the earlier to the end of the later one.
    pub fn cover(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// Whether every day of `other` is one of its days.
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    fn is_whole_months(self) -> bool {
        self.first.day() == 1 && self.last == self.last.last_of_month()
    }

    fn is_whole_years(self) -> bool {
        self.is_whole_months() && self.first.month() == 1 && self.last.month() == 12
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { first, last } = *self;
        let (first_year, last_year) = (first.year(), last.year());
        let (first_month, last_month) = (first.month(), last.month());
        if self.is_whole_years() {
            let is_decade = first_year % 10 == 0 && last_year == first_year + 9;
            return match last_year {
                _ if is_decade => write!(f, "{first_year:04}s"),
                same if same == first_year => write!(f, "{first_year:04}"),
                _ => write!(f, "{first_year:04}/{last_year:04}"),
            };
        }
        if self.is_whole_months() {
            write!(f, "{first_year:04}-{first_month:02}")?;
            let one_month = (first_year, first_month) == (last_year, last_month);
            return if one_month { Ok(()) } else { write!(f, "/{last_year:04}-{last_month:02}") };
        }
        if first == last { write!(f, "{first}") } else { write!(f, "{first}/{last}") }
    }
}

/// How what is told lies to the time named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// In, on, at or during it.
    In,
    /// From it on, up to the day of publication: "since 2005".
    Since,
    /// At some time up to its end: "by 2015", "until Friday".
    By,
    /// Before it.
    Before,
    /// After it.
    After,
}

/// An expression of time at one place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeExpression {
    /// Its words, with the preposition where that changes the meaning ("since 2005", "during the 1990s").
    pub span: Span,
    /// The tokens of `span`, as positions in the slice searched.
    pub tokens: Range<usize>,
    /// The days of the time named; from it to the day of publication for [`Relation::Since`].
    pub period: Option<Period>,
    /// How what is told lies to it.
    pub relation: Relation,
}

/// The expressions of time of some tokens of a source, in order, none overlapping another.
///
/// A weekday, month or day without its year is the nearest one up to `published`, that day included, or the nearest
/// to come where the clause looks ahead ("will", "is to") or says "next"; where no verb tells,
/// only weekdays are placed. "Last week" is the calendar's, Monday to Sunday; "the past decade" the ten years up to that of `published`; "early", "mid" and "late" the thirds of a
/// month, year or decade. Seasons without a year, hedged distances ("about two years ago") and times of day have no
/// period, and without `published` nothing relative has.
pub fn find(source: &Source, tokens: &[Token], published: Option<Date>) -> Vec<TimeExpression> {
    let phrase = Phrase::new(source, tokens);
    let (mut found, mut at, mut taken) = (Vec::new(), 0, 0);
    while at < phrase.len() {
        match expression_at(&phrase, at, taken, published) {
            Some(expression) => {
                at = expression.tokens.end.max(at + 1);
                taken = at;
                found.push(expression);
            }
            None => at += 1,
        }
    }
    found
}

/// The expressions of time of a text that stands by itself: a question, a claim.
pub fn find_in_text(source: &Source, published: Option<Date>) -> Vec<TimeExpression> {
    let whole = source.span(0..source.text().len());
    whole.map_or_else(|_| Vec::new(), |whole| find(source, &words::tokens(source, whole), published))
}

/// The expression whose time begins at `at`; its preposition may stand before, from `taken` on.
fn expression_at(phrase: &Phrase, at: usize, taken: usize, published: Option<Date>) -> Option<TimeExpression> {
    if !may_begin(phrase, at) {
        return None;
    }
    let (moment, after) = moment_at(phrase, at, published)?;
    let modifies_noun = phrase.is(at.wrapping_sub(1), "the") && phrase.is_word(after);
    let lead = lead(phrase, at, taken).filter(|_| !modifies_noun);
    let start = lead.map_or(at, |(start, _)| start);
    let since = lead.is_some_and(|(_, relation)| relation == Relation::Since);
    let direction = |end| match moment {
        _ if since => Some(Direction::Back),
        Moment::Month(_) | Moment::DaysOfMonth(..) | Moment::Weekday(_) | Moment::Weekend => {
            direction::of_clause(phrase, start, end)
        }
        Moment::Days(_) | Moment::Unplaced => Some(Direction::Back),
    };
    let (named, end) = match range_end(phrase, start, after, published) {
        Some((last, end)) => (between(moment, last, direction(end).unwrap_or(Direction::Back), published), end),
        None => (resolve_in_clause(moment, direction(after), published), after),
    };
    // "The September 11 attacks" may be of any year.
    let is_of_any_year = modifies_noun && end == after && matches!(moment, Moment::Month(_) | Moment::DaysOfMonth(..));
    let named = named.filter(|_| !is_of_any_year);
    let end = with_part_of_day(phrase, end);
    let relation = lead.map_or(Relation::In, |(_, relation)| relation);
    let period = match (relation, named, published) {
        (Relation::Since, Some(named), Some(published)) if named.first <= published => {
            Some(Period { last: published, ..named })
        }
        _ => named,
    };
    Some(TimeExpression { span: phrase.span(start..end)?, tokens: start..end, period, relation })
}

/// Where no verb tells which way the clause looks, a weekday is the last one, but a month may be of any year
/// ("the chances of winning in November").
fn resolve_in_clause(moment: Moment, direction: Option<Direction>, published: Option<Date>) -> Option<Period> {
    let is_far = matches!(moment, Moment::Month(_) | Moment::DaysOfMonth(..));
    let direction = direction.or_else(|| (!is_far).then_some(Direction::Back))?;
    moment::resolve(moment, direction, published)
}

/// Whether an expression of time can begin with the token: a look that passes over most words of a text.
fn may_begin(phrase: &Phrase, at: usize) -> bool {
    match phrase.text(at).as_bytes().first() {
        Some(b'a'..=b'z') => calendar::may_open_a_time(phrase.lower(at).as_str()),
        Some(first) => first.is_ascii_digit() || first.is_ascii_uppercase() || matches!(first, b'\'' | 0xE2),
        None => false,
    }
}

fn moment_at(phrase: &Phrase, at: usize, published: Option<Date>) -> Option<Found> {
    if let Some(after) = clock::time_of_day(phrase, at) {
        return Some(after_clock(phrase, after, published));
    }
    let found = absolute::moment(phrase, at).or_else(|| relative::moment(phrase, at, published));
    found.or_else(|| weekday(phrase, at))
}

/// "10am on Tuesday" is one expression, placed by its day.
fn after_clock(phrase: &Phrase, after: usize, published: Option<Date>) -> Found {
    let day_at = if phrase.is_any(after, &["on", ","]) { after + 1 } else { after };
    let day = absolute::moment(phrase, day_at).or_else(|| weekday(phrase, day_at));
    let day = day.or_else(|| relative::moment(phrase, day_at, published));
    day.unwrap_or((Moment::Unplaced, after))
}

/// Names that a weekday is part of: newspapers after it, days of history before it.
const AFTER_WEEKDAY: &[&str] =
    &["times", "telegraph", "mirror", "post", "herald", "express", "mail", "people", "world", "night"];

fn weekday(phrase: &Phrase, at: usize) -> Option<Found> {
    if !phrase.is_capitalised(at) {
        return None;
    }
    let name = phrase.lower(at);
    let weekday = calendar::weekday(name.as_str())?;
    let is_short = name.as_str().len() < 6;
    let has_point = is_short && phrase.text(at + 1) == "." && phrase.is_joined(at + 1);
    let in_a_name = phrase.is_capitalised(at + 1) && phrase.is_any(at + 1, AFTER_WEEKDAY);
    const NAMED_DAYS: &[&str] = &["black", "bloody", "super", "good", "ash", "palm", "easter", "cyber", "boxing"];
    let is_named_day =
        at.checked_sub(1).is_some_and(|before| phrase.is_capitalised(before) && phrase.is_any(before, NAMED_DAYS));
    if in_a_name || is_named_day || is_short && !has_point && !phrase.is(at.wrapping_sub(1), "on") {
        return None;
    }
    let after = if has_point { at + 2 } else { at + 1 };
    // "Tuesday, September 22" and "Tuesday 22 September" are placed by the date.
    let date_at = if phrase.text(after) == "," { after + 1 } else { after };
    let date = absolute::moment(phrase, date_at);
    let dated = date
        .filter(|(moment, end)| matches!(moment, Moment::DaysOfMonth(..)) || is_one_day(*moment) && *end > date_at + 1);
    Some(dated.unwrap_or((Moment::Weekday(weekday), after)))
}

fn is_one_day(moment: Moment) -> bool {
    matches!(moment, Moment::Days(period) if period.first == period.last)
}

/// The preposition before a time that changes its meaning, from `taken` on.
fn lead(phrase: &Phrase, at: usize, taken: usize) -> Option<(usize, Relation)> {
    let before = at.checked_sub(1).filter(|before| *before >= taken)?;
    let article = phrase.is_any(before, &["the", "a", "an"]);
    let before = if article { before.checked_sub(1).filter(|before| *before >= taken)? } else { before };
    let relation = match phrase.lower(before).as_str() {
        "since" => Relation::Since,
        "by" | "until" | "till" => Relation::By,
        "before" => Relation::Before,
        "after" => Relation::After,
        "during" | "throughout" | "from" | "between" => Relation::In,
        _ => return None,
    };
    Some((before, relation))
}

/// The moment that closes a range: "March to June 2009", "between 2005 and 2010", "from Monday until Friday".
fn range_end(phrase: &Phrase, start: usize, joint: usize, published: Option<Date>) -> Option<Found> {
    let joins = match phrase.lower(joint).as_str() {
        "to" | "until" | "till" | "through" => true,
        "and" => phrase.is(start, "between"),
        _ => phrase.is_dash(joint) && phrase.text(joint) != "—",
    };
    let is_time = joins && may_begin(phrase, joint + 1);
    is_time.then(|| moment_at(phrase, joint + 1, published)).flatten()
}

fn between(first: Moment, last: Moment, direction: Direction, published: Option<Date>) -> Option<Period> {
    let last_period = moment::resolve(last, direction, published)?;
    let first_period = moment::with_year_of(first, Moment::Days(last_period))
        .or_else(|| moment::resolve(first, direction, published))?;
    (first_period.first <= last_period.last).then(|| first_period.cover(last_period))
}

/// "Thursday night", "on 3 May in the morning" stay one expression.
fn with_part_of_day(phrase: &Phrase, end: usize) -> usize {
    const PARTS: &[&str] = &["morning", "afternoon", "evening", "night", "lunchtime"];
    let names_a_year = phrase.text(end.wrapping_sub(1)).starts_with(|first: char| first.is_ascii_digit());
    if phrase.is_any(end, PARTS) && !names_a_year { end + 1 } else { end }
}

#[cfg(test)]
mod tests;
