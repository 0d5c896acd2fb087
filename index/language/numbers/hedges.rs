//! The words that make a number less than exact: "some 97", "more than half", "10 or more".
//! The list follows the hedges of BioScope and of the Full Fact annotation guide for claims of quantity.

use std::ops::Range;

use super::vocabulary::CURRENCY_MARKS;
use super::{HedgeKind, written::Written};
use crate::language::phrase::Phrase;

/// A hedge before a number: its words, the last of them directly before the number.
struct Before {
    words: &'static [&'static str],
    kind: HedgeKind,
}

const fn before(words: &'static [&'static str], kind: HedgeKind) -> Before {
    Before { words, kind }
}

use HedgeKind::{About, AtLeast, AtMost, LessThan, MoreThan, Nearly};

/// Longer ones before those that they end with.
const BEFORE: &[Before] = &[
    before(&["just", "short", "of"], Nearly),
    before(&["just", "under"], Nearly),
    before(&["close", "to"], Nearly),
    before(&["nearly"], Nearly),
    before(&["almost"], Nearly),
    before(&["approaching"], Nearly),
    before(&["no", "more", "than"], AtMost),
    before(&["not", "more", "than"], AtMost),
    before(&["no", "fewer", "than"], AtLeast),
    before(&["no", "less", "than"], AtLeast),
    before(&["not", "less", "than"], AtLeast),
    before(&["slightly", "more", "than"], MoreThan),
    before(&["well", "over"], MoreThan),
    before(&["just", "over"], MoreThan),
    before(&["more", "than"], MoreThan),
    before(&["greater", "than"], MoreThan),
    before(&["higher", "than"], MoreThan),
    before(&["in", "excess", "of"], MoreThan),
    before(&["upwards", "of"], MoreThan),
    before(&["exceeding"], MoreThan),
    before(&["over"], MoreThan),
    before(&["above"], MoreThan),
    before(&["less", "than"], LessThan),
    before(&["fewer", "than"], LessThan),
    before(&["lower", "than"], LessThan),
    before(&["under"], LessThan),
    before(&["below"], LessThan),
    before(&["a", "maximum", "of"], AtMost),
    before(&["as", "many", "as"], AtMost),
    before(&["as", "much", "as"], AtMost),
    before(&["up", "to"], AtMost),
    before(&["at", "most"], AtMost),
    before(&["a", "minimum", "of"], AtLeast),
    before(&["at", "least"], AtLeast),
    before(&["an", "estimated"], About),
    before(&["estimated", "at"], About),
    before(&["in", "the", "region", "of"], About),
    before(&["something", "like"], About),
    before(&["estimated"], About),
    before(&["some"], About),
    before(&["about"], About),
    before(&["around"], About),
    before(&["roughly"], About),
    before(&["approximately"], About),
    before(&["approx"], About),
    before(&["circa"], About),
    before(&["perhaps"], About),
    before(&["~"], About),
];

const AFTER: &[Before] = &[
    before(&["or", "more"], AtLeast),
    before(&["or", "so"], About),
    before(&["or", "less"], AtMost),
    before(&["or", "fewer"], AtMost),
    before(&["plus"], AtLeast),
    before(&["+"], AtLeast),
    before(&["-", "odd"], About),
    before(&["odd"], About),
];

/// After these, "over", "about" and "under" tell what it is about, not how much: "a row over five islands".
#[rustfmt::skip]
const SPEAKS_OF: &[&str] = &[
    "anger", "angry", "argue", "argued", "argues", "argument", "arguments", "asked", "asks", "bargaining",
    "battle", "battles", "book", "clash", "clashed", "clashes", "concern", "concerns", "control", "controversy",
    "criticised", "criticism", "criticized", "debate", "details", "disagree", "disagreed", "disagreement",
    "dispute", "disputes", "divided", "divides", "doubts", "fears", "feud", "feuds", "fight", "fights", "film",
    "fought", "furious", "fury", "information", "inquiry", "investigation", "knew", "know", "lawsuit", "lawsuits",
    "negotiations", "outcry", "power", "protest", "protests", "quarrel", "quarrelled", "quarrels", "question",
    "questions", "reports", "rift", "rifts", "row", "rows", "scandal", "spat", "speak", "speaks", "split",
    "splits", "spoke", "standoff", "story", "sue", "sued", "sues", "talk", "talked", "talking", "talks",
    "tensions", "think", "victory", "war", "win", "worried", "worries", "worry", "wrangle", "wrangles",
];

/// The tokens of the hedge before the number that begins at `number`, marks of money stepped over.
pub(super) fn before_number(phrase: &Phrase, number: usize, written: &Written) -> Option<(HedgeKind, Range<usize>)> {
    let end = before_money(phrase, number);
    let last = phrase.lower(end.checked_sub(1)?);
    let last = last.as_str();
    let fits = |hedge: &&Before| {
        let ends_so = hedge.words.last().is_some_and(|word| *word == last);
        ends_so && end.checked_sub(hedge.words.len()).is_some_and(|start| phrase.are(start, hedge.words))
    };
    let hedge = BEFORE.iter().find(fits)?;
    let start = end - hedge.words.len();
    let is_preposition =
        matches!(last, "over" | "under" | "about" | "above" | "below" | "around") && hedge.words.len() == 1;
    if is_preposition && is_of_a_place(phrase, start, written) {
        return None;
    }
    Some((hedge.kind, start..end))
}

/// Whether a preposition before a number is no hedge: it tells a topic, or a place of few things.
fn is_of_a_place(phrase: &Phrase, preposition: usize, written: &Written) -> bool {
    let about_a_topic = preposition.checked_sub(1).is_some_and(|before| phrase.is_any(before, SPEAKS_OF));
    let few = !written.in_digits && written.value < 10.0 && written.value.fract() == 0.0 && written.magnitude == 1.0;
    let under_few = few && !phrase.is_any(preposition, &["about", "around"]);
    about_a_topic || under_few
}

/// The position at which the marks and letters of money before a number begin ("US$", "€").
pub(super) fn before_money(phrase: &Phrase, number: usize) -> usize {
    let Some(mark) = number.checked_sub(1) else { return number };
    let is_mark = phrase.text(mark).chars().next().is_some_and(|first| CURRENCY_MARKS.contains(&first));
    if !is_mark {
        return number;
    }
    let letters = mark.checked_sub(1).filter(|before| {
        let prefix = phrase.text(*before);
        phrase.is_joined(mark) && prefix.len() <= 3 && prefix.bytes().all(|byte| byte.is_ascii_uppercase())
    });
    letters.unwrap_or(mark)
}

/// The tokens of the hedge that follows a number ending before `after`.
pub(super) fn after_number(phrase: &Phrase, after: usize) -> Option<(HedgeKind, Range<usize>)> {
    let hedge = AFTER.iter().find(|hedge| phrase.are(after, hedge.words))?;
    let glued = !matches!(hedge.words[0], "+" | "-" | "odd") || phrase.is_joined(after) || phrase.is(after, "odd");
    let end = after + hedge.words.len();
    // "97 plus 3" adds; only "97-plus" and a closing "plus" hedge.
    let adds = phrase.is(after, "plus") && phrase.kind(end).is_some();
    (glued && !adds).then_some((hedge.kind, after..end))
}
