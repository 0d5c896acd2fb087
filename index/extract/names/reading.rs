//! A document as the rules for names read it: words without possessive endings, their case, class and what joins
//! them to the word before.

use std::collections::HashSet;
use std::ops::Range;

use super::classes::{self, Classes};
use crate::document::{Document, TokenKind};
use crate::span::Span;

/// A token with what names need to know of it.
#[derive(Clone, Copy, Debug)]
pub struct Word<'d> {
    /// Its text without "'s".
    pub text: &'d str,
    /// Where that text stands.
    pub span: Span,
    /// Whether it is a word.
    pub is_word: bool,
    /// Whether it is a word with a capital first letter.
    pub capital: bool,
    /// Whether "'s" was cut off.
    pub possessive: bool,
    /// Whether it follows the token before without a space.
    pub joined: bool,
    /// What it tells about a name.
    pub classes: Classes,
}

impl Word<'_> {
    /// Whether it is this mark or word.
    pub fn is(self, text: &str) -> bool {
        self.text.eq_ignore_ascii_case(text)
    }

    /// Whether it has one of the classes.
    pub fn has(self, classes: Classes) -> bool {
        self.classes.has(classes)
    }

    /// Two or more capitals and nothing small.
    pub fn shouts(self) -> bool {
        self.capital && self.text.len() > 1 && !self.text.chars().any(char::is_lowercase) && self.text != "I'M"
    }
}

/// The words of a document and how they are written in running text.
pub struct Reading<'d> {
    /// The document.
    pub document: &'d Document,
    /// One for each of the document's tokens.
    pub words: Vec<Word<'d>>,
    capital_within: HashSet<&'d str>,
    lower: HashSet<&'d str>,
}

impl<'d> Reading<'d> {
    /// Reads a document.
    pub fn new(document: &'d Document) -> Self {
        let mut words: Vec<Word<'d>> = Vec::with_capacity(document.tokens().len());
        let mut end = 0;
        for token in document.tokens() {
            words.push(word(document, token.span, token.kind, token.span.start() == end));
            end = token.span.end();
        }
        let mut reading = Self { document, words, capital_within: HashSet::new(), lower: HashSet::new() };
        reading.note_case();
        reading
    }

    /// The word at an index, if there is one.
    pub fn get(&self, index: usize) -> Option<Word<'d>> {
        self.words.get(index).copied()
    }

    /// The word before an index.
    pub fn before(&self, index: usize) -> Option<Word<'d>> {
        index.checked_sub(1).and_then(|index| self.get(index))
    }

    /// The span of a run of words; `None` for an empty one.
    pub fn span(&self, words: Range<usize>) -> Option<Span> {
        let first = self.words.get(words.start)?;
        let last = self.words.get(words.end.checked_sub(1)?)?;
        (words.start < words.end).then(|| first.span.cover(last.span))
    }

    /// Whether two runs have the same words.
    pub fn same_words(&self, one: Range<usize>, other: Range<usize>) -> bool {
        let texts = |run: Range<usize>| self.words[run].iter().map(|word| word.text);
        texts(one).eq(texts(other))
    }

    /// The document's text from a word to the end of its sentence.
    pub fn rest(&self, index: usize, end: usize) -> &'d str {
        self.span(index..end).map_or("", |span| self.document.text(span))
    }

    /// Whether the word is written with a capital within a sentence.
    pub fn is_capital_within(&self, text: &str) -> bool {
        self.capital_within.contains(text)
    }

    /// Whether the word, which begins with a capital here, is written small elsewhere.
    pub fn is_small_elsewhere(&self, text: &str) -> bool {
        self.lower.contains(text.to_lowercase().as_str())
    }

    /// Whether a sentence is written as titles are: most of its longer words with capitals.
    pub fn is_title_case(&self, sentence: Range<usize>) -> bool {
        let words = &self.words[sentence];
        let ends_as_sentence = words.iter().rev().take(2).any(|word| matches!(word.text, "." | "?" | "!"));
        let long = words.iter().skip(1).filter(|word| word.is_word && word.text.len() > 3);
        let (capital, small): (Vec<&Word>, Vec<&Word>) = long.partition(|word| word.capital);
        let is_heading = capital.len() > 1 && capital.len() > 2 * small.len() && !ends_as_sentence;
        let is_word_of_sentences = |word: &&&Word| {
            // "King" and "Reed" are no verbs.
            let inflected = word.text.len() > 5 && (word.text.ends_with("ing") || word.text.ends_with("ed"));
            word.has(Classes::FUNCTION | Classes::SPEECH) || inflected
        };
        let shows_titling = capital.iter().filter(is_word_of_sentences).count() > 0;
        is_heading || (shows_titling && capital.len() > 3 && capital.len() > 5 * small.len())
    }

    /// Whether a word is the first of its sentence, or of words quoted or listed within it.
    pub fn is_initial(&self, index: usize, sentence: usize) -> bool {
        if index == sentence {
            return true;
        }
        let Some(before) = self.before(index) else { return true };
        let after_dateline =
            matches!(before.text, "—" | "–" | "-") && self.before(index - 1).is_some_and(|w| w.text == ")");
        let opens = matches!(before.text, "\"" | "“" | "'" | "‘" | ":" | "•" | "*");
        after_dateline || (opens && !before.is_word)
    }

    fn note_case(&mut self) {
        for sentence in self.document.sentences() {
            let range = sentence.tokens.clone();
            let title_case = self.is_title_case(range.clone());
            for index in range.clone() {
                let word = self.words[index];
                if !word.is_word || title_case {
                    continue;
                }
                if !word.capital && !word.joined {
                    self.lower.insert(word.text);
                } else if word.capital && !self.is_initial(index, range.start) {
                    self.capital_within.insert(word.text);
                }
            }
        }
    }
}

fn word(document: &Document, span: Span, kind: TokenKind, joined: bool) -> Word<'_> {
    let whole = document.text(span);
    let text =
        whole.strip_suffix("'s").or_else(|| whole.strip_suffix("’s")).filter(|text| !text.is_empty()).unwrap_or(whole);
    let span = document.source().span(span.start()..span.start() + text.len()).unwrap_or(span);
    let is_word = kind == TokenKind::Word;
    let capital = is_word && text.chars().next().is_some_and(char::is_uppercase);
    let classes = if is_word { classes::of(text) } else { Classes::default() };
    Word { text, span, is_word, capital, possessive: text.len() < whole.len(), joined, classes }
}
