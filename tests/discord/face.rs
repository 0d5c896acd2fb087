//! What people meet in Discord: menus, buttons, private answers, and where the commands can be used.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::bot::Bot;
use super::stand_in::payloads::{self, CHANNEL, button, button_under, menu, slash, typing};
use super::stand_in::{Call, StandIn, TOKEN};
use super::{COMMANDS, description, is_private, message};

const CHECK: &str = "Check against the story";
const WHOSE: &str = "Who said this?";

/// The labels and ids of a message's buttons.
fn buttons(message: &Value) -> Vec<(String, String)> {
    let rows = message["components"].as_array().cloned().unwrap_or_default();
    let buttons = rows.iter().filter_map(|row| row["components"].as_array()).flatten();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    buttons.map(|button| (text(&button["label"]), text(&button["custom_id"]))).collect()
}

/// The id of the button with this label in a callback.
pub fn identifier(callback: &Value, label: &str) -> String {
    let buttons = buttons(&callback["data"]);
    let found = buttons.iter().find(|(found, _)| found == label);
    found.unwrap_or_else(|| panic!("no button {label:?} among {buttons:?}")).1.clone()
}

fn with_option(mut interaction: Value, option: Value) -> Value {
    interaction["data"]["options"].as_array_mut().unwrap().push(option);
    interaction
}

