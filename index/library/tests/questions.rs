//! Questions that a story's editors expect, kept beside its article.

use super::*;
use crate::editors::Leads;

const QUESTIONS: &str =
    "{\"question\":\"when will it be loud\",\"answer\":\"in May\"}\n{\"question\":\"why\",\"answer\":null}\n";

fn with_questions() -> Addition<'static> {
    Addition { questions: Some(("q.jsonl", QUESTIONS.as_bytes())), ..bells() }
}

fn leads(story: &Story) -> Vec<bool> {
    story.editors_questions().all().iter().map(|known| known.leads.is_of_use()).collect()
}

#[test]
fn questions_are_kept_with_the_story_and_through_its_versions() {
    let (folder, library) = library();
    let id = library.add(&with_questions()).unwrap().id().to_owned();
    assert_eq!(leads(&library.story(&id).unwrap()), [true, true]);
    let updated = library.update(&id, "bells.txt", BELLS.replace("in May", "in June").as_bytes()).unwrap();
    assert_eq!(leads(&updated), [false, true], "the words are gone");
    assert_eq!(updated.editors_questions().all()[0].leads, Leads::Gone);
    library.set_facts(&id, "f.jsonl", FACTS.as_bytes()).unwrap();
    let again = Library::open(folder.path(), Options::default()).unwrap();
    assert_eq!(leads(&again.story(&id).unwrap()), [false, true]);
    assert_eq!(leads(&again.version(&id, 1).unwrap()), [true, true]);
}

#[test]
fn a_question_more_or_less_is_a_new_version_and_the_same_again_is_none() {
    let (_folder, library) = library();
    let id = library.add(&bells()).unwrap().id().to_owned();
    let version = |story: Arc<Story>| (story.version(), story.editors_questions().all().len());
    assert_eq!(version(library.add_question(&id, "when", Some("in May")).unwrap()), (2, 1));
    assert_eq!(version(library.add_question(&id, "When", Some("ring in May")).unwrap()), (2, 1));
    assert!(library.add_question(&id, "when", None).unwrap_err().is_askers_mistake());
    assert!(library.add_question(&id, "who", Some("the king")).unwrap_err().is_askers_mistake());
    assert_eq!(version(library.remove_question(&id, "when").unwrap()), (3, 0));
    assert!(library.remove_question(&id, "when").unwrap_err().is_askers_mistake());
}

#[test]
fn a_file_that_cannot_be_taken_changes_nothing() {
    let (_folder, library) = library();
    let before = ids(&library);
    let bad = Addition { questions: Some(("q.jsonl", b"{\"question\":\"x\",\"answer\":\"king\"}")), ..bells() };
    assert!(library.add(&bad).unwrap_err().is_askers_mistake());
    assert_eq!(ids(&library), before);
}

#[test]
fn what_questions_mean_is_kept_for_the_next_process() {
    let (folder, library) = library();
    let story = library.add(&with_questions()).unwrap();
    library.keep_meaning(&story).unwrap();
    let file = folder.path().join("stories").join(story.id()).join("versions/1/questions.bin");
    assert_eq!(fs::read(&file).unwrap(), story.editors_questions().vector_bytes());
    let again = Library::open(folder.path(), Options::default()).unwrap();
    let recalled = again.story(story.id()).unwrap();
    fs::remove_file(&file).unwrap();
    again.keep_meaning(&recalled).unwrap();
    assert!(!file.exists(), "what was read isn't written again");
}

#[test]
fn the_questions_that_ship_all_lead_somewhere_and_their_vectors_are_theirs() {
    let (_folder, library) = library();
    let story = library.story("rare-earths").unwrap();
    let editors = story.editors_questions();
    assert_eq!(editors.all().len(), 420);
    assert!(editors.all().iter().all(|known| known.leads.is_of_use()));
    assert_eq!(editors.vectors_to_keep(), None, "they came with the story");
    let document = story.document();
    let shipped = include_bytes!("../../stories/rare-earths/questions.jsonl");
    let anew = crate::editors::read("questions.jsonl", shipped, document).unwrap();
    assert_eq!(anew.vector_bytes(), editors.vector_bytes());
}
