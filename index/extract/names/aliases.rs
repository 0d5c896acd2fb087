//! Other words for a name that the story puts beside it: "X, also known as Y", "known in Japan as X and in China as Y",
//! "Some Long Name (SLN)". Each with the words that prove it.

use std::collections::HashMap;

use super::mentions::Mention;
use super::reading::Reading;
use super::{Alias, AliasReason};
use crate::span::Span;

/// Two mentions that the story says are the same, the later one an alias of the earlier.
#[derive(Clone, Copy, Debug)]
pub struct Same {
    /// The earlier mention.
    pub first: usize,
    /// The later mention and the reason.
    pub other: usize,
    /// How it is known.
    pub reason: AliasReason,
    /// The words that prove it.
    pub evidence: Span,
}

impl Same {
    /// The alias as a name keeps it.
    pub fn alias(self, mentions: &[Mention]) -> Alias {
        Alias { span: mentions[self.other].span, reason: self.reason, evidence: self.evidence }
    }
}

/// Finds all pairs of neighbouring mentions that the story says are the same.
pub fn find(reading: &Reading, mentions: &[Mention]) -> Vec<Same> {
    let by_start: HashMap<usize, usize> =
        mentions.iter().enumerate().map(|(index, mention)| (mention.words.start, index)).collect();
    let mut same = Vec::new();
    for (index, pair) in mentions.windows(2).enumerate() {
        let (first, other) = (&pair[0], &pair[1]);
        if first.sentence != other.sentence || first.words.end > other.words.start {
            continue;
        }
        let is_both = is_bracketed(reading, first, other) || is_stated(reading, first, other);
        let reason = if is_bracketed(reading, first, other) && is_acronym(reading, other) {
            AliasReason::Acronym
        } else {
            AliasReason::StatedByStory
        };
        if is_both && other.country.is_none() {
            same.push(Same {
                first: index,
                other: index + 1,
                reason,
                evidence: first.span.cover(closing(reading, other)),
            });
        }
    }
    same.extend(by_party(reading, mentions, &by_start));
    same
}

fn closing(reading: &Reading, mention: &Mention) -> Span {
    let mark = reading.get(mention.words.end).filter(|word| word.text == ")");
    mark.map_or(mention.span, |mark| mention.span.cover(mark.span))
}

/// "Name (Other)", the other one alone between the brackets, an acronym of the name or formerly it.
fn is_bracketed(reading: &Reading, first: &Mention, other: &Mention) -> bool {
    let between = &reading.words[first.words.end..other.words.start];
    let closes = reading.get(other.words.end).is_some_and(|word| word.text == ")");
    closes && between.len() == 1 && between[0].text == "(" && first.country.is_none() && shortens(reading, first, other)
}

fn is_acronym(reading: &Reading, mention: &Mention) -> bool {
    mention.words.len() == 1 && reading.words[mention.words.start].text.chars().count() > 1
}

/// Whether the letters of `other` stand in this order in `first`, beginning with the same one.
fn shortens(reading: &Reading, first: &Mention, other: &Mention) -> bool {
    let long = reading.document.text(first.span).to_lowercase();
    let short = reading.document.text(other.span).to_lowercase();
    let mut letters = long.chars();
    let in_order =
        short.chars().filter(|letter| letter.is_alphanumeric()).all(|letter| letters.any(|other| other == letter));
    in_order && long.chars().next() == short.chars().next() && short.len() < long.len() && first.words.len() > 1
}

/// "X, also known as Y", "X, or Y,", "X (formerly Y)".
fn is_stated(reading: &Reading, first: &Mention, other: &Mention) -> bool {
    let between = &reading.words[first.words.end..other.words.start];
    if between.len() > LONGEST_LINK || between.is_empty() {
        return false;
    }
    let link: Vec<String> = between
        .iter()
        .map(|word| word.text.to_lowercase())
        .filter(|word| !matches!(word.as_str(), "," | "(" | "–" | "-" | "—" | "\"" | "“" | "the" | "'" | "‘"))
        .collect();
    let link = link.join(" ");
    let sets_off = matches!(between[0].text, "," | "(" | "–" | "-" | "—");
    let closes = reading
        .get(other.words.end)
        .is_some_and(|word| matches!(word.text, "," | ")" | "–" | "-" | "—" | "." | "\"" | "”"));
    let says_so = LINKS.contains(&link.as_str());
    let or = link == "or"
        && between[0].text == ","
        && reading.get(other.words.end).is_some_and(|word| word.text == ",")
        && (shortens(reading, first, other) || shortens(reading, other, first));
    or || (says_so && (sets_off || link.starts_with("who") || link.starts_with("which")) && closes)
        || (says_so && link.ends_with("known as"))
}

/// "known in Japan as Senkaku and in China as Diaoyu", "called X by the British and Y by the French".
fn by_party(reading: &Reading, mentions: &[Mention], by_start: &HashMap<usize, usize>) -> Vec<Same> {
    let mut same: Vec<Same> = Vec::new();
    let mut earlier: Option<(usize, usize, usize)> = None;
    for (at, word) in reading.words.iter().enumerate() {
        if word.is("known") || word.is("called") {
            earlier = None;
        }
        if !word.is("as") || !reading.before(at).is_some_and(|before| before.capital) {
            continue;
        }
        let named = (at + 1..at + 4).find_map(|index| by_start.get(&index).copied());
        let party = mentions
            .partition_point(|mention| mention.words.end <= at)
            .checked_sub(1)
            .filter(|index| mentions[*index].words.end == at);
        let (Some(named), Some(party)) = (named, party) else { continue };
        let stands_in = reading
            .before(mentions[party].words.start)
            .is_some_and(|word| word.is("in") || word.is("by") || word.is("to") || word.is("the"));
        if !stands_in || mentions[named].country.is_some() {
            continue;
        }
        let begin = known_before(reading, mentions[party].words.start);
        match (earlier, begin) {
            (Some((first, sentence, start)), _) if sentence == mentions[named].sentence => {
                let evidence = reading.span(start..mentions[named].words.end).unwrap_or(mentions[named].span);
                same.push(Same { first, other: named, reason: AliasReason::StatedByStory, evidence });
            }
            (_, Some(start)) => earlier = Some((named, mentions[named].sentence, start)),
            _ => earlier = None,
        }
    }
    same
}

fn known_before(reading: &Reading, index: usize) -> Option<usize> {
    let from = index.saturating_sub(4);
    (from..index).rev().find(|at| reading.words[*at].is("known") || reading.words[*at].is("referred"))
}

const LONGEST_LINK: usize = 7;

/// What stands between two names of one thing, marks and articles left out.
const LINKS: &[&str] = &[
    "also known as",
    "also called",
    "better known as",
    "known as",
    "formerly known as",
    "formerly called",
    "formerly",
    "previously known as",
    "previously called",
    "once known as",
    "once called",
    "originally known as",
    "nicknamed",
    "also known by",
    "aka",
    "a.k.a",
    "who is also known as",
    "which is also known as",
    "now known as",
    "now called",
    "now",
    "sometimes called",
    "commonly known as",
    "widely known as",
    "then known as",
    "then called",
    "whose real name is",
    "who is better known as",
    "referred to as",
    "dubbed",
    "real name",
    "born",
    "which is also called",
    "later renamed",
    "renamed",
];
