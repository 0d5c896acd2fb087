use super::*;
use crate::article::{self, Format};
use crate::editors::{EditorsQuestions, EditorsUse};
use crate::span::Source;
use crate::story::Story;

/// Prints what each question is answered with, for a look by hand, and counts the right ones.
fn count_right(story: &Story, questions: &str) -> (usize, usize, Vec<String>) {
    let (mut right, mut wrong, mut notes) = (0, 0, Vec::new());
    for line in questions.lines().filter(|line| !line.starts_with('#')) {
        let (paragraphs, question) = line.split_once(" | ").expect("each line has a bar");
        let answer = ask(story, question, &AskOptions::default());
        let shown = answer.passages.first().map(|passage| story.passage(passage.citation));
        let paragraph = shown.as_ref().and_then(|passage| passage.paragraph).map(|number| number.to_string());
        let answered = answer.outcome == Outcome::Answered;
        let is_right = match paragraph.filter(|_| answered) {
            Some(paragraph) => paragraphs.split(", ").any(|number| number == paragraph),
            None => paragraphs == "-" && !answered,
        };
        right += usize::from(is_right);
        wrong += usize::from(answered && !is_right);
        if !is_right {
            let text = shown.map_or("", |passage| passage.text);
            notes.push(format!("{:.2} {question} ({paragraphs}): {answered} {}", answer.confidence, text));
        }
    }
    (right, wrong, notes)
}

#[test]
fn hurried_questions_on_the_first_story_are_mostly_answered() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds/article.txt");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {} isn't here", path.display());
        return;
    };
    let story = Story::new("seed", article::read(Source::new(text).unwrap(), Format::Plain), Vec::new());
    let (right, wrong, notes) = count_right(&story, include_str!("tests/hurried_questions.txt"));
    println!("{right} right, {wrong} wrong of 40\n{}", notes.join("\n"));
    assert!(right >= 23 && wrong <= 3, "{right} right, {wrong} wrong of 40");
}

const HARBOUR: &str = "Harbour town votes to keep its crane

The town of Elmouth will not close its old harbour this year, Mayor Ada Brook has said.

The crane was built in 1911 and costs the town 40% of its budget.

Denby has sold 12 boats to Norway since May.

Fisher Tom Reed told the council that he had no plans to leave the quay, according to the Elmouth Echo.

The wreck outside the harbour is thought to contain coal. It was found by divers in June after a storm.

Neighbouring Denby has asked for talks over the sandbank, which is claimed by both towns and controlled by Elmouth.
";

fn harbour() -> Story {
    Story::new("harbour", article::read(Source::new(HARBOUR).unwrap(), Format::Plain), Vec::new())
}

/// The outcome and the words that a person reads first.
fn asked(question: &str) -> (Outcome, String) {
    let story = harbour();
    let answer = ask(&story, question, &AskOptions::default());
    (answer.outcome, answer.lead.map_or("", |lead| story.text(lead)).to_owned())
}

#[test]
fn questions_in_other_words_find_the_sentence() {
    for (question, expected) in [
        ("when was the crane made", "The crane was built in 1911"),
        ("how many boats did Denby sell to Norway", "Denby has sold 12 boats"),
        ("wat is thought to be in the wreck", "The wreck outside the harbour is thought to contain coal."),
        ("where did Denby sell its boats to", "Denby has sold 12 boats to Norway"),
    ] {
        let (outcome, lead) = asked(question);
        assert_eq!(outcome, Outcome::Answered, "{question}");
        assert!(lead.starts_with(expected), "{question}: {lead}");
    }
}

#[test]
fn what_the_story_leaves_out_is_not_answered() {
    for question in [
        "how many people live in Elmouth",
        "what did the prime minister say about the crane",
        "who won the football match?",
        "how deep is the wreck",
        "what is the difference between the two budgets",
    ] {
        let (outcome, _) = asked(question);
        assert!(matches!(outcome, Outcome::Silent(_)), "{question}");
    }
}

#[test]
fn a_false_premise_is_met_with_the_sentence_it_runs_against() {
    let story = harbour();
    let answer = ask(&story, "how many boats has Denby sold to Sweden since May?", &AskOptions::default());
    assert_eq!(answer.outcome, Outcome::Silent(Silence::OfSomethingElse));
    assert_eq!(answer.premise.map(|premise| story.text(premise)), Some("Denby has sold 12 boats to Norway since May."));
    assert!(answer.passages.is_empty());
}

