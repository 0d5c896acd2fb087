//! Corrections by hand: beside what they are of, and as a list.

use anstyle::Style;
use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::page::{BAD, BADGE, FAINT, Page, STRONG};
use super::passage::{self, Sought};
use crate::render::language::Language;
use crate::render::words::corrections as said;
use crate::reply::{CorrectionShown, CorrectionsShown};

const INDENT: usize = 4;

/// A line for each correction of something in a passage.
pub fn within(page: &mut Page, story: &Story, span: Span) {
    for correction in story.corrections().iter().filter(|one| one.at.overlaps(span)) {
        let mark = said::mark(Language::English, story, correction, &quoted);
        page.line(INDENT, &[(BADGE, "[corrected by hand]"), (Style::new(), " "), (Style::new(), &mark)]);
    }
}

fn quoted(words: &str) -> String {
    words.to_owned()
}

/// Every correction of a story.
pub fn show(page: &mut Page, shown: &CorrectionsShown) {
    if shown.shown.is_empty() {
        return page.plain(said::NONE.english());
    }
    for one in &shown.shown {
        correction(page, &shown.story, one);
    }
}

fn correction(page: &mut Page, story: &Story, shown: &CorrectionShown) {
    let kept = &shown.correction;
    let number = if shown.is_own { format!("{:>3}  ", kept.number) } else { "     ".to_owned() };
    page.line(0, &[(FAINT, &number), (STRONG, &kept.words)]);
    match &shown.standing {
        Ok(correction) => {
            page.line(INDENT + 1, &[(Style::new(), &said::mark(Language::English, story, correction, &quoted))]);
        }
        Err(near) => {
            let line = format!("{}: {} → {}  ({})", kept.field, kept.was, kept.became, kept.why);
            page.line(INDENT + 1, &[(Style::new(), &line)]);
            page.line(INDENT + 1, &[(BAD, said::CHANGED.english())]);
            if let Some(citation) = near {
                page.line(INDENT + 1, &[(FAINT, said::NOW.english())]);
                passage::show(page, story, *citation, &Sought::default());
            }
        }
    }
}
