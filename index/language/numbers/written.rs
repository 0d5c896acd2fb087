//! One number at one place of a phrase: in digits, in words, or both ("3.5 million"), as a cardinal, an ordinal
//! or a fraction. What hedges it, and whether it counts anything at all, is read elsewhere.

use super::vocabulary;
use crate::document::TokenKind;
use crate::language::phrase::Phrase;
use crate::span::Span;

/// What sort of number it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Cardinal,
    Ordinal,
    Fraction,
}

/// A number and the tokens it takes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Written {
    pub value: f64,
    pub form: Form,
    /// The position after its last token.
    pub after: usize,
    /// What its magnitude ("million", "k") multiplied it by.
    pub magnitude: f64,
    pub in_digits: bool,
    /// The bytes of letters glued to its digits that are no magnitude ("km" of "10km").
    pub suffix: usize,
}

/// The number that begins at `at`.
pub(super) fn number(phrase: &Phrase, at: usize) -> Option<Written> {
    let number = match phrase.kind(at)? {
        TokenKind::Number => in_digits(phrase, at),
        TokenKind::Word => in_words(phrase, at),
        TokenKind::Mark => None,
    };
    number.filter(|number| number.value.is_finite())
}

fn in_digits(phrase: &Phrase, at: usize) -> Option<Written> {
    let text = phrase.text(at);
    if let Some(value) = vulgar_fraction(text) {
        return Some(Written {
            value,
            form: Form::Fraction,
            after: at + 1,
            magnitude: 1.0,
            in_digits: true,
            suffix: 0,
        });
    }
    let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
    let letters = text.get(digits.len()..)?;
    if let Some(ordinal) = ordinal_in_digits(digits, letters, at) {
        return Some(ordinal);
    }
    let (mut value, mut after) = grouped_by_spaces(phrase, at).or_else(|| Some((plain_value(digits)?, at + 1)))?;
    let may_have_part = letters.is_empty() && phrase.is_joined(after);
    if let Some(part) = vulgar_fraction(phrase.text(after)).filter(|_| may_have_part) {
        (value, after) = (value + part, after + 1);
    }
    let written =
        Written { value, form: Form::Cardinal, after, magnitude: 1.0, in_digits: true, suffix: letters.len() };
    Some(with_magnitude(phrase, written, letters))
}

fn with_magnitude(phrase: &Phrase, number: Written, letters: &str) -> Written {
    if let Some(magnitude) = vocabulary::glued_magnitude(letters) {
        let millions_or_metres = letters == "m";
        if !millions_or_metres || means_million(phrase, number.after) {
            return Written { value: number.value * magnitude, magnitude, suffix: 0, ..number };
        }
    }
    if number.suffix == 0 { with_magnitude_word(phrase, number) } else { number }
}

/// "million", "-million", "thousand million".
fn with_magnitude_word(phrase: &Phrase, mut number: Written) -> Written {
    loop {
        let at = if phrase.is_hyphen(number.after) { number.after + 1 } else { number.after };
        let word = phrase.lower(at);
        let Some(magnitude) = vocabulary::magnitude(word.as_str()) else { return number };
        let has_point = word.as_str().len() <= 2 && phrase.text(at + 1) == "." && phrase.is_joined(at + 1);
        number.value *= magnitude;
        number.magnitude *= magnitude;
        number.after = if has_point && at + 2 < phrase.len() { at + 2 } else { at + 1 };
    }
}

/// Whether the "m" of "100m" means a million rather than metres: after a mark of money, or before what is counted.
fn means_million(phrase: &Phrase, after: usize) -> bool {
    let before = phrase.text(after.wrapping_sub(2));
    let money = before.chars().last().is_some_and(|mark| vocabulary::CURRENCY_MARKS.contains(&mark));
    let next = phrase.lower(after);
    let counts = next.as_str().len() > 3 && next.as_str().ends_with('s') || vocabulary::is_plural(next.as_str());
    let is_money = matches!(next.as_str(), "yuan" | "yen" | "won" | "baht" | "rand" | "renminbi" | "unemployed");
    money || is_money || counts && phrase.is_word(after)
}

fn ordinal_in_digits(digits: &str, letters: &str, at: usize) -> Option<Written> {
    let is_suffix = ["st", "nd", "rd", "th"].iter().any(|suffix| letters.eq_ignore_ascii_case(suffix));
    let value = plain_value(digits).filter(|value| is_suffix && value.fract() == 0.0)?;
    Some(Written { value, form: Form::Ordinal, after: at + 1, magnitude: 1.0, in_digits: true, suffix: 0 })
}

