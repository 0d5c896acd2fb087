//! The encoder's arithmetic. Additions stand in one order and nothing is fused, so that wider instructions give the
//! same numbers; `exp` is worked out here because the systems' own differ in the last digit. All of it is inlined into
//! the one function that was compiled for the machine's widest instructions.

use crate::model::{Linear, Norm};
use crate::products::{Products, TOGETHER};

/// What the largest value of a token becomes when it is rounded. With weights of seven bits and a sign, the sum of
/// 1,536 products stays within 32 bits.
const LARGEST: f32 = 8191.0;
/// Added under the root when a token is normalised, as in training.
const NORM_EPSILON: f32 = 1e-12;
/// How many partial sums stand side by side.
const LANES: usize = 8;

/// Tokens rounded to whole numbers, each with its own scale.
pub(crate) struct Rounded {
    width: usize,
    values: Vec<i16>,
    scales: Vec<f32>,
}

impl Rounded {
    /// Rounds tokens of the given width.
    #[inline(always)]
    pub(crate) fn new(tokens: &[f32], width: usize) -> Self {
        let mut rounded = Self { width, values: vec![0; tokens.len()], scales: vec![0.0; tokens.len() / width] };
        let places = rounded.values.chunks_exact_mut(width).zip(&mut rounded.scales);
        for (token, (values, scale)) in tokens.chunks_exact(width).zip(places) {
            let largest = largest(token, 0.0, f32::abs);
            *scale = largest / LARGEST;
            let factor = if largest > 0.0 { LARGEST / largest } else { 0.0 };
            for (place, value) in values.iter_mut().zip(token) {
                *place = whole(value * factor) as i16;
            }
        }
        rounded
    }
}

/// Every token through a layer that multiplies.
#[inline(always)]
pub(crate) fn multiply(layer: &Linear, tokens: &Rounded, by: impl Products) -> Vec<f32> {
    let width = layer.bias.len();
    let mut outputs = vec![0.0; width * tokens.scales.len()];
    for (row, weights) in layer.rows.chunks_exact(layer.inputs).enumerate() {
        let (scale, bias) = (layer.scales[row], layer.bias[row]);
        let several = tokens.values.chunks_exact(TOGETHER * tokens.width);
        let rest = several.remainder().chunks_exact(tokens.width);
        let (scales, rest_of_scales) = tokens.scales.as_chunks::<TOGETHER>();
        let mut place = row;
        for (several, of_tokens) in several.zip(scales) {
            let products = by.of_several(several, weights);
            for number in 0..TOGETHER {
                outputs[place + number * width] = products[number] as f32 * (scale * of_tokens[number]) + bias;
            }
            place += TOGETHER * width;
        }
        for (token, of_token) in rest.zip(rest_of_scales) {
            outputs[place] = by.of_one(token, weights) as f32 * (scale * of_token) + bias;
            place += width;
        }
    }
    outputs
}

/// Adds to every token what is given and normalises it.
#[inline(always)]
pub(crate) fn add_and_normalise(norm: &Norm, tokens: &mut [f32], added: &[f32]) {
    for (token, added) in tokens.chunks_exact_mut(norm.bias.len()).zip(added.chunks_exact(norm.bias.len())) {
        add_and_normalise_one(norm, token, added);
    }
}

/// The smooth step (GELU) on every value.
#[inline(always)]
pub(crate) fn bend(values: &mut [f32]) {
    for value in values {
        *value = gelu(*value);
    }
}

/// What each token takes from all others: the attention of all heads.
#[inline(always)]
pub(crate) fn attend(heads: usize, width: usize, (query, key, value): (&[f32], &[f32], &[f32])) -> Vec<f32> {
    let mut outputs = vec![0.0; query.len()];
    let mut work = Attention { width, head: width / heads, scores: vec![0.0; query.len() / width] };
    for head in 0..heads {
        work.one_head(head, (query, key, value), &mut outputs);
    }
    outputs
}

#[inline(always)]
fn add_and_normalise_one(norm: &Norm, token: &mut [f32], added: &[f32]) {
    for (value, added) in token.iter_mut().zip(added) {
        *value += added;
    }
    let width = token.len() as f32;
    let mean = sum(token, |value| value) / width;
    let variance = sum(token, |value| (value - mean) * (value - mean)) / width;
    let factor = 1.0 / (variance + NORM_EPSILON).sqrt();
    for (value, (weight, bias)) in token.iter_mut().zip(norm.weight.iter().zip(&norm.bias)) {
        *value = (*value - mean) * factor * weight + bias;
    }
}

/// A sum in one order: every eighth value side by side, then the eight sums in turn.
#[inline(always)]
fn sum(values: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0.0; LANES];
    for eight in values.chunks_exact(LANES) {
        for (sum, value) in sums.iter_mut().zip(eight) {
            *sum += of(*value);
        }
    }
    let rest = values.chunks_exact(LANES).remainder();
    sums.iter().copied().chain(rest.iter().map(|value| of(*value))).sum()
}

