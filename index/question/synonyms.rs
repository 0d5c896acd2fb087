//! Words that people use for one another when they ask about a story. A table of the question's side only: the
//! story's words are never changed or indexed under others.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::language::stems;

/// Words that answer for one another, a line each; words after ">" answer for those before it, not the other way
/// round.
const SYNONYMS: &str = include_str!("synonyms.txt");

static TABLE: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<String>> = HashMap::new();
    for line in SYNONYMS.lines().filter(|line| !line.starts_with('#')) {
        let (general, particular) = line.split_once(" > ").unwrap_or((line, ""));
        let stems_of = |words: &str| words.split_whitespace().map(stems::stem).collect::<Vec<_>>();
        let (general, particular) = (stems_of(general), stems_of(particular));
        for word in &general {
            let others = table.entry(word.clone()).or_default();
            others.extend(general.iter().chain(&particular).filter(|other| *other != word).cloned());
            others.sort();
            others.dedup();
        }
    }
    table
});

/// The stems of words used for one with this stem.
pub fn of(stem: &str) -> &'static [String] {
    TABLE.get(stem).map_or(&[], Vec::as_slice)
}

/// Whether the table has the word: it is then no typing error of another.
pub fn is_known(stem: &str) -> bool {
    TABLE.contains_key(stem)
}
