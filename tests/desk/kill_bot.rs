//! kill -9 of the bot while moderators post and members wish: whatever Discord was told is kept, is done by the next one,
//! and no message is sent under two names.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::complaints::bot;
use super::settings::{shown, with_permissions};
use super::summaries::{ALL, MODERATOR, STORY, log, summary, with_story};
use crate::discord::stand_in::StandIn;
use crate::discord::stand_in::payloads::{button, new_id, slash};

/// How often the bot is killed.
const KILLS: u64 = 12;
/// How long it may take; on a slow machine it is killed less often.
const SPAN: Duration = Duration::from_secs(45);
const MESSAGES: &str = "/channels/1050000000000000005/messages";

/// Presses the button that posts, under a preview of its own.
fn publish() -> Value {
    let mut interaction = with_permissions(button("turn|publish|sentences=2|story=dam@1"), MODERATOR);
    interaction["message"]["id"] = json!(new_id());
    interaction["app_permissions"] = json!(ALL.to_string());
    interaction
}

/// Presses the button under the answer to a question of its own.
fn wish(number: u64) -> Value {
    let mut interaction = button("run|tell|story=dam@1");
    let author = json!({"name": format!("Who paid for mill {number}?")});
    interaction["message"]["embeds"] = json!([{"type": "rich", "author": author, "description": "> Words."}]);
    interaction
}

fn schedule() -> Value {
    let options = json!([{"type": 3, "name": "at", "value": "09:00"}, {"type": 3, "name": "story", "value": "dam"}]);
    summary("schedule", options, ALL)
}

/// Whether somebody was told that this was done.
fn is_confirmed(stand_in: &StandIn, interaction: &str) -> bool {
    let beginning = format!("/interactions/{interaction}/");
    stand_in.calls().iter().any(|call| call.path.starts_with(&beginning))
}

/// Sends these while a bot runs that is killed somewhere among them; the ids of those that were confirmed.
fn while_killed(stand_in: &StandIn, interactions: Vec<Value>, after: Duration) -> BTreeSet<String> {
    let ids: Vec<String> = interactions.iter().map(|one| one["id"].as_str().unwrap().to_owned()).collect();
    interactions.into_iter().for_each(|interaction| stand_in.send(interaction));
    let deadline = Instant::now() + Duration::from_secs(10);
    while !is_confirmed(stand_in, &ids[0]) && Instant::now() < deadline {
        std::thread::sleep(Duration::from_millis(2));
    }
    std::thread::sleep(after);
    ids.into_iter().filter(|id| is_confirmed(stand_in, id)).collect()
}

#[test]
fn no_post_schedule_or_wish_that_was_confirmed_is_lost_when_the_bot_is_killed() {
    let (stand_in, installation) = (StandIn::start(), with_story(STORY));
    let (mut posts, mut schedules, mut wishes, mut killed) = (0, 0, 0, 0);
    let deadline = Instant::now() + SPAN;
    for round in 0..KILLS {
        if Instant::now() > deadline {
            break;
        }
        let running = bot(&stand_in, &installation);
        let asked = [publish(), publish(), schedule(), wish(round), publish()];
        let ids = asked.each_ref().map(|one| one["id"].as_str().unwrap().to_owned());
        let confirmed = while_killed(&stand_in, asked.to_vec(), Duration::from_millis(round * 37 % 400));
        drop(running);
        killed += 1;
        let count = |which: &[usize]| which.iter().filter(|at| confirmed.contains(&ids[**at])).count();
        posts += count(&[0, 1, 4]);
        schedules += count(&[2]);
        wishes += count(&[3]);
    }
    assert!(killed >= 4 && posts >= killed, "too few to show anything: {killed}, {posts}");

    let last = bot(&stand_in, &installation);
    let kept = |what: &str| log(&installation).iter().filter(|entry| entry["what"] == what).count();
    let all = kept("post");
    assert!(all >= posts && kept("schedule") >= schedules, "{posts} posts and {schedules} schedules were confirmed");
    let sent = || -> BTreeSet<String> {
        let calls = stand_in.calls().into_iter().filter(|call| call.path == MESSAGES);
        calls.map(|call| call.body["nonce"].to_string()).collect()
    };
    // What one process had taken when it was killed, the next one takes after a while.
    let patience = Instant::now() + Duration::from_secs(30);
    while sent().len() < all && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(sent().len(), all, "each is posted, and under one name however often it is sent");
    let (data, _) = shown(&stand_in, slash("mydata", &[]));
    let told = data.lines().filter(|line| line.starts_with("> Who paid for mill ")).count();
    assert!(told >= wishes, "{wishes} wishes were confirmed: {data}");
    assert_eq!(last.stop().code(), 0);
    eprintln!("bot: {killed} killed; {posts} posts, {schedules} schedules, {wishes} wishes confirmed, all found");
}