#[test]
fn another_name_after_the_same_preposition_is_a_false_premise() {
    let answer = ask(&harbour(), "who asked for talks with Norway over the sandbank?", &AskOptions::default());
    assert_ne!(answer.outcome, Outcome::Silent(Silence::OfSomethingElse), "the story has no name after \"with\"");
    let story = harbour();
    let answer = ask(&story, "why has Denby sold boats to Iceland?", &AskOptions::default());
    assert_eq!(answer.outcome, Outcome::Silent(Silence::OfSomethingElse));
}

#[test]
fn only_the_asked_speakers_words_are_given() {
    let (outcome, lead) = asked("what did Tom Reed tell the council?");
    assert_eq!((outcome, lead.as_str()), (Outcome::Answered, "he had no plans to leave the quay"));
    let (outcome, lead) = asked("what did ada brook say about the old harbour");
    assert_eq!((outcome, lead.starts_with("The town of Elmouth will not close")), (Outcome::Answered, true), "{lead}");
    assert!(matches!(asked("what did the fishermen's wives say about the quay").0, Outcome::Silent(_)));
}

const REEF: &str = "Two states quarrel over a reef

Norland makes some 97% of the world's glass floats. Estia makes them too, and sells them to 12 harbours.

The reef, known in Norland as Skarven and in Estia as Mere, is controlled by Norland, but claimed by Estia.

Estia recalled its envoy in May.
";

/// The outcome and the words that a person reads first, of the quarrel over the reef.
fn asked_of_reef(question: &str) -> (Outcome, String) {
    let story = Story::new("reef", article::read(Source::new(REEF).unwrap(), Format::Plain), Vec::new());
    let answer = ask(&story, question, &AskOptions::default());
    (answer.outcome, answer.lead.map_or("", |lead| story.text(lead)).to_owned())
}

#[test]
fn a_share_is_given_of_the_one_it_is_told_of() {
    let (outcome, lead) = asked_of_reef("whats norlands share of the glass floats");
    assert_eq!(outcome, Outcome::Answered);
    assert!(lead.starts_with("Norland makes some 97%"), "{lead}");
    assert!(matches!(asked_of_reef("what share of the glass floats does estia make").0, Outcome::Silent(_)));
    assert!(matches!(asked_of_reef("how much do the glass floats cost").0, Outcome::Silent(_)));
    assert!(matches!(asked_of_reef("how many envoys did estia recall").0, Outcome::Silent(_)));
}

#[test]
fn a_disputed_thing_may_be_asked_for_by_any_of_its_names() {
    for question in
        ["who controls Mere", "who runs the reef right now", "who claims skarven", "wat does estia call the reef"]
    {
        let (outcome, lead) = asked_of_reef(question);
        assert_eq!(outcome, Outcome::Answered, "{question}");
        assert!(lead.starts_with("The reef, known in Norland as Skarven"), "{question}: {lead}");
    }
    assert!(matches!(asked_of_reef("who controls the glass floats").0, Outcome::Silent(_)));
}

#[test]
fn a_reason_is_not_given_where_the_story_tells_none() {
    assert!(matches!(asked_of_reef("why did estia recall its envoy").0, Outcome::Silent(_)));
}

#[test]
fn they_could_be_any_of_the_speakers() {
    let story = harbour();
    let answer = ask(&story, "what did they say?", &AskOptions::default());
    assert_eq!(answer.outcome, Outcome::Silent(Silence::Ambiguous));
    assert!(answer.candidates.len() >= 2 && answer.passages.is_empty());
}

fn fact(id: &str, claim: &str, disputed_by: &[&str]) -> crate::facts::Fact {
    crate::facts::Fact {
        id: id.to_owned(),
        topic: "depth".to_owned(),
        claim: Source::new(claim).unwrap(),
        value: None,
        unit: None,
        of: None,
        measure: None,
        by: None,
        year: None,
        speaker: None,
        date: None,
        confidence: None,
        note: None,
        source: crate::facts::FactSource {
            title: "Charts".to_owned(),
            publisher: "Denby Press".to_owned(),
            url: None,
            published: None,
        },
        disputed_by: disputed_by.iter().map(|id| (*id).to_owned()).collect(),
    }
}

