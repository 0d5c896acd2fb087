//! What a newsroom takes away from its stories: a checklist to tick, two stories of one event side by side, somebody's
//! words over all stories.

use insta::assert_snapshot;
use serde_json::Value;

use crate::installation::Installation;

const OTHER: &str = "\
Elsin delays its bridge

Port Elsin's leader, Maria Lund, has delayed a vote on a bridge.

\"We will never be rushed,\" Ms Lund told reporters. Maria Lund claimed that the council \
had put off a vote on a new bridge until March.

The port handles about 45% of the region's grain. Pia Horn watched.
";

fn with_two_stories_of_one_event() -> Installation {
    let installation = Installation::fresh();
    for (id, text, published) in [("later", OTHER, "2024-02-07"), ("harbour", crate::articles::HARBOUR, "2024-02-06")] {
        let file = installation.file(&format!("{id}.txt"), text.as_bytes());
        installation.json(&["story", "add", file.to_str().unwrap(), "--id", id, "--published", published]);
    }
    installation
}

#[test]
fn a_checklist_is_markdown_to_be_ticked_in_the_order_of_the_text() {
    assert_snapshot!(Installation::with_stories().run(&["checklist", "--story", "harbour"]).text(), @r"
    # Checklist: Harbour council puts off bridge vote

    ## ¶1

    - [ ] name: **Port Elsin**
    - [ ] date: **until March**
    - [ ] name: **Maria Lund** · its leader · 3 times
    - [ ] date: **Tuesday**

    ## ¶2

    - [ ] quotation: “We will not be rushed” · Maria Lund
    - [ ] figure: **some \$3.2m** · The bridge

    ## ¶3

    - [ ] name: **Jon Abel** · Lund's deputy
    - [ ] name: **Arvel** · 3 times

    ## ¶4

    - [ ] figure: **about 40%** · the region's grain · The port
    - [ ] date: **2019**
    - [ ] figure: **1,200** · ships · 2019

    ## ¶5

    - [ ] name: **Tessin** · 2 times
    - [ ] name: **Borland** · 2 times
    ");
}

#[test]
fn a_checklist_in_json_has_every_place_in_order() {
    let installation = with_two_stories_of_one_event();
    let items = installation.json(&["checklist", "--story", "harbour"]);
    let characters: Vec<char> = crate::articles::HARBOUR.chars().collect();
    let mut last = 0;
    for item in &items {
        let at = |name: &str| item[name].as_u64().unwrap() as usize;
        assert_eq!(item["text"], characters[at("start")..at("end")].iter().collect::<String>());
        assert!(last <= at("start"));
        last = at("start");
    }
    for kind in ["name", "figure", "date", "quotation"] {
        assert!(items.iter().any(|item| item["item"] == kind), "{kind}");
    }
}

#[test]
fn two_stories_of_one_event_are_shown_with_both_passages_where_they_differ() {
    let installation = with_two_stories_of_one_event();
    assert_snapshot!(installation.run(&["compare", "harbour", "later"]).text(), @r#"
    verb  said | claimed
        harbour
        ¶1  The council of Port Elsin has put off a vote on a new bridge until March, its leader, Maria Lund, said on Tuesday.
        [reported] Maria Lund
        later
        ¶2  Maria Lund claimed that the council had put off a vote on a new bridge until March.
        [reported] Maria Lund
    quotation  We will not be rushed, | We will never be rushed
        harbour
        ¶2  "We will not be rushed," Ms Lund told reporters.
        [reported] Maria Lund: We will not be rushed
        later
        ¶2  "We will never be rushed," Ms Lund told reporters.
        [reported] Maria Lund: We will never be rushed
    figure  40% | 45%
        harbour
        ¶4  The port handles about 40% of the region's grain.
        [the story's own voice]  hedged
        later
        ¶3  The port handles about 45% of the region's grain.
        [the story's own voice]  hedged

    Only in harbour
        ¶1  date  Tuesday
        ¶2  figure  some $3.2m
        ¶3  name  Jon Abel
        ¶3  name  Arvel
        ¶4  date  2019
        ¶4  figure  1,200
        ¶5  name  Tessin
        ¶5  name  Borland

    Only in later
        ¶3  name  Pia Horn
    "#);
}

#[test]
fn what_differs_has_its_place_in_both_files() {
    let installation = with_two_stories_of_one_event();
    let lines = installation.json(&["compare", "harbour", "later"]);
    let files = |id: &str| if id == "harbour" { crate::articles::HARBOUR } else { OTHER };
    let check = |words: &Value| {
        let characters: Vec<char> = files(words["source"].as_str().unwrap()).chars().collect();
        let (start, end) = (words["start"].as_u64().unwrap() as usize, words["end"].as_u64().unwrap() as usize);
        assert_eq!(words["text"], characters[start..end].iter().collect::<String>());
    };
    let differing: Vec<&Value> = lines.iter().filter(|line| line["type"] == "differs").collect();
    assert!(differing.len() >= 3, "{lines:?}");
    for line in differing {
        check(&line["first"]);
        check(&line["second"]);
    }
    assert!(lines.iter().any(|line| line["in"] == "later" && line["words"]["text"] == "Pia Horn"), "{lines:?}");
    let same = installation.json(&["compare", "harbour", "harbour"]);
    assert!(same.is_empty(), "{same:?}");
    assert_eq!(installation.run(&["compare", "harbour", "nope"]).code, 2);
}

#[test]
fn stories_of_two_events_are_not_compared() {
    let installation = Installation::with_stories();
    let lines = installation.json(&["compare", "harbour", "one-line"]);
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["type"], "not_one_event");
}

#[test]
fn somebodys_words_are_listed_over_all_stories_by_date() {
    let installation = with_two_stories_of_one_event();
    let said = installation.json(&["said", "--speaker", "Lund", "--all-stories"]);
    let days: Vec<&str> = said.iter().map(|statement| statement["published"].as_str().unwrap()).collect();
    assert!(days.is_sorted() && days.contains(&"2024-02-06") && days.contains(&"2024-02-07"), "{said:?}");
    assert!(said.iter().all(|statement| statement["speaker"] == "Maria Lund" && statement["title"].is_string()));
    assert!(installation.json(&["said", "--speaker", "Napoleon", "--all-stories"]).is_empty());
    let shown = installation.run(&["said", "--speaker", "Lund", "--all-stories"]);
    let headings: Vec<&str> = shown.text().lines().filter(|line| line.starts_with("2024-")).collect();
    assert_eq!(
        headings,
        ["2024-02-06  Harbour council puts off bridge vote  harbour", "2024-02-07  Elsin delays its bridge  later"]
    );
}
