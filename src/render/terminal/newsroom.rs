//! Two stories compared, and somebody's words over all stories.

use verbatim_index::compare::{Only, Pair};
use verbatim_index::span::Span;
use verbatim_index::story::Story;

use super::page::{FAINT, Page, STRONG};
use super::passage::{self, Sought};
use super::{lists, words};
use crate::render::language::Language;
use crate::render::words::checklist as said;
use crate::reply::{SaidEverywhere, StoriesCompared};

const INDENT: usize = 4;

/// What two stories tell differently, with both passages; then what only one has.
pub fn compared(page: &mut Page, compared: &StoriesCompared) {
    let StoriesCompared { first, second, compared } = compared;
    if !compared.is_one_event {
        return page.plain(said::NOT_ONE_EVENT);
    }
    if compared.pairs.is_empty() {
        page.plain(said::NOTHING_DIFFERS);
    }
    for Pair { of, first: one, second: other } in &compared.pairs {
        let (one_text, other_text) = (first.document().text(*one), second.document().text(*other));
        let kind = format!("{}  ", said::compared(*of));
        page.line(0, &[(FAINT, &kind), (STRONG, one_text), (FAINT, " | "), (STRONG, other_text)]);
        sentence(page, first, *one);
        sentence(page, second, *other);
    }
    only(page, first, &compared.only_first);
    only(page, second, &compared.only_second);
}

fn sentence(page: &mut Page, story: &Story, span: Span) {
    let document = story.document();
    let whole = document.sentence_at(span).map_or(span, |index| document.sentences()[index].span.cover(span));
    page.line(INDENT, &[(FAINT, story.id())]);
    passage::show(page, story, story.cite(whole), &Sought::default());
}

fn only(page: &mut Page, story: &Story, all: &[Only]) {
    if all.is_empty() {
        return;
    }
    page.blank();
    page.line(0, &[(FAINT, said::ONLY_IN), (STRONG, story.id())]);
    for Only { of, at } in all {
        let kind = format!("{}  ", said::compared(*of));
        let whereabouts = passage::whereabouts(story, story.cite(*at));
        page.line(INDENT, &[(FAINT, &whereabouts), (FAINT, &kind), (STRONG, story.document().text(*at))]);
    }
}

/// Statements under the story that reports them and its day.
pub fn said_everywhere(page: &mut Page, said: &SaidEverywhere) {
    if said.stories.is_empty() {
        let (speaker, about) = (said.speaker.as_deref(), said.about.as_deref());
        return page.plain(&words::nothing_listed(Language::English, speaker, about));
    }
    for listed in &said.stories {
        page.blank();
        let story = &listed.story;
        let day = story.document().article().published.map_or_else(|| "—".to_owned(), |day| day.to_string());
        page.line(0, &[(STRONG, &day), (FAINT, "  "), (STRONG, story.title()), (FAINT, "  "), (FAINT, story.id())]);
        lists::statements(page, listed);
    }
}
