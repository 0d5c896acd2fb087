//! The index of a library, through the changes and mishaps that a data folder sees.

use std::path::PathBuf;

use proptest::prelude::*;

use super::*;
use crate::search::EntryKind;

fn query(words: &str) -> Query<'_> {
    Query { words, story: None, kinds: &[], limit: 20 }
}

fn found(library: &Library, words: &str) -> Vec<String> {
    let hits = library.search(&query(words)).unwrap();
    let mut stories: Vec<String> = hits.into_iter().map(|hit| hit.story).collect();
    stories.sort();
    stories.dedup();
    stories
}

fn again(folder: &TempDir) -> Library {
    Library::open(folder.path(), Options::default()).unwrap()
}

fn current_build(folder: &TempDir) -> PathBuf {
    let index = folder.path().join("index");
    index.join(fs::read_to_string(index.join("current")).unwrap())
}

fn is_built_anew(folder: &TempDir, notice: &str) {
    let library = again(folder);
    assert_eq!(found(&library, "mayor"), ["orres-bells-to-ring-again"]);
    let notices: Vec<String> = library.take_notices().iter().map(Notice::to_string).collect();
    assert_eq!(notices.len(), 1, "{notices:?}");
    assert!(notices[0].contains(notice), "{notices:?}");
    let library = again(folder);
    assert_eq!(found(&library, "mayor"), ["orres-bells-to-ring-again"]);
    assert!(library.take_notices().is_empty());
}

#[test]
fn every_change_is_found_at_once_by_every_process_and_nothing_is_built_anew() {
    let (folder, writer) = library();
    assert!(!found(&writer, "minerals").is_empty());
    writer.take_notices();
    let reader = again(&folder);
    assert!(found(&reader, "mayor").is_empty());
    let build = current_build(&folder);

    let id = writer.add(&bells()).unwrap().id().to_owned();
    assert_eq!(found(&reader, "mayor"), [id.as_str()]);
    writer.update(&id, "b.txt", b"Orre's bells\n\nThe bishop said no.\n").unwrap();
    assert!(found(&reader, "mayor").is_empty());
    assert_eq!(found(&reader, "bishop"), [id.as_str()]);
    writer.set_facts(&id, "f.jsonl", FACTS.as_bytes()).unwrap();
    let hits = reader.search(&Query { kinds: &[EntryKind::Fact], story: Some(&id), ..query("bells") }).unwrap();
    assert_eq!(hits.len(), 1);
    writer.remove(&id).unwrap();
    assert!(found(&reader, "bishop").is_empty());

    assert_eq!(current_build(&folder), build);
    assert!(reader.take_notices().is_empty() && writer.take_notices().is_empty());
}

#[test]
fn a_hit_in_an_old_version_is_not_cited() {
    let (_folder, library) = library();
    let old = library.add(&bells()).unwrap();
    let hit = library.search(&query("mayor")).unwrap().remove(0);
    assert!(old.cited_by(&hit).is_some());
    let new =
        library.update(old.id(), "b.txt", b"Orre's bells\n\nThe mayor is away, and so is the bell-ringer.\n").unwrap();
    assert!(new.cited_by(&hit).is_none());
}

#[test]
fn an_index_that_is_missing_old_cut_or_flipped_is_built_anew_with_a_notice() {
    let (folder, library) = library();
    library.add(&bells()).unwrap();
    is_built_anew(&folder, "there was no index");

    fs::remove_dir_all(current_build(&folder)).unwrap();
    is_built_anew(&folder, "built anew");
    fs::write(folder.path().join("index/current"), "v0-2").unwrap();
    is_built_anew(&folder, "another version's");
    fs::write(folder.path().join("index/current"), "../../etc").unwrap();
    is_built_anew(&folder, "another version's");
    fs::write(current_build(&folder).join("meta.json"), "{").unwrap();
    is_built_anew(&folder, "built anew");
    let store = fs::read_dir(current_build(&folder)).unwrap().flatten();
    let store =
        store.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|end| end == "store")).unwrap();
    let mut bytes = fs::read(&store).unwrap();
    bytes[20] ^= 0x55;
    fs::write(&store, &bytes).unwrap();
    is_built_anew(&folder, "is damaged");
    fs::write(folder.path().join("generation"), "977").unwrap();
    is_built_anew(&folder, "behind the stories");
    fs::write(folder.path().join("generation"), "rubbish").unwrap();
    is_built_anew(&folder, "behind the stories");
}

