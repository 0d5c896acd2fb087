//! What a number beside a unit's word measures: money, time, or anything else. Money by ISO 4217; the measures are the
//! units of Unicode CLDR's English unit names, and the sub-units and marks that news writes.

use crate::language::numbers::{Amount, Quantity};
use crate::language::phrase::Phrase;

use super::Unit;

/// A unit and the position after its words, which stand behind the number.
pub(super) struct Behind {
    pub unit: Unit,
    pub after: usize,
    /// How many of the unit one of these makes: 0.01 for cents.
    pub times: f64,
}

/// The currency of a mark before the number, with the letters that tell whose dollar it is.
pub(super) fn money_before(phrase: &Phrase, number: usize) -> Option<&'static str> {
    let mark = number.checked_sub(1)?;
    let letters = mark.checked_sub(1).filter(|_| phrase.is_joined(mark)).map_or("", |at| phrase.text(at));
    Some(match phrase.text(mark) {
        "$" => match letters {
            "A" | "AU" | "AUD" => "AUD",
            "C" | "CA" | "CAD" | "CDN" => "CAD",
            "HK" => "HKD",
            "NZ" => "NZD",
            "S" | "SG" => "SGD",
            "NT" => "TWD",
            "R" => "BRL",
            _ => "USD",
        },
        "€" => "EUR",
        "£" => "GBP",
        "¥" => {
            if letters == "CN" {
                "CNY"
            } else {
                "JPY"
            }
        }
        "₹" => "INR",
        "₽" => "RUB",
        "₩" => "KRW",
        "₺" => "TRY",
        "₴" => "UAH",
        "₦" => "NGN",
        "₫" => "VND",
        "₱" => "PHP",
        "฿" => "THB",
        "₪" => "ILS",
        code => code_of(code)?,
    })
}

/// Codes that news writes before an amount.
fn code_of(code: &str) -> Option<&'static str> {
    const CODES: &[&str] = &[
        "USD", "EUR", "GBP", "JPY", "CNY", "INR", "RUB", "AUD", "CAD", "CHF", "HKD", "NZD", "SEK", "NOK", "DKK", "ZAR",
        "BRL",
    ];
    match code {
        "Rs" => Some("INR"),
        _ => CODES.iter().copied().find(|known| *known == code),
    }
}

/// The unit named behind a quantity's number.
pub(super) fn behind(phrase: &Phrase, quantity: &Quantity) -> Option<Behind> {
    let number_end = quantity.number.end;
    if let Some(suffix) = quantity.suffix {
        return glued(phrase, quantity, phrase.source().slice(suffix));
    }
    let at = if phrase.is_hyphen(number_end) { number_end + 1 } else { number_end };
    named(phrase, at).or_else(|| degrees(phrase, at))
}

/// The unit whose letters are glued to the digits: "10km", "165km/h", "412p".
fn glued(phrase: &Phrase, quantity: &Quantity, letters: &str) -> Option<Behind> {
    let after = quantity.number.end;
    if letters == "km" && is_per_hour(phrase, after) {
        return Some(Behind { unit: Unit::Measure("kilometre per hour"), after: after + 2, times: 1.0 });
    }
    if letters == "p" && !is_resolution(quantity) {
        return Some(Behind { unit: Unit::Money("GBP"), after, times: 0.01 });
    }
    Some(Behind { unit: Unit::Measure(symbol(letters)?), after, times: 1.0 })
}

/// The lines of a video, "1080p".
fn is_resolution(quantity: &Quantity) -> bool {
    const LINES: &[f64] = &[240.0, 360.0, 480.0, 576.0, 720.0, 1080.0, 1440.0, 2160.0];
    matches!(quantity.amount, Amount::Exactly(value) if LINES.contains(&value))
}

/// "per hour", "an hour", "/h".
fn is_per_hour(phrase: &Phrase, at: usize) -> bool {
    phrase.are(at, &["per", "hour"]) || phrase.are(at, &["an", "hour"]) || phrase.are(at, &["/", "h"])
}

