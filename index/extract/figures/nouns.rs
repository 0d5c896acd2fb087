//! Where a noun phrase begins and ends beside a figure, told by function words and endings alone: a chunker for the
//! short phrases of news, after the closed classes of English (Quirk et al., *A Comprehensive Grammar*).

use std::ops::Range;

use crate::document::TokenKind;
use crate::language::closed_classes::{is_determiner, is_function_word, is_irregular_verb};
use crate::language::numbers::is_plural;
use crate::language::phrase::Phrase;

/// Words that follow a measure ("5km long") or compare: no noun that is counted begins or goes on with them.
const BESIDE_MEASURES: &[&str] =
    &["ahead", "back", "deep", "high", "less", "long", "more", "old", "tall", "wide", "worth"];

/// Comparatives and adverbs that stand where a noun could: "11% lower", "19% rather".
#[rustfmt::skip]
const NO_HEADS: &[&str] = &[
    "lower", "higher", "greater", "larger", "smaller", "bigger", "better", "worse", "cheaper", "faster", "slower",
    "longer", "shorter", "older", "younger", "stronger", "weaker", "fewer", "rather", "alone", "instead", "overall",
    "likely", "ever", "again", "once", "soon", "yesterday", "today", "tomorrow", "tonight", "apiece", "respectively",
    "off", "open", "due", "else", "even", "late", "early", "north", "south", "east", "west", "cheaply",
];

/// Whether the word has a plural noun's ending.
fn has_plural_ending(word: &str) -> bool {
    let ends =
        word.len() > 3 && word.ends_with('s') && !["ss", "us", "is", "'s", "’s"].iter().any(|end| word.ends_with(end));
    ends || is_plural(word)
}

/// The most tokens of a noun phrase.
const LONGEST: usize = 12;

/// The noun phrase that begins at `at`: up to its first plural noun, else up to what can't belong to it.
pub(super) fn phrase_at(phrase: &Phrase, at: usize) -> Option<Range<usize>> {
    let mut end = at;
    let mut has_noun = false;
    while end < phrase.len() && end - at < LONGEST {
        if phrase.kind(end) == Some(TokenKind::Mark) {
            let hyphen = phrase.is_hyphen(end) && end > at && phrase.text(end) != "—";
            if !hyphen {
                break;
            }
            end += 1;
            continue;
        }
        let word = phrase.lower(end);
        let word = word.as_str();
        let in_compound = end > at && phrase.is_hyphen(end - 1);
        if !in_compound && ends_before(phrase, end, word, has_noun) {
            break;
        }
        has_noun |= !is_determiner(word);
        end += 1;
        let closes = has_plural_ending(word) && !phrase.is_hyphen(end) && !goes_on_as_name(phrase, end);
        if closes {
            break;
        }
    }
    while end > at && phrase.kind(end - 1) == Some(TokenKind::Mark) {
        end -= 1;
    }
    (has_noun && end > at && can_head(phrase, end - 1)).then_some(at..end)
}

/// Whether the last word of a phrase can be its noun: no owner, comparative or adverb, nor what stands before "than".
fn can_head(phrase: &Phrase, last: usize) -> bool {
    let word = phrase.lower(last);
    let is_possessive = ["'s", "’s"].iter().any(|ending| phrase.text(last).ends_with(ending));
    let is_adverb = word.as_str().ends_with("ly") && word.as_str().len() > 4 && !is_noun_in_ly(word.as_str());
    let is_compared = phrase.is(last + 1, "than") && !has_plural_ending(word.as_str());
    !is_possessive && !is_adverb && !is_compared && !is_determiner(word.as_str()) && !NO_HEADS.contains(&word.as_str())
}

fn is_noun_in_ly(word: &str) -> bool {
    matches!(word, "family" | "assembly" | "rally" | "supply" | "reply" | "anomaly" | "monopoly" | "ally" | "bully")
}

/// The noun phrase that stands directly behind a number: it opens with no article, as "412p a share" does.
pub(super) fn counted_at(phrase: &Phrase, at: usize) -> Option<Range<usize>> {
    let opens = is_determiner(phrase.lower(at).as_str()) && !phrase.is_any(at, &["other", "such"]);
    phrase_at(phrase, at).filter(|_| !opens)
}

