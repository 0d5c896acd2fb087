use super::*;

fn check(intent: Intent, questions: &[&str]) {
    for question in questions {
        assert_eq!(read(question).map(|question| question.intent), Ok(intent), "{question}");
    }
}

#[test]
fn the_question_word_and_its_neighbours_tell_what_is_asked_for() {
    check(
        Intent::WhoSaid,
        &["who said the crane stays", "who reckons its too late", "Which newspaper reported the row?"],
    );
    check(Intent::WhatSaid, &["what did the mayor say about the crane", "wat has she said"]);
    check(Intent::WasTold, &["what was the council told"]);
    check(Intent::Share, &["what percentage of the budget is it", "whats denbys share"]);
    check(Intent::HowMuch, &["how many boats", "how much is it"]);
    check(Intent::When, &["when did it shut", "what day was it"]);
    check(Intent::Where, &["wheres the wreck", "which town is he from"]);
    check(Intent::Why, &["y did they stop", "how come theyre leaving", "what caused the row"]);
    check(Intent::Control, &["who owns the sandbank", "who controls it"]);
    check(Intent::YesNo, &["is it true that the crane is old", "did denby pay", "so has he left"]);
    check(Intent::Age, &["how old is the mayor"]);
    check(Intent::Summary, &["tldr", "what happened?", "can u give me a summary"]);
}

#[test]
fn slang_is_written_out_and_politeness_dropped() {
    let words = |question: &str| read(question).unwrap().words.into_iter().map(|word| word.folded).collect::<Vec<_>>();
    assert_eq!(words("wots the crane 4 pls"), ["what", "is", "the", "crane", "4"]);
    assert_eq!(words("who's sellin boats"), ["who", "is", "selling", "boats"]);
    assert_eq!(words("the Cos office"), ["the", "cos", "office"]);
}

proptest::proptest! {
    #[test]
    fn the_parts_of_a_question_lie_within_it(typed in "\\PC{0,120}|(who|what|which|did) [a-z]{1,6} (say|told|tell) [a-z ]{0,30}") {
        if let Ok(question) = read(&typed) {
            proptest::prop_assert!(question.words.get(question.speaker.clone()).is_some());
            proptest::prop_assert!(question.words.get(question.about.clone()).is_some());
            for word in &question.words {
                proptest::prop_assert!(typed.get(word.typed.clone()).is_some());
            }
        }
    }
}

#[test]
fn a_name_in_us_or_u_is_read_in_the_number_that_the_story_has() {
    let read = |typed: &str, has: &'static str| {
        let question = read_for(typed, &|word| word == has).unwrap();
        question.words.last().unwrap().folded.clone()
    };
    assert_eq!(read("who owns the Tessus", "tessu"), "tessu");
    assert_eq!(read("who owns the Tessu", "tessus"), "tessus");
    assert_eq!(read("who owns the virus", "virus"), "virus");
    assert_eq!(read("who owns the virus", "elsewhere"), "virus");
}
