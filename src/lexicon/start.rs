//! What a word is to the phrases that start with it, kept with the word: what a walk would find at its first node.

use zerocopy::little_endian::U64;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::case::CaseRule;
use crate::text::Shape;

/// What a word is as the first of phrases, in one number: from the lowest bit on, where the forms of the phrase that is this
/// word alone begin (32 bits), how many there are (16); and from bit 49 on, for each of five ways of writing it, the three bits
/// of [`marks`](Start::marks).
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct Start(U64);

impl Start {
    /// Of a word that no phrase starts with.
    pub const NONE: Start = Start(U64::ZERO);
    /// Where the marks are of a word that is written in each shape. Capitals ask for nothing that one capital does not.
    const MARKS: [u8; 6] = {
        let mut shifts = [0; 6];
        shifts[Shape::Lower as usize] = 49;
        shifts[Shape::Title as usize] = 52;
        shifts[Shape::Upper as usize] = 55;
        shifts[Shape::Single as usize] = 55;
        shifts[Shape::Mixed as usize] = 58;
        shifts[Shape::None as usize] = 61;
        shifts
    };
    const SHAPES: [Shape; 5] = [Shape::Lower, Shape::Title, Shape::Upper, Shape::Mixed, Shape::None];
    const ALONE: u64 = 1;
    const LEADS: u64 = 1 << 1;
    const FOLLOWS: u64 = 1 << 2;

    /// Of a word that is so written where it is the whole phrase, and so where more follow (as sets of [`CaseRule::first`]).
    pub fn new(forms: u32, count: usize, whole: u8, longer: u8) -> Start {
        let count = u16::try_from(count).unwrap_or(u16::MAX);
        let mut start = Start((u64::from(forms) | u64::from(count) << 32).into());
        for shape in Start::SHAPES {
            let rules = CaseRule::allowing(shape);
            start.mark(shape, if whole & rules != 0 { Start::ALONE } else { 0 });
            start.mark(shape, if longer & rules != 0 { Start::LEADS } else { 0 });
        }
        start
    }

    fn mark(&mut self, shape: Shape, mark: u64) {
        self.0 = (self.0.get() | mark << Start::MARKS[shape as usize]).into();
    }

    pub fn follow(&mut self) {
        Start::SHAPES.into_iter().for_each(|shape| self.mark(shape, Start::FOLLOWS));
    }

    /// Where the forms of the phrase that is the word alone begin, and how many there are.
    #[inline]
    pub fn forms(self) -> (usize, usize) {
        let bits = self.0.get();
        (bits as u32 as usize, usize::from((bits >> 32) as u16))
    }

    /// Three bits: whether the word alone is a phrase where it is written in this shape, whether longer ones start with it, and
    /// whether it is the second word of some, or a hyphen, behind which that may stand.
    #[inline]
    pub fn marks(self, shape: Shape) -> u8 {
        (self.0.get() >> Start::MARKS[shape as usize]) as u8 & 7
    }

    /// Whether it is the second word of some phrase, or a hyphen, behind which that may stand.
    pub fn follows(self) -> bool {
        u64::from(self.marks(Shape::None)) & Start::FOLLOWS != 0
    }

    /// Whether the word alone is a phrase.
    #[inline]
    pub fn is_phrase(self) -> bool {
        self.forms().1 != 0
    }

    /// Whether it is the first word of longer ones, however it is written.
    pub fn goes_on(self) -> bool {
        Start::SHAPES.into_iter().any(|shape| u64::from(self.marks(shape)) & Start::LEADS != 0)
    }
}
