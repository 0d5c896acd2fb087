//! A checklist that moderators tick together in Discord: who ticked what, kept also in a later version of the story.

use serde_json::{Value, json};

use super::complaints::{labels_of, press};
use super::settings::{shown, with_permissions};
use super::shared::{bot, of_server};
use crate::articles::HARBOUR;
use crate::discord::stand_in::StandIn;
use crate::discord::stand_in::payloads::{ASKER, GUILD, slash};
use crate::installation::Installation;

/// MANAGE_MESSAGES.
const MODERATE: &str = "8192";

fn list() -> Value {
    slash("checklist", &[("story", "harbour")])
}

fn described(message: &Value) -> &str {
    message["embeds"][0]["description"].as_str().unwrap()
}

#[test]
fn an_item_is_ticked_by_a_moderator_shown_to_all_and_unticked_again() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    let before = stand_in.ask(list());
    let before = &before.body["data"];
    assert_eq!((&before["flags"], &labels_of(before)[..2]), (&json!(64), &["☐ 1".to_owned(), "☐ 2".to_owned()][..]));
    let (refused, _) = shown(&stand_in, press(before, "1050000000000000060", "☐ 2"));
    assert!(refused.starts_with("Only those who manage this server"), "{refused}");

    let ticked = stand_in.ask(with_permissions(press(before, "1050000000000000060", "☐ 2"), MODERATE));
    assert_eq!(ticked.body["type"], json!(7), "in place");
    let ticked = &ticked.body["data"];
    assert!(described(ticked).contains("☑ 2. ") && described(ticked).contains(&format!("ticked by <@{ASKER}>")));
    let again = stand_in.ask(list());
    assert!(described(&again.body["data"]).contains("☑ 2. "), "whoever opens it next sees it");
    let file = String::from_utf8(again.files[0].1.clone()).unwrap();
    assert_eq!(file.matches("- [x] ").count(), 1, "{file}");
    let mut elsewhere = list();
    elsewhere["guild_id"] = json!("1050000000000000098");
    assert!(!described(&stand_in.ask(elsewhere).body["data"]).contains("☑"), "nor does another server");

    let moved = HARBOUR.replace("\"We will not", "Rain fell on the port.\n\n\"We will not");
    let file = installation.file("later.txt", moved.as_bytes());
    installation.json(&["story", "update", "harbour", file.to_str().unwrap()]);
    assert!(described(&stand_in.ask(list()).body["data"]).contains("☑ 2. "), "by its words");
    let unticked = stand_in.ask(with_permissions(press(ticked, "1050000000000000060", "☑ 2"), MODERATE));
    assert!(!described(&unticked.body["data"]).contains("☑"), "{:#}", unticked.body);
    let log = of_server(&installation, &["audit"], GUILD);
    let whats: Vec<_> = log.iter().map(|entry| entry["what"].as_str().unwrap()).collect();
    assert_eq!(whats, ["tick", "untick"]);
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn the_pages_of_a_checklist_are_turned_and_keep_their_place() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    let first = stand_in.ask(list());
    let second = stand_in.ask(press(&first.body["data"], "1050000000000000060", "Next page"));
    let second = &second.body["data"];
    assert!(described(second).contains("☐ 11. ") && labels_of(second).contains(&"☐ 11".to_owned()), "{second:#}");
    let ticked = stand_in.ask(with_permissions(press(second, "1050000000000000060", "☐ 11"), MODERATE));
    assert!(described(&ticked.body["data"]).contains("☑ 11. "), "on the same page");
    let back = stand_in.ask(press(&ticked.body["data"], "1050000000000000060", "Page before"));
    assert!(described(&back.body["data"]).contains("☐ 1. ") && labels_of(&back.body["data"]).len() > 10);
    assert_eq!(bot.stop().code(), 0);
}
