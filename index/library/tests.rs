//! What a data folder promises, tried on real folders.

use std::fs;

use jiff::civil::date;
use tempfile::TempDir;

use super::*;

mod crashes;
mod indexing;
mod meaning;
mod questions;

const BELLS: &str = "Orre's bells to ring again\n\nThe mayor said the bells would ring in May.\n";
const FACTS: &str = r#"{"id":"f1","claim":"Orre has 12 bells.","source":{"title":"Bells","publisher":"Post"}}"#;

fn library() -> (TempDir, Library) {
    let folder = TempDir::new().unwrap();
    let library = Library::open(folder.path(), Options::default()).unwrap();
    (folder, library)
}

fn bells() -> Addition<'static> {
    Addition { file_name: "bells.txt", bytes: BELLS.as_bytes(), ..Addition::default() }
}

fn ids(library: &Library) -> Vec<String> {
    library.list().unwrap().stories.into_iter().map(|entry| entry.id).collect()
}

#[test]
fn a_new_library_has_the_shipped_story_with_its_facts() {
    let (_folder, library) = library();
    let story = library.story_or_default(None).unwrap();
    assert_eq!((story.id(), story.version(), story.publisher()), ("rare-earths", 1, Some("Verbatim")));
    assert_eq!(story.facts().len(), 126);
    assert!(story.document().sentences().len() > 12);
    let entry = library.entry("rare-earths").unwrap();
    assert_eq!((entry.origin, entry.published), (Origin::Shipped, Some(date(2010, 10, 30))));
}

#[test]
fn the_shipped_brief_is_read_as_a_story_with_quotations_of_its_own_length() {
    let (_folder, library) = library();
    let story = library.story("rare-earths").unwrap();
    assert_eq!(story.title(), "China tells US it will keep \"rare earth\" exports flowing");
    let paragraphs: Vec<_> = story.document().paragraphs().iter().filter_map(|paragraph| paragraph.number).collect();
    assert_eq!(paragraphs.len(), 13);
    let text = story.document().source().text();
    let quotations: Vec<&str> = text.split('"').skip(1).step_by(2).collect();
    assert!(quotations.iter().all(|quotation| quotation.split(' ').count() <= 4), "{quotations:?}");
    for quotation in ["no intention of withholding", "wake-up call", "rare earth"] {
        assert!(quotations.contains(&quotation), "{quotation}");
    }
}

#[test]
fn an_added_article_is_kept_byte_for_byte() {
    let (folder, library) = library();
    let bytes = "\u{feff}A 🦀 headline\r\n\r\n  He said “no”.\r\n\r\n".as_bytes();
    let added = library.add(&Addition { file_name: "x.txt", bytes, id: Some("crab"), ..Addition::default() }).unwrap();
    assert_eq!(added.id(), "crab");
    assert_eq!(library.raw("crab").unwrap(), bytes);
    let again = Library::open(folder.path(), Options::default()).unwrap();
    assert_eq!(again.raw("crab").unwrap(), bytes);
}

#[test]
fn what_a_person_says_of_an_article_is_shown_with_it() {
    let (_folder, library) = library();
    let addition = Addition { url: Some("https://post.example/1"), published: Some(date(2019, 5, 1)), ..bells() };
    let story = library.add(&Addition { publisher: Some("Orre Post"), ..addition }).unwrap();
    assert_eq!(story.id(), "orres-bells-to-ring-again");
    let sentence = story.document().sentences()[1].span;
    let passage = story.passage(story.cite(sentence));
    assert_eq!((passage.url, passage.published.as_deref()), (Some("https://post.example/1"), Some("2019-05-01")));
    assert_eq!(library.entry(story.id()).unwrap().publisher.as_deref(), Some("Orre Post"));
}

