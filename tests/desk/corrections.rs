//! Corrections by hand: an attribution or a figure, shown by every command with who, when and why; found again by its words
//! in a later version, flagged where these changed, and taken back.

use serde_json::{Value, json};

use super::settings::{set, shown, with_permissions};
use super::shared::{bot, of_server};
use crate::articles::HARBOUR;
use crate::discord::stand_in::StandIn;
use crate::discord::stand_in::payloads::{ASKER, GUILD, slash};
use crate::installation::Installation;

/// MANAGE_MESSAGES.
const MODERATE: &str = "8192";
/// The moderators' channel.
const DESK: &str = "1050000000000000050";

fn of_harbour(installation: &Installation, arguments: &[&str]) -> Vec<Value> {
    installation.json(&[arguments, &["--story", "harbour"]].concat())
}

fn said(installation: &Installation, words: &str) -> Value {
    let all = of_harbour(installation, &["said"]);
    all.into_iter().find(|statement| statement["text"].as_str().unwrap().contains(words)).unwrap()
}

fn correct(installation: &Installation, arguments: &[&str]) -> Vec<Value> {
    installation.json(&[&["correct", "harbour"], arguments].concat())
}

/// Takes a correction of the quotation's speaker.
fn to_abel(installation: &Installation) -> Vec<Value> {
    let why = ["--why", "the recording has him"];
    correct(installation, &[&["--statement", "not be rushed", "--speaker", "Jon Abel"], &why[..]].concat())
}

fn update(installation: &Installation, text: &str) -> Value {
    let file = installation.file("later.txt", text.as_bytes());
    installation.json(&["story", "update", "harbour", file.to_str().unwrap()]).remove(0)
}

#[test]
fn a_corrected_speaker_is_shown_by_every_command_with_who_and_why() {
    let installation = Installation::with_stories();
    assert_eq!(said(&installation, "rushed")["speaker"], json!("Maria Lund"));
    let kept = to_abel(&installation);
    assert_eq!((&kept[0]["was"], &kept[0]["became"]), (&json!("Maria Lund"), &json!("Jon Abel")));
    assert_eq!((&kept[0]["by"], &kept[0]["text_changed"]), (&json!("operator"), &json!(false)));

    let now = said(&installation, "rushed");
    let corrected = &now["corrected"];
    assert_eq!((&now["speaker"], &corrected["words_of"]), (&json!("Jon Abel"), &json!("story")));
    let start = now["speaker_start"].as_u64().unwrap() as usize;
    assert_eq!(HARBOUR.chars().skip(start).take(8).collect::<String>(), "Jon Abel", "a slice of the story");
    let mark = corrected["mark"].as_str().unwrap();
    assert!(mark.starts_with("Corrected by hand, speaker: Maria Lund → Jon Abel · the newsroom, 20"), "{mark}");
    assert!(mark.ends_with(": the recording has him"), "{mark}");

    let answer = of_harbour(&installation, &["ask", "Who said that they will not be rushed?"]).remove(0);
    assert_eq!(answer["statements"][0]["speaker"], json!("Jon Abel"), "{answer:#}");
    let exported = of_harbour(&installation, &["export"]);
    assert!(exported.iter().any(|record| record["corrected"]["became"] == "Jon Abel"));
    for (arguments, expected) in [
        (&["said"][..], "Jon Abel (corrected by hand)  ¶2"),
        (&["ask", "Will they be rushed?"], "[corrected by hand] Corrected by hand, speaker: Maria Lund → Jon Abel"),
        (&["why", "not be rushed"], "corrected by hand"),
        (&["checklist"], "Jon Abel (corrected by hand)"),
        (&["export", "--format", "csv"], "Maria Lund → Jon Abel"),
        (&["export", "--format", "quotation"], "\"correction\": \"Corrected by hand, speaker"),
        (&["export", "--format", "jsonld"], "\"purpose\": \"commenting\""),
    ] {
        let ran = installation.run(&[arguments, &["--story", "harbour"]].concat());
        assert!(ran.text().contains(expected), "{arguments:?}: {}", ran.text());
    }
    let log = installation.json(&["audit"]);
    assert_eq!(
        (&log[0]["what"], &log[0]["before"], &log[0]["after"]),
        (&json!("correct"), &json!("Maria Lund"), &json!("Jon Abel"))
    );

    let left = correct(&installation, &["--undo", "1"]);
    assert!(left.is_empty() && said(&installation, "rushed")["speaker"] == "Maria Lund");
    let refused = installation.run(&["correct", "harbour", "--undo", "1"]);
    assert!(refused.code == 2 && refused.err.contains("no correction 1"), "{}", refused.err);
}