#[test]
fn commands_and_menus_can_be_used_everywhere_and_installed_by_anybody() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let registered = stand_in.call("PUT", COMMANDS, 1);
    let commands = registered.body.as_array().unwrap();
    // What is set belongs to a server, and is offered nowhere else.
    let is_of_a_server = |command: &Value| {
        ["settings", "audit", "gaps", "correct", "approve"].iter().any(|name| command["name"] == **name)
    };
    for command in commands.iter().filter(|command| !is_of_a_server(command)) {
        assert_eq!(command["integration_types"], json!([0, 1]), "{command:#}");
        assert_eq!(command["contexts"], json!([0, 1, 2]), "{command:#}");
    }
    let named = |kind: u64| {
        let of_kind = commands.iter().filter(move |command| command["type"].as_u64().unwrap_or(1) == kind);
        of_kind.filter_map(|command| command["name"].as_str()).collect::<Vec<_>>()
    };
    assert_eq!(named(3), [CHECK, WHOSE]);
    for command in ["why", "sources", "about", "help", "story", "timeline", "facts", "source"] {
        assert!(named(1).contains(&command), "{command}");
    }
    assert!(!named(1).contains(&"near"), "what only a button runs is typed by nobody");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_message_is_checked_piece_by_piece_for_whoever_asks_alone() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let words = "China produces about 97% of the world's rare earths.\n\
        China produces about 79% of the world's rare earths.\n\
        Clinton: \u{201C}no intention of withholding\u{201D} @everyone <@1> \u{201C}such words stand nowhere\u{201D}";
    let checked = stand_in.ask(menu(CHECK, words));
    let shown = description(&checked);
    assert!(is_private(&checked));
    for verdict in ["The story says so", "The story says otherwise", "Verbatim:", "Absent:"] {
        assert!(shown.contains(verdict), "{verdict}: {shown}");
    }
    let whose = stand_in.ask(menu(WHOSE, words));
    assert!(is_private(&whose) && description(&whose).contains("Clinton"), "{}", description(&whose));
    let nothing = stand_in.ask(menu(CHECK, "lol"));
    assert!(is_private(&nothing) && description(&nothing).contains("nothing in that message"));
    let gone = stand_in.ask(menu("A menu of yesterday", words));
    assert!(is_private(&gone) && description(&gone).contains("isn't offered any more"));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn the_longest_message_is_checked_within_discords_limits() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let words = "China has \"no intention of withholding\" 97% of it, said *Clinton*! ".repeat(60);
    let checked = stand_in.ask(menu(CHECK, &words[..4000]));
    assert!(is_private(&checked) && description(&checked).contains("Verbatim"));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn answers_in_a_private_channel_are_the_askers_until_they_are_shared() {
    let stand_in = StandIn::start();
    let private = format!("[\"{CHANNEL}\"]");
    let bot = Bot::start_set(stand_in.api(), Some(TOKEN), &[("VERBATIM_DISCORD__PRIVATE", &private)]);
    let answer = stand_in.ask(slash("ask", &[("question", "who controls the islands?")]));
    assert!(is_private(&answer), "{:#}", answer.body);
    let shared = stand_in.ask(button_under(message(&answer), &identifier(&answer.body, "Share")));
    assert!(!is_private(&shared));
    assert_eq!(message(&shared)["embeds"], message(&answer)["embeds"], "the same answer");
    assert!(buttons(message(&shared)).iter().all(|(label, _)| label != "Share"));
    assert!(!shared.body.to_string().contains("asker"), "who asked isn't told");

    let option = json!({"type": 5, "name": "private", "value": false});
    let wished = stand_in.ask(with_option(slash("ask", &[("question", "who controls the islands?")]), option));
    assert!(!is_private(&wished));
    let alone = stand_in.ask(payloads::alone(slash("ask", &[("question", "who controls the islands?")])));
    assert!(!is_private(&alone), "nobody else sees a direct message");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_shared_answer_keeps_its_picture() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let option = json!({"type": 5, "name": "private", "value": true});
    let question = [("question", "What share of the world's rare earths does China produce?")];
    for interaction in [slash("figures", &[]), slash("ask", &question)] {
        let answer = stand_in.ask(with_option(interaction, option.clone()));
        assert!(is_private(&answer) && answer.files.len() == 1, "{:#}", answer.body);
        // Discord shows the picture from a place of its own, which is gone with the private message.
        let mut received = message(&answer).clone();
        received["embeds"][0]["image"] =
            json!({"url": "https://cdn.example/ephemeral/chart.png", "width": 9, "height": 9});
        let shared = stand_in.ask(button_under(&received, &identifier(&answer.body, "Share")));
        assert!(!is_private(&shared));
        assert_eq!(shared.files, answer.files);
        for part in ["embeds", "attachments"] {
            assert_eq!(message(&shared)[part], message(&answer)[part], "{part}");
        }
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn whoever_asks_can_keep_an_answer_to_themselves() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let option = json!({"type": 5, "name": "private", "value": true});
    assert!(is_private(&stand_in.ask(with_option(slash("summary", &[]), option))));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn every_button_leads_on_and_its_id_is_all_that_it_needs() {
    let stand_in = StandIn::start();
    let bot = Bot::start_set(stand_in.api(), Some(TOKEN), &[("VERBATIM_LOG__LEVEL", "warn")]);
    let first = [
        slash("ask", &[("question", "who said China has no intention of withholding minerals?")]),
        slash("ask", &[("question", "what is the capital of Peru?")]),
        slash("ask", &[("question", "what did cliton say?")]),
        slash("said", &[("speaker", "Yang Jiechi")]),
        slash("said", &[("about", "tool of diplomacy")]),
        slash("source", &[("paragraph", "1")]),
    ];
    let mut pressed = BTreeSet::new();
    let mut labels = BTreeSet::new();
    let mut replies: Vec<Call> = first.into_iter().map(|interaction| stand_in.ask(interaction)).collect();
    while let Some(reply) = replies.pop() {
        for (label, identifier) in buttons(&reply.body["data"]) {
            labels.insert(label.clone());
            if label == "Share" || pressed.len() > 60 || !pressed.insert(identifier.clone()) {
                continue;
            }
            let next = stand_in.ask(button(&identifier));
            let shown = next.body["data"]["embeds"][0]["description"].as_str().unwrap();
            assert!(!shown.contains("doesn't work any more"), "{identifier}: {shown}");
            assert_eq!(next.body["type"], if identifier.starts_with("turn|") { json!(7) } else { json!(4) });
            replies.push(next);
        }
    }
    for label in [
        "Show the paragraph",
        "Who said that",
        "What else they said",
        "More passages",
        "Nearest passages",
        "Why?",
        "Share",
        "Read on",
    ] {
        let is_there = labels.iter().any(|found| found.ends_with(label));
        assert!(is_there, "{label} isn't among {labels:?}");
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn the_nearest_passages_stand_behind_a_button_and_are_titled_as_no_answer() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let silent = stand_in.ask(slash("ask", &[("question", "how old is clinton")]));
    assert!(description(&silent).starts_with("**The story doesn't say"), "{}", description(&silent));
    assert!(!description(&silent).contains("> "), "no passage under a silence: {}", description(&silent));
    let near = stand_in.ask(button(&identifier(&silent.body, "Nearest passages")));
    assert!(is_private(&near) && description(&near).starts_with("**Nearest passages (not an answer):**"));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn an_attribution_is_explained_by_its_id() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let offered = stand_in.ask(typing("why", "statement", "intention"));
    let statement = offered.body["data"]["choices"][0]["value"].as_str().unwrap().to_owned();
    let why = stand_in.ask(slash("why", &[("statement", &statement)]));
    assert!(description(&why).contains("reported by"), "{}", description(&why));
    for command in ["sources", "about", "story", "help"] {
        assert!(!description(&stand_in.ask(slash(command, &[]))).is_empty());
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn who_installed_the_bot_for_themselves_asks_it_where_it_is_no_member() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let question = || slash("ask", &[("question", "who controls the islands?")]);
    let mut with_a_friend = payloads::alone(question());
    with_a_friend["context"] = json!(2);
    let mut in_a_server = question();
    for interaction in [&mut with_a_friend, &mut in_a_server] {
        interaction["authorizing_integration_owners"] = json!({"1": payloads::ASKER});
    }
    for interaction in [with_a_friend, in_a_server] {
        assert!(description(&stand_in.ask(interaction)).contains("Japan controls the islands"));
    }
    // Nothing is sent but the answers: there the bot may neither write nor read.
    let calls = stand_in.calls();
    assert!(calls.iter().all(|call| call.method != "POST" || call.path.starts_with("/interactions/")), "{calls:#?}");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn each_of_the_four_silences_says_which_it_is() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    for (question, silence) in [
        ("how old is clinton", "**The story doesn't say.**"),
        ("where are rare earths mined in Australia?", "**The story doesn't say. A related fact, not the story:**"),
        ("why did China ban sales to the US?", "**The story doesn't say that. It says:**"),
        ("what did he say?", "**That could mean several things.**"),
    ] {
        let answer = stand_in.ask(slash("ask", &[("question", question)]));
        assert!(description(&answer).starts_with(silence), "{question}: {}", description(&answer));
    }
    assert_eq!(bot.stop().code(), 0);
}
