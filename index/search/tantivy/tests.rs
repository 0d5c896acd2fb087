//! What the index finds, on small stories of our own.

use tempfile::TempDir;

use super::*;
use crate::article::{self, Format};
use crate::facts;
use crate::search::EntryKind;
use crate::span::Source;
use crate::story::Story;

const BELLS: &str = "Orre's bells to ring again\n\nThe mayor denied that the tower was unsafe.\n\n\
                     Twelve bells were cast in 1801.\n\nNobody will ring them at night.\n";
const FACT: &str =
    r#"{"id":"f1","claim":"The tower of Orre was built in 1790.","source":{"title":"Towers","publisher":"Post"}}"#;

fn story(id: &str, text: &str) -> Story {
    let article = article::read(Source::new(text).unwrap(), Format::Plain);
    Story::new(id, article, facts::read("f.jsonl", FACT.as_bytes()).unwrap())
}

fn engine(stories: &[Story]) -> TantivyEngine {
    let mut writing = IndexWriting::create_in_memory().unwrap();
    for story in stories {
        writing.add(story).unwrap();
    }
    writing.commit(1).unwrap()
}

fn query(words: &str) -> Query<'_> {
    Query { words, story: None, kinds: &[], limit: 10 }
}

fn found<'s>(story: &'s Story, words: &str) -> Vec<&'s str> {
    let hits = engine(std::slice::from_ref(story)).search(&query(words)).unwrap();
    hits.iter().map(|hit| story.text(story.cited_by(hit).unwrap())).collect()
}

#[test]
fn a_sentence_is_found_by_other_forms_of_its_words() {
    assert_eq!(found(&story("bells", BELLS), "who cast the BELL?")[0], "Twelve bells were cast in 1801.");
}

#[test]
fn small_words_that_decide_the_sense_are_searched_too() {
    let story = story("x", "No\n\nHe will come.\n\nHe will not come.\n");
    assert_eq!(found(&story, "he will not come")[0], "He will not come.");
}

#[test]
fn a_related_fact_is_found_as_a_fact() {
    let story = story("bells", BELLS);
    let hits = engine(std::slice::from_ref(&story)).search(&query("built 1790")).unwrap();
    assert_eq!((hits[0].kind, hits[0].ordinal), (EntryKind::Fact, 0));
    assert_eq!(story.text(story.cited_by(&hits[0]).unwrap()), "The tower of Orre was built in 1790.");
}

#[test]
fn words_of_a_query_language_are_just_words() {
    let story = story("bells", BELLS);
    for words in ["title:bells AND (", "\"bells", "bells~2^9", "[a TO b] bells", "-bells", "*", "/[/bells", "bells:"] {
        let hits = engine(std::slice::from_ref(&story)).search(&query(words)).unwrap();
        assert_eq!(hits.is_empty(), words == "*", "{words}");
    }
}

#[test]
fn a_question_of_any_length_is_answered() {
    let engine = engine(&[story("bells", BELLS)]);
    let long = format!("bells {}", "ring ".repeat(20_000));
    assert!(!engine.search(&query(&long)).unwrap().is_empty());
    let many: String = (0..20_000).map(|number| format!("word{number} ")).collect();
    assert!(engine.search(&query(&many)).unwrap().is_empty());
    assert!(engine.search(&query("")).unwrap().is_empty());
    assert!(engine.search(&Query { limit: 0, ..query("bells") }).unwrap().is_empty());
    assert!(!engine.search(&Query { limit: usize::MAX / 2, ..query("bells") }).unwrap().is_empty());
}

#[test]
fn a_search_keeps_to_the_story_and_the_kinds_asked_for() {
    let engine = engine(&[story("a", BELLS), story("b", BELLS)]);
    let hits = engine.search(&Query { story: Some("b"), kinds: &[EntryKind::Fact], ..query("tower") }).unwrap();
    assert_eq!(hits.iter().map(|hit| (hit.story.as_str(), hit.kind)).collect::<Vec<_>>(), [("b", EntryKind::Fact)]);
    assert!(engine.search(&Query { story: Some("c"), ..query("tower") }).unwrap().is_empty());
}

#[test]
fn equal_entries_come_in_the_order_of_their_stories() {
    let engine = engine(&[story("c", BELLS), story("a", BELLS), story("b", BELLS)]);
    let hits = engine.search(&Query { kinds: &[EntryKind::Sentence], limit: 3, ..query("cast 1801") }).unwrap();
    assert_eq!(hits.iter().map(|hit| hit.story.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
}

#[test]
fn a_story_put_in_again_replaces_its_old_entries() {
    let folder = TempDir::new().unwrap();
    let mut writing = IndexWriting::create(folder.path()).unwrap();
    writing.add(&story("a", BELLS)).unwrap();
    let before = writing.commit(1).unwrap();
    let mut writing = IndexWriting::open(folder.path()).unwrap();
    writing.put(&story("a", "New\n\nThe bells are gone.\n").with_version(2)).unwrap();
    let after = writing.commit(2).unwrap();
    assert_eq!(before.search(&query("bells")).unwrap()[0].version, 1);
    assert!(after.search(&query("bells")).unwrap().iter().all(|hit| hit.version == 2));
    assert_eq!(TantivyEngine::open(folder.path()).unwrap().mark().unwrap(), Some(2));
    before.reload().unwrap();
    assert_eq!(before.search(&query("bells")).unwrap(), after.search(&query("bells")).unwrap());
}

#[test]
fn a_file_of_the_index_that_is_damaged_is_noticed() {
    let folder = TempDir::new().unwrap();
    let mut writing = IndexWriting::create(folder.path()).unwrap();
    writing.add(&story("a", BELLS)).unwrap();
    writing.commit(1).unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap().flatten() {
        let whole = std::fs::read(entry.path()).unwrap();
        if whole.len() < 8 || entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        let mut flipped = whole.clone();
        flipped[whole.len() / 3] ^= 0xff;
        std::fs::write(entry.path(), &flipped).unwrap();
        assert!(TantivyEngine::open(folder.path()).is_err(), "flipped {:?}", entry.path());
        std::fs::write(entry.path(), &whole[..whole.len() / 2]).unwrap();
        assert!(TantivyEngine::open(folder.path()).is_err(), "cut {:?}", entry.path());
        std::fs::write(entry.path(), &whole).unwrap();
    }
    assert!(TantivyEngine::open(folder.path()).is_ok());
}
