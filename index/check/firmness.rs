//! How firmly and with what bound something is said: "at least 17" is neither "17" nor "exactly 17", and what may,
//! would or is about to be isn't yet.

use crate::question::Word;

use super::polarity;
use super::sides;

/// A bound that stands before a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    /// No bound, or "exactly".
    Exact,
    /// "About".
    About,
    /// "At least".
    AtLeast,
    /// "More than".
    Over,
    /// "Up to".
    AtMost,
    /// "Fewer than".
    Under,
}

/// Bounds by the words before the number, folded; the longer ones first. After the approximators and bounds of Quirk
/// et al., "A Comprehensive Grammar of the English Language" (1985), 5.
const BOUNDS: &[(&[&str], Bound)] = &[
    (&["no", "more", "than"], Bound::AtMost),
    (&["no", "fewer", "than"], Bound::AtLeast),
    (&["no", "less", "than"], Bound::AtLeast),
    (&["as", "many", "as"], Bound::AtMost),
    (&["as", "much", "as"], Bound::AtMost),
    (&["more", "than"], Bound::Over),
    (&["fewer", "than"], Bound::Under),
    (&["less", "than"], Bound::Under),
    (&["at", "least"], Bound::AtLeast),
    (&["at", "most"], Bound::AtMost),
    (&["up", "to"], Bound::AtMost),
    (&["over"], Bound::Over),
    (&["above"], Bound::Over),
    (&["exceeding"], Bound::Over),
    (&["under"], Bound::Under),
    (&["below"], Bound::Under),
    (&["about"], Bound::About),
    (&["around"], Bound::About),
    (&["roughly"], Bound::About),
    (&["some"], Bound::About),
    (&["approximately"], Bound::About),
    (&["estimated"], Bound::About),
    (&["nearly"], Bound::About),
    (&["almost"], Bound::About),
];

/// The bound before a number, and how many words it has.
pub(super) fn bound_before(words: &[Word], number: usize) -> (Bound, usize) {
    let is_article = |at: &usize| matches!(words[*at].folded.as_str(), "a" | "an" | "one");
    let number = number.checked_sub(1).filter(is_article).unwrap_or(number);
    let ends_with = |bound: &[&str]| {
        let from = number.checked_sub(bound.len());
        from.is_some_and(|from| words[from..number].iter().map(|word| word.folded.as_str()).eq(bound.iter().copied()))
    };
    let found = BOUNDS.iter().find(|(bound, _)| ends_with(bound));
    found.map_or((Bound::Exact, 0), |(words, bound)| (*bound, words.len()))
}

/// Whether a number with the claim's bound is said by one with the story's.
pub(super) fn is_as_firm(claim: Bound, story: Bound) -> bool {
    claim == story || claim == Bound::About && story == Bound::Exact
}

/// Words that leave open whether something is or will be so, folded.
const OPEN: &[&str] = &[
    "will",
    "would",
    "shall",
    "should",
    "can",
    "if",
    "whether",
    "unless",
    "plans",
    "planned",
    "hopes",
    "hoped",
    "wants",
    "wanted",
    "proposed",
    "proposes",
    "considering",
    "threatened",
    "expects",
    "suggests",
    "suggested",
    "estimated",
    "rumours",
    "claimed",
    "accused",
    "wont",
    "wouldnt",
];

/// "Will" in words that somebody reports is "would".
const FUTURE: &[&str] = &["will", "would", "wont", "wouldnt", "shall"];

/// Whether a word leaves open whether something is so.
pub(super) fn is_open(words: &[Word], at: usize) -> bool {
    OPEN.contains(&words[at].folded.as_str()) || polarity::is_hedge(words, at)
}

/// Whether a word tells of the future, now or in a report.
pub(super) fn is_future(word: &Word) -> bool {
    FUTURE.contains(&word.folded.as_str())
}

/// Whether a claim's number and the story's stand under bounds that say the same.
pub(super) fn differ_in_bound(claim: (&[Word], usize), story: (&[Word], usize)) -> bool {
    sides::is_number(&claim.0[claim.1])
        && !is_as_firm(bound_before(claim.0, claim.1).0, bound_before(story.0, story.1).0)
}
