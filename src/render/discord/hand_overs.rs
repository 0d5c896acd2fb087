//! A question handed over to people, in Discord: the button, what moderators see and fill in, and what who asked is told.

use super::buttons::{Button, Press};
use super::form::{Field, Form};
use super::message::{Colour, Embed, Message};
use super::{approved, blocks, cut, notice, strong};
use crate::commands::STORY;
use crate::commands::hand_over::{ADOPT, ANSWER, ASK_DESK, AT, GAP, NUMBER, REPLY, SOURCE};
use crate::desk::Backing;
use crate::render::language::Language;
use crate::render::words;
use crate::render::words::hand_overs as said;
use crate::reply::{HandOverShown, sentence_numbers};

/// How many of the nearest sentences are shown.
const NEAREST: usize = 3;
/// The longest name of a thread.
const THREAD: usize = 100;
/// The longest answer and source that the form takes.
const LONGEST_ANSWER: u16 = 1_500;
/// See `LONGEST_ANSWER`.
const LONGEST_SOURCE: u16 = 400;

/// What a silence leaves open: the story in the version that was asked, and the sentences nearest to the question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOpen {
    /// The story, as it is named to commands.
    pub story: String,
    /// The numbers of the sentences.
    pub nearest: Vec<usize>,
}

/// The button under a silence by which its question is handed over.
pub fn button(language: Language, open: &LeftOpen) -> Option<Button> {
    let nearest = &open.nearest[..open.nearest.len().min(NEAREST)];
    let at = sentence_numbers::write(nearest);
    let press = Press::new(ASK_DESK.name, &[(AT.name, at.as_str()), (STORY.name, open.story.as_str())]);
    Button::new(said::ASK_DESK.in_language(language), &press)
}

/// The button beside a question without an answer in a list.
pub fn button_of_gap(language: Language, position: usize, hash: &str, open: &LeftOpen) -> Option<Button> {
    let at = sentence_numbers::write(&open.nearest);
    let values = [(GAP.name, hash), (AT.name, at.as_str()), (STORY.name, open.story.as_str())];
    let label = format!("{}. {}", position + 1, said::ASK_DESK.in_language(language));
    Button::labelled(label, &Press::new(ASK_DESK.name, &values))
}

/// That a question was handed over.
pub fn thanks(language: Language, number: i64) -> Message {
    notice(&said::thanks(language, number))
}

/// A question as moderators see it: with what they can do as long as it waits, else with its answer.
pub fn message(language: Language, shown: &HandOverShown) -> Message {
    let hand_over = &shown.hand_over;
    let mut embed = Embed::new(Colour::Quiet)
        .asked(&hand_over.question)
        .titled(&said::title(language, hand_over.number), None)
        .noted(shown.story.title());
    let mut all = vec![said::from(language, hand_over.member, hand_over.channel)];
    let nearest = shown.nearest.iter().map(|citation| blocks::passage(language, &shown.story, *citation));
    let nearest: Vec<String> = nearest.collect();
    if !nearest.is_empty() && hand_over.answer.is_none() {
        all.push(format!("*{}*\n{}", words::NEAREST.in_language(language), nearest.join("\n\n")));
    }
    if let Some(answer) = &hand_over.answer {
        let heading = strong(&said::answered(language, &answer.who));
        all.push(format!("{heading}\n{}{}", approved::persons_words(&answer.words), source(language, shown)));
    }
    if shown.is_adopted {
        all.push(strong(said::ADOPTED.in_language(language)));
    }
    blocks::fill(language, &mut embed, &all);
    Message::public(embed).with_buttons(button_of_moderators(language, shown).into_iter().collect())
}

fn button_of_moderators(language: Language, shown: &HandOverShown) -> Option<Button> {
    let number = shown.hand_over.number.to_string();
    let values = [(NUMBER.name, number.as_str())];
    match (&shown.hand_over.answer, shown.is_adopted) {
        (None, _) => Button::form(said::ANSWER.in_language(language), &Press::new(REPLY.name, &values).in_place()),
        (Some(_), false) => Button::new(said::ADOPT.in_language(language), &Press::new(ADOPT.name, &values).in_place()),
        (Some(_), true) => None,
    }
}

fn source(language: Language, shown: &HandOverShown) -> String {
    let link = shown.hand_over.answer.as_ref().and_then(|answer| match &answer.backing {
        Backing::Link(address) => Some(address.as_str()),
        Backing::Passage(_) | Backing::Beside(_) | Backing::Nothing => None,
    });
    approved::source(language, &shown.story, shown.behind, link)
}

/// What who asked is told.
pub fn told(language: Language, shown: &HandOverShown) -> Message {
    let mut embed = Embed::new(Colour::Quiet).asked(&shown.hand_over.question).noted(shown.story.title());
    if let Some(answer) = &shown.hand_over.answer {
        let heading = strong(said::BY_PERSON.in_language(language));
        embed.add(&format!("{heading}\n{}{}", approved::persons_words(&answer.words), source(language, shown)), 0);
    }
    Message::public(embed)
}

/// The same where who asked takes no direct message: in the channel, for them by name, which pings nobody.
pub fn told_in_channel(language: Language, shown: &HandOverShown) -> Message {
    told(language, shown).and_line_as_is(&format!("<@{}>", shown.hand_over.member))
}

/// The name of a question's thread.
pub fn thread_name(language: Language, shown: &HandOverShown) -> String {
    let name = cut::visible(&shown.hand_over.question, THREAD);
    if name.is_empty() { said::title(language, shown.hand_over.number) } else { name }
}

/// The form that asks for an answer and its source.
pub fn form(language: Language, identifier: &str) -> Form {
    let answer = Field {
        name: ANSWER.name,
        label: said::FORM_ANSWER.in_language(language),
        is_long: true,
        most: LONGEST_ANSWER,
    };
    let source = Field {
        name: SOURCE.name,
        label: said::FORM_SOURCE.in_language(language),
        is_long: false,
        most: LONGEST_SOURCE,
    };
    Form::new(identifier, said::FORM.in_language(language), &[answer, source])
}
