//! "Tell me if this changes" in Discord: the button, what is said to who presses it, and what they are told later.

use super::buttons::{Button, Press};
use super::message::{Colour, Embed, Message};
use super::{blocks, cut, next, notice, strong};
use crate::commands::STORY;
use crate::commands::tell::TELL;
use crate::desk::{ServerId, Wish, Wished};
use crate::render::language::Language;
use crate::render::words;
use crate::render::words::wishes as said;
use crate::reply::Answered;
use crate::versions;

/// How much of the old answer is shown.
const BEFORE: usize = 800;
/// How much is kept free for what an answer is now.
const NOW: usize = 1_600;

/// The button under an answer or a silence.
pub fn button(language: Language, answered: &Answered) -> Option<Button> {
    let press = Press::new(TELL.name, &[(STORY.name, &next::this_version(&answered.story))]);
    Button::new(said::TELL_ME.in_language(language), &press)
}

/// What is said to who pressed it.
pub fn wished(language: Language, wished: Wished) -> Message {
    notice(said::wished(wished).in_language(language))
}

/// What a member is told whose answer has changed: what was answered, and what is answered now.
pub fn changed(language: Language, server: ServerId, wish: &Wish, was: &str, now: &Answered) -> Message {
    let mut embed =
        Embed::new(Colour::Quiet).asked(&wish.new.question).titled(said::CHANGED.in_language(language), None);
    embed.add(&strong(said::BEFORE.in_language(language)), 0);
    embed.add(&kept(language, was), NOW);
    embed.add(&strong(said::NOW.in_language(language)), 0);
    let message = super::answer::message(language, now);
    embed.add(&cut::whole_lines(message.words(), NOW), 0);
    if let (ServerId::Discord(server), Some((channel, message))) = (server, wish.new.place) {
        embed.add(&format!("https://discord.com/channels/{server}/{channel}/{message}"), 0);
    }
    let button = button(language, now);
    Message::public(embed).with_buttons(button.into_iter().collect())
}

/// What was answered, as it is kept.
fn kept(language: Language, was: &str) -> String {
    let (outcome, lines) = versions::read_answer(was);
    let silence = words::silence_named(outcome).map(|silence| words::silence(silence).in_language(language).to_owned());
    let quoted = lines.iter().map(|line| blocks::quotation(line));
    let all: Vec<String> = silence.into_iter().chain(quoted).collect();
    cut::whole_lines(&all.join("\n"), BEFORE)
}
