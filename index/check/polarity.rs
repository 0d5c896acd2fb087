//! Words that turn a meaning round or weaken it: negations, hedges, and pairs of opposites.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::language::stems;
use crate::question::Word;

/// Negations that say nothing else, folded; a contraction's apostrophe is gone ("didnt").
const PLAIN_NEGATIONS: &[&str] = &[
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "cant", "dont", "doesnt",
    "didnt", "isnt", "arent", "wasnt", "werent", "wont", "wouldnt", "hasnt", "havent", "hadnt", "couldnt", "shouldnt",
];

/// Words that deny and say something else too, folded.
const DENIALS: &[&str] = &[
    "fail",
    "failed",
    "fails",
    "refused",
    "refuses",
    "refuse",
    "refusing",
    "declined",
    "declines",
    "rejected",
    "rejects",
    "denied",
    "denies",
    "deny",
    "denying",
    "disputed",
    "disputes",
    "doubted",
    "doubts",
    "lack",
    "lacks",
    "lacked",
    "unable",
    "incapable",
    "hardly",
    "nowhere",
];

/// Those that tell of somebody who denies: the thing itself is left open, folded.
const BY_SOMEBODY: &[&str] = &[
    "denied",
    "denies",
    "deny",
    "denying",
    "dismissed",
    "dismisses",
    "disputed",
    "disputes",
    "disputed",
    "doubted",
    "doubts",
    "rebutted",
    "refuted",
    "refutes",
];

/// Words that say that something isn't certain or hasn't happened yet, folded. After the hedge cues of Farkas et al.,
/// "The CoNLL-2010 Shared Task" (2010), cut to those that news uses.
const HEDGES: &[&str] = &[
    "may",
    "might",
    "could",
    "possibly",
    "perhaps",
    "probably",
    "likely",
    "unlikely",
    "reportedly",
    "allegedly",
    "apparently",
    "rumoured",
    "rumored",
    "supposedly",
    "appears",
    "seems",
    "alleged",
];

/// Words that weaken after a form of "be" ("is thought to"), folded.
const PASSIVE_HEDGES: &[&str] = &["thought", "believed", "suspected", "expected", "said", "understood", "reported"];
const FORMS_OF_BE: &[&str] = &["is", "are", "was", "were", "be", "been"];

/// Pairs of opposites, a line each.
const OPPOSITES: &str = include_str!("opposites.txt");

static PAIRS: LazyLock<HashSet<(String, String)>> = LazyLock::new(|| {
    let mut pairs = HashSet::new();
    for line in OPPOSITES.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ').map(stems::stem);
        if let (Some(first), Some(second)) = (words.next(), words.next()) {
            pairs.insert((second.clone(), first.clone()));
            pairs.insert((first, second));
        }
    }
    pairs
});

/// Whether a folded word denies.
pub(super) fn is_negation(folded: &str) -> bool {
    is_plain_negation(folded) || DENIALS.contains(&folded)
}

/// Whether a folded word says that somebody denies.
pub(super) fn is_denial(folded: &str) -> bool {
    BY_SOMEBODY.contains(&folded)
}

/// Whether a folded word denies and says nothing else.
pub(crate) fn is_plain_negation(folded: &str) -> bool {
    PLAIN_NEGATIONS.contains(&folded)
}

/// Whether the word at a place of a row of words weakens.
pub(super) fn is_hedge(words: &[Word], at: usize) -> bool {
    let folded = words[at].folded.as_str();
    let after_be = at.checked_sub(1).is_some_and(|before| FORMS_OF_BE.contains(&words[before].folded.as_str()));
    HEDGES.contains(&folded) || after_be && PASSIVE_HEDGES.contains(&folded)
}

/// Whether two stems are opposites.
pub(super) fn are_opposites(first: &str, second: &str) -> bool {
    PAIRS.contains(&(first.to_owned(), second.to_owned()))
}
