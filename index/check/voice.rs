//! The same claim in the other voice: "A signed B" is "B was signed by A".

use std::ops::Range;

use crate::language::stems;
use crate::question::{Case, Word};

use super::sides::may_be_verb;

const FORMS_OF_BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];

/// A claim in the other voice, where its form shows one verb with words before and after it; each word keeps the
/// bytes at which it was typed.
pub(super) fn turned(claim: &[Word]) -> Option<Vec<Word>> {
    let by = claim.iter().position(|word| word.folded == "by");
    match by {
        Some(by) => active(claim, by),
        None => passive(claim),
    }
}

fn active(claim: &[Word], by: usize) -> Option<Vec<Word>> {
    let verb = by.checked_sub(1).filter(|verb| claim[*verb].is_content())?;
    let be = (0..verb).rev().find(|at| FORMS_OF_BE.contains(&claim[*at].folded.as_str()))?;
    let is_passive = verb - be <= 2 && be > 0 && by + 1 < claim.len();
    is_passive.then(|| in_order(claim, [by + 1..claim.len(), verb..by, 0..be]))
}

fn passive(claim: &[Word]) -> Option<Vec<Word>> {
    let verb = (1..claim.len()).find(|at| may_be_verb(&claim[*at]) && claim[*at].case == Case::Small)?;
    let subject_end = (1..verb).find(|at| !claim[*at].is_content()).unwrap_or(verb);
    if verb + 1 >= claim.len() || claim[..subject_end].iter().all(|word| !word.is_content()) {
        return None;
    }
    let by =
        Word { folded: "by".to_owned(), stem: stems::stem("by"), typed: claim[verb].typed.clone(), case: Case::Small };
    let mut turned = in_order(claim, [verb + 1..claim.len(), verb..verb + 1, 0..0]);
    turned.push(by);
    turned.extend(claim[..subject_end].iter().cloned());
    Some(turned)
}

fn in_order(claim: &[Word], ranges: [Range<usize>; 3]) -> Vec<Word> {
    ranges.into_iter().flat_map(|range| claim[range].iter().cloned()).collect()
}