#[test]
fn old_builds_are_cleared_away_but_for_the_last() {
    let (folder, library) = library();
    let mut seen = Vec::new();
    for _ in 0..4 {
        let rebuilt = library.rebuild(|progress| seen.push((progress.done, progress.total))).unwrap();
        assert_eq!((rebuilt.stories, rebuilt.broken.len()), (1, 0));
        assert!(rebuilt.entries > 130);
    }
    assert_eq!(seen, [(1, 1); 4]);
    let folders = fs::read_dir(folder.path().join("index")).unwrap().flatten().filter(|entry| entry.path().is_dir());
    assert_eq!(folders.count(), 2);
}

#[test]
fn a_broken_story_is_left_out_of_the_index_and_named() {
    let (folder, library) = library();
    let id = library.add(&bells()).unwrap().id().to_owned();
    fs::write(folder.path().join("stories").join(&id).join("story.toml"), "x").unwrap();
    let rebuilt = library.rebuild(|_| {}).unwrap();
    assert_eq!((rebuilt.stories, rebuilt.broken.len()), (1, 1));
    assert!(found(&library, "mayor").is_empty());
}

#[test]
fn readers_answer_while_another_process_writes() {
    let (folder, writer) = library();
    writer.rebuild(|_| {}).unwrap();
    let done = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let reader = again(&folder);
                while !done.load(std::sync::atomic::Ordering::Relaxed) {
                    assert!(found(&reader, "minerals").contains(&"rare-earths".to_owned()));
                    assert_eq!(reader.take_notices(), []);
                }
            });
        }
        for round in 0..6 {
            writer.add(&Addition { id: Some("bells"), ..bells() }).unwrap();
            writer.update("bells", "b.txt", format!("Bells {round}\n\nThey ring.\n").as_bytes()).unwrap();
            writer.remove("bells").unwrap();
            writer.rebuild(|_| {}).unwrap();
        }
        done.store(true, std::sync::atomic::Ordering::Relaxed);
    });
}

fn article() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("The mayor said “no” 🦀.".to_owned()),
        Just("\r\n\r\n".to_owned()),
        Just("\n\n".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("  It rose 97% in 2010, U.S. officials told café owners. ".to_owned()),
        "[ -~é\u{1F980}]{1,40}",
    ];
    proptest::collection::vec(piece, 1..12).prop_map(|pieces| format!("Headline\r\n\r\n{}", pieces.concat()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_is_found_stands_in_the_file_as_given(text in article()) {
        let (_folder, library) = library();
        let story = library.add(&Addition { id: Some("x"), bytes: text.as_bytes(), ..bells() }).unwrap();
        let raw = String::from_utf8(library.raw("x").unwrap()).unwrap();
        prop_assert_eq!(&raw, &text);
        let scalars: Vec<char> = raw.chars().collect();
        for hit in library.search(&Query { story: Some("x"), limit: 1000, ..query(&text) }).unwrap() {
            let passage = story.passage(story.cited_by(&hit).unwrap());
            prop_assert_eq!(passage.text, &raw[hit.bytes.clone()]);
            let by_scalars: String = scalars[passage.scalars.clone()].iter().collect();
            prop_assert_eq!(passage.text, by_scalars);
            if hit.kind == EntryKind::Sentence {
                prop_assert_eq!(story.document().sentences()[hit.ordinal].span.range(), hit.bytes);
            }
        }
    }
}
