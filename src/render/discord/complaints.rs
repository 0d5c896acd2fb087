//! A complaint in Discord: what a member is asked, what moderators see and decide, what becomes of the answer, and what
//! those who asked are told.

use super::buttons::{Button, Press};
use super::message::{Colour, Embed, Message};
use super::{cut, notice, strong};
use crate::commands::Under;
use crate::commands::wrong::{AS, AT, DECIDE, IN, NUMBER, WRONG};
use crate::desk::{AnswerGiven, Complaint, Decision, NewComplaint, WrongIn};
use crate::render::json::desk::case;
use crate::render::language::Language;
use crate::render::words::about::answer_id;
use crate::render::words::complaints as said;
use crate::reply::Replayed;

/// The name of a complaint's file.
const CASE: &str = "complaint.json";
/// How much is kept free for what stands around an answer that is shown again.
const AROUND: usize = 600;
/// The longest answer that is shown again.
const SHOWN: usize = 3_000;

/// The button under an answer by which somebody says that it is wrong. Which answer it is stands in the message.
pub fn button(language: Language) -> Option<Button> {
    Button::new(said::THIS_IS_WRONG.in_language(language), &Press::new(WRONG.name, &[]))
}

/// What is wrong with the answer? It stands there once more, so that the next button hands it in.
pub fn reasons(language: Language, given: &AnswerGiven, under: &Under) -> Message {
    let mut embed =
        Embed::new(Colour::Quiet).asked(&under.question).titled(said::WHAT_IS_WRONG.in_language(language), None);
    embed.add(&cut::whole_lines(&under.shown, SHOWN), AROUND);
    let at = under.message.to_string();
    let buttons = WrongIn::ALL.into_iter().filter_map(|reason| {
        let press = Press::new(WRONG.name, &[(IN.name, reason.word()), (AT.name, at.as_str())]).in_place();
        Button::new(said::reason(reason).in_language(language), &press)
    });
    let message = Message::private(embed).with_buttons(buttons.collect());
    message.and_noted(&answer_id(language, &given.to_string()))
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
    embed.add(&format!("\n{}", said::where_it_stands(language, &link, &complaint.member)), 0);
    let answer = answer_id(language, &complaint.handed_in.given.to_string());
    let Some(decision) = complaint.decision else {
        let buttons = Decision::ALL.into_iter().filter_map(|decision| choice(language, complaint.number, decision));
        let message = Message::public(embed).with_buttons(buttons.collect()).and_noted(&answer);
        return message.with_data(CASE, &[case(complaint)], said::CASE.in_language(language));
    };
    embed.add(&strong(&said::decided(language, decision, &complaint.decided_by)), 0);
    Message::public(embed).and_noted(&answer)
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

/// Whether a complaint's question is answered otherwise than it was: in other words of the story's, whatever ours are. Of
/// a list any page may have been shown.
pub fn is_changed(replayed: &Replayed) -> bool {
    let shows_the_same = |from: usize| {
        let now = super::message(Language::English, &replayed.reply, from);
        quoted(now.words()).eq(quoted(&replayed.case.shown))
    };
    let pages = replayed.reply.listed().map_or(1, |listed| listed.found.len().max(1));
    !(0..pages).any(shows_the_same)
}

/// The lines that hold a story's words.
fn quoted(shown: &str) -> impl Iterator<Item = &str> {
    shown.lines().filter(|line| line.starts_with("> "))
}
