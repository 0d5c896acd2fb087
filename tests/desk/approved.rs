//! Approved answers: a passage of the story, or a note that is labelled as a moderator's, shown before what the program finds.

use serde_json::{Value, json};

use super::settings::{set, shown, with_permissions};
use super::shared::{bot, of_server};
use crate::articles::HARBOUR;
use crate::discord::stand_in::StandIn;
use crate::discord::stand_in::payloads::{ASKER, GUILD, slash};
use crate::installation::Installation;

/// MANAGE_MESSAGES.
const MODERATE: &str = "8192";

fn approve(installation: &Installation, arguments: &[&str]) -> Vec<Value> {
    installation.json(&[&["approve"], arguments, &["--story", "harbour"]].concat())
}

fn ask(installation: &Installation, question: &str) -> Value {
    installation.json(&["ask", question, "--story", "harbour"]).remove(0)
}

#[test]
fn an_approved_passage_is_the_storys_words_and_stands_in_place_of_the_answer() {
    let installation = Installation::with_stories();
    let listed =
        approve(&installation, &["set", "What about the port?", "--passage", "In 2019 it handled 1,200 ships"]);
    assert_eq!((&listed[0]["question"], &listed[0]["words_of"]), (&json!("what about the port"), &json!("story")));
    let approved = ask(&installation, "what about THE port")["approved"].clone();
    let (start, end) = (
        approved["passage"]["start"].as_u64().unwrap() as usize,
        approved["passage"]["end"].as_u64().unwrap() as usize,
    );
    let slice: String = HARBOUR.chars().skip(start).take(end - start).collect();
    assert_eq!((&approved["text"], slice.as_str()), (&json!(slice), "In 2019 it handled 1,200 ships"));
    let ran = installation.run(&["ask", "What about the port?", "--story", "harbour"]);
    assert!(ran.text().starts_with("Approved by the moderators  the newsroom, 20"), "{}", ran.text());
    assert!(ask(&installation, "What about the ports?")["approved"].is_null(), "another question");
    assert!(approve(&installation, &["remove", "what about the port"]).is_empty());
    assert!(ask(&installation, "What about the port?")["approved"].is_null());
    let whats: Vec<_> = installation.json(&["audit"]).iter().map(|entry| entry["what"].clone()).collect();
    assert_eq!(json!(whats), json!(["approve", "withdraw"]));
}

#[test]
fn words_that_are_not_the_storys_stand_under_a_label_only() {
    let installation = Installation::with_stories();
    let question = "When is the next vote?";
    approve(
        &installation,
        &["set", question, "--note", "The council meets on 3 May.", "--link", "https://example.org/agenda"],
    );
    let answer = ask(&installation, question);
    assert_eq!(
        (&answer["approved"]["words_of"], &answer["approved"]["link"]),
        (&json!("moderator"), &json!("https://example.org/agenda"))
    );
    let ran = installation.run(&["ask", question, "--story", "harbour"]);
    assert!(ran.text().starts_with("Moderator's note, not the story's words  the newsroom, 20"), "{}", ran.text());
    for (arguments, reason) in [
        (&["set", question, "--passage", "The council meets on 3 May."][..], "aren't the story's"),
        (&["set", question, "--passage", "It handled 1,300 ships"], "aren't the story's"),
        (&["set", question, "--passage", "99"], "no paragraph 99"),
        (&["set", question], "PASSAGE is needed"),
        (&["set", "?!", "--note", "x"], "QUESTION is needed"),
        (&["set", question, "--note", "x", "--link", "javascript:alert(1)"], "isn't an address"),
        (&["remove", "who?"], "no approved answer"),
    ] {
        let ran = installation.run(&[&["approve"], arguments, &["--story", "harbour"]].concat());
        assert!(ran.code == 2 && ran.err.contains(reason), "{arguments:?}: {}", ran.err);
    }
}

#[test]
fn a_passage_that_changed_is_not_shown_any_more_and_the_list_says_so() {
    let installation = Installation::with_stories();
    approve(&installation, &["set", "How busy is it?", "--passage", "In 2019 it handled 1,200 ships."]);
    let changed = HARBOUR.replace("1,200 ships", "1,300 ships");
    let file = installation.file("later.txt", changed.as_bytes());
    installation.json(&["story", "update", "harbour", file.to_str().unwrap()]);
    assert!(ask(&installation, "How busy is it?")["approved"].is_null());
    assert_eq!(approve(&installation, &["list"])[0]["text_changed"], json!(true));
}

#[test]
fn moderators_approve_in_discord_for_their_server_and_members_may_not() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    let group = |name: &str, options: &[(&str, &str)]| {
        let mut interaction = with_permissions(slash("approve", &[]), MODERATE);
        let options = options.iter().map(|(name, value)| json!({"type": 3, "name": name, "value": value}));
        let options: Vec<Value> = options.collect();
        interaction["data"]["options"] = json!([{"type": 1, "name": name, "options": options}]);
        interaction
    };
    let note = [("question", "When is the vote?"), ("note", "On *3* May.\n> as @everyone knows"), ("story", "harbour")];
    let mut member = group("set", &note);
    member["member"]["permissions"] = json!("0");
    assert!(shown(&stand_in, member).0.starts_with("Only those who manage this server"));
    let (told, is_private) = shown(&stand_in, group("set", &note));
    assert!(is_private && told.contains("**when is the vote**\n**Moderator's note, not the story's words**"), "{told}");
    let ask = || slash("ask", &[("question", "When is the vote?"), ("story", "harbour")]);
    let (told, _) = shown(&stand_in, ask());
    let label = format!("**Moderator's note, not the story's words** · <@{ASKER}>, 20");
    assert!(told.starts_with(&label) && told.contains("On \\*3\\* May."), "{told}");
    assert!(told.contains("\\> as \\@everyone knows"), "never as a quotation: {told}");
    let mut elsewhere = ask();
    elsewhere["guild_id"] = json!("1050000000000000098");
    assert!(!shown(&stand_in, elsewhere).0.contains("note"));
    shown(&stand_in, set(&[(3, "keep-questions", json!("on"))]));
    shown(&stand_in, ask());
    assert!(of_server(&installation, &["gaps", "--story", "harbour"], GUILD).is_empty(), "it has its answer");
    assert_eq!(bot.stop().code(), 0);
}
