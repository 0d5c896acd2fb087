//! Settings at the machine and in Discord, and what they do there.

use serde_json::{Value, json};

use super::{audit, settings};
use crate::discord::bot::Bot;
use crate::discord::stand_in::StandIn;
use crate::discord::stand_in::payloads::{ASKER, CHANNEL, GUILD, slash};
use crate::installation::Installation;

/// MANAGE_GUILD.
const MANAGE: &str = "32";

/// An interaction of somebody who has these permissions in the server.
pub fn with_permissions(mut interaction: Value, permissions: &str) -> Value {
    interaction["member"]["permissions"] = json!(permissions);
    interaction
}

/// `/settings` of somebody who manages the server, with these options.
pub fn set(options: &[(u8, &str, Value)]) -> Value {
    let mut interaction = with_permissions(slash("settings", &[]), MANAGE);
    let options = options.iter().map(|(kind, name, value)| json!({"type": kind, "name": name, "value": value}));
    interaction["data"]["options"] = options.collect();
    interaction
}

pub fn shown(stand_in: &StandIn, interaction: Value) -> (String, bool) {
    let answer = stand_in.ask(interaction);
    let message = &answer.body["data"];
    (message["embeds"][0]["description"].as_str().unwrap().to_owned(), message["flags"] == json!(64))
}

#[test]
fn a_setting_is_kept_shown_and_taken_back_and_each_change_is_logged() {
    let installation = Installation::fresh();
    installation.json(&["settings", "--server", "7", "--private", "on", "--cool-down", "30"]);
    installation.json(&["settings", "--server", "7", "--private", "off", "--channel", "8"]);
    let kept = settings(&installation, "7");
    assert_eq!(
        kept["settings"],
        json!([
            {"channel": null, "setting": "cool-down", "value": "30"},
            {"channel": null, "setting": "private", "value": "on"},
            {"channel": "8", "setting": "private", "value": "off"},
        ])
    );
    assert_eq!(settings(&installation, "8")["settings"], json!([]), "another server has its own");
    installation.json(&["settings", "--server", "7", "--reset", "private"]);
    let log = installation.json(&["audit", "--server", "7"]);
    let told: Vec<_> = log.iter().map(|entry| [&entry["subject"], &entry["before"], &entry["after"]]).collect();
    let expected =
        [["private", "", "on"], ["cool-down", "", "30"], ["private in channel 8", "", "off"], ["private", "on", ""]];
    assert_eq!(json!(told), json!(expected));
    assert!(log.iter().all(|entry| entry["who"] == "operator"), "{log:?}");
}

#[test]
fn a_value_that_cannot_be_set_is_refused_and_nothing_is_changed() {
    let installation = Installation::fresh();
    for arguments in [
        &["--private", "maybe"][..],
        &["--cool-down", "-1"],
        &["--cool-down", "999999"],
        &["--language", "fr"],
        &["--story", "no-such-story"],
        &["--block", "somebody"],
        &["--block", "0"],
        &["--posters", "5", "--channel", "6"],
        &["--server", "here"],
    ] {
        let ran = installation.run(&[&["settings"], arguments].concat());
        assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.err);
    }
    assert!(installation.json(&["audit"]).is_empty());
}