#[test]
fn a_name_that_the_story_does_not_have_is_labelled_as_the_editors() {
    let installation = Installation::with_stories();
    correct(&installation, &["--statement", "s2", "--speaker", "Ines Varga", "--why", "her office"]);
    let now = said(&installation, "rushed");
    assert_eq!((&now["speaker"], &now["speaker_start"]), (&json!("Ines Varga"), &Value::Null));
    assert_eq!(now["corrected"]["words_of"], json!("editor"));
    let ran = installation.run(&["said", "--speaker", "varga", "--story", "harbour"]);
    let label = "Ines Varga (corrected by hand, the editor's words, not the story's)";
    assert!(ran.text().starts_with(label) && ran.text().contains("We will not be rushed"), "{}", ran.text());
}

#[test]
fn a_corrected_figure_has_the_editors_value_beside_the_storys_words() {
    let installation = Installation::with_stories();
    correct(&installation, &["--figure", "40%", "--value", "some 45%", "--why", "the port's own report"]);
    let figures = of_harbour(&installation, &["figures"]);
    let now = figures.iter().find(|figure| figure["text"] == "about 40%").unwrap();
    assert_eq!((&now["value"], &now["corrected"]["became"]), (&json!(45.0), &json!("some 45%")));
    assert_eq!(now["corrected"]["words_of"], json!("editor"));
    let ran = installation.run(&["figures", "--story", "harbour"]);
    let mark = "Corrected by hand, figure: about 40% → some 45% (the editor's words, not the story's) · the newsroom";
    assert!(ran.text().contains(mark) && ran.text().contains("handles about 40% of"), "{}", ran.text());
}

#[test]
fn what_cannot_be_corrected_is_refused_and_nothing_is_kept() {
    let installation = Installation::with_stories();
    let long = "x".repeat(501);
    for (arguments, reason) in [
        (&["--statement", "s99", "--speaker", "Jon Abel", "--why", "so"][..], "fits \"s99\""),
        (&["--statement", "s1", "--speaker", "Jon Abel"], "WHY is needed"),
        (&["--statement", "s1", "--why", "so"], "SPEAKER is needed"),
        (&["--figure", "40%", "--why", "so"], "VALUE is needed"),
        (&["--figure", "2", "--value", "3", "--why", "so"], "several figures fit"),
        (&["--figure", "f0", "--value", "3", "--why", "so"], "fits \"f0\""),
        (&["--statement", "s1", "--speaker", &long, "--why", "so"], "up to 500 characters"),
    ] {
        let ran = installation.run(&[&["correct", "harbour"], arguments].concat());
        assert!(ran.code == 2 && ran.err.contains(reason), "{arguments:?}: {}", ran.err);
    }
    assert!(correct(&installation, &[]).is_empty() && installation.json(&["audit"]).is_empty());
}

