//! The parts of a compound claim: clauses joined by "; ", ", and", ", but" or "while", each long enough to be a claim
//! of its own.

use std::ops::Range;

use crate::question::Word;

/// A part: which words of the claim, and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Of the claim's words.
    pub(super) words: Range<usize>,
    /// Of the claim, in bytes.
    pub(super) typed: Range<usize>,
}

/// The fewest words that name something in a part that is a claim.
const FEWEST_CONTENT_WORDS: usize = 3;
const CONJUNCTIONS: &[&str] = &["and", "but", "while", "whereas", "although"];

/// Splits a claim; one part where it isn't compound.
pub(super) fn split(claim: &str, words: &[Word]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut first = 0;
    for at in 1..words.len() {
        let is_long_enough = count_content(&words[first..at]) >= FEWEST_CONTENT_WORDS;
        if is_long_enough && joins(claim, words, at) && count_content(&words[at..]) >= FEWEST_CONTENT_WORDS {
            parts.push(part(words, first..at));
            first = at;
        }
    }
    parts.push(part(words, first..words.len()));
    parts
}

fn part(words: &[Word], range: Range<usize>) -> Part {
    let typed = words[range.start].typed.start..words[range.end - 1].typed.end;
    Part { words: range, typed }
}

/// Whether a new part begins at this word.
fn joins(claim: &str, words: &[Word], at: usize) -> bool {
    let between = &claim[words[at - 1].typed.end..words[at].typed.start];
    let is_conjunction = CONJUNCTIONS.contains(&words[at].folded.as_str());
    between.contains(';')
        || is_conjunction && (between.contains(',') || words[at].folded != "and")
        || is_conjunction && has_verb_soon(words, at + 1)
}

/// "and Facebook offered …": a name and then a past form, or a verb at once, tells a clause from a list.
fn has_verb_soon(words: &[Word], from: usize) -> bool {
    let near = words.iter().skip(from).take(3);
    near.skip(1).any(|word| word.folded.ends_with("ed") || AUXILIARIES.contains(&word.folded.as_str()))
}

const AUXILIARIES: &[&str] = &["is", "are", "was", "were", "has", "have", "had", "will", "would", "did", "does"];

fn count_content(words: &[Word]) -> usize {
    words.iter().filter(|word| word.is_content()).count()
}
