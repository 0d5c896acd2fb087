//! The command-line contract, command by command: the fields of each object and their types.

use serde_json::Value;

use crate::installation::Installation;

/// What a field holds.
#[derive(Clone, Copy, Debug)]
enum Holds {
    Text,
    TextOrNull,
    Whole,
    WholeOrNull,
    Number,
    NumberOrNull,
    Switch,
    List,
    ListOrNull,
    Object,
}

use Holds::*;

type Fields = &'static [(&'static str, Holds)];

const PASSAGE: Fields = &[
    ("text", Text),
    ("source", Text),
    ("title", Text),
    ("published", TextOrNull),
    ("url", TextOrNull),
    ("paragraph", WholeOrNull),
    ("sentence", WholeOrNull),
    ("start", Whole),
    ("end", Whole),
    ("role", Text),
];

const ANSWER: Fields = &[
    ("question", Text),
    ("status", Text),
    ("confidence", Number),
    ("kind", Text),
    ("answer", TextOrNull),
    ("passages", List),
    ("statements", List),
    ("figures", List),
    ("related", List),
    ("nearest", List),
    ("candidates", List),
    ("did_you_mean", TextOrNull),
    ("answer_id", Text),
    ("took_us", Whole),
];

const STATEMENT: Fields = &[
    ("text", Text),
    ("kind", Text),
    ("start", Whole),
    ("end", Whole),
    ("spans", ListOrNull),
    ("speaker", TextOrNull),
    ("speaker_as_written", TextOrNull),
    ("speaker_start", WholeOrNull),
    ("speaker_end", WholeOrNull),
    ("cue", TextOrNull),
    ("cue_start", WholeOrNull),
    ("cue_end", WholeOrNull),
    ("addressee", TextOrNull),
    ("via", List),
    ("id", Text),
    ("parent", TextOrNull),
    ("because", Text),
    ("source", Text),
    ("paragraph", WholeOrNull),
];

const FIGURE: Fields = &[
    ("text", Text),
    ("value", NumberOrNull),
    ("low", NumberOrNull),
    ("high", NumberOrNull),
    ("unit", Text),
    ("approximate", Switch),
    ("of", TextOrNull),
    ("by", TextOrNull),
    ("when", TextOrNull),
    ("start", Whole),
    ("end", Whole),
    ("passage", Object),
];

const DISPUTE: Fields =
    &[("aspect", Text), ("text", Text), ("party", TextOrNull), ("value", TextOrNull), ("passage", Object)];

const CHECK: Fields = &[
    ("claim", Text),
    ("verdict", Text),
    ("confidence", Number),
    ("because", List),
    ("differences", List),
    ("parts", List),
];

const QUOTE: Fields = &[("quote", Text), ("verdict", Text), ("because", List), ("differences", List)];

const ADDED: Fields = &[
    ("id", Text),
    ("title", Text),
    ("published", TextOrNull),
    ("paragraphs", Whole),
    ("sentences", Whole),
    ("statements", Whole),
    ("figures", Whole),
];

fn holds(value: &Value, what: Holds) -> bool {
    match what {
        Text => value.is_string(),
        TextOrNull => value.is_string() || value.is_null(),
        Whole => value.is_u64(),
        WholeOrNull => value.is_u64() || value.is_null(),
        Number => value.is_number(),
        NumberOrNull => value.is_number() || value.is_null(),
        Switch => value.is_boolean(),
        List => value.is_array(),
        ListOrNull => value.is_array() || value.is_null(),
        Object => value.is_object(),
    }
}

fn check_object(object: &Value, fields: Fields) {
    for (name, what) in fields {
        let value = object.get(name).unwrap_or_else(|| panic!("no field {name}: {object}"));
        assert!(holds(value, *what), "{name} isn't {what:?}: {object}");
    }
}

fn check_all(objects: &[Value], fields: Fields) {
    for object in objects {
        check_object(object, fields);
    }
}

fn list<'v>(object: &'v Value, name: &str) -> &'v [Value] {
    object[name].as_array().unwrap()
}

#[test]
fn a_first_run_has_the_shipped_story_ready_without_a_further_command() {
    let installation = Installation::fresh();
    let stories = installation.json(&["story", "list"]);
    assert_eq!(stories.len(), 1);
    let answer = installation.json(&["ask", "Who controls the islands?"]).remove(0);
    assert_eq!(answer["status"], "answered", "{answer}");
    assert_eq!(answer["source"], stories[0]["id"]);
}

#[test]
fn an_answer_has_the_fields_of_the_contract_and_a_passage_its_whereabouts() {
    let installation = Installation::with_stories();
    for question in ["How much grain does the port handle?", "Who is Maria Lund's cousin?", ""] {
        let answer = installation.json(&["ask", "--story", "harbour", question]).remove(0);
        check_object(&answer, ANSWER);
        assert_eq!(answer["question"], question);
        for passages in ["passages", "nearest", "candidates"] {
            check_all(list(&answer, passages), PASSAGE);
        }
        check_all(list(&answer, "statements"), STATEMENT);
        check_all(list(&answer, "figures"), FIGURE);
    }
}

