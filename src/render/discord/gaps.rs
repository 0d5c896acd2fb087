//! Questions that a story doesn't answer, for moderators: how often each was asked, and the passage nearest to it, which is
//! titled as no answer.

use super::buttons::{Button, Press};
use super::hand_overs::{self, LeftOpen};
use super::message::{Colour, Message};
use super::{blocks, cut, headed, labels, next, strong};
use crate::commands::{FROM, STORY};
use crate::render::language::Language;
use crate::render::words;
use crate::render::words::gaps as said;
use crate::reply::{GapGroup, GapsShown, sentence_numbers};

/// How many groups stand on a page.
const PAGE: usize = 5;
/// How many questions of a group are shown, and how much of each.
const QUESTIONS: usize = 4;
/// See `QUESTIONS`.
const QUESTION: usize = 200;

/// A page of them, from this group on.
pub fn message(language: Language, shown: &GapsShown, from: usize) -> Message {
    let story = &*shown.story;
    let mut embed = headed(language, story, Colour::Quiet);
    if shown.groups.is_empty() {
        embed.add(said::NONE.in_language(language), 0);
        return Message::private(embed);
    }
    // The list may have grown shorter since the button was made.
    let from = if from < shown.groups.len() { from } else { 0 };
    let page = shown.groups.iter().enumerate().skip(from).take(PAGE);
    let heading = strong(said::TITLE.in_language(language));
    let groups = page.map(|(position, group)| self::group(language, shown, position, group));
    let blocks: Vec<String> = [heading].into_iter().chain(groups).collect();
    let fitted = blocks::fill(language, &mut embed, &blocks).saturating_sub(1);
    let further = from + fitted;
    let turn = (further < shown.groups.len() && fitted > 0).then(|| turn(language, shown, further)).flatten();
    let shown_groups = shown.groups.iter().enumerate().skip(from).take(fitted);
    let asking = shown_groups.filter_map(|(position, group)| ask_desk(language, shown, position, group));
    let buttons: Vec<Button> = asking.chain(turn).collect();
    Message::private(embed).with_buttons(buttons)
}

/// Hands the question that was asked most often over to people, where its words are kept.
fn ask_desk(language: Language, shown: &GapsShown, position: usize, group: &GapGroup) -> Option<Button> {
    let gap = group.gaps.iter().find(|gap| gap.question.is_some())?;
    let nearest = sentence_numbers::of(&shown.story, group.nearest.into_iter());
    let open = LeftOpen { story: next::this_version(&shown.story), nearest };
    hand_overs::button_of_gap(language, position, &gap.question_hash, &open)
}

fn turn(language: Language, shown: &GapsShown, further: usize) -> Option<Button> {
    let (from, story) = (further.to_string(), next::this_version(&shown.story));
    let press = Press::new("gaps", &[(FROM, from.as_str()), (STORY.name, story.as_str())]);
    Button::new(labels::TURN.in_language(language), &press.in_place())
}

fn group(language: Language, shown: &GapsShown, position: usize, group: &GapGroup) -> String {
    let latest = format!("<t:{}:R>", group.latest_at() / 1000);
    let heading = format!("**{}.** {} · {latest}", position + 1, said::times(language, group.times()));
    let questions = group.gaps.iter().filter_map(|gap| gap.question.as_deref());
    let questions: Vec<String> =
        questions.take(QUESTIONS).map(|question| format!("- {}", cut::escaped(question, QUESTION))).collect();
    let left = group.gaps.len() - questions.len();
    let left = (left > 0).then(|| said::further(language, left, questions.is_empty()));
    let nearest = group.nearest.map(|citation| {
        let passage = blocks::passage(language, &shown.story, citation);
        format!("*{}*\n{passage}", words::NEAREST.in_language(language))
    });
    [heading].into_iter().chain(questions).chain(left).chain(nearest).collect::<Vec<_>>().join("\n")
}
