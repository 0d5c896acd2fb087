//! Where a run of tokens stands in the story with the fewest tokens changed: Sellers' approximate matching (1980),
//! which lets the match begin and end anywhere in the longer text.

use std::ops::Range;

use super::pieces::QuoteToken;

/// A stretch that differs, in tokens of either side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Differing {
    /// The quotation's tokens.
    pub(super) quote: Range<usize>,
    /// The story's tokens.
    pub(super) story: Range<usize>,
}

/// Where a quotation stands in the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Alignment {
    /// The story's tokens.
    pub(super) story: Range<usize>,
    /// How many tokens are changed, added or left out.
    pub(super) distance: usize,
    /// The stretches that differ, in order.
    pub(super) differences: Vec<Differing>,
}

impl Alignment {
    /// The same in a text with `tokens` more tokens before it.
    pub(super) fn moved(mut self, tokens: usize) -> Self {
        let shift = |range: &mut Range<usize>| *range = range.start + tokens..range.end + tokens;
        shift(&mut self.story);
        self.differences.iter_mut().for_each(|difference| shift(&mut difference.story));
        self
    }
}

/// The best place for `quote` in `story`, the first of several; `None` where either is empty.
pub(super) fn align(story: &[QuoteToken], quote: &[QuoteToken]) -> Option<Alignment> {
    if story.is_empty() || quote.is_empty() {
        return None;
    }
    if let Some(start) = find(story, quote) {
        return Some(Alignment { story: start..start + quote.len(), distance: 0, differences: Vec::new() });
    }
    let table = Table::new(story, quote);
    Some(table.trace(story, quote))
}

fn find(story: &[QuoteToken], quote: &[QuoteToken]) -> Option<usize> {
    let first = first_letter_folded(&quote[0].key);
    let starts_here = |at: &usize| {
        first_letter_folded(&story[*at].key) == first
            && story[*at + 1..*at + quote.len()].iter().zip(&quote[1..]).all(|(a, b)| a.key == b.key)
    };
    (0..(story.len() + 1).checked_sub(quote.len())?).find(starts_here)
}

fn first_letter_folded(key: &str) -> String {
    let mut letters = key.chars();
    letters.next().map_or(String::new(), |first| first.to_lowercase().chain(letters).collect())
}

fn is_same(story: &QuoteToken, quote: &QuoteToken, opens: bool) -> bool {
    story.key == quote.key || opens && first_letter_folded(&story.key) == first_letter_folded(&quote.key)
}

/// Distances of every beginning of the quotation that ends at every token of the story.
struct Table {
    columns: usize,
    distance: Vec<u16>,
}

impl Table {
    fn new(story: &[QuoteToken], quote: &[QuoteToken]) -> Self {
        let columns = story.len() + 1;
        let mut table = Self { columns, distance: vec![0; columns * (quote.len() + 1)] };
        for row in 1..=quote.len() {
            table.distance[row * columns] = row as u16;
            for column in 1..columns {
                let changed = u16::from(!is_same(&story[column - 1], &quote[row - 1], row == 1));
                let best = (table.at(row - 1, column - 1) + changed)
                    .min(table.at(row - 1, column) + 1)
                    .min(table.at(row, column - 1) + 1);
                table.distance[row * columns + column] = best;
            }
        }
        table
    }

    fn at(&self, row: usize, column: usize) -> u16 {
        self.distance[row * self.columns + column]
    }

    fn trace(&self, story: &[QuoteToken], quote: &[QuoteToken]) -> Alignment {
        let rows = quote.len();
        // Of equal places, one where the last words stand beside each other: one changed, not one left out.
        let ends_beside = |column: usize| {
            let changed = u16::from(!is_same(&story[column - 1], &quote[rows - 1], rows == 1));
            self.at(rows - 1, column - 1) + changed == self.at(rows, column)
        };
        let ends = 1..self.columns;
        let end = ends.min_by_key(|column| (self.at(rows, *column), !ends_beside(*column))).unwrap_or(0);
        let (mut row, mut column) = (rows, end);
        let mut differences: Vec<Differing> = Vec::new();
        while row > 0 {
            let here = self.at(row, column);
            let pairs = column > 0;
            let changed = pairs && !is_same(&story[column - 1], &quote[row - 1], row == 1);
            if pairs && self.at(row - 1, column - 1) + u16::from(changed) == here {
                (row, column) = (row - 1, column - 1);
                if changed {
                    add(&mut differences, row..row + 1, column..column + 1);
                }
            } else if self.at(row - 1, column) + 1 == here {
                row -= 1;
                add(&mut differences, row..row + 1, column..column);
            } else {
                column -= 1;
                add(&mut differences, row..row, column..column + 1);
            }
        }
        differences.reverse();
        Alignment { story: column..end, distance: self.at(rows, end) as usize, differences }
    }
}

/// Adds a difference in front, joined to the one that it adjoins.
fn add(differences: &mut Vec<Differing>, quote: Range<usize>, story: Range<usize>) {
    match differences.last_mut() {
        Some(next) if next.quote.start == quote.end && next.story.start == story.end => {
            next.quote.start = quote.start;
            next.story.start = story.start;
        }
        _ => differences.push(Differing { quote, story }),
    }
}
