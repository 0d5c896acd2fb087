//! A page of passages, and the button that turns it. Those that are no answer are titled so; the story read on from a
//! place has no title.

use verbatim_index::story::{Citation, Story};

use super::message::{Colour, Message};
use super::{blocks, cut, headed, labels, next, notice, strong};
use crate::render::language::Language;
use crate::render::words;
use crate::reply::{Nearness, PassagesShown, sentence_numbers};

/// How many passages stand on a page.
const PAGE: usize = 4;
/// How many characters of the story stand on a page that is read on.
const READING: usize = 2400;

/// The first page; the button under it has the numbers of the rest.
pub fn message(language: Language, shown: &PassagesShown) -> Message {
    let story = &*shown.story;
    if shown.passages.is_empty() {
        return notice(labels::NO_MORE_PASSAGES.in_language(language));
    }
    let title = match shown.nearness {
        Nearness::Further => labels::FURTHER,
        Nearness::NoAnswer => words::NEAREST,
        Nearness::Reading => return reading(language, story, &shown.passages),
    };
    let (page, rest) = shown.passages.split_at(shown.passages.len().min(PAGE));
    let passages = page.iter().map(|citation| blocks::passage(language, story, *citation));
    let blocks: Vec<String> = [strong(title.in_language(language))].into_iter().chain(passages).collect();
    let mut embed = headed(language, story, Colour::Quiet);
    blocks::fill(language, &mut embed, &blocks);
    let rest = sentence_numbers::of(story, rest.iter().copied());
    let button = next::turn(language, story, shown.nearness, &rest);
    Message::public(embed).with_buttons(button.into_iter().collect())
}

/// Whole sentences as they follow one another, those of a paragraph together.
fn reading(language: Language, story: &Story, sentences: &[Citation]) -> Message {
    let mut taken = 0;
    let mut length = 0;
    for sentence in sentences {
        length += cut::length(story.text(*sentence));
        if taken > 0 && length > READING {
            break;
        }
        taken += 1;
    }
    let (page, rest) = sentences.split_at(taken);
    let paragraph = |citation: &Citation| {
        let sentence = story.document().sentence_at(citation.span);
        sentence.map(|index| story.document().sentences()[index].paragraph)
    };
    let together = page.chunk_by(|one, other| paragraph(one) == paragraph(other));
    let whole = together.filter_map(|group| Some(group.first()?.span.cover(group.last()?.span)));
    let blocks: Vec<String> = whole.map(|span| blocks::passage(language, story, story.cite(span))).collect();
    let mut embed = headed(language, story, Colour::OwnVoice);
    blocks::fill(language, &mut embed, &blocks);
    let next = rest.first().and_then(|citation| story.document().sentence_at(citation.span));
    let button = next.and_then(|sentence| next::read_on(language, story, sentence));
    Message::public(embed).with_buttons(button.into_iter().collect())
}
