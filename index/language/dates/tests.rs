use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;

/// The expressions of a text, each with its ISO period, published on Saturday 30 October 2010.
fn read(text: &str) -> String {
    read_on(text, Some(Date::new(2010, 10, 30).unwrap()))
}

fn read_on(text: &str, published: Option<Date>) -> String {
    let source = Source::new(text).unwrap();
    let show = |expression: TimeExpression| {
        let period = expression.period.map_or("?".to_owned(), |period| period.to_string());
        let relation = match expression.relation {
            Relation::In => "",
            Relation::Since => " since",
            Relation::By => " by",
            Relation::Before => " before",
            Relation::After => " after",
        };
        format!("{} = {period}{relation}", source.slice(expression.span))
    };
    find_in_text(&source, published).into_iter().map(show).collect::<Vec<_>>().join("; ")
}

fn read_all(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("{text}  →  {}\n", read(text))).collect()
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

#[test]
fn times_that_name_themselves_are_read_at_their_own_grain() {
    assert_snapshot!(read_all(&[
        "It began on 30 October 2010.",
        "It began on Oct. 30, 2010, in Kyoto.",
        "It began in October 2010.",
        "It began in 2010.",
        "During the 1990s it grew.",
        "the mid-1990s",
        "In the '80s it closed.",
        "early 2012",
        "the end of 2010",
        "in late October 2009",
        "the third quarter of 2010",
        "Q3 2010",
        "in the 19th century",
        "from 2005 to 2010",
        "between March and June 2009",
        "the 2005-06 season",
        "2009-10",
        "2010-04",
        "the 3-5 June 2009 meeting",
        "June 3-5, 2009",
        "2010-10-30T10:30:00Z",
        "Since 2005 it has grown.",
        "by 2015",
        "before May 2011",
        "the 2010 election",
        "in summer 2010",
        "at 10:30am on Tuesday",
        "at 9 p.m. they left",
    ]), @r"
    It began on 30 October 2010.  →  30 October 2010 = 2010-10-30
    It began on Oct. 30, 2010, in Kyoto.  →  Oct. 30, 2010 = 2010-10-30
    It began in October 2010.  →  October 2010 = 2010-10
    It began in 2010.  →  2010 = 2010
    During the 1990s it grew.  →  During the 1990s = 1990s
    the mid-1990s  →  the mid-1990s = 1994/1996
    In the '80s it closed.  →  the '80s = 1980s
    early 2012  →  early 2012 = 2012-01/2012-04
    the end of 2010  →  the end of 2010 = 2010-09/2010-12
    in late October 2009  →  late October 2009 = 2009-10-21/2009-10-31
    the third quarter of 2010  →  the third quarter of 2010 = 2010-07/2010-09
    Q3 2010  →  Q3 2010 = 2010-07/2010-09
    in the 19th century  →  the 19th century = 1801/1900
    from 2005 to 2010  →  from 2005 to 2010 = 2005/2010
    between March and June 2009  →  between March and June 2009 = 2009-03/2009-06
    the 2005-06 season  →  2005-06 = 2005/2006
    2009-10  →  2009-10 = 2009/2010
    2010-04  →  2010-04 = 2010-04
    the 3-5 June 2009 meeting  →  3-5 June 2009 = 2009-06-03/2009-06-05
    June 3-5, 2009  →  June 3-5, 2009 = 2009-06-03/2009-06-05
    2010-10-30T10:30:00Z  →  2010-10-30T10 = 2010-10-30
    Since 2005 it has grown.  →  Since 2005 = 2005-01-01/2010-10-30 since
    by 2015  →  by 2015 = 2015 by
    before May 2011  →  before May 2011 = 2011-05 before
    the 2010 election  →  2010 = 2010
    in summer 2010  →  summer 2010 = 2010
    at 10:30am on Tuesday  →  10:30am on Tuesday = 2010-10-26
    at 9 p.m. they left  →  9 p.m. = ?
    ");
}

#[test]
fn times_told_from_the_day_of_publication_are_placed_by_it() {
    assert_snapshot!(read_all(&[
        "last month",
        "yesterday",
        "They met on Tuesday.",
        "They will meet on Tuesday.",
        "They met on Saturday.",
        "Next Saturday they meet.",
        "last Saturday",
        "next year",
        "two weeks ago",
        "2 years ago",
        "a year ago",
        "three days ago",
        "last week",
        "this year",
        "tomorrow",
        "for much of the past decade",
        "the last two years",
        "It happened on September 14.",
        "It will happen on 5 November.",
        "Schools will stay closed until 8 February.",
        "She said it would reopen on 8 February.",
        "It would have reopened on 8 February.",
        "It closed on 8 February.",
        "He left in March.",
        "He left in December.",
        "last October",
        "by Thursday night",
        "this weekend",
        "last quarter",
        "from Monday to Wednesday",
    ]), @r"
    last month  →  last month = 2010-09
    yesterday  →  yesterday = 2010-10-29
    They met on Tuesday.  →  Tuesday = 2010-10-26
    They will meet on Tuesday.  →  Tuesday = 2010-11-02
    They met on Saturday.  →  Saturday = 2010-10-30
    Next Saturday they meet.  →  Next Saturday = 2010-11-06
    last Saturday  →  last Saturday = 2010-10-23
    next year  →  next year = 2011
    two weeks ago  →  two weeks ago = 2010-10-11/2010-10-17
    2 years ago  →  2 years ago = 2008
    a year ago  →  a year ago = 2009
    three days ago  →  three days ago = 2010-10-27
    last week  →  last week = 2010-10-18/2010-10-24
    this year  →  this year = 2010
    tomorrow  →  tomorrow = 2010-10-31
    for much of the past decade  →  much of the past decade = 2000/2010
    the last two years  →  the last two years = 2008/2010
    It happened on September 14.  →  September 14 = 2010-09-14
    It will happen on 5 November.  →  5 November = 2010-11-05
    Schools will stay closed until 8 February.  →  until 8 February = 2011-02-08 by
    She said it would reopen on 8 February.  →  8 February = 2011-02-08
    It would have reopened on 8 February.  →  8 February = 2010-02-08
    It closed on 8 February.  →  8 February = 2010-02-08
    He left in March.  →  March = 2010-03
    He left in December.  →  December = 2009-12
    last October  →  last October = 2009-10
    by Thursday night  →  by Thursday night = 2010-10-28 by
    this weekend  →  this weekend = 2010-10-30/2010-10-31
    last quarter  →  last quarter = 2010-07/2010-09
    from Monday to Wednesday  →  from Monday to Wednesday = 2010-10-25/2010-10-27
    ");
}

#[test]
fn without_a_day_of_publication_nothing_relative_is_placed() {
    for text in
        ["last month", "yesterday", "on Tuesday", "September 14", "two weeks ago", "the past decade", "in March"]
    {
        let read = read_on(text, None);
        assert!(read.ends_with("= ?"), "{read}");
    }
    assert_eq!(read_on("since 2005", None), "since 2005 = 2005 since");
}

#[test]
fn words_that_only_look_like_times_are_left_alone() {
    for text in [
        "They may march home.",
        "May said so.",
        "He met April Jones and August Wilson.",
        "The Sunday Times reported it.",
        "2000 people came.",
        "It cost $2010.",
        "About 1500 homes burned.",
        "The Boeing 1999",
        "They sat in the sun.",
        "the second decision",
        "in his 80s",
        "a second later",
        "the last day of the talks",
        "1:0",
    ] {
        assert_eq!(read(text), "", "{text}");
    }
}

#[test]
fn a_clause_that_looks_ahead_is_told_by_its_verbs_not_by_names() {
    assert_eq!(read("On Wednesday, Mohamed and his son are to travel."), "Wednesday = 2010-11-03");
    assert_eq!(read_on("They won this weekend.", Date::new(2010, 10, 26).ok()), "this weekend = 2010-10-23/2010-10-24");
    assert_eq!(
        read_on("They will play this weekend.", Date::new(2010, 10, 26).ok()),
        "this weekend = 2010-10-30/2010-10-31"
    );
}

#[test]
fn a_day_that_names_an_event_may_be_of_any_year() {
    assert_eq!(read("It came after the September 11 attacks."), "September 11 = ?");
    assert_eq!(read("It came after the 2012 attack."), "2012 = 2012");
}

#[test]
fn a_month_is_placed_only_where_a_verb_tells_which_way() {
    assert_eq!(read("the chances of victory in November"), "November = ?");
    assert_eq!(read("his long 2008 campaign [in 2007]"), "2008 = 2008; 2007 = 2007");
    assert_eq!(read("They counted 2008 boats."), "");
    assert_eq!(read("It will have grown since December."), "since December = 2009-12-01/2010-10-30 since");
}

#[test]
fn a_hedged_distance_and_a_season_without_year_stay_unplaced() {
    assert_eq!(read("nearly two years ago"), "two years ago = ?");
    assert_eq!(read("last summer"), "last summer = ?");
}

proptest! {
    #[test]
    fn any_text_is_read_without_panic_and_every_span_slices(text in "\\PC{0,200}") {
        let source = Source::new(text).unwrap();
        for expression in find_in_text(&source, Some(Date::MAX)) {
            prop_assert!(!source.slice(expression.span).is_empty());
        }
    }

    #[test]
    fn any_words_of_time_are_read_without_panic(
        words in proptest::collection::vec(proptest::sample::select(vec![
            "the", "last", "two", "weeks", "ago", "May", "2010", "31", "-", "of", "to", "and", "between", "early", "mid", "decade",
            "past", "next", "Friday", "10:30am", "quarter", "third", "'90s", "1990s", ",", "since", "by", "'", "9999", "century", "month",
        ]), 0..20),
        year in -9999i16..=9999,
    ) {
        let source = Source::new(words.join(" ")).unwrap();
        let found = find_in_text(&source, Date::new(year, 2, 28).ok());
        for pair in found.windows(2) {
            prop_assert!(pair[0].tokens.end <= pair[1].tokens.start);
        }
    }

    #[test]
    fn a_day_is_read_back_from_every_form(days in 0i64..60_000) {
        let date = Date::new(1900, 1, 1).unwrap().checked_add(jiff::ToSpan::days(days)).unwrap();
        for form in ["%Y-%m-%d", "%-d %B %Y", "%B %-d, %Y", "%b. %-d, %Y", "%A, %B %-d, %Y"] {
            let text = date.strftime(form).to_string();
            let found = read(&text);
            prop_assert!(found.ends_with(&format!("= {date}")), "{} read as {}", text, found);
            prop_assert_eq!(parse_day(&text), Some(date));
        }
    }
}
