//! "This is wrong": from the button under an answer to the moderators, to every place where the answer stands, to those who
//! asked, and to a case that developers run again.

use serde_json::{Value, json};

use super::settings::{set, shown, with_permissions};
use crate::discord::bot::Bot;
use crate::discord::stand_in::payloads::{
    ASKER, BOT, CHANNEL, GUILD, button, button_under, channel_message, elsewhere, slash,
};
use crate::discord::stand_in::{Call, Order, StandIn, TOKEN};
use crate::installation::{Installation, ran};

/// The moderators' channel.
const DESK: &str = "1050000000000000050";
const QUESTION: &str = "who controls the islands?";

/// A bot that is asked about a story that isn't quite right, with its state beside it.
fn bot_with_mill(stand_in: &StandIn, installation: &Installation) -> Bot {
    let file = installation.file("mill.txt", MILL.as_bytes());
    installation.json(&["story", "add", file.to_str().unwrap(), "--id", "mill"]);
    let (url, data) = (state(installation), installation.data().to_str().unwrap().to_owned());
    let settings = [
        ("VERBATIM_STATE__URL", url.as_str()),
        ("VERBATIM_DATA_DIR", data.as_str()),
        ("VERBATIM_STORY", "mill"),
        ("VERBATIM_LOG__LEVEL", "debug"),
    ];
    Bot::start_set(stand_in.api(), Some(TOKEN), &settings)
}

const MILL: &str =
    "Mill closes\n\nThe mill closed in May, said its owner, Ada Hill. It made 40% of the valley's flour.\n";

/// A bot whose state is in an installation that the test looks into.
pub fn bot(stand_in: &StandIn, installation: &Installation) -> Bot {
    let url = state(installation);
    let data = installation.data();
    let settings = [
        ("VERBATIM_STATE__URL", url.as_str()),
        ("VERBATIM_DATA_DIR", data.to_str().unwrap()),
        ("VERBATIM_LOG__LEVEL", "debug"),
    ];
    Bot::start_set(stand_in.api(), Some(TOKEN), &settings)
}

pub fn state(installation: &Installation) -> String {
    format!("sqlite:{}", installation.home().join("state.db").display())
}

pub fn buttons(message: &Value) -> Vec<(String, String)> {
    let rows = message["components"].as_array().cloned().unwrap_or_default();
    let buttons = rows.iter().flat_map(|row| row["components"].as_array().unwrap());
    buttons
        .map(|button| (button["label"].as_str().unwrap().into(), button["custom_id"].as_str().unwrap().into()))
        .collect()
}

fn identifier(message: &Value, label: &str) -> String {
    let buttons = buttons(message);
    buttons.iter().find(|(found, _)| found == label).unwrap_or_else(|| panic!("no {label} among {buttons:?}")).1.clone()
}

/// What the buttons of a message are called.
pub fn labels_of(message: &Value) -> Vec<String> {
    buttons(message).into_iter().map(|(label, _)| label).collect()
}

/// A button pressed under a message as the bot sent it, which has this id.
pub fn press(message: &Value, id: &str, label: &str) -> Value {
    let mut interaction = button(&identifier(message, label));
    interaction["message"]["embeds"] = message["embeds"].clone();
    interaction["message"]["components"] = message["components"].clone();
    interaction["message"]["id"] = json!(id);
    interaction
}

/// Asks in a server whose moderators hear complaints, says that the answer is wrong, and returns what the moderators see.
fn complain(stand_in: &StandIn) -> Call {
    shown(stand_in, set(&[(7, "desk", json!(DESK))]));
    let answer = stand_in.ask(slash("ask", &[("question", QUESTION)]));
    stand_in.call("GET", "/webhooks/", 1);
    let reasons = stand_in.ask(press(&answer.body["data"], "1050000000000000060", "This is wrong"));
    let reasons = &reasons.body["data"];
    assert_eq!(reasons["flags"], json!(64), "for who complains alone");
    let labels: Vec<_> = buttons(reasons).into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["Wrong speaker", "Wrong words", "Wrong figure", "Out of date", "Not what I asked"]);
    let thanks = stand_in.ask(press(reasons, "1050000000000000061", "Out of date"));
    assert_eq!(thanks.body["type"], json!(7), "in place of the reasons");
    assert!(
        thanks.body["data"]["embeds"][0]["description"].as_str().unwrap().contains("number 1"),
        "{:#}",
        thanks.body
    );
    stand_in.call("POST", &format!("/channels/{DESK}/messages"), 1)
}

