//! Answers to messages in a thread, where a server wishes it, and in the channel where there can be none.

use serde_json::json;

use super::settings::{set, shown};
use crate::discord::bot::Bot;
use crate::discord::stand_in::payloads::{BOT, CHANNEL, channel_message};
use crate::discord::stand_in::{Order, Refusal, StandIn};

/// Mentions the bot with a question; the message's id.
fn mention(stand_in: &StandIn) -> String {
    let message = channel_message(&format!("<@{BOT}> who controls the islands?"), true);
    let id = message["id"].as_str().unwrap().to_owned();
    stand_in.order(Order::Dispatch("MESSAGE_CREATE", message));
    id
}

#[test]
fn the_answer_to_a_message_goes_into_a_thread_on_it_where_the_server_wishes_that() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    mention(&stand_in);
    let before = stand_in.call("POST", &format!("/channels/{CHANNEL}/messages"), 1).body;
    assert!(before.get("message_reference").is_some(), "{before:#}");
    let (told, _) = shown(&stand_in, set(&[(3, "threads", json!("on"))]));
    assert!(told.contains("threads: on"), "{told}");
    let asked = mention(&stand_in);
    let opened = stand_in.call("POST", &format!("/channels/{CHANNEL}/messages/{asked}/threads"), 1).body;
    assert_eq!(opened["name"], json!("who controls the islands?"));
    let answer = stand_in.call("POST", &format!("/channels/{asked}/messages"), 1).body;
    assert!(answer["embeds"][0]["description"].as_str().unwrap().starts_with("> "), "{answer:#}");
    assert!(answer.get("message_reference").is_none(), "the thread is on the message: {answer:#}");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn where_no_thread_can_be_opened_the_answer_stands_in_the_channel() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    shown(&stand_in, set(&[(3, "threads", json!("on"))]));
    stand_in.refuse(Refusal::error("POST", "/channels/1050000000000000005/messages/", 403, 50_013));
    mention(&stand_in);
    stand_in.call("POST", "/channels/1050000000000000005/messages/", 1);
    let calls =
        || stand_in.calls().into_iter().filter(|call| call.path == format!("/channels/{CHANNEL}/messages")).count();
    while calls() == 0 {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    // A message that has a thread has it under its own id.
    stand_in.refuse(Refusal::error("POST", "/channels/1050000000000000005/messages/", 400, 160_004));
    let asked = mention(&stand_in);
    stand_in.call("POST", &format!("/channels/{asked}/messages"), 1);
    assert_eq!(bot.stop().code(), 0);
}
