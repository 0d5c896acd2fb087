use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_bundle::FluentResource;

use crate::render::language::Language;

/// Said alike in another language: nothing but gaps and marks.
const ALIKE: [&str; 0] = [];
/// Stands in other phrases of its file only.
const PART_OF_OTHERS: [&str; 1] = ["month-name"];

/// A file's phrases by their keys, as they are written.
fn phrases(language: Language) -> BTreeMap<&'static str, String> {
    let mut phrases: BTreeMap<&str, String> = BTreeMap::new();
    let mut last = None;
    for line in language.file().lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        if line.starts_with([' ', '}']) {
            let written: &mut String = phrases.get_mut(last.unwrap()).unwrap();
            written.push_str(line);
        } else {
            let (key, written) = line.split_once(" = ").unwrap_or_else(|| panic!("{line}"));
            assert!(phrases.insert(key, written.to_owned()).is_none(), "{key} stands twice in {language:?}");
            last = Some(key);
        }
    }
    phrases
}

/// The gaps of a phrase, those of the phrases in it included.
fn gaps<'p>(phrases: &'p BTreeMap<&str, String>, key: &str) -> BTreeSet<&'p str> {
    let written = &phrases[key];
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let names = written.split('$').skip(1).map(|rest| rest.split(|letter| !is_name(letter)).next().unwrap());
    let parts = PART_OF_OTHERS.into_iter().filter(|part| written.contains(&format!("{{ {part} }}")));
    names.chain(parts.flat_map(|part| gaps(phrases, part))).collect()
}

#[test]
fn every_phrase_is_written_in_every_language_with_the_same_gaps() {
    let english = phrases(Language::English);
    for language in [Language::Japanese, Language::SimplifiedChinese] {
        let theirs = phrases(language);
        let missing = english.keys().filter(|key| !theirs.contains_key(*key) && !PART_OF_OTHERS.contains(key));
        assert_eq!(missing.collect::<Vec<_>>(), Vec::<&&str>::new(), "{language:?}");
        for (key, written) in &theirs {
            assert!(english.contains_key(key), "{key} isn't English");
            assert_eq!(gaps(&theirs, key), gaps(&english, key), "{key}, {language:?}");
            assert!(!written.trim().is_empty(), "{key}, {language:?}");
            assert!(*written != english[key] || ALIKE.contains(key), "{key} is said in English, {language:?}");
        }
    }
}

#[test]
fn every_file_is_read_without_an_error() {
    for language in Language::ALL {
        let read = FluentResource::try_new(language.file().to_owned());
        assert!(read.is_ok(), "{language:?}: {:?}", read.err().map(|(_, errors)| errors));
    }
}

#[test]
fn every_phrase_is_used_and_every_key_used_is_a_phrase() {
    let english = phrases(Language::English);
    let sources: String = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).iter().map(read).collect();
    let is_used = |key: &str| sources.contains(&format!("\"{key}\"")) || PART_OF_OTHERS.contains(&key);
    let unused: Vec<_> = english.keys().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "never shown: {unused:?}");
    // Built of pieces, so that this line isn't found.
    let beginning = ["Phrase::of", "(\""].concat();
    let used = sources.split(&beginning).skip(1).map(|rest| rest.split('"').next().unwrap());
    let unknown: Vec<_> = used.filter(|key| !english.contains_key(key)).collect();
    assert!(unknown.is_empty(), "not written: {unknown:?}");
}

/// Two words in a literal are a label; one is a key, an option's name or a field.
#[test]
fn no_renderer_for_discord_holds_a_label_of_its_own() {
    let renderers = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/render/discord"));
    let is_test = |path: &Path| path.ends_with("tests.rs") || path.iter().any(|part| part == "tests");
    for path in renderers.iter().filter(|path| !is_test(path) && !path.ends_with("labels.rs")) {
        let whole = read(path);
        let code = whole.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("expect(")) {
            for literal in line.split('"').skip(1).step_by(2) {
                let words = literal.split([' ', '*']).filter(|word| {
                    word.len() > 1 && word.trim_end_matches([',', '.', ':']).chars().all(char::is_alphabetic)
                });
                assert!(words.count() < 2, "{}: {literal:?}", path.display());
            }
        }
    }
}

fn read(path: &PathBuf) -> String {
    fs::read_to_string(path).unwrap()
}

/// The source files under a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .collect()
}
