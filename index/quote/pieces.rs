//! A quotation cut into its pieces and tokens, and the story's tokens, with typographic twins made one.

use std::ops::Range;

use crate::language::words;
use crate::span::Source;
use crate::story::Story;

/// A word or mark that counts, with where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QuoteToken {
    /// Its characters, twins folded, case kept.
    pub(super) key: String,
    /// Where it stands, in bytes.
    pub(super) typed: Range<usize>,
}

/// A stretch of a quotation with nothing left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its words and marks; begins and ends with a word.
    pub(super) tokens: Vec<QuoteToken>,
}

/// The key of an ellipsis, which parts two pieces.
const ELLIPSIS: &str = "...";

/// The pieces of a range of a quotation; none where it has no words.
pub(super) fn read(quotation: &str, range: Range<usize>) -> Vec<Piece> {
    let Ok(source) = Source::new(quotation) else { return Vec::new() };
    let Some(all) = source.trimmed(range) else { return Vec::new() };
    let tokens = join_points(
        words::tokens(&source, all)
            .into_iter()
            .map(|token| QuoteToken { key: twin(source.slice(token.span)), typed: token.span.range() }),
    );
    let stretches = tokens.split(|token| token.key == ELLIPSIS);
    let pieces = stretches.map(|stretch| Piece { tokens: trim_marks(stretch) });
    pieces.filter(|piece| !piece.tokens.is_empty()).collect()
}

/// The story's words and marks that count, in order.
pub(super) fn story_tokens(story: &Story) -> Vec<QuoteToken> {
    let document = story.document();
    let tokens = document
        .tokens()
        .iter()
        .map(|token| QuoteToken { key: twin(document.text(token.span)), typed: token.span.range() });
    let counting = join_points(tokens).into_iter();
    counting.filter(|token| token.key != ELLIPSIS).collect()
}

/// The bytes of some tokens of a quotation; an empty range before the next token where there are none.
pub(super) fn typed_range(tokens: &[QuoteToken], range: Range<usize>) -> Range<usize> {
    match tokens.get(range.clone()) {
        Some([first, .., last]) => first.typed.start..last.typed.end,
        Some([only]) => only.typed.clone(),
        _ => {
            let at = tokens.get(range.start).map(|token| token.typed.start);
            let end = tokens.last().map_or(0, |token| token.typed.end);
            at.unwrap_or(end)..at.unwrap_or(end)
        }
    }
}

/// Drops quotation marks and brackets around an ellipsis, and makes three points one ellipsis.
fn join_points(tokens: impl Iterator<Item = QuoteToken>) -> Vec<QuoteToken> {
    let mut joined: Vec<QuoteToken> = Vec::new();
    for token in tokens {
        if is_quotation_mark(&token.key) {
            continue;
        }
        let adjoins = joined.last().is_some_and(|last| last.typed.end == token.typed.start);
        joined.push(token);
        let length = joined.len();
        let points = length >= 3 && joined[length - 3..].iter().all(|token| token.key == ".");
        if adjoins && points {
            joined.truncate(length - 2);
            joined[length - 3].key = ELLIPSIS.to_owned();
        }
    }
    drop_brackets(joined)
}

fn drop_brackets(tokens: Vec<QuoteToken>) -> Vec<QuoteToken> {
    let is_ellipsis = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.key == ELLIPSIS);
    let keep = |at: usize| match tokens[at].key.as_str() {
        "[" | "(" => !is_ellipsis(at.checked_add(1)),
        "]" | ")" => !is_ellipsis(at.checked_sub(1)),
        _ => true,
    };
    (0..tokens.len()).filter(|at| keep(*at)).map(|at| tokens[at].clone()).collect()
}

fn trim_marks(tokens: &[QuoteToken]) -> Vec<QuoteToken> {
    let is_word = |token: &QuoteToken| token.key.starts_with(char::is_alphanumeric);
    let Some(first) = tokens.iter().position(is_word) else { return Vec::new() };
    let last = tokens.iter().rposition(is_word).unwrap_or(first);
    let is_sign = |at: usize| tokens.get(at).is_some_and(|token| matches!(token.key.as_str(), "%" | "$" | "£" | "€"));
    let first = if first > 0 && is_sign(first - 1) { first - 1 } else { first };
    let last = if is_sign(last + 1) { last + 1 } else { last };
    tokens[first..=last].to_vec()
}

fn is_quotation_mark(key: &str) -> bool {
    matches!(key, "\"" | "'" | "«" | "»" | "‹" | "›" | "`")
}

/// The characters of a token with typographic twins made one.
fn twin(written: &str) -> String {
    let mut key = String::with_capacity(written.len());
    for character in written.chars() {
        match character {
            '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2032}' | '\u{02BC}' => key.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{2033}' => key.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => key.push('-'),
            '\u{2026}' => key.push_str(ELLIPSIS),
            '\u{00AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' => {}
            other => key.push(other),
        }
    }
    key
}
