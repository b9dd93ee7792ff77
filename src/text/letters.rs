//! Words of ASCII letters, eight bytes at a time: how long they are, how they are written, and their hash.

use super::fold::Hash;
use super::token::Shape;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;
/// The bit that lower case has and upper case has not.
const LOWER: u64 = 0x20 * ONES;

/// A run of letters, as far as it was read.
#[derive(Default)]
pub(super) struct Letters {
    hash: Hash,
    upper: bool,
    lower: bool,
    lower_first: bool,
    begun: bool,
}

impl Letters {
    /// Takes the letters that eight bytes start with; how many they are.
    #[inline]
    pub(super) fn take(&mut self, eight: u64) -> usize {
        let folded = eight | LOWER;
        // The high bit of each byte tells: at least "a", beyond "z". No sum runs over into the next byte.
        let seven = folded & !HIGH;
        let from_a = seven + (0x80 - u64::from(b'a')) * ONES;
        let beyond_z = seven + (0x7f - u64::from(b'z')) * ONES;
        let others = !(from_a & !beyond_z & !eight) & HIGH;
        let count = others.trailing_zeros() as usize / 8;
        if count == 0 {
            return 0;
        }
        let taken = u64::MAX >> (64 - 8 * count);
        let lower = eight & taken & LOWER;
        if !self.begun {
            self.begun = true;
            self.lower_first = lower & 0xff != 0;
        }
        self.lower |= lower != 0;
        self.upper |= lower != taken & LOWER;
        self.hash.add(folded & taken);
        count
    }

    /// Hash and shape of the word, which has so many letters.
    #[inline]
    pub(super) fn finish(self, len: usize) -> (u64, Shape) {
        let shape = match (self.upper, self.lower) {
            (false, _) => Shape::Lower,
            (true, false) if len == 1 => Shape::Single,
            (true, false) => Shape::Upper,
            (true, true) if self.lower_first => Shape::Mixed,
            (true, true) => Shape::Title,
        };
        (self.hash.finish(len), shape)
    }
}
