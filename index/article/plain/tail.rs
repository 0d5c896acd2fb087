//! The links that a page sets under a heading such as "More on this story", at its end or amid the story.

use super::roles::Reading;
use super::shape;
use crate::article::{Role, conventions, metadata};

/// Marks each such heading and the links that follow it, down to the next piece that reads like the story.
pub fn mark(readings: &mut [Reading<'_>]) {
    let mut at = 0;
    while at < readings.len() {
        if !is_links_heading(readings[at].text) {
            at += 1;
            continue;
        }
        let end = at + 1 + readings[at + 1..].iter().take_while(|reading| is_link(reading)).count();
        let links = shed_subheading(readings, at + 1, end);
        // With nothing link-like under it, the heading is one of the story's, unless the page ends here.
        if links > at + 1 || links == readings.len() {
            readings[at..links].iter_mut().for_each(|reading| reading.role = Some(Role::Boilerplate));
        }
        at = links.max(at + 1);
    }
}

fn is_link(reading: &Reading<'_>) -> bool {
    match reading.role {
        Some(role) => role == Role::Boilerplate,
        None => shape::is_link_like(reading.text) || is_reference(reading.text),
    }
}

/// `"Ferry runs again" — Coast News, May 1, 2019`, as stories list what they drew on.
fn is_reference(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let last = words.len().saturating_sub(3);
    (4..=40).contains(&words.len()) && metadata::date_line(&words[last..].join(" ")).is_some()
}

/// Amid the story the last short line before a paragraph may be the paragraph's own heading.
fn shed_subheading(readings: &[Reading<'_>], start: usize, end: usize) -> usize {
    let amid = end < readings.len();
    let last = end.checked_sub(1).filter(|last| *last > start).map(|last| &readings[last]);
    let heading = last.is_some_and(|reading| !reading.item && reading.role.is_none());
    let bulleted = readings[start..end].first().is_some_and(|reading| reading.item);
    if amid && heading && bulleted { end - 1 } else { end }
}

fn is_links_heading(text: &str) -> bool {
    if shape::words(text) > 7 || shape::ends_with_full_stop(text) || shape::is_item(text) {
        return false;
    }
    let lower = text.to_lowercase();
    let heading = lower.trim_end_matches([':', ' ']);
    conventions::LINKS_HEADINGS.iter().any(|known| match known.strip_suffix(' ') {
        Some(_) => heading.starts_with(known),
        None => heading == *known,
    })
}
