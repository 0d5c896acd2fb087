//! Questions that a story doesn't answer: counted for the server's moderators, with their words only where it sets that,
//! and forgotten once the story answers.

use serde_json::{Value, json};

use super::settings::{set, shown, with_permissions};
use super::shared::{bot, of_server};
use crate::articles::HARBOUR;
use crate::discord::stand_in::StandIn;
use crate::discord::stand_in::payloads::{GUILD, slash};
use crate::installation::Installation;

/// MANAGE_MESSAGES.
const MODERATE: &str = "8192";

fn ask(question: &str) -> Value {
    slash("ask", &[("question", question), ("story", "harbour")])
}

/// The groups once they hold so many questions in all: a question is noted after its reply.
fn gaps(installation: &Installation, count: u64) -> Vec<Value> {
    for _ in 0..100 {
        let groups = of_server(installation, &["gaps", "--story", "harbour"], GUILD);
        if groups.iter().map(|group| group["times"].as_u64().unwrap()).sum::<u64>() == count {
            return groups;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("never {count}: {:#?}", of_server(installation, &["gaps", "--story", "harbour"], GUILD));
}

#[test]
fn every_silence_is_counted_and_its_words_are_kept_only_where_the_server_sets_it() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    for question in ["Who designed the old lighthouse?", "who designed the old  lighthouse", "Who controls the strip?"]
    {
        shown(&stand_in, ask(question));
    }
    let groups = gaps(&installation, 2);
    assert_eq!(groups.len(), 1, "an answer leaves nothing open: {groups:#?}");
    assert_eq!((&groups[0]["times"], &groups[0]["questions"][0]["question"]), (&json!(2), &Value::Null));
    assert_eq!(groups[0]["kind"], json!("who"));

    shown(&stand_in, set(&[(3, "keep-questions", json!("on"))]));
    shown(&stand_in, ask("Who designed the old lighthouse?"));
    let groups = gaps(&installation, 3);
    assert_eq!(groups[0]["questions"][0]["question"], json!("Who designed the old lighthouse?"));
    let nearest = &groups[0]["nearest"];
    let (start, end) = (nearest["start"].as_u64().unwrap() as usize, nearest["end"].as_u64().unwrap() as usize);
    let slice: String = HARBOUR.chars().skip(start).take(end - start).collect();
    assert_eq!(nearest["text"], json!(slice), "the story's own words");
    assert!(of_server(&installation, &["gaps", "--story", "harbour"], "1050000000000000098").is_empty());
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn moderators_see_them_with_the_nearest_passage_titled_as_no_answer() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    shown(&stand_in, set(&[(3, "keep-questions", json!("on"))]));
    shown(&stand_in, ask("Who designed the old *lighthouse* @everyone?"));
    gaps(&installation, 1);
    let list = || slash("gaps", &[("story", "harbour")]);
    let (refused, is_private) = shown(&stand_in, list());
    assert!(is_private && refused.starts_with("Only those who manage this server"), "{refused}");
    let (told, is_private) = shown(&stand_in, with_permissions(list(), MODERATE));
    assert!(is_private && told.starts_with("**Questions that the story doesn't answer**"), "{told}");
    assert!(told.contains("**1.** Asked once · <t:") && told.contains("\\*lighthouse\\*"), "{told}");
    assert!(told.contains("\\@everyone?") && told.contains("*Nearest passages (not an answer):*\n> "), "{told}");
    let mut elsewhere = with_permissions(list(), MODERATE);
    elsewhere["guild_id"] = json!("1050000000000000098");
    assert_eq!(shown(&stand_in, elsewhere).0, "No question was left without an answer.");
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn a_question_that_a_later_version_answers_is_forgotten() {
    let (stand_in, installation) = (StandIn::start(), Installation::with_stories());
    let bot = bot(&stand_in, &installation);
    shown(&stand_in, set(&[(3, "keep-questions", json!("on"))]));
    shown(&stand_in, ask("Who designed the lighthouse?"));
    shown(&stand_in, ask("How many swans live there?"));
    gaps(&installation, 2);
    let longer = format!("{HARBOUR}\nThe lighthouse was designed by Ines Varga.\n");
    let file = installation.file("longer.txt", longer.as_bytes());
    installation.json(&["story", "update", "harbour", file.to_str().unwrap()]);
    let left = gaps(&installation, 1);
    assert_eq!(left[0]["questions"][0]["question"], json!("How many swans live there?"));
    assert_eq!(bot.stop().code(), 0);
}
