//! Summaries that moderators post: a preview first, the post once, pinned where it may be, and changed in place with its
//! story, never silently.

use serde_json::{Value, json};

use super::complaints::{bot, buttons, press, state};
use super::settings::{set, with_permissions};
use crate::discord::stand_in::payloads::{CHANNEL, GUILD, slash};
use crate::discord::stand_in::{Call, Refusal, StandIn};
use crate::installation::{Installation, ran};

/// VIEW_CHANNEL, SEND_MESSAGES and EMBED_LINKS.
pub const ALL: u64 = 1 << 10 | 1 << 11 | 1 << 14;
/// MANAGE_MESSAGES.
pub const MODERATOR: &str = "8192";
/// Where the bot posts.
const MESSAGES: &str = "/channels/1050000000000000005/messages";

/// A story of our own.
pub const STORY: &str = "Dam nears its brim\n\nThe dam at Hollin holds 40% of the valley's water, the council said on \
    Monday.\n\n\"We will not open the gates,\" said its leader, Maria Lund.\n\nFarmers down the river fear for 300 \
    fields.\n\nThe last flood, in 1998, took two bridges and a mill.\n\nEngineers will look at the wall in May.\n\nA \
    new road to the dam is planned, Jon Abel told the council.\n";

/// An installation whose one story but the shipped one is this.
pub fn with_story(text: &str) -> Installation {
    let installation = Installation::fresh();
    let file = installation.file("dam.txt", text.as_bytes());
    installation.json(&["story", "add", file.to_str().unwrap(), "--id", "dam"]);
    installation
}

/// Gives the story another text.
pub fn update(installation: &Installation, text: &str) {
    let file = installation.file("dam.txt", text.as_bytes());
    installation.json(&["story", "update", "dam", file.to_str().unwrap()]);
}

/// A command of the group, by a moderator, where the bot may do this.
pub fn summary(command: &str, options: Value, bot_may: u64) -> Value {
    let mut interaction = with_permissions(slash("summary", &[]), MODERATOR);
    interaction["data"]["options"] = json!([{"type": 1, "name": command, "options": options}]);
    interaction["app_permissions"] = json!(bot_may.to_string());
    interaction
}

fn preview(stand_in: &StandIn, sentences: u32, bot_may: u64) -> Value {
    let options =
        json!([{"type": 4, "name": "sentences", "value": sentences}, {"type": 3, "name": "story", "value": "dam"}]);
    let answer = stand_in.ask(summary("post", options, bot_may));
    answer.body["data"].clone()
}

/// The message after a moderator has pressed a button under it.
fn pressed(stand_in: &StandIn, message: &Value, label: &str) -> Value {
    let mut interaction = with_permissions(press(message, "1050000000000000080", label), MODERATOR);
    interaction["app_permissions"] = json!(ALL.to_string());
    let answer = stand_in.ask(interaction);
    assert_eq!(answer.body["type"], json!(7), "in place of the preview: {:#}", answer.body);
    answer.body["data"].clone()
}

fn words(message: &Value) -> &str {
    message["embeds"][0]["description"].as_str().unwrap()
}

fn labels(message: &Value) -> Vec<String> {
    buttons(message).into_iter().map(|(label, _)| label).collect()
}

fn sentences(message: &Value) -> usize {
    words(message).lines().filter(|line| line.starts_with("> ")).count()
}

/// Has a summary of this many sentences posted, and returns it as Discord got it.
fn post(stand_in: &StandIn, sentences: u32) -> Call {
    let preview = preview(stand_in, sentences, ALL);
    let told = pressed(stand_in, &preview, "Post");
    assert_eq!(
        (words(&told), &told["components"]),
        ("Summary 1 is being posted in <#1050000000000000005>.", &json!([]))
    );
    stand_in.call("POST", MESSAGES, 1)
}

