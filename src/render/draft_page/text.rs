//! The draft's own words, paragraph by paragraph, each marked piece underlined with a label after it that leads to its
//! evidence.

use std::collections::BTreeSet;

use maud::{Markup, html};
use verbatim_index::article::Role;
use verbatim_index::draft::{Mark, Standing};
use verbatim_index::span::Span;

use super::{evidence_id, label_id, numbered};
use crate::render::words::draft as said;
use crate::render::words::draft_page as words;
use crate::reply::DraftChecked;

/// All blocks of the draft, those that weren't read too.
pub fn draft(checked: &DraftChecked) -> Markup {
    let document = checked.draft.document();
    let paragraphs = document.paragraphs();
    html! {
        @for block in &document.article().blocks {
            @match paragraphs.iter().find(|paragraph| paragraph.span == block.span) {
                Some(paragraph) => (self::paragraph(checked, paragraph.role, paragraph.span)),
                None => p.unread { span.label { (words::NOT_READ) } " " (document.text(block.span)) },
            }
        }
        @if document.article().blocks.is_empty() { p { (words::EMPTY) } }
    }
}

fn paragraph(checked: &DraftChecked, role: Role, span: Span) -> Markup {
    let words = pieces(checked, span);
    match role {
        Role::Headline | Role::Subheading => html! { h3 { (words) } },
        Role::Body | Role::Caption | Role::Boilerplate => html! { p { (words) } },
    }
}

/// The words cut wherever a mark begins or ends.
fn pieces(checked: &DraftChecked, span: Span) -> Markup {
    let marks: Vec<(usize, &Mark)> = numbered(checked).filter(|(_, mark)| span.overlaps(mark.at)).collect();
    let ends = marks.iter().flat_map(|(_, mark)| [mark.at.start(), mark.at.end()]);
    let within = |at: &usize| span.start() < *at && *at < span.end();
    let cuts: BTreeSet<usize> = ends.filter(within).chain([span.start(), span.end()]).collect();
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let source = checked.draft.document().source();
    let pieces = cuts.windows(2).filter_map(|ends| source.span(ends[0]..ends[1]).ok());
    html! {
        @for piece in pieces {
            (self::piece(checked, &marks, piece))
            @for (number, mark) in marks.iter().filter(|(_, mark)| mark.at.end() == piece.end()) { (label(*number, mark)) }
        }
    }
}

fn piece(checked: &DraftChecked, marks: &[(usize, &Mark)], piece: Span) -> Markup {
    let text = checked.draft.document().text(piece);
    let covering = marks.iter().filter(|(_, mark)| mark.at.contains(piece));
    match covering.map(|(_, mark)| mark.found.standing()).max() {
        Some(standing) => html! { span.marked.(said::standing(standing)) { (text) } },
        None => html! { (text) },
    }
}

/// What is right takes little room; what isn't is said.
fn label(number: usize, mark: &Mark) -> Markup {
    let standing = mark.found.standing();
    let sign = said::sign(standing);
    let spoken = words::label(number, said::kind(mark.found), said::label(mark.found));
    html! {
        a.label.(said::standing(standing)) id=(label_id(number)) href={ "#" (evidence_id(number)) } aria-label=(spoken) {
            (number) (sign)
            @if standing != Standing::Good { " " (said::label(mark.found)) }
        }
    }
}