struct Attention {
    width: usize,
    head: usize,
    scores: Vec<f32>,
}

impl Attention {
    #[inline(always)]
    fn one_head(&mut self, head: usize, (query, key, value): (&[f32], &[f32], &[f32]), outputs: &mut [f32]) {
        let range = head * self.head..(head + 1) * self.head;
        let scale = 1.0 / (self.head as f32).sqrt();
        for (asking, output) in query.chunks_exact(self.width).zip(outputs.chunks_exact_mut(self.width)) {
            for (score, asked) in self.scores.iter_mut().zip(key.chunks_exact(self.width)) {
                *score = dot(&asking[range.clone()], &asked[range.clone()]) * scale;
            }
            soften(&mut self.scores);
            let output = &mut output[range.clone()];
            for (score, given) in self.scores.iter().zip(value.chunks_exact(self.width)) {
                for (place, given) in output.iter_mut().zip(&given[range.clone()]) {
                    *place += score * given;
                }
            }
        }
    }
}

#[inline(always)]
fn dot(first: &[f32], second: &[f32]) -> f32 {
    let mut sums = [0.0; LANES];
    for (first, second) in first.chunks_exact(LANES).zip(second.chunks_exact(LANES)) {
        for (sum, (first, second)) in sums.iter_mut().zip(first.iter().zip(second)) {
            *sum += first * second;
        }
    }
    sums.iter().sum()
}

/// Scores as parts of one (softmax).
#[inline(always)]
fn soften(scores: &mut [f32]) {
    let largest = largest(scores, f32::MIN, |score| score);
    for score in scores.iter_mut() {
        *score = exp(*score - largest);
    }
    let factor = 1.0 / sum(scores, |score| score);
    for score in scores.iter_mut() {
        *score *= factor;
    }
}

/// GELU by the error function, after Abramowitz and Stegun, 7.1.26 (error below 1.5e-7).
#[inline(always)]
fn gelu(value: f32) -> f32 {
    let x = value.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let series = ((((1.061_405_4 * t - 1.453_152_1) * t + 1.421_413_8) * t - 0.284_496_72) * t + 0.254_829_6) * t;
    let error = (1.0 - series * exp(-x * x)).copysign(value);
    0.5 * value * (1.0 + error)
}

/// e to the power of a number, by its series on the rest of a power of two (Cody and Waite's split of ln 2).
#[inline(always)]
fn exp(value: f32) -> f32 {
    let value = if value > -87.0 { value } else { -87.0 };
    let value = if value < 88.0 { value } else { 88.0 };
    let whole = whole(value * std::f32::consts::LOG2_E);
    let power = whole as f32;
    let rest = value - power * 0.693_359_4 + power * 2.121_944_4e-4;
    let series =
        1.0 + rest * (1.0 + rest * (0.5 + rest * (0.166_666_67 + rest * (0.041_666_668 + rest * 0.008_333_334))));
    series * f32::from_bits(((whole + 127) << 23) as u32)
}

/// The nearest whole number of one below four million: adding this leaves it in the last bits. A cast, which must see to
/// all that is no such number, can't be done for several side by side.
#[inline(always)]
fn whole(value: f32) -> i32 {
    const SHIFTS_TO_LAST_BITS: f32 = 12_582_912.0;
    (value + SHIFTS_TO_LAST_BITS).to_bits() as i32 - SHIFTS_TO_LAST_BITS.to_bits() as i32
}

/// The largest of values, or what is given where none is larger.
#[inline(always)]
fn largest(values: &[f32], least: f32, of: impl Fn(f32) -> f32) -> f32 {
    let mut largest = [least; LANES];
    let larger = |place: &mut f32, value: f32| *place = if value > *place { value } else { *place };
    for eight in values.chunks_exact(LANES) {
        for (place, value) in largest.iter_mut().zip(eight) {
            larger(place, of(*value));
        }
    }
    for value in values.chunks_exact(LANES).remainder() {
        larger(&mut largest[0], of(*value));
    }
    largest.iter().fold(least, |largest, value| if *value > largest { *value } else { largest })
}

#[cfg(test)]
mod tests {
    use super::{exp, gelu, whole};

    #[test]
    fn powers_of_e_are_right_to_six_digits() {
        for step in -800..=800 {
            let value = step as f32 / 10.0;
            let (ours, right) = (f64::from(exp(value)), f64::from(value).exp());
            assert!((ours / right - 1.0).abs() < 4e-6, "{value}: {ours} for {right}");
        }
    }

    #[test]
    fn the_smooth_step_is_nothing_far_below_and_the_value_far_above() {
        assert_eq!(gelu(-20.0), 0.0);
        assert_eq!(gelu(20.0), 20.0);
        assert!((gelu(1.0) - 0.841_344_7).abs() < 1e-6);
    }

    #[test]
    fn numbers_are_rounded_to_the_nearest() {
        assert_eq!([whole(2.4), whole(2.6), whole(-2.6), whole(0.0)], [2, 3, -3, 0]);
    }
}