#[test]
fn a_silence_shows_nothing_as_evidence() {
    let installation = Installation::with_stories();
    let answer = installation.json(&["ask", "--story", "harbour", "Who won the football match?"]).remove(0);
    assert_eq!(answer["status"], "not_in_story");
    assert_eq!(answer["answer"], Value::Null);
    for evidence in ["passages", "statements", "figures"] {
        assert!(list(&answer, evidence).is_empty(), "{answer}");
    }
}

#[test]
fn the_sentences_in_order_of_fit_are_listed_on_request_only_and_whatever_the_status() {
    let installation = Installation::with_stories();
    let question = "How much grain does the port handle?";
    assert!(installation.json(&["ask", "--story", "harbour", question])[0].get("ranked").is_none());
    for question in [question, "Who won the football match at the port?"] {
        let answer = installation.json(&["ask", "--story", "harbour", "--top", "2", question]).remove(0);
        let ranked = list(&answer, "ranked");
        assert!((1..=2).contains(&ranked.len()), "{answer}");
        check_all(ranked, &[("start", Whole), ("end", Whole), ("source", Text), ("score", Number)]);
    }
}

#[test]
fn lists_print_one_object_a_line() {
    let installation = Installation::with_stories();
    for (command, fields) in [("said", STATEMENT), ("figures", FIGURE), ("dispute", DISPUTE)] {
        let listed = installation.json(&[command, "--story", "harbour"]);
        assert!(!listed.is_empty(), "{command}");
        check_all(&listed, fields);
    }
    let events = installation.json(&["timeline", "--story", "harbour"]);
    check_all(&events, &[("text", Text), ("when", TextOrNull), ("start", Whole), ("end", Whole), ("passage", Object)]);
}

#[test]
fn statements_can_be_asked_for_by_speaker_and_by_what_they_are_about() {
    let installation = Installation::with_stories();
    let said = |options: &[&str]| installation.json(&[&["said", "--story", "harbour"], options].concat());
    let by_abel = said(&["--speaker", "Abel"]);
    assert!(!by_abel.is_empty());
    assert!(by_abel.iter().all(|statement| statement["speaker"] == "Jon Abel"), "{by_abel:?}");
    assert!(said(&["--speaker", "Napoleon"]).is_empty());
    assert!(said(&["--about", "tolls"]).len() < said(&[]).len());
}

#[test]
fn a_checked_claim_has_the_fields_of_the_contract() {
    let installation = Installation::with_stories();
    let checked = installation.json(&["check", "--story", "harbour", "The port handles 70% of the grain."]).remove(0);
    check_object(&checked, CHECK);
    check_all(list(&checked, "because"), PASSAGE);
    check_all(list(&checked, "differences"), &[("claim", Text), ("story", Text), ("kind", Text)]);
    assert_eq!(checked["verdict"], "contradicted", "{checked}");
}

#[test]
fn a_quotation_is_verbatim_altered_or_absent() {
    let installation = Installation::with_stories();
    let quote = |text: &str| installation.json(&["quote", "--story", "harbour", text]).remove(0);
    let verbatim = quote("We will not be rushed");
    check_object(&verbatim, QUOTE);
    check_all(list(&verbatim, "because"), PASSAGE);
    assert_eq!(verbatim["verdict"], "verbatim");
    let altered = quote("the town had an intention of raising tolls");
    assert_eq!(altered["verdict"], "altered");
    check_all(list(&altered, "differences"), &[("quote", Text), ("story", Text)]);
    assert_eq!(quote("Nothing of the kind was ever uttered anywhere")["verdict"], "absent");
}

#[test]
fn a_summary_has_as_many_sentences_as_asked_for_in_the_storys_order() {
    let installation = Installation::with_stories();
    let summary = installation.json(&["summary", "--story", "harbour", "--sentences", "2"]).remove(0);
    let passages = list(&summary, "passages");
    assert_eq!(passages.len(), 2);
    check_all(passages, PASSAGE);
    assert!(passages[0]["start"].as_u64() < passages[1]["start"].as_u64());
}

#[test]
fn a_paragraph_stands_between_its_neighbours() {
    let installation = Installation::with_stories();
    let shown = installation.json(&["source", "--story", "harbour", "2"]).remove(0);
    for (name, paragraph) in [("before", 1), ("passage", 2), ("after", 3)] {
        check_object(&shown[name], PASSAGE);
        assert_eq!(shown[name]["paragraph"], paragraph);
    }
}

