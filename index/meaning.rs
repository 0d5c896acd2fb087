//! What sentences mean, token by token: how near a story's sentences are to a question whose words they needn't share
//! (late interaction: ColBERT, Khattab and Zaharia 2020). It says how near, never whether a sentence answers.

use std::collections::HashMap;
use std::ops::Range;

use verbatim_encoder::{Encoder, Encoding, Vectors};

use crate::document::{Document, Sentence};
use crate::language::stems;
use crate::question::function_words;

mod stored;

/// How much a word counts that only holds the question together, of one that names something.
const FUNCTION_WORD: f32 = 0.5;
/// How near the sentence before counts: a sentence goes on about what was just named.
const BY_PREVIOUS: f32 = 0.7;

/// The most sentences of a story whose meaning is looked at.
const MOST_SENTENCES: usize = 500;
/// How finely a word's rarity is measured.
const RARITY_STEPS: f32 = 1024.0;

/// The vectors of a story's numbered sentences.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryMeaning {
    vectors: Vectors,
    /// Where the tokens of each sentence end.
    ends: Vec<u32>,
    /// How many sentences hold each piece of a word.
    frequency: HashMap<u16, u32>,
}

/// How near each numbered sentence of a story is to a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Likeness {
    /// The mean of the question's token vectors, rounded as they are.
    pub(crate) mean: Vec<i8>,
    /// The question's tokens that count.
    pub tokens: Vec<AskedToken>,
    /// For each sentence how near its nearest token is to each of the question's, a cosine.
    nearest: Vec<f32>,
    /// For each sentence the weighted mean of that, the sentence before counted in.
    whole: Vec<f32>,
}

/// A token of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedToken {
    /// The word as it was typed.
    pub word: String,
    /// How much it counts; all tokens' weights sum up to 1.
    pub weight: f32,
}

impl StoryMeaning {
    /// Whether a document is short enough to be read.
    pub fn can_be_of(document: &Document) -> bool {
        numbered(document).count() <= MOST_SENTENCES
    }

    /// Reads a document's numbered sentences.
    pub fn of(document: &Document) -> Self {
        let encoder = Encoder::shipped();
        let mut meaning =
            Self { vectors: Vectors::empty(encoder.width()), ends: Vec::new(), frequency: HashMap::new() };
        for sentence in numbered(document) {
            meaning.add(&encoder.encode(document.text(sentence.span)));
        }
        meaning
    }

    /// How many sentences there are.
    pub fn sentences(&self) -> usize {
        self.ends.len()
    }

    fn bytes_in_memory(&self) -> usize {
        self.vectors.len() * self.vectors.width() + self.ends.len() * 4 + self.frequency.len() * 12
    }

    /// How near each sentence is to what was typed.
    pub fn likeness(&self, typed: &str) -> Likeness {
        let asked = Encoder::shipped().encode(typed);
        let (tokens, places) = self.weigh(typed, &asked);
        let mut nearest = vec![0.0_f32; tokens.len() * self.ends.len()];
        for (number, place) in places.iter().enumerate() {
            let likeness = asked.vectors.get(*place).map(|vector| self.vectors.likeness(vector)).unwrap_or_default();
            for (sentence, range) in self.ranges().enumerate() {
                let of_tokens = likeness.get(range).unwrap_or_default().iter();
                nearest[sentence * tokens.len() + number] = of_tokens.fold(0.0, |nearest, one| one.max(nearest));
            }
        }
        let mut likeness = Likeness { mean: asked.vectors.mean(), tokens, nearest, whole: Vec::new() };
        likeness.whole = (0..self.ends.len()).map(|sentence| likeness.with_previous(sentence)).collect();
        likeness
    }

    fn add(&mut self, encoding: &Encoding) {
        let enclosed = 1..encoding.tokens.len().saturating_sub(1);
        let mut pieces: Vec<u16> = encoding.tokens[enclosed.clone()].iter().map(|token| token.piece).collect();
        enclosed.filter_map(|place| encoding.vectors.get(place)).for_each(|vector| self.vectors.push(vector));
        self.ends.push(self.vectors.len() as u32);
        pieces.sort_unstable();
        pieces.dedup();
        self.count(pieces);
    }

    fn count(&mut self, pieces: Vec<u16>) {
        for piece in pieces {
            *self.frequency.entry(piece).or_default() += 1;
        }
    }

    fn ranges(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| start as usize..*end as usize)
    }

    /// The tokens that count, with their weights and their places in the encoding: rare ones more, marks not at all.
    fn weigh(&self, typed: &str, asked: &Encoding) -> (Vec<AskedToken>, Vec<usize>) {
        let mut tokens = Vec::new();
        let mut places = Vec::new();
        for (place, token) in asked.tokens.iter().enumerate() {
            let word = typed.get(token.word.clone()).unwrap_or_default();
            if word.contains(char::is_alphanumeric) {
                let weight = self.rarity(token.piece) * if is_function_word(word) { FUNCTION_WORD } else { 1.0 };
                tokens.push(AskedToken { word: word.to_owned(), weight });
                places.push(place);
            }
        }
        let whole: f32 = tokens.iter().map(|token| token.weight).sum();
        tokens.iter_mut().for_each(|token| token.weight /= whole.max(f32::EPSILON));
        (tokens, places)
    }

    /// How much a piece tells by how few sentences hold it, from 0 to 1 (BM25's inverse document frequency).
    fn rarity(&self, piece: u16) -> f32 {
        let sentences = self.ends.len() as f32;
        let Some(frequency) = self.frequency.get(&piece).map(|frequency| *frequency as f32) else { return 1.0 };
        let rarity = (1.0 + (sentences - frequency + 0.5) / (frequency + 0.5)).ln() / (1.0 + sentences).ln();
        // The systems' logarithms differ in the last digit.
        (rarity * RARITY_STEPS).round() / RARITY_STEPS
    }
}

impl Likeness {
    /// How near a sentence is as a whole, from 0 to 1.
    pub fn of_sentence(&self, sentence: usize) -> f32 {
        self.whole.get(sentence).copied().unwrap_or_default()
    }

    /// How near the sentence's nearest token is to each of the question's, from 0 to 1.
    pub fn of_tokens(&self, sentence: usize) -> &[f32] {
        let width = self.tokens.len();
        self.nearest.get(sentence * width..(sentence + 1) * width).unwrap_or_default()
    }

    /// How far a sentence is ahead of the nearest other one; below 0 where another is nearer.
    pub fn margin(&self, sentence: usize) -> f32 {
        let others = self.whole.iter().enumerate().filter(|(other, _)| *other != sentence);
        self.of_sentence(sentence) - others.map(|(_, likeness)| *likeness).fold(0.0, f32::max)
    }

    fn with_previous(&self, sentence: usize) -> f32 {
        let previous = sentence.checked_sub(1).map_or(&[][..], |previous| self.of_tokens(previous));
        let carried = previous.iter().map(|likeness| BY_PREVIOUS * likeness).chain(std::iter::repeat(0.0));
        let nearest = self.of_tokens(sentence).iter().zip(carried).map(|(own, carried)| own.max(carried));
        nearest.zip(&self.tokens).map(|(nearest, token)| nearest * token.weight).sum()
    }
}

fn numbered(document: &Document) -> impl Iterator<Item = &Sentence> {
    document.sentences().iter().filter(|sentence| sentence.number.is_some())
}

fn is_function_word(word: &str) -> bool {
    function_words::is_function_word(&stems::fold(word))
}

#[cfg(test)]
mod tests;
