use super::*;
use crate::answer::{self, Answer, AskOptions, EDITORS_QUESTION, Outcome};
use crate::article::{self, Format};
use crate::span::Source;
use crate::story::Story;

const FERRY: &str = "Night ferry to Skarn is put off

The night ferry to Skarn will not sail before May, harbour master Ulla Brandt said on Friday.

Its two engines have to be rebuilt in Lerum. The work costs 4 million crowns.

Islanders have hired fishing boats to bring them home. \u{201C}We are\nused to waiting,\u{201D} one of them said.
";

fn story(text: &str, questions: &str) -> Story {
    let story = Story::new("ferry", article::read(Source::new(text).unwrap(), Format::Plain), Vec::new());
    let editors = EditorsQuestions::recall(questions.as_bytes(), story.document());
    story.with_editors_questions(editors)
}

fn line(question: &str, answer: Option<&str>) -> String {
    format!("{}\n", serde_json::json!({ "question": question, "answer": answer }))
}

fn problem(questions: &str) -> String {
    let story = story(FERRY, "");
    read("questions.jsonl", questions.as_bytes(), story.document()).unwrap_err().to_string()
}

/// The words that are read first, with the outcome.
fn asked(story: &Story, question: &str, editors: EditorsUse) -> (Outcome, String) {
    let answer = answer::ask(story, question, &AskOptions { editors, ..AskOptions::default() });
    (answer.outcome, answer.lead.map_or("", |lead| story.text(lead)).to_owned())
}

#[test]
fn the_same_question_leads_to_its_sentence_whatever_its_case_marks_and_small_words() {
    let story = story(FERRY, &line("how do folks cope w/o the boat", Some("hired fishing boats")));
    for typed in ["how do folks cope w/o the boat", "How do the folks COPE w/o a boat??", "how folks cope w/o  boat"] {
        let (outcome, lead) = asked(&story, typed, EditorsUse::All);
        assert_eq!((outcome, lead.starts_with("Islanders have hired")), (Outcome::Answered, true), "{typed}: {lead}");
    }
}

#[test]
fn a_typing_error_in_one_of_the_storys_words_changes_nothing() {
    let story = story(FERRY, &line("what sum for both engines", Some("The work costs")));
    let (outcome, lead) = asked(&story, "what sum for both engnies", EditorsUse::All);
    assert_eq!((outcome, lead.as_str()), (Outcome::Answered, "The work costs 4 million crowns."));
}

#[test]
fn another_question_word_or_another_order_is_another_question() {
    let story = story(FERRY, &line("who pays islanders for boats", Some("hired fishing boats")));
    let same = |typed: &str| {
        let question = crate::question::read(typed).unwrap();
        story.editors_questions().same_as(&story, &question, EditorsUse::All).is_some()
    };
    assert!(same("who pays the islanders for the boats"));
    assert!(!same("who doesn't pay islanders for boats"));
    assert!(!same("why pays islanders for boats"));
    assert!(!same("who pays boats for islanders"));
    assert!(!same("who pays islanders for 2 boats"));
    assert!(!same("the"));
}

#[test]
fn two_that_are_the_same_and_lead_elsewhere_lead_nowhere() {
    let both = line("what about the boats", Some("hired fishing boats")) + &line("What about boats?", Some("engines"));
    let story = story(FERRY, &both);
    let alone = asked(&story, "what about the boats", EditorsUse::None);
    assert_eq!(asked(&story, "what about the boats", EditorsUse::All), alone);
}

#[test]
fn what_led_to_the_sentence_is_told() {
    let story = story(FERRY, &line("how do folks cope", Some("hired fishing boats")));
    let answer = answer::ask(&story, "How do folks cope?", &AskOptions::default());
    let clue = answer.clues.iter().find(|clue| clue.what == EDITORS_QUESTION).unwrap();
    assert_eq!(clue.seen, "how do folks cope");
    let answer = answer::ask(&story, "what does the work cost", &AskOptions::default());
    assert!(answer.clues.iter().all(|clue| clue.what != EDITORS_QUESTION));
}

#[test]
fn words_are_found_again_through_other_marks_and_line_breaks() {
    let story = story(FERRY, &line("are they patient", Some("\"We are used to waiting,\"")));
    let leads = story.editors_questions().all()[0].leads;
    let shown = sentence(story.document(), leads).map(|span| story.document().text(span));
    assert!(shown.is_some_and(|shown| shown.contains("used to waiting")), "{shown:?}");
}

#[test]
fn words_that_a_new_version_has_not_or_has_twice_lead_nowhere() {
    let questions = line("what does it cost", Some("4 million crowns"));
    let gone = story(&FERRY.replace("4 million", "5 million"), &questions);
    assert_eq!(gone.editors_questions().all()[0].leads, Leads::Gone);
    let twice = story(&format!("{FERRY}\nSkarn has paid 4 million crowns.\n"), &questions);
    assert_eq!(twice.editors_questions().all()[0].leads, Leads::ToSeveral);
    for story in [gone, twice] {
        let with = asked(&story, "what does it cost", EditorsUse::All);
        assert_eq!(with, asked(&story, "what does it cost", EditorsUse::None));
        assert_eq!(try_out(&story, 0, &AskOptions::default()), None);
    }
}

