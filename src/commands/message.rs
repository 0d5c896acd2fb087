//! A text as people write it in a chat → its quotations and sentences, each looked for in the story.

use std::ops::Range;

use verbatim_index::check::{self, Checked, DifferenceKind, Verdict};
use verbatim_index::draft::reading::{self, Part};
use verbatim_index::extract::figures;
use verbatim_index::language::words;
use verbatim_index::quote::{self, QuoteVerdict};
use verbatim_index::span::Source;
use verbatim_index::story::Story;

use crate::reply::{FigureMark, Found, Piece, Purpose};

/// How many pieces of a text are looked at.
const MOST: usize = 15;

/// Marks a text's pieces; and how many there are beyond those that are looked at.
pub fn mark(story: &Story, text: &str, purpose: Purpose) -> (Vec<Piece>, usize) {
    let Ok(source) = Source::new(text) else { return (Vec::new(), 0) };
    let parts = reading::parts(&source);
    let left = parts.len().saturating_sub(MOST);
    let pieces = parts.into_iter().take(MOST).filter_map(|part| match part {
        Part::Quotation { words, within } => quotation(story, text, words, within),
        Part::Sentence(words) => sentence(story, &source, words, purpose),
    });
    (pieces.collect(), left)
}

fn quotation(story: &Story, text: &str, typed: Range<usize>, looked_for: Range<usize>) -> Option<Piece> {
    let check = quote::check(story, text.get(looked_for.clone())?);
    (check.verdict != QuoteVerdict::Rejected).then_some(Piece { typed, found: Found::Quotation { looked_for, check } })
}

/// A sentence as a claim; where whose words it holds is the question, as the story's words if it has them.
fn sentence(story: &Story, source: &Source, typed: Range<usize>, purpose: Purpose) -> Option<Piece> {
    let words = source.text().get(typed.clone())?;
    if purpose == Purpose::Whose {
        let check = quote::check(story, words);
        if matches!(check.verdict, QuoteVerdict::Verbatim | QuoteVerdict::Altered | QuoteVerdict::OtherSpeaker) {
            return Some(Piece { typed: typed.clone(), found: Found::Quotation { looked_for: typed, check } });
        }
    }
    let checked = check::check(story, words);
    let figures = figures(source, &typed, &checked);
    (checked.verdict != Verdict::Rejected).then_some(Piece { typed, found: Found::Claim { checked, figures } })
}

/// Each figure of a claim with the verdict on the part of the claim that it stands in.
fn figures(source: &Source, claim: &Range<usize>, checked: &Checked) -> Vec<FigureMark> {
    let Ok(span) = source.span(claim.clone()) else { return Vec::new() };
    let tokens = words::tokens(source, span);
    let found = figures::find(source, &tokens, None).into_iter();
    found.map(|figure| figure_mark(figure.span.range(), claim.start, checked)).collect()
}

fn figure_mark(typed: Range<usize>, base: usize, checked: &Checked) -> FigureMark {
    let own = typed.start - base..typed.end - base;
    let holds = |part: &&Checked| part.claim.start <= own.start && own.end <= part.claim.end;
    let part = checked.parts.iter().find(holds).unwrap_or(checked);
    let overlaps = |other: &Range<usize>| other.start < own.end && own.start < other.end;
    let mut differences = part.differences.iter().chain(&checked.differences);
    let difference = differences.find(|difference| {
        matches!(difference.kind, DifferenceKind::Number | DifferenceKind::Time) && overlaps(&difference.claim)
    });
    let verdict = if difference.is_some() { Verdict::Contradicted } else { part.verdict };
    FigureMark { typed, verdict, story: difference.map(|difference| difference.story) }
}

#[cfg(test)]
mod tests;
