//! A line that gives the day of publication: "Tuesday, September 22, 2015".

use jiff::civil::Date;

use super::{calendar, day};
use crate::document::TokenKind;
use crate::language::phrase::Phrase;
use crate::language::words;
use crate::span::Source;

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
}