#[test]
fn a_line_that_cannot_be_taken_is_named_with_what_to_do() {
    let good = line("what does it cost", Some("4 million crowns"));
    insta::assert_snapshot!(problem(&(good.clone() + "\n" + &line("what else", Some("5 million crowns")))),
        @r#"questions.jsonl, line 3: "5 million crowns" doesn't stand in one sentence of the story; copy words of the sentence that answers"#);
    insta::assert_snapshot!(problem(&line("who", Some("to"))),
        @r#"questions.jsonl, line 1: "to" stands in more than one sentence; copy more words of the one that answers"#);
    insta::assert_snapshot!(problem(&line(" ?", None)),
        @"questions.jsonl, line 1: the `question` is empty; write what people ask, in their own words");
    insta::assert_snapshot!(problem(&line("who", Some(" "))),
        @"questions.jsonl, line 1: the `answer` is empty; copy words of the sentence that answers, or leave it out if the story doesn't");
    insta::assert_snapshot!(problem(&(good + &line("What does it  cost", None))),
        @r#"questions.jsonl, line 2: "What does it  cost" is there already on line 1, with another answer; keep one of the two"#);
    insta::assert_snapshot!(problem("{\"question\":\"who\",\"reply\":1}"),
        @"questions.jsonl, line 1: this isn't a question: unknown field `reply`, expected `question` or `answer`; a line is one JSON object with `question` and `answer`, which is `null` where the story doesn't answer");
    let story = story(FERRY, "");
    let error = read("q.jsonl", b"\n\xff", story.document()).unwrap_err();
    assert_eq!((error.line, error.problem), (2, QuestionProblem::NotText));
}

#[test]
fn a_question_is_added_once_and_taken_away_again() {
    let story = story(FERRY, "");
    let document = story.document();
    let one = add(b"", ("what does it cost", Some("4 million crowns")), document).unwrap();
    assert_eq!(add(&one, ("What does it cost", Some("The work costs")), document).unwrap(), one, "the same sentence");
    let other = add(&one, ("what does it cost", None), document).unwrap_err();
    assert_eq!(other, QuestionProblem::AskedBefore { question: "what does it cost".to_owned(), other: None });
    let two = add(&one, ("why", None), document).unwrap();
    assert_eq!(remove(&two, "WHY").unwrap(), one);
    assert_eq!(remove(&one, "why").unwrap_err(), QuestionProblem::NoSuchQuestion("why".to_owned()));
}

#[test]
fn near_questions_that_agree_suggest_their_sentence_and_names_rule_them_out() {
    let questions = line("what does it cost to repair the motors", Some("The work costs"))
        + &line("how much will repairing the motors cost", Some("4 million crowns"))
        + &line("who wrote the song about the boat", None);
    let story = story(FERRY, &questions);
    let near = |typed: &str, used: EditorsUse| {
        let question = crate::question::read(typed).unwrap();
        let likeness = story.meaning().unwrap().likeness(typed);
        let near = story.editors_questions().near_to(&story, (&question, &likeness.mean), used);
        near.map(|near| (near.kinship, near.leads))
    };
    let leads = story.editors_questions().all()[0].leads;
    let typed = "what is the cost of repairing the motors";
    assert_eq!(near(typed, EditorsUse::All), Some((Kinship::Near, leads)));
    assert_eq!(near(typed, EditorsUse::AllBut(0)), None, "one alone says nothing");
    assert_eq!(near("what is the cost of repairing the motors in 1911", EditorsUse::All), None);
    assert_eq!(near("what is the cost of repairing the motors in Norway", EditorsUse::All), None);
}

#[test]
fn vectors_are_read_back_for_the_same_questions_only() {
    let story = story(FERRY, &(line("what does it cost", Some("crowns")) + &line("why", None)));
    let editors = story.editors_questions();
    let stored = editors.vector_bytes();
    assert_eq!(stored::read(&stored, editors.all()).as_ref(), Some(editors.vectors()));
    assert_eq!(stored::read(&stored, &editors.all()[..1]), None);
    assert_eq!(stored::read(&stored[..stored.len() - 1], editors.all()), None);
    assert_eq!(stored::read(b"", editors.all()), None);
    assert_eq!(editors.vectors_to_keep(), Some(stored));
    assert_eq!(editors.vectors_to_keep(), None, "once is enough");
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(40))]
    #[test]
    fn what_is_shown_is_a_sentence_of_the_story(question in "[a-zA-Z ?]{0,40}", words in 0usize..40, many in 1usize..6) {
        let all: Vec<&str> = FERRY.split(' ').collect();
        let copied = all[words.min(all.len() - many)..][..many].join(" ");
        let story = story(FERRY, &(line(&question, Some(&copied)) + &line("\u{1F980}", Some("\u{1F980}")) + "no question\n"));
        let answer: Answer = answer::ask(&story, &question, &AskOptions { by_reading: false, ..AskOptions::default() });
        for shown in answer.passages.iter().map(|passage| passage.citation).chain(answer.lead) {
            proptest::prop_assert!(FERRY.contains(story.text(shown)));
        }
        let leads = story.editors_questions().all()[0].leads;
        if let Some(span) = sentence(story.document(), leads) {
            proptest::prop_assert!(FERRY.contains(story.document().text(span)));
        }
    }
}
