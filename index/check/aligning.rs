//! A claim's words beside a sentence's: the heaviest row of words that both have in the same order, and the gaps
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
    /// Aligns two rows of words; `likeness` says how much it counts that one stands beside the other, 0 for nothing.
    pub(super) fn new(rows: usize, columns: usize, likeness: impl Fn(usize, usize) -> u32) -> Self {
        let mut heaviest = vec![0u32; (rows + 1) * (columns + 1)];
        let at = |row: usize, column: usize| row * (columns + 1) + column;
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let beside = match likeness(row, column) {
                    0 => 0,
                    weight => weight + heaviest[at(row + 1, column + 1)],
                };
                let apart = heaviest[at(row + 1, column)].max(heaviest[at(row, column + 1)]);
                heaviest[at(row, column)] = beside.max(apart);
            }
        }
        let mut pairs = Vec::new();
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            let weight = likeness(row, column);
            let here = heaviest[at(row, column)];
            if weight > 0 && weight + heaviest[at(row + 1, column + 1)] == here {
                pairs.push((row, column));
                (row, column) = (row + 1, column + 1);
            } else if heaviest[at(row + 1, column)] == here {
                row += 1;
            } else {
                column += 1;
            }
        }
        let mut alignment = Self { pairs };
        alignment.tighten(likeness);
        alignment
    }

    /// Moves every pair as near to the next as the sentence allows: of a word that stands twice, the one in the clause.
    fn tighten(&mut self, likeness: impl Fn(usize, usize) -> u32) {
        for number in (0..self.pairs.len().saturating_sub(1)).rev() {
            let (row, column) = self.pairs[number];
            let weight = likeness(row, column);
            let later = (column + 1..self.pairs[number + 1].1).rev().find(|other| likeness(row, *other) == weight);
            self.pairs[number].1 = later.unwrap_or(column);
        }
    }

    /// The sentence's word beside a word of the claim.
    pub(super) fn beside(&self, claim: usize) -> Option<usize> {
        let number = self.pairs.binary_search_by_key(&claim, |pair| pair.0).ok()?;
        Some(self.pairs[number].1)
    }

    /// The claim's word beside a word of the sentence.
    pub(super) fn beside_story(&self, story: usize) -> Option<usize> {
        let number = self.pairs.binary_search_by_key(&story, |pair| pair.1).ok()?;
        Some(self.pairs[number].0)
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