/// The audit log of the server.
pub fn log(installation: &Installation) -> Vec<Value> {
    let mut command = installation.command();
    let ran = ran(command.env("VERBATIM_STATE__URL", state(installation)).args(["--json", "audit", "--server", GUILD]));
    ran.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_moderator_sees_a_preview_alone_makes_it_longer_or_shorter_and_posts_it_pinned() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let first = preview(&stand_in, 3, ALL);
    assert_eq!((&first["flags"], sentences(&first)), (&json!(64), 3));
    assert_eq!(labels(&first), ["Post", "Shorter", "Longer", "Pin", "Cancel"]);
    assert!(words(&first).starts_with(&format!("**Only you see this. It would be posted in** <#{CHANNEL}>\n")));
    assert!(words(&first).contains("Reported: **"), "each sentence with its chain: {}", words(&first));
    let longer = pressed(&stand_in, &first, "Longer");
    assert_eq!((sentences(&longer), sentences(&pressed(&stand_in, &longer, "Shorter"))), (4, 3));
    let one = pressed(&stand_in, &pressed(&stand_in, &first, "Shorter"), "Shorter");
    assert_eq!(
        (sentences(&one), labels(&one)),
        (1, vec!["Post".into(), "Longer".into(), "Pin".into(), "Cancel".into()])
    );
    let pinned = pressed(&stand_in, &first, "Pin");
    assert_eq!(labels(&pinned), ["Post", "Shorter", "Longer", "Don't pin", "Cancel"]);
    assert!(words(&pinned).contains("\nIt would be pinned.\n"), "{}", words(&pinned));
    assert!(stand_in.calls().iter().all(|call| !call.path.starts_with("/channels/")), "nothing stands there yet");

    pressed(&stand_in, &pinned, "Post");
    let posted = stand_in.call("POST", MESSAGES, 1).body;
    let quoted = |message: &Value| -> Vec<String> {
        words(message).lines().filter(|line| line.starts_with("> ")).map(str::to_owned).collect()
    };
    assert_eq!(quoted(&posted), quoted(&pinned), "what the preview showed");
    assert!(!words(&posted).contains("Only you see this") && posted.get("components").is_none(), "{posted:#}");
    assert_eq!(posted["embeds"][0]["title"], json!("Dam nears its brim"));
    stand_in.call("PUT", "/channels/1050000000000000005/pins/", 1);
    let again = pressed(&stand_in, &pinned, "Post");
    assert!(words(&again).starts_with("Summary 1 is"), "the same preview is posted once: {}", words(&again));
    assert_eq!(bot.stop().code(), 0);
    assert_eq!(stand_in.calls().iter().filter(|call| call.path == MESSAGES).count(), 1);
    let log = log(&installation);
    assert_eq!((log.len(), &log[0]["what"]), (1, &json!("post")));
    assert_eq!(log[0]["subject"], json!(format!("summary 1 of dam in channel {CHANNEL}")));
}

#[test]
fn a_preview_that_is_dropped_leaves_nothing_behind() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let dropped = pressed(&stand_in, &preview(&stand_in, 2, ALL), "Cancel");
    assert_eq!((words(&dropped), &dropped["components"]), ("Nothing was posted.", &json!([])));
    assert_eq!(bot.stop().code(), 0);
    assert!(log(&installation).is_empty());
}

#[test]
fn posting_is_for_moderators_and_the_role_that_a_server_lets() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let shown = preview(&stand_in, 2, ALL);
    let ask = |roles: Value, permissions: &str| {
        let mut interaction = with_permissions(summary("post", json!([]), ALL), permissions);
        interaction["member"]["roles"] = roles;
        words(&stand_in.ask(interaction).body["data"]).to_owned()
    };
    let role = "1050000000000000090";
    assert!(ask(json!([role]), "0").starts_with("Only those who manage this server"));
    let pressing = stand_in.ask(press(&shown, "1050000000000000080", "Post"));
    assert!(words(&pressing.body["data"]).starts_with("Only those"), "and the button asks again");
    stand_in.ask(set(&[(8, "posters", json!(role))]));
    assert!(ask(json!([role]), "0").starts_with("**Only you see this"));
    assert!(ask(json!([]), "0").starts_with("Only those who manage this server"));
    let alone = crate::discord::stand_in::payloads::alone(summary("post", json!([]), ALL));
    assert!(words(&stand_in.ask(alone).body["data"]).starts_with("Only those"), "nor outside a server");
    assert_eq!(bot.stop().code(), 0);
    assert!(stand_in.calls().iter().all(|call| call.path != MESSAGES));
}

