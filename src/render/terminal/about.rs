//! What the program is, and which story it answers from.

use super::keeping;
use super::page::{FAINT, Page, STRONG};
use crate::render::language::Language;
use crate::render::words::{self, about as said};
use crate::reply::{About, StoryInUse};

const INDENT: usize = 4;

/// What the program is.
pub fn about(page: &mut Page, about: &About) {
    page.line(0, &[(STRONG, "Verbatim "), (FAINT, env!("CARGO_PKG_VERSION"))]);
    page.plain(said::WHAT.english());
    page.blank();
    for (name, promise) in said::PROMISES {
        page.line(INDENT, &[(STRONG, name.english()), (FAINT, ": "), (FAINT, promise.english())]);
    }
    page.blank();
    page.styled(STRONG, said::ERRORS.english());
    for rate in &about.error_rates {
        let kind = words::statement_kind(rate.kind).english();
        let rate = said::error_rate(Language::English, [rate.missed, rate.spurious, rate.wrong_speaker]);
        page.line(INDENT, &[(STRONG, kind), (FAINT, ": "), (FAINT, &rate)]);
    }
    page.line(INDENT, &[(FAINT, said::MEASURED_ON.english())]);
    page.blank();
    page.styled(STRONG, said::PRIVACY.english());
    page.line(INDENT, &[(FAINT, said::KEPT.english())]);
    if let Some(story) = &about.story {
        page.blank();
        page.styled(STRONG, said::STORY.english());
        keeping::card(page, story);
    }
}

/// The story that is asked, and those that could be.
pub fn in_use(page: &mut Page, in_use: &StoryInUse) {
    keeping::card(page, &in_use.story);
    if in_use.others.is_empty() {
        return;
    }
    page.blank();
    page.styled(STRONG, said::OTHERS.english());
    for entry in &in_use.others {
        keeping::entry(page, entry);
    }
    page.styled(FAINT, said::HOW_TO_CHOOSE_HERE);
}
