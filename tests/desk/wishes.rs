//! "Tell me if this changes": a wish under an answer or a silence, told when the story answers otherwise, shown and taken
//! back.

use serde_json::{Value, json};

use super::complaints::{bot, press};
use super::settings::shown;
use super::summaries::{STORY, log, update, with_story};
use crate::discord::stand_in::payloads::{ASKER, CHANNEL, alone, slash};
use crate::discord::stand_in::{Call, Refusal, StandIn};

const QUESTION: &str = "How much of the valley's water does the dam hold?";
const SILENT: &str = "Who paid for the mill?";

fn ask(stand_in: &StandIn, question: &str) -> Value {
    stand_in.ask(slash("ask", &[("question", question), ("story", "dam")])).body["data"].clone()
}

fn wish(stand_in: &StandIn, answer: &Value) -> String {
    let (told, is_private) = shown(stand_in, press(answer, "1050000000000000070", "Tell me if this changes"));
    assert!(is_private, "{told}");
    told
}

fn words(message: &Value) -> &str {
    message["embeds"][0]["description"].as_str().unwrap()
}

/// The direct message that tells of a change.
fn told(stand_in: &StandIn) -> Call {
    let opened = stand_in.call("POST", "/users/@me/channels", 1);
    assert_eq!(opened.body["recipient_id"], json!(ASKER));
    stand_in.call("POST", "/channels/", 1)
}

#[test]
fn a_member_is_told_of_another_answer_with_the_words_before_and_now() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let answer = ask(&stand_in, QUESTION);
    assert!(words(&answer).contains("40%"), "{}", words(&answer));
    assert!(wish(&stand_in, &answer).starts_with("You will be told"));
    update(&installation, &STORY.replace("Farmers", "Many farmers"));
    std::thread::sleep(std::time::Duration::from_secs(3));
    assert!(stand_in.calls().iter().all(|call| call.path != "/users/@me/channels"), "the answer is the same");
    update(&installation, &STORY.replace("40%", "45%"));
    let told = told(&stand_in).body;
    assert_eq!(told["embeds"][0]["author"]["name"], json!(QUESTION));
    assert_eq!(told["embeds"][0]["title"], json!("The answer has changed"));
    let said = words(&told);
    let (before, now) = said.split_once("**Now:**").unwrap();
    assert!(before.contains("**Before:**\n> ") && before.contains("holds 40% of"), "{said}");
    assert!(now.contains("holds 45% of") && now.contains("paragraph 1"), "{said}");
    assert!(said.contains(&format!("/{CHANNEL}/1050000000000000070")), "{said}");
    assert_eq!(bot.stop().code(), 0);
    assert!(log(&installation).is_empty(), "moderators don't read of it");
}

#[test]
fn who_asked_in_vain_is_told_of_an_answer_also_after_a_restart() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let first = bot(&stand_in, &installation);
    let silence = ask(&stand_in, SILENT);
    assert!(words(&silence).contains("The story doesn't say"), "{}", words(&silence));
    wish(&stand_in, &silence);
    drop(first);
    update(&installation, &format!("{STORY}\nThe bank of Hollin paid for the mill.\n"));
    let second = bot(&stand_in, &installation);
    let told = told(&stand_in).body;
    assert!(words(&told).starts_with("**Before:**\nThe story doesn't say.\n**Now:**\n> The bank"), "{}", words(&told));
    assert_eq!(second.stop().code(), 0);
}

#[test]
fn a_wish_is_taken_back_by_its_button_and_shown_and_deleted_by_mydata() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let answer = ask(&stand_in, QUESTION);
    wish(&stand_in, &answer);
    let (data, is_private) = shown(&stand_in, slash("mydata", &[]));
    assert!(is_private && data.contains("told of: 1\n> How much of the valley's water does the dam hold?"), "{data}");
    let mut other = slash("mydata", &[]);
    other["member"]["user"]["id"] = json!("1050000000000000071");
    assert_eq!(shown(&stand_in, other).0, "Nothing is kept of you in this server.");
    assert_eq!(wish(&stand_in, &answer), "You won't be told.");
    assert_eq!(shown(&stand_in, slash("mydata", &[])).0, "Nothing is kept of you in this server.");
    wish(&stand_in, &answer);
    let mut delete = slash("mydata", &[]);
    delete["data"]["options"] = json!([{"type": 5, "name": "delete", "value": true}]);
    shown(&stand_in, delete);
    update(&installation, &STORY.replace("40%", "45%"));
    std::thread::sleep(std::time::Duration::from_secs(3));
    assert_eq!(bot.stop().code(), 0);
    assert!(stand_in.calls().iter().all(|call| call.path != "/users/@me/channels"));
}

#[test]
fn where_direct_messages_are_refused_it_is_told_under_the_answer_that_everybody_sees_and_nobody_is_pinged() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    wish(&stand_in, &ask(&stand_in, QUESTION));
    stand_in.refuse(Refusal::error("POST", "/users/@me/channels", 403, 50_007));
    update(&installation, &STORY.replace("40%", "45%"));
    let told = stand_in.call("POST", &format!("/channels/{CHANNEL}/messages"), 1).body;
    assert_eq!(told["message_reference"]["message_id"], json!("1050000000000000070"));
    assert_eq!(told["allowed_mentions"], json!({"parse": []}));
    assert!(!told.to_string().contains(ASKER), "{told:#}");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_private_answer_is_told_of_alone_or_not_at_all() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let answer = ask(&stand_in, QUESTION);
    let mut pressed = press(&answer, "1050000000000000070", "Tell me if this changes");
    pressed["message"]["flags"] = json!(64);
    shown(&stand_in, pressed);
    stand_in.refuse(Refusal::error("POST", "/users/@me/channels", 403, 50_007));
    update(&installation, &STORY.replace("40%", "45%"));
    stand_in.call("POST", "/users/@me/channels", 1);
    std::thread::sleep(std::time::Duration::from_secs(2));
    assert_eq!(bot.stop().code(), 0);
    assert!(stand_in.calls().iter().all(|call| !call.path.starts_with("/channels/")));
}

#[test]
fn in_a_direct_message_the_wish_is_kept_too() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let answer = stand_in.ask(alone(slash("ask", &[("question", QUESTION), ("story", "dam")]))).body["data"].clone();
    stand_in.ask(alone(press(&answer, "1050000000000000070", "Tell me if this changes")));
    update(&installation, &STORY.replace("40%", "45%"));
    assert!(words(&told(&stand_in).body).contains("holds 45% of"));
    assert_eq!(bot.stop().code(), 0);
}
