//! Numbers as people write them, in a story, a question or a claim: digits, words, fractions, "bn", ranges, and
//! what hedges them; and how two of them compare. What a number counts is told elsewhere.

use std::ops::Range;

use crate::document::{Token, TokenKind};
use crate::language::phrase::Phrase;
use crate::language::words;
use crate::span::{Source, Span};

mod compare;
mod hedges;
mod labels;
mod vocabulary;
mod written;

pub use compare::{Comparison, compare};
pub(crate) use vocabulary::is_plural;

use labels::Surroundings;
use written::{Form, Written};

/// How much a quantity says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Amount {
    /// One number.
    Exactly(f64),
    /// "10 to 15", both ends included.
    Range {
        /// The lower end.
        low: f64,
        /// The upper end.
        high: f64,
    },
    /// Words that give no number, with the least and most that they can mean: "nearly all", "dozens".
    Vague {
        /// The least.
        low: f64,
        /// The most.
        high: f64,
    },
}

/// What the amount is measured on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scale {
    /// A plain number.
    Count,
    /// Hundredths: 97 for "97%".
    Percent,
    /// A part of a whole: 0.5 for "half".
    Fraction,
    /// A place in an order: 3 for "third".
    Ordinal,
}

/// In what way a number is less than exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HedgeKind {
    /// "some", "about".
    About,
    /// "nearly", "just under".
    Nearly,
    /// "more than", "over".
    MoreThan,
    /// "at least", "or more".
    AtLeast,
    /// "less than", "under".
    LessThan,
    /// "up to", "no more than".
    AtMost,
}

impl HedgeKind {
    /// Whether it bounds the number on one side rather than blurring it.
    pub fn is_bound(self) -> bool {
        match self {
            Self::About | Self::Nearly => false,
            Self::MoreThan | Self::AtLeast | Self::LessThan | Self::AtMost => true,
        }
    }
}

/// A hedge and its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hedge {
    /// In what way it hedges.
    pub kind: HedgeKind,
    /// Its words.
    pub span: Span,
}

/// A number, range or vague quantity at one place of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// All its words: hedge, mark of money, number, per cent sign.
    pub span: Span,
    /// The tokens of `span`, as positions in the slice searched.
    pub tokens: Range<usize>,
    /// The tokens of the number itself, per cent sign included, hedge and leading mark of money left out.
    pub number: Range<usize>,
    /// How much.
    pub amount: Amount,
    /// What hedges it.
    pub hedge: Option<Hedge>,
    /// What it is measured on.
    pub scale: Scale,
    /// Letters glued to its digits that name a unit ("km" of "10km").
    pub suffix: Option<Span>,
}

/// The quantities of some tokens of a source, in order, none overlapping another. Numbers that count nothing (names,
/// list marks, telephone numbers, "one of the …") are left out; years and days are numbers here, and told from
/// other numbers by [`dates`](crate::language::dates).
pub fn find(source: &Source, tokens: &[Token]) -> Vec<Quantity> {
    let phrase = Phrase::new(source, tokens);
    let surroundings = Surroundings::of(&phrase);
    let (mut found, mut at): (Vec<Quantity>, usize) = (Vec::new(), 0);
    while at < phrase.len() {
        let taken = found.last().map_or(0, |quantity| quantity.tokens.end);
        let quantity = quantity_at(&phrase, at, &surroundings).filter(|quantity| quantity.tokens.start >= taken);
        match quantity {
            Some(quantity) => {
                at = quantity.tokens.end.max(at + 1);
                found.push(quantity);
            }
            None => at += 1,
        }
    }
    found
}

/// The quantities of a text that stands by itself: a question, a claim.
pub fn find_in_text(source: &Source) -> Vec<Quantity> {
    let whole = source.span(0..source.text().len());
    whole.map_or_else(|_| Vec::new(), |whole| find(source, &words::tokens(source, whole)))
}

/// The ordinal that begins at a position of a phrase, and the position after it.
pub(crate) fn ordinal_at(phrase: &Phrase, at: usize) -> Option<(u16, usize)> {
    let number = written::number(phrase, at).filter(|number| number.form == Form::Ordinal)?;
    (number.value <= 1000.0).then_some((number.value as u16, number.after))
}

/// Whether a number in words can begin with the lower-case word.
pub(crate) fn may_open(word: &str) -> bool {
    let article = matches!(word, "a" | "an" | "half" | "hundred" | "dozen");
    article || vocabulary::small(word).is_some() || vocabulary::ordinal(word).is_some()
}

