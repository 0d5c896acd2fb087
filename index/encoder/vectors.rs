//! Vectors of one length in eight bits a number, and how alike two are: a whole number, so that no machine's rounding
//! can change an order. They can be stored and read back.

use pulp::{Arch, Simd, WithSimd};
use thiserror::Error;

/// What the length of a vector becomes.
const LENGTH: f32 = 127.0;

/// Why stored vectors can't be used.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("there are {bytes} bytes for vectors of {width} numbers")]
pub struct VectorError {
    bytes: usize,
    width: usize,
}

/// Vectors of one length, rounded to eight bits a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vectors {
    width: usize,
    numbers: Vec<i8>,
}

impl Vectors {
    /// Rounds states to vectors of one length.
    pub(crate) fn rounded(states: &[f32], width: usize) -> Self {
        let mut numbers = Vec::with_capacity(states.len());
        for state in states.chunks_exact(width) {
            let length = state.iter().map(|number| number * number).sum::<f32>().sqrt();
            let factor = if length > 0.0 { LENGTH / length } else { 0.0 };
            numbers.extend(state.iter().map(|number| (number * factor).round() as i8));
        }
        Self { width, numbers }
    }

    /// No vectors yet, of the given width.
    pub fn empty(width: usize) -> Self {
        Self { width, numbers: Vec::new() }
    }

    /// Vectors as [`Vectors::bytes`] gave them.
    ///
    /// # Errors
    /// When the bytes are no whole number of vectors.
    pub fn from_bytes(width: usize, bytes: &[u8]) -> Result<Self, VectorError> {
        if width == 0 || !bytes.len().is_multiple_of(width) {
            return Err(VectorError { bytes: bytes.len(), width });
        }
        Ok(Self { width, numbers: bytes.iter().map(|byte| *byte as i8).collect() })
    }

    /// The vectors as bytes, one after the other.
    pub fn bytes(&self) -> impl Iterator<Item = u8> + '_ {
        self.numbers.iter().map(|number| *number as u8)
    }

    /// How many numbers a vector has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many vectors there are.
    pub fn len(&self) -> usize {
        self.numbers.len() / self.width
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// One of the vectors.
    pub fn get(&self, number: usize) -> Option<&[i8]> {
        self.numbers.get(number * self.width..(number + 1) * self.width)
    }

    /// The mean of all, rounded as they are: one vector for a whole text.
    pub fn mean(&self) -> Vec<i8> {
        let mut sums = vec![0.0_f32; self.width];
        for vector in self.numbers.chunks_exact(self.width) {
            sums.iter_mut().zip(vector).for_each(|(sum, number)| *sum += f32::from(*number));
        }
        Self::rounded(&sums, self.width).numbers
    }

    /// Adds a vector of the same width.
    pub fn push(&mut self, vector: &[i8]) {
        debug_assert_eq!(vector.len(), self.width);
        self.numbers.extend_from_slice(vector);
    }

    /// How alike a vector is to each of these, from -1 to 1: cosines.
    pub fn likeness(&self, vector: &[i8]) -> Vec<f32> {
        Arch::new().dispatch(Comparison { vector, others: self })
    }
}

struct Comparison<'c> {
    vector: &'c [i8],
    others: &'c Vectors,
}

impl WithSimd for Comparison<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _simd: S) -> Vec<f32> {
        let mut likeness = Vec::with_capacity(self.others.len());
        for other in self.others.numbers.chunks_exact(self.others.width) {
            likeness.push(product(self.vector, other) as f32 / (LENGTH * LENGTH));
        }
        likeness
    }
}

/// The sum of products; it can't wrap, and checking each addition would keep it from being done side by side.
#[inline(always)]
fn product(first: &[i8], second: &[i8]) -> i32 {
    let products = first.iter().zip(second).map(|(first, second)| i32::from(*first).wrapping_mul(i32::from(*second)));
    products.fold(0, i32::wrapping_add)
}
