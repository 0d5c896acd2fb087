//! Countries with the words that stand for them: names, demonyms, capitals, metonyms of their governments.
//! It says which words *can* stand for a country; whether "Washington" is a place or a government is the story's to tell.
//!
//! The table is `countries/countries.tsv`: codes by ISO 3166-1, Japanese and Chinese names by Unicode CLDR, the rest
//! this project's own.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word is to its country.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WordSort {
    /// A name ("China", "the US").
    Name,
    /// Of the country or its people ("Chinese", "Britons").
    Demonym,
    /// The seat of government ("Beijing").
    Capital,
    /// A building or street that stands for the government ("the Kremlin").
    Metonym,
}

/// A country, territory or area of ISO 3166-1.
#[derive(Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2 code.
    pub code: &'static str,
    words: Vec<(&'static str, WordSort)>,
    foreign_names: Vec<&'static str>,
}

impl Country {
    /// The name in common use in English news.
    pub fn name(&self) -> &'static str {
        self.words[0].0
    }

    /// All English words for it, names first.
    pub fn words(&self) -> &[(&'static str, WordSort)] {
        &self.words
    }

    /// Its names in Japanese and Chinese.
    pub fn foreign_names(&self) -> &[&'static str] {
        &self.foreign_names
    }
}

/// A country's word at the beginning of a text.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    /// The country.
    pub country: &'static Country,
    /// What the word is to it.
    pub sort: WordSort,
    /// Length of the word or words in the text, in bytes.
    pub bytes: usize,
}

/// The country whose word stands at the beginning of `text`, written as a name is ("US", not "us"; also "CHINA").
/// The longest word wins: "South Korea" before "South".
pub fn at(text: &str) -> Option<Found> {
    let first = first_word(text);
    if !first.chars().next()?.is_uppercase() {
        return None;
    }
    let as_written = TABLE.by_first_word.get(first).and_then(|entries| longest(entries, text, str::eq));
    let shouted = first.chars().count() > SHORTEST_SHOUTED - 1 && !first.chars().any(char::is_lowercase);
    if as_written.is_some() || !shouted {
        return as_written;
    }
    let found = TABLE.by_lower_case.get(&first.to_lowercase()).and_then(|entries| longest(entries, text, same_letters));
    found.filter(|found| !text[..found.bytes].chars().any(char::is_lowercase))
}

/// The country whose word stands at the beginning of `text` as people type it, in any case. Words that mean something
/// else in lower case ("us", "polish", "turkey") count only as a name is written.
pub fn typed(text: &str) -> Option<Found> {
    let first = first_word(text);
    let exact = at(text);
    let is_other_word = OTHER_WORDS_IN_LOWER_CASE.contains(&first);
    if exact.is_some() || first.is_empty() || is_other_word {
        return exact.or_else(|| foreign(text));
    }
    let lower = TABLE.by_lower_case.get(&first.to_lowercase());
    lower.and_then(|entries| longest(entries, text, same_letters)).or_else(|| foreign(text))
}

/// The country with an ISO 3166-1 alpha-2 code.
pub fn by_code(code: &str) -> Option<&'static Country> {
    TABLE.countries.binary_search_by(|country| country.code.cmp(code)).ok().map(|index| &TABLE.countries[index])
}

/// Every country, by code.
pub fn all() -> &'static [Country] {
    &TABLE.countries
}

/// Shorter words in capitals are acronyms of other things as often as names ("CHAD" is taken, "US" only as listed).
const SHORTEST_SHOUTED: usize = 4;

/// Words of the table that are more often another word when written in lower case.
const OTHER_WORDS_IN_LOWER_CASE: &[&str] = &[
    "us", "turkey", "turk", "polish", "pole", "poles", "swede", "swedes", "chad", "dane", "finn", "kiwi", "kiwis",
    "brit", "no", "number", "reunion", "georgia", "jordan", "guinea", "rok", "prc", "car",
];

struct Table {
    countries: Vec<Country>,
    by_first_word: HashMap<&'static str, Vec<Entry>>,
    by_lower_case: HashMap<String, Vec<Entry>>,
}

#[derive(Clone, Copy)]
struct Entry {
    word: &'static str,
    sort: WordSort,
    country: usize,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| read(include_str!("countries/countries.tsv")));

fn read(table: &'static str) -> Table {
    let mut countries: Vec<Country> = table.lines().filter_map(country).collect();
    countries.sort_by_key(|country| country.code);
    let mut by_first_word: HashMap<&'static str, Vec<Entry>> = HashMap::new();
    let mut by_lower_case: HashMap<String, Vec<Entry>> = HashMap::new();
    for (index, country) in countries.iter().enumerate() {
        for (word, sort) in country.words.iter().copied() {
            let entry = Entry { word, sort, country: index };
            by_first_word.entry(first_word(word)).or_default().push(entry);
            by_lower_case.entry(first_word(word).to_lowercase()).or_default().push(entry);
        }
    }
    for entries in by_first_word.values_mut().chain(by_lower_case.values_mut()) {
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.word.len()));
    }
    Table { countries, by_first_word, by_lower_case }
}

