//! What an article says of itself in a line: who wrote it, when and where it was published, and at which address.

use jiff::civil::Date;

use super::conventions::{AGENCIES, DATE_LINE_WORDS};
use super::plain::shape;
use crate::language::dates::calendar;

/// The name in a line such as "By Jane Doe" or "Jane Doe, Reuters", as a range of the line.
pub fn byline(line: &str) -> Option<std::ops::Range<usize>> {
    let name = signed_name(line).or_else(|| name_before_outlet(line))?;
    let start = name.as_ptr() as usize - line.as_ptr() as usize;
    Some(start..start + name.len())
}

/// The date in a line that says nothing but when the story was published; with it whether it tells a later change.
pub fn date_line(line: &str) -> Option<(Date, bool)> {
    let date = first_date(line)?;
    let words = || line.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let only_date = words().all(is_date_word);
    let changed = words().any(|word| ["updated", "modified"].contains(&word.to_lowercase().as_str()));
    let first = line.to_lowercase().find("published").unwrap_or(usize::MAX);
    (only_date && words().count() <= 24).then_some((date, changed && first == usize::MAX))
}

/// The first full date in a text: "30 October 2010", "October 30, 2010", "Sept. 5, 2016", "2010-10-30".
pub fn first_date(text: &str) -> Option<Date> {
    let words: Vec<&str> =
        text.split(|character: char| !character.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    (0..words.len()).find_map(|at| date_at(&words[at..]))
}

/// The agency in a dateline such as "HANOI, Oct 30 (Reuters) - ".
pub fn dateline_agency(paragraph: &str) -> Option<&str> {
    let (before, rest) = paragraph.split_once('(')?;
    let (agency, after) = rest.split_once(')')?;
    let short = before.chars().count() <= 60 && !before.contains(['"', '“']) && !before.trim_end().ends_with('.');
    let known = AGENCIES.contains(&agency.to_lowercase().as_str());
    let dash = after.trim_start().starts_with(['-', '–', '—']) || (before.is_empty() && agency == "CNN");
    (short && known && dash).then_some(agency)
}

/// The address in a line that is one, or that names one as its source.
pub fn address(line: &str) -> Option<&str> {
    const LABELS: [&str; 9] =
        ["source", "url", "link", "address", "original", "original article", "read at", "permalink", "canonical"];
    let labelled = line.split_once(':').filter(|(label, _)| LABELS.contains(&label.trim().to_lowercase().as_str()));
    let candidate = labelled.map_or(line, |(_, rest)| rest.trim());
    shape::is_address(candidate).then_some(candidate)
}

/// Whether a line is nothing but people's names: "Ann Lee and John Roe".
pub fn names(line: &str) -> bool {
    let short = (2..=9).contains(&shape::words(line)) && shape::is_all_capitalised(line) && !shape::ends_sentence(line);
    short && !line.contains(|character: char| character.is_numeric() || matches!(character, ':' | '?' | '!' | '|'))
}

fn signed_name(line: &str) -> Option<&str> {
    const SIGNS: [&str; 7] = ["by", "written by", "reported by", "words by", "story by", "author:", "byline:"];
    let lower = line.to_ascii_lowercase();
    let sign = SIGNS
        .iter()
        .find(|sign| lower.strip_prefix(**sign).is_some_and(|rest| rest.starts_with(char::is_whitespace)))?;
    let rest = line.get(sign.len()..)?.trim_start();
    let signed = rest.split(['|', '·', '•', '\t']).next()?.trim_end();
    let name = signed.rsplit_once(", ").filter(|(_, outlet)| is_outlet(outlet)).map_or(signed, |(name, _)| name);
    let plausible = (1..=14).contains(&shape::words(name)) && shape::is_all_capitalised(name);
    // "By The Sea" is a heading; nobody is called The.
    let is_name = plausible && !name.to_lowercase().starts_with("the ") && !shape::ends_sentence(name);
    is_name.then_some(name)
}

fn name_before_outlet(line: &str) -> Option<&str> {
    let (name, outlet) = line.split_once(", ")?;
    let is_name = (2..=4).contains(&shape::words(name)) && shape::is_all_capitalised(name);
    (is_name && is_outlet(outlet)).then_some(name)
}

fn is_outlet(outlet: &str) -> bool {
    AGENCIES.contains(&outlet.to_lowercase().as_str()) || names_role(outlet)
}

fn names_role(outlet: &str) -> bool {
    const ROLES: [&str; 6] = ["correspondent", "reporter", "editor", "bbc news", "staff writer", "columnist"];
    let lower = outlet.to_lowercase();
    shape::words(outlet) <= 6 && ROLES.iter().any(|role| lower.ends_with(role))
}

fn is_date_word(word: &str) -> bool {
    let lower = word.to_lowercase();
    const AFTER_DIGITS: [&str; 8] = ["", "st", "nd", "rd", "th", "am", "pm", "z"];
    let suffix = lower.trim_start_matches(|character: char| character.is_ascii_digit());
    // "30T09" is a piece of an ISO instant.
    let hour = suffix.strip_prefix('t').is_some_and(|hour| hour.bytes().all(|byte| byte.is_ascii_digit()));
    let number = suffix.len() < lower.len() && (hour || AFTER_DIGITS.contains(&suffix));
    number || month(&lower).is_some() || DATE_LINE_WORDS.contains(&lower.as_str())
}

fn date_at(words: &[&str]) -> Option<Date> {
    let [first, second, third, ..] = words else { return None };
    let day_first = || Some((number(third)?, month(second)?, day(first)?));
    let month_first = || Some((number(third)?, month(first)?, day(second)?));
    let iso = || (first.len() == 4).then(|| Some((number(first)?, number(second)?, day(third)?)))?;
    let (year, month, day) = day_first().or_else(month_first).or_else(iso)?;
    let plausible = (1600..=2999).contains(&year);
    plausible.then(|| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok())?
}

fn number(word: &str) -> Option<i16> {
    word.parse().ok()
}

fn day(word: &str) -> Option<i16> {
    let digits = word.trim_end_matches(|character: char| character.is_ascii_alphabetic());
    // "30T09" is how an ISO instant goes on.
    let digits = digits.split(['T', 't']).next()?;
    (digits.len() <= 2).then(|| digits.parse().ok())?
}

fn month(word: &str) -> Option<i16> {
    let lower = word.to_ascii_lowercase();
    let matches = |month: &str| month == lower || (lower.len() >= 3 && lower.len() <= 4 && month.starts_with(&*lower));
    let index = calendar::MONTHS.iter().position(|month| matches(month))?;
    i16::try_from(index + 1).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn bylines_name_their_writer() {
        let name = |line: &'static str| byline(line).map(|range| &line[range]);
        assert_eq!(name("By Jane Doe"), Some("Jane Doe"));
        assert_eq!(name("BY JANE DOE AND JOHN ROE"), Some("JANE DOE AND JOHN ROE"));
        assert_eq!(name("By Jane Doe | Harbour Gazette"), Some("Jane Doe"));
        assert_eq!(name("Jane Doe, Reuters"), Some("Jane Doe"));
        assert_eq!(name("By Jane Doe, CNN"), Some("Jane Doe"));
        assert_eq!(name("Jane Doe, Business correspondent"), Some("Jane Doe"));
        assert_eq!(name("By Monday the ferries will run."), None);
        assert_eq!(name("By the sea"), None);
        assert_eq!(name("Hull, Yorkshire"), None);
    }

    #[test]
    fn lines_of_a_date_tell_the_day_of_publication() {
        let day = |line| date_line(line).map(|(day, _)| day);
        assert_eq!(day("Tuesday, September 22, 2015"), Some(date(2015, 9, 22)));
        assert_eq!(day("30 October 2010"), Some(date(2010, 10, 30)));
        assert_eq!(day("Published 30 October 2010, 14:05 GMT"), Some(date(2010, 10, 30)));
        assert_eq!(day("Sept. 5, 2016 at 3:15 p.m. EDT"), Some(date(2016, 9, 5)));
        assert_eq!(day("2010-10-30T09:15:00Z"), Some(date(2010, 10, 30)));
        assert_eq!(day("Sat 30 Oct 2010 14.05 BST"), Some(date(2010, 10, 30)));
        assert_eq!(date_line("Last updated 3rd May 2019"), Some((date(2019, 5, 3), true)));
        assert_eq!(day("The ferry sank on 3 May 2019"), None);
        assert_eq!(day("31 February 2019"), None);
        assert_eq!(day("2019"), None);
    }

    #[test]
    fn datelines_name_their_agency() {
        assert_eq!(dateline_agency("HULL, England, May 3 (Reuters) - Ferries ran."), Some("Reuters"));
        assert_eq!(dateline_agency("(AP) — Ferries ran."), Some("AP"));
        assert_eq!(dateline_agency("The Associated Press (AP) - an agency - said."), Some("AP"));
        assert_eq!(dateline_agency("The union (founded in 1920) - said so."), None);
    }

    #[test]
    fn addresses_stand_alone_or_after_a_label() {
        assert_eq!(address("https://example.org/story"), Some("https://example.org/story"));
        assert_eq!(address("Source: https://example.org/story"), Some("https://example.org/story"));
        assert_eq!(address("Visit https://example.org/story today"), None);
        assert_eq!(address("Source: Reuters"), None);
    }
}
