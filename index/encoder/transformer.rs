//! The encoder's layers (BERT: Devlin et al. 2019) over the pieces of one text, or of two that are read together.

use pulp::{Arch, Simd, WithSimd};

use crate::arithmetic::{self, Rounded};
use crate::model::{Embeddings, Layer, Shape, floats};

/// A state for each piece after the last layer. Pieces from `second` on are of the second text.
pub(crate) fn run(model: (&Embeddings, &[Layer], Shape), pieces: &[u16], second: usize) -> Vec<f32> {
    Arch::new().dispatch(Run { model, pieces, second })
}

struct Run<'r> {
    model: (&'r Embeddings, &'r [Layer], Shape),
    pieces: &'r [u16],
    second: usize,
}

impl WithSimd for Run<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn with_simd<S: Simd>(self, _simd: S) -> Vec<f32> {
        let Self { model: (embeddings, layers, shape), pieces, second } = self;
        let mut states = embed(embeddings, shape, pieces, second);
        for layer in layers {
            pass(layer, shape, &mut states);
        }
        states
    }
}

#[inline(always)]
fn embed(embeddings: &Embeddings, shape: Shape, pieces: &[u16], second: usize) -> Vec<f32> {
    let mut states = Vec::with_capacity(pieces.len() * shape.hidden);
    let mut added = Vec::with_capacity(pieces.len() * shape.hidden);
    for (place, piece) in pieces.iter().map(|piece| usize::from(*piece)).enumerate() {
        let scale = floats(&embeddings.piece_scales[4 * piece..4 * piece + 4]).sum::<f32>();
        let row = &embeddings.pieces[piece * shape.hidden..(piece + 1) * shape.hidden];
        states.extend(row.iter().map(|weight| f32::from(*weight as i8) * scale));
        let text = usize::from(place >= second);
        let text = &embeddings.texts[text * shape.hidden..(text + 1) * shape.hidden];
        let place = &embeddings.places[place * shape.hidden..(place + 1) * shape.hidden];
        added.extend(text.iter().zip(place).map(|(text, place)| text + place));
    }
    arithmetic::add_and_normalise(&embeddings.norm, &mut states, &added);
    states
}

#[inline(always)]
fn pass(layer: &Layer, shape: Shape, states: &mut [f32]) {
    let rounded = Rounded::new(states, shape.hidden);
    let query = arithmetic::multiply(&layer.query, &rounded);
    let key = arithmetic::multiply(&layer.key, &rounded);
    let value = arithmetic::multiply(&layer.value, &rounded);
    let taken = arithmetic::attend(shape.heads, shape.hidden, (&query, &key, &value));
    let attended = arithmetic::multiply(&layer.attended, &Rounded::new(&taken, shape.hidden));
    arithmetic::add_and_normalise(&layer.attended_norm, states, &attended);
    let mut widened = arithmetic::multiply(&layer.widened, &Rounded::new(states, shape.hidden));
    arithmetic::bend(&mut widened);
    let narrowed = arithmetic::multiply(&layer.narrowed, &Rounded::new(&widened, shape.inner));
    arithmetic::add_and_normalise(&layer.narrowed_norm, states, &narrowed);
}

#[cfg(test)]
mod tests {
    use pulp::{Scalar, WithSimd};

    use super::{Run, run};
    use crate::Encoder;

    #[test]
    fn the_narrowest_instructions_give_the_same_numbers_as_the_widest() {
        let model = &Encoder::shipped().model;
        let model = (&model.embeddings, model.layers.as_slice(), model.shape);
        let pieces: Vec<u16> = (0..40).map(|number| 2000 + 600 * number).collect();
        let narrow = Run { model, pieces: &pieces, second: 20 }.with_simd(Scalar::new());
        let bits = |states: &[f32]| states.iter().map(|state| state.to_bits()).collect::<Vec<u32>>();
        assert_eq!(bits(&narrow), bits(&run(model, &pieces, 20)));
    }
}
