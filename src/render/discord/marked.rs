//! A message marked piece by piece, as an embed: each quotation, figure and sentence of it with what the story has of it,
//! or with whose words it is.

use std::ops::Range;

use verbatim_index::check::{Checked, Difference, Verdict};
use verbatim_index::quote::{QuoteCheck, QuoteVerdict};
use verbatim_index::story::{Citation, Story};

use super::buttons::Button;
use super::message::{Colour, Message};
use super::{blocks, checks, cut, headed, next, notice, strong};
use crate::render::differing;
use crate::render::language::Language;
use crate::render::words::{self, marked as said};
use crate::reply::{FigureMark, Found, Marked, Piece, Purpose};

/// The longest piece of the message that is repeated.
const PIECE: usize = 300;
/// How many passages are shown for a piece.
const PASSAGES: usize = 2;

/// The message that shows how another one stands to the story.
pub fn message(language: Language, marked: &Marked) -> Message {
    if marked.pieces.is_empty() {
        return notice(said::NOTHING_TO_MARK.in_language(language));
    }
    let mut blocks: Vec<String> = marked.pieces.iter().map(|piece| self::piece(language, marked, piece)).collect();
    if marked.left > 0 {
        blocks.push(said::not_looked_at(language, marked.left));
    }
    let mut embed = headed(language, &marked.story, Colour::Quiet);
    blocks::fill(language, &mut embed, &blocks);
    Message::public(embed).with_buttons(buttons(language, marked))
}

/// Where whose words it is was asked for, what can be asked about the first words that are the story's.
fn buttons(language: Language, marked: &Marked) -> Vec<Button> {
    let first = marked.pieces.iter().find_map(|piece| because(&piece.found).first().copied());
    match (marked.purpose, first) {
        (Purpose::Whose, Some(citation)) => next::about(language, &marked.story, citation),
        (Purpose::Whose, None) | (Purpose::Check, _) => Vec::new(),
    }
}

fn because(found: &Found) -> &[Citation] {
    match found {
        Found::Quotation { check, .. } => &check.because,
        Found::Claim { checked, .. } => &checked.because,
    }
}

/// A piece of the message with what the story has of it.
pub fn piece(language: Language, marked: &Marked, piece: &Piece) -> String {
    let text = |range: &Range<usize>| marked.text.get(range.clone()).unwrap_or_default();
    let shown = cut::escaped(text(&piece.typed), PIECE);
    let mut lines = match &piece.found {
        Found::Quotation { looked_for, check } => {
            let mut lines = vec![format!("“{shown}”")];
            lines.extend(quotation(language, &marked.story, text(looked_for), check));
            lines
        }
        Found::Claim { checked, figures } => {
            let mut lines = vec![format!("*{shown}*")];
            let claimed = (text(&piece.typed), checked, figures.as_slice());
            lines.extend(claim(language, &marked.story, &piece.typed, claimed));
            lines.extend(
                figures.iter().map(|figure| self::figure(language, &marked.story, text(&figure.typed), figure)),
            );
            lines
        }
    };
    let passages = because(&piece.found).iter().take(PASSAGES);
    lines.extend(passages.map(|citation| blocks::passage(language, &marked.story, *citation)));
    lines.join("\n")
}

fn quotation(language: Language, story: &Story, looked_for: &str, check: &QuoteCheck) -> Vec<String> {
    let mut lines = vec![strong(words::quote_verdict(check.verdict).in_language(language))];
    let differs = check.verdict != QuoteVerdict::Verbatim;
    let alterations = check.alterations.iter().filter(|_| differs);
    lines.extend(alterations.map(|alteration| checks::alteration(language, story, looked_for, alteration)));
    lines
}

/// The verdict and in what the story differs, but for the figures, which have lines of their own.
fn claim(
    language: Language,
    story: &Story,
    piece: &Range<usize>,
    marked: (&str, &Checked, &[FigureMark]),
) -> Vec<String> {
    let (claim, checked, figures) = marked;
    let mut lines = vec![strong(words::verdict(checked.verdict).in_language(language))];
    let is_figure = |difference: &&Difference| {
        let (start, end) = (piece.start + difference.claim.start, piece.start + difference.claim.end);
        figures.iter().any(|figure| figure.story.is_some() && figure.typed.start < end && start < figure.typed.end)
    };
    let others = checked.differences.iter().filter(|difference| !is_figure(difference));
    lines.extend(others.map(|difference| checks::difference(language, story, claim, difference)));
    lines
}

/// A figure of the message with its own verdict, and the story's where it has another.
fn figure(language: Language, story: &Story, typed: &str, figure: &FigureMark) -> String {
    let shown = format!("**{}**", cut::escaped(typed, PIECE));
    let verdict = words::verdict(figure.verdict).in_language(language);
    let told = figure.story.filter(|_| figure.verdict == Verdict::Contradicted);
    let told = told
        .map(|citation| format!(" “{}”", cut::escaped(differing::told(story, citation), PIECE)))
        .unwrap_or_default();
    format!("- {}{told}", said::figure_verdict(language, &shown, verdict))
}
