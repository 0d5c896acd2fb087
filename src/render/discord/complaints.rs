//! A complaint in Discord: what a member is asked, what moderators see and decide, what becomes of the answer, and what
//! those who asked are told.

use super::buttons::{Button, Press};
use super::message::{Colour, Embed, Message};
use super::{cut, notice, strong};
use crate::commands::wrong::{ANSWER, AS, AT, DECIDE, IN, NUMBER, WRONG};
use crate::commands::{STORY, Under};
use crate::desk::{AnswerGiven, Complaint, Decision, NewComplaint, WrongIn};
use crate::render::json::desk::case;
use crate::render::language::Language;
use crate::render::words::complaints as said;
use crate::reply::Replayed;

/// The name of a complaint's file.
const CASE: &str = "complaint.json";
/// How much is kept free for what stands around an answer that is shown again.
const AROUND: usize = 600;
/// The longest answer that is shown again.
const SHOWN: usize = 3_000;

/// The button under an answer by which somebody says that it is wrong.
pub fn button(language: Language, given: &AnswerGiven) -> Option<Button> {
    let story = story(given);
    let press = Press::new(WRONG.name, &[(ANSWER.name, given.answer.as_str()), (STORY.name, story.as_str())]);
    Button::new(said::THIS_IS_WRONG.in_language(language), &press)
}

fn story(given: &AnswerGiven) -> String {
    format!("{}@{}", given.story, given.version)
}

/// What is wrong with the answer? It stands there once more, so that the next button hands it in.
pub fn reasons(language: Language, given: &AnswerGiven, under: &Under) -> Message {
    let mut embed =
        Embed::new(Colour::Quiet).asked(&under.question).titled(said::WHAT_IS_WRONG.in_language(language), None);
    embed.add(&cut::whole_lines(&under.shown, SHOWN), AROUND);
    let (at, story) = (under.message.to_string(), story(given));
    let buttons = WrongIn::ALL.into_iter().filter_map(|reason| {
        let values = [
            (ANSWER.name, given.answer.as_str()),
            (STORY.name, story.as_str()),
            (IN.name, reason.word()),
            (AT.name, at.as_str()),
        ];
        let press = Press::new(WRONG.name, &values).in_place();
        Button::new(said::reason(reason).in_language(language), &press)
    });
    Message::private(embed).with_buttons(buttons.collect())
}

/// That a complaint was handed in.
pub fn thanks(language: Language, number: i64) -> Message {
    notice(&said::thanks(language, number))
}

/// A complaint as moderators see it, with what they can decide as long as it is open, and its case for developers.
pub fn complaint(language: Language, server: u64, complaint: &Complaint) -> Message {
    let NewComplaint { reason, question, shown, channel, message, .. } = &complaint.handed_in;
    let title = said::title(language, complaint.number, *reason);
    let mut embed = Embed::new(Colour::Quiet).asked(question).titled(&title, None);
    embed.add(&cut::whole_lines(shown, SHOWN), AROUND);
    let link = format!("https://discord.com/channels/{server}/{channel}/{message}");
    embed.add(&said::where_it_stands(language, &link, &complaint.member), 0);
    let Some(decision) = complaint.decision else {
        let buttons = Decision::ALL.into_iter().filter_map(|decision| choice(language, complaint.number, decision));
        return Message::public(embed).with_buttons(buttons.collect()).with_data(
            CASE,
            &[case(complaint)],
            said::CASE.in_language(language),
        );
    };
    embed.add(&strong(&said::decided(language, decision, &complaint.decided_by)), 0);
    Message::public(embed)
}

fn choice(language: Language, number: i64, decision: Decision) -> Option<Button> {
    let number = number.to_string();
    let press = Press::new(DECIDE.name, &[(NUMBER.name, number.as_str()), (AS.name, decision.word())]).in_place();
    Button::new(said::choice(decision).in_language(language), &press)
}

/// What stands in place of an answer that was taken back.
pub fn retracted(language: Language, complaint: &Complaint) -> Message {
    let mut embed = Embed::new(Colour::Quiet).asked(&complaint.handed_in.question);
    embed.add(&strong(said::RETRACTED.in_language(language)), 0);
    embed.add(said::reason(complaint.handed_in.reason).in_language(language), 0);
    Message::public(embed)
}

/// What those who asked or complained are told.
pub fn told(language: Language, server: u64, complaint: &Complaint) -> Message {
    let NewComplaint { question, channel, message, .. } = &complaint.handed_in;
    let mut embed = Embed::new(Colour::Quiet).asked(question);
    embed.add(said::told(complaint.decision).in_language(language), 0);
    embed.add(&format!("https://discord.com/channels/{server}/{channel}/{message}"), 0);
    Message::public(embed)
}

/// Whether a complaint's question is answered otherwise than it was: in other words of the story's, whatever ours are.
pub fn is_changed(replayed: &Replayed) -> bool {
    let now = super::answer::message(Language::English, &replayed.answered);
    quoted(now.words()).ne(quoted(&replayed.case.shown))
}

/// The lines that hold a story's words.
fn quoted(shown: &str) -> impl Iterator<Item = &str> {
    shown.lines().filter(|line| line.starts_with("> "))
}
