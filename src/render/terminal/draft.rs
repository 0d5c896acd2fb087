//! A marked draft: what is against the story or not shown by it with its evidence, what is right in one line each.

use anstyle::Style;
use verbatim_index::draft::{Mark, Standing};
use verbatim_index::story::Citation;

use super::page::{BAD, FAINT, GOOD, Page, STRONG};
use super::passage::{self, Sought};
use crate::render::table;
use crate::render::words::draft as said;
use crate::reply::DraftChecked;

const INDENT: usize = 4;

/// The marks of a draft in its order, and how many stand how.
pub fn marks(page: &mut Page, checked: &DraftChecked) {
    for mark in &checked.checked.marks {
        self::mark(page, checked, mark);
    }
    page.blank();
    let count = |standing| checked.checked.count(standing);
    page.plain(&said::summary(count(Standing::Good), count(Standing::Open), count(Standing::Wrong)));
    if !checked.checked.unread.is_empty() {
        page.styled(FAINT, &said::unread(checked.checked.unread.len()));
    }
}

fn mark(page: &mut Page, checked: &DraftChecked, mark: &Mark) {
    let standing = mark.found.standing();
    let whereabouts = passage::whereabouts(&checked.draft, checked.draft.cite(mark.at));
    let sign = format!("{} ", said::sign(standing));
    let kind = format!("{}  ", said::kind(mark.found));
    let text = one_line(checked.draft.document().text(mark.at));
    let label = format!("  {}", said::label(mark.found));
    let style = style(standing);
    page.line(0, &[(style, &sign), (FAINT, &whereabouts), (FAINT, &kind), (STRONG, &text), (style, &label)]);
    if standing == Standing::Good {
        return;
    }
    let difference = table::difference(checked, mark);
    if !difference.is_empty() {
        page.line(INDENT, &[(Style::new(), &difference)]);
    }
    passages(page, checked, said::BECAUSE, &mark.because);
    passages(page, checked, said::NEAREST, &mark.nearest);
}

fn passages(page: &mut Page, checked: &DraftChecked, heading: &str, citations: &[Citation]) {
    if citations.is_empty() {
        return;
    }
    page.line(INDENT, &[(FAINT, heading)]);
    for citation in citations {
        passage::show(page, &checked.story, *citation, &Sought::default());
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn style(standing: Standing) -> Style {
    match standing {
        Standing::Good => GOOD,
        Standing::Open => STRONG,
        Standing::Wrong => BAD,
    }
}