#[test]
fn a_related_fact_answers_only_what_the_article_does_not() {
    let facts = vec![
        fact("tea", "Denby drinks much tea.", &[]),
        fact("deep", "The wreck lies at a depth of 40 metres.", &["shallow"]),
        fact("shallow", "Divers put the wreck at 25 metres.", &[]),
    ];
    let story = Story::new("harbour", article::read(Source::new(HARBOUR).unwrap(), Format::Plain), facts);
    let answer = ask(&story, "what depth does the wreck lie at", &AskOptions::default());
    assert_eq!(answer.outcome, Outcome::Silent(Silence::RelatedOnly));
    assert_eq!(answer.related, [1, 2]);
    let answer = ask(&story, "what does the wreck contain", &AskOptions::default());
    assert_eq!((answer.outcome, answer.related.len()), (Outcome::Answered, 0));
}

#[test]
fn a_yes_or_no_question_is_answered_with_a_label() {
    let story = harbour();
    let label = |question: &str| ask(&story, question, &AskOptions::default()).label;
    assert_eq!(label("has Denby sold 12 boats to Norway"), Some(Label::StorySaysSo));
    assert_eq!(label("was the crane built in 1921?"), Some(Label::StorySaysOtherwise));
    assert_eq!(label("has the mayor resigned"), None);
}

#[test]
fn whether_somebody_spoke_is_no_claim_where_nothing_is_said() {
    for question in ["did ada brook say sorry", "has ada brook said thanks", "did the council say"] {
        let answer = ask(&harbour(), question, &AskOptions::default());
        assert_eq!(answer.label, None, "{question}: {answer:?}");
    }
}

#[test]
fn somebodys_words_are_asked_for_and_never_another_s_are_given() {
    let brief = Source::new(include_str!("../stories/rare-earths/brief.md")).unwrap();
    let story = Story::new("brief", article::read(brief, Format::Markdown), Vec::new());
    let answer = ask(&story, "what did clinton say about rare earths", &AskOptions::default());
    let shown: Vec<&str> = answer.passages.iter().map(|passage| story.text(passage.citation)).collect();
    assert!(shown.first().is_some_and(|first| first.contains("Clinton said on Saturday")), "{shown:?}");
}

#[test]
fn nothing_to_answer_is_rejected() {
    for question in ["", "?!", "   "] {
        assert_eq!(asked(question).0, Outcome::Rejected(Rejection::Empty), "{question}");
    }
    assert_eq!(asked(&"why ".repeat(600)).0, Outcome::Rejected(Rejection::TooLong));
}

#[test]
fn a_mistyped_name_is_told() {
    let story = harbour();
    let answer = ask(&story, "what has denby sold to nroway", &AskOptions::default());
    let (typed, meant) = answer.did_you_mean.expect("the name is mistyped");
    assert_eq!((typed.as_str(), story.text(meant)), ("nroway", "Norway"));
}

proptest::proptest! {
    #[test]
    fn any_question_keeps_the_first_passage_around_the_lead(question in "\\PC{0,80}|(who|what|when|did|why) [a-z ]{1,40}") {
        let story = harbour();
        let answer = ask(&story, &question, &AskOptions { ranked: 5, ..AskOptions::default() });
        if let Some(lead) = answer.lead {
            proptest::prop_assert!(answer.passages[0].citation.span.contains(lead.span));
        }
        proptest::prop_assert!((0.0..=1.0).contains(&answer.confidence));
        proptest::prop_assert_eq!(answer.outcome == Outcome::Answered, !answer.passages.is_empty());
    }
}

#[test]
fn a_question_that_the_editors_know_to_be_open_is_met_with_silence() {
    let typed = "how many boats did Denby sell to Norway";
    let story = harbour();
    let file = format!("{{\"question\":\"{typed}\",\"answer\":null}}");
    let story = story.clone().with_editors_questions(EditorsQuestions::recall(file.as_bytes(), story.document()));
    let outcome = |options: AskOptions| ask(&story, typed, &options).outcome;
    assert!(matches!(outcome(AskOptions::default()), Outcome::Silent(_)));
    assert_eq!(outcome(AskOptions { editors: EditorsUse::None, ..AskOptions::default() }), Outcome::Answered);
}
