//! The stretches of a plain text that stand apart: which lines make a paragraph, in hard-wrapped text and in text of
//! one paragraph a line. It doesn't say what a stretch is to its reader.

use super::shape;
use crate::span::{Source, Span};

/// Lines that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where they stand, a bullet included.
    pub span: Span,
    /// Whether the piece begins with a bullet or an item's number.
    pub item: bool,
}

/// The narrowest and widest columns at which people wrap text by hand or machine.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 40..=120;

/// Cuts a text into pieces, in order.
pub fn pieces(source: &Source) -> Vec<Piece> {
    let blocks = blocks(source);
    let width = wrap_width(&blocks);
    let mut pieces = Vec::new();
    for block in &blocks {
        let wrapped = width.filter(|width| is_wrapped(block, *width));
        join_lines(block, wrapped, &mut pieces);
    }
    pieces
}

#[derive(Clone, Copy)]
struct Line<'s> {
    span: Span,
    text: &'s str,
    width: usize,
    indent: usize,
}

/// Runs of lines with no blank line between.
fn blocks(source: &Source) -> Vec<Vec<Line<'_>>> {
    let mut blocks: Vec<Vec<Line<'_>>> = Vec::new();
    let mut block = Vec::new();
    for range in line_ranges(source.text()) {
        let start = range.start;
        match source.trimmed(range) {
            Some(span) => {
                let text = source.slice(span);
                block.push(Line { span, text, width: text.chars().count(), indent: span.start() - start });
            }
            None if block.is_empty() => {}
            None => blocks.push(std::mem::take(&mut block)),
        }
    }
    if !block.is_empty() {
        blocks.push(block);
    }
    blocks
}

/// The lines of a text by any of Unicode's line ends; a page or paragraph break counts as a blank line too.
fn line_ranges(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let mut end = at + character.len_utf8();
        match character {
            '\r' => end += characters.next_if(|(_, next)| *next == '\n').map_or(0, |_| 1),
            '\n' | '\u{B}' | '\u{85}' | '\u{2028}' => {}
            '\u{C}' | '\u{2029}' => ranges.push(start..at),
            _ => continue,
        }
        let is_break = matches!(character, '\u{C}' | '\u{2029}');
        ranges.push(if is_break { at..at } else { start..at });
        start = end;
    }
    ranges.push(start..text.len());
    ranges
}

/// The column at which the text seems to be wrapped: the widest line of those that have neighbours.
fn wrap_width(blocks: &[Vec<Line<'_>>]) -> Option<usize> {
    let with_neighbours = blocks.iter().filter(|block| block.len() > 1).flatten();
    let breakable = with_neighbours.filter(|line| line.text.contains(' '));
    let widest = breakable.map(|line| line.width).max()?;
    WRAP_WIDTHS.contains(&widest).then_some(widest)
}

/// In wrapped text a line ends where the next word would not have fitted; seven in ten is enough, as editors differ.
fn is_wrapped(block: &[Line<'_>], width: usize) -> bool {
    let pairs = block.len() - 1;
    let full = block.windows(2).filter(|pair| is_full(&pair[0], &pair[1], width)).count();
    pairs > 0 && full * 10 >= pairs * 7
}

fn is_full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    let first_word = next.text.split(char::is_whitespace).next().unwrap_or_default();
    line.width + 1 + first_word.chars().count() > width
}

fn join_lines(block: &[Line<'_>], wrapped: Option<usize>, pieces: &mut Vec<Piece>) {
    let mut previous: Option<&Line<'_>> = None;
    for line in block {
        let item = shape::is_item(line.text);
        let joined = previous.filter(|previous| !item && continues(previous, line, wrapped));
        match (joined, pieces.last_mut()) {
            (Some(_), Some(piece)) => piece.span = piece.span.cover(line.span),
            _ => pieces.push(Piece { span: line.span, item }),
        }
        previous = Some(line);
    }
}

fn continues(previous: &Line<'_>, line: &Line<'_>, wrapped: Option<usize>) -> bool {
    let ended = shape::ends_sentence(previous.text);
    match wrapped {
        Some(width) if is_full(previous, line, width) => !(ended && line.indent > previous.indent + 1),
        Some(_) => !ended && line.indent <= previous.indent + 1,
        None => !ended && previous.width >= *WRAP_WIDTHS.start() && line.text.starts_with(char::is_lowercase),
    }
}