#[test]
fn what_the_bot_may_not_do_there_is_told_in_one_line_before_and_after() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let mute = preview(&stand_in, 2, 1 << 10);
    assert!(
        words(&mute).contains("\nThe bot can't post here: it needs View Channel, Send Messages and Embed Links.\n")
    );
    assert_eq!(labels(&mute), ["Shorter", "Longer", "Pin", "Cancel"]);
    let options = json!([{"type": 5, "name": "pin", "value": true}, {"type": 3, "name": "story", "value": "dam"}]);
    let pinned = stand_in.ask(summary("post", options, ALL)).body["data"].clone();
    stand_in.refuse(Refusal::error("PUT", "/channels/1050000000000000005/pins/", 403, 50_013));
    pressed(&stand_in, &pinned, "Post");
    let told = stand_in.call("POST", "/users/@me/channels", 1);
    assert_eq!(told.body["recipient_id"], json!("1050000000000000003"));
    let told = stand_in.call("POST", "/channels/", 2);
    assert!(words(&told.body).starts_with("Summary 1 stands in <#1050000000000000005>, but couldn't be pinned"));
    assert_eq!(bot.stop().code(), 0);
    let log: Vec<_> = log(&installation).iter().map(|entry| entry["what"].clone()).collect();
    assert_eq!(log, ["post", "not pinned"]);
}

#[test]
fn a_summary_that_discord_refuses_is_told_to_who_posted_it() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    stand_in.refuse(Refusal::error("POST", MESSAGES, 403, 50_001));
    pressed(&stand_in, &preview(&stand_in, 2, ALL), "Post");
    stand_in.call("POST", "/users/@me/channels", 1);
    let told = stand_in.call("POST", "/channels/", 2);
    assert!(words(&told.body).starts_with("Summary 1 couldn't be posted in <#1050000000000000005>"));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_posted_summary_is_changed_in_place_with_its_story_and_says_in_what() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    post(&stand_in, 6);
    update(&installation, &STORY.replace("40%", "45%").replace("We will not open", "We will never open"));
    for refusal in [Refusal::failure("PATCH", MESSAGES), Refusal::too_many("PATCH", MESSAGES, "0.1")] {
        stand_in.refuse(refusal);
    }
    let changed = stand_in.call("PATCH", MESSAGES, 3).body;
    let line = words(&changed).lines().find(|line| line.starts_with("**changed <t:")).unwrap();
    assert!(line.contains("figure: 40% → 45%"), "{line}");
    assert!(line.contains("quotation: “We will not open the gates,” → “We will never open the gates”"), "{line}");
    assert!(words(&changed).contains("holds 45% of the valley's water"), "{}", words(&changed));
    assert!(changed["embeds"][0]["footer"]["text"].as_str().unwrap().ends_with("version 2"), "{changed:#}");
    // A version that changes nothing of what is shown says so.
    let quiet = STORY
        .replace("40%", "45%")
        .replace("We will not open", "We will never open")
        .replace("Dam nears", "The dam nears");
    update(&installation, &quiet);
    let changed = stand_in.call("PATCH", MESSAGES, 4).body;
    let lines: Vec<_> = words(&changed).lines().filter(|line| line.starts_with("**changed <t:")).collect();
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines[1].ends_with("the story has a new version; all that stands here is still so"), "{lines:?}");
    assert_eq!(bot.stop().code(), 0);
    let log = log(&installation);
    assert_eq!(
        log.iter().map(|entry| entry["what"].as_str().unwrap()).collect::<Vec<_>>(),
        ["post", "change", "change"]
    );
    assert_eq!(log[1]["who"], json!("verbatim"));
    assert!(
        log[1]["before"].as_str().unwrap().starts_with("version 1; ")
            && log[1]["before"].as_str().unwrap().contains("figure: 40%")
    );
    assert!(log[1]["after"].as_str().unwrap().contains("figure: 45%"), "{log:?}");
}

#[test]
fn a_story_that_changed_while_the_bot_was_down_is_noticed_at_its_start() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let first = bot(&stand_in, &installation);
    post(&stand_in, 6);
    assert_eq!(first.stop().code(), 0);
    update(&installation, &STORY.replace("300 fields", "500 fields"));
    let second = bot(&stand_in, &installation);
    let changed = stand_in.call("PATCH", MESSAGES, 1).body;
    assert!(words(&changed).contains("figure: 300 → 500"), "{}", words(&changed));
    assert_eq!(second.stop().code(), 0);
}

