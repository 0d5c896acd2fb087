//! Questions that a story's editors expect, and how the program fares with them.

use anstyle::Style;
use verbatim_index::editors::{EditorsQuestion, Fared, sentence};
use verbatim_index::story::Story;

use super::page::{BAD, FAINT, GOOD, Page, STRONG};
use super::passage;
use crate::render::words;
use crate::render::words::editors as said;
use crate::reply::{QuestionsListed, QuestionsTried};

const INDENT: usize = 4;

/// The questions, each with the sentence it leads to.
pub fn listed(page: &mut Page, listed: &QuestionsListed) {
    let all = listed.story.editors_questions().all();
    if all.is_empty() {
        return page.plain(said::NONE);
    }
    all.iter().for_each(|known| question(page, &listed.story, known));
}

fn question(page: &mut Page, story: &Story, known: &EditorsQuestion) {
    page.styled(STRONG, &known.question);
    match sentence(story.document(), known.leads) {
        Some(span) => passage::show_faintly(page, story, story.cite(span)),
        None => {
            let style = if known.leads.is_of_use() { FAINT } else { BAD };
            page.line(INDENT, &[(style, said::leads(known.leads))]);
        }
    }
}

/// Those that it doesn't get right, those that lead nowhere, and how many there are of each.
pub fn tried(page: &mut Page, tried: &QuestionsTried) {
    let all = tried.story.editors_questions().all();
    if all.is_empty() {
        return page.plain(said::NONE);
    }
    for one in tried.not_right() {
        let Some(known) = all.get(one.index) else { continue };
        question(page, &tried.story, known);
        for (way, fared) in said::WAYS.iter().zip([one.alone, one.by_others, one.with_all]) {
            let style = if fared == Fared::Right { GOOD } else { BAD };
            page.line(INDENT, &[(FAINT, way), (FAINT, ": "), (style, said::fared(fared))]);
        }
    }
    let lost: Vec<_> = all.iter().filter(|known| !known.leads.is_of_use()).collect();
    lost.iter().for_each(|known| question(page, &tried.story, known));
    page.blank();
    let counted = [tried.counts(|one| one.alone), tried.counts(|one| one.by_others), tried.counts(|one| one.with_all)];
    page.plain(&words::counted(all.len(), "question", "questions"));
    for (way, counts) in said::WAYS.iter().zip(counted) {
        page.line(INDENT, &[(Style::new(), way), (FAINT, ": "), (Style::new(), &said::counts(counts))]);
    }
    if !lost.is_empty() {
        page.line(INDENT, &[(BAD, &format!("not used: {}", lost.len()))]);
    }
}