fn named(phrase: &Phrase, at: usize) -> Option<Behind> {
    let word = phrase.lower(at);
    let word = word.as_str();
    let found = |unit, after, times| Some(Behind { unit, after, times });
    if let Some(power) = ["square", "cubic"].iter().find(|power| **power == word) {
        let length = phrase.lower(at + 1);
        return found(Unit::Measure(of_power(power, length.as_str())?), at + 2, 1.0);
    }
    if matches!(word, "percentage" | "per" | "percent") {
        let point = if phrase.is(at + 1, "cent") { at + 2 } else { at + 1 };
        return phrase.is_any(point, &["point", "points"]).then_some(Behind {
            unit: Unit::Measure("percentage point"),
            after: point + 1,
            times: 1.0,
        });
    }
    if let Some(money) = money(phrase, at) {
        return Some(money);
    }
    if let Some(time) = duration(word) {
        return found(Unit::Duration(time), at + 1, 1.0);
    }
    if let Some(rate) = speed(phrase, at) {
        return Some(rate);
    }
    let measure = measure(word).or_else(|| symbol(phrase.text(at)).filter(|_| word.len() < 4))?;
    found(Unit::Measure(measure), at + 1, 1.0)
}

fn degrees(phrase: &Phrase, at: usize) -> Option<Behind> {
    if phrase.text(at) != "°" {
        return None;
    }
    let has_letter = matches!(phrase.text(at + 1), "C" | "F");
    Some(Behind { unit: Unit::Measure("degree"), after: if has_letter { at + 2 } else { at + 1 }, times: 1.0 })
}

/// Currencies told by an adjective and a noun.
const OF_COUNTRIES: &[(&str, &str, &str)] = &[
    ("us", "dollar", "USD"),
    ("american", "dollar", "USD"),
    ("australian", "dollar", "AUD"),
    ("canadian", "dollar", "CAD"),
    ("singapore", "dollar", "SGD"),
    ("taiwan", "dollar", "TWD"),
    ("egyptian", "pound", "EGP"),
    ("pakistani", "rupee", "PKR"),
    ("mexican", "peso", "MXN"),
    ("philippine", "peso", "PHP"),
    ("swiss", "franc", "CHF"),
];

/// Currencies told by a noun alone, with how many of them one makes.
const CURRENCIES: &[(&str, &str, f64)] = &[
    ("dollar", "USD", 1.0),
    ("cent", "USD", 0.01),
    ("euro", "EUR", 1.0),
    ("pound", "GBP", 1.0),
    ("pence", "GBP", 0.01),
    ("yen", "JPY", 1.0),
    ("yuan", "CNY", 1.0),
    ("renminbi", "CNY", 1.0),
    ("rupee", "INR", 1.0),
    ("rouble", "RUB", 1.0),
    ("ruble", "RUB", 1.0),
    ("won", "KRW", 1.0),
    ("shekel", "ILS", 1.0),
    ("hryvnia", "UAH", 1.0),
    ("naira", "NGN", 1.0),
    ("baht", "THB", 1.0),
    ("zloty", "PLN", 1.0),
    ("rand", "ZAR", 1.0),
    ("ringgit", "MYR", 1.0),
    ("lira", "TRY", 1.0),
];

fn singular(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

/// "dollars", "Australian dollars", "cents", "yuan".
fn money(phrase: &Phrase, at: usize) -> Option<Behind> {
    let (first, second) = (phrase.lower(at), phrase.lower(at + 1));
    let noun = singular(second.as_str());
    let of_country = OF_COUNTRIES.iter().find(|(country, money, _)| *country == first.as_str() && *money == noun);
    if let Some((_, _, code)) = of_country {
        return Some(Behind { unit: Unit::Money(code), after: at + 2, times: 1.0 });
    }
    let word = singular(first.as_str());
    let is_verb = word == "won" && phrase.is(at.wrapping_sub(1), "has");
    let known = CURRENCIES.iter().find(|(money, _, _)| *money == word && !is_verb);
    let (code, times) = match known {
        Some((_, code, times)) => (*code, *times),
        None => (code_of(phrase.text(at))?, 1.0),
    };
    Some(Behind { unit: Unit::Money(code), after: at + 1, times })
}

/// Whether the word names a stretch of time: the "year" of "£5m in the year to June".
pub(super) fn is_stretch_of_time(phrase: &Phrase, at: usize) -> bool {
    duration(phrase.lower(at).as_str()).is_some() || phrase.is_any(at, &["quarter", "season", "half", "term"])
}

fn duration(word: &str) -> Option<&'static str> {
    Some(match word.strip_suffix('s').unwrap_or(word) {
        "second" | "sec" => "second",
        "minute" | "min" => "minute",
        "hour" => "hour",
        "day" => "day",
        "week" => "week",
        "weekend" => "weekend",
        "month" => "month",
        "year" => "year",
        "decade" => "decade",
        "century" | "centurie" => "century",
        "fortnight" => "fortnight",
        "night" => "night",
        _ => return None,
    })
}

