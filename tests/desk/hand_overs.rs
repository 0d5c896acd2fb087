//! A question handed over to people: from the button under a silence to a thread of the moderators', a form that demands a
//! source, the asker, and an approved answer.

use serde_json::{Value, json};

use super::complaints::{labels_of, press};
use super::settings::{set, shown, with_permissions};
use super::shared::{bot, of_server};
use crate::discord::stand_in::payloads::{ASKER, CHANNEL, GUILD, filled_in, slash};
use crate::discord::stand_in::{Call, Refusal, StandIn};
use crate::installation::Installation;

/// MANAGE_MESSAGES.
const MODERATE: &str = "8192";
/// The moderators' channel.
const DESK: &str = "1050000000000000050";
const QUESTION: &str = "Who designed the old lighthouse?";

fn ask() -> Value {
    slash("ask", &[("question", QUESTION), ("story", "harbour")])
}

/// Hands a question over, and returns what the moderators see.
pub fn hand_over(stand_in: &StandIn) -> Call {
    shown(stand_in, set(&[(7, "desk", json!(DESK))]));
    let silence = stand_in.ask(ask());
    let thanks = stand_in.ask(press(&silence.body["data"], "1050000000000000060", "Ask the desk"));
    let thanks = &thanks.body["data"];
    assert_eq!(thanks["flags"], json!(64), "for who asks alone");
    assert!(thanks["embeds"][0]["description"].as_str().unwrap().contains("number 1"), "{thanks:#}");
    stand_in.call("POST", &format!("/channels/{DESK}/messages"), 1)
}

fn as_moderator(seen: &Value, label: &str) -> Value {
    with_permissions(press(seen, "1050000000000000062", label), MODERATE)
}

/// Opens the form under a question, and fills it in.
pub fn fill_in(stand_in: &StandIn, seen: &Value, fields: &[(&str, &str)]) -> Value {
    let form = stand_in.ask(as_moderator(seen, "Answer it")).body;
    assert_eq!(form["type"], json!(9), "{form:#}");
    let identifier = form["data"]["custom_id"].as_str().unwrap();
    stand_in.ask(with_permissions(filled_in(seen, identifier, fields), MODERATE)).body
}

