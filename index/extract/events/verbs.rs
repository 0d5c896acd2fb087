//! Finite verbs of the past as a reader of events needs them: happenings, sayings, states.
//! Irregular forms follow the list in Quirk et al., *A Comprehensive Grammar of the English Language* (3.11–20).

use crate::document::TokenKind;
use crate::language::phrase::Phrase;

/// What a verb of the past tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Past {
    /// Something that happened.
    Happening,
    /// Words, thoughts: a statement, not an event.
    Saying,
    /// How things were.
    State,
}

#[rustfmt::skip]
const HAPPENINGS: &[&str] = &[
    "went", "came", "took", "made", "met", "began", "left", "found", "brought", "fell", "rose", "won", "lost",
    "gave", "sent", "led", "became", "fought", "sold", "bought", "ran", "struck", "hit", "shot", "broke", "built",
    "cut", "drew", "drove", "fled", "flew", "grew", "held", "put", "quit", "sank", "set", "shut", "sought",
    "spent", "stole", "swept", "threw", "underwent", "withdrew", "blew", "burst", "caught", "chose", "dug",
    "froze", "got", "hid", "paid", "rode", "shook", "spread", "sprang", "stood", "stuck", "swore", "taught",
    "tore", "wore", "wrote", "beat", "laid", "lit", "sat", "saw",
];

#[rustfmt::skip]
const SAYINGS: &[&str] = &[
    "said", "told", "thought", "felt", "knew", "spoke", "added", "claimed", "stated", "argued", "noted",
    "explained", "insisted", "believed", "reported", "commented", "observed", "suggested", "warned", "tweeted",
    "asked", "wanted", "hoped", "expected", "denied", "replied", "quoted", "predicted", "estimated", "asserted",
    "acknowledged", "admitted", "described", "mentioned", "stressed", "emphasised", "emphasized", "confirmed",
    "considered", "according", "needed", "seemed", "appeared",
];

#[rustfmt::skip]
const STATES: &[&str] = &[
    "was", "were", "had", "remained", "lay", "stayed", "contained", "included", "consisted", "belonged", "existed",
    "lived", "led",
];

/// What the word at `at` tells, when it is a finite verb of the past.
pub(super) fn past(phrase: &Phrase, at: usize) -> Option<Past> {
    let is_lower_word = phrase.kind(at) == Some(TokenKind::Word) && !phrase.is_capitalised(at);
    if !is_lower_word || at == 0 {
        return None;
    }
    let word = phrase.text(at);
    if SAYINGS.contains(&word) {
        return Some(Past::Saying);
    }
    if STATES.contains(&word) {
        return Some(Past::State);
    }
    let is_past = HAPPENINGS.contains(&word) || word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    (is_past && can_be_finite(phrase, at)).then_some(Past::Happening)
}

/// Words before a form in "-ed" or "-en" that make it an adjective or leave it without tense.
const BEFORE_NO_FINITE: &[&str] = &[
    "the", "a", "an", "this", "these", "those", "its", "their", "his", "her", "our", "of", "in", "on", "at", "by",
    "for", "from", "with", "to", "into", "over", "under", "after", "before", "between", "be", "being", "is", "are",
    "as", "than", "more", "most", "some", "any", "no", "all", "many", "several", "newly", "recently", "has", "have",
    "will", "would", "could", "can", "may", "might", "stay", "stays", "remain", "remains", "keep", "keeps", "get",
    "gets", "become", "becomes",
];

fn can_be_finite(phrase: &Phrase, at: usize) -> bool {
    let before = at - 1;
    let hyphenated = phrase.is_hyphen(before) || phrase.is_hyphen(at + 1);
    !hyphenated && !phrase.is_any(before, BEFORE_NO_FINITE) && !is_in_a_subject(phrase, at)
}

/// "the taxes requested in 2010 are due": a participle behind its noun, with the clause's own verb still to come.
fn is_in_a_subject(phrase: &Phrase, at: usize) -> bool {
    const REACH: usize = 15;
    const ENDS: &[&str] = &[
        "and", "but", "or", "that", "which", "who", "whose", "what", "where", "when", "while", "as", "because",
        "after", "before", "if", "he", "she", "they", "it", "we", "i", "you", "there", "than", "since", "until",
    ];
    let is_participle =
        phrase.text(at).ends_with("ed") && phrase.is_any(at + 1, &["in", "on", "by", "at", "from", "for"]);
    let mut rest = (at + 2..at + REACH).take_while(|next| {
        phrase.kind(*next).is_some_and(|kind| kind != TokenKind::Mark) && !phrase.is_any(*next, ENDS)
    });
    is_participle && rest.any(|next| phrase.is_any(next, &["is", "are", "was", "were", "has", "have", "had", "will"]))
}
