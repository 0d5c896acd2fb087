//! Who does, has or makes what a figure counts: the subject of a verb that takes the figure as its object, or the
//! agent of a passive ("by China"). The verbs are those of having, making, trading and harming in Levin's
//! *English Verb Classes* (classes 11, 13, 26, 42, 55 and verbs of measure).

use std::ops::Range;

use super::nouns;
use crate::language::closed_classes::is_determiner;
use crate::language::phrase::Phrase;

/// Stems of regular verbs: the stem with "", "s", "es", "ed", "d" or "ing" is a form of the verb.
#[rustfmt::skip]
const REGULAR: &[&str] = &[
    "admit", "arrest", "attract", "carrie", "carry", "charge", "collect", "consume", "contain", "control", "cost",
    "damage", "deliver", "demand", "deploy", "deport", "destroy", "detain", "donate", "earn", "employ", "export",
    "extract", "face", "fire", "gain", "generate", "handle", "host", "import", "injure", "invest", "kill",
    "launch", "lose", "manufacture", "mine", "need", "operate", "owe", "own", "pledge", "produce", "promise",
    "provide", "purchase", "raise", "receive", "record", "refine", "report", "represent", "save", "score", "serve",
    "suppl", "supplie", "supply", "total", "use", "wound",
];

/// Forms of irregular verbs.
const IRREGULAR: &[&str] = &[
    "has", "have", "had", "holds", "hold", "held", "makes", "make", "made", "sells", "sell", "sold", "buys", "buy",
    "bought", "builds", "build", "built", "spends", "spend", "spent", "wins", "win", "won", "lost", "pays", "pay",
    "paid", "gets", "get", "got", "sent", "send", "sends", "gave", "gives", "give", "grew", "grows", "grow", "took",
    "takes", "take", "cuts", "cut", "shot", "found", "sees", "saw", "put", "mined", "keeps", "kept", "holds",
];

/// Verbs whose object follows a preposition: "accounts for 97%".
const WITH_PREPOSITION: &[(&str, &str)] = &[
    ("accounts", "for"),
    ("account", "for"),
    ("accounted", "for"),
    ("consists", "of"),
    ("consist", "of"),
    ("consisted", "of"),
    ("boasts", "of"),
];

fn is_holding_verb(word: &str) -> bool {
    let is_form_of =
        |stem: &str| word.strip_prefix(stem).is_some_and(|end| matches!(end, "" | "s" | "es" | "ed" | "d"));
    IRREGULAR.contains(&word) || REGULAR.iter().any(|stem| is_form_of(stem))
}

/// The subject or agent of the verb that takes the figure in `figure` as its object or subject.
pub(super) fn holder(phrase: &Phrase, figure: Range<usize>, thing: usize) -> Option<Range<usize>> {
    active_subject(phrase, figure.start).or_else(|| passive_agent(phrase, thing))
}

/// The subject of "China produces some 97%", auxiliaries and adverbs between the two left out.
fn active_subject(phrase: &Phrase, figure: usize) -> Option<Range<usize>> {
    let mut verb = skip_back_determiners(phrase, figure).checked_sub(1)?;
    let governed = verb.checked_sub(1).filter(|before| {
        WITH_PREPOSITION.iter().any(|(word, preposition)| phrase.is(*before, word) && phrase.is(verb, preposition))
    });
    verb = match governed {
        Some(governed) => governed,
        None if is_holding_verb(phrase.lower(verb).as_str()) => verb,
        None => return None,
    };
    let end = skip_back_auxiliaries(phrase, verb);
    // "refused to approve a £5m plan", "a sweetened offer 5p higher": the verb has no subject, or is a noun.
    let is_infinitive = phrase.is(end.wrapping_sub(1), "to");
    let is_noun = end == verb && end.checked_sub(1).is_some_and(|before| is_determiner(phrase.lower(before).as_str()));
    let passive = (end..verb).any(|at| phrase.is_any(at, &["was", "were", "been", "be", "is", "are"]));
    if passive || is_infinitive || is_noun {
        return None;
    }
    nouns::subject_before(phrase, end)
}

/// "a record 97%", "a total of 5 tonnes", "the 300 men".
fn skip_back_determiners(phrase: &Phrase, figure: usize) -> usize {
    const OPENERS: &[&str] = &["a", "an", "the", "record", "total", "further", "another", "its", "only", "just"];
    let mut at = figure;
    while let Some(before) = at.checked_sub(1) {
        let of_total = phrase.is(before, "of") && phrase.is(before.wrapping_sub(1), "total");
        if !of_total && !phrase.is_any(before, OPENERS) {
            break;
        }
        at = before;
    }
    at
}

fn skip_back_auxiliaries(phrase: &Phrase, verb: usize) -> usize {
    #[rustfmt::skip]
    const AUXILIARIES: &[&str] = &[
        "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "also", "now",
        "still", "already", "currently", "once", "not", "was", "were", "been", "be", "is", "are", "alone", "then",
        "since", "reportedly",
    ];
    let mut at = verb;
    while at > 0 && (phrase.is_any(at - 1, AUXILIARIES) || phrase.lower(at - 1).as_str().ends_with("ly")) {
        at -= 1;
    }
    at
}

/// The agent of "97% of the metals are produced by China", after the thing counted ends.
fn passive_agent(phrase: &Phrase, thing: usize) -> Option<Range<usize>> {
    const REACH: usize = 6;
    let is_passive = phrase.is_any(thing, &["is", "are", "was", "were", "has", "have", "had"]);
    let verb =
        (thing..thing + REACH).find(|at| is_holding_verb(phrase.lower(*at).as_str()) && phrase.is(at + 1, "by"))?;
    let participle_follows = is_passive || verb == thing;
    participle_follows.then(|| nouns::phrase_at(phrase, verb + 2)).flatten()
}
