//! The two sides that are compared: a claim's words, and a sentence's with the names and marks among them.

use std::collections::BTreeSet;

use crate::document::{Token, TokenKind};
use crate::language::countries;
use crate::language::dates::calendar;
use crate::language::tags::{self, Tags};
use crate::question::{self, Case, Word, synonyms};
use crate::span::{Source, Span};
use crate::story::Story;

/// How much it counts that two words are one.
const SAME: u32 = 6;
/// How much it counts that two words are used for one another.
const ALIKE: u32 = 4;
/// How much it counts that two words that only hold the sentence together are one.
const HOLDS_TOGETHER: u32 = 1;

/// The words of a sentence of the story.
pub(super) struct StorySide {
    /// The words.
    pub(super) words: Vec<Word>,
    /// Where each stands in the source.
    pub(super) spans: Vec<Span>,
    /// Whether a mark that parts clauses stands before each.
    pub(super) parted: Vec<bool>,
    /// The stems of all forms of the name that each stands in.
    names: Vec<Option<BTreeSet<String>>>,
}

impl StorySide {
    /// Reads the sentence of a line.
    pub(super) fn new(story: &Story, line: usize) -> Self {
        let document = story.document();
        let span = document.sentences()[story.lookup().lines[line].sentence].span;
        let text = document.text(span);
        let words = question::plain_words(text);
        let source = document.source();
        let place = |word: &Word| source.span(span.start() + word.typed.start..span.start() + word.typed.end).ok();
        let spans: Vec<Span> = words.iter().map(|word| place(word).unwrap_or(span)).collect();
        let before = |at: usize| at.checked_sub(1).map_or(0, |before| words[before].typed.end)..words[at].typed.start;
        let parts = |between: &str| between.contains([',', ';', ':', '(', ')', '\u{2014}', '\u{2013}']);
        let parted = (0..words.len()).map(|at| text.get(before(at)).is_some_and(parts)).collect();
        let mut names = vec![None; words.len()];
        for named in story.extracted().name_index.overlapping(span) {
            let forms = &story.extracted().names[named.name].mentions;
            let texts = forms.iter().chain([&named.span]).map(|form| document.text(*form));
            let stems: BTreeSet<String> = texts.flat_map(question::plain_words).map(|word| word.stem).collect();
            let within = (0..words.len()).filter(|at| named.span.contains(spans[*at]));
            within.for_each(|at| names[at] = Some(stems.clone()));
        }
        Self { words, spans, parted, names }
    }

    /// Whether a word is one of a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.names[at].is_some() && !is_date(&self.words[at]) || self.words[at].case == Case::Capital
    }

    /// Whether a word stands in a name that has a stem in any of its forms.
    pub(super) fn is_called(&self, at: usize, stem: &str) -> bool {
        self.names[at].as_ref().is_some_and(|stems| stems.contains(stem))
    }

    /// How much it counts that a word of a claim stands beside a word of the sentence.
    pub(super) fn likeness(&self, word: &Word, at: usize) -> u32 {
        let other = &self.words[at];
        if word.stem == other.stem {
            return if word.is_content() { SAME } else { HOLDS_TOGETHER };
        }
        if !word.is_content() || !other.is_content() {
            return 0;
        }
        let is_alike = synonyms::of(&word.stem).contains(&other.stem) || self.is_called(at, &word.stem);
        if is_alike || is_same_country(word, other) { ALIKE } else { 0 }
    }
}

fn is_same_country(word: &Word, other: &Word) -> bool {
    let code = |word: &Word| countries::typed(&word.folded).map(|found| found.country.code);
    word.case != Case::Digits && code(word).is_some_and(|first| code(other) == Some(first))
}

/// Whether a word of a claim is one of a name: by its capital, or as the story always writes it so.
pub(super) fn is_claimed_name(story: &Story, word: &Word) -> bool {
    let lookup = story.lookup();
    let is_always_name = || lookup.term(&word.stem).is_some_and(|term| lookup.is_name(term));
    let is_country = || countries::typed(&word.folded).is_some();
    word.is_content()
        && !is_date(word)
        && (word.case == Case::Capital || !is_number(word) && (is_always_name() || is_country()))
}

/// Whether a word is a number.
pub(super) fn is_number(word: &Word) -> bool {
    word.stem.starts_with(|first: char| first.is_ascii_digit())
}

/// Whether a number is a year by its form.
pub(super) fn is_year(folded: &str) -> bool {
    folded.len() == 4 && folded.chars().all(|digit| digit.is_ascii_digit())
}

/// Ordinals that stand for a number, folded.
const ORDINALS: &[&str] =
    &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last"];

/// Whether a word is an ordinal in letters.
pub(super) fn is_ordinal(word: &Word) -> bool {
    ORDINALS.contains(&word.folded.as_str())
}

/// Whether two numbers are the same but for an ending ("26th", "1970s").
pub(super) fn are_one_number(first: &Word, second: &Word) -> bool {
    let bare = |word: &Word| word.stem.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']).to_owned();
    bare(first) == bare(second)
}

/// The letters that two forms of one name share at least ("Europe", "European").
const SHARED_BEGINNING: usize = 5;

/// Whether two names are forms of one, by their beginning.
pub(super) fn are_one_name(first: &Word, second: &Word) -> bool {
    let shared = first.folded.chars().zip(second.folded.chars()).take_while(|(one, other)| one == other).count();
    shared >= SHARED_BEGINNING
}

/// Whether a word can be a verb with its own meaning: by its ending, or because it is an irregular form.
pub(super) fn may_be_verb(word: &Word) -> bool {
    let Ok(source) = Source::new(word.folded.as_str()) else { return false };
    let Some(span) = source.trimmed(0..word.folded.len()) else { return false };
    let token = Token { span, kind: TokenKind::Word };
    let by_form = tags::tags(&token, &word.folded).any(Tags::PAST.or(Tags::PRESENT).or(Tags::GERUND));
    let is_irregular = word.folded.get(..2) != word.stem.get(..2)
        || !word.folded.starts_with(word.stem.trim_end_matches(['i', 'e', 'y']));
    word.is_content() && !is_number(word) && (by_form || is_irregular)
}

/// Whether a word is a day or a month.
pub(super) fn is_date(word: &Word) -> bool {
    word.case == Case::Capital && calendar::is_month_or_weekday(&word.folded)
}
