//! What kinds of answer a sentence holds: a person, a number, a date, a place, a cause, speech.

use crate::document::{Document, Token, TokenKind};
use crate::extract::Extracted;
use crate::extract::figures::Unit;
use crate::extract::names::NameKind;
use crate::language::dates::calendar;
use crate::language::stems;
use crate::question::{Intent, Question};
use crate::span::Span;

use super::lookup::Lookup;

/// A kind of answer that a sentence may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Signal {
    /// A name of any kind.
    Name = 1,
    /// A person.
    Person = 2,
    /// A place.
    Place = 4,
    /// A date.
    Date = 8,
    /// A number.
    Number = 16,
    /// A percentage or other part of a whole.
    Share = 32,
    /// A length of time.
    Duration = 64,
    /// A cause or purpose.
    Cause = 128,
    /// Words reported.
    Speech = 256,
    /// A sum of money.
    Money = 512,
}

/// The kinds of answer that a sentence holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Signals(u32);

impl Signals {
    /// Whether it holds this kind.
    pub(crate) fn has(self, signal: Signal) -> bool {
        self.0 & signal as u32 != 0
    }

    fn set(&mut self, signal: Signal) {
        self.0 |= signal as u32;
    }
}

/// Words that begin a sentence and point back to the one before.
const POINTS_BACK: &[&str] = &[
    "he", "she", "it", "they", "his", "her", "its", "their", "this", "that", "these", "those", "such", "both", "the",
    "there", "another", "other", "others", "however", "but", "also", "in",
];

const CAUSES: &[&str] = &[
    "because",
    "due",
    "since",
    "after",
    "amid",
    "over",
    "so",
    "therefore",
    "thus",
    "leading",
    "led",
    "caused",
    "cause",
    "reason",
    "result",
    "owing",
    "following",
    "prompted",
    "sparked",
    "triggered",
    "for",
    "to",
    "as",
];

/// Words of time that are no month's or weekday's name, folded.
const TIMES: &[&str] = &[
    "today",
    "yesterday",
    "tomorrow",
    "century",
    "decade",
    "tonight",
    "month",
    "week",
    "year",
    "morning",
    "evening",
    "night",
];
/// The month that is far more often a verb.
const MAY: &str = "may";

const DURATIONS: &[&str] = &["second", "minute", "hour", "day", "week", "month", "year", "decade", "century"];
const PLACE_PREPOSITIONS: &[&str] = &["in", "at", "near", "from", "off", "outside", "around", "across"];
const PARTS: &[&str] = &["percent", "half", "third", "quarter", "majority", "most", "fifth", "percentage", "per"];
const MONEY: &[&str] = &["cost", "price", "worth", "pay", "spend", "salari", "fine"];
const SPEECH: &[&str] = &["say", "tell", "claim", "accord", "announc", "state", "ask", "deni", "add"];

/// What a sentence's own words tell, before any extractor is asked.
pub(crate) fn of_tokens(document: &Document, tokens: &[Token]) -> Signals {
    let mut signals = Signals::default();
    for (at, token) in tokens.iter().enumerate() {
        let written = document.text(token.span);
        match token.kind {
            TokenKind::Mark if written == "%" => signals.set(Signal::Share),
            TokenKind::Mark if matches!(written, "$" | "£" | "€") => signals.set(Signal::Money),
            TokenKind::Mark => {}
            TokenKind::Number => number_signals(&mut signals, written),
            TokenKind::Word => word_signals(&mut signals, written, &previous(document, tokens, at)),
        }
    }
    signals
}

fn previous(document: &Document, tokens: &[Token], at: usize) -> String {
    at.checked_sub(1).map_or(String::new(), |before| stems::fold(document.text(tokens[before].span)))
}

fn number_signals(signals: &mut Signals, written: &str) {
    let is_year = written.len() >= 4 && written.len() <= 5 && (written.starts_with('1') || written.starts_with("20"));
    signals.set(if is_year { Signal::Date } else { Signal::Number });
}

