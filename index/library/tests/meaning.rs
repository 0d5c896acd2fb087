//! What a story's sentences mean, kept beside its article.

use std::path::PathBuf;

use super::*;

fn file(folder: &TempDir, story: &Story) -> PathBuf {
    folder.path().join("stories").join(story.id()).join("versions/1/meaning.bin")
}

#[test]
fn what_sentences_mean_is_kept_and_is_the_same_for_the_next_process() {
    let (folder, library) = library();
    let story = library.add(&bells()).unwrap();
    assert!(!file(&folder, &story).exists(), "adding alone is cheap");
    library.keep_meaning(&story).unwrap();
    let kept = fs::read(file(&folder, &story)).unwrap();
    assert_eq!(kept, story.meaning().unwrap().to_bytes(story.document()));

    let again = Library::open(folder.path(), Options::default()).unwrap();
    let recalled = again.story(story.id()).unwrap();
    assert_eq!(recalled.meaning(), story.meaning());
    fs::remove_file(file(&folder, &story)).unwrap();
    again.keep_meaning(&recalled).unwrap();
    assert!(!file(&folder, &story).exists(), "what was read isn't written again");
}

#[test]
fn what_was_damaged_is_worked_out_anew() {
    let (folder, library) = library();
    let story = library.add(&bells()).unwrap();
    library.keep_meaning(&story).unwrap();
    let mut damaged = fs::read(file(&folder, &story)).unwrap();
    damaged.truncate(100);
    fs::write(file(&folder, &story), &damaged).unwrap();

    let again = Library::open(folder.path(), Options::default()).unwrap();
    let recalled = again.story(story.id()).unwrap();
    assert_eq!(recalled.meaning(), story.meaning());
    again.keep_meaning(&recalled).unwrap();
    assert!(fs::read(file(&folder, &story)).unwrap().len() > 100);
}