#[test]
fn a_correction_is_found_again_by_its_words_and_flagged_where_they_changed() {
    let installation = Installation::with_stories();
    to_abel(&installation);
    let moved = HARBOUR.replace("\"We will not", "Rain fell on the port.\n\n\"We will not");
    assert_eq!(update(&installation, &moved)["lost_corrections"], Value::Null);
    assert_eq!(said(&installation, "rushed")["speaker"], json!("Jon Abel"), "kept where the words have moved");

    let changed = HARBOUR.replace("We will not be rushed", "We will not be hurried along");
    assert_eq!(update(&installation, &changed)["lost_corrections"], json!(1));
    assert_eq!(said(&installation, "hurried")["speaker"], json!("Maria Lund"), "not shown under other words");
    let listed = correct(&installation, &["--list"]);
    assert_eq!((&listed[0]["text_changed"], &listed[0]["text"]), (&json!(true), &json!("We will not be rushed")));
    let ran = installation.run(&["correct", "harbour"]);
    assert!(ran.text().contains("The text under this correction changed"), "{}", ran.text());
    let doctor = installation.run(&["doctor"]);
    assert!(doctor.code == 1 && doctor.text().contains("1 in harbour"), "{}", doctor.text());
    assert!(installation.run(&["correct", "harbour", "--undo", "1"]).code == 0);
    assert!(!installation.run(&["doctor"]).text().contains("corrections"));
}

fn in_discord(options: &[(&str, &str)]) -> Value {
    let story = [("story", "harbour")];
    with_permissions(slash("correct", &[&story, options].concat()), MODERATE)
}

#[test]
fn moderators_correct_in_discord_for_their_server_alone() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    let options = [("statement", "s2"), ("speaker", "Jon Abel"), ("why", "he *says* so @everyone")];
    let mut member = in_discord(&options);
    member["member"]["permissions"] = json!("0");
    assert!(shown(&stand_in, member).0.starts_with("Only those who manage this server"));
    let (told, is_private) = shown(&stand_in, in_discord(&options));
    let mark = format!("Corrected by hand, speaker: Maria Lund → Jon Abel · <@{ASKER}>, 20");
    assert!(is_private && told.contains("**1.**\n> We will not be rushed") && told.contains(&mark), "{told}");
    assert!(told.contains("he \\*says\\* so \\@everyone"), "{told}");

    let said = || slash("said", &[("about", "rushed"), ("story", "harbour")]);
    let (told, _) = shown(&stand_in, said());
    assert!(told.contains("**Jon Abel**") && told.contains(&format!("✎ {mark}")), "{told}");
    let mut elsewhere = said();
    elsewhere["guild_id"] = json!("1050000000000000098");
    assert!(!shown(&stand_in, elsewhere).0.contains("Abel"), "another server sees the story as it was read");
    assert!(of_harbour(&installation, &["said"]).iter().all(|statement| statement["corrected"].is_null()));
    assert_eq!(of_server(&installation, &["correct", "harbour"], GUILD).len(), 1);
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn what_the_operator_corrects_holds_everywhere_and_moderators_are_told_when_the_text_under_theirs_changes() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    shown(&stand_in, set(&[(7, "desk", json!(DESK))]));
    correct(&installation, &["--figure", "$3.2m", "--value", "$3.4m", "--why", "the budget"]);
    // What another process corrects is seen two seconds later at the most.
    let told = || shown(&stand_in, slash("figures", &[("about", "cost"), ("story", "harbour")])).0;
    let is_corrected = |told: &String| told.contains("✎ Corrected by hand, figure: some $3.2m → $3.4m");
    let seen = (0..50).find_map(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        Some(told()).filter(is_corrected)
    });
    assert!(seen.is_some(), "{}", told());
    shown(&stand_in, in_discord(&[("statement", "s2"), ("speaker", "Jon Abel"), ("why", "heard it")]));
    update(&installation, &HARBOUR.replace("We will not be rushed", "We will not be hurried along"));
    let sent = stand_in.call("POST", &format!("/channels/{DESK}/messages"), 1);
    let told = sent.body["embeds"][0]["description"].as_str().unwrap();
    assert!(
        told.contains("> We will not be rushed") && told.contains("The text under this correction changed"),
        "{told}"
    );
    let (listed, _) = shown(&stand_in, in_discord(&[]));
    assert!(listed.contains("There now:") && listed.contains("the newsroom, 20"), "{listed}");
    assert_eq!(bot.stop().code(), 0);
}
