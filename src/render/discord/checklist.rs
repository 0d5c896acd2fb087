//! A checklist in Discord: a page of items, each with a button that ticks it, who ticked what, and the whole as a file.

use super::buttons::{Button, Press};
use super::message::{Colour, File, Message};
use super::{blocks, cut, headed, labels, next, strong};
use crate::commands::{FROM, STORY};
use crate::render::checklist::{self as file, Line};
use crate::render::language::Language;
use crate::render::words::checklist as said;
use crate::reply::Checklist;

/// How many items stand on a page: two rows of buttons.
const PAGE: usize = 10;
/// The longest words of an item, and of what stands beside it.
const WORDS: usize = 160;

/// A page of the list, from this item on.
pub fn message(language: Language, list: &Checklist, from: usize) -> Message {
    let story = &*list.story;
    let sentence = labels::checklist(language, list.items.len());
    let mut embed = headed(language, story, Colour::Quiet);
    let from = if from < list.items.len() { from } else { 0 };
    let page: Vec<usize> = (from..list.items.len()).take(PAGE).collect();
    let counted = strong(&said::counted(
        language,
        list.ticked.iter().filter(|item| item.tick.is_some()).count(),
        list.items.len(),
    ));
    let lines: Vec<String> = page.iter().map(|index| line(language, list, *index)).collect();
    blocks::fill(language, &mut embed, &[sentence.clone(), counted, lines.join("\n")]);
    let ticking = page.iter().filter_map(|index| tick(list, *index, from));
    let turning = [from.checked_sub(PAGE), Some(from + PAGE).filter(|next| *next < list.items.len())];
    let turning = turning.into_iter().flatten().filter_map(|to| turn(language, list, from, to));
    let markdown = File { name: "checklist.md", media_type: "text/markdown", bytes: file::markdown(list).into_bytes() };
    Message::private(embed).with_buttons(ticking.chain(turning).collect()).with_file(markdown, &sentence)
}

fn line(language: Language, list: &Checklist, index: usize) -> String {
    let Line { kind, words, beside } = file::line(&list.story, &list.items[index]);
    let tick = list.ticked.get(index).and_then(|item| item.tick.as_ref());
    let sign = if tick.is_some() { "☑" } else { "☐" };
    let beside = beside.iter().map(|words| format!(" · {}", cut::escaped(words, WORDS))).collect::<String>();
    let by = tick.map(|tick| said::ticked_by(language, &super::corrections::shown(&tick.who)));
    let by = by.map(|by| format!(" · {by}")).unwrap_or_default();
    format!("{sign} {}. {kind}: {}{beside}{by}", index + 1, strong(&cut::escaped(&words, WORDS)))
}

fn tick(list: &Checklist, index: usize, from: usize) -> Option<Button> {
    let item = list.ticked.get(index)?;
    let sign = if item.tick.is_some() { "☑" } else { "☐" };
    let (from, story) = (from.to_string(), next::this_version(&list.story));
    let values = [("item", item.id.as_str()), (FROM, from.as_str()), (STORY.name, story.as_str())];
    Button::labelled(format!("{sign} {}", index + 1), &Press::new("tick", &values).in_place())
}

fn turn(language: Language, list: &Checklist, from: usize, to: usize) -> Option<Button> {
    let (place, story) = (to.to_string(), next::this_version(&list.story));
    let press = Press::new("checklist", &[(FROM, place.as_str()), (STORY.name, story.as_str())]).in_place();
    let label = if to < from { said::BACK } else { labels::TURN };
    Button::new(label.in_language(language), &press)
}
