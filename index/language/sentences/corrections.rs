//! Where sentencex, which reads text of every kind, is set right for news: closing marks, verbs of saying after a
//! quotation, titles, figures that begin a sentence, addresses.

use super::abbreviations::{BEFORE_NUMBERS, ENDING_WORDS, MONTHS, SAYING, TIME_ZONES, TITLES};
use crate::span::is_blank;

/// Whether a character can end a sentence.
pub fn is_terminator(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉')
        || (!character.is_ascii() && is_foreign_terminator(character))
}

fn is_foreign_terminator(character: char) -> bool {
    matches!(
        character,
        '。' | '！'
            | '？'
            | '．'
            | '｡'
            | '؟'
            | '۔'
            | '؛'
            | '।'
            | '॥'
            | '։'
            | '፡'
            | '።'
            | '፧'
            | '၊'
            | '។'
            | '៕'
            | '᠃'
            | '꓿'
            | '܀'
            | '܁'
            | '܂'
            | '߹'
            | '᙮'
            | '᠉'
            | '᥄'
            | '᥅'
    )
}

/// The end of the sentence whose boundary was found at `boundary` in the masked text: after its last mark, and after
/// the quotation marks and brackets that close with it.
pub fn end_of_sentence(text: &str, masked: &str, boundary: usize) -> usize {
    after_closers(text, masked[..boundary].trim_end_matches(is_blank).len())
}

fn after_closers(text: &str, mut end: usize) -> usize {
    let mut rest = text[end..].chars();
    while let Some(character) = rest.next() {
        let straight = matches!(character, '"' | '\'' | '’');
        let opens = straight && rest.clone().next().is_some_and(char::is_alphanumeric);
        if opens || !(straight || is_closer(character)) {
            break;
        }
        end += character.len_utf8();
    }
    end
}

fn is_closer(character: char) -> bool {
    matches!(character, '”' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）' | '〉' | '》' | '】')
}

/// How many characters after an end are looked at.
const NEAR: usize = 64;

/// Whether the sentence goes on after `end`.
pub fn goes_on(text: &str, end: usize) -> bool {
    let (before, after) = text.split_at(end);
    let Some(first) = after.chars().take(NEAR).find(|character| character.is_alphanumeric()) else { return false };
    let core = before.trim_end_matches(|character| is_closer(character) || matches!(character, '"' | '\'' | '’'));
    let foreign = core.ends_with(is_foreign_terminator);
    let glued = !after.starts_with(is_blank) && !foreign && !lacks_space(core, after);
    let abbreviated = core.strip_suffix('.').is_some_and(|rest| ends_with_abbreviation(rest, after));
    first.is_lowercase() || glued || abbreviated || is_followed_by_saying(before, core, after)
}

/// "… the harbour.The mayor …": a missing space, unlike an address or an abbreviation.
fn lacks_space(core: &str, after: &str) -> bool {
    let quoted = after.trim_start_matches(['"', '“', '‘', '(', '[', '—', '–']);
    let mut next = quoted.chars();
    let capital = next.next().is_some_and(char::is_uppercase)
        && next.next().is_some_and(|second| second.is_lowercase() || second == ' ');
    let word = last_word(core.trim_end_matches(is_terminator));
    let prose = word.chars().count() >= 3 && word.chars().all(char::is_lowercase);
    let opens = after.len() > quoted.len();
    core.ends_with('…') || (capital && (prose || opens))
}

/// Whether the point after `rest` is a title's, or one that a number or a time zone follows.
fn ends_with_abbreviation(rest: &str, after: &str) -> bool {
    let next = after.trim_start();
    let word = last_word(rest);
    let numbered = next.starts_with(|first: char| first.is_ascii_digit()) && expects_number(rest);
    let first = next.split(|character: char| !character.is_alphanumeric()).next().unwrap_or_default();
    let hour = word == "m" && (rest.ends_with("a.m") || rest.ends_with("p.m"));
    let ordinal = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty();
    TITLES.contains(&word) || numbered || (hour && TIME_ZONES.contains(&first)) || (ordinal && MONTHS.contains(&first))
}

/// `"Is it over?" Smith asked.` is one sentence; `"It is over." Smith asked why.` is two.
fn is_followed_by_saying(before: &str, core: &str, after: &str) -> bool {
    let quoted = before.len() > core.len() && !before.ends_with([')', ']']);
    if !quoted || after.trim_start().starts_with(['"', '“', '‘', '\'']) {
        return false;
    }
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphanumeric);
    let name = after.split_whitespace().take(5).take_while(is_name).count();
    let verb = after.split_whitespace().nth(name).unwrap_or_default();
    let says = name > 0 && SAYING.contains(&verb.trim_end_matches(|character: char| !character.is_alphabetic()));
    // After a full stop only a sentence that is no more than this: "It is over." Smith said.
    says && (core.ends_with(['?', '!']) || verb.ends_with('.'))
}

/// Ends that sentencex passes over: before a figure that begins the next sentence, after an ellipsis, and after
/// words that are spelt like an abbreviation.
pub fn missed(text: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    for (at, mark) in text.match_indices(['.', '!', '?', '…']) {
        let end = after_closers(text, at + mark.len());
        let after = &text[end..];
        if after.starts_with(is_blank) && begins_anew(&text[..at], mark, end > at + mark.len(), after) {
            ends.push(end);
        }
    }
    ends
}

fn begins_anew(before: &str, mark: &str, closed: bool, after: &str) -> bool {
    let next = after.trim_start_matches(is_blank).trim_start_matches(['"', '“', '‘', '\'', '(', '$', '£', '€']);
    let capital = next.starts_with(char::is_uppercase);
    let figure = next.starts_with(|first: char| first.is_ascii_digit());
    match mark {
        "…" => capital,
        "." if capital => ENDING_WORDS.contains(&last_word(before)),
        "." => figure && (closed || !expects_number(before)),
        _ => figure,
    }
}

/// Whether a point after these words is more likely an abbreviation's or a list number's than a sentence's.
fn expects_number(before: &str) -> bool {
    let word = last_word(before);
    let lower = word.to_ascii_lowercase();
    let short_number = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_digit());
    let initial = word.chars().count() == 1 && word.starts_with(char::is_uppercase);
    let dotted = before[..before.len() - word.len()].ends_with('.');
    word.is_empty() || short_number || initial || dotted || BEFORE_NUMBERS.contains(&&*lower)
}

fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().find(|(_, character)| !(character.is_alphanumeric() || *character == '-'));
    start.map_or(text, |(at, character)| &text[at + character.len_utf8()..])
}