/// The first message that is sent anywhere but to the moderators.
fn sent_elsewhere(stand_in: &StandIn) -> Value {
    for _ in 0..200 {
        let calls = stand_in.calls();
        let is_message = |call: &&Call| call.method == "POST" && call.path.ends_with("/messages");
        if let Some(sent) = calls.iter().filter(is_message).find(|call| !call.path.contains(DESK)) {
            return json!({"path": sent.path, "body": sent.body});
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("nobody was told: {:#?}", stand_in.calls());
}

#[test]
fn a_silence_offers_the_desk_only_where_there_is_one_and_an_answer_never_does() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    let has_desk =
        |interaction| labels_of(&stand_in.ask(interaction).body["data"]).contains(&"Ask the desk".to_owned());
    assert!(!has_desk(ask()));
    shown(&stand_in, set(&[(7, "desk", json!(DESK))]));
    assert!(has_desk(ask()));
    assert!(!has_desk(slash("ask", &[("question", "Who controls the strip?"), ("story", "harbour")])));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn moderators_get_a_thread_with_the_question_and_the_nearest_passages() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    let seen = hand_over(&stand_in);
    let embed = &seen.body["embeds"][0];
    assert_eq!((&embed["author"]["name"], &embed["title"]), (&json!(QUESTION), &json!("1\\. A question for the desk")));
    let description = embed["description"].as_str().unwrap();
    assert!(description.contains(&format!("from <@{ASKER}>, asked in <#{CHANNEL}>")), "{description}");
    assert!(description.contains("*Nearest passages (not an answer):*\n> "), "{description}");
    let thread = stand_in.call("POST", &format!("/channels/{DESK}/messages/"), 1);
    assert!(thread.path.ends_with("/threads") && thread.body["name"] == QUESTION, "{thread:#?}");

    let again = stand_in.ask(press(&stand_in.ask(ask()).body["data"], "1050000000000000063", "Ask the desk"));
    assert!(again.body["data"]["embeds"][0]["description"].as_str().unwrap().contains("number 1"), "kept once");
    let refused = stand_in.ask(press(&seen.body, "1050000000000000062", "Answer it")).body;
    assert_eq!((&refused["type"], &refused["data"]["flags"]), (&json!(4), &json!(64)), "a member gets no form");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn an_answer_needs_a_source_and_reaches_who_asked_as_a_persons() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    let seen = hand_over(&stand_in).body;
    for source in ["", "my neighbour", "99", "javascript:alert(1)"] {
        let refused = fill_in(&stand_in, &seen, &[("answer", "Nobody knows."), ("source", source)]);
        assert_eq!((&refused["type"], &refused["data"]["flags"]), (&json!(4), &json!(64)), "{source}: {refused:#}");
    }
    let answer = "Ines *Varga*, in 1931. @everyone\n> not the story's";
    let done = fill_in(&stand_in, &seen, &[("answer", answer), ("source", "¶4")]);
    assert_eq!(done["type"], json!(7), "in place of the question");
    let description = done["data"]["embeds"][0]["description"].as_str().unwrap();
    assert!(description.contains(&format!("**Answered by <@{ASKER}>**")), "{description}");
    assert!(description.contains("*Source*\n> The port handles about 40% of the region's grain."), "{description}");

    stand_in.call("POST", "/users/@me/channels", 1);
    let told = sent_elsewhere(&stand_in);
    let description = told["body"]["embeds"][0]["description"].as_str().unwrap();
    assert!(description.starts_with("**A person answered this, not the program**"), "{description}");
    assert!(description.contains("Ines \\*Varga\\*") && description.contains("\\> not the story's"), "{description}");
    assert_eq!(told["body"]["embeds"][0]["author"]["name"], json!(QUESTION));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn who_takes_no_direct_message_is_answered_in_the_channel_without_a_ping() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    let seen = hand_over(&stand_in).body;
    stand_in.refuse(Refusal::error("POST", "/users/@me/channels", 403, 50_007));
    fill_in(&stand_in, &seen, &[("answer", "In 1931."), ("source", "https://example.org/lighthouse")]);
    let told = sent_elsewhere(&stand_in);
    assert_eq!(told["path"], json!(format!("/channels/{CHANNEL}/messages")));
    let description = told["body"]["embeds"][0]["description"].as_str().unwrap();
    assert!(description.contains("https://example.org/lighthouse") && description.ends_with(&format!("<@{ASKER}>")));
    assert_eq!(told["body"]["allowed_mentions"], json!({"parse": []}));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_persons_answer_becomes_an_approved_one_and_another_server_never_sees_it() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    let seen = hand_over(&stand_in).body;
    let done = fill_in(&stand_in, &seen, &[("answer", "Ines Varga, in 1931."), ("source", "4")]);
    let mut member = as_moderator(&done["data"], "Make it the approved answer");
    member["member"]["permissions"] = json!("0");
    assert!(shown(&stand_in, member).0.starts_with("Only those who manage this server"));
    let adopted = stand_in.ask(as_moderator(&done["data"], "Make it the approved answer")).body;
    assert_eq!((&adopted["type"], &adopted["data"]["components"]), (&json!(7), &json!([])));
    let (told, _) = shown(&stand_in, ask());
    assert!(
        told.starts_with("**Moderator's note, not the story's words**") && told.contains("Ines Varga, in 1931."),
        "{told}"
    );
    let mut elsewhere = ask();
    elsewhere["guild_id"] = json!("1050000000000000098");
    assert!(!shown(&stand_in, elsewhere).0.contains("Varga"));
    let log = of_server(&installation, &["audit"], GUILD);
    let whats: Vec<_> = log.iter().map(|entry| entry["what"].as_str().unwrap()).collect();
    assert_eq!(whats, ["set", "ask the desk", "answer", "approve"]);
    assert!(!log.iter().any(|entry| entry["subject"].as_str().unwrap().contains("asked")), "{log:#?}");
    let (mine, _) = shown(&stand_in, slash("mydata", &[]));
    assert!(mine.contains("Questions that you handed over to the moderators: 1"), "{mine}");
    assert_eq!(bot.stop().code(), 0);
}
