//! A claim's words beside a sentence's: the longest run of words that both have in the same order, and the gaps
//! between.

use std::ops::Range;

/// Two gaps that stand at the same place: words of the claim and of the sentence, either may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// The claim's words.
    pub(super) claim: Range<usize>,
    /// The sentence's words.
    pub(super) story: Range<usize>,
}

/// The pairs of words that both have, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Alignment {
    /// Word of the claim, word of the sentence.
    pub(super) pairs: Vec<(usize, usize)>,
}

impl Alignment {
    /// Aligns two rows of keys.
    pub(super) fn new<K: PartialEq>(claim: &[K], story: &[K]) -> Self {
        let (rows, columns) = (claim.len(), story.len());
        let mut longest = vec![0u16; (rows + 1) * (columns + 1)];
        let at = |row: usize, column: usize| row * (columns + 1) + column;
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                longest[at(row, column)] = if claim[row] == story[column] {
                    longest[at(row + 1, column + 1)] + 1
                } else {
                    longest[at(row + 1, column)].max(longest[at(row, column + 1)])
                };
            }
        }
        let mut pairs = Vec::new();
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            if claim[row] == story[column] {
                pairs.push((row, column));
                (row, column) = (row + 1, column + 1);
            } else if longest[at(row + 1, column)] >= longest[at(row, column + 1)] {
                row += 1;
            } else {
                column += 1;
            }
        }
        Self { pairs }
    }

    /// The gaps between the pairs; what the sentence has before the first pair and after the last is no gap unless
    /// the claim has words there too.
    pub(super) fn gaps(&self, claim_words: usize, story_words: usize) -> Vec<Gap> {
        let mut gaps = Vec::new();
        let (mut claim, mut story) = (0, 0);
        for (row, column) in &self.pairs {
            gaps.push(Gap { claim: claim..*row, story: story..*column });
            (claim, story) = (row + 1, column + 1);
        }
        gaps.push(Gap { claim: claim..claim_words, story: story..story_words });
        let last = gaps.len() - 1;
        let is_outer = |number: usize| number == 0 || number == last;
        let numbered = gaps.into_iter().enumerate();
        let real = numbered.filter(|(number, gap)| match (gap.claim.is_empty(), gap.story.is_empty()) {
            (true, true) => false,
            (true, false) => !is_outer(*number),
            _ => true,
        });
        real.map(|(_, gap)| gap).collect()
    }

    /// The sentence's words from the first to the last that the claim has too.
    pub(super) fn window(&self) -> Range<usize> {
        match (self.pairs.first(), self.pairs.last()) {
            (Some(first), Some(last)) => first.1..last.1 + 1,
            _ => 0..0,
        }
    }
}