/// "miles per hour", "km/h", "mph".
fn speed(phrase: &Phrase, at: usize) -> Option<Behind> {
    let rate = |unit, after| Some(Behind { unit: Unit::Measure(unit), after, times: 1.0 });
    match phrase.lower(at).as_str() {
        "mph" => rate("mile per hour", at + 1),
        "kph" | "kmh" => rate("kilometre per hour", at + 1),
        "mile" | "miles" if is_per_hour(phrase, at + 1) => rate("mile per hour", at + 3),
        "km" | "kilometre" | "kilometres" | "kilometer" | "kilometers" if is_per_hour(phrase, at + 1) => {
            rate("kilometre per hour", at + 3)
        }
        _ => None,
    }
}

fn of_power(power: &str, length: &str) -> Option<&'static str> {
    Some(match (power, measure(length).or_else(|| symbol(length))?) {
        ("square", "mile") => "square mile",
        ("square", "kilometre") => "square kilometre",
        ("square", "metre") => "square metre",
        ("square", "foot") => "square foot",
        ("cubic", "metre") => "cubic metre",
        ("cubic", "foot") => "cubic foot",
        _ => return None,
    })
}

/// Measures by their names in the singular.
#[rustfmt::skip]
const MEASURES: &[(&str, &str)] = &[
    ("tonne", "tonne"), ("ton", "ton"), ("kilogram", "kilogram"), ("kilogramme", "kilogram"), ("kilo", "kilogram"),
    ("gram", "gram"), ("gramme", "gram"), ("milligram", "milligram"), ("ounce", "ounce"), ("metre", "metre"),
    ("meter", "metre"), ("kilometre", "kilometre"), ("kilometer", "kilometre"), ("centimetre", "centimetre"),
    ("centimeter", "centimetre"), ("millimetre", "millimetre"), ("millimeter", "millimetre"), ("mile", "mile"),
    ("foot", "foot"), ("inch", "inch"), ("inche", "inch"), ("yard", "yard"), ("hectare", "hectare"),
    ("acre", "acre"), ("litre", "litre"), ("liter", "litre"), ("gallon", "gallon"), ("barrel", "barrel"),
    ("pint", "pint"), ("degree", "degree"), ("watt", "watt"), ("kilowatt", "kilowatt"), ("megawatt", "megawatt"),
    ("gigawatt", "gigawatt"), ("volt", "volt"), ("hertz", "hertz"), ("megabyte", "megabyte"),
    ("gigabyte", "gigabyte"), ("terabyte", "terabyte"), ("knot", "knot"), ("calorie", "calorie"),
    ("becquerel", "becquerel"), ("millisievert", "millisievert"), ("sievert", "sievert"),
];

fn measure(word: &str) -> Option<&'static str> {
    let word = if word == "feet" { "foot" } else { singular(word) };
    named_in(MEASURES, word)
}

/// Measures by their symbols, whose case tells.
#[rustfmt::skip]
const SYMBOLS: &[(&str, &str)] = &[
    ("t", "tonne"), ("kg", "kilogram"), ("g", "gram"), ("mg", "milligram"), ("lb", "pound"), ("lbs", "pound"),
    ("oz", "ounce"), ("m", "metre"), ("km", "kilometre"), ("cm", "centimetre"), ("mm", "millimetre"),
    ("ft", "foot"), ("ha", "hectare"), ("l", "litre"), ("C", "degree"), ("F", "degree"), ("W", "watt"),
    ("kW", "kilowatt"), ("MW", "megawatt"), ("GW", "gigawatt"), ("kWh", "kilowatt-hour"), ("MB", "megabyte"),
    ("GB", "gigabyte"), ("TB", "terabyte"), ("mph", "mile per hour"), ("kph", "kilometre per hour"),
    ("kmh", "kilometre per hour"),
];

fn symbol(symbol: &str) -> Option<&'static str> {
    named_in(SYMBOLS, symbol)
}

fn named_in(table: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    table.iter().find(|(name, _)| *name == word).map(|(_, unit)| *unit)
}