fn country(line: &'static str) -> Option<Country> {
    let mut columns = line.split('\t');
    let code = columns.next().filter(|code| code.len() == 2)?;
    let mut column = || columns.next().unwrap_or_default().split(';').filter(|word| !word.is_empty());
    let mut words: Vec<_> = column().map(|word| (word, WordSort::Name)).collect();
    words.extend(column().map(|word| (word, WordSort::Demonym)));
    words.extend(column().map(|word| (word, WordSort::Capital)));
    words.extend(column().map(|word| (word, WordSort::Metonym)));
    let foreign_names = column().collect();
    Some(Country { code, words, foreign_names })
}

fn first_word(text: &str) -> &str {
    let end = text.find(|character: char| !character.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

fn longest(entries: &[Entry], text: &str, same: fn(&str, &str) -> bool) -> Option<Found> {
    entries.iter().find_map(|entry| {
        let bytes = begins_with(text, entry.word, same)?;
        Some(Found { country: &TABLE.countries[entry.country], sort: entry.sort, bytes })
    })
}

/// Compares word by word, so that a line break between two words counts as a space.
fn begins_with(text: &str, words: &str, same: fn(&str, &str) -> bool) -> Option<usize> {
    let mut at = 0;
    for (index, word) in words.split(' ').enumerate() {
        let rest = &text[at..];
        let gap = rest.len() - rest.trim_start().len();
        if (index > 0) != (gap > 0) {
            return None;
        }
        at += gap;
        at += same_length(&text[at..], word, same)?;
    }
    let ends_word = !text[at..].starts_with(char::is_alphanumeric);
    ends_word.then_some(at)
}

fn same_length(text: &str, word: &str, same: fn(&str, &str) -> bool) -> Option<usize> {
    let characters = word.chars().count();
    let end = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).nth(characters)?;
    let piece = &text[..end];
    let equal = same(piece, word) || (word.contains('\'') && same(&piece.replace('’', "'"), word));
    equal.then_some(end)
}

fn same_letters(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

fn foreign(text: &str) -> Option<Found> {
    if text.is_ascii() {
        return None;
    }
    let names =
        TABLE.countries.iter().flat_map(|country| country.foreign_names.iter().map(move |name| (country, name)));
    let (country, name) = names.filter(|(_, name)| text.starts_with(**name)).max_by_key(|(_, name)| name.len())?;
    Some(Found { country, sort: WordSort::Name, bytes: name.len() })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(found: Option<Found>) -> Option<&'static str> {
        found.map(|found| found.country.code)
    }

    #[test]
    fn the_table_has_every_code_of_iso_3166_once() {
        assert_eq!(all().len(), 249);
        assert!(all().windows(2).all(|pair| pair[0].code < pair[1].code));
        assert!(all().iter().all(|country| country.code.bytes().all(|byte| byte.is_ascii_uppercase())));
    }

    #[test]
    fn no_word_stands_for_two_countries() {
        let mut owner = HashMap::new();
        for country in all() {
            let foreign = country.foreign_names.iter().copied();
            for word in country.words.iter().map(|(word, _)| *word).chain(foreign) {
                assert_eq!(owner.insert(word, country.code), None, "{word}");
            }
        }
    }

    #[test]
    fn every_word_of_the_table_finds_its_own_country() {
        for country in all() {
            for (word, sort) in country.words() {
                // "I-Kiribati" and the like: the whole word is taken.
                let found = at(word).unwrap_or_else(|| panic!("{word} isn't found"));
                assert_eq!((found.country.code, found.sort, found.bytes), (country.code, *sort, word.len()), "{word}");
            }
        }
    }

    #[test]
    fn a_word_is_a_country_only_as_names_are_written() {
        assert_eq!(code(at("US officials said")), Some("US"));
        assert_eq!(code(at("us officials")), None);
        assert_eq!(code(at("Turkey has")), Some("TR"));
        assert_eq!(code(at("turkey with sauce")), None);
        assert_eq!(code(at("polish the floor")), None);
        assert_eq!(code(at("CHINA REASSURES US")), Some("CN"));
        assert_eq!(code(at("Chinatown")), None);
        assert_eq!(code(at("South\nKorean police")), Some("KR"));
        assert_eq!(code(at("South Wales")), None);
        assert_eq!(code(at("U.S. officials")), Some("US"));
        assert_eq!(code(at("Côte d’Ivoire’s cocoa")), Some("CI"));
    }

    #[test]
    fn a_word_typed_in_any_case_is_found_unless_it_is_another_word() {
        assert_eq!(code(typed("china and japan")), Some("CN"));
        assert_eq!(code(typed("south korea")), Some("KR"));
        assert_eq!(code(typed("what about us")), None);
        assert_eq!(code(typed("us")), None);
        assert_eq!(code(typed("US")), Some("US"));
        assert_eq!(code(typed("中国は")), Some("CN"));
    }

    #[test]
    fn a_code_finds_its_country() {
        assert_eq!(by_code("JP").map(Country::name), Some("Japan"));
        assert!(by_code("ZZ").is_none());
    }

    proptest! {
        #[test]
        fn what_is_found_is_a_beginning_of_the_text(text in "\\PC{0,20}", word in 0usize..249) {
            for text in [text.clone(), format!("{}{text}", all()[word].name())] {
                for found in [at(&text), typed(&text)].into_iter().flatten() {
                    prop_assert!(text.get(..found.bytes).is_some_and(|words| !words.is_empty()));
                }
            }
        }
    }
}
