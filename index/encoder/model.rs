//! The file of weights: which numbers stand where. Whole numbers of eight bits stay where they are mapped; only the
//! few others are read. It doesn't know what is done with them.

use thiserror::Error;

use crate::MOST_TOKENS;

/// How a file of weights begins.
const MAGIC: &[u8] = b"VERBATIM-ENCODER-1\n";

/// How a file of a reader's weights begins.
const JUDGE_MAGIC: &[u8] = b"VERBATIM-READER-1\n";
/// How many things a reader judges of two texts.
pub(crate) const JUDGED: usize = 4;

/// Why weights can't be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ModelError {
    /// The file doesn't begin as one of weights does.
    #[error("these are no weights of this program's encoder")]
    Foreign,
    /// The file ends too early, or goes on too long.
    #[error("the weights don't have the length that they tell")]
    Length,
    /// The vocabulary isn't in order or lacks the tokens that every text has.
    #[error("the vocabulary of the weights is damaged")]
    Vocabulary,
}

/// How large the encoder is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) hidden: usize,
    pub(crate) heads: usize,
    pub(crate) inner: usize,
}

/// The words' pieces, sorted, and where each ends.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vocabulary {
    pub(crate) ends: &'static [u8],
    pub(crate) letters: &'static [u8],
}

/// A layer that multiplies: a row of whole numbers with its scale for each output.
#[derive(Debug)]
pub(crate) struct Linear {
    pub(crate) inputs: usize,
    pub(crate) scales: Vec<f32>,
    pub(crate) bias: Vec<f32>,
    pub(crate) rows: &'static [u8],
}

/// A layer that normalises.
#[derive(Debug)]
pub(crate) struct Norm {
    pub(crate) weight: Vec<f32>,
    pub(crate) bias: Vec<f32>,
}

/// What a token begins with: its piece, its place, which text it is of.
#[derive(Debug)]
pub(crate) struct Embeddings {
    pub(crate) pieces: &'static [u8],
    pub(crate) piece_scales: &'static [u8],
    pub(crate) places: Vec<f32>,
    pub(crate) texts: Vec<f32>,
    pub(crate) norm: Norm,
}

/// One of the encoder's layers.
#[derive(Debug)]
pub(crate) struct Layer {
    pub(crate) query: Linear,
    pub(crate) key: Linear,
    pub(crate) value: Linear,
    pub(crate) attended: Linear,
    pub(crate) attended_norm: Norm,
    pub(crate) widened: Linear,
    pub(crate) narrowed: Linear,
    pub(crate) narrowed_norm: Norm,
}

/// All weights.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) fingerprint: u32,
    pub(crate) shape: Shape,
    pub(crate) embeddings: Embeddings,
    pub(crate) layers: Vec<Layer>,
}

/// A reader's weights: layers over the encoder's embeddings, and what the first token's state counts for each judgement.
#[derive(Debug)]
pub(crate) struct Judge {
    pub(crate) layers: Vec<Layer>,
    pub(crate) weights: Vec<f32>,
    pub(crate) bias: [f32; JUDGED],
}

/// Reads a file of a reader's weights.
pub(crate) fn read_judge(bytes: &'static [u8]) -> Result<Judge, ModelError> {
    let mut reader = Reader { rest: bytes.strip_prefix(JUDGE_MAGIC).ok_or(ModelError::Foreign)? };
    let shape = Shape { hidden: reader.size()?, heads: reader.size()?, inner: reader.size()? };
    let layers = reader.size()?;
    let layers = (0..layers).map(|_| reader.layer(shape)).collect::<Result<Vec<_>, _>>()?;
    let weights = reader.floats(JUDGED * shape.hidden)?;
    let bias = reader.floats(JUDGED)?.try_into().map_err(|_| ModelError::Length)?;
    if !reader.rest.is_empty() {
        return Err(ModelError::Length);
    }
    Ok(Judge { layers, weights, bias })
}

/// Reads a file of weights.
pub(crate) fn read(bytes: &'static [u8]) -> Result<(Vocabulary, Model), ModelError> {
    let bytes = bytes.strip_prefix(MAGIC).ok_or(ModelError::Foreign)?;
    let mut reader = Reader { rest: bytes };
    let fingerprint = reader.number()?;
    let pieces = reader.size()?;
    let shape = Shape { hidden: reader.size()?, heads: reader.size()?, inner: reader.size()? };
    let layers = reader.size()?;
    let letters = reader.size()?;
    let vocabulary = Vocabulary { ends: reader.take(4 * pieces)?, letters: reader.take(letters)? };
    let embeddings = Embeddings {
        piece_scales: reader.take(4 * pieces)?,
        pieces: reader.take(pieces * shape.hidden)?,
        places: reader.floats(MOST_TOKENS * shape.hidden)?,
        texts: reader.floats(2 * shape.hidden)?,
        norm: reader.norm(shape.hidden)?,
    };
    let layers = (0..layers).map(|_| reader.layer(shape)).collect::<Result<Vec<_>, _>>()?;
    let is_whole = reader.rest.is_empty() && shape.heads > 0 && shape.hidden.is_multiple_of(shape.heads);
    if !is_whole {
        return Err(ModelError::Length);
    }
    Ok((vocabulary, Model { fingerprint, shape, embeddings, layers }))
}

struct Reader {
    rest: &'static [u8],
}

impl Reader {
    fn take(&mut self, length: usize) -> Result<&'static [u8], ModelError> {
        let (taken, rest) = self.rest.split_at_checked(length).ok_or(ModelError::Length)?;
        self.rest = rest;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, ModelError> {
        let bytes = self.take(4)?;
        bytes.first_chunk().map(|four| u32::from_le_bytes(*four)).ok_or(ModelError::Length)
    }

    /// A number that counts something, small enough for every product of two to fit.
    fn size(&mut self) -> Result<usize, ModelError> {
        self.number()
            .ok()
            .and_then(|number| usize::try_from(number).ok())
            .filter(|size| *size < 1 << 24)
            .ok_or(ModelError::Length)
    }

    fn floats(&mut self, count: usize) -> Result<Vec<f32>, ModelError> {
        Ok(floats(self.take(4 * count)?).collect())
    }

    fn norm(&mut self, width: usize) -> Result<Norm, ModelError> {
        Ok(Norm { weight: self.floats(width)?, bias: self.floats(width)? })
    }

    fn linear(&mut self, inputs: usize, outputs: usize) -> Result<Linear, ModelError> {
        let (scales, bias) = (self.floats(outputs)?, self.floats(outputs)?);
        Ok(Linear { inputs, scales, bias, rows: self.take(inputs * outputs)? })
    }

    fn layer(&mut self, shape: Shape) -> Result<Layer, ModelError> {
        Ok(Layer {
            query: self.linear(shape.hidden, shape.hidden)?,
            key: self.linear(shape.hidden, shape.hidden)?,
            value: self.linear(shape.hidden, shape.hidden)?,
            attended: self.linear(shape.hidden, shape.hidden)?,
            attended_norm: self.norm(shape.hidden)?,
            widened: self.linear(shape.hidden, shape.inner)?,
            narrowed: self.linear(shape.inner, shape.hidden)?,
            narrowed_norm: self.norm(shape.hidden)?,
        })
    }
}

/// Numbers as they stand in a file.
pub(crate) fn floats(bytes: &[u8]) -> impl Iterator<Item = f32> + '_ {
    let (fours, _) = bytes.as_chunks::<4>();
    fours.iter().map(|four| f32::from_le_bytes(*four))
}
