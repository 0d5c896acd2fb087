//! A second look into the source, as an embed for who asked for it: each quotation, how its words stand there, and where.

use verbatim_index::story::{Citation, CitedSource, Story};

use super::buttons::{Button, Press};
use super::message::{Colour, Embed, Message};
use super::{blocks, cut, labels, markdown, next, notice, strong};
use crate::render::language::Language;
use crate::render::words::verified as said;
use crate::reply::verified::{Quotation, ReadAgain, Verified};

/// How much of a quotation is repeated.
const QUOTATION: usize = 200;
/// Begins a line that quotes.
const QUOTES: &str = "> ";

/// The button that reads the source of what is shown again.
pub fn button(language: Language, story: &Story) -> Option<Button> {
    let press = Press::new("verify", &[("story", &next::this_version(story))]);
    Button::new(said::VERIFY.in_language(language), &press)
}

/// The quotations that a description shows, without Discord's Markdown.
pub fn quotations(description: &str) -> Vec<String> {
    description.lines().filter_map(|line| line.strip_prefix(QUOTES)).map(markdown::unescaped).collect()
}

/// What the second look showed.
pub fn message(language: Language, verified: &Verified) -> Message {
    let read = match verified {
        Verified::Altered(id) => return notice(&format!("{id}: {}", said::ALTERED.in_language(language))),
        Verified::Read(read) if read.quotations.is_empty() => {
            return notice(said::NOTHING_QUOTED.in_language(language));
        }
        Verified::Read(read) => read,
    };
    let mut blocks: Vec<String> =
        read.quotations.iter().map(|quotation| self::quotation(language, read, quotation)).collect();
    let (story, version) = (read.story.id(), read.story.version());
    blocks.insert(0, said::file(language, &cut::escaped(story, QUOTATION), version, &read.fingerprint));
    if let Some(newest) = &read.newest {
        blocks.insert(1, said::newer(language, newest.version()));
    }
    let mut embed = Embed::new(Colour::Quiet).titled(said::TITLE.in_language(language), None);
    blocks::fill(language, &mut embed, &blocks);
    Message::private(embed)
}

fn quotation(language: Language, read: &ReadAgain, quotation: &Quotation) -> String {
    let shown = format!("{QUOTES}{}", cut::escaped(&quotation.shown, QUOTATION));
    let verdict = strong(said::likeness(quotation.likeness).in_language(language));
    let places = places(language, &read.story, &quotation.places);
    let stands: Vec<String> = [Some(verdict), places].into_iter().flatten().collect();
    let mut lines = vec![shown, stands.join(" · ")];
    lines.extend(read.newest.as_ref().filter(|_| !quotation.places.is_empty()).map(|newest| {
        match self::places(language, newest, &quotation.newest) {
            Some(place) => said::now(language, &place),
            None => said::NO_LONGER.in_language(language).to_owned(),
        }
    }));
    lines.join("\n")
}

/// The first place in full, and how many there are beside it.
fn places(language: Language, story: &Story, places: &[Citation]) -> Option<String> {
    let (first, others) = places.split_first()?;
    let passage = story.passage(*first);
    let whose = match first.source {
        CitedSource::Article => labels::place(language, passage.role, passage.paragraph),
        CitedSource::Fact(_) => Some(cut::escaped(&passage.source, QUOTATION)),
    };
    let offsets = said::offsets(language, passage.scalars.start, passage.scalars.end);
    let further = (!others.is_empty()).then(|| said::further(language, others.len()));
    let parts: Vec<String> = [whose, Some(offsets), further].into_iter().flatten().collect();
    Some(parts.join(" · "))
}