/// The value of "97", "1,000", "1.5", "1,00,000.5"; `None` for digits grouped in a way that leaves it open ("2,5").
fn plain_value(digits: &str) -> Option<f64> {
    const LONGEST: usize = 24;
    let first_is_digit = digits.bytes().next()?.is_ascii_digit();
    // Longer runs of bare digits are the numbers of accounts and messages.
    let is_identifier = digits.len() > 13 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if digits.len() > LONGEST || is_identifier || !first_is_digit {
        return None;
    }
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    let only_decimals = decimals.bytes().all(|byte| byte.is_ascii_digit());
    if !only_decimals || !is_grouped_well(whole) {
        return None;
    }
    let bare: String = digits.chars().filter(|letter| *letter != ',').collect();
    bare.parse().ok()
}

fn is_grouped_well(whole: &str) -> bool {
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let others: Vec<&str> = groups.collect();
    let only_digits = |group: &str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let Some((last, middle)) = others.split_last() else { return only_digits(first) };
    let lengths = first.len() <= 3 && last.len() == 3 && middle.iter().all(|group| matches!(group.len(), 2 | 3));
    lengths && only_digits(first) && others.iter().all(|group| only_digits(group))
}

/// "1 000" and "1 000 000", with a space of any kind.
fn grouped_by_spaces(phrase: &Phrase, at: usize) -> Option<(f64, usize)> {
    let first = phrase.digits(at).filter(|_| phrase.text(at).len() <= 3 && !phrase.text(at).starts_with('0'))?;
    let (mut value, mut after) = (f64::from(first), at + 1);
    while let Some(group) = phrase.digits(after).filter(|_| phrase.text(after).len() == 3 && !phrase.is_joined(after)) {
        value = value * 1000.0 + f64::from(group);
        after += 1;
    }
    let follows_a_number = phrase.kind(at.wrapping_sub(1)) == Some(TokenKind::Number);
    (after > at + 1 && !follows_a_number).then_some((value, after))
}

fn vulgar_fraction(text: &str) -> Option<f64> {
    Some(match text {
        "½" => 0.5,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅕" => 0.2,
        "⅖" => 0.4,
        "⅗" => 0.6,
        "⅘" => 0.8,
        "⅛" => 0.125,
        _ => return None,
    })
}

/// The letters glued to the last digits of a number's token.
pub(super) fn suffix(phrase: &Phrase, number: &Written) -> Option<Span> {
    let token = phrase.span(number.after - 1..number.after)?;
    let glued = token.end().checked_sub(number.suffix)?;
    (number.suffix > 0).then(|| phrase.source().trimmed(glued..token.end())).flatten()
}

/// How far the words of a number have been added up.
#[derive(Clone, Copy, Default)]
struct Sum {
    total: f64,
    /// What stands since the last magnitude: below a thousand.
    group: f64,
    last: Option<Word>,
}

#[derive(Clone, Copy, PartialEq)]
enum Word {
    Small,
    Ten,
    Hundred,
    Magnitude(f64),
}

fn in_words(phrase: &Phrase, at: usize) -> Option<Written> {
    if let Some(fraction) = fraction_in_words(phrase, at) {
        return Some(fraction);
    }
    let first = phrase.lower(at);
    let article = matches!(first.as_str(), "a" | "an");
    let mut sum = Sum { group: if article { 1.0 } else { 0.0 }, ..Sum::default() };
    let mut after = if article { at + 1 } else { at };
    while let Some((next, position)) = add_word(phrase, sum, after) {
        (sum, after) = (next, position);
    }
    if let Some(ordinal) = closing_ordinal(phrase, &sum, after).filter(|_| !article) {
        return Some(ordinal);
    }
    let last = sum.last?;
    if article && !matches!(last, Word::Hundred | Word::Magnitude(_)) {
        return None;
    }
    let magnitude = if let Word::Magnitude(magnitude) = last { magnitude } else { 1.0 };
    let value = sum.total + sum.group;
    let number = Written { value, form: Form::Cardinal, after, magnitude, in_digits: false, suffix: 0 };
    Some(and_a_half(phrase, number))
}