#[test]
fn a_summary_whose_message_somebody_deleted_is_marked_as_gone_and_left_alone() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    post(&stand_in, 6);
    stand_in.refuse(Refusal::error("PATCH", MESSAGES, 404, 10_008));
    update(&installation, &STORY.replace("40%", "45%"));
    stand_in.call("PATCH", MESSAGES, 1);
    let is_gone = || log(&installation).iter().any(|entry| entry["what"] == "gone");
    while !is_gone() {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    update(&installation, &STORY.replace("40%", "50%"));
    std::thread::sleep(std::time::Duration::from_secs(3));
    assert_eq!(bot.stop().code(), 0);
    assert_eq!(stand_in.calls().iter().filter(|call| call.method == "PATCH").count(), 1);
}

#[test]
fn a_story_that_changed_under_a_preview_is_shown_anew_and_not_posted() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let before = preview(&stand_in, 6, ALL);
    update(&installation, &STORY.replace("40%", "45%"));
    let anew = pressed(&stand_in, &before, "Post");
    assert!(words(&anew).contains("\nThe story has changed meanwhile: this is its summary now.\n"), "{}", words(&anew));
    assert!(words(&anew).contains("45%") && labels(&anew).contains(&"Post".to_owned()));
    pressed(&stand_in, &anew, "Post");
    assert!(words(&stand_in.call("POST", MESSAGES, 1).body).contains("45%"));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn in_postgresql_posts_schedules_and_wishes_are_kept_the_same() {
    let Some(server) = super::postgresql::PostgreSql::start() else { return };
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let data = installation.data();
    let url = server.url();
    let settings = [("VERBATIM_STATE__URL", url.as_str()), ("VERBATIM_DATA_DIR", data.to_str().unwrap())];
    let start =
        || crate::discord::bot::Bot::start_set(stand_in.api(), Some(crate::discord::stand_in::TOKEN), &settings);
    let first = start();
    post(&stand_in, 6);
    let options = json!([{"type": 3, "name": "at", "value": "09:00"}, {"type": 3, "name": "story", "value": "dam"}]);
    let scheduled = stand_in.ask(summary("schedule", options, ALL));
    assert!(words(&scheduled.body["data"]).starts_with("1. dam in "), "{:#}", scheduled.body);
    let question = [("question", "How much of the valley's water does the dam hold?"), ("story", "dam")];
    let answer = stand_in.ask(slash("ask", &question)).body["data"].clone();
    stand_in.ask(press(&answer, "1050000000000000070", "Tell me if this changes"));
    drop(first);
    update(&installation, &STORY.replace("40%", "45%"));
    let second = start();
    assert!(words(&stand_in.call("PATCH", MESSAGES, 1).body).contains("figure: 40% → 45%"));
    stand_in.call("POST", "/users/@me/channels", 1);
    let listed = stand_in.ask(summary("schedules", json!([]), ALL)).body["data"].clone();
    assert_eq!(labels(&listed), ["End 1"]);
    assert_eq!(second.stop().code(), 0);
}

#[test]
fn a_correction_by_hand_reaches_the_posted_summary_and_says_in_what() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    post(&stand_in, 6);
    let mut command = installation.command();
    let arguments =
        ["correct", "dam", "--figure", "300", "--value", "350", "--why", "the ministry's list", "--server", GUILD];
    let corrected = ran(command.env("VERBATIM_STATE__URL", state(&installation)).args(arguments));
    assert_eq!(corrected.code, 0, "{}", corrected.err);
    let changed = stand_in.call("PATCH", MESSAGES, 1).body;
    let line = words(&changed).lines().find(|line| line.starts_with("**changed <t:")).unwrap();
    assert!(line.contains("figure: 300 → 350"), "{line}");
    std::thread::sleep(std::time::Duration::from_secs(3));
    assert_eq!(bot.stop().code(), 0);
    assert_eq!(stand_in.calls().iter().filter(|call| call.method == "PATCH").count(), 1, "once");
}