#[test]
fn where_no_moderator_hears_it_nobody_is_asked_and_nothing_is_kept() {
    let (stand_in, installation) = (StandIn::start(), Installation::fresh());
    let bot = bot(&stand_in, &installation);
    let answer = stand_in.ask(slash("ask", &[("question", QUESTION)]));
    assert!(buttons(&answer.body["data"]).iter().all(|(label, _)| label != "This is wrong"));
    let (told, is_private) = shown(&stand_in, slash("mydata", &[]));
    assert!(is_private && told == "Nothing is kept of you in this server.", "{told}");
    assert_eq!(bot.stop().code(), 0);
    assert!(stand_in.calls().iter().all(|call| !call.path.starts_with("/webhooks/")));
}

#[test]
fn a_complaint_reaches_the_moderators_with_the_question_the_answer_and_its_id() {
    let (stand_in, installation) = (StandIn::start(), Installation::fresh());
    let bot = bot(&stand_in, &installation);
    let seen = complain(&stand_in);
    let embed = &seen.body["embeds"][0];
    assert_eq!(embed["author"]["name"], json!(QUESTION));
    assert_eq!(embed["title"], json!("1\\. Somebody finds this wrong: Out of date"));
    let description = embed["description"].as_str().unwrap();
    assert!(description.contains("> ") && description.contains("/1050000000000000060"), "{description}");
    assert_eq!(seen.body["allowed_mentions"], json!({"parse": []}));
    assert!(embed["footer"]["text"].as_str().unwrap().starts_with("answer rare-earths@1/"), "{embed:#}");
    let [(name, case)] = &seen.files[..] else { panic!("no case") };
    let case: Value = serde_json::from_slice(case).unwrap();
    assert_eq!(
        (name.as_str(), &case["question"], &case["reason"]),
        ("complaint.json", &json!(QUESTION), &json!("date"))
    );
    assert_eq!(case["answer"].as_str().unwrap().len(), 16, "{case}");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn what_moderators_retract_is_taken_back_where_it_stands_and_told_to_who_asked() {
    let (stand_in, installation) = (StandIn::start(), Installation::fresh());
    let bot = bot(&stand_in, &installation);
    let seen = complain(&stand_in);
    let member = press(&seen.body, "1050000000000000062", "Retract everywhere");
    let (refused, _) = shown(&stand_in, member.clone());
    assert!(refused.starts_with("Only those who manage this server"), "{refused}");
    assert!(stand_in.calls().iter().all(|call| call.method != "PATCH"));

    let mut again = member;
    again["id"] = json!(crate::discord::stand_in::payloads::new_id());
    let decided = stand_in.ask(with_permissions(again, "8192"));
    let description = decided.body["data"]["embeds"][0]["description"].as_str().unwrap();
    assert!(description.contains(&format!("Retracted everywhere by <@{ASKER}>.")), "{description}");
    assert_eq!(decided.body["data"]["components"], json!([]));
    let amended = stand_in.call("PATCH", &format!("/channels/{CHANNEL}/messages/"), 1);
    let now = amended.body["embeds"][0]["description"].as_str().unwrap();
    assert!(now.contains("have taken this answer back") && !now.contains("> "), "{now}");
    assert_eq!((&amended.body["components"], &amended.body["attachments"]), (&json!([]), &json!([])));
    stand_in.call("POST", "/users/@me/channels", 1);
    assert_eq!(bot.stop().code(), 0);
    let log = audit(&installation);
    assert_eq!(log.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(), ["set", "complain", "decide"]);
}

fn audit(installation: &Installation) -> Vec<(String, String)> {
    let mut command = installation.command();
    let ran = ran(command.env("VERBATIM_STATE__URL", state(installation)).args(["--json", "audit", "--server", GUILD]));
    let entries = ran.text().lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    entries
        .map(|entry| (entry["what"].as_str().unwrap().to_owned(), entry["who"].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn a_complaint_is_done_after_a_restart_and_while_discord_is_busy() {
    let (stand_in, installation) = (StandIn::start(), Installation::fresh());
    let first = bot(&stand_in, &installation);
    stand_in.refuse(crate::discord::stand_in::Refusal::failure("POST", "/channels/1050000000000000050/messages"));
    complain(&stand_in);
    drop(first);
    let again = bot(&stand_in, &installation);
    let sent = stand_in.call("POST", &format!("/channels/{DESK}/messages"), 2);
    assert_eq!(sent.body["embeds"][0]["author"]["name"], json!(QUESTION));
    assert_eq!(sent.body["nonce"], stand_in.call("POST", &format!("/channels/{DESK}/messages"), 1).body["nonce"]);
    assert_eq!(again.stop().code(), 0);
}

#[test]
fn a_complaint_is_a_case_that_is_run_again() {
    let (stand_in, installation) = (StandIn::start(), Installation::fresh());
    let bot = bot(&stand_in, &installation);
    let seen = complain(&stand_in);
    assert_eq!(bot.stop().code(), 0);
    let case = installation.file("complaint.json", &seen.files[0].1);
    let same = installation.json(&["replay", case.to_str().unwrap()]).remove(0);
    assert_eq!((&same["changed"], &same["question"]), (&json!(false), &json!(QUESTION)));
    let mut other: Value = serde_json::from_slice(&seen.files[0].1).unwrap();
    other["shown"] = json!("> Words that the story never had.\nThe story's own words");
    let case = installation.file("other.json", other.to_string().as_bytes());
    assert_eq!(installation.json(&["replay", case.to_str().unwrap()])[0]["changed"], json!(true));
    let bad = installation.file("bad.json", b"{}");
    let refused = installation.run(&["replay", bad.to_str().unwrap()]);
    assert!(refused.code == 2 && refused.err.contains("isn't a complaint's file"), "{}", refused.err);
    let mut listed = installation.command();
    let listed =
        ran(listed.env("VERBATIM_STATE__URL", state(&installation)).args(["--json", "complaints", "--server", GUILD]));
    assert_eq!(
        serde_json::from_str::<Value>(listed.text()).unwrap(),
        serde_json::from_slice::<Value>(&seen.files[0].1).unwrap()
    );
}

#[test]
fn what_is_kept_of_a_member_is_shown_and_deleted_and_nobody_elses() {
    let (stand_in, installation) = (StandIn::start(), Installation::fresh());
    let bot = bot(&stand_in, &installation);
    complain(&stand_in);
    shown(&stand_in, set(&[(4, "cool-down", json!(5))]));
    let (told, is_private) = shown(&stand_in, slash("mydata", &[]));
    assert!(
        is_private
            && told.contains("with the question and the answer: 1")
            && told.contains("answers that you asked for: 1"),
        "{told}"
    );
    let mut other = slash("mydata", &[]);
    other["member"]["user"]["id"] = json!("1050000000000000070");
    assert_eq!(shown(&stand_in, other).0, "Nothing is kept of you in this server.");
    shown(&stand_in, set(&[(6, "block", json!(ASKER))]));
    let mut delete = slash("mydata", &[]);
    delete["data"]["options"] = json!([{"type": 5, "name": "delete", "value": true}]);
    let (told, _) = shown(&stand_in, delete);
    assert!(
        told.starts_with("**It was deleted.")
            && told.contains("blocked you here. That stays.")
            && !told.contains(": 1"),
        "{told}"
    );
    assert_eq!(bot.stop().code(), 0);
    assert!(audit(&installation).iter().all(|(_, who)| who == "forgotten"), "{:?}", audit(&installation));
}

/// Says that what a message shows is wrong, and has the moderators decide.
fn complain_of(stand_in: &StandIn, shown: &Value, (number, choice): (usize, &str)) -> Call {
    let reasons = stand_in.ask(press(shown, "1050000000000000060", "This is wrong"));
    stand_in.ask(press(&reasons.body["data"], "1050000000000000061", "Wrong words"));
    let seen = stand_in.call("POST", &format!("/channels/{DESK}/messages"), number);
    stand_in.ask(with_permissions(press(&seen.body, "1050000000000000062", choice), "8192"));
    seen
}

fn privately(mut interaction: Value) -> Value {
    let option = json!({"type": 5, "name": "private", "value": true});
    interaction["data"]["options"].as_array_mut().unwrap().push(option);
    interaction
}

#[test]
fn an_answer_given_anew_is_corrected_wherever_it_was_given_and_everybody_who_asked_is_told() {
    let (stand_in, installation) = (StandIn::start(), Installation::fresh());
    let bot = bot_with_mill(&stand_in, &installation);
    shown(&stand_in, set(&[(7, "desk", json!(DESK))]));
    let question = "When did the mill close?";
    let ask = || slash("ask", &[("question", question)]);
    let answer = stand_in.ask(ask());
    stand_in.ask(elsewhere(ask(), "1050000000000000081", "1050000000000000071"));
    let private = stand_in.ask(elsewhere(privately(ask()), "1050000000000000082", "1050000000000000072"));
    let share = button_under(&private.body["data"], &identifier(&private.body["data"], "Share"));
    let shared = stand_in.ask(elsewhere(share, "1050000000000000082", "1050000000000000073"));
    assert_eq!(buttons(&shared.body["data"]).iter().filter(|(label, _)| label == "This is wrong").count(), 1);
    stand_in.order(Order::Dispatch("MESSAGE_CREATE", channel_message(&format!("<@{BOT}> {question}"), true)));
    let replied = format!("/channels/{CHANNEL}/messages");
    stand_in.call("POST", &replied, 1);
    stand_in.ask(slash("ask", &[("question", "How much flour did the mill make?")]));
    stand_in.call("GET", "/webhooks/", 5);
    std::thread::sleep(std::time::Duration::from_millis(300));

    let corrected = installation.file("corrected.txt", MILL.replace("in May", "in June").as_bytes());
    installation.json(&["story", "update", "mill", corrected.to_str().unwrap()]);
    complain_of(&stand_in, &answer.body["data"], (1, "Answer anew everywhere"));
    let amended: Vec<Call> = (1..=5).map(|number| stand_in.call("PATCH", "/channels/", number)).collect();
    for call in &amended {
        let now = call.body["embeds"][0]["description"].as_str().unwrap();
        assert!(now.contains("closed in June") && now.contains("Answered anew"), "{now}");
        let small_print = call.body["embeds"][0]["footer"]["text"].as_str().unwrap();
        assert!(small_print.contains("mill@2/"), "{small_print}");
    }
    let in_channel = |channel: &str| amended.iter().filter(|call| call.path.contains(channel)).count();
    assert_eq!(in_channel(CHANNEL), 2, "the answer and the reply, and not the answer to another question");
    assert_eq!([in_channel("1050000000000000081"), in_channel("1050000000000000082")], [1, 2], "the shared copy too");
    let told = (1..=4).map(|number| stand_in.call("POST", "/users/@me/channels", number));
    let told: std::collections::BTreeSet<_> =
        told.map(|call| call.body["recipient_id"].as_str().unwrap().to_owned()).collect();
    let asked = [ASKER, "1050000000000000071", "1050000000000000072", "1050000000000000073"];
    assert_eq!(told, asked.map(str::to_owned).into());
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn verdicts_and_lists_can_be_called_wrong_and_are_given_anew_too() {
    let (stand_in, installation) = (StandIn::start(), Installation::fresh());
    let bot = bot_with_mill(&stand_in, &installation);
    shown(&stand_in, set(&[(7, "desk", json!(DESK))]));
    let asked = [
        ("check", vec![("claim", "The mill closed in May.")]),
        ("quote", vec![("text", "The mill closed in May")]),
        ("said", vec![("speaker", "Ada Hill")]),
        ("figures", vec![]),
        ("figures", vec![("about", "flour")]),
        ("facts", vec![]),
        ("timeline", vec![]),
        ("dispute", vec![]),
    ];
    let answers: Vec<Call> = asked.iter().map(|(command, options)| stand_in.ask(slash(command, options))).collect();
    let notes = answers.len();
    stand_in.call("GET", "/webhooks/", notes);
    std::thread::sleep(std::time::Duration::from_millis(300));
    let corrected =
        installation.file("corrected.txt", MILL.replace("in May", "in June").replace("40%", "45%").as_bytes());
    installation.json(&["story", "update", "mill", corrected.to_str().unwrap()]);
    let mut files = Vec::new();
    for (number, answer) in answers.iter().enumerate() {
        let seen = complain_of(&stand_in, &answer.body["data"], (number + 1, "Answer anew everywhere"));
        let amended = stand_in.call("PATCH", &format!("/channels/{CHANNEL}/messages/"), number + 1);
        let anew = stand_in.ask(slash(asked[number].0, &asked[number].1));
        let [was, now, anew] = [&answer.body["data"], &amended.body, &anew.body["data"]].map(|message| {
            message["embeds"][0]["description"].as_str().unwrap().trim_end_matches(RENEWED).trim_end().to_owned()
        });
        assert_eq!(now, anew, "{:?}", asked[number]);
        let case = installation.file("case.json", &seen.files[0].1);
        let replayed = installation.json(&["replay", case.to_str().unwrap()]).remove(0);
        assert_eq!(replayed["changed"], json!(quoted(&was) != quoted(&now)), "{was}\n{now}");
        files.push(was != now);
    }
    assert!(files.iter().filter(|is_changed| **is_changed).count() >= 5, "{files:?}");
    assert_eq!(bot.stop().code(), 0);
}

const RENEWED: &str = "**Answered anew, after somebody found the first answer wrong.**";

fn quoted(shown: &str) -> Vec<&str> {
    shown.lines().filter(|line| line.starts_with("> ")).collect()
}
