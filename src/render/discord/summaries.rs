//! Summaries in Discord: the preview that a moderator alone sees, the post with what has changed in it since, and what is
//! posted every day.

use super::buttons::{Button, Press};
use super::message::{Colour, Embed, Message};
use super::{blocks, cut, headed, next, notice, strong};
use crate::commands::STORY;
use crate::commands::summary::{DISCARD, PIN, PREVIEW, PUBLISH, SENTENCES, UNSCHEDULE};
use crate::desk::{ChangeTold, Post, Schedule};
use crate::render::language::Language;
use crate::render::words::summaries as said;
use crate::reply::{Preview, Summarised, SummaryReply};

/// How much of a post its sentences may take, so that what changes in it finds room; in characters.
const SENTENCES_OF_POST: usize = 2_900;
/// The longest words that are shown of a change.
const WORDS_OF_CHANGE: usize = 160;
/// The most changes that a post shows; the audit log has them all.
const CHANGES: usize = 3;

/// The message that shows what came of a command.
pub fn message(language: Language, reply: &SummaryReply) -> Message {
    match reply {
        SummaryReply::Preview(preview) => self::preview(language, preview),
        SummaryReply::Posting { number, channel } => told(&said::posting(language, *number, *channel)),
        SummaryReply::Dropped => notice(said::DROPPED.in_language(language)),
        SummaryReply::TooMany => notice(said::TOO_MANY.in_language(language)),
        SummaryReply::Scheduled { schedule, bot } => {
            let schedule = self::schedule(language, schedule);
            let mute = format!("{schedule}\n{}", strong(said::MAY_NOT_POST.in_language(language)));
            told(if bot.may_post { &schedule } else { &mute })
        }
        SummaryReply::Schedules(all) => schedules(language, all),
    }
}

/// Lines of ours with Discord's own marks in them, which only the asker sees.
fn told(lines: &str) -> Message {
    let mut embed = Embed::new(Colour::Quiet);
    embed.add(lines, 0);
    Message::private(embed)
}

/// Whether every sentence of a summary stands whole in one message, in any language.
pub fn fits(summarised: &Summarised) -> bool {
    let blocks = blocks(Language::English, summarised);
    blocks.iter().map(|block| cut::length(block) + 2).sum::<usize>() <= SENTENCES_OF_POST
        && summarised.sentences.iter().all(|sentence| !blocks::is_cut(summarised.story.text(*sentence)))
}

fn blocks(language: Language, summarised: &Summarised) -> Vec<String> {
    let story = &*summarised.story;
    summarised.sentences.iter().map(|sentence| blocks::passage(language, story, *sentence)).collect()
}

/// A summary as everybody sees it, with what has changed in it since it was posted.
pub fn posted(language: Language, summarised: &Summarised, changes: &[ChangeTold]) -> Message {
    let mut embed = headed(language, &summarised.story, Colour::OwnVoice);
    blocks::fill(language, &mut embed, &blocks(language, summarised));
    let first = changes.len().saturating_sub(CHANGES);
    for change in &changes[first..] {
        embed.add(&format!("\n{}", changed(language, change)), 0);
    }
    Message::public(embed)
}

/// When something changed, and what, in as many words as there is room for.
fn changed(language: Language, change: &ChangeTold) -> String {
    let shown = |words: &str| cut::escaped(words, WORDS_OF_CHANGE);
    let differences = change.differences.iter();
    let differences = differences
        .map(|told| said::difference(language, &told.of, &shown(&told.was), &shown(&told.became)))
        .collect::<Vec<_>>()
        .join("; ");
    let what = if differences.is_empty() { said::UNCHANGED.in_language(language).to_owned() } else { differences };
    let what = cut::whole_words(&what, CHANGE);
    let when = format!("<t:{}:f>", change.at / 1000);
    format!("{} {what}", strong(&said::changed(language, &when)))
}

/// The longest line of a change.
const CHANGE: usize = 280;