/// The whole number that begins at a position of a phrase ("two", "10", "a" as one), and the position after it.
pub(crate) fn whole_at(phrase: &Phrase, at: usize) -> Option<(i32, usize)> {
    let number = written::number(phrase, at);
    let Some(number) = number.filter(|number| number.form == Form::Cardinal && number.suffix == 0) else {
        return phrase.is_any(at, &["a", "an"]).then_some((1, at + 1));
    };
    (number.value.fract() == 0.0 && number.value <= 10_000.0).then_some((number.value as i32, number.after))
}

fn quantity_at(phrase: &Phrase, at: usize, surroundings: &Surroundings) -> Option<Quantity> {
    // Most words of a text begin with none of these letters.
    let first = phrase.text(at).as_bytes().first()?.to_ascii_lowercase();
    let may_open = !matches!(first, b'c' | b'g' | b'i'..=b'l' | b'q' | b'r' | b'u' | b'w'..=b'z');
    if !may_open {
        return None;
    }
    if let Some(vague) = vague_at(phrase, at) {
        return Some(vague);
    }
    let first = written::number(phrase, at)?;
    if labels::is_label(phrase, at, &first, surroundings) {
        return None;
    }
    let second = range_end(phrase, at, &first);
    let amount = match second {
        Some(second) => range(&first, &second)?,
        None => Amount::Exactly(signed(phrase, at, first.value)),
    };
    with_hedge(phrase, at, &Numbers { first, second, amount })
}

/// One number, or the two of a range, and what they say.
struct Numbers {
    first: Written,
    second: Option<Written>,
    amount: Amount,
}

fn with_hedge(phrase: &Phrase, at: usize, numbers: &Numbers) -> Option<Quantity> {
    let Numbers { first, second, amount } = *numbers;
    let last = second.unwrap_or(first);
    let (scale, number_end) = scale(phrase, &last);
    let is_negative = matches!(amount, Amount::Exactly(value) if value < 0.0);
    let start = if is_negative { at - 1 } else { at };
    let opening = hedges::before_money(phrase, at);
    let lead = if second.is_some() && is_between(phrase, opening) { opening - 1 } else { start };
    let before = hedges::before_number(phrase, lead, &first);
    let after = hedges::after_number(phrase, number_end);
    let hedged = before.clone().or(after.clone());
    let tokens_start = before.map_or_else(|| hedges::before_money(phrase, lead), |(_, range)| range.start);
    let tokens = tokens_start..after.map_or(number_end, |(_, range)| range.end);
    let hedge = hedged.and_then(|(kind, range)| Some(Hedge { kind, span: phrase.span(range)? }));
    let suffix = written::suffix(phrase, &last);
    Some(Quantity {
        span: phrase.span(tokens.clone())?,
        tokens,
        number: start..number_end,
        amount,
        hedge,
        scale,
        suffix,
    })
}

fn vague_at(phrase: &Phrase, at: usize) -> Option<Quantity> {
    let first = phrase.lower(at);
    let starts_so = |vague: &&vocabulary::Vague| vague.words[0] == first.as_str() && phrase.are(at, vague.words);
    let vague = vocabulary::VAGUE.iter().find(starts_so)?;
    let tokens = at..at + vague.words.len();
    Some(Quantity {
        span: phrase.span(tokens.clone())?,
        number: tokens.clone(),
        tokens,
        amount: Amount::Vague { low: vague.low, high: vague.high },
        hedge: None,
        scale: if vague.is_share { Scale::Percent } else { Scale::Count },
        suffix: None,
    })
}

fn is_between(phrase: &Phrase, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| phrase.is(before, "between"))
}

/// The number that closes a range which `first` opens: "10 to 15", "10-15", "between 10 and 15", "two or three".
/// "From 10 to 15" tells a change, and its two numbers stay apart.
fn range_end(phrase: &Phrase, at: usize, first: &Written) -> Option<Written> {
    let tells_change = at.checked_sub(1).is_some_and(|before| phrase.is(before, "from"));
    let (_, joint) = scale(phrase, first);
    let between = is_between(phrase, hedges::before_money(phrase, at));
    let neighbours = |second: &Written| second.value == first.value + 1.0 && first.value < 10.0;
    let is_dash = phrase.is_dash(joint) && phrase.is_joined(joint) == phrase.is_joined(joint + 1);
    let number_at = after_money(phrase, joint + 1);
    let second = written::number(phrase, number_at).filter(|second| second.form == first.form)?;
    let joins = match phrase.lower(joint).as_str() {
        "to" => !tells_change,
        "and" => between,
        "or" => neighbours(&second),
        _ => is_dash && !is_dash_of_a_compound(phrase, &second),
    };
    let grows = first.value < second.value && first.form == Form::Cardinal;
    let alike = are_of_one_unit(phrase, (at, first), (number_at, &second));
    (joins && grows && alike && !is_score(phrase, at, &second)).then_some(second)
}