#[test]
fn settings_are_for_those_who_manage_the_server_whoever_sends_the_command() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let registered = stand_in.call("PUT", "/applications/", 1);
    let command = registered.body.as_array().unwrap().iter().find(|command| command["name"] == "settings").unwrap();
    assert_eq!(command["default_member_permissions"], json!(MANAGE));
    assert_eq!((&command["contexts"], &command["integration_types"]), (&json!([0]), &json!([0])));
    let options: Vec<_> =
        command["options"].as_array().unwrap().iter().map(|option| option["name"].as_str().unwrap()).collect();
    assert!(!options.contains(&"server"), "in Discord it is the server that is asked in: {options:?}");

    for permissions in ["0", "8192"] {
        let (told, is_private) = shown(&stand_in, with_permissions(slash("settings", &[]), permissions));
        assert!(is_private && told.starts_with("Only those who manage this server"), "{told}");
    }
    let (told, is_private) = shown(&stand_in, set(&[(3, "private", json!("on"))]));
    assert!(is_private && told.contains("private: on"), "{told}");
    // ADMINISTRATOR alone does too.
    let (told, _) = shown(&stand_in, with_permissions(slash("settings", &[]), "8"));
    assert!(told.contains("private: on"), "{told}");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn what_a_server_sets_is_in_force_at_once_where_it_is_set() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let ask = || slash("ask", &[("question", "who controls the islands?")]);
    assert!(!shown(&stand_in, ask()).1);
    shown(&stand_in, set(&[(3, "private", json!("on"))]));
    assert!(shown(&stand_in, ask()).1, "private everywhere");
    shown(&stand_in, set(&[(3, "private", json!("off")), (7, "channel", json!(CHANNEL))]));
    assert!(!shown(&stand_in, ask()).1, "but in this channel");
    let mut in_thread = ask();
    in_thread["channel_id"] = json!("1050000000000000099");
    in_thread["channel"] = json!({"id": "1050000000000000099", "type": 11, "guild_id": GUILD, "name": "a thread",
        "parent_id": CHANNEL, "permissions": "0"});
    assert!(!shown(&stand_in, in_thread).1, "nor in its threads");
    let mut elsewhere = ask();
    elsewhere["guild_id"] = json!("1050000000000000098");
    elsewhere["channel_id"] = json!("1050000000000000097");
    assert!(!shown(&stand_in, elsewhere).1, "and another server has set nothing");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_cool_down_and_a_block_are_told_to_the_member_alone() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let ask = || slash("ask", &[("question", "who controls the islands?")]);
    shown(&stand_in, set(&[(4, "cool-down", json!(600))]));
    assert!(shown(&stand_in, ask()).0.starts_with("> "));
    let (told, is_private) = shown(&stand_in, ask());
    assert!(is_private && told.starts_with("One question at a time: you can ask here again in "), "{told}");
    assert!(!shown(&stand_in, slash("help", &[])).0.starts_with("One question"), "help is no question");
    let (moderators, _) = shown(&stand_in, with_permissions(ask(), "8192"));
    assert!(moderators.starts_with("> "), "{moderators}");

    shown(&stand_in, set(&[(6, "block", json!(ASKER)), (3, "why", json!("spam"))]));
    for interaction in [ask(), slash("help", &[]), crate::discord::stand_in::payloads::button("run|source|paragraph=1")]
    {
        let (told, is_private) = shown(&stand_in, interaction);
        assert!(is_private && told.starts_with("The moderators of this server have asked"), "{told}");
    }
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn the_settings_of_the_servers_that_one_bot_serves_stay_apart() {
    let installation = Installation::fresh();
    let stand_in = StandIn::start();
    let state = installation.home().join("state.db");
    std::fs::create_dir_all(installation.data()).unwrap();
    let url = format!("sqlite:{}", state.display());
    let bot = Bot::start_set(stand_in.api(), Some(crate::discord::stand_in::TOKEN), &[("VERBATIM_STATE__URL", &url)]);
    let mut other = set(&[(3, "language", json!("ja")), (6, "block", json!("1050000000000000077"))]);
    other["guild_id"] = json!("1050000000000000098");
    let (told, _) = shown(&stand_in, other);
    assert!(told.contains("language: ja"), "{told}");
    let (told, _) = shown(&stand_in, set(&[]));
    assert!(told.starts_with("Nothing is set"), "{told}");
    assert_eq!(bot.stop().code(), 0);
    let mut command = installation.command();
    let ran =
        crate::installation::ran(command.env("VERBATIM_STATE__URL", &url).args(["--json", "audit", "--server", GUILD]));
    assert_eq!((ran.code, ran.text()), (0, ""));
    assert!(audit(&installation, GUILD).is_empty());
}

#[test]
fn each_change_is_shown_in_the_audit_channel_and_can_be_had_as_a_file() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    let channel = "1050000000000000051";
    shown(&stand_in, set(&[(4, "cool-down", json!(7))]));
    shown(&stand_in, set(&[(7, "audit-log", json!(channel))]));
    shown(
        &stand_in,
        set(&[
            (4, "cool-down", json!(9)),
            (6, "block", json!("1050000000000000077")),
            (3, "why", json!("*spam* @everyone")),
        ]),
    );
    let path = format!("/channels/{channel}/messages");
    let logged: Vec<String> = (1..=3)
        .map(|count| stand_in.call("POST", &path, count).body["embeds"][0]["description"].as_str().unwrap().to_owned())
        .collect();
    let all = logged.join("\n");
    assert!(all.contains("**2.** set audit-log") && !all.contains("**1.**"), "from the moment that it is set: {all}");
    assert!(all.contains(&format!("**3.** set cool-down · <@{ASKER}> · <t:")) && all.contains("7 → 9"), "{all}");
    assert!(all.contains("**4.** block member 1050000000000000077") && !all.contains("*spam* "), "{all}");

    for permissions in ["0", "1"] {
        assert!(shown(&stand_in, with_permissions(slash("audit", &[]), permissions)).0.starts_with("Only those"));
    }
    let answer = stand_in.ask(with_permissions(slash("audit", &[]), "8192"));
    assert_eq!(answer.body["data"]["flags"], json!(64));
    let [(name, file)] = &answer.files[..] else { panic!("no file: {:#}", answer.body) };
    let lines: Vec<Value> =
        std::str::from_utf8(file).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((name.as_str(), lines.len()), ("audit.jsonl", 4));
    assert_eq!((&lines[2]["before"], &lines[2]["after"], &lines[2]["who"]), (&json!("7"), &json!("9"), &json!(ASKER)));
    assert_eq!(bot.stop().code(), 0);
}
