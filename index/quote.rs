//! Pasted words → is this quotation the story's: verbatim, altered, another speaker's, absent.
//!
//! What "verbatim" means: the same words and marks in the same order. Curly and straight quotation marks and
//! apostrophes, dashes of any length, an ellipsis and three points, and white space of any kind are twins of each
//! other. Quotation marks don't count, nor do marks at either end, nor the case of the first letter. All other
//! differences count: a changed capital, number or "not" is an alteration. Pieces around "…" or "[…]" must follow
//! one another in the story.

use std::ops::Range;

use crate::span::Span;
use crate::story::{Citation, Story};

mod aligning;
mod attributing;
mod pieces;

use aligning::Alignment;
pub(crate) use attributing::other_speaker;
use pieces::{Piece, QuoteToken};

/// What the story has of a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteVerdict {
    /// The same words, typographic twins folded.
    Verbatim,
    /// The same but for some words.
    Altered,
    /// The words are there, but another's.
    OtherSpeaker,
    /// Nothing like it.
    Absent,
    /// There is no quotation to look for.
    Rejected,
}

/// One stretch that differs: words of the quotation (bytes) against words of the story; either may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alteration {
    /// The quotation's words, in bytes of it.
    pub quote: Range<usize>,
    /// The story's words; `None` where the quotation adds some.
    pub story: Option<Citation>,
}

/// A quotation looked for in a story.
#[derive(Clone, Debug)]
pub struct QuoteCheck {
    /// What the story has of it.
    pub verdict: QuoteVerdict,
    /// The passages that decide.
    pub because: Vec<Citation>,
    /// What differs.
    pub alterations: Vec<Alteration>,
}

impl QuoteCheck {
    fn without_evidence(verdict: QuoteVerdict) -> Self {
        Self { verdict, because: Vec::new(), alterations: Vec::new() }
    }
}

/// The longest quotation looked for, in characters.
pub const LONGEST_QUOTATION: usize = 4_000;
/// The part of a quotation's words that may differ for it to be an alteration of the story's.
const MOST_ALTERED: f32 = 0.4;
/// Of fewer words than these, none may differ: one changed word of three is another phrase.
const FEWEST_ALTERED: usize = 4;

/// Looks for a quotation in a story.
pub fn check(story: &Story, quotation: &str) -> QuoteCheck {
    let is_too_long = quotation.chars().nth(LONGEST_QUOTATION).is_some();
    let whole = pieces::read(quotation, 0..quotation.len());
    if is_too_long || whole.is_empty() {
        return QuoteCheck::without_evidence(QuoteVerdict::Rejected);
    }
    let words = pieces::story_tokens(story);
    let as_pasted = look_for(story, &words, &whole);
    if as_pasted.verdict == QuoteVerdict::Verbatim {
        return as_pasted;
    }
    match attributing::quoted_part(quotation) {
        Some(attributed) => {
            let inner = look_for(story, &words, &pieces::read(quotation, attributed.words.clone()));
            attributing::with_speaker(story, quotation, &attributed, inner)
        }
        None => as_pasted,
    }
}

fn look_for(story: &Story, words: &[QuoteToken], pieces: &[Piece]) -> QuoteCheck {
    let mut found: Vec<Alignment> = Vec::new();
    let mut from = 0;
    for piece in pieces {
        let Some(alignment) = aligning::align(&words[from..], &piece.tokens) else {
            return QuoteCheck::without_evidence(QuoteVerdict::Absent);
        };
        let alignment = alignment.moved(from);
        from = alignment.story.end;
        found.push(alignment);
    }
    let length: usize = pieces.iter().map(|piece| piece.tokens.len()).sum();
    let differing: usize = found.iter().map(|alignment| alignment.distance).sum();
    let allowed = if length < FEWEST_ALTERED { 0.0 } else { MOST_ALTERED * length as f32 };
    if differing as f32 > allowed {
        return QuoteCheck::without_evidence(QuoteVerdict::Absent);
    }
    let because = found.iter().filter_map(|alignment| cited(story, words, alignment.story.clone())).collect();
    let alterations =
        found.iter().zip(pieces).flat_map(|(alignment, piece)| alterations(story, words, piece, alignment));
    let alterations: Vec<Alteration> = alterations.collect();
    let verdict = if differing == 0 { QuoteVerdict::Verbatim } else { QuoteVerdict::Altered };
    QuoteCheck { verdict, because, alterations }
}

fn alterations(story: &Story, words: &[QuoteToken], piece: &Piece, alignment: &Alignment) -> Vec<Alteration> {
    let differing = alignment.differences.iter();
    differing
        .map(|difference| Alteration {
            quote: pieces::typed_range(&piece.tokens, difference.quote.clone()),
            story: cited(story, words, difference.story.clone()),
        })
        .collect()
}

fn cited(story: &Story, words: &[QuoteToken], range: Range<usize>) -> Option<Citation> {
    let tokens = words.get(range).filter(|tokens| !tokens.is_empty())?;
    let source = story.document().source();
    let span: Option<Span> = source.span(tokens[0].typed.start..tokens[tokens.len() - 1].typed.end).ok();
    span.map(|span| story.cite(span))
}

#[cfg(test)]
mod tests;
