//! Dates as people read them in each language: "30 October 2010", "2010年10月30日".

use jiff::civil::Date;
use verbatim_index::language::dates::Period;

use crate::render::language::Language;
use crate::render::words::Phrase;

/// An ISO 8601 day, month or year as people read it; anything else as it stands.
pub fn day_month_year(language: Language, iso: &str) -> String {
    let day: Option<Date> = iso.parse().ok();
    let month: Option<Date> = format!("{iso}-01").parse().ok();
    match (day, month) {
        (Some(day), _) => self::day(language, day),
        (None, Some(month)) => self::month(language, month),
        (None, None) => iso.to_owned(),
    }
}

/// The days meant: one day, a whole month or year, or from the first to the last.
pub fn period(language: Language, period: Period) -> String {
    let (first, last) = (period.first, period.last);
    let is_year = first == first.first_of_year() && last == first.last_of_year();
    let is_month = first == first.first_of_month() && last == first.last_of_month();
    match (first == last, is_month, is_year) {
        (true, _, _) => day(language, first),
        (false, true, _) => month(language, first),
        (false, false, true) => year(language, first),
        (false, false, false) => Phrase::of("from-to")
            .filled(language, [("first", day(language, first).into()), ("last", day(language, last).into())]),
    }
}

fn day(language: Language, date: Date) -> String {
    Phrase::of("date-day")
        .filled(language, [("year", date.year().into()), ("month", date.month().into()), ("day", date.day().into())])
}

fn month(language: Language, date: Date) -> String {
    Phrase::of("date-month").filled(language, [("year", date.year().into()), ("month", date.month().into())])
}

fn year(language: Language, date: Date) -> String {
    Phrase::of("date-year").filled(language, [("year", date.year().into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_it_was_given() {
        let shown = |iso| Language::ALL.map(|language| day_month_year(language, iso));
        assert_eq!(shown("2010-10-03"), ["3 October 2010", "2010年10月3日", "2010年10月3日"]);
        assert_eq!(shown("2010-10"), ["October 2010", "2010年10月", "2010年10月"]);
        assert_eq!(shown("2010"), ["2010"; 3]);
        assert_eq!(shown("soon"), ["soon"; 3]);
    }
}