fn preview(language: Language, preview: &Preview) -> Message {
    let Preview { summarised, is_pinned, channel, bot, is_newer, .. } = preview;
    let mut embed = headed(language, &summarised.story, Colour::OwnVoice);
    let notes = [
        is_newer.then_some(said::NEWER),
        (!bot.may_post).then_some(said::MAY_NOT_POST),
        is_pinned.then_some(said::TO_BE_PINNED),
    ];
    embed.add(&format!("{} <#{channel}>", strong(said::PREVIEW.in_language(language))), 0);
    for note in notes.into_iter().flatten() {
        embed.add(note.in_language(language), 0);
    }
    blocks::fill(language, &mut embed, &blocks(language, summarised));
    Message::private(embed).with_buttons(buttons(language, preview))
}

fn buttons(language: Language, preview: &Preview) -> Vec<Button> {
    let count = u32::try_from(preview.summarised.sentences.len()).unwrap_or(u32::MAX);
    // Where the story or a message had no room for all that was wished, there is no more.
    let is_longest = count < preview.wanted;
    let unpinned = !preview.is_pinned;
    let post = preview.bot.may_post.then(|| press(PUBLISH.name, preview, count, preview.is_pinned));
    let shorter = (count > 1).then(|| press(PREVIEW.name, preview, count - 1, preview.is_pinned));
    let longer = (!is_longest).then(|| press(PREVIEW.name, preview, count + 1, preview.is_pinned));
    let pin_label = if unpinned { said::PIN } else { said::DONT_PIN };
    let pin = Some(press(PREVIEW.name, preview, count, unpinned));
    let cancel = Some(Press::new(DISCARD.name, &[]).in_place());
    let all = [
        (said::POST, post),
        (said::SHORTER, shorter),
        (said::LONGER, longer),
        (pin_label, pin),
        (said::CANCEL, cancel),
    ];
    let button = |(label, press): (crate::render::words::Phrase, Option<Press>)| {
        Button::new(label.in_language(language), &press?)
    };
    let mut buttons: Vec<Button> = all.into_iter().filter_map(button).collect();
    if preview.bot.may_post
        && let Some(first) = buttons.first_mut()
    {
        *first = first.clone().meant_first();
    }
    buttons
}

fn press(command: &str, preview: &Preview, sentences: u32, is_pinned: bool) -> Press {
    let (sentences, story) = (sentences.to_string(), next::this_version(&preview.summarised.story));
    let mut values = vec![(SENTENCES.name, sentences.as_str())];
    values.extend(is_pinned.then_some((PIN.name, "")));
    values.push((STORY.name, story.as_str()));
    Press::new(command, &values).in_place()
}

/// What is posted every day, with a button for each that ends it.
fn schedules(language: Language, all: &[Schedule]) -> Message {
    if all.is_empty() {
        return notice(said::NO_SCHEDULES.in_language(language));
    }
    let mut embed = Embed::new(Colour::Quiet).titled(said::SCHEDULES.in_language(language), None);
    let lines: Vec<String> = all.iter().map(|schedule| self::schedule(language, schedule)).collect();
    let shown = blocks::fill(language, &mut embed, &lines);
    let buttons = all.iter().take(shown).filter_map(|schedule| {
        let press = Press::new(UNSCHEDULE.name, &[("number", &schedule.number.to_string())]).in_place();
        Button::labelled(said::end(language, schedule.number), &press)
    });
    Message::private(embed).with_buttons(buttons.collect())
}

fn schedule(language: Language, schedule: &Schedule) -> String {
    let new = &schedule.new;
    let (number, channel) = (schedule.number.to_string(), format!("<#{}>", new.channel));
    let (story, zone) = (cut::escaped(&new.story, 100), cut::escaped(&new.zone, 60));
    let next = format!("<t:{}:f>", schedule.next_at / 1000);
    let line = said::schedule(language, [&number, &story, &channel, &new.time(), &zone], &next);
    if new.is_pinned { format!("{line} · {}", said::PINNED.in_language(language)) } else { line }
}

/// What who posted is told of what Discord doesn't allow.
pub fn refused(language: Language, post: &Post, what: &str) -> Message {
    let mut embed = Embed::new(Colour::Quiet);
    embed.add(&said::refused(language, what, post.number, post.new.channel), 0);
    Message::public(embed)
}
