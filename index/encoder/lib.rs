//! Text → a vector for each of its tokens, by a small encoder (all-MiniLM-L6-v2) whose weights are part of the program;
//! and two texts → whether the one answers the other, by layers trained for that.
//! Products of whole numbers and one order of additions make the vectors the same on every machine. It knows no story.

mod arithmetic;
mod model;
mod products;
mod reader;
mod transformer;
mod vectors;
mod wordpiece;

use std::sync::OnceLock;

pub use model::ModelError;
pub use reader::{PairReader, Seen};
pub use vectors::{VectorError, Vectors};
pub use wordpiece::Token;

use model::Model;
use wordpiece::Wordpiece;

/// The weights that ship, as `pack` writes them.
static SHIPPED: &[u8] = include_bytes!("../models/minilm.bin");

/// The most tokens of a text that are read, the two that enclose it included.
pub const MOST_TOKENS: usize = 128;

/// A text's tokens and the vector of each.
#[derive(Clone, Debug, PartialEq)]
pub struct Encoding {
    /// The tokens in order; the first and the last stand for the whole text and have no letters.
    pub tokens: Vec<Token>,
    /// A vector for each of them.
    pub vectors: Vectors,
}

/// A tokenizer and the weights that belong to it.
#[derive(Debug)]
pub struct Encoder {
    wordpiece: Wordpiece,
    model: Model,
}

impl Encoder {
    /// The encoder that ships with the program.
    pub fn shipped() -> &'static Self {
        static ENCODER: OnceLock<Encoder> = OnceLock::new();
        ENCODER.get_or_init(|| Self::new(SHIPPED).expect("the weights that ship are whole: a test reads them"))
    }

    /// Reads weights. Only sizes and small tables are read; the weights stay where they are mapped.
    ///
    /// # Errors
    /// When the bytes aren't what `pack` writes.
    pub fn new(bytes: &'static [u8]) -> Result<Self, ModelError> {
        let (vocabulary, model) = model::read(bytes)?;
        Ok(Self { wordpiece: Wordpiece::new(vocabulary)?, model })
    }

    /// What tells these weights from others: the checksum that `pack` wrote.
    pub fn fingerprint(&self) -> u32 {
        self.model.fingerprint
    }

    /// How many numbers a vector has.
    pub fn width(&self) -> usize {
        self.model.shape.hidden
    }

    /// The tokens of a text and a vector for each, which depends on all the others.
    pub fn encode(&self, text: &str) -> Encoding {
        let tokens = self.wordpiece.tokens(text, MOST_TOKENS);
        let pieces: Vec<u16> = tokens.iter().map(|token| token.piece).collect();
        let Model { embeddings, layers, shape, .. } = &self.model;
        let states = transformer::run((embeddings, layers, *shape), &pieces, pieces.len());
        Encoding { tokens, vectors: Vectors::rounded(&states, self.model.shape.hidden) }
    }

    /// The pieces of a text, the two that enclose it included, at most so many.
    fn pieces(&self, text: &str, most: usize) -> Vec<u16> {
        self.wordpiece.tokens(text, most).iter().map(|token| token.piece).collect()
    }
}

#[cfg(test)]
mod tests;