fn word_signals(signals: &mut Signals, written: &str, previous: &str) {
    let folded = stems::fold(written);
    let stem = stems::stem(&folded);
    let capital = written.starts_with(char::is_uppercase);
    let opens = previous.is_empty();
    if capital && !opens {
        signals.set(Signal::Name);
        if PLACE_PREPOSITIONS.contains(&previous) {
            signals.set(Signal::Place);
        }
    }
    let checks: [(&[&str], Signal); 3] = [(CAUSES, Signal::Cause), (PARTS, Signal::Share), (TIMES, Signal::Date)];
    for (list, signal) in checks {
        if list.contains(&folded.as_str()) || list.contains(&stem.as_str()) {
            signals.set(signal);
        }
    }
    if [&folded, &stem].iter().any(|word| *word != MAY && calendar::is_month_or_weekday(word)) {
        signals.set(Signal::Date);
    }
    if DURATIONS.contains(&stem.as_str()) {
        signals.set(Signal::Duration);
    }
    if SPEECH.contains(&stem.as_str()) {
        signals.set(Signal::Speech);
    }
    if stem.starts_with(|first: char| first.is_ascii_digit())
        || matches!(stem.as_str(), "million" | "billion" | "dozen")
    {
        signals.set(Signal::Number);
    }
}

/// Whether a sentence's first word points back to the sentence before.
pub(crate) fn points_back(document: &Document, tokens: &[Token]) -> bool {
    let first = tokens.iter().find(|token| token.kind == TokenKind::Word);
    first.is_some_and(|first| POINTS_BACK.contains(&stems::fold(document.text(first.span)).as_str()))
}

/// Adds what the extractors found to the lines it was found in.
pub(crate) fn from_extracted(lookup: &mut Lookup, document: &Document, extracted: &Extracted) {
    let mut mark = |span: Span, signal: Signal| {
        if let Some(line) = lookup.line_at(document, span) {
            lookup.lines[line].signals.set(signal);
        }
    };
    for name in &extracted.names {
        let signal = match name.kind {
            NameKind::Person => Signal::Person,
            NameKind::Place => Signal::Place,
            NameKind::Country | NameKind::Body | NameKind::Other => Signal::Name,
        };
        name.mentions.iter().for_each(|mention| mark(*mention, signal));
    }
    for figure in &extracted.figures {
        mark(figure.span, signal_of(&figure.unit));
    }
    for statement in &extracted.statements {
        mark(statement.span(), Signal::Speech);
    }
    for event in &extracted.events {
        event.when.into_iter().for_each(|when| mark(when, Signal::Date));
    }
}

fn signal_of(unit: &Unit) -> Signal {
    match unit {
        Unit::Percent => Signal::Share,
        Unit::Money(_) => Signal::Money,
        Unit::Count | Unit::Ordinal | Unit::Measure(_) => Signal::Number,
        Unit::Date => Signal::Date,
        Unit::Duration(_) => Signal::Duration,
    }
}

/// The kinds of answer that a question asks for; any one will do, none means that anything may answer.
pub(crate) fn asked_for(question: &Question) -> &'static [Signal] {
    let asks_for_money = question.words.iter().any(|word| MONEY.contains(&word.stem.as_str()));
    match question.intent {
        Intent::HowMuch if asks_for_money => &[Signal::Money, Signal::Share],
        Intent::Who | Intent::Control => &[Signal::Person, Signal::Name, Signal::Place],
        Intent::WhoSaid | Intent::WhatSaid | Intent::WasTold => &[Signal::Speech],
        Intent::Share => &[Signal::Share],
        Intent::HowMuch => &[Signal::Number, Signal::Money, Signal::Share],
        Intent::Age => &[Signal::Number],
        Intent::Duration => &[Signal::Duration],
        Intent::When => &[Signal::Date],
        Intent::Where => &[Signal::Place],
        Intent::Why => &[Signal::Cause],
        Intent::Named => &[Signal::Name],
        Intent::YesNo | Intent::List | Intent::Happened | Intent::Summary | Intent::Other => &[],
    }
}
