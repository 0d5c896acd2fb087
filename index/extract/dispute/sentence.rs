//! One sentence of a dispute's story: its words, the names in it, and phrases cut out of it.

use std::ops::Range;

use super::cues;
use crate::extract::Extracted;
use crate::extract::names::classes::Classes;
use crate::extract::names::reading::Reading;
use crate::extract::names::{NameKind, Named};
use crate::span::Span;

/// A sentence with what the rules need.
#[derive(Clone)]
pub struct Sentence<'r, 'd> {
    /// The words of the whole document.
    pub reading: &'r Reading<'d>,
    /// Which of them are the sentence's.
    pub words: Range<usize>,
    /// The sentence.
    pub span: Span,
    /// The names in it.
    pub named: Vec<Named>,
}

impl<'r, 'd> Sentence<'r, 'd> {
    /// Looks at a sentence.
    pub fn new(reading: &'r Reading<'d>, extracted: &Extracted, index: usize) -> Self {
        let sentence = &reading.document.sentences()[index];
        let named = extracted.name_index.overlapping(sentence.span).collect();
        Self { reading, words: sentence.tokens.clone(), span: sentence.span, named }
    }

    /// Whether the word is one of `words`.
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.words.contains(&at) && words.iter().any(|word| self.reading.words[at].is(word))
    }

    /// Whether the word is `word`.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.is_any(at, &[word])
    }

    /// Where the words that `phrase` holds, parted by spaces, end when they begin at `at`.
    pub fn phrase_at(&self, at: usize, phrase: &str) -> Option<usize> {
        let mut end = at;
        for word in phrase.split(' ') {
            if !self.is(end, word) {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The longest of `phrases` at `at`, as its end.
    pub fn any_phrase_at(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.phrase_at(at, phrase)).max()
    }

    /// The span of some words.
    pub fn span_of(&self, words: Range<usize>) -> Option<Span> {
        self.reading.span(words)
    }

    /// The name that begins at a word or just after "the", "both", "its" … before it.
    pub fn name_from(&self, at: usize) -> Option<Named> {
        let skipped = (at..at + 3).take_while(|index| self.is_any(*index, SKIPPED)).count();
        let start = self.reading.get(at + skipped).filter(|_| self.words.contains(&(at + skipped)))?.span.start();
        self.named
            .iter()
            .copied()
            .filter(|named| !named.is_reference)
            .find(|named| named.span.start() == start || (named.span.start() < start && start < named.span.end()))
    }

    /// The last name before a word that can be a subject: no description of another word.
    pub fn subject_before(&self, at: usize) -> Option<Named> {
        let end = self.reading.get(at)?.span.start();
        let could_act = |named: &Named| !named.is_modifier && named.kind != NameKind::Place && !named.is_reference;
        self.named.iter().copied().rfind(|named| named.span.end() <= end && could_act(named))
    }

    /// The name that the sentence begins with, where it is what the sentence says something of.
    pub fn subject(&self) -> Option<Named> {
        let titles = self.words.clone().take_while(|at| {
            let word = self.reading.words[*at];
            (word.capital && word.has(Classes::HONORIFIC | Classes::ROLE | Classes::MODIFIER)) || word.text == "."
        });
        let named = self.name_from(self.words.start + titles.count())?;
        let end = self.end_of(named);
        let goes_on = self.is_any(end, &["and", "or"]) || self.is_any(end, &["of"]);
        (!named.is_modifier && named.kind != NameKind::Place && !goes_on).then_some(named)
    }

    /// The word at which a name ends.
    pub fn end_of(&self, named: Named) -> usize {
        let after = self.reading.words[self.words.clone()].partition_point(|word| word.span.start() < named.span.end());
        self.words.start + after
    }

    /// How many words a name has.
    pub fn words_of(&self, named: Named) -> usize {
        let words = &self.reading.words[self.words.clone()];
        words.iter().filter(|word| named.span.contains(word.span)).count()
    }

    /// Whether a clause ends before a word: at a mark, a conjunction or the sentence's end.
    pub fn is_clause_end(&self, at: usize) -> bool {
        !self.words.contains(&at) || !self.reading.words[at].is_word || self.is_any(at, &["and", "but", "or", "while"])
    }

    /// A noun phrase that begins at a word, without an article: to the next mark, verb, preposition but "of", conjunction.
    pub fn noun_phrase(&self, at: usize) -> Option<Range<usize>> {
        let start = at + usize::from(self.is_any(at, ARTICLES));
        let mut end = start;
        while end < self.words.end && !self.ends_phrase(end) {
            end += 1;
        }
        (start < end).then_some(start..end)
    }

    fn ends_phrase(&self, at: usize) -> bool {
        let word = self.reading.words[at];
        let is_number = word.text.starts_with(|first: char| first.is_numeric());
        let is_mark = !word.is_word && !is_number && !matches!(word.text, "-" | "$" | "£" | "€" | "%" | "’" | "&");
        let spaced_dash = word.text == "-" && !word.joined;
        is_mark || spaced_dash || (self.is_any(at, cues::PHRASE_ENDS) && !word.shouts())
    }

    /// The clause that a word stands in: between commas, semicolons, dashes, "and", "but".
    pub fn clause(&self, at: usize, end: usize) -> Span {
        let opens = |index: &usize| {
            self.is_any(*index, CLAUSE_MARKS) || (self.is(*index, "-") && !self.reading.words[*index].joined)
        };
        let start = (self.words.start..at).rev().find(opens).map_or(self.words.start, |index| index + 1);
        let last = end.clamp(at + 1, self.words.end);
        self.span_of(start..last).unwrap_or(self.span)
    }

    /// The nearest thing that can be held before a word, as an index.
    pub fn thing_before(&self, at: usize) -> Option<usize> {
        let is_thing = |index: &usize| self.is_any(*index, cues::THINGS) && !self.is_any(*index, cues::RIGHTS);
        (self.words.start..at).rev().find(is_thing)
    }

    /// The first thing that can be held in some words, as an index.
    pub fn thing_in(&self, words: Range<usize>) -> Option<usize> {
        words.into_iter().find(|index| self.is_any(*index, cues::THINGS))
    }
}

const SKIPPED: &[&str] = &["the", "both", "its", "their", "his", "her", "to"];
const ARTICLES: &[&str] = &["the", "a", "an", "its", "their", "his", "her"];
const CLAUSE_MARKS: &[&str] = &[",", ";", "–", "—", ":", "and", "but", "which", "who", "that"];
