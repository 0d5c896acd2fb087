//! The words that numbers are written with: Unicode CLDR's English spell-out rules (RBNF), and the magnitudes that
//! the style guides of the BBC, Reuters and the Associated Press allow.

/// Marks of money that may stand between a hedge and a number, or glued before it.
pub(super) const CURRENCY_MARKS: &[char] = &['$', '€', '£', '¥', '₹', '₽', '₩', '₺', '₴', '₦', '₫', '₱', '฿', '₪'];

/// Zero to nineteen, and the tens.
pub(super) fn small(word: &str) -> Option<f64> {
    Some(match word {
        "zero" => 0.0,
        "one" => 1.0,
        "two" => 2.0,
        "three" => 3.0,
        "four" => 4.0,
        "five" => 5.0,
        "six" => 6.0,
        "seven" => 7.0,
        "eight" => 8.0,
        "nine" => 9.0,
        "ten" => 10.0,
        "eleven" => 11.0,
        "twelve" => 12.0,
        "thirteen" => 13.0,
        "fourteen" => 14.0,
        "fifteen" => 15.0,
        "sixteen" => 16.0,
        "seventeen" => 17.0,
        "eighteen" => 18.0,
        "nineteen" => 19.0,
        "twenty" => 20.0,
        "thirty" => 30.0,
        "forty" => 40.0,
        "fifty" => 50.0,
        "sixty" => 60.0,
        "seventy" => 70.0,
        "eighty" => 80.0,
        "ninety" => 90.0,
        _ => return None,
    })
}

/// Words that multiply what stands before them. ("hundred" is read apart: "hundred and five thousand".)
pub(super) fn magnitude(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "thousand" => 1e3,
        "million" | "mn" | "mln" => 1e6,
        "billion" | "bn" | "bln" => 1e9,
        "trillion" | "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// Letters glued to digits that multiply them.
pub(super) fn glued_magnitude(letters: &str) -> Option<f64> {
    Some(match letters {
        "k" | "K" => 1e3,
        "m" | "mn" | "M" => 1e6,
        "bn" | "b" | "B" => 1e9,
        "tn" | "trn" => 1e12,
        _ => return None,
    })
}

/// First to nineteenth, the tens, and the magnitudes.
pub(super) fn ordinal(word: &str) -> Option<f64> {
    Some(match word {
        "first" => 1.0,
        "second" => 2.0,
        "third" => 3.0,
        "fourth" => 4.0,
        "fifth" => 5.0,
        "sixth" => 6.0,
        "seventh" => 7.0,
        "eighth" => 8.0,
        "ninth" => 9.0,
        "tenth" => 10.0,
        "eleventh" => 11.0,
        "twelfth" => 12.0,
        "thirteenth" => 13.0,
        "fourteenth" => 14.0,
        "fifteenth" => 15.0,
        "sixteenth" => 16.0,
        "seventeenth" => 17.0,
        "eighteenth" => 18.0,
        "nineteenth" => 19.0,
        "twentieth" => 20.0,
        "thirtieth" => 30.0,
        "fortieth" => 40.0,
        "fiftieth" => 50.0,
        "sixtieth" => 60.0,
        "seventieth" => 70.0,
        "eightieth" => 80.0,
        "ninetieth" => 90.0,
        "hundredth" => 100.0,
        "thousandth" => 1000.0,
        "millionth" => 1e6,
        _ => return None,
    })
}

/// The part of a whole that a word names in the singular: the "third" of "two-thirds".
pub(super) fn part(word: &str) -> Option<f64> {
    match word {
        "quarter" => Some(4.0),
        "half" | "halve" => Some(2.0),
        "first" | "second" => None,
        _ => ordinal(word),
    }
}

/// What "half a" may stand before.
pub(super) fn is_halved(word: &str) -> bool {
    matches!(
        word,
        "hour"
            | "day"
            | "year"
            | "century"
            | "decade"
            | "mile"
            | "kilo"
            | "tonne"
            | "ton"
            | "percent"
            | "point"
            | "metre"
    )
}

/// Plurals that don't end in "s".
pub(crate) fn is_plural(word: &str) -> bool {
    let ends_so = ["children", "women", "smen", "remen", "cemen", "speople"].iter().any(|end| word.ends_with(end));
    ends_so
        || matches!(
            word,
            "people"
                | "men"
                | "women"
                | "children"
                | "policemen"
                | "servicemen"
                | "fishermen"
                | "police"
                | "cattle"
                | "sheep"
                | "fish"
                | "personnel"
                | "staff"
                | "troops"
                | "aircraft"
                | "spacecraft"
                | "lives"
                | "mice"
                | "feet"
                | "teeth"
                | "oxen"
                | "geese"
                | "media"
                | "data"
                | "bacteria"
                | "dead"
                | "wounded"
                | "injured"
                | "crew"
                | "species"
                | "deer"
        )
}

/// A word for a quantity that gives no number, with the least and most it can mean, and whether it is a share.
pub(super) struct Vague {
    /// The words, lower case.
    pub words: &'static [&'static str],
    /// The least it can mean.
    pub low: f64,
    /// The most it can mean.
    pub high: f64,
    /// Whether the bounds are hundredths of a whole rather than a count.
    pub is_share: bool,
}

const fn share(words: &'static [&'static str], low: f64, high: f64) -> Vague {
    Vague { words, low, high, is_share: true }
}

const fn count(words: &'static [&'static str], low: f64, high: f64) -> Vague {
    Vague { words, low, high, is_share: false }
}

/// The vague quantities; the longer before the shorter that it begins with.
pub(super) const VAGUE: &[Vague] = &[
    share(&["nearly", "all"], 85.0, 100.0),
    share(&["almost", "all"], 85.0, 100.0),
    share(&["virtually", "all"], 90.0, 100.0),
    share(&["practically", "all"], 90.0, 100.0),
    share(&["the", "vast", "majority"], 70.0, 100.0),
    share(&["vast", "majority"], 70.0, 100.0),
    share(&["the", "majority", "of"], 50.0, 100.0),
    share(&["a", "majority", "of"], 50.0, 100.0),
    share(&["the", "bulk", "of"], 50.0, 100.0),
    share(&["most", "of"], 50.0, 100.0),
    share(&["a", "minority", "of"], 0.0, 50.0),
    count(&["tens", "of", "thousands"], 20_000.0, 99_999.0),
    count(&["hundreds", "of", "thousands"], 200_000.0, 999_999.0),
    count(&["tens", "of", "millions"], 20e6, 99_999_999.0),
    count(&["hundreds", "of", "millions"], 200e6, 999_999_999.0),
    count(&["dozens"], 24.0, 199.0),
    count(&["hundreds"], 200.0, 1_999.0),
    count(&["thousands"], 2_000.0, 99_999.0),
    count(&["millions"], 2e6, 999_999_999.0),
    count(&["billions"], 2e9, 1e12),
];
