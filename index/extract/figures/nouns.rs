//! Where a noun phrase begins and ends beside a figure, told by function words and endings alone: a chunker for the
//! short phrases of news, after the closed classes of English (Quirk et al., *A Comprehensive Grammar*).

use std::ops::Range;

use crate::document::TokenKind;
use crate::language::numbers::is_plural;
use crate::language::phrase::Phrase;

/// Prepositions, conjunctions, auxiliaries, pronouns and question words: no noun phrase goes on across them.
pub(super) fn is_function_word(word: &str) -> bool {
    matches!(
        word,
        "in" | "on"
            | "at"
            | "by"
            | "for"
            | "from"
            | "with"
            | "to"
            | "of"
            | "into"
            | "onto"
            | "over"
            | "under"
            | "after"
            | "before"
            | "since"
            | "until"
            | "till"
            | "during"
            | "through"
            | "across"
            | "against"
            | "between"
            | "among"
            | "about"
            | "above"
            | "below"
            | "near"
            | "off"
            | "out"
            | "up"
            | "down"
            | "per"
            | "via"
            | "within"
            | "without"
            | "towards"
            | "toward"
            | "upon"
            | "around"
            | "along"
            | "behind"
            | "beyond"
            | "despite"
            | "outside"
            | "inside"
            | "as"
            | "than"
            | "like"
            | "and"
            | "or"
            | "but"
            | "nor"
            | "so"
            | "yet"
            | "if"
            | "because"
            | "although"
            | "though"
            | "while"
            | "whereas"
            | "unless"
            | "when"
            | "where"
            | "why"
            | "how"
            | "who"
            | "whom"
            | "whose"
            | "which"
            | "that"
            | "what"
            | "is"
            | "are"
            | "was"
            | "were"
            | "be"
            | "been"
            | "being"
            | "am"
            | "has"
            | "have"
            | "had"
            | "do"
            | "does"
            | "did"
            | "will"
            | "would"
            | "can"
            | "could"
            | "shall"
            | "should"
            | "may"
            | "might"
            | "must"
            | "not"
            | "i"
            | "you"
            | "he"
            | "she"
            | "it"
            | "we"
            | "they"
            | "him"
            | "them"
            | "us"
            | "me"
            | "there"
            | "here"
            | "now"
            | "then"
            | "ago"
            | "also"
            | "too"
            | "only"
            | "still"
            | "already"
            | "just"
            | "later"
            | "earlier"
            | "away"
            | "together"
            | "each"
            | "every"
            | "apart"
            | "long"
            | "wide"
            | "tall"
            | "high"
            | "deep"
            | "old"
            | "worth"
            | "more"
            | "less"
            | "back"
            | "ahead"
    )
}

/// Finite verbs that don't end in "-ed", as frequent as they are in news.
pub(super) fn is_irregular_verb(word: &str) -> bool {
    matches!(
        word,
        "said"
            | "chose"
            | "beat"
            | "drew"
            | "sat"
            | "voted"
            | "fled"
            | "built"
            | "says"
            | "say"
            | "told"
            | "went"
            | "came"
            | "took"
            | "made"
            | "met"
            | "began"
            | "got"
            | "saw"
            | "left"
            | "found"
            | "held"
            | "brought"
            | "fell"
            | "rose"
            | "won"
            | "lost"
            | "gave"
            | "spoke"
            | "wrote"
            | "sent"
            | "led"
            | "became"
            | "fought"
            | "sold"
            | "bought"
            | "ran"
            | "struck"
            | "died"
            | "kept"
            | "grew"
            | "broke"
            | "knew"
            | "thought"
            | "stood"
            | "paid"
            | "felt"
            | "go"
            | "goes"
            | "come"
            | "comes"
            | "make"
            | "makes"
            | "take"
            | "takes"
            | "get"
            | "remain"
            | "remains"
            | "live"
            | "include"
            | "includes"
            | "including"
            | "according"
            | "become"
            | "becomes"
            | "need"
            | "want"
    )
}

/// Words that only open a noun phrase.
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "this"
            | "that"
            | "these"
            | "those"
            | "its"
            | "their"
            | "his"
            | "her"
            | "our"
            | "my"
            | "your"
            | "all"
            | "any"
            | "some"
            | "no"
            | "both"
            | "other"
            | "another"
            | "such"
            | "many"
            | "several"
    )
}

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
    let is_possessive = ["'s", "’s"].iter().any(|end_of_word| phrase.text(end.wrapping_sub(1)).ends_with(end_of_word));
    (has_noun && end > at && !is_possessive).then_some(at..end)
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
    let is_closed = !is_country && !points && is_function_word(word);
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
    (start < end && !is_too_long && !is_adverb && !is_number).then_some(start..end)
}
