//! Whether a clause looks back or ahead, from the words beside its expression of time: "will meet on Friday".
//! Only words of time and the verbs nearest to the expression count.

use super::moment::Direction;
use crate::language::phrase::Phrase;

/// Words that look ahead by themselves.
const AHEAD: &[&str] = &[
    "will",
    "won't",
    "won’t",
    "shall",
    "plans",
    "plan",
    "planned",
    "planning",
    "due",
    "set",
    "scheduled",
    "expected",
    "expects",
    "hopes",
    "hope",
    "intends",
    "intend",
    "upcoming",
    "forthcoming",
    "aims",
    "going",
    "'ll",
    "’ll",
    "slated",
    "deadline",
    "tomorrow",
    "would",
    "must",
];

/// Verbs of the past that don't end in "-ed", frequent in news.
const BACK: &[&str] = &[
    "was", "were", "had", "said", "told", "went", "came", "took", "made", "met", "began", "got", "saw", "left",
    "found", "held", "brought", "fell", "rose", "won", "lost", "gave", "spoke", "wrote", "sent", "led", "broke",
    "became", "did", "fought", "sold", "bought", "ran", "struck", "hit", "shot", "says",
];

/// Verbs whose "-ed" form is a participle without tense: "will stay closed".
const BEFORE_PARTICIPLE: &[&str] = &[
    "be",
    "been",
    "being",
    "stay",
    "stays",
    "staying",
    "remain",
    "remains",
    "remaining",
    "keep",
    "keeps",
    "get",
    "gets",
    "become",
    "becomes",
];

/// The direction that the clause around the tokens `start..end` looks in: what is nearest before them decides,
/// else what is nearest after; `None` where no verb tells.
pub(super) fn of_clause(phrase: &Phrase, start: usize, end: usize) -> Option<Direction> {
    const REACH: usize = 20;
    let before = (start.saturating_sub(REACH)..start).rev().take_while(|at| !is_boundary(phrase, *at));
    let after = (end..(end + REACH).min(phrase.len())).take_while(|at| !is_boundary(phrase, *at));
    before.chain(after).find_map(|at| told_by(phrase, at))
}

fn is_boundary(phrase: &Phrase, at: usize) -> bool {
    matches!(phrase.text(at), ";" | ":" | "—" | "\"" | "“" | "”") || phrase.is_any(at, &["but", "while", "although"])
}

fn told_by(phrase: &Phrase, at: usize) -> Option<Direction> {
    let names = phrase.is_capitalised(at) && at > 0;
    if names || !phrase.is_word(at) {
        return None;
    }
    let to_be_done = phrase.is_any(at, &["is", "are"]) && phrase.is(at + 1, "to");
    // "would have met" looks back.
    let would_have = phrase.is_any(at, &["would", "must"]) && phrase.is(at + 1, "have");
    let contracted = phrase.text(at).ends_with("'ll") || phrase.text(at).ends_with("’ll");
    if phrase.is_any(at, AHEAD) && !would_have || contracted || to_be_done {
        return Some(Direction::Ahead);
    }
    let participle = at.checked_sub(1).is_some_and(|before| phrase.is_any(before, BEFORE_PARTICIPLE));
    let word = phrase.text(at);
    let is_past = phrase.is_any(at, BACK) || word.len() > 4 && word.ends_with("ed");
    (is_past && !participle).then_some(Direction::Back)
}
