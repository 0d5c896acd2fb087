//! Who does, has or makes what a figure counts: the subject of a verb that takes the figure as its object, or the
//! agent of a passive ("by China"). The verbs are those of having, making, trading and harming in Levin's
//! *English Verb Classes* (classes 11, 13, 26, 42, 55 and verbs of measure).

use std::ops::Range;

use super::nouns;
use crate::language::phrase::Phrase;

/// Stems of regular verbs: the stem with "", "s", "es", "ed", "d" or "ing" is a form of the verb.
const REGULAR: &[&str] = &[
    "produce",
    "export",
    "import",
    "own",
    "contain",
    "employ",
    "control",
    "suppl",
    "supply",
    "supplie",
    "consume",
    "use",
    "receive",
    "provide",
    "offer",
    "raise",
    "kill",
    "injure",
    "wound",
    "arrest",
    "detain",
    "deport",
    "fire",
    "launch",
    "deploy",
    "need",
    "collect",
    "earn",
    "donate",
    "pledge",
    "promise",
    "invest",
    "save",
    "owe",
    "claim",
    "gain",
    "score",
    "lose",
    "destroy",
    "damage",
    "attract",
    "operate",
    "manufacture",
    "extract",
    "mine",
    "refine",
    "handle",
    "carry",
    "carrie",
    "serve",
    "host",
    "publish",
    "release",
    "approve",
    "reject",
    "admit",
    "record",
    "report",
    "face",
    "demand",
    "charge",
    "cost",
    "total",
    "represent",
    "generate",
    "deliver",
    "import",
    "purchase",
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
    let passive = (end..verb).any(|at| phrase.is_any(at, &["was", "were", "been", "be", "is", "are"]));
    if passive {
        return None;
    }
    nouns::subject_before(phrase, end)
}

/// "a record 97%", "a total of 5 tonnes", "the 300 men".
fn skip_back_determiners(phrase: &Phrase, figure: usize) -> usize {
    let mut at = figure;
    while at > 0
        && phrase
            .is_any(at - 1, &["a", "an", "the", "record", "total", "of", "further", "another", "its", "only", "just"])
    {
        at -= 1;
    }
    at
}

fn skip_back_auxiliaries(phrase: &Phrase, verb: usize) -> usize {
    const AUXILIARIES: &[&str] = &[
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "also",
        "now",
        "still",
        "already",
        "currently",
        "once",
        "to",
        "not",
        "was",
        "were",
        "been",
        "be",
        "is",
        "are",
        "alone",
        "then",
        "since",
        "reportedly",
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
