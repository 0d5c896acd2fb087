//! Approved answers: before, or in place of, what the program finds; and as a list.

use anstyle::Style;
use verbatim_index::story::Story;

use super::page::{BAD, FAINT, Page, STRONG};
use super::passage::{self, Sought};
use crate::render::language::Language;
use crate::render::words::approved as said;
use crate::reply::{ApprovedAnswer, ApprovedList, ApprovedWords};

const INDENT: usize = 4;

/// An approved answer with its label.
pub fn show(page: &mut Page, story: &Story, answer: &ApprovedAnswer) {
    let by = format!("  {}", said::by(Language::English, &answer.who, answer.at, &str::to_owned));
    match &answer.words {
        ApprovedWords::Story(citation) => {
            page.line(0, &[(STRONG, said::BY_MODERATORS.english()), (FAINT, &by)]);
            passage::show(page, story, *citation, &Sought::default());
        }
        ApprovedWords::Note { words, beside, link } => {
            page.line(0, &[(STRONG, said::NOTE.english()), (FAINT, &by)]);
            page.line(INDENT, &[(Style::new(), words)]);
            if beside.is_some() || link.is_some() {
                let link = link.as_deref().unwrap_or_default();
                page.line(INDENT, &[(FAINT, said::SOURCE.english()), (FAINT, ": "), (Style::new(), link)]);
            }
            if let Some(citation) = beside {
                passage::show(page, story, *citation, &Sought::default());
            }
        }
    }
}

/// The approved answers about a story.
pub fn list(page: &mut Page, list: &ApprovedList) {
    if list.shown.is_empty() {
        return page.plain(said::NONE.english());
    }
    for (kept, answer) in &list.shown {
        page.line(0, &[(STRONG, &kept.question)]);
        match answer {
            Some(answer) => show(page, &list.story, answer),
            None => {
                page.line(INDENT, &[(BAD, said::CHANGED.english())]);
                page.line(INDENT, &[(FAINT, &kept.words)]);
            }
        }
    }
}
