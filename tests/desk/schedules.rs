//! A summary that is posted every day: at its time, once, whatever runs meanwhile.

use serde_json::{Value, json};
use sqlx::{Connection, SqliteConnection};

use super::complaints::{bot, buttons, press, state};
use super::settings::with_permissions;
use super::summaries::{ALL, MODERATOR, STORY, log, summary, with_story};
use crate::discord::stand_in::StandIn;
use crate::installation::Installation;

const MESSAGES: &str = "/channels/1050000000000000005/messages";

fn schedule(stand_in: &StandIn, at: &str, zone: &str) -> String {
    let options = json!([{"type": 3, "name": "at", "value": at}, {"type": 3, "name": "zone", "value": zone},
        {"type": 4, "name": "sentences", "value": 2}, {"type": 3, "name": "story", "value": "dam"}]);
    words(&stand_in.ask(summary("schedule", options, ALL)).body["data"]).to_owned()
}

fn words(message: &Value) -> &str {
    message["embeds"][0]["description"].as_str().unwrap()
}

/// Has the time of every schedule come so many milliseconds ago, as a clock that was set forward would.
fn set_clock_past(installation: &Installation, milliseconds: i64) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let at =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as i64 - milliseconds;
    runtime.block_on(async {
        let mut connection = SqliteConnection::connect(&state(installation)).await.unwrap();
        let set = sqlx::query("UPDATE schedules SET next_at = $1").bind(at);
        assert_eq!(set.execute(&mut connection).await.unwrap().rows_affected(), 1);
        connection.close().await.unwrap();
    });
}

fn whats(installation: &Installation) -> Vec<String> {
    log(installation).iter().map(|entry| entry["what"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_daily_summary_is_set_listed_and_ended() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bot = bot(&stand_in, &installation);
    let told = schedule(&stand_in, "09:00", "Asia/Tokyo");
    assert!(told.starts_with("1. dam in <#1050000000000000005>, every day at 09:00 (Asia/Tokyo); next: <t:"), "{told}");
    let told = schedule(&stand_in, "25:00", "UTC");
    assert!(told.contains("isn\'t a time of the day; write it in 24 hours"), "{told}");
    let told = schedule(&stand_in, "09:00", "Tokyo time");
    assert!(told.contains("isn\'t a time zone; write it as Europe/London"), "{told}");
    let listed = stand_in.ask(summary("schedules", json!([]), ALL)).body["data"].clone();
    assert_eq!(buttons(&listed).into_iter().map(|(label, _)| label).collect::<Vec<_>>(), ["End 1"]);
    let ended = stand_in.ask(with_permissions(press(&listed, "1050000000000000081", "End 1"), MODERATOR));
    assert!(words(&ended.body["data"]).starts_with("No summary is posted every day."), "{:#}", ended.body);
    let (refused, _) = super::settings::shown(&stand_in, with_permissions(summary("schedules", json!([]), ALL), "0"));
    assert!(refused.starts_with("Only those"), "{refused}");
    assert_eq!(bot.stop().code(), 0);
    assert_eq!(whats(&installation), ["schedule", "unschedule"]);
}

#[test]
fn a_daily_summary_whose_time_has_come_is_posted_once_by_two_processes() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let bots = [bot(&stand_in, &installation), bot(&stand_in, &installation)];
    schedule(&stand_in, "09:00", "UTC");
    set_clock_past(&installation, 1_000);
    let posted = stand_in.call("POST", MESSAGES, 1).body;
    assert_eq!(words(&posted).lines().filter(|line| line.starts_with("> ")).count(), 2, "{posted:#}");
    std::thread::sleep(std::time::Duration::from_secs(3));
    for bot in bots {
        assert_eq!(bot.stop().code(), 0);
    }
    assert_eq!(stand_in.calls().iter().filter(|call| call.path == MESSAGES).count(), 1);
    assert_eq!(whats(&installation), ["schedule", "post"]);
}

#[test]
fn times_that_were_missed_are_made_up_for_once_or_left_out_and_told() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let first = bot(&stand_in, &installation);
    schedule(&stand_in, "09:00", "UTC");
    assert_eq!(first.stop().code(), 0);
    const HOUR: i64 = 3_600_000;
    set_clock_past(&installation, 100 * HOUR);
    let second = bot(&stand_in, &installation);
    while whats(&installation).len() < 2 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert_eq!(second.stop().code(), 0);
    assert_eq!(whats(&installation), ["schedule", "miss"], "four days late");
    set_clock_past(&installation, HOUR);
    let third = bot(&stand_in, &installation);
    stand_in.call("POST", MESSAGES, 1);
    assert_eq!(third.stop().code(), 0);
    assert_eq!(whats(&installation), ["schedule", "miss", "post"], "an hour late");
}
