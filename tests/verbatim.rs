//! Every word shown as a story's stands in its file, at the offsets that are shown with it.

use serde_json::Value;

use crate::installation::Installation;

/// Asks everything that has an answer with words in it.
fn everything(installation: &Installation, id: &str) -> Vec<Value> {
    let story = ["--story", id];
    let listing = ["said", "figures", "dispute", "timeline", "summary"];
    let listed = listing.iter().flat_map(|command| installation.json(&[&[*command], &story[..]].concat()));
    let questions = [
        "who said what?",
        "how many people came?",
        "who controls the strip?",
        "what did the mayor say?",
        "how much water does the dam hold?",
        "when will the ferry line reopen?",
        "what is the capital of Mongolia?",
    ];
    let claims =
        ["The port handles 70% of the grain.", "The ferry reopens in June.", "Ada Pell said the dam is empty."];
    let quotes = ["We will not be rushed", "rather less than planned", "We’ve never seen so many"];
    let asked = |command: &str, items: &[&str]| {
        let options: &[&str] = if command == "ask" { &["--top", "5", "-"] } else { &["-"] };
        installation.json_with(&[&[command], &story[..], options].concat(), items.join("\n"))
    };
    let mut all: Vec<_> = listed.collect();
    all.extend(asked("ask", &questions));
    all.extend(asked("check", &claims));
    all.extend(asked("quote", &quotes));
    all.extend(installation.json(&[&["source", "1"], &story[..]].concat()));
    all
}

/// Every object within a value.
fn objects<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    match value {
        Value::Object(fields) => {
            found.push(value);
            fields.values().for_each(|inner| objects(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| objects(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn slice(characters: &[char], start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    characters[start..end].iter().collect()
}

/// Checks the words of one object; how many it showed with offsets.
fn check_words(object: &Value, characters: &[char]) -> usize {
    let mut checked = 0;
    for (text, start, end) in [
        ("text", "start", "end"),
        ("speaker_as_written", "speaker_start", "speaker_end"),
        ("cue", "cue_start", "cue_end"),
    ] {
        if let (Some(Value::String(text)), Some(start)) = (object.get(text), object.get(start)) {
            assert_eq!(*text, slice(characters, start, &object[end]), "{object}");
            checked += 1;
        }
    }
    checked
}

#[test]
fn every_text_that_is_shown_is_the_slice_of_its_file_that_its_offsets_say() {
    let installation = Installation::with_stories();
    for (id, _) in crate::articles::all() {
        let raw = installation.run(&["story", "show", id, "--raw"]);
        let characters: Vec<char> = raw.text().chars().collect();
        let all = everything(&installation, id);
        let mut found = Vec::new();
        all.iter().for_each(|value| objects(value, &mut found));
        let checked: usize = found.iter().map(|object| check_words(object, &characters)).sum();
        assert!(checked >= 8, "{id}: only {checked} texts were shown");
    }
}

#[test]
fn what_extract_shows_is_a_slice_of_the_file_too() {
    let installation = Installation::fresh();
    for (id, bytes) in crate::articles::all() {
        let characters: Vec<char> = std::str::from_utf8(&bytes).unwrap().chars().collect();
        let found = installation.json_with(&["extract", "-"], bytes);
        let mut within = Vec::new();
        found.iter().for_each(|value| objects(value, &mut within));
        let checked: usize = within.iter().map(|object| check_words(object, &characters)).sum();
        assert!(checked > 0, "{id}");
    }
}

#[test]
fn a_related_fact_is_never_shown_as_the_articles() {
    let installation = Installation::fresh();
    let facts = installation.json(&["facts"]);
    assert!(!facts.is_empty());
    for fact in &facts {
        assert_eq!(fact["role"], "fact");
        assert!(fact["source"].as_str().unwrap().contains('/'), "{fact}");
        assert!(fact["title"].is_string() && fact["publisher"].is_string());
        assert_eq!(fact["end"], fact["text"].as_str().unwrap().chars().count());
    }
    let said: String = ["said", "figures", "dispute", "summary"]
        .iter()
        .flat_map(|command| installation.json(&[*command]))
        .map(|object| object.to_string())
        .collect();
    assert!(!said.contains("\"role\":\"fact\""));
}

#[test]
fn related_facts_about_something_hold_all_that_disagree_with_them() {
    let installation = Installation::fresh();
    let all = installation.json(&["facts"]);
    let about = installation.json(&["facts", "--about", "share of mining"]);
    assert!(!about.is_empty() && about.len() < all.len());
    let ids: Vec<_> = about.iter().map(|fact| &fact["id"]).collect();
    for fact in &about {
        for other in fact["disputed_by"].as_array().unwrap() {
            assert!(ids.contains(&other), "{fact} without {other}");
        }
    }
    assert!(installation.json(&["facts", "--about", "xylophone"]).is_empty());
}
