//! Words, numbers and marks by Unicode's UAX #29, and how words are made alike for search.

use unicode_segmentation::UnicodeSegmentation;

use crate::document::{Token, TokenKind};
use crate::span::{Source, Span};

/// The tokens of a stretch of text, white space left out.
pub fn tokens(source: &Source, stretch: Span) -> Vec<Token> {
    let text = source.slice(stretch);
    let pieces = text.split_word_bound_indices();
    pieces
        .filter_map(|(at, piece)| {
            let span = source.trimmed(stretch.start() + at..stretch.start() + at + piece.len())?;
            Some(Token { span, kind: kind(piece) })
        })
        .collect()
}

fn kind(piece: &str) -> TokenKind {
    match piece.chars().next() {
        Some(first) if first.is_numeric() => TokenKind::Number,
        Some(first) if first.is_alphabetic() => TokenKind::Word,
        _ => TokenKind::Mark,
    }
}
