//! Passages of a story that are shown beside an answer or in place of one.

use std::sync::Arc;

use verbatim_index::story::{Citation, Story};

/// Passages, the ones that fit best first.
#[derive(Clone, Debug)]
pub struct PassagesShown {
    /// The story.
    pub story: Arc<Story>,
    /// Whole sentences of it.
    pub passages: Vec<Citation>,
    /// What they are to the question.
    pub nearness: Nearness,
}

/// What passages are to the question that they were found for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Nearness {
    /// They stand below its answer.
    Further,
    /// It has no answer; they are none either.
    NoAnswer,
    /// None: they are the story, read on from a place.
    Reading,
}

/// Numbers of sentences as short words for a button's id.
pub mod sentence_numbers {
    use verbatim_index::story::{Citation, CitedSource, Story};

    const BASE: u32 = 36;
    const BETWEEN: char = '.';

    /// The numbers of the sentences in which article passages begin, each once and in the given order.
    pub fn of(story: &Story, passages: impl Iterator<Item = Citation>) -> Vec<usize> {
        let mut numbers = Vec::new();
        let of_article = passages.filter(|citation| citation.source == CitedSource::Article);
        for number in of_article.filter_map(|citation| story.document().sentence_at(citation.span)) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers
    }

    /// Numbers as a word.
    pub fn write(numbers: &[usize]) -> String {
        let written: Vec<String> = numbers.iter().map(|number| in_base(*number)).collect();
        written.join(&BETWEEN.to_string())
    }

    /// Numbers from a word; what is none is left out.
    pub fn read(word: &str) -> Vec<usize> {
        word.split(BETWEEN).filter_map(|number| usize::from_str_radix(number, BASE).ok()).collect()
    }

    fn in_base(mut number: usize) -> String {
        let mut digits = Vec::new();
        loop {
            digits.extend(char::from_digit((number % BASE as usize) as u32, BASE));
            number /= BASE as usize;
            if number == 0 {
                return digits.iter().rev().collect();
            }
        }
    }

    #[cfg(test)]
    mod tests {
        use proptest::prelude::*;

        use super::*;

        proptest! {
            #[test]
            fn what_is_written_is_read(numbers in prop::collection::vec(0usize..2_000_000, 1..12)) {
                prop_assert_eq!(read(&write(&numbers)), numbers);
            }

            #[test]
            fn any_word_can_be_read(word in "\\PC{0,40}") {
                let _ = read(&word);
            }
        }

        #[test]
        fn nothing_is_no_number() {
            assert!(read("").is_empty() && read("..!").is_empty());
        }
    }
}
