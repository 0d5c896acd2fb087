//! Dates as people read them: "30 October 2010".

use jiff::civil::Date;

/// An ISO 8601 day, month or year as people read it; anything else as it stands.
pub fn day_month_year(iso: &str) -> String {
    let day: Option<Date> = iso.parse().ok();
    let month: Option<Date> = format!("{iso}-01").parse().ok();
    match (day, month) {
        (Some(day), _) => day.strftime("%-d %B %Y").to_string(),
        (None, Some(month)) => month.strftime("%B %Y").to_string(),
        (None, None) => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_as_exact_as_it_was_given() {
        assert_eq!(day_month_year("2010-10-03"), "3 October 2010");
        assert_eq!(day_month_year("2010-10"), "October 2010");
        assert_eq!(day_month_year("2010"), "2010");
        assert_eq!(day_month_year("soon"), "soon");
    }
}
