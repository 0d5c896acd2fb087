//! Whether words name a news organisation, by the nouns that such organisations are called and the names of the best
//! known ones. It doesn't say whether the organisation exists.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::names::classes::{self, Classes};

/// Whether these words, a noun phrase, name a news organisation or somebody who listens for one.
pub fn is_news_organisation(phrase: &str) -> bool {
    let words: Vec<Word<'_>> = words(phrase);
    let definite = words.first().is_some_and(|word| word.text.eq_ignore_ascii_case("the"));
    let words: Vec<Word<'_>> = words.into_iter().filter(|word| !is_article(word.text)).collect();
    let head_end = words.iter().position(|word| is_preposition(word.text)).unwrap_or(words.len());
    let (head, rest) = words.split_at(head_end);
    let listens = head.last().is_some_and(|last| last.is(PEOPLE));
    if listens && rest.len() > 1 {
        return is_outlet(&rest[1..], true);
    }
    is_outlet(head, definite)
}

fn is_outlet(words: &[Word<'_>], definite: bool) -> bool {
    let Some((last, before)) = words.split_last() else { return false };
    let of_news = before.iter().any(|word| word.is(NEWS));
    let is_title = last.capital && !before.is_empty() && (last.is(TITLE) || last.is(NAME) && definite)
        || last.capital && definite && (last.is(TITLE) || last.is(NAME));
    last.is(KIND) && !last.capital
        || last.is(SHARED) && of_news
        || is_title
        || is_known(words)
        || is_introduced(words)
        || is_station(words)
}

/// "Channel 4", "Radio Elsin"
fn is_station(words: &[Word<'_>]) -> bool {
    let station = ["channel", "radio", "tv"].iter().any(|kind| words[0].text.eq_ignore_ascii_case(kind));
    let place =
        words.iter().any(|word| word.text.len() > 4 && classes::of(word.text).has(Classes::PLACE) && !word.is(SHARED));
    station && words.len() > 1 && words.iter().all(|word| word.capital) && !place
}

/// "BBC", "CNN Radio 4": a known name, with nothing after it but more of a name.
fn is_known(words: &[Word<'_>]) -> bool {
    let Some(at) = words.iter().position(|word| word.is(KNOWN) && word.capital) else { return false };
    let behind = &words[at + 1..];
    behind.len() < 3 && behind.iter().all(|word| word.capital && !classes::of(word.text).has(Classes::ROLE))
}

/// "the newspaper Al Noor": what it is, and then its name.
fn is_introduced(words: &[Word<'_>]) -> bool {
    let Some(at) = words.iter().rposition(|word| !word.capital) else { return false };
    (words[at].is(KIND) || words[at].is(SHARED)) && at + 1 < words.len()
}

/// A word of a phrase, without the marks and the genitive around it.
#[derive(Clone, Copy)]
struct Word<'p> {
    text: &'p str,
    capital: bool,
    classes: u8,
}

impl Word<'_> {
    fn is(self, class: u8) -> bool {
        self.classes & class != 0
    }
}

fn words(phrase: &str) -> Vec<Word<'_>> {
    phrase.split_whitespace().map(word).filter(|word| !word.text.is_empty()).collect()
}

fn word(text: &str) -> Word<'_> {
    let text = text.trim_matches(|character: char| !character.is_alphanumeric());
    let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
    let capital = text.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    // "BBC" and "Al-Arabiya": all in capitals, or a name of which the last part is the known one.
    let lower = text.to_lowercase();
    let last_part = lower.rsplit('-').next().unwrap_or(&lower);
    let classes = CLASSES.get(lower.as_str()).or_else(|| CLASSES.get(last_part)).copied().unwrap_or_default();
    let short = text.chars().count() < 4;
    let shouted = !text.chars().any(char::is_lowercase);
    let classes = if short && !shouted { classes & !KNOWN } else { classes };
    Word { text, capital, classes }
}

fn is_article(word: &str) -> bool {
    ["the", "a", "an", "his", "her", "its", "their"].iter().any(|article| word.eq_ignore_ascii_case(article))
}

fn is_preposition(word: &str) -> bool {
    ["of", "in", "for", "from", "with", "at", "on", "by"].contains(&word)
}

const KIND: u8 = 1;
const SHARED: u8 = 1 << 1;
const NEWS: u8 = 1 << 2;
const TITLE: u8 = 1 << 3;
const NAME: u8 = 1 << 4;
const KNOWN: u8 = 1 << 5;
const PEOPLE: u8 = 1 << 6;

const CLASS_NAMES: [(&str, u8); 7] = [
    ("kind", KIND),
    ("shared", SHARED),
    ("news", NEWS),
    ("title", TITLE),
    ("name", NAME),
    ("known", KNOWN),
    ("people", PEOPLE),
];

static CLASSES: LazyLock<HashMap<&'static str, u8>> = LazyLock::new(|| {
    let mut table: HashMap<&'static str, u8> = HashMap::new();
    for line in include_str!("press.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((name, words)) = line.split_once('\t') else { continue };
        let class = CLASS_NAMES.iter().find(|(known, _)| *known == name).map_or(0, |(_, class)| *class);
        for word in words.split_whitespace() {
            *table.entry(word).or_default() |= class;
        }
    }
    table
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn news_organisations_are_known_by_their_names_and_by_what_they_are() {
        let names = [
            "AFP",
            "the AFP news agency",
            "Reuters",
            "The Elsin Herald",
            "the newspaper",
            "Kyodo News",
            "BBC Radio 4",
            "state broadcaster KTN",
            "the news site Harbour Lines",
            "the Post",
            "The Sun",
            "Al Jazeera",
            "local media",
            "a reporter from the Elsin Herald",
            "the Elsin Times of Norland",
            "state television",
            "Channel 4",
            "Radio Elsin",
        ];
        for name in names {
            assert!(is_news_organisation(name), "{name}");
        }
    }

    #[test]
    fn other_bodies_and_people_are_none() {
        let names = [
            "the Environment Agency",
            "China",
            "the council",
            "Apple",
            "",
            "the",
            "the railway network",
            "Emily Post",
            "the radio host",
            "reporters",
            "a reporter",
            "BBC Director Ada Brenner",
            "the editor of the Herald",
            "the website's owner",
            "the sun",
            "her map",
            "the Channel Islands",
        ];
        for name in names {
            assert!(!is_news_organisation(name), "{name}");
        }
    }
}
