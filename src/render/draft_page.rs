//! A marked draft as one page for a browser: the draft on the left, the evidence on the right, linked both ways. It
//! fetches nothing and runs nothing, and says in words what it shows in colour. Every word from outside is escaped by
//! the templates.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use verbatim_index::draft::{Mark, Standing};

use super::words::draft as said;
use super::words::draft_page as words;
use crate::reply::DraftChecked;

mod evidence;
mod text;

const STYLE: &str = include_str!("draft_page/style.css");

/// Nothing is fetched and no script runs, whatever a draft holds.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The page.
pub fn page(checked: &DraftChecked) -> String {
    let title = words::title(checked.draft.title());
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                (skip_links())
                header { h1 { (title) } (overview(checked)) }
                main {
                    section.draft aria-labelledby="draft" { h2 #draft { (words::DRAFT) } (text::draft(checked)) }
                    section.evidence aria-labelledby="evidence" { h2 #evidence { (words::EVIDENCE) } (evidence::list(checked)) }
                }
                footer { p { (words::FOOTER) } }
            }
        }
    }
    .into_string()
}

fn skip_links() -> Markup {
    html! {
        nav.skip aria-label=(words::JUMP) {
            a href="#draft" { (words::TO_DRAFT) }
            a href="#evidence" { (words::TO_EVIDENCE) }
        }
    }
}

fn overview(checked: &DraftChecked) -> Markup {
    let count = |standing| checked.checked.count(standing);
    let story = &checked.story;
    let published = story.document().article().published;
    html! {
        p { (words::CHECKED_AGAINST) " " cite { (story.title()) } @if let Some(day) = published { ", " time datetime=(day) { (day) } } }
        p { (said::summary(count(Standing::Good), count(Standing::Open), count(Standing::Wrong))) }
        @if !checked.checked.unread.is_empty() { p { (said::unread(checked.checked.unread.len())) } }
        ul.legend aria-label=(words::LEGEND) {
            @for (standing, meaning) in words::MEANINGS {
                li { span.label.(said::standing(standing)) { (said::sign(standing)) } " " (meaning) }
            }
        }
    }
}

/// The id of a mark's label in the draft.
fn label_id(number: usize) -> String {
    format!("mark-{number}")
}

/// The id of a mark's evidence.
fn evidence_id(number: usize) -> String {
    format!("evidence-{number}")
}

/// The marks with their numbers, from 1.
fn numbered(checked: &DraftChecked) -> impl Iterator<Item = (usize, &Mark)> {
    checked.checked.marks.iter().enumerate().map(|(index, mark)| (index + 1, mark))
}

#[cfg(test)]
mod tests;
