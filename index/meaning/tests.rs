use super::StoryMeaning;
use crate::answer::{self, Answer, AskOptions};
use crate::article::{self, Format};
use crate::document::Document;
use crate::span::Source;
use crate::story::Story;

const STORY: &str = "Harbour town votes to keep its crane

The crane was built in 1911. The council paid two fifths of its budget for repairs.

Fisher Tom Reed said he had no plans to leave the quay. A storm uncovered a wreck.
";

fn document(text: &str) -> Document {
    Document::new(article::read(Source::new(text).unwrap(), Format::Plain))
}

/// The sentences, nearest first.
fn nearest(question: &str) -> Vec<usize> {
    let meaning = StoryMeaning::of(&document(STORY));
    let likeness = meaning.likeness(question);
    let mut order: Vec<usize> = (0..meaning.sentences()).collect();
    order.sort_by(|a, b| likeness.of_sentence(*b).total_cmp(&likeness.of_sentence(*a)));
    order
}

#[test]
fn a_question_finds_the_sentence_that_says_it_in_other_words() {
    assert_eq!(nearest("how much did mending it cost")[0], 2);
    assert_eq!(nearest("what was found under the sea")[0], 4);
    assert_eq!(nearest("will the fisherman move away")[0], 3);
}

#[test]
fn the_weights_of_a_questions_tokens_are_parts_of_one_and_marks_have_none() {
    let likeness = StoryMeaning::of(&document(STORY)).likeness("who, then, built the crane?");
    let words: Vec<&str> = likeness.tokens.iter().map(|token| token.word.as_str()).collect();
    assert_eq!(words, ["who", "then", "built", "the", "crane"]);
    let weight = |word: usize| likeness.tokens[word].weight;
    assert!((likeness.tokens.iter().map(|token| token.weight).sum::<f32>() - 1.0).abs() < 1e-5);
    assert!(weight(2) > weight(3), "a word in one sentence counts more than \"the\"");
}

#[test]
fn the_nearest_sentence_is_ahead_of_the_others_and_they_are_behind_it() {
    let likeness = StoryMeaning::of(&document(STORY)).likeness("when was the crane built");
    assert!(likeness.margin(1) > 0.0);
    assert!(likeness.margin(4) < 0.0);
    assert!(likeness.of_tokens(1).iter().all(|nearest| (0.0..=1.0).contains(nearest)));
    assert_eq!(likeness.of_tokens(99), [0.0; 0]);
}

#[test]
fn a_question_without_words_is_near_nothing() {
    let likeness = StoryMeaning::of(&document(STORY)).likeness("?!");
    assert_eq!((likeness.tokens.len(), likeness.of_sentence(0)), (0, 0.0));
}

#[test]
fn what_is_stored_is_read_back_the_same() {
    let document = document(STORY);
    let meaning = StoryMeaning::of(&document);
    assert_eq!(StoryMeaning::from_bytes(&meaning.to_bytes(&document), &document), Some(meaning));
}

#[test]
fn what_is_damaged_or_of_another_text_is_not_read() {
    let (ours, other) = (document(STORY), document(&STORY.replace("1911", "1912")));
    let stored = StoryMeaning::of(&ours).to_bytes(&ours);
    assert_eq!(StoryMeaning::from_bytes(&stored, &other), None);
    assert_eq!(StoryMeaning::from_bytes(&stored[..stored.len() - 1], &ours), None);
    for at in [0, 20, 30, 40, stored.len() / 2] {
        let mut damaged = stored.clone();
        damaged[at] ^= 1;
        assert_eq!(StoryMeaning::from_bytes(&damaged, &ours), None, "byte {at}");
    }
}

fn ask(question: &str, by_meaning: bool) -> (Story, Answer) {
    let article = article::read(Source::new(STORY).unwrap(), Format::Plain);
    let story = Story::new("crane", article, Vec::new());
    let answer = answer::ask(
        &story,
        question,
        &AskOptions { ranked: 5, by_meaning, by_reading: false, ..AskOptions::default() },
    );
    (story, answer)
}

#[test]
fn sentences_are_ranked_by_meaning_unless_that_is_switched_off() {
    let (story, answer) = ask("will the fisherman move away", true);
    assert!(story.text(answer.ranked[0].citation).contains("no plans to leave the quay"));
    assert_eq!(answer.ranked.len(), 5, "every sentence is a candidate");
    let (story, answer) = ask("will the fisherman move away", false);
    let first = answer.ranked.first().map_or("", |first| story.text(first.citation));
    assert!(!first.contains("quay"), "it shares no word with the question: {first}");
}

#[test]
fn what_an_answer_was_found_by_tells_of_meaning_only_where_it_was_looked_at() {
    let tells = |by_meaning: bool| {
        let (_, answer) = ask("when was the crane built", by_meaning);
        answer.clues.iter().any(|clue| clue.what == "near in meaning" && clue.weight == 0.0)
    };
    assert!(tells(true));
    assert!(!tells(false));
}