#[test]
fn an_update_keeps_the_facts_and_every_version() {
    let (_folder, library) = library();
    let id = library.add(&Addition { facts: Some(("f.jsonl", FACTS.as_bytes())), ..bells() }).unwrap().id().to_owned();
    let story = library.update(&id, "new.md", b"# Bells silent\n\nThey will not ring.\n").unwrap();
    assert_eq!((story.version(), story.facts().len()), (2, 1));
    assert_eq!(library.version(&id, 1).unwrap().document().source().text(), BELLS);
    assert_eq!(library.entry(&id).unwrap().versions.len(), 2);
    let error = library.version(&id, 3).unwrap_err().to_string();
    insta::assert_snapshot!(error, @r#"the story "orres-bells-to-ring-again" has no version 3; its newest is 2"#);
}

#[test]
fn facts_given_later_make_a_new_version_of_the_same_article() {
    let (_folder, library) = library();
    let id = library.add(&bells()).unwrap().id().to_owned();
    let story = library.set_facts(&id, "f.jsonl", FACTS.as_bytes()).unwrap();
    assert_eq!((story.version(), story.facts().len()), (2, 1));
    assert_eq!(library.raw(&id).unwrap(), BELLS.as_bytes());
}

#[test]
fn another_process_sees_a_change_at_once() {
    let (folder, writer) = library();
    let reader = Library::open(folder.path(), Options::default()).unwrap();
    let id = writer.add(&bells()).unwrap().id().to_owned();
    assert_eq!(reader.story(&id).unwrap().version(), 1);
    writer.update(&id, "b.txt", b"Other bells\n\nThey ring.\n").unwrap();
    assert_eq!(reader.story(&id).unwrap().title(), "Other bells");
    writer.remove(&id).unwrap();
    assert!(matches!(reader.story(&id), Err(LibraryError::NoSuchStory { .. })));
    writer.add(&Addition { id: Some(&id), bytes: b"Third\n\nBells.\n", ..bells() }).unwrap();
    assert_eq!(reader.story(&id).unwrap().title(), "Third");
}

#[test]
fn the_same_headline_twice_is_pointed_to_update() {
    let (_folder, library) = library();
    library.add(&bells()).unwrap();
    let error =
        library.add(&Addition { bytes: b"Orre's bells to ring again\n\nNow in June.\n", ..bells() }).unwrap_err();
    insta::assert_snapshot!(error, @r#"there is a story "orres-bells-to-ring-again" already; `verbatim story update orres-bells-to-ring-again FILE` gives it a new version, and `--id` adds the file as a story of its own"#);
    assert!(error.is_askers_mistake());
    assert_eq!(ids(&library).len(), 2);
}

#[test]
fn other_headlines_with_the_same_words_get_a_number() {
    let (_folder, library) = library();
    library.add(&bells()).unwrap();
    let second = library.add(&Addition { bytes: b"Orres: bells to ring again!\n\nNow in June.\n", ..bells() }).unwrap();
    assert_eq!(second.id(), "orres-bells-to-ring-again-2");
}

#[test]
fn files_that_are_no_article_are_refused_with_one_line() {
    let (_folder, library) = library();
    let refused = |bytes: &[u8]| library.add(&Addition { bytes, ..bells() }).unwrap_err().to_string();
    insta::assert_snapshot!(refused(b" \r\n\t"), @"bells.txt is empty");
    insta::assert_snapshot!(refused("\u{feff}\n".as_bytes()), @"bells.txt is empty");
    insta::assert_snapshot!(refused(b"ab\0c"), @"bells.txt isn't text: byte 2 is NUL; give the article as plain text or Markdown");
    insta::assert_snapshot!(refused(b"caf\xe9 society"), @"bells.txt isn't UTF-8 text: byte 3 is wrong; save it as UTF-8 (`iconv -f WINDOWS-1252 -t UTF-8 bells.txt`)");
    insta::assert_snapshot!(refused(b"\xff\xfeO\0r\0"), @"bells.txt is UTF-16 text; save it as UTF-8 (`iconv -f UTF-16 -t UTF-8 bells.txt`)");
    insta::assert_snapshot!(refused(&vec![b'a'; LONGEST_ARTICLE + 1]), @"bells.txt has 20971521 bytes; an article may have 20971520");
    assert_eq!(ids(&library), ["rare-earths"]);
}

#[test]
fn wrong_facts_leave_no_story_behind() {
    let (_folder, library) = library();
    let error = library.add(&Addition { facts: Some(("f.jsonl", b"\n{}")), ..bells() }).unwrap_err().to_string();
    insta::assert_snapshot!(error, @"f.jsonl, line 2: this isn't a fact: missing field `claim`; a line is one JSON object with `id`, `claim` and `source`");
    assert_eq!(ids(&library), ["rare-earths"]);
}

#[test]
fn an_id_is_never_a_path() {
    let (_folder, library) = library();
    for id in ["../x", "a/b", "", "..", "X"] {
        assert!(matches!(library.add(&Addition { id: Some(id), ..bells() }), Err(LibraryError::BadId { .. })), "{id}");
        assert!(matches!(library.story(id), Err(LibraryError::BadId { .. })), "{id}");
        assert!(matches!(library.remove(id), Err(LibraryError::BadId { .. })), "{id}");
    }
}

#[test]
fn the_shipped_story_stays_removed() {
    let (folder, library) = library();
    library.remove("rare-earths").unwrap();
    let again = Library::open(folder.path(), Options::default()).unwrap();
    insta::assert_snapshot!(again.story_or_default(None).unwrap_err(), @"there is no story yet; `verbatim story add FILE` adds one");
    let id = again.add(&bells()).unwrap().id().to_owned();
    assert_eq!(again.story_or_default(None).unwrap().id(), id);
    again.add(&Addition { id: Some("more"), ..bells() }).unwrap();
    insta::assert_snapshot!(again.story_or_default(None).unwrap_err(), @"there are several stories; name one with `--story ID` (`verbatim story list` shows them)");
    let options = Options { default_story: Some("more".to_owned()), ..Options::default() };
    assert_eq!(Library::open(folder.path(), options).unwrap().story_or_default(None).unwrap().id(), "more");
}

#[test]
fn a_newer_shipped_story_replaces_an_older_one_that_nobody_changed() {
    let (folder, library) = library();
    let path = folder.path().join("stories/rare-earths/story.toml");
    let stored = fs::read_to_string(&path).unwrap();
    let shipped = stored.lines().find(|line| line.starts_with("shipped_version = ")).unwrap();
    let older = stored.replace(shipped, "shipped_version = 0");
    fs::write(&path, &older).unwrap();
    let again = Library::open(folder.path(), Options::default()).unwrap();
    assert_eq!(again.entry("rare-earths").unwrap().version, 2);
    drop(library);

    fs::write(&path, older.replace("\"shipped\"", "\"added\"")).unwrap();
    let again = Library::open(folder.path(), Options::default()).unwrap();
    assert_eq!(again.entry("rare-earths").unwrap().version, 1);
}

#[test]
fn a_broken_story_is_reported_and_the_others_answer() {
    let (folder, library) = library();
    let id = library.add(&bells()).unwrap().id().to_owned();
    let stories = folder.path().join("stories");
    fs::write(stories.join(&id).join("story.toml"), "id = ").unwrap();
    fs::create_dir(stories.join("empty")).unwrap();
    fs::write(stories.join("a file"), "x").unwrap();
    let again = Library::open(folder.path(), Options::default()).unwrap();
    let listing = again.list().unwrap();
    assert_eq!((listing.stories.len(), listing.broken.len()), (1, 2));
    assert!(matches!(again.story(&id), Err(LibraryError::Broken { .. })));
    assert!(again.story("rare-earths").is_ok());
    again.remove(&id).unwrap();
    again.remove("empty").unwrap();
    assert!(again.list().unwrap().broken.is_empty());
}

#[test]
fn an_article_that_was_changed_by_hand_is_refused_until_it_is_updated() {
    let (folder, library) = library();
    let id = library.add(&bells()).unwrap().id().to_owned();
    fs::write(folder.path().join("stories").join(&id).join("versions/1/article.txt"), "Forged\n\nWords.").unwrap();
    let again = Library::open(folder.path(), Options::default()).unwrap();
    assert!(matches!(again.story(&id), Err(LibraryError::Altered { .. })));
    assert!(matches!(again.raw(&id), Err(LibraryError::Altered { .. })));
    assert!(
        again
            .story(&id)
            .unwrap_err()
            .to_string()
            .ends_with("or `verbatim story update orres-bells-to-ring-again FILE` gives it the article anew")
    );
    assert_eq!(again.update(&id, "b.txt", BELLS.as_bytes()).unwrap().document().source().text(), BELLS);
}

#[test]
fn facts_that_were_changed_by_hand_are_refused() {
    let (folder, library) = library();
    let id = library.add(&Addition { facts: Some(("f.jsonl", FACTS.as_bytes())), ..bells() }).unwrap().id().to_owned();
    fs::write(folder.path().join("stories").join(&id).join("versions/1/facts.jsonl"), "").unwrap();
    let error = Library::open(folder.path(), Options::default()).unwrap().story(&id).unwrap_err();
    assert!(error.to_string().ends_with("or `verbatim story remove orres-bells-to-ring-again` and add it again"));
}

#[test]
fn what_a_crash_left_behind_is_passed_over_and_cleared() {
    let (folder, library) = library();
    let rubbish = folder.path().join("stories/.unfinished-abc/versions/1");
    fs::create_dir_all(&rubbish).unwrap();
    assert_eq!(ids(&library), ["rare-earths"]);
    library.add(&bells()).unwrap();
    assert!(!rubbish.exists());
}
