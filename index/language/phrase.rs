//! Tokens beside the text they stand in: what every reader of numbers, dates and clauses looks at.
//! It compares words whatever their case and makes spans; it knows no meaning.

use std::ops::Range;

use crate::document::{Document, Sentence, Token, TokenKind};
use crate::span::{Source, Span};

/// A run of tokens with their source. Positions are counted from its first token; past the end there is nothing,
/// so that looking ahead and back needs no check.
#[derive(Clone, Copy, Debug)]
pub struct Phrase<'p> {
    source: &'p Source,
    tokens: &'p [Token],
}

impl<'p> Phrase<'p> {
    /// The tokens of `source`.
    pub fn new(source: &'p Source, tokens: &'p [Token]) -> Self {
        Self { source, tokens }
    }

    /// A sentence of a document.
    pub fn of_sentence(document: &'p Document, sentence: &Sentence) -> Self {
        Self { source: document.source(), tokens: document.tokens_of(sentence) }
    }

    /// The text that the tokens stand in.
    pub fn source(&self) -> &'p Source {
        self.source
    }

    /// The number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The token's text as written; empty past the end.
    pub fn text(&self, at: usize) -> &'p str {
        self.tokens.get(at).map_or("", |token| self.source.slice(token.span))
    }

    /// The text of the token before `at`; empty at the beginning.
    pub fn before(&self, at: usize) -> &'p str {
        at.checked_sub(1).map_or("", |before| self.text(before))
    }

    /// The token's text in lower case; empty past the end, and for words longer than any that is looked up.
    pub fn lower(&self, at: usize) -> Lower {
        Lower::new(self.text(at))
    }

    /// What the token is made of.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the token is a word.
    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether the token is this word, whatever the case of its ASCII letters.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.text(at).eq_ignore_ascii_case(word)
    }

    /// Whether the token is one of these words.
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    /// Whether the words stand one after the other from `at` on.
    pub fn are(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(ahead, word)| self.is(at + ahead, word))
    }

    /// Whether nothing stands between the token and the one before it.
    pub fn is_joined(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        match (before, self.tokens.get(at)) {
            (Some(before), Some(token)) => before.span.end() == token.span.start(),
            _ => false,
        }
    }

    /// Whether the token begins with a capital letter.
    pub fn is_capitalised(&self, at: usize) -> bool {
        self.text(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the token is a hyphen or dash.
    pub fn is_dash(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "–" | "—" | "\u{2212}")
    }

    /// Whether the token is a hyphen or dash with nothing before or after it.
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.is_dash(at) && self.is_joined(at) && self.is_joined(at + 1)
    }

    /// The value of a token that is nothing but ASCII digits, at most nine.
    pub fn digits(&self, at: usize) -> Option<u32> {
        let text = self.text(at);
        let only_digits = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
        only_digits.then(|| text.parse().ok()).flatten()
    }

    /// From the first to the last token of the range; `None` where the range holds no token.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let tokens = self.tokens.get(range)?;
        Some(tokens.first()?.span.cover(tokens.last()?.span))
    }
}

const LONGEST: usize = 24;

/// A word in lower case, kept on the stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lower {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Lower {
    /// Puts the ASCII letters of a word in lower case; a word too long for any list becomes empty.
    pub fn new(word: &str) -> Self {
        let mut bytes = [0; LONGEST];
        let length = if word.len() <= LONGEST { word.len() } else { 0 };
        bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
        bytes[..length].make_ascii_lowercase();
        Self { bytes, length }
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::words;

    #[test]
    fn looking_past_either_end_finds_nothing() {
        let source = Source::new("Two-thirds").unwrap();
        let tokens = words::tokens(&source, source.span(0..10).unwrap());
        let phrase = Phrase::new(&source, &tokens);
        assert_eq!((phrase.len(), phrase.text(3), phrase.before(0)), (3, "", ""));
        assert!(phrase.is_hyphen(1) && !phrase.is_joined(0) && !phrase.is_joined(3));
        assert_eq!(phrase.lower(0).as_str(), "two");
        assert_eq!(phrase.span(2..9), None);
    }
}
