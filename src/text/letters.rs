//! Words of ASCII letters, eight bytes at a time: how long they are, how they are written, and their hash.

use super::fold::Hash;
use super::token::Shape;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;
/// The bit that lower case has and upper case has not.
const LOWER: u64 = 0x20 * ONES;

/// A run of letters, as far as it was read.
pub(super) struct Letters {
    hash: Hash,
    /// Those bits of its letters that tell lower case, one on top of the other; and the same of what upper case lacks.
    lower: u64,
    upper: u64,
    /// How it begins.
    first: u64,
}

impl Letters {
    /// What begins with these eight bytes.
    #[inline]
    pub(super) fn starting(eight: u64) -> Letters {
        Letters { hash: Hash::default(), lower: 0, upper: 0, first: eight }
    }

    /// Takes the letters that eight bytes start with; how many they are.
    #[inline]
    pub(super) fn take(&mut self, eight: u64) -> usize {
        // The high bit of each byte tells: below "a", beyond "z", not ASCII. No sum runs over into the next byte.
        let folded = eight | LOWER;
        let seven = folded & !HIGH;
        let from_a = seven + (0x80 - u64::from(b'a')) * ONES;
        let beyond_z = seven + (0x7f - u64::from(b'z')) * ONES;
        let others = (!from_a | beyond_z | eight) & HIGH;
        let count = others.trailing_zeros() as usize / 8;
        if count == 0 {
            return 0;
        }
        // All bits below the byte of the first that tells.
        let taken = others.wrapping_sub(1) & !others;
        let taken = if others == 0 { u64::MAX } else { taken >> 7 };
        self.lower |= eight & taken & LOWER;
        self.upper |= !eight & taken & LOWER;
        self.hash.add(folded & taken);
        count
    }

    /// Hash and shape of the word, which has so many letters.
    #[inline]
    pub(super) fn finish(self, len: usize) -> (u64, Shape) {
        /// By what is seen: lower case, upper case, lower case first, one letter alone.
        const SHAPES: [Shape; 16] = {
            let mut shapes = [Shape::Lower; 16];
            let mut seen = 0;
            while seen < 16 {
                shapes[seen] = match (seen & 1 != 0, seen & 2 != 0) {
                    (_, false) => Shape::Lower,
                    (false, true) if seen & 8 != 0 => Shape::Single,
                    (false, true) => Shape::Upper,
                    (true, true) if seen & 4 != 0 => Shape::Mixed,
                    (true, true) => Shape::Title,
                };
                seen += 1;
            }
            shapes
        };
        let seen = usize::from(self.lower != 0)
            | usize::from(self.upper != 0) << 1
            | (self.first as usize & 0x20) >> 3
            | usize::from(len == 1) << 3;
        (self.hash.finish(len), SHAPES[seen])
    }
}
