//! Two texts read together → whether the second answers or bears out the first, by layers trained for this on the
//! encoder's own tokens. It says how likely, never what to do about it.

use std::sync::OnceLock;

use crate::model::{self, Judge, ModelError};
use crate::{Encoder, MOST_TOKENS, transformer};

/// The weights that ship, as `pack` writes them.
static SHIPPED: &[u8] = include_bytes!("../models/reader.bin");

/// How finely what the reader sees is measured.
const STEPS: f32 = 256.0;

/// What the reader sees in a question or claim and a passage, as log-odds: above 0 is more likely than not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// That the passage answers the question.
    pub answers: f32,
    /// That the passage says what the claim says; of this and the next two, the largest is the likeliest.
    pub supports: f32,
    /// That the passage says otherwise.
    pub contradicts: f32,
    /// That the passage leaves the claim open.
    pub leaves_open: f32,
}

/// Layers trained to judge two texts.
#[derive(Debug)]
pub struct PairReader {
    judge: Judge,
}

impl PairReader {
    /// The reader that ships with the program.
    pub fn shipped() -> &'static Self {
        static READER: OnceLock<PairReader> = OnceLock::new();
        READER.get_or_init(|| Self::new(SHIPPED).expect("the weights that ship are whole: a test reads them"))
    }

    /// Reads weights; they stay where they are mapped.
    ///
    /// # Errors
    /// When the bytes aren't what `pack` writes.
    pub fn new(bytes: &'static [u8]) -> Result<Self, ModelError> {
        Ok(Self { judge: model::read_judge(bytes)? })
    }

    /// Reads a question or claim and a passage together; of a long passage the beginning.
    pub fn read(&self, asked: &str, passage: &str) -> Seen {
        let encoder = Encoder::shipped();
        let mut pieces = encoder.pieces(asked, MOST_TOKENS / 2);
        let second = pieces.len();
        pieces.extend(encoder.pieces(passage, MOST_TOKENS - second + 1).into_iter().skip(1));
        let model = &encoder.model;
        let states = transformer::run((&model.embeddings, &self.judge.layers, model.shape), &pieces, second);
        let [answers, supports, contradicts, leaves_open] = self.judge.weigh(&states[..model.shape.hidden]);
        Seen { answers, supports, contradicts, leaves_open }
    }
}

impl Judge {
    fn weigh(&self, state: &[f32]) -> [f32; model::JUDGED] {
        let mut weighed = self.bias;
        for (sum, weights) in weighed.iter_mut().zip(self.weights.chunks_exact(state.len())) {
            *sum += state.iter().zip(weights).map(|(value, weight)| value * weight).sum::<f32>();
            *sum = (*sum * STEPS).round() / STEPS;
        }
        weighed
    }
}