#[test]
fn a_story_is_added_listed_updated_and_removed() {
    let installation = Installation::fresh();
    let file = installation.file("bridge.txt", crate::articles::HARBOUR.as_bytes());
    let file = file.to_str().unwrap();
    let add = ["story", "add", file, "--id", "bridge", "--published", "2024-02-06", "--url", "https://example.org/b"];
    let added = installation.json(&add).remove(0);
    check_object(&added, ADDED);
    assert_eq!((&added["id"], &added["published"]), (&Value::from("bridge"), &Value::from("2024-02-06")));
    assert_eq!(installation.json(&["story", "list"]).len(), 2);
    let passage = &installation.json(&["source", "--story", "bridge", "1"])[0]["passage"];
    assert_eq!(passage["url"], "https://example.org/b");

    let newer = installation.file("newer.txt", "Harbour council votes\n\nThe council voted on Monday.\n".as_bytes());
    let updated = installation.json(&["story", "update", "bridge", newer.to_str().unwrap()]).remove(0);
    assert_eq!((&updated["id"], &updated["version"]), (&Value::from("bridge"), &Value::from(2)));
    assert_eq!(installation.json(&["story", "show", "bridge"])[0]["title"], "Harbour council votes");

    installation.json(&["story", "remove", "bridge"]);
    assert_eq!(installation.run(&["story", "show", "bridge"]).code, 2);
}

#[test]
fn a_raw_story_is_the_file_byte_for_byte() {
    let installation = Installation::with_stories();
    for (id, bytes) in crate::articles::all() {
        assert_eq!(installation.run(&["story", "show", id, "--raw"]).out, bytes, "{id}");
        assert_eq!(installation.run(&["story", "show", id, "--raw", "--json"]).out, bytes, "{id}");
    }
}

#[test]
fn extract_reads_one_text_whole_with_no_library() {
    let installation = Installation::fresh();
    let file = installation.file("harbour.txt", crate::articles::HARBOUR.as_bytes());
    let from_file = installation.json(&["extract", file.to_str().unwrap()]);
    let statements: Vec<_> = from_file.iter().filter(|found| found["type"] == "statement").cloned().collect();
    let figures: Vec<_> = from_file.iter().filter(|found| found["type"] == "figure").cloned().collect();
    let names = from_file.iter().filter(|found| found["type"] == "name").count();
    assert!(!statements.is_empty() && !figures.is_empty() && names > 0);
    check_all(&statements, STATEMENT);
    check_all(&figures, FIGURE);
    let from_input = installation.json_with(&["extract", "-"], crate::articles::HARBOUR);
    assert_eq!(from_input.len(), from_file.len());
    assert!(!installation.data().exists(), "extract made a data folder");
}

#[test]
fn the_same_question_gets_the_same_bytes_but_for_the_time_it_took() {
    let answer = || {
        let installation = Installation::with_stories();
        let mut answer = installation.json(&["ask", "--story", "harbour", "--top", "5", "Who is Jon Abel?"]).remove(0);
        answer["took_us"] = Value::Null;
        answer.to_string()
    };
    assert_eq!(answer(), answer());
}

#[test]
fn the_index_is_built_anew_with_counts_at_the_end() {
    let installation = Installation::with_stories();
    let all = installation.json(&["index"]).remove(0);
    check_object(&all, &[("stories", Whole), ("entries", Whole), ("broken", List), ("took_ms", Whole)]);
    assert_eq!(all["stories"], 1 + crate::articles::all().len());
    let one = installation.json(&["index", "--story", "harbour"]).remove(0);
    check_object(&one["story"], ADDED);
    assert_eq!(one["story"]["id"], "harbour");
}

#[test]
fn a_doctor_that_finds_all_in_order_says_so_by_the_exit_code() {
    let installation = Installation::fresh();
    let examined = installation.json(&["doctor"]);
    assert!(examined.len() >= 5);
    check_all(&examined, &[("what", Text), ("ok", Switch), ("seen", Text), ("fix", TextOrNull)]);
    assert!(examined.iter().all(|one| one["ok"] == true), "{examined:?}");
}

#[test]
fn a_doctor_says_how_to_mend_what_is_wrong() {
    let installation = Installation::with_stories();
    std::fs::write(installation.data().join("stories/harbour/story.toml"), "not = [").unwrap();
    let ran = installation.run(&["doctor"]);
    assert_eq!(ran.code, 1);
    assert!(ran.text().contains("verbatim story"), "{}", ran.text());
}

#[test]
fn help_in_json_is_json() {
    let installation = Installation::fresh();
    for arguments in [&["help"][..], &["--help"], &["ask", "--help"]] {
        let commands = installation.json(arguments);
        assert!(commands.iter().any(|line| line["command"] == "ask" && line["about"].is_string()), "{commands:?}");
        assert!(commands.iter().all(|line| line["command"] != "use"), "{commands:?}");
    }
    assert!(installation.json(&["--version"])[0]["version"].is_string());
}
