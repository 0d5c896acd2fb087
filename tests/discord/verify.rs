//! The button "Verify": the source read again and compared with what a message shows, a year and a version later too.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::bot::Bot;
use super::face::identifier;
use super::stand_in::payloads::{button_under, new_id, slash};
use super::stand_in::{Call, StandIn, TOKEN};
use super::{description, is_private, message};
use crate::installation::Installation;

const STORY: &str = "Mill closes\n\nThe mill closed in May. Nobody knows why.\n\nIts owner, Ada Hill, said: \"We had no \
    choice.\" She spoke to\nThe Herald.\n";

fn bot(stand_in: &StandIn, installation: &Installation) -> Bot {
    let data = installation.data().to_str().unwrap().to_owned();
    let settings = [("VERBATIM_DATA_DIR", data.as_str()), ("VERBATIM_STORY", "mill"), ("VERBATIM_LOG__LEVEL", "debug")];
    Bot::start_set(stand_in.api(), Some(TOKEN), &settings)
}

fn with_mill() -> Installation {
    let installation = Installation::fresh();
    let file = installation.file("mill.txt", STORY.as_bytes());
    installation.json(&["story", "add", file.to_str().unwrap(), "--id", "mill"]);
    installation
}

/// Presses "Verify" under a message as Discord hands it back.
fn verify(stand_in: &StandIn, shown: &Value) -> Call {
    let verified = stand_in.ask(pressed(shown));
    assert!(is_private(&verified), "{:#}", verified.body);
    verified
}

fn pressed(shown: &Value) -> Value {
    button_under(shown, &identifier(&json!({"data": shown}), "Verify"))
}

/// The numbers after "characters".
fn offsets(told: &str) -> (usize, usize) {
    let (_, rest) = told.split_once("characters ").unwrap();
    let (start, rest) = rest.split_once('–').unwrap();
    (start.parse().unwrap(), rest.split(|letter: char| !letter.is_ascii_digit()).next().unwrap().parse().unwrap())
}

fn paragraph(number: u32) -> Value {
    let mut interaction = slash("source", &[]);
    interaction["data"]["options"] = json!([{"type": 4, "name": "paragraph", "value": number}]);
    interaction
}

fn assert_all_stands(stand_in: &StandIn, interaction: Value) {
    let reply = stand_in.ask(interaction);
    let told = verify(stand_in, message(&reply));
    let told = description(&told);
    assert!(told.contains("The same") && !told.contains("Not in the source"), "{:#}: {told}", reply.body);
}

