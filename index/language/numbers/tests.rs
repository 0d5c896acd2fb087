use insta::assert_snapshot;
use proptest::prelude::*;

use super::*;

fn quantities(text: &str) -> Vec<String> {
    let source = Source::new(text).unwrap();
    let show = |quantity: Quantity| {
        let amount = match quantity.amount {
            Amount::Exactly(value) => format!("{value}"),
            Amount::Range { low, high } => format!("{low}..{high}"),
            Amount::Vague { low, high } => format!("vague {low}..{high}"),
        };
        let scale = match quantity.scale {
            Scale::Count => "",
            Scale::Percent => "%",
            Scale::Fraction => " of 1",
            Scale::Ordinal => ".",
        };
        let hedge = quantity.hedge.map_or(String::new(), |hedge| format!(" {:?}", hedge.kind));
        format!("{} = {amount}{scale}{hedge}", source.slice(quantity.span))
    };
    find_in_text(&source).into_iter().map(show).collect()
}

fn read_all(texts: &[&str]) -> String {
    texts.iter().map(|text| format!("{text}  →  {}\n", quantities(text).join("; "))).collect()
}

#[test]
fn numbers_are_read_in_every_form() {
    assert_snapshot!(read_all(&[
        "97", "97%", "97 %", "97 per cent", "97 percent", "97pc", "ninety-seven percent", "ninety seven per cent", "1,000", "1 000 000 people",
        "1.5", "3.5bn", "$2.5 million", "£1.2m", "5k", "US$3 billion", "two hundred and fifty thousand homes", "a dozen eggs", "a million voters",
        "half of the voters", "half a million", "two-thirds of the crop", "a quarter of it", "two and a half million", "½", "2½ years",
        "the third man", "the 21st meeting", "the twenty-first meeting", "minus 5 degrees", "It was -5 outside.", "10km", "100m voters", "a 100m race",
        "one hundred and one nights", "3.5 million-strong", "97-percent",
    ]), @r"
    97  →  97 = 97
    97%  →  97% = 97%
    97 %  →  97 % = 97%
    97 per cent  →  97 per cent = 97%
    97 percent  →  97 percent = 97%
    97pc  →  97pc = 97%
    ninety-seven percent  →  ninety-seven percent = 97%
    ninety seven per cent  →  ninety seven per cent = 97%
    1,000  →  1,000 = 1000
    1 000 000 people  →  1 000 000 = 1000000
    1.5  →  1.5 = 1.5
    3.5bn  →  3.5bn = 3500000000
    $2.5 million  →  $2.5 million = 2500000
    £1.2m  →  £1.2m = 1200000
    5k  →  5k = 5000
    US$3 billion  →  US$3 billion = 3000000000
    two hundred and fifty thousand homes  →  two hundred and fifty thousand = 250000
    a dozen eggs  →  a dozen = 12
    a million voters  →  a million = 1000000
    half of the voters  →  half = 0.5 of 1
    half a million  →  half a million = 500000
    two-thirds of the crop  →  two-thirds = 0.6666666666666666 of 1
    a quarter of it  →  a quarter = 0.25 of 1
    two and a half million  →  two and a half million = 2500000
    ½  →  ½ = 0.5 of 1
    2½ years  →  2½ = 2.5
    the third man  →  third = 3.
    the 21st meeting  →  21st = 21.
    the twenty-first meeting  →  twenty-first = 21.
    minus 5 degrees  →  minus 5 = -5
    It was -5 outside.  →  -5 = -5
    10km  →  10km = 10
    100m voters  →  100m = 100000000
    a 100m race  →  100m = 100
    one hundred and one nights  →  one hundred and one = 101
    3.5 million-strong  →  3.5 million = 3500000
    97-percent  →  97-percent = 97%
    ");
}

#[test]
fn ranges_are_read_with_both_ends() {
    assert_snapshot!(read_all(&[
        "10 to 15 ships", "between 10 and 15 ships", "10-15% of it", "10–15 ships", "two or three ships", "$2-3 million", "from 10 to 15",
        "between $5m and $6m", "they won 2-3", "twenty to thirty years",
    ]), @r"
    10 to 15 ships  →  10 to 15 = 10..15
    between 10 and 15 ships  →  between 10 and 15 = 10..15
    10-15% of it  →  10-15% = 10..15%
    10–15 ships  →  10–15 = 10..15
    two or three ships  →  two or three = 2..3
    $2-3 million  →  $2-3 million = 2000000..3000000
    from 10 to 15  →  10 = 10; 15 = 15
    between $5m and $6m  →  between $5m and $6m = 5000000..6000000
    they won 2-3  →  2 = 2; 3 = 3
    twenty to thirty years  →  twenty to thirty = 20..30
    ");
}

#[test]
fn hedges_are_part_of_the_quantity() {
    assert_snapshot!(read_all(&[
        "some 97% of it", "about 40 ships", "nearly two-thirds of it", "more than $5 million", "an estimated 300 homes", "over one million times",
        "up to 20 boats", "as many as 20 boats", "fewer than 10 people", "at least 27 dead", "10 or more boats", "30-odd boats", "10 boats or so",
        "nearly all of them", "dozens of boats", "hundreds of thousands of people", "most of the crop", "just under half of the crop",
    ]), @r"
    some 97% of it  →  some 97% = 97% About
    about 40 ships  →  about 40 = 40 About
    nearly two-thirds of it  →  nearly two-thirds = 0.6666666666666666 of 1 Nearly
    more than $5 million  →  more than $5 million = 5000000 MoreThan
    an estimated 300 homes  →  an estimated 300 = 300 About
    over one million times  →  over one million = 1000000 MoreThan
    up to 20 boats  →  up to 20 = 20 AtMost
    as many as 20 boats  →  as many as 20 = 20 AtMost
    fewer than 10 people  →  fewer than 10 = 10 LessThan
    at least 27 dead  →  at least 27 = 27 AtLeast
    10 or more boats  →  10 or more = 10 AtLeast
    30-odd boats  →  30-odd = 30 About
    10 boats or so  →  10 = 10
    nearly all of them  →  nearly all = vague 85..100%
    dozens of boats  →  dozens = vague 24..199
    hundreds of thousands of people  →  hundreds of thousands = vague 200000..999999
    most of the crop  →  most of = vague 50..100%
    just under half of the crop  →  just under half = 0.5 of 1 Nearly
    ");
}

#[test]
fn numbers_that_count_nothing_are_left_out() {
    for text in [
        "the G20 leaders",
        "a Boeing 747 landed",
        "along Route 66",
        "the 501st Legion marched",
        "a Boeing 737-800 landed",
        "the iPhone 4 was shown",
        "an F-16 jet",
        "Covid-19",
        "1. Open the door",
        "call 020 7946 0123",
        "call 555-1234",
        "http://example.com/2010/10/a",
        "no one came",
        "one of the ministers",
        "one who came",
        "the dispute between the two",
        "a second later",
        "for the first time",
        "the First Lady spoke",
        "page 5",
        "at 10:30",
        "everyone",
        "it was first seen there",
        "someone",
        "Resolution 1973 passed",
        "the second of them",
    ] {
        assert_eq!(quantities(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_preposition_of_topic_is_no_hedge() {
    assert_eq!(quantities("a row over five islands"), ["five = 5"]);
    assert_eq!(quantities("talks about 12 islands"), ["12 = 12"]);
    assert_eq!(quantities("the family splits over £3 a day"), ["£3 = 3"]);
    assert_eq!(quantities("over 12 islands"), ["over 12 = 12 MoreThan"]);
}

#[test]
fn only_numbers_of_one_unit_make_a_range() {
    assert_eq!(quantities("it fell 3% to £14"), ["3% = 3%", "£14 = 14"]);
    assert_eq!(quantities("3% to 14 men"), ["3% = 3%", "14 = 14"]);
    assert_eq!(quantities("£3 to 14%"), ["£3 = 3", "14% = 14%"]);
    assert_eq!(quantities("3 to 14%"), ["3 to 14% = 3..14%"]);
    assert_eq!(quantities("£3 to £14"), ["£3 to £14 = 3..14"]);
    assert_eq!(quantities("£3-14"), ["£3-14 = 3..14"]);
}

fn compared(claim: &str, story: &str) -> Comparison {
    let quantity = |text: &str| find_in_text(&Source::new(text).unwrap()).remove(0);
    compare(&quantity(claim), &quantity(story))
}

#[test]
fn a_claims_number_is_held_against_the_storys_words() {
    use Comparison::*;
    for (claim, story, expected) in [
        ("97%", "97 per cent", Same),
        ("ninety-seven percent", "97%", Same),
        ("about 97%", "some 97%", Same),
        ("half of it", "50%", Same),
        ("79%", "97%", Differs),
        ("79%", "some 97%", Differs),
        ("about 79%", "some 97%", Differs),
        ("nearly all of it", "97%", Vaguer),
        ("nearly all of it", "79%", Differs),
        ("most of it", "30%", Differs),
        ("about 100%", "97%", Vaguer),
        ("nearly 100%", "97%", Vaguer),
        ("more than 90%", "97%", WithinBound),
        ("more than 90%", "some 97%", WithinBound),
        ("less than 90%", "97%", Differs),
        ("more than 97%", "97%", Differs),
        ("at least 97%", "97%", WithinBound),
        ("10 to 15 ships", "12 ships", WithinBound),
        ("12 ships", "10 to 15 ships", Firmer),
        ("20 ships", "10 to 15 ships", Differs),
        ("97%", "some 97%", Firmer),
        ("97", "more than 90", Firmer),
        ("97", "more than 97", Firmer),
        ("80", "more than 90", Differs),
        ("more than 95", "more than 90", Firmer),
        ("more than 80", "more than 90", WithinBound),
        ("dozens of ships", "97 ships", Vaguer),
        ("97%", "97 ships", Unlike),
        ("the third man", "three men", Unlike),
        ("two-thirds of it", "two thirds of it", Same),
        ("1.2m people", "1,200,000 people", Same),
    ] {
        assert_eq!(compared(claim, story), expected, "{claim} against {story}");
    }
}

/// A whole number in words, as people write it.
fn in_words(number: u32) -> String {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let joined = |whole: String, rest: u32, joint: &str| {
        if rest == 0 { whole } else { format!("{whole}{joint}{}", in_words(rest)) }
    };
    match number {
        0..20 => SMALL[number as usize].to_owned(),
        20..100 => joined(TENS[number as usize / 10].to_owned(), number % 10, "-"),
        100..1000 => joined(format!("{} hundred", in_words(number / 100)), number % 100, " and "),
        1000..1_000_000 => joined(format!("{} thousand", in_words(number / 1000)), number % 1000, " "),
        _ => joined(format!("{} million", in_words(number / 1_000_000)), number % 1_000_000, " "),
    }
}

fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap());
    groups.collect::<Vec<_>>().join(",")
}

proptest! {
    #[test]
    fn a_number_is_read_back_from_every_form(number in 2u32..400_000_000) {
        for form in [number.to_string(), grouped(number), grouped(number).replace(',', " "), in_words(number)] {
            let source = Source::new(format!("They saw {form} ships.")).unwrap();
            let found = find_in_text(&source);
            prop_assert_eq!(found.len(), 1, "{}", &form);
            prop_assert_eq!(found[0].amount, Amount::Exactly(f64::from(number)), "{}", &form);
            prop_assert_eq!(source.slice(found[0].span), form);
        }
    }

    #[test]
    fn any_text_is_read_without_panic_and_every_span_slices(text in "\\PC{0,200}") {
        let source = Source::new(text).unwrap();
        for quantity in find_in_text(&source) {
            prop_assert!(!source.slice(quantity.span).is_empty());
        }
    }

    #[test]
    fn any_words_of_number_are_read_without_panic(
        words in proptest::collection::vec(proptest::sample::select(vec![
            "a", "half", "two", "-", "thirds", "of", "hundred", "and", "million", "bn", "$", "US", "5m", "97", "%", "per", "cent", "1,000",
            "to", "between", "more", "than", "½", "21st", "third", "one", "in", "five", "000", "dozen", ".", "minus", "+", "or", "so",
        ]), 0..20),
        joint in proptest::sample::select(vec![" ", ""]),
    ) {
        let source = Source::new(words.join(joint)).unwrap();
        for pair in find_in_text(&source).windows(2) {
            prop_assert!(pair[0].tokens.end <= pair[1].tokens.start);
        }
    }

    #[test]
    fn a_quantity_is_the_same_as_itself_and_comparing_never_panics(a in "[1-9][0-9]{0,4}%?", b in "(about|over|up to) [1-9][0-9]{0,4}%?") {
        prop_assert_eq!(compared(&a, &a), Comparison::Same);
        prop_assert_eq!(compared(&b, &b), Comparison::Same);
        compared(&a, &b);
    }
}
