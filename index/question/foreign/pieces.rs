//! A text in Japanese or Chinese, or mixed with Latin letters, cut into the lexicon's words, longest first.

use std::ops::Range;

use super::is_foreign;
use super::lexicon::{self, Entry, Sort};
use crate::question::{Case, Word, new_word, read_latin};

/// English months, in their order.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What stands after the number of a year, a month or a day.
const COUNTERS: [char; 4] = ['年', '月', '日', '号'];

/// A piece of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// A word of the lexicon.
    Known(Entry, Range<usize>),
    /// A word or number in Latin letters.
    Latin(Word),
    /// What the lexicon doesn't have.
    Unknown(Range<usize>),
}

impl Piece {
    /// Whether its meaning is known; that of a negation is known too well to be left out.
    pub(super) fn is_understood(&self) -> bool {
        match self {
            Self::Known(entry, _) => entry.sort != Sort::Not,
            Self::Latin(_) => true,
            Self::Unknown(_) => false,
        }
    }

    /// What it does; what is written in Latin letters is most often a name, unless it is part of a date.
    pub(super) fn sort(&self) -> Sort {
        match self {
            Self::Known(entry, _) => entry.sort,
            Self::Latin(word) if is_date(word) => Sort::Thing,
            Self::Latin(_) => Sort::Name,
            Self::Unknown(_) => Sort::Thing,
        }
    }

    /// Where it was typed.
    pub(super) fn typed(&self) -> Range<usize> {
        match self {
            Self::Known(_, typed) | Self::Unknown(typed) => typed.clone(),
            Self::Latin(word) => word.typed.clone(),
        }
    }
}

/// Whether a word is a number or a month.
fn is_date(word: &Word) -> bool {
    word.case == Case::Digits || MONTHS.iter().any(|month| month.eq_ignore_ascii_case(&word.folded))
}

/// The pieces of a text, marks and white space left out.
pub(super) fn of(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = match lexicon::at(rest).filter(|_| begins_word(first, &text[..at])) {
            Some((entry, length)) => {
                pieces.push(Piece::Known(entry, at..at + length));
                length
            }
            None if is_foreign(first) => {
                unknown(&mut pieces, at..at + first.len_utf8());
                first.len_utf8()
            }
            None => {
                let length = rest.find(is_foreign).unwrap_or(rest.len());
                let month = latin(&mut pieces, &rest[..length], at, &rest[length..]);
                length + month
            }
        };
        at += length;
    }
    pieces
}

/// Whether a word of the lexicon can begin here: one that is written in letters not in the middle of another.
fn begins_word(first: char, before: &str) -> bool {
    let is_letter = |letter: char| letter.is_alphanumeric() && !is_foreign(letter);
    !is_letter(first) || !before.chars().next_back().is_some_and(is_letter)
}

fn unknown(pieces: &mut Vec<Piece>, range: Range<usize>) {
    match pieces.last_mut() {
        Some(Piece::Unknown(last)) if last.end == range.start => last.end = range.end,
        Some(_) | None => pieces.push(Piece::Unknown(range)),
    }
}

/// Adds words in Latin letters; "9月" is September. Returns how many bytes of what follows belong to the last one.
fn latin(pieces: &mut Vec<Piece>, stretch: &str, start: usize, after: &str) -> usize {
    let narrow: String = stretch.chars().map(lexicon::narrow).collect();
    let mut words = read_latin(&narrow);
    for word in &mut words {
        // Wide letters take more bytes than narrow ones: the whole stretch then stands for each of its words.
        let is_as_typed = narrow.len() == stretch.len();
        word.typed = if is_as_typed { shifted(&word.typed, start) } else { start..start + stretch.len() };
    }
    let number = words.last_mut().filter(|_| narrow.ends_with(|last: char| last.is_ascii_digit()));
    let counter = after.chars().next().filter(|counter| COUNTERS.contains(counter));
    let (Some(number), Some(counter)) = (number, counter) else {
        pieces.extend(words.into_iter().map(Piece::Latin));
        return 0;
    };
    let month = number.folded.parse::<usize>().ok().and_then(|number| MONTHS.get(number.checked_sub(1)?));
    if let Some(month) = month.filter(|_| counter == '月') {
        *number = new_word(month, number.typed.clone(), Case::Capital);
    }
    pieces.extend(words.into_iter().map(Piece::Latin));
    counter.len_utf8()
}

fn shifted(range: &Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}
