//! Somebody's words in every story: each statement under its story's headline and day.

use super::message::{Colour, Embed, Message};
use super::{blocks, cut, dates, notice, strong};
use crate::render::language::Language;
use crate::render::words;
use crate::reply::{Listed, SaidEverywhere};

/// The longest headline over a statement.
const HEADLINE: usize = 120;

/// The statements, the oldest story first; the rest is counted.
pub fn message(language: Language, said: &SaidEverywhere) -> Message {
    let blocks: Vec<String> = said.stories.iter().flat_map(|listed| of_story(language, listed)).collect();
    if blocks.is_empty() {
        return notice(&words::nothing_listed(language, said.speaker.as_deref(), said.about.as_deref()));
    }
    let mut embed = Embed::new(Colour::Reported);
    blocks::fill(language, &mut embed, &blocks);
    Message::public(embed)
}

fn of_story(language: Language, listed: &Listed) -> Vec<String> {
    let story = &*listed.story;
    let published = story.document().article().published;
    let day = published.map(|day| format!("{} · ", dates::day_month_year(language, &day.to_string())));
    let heading = strong(&format!("{}{}", day.unwrap_or_default(), cut::escaped(story.title(), HEADLINE)));
    let statements = listed.found.iter().filter_map(|index| story.extracted().statements.get(*index));
    statements.map(|statement| format!("{heading}\n{}", blocks::statement(language, story, statement))).collect()
}
