//! The lexicon: what a Japanese or Chinese word at the beginning of a text stands for, the longest one winning.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::countries;

/// What a word does in a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sort {
    /// A question word.
    Asks,
    /// A name, with its spellings.
    Name,
    /// A noun.
    Thing,
    /// A verb.
    Act,
    /// A preposition whose phrase comes after it.
    Before,
    /// A preposition whose phrase comes before it.
    After,
    /// Marks the phrase before it as the subject.
    Subject,
    /// Marks the phrase before it as the object.
    Object,
    /// Says nothing of its own.
    Grammar,
    /// Turns the meaning round.
    Not,
}

/// A word of the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// What it does.
    pub(super) sort: Sort,
    /// The English words; of a name its spellings, parted by "|".
    pub(super) english: &'static str,
}

impl Entry {
    /// Its English words; of a name the first spelling of which `knows` knows every word.
    pub(super) fn english_for(&self, knows: &dyn Fn(&str) -> bool) -> &'static str {
        let spellings = || self.english.split('|');
        let known = spellings().find(|spelling| spelling.split_whitespace().all(knows));
        known.or_else(|| spellings().next()).unwrap_or_default()
    }
}

/// The longest word of the lexicon at the beginning of `text`, with its length in bytes.
pub(super) fn at(text: &str) -> Option<(Entry, usize)> {
    let lexicon = &*LEXICON;
    let mut key = String::new();
    let mut longest = None;
    for (at, character) in text.char_indices().take(lexicon.longest) {
        key.push(simplified(character));
        if let Some(entry) = lexicon.entries.get(&key) {
            longest = Some((*entry, at + character.len_utf8()));
        }
    }
    longest
}

struct Lexicon {
    entries: HashMap<String, Entry>,
    /// Of its longest word, in characters.
    longest: usize,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut entries = HashMap::new();
    // The lexicon's own line for a word comes before the one of the table of countries.
    for (form, entry) in own().chain(names_of_countries()) {
        entries.entry(form.chars().map(simplified).collect()).or_insert(entry);
    }
    let longest = entries.keys().map(|form: &String| form.chars().count()).max().unwrap_or_default();
    Lexicon { entries, longest }
});

fn own() -> impl Iterator<Item = (&'static str, Entry)> {
    let lines = include_str!("lexicon.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(line).flat_map(|(forms, entry)| forms.split(';').map(move |form| (form, entry)))
}

fn line(line: &'static str) -> Option<(&'static str, Entry)> {
    let mut columns = line.split('\t');
    let sort = sort(columns.next()?)?;
    let forms = columns.next()?;
    Some((forms, Entry { sort, english: columns.next().unwrap_or_default() }))
}

fn sort(written: &str) -> Option<Sort> {
    Some(match written {
        "asks" => Sort::Asks,
        "name" => Sort::Name,
        "thing" => Sort::Thing,
        "act" => Sort::Act,
        "before" => Sort::Before,
        "after" => Sort::After,
        "subject" => Sort::Subject,
        "object" => Sort::Object,
        "grammar" => Sort::Grammar,
        "not" => Sort::Not,
        _ => return None,
    })
}

fn names_of_countries() -> impl Iterator<Item = (&'static str, Entry)> {
    countries::all().iter().flat_map(|country| {
        let entry = Entry { sort: Sort::Name, english: country.name() };
        country.foreign_names().iter().map(move |name| (*name, entry))
    })
}

static SIMPLIFIED: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let lines = include_str!("characters.txt").lines().filter(|line| !line.starts_with('#'));
    let pairs = lines.flat_map(str::split_whitespace);
    pairs.filter_map(|pair| Some((pair.chars().next()?, pair.chars().nth(1)?))).collect()
});

/// A traditional character as its simplified one, a letter as a narrow capital.
fn simplified(character: char) -> char {
    SIMPLIFIED.get(&character).copied().unwrap_or_else(|| narrow(character).to_ascii_uppercase())
}

/// A wide letter, digit or mark as its narrow one.
pub(super) fn narrow(character: char) -> char {
    match character {
        '！'..='～' => {
            u32::from(character).checked_sub(WIDE_FROM_NARROW).and_then(char::from_u32).unwrap_or(character)
        }
        '　' => ' ',
        _ => character,
    }
}

/// How far Unicode's wide forms stand from ASCII.
const WIDE_FROM_NARROW: u32 = 0xFEE0;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read_and_no_form_stands_for_two_things() {
        let lines = include_str!("lexicon.tsv").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        let mut seen: HashMap<String, Entry> = HashMap::new();
        for written in lines {
            let (forms, entry) = line(written).unwrap_or_else(|| panic!("{written}"));
            assert!(
                !entry.english.is_empty() || !matches!(entry.sort, Sort::Asks | Sort::Name | Sort::Thing | Sort::Act)
            );
            for form in forms.split(';') {
                let before = seen.insert(form.chars().map(simplified).collect(), entry);
                assert!(before.is_none_or(|before| before == entry), "{form}: {before:?}, {entry:?}");
            }
        }
    }

    #[test]
    fn the_longest_word_wins_and_both_forms_of_a_character_are_one() {
        assert_eq!(at("釣魚島是谁的").map(|(entry, bytes)| (entry.sort, bytes)), Some((Sort::Name, 9)));
        assert_eq!(at("生産量は").map(|(entry, _)| entry.english), Some("production"));
        assert_eq!(at("生産は").map(|(entry, _)| entry.english), Some("produce"));
        assert_eq!(at("南アフリカの").map(|(entry, _)| entry.english), Some("South Africa"));
        assert_eq!(at("犬が"), None);
    }
}
