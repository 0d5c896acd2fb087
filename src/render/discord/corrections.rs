//! Corrections by hand in Discord: the line beside what they are of, the list, and what moderators are told where the text
//! under one changed.

use verbatim_index::correction::Correction;
use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::message::{Colour, Message};
use super::{blocks, cut, headed, strong};
use crate::desk::Correction as Kept;
use crate::render::language::Language;
use crate::render::words::corrections as said;
use crate::reply::{CorrectionShown, CorrectionsShown};

/// The longest words of a correction that are shown.
const WORDS: usize = 200;

/// A line for each correction of something in a passage.
pub fn within(language: Language, story: &Story, span: Span) -> Vec<String> {
    let within = story.corrections().iter().filter(|one| one.at.overlaps(span));
    within.map(|one| format!("✎ {}", mark(language, story, one))).collect()
}

fn mark(language: Language, story: &Story, correction: &Correction) -> String {
    said::mark(language, story, correction, &shown)
}

/// Words made harmless; a member as Discord shows one, which pings nobody.
pub fn shown(words: &str) -> String {
    let is_member = words.len() > 15 && words.parse::<u64>().is_ok();
    if is_member { format!("<@{words}>") } else { cut::escaped(words, WORDS) }
}

/// Every correction of a story.
pub fn message(language: Language, corrections: &CorrectionsShown) -> Message {
    let story = &*corrections.story;
    let mut embed = headed(language, story, Colour::Quiet);
    if corrections.shown.is_empty() {
        embed.add(said::NONE.in_language(language), 0);
        return Message::private(embed);
    }
    let heading = strong(said::TITLE.in_language(language));
    let latest_first = corrections.shown.iter().rev().map(|one| block(language, story, one));
    let blocks: Vec<String> = [heading].into_iter().chain(latest_first).collect();
    blocks::fill(language, &mut embed, &blocks);
    Message::private(embed)
}

/// What moderators are told when the text under a correction changes.
pub fn told(language: Language, story: &Story, one: &CorrectionShown) -> Message {
    let mut embed = headed(language, story, Colour::Quiet);
    embed.add(&block(language, story, one), 0);
    Message::public(embed)
}

fn block(language: Language, story: &Story, one: &CorrectionShown) -> String {
    let words = blocks::quotation(&one.correction.words);
    // The operator's can be taken back at the machine only.
    let number = if one.is_own { format!("**{}.**\n", one.correction.number) } else { String::new() };
    match &one.standing {
        Ok(correction) => format!("{number}{words}\n{}", mark(language, story, correction)),
        Err(near) => {
            let near = near.map(|citation| {
                format!("\n*{}*\n{}", said::NOW.in_language(language), blocks::passage(language, story, citation))
            });
            format!("{number}{words}\n{}{}", changed(language, &one.correction), near.unwrap_or_default())
        }
    }
}

fn changed(language: Language, kept: &Kept) -> String {
    let became = format!("{}: {} → {}", kept.field, shown(&kept.was), shown(&kept.became));
    format!("{became}\n{} {}", strong(said::CHANGED.in_language(language)), shown(&kept.why))
}