/// Whether two numbers can be the ends of one range: "£10 to £15", "10 to 15%", but not "3% to £1.4bn". What only the
/// first has, its percent sign, mark of money or glued unit, the second must have too; a mark of money before the second
/// alone makes it an amount of its own.
fn are_of_one_unit(phrase: &Phrase, (at, first): (usize, &Written), (second_at, second): (usize, &Written)) -> bool {
    let mark = |number: usize| number.checked_sub(1).map_or("", |before| phrase.text(before));
    let is_money = |mark: &str| mark.chars().next().is_some_and(|mark| vocabulary::CURRENCY_MARKS.contains(&mark));
    let (first_mark, second_mark) = (mark(at), mark(second_at));
    let marks_agree = !is_money(second_mark) || first_mark == second_mark;
    let is_percent = |number: &Written| scale(phrase, number).0 == Scale::Percent;
    let percents_agree = !is_percent(first) || is_percent(second);
    let amount_and_share = is_money(first_mark) && is_percent(second);
    let glued = |number: &Written| written::suffix(phrase, number).map(|span| phrase.source().slice(span));
    let units_agree = is_percent(first) || glued(first).is_none() || glued(first) == glued(second);
    marks_agree && percents_agree && !amount_and_share && units_agree
}

/// Whether a third number follows, as in "9-11-2001": no range.
fn is_dash_of_a_compound(phrase: &Phrase, second: &Written) -> bool {
    phrase.is_hyphen(second.after) && phrase.digits(second.after + 1).is_some()
}

fn after_money(phrase: &Phrase, at: usize) -> usize {
    let is_mark = phrase.text(at).chars().next().is_some_and(|mark| vocabulary::CURRENCY_MARKS.contains(&mark));
    if is_mark { at + 1 } else { at }
}

/// Words of play before or behind "1-2".
const OF_PLAY: &[&str] =
    &["won", "lost", "beat", "drew", "win", "defeat", "victory", "draw", "lead", "led", "score", "loss", "defeated"];

/// "lost 1-2", "a 1-2 defeat", "Rovers 1-2 Athletic".
fn is_score(phrase: &Phrase, at: usize, second: &Written) -> bool {
    let small = second.value < 30.0 && second.in_digits && phrase.is_hyphen(at + 1);
    let told_before = (at.saturating_sub(4)..at).any(|before| phrase.is_any(before, OF_PLAY));
    let told_behind = phrase.is_any(second.after, OF_PLAY);
    let between_names = at > 0 && phrase.is_capitalised(at - 1) && phrase.is_capitalised(second.after);
    small && (told_before || told_behind || between_names)
}

/// A range's ends, the lower one multiplied as the upper one is where it has no magnitude: "2-3 million".
fn range(first: &Written, second: &Written) -> Option<Amount> {
    let below_in_kind = first.magnitude == 1.0 && first.value < second.value / second.magnitude;
    let low = if below_in_kind { first.value * second.magnitude } else { first.value };
    (low < second.value).then_some(Amount::Range { low, high: second.value })
}

/// The sign of "-5" and "minus 5"; a hyphen between words is no sign.
fn signed(phrase: &Phrase, at: usize, value: f64) -> f64 {
    let Some(mark) = at.checked_sub(1) else { return value };
    let is_sign = phrase.is_dash(mark) && phrase.is_joined(at) && !phrase.is_joined(mark) && phrase.text(mark) != "—";
    let opens_digits = phrase.kind(at) == Some(TokenKind::Number);
    if is_sign && opens_digits || phrase.is(mark, "minus") { -value } else { value }
}

/// The scale of a number and the position after its per cent sign.
fn scale(phrase: &Phrase, number: &Written) -> (Scale, usize) {
    let at = if phrase.is_hyphen(number.after) { number.after + 1 } else { number.after };
    let glued = written::suffix(phrase, number).is_some_and(|span| phrase.source().slice(span) == "pc");
    let is_point = |after: usize| phrase.lower(after).as_str().starts_with("point");
    let percent = match phrase.lower(at).as_str() {
        _ if glued => Some(number.after),
        "%" | "％" | "percent" | "pc" | "pct" if !is_point(at + 1) => Some(at + 1),
        "per" if phrase.is(at + 1, "cent") && !is_point(at + 2) => Some(at + 2),
        _ => None,
    };
    match (percent, number.form) {
        (Some(after), Form::Cardinal | Form::Fraction) => (Scale::Percent, after),
        (_, Form::Cardinal) => (Scale::Count, number.after),
        (_, Form::Ordinal) => (Scale::Ordinal, number.after),
        (None, Form::Fraction) => (Scale::Fraction, number.after),
    }
}

#[cfg(test)]
mod tests;
