//! The same claim in the other voice: "A signed B" is "B was signed by A".

use std::ops::Range;

use crate::language::stems;
use crate::question::{Case, Word};

use super::sides::may_be_verb;

/// Helping verbs that change nothing but the time of a verb, folded.
const HELPING: &[&str] = &["has", "have", "had", "did", "do", "does"];
/// Words that open an object, folded.
const ARTICLES: &[&str] = &["the", "a", "an", "his", "her", "its", "their", "this", "these", "all"];
const FORMS_OF_BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];

/// Whether a word is a form of "be".
pub(super) fn is_form_of_be(word: &Word) -> bool {
    FORMS_OF_BE.contains(&word.folded.as_str())
}

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
    let be = (0..verb).rev().find(|at| is_form_of_be(&claim[*at]))?;
    let is_passive = verb == be + 1 && be > 0 && by + 1 < claim.len();
    is_passive.then(|| {
        let agent = by + 1..phrase_end(claim, by + 1);
        let rest = agent.end..claim.len();
        in_order(claim, [agent, verb..by, 0..be, rest])
    })
}

fn passive(claim: &[Word]) -> Option<Vec<Word>> {
    let verb = (1..claim.len()).find(|at| may_be_verb(&claim[*at]) && claim[*at].case == Case::Small)?;
    let subject_end = (1..verb).find(|at| !claim[*at].is_content()).unwrap_or(verb);
    let opens_object = |next: &Word| next.is_content() || ARTICLES.contains(&next.folded.as_str());
    let has_object = claim.get(verb + 1).is_some_and(opens_object);
    let only_helps = claim[subject_end..verb].iter().all(|word| HELPING.contains(&word.folded.as_str()));
    if !has_object || !only_helps || claim[..subject_end].iter().all(|word| !word.is_content()) {
        return None;
    }
    let by =
        Word { folded: "by".to_owned(), stem: stems::stem("by"), typed: claim[verb].typed.clone(), case: Case::Small };
    let mut turned = in_order(claim, [verb + 1..claim.len(), verb..verb + 1, 0..0, 0..0]);
    turned.push(by);
    turned.extend(claim[..subject_end].iter().cloned());
    Some(turned)
}

/// Where the phrase that opens at a word ends: at the next word that only holds the claim together, articles aside.
fn phrase_end(claim: &[Word], from: usize) -> usize {
    let is_within = |at: &usize| claim[*at].is_content() || ARTICLES.contains(&claim[*at].folded.as_str());
    (from..claim.len()).find(|at| !is_within(at)).unwrap_or(claim.len())
}

fn in_order(claim: &[Word], ranges: [Range<usize>; 4]) -> Vec<Word> {
    ranges.into_iter().flat_map(|range| claim[range].iter().cloned()).collect()
}
