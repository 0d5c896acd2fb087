//! The bot on Discord: the real binary against a stand-in on loopback, every body judged by Discord's own description.

use serde_json::{Value, json};

use bot::Bot;
use stand_in::payloads::{self, APPLICATION, BOT, button, channel_message, direct_message, questions, slash, typing};
use stand_in::{Call, Handshake, Order, Refusal, StandIn};

pub mod bot;
mod face;
pub mod judge;
pub mod multipart;
pub mod stand_in;
mod verify;

/// GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT.
const PRIVILEGED_INTENTS: u64 = 1 << 1 | 1 << 8 | 1 << 15;
const COMMANDS: &str = "/applications/";
const CALLBACK: &str = "/interactions/";

/// The message that a callback brings.
fn message(call: &Call) -> &Value {
    assert_eq!(call.body["type"], json!(4), "the first response is the answer: {:#}", call.body);
    &call.body["data"]
}

fn description(call: &Call) -> &str {
    message(call)["embeds"][0]["description"].as_str().unwrap()
}

fn is_private(call: &Call) -> bool {
    message(call)["flags"] == json!(64)
}

#[test]
fn commands_are_registered_and_answered_without_any_privileged_intent() {
    let stand_in = StandIn::start();
    let bot = Bot::start_with(stand_in.api(), Some(stand_in::TOKEN), "trace");
    let Handshake::Identify { intents, .. } = stand_in.handshake(1) else { panic!("RESUME at the start") };
    assert_eq!(intents & PRIVILEGED_INTENTS, 0);

    let registered = stand_in.call("PUT", COMMANDS, 1);
    let names: Vec<&str> =
        registered.body.as_array().unwrap().iter().filter_map(|command| command["name"].as_str()).collect();
    for command in ["ask", "said", "figures", "dispute", "check", "quote", "summary"] {
        assert!(names.contains(&command), "{command} isn't among {names:?}");
    }
    for (command, options) in questions() {
        let answer = stand_in.ask(slash(command, &options));
        assert!(!description(&answer).is_empty());
        assert!(!is_private(&answer), "everybody in the channel sees the answer to {command}");
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn comparable_figures_come_with_a_picture_that_is_described() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    for interaction in [
        slash("figures", &[]),
        slash("ask", &[("question", "What share of the world's rare earths does China produce?")]),
    ] {
        let answer = stand_in.ask(interaction);
        let [(name, bytes)] = &answer.files[..] else { panic!("no picture: {:#}", answer.body) };
        assert!(bytes.starts_with(b"\x89PNG"), "{name}");
        let message = message(&answer);
        assert_eq!(message["embeds"][0]["image"]["url"], json!(format!("attachment://{name}")));
        let described = message["attachments"][0]["description"].as_str().unwrap();
        assert!(described.contains("about 97%") && described.contains("27 percent"), "{described}");
    }
    assert!(stand_in.ask(slash("figures", &[("about", "fish")])).files.is_empty());
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn what_a_question_takes_for_granted_and_the_story_has_otherwise_is_named() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    for (question, named) in [
        ("why did China ban sales to the US?", "asked: **US** · the story: **Japan**"),
        ("does Korea control the islands?", "asked: **Korea** · the story: **Japan**"),
    ] {
        let answer = stand_in.ask(slash("ask", &[("question", question)]));
        assert!(description(&answer).contains(named), "{}", description(&answer));
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn what_is_no_longer_offered_gets_a_sentence_that_only_the_asker_sees() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let removed = stand_in.ask(slash("a-command-of-yesterday", &[]));
    assert!(
        is_private(&removed) && description(&removed).contains("isn't offered any more"),
        "{}",
        description(&removed)
    );
    let old = stand_in.ask(button("a-button-of-yesterday"));
    assert!(is_private(&old) && description(&old).contains("doesn't work any more"), "{}", description(&old));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_busy_discord_is_asked_again() {
    let stand_in = StandIn::start();
    stand_in.refuse(Refusal::failure("GET", "/users/@me"));
    stand_in.refuse(Refusal::too_many("PUT", COMMANDS, "0.2"));
    let bot = Bot::start(&stand_in);
    stand_in.call("PUT", COMMANDS, 2);

    for refusal in [Refusal::too_many("POST", CALLBACK, "0.2"), Refusal::failure("POST", CALLBACK)] {
        stand_in.refuse(refusal);
        let question = slash("figures", &[]);
        let path = format!("{CALLBACK}{}/", question["id"].as_str().unwrap());
        stand_in.send(question);
        stand_in.call("POST", &path, 2);
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn an_interaction_that_comes_twice_or_too_late_stops_nothing() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let question = slash("figures", &[]);
    let path = format!("{CALLBACK}{}/", question["id"].as_str().unwrap());
    stand_in.send(question.clone());
    stand_in.send(question);
    // A first answer, for which the data folder is made, may take longer than those after it.
    stand_in.call("POST", &path, 1);
    for (status, code) in [(404, 10_062), (400, 40_060)] {
        stand_in.refuse(Refusal::error("POST", CALLBACK, status, code));
        stand_in.ask(slash("figures", &[]));
    }
    stand_in.ask(slash("figures", &[]));
    let answers = stand_in.calls().iter().filter(|call| call.path.starts_with(&path)).count();
    assert_eq!(answers, 1, "what comes twice is acted on once");
    let ended = bot.stop();
    assert_eq!(ended.code(), 0);
    assert!(
        ended.errors.contains("came before")
            && ended.errors.contains("answered already")
            && ended.errors.contains("too late"),
        "{}",
        ended.errors
    );
}

#[test]
fn a_broken_connection_is_taken_up_again() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    stand_in.handshake(1);
    for (number, order) in [Order::HalfFrame, Order::Reconnect, Order::Close(4000)].into_iter().enumerate() {
        stand_in.order(order);
        assert!(matches!(stand_in.handshake(number + 2), Handshake::Resume));
        stand_in.ask_until_answered(slash("figures", &[]));
    }
    stand_in.order(Order::InvalidSession(true));
    assert!(matches!(stand_in.handshake(5), Handshake::Resume));
    stand_in.ask_until_answered(slash("figures", &[]));
    stand_in.order(Order::InvalidSession(false));
    assert!(matches!(stand_in.handshake(6), Handshake::Identify { .. }));
    stand_in.ask_until_answered(slash("figures", &[]));
    assert_eq!(stand_in.calls().iter().filter(|call| call.method == "PUT").count(), 1, "READY came twice");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_token_revoked_while_the_bot_runs_ends_it_with_one_clear_line() {
    let stand_in = StandIn::start();
    let bot = Bot::start_with(stand_in.api(), Some(stand_in::TOKEN), "off");
    stand_in.handshake(1);
    stand_in.order(Order::Close(4004));
    let ended = bot.end();
    assert_eq!((ended.code(), ended.output.as_str()), (1, ""));
    assert_one_line(&ended.errors, "Discord refuses the token in DISCORD_TOKEN");
}

#[test]
fn heartbeats_without_an_answer_lead_to_a_new_connection() {
    let stand_in = StandIn::start();
    stand_in.ask_for_heartbeats(200);
    let bot = Bot::start(&stand_in);
    stand_in.handshake(1);
    stand_in.answer_heartbeats(3);
    assert_eq!(stand_in.handshakes(), 1, "heartbeats that are answered end nothing");
    stand_in.order(Order::MissHeartbeats);
    stand_in.handshake(2);
    stand_in.ask_until_answered(slash("figures", &[]));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_session_that_discord_never_lets_begin_ends_the_bot_with_one_clear_line() {
    for (code, reason) in [
        (4004, "Discord refuses the token in DISCORD_TOKEN"),
        (4010, "Discord knows no such shard (4010); check discord.shards"),
        (4011, "more servers than its shards may have (4011)"),
        (4012, "Discord's gateway no longer speaks this bot's version (4012)"),
        (4013, "Discord refuses what the bot asks to receive"),
        (4014, "Discord refuses what the bot asks to receive"),
    ] {
        let stand_in = StandIn::start();
        stand_in.refuse_sessions(code);
        let ended = Bot::start_with(stand_in.api(), Some(stand_in::TOKEN), "off").end();
        assert_eq!((ended.code(), ended.output.as_str()), (1, ""), "{code}");
        assert_one_line(&ended.errors, reason);
    }
}

#[test]
fn a_bot_that_cannot_start_says_why_in_one_line() {
    let stand_in = StandIn::start();
    let without = Bot::start_with(stand_in.api(), None, "off").end();
    assert_eq!(without.code(), 1);
    assert_one_line(&without.errors, "there is no bot token; set DISCORD_TOKEN");
    let wrong = Bot::start_with(stand_in.api(), Some("a-wrong-token"), "off").end();
    assert_eq!(wrong.code(), 1);
    assert_one_line(&wrong.errors, "Discord refuses the token in DISCORD_TOKEN; reset it");
    assert!(!wrong.errors.contains("a-wrong-token"));
    // Nothing listens on port 1.
    let alone = Bot::start_with("http://127.0.0.1:1", Some(stand_in::TOKEN), "off").end();
    assert_eq!(alone.code(), 1);
    assert_one_line(&alone.errors, "Discord can't be reached");
}

fn assert_one_line(errors: &str, beginning: &str) {
    assert!(errors.lines().count() == 1 && errors.contains(beginning), "{errors}");
}

#[test]
fn a_bot_told_to_stop_finishes_the_reply_under_way() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    stand_in.call("PUT", COMMANDS, 1);
    stand_in.refuse(Refusal::failure("POST", CALLBACK));
    let question = slash("figures", &[]);
    let path = format!("{CALLBACK}{}/", question["id"].as_str().unwrap());
    stand_in.send(question);
    stand_in.call("POST", &path, 1);
    let ended = bot.stop();
    assert_eq!(ended.code(), 0, "{}", ended.errors);
    stand_in.call("POST", &path, 2);
}

#[test]
fn a_mention_and_a_direct_message_are_answered_and_nothing_else_is() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let mention = format!("<@{BOT}> who said what?");
    // A reply to the bot mentions it without a word of that in its text.
    let mut replying = channel_message("who said what?", true);
    replying["type"] = json!(19);
    replying["message_reference"] = json!({"message_id": payloads::new_id(), "channel_id": payloads::CHANNEL});
    let asking = [channel_message(&mention, true), direct_message("who said what?"), replying];
    for (number, message) in asking.into_iter().enumerate() {
        let id = message["id"].clone();
        stand_in.order(Order::Dispatch("MESSAGE_CREATE", channel_message("who said what?", false)));
        stand_in.order(Order::Dispatch("MESSAGE_CREATE", message));
        let reply = stand_in.call("POST", "/channels/", number + 1);
        assert_eq!(reply.body["message_reference"]["message_id"], id);
        assert_eq!(reply.body["allowed_mentions"], json!({"parse": []}));
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn letters_typed_into_an_option_bring_the_storys_own_names() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let all = stand_in.ask(typing("said", "speaker", ""));
    let choices = all.body["data"]["choices"].as_array().unwrap();
    assert!(all.body["type"] == json!(8) && !choices.is_empty() && choices.len() <= 25, "{:#}", all.body);
    let mistyped = stand_in.ask(typing("said", "speaker", "clintn"));
    let offered = mistyped.body["data"]["choices"].to_string();
    assert!(offered.contains("Clinton"), "{offered}");
    assert_eq!(stand_in.ask(typing("said", "speaker", "xyzzy")).body["data"]["choices"], json!([]));
    let speaker = choices[0]["value"].as_str().unwrap();
    let said = stand_in.ask(slash("said", &[("speaker", speaker)]));
    assert!(description(&said).contains("Reported"), "{}", description(&said));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_button_of_before_a_restart_still_works_and_answers_its_presser_alone() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let pressed = stand_in.ask(button("run|source|paragraph=1"));
    assert!(is_private(&pressed) && description(&pressed).contains("paragraph 1"), "{}", description(&pressed));
    let stale = stand_in.ask(button("run|source|paragraph=one"));
    assert!(is_private(&stale) && description(&stale).contains("doesn't work any more"));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn the_doctor_asks_discord_and_says_what_it_answers() {
    let stand_in = StandIn::start();
    let well = Bot::examine(stand_in.api(), stand_in::TOKEN);
    let link = format!("https://discord.com/oauth2/authorize?client_id={APPLICATION}&scope=bot+applications.commands");
    assert!(well.code() == 0 && well.output.contains("Verbatim, 999 sessions left"), "{}{}", well.output, well.errors);
    assert!(well.output.contains(&link) && well.output.contains("over the gateway"), "{}", well.output);
    let refused = Bot::examine(stand_in.api(), "a.wrong.token");
    assert!(refused.code() == 1 && refused.output.contains("it refuses the token"), "{}", refused.output);
    let alone = Bot::examine("http://127.0.0.1:1", stand_in::TOKEN);
    assert!(alone.code() == 1 && alone.output.contains("it doesn't answer"), "{}", alone.output);
}

#[test]
fn the_doctor_finds_what_keeps_a_running_bot_from_being_asked() {
    let stand_in = StandIn::start();
    let key = payloads::application()["verify_key"].as_str().unwrap().to_owned();
    let listen = ("VERBATIM_DISCORD__HTTP_LISTEN", "127.0.0.1:9");
    let own_key = ("VERBATIM_DISCORD__PUBLIC_KEY", key.as_str());
    let other = "0a".repeat(32);
    let other_key = ("VERBATIM_DISCORD__PUBLIC_KEY", other.as_str());
    let posted = json!({"interactions_endpoint_url": "https://bot.example/interactions"});
    let server = |scopes: Value| json!({"0": {"oauth2_install_params": {"scopes": scopes, "permissions": "0"}}});
    for (differs, settings, fault) in [
        (json!({"bot_require_code_grant": true}), vec![], Some("Requires OAuth2 Code Grant")),
        (json!({"integration_types_config": server(json!(["bot"]))}), vec![], Some("add the scopes")),
        (json!({"integration_types_config": server(json!(["bot", "applications.commands"]))}), vec![], None),
        (posted.clone(), vec![], Some("clear Interactions Endpoint URL")),
        (posted.clone(), vec![listen, own_key], None),
        (posted, vec![listen, other_key], Some("copy the public key")),
        (json!({}), vec![listen, own_key], Some("set Interactions Endpoint URL")),
        (json!({}), vec![listen], Some("set both, or neither")),
    ] {
        stand_in.answer_once("GET", "/oauth2/applications/@me", payloads::application_with(&differs));
        let examined = Bot::examine_set(stand_in.api(), stand_in::TOKEN, &settings);
        assert_eq!(examined.code(), i32::from(fault.is_some()), "{differs} {settings:?}\n{}", examined.output);
        assert!(examined.output.contains(fault.unwrap_or_default()), "{differs}\n{}", examined.output);
    }
    let mut gateway = payloads::gateway_bot("ws://127.0.0.1:1");
    gateway["session_start_limit"]["remaining"] = json!(0);
    stand_in.answer_once("GET", "/gateway/bot", gateway);
    let spent = Bot::examine(stand_in.api(), stand_in::TOKEN);
    assert!(spent.code() == 1 && spent.output.contains("again and again"), "{}", spent.output);
}

#[test]
fn the_doctor_compares_the_clock_with_discords() {
    let stand_in = StandIn::start();
    stand_in.date("Mon, 01 Jan 2024 00:00:00 GMT");
    let examined = Bot::examine(stand_in.api(), stand_in::TOKEN);
    assert!(examined.code() == 1 && examined.output.contains("seconds ahead of Discord's"), "{}", examined.output);
    assert!(examined.output.contains("set the machine's clock"), "{}", examined.output);
}
