//! A text marked piece by piece.

use verbatim_index::story::Citation;

use super::page::{FAINT, Page, STRONG};
use super::passage::{self, Sought};
use super::{checks, words};
use crate::render::language::Language;
use crate::render::words::marked as said;
use crate::reply::{Found, Marked, PassagesShown, Piece, Purpose};

const INDENT: usize = 4;

/// A text with what the story has of each piece.
pub fn marked(page: &mut Page, marked: &Marked) {
    if marked.pieces.is_empty() {
        return page.plain(said::NOTHING_TO_MARK.english());
    }
    for piece in &marked.pieces {
        self::piece(page, marked, piece);
    }
    if marked.left > 0 {
        page.styled(FAINT, &said::not_looked_at(Language::English, marked.left));
    }
}

fn piece(page: &mut Page, marked: &Marked, piece: &Piece) {
    let text = |range: &std::ops::Range<usize>| marked.text.get(range.clone()).unwrap_or_default();
    let typed = text(&piece.typed);
    match &piece.found {
        Found::Quotation { looked_for, check } => {
            page.styled(STRONG, &format!("“{typed}”"));
            match marked.purpose {
                Purpose::Check => checks::found_quotation(page, &marked.story, text(looked_for), check),
                Purpose::Whose => whose(page, marked, &check.because, words::quote_verdict(check.verdict).english()),
            }
        }
        Found::Claim { checked, figures } => {
            page.styled(STRONG, typed);
            match marked.purpose {
                Purpose::Check => checks::part(page, &marked.story, typed, checked),
                Purpose::Whose => whose(page, marked, &checked.because, words::verdict(checked.verdict).english()),
            }
            for figure in figures {
                let verdict = words::verdict(figure.verdict).english();
                page.line(INDENT, &[(STRONG, text(&figure.typed)), (FAINT, "  "), (FAINT, verdict)]);
            }
        }
    }
}

/// Whose words the story's passages are, where it has any.
fn whose(page: &mut Page, marked: &Marked, because: &[Citation], verdict: &str) {
    page.styled(FAINT, verdict);
    for citation in because {
        passage::show(page, &marked.story, *citation, &Sought::default());
    }
}

/// Passages beside an answer.
pub fn passages(page: &mut Page, shown: &PassagesShown) {
    for citation in &shown.passages {
        passage::show(page, &shown.story, *citation, &Sought::default());
    }
}
