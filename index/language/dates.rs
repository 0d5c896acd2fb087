//! Dates and periods as people write them, resolved against the day of publication.

use std::fmt;

use jiff::civil::Date;

use crate::document::TokenKind;
use crate::language::phrase::Phrase;
use crate::language::words;
use crate::span::Source;

pub mod calendar;
mod day;

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

/// Words that may stand beside a day in a dateline without telling anything else.
const DATELINE_WORDS: &[&str] = &[
    "published",
    "updated",
    "posted",
    "modified",
    "last",
    "first",
    "date",
    "dated",
    "on",
    "at",
    "am",
    "pm",
    "a.m",
    "p.m",
    "gmt",
    "utc",
    "bst",
    "est",
    "edt",
    "cst",
    "cdt",
    "mst",
    "mdt",
    "pst",
    "pdt",
    "cet",
    "cest",
    "et",
    "pt",
    "z",
];

/// Reads a line that gives one day and nothing else but a weekday, a time of day and words such as "Published":
/// "Tuesday, September 22, 2015", "30 October 2010", "Updated: Oct. 30, 2010 at 10:30am GMT",
/// "2010-10-30T10:30:00Z". `None` for anything else, and for two different days. Days written in figures alone
/// are read only as ISO 8601 has them: "05/06/2010" is May in one country and June in another.
pub fn parse_day(text: &str) -> Option<Date> {
    const LONGEST_LINE: usize = 200;
    let source = Source::new(text).ok().filter(|_| text.len() <= LONGEST_LINE)?;
    let tokens = words::tokens(&source, source.span(0..text.len()).ok()?);
    let phrase = Phrase::new(&source, &tokens);
    let (mut found, mut at) = (None, 0);
    while at < phrase.len() {
        if let Some((period, taken)) = day::full_day(&phrase, at) {
            if found.is_some_and(|date| date != period.first) {
                return None;
            }
            found = Some(period.first);
            at = taken.end;
        } else if belongs_to_dateline(&phrase, at) {
            at += 1;
        } else {
            return None;
        }
    }
    found
}

fn belongs_to_dateline(phrase: &Phrase, at: usize) -> bool {
    let word = phrase.lower(at);
    match phrase.kind(at) {
        Some(TokenKind::Mark) => true,
        Some(TokenKind::Word) => calendar::weekday(word.as_str()).is_some() || DATELINE_WORDS.contains(&word.as_str()),
        Some(TokenKind::Number) => is_part_of_a_time(word.as_str()),
        None => false,
    }
}

/// "10", "30am", "00Z" of "10:30am" or "10:30:00Z", "1032", "00.000".
fn is_part_of_a_time(word: &str) -> bool {
    let digits = word.trim_end_matches(['a', 'p', 'm', 'z', 'h']);
    let short = !digits.is_empty() && digits.len() <= 6;
    short && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        parse_day(text).map(|date| date.to_string())
    }

    #[test]
    fn a_dateline_is_read_as_its_day() {
        let of_2015 = Some("2015-09-22".to_owned());
        for line in [
            "Tuesday, September 22, 2015",
            "22 September 2015",
            "Sept. 22, 2015",
            "22nd of September, 2015",
            "Published: 22 September 2015 at 10:30 GMT",
            "Updated 10:30am EDT, Tue Sept 22, 2015",
            "2015-09-22",
            "2015-09-22T10:30:00Z",
            "2015-09-22T10:30:00+02:00",
            "Published 22 September 2015 | Updated 22 September 2015",
            "– SEPTEMBER 22ND, 2015 –",
        ] {
            assert_eq!(day(line), of_2015, "{line}");
        }
    }

    #[test]
    fn a_line_that_gives_more_or_less_than_one_day_is_no_dateline() {
        for line in [
            "",
            "September 2015",
            "September 22",
            "Tuesday",
            "05/06/2010",
            "31 February 2015",
            "22 September 2015, updated 23 September 2015",
            "On 22 September 2015 the ministers met",
            "He may 2 2010",
            "Page 22, 2015",
        ] {
            assert_eq!(day(line), None, "{line}");
        }
    }

    #[test]
    fn a_period_prints_as_iso_at_the_unit_that_fits() {
        let print = |first: &str, last: &str| {
            let (first, last) = (first.parse().unwrap(), last.parse().unwrap());
            Period { first, last }.to_string()
        };
        assert_eq!(print("2010-10-30", "2010-10-30"), "2010-10-30");
        assert_eq!(print("2010-10-01", "2010-10-31"), "2010-10");
        assert_eq!(print("2010-01-01", "2010-12-31"), "2010");
        assert_eq!(print("1990-01-01", "1999-12-31"), "1990s");
        assert_eq!(print("1991-01-01", "2000-12-31"), "1991/2000");
        assert_eq!(print("2010-09-01", "2010-10-31"), "2010-09/2010-10");
        assert_eq!(print("2010-09-20", "2010-09-26"), "2010-09-20/2010-09-26");
    }
}
