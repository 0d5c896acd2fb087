//! Words made alike for search: case, accents, possessives, endings and irregular forms. The forms are keys, never
//! shown, and change no offset.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words;
use frostem::{Algorithm, Stemmer};

/// Base form and the forms that lead back to it, a line each.
const IRREGULAR: &str = include_str!("irregular.txt");

static BASE_FORMS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut forms = HashMap::new();
    for line in IRREGULAR.lines().filter(|line| !line.starts_with('#')) {
        let mut words = line.split(' ');
        if let Some(base) = words.next() {
            forms.extend(words.map(|form| (form, base)));
        }
    }
    forms
});

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::English));

/// Lower case, without accents, a possessive ending, or the points and separators inside ("U.S" and "1,000").
pub fn fold(word: &str) -> String {
    let normalised = words::normalise(word);
    let mut folded = words::without_possessive(&normalised).to_owned();
    let is_number = folded.starts_with(|first: char| first.is_ascii_digit());
    if is_number {
        folded.retain(|character| character != ',');
    } else {
        folded.retain(|character| !matches!(character, '.' | '\''));
    }
    folded
}

/// The key under which a folded word is searched.
pub fn stem(folded: &str) -> String {
    let base = BASE_FORMS.get(folded).copied().unwrap_or(folded);
    if base.starts_with(|first: char| first.is_ascii_digit()) {
        return base.to_owned();
    }
    STEMMER.stem(base).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &[&str], expected: &str) {
        for word in words {
            assert_eq!(stem(&fold(word)), expected, "{word}");
        }
    }

    #[test]
    fn forms_of_one_word_meet() {
        check(&["took", "Taken", "takes", "TAKING"], "take");
        check(&["minister's", "Ministers", "ministers\u{2019}"], "minist");
        check(&["U.S", "us"], "us");
        check(&["café", "Cafe"], "cafe");
        check(&["1,000"], "1000");
        check(&["seven", "7"], "7");
    }

    #[test]
    fn different_words_stay_apart() {
        assert_ne!(stem("export"), stem("import"));
        assert_ne!(stem("not"), stem("note"));
    }
}