/// "United Nations troops", "Reuters staff": a capitalised plural inside a longer name or before its noun.
fn goes_on_as_name(phrase: &Phrase, at: usize) -> bool {
    let next = phrase.lower(at);
    let noun_follows = phrase.is_word(at) && (phrase.is_capitalised(at) || has_plural_ending(next.as_str()));
    phrase.is_capitalised(at.wrapping_sub(1)) && noun_follows && !is_function_word(next.as_str())
}

fn ends_before(phrase: &Phrase, at: usize, word: &str, has_noun: bool) -> bool {
    if phrase.kind(at) == Some(TokenKind::Number) {
        return has_noun;
    }
    // "US" is a country and "us" a pronoun.
    let is_country = matches!(phrase.text(at), "US" | "IT");
    let points = word == "that" && !has_noun;
    let is_closed = !is_country && !points && (is_function_word(word) || BESIDE_MEASURES.contains(&word));
    let tells_time = has_noun && matches!(word, "last" | "next" | "yesterday" | "today" | "tomorrow" | "tonight");
    let opens_another = has_noun && (is_determiner(word) && word != "other" || word.ends_with("ly") && word.len() > 4);
    let is_participle = word.len() > 4 && word.ends_with("ed") || has_noun && has_verbal_ending(word);
    let is_verb = is_irregular_verb(word) || is_participle && nothing_nominal_follows(phrase, at + 1);
    is_closed || tells_time || opens_another || is_verb
}

fn has_verbal_ending(word: &str) -> bool {
    word.len() > 4 && (word.ends_with("ed") || word.ends_with("ing"))
}

/// Whether the word after a participle can't be the noun that it describes.
fn nothing_nominal_follows(phrase: &Phrase, at: usize) -> bool {
    let next = phrase.lower(at);
    !phrase.is_word(at)
        || is_function_word(next.as_str())
        || is_determiner(next.as_str())
        || next.as_str().ends_with("ly")
}

/// The noun phrase that begins at `at` with an "of" phrase of its own: "the supply of metals".
pub(super) fn phrase_with_of(phrase: &Phrase, at: usize) -> Option<Range<usize>> {
    let first = phrase_at(phrase, at)?;
    let further = phrase.is(first.end, "of").then(|| phrase_at(phrase, first.end + 1)).flatten();
    Some(first.start..further.map_or(first.end, |further| further.end))
}

/// The noun phrase that ends directly before `end` and begins its clause, for a verb's subject.
pub(super) fn subject_before(phrase: &Phrase, end: usize) -> Option<Range<usize>> {
    const LONGEST_SUBJECT: usize = 8;
    let mut start = end;
    while start > 0 && end - start <= LONGEST_SUBJECT {
        let before = start - 1;
        let word = phrase.lower(before);
        let word = word.as_str();
        let is_mark = phrase.kind(before) == Some(TokenKind::Mark) && !phrase.is_hyphen(before);
        let is_country = matches!(phrase.text(before), "US" | "IT");
        let of = word == "of" && start < end;
        if is_mark || !of && !is_country && is_function_word(word) || is_irregular_verb(word) {
            break;
        }
        start = before;
        let opens = is_determiner(word);
        if opens && !(start > 0 && phrase.is(start - 1, "of")) {
            break;
        }
    }
    let is_too_long = end - start > LONGEST_SUBJECT;
    let first = phrase.lower(start);
    let is_adverb = first.as_str().ends_with("ly")
        || is_function_word(first.as_str()) && !matches!(phrase.text(start), "US" | "IT");
    let is_number = phrase.kind(start) == Some(TokenKind::Number);
    let is_noun = start < end && can_be_subject(phrase, start..end);
    (is_noun && !is_too_long && !is_adverb && !is_number).then_some(start..end)
}

/// Whether a phrase can end in its noun: not in a verb, a participle ("a sweetened") or an adverb.
fn can_be_subject(phrase: &Phrase, tokens: Range<usize>) -> bool {
    let last = tokens.end - 1;
    let word = phrase.lower(last);
    let word = word.as_str();
    let is_verbal = has_verbal_ending(word) && !phrase.is_capitalised(last) && !matches!(word, "building" | "meeting");
    let is_comparing = BESIDE_MEASURES.contains(&word) && tokens.len() == 1;
    !is_irregular_verb(word) && !is_verbal && !is_comparing && can_head(phrase, last)
}
