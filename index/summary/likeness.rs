//! How alike a story's sentences are: the cosine of their words, weighted by how rare they are. What a sentence has in
//! common with all others is summed by word, so that a long story costs no more a sentence than a short one.

use std::collections::{BTreeMap, HashMap};

use crate::answer::lookup::{Line, Lookup, Term};

/// The words of all lines, ready to be compared.
pub(super) struct Likeness {
    lines: Vec<Words>,
    /// Of each term, what the lines that hold it give to any line with it: their lengths, inverted and summed.
    held: HashMap<Term, f32>,
}

/// The words of one line that name something.
struct Words {
    /// Each term with its weight, times its occurrences; in the order of the terms.
    weights: Vec<(Term, f32)>,
    /// One over the length of the line's vector; 0 for a line without words.
    inverse_length: f32,
}

impl Likeness {
    /// Weighs the words of every line.
    pub(super) fn new(lookup: &Lookup) -> Self {
        let lines: Vec<Words> = lookup.lines.iter().map(|line| Words::new(lookup, line)).collect();
        let mut held: HashMap<Term, f32> = HashMap::new();
        for line in &lines {
            for (term, _) in &line.weights {
                *held.entry(*term).or_default() += line.inverse_length;
            }
        }
        Self { lines, held }
    }

    /// How alike a line is to another, from 0; 1 for the same words.
    pub(super) fn between(&self, first: usize, second: usize) -> f32 {
        let (first, second) = (&self.lines[first], &self.lines[second]);
        let mut others = second.weights.iter().map(|(term, _)| *term).peekable();
        let mut shared = 0.0;
        for (term, weight) in &first.weights {
            while others.next_if(|other| other < term).is_some() {}
            if others.peek() == Some(term) {
                shared += weight;
            }
        }
        shared * first.inverse_length * second.inverse_length
    }

    /// How alike a line is to the others on average.
    pub(super) fn to_others(&self, line: usize) -> f32 {
        let words = &self.lines[line];
        let of_others = |term| self.held.get(term).map_or(0.0, |held| held - words.inverse_length);
        let shared: f32 = words.weights.iter().map(|(term, weight)| weight * of_others(term)).sum();
        let others = self.lines.len().saturating_sub(1).max(1);
        shared * words.inverse_length / others as f32
    }
}

impl Words {
    fn new(lookup: &Lookup, line: &Line) -> Self {
        let mut weights: BTreeMap<Term, f32> = BTreeMap::new();
        for word in line.terms.iter().filter(|word| !word.function) {
            let rarity = lookup.rarity(lookup.frequency(word.term));
            *weights.entry(word.term).or_default() += rarity.powi(2);
        }
        let length = weights.values().sum::<f32>().sqrt();
        let inverse_length = if length > 0.0 { length.recip() } else { 0.0 };
        Self { weights: weights.into_iter().collect(), inverse_length }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{self, Format};
    use crate::span::Source;
    use crate::story::Story;

    fn story(text: &str) -> Story {
        Story::new("story", article::read(Source::new(text).unwrap(), Format::Plain), Vec::new())
    }

    #[test]
    fn what_is_summed_by_word_is_the_mean_of_all_pairs() {
        let text = "Dockers walk out over cranes.\n\nThe dockers of Hull want cranes stopped, and Hull wants ships.\n\n\
                    Ships wait off Hull. Ships wait, and ships drift. Nobody bakes bread.";
        let story = story(text);
        let likeness = Likeness::new(story.lookup());
        let lines = story.lookup().lines.len();
        assert_eq!(lines, 5);
        for line in 0..lines {
            let others = (0..lines).filter(|other| *other != line);
            let mean = others.map(|other| likeness.between(line, other)).sum::<f32>() / (lines - 1) as f32;
            assert!((likeness.to_others(line) - mean).abs() < 1e-5, "line {line}: {mean}");
        }
        assert_eq!(likeness.to_others(4), 0.0, "nothing else speaks of bread");
    }

    #[test]
    fn the_same_words_are_as_alike_as_can_be() {
        let story = story("Ships wait off Hull.\n\nShips wait off Hull. Bread is dear.");
        let likeness = Likeness::new(story.lookup());
        assert!((likeness.between(0, 1) - 1.0).abs() < 1e-5);
        assert_eq!(likeness.between(0, 2), 0.0);
    }

    #[test]
    fn a_story_of_one_sentence_is_like_no_other() {
        let story = story("Ships wait.");
        assert_eq!(Likeness::new(story.lookup()).to_others(0), 0.0);
    }
}
