//! The encoder's layers (BERT: Devlin et al. 2019) over the pieces of one text, or of two that are read together.

use pulp::NullaryFnOnce;

use crate::arithmetic::{self, Rounded};
use crate::model::{Embeddings, Layer, Shape, floats};
use crate::products::{Plain, Products};

/// A state for each piece after the last layer. Pieces from `second` on are of the second text.
pub(crate) fn run(model: (&Embeddings, &[Layer], Shape), pieces: &[u16], second: usize) -> Vec<f32> {
    #[cfg(target_arch = "x86_64")]
    {
        use pulp::x86::{V3, V4};

        if let Some(widest) = V4::try_new() {
            return widest.vectorize(Run { model, pieces, second, by: widest });
        }
        if let Some(wide) = V3::try_new() {
            return wide.vectorize(Run { model, pieces, second, by: wide });
        }
    }
    Run { model, pieces, second, by: Plain }.call()
}

struct Run<'r, P> {
    model: (&'r Embeddings, &'r [Layer], Shape),
    pieces: &'r [u16],
    second: usize,
    by: P,
}

impl<P: Products> NullaryFnOnce for Run<'_, P> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn call(self) -> Vec<f32> {
        let Self { model: (embeddings, layers, shape), pieces, second, by } = self;
        let mut states = embed(embeddings, shape, pieces, second);
        for layer in layers {
            pass(layer, shape, &mut states, by);
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
fn pass(layer: &Layer, shape: Shape, states: &mut [f32], by: impl Products) {
    let rounded = Rounded::new(states, shape.hidden);
    let query = arithmetic::multiply(&layer.query, &rounded, by);
    let key = arithmetic::multiply(&layer.key, &rounded, by);
    let value = arithmetic::multiply(&layer.value, &rounded, by);
    let taken = arithmetic::attend(shape.heads, shape.hidden, (&query, &key, &value));
    let attended = arithmetic::multiply(&layer.attended, &Rounded::new(&taken, shape.hidden), by);
    arithmetic::add_and_normalise(&layer.attended_norm, states, &attended);
    let mut widened = arithmetic::multiply(&layer.widened, &Rounded::new(states, shape.hidden), by);
    arithmetic::bend(&mut widened);
    let narrowed = arithmetic::multiply(&layer.narrowed, &Rounded::new(&widened, shape.inner), by);
    arithmetic::add_and_normalise(&layer.narrowed_norm, states, &narrowed);
}

#[cfg(test)]
mod tests {
    use pulp::NullaryFnOnce;

    use super::{Plain, Run, run};
    use crate::Encoder;

    #[test]
    fn the_narrowest_instructions_give_the_same_numbers_as_the_widest() {
        let model = &Encoder::shipped().model;
        let model = (&model.embeddings, model.layers.as_slice(), model.shape);
        let pieces: Vec<u16> = (0..42).map(|number| 2000 + 600 * number).collect();
        let bits = |states: &[f32]| states.iter().map(|state| state.to_bits()).collect::<Vec<u32>>();
        let widest = bits(&run(model, &pieces, 20));
        let narrow = Run { model, pieces: &pieces, second: 20, by: Plain }.call();
        assert_eq!(bits(&narrow), widest);
        #[cfg(target_arch = "x86_64")]
        if let Some(wide) = pulp::x86::V3::try_new() {
            let wide = wide.vectorize(Run { model, pieces: &pieces, second: 20, by: wide });
            assert_eq!(bits(&wide), widest);
        }
    }
}
