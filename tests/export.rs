//! What is handed on as data: ids that stay the same, selectors that find the words again, and vocabularies that hold
//! every word used (small copies of the published ones, their sources named at their tops).

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::installation::Installation;

const DRAFT: &str = "“We will never be rushed,” Maria Lund said. The port handles 70% of the region's grain.\n";

fn with_dates() -> Installation {
    let installation = Installation::fresh();
    let file = installation.file("harbour.txt", crate::articles::HARBOUR.as_bytes());
    let url = "https://example.org/bridge";
    let add = ["story", "add", file.to_str().unwrap(), "--id", "harbour", "--published", "2024-02-06", "--url", url];
    installation.json(&[&add[..], &["--publisher", "Coast News"]].concat());
    installation
}

fn exported(installation: &Installation, format: &str) -> Value {
    let draft = installation.file("draft.txt", DRAFT.as_bytes());
    let arguments = ["export", "--story", "harbour", "--format", format, "--draft", draft.to_str().unwrap()];
    let ran = installation.run(&arguments);
    assert_eq!(ran.code, 0, "{}", ran.err);
    serde_json::from_str(ran.text()).unwrap()
}

fn lines(installation: &Installation) -> Vec<Value> {
    installation.json(&["export", "--story", "harbour"])
}

fn uids(lines: &[Value]) -> Vec<String> {
    lines.iter().map(|line| line["uid"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn ids_are_the_same_after_the_index_is_built_anew_and_on_another_machine() {
    let installation = with_dates();
    let before = uids(&lines(&installation));
    assert!(before.len() >= 8, "{before:?}");
    assert_eq!(before.iter().collect::<BTreeSet<_>>().len(), before.len());
    installation.json(&["index"]);
    assert_eq!(uids(&lines(&installation)), before);
    assert_eq!(uids(&lines(&with_dates())), before);
}

#[test]
fn ids_outlive_a_new_version_that_leaves_their_words_alone() {
    let installation = with_dates();
    let before = uids(&lines(&installation));
    let changed =
        crate::articles::HARBOUR.replace("The port handles about 40%", "It rained. The port handles about 41%");
    let file = installation.file("newer.txt", changed.as_bytes());
    installation.json(&["story", "update", "harbour", file.to_str().unwrap()]);
    let after = uids(&lines(&installation));
    let gone: Vec<_> = before.iter().filter(|id| !after.contains(id)).collect();
    assert_eq!(gone.len(), 1, "only the figure that changed: {gone:?}");
}

/// Every target within a value.
fn targets<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    if value.get("selector").is_some() {
        found.push(value);
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|inner| targets(inner, found)),
        Value::Array(items) => items.iter().for_each(|inner| targets(inner, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn selectors_find_the_very_words_in_the_file_they_name() {
    let installation = with_dates();
    let page = exported(&installation, "jsonld");
    let mut found = Vec::new();
    targets(&page, &mut found);
    assert!(found.len() >= 10);
    for target in found {
        let source = target["source"].as_str().unwrap();
        let text = if source.starts_with("urn:x-verbatim:draft:") { DRAFT } else { crate::articles::HARBOUR };
        let characters: Vec<char> = text.chars().collect();
        let [quote, position] = &target["selector"].as_array().unwrap()[..] else { panic!("{target}") };
        let (start, end) = (position["start"].as_u64().unwrap() as usize, position["end"].as_u64().unwrap() as usize);
        let slice = |range: std::ops::Range<usize>| characters[range].iter().collect::<String>();
        assert_eq!(quote["exact"], slice(start..end), "{target}");
        let part = |name: &str| quote[name].as_str().unwrap();
        assert!(slice(0..start).ends_with(part("prefix")), "{target}");
        assert!(slice(end..characters.len()).starts_with(part("suffix")), "{target}");
        let whole = [part("prefix"), part("exact"), part("suffix")].concat();
        assert!(text.contains(&whole), "{target}");
    }
}

/// Words of the Web Annotation context, by what they are: `type Annotation`, `key body`, `motivation describing`.
fn annotation_words(what: &str) -> BTreeSet<&'static str> {
    let words = include_str!("export/web-annotation.txt").lines().filter(|line| !line.starts_with('#'));
    words
        .filter_map(|line| line.split_once(' '))
        .filter(|(kind, _)| *kind == what)
        .flat_map(|(_, words)| words.split(' '))
        .collect()
}

fn check_annotation_words(value: &Value) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                assert!(
                    key == "@context" || annotation_words("key").contains(key.as_str()),
                    "{key} isn't in the context"
                );
                let known = match key.as_str() {
                    "type" => Some("type"),
                    "motivation" | "purpose" => Some("motivation"),
                    _ => None,
                };
                if let Some(known) = known {
                    assert!(annotation_words(known).contains(inner.as_str().unwrap()), "{key}: {inner}");
                }
                check_annotation_words(inner);
            }
        }
        Value::Array(items) => items.iter().for_each(check_annotation_words),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn annotations_use_the_words_of_their_context_only() {
    let page = exported(&with_dates(), "jsonld");
    assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
    check_annotation_words(&page);
    let items = page["items"].as_array().unwrap();
    assert_eq!(page["partOf"]["total"], items.len());
    let ids: BTreeSet<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
    assert_eq!(ids.len(), items.len());
    for item in items {
        // Required by the model: an id, the type, at least one target.
        assert_eq!(item["type"], "Annotation");
        assert!(!item["target"].is_null() && item["target"] != Value::Array(vec![]), "{item}");
    }
    let assessed = items.iter().filter(|item| item["motivation"] == "classifying");
    let verdicts: Vec<&Value> = assessed.map(|item| &item["body"][0]["value"]).collect();
    assert!(verdicts.contains(&&Value::from("quotation: altered")), "{verdicts:?}");
    assert!(verdicts.contains(&&Value::from("figure: contradicted")), "{verdicts:?}");
}

/// Types of schema.org: parent and own properties.
fn schema_org() -> BTreeMap<&'static str, (&'static str, BTreeSet<&'static str>)> {
    let lines = include_str!("export/schema-org.txt").lines().filter(|line| !line.starts_with('#'));
    let types = lines.map(|line| {
        let mut words = line.split(' ');
        let (name, parent) = (words.next().unwrap(), words.next().unwrap());
        (name, (parent, words.collect()))
    });
    types.collect()
}

fn check_schema_org(value: &Value) {
    let types = schema_org();
    match value {
        Value::Object(fields) => {
            let own = value["@type"].as_str().unwrap_or_else(|| panic!("no type: {value}"));
            for (key, inner) in fields.iter().filter(|(key, _)| !key.starts_with('@')) {
                let mut at = own;
                loop {
                    let (parent, properties) = types.get(at).unwrap_or_else(|| panic!("{own} has no {key}"));
                    if properties.contains(key.as_str()) {
                        break;
                    }
                    at = parent;
                }
                check_schema_org(inner);
            }
        }
        Value::Array(items) => items.iter().for_each(check_schema_org),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn quotations_are_schema_orgs_with_their_speakers() {
    let graph = exported(&with_dates(), "quotation");
    assert_eq!(graph["@context"], "https://schema.org");
    let quotations = graph["@graph"].as_array().unwrap();
    quotations.iter().for_each(check_schema_org);
    assert_eq!(quotations.len(), 1, "only what stands in quotation marks: {graph}");
    assert_eq!(quotations[0]["text"], "We will not be rushed");
    assert_eq!(quotations[0]["spokenByCharacter"], serde_json::json!({"@type": "Person", "name": "Maria Lund"}));
    let article = &quotations[0]["isPartOf"];
    assert_eq!(
        (&article["url"], &article["datePublished"]),
        (&"https://example.org/bridge".into(), &"2024-02-06".into())
    );
    assert_eq!(article["publisher"]["name"], "Coast News");
}

#[test]
fn claim_reviews_are_drafts_and_leave_the_rating_to_a_person() {
    let graph = exported(&with_dates(), "claimreview");
    let reviews = graph["@graph"].as_array().unwrap();
    reviews.iter().for_each(check_schema_org);
    assert!(reviews.len() >= 2, "{graph}");
    for review in reviews {
        assert_eq!((&review["@type"], &review["creativeWorkStatus"]), (&"ClaimReview".into(), &"Draft".into()));
        assert!(
            review["claimReviewed"].is_string() && review["itemReviewed"]["author"]["name"].is_string(),
            "{review}"
        );
        assert_eq!(review["itemReviewed"]["@type"], "Claim");
    }
    assert!(!graph.to_string().contains("Rating"), "{graph}");
}

#[test]
fn the_table_and_the_json_hold_the_same_records() {
    let installation = with_dates();
    let draft = installation.file("draft.txt", DRAFT.as_bytes());
    let draft = draft.to_str().unwrap();
    let lines = installation.json(&["export", "--story", "harbour", "--draft", draft]);
    let kinds: BTreeSet<&str> = lines.iter().map(|line| line["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, BTreeSet::from(["figure", "statement", "verdict"]));
    let file = installation.home().join("out.csv");
    let out = file.to_str().unwrap();
    let ran = installation.run(&["export", "--story", "harbour", "--draft", draft, "--format", "csv", "--out", out]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.text(), format!("{} records of harbour\n", lines.len()));
    let mut reader = csv::Reader::from_path(&file).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(rows.iter().map(|row| row[0].to_owned()).collect::<Vec<_>>(), uids(&lines));
}
