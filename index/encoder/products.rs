//! The sums of products of whole numbers that nearly all the encoder's time goes into, by the widest instructions that the
//! machine has. They are exact, so that every machine gives the same. What they are for stands in `arithmetic`.

/// How many tokens are multiplied side by side, so that weights are loaded and widened once for all of them.
pub(crate) const TOGETHER: usize = 4;

/// Multiplies tokens by a row of weights, each as long as the row.
pub(crate) trait Products: Copy {
    /// The sum of products of each of several tokens that stand one behind another.
    fn of_several(self, tokens: &[i16], weights: &[u8]) -> [i32; TOGETHER];

    /// The sum of products of one token. It can't wrap (see `arithmetic::LARGEST`); checking each addition would keep it
    /// from being done side by side.
    #[inline(always)]
    fn of_one(self, token: &[i16], weights: &[u8]) -> i32 {
        let products =
            token.iter().zip(weights).map(|(value, weight)| i32::from(*value).wrapping_mul(i32::from(*weight as i8)));
        products.fold(0, i32::wrapping_add)
    }
}

/// On any machine.
#[derive(Clone, Copy)]
pub(crate) struct Plain;

impl Products for Plain {
    #[inline(always)]
    fn of_several(self, tokens: &[i16], weights: &[u8]) -> [i32; TOGETHER] {
        let mut sums = [0; TOGETHER];
        for (sum, token) in sums.iter_mut().zip(tokens.chunks_exact(weights.len())) {
            *sum = self.of_one(token, weights);
        }
        sums
    }
}

#[cfg(target_arch = "x86_64")]
mod x86 {
    use std::arch::x86_64::{__m128i, __m256i, __m512i};

    use pulp::cast;
    use pulp::x86::{V3, V4};

    use super::{Plain, Products, TOGETHER};

    /// Adds up what stands in registers.
    trait Totals<Register>: Copy {
        fn totals(self, sums: [Register; TOGETHER]) -> [i32; TOGETHER];
    }

    impl Totals<__m256i> for V3 {
        #[inline(always)]
        fn totals(self, [one, two, three, four]: [__m256i; TOGETHER]) -> [i32; TOGETHER] {
            let (first, second) = (self.avx2._mm256_hadd_epi32(one, two), self.avx2._mm256_hadd_epi32(three, four));
            let [low, high]: [__m128i; 2] = cast(self.avx2._mm256_hadd_epi32(first, second));
            cast(self.sse2._mm_add_epi32(low, high))
        }
    }

    impl Totals<__m512i> for V4 {
        #[inline(always)]
        fn totals(self, [one, two, three, four]: [__m512i; TOGETHER]) -> [i32; TOGETHER] {
            let [one, two, three, four] = [self.halved(one), self.halved(two), self.halved(three), self.halved(four)];
            (*self).totals([one, two, three, four])
        }
    }

    trait Halved: Copy {
        fn halved(self, sums: __m512i) -> __m256i;
    }

    impl Halved for V4 {
        #[inline(always)]
        fn halved(self, sums: __m512i) -> __m256i {
            let [low, high]: [__m256i; 2] = cast(sums);
            self.avx2._mm256_add_epi32(low, high)
        }
    }

    /// Multiplies as many at once as a register holds, and what is left as any machine does. No closure stands in it: the
    /// instructions are only inlined into what is itself compiled for them.
    macro_rules! by_registers {
        ($machine:ident: $many:literal in $register:ty, $widen:ident.$widened:ident, $multiply:ident.$multiplied:ident,
         $add:ident.$added:ident) => {
            impl Products for $machine {
                #[inline(always)]
                fn of_several(self, tokens: &[i16], weights: &[u8]) -> [i32; TOGETHER] {
                    let (full, rest) = weights.as_chunks::<$many>();
                    let (one, tokens) = tokens.split_at(weights.len());
                    let (two, tokens) = tokens.split_at(weights.len());
                    let (three, four) = tokens.split_at(weights.len());
                    let (one, two) = (one.as_chunks::<$many>(), two.as_chunks::<$many>());
                    let (three, four) = (three.as_chunks::<$many>(), four.as_chunks::<$many>());
                    let mut sums: [$register; TOGETHER] = [cast([0_i32; $many / 2]); TOGETHER];
                    for ((((weights, one), two), three), four) in
                        full.iter().zip(one.0).zip(two.0).zip(three.0).zip(four.0)
                    {
                        let weights: $register = self.$widen.$widened(cast(*weights));
                        for (sum, token) in sums.iter_mut().zip([one, two, three, four]) {
                            let products = self.$multiply.$multiplied(cast(*token), weights);
                            *sum = self.$add.$added(*sum, products);
                        }
                    }
                    let mut totals: [i32; TOGETHER] = self.totals(sums);
                    if !rest.is_empty() {
                        for (total, token) in totals.iter_mut().zip([one.1, two.1, three.1, four.1]) {
                            *total += Plain.of_one(token, rest);
                        }
                    }
                    totals
                }
            }
        };
    }

    by_registers!(V4: 32 in __m512i, avx512bw._mm512_cvtepi8_epi16, avx512bw._mm512_madd_epi16, avx512f._mm512_add_epi32);
    by_registers!(V3: 16 in __m256i, avx2._mm256_cvtepi8_epi16, avx2._mm256_madd_epi16, avx2._mm256_add_epi32);
}
