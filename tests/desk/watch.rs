//! A watched channel: a false figure or an altered quotation about the story is told to the moderators alone, and only
//! where the operator lets the bot ask for the words of messages.

use serde_json::{Value, json};

use super::settings::{set, shown};
use super::shared::bot_set;
use crate::discord::bot::Bot;
use crate::discord::stand_in::payloads::{ASKER, CHANNEL, application_with, channel_message};
use crate::discord::stand_in::{Handshake, Order, StandIn, TOKEN};
use crate::installation::Installation;

/// The moderators' channel.
const DESK: &str = "1050000000000000050";
/// MESSAGE_CONTENT.
const CONTENT: u64 = 1 << 15;
const ASKED_FOR: [(&str, &str); 1] = [("VERBATIM_DISCORD__MESSAGE_CONTENT", "true")];

fn watch(stand_in: &StandIn) {
    shown(stand_in, set(&[(7, "desk", json!(DESK)), (3, "story", json!("harbour"))]));
    shown(stand_in, set(&[(3, "watch", json!("on")), (7, "channel", json!(CHANNEL))]));
}

fn say(stand_in: &StandIn, words: &str) -> Value {
    let message = channel_message(words, false);
    stand_in.order(Order::Dispatch("MESSAGE_CREATE", message.clone()));
    message
}

/// What moderators were told so far, once whatever came before was looked at: the last message is always told of.
fn told(stand_in: &StandIn, count: usize) -> Vec<String> {
    let path = format!("/channels/{DESK}/messages");
    stand_in.call("POST", &path, count);
    let calls = stand_in.calls().into_iter().filter(|call| call.path == path);
    calls.map(|call| call.body["embeds"][0]["description"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_false_figure_and_an_altered_quotation_are_told_to_moderators_with_the_exact_words() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot_set(&stand_in, &installation, &ASKED_FOR);
    watch(&stand_in);
    let message = say(&stand_in, "lol. The port handles about *60%* of the region's grain @everyone");
    let first = told(&stand_in, 1).remove(0);
    let id = message["id"].as_str().unwrap();
    assert!(first.contains(&format!("/{CHANNEL}/{id}")) && first.contains(&format!("<@{ASKER}>")), "{first}");
    assert!(first.contains("60%") && first.contains("“40%”"), "{first}");
    assert!(first.contains("> The port handles about 40% of the region's grain."), "{first}");
    say(&stand_in, "Lund said: \"We will not be hurried\" and left");
    let second = told(&stand_in, 2).remove(1);
    assert!(second.contains("We will not be hurried") && second.contains("rushed"), "{second}");
    let spoken = stand_in.calls().into_iter().filter(|call| call.path.starts_with(&format!("/channels/{CHANNEL}")));
    assert_eq!(spoken.count(), 0, "nothing is said in the channel");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn what_is_so_what_is_of_something_else_and_what_is_not_watched_is_told_to_nobody() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot_set(&stand_in, &installation, &ASKED_FOR);
    watch(&stand_in);
    for words in [
        "The port handles about 40% of the region's grain.",
        "\"We will not be rushed,\" Ms Lund said",
        "my phone is at 30%, back in 5",
        "I paid $3.99 for 2 coffees at the port",
        "\"we will see about that one\" he said, 3 times",
        "In 1999 the town had 12 bakeries.",
        "brb 10 min",
        "in 2019 there was a row between Arvel and Borland",
        "the bridge is a bad idea",
    ] {
        say(&stand_in, words);
    }
    let mut elsewhere = channel_message("The port handles about 60% of the region's grain.", false);
    elsewhere["channel_id"] = json!("1050000000000000071");
    stand_in.order(Order::Dispatch("MESSAGE_CREATE", elsewhere));
    let mut of_a_bot = channel_message("The port handles about 60% of the region's grain.", false);
    of_a_bot["author"]["bot"] = json!(true);
    stand_in.order(Order::Dispatch("MESSAGE_CREATE", of_a_bot));
    std::thread::sleep(std::time::Duration::from_secs(1));
    say(&stand_in, "The port handles about 60% of the region's grain.");
    let told = told(&stand_in, 1);
    assert_eq!(told.len(), 1, "{told:#?}");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn without_the_operators_setting_nothing_privileged_is_asked_for_and_no_channel_can_be_watched() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let intents = |handshake| match handshake {
        Handshake::Identify { intents, .. } => intents,
        Handshake::Resume => panic!("RESUME at the start"),
    };
    let bot = bot_set(&stand_in, &installation, &[]);
    assert_eq!(intents(stand_in.handshake(1)) & CONTENT, 0);
    let (refused, _) = shown(&stand_in, set(&[(3, "watch", json!("on"))]));
    assert!(refused.contains("discord.message\\_content"), "{refused}");
    assert_eq!(bot.stop().code(), 0);
    let bot = bot_set(&stand_in, &installation, &ASKED_FOR);
    assert_eq!(intents(stand_in.handshake(2)) & CONTENT, CONTENT);
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn the_doctor_tells_whether_discord_grants_the_words_of_messages() {
    for (flags, is_well) in [(0, false), (1 << 18, true), (1 << 19, true)] {
        let stand_in = StandIn::start();
        let application = application_with(&json!({"flags": flags}));
        stand_in.answer_once("GET", "/oauth2/applications/@me", application);
        let examined = Bot::examine_set(stand_in.api(), TOKEN, &ASKED_FOR);
        let told = examined.output;
        assert!(told.contains("words of messages"), "{told}");
        assert_eq!(!told.contains("Message Content Intent"), is_well, "{flags}: {told}");
    }
    let stand_in = StandIn::start();
    assert!(!Bot::examine_set(stand_in.api(), TOKEN, &[]).output.contains("words of messages"));
}
