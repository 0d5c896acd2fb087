//! Numbers, dates and durations of a document: value, unit, hedge, range, of what, by whom, when.

use std::ops::Range;

use jiff::civil::Date;

use super::{Extracted, Extractor, Kind};
use crate::document::{Document, Token};
use crate::language::dates::{self, Period, TimeExpression};
use crate::language::numbers::{self, Amount, Comparison, HedgeKind, Quantity, Scale};
use crate::language::phrase::Phrase;
use crate::language::words;
use crate::span::{Source, Span};

mod ages;
mod clause;
mod holders;
mod nouns;
mod units;

use units::Behind;

/// What a figure counts or measures.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Hundredths.
    Percent,
    /// An amount of money, by ISO 4217 code.
    Money(&'static str),
    /// Things counted ("five islands").
    Count,
    /// A place in an order ("third").
    Ordinal,
    /// A day, month, year, decade.
    Date,
    /// A length of time, by its unit's English name in the singular ("year").
    Duration(&'static str),
    /// Any other measure, by its unit's English name in the singular ("tonne").
    Measure(&'static str),
}

/// A figure with what it is about.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its words, hedge included ("some 97%").
    pub span: Span,
    /// The value, in hundredths for percentages and fractions; of a range, a score, a vague quantity or a date there
    /// is none.
    pub value: Option<f64>,
    /// The lower end of a range or bound ("more than 90").
    pub low: Option<f64>,
    /// The upper end of a range or bound.
    pub high: Option<f64>,
    /// What it counts or measures.
    pub unit: Unit,
    /// Whether it is told as not exact ("some", "nearly", "dozens"); a bound ("more than") is exact.
    pub approximate: bool,
    /// The hedge's own words ("some", "about", "more than").
    pub hedge: Option<Span>,
    /// What it is a figure of.
    pub of: Option<Span>,
    /// Who does, has or makes what is counted.
    pub by: Option<Span>,
    /// The words that say when.
    pub when: Option<Span>,
    /// The days meant: of a date itself, else of `when`; only where the story's own date or the words give them.
    pub period: Option<Period>,
    /// The quantity as read, for comparing; none of a date.
    pub quantity: Option<Quantity>,
}

impl Figure {
    /// How this figure, a claim's, stands to the story's. Figures of different units are [`Comparison::Unlike`], dates
    /// are compared by the days they mean.
    pub fn compare(&self, story: &Self) -> Comparison {
        if let (Some(claim), Some(story)) = (self.period_of_date(), story.period_of_date()) {
            return match (claim == story, claim.contains(story), story.contains(claim)) {
                (true, _, _) => Comparison::Same,
                (_, true, _) => Comparison::Vaguer,
                (_, _, true) => Comparison::Firmer,
                _ => Comparison::Differs,
            };
        }
        match (&self.quantity, &story.quantity) {
            (Some(claim), Some(quantity)) if self.unit == story.unit => numbers::compare(claim, quantity),
            _ => Comparison::Unlike,
        }
    }

    fn period_of_date(&self) -> Option<Period> {
        self.period.filter(|_| self.unit == Unit::Date)
    }
}

/// Finds figures.
pub const EXTRACTOR: Extractor =
    Extractor { kind: Kind::Figure, asked_by: &["how much", "how many", "what share", "percent"], extract };

fn extract(document: &Document, extracted: &mut Extracted) {
    let published = document.article().published;
    for sentence in document.sentences() {
        extracted.figures.extend(find(document.source(), document.tokens_of(sentence), published));
    }
}

/// The figures of one sentence, in order: an article's, a question's or a claim's.
pub fn find(source: &Source, tokens: &[Token], published: Option<Date>) -> Vec<Figure> {
    let phrase = Phrase::new(source, tokens);
    let times = dates::find(source, tokens, published);
    let quantities = numbers::find(source, tokens);
    let mut figures: Vec<Figure> = times.iter().map(of_time).collect();
    let is_of_a_time = |quantity: &Quantity| {
        let next = times.partition_point(|time| time.tokens.end <= quantity.tokens.start);
        times.get(next).is_some_and(|time| time.tokens.start < quantity.tokens.end)
    };
    let mut taken = 0;
    for quantity in quantities.into_iter().filter(|quantity| !is_of_a_time(quantity)) {
        let figure = of_quantity(&phrase, quantity, &times).filter(|figure| figure.span.start() >= taken);
        taken = figure.as_ref().map_or(taken, |figure| figure.span.end());
        figures.extend(figure);
    }
    figures.sort_by_key(|figure| figure.span);
    figures
}

/// The figures of a text that stands by itself.
pub fn find_in_text(source: &Source, published: Option<Date>) -> Vec<Figure> {
    let whole = source.span(0..source.text().len());
    whole.map_or_else(|_| Vec::new(), |whole| find(source, &words::tokens(source, whole), published))
}

fn of_time(time: &TimeExpression) -> Figure {
    Figure {
        span: time.span,
        value: None,
        low: None,
        high: None,
        unit: Unit::Date,
        approximate: false,
        hedge: None,
        of: None,
        by: None,
        when: None,
        period: time.period,
        quantity: None,
    }
}

fn of_quantity(phrase: &Phrase, quantity: Quantity, times: &[TimeExpression]) -> Option<Figure> {
    let measured = Measured::of(phrase, &quantity);
    if is_too_little(phrase, &quantity, &measured) {
        return None;
    }
    let tokens = quantity.tokens.start..measured.end.max(quantity.tokens.end);
    let thing = measured.of.clone().filter(|thing| !is_of_time(thing, times));
    let thing_end = thing.as_ref().map_or(tokens.end, |thing| thing.end);
    let is_held = !matches!(measured.unit, Unit::Duration(_));
    let by = is_held.then(|| holders::holder(phrase, tokens.clone(), thing_end)).flatten();
    let beside = clause::time_beside(phrase, &tokens, times);
    let when = beside.filter(|time| is_held || clause::is_close(phrase, &tokens, time));
    let (value, low, high) = amounts(&quantity, &measured);
    let hedge_kind = quantity.hedge.map(|hedge| hedge.kind);
    let is_vague = matches!(quantity.amount, Amount::Vague { .. });
    Some(Figure {
        span: phrase.span(tokens)?,
        value,
        low,
        high,
        unit: measured.unit,
        approximate: is_vague || hedge_kind.is_some_and(|kind| !kind.is_bound()),
        hedge: quantity.hedge.map(|hedge| hedge.span),
        of: thing.and_then(|thing| phrase.span(thing)),
        by: by.and_then(|by| phrase.span(by)),
        when: when.map(|time| time.span),
        period: when.and_then(|time| time.period),
        quantity: Some(in_whole_units(quantity, measured.times)),
    })
}

/// The quantity in its unit's whole: 4.12 for the "412p" that are £4.12, so that the two compare.
fn in_whole_units(quantity: Quantity, times: f64) -> Quantity {
    let amount = match quantity.amount {
        _ if quantity.scale != Scale::Count => quantity.amount,
        Amount::Exactly(value) => Amount::Exactly(multiplied(value, times)),
        Amount::Range { low, high } => Amount::Range { low: multiplied(low, times), high: multiplied(high, times) },
        Amount::Vague { .. } => quantity.amount,
    };
    Quantity { amount, ..quantity }
}

/// The product without the last places that only binary fractions add.
fn multiplied(value: f64, times: f64) -> f64 {
    const PLACES: f64 = 1e6;
    if times == 1.0 { value } else { (value * times * PLACES).round() / PLACES }
}

/// Whether a phrase ends in an expression of time: "£14m in July" is of no July.
fn is_of_time(thing: &Range<usize>, times: &[TimeExpression]) -> bool {
    let next = times.partition_point(|time| time.tokens.end < thing.end);
    times.get(next).is_some_and(|time| time.tokens.start < thing.end)
}

/// A quantity's unit, the end of the figure's words, and what it is a figure of.
struct Measured {
    unit: Unit,
    end: usize,
    of: Option<Range<usize>>,
    times: f64,
}

impl Measured {
    fn of(phrase: &Phrase, quantity: &Quantity) -> Self {
        let end = quantity.number.end;
        match quantity.scale {
            Scale::Percent => Self { unit: Unit::Percent, end, of: share_of(phrase, end), times: 1.0 },
            Scale::Fraction => Self { unit: Unit::Percent, end, of: share_of(phrase, end), times: 100.0 },
            Scale::Ordinal => Self::of_ordinal(phrase, end),
            Scale::Count => Self::of_count(phrase, quantity),
        }
    }

    /// "third attempt", "second-largest shareholder"; the "minute" of a "94th-minute winner" belongs to the figure.
    fn of_ordinal(phrase: &Phrase, end: usize) -> Self {
        let is_rank = phrase.is_hyphen(end) && phrase.lower(end + 1).as_str().ends_with("est");
        let unit = Unit::Ordinal;
        match compound_end(phrase, end).filter(|_| !is_rank) {
            Some(end) => Self { unit, end, of: None, times: 1.0 },
            None => Self { unit, end, of: nouns::counted_at(phrase, after_hyphen(phrase, end)), times: 1.0 },
        }
    }

    fn of_count(phrase: &Phrase, quantity: &Quantity) -> Self {
        let end = quantity.number.end;
        if let Some(of) = ages::of(phrase, quantity) {
            return Self { unit: Unit::Duration("year"), end, of, times: 1.0 };
        }
        if let Some(end) = score_end(phrase, quantity) {
            return Self { unit: Unit::Measure("score"), end, of: None, times: 1.0 };
        }
        if let Some(code) = units::money_before(phrase, quantity.number.start) {
            return Self { unit: Unit::Money(code), end, of: amount_of(phrase, end), times: 1.0 };
        }
        if let Some(Behind { unit, after, times }) = units::behind(phrase, quantity) {
            let (end, of) = behind_unit(phrase, after);
            return Self { unit, end, of, times };
        }
        if let Some(end) = compound_end(phrase, end) {
            return Self { unit: Unit::Count, end, of: None, times: 1.0 };
        }
        let is_vague = matches!(quantity.amount, Amount::Vague { .. });
        let of = match (phrase.is(end, "of"), is_vague) {
            (true, true) => nouns::phrase_at(phrase, end + 1),
            (true, false) => share_of(phrase, end),
            (false, _) => nouns::counted_at(phrase, end),
        };
        Self { unit: Unit::Count, end, of, times: 1.0 }
    }
}

/// The end of "41-storey", "three-way", "94th-minute": adjectives of which the number tells nothing about the noun behind.
fn compound_end(phrase: &Phrase, end: usize) -> Option<usize> {
    (phrase.is_hyphen(end) && phrase.is_word(end + 1)).then_some(end + 2)
}

fn after_hyphen(phrase: &Phrase, at: usize) -> usize {
    if phrase.is_hyphen(at) { at + 1 } else { at }
}

/// "of these valuable commodities" behind a share, else the noun that a share stands before ("a 5% rise").
fn share_of(phrase: &Phrase, end: usize) -> Option<Range<usize>> {
    match phrase.is(end, "of") {
        true => nouns::phrase_with_of(phrase, end + 1),
        false => nouns::counted_at(phrase, after_hyphen(phrase, end)),
    }
}

/// "of aid", "in aid", "worth of aid" behind an amount of money, or the noun that it stands before.
fn amount_of(phrase: &Phrase, end: usize) -> Option<Range<usize>> {
    let at = if phrase.is(end, "worth") { end + 1 } else { end };
    match phrase.is_any(at, &["of", "in"]) {
        true => nouns::phrase_with_of(phrase, at + 1).filter(|thing| !units::is_stretch_of_time(phrase, thing.end - 1)),
        false => nouns::counted_at(phrase, after_hyphen(phrase, end)),
    }
}

/// The end of a figure with its unit, and what it is of: "14-year-old" of "boy", "three-day" of "meeting", "5 tonnes" of "rice".
fn behind_unit(phrase: &Phrase, after: usize) -> (usize, Option<Range<usize>>) {
    if phrase.is_hyphen(after) && phrase.is(after + 1, "old") {
        return (after + 2, nouns::phrase_at(phrase, after + 2));
    }
    if phrase.is(after, "old") {
        return (after + 1, None);
    }
    let is_compound = phrase.is_hyphen(after.wrapping_sub(2));
    let of = match phrase.lower(after).as_str() {
        "of" => nouns::phrase_with_of(phrase, after + 1),
        _ if is_compound => nouns::phrase_at(phrase, after),
        _ => None,
    };
    (after, of)
}

/// The end of "2-1": two small numbers of which the first isn't the lower.
fn score_end(phrase: &Phrase, quantity: &Quantity) -> Option<usize> {
    let Amount::Exactly(first) = quantity.amount else { return None };
    let dash = quantity.number.end;
    let second = phrase.digits(dash + 1).filter(|_| phrase.is_hyphen(dash) && !phrase.is_hyphen(dash + 2))?;
    let is_small = first < 200.0 && second < 200 && phrase.digits(quantity.number.start).is_some();
    is_small.then_some(dash + 2)
}

/// Small numbers in words without a noun ("the two"), shares without a number ("most of") and ordinals without what they order tell no figure.
fn is_too_little(phrase: &Phrase, quantity: &Quantity, measured: &Measured) -> bool {
    let Some(first) = phrase.span(quantity.number.clone()).map(|span| phrase.source().slice(span)) else { return true };
    let in_digits = first.bytes().any(|byte| byte.is_ascii_digit());
    let is_alone = measured.of.is_none() && measured.unit == Unit::Count;
    match quantity.amount {
        Amount::Vague { .. } => quantity.scale != Scale::Count,
        Amount::Exactly(_) if quantity.scale == Scale::Ordinal => {
            let is_compound = in_digits && measured.end > quantity.number.end;
            measured.of.is_none() && !is_compound
        }
        Amount::Exactly(value) => {
            is_alone && !in_digits && value < 13.0 && quantity.hedge.is_none() && !is_object_of_verb(phrase, quantity)
        }
        Amount::Range { .. } => false,
    }
}

/// "killing five", "five were killed", "and two in Quito": a small number alone that people are counted by.
fn is_object_of_verb(phrase: &Phrase, quantity: &Quantity) -> bool {
    let before = phrase.lower(quantity.tokens.start.wrapping_sub(1));
    let harms = |word: &str| {
        matches!(word, "killed" | "killing" | "injured" | "injuring" | "wounded" | "wounding" | "arrested" | "least")
    };
    let was_harmed =
        phrase.is_any(quantity.number.end, &["were", "was"]) && harms(phrase.lower(quantity.number.end + 1).as_str());
    harms(before.as_str()) || was_harmed || is_left_out_noun(phrase, quantity)
}

/// "four people died in Lima and two in Quito": a small number whose noun was told before.
fn is_left_out_noun(phrase: &Phrase, quantity: &Quantity) -> bool {
    let (start, end) = (quantity.tokens.start, quantity.number.end);
    let goes_on = start > 2 && phrase.is(start - 1, "and");
    goes_on && phrase.is_any(end, &["in", "at"]) && phrase.is_capitalised(end + 1)
}

/// Value, lower and upper end.
fn amounts(quantity: &Quantity, measured: &Measured) -> (Option<f64>, Option<f64>, Option<f64>) {
    if measured.unit == Unit::Measure("score") {
        return (None, None, None);
    }
    // A third is 33.33%: more places would be the machine's, not the story's.
    let scaled = |value: f64| match quantity.scale {
        Scale::Fraction => (value * measured.times * 100.0).round() / 100.0,
        Scale::Count | Scale::Percent | Scale::Ordinal => multiplied(value, measured.times),
    };
    match quantity.amount {
        Amount::Vague { .. } => (None, None, None),
        Amount::Range { low, high } => (None, Some(scaled(low)), Some(scaled(high))),
        Amount::Exactly(value) => {
            let value = scaled(value);
            match quantity.hedge.map(|hedge| hedge.kind) {
                Some(HedgeKind::MoreThan | HedgeKind::AtLeast) => (Some(value), Some(value), None),
                Some(HedgeKind::LessThan | HedgeKind::AtMost) => (Some(value), None, Some(value)),
                Some(HedgeKind::About | HedgeKind::Nearly) | None => (Some(value), None, None),
            }
        }
    }
}

#[cfg(test)]
mod tests;