#[test]
fn what_is_shown_is_compared_with_the_file_byte_for_byte() {
    let (stand_in, installation) = (StandIn::start(), with_mill());
    let bot = bot(&stand_in, &installation);
    let answer = stand_in.ask(slash("ask", &[("question", "When did the mill close?")]));
    let verified = verify(&stand_in, message(&answer));
    let told = description(&verified);
    assert!(told.contains("> The mill closed in May.\n**The same, byte for byte** · paragraph 1 ·"), "{told}");
    let (start, end) = offsets(told);
    assert_eq!(STORY.chars().skip(start).take(end - start).collect::<String>(), "The mill closed in May.");
    let digest = Sha256::digest(STORY.as_bytes());
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(told.contains(&format!("mill, version 1, SHA-256 {digest}")), "{told}");
    let folded = stand_in.ask(paragraph(2));
    let told = verify(&stand_in, message(&folded));
    assert!(description(&told).contains("The same words; the file has line breaks"), "{}", description(&told));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn words_that_the_source_does_not_have_are_told_apart() {
    let (stand_in, installation) = (StandIn::start(), with_mill());
    let bot = bot(&stand_in, &installation);
    let answer = stand_in.ask(slash("ask", &[("question", "When did the mill close?")]));
    let mut forged = message(&answer).clone();
    forged["embeds"][0]["description"] =
        json!("> The mill closed in June.\nThe story's own words\n\n> Nobody knows why.");
    let told = verify(&stand_in, &forged);
    let told = description(&told);
    assert!(told.contains("> The mill closed in June.\n**Not in the source"), "{told}");
    assert!(told.contains("> Nobody knows why.\n**The same, byte for byte**"), "{told}");
    forged["embeds"][0]["description"] = json!("Nothing is quoted here.");
    assert!(description(&verify(&stand_in, &forged)).contains("quotes nothing"));

    let version = installation.data().join("stories/mill/versions/1/article.txt");
    std::fs::write(&version, STORY.replace("May", "June")).unwrap();
    let told = verify(&stand_in, message(&answer));
    assert!(description(&told).contains("isn't what was added any more"), "{}", description(&told));
    assert_eq!(bot.stop().code(), 0);
}

#[test]
fn an_answer_of_an_older_version_is_verified_after_a_restart_and_where_its_words_stand_now() {
    let (stand_in, installation) = (StandIn::start(), with_mill());
    let first = bot(&stand_in, &installation);
    let answer = stand_in.ask(slash("ask", &[("question", "When did the mill close?")]));
    let quote = stand_in.ask(slash("quote", &[("text", "We had no choice")]));
    assert_eq!(first.stop().code(), 0);
    let newer = STORY.replace("in May", "in June").replace("Nobody knows why.", "Nobody knows why.\n\nIt was old.");
    let file = installation.file("newer.txt", newer.as_bytes());
    installation.json(&["story", "update", "mill", file.to_str().unwrap()]);
    let again = bot(&stand_in, &installation);
    let told = verify(&stand_in, message(&answer));
    let told = description(&told);
    assert!(told.contains("mill, version 1, ") && told.contains("has a newer version: 2."), "{told}");
    assert!(told.contains("The same, byte for byte") && told.contains("these words stand no longer"), "{told}");
    let told = verify(&stand_in, message(&quote));
    let told = description(&told);
    assert!(told.contains("· paragraph 2 ·") && told.contains("In the newer version: paragraph 3 ·"), "{told}");
    let mut japanese = pressed(message(&quote));
    (japanese["locale"], japanese["id"]) = (json!("ja"), json!(new_id()));
    let told = stand_in.ask(japanese);
    assert!(description(&told).contains("1バイトも違いません"), "{}", description(&told));
    assert_eq!(again.stop().code(), 0);
}

#[test]
fn whatever_quotes_the_story_can_be_verified() {
    let stand_in = StandIn::start();
    let bot = Bot::start(&stand_in);
    for (command, options) in [
        ("ask", vec![("question", "who said China has no intention of withholding minerals?")]),
        ("ask", vec![("question", "What share of the world's rare earths does China produce?")]),
        ("ask", vec![("question", "does Korea control the islands?")]),
        ("said", vec![]),
        ("figures", vec![]),
        ("dispute", vec![]),
        ("timeline", vec![]),
        ("facts", vec![]),
        ("check", vec![("claim", "China controls the islands")]),
        ("quote", vec![("text", "no intention of withholding")]),
        ("summary", vec![]),
        ("why", vec![("statement", "s1")]),
        ("sources", vec![]),
    ] {
        assert_all_stands(&stand_in, slash(command, &options));
    }
    assert_all_stands(&stand_in, paragraph(5));
    let silent = stand_in.ask(slash("ask", &[("question", "how old is clinton")]));
    assert!(!silent.body.to_string().contains("run|verify"), "nothing is quoted");
    assert_eq!(bot.stop().code(), 0);
}

/// What an answer's small print ends with.
fn reference(answer: &Call) -> String {
    let footer = message(answer)["embeds"][0]["footer"]["text"].as_str().unwrap();
    footer.rsplit(' ').next().unwrap().to_owned()
}

#[test]
fn the_same_question_gets_the_same_bytes_and_id_and_the_id_brings_them_again() {
    let (stand_in, installation) = (StandIn::start(), with_mill());
    let first = bot(&stand_in, &installation);
    let question = [("question", "When did the mill close?")];
    let answer = stand_in.ask(slash("ask", &question));
    let reference = reference(&answer);
    assert_eq!(stand_in.ask(slash("ask", &question)).body, answer.body);
    let by_id = stand_in.ask(slash("ask", &[("question", &reference)]));
    assert_eq!(by_id.body, answer.body, "the id alone brings it");
    let listed = stand_in.ask(slash("said", &[("speaker", "Ada Hill")]));
    let by_id = stand_in.ask(slash("ask", &[("question", &self::reference(&listed))]));
    assert_eq!(by_id.body, listed.body, "other answers too");
    assert_eq!(first.stop().code(), 0);

    let told = &installation.json(&["ask", "--story", "mill", question[0].1])[0];
    assert_eq!(reference, format!("mill@1/{}", told["answer_id"].as_str().unwrap()), "as the terminal has it");
    let file = installation.file("newer.txt", STORY.replace("in May", "in June").as_bytes());
    installation.json(&["story", "update", "mill", file.to_str().unwrap()]);
    let again = bot(&stand_in, &installation);
    let forgotten = stand_in.ask(slash("ask", &[("question", &reference)]));
    assert!(is_private(&forgotten), "{:#}", forgotten.body);
    let told = description(&forgotten);
    assert!(told.contains("with the option story as mill\\@1"), "{told}");
    let newer = stand_in.ask(slash("ask", &question));
    assert_ne!(self::reference(&newer), reference);
    let of_then = stand_in.ask(slash("ask", &[question[0], ("story", "mill@1")]));
    assert_eq!(of_then.body, answer.body, "of the version of then, by another process");
    assert_eq!(again.stop().code(), 0);
}