/// Adds the word at `at`, a hyphen or "and" before it included, when it can go on from what stands before it.
fn add_word(phrase: &Phrase, sum: Sum, at: usize) -> Option<(Sum, usize)> {
    let at = match sum.last {
        Some(Word::Ten) if phrase.is_hyphen(at) => at + 1,
        Some(Word::Hundred | Word::Magnitude(_)) if phrase.is(at, "and") => at + 1,
        Some(Word::Small | Word::Ten) | None if phrase.is_hyphen(at) && is_magnitude(phrase, at + 1) => at + 1,
        _ => at,
    };
    let word = phrase.lower(at);
    let next = if let Some(value) = vocabulary::small(word.as_str()) {
        let fits = match sum.last {
            None => sum.group == 0.0,
            Some(Word::Ten) => (1.0..10.0).contains(&value),
            Some(Word::Small) => false,
            Some(Word::Hundred | Word::Magnitude(_)) => true,
        };
        let last = if value >= 20.0 { Word::Ten } else { Word::Small };
        fits.then_some(Sum { group: sum.group + value, last: Some(last), ..sum })
    } else if word.as_str() == "hundred" {
        let fits = sum.group > 0.0 && sum.group < 100.0 && sum.last != Some(Word::Hundred);
        fits.then_some(Sum { group: sum.group * 100.0, last: Some(Word::Hundred), ..sum })
    } else {
        let magnitude = vocabulary::magnitude(word.as_str()).filter(|_| word.as_str().len() > 2 && sum.group > 0.0)?;
        let total = sum.total + sum.group * magnitude;
        Some(Sum { total, group: 0.0, last: Some(Word::Magnitude(magnitude)) })
    };
    next.map(|sum| (sum, at + 1))
}

fn is_magnitude(phrase: &Phrase, at: usize) -> bool {
    let word = phrase.lower(at);
    word.as_str() == "hundred" || vocabulary::magnitude(word.as_str()).is_some()
}

/// "twenty-first", "hundred and third", "third".
fn closing_ordinal(phrase: &Phrase, sum: &Sum, at: usize) -> Option<Written> {
    let at = match sum.last {
        Some(Word::Ten) if phrase.is_hyphen(at) => at + 1,
        Some(Word::Hundred | Word::Magnitude(_)) if phrase.is(at, "and") => at + 1,
        _ => at,
    };
    let value = vocabulary::ordinal(phrase.lower(at).as_str())?;
    let fits = match sum.last {
        None => sum.group == 0.0,
        Some(Word::Ten) => value < 10.0,
        Some(Word::Small) => false,
        Some(Word::Hundred | Word::Magnitude(_)) => value < 100.0,
    };
    let value = sum.total + sum.group + value;
    let number = Written { value, form: Form::Ordinal, after: at + 1, magnitude: 1.0, in_digits: false, suffix: 0 };
    fits.then_some(number)
}

/// "two and a half", "two and a half million".
fn and_a_half(phrase: &Phrase, number: Written) -> Written {
    if !phrase.are(number.after, &["and", "a", "half"]) {
        return number;
    }
    let half = Written { value: number.value + 0.5, after: number.after + 3, ..number };
    with_magnitude_word(phrase, half)
}

/// "half of", "half a million", "two-thirds", "a quarter of", "three out of four", "one in five".
fn fraction_in_words(phrase: &Phrase, at: usize) -> Option<Written> {
    let fraction =
        |value, after| Written { value, form: Form::Fraction, after, magnitude: 1.0, in_digits: false, suffix: 0 };
    if phrase.is(at, "half") {
        return half(phrase, at);
    }
    let article = phrase.is_any(at, &["a", "an"]);
    let above = if article { 1.0 } else { vocabulary::small(phrase.lower(at).as_str())? };
    let part_at = if phrase.is_hyphen(at + 1) { at + 2 } else { at + 1 };
    let part = phrase.lower(part_at);
    let below = if above == 1.0 {
        vocabulary::part(part.as_str())
    } else {
        part.as_str().strip_suffix('s').and_then(vocabulary::part)
    };
    if let Some(below) = below {
        // "a third man" counts men; "a third of the men" is a share of them.
        let is_share =
            above > 1.0 || phrase.is(part_at + 1, "of") || phrase.is_any(part_at + 1, &["more", "less", "fewer"]);
        return is_share.then(|| fraction(above / below, part_at + 1));
    }
    None
}

fn half(phrase: &Phrase, at: usize) -> Option<Written> {
    let number =
        Written { value: 0.5, form: Form::Fraction, after: at + 1, magnitude: 1.0, in_digits: false, suffix: 0 };
    let of_several =
        phrase.is_any(at.wrapping_sub(1), &["first", "second", "other", "top", "bottom", "better", "latter", "final"]);
    if of_several {
        return None;
    }
    if phrase.is_any(at + 1, &["a", "an"]) {
        let whole = Written { after: at + 2, form: Form::Cardinal, ..number };
        let scaled = with_magnitude_word(phrase, whole);
        // "half an hour" and "half a kilo" keep the article: the unit follows it.
        let unit = vocabulary::is_halved(phrase.lower(at + 2).as_str());
        return (scaled.after > whole.after || unit).then_some(scaled);
    }
    let of_whole = phrase.is_any(at + 1, &["of", "the", "its", "their", "his", "her", "our", "all", "that", "those"]);
    (of_whole && !phrase.is(at.wrapping_sub(1), "the")).then_some(number)
}
