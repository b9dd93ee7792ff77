//! How the letters of a phrase must be written.

use super::keyword::PARTICLES;
use super::vocab::WordId;
use crate::text::{Shape, Token};

/// How each word of a form must be written, two bits a word (the first sixteen; later ones may be anything).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CaseRule(pub u32);

const ANY: u32 = 0;
const CAPITALISED: u32 = 1;
const CAPITALS: u32 = 2;
const EXACT_LOWER: u32 = 3;

/// [`CaseRule::allowing`] of each shape, in their order.
const ALLOWING: [u8; 6] = {
    let mut sets = [0; 6];
    sets[Shape::Lower as usize] = 1 << ANY | 1 << EXACT_LOWER;
    sets[Shape::Title as usize] = 1 << ANY | 1 << CAPITALISED;
    sets[Shape::Upper as usize] = 1 << ANY | 1 << CAPITALISED | 1 << CAPITALS;
    sets[Shape::Single as usize] = sets[Shape::Upper as usize];
    sets[Shape::Mixed as usize] = 1 << ANY;
    sets[Shape::None as usize] = u8::MAX;
    sets
};

impl CaseRule {
    /// The rule that an alias states by its own letters: capitals ask for capitals, a capital for a capital.
    pub fn of_shapes(shapes: impl Iterator<Item = Shape>) -> Self {
        Self::of(shapes, ANY)
    }

    /// The rule of a name, from its tokens and their words. "Ras Al Khaimah" is "Ras al-Khaimah" too: no small word within it
    /// need have its capital.
    pub fn of_name(tokens: &[Token], words: &[WordId]) -> Self {
        let within = 1..words.len().saturating_sub(1);
        let all = tokens.iter().zip(words).enumerate().filter(|(_, (token, _))| token.punct() != b'-');
        Self::of_shapes(all.map(|(at, (token, &word))| {
            let small = token.shape == Shape::Title && within.contains(&at) && PARTICLES.has(word);
            if small { Shape::Lower } else { token.shape }
        }))
    }

    /// As [`of_shapes`](Self::of_shapes), and lower case stays lower case: for unit symbols ("m" is not "M").
    pub fn exact(shapes: impl Iterator<Item = Shape>) -> Self {
        Self::of(shapes, EXACT_LOWER)
    }

    fn of(shapes: impl Iterator<Item = Shape>, lower: u32) -> Self {
        let mut rule = 0;
        for (index, shape) in shapes.take(16).enumerate() {
            let need = match shape {
                Shape::Upper | Shape::Single => CAPITALS,
                Shape::Title => CAPITALISED,
                Shape::Lower => lower,
                Shape::Mixed | Shape::None => ANY,
            };
            rule |= need << (2 * index);
        }
        CaseRule(rule)
    }

    /// Whether word `index` of the form may be written in `shape`.
    #[inline]
    fn allows(self, index: usize, shape: Shape) -> bool {
        if index >= 16 {
            return true;
        }
        match (self.0 >> (2 * index)) & 3 {
            CAPITALISED => matches!(shape, Shape::Title | Shape::Upper | Shape::Single | Shape::None),
            CAPITALS => matches!(shape, Shape::Upper | Shape::Single | Shape::None),
            EXACT_LOWER => matches!(shape, Shape::Lower | Shape::None),
            _ => true,
        }
    }

    /// The rule of the first word, as one bit of a set of rules.
    #[inline]
    pub fn first(self) -> u8 {
        1 << (self.0 & 3)
    }

    /// The rules that allow a word to be written in `shape`, as such a set.
    #[inline]
    pub fn allowing(shape: Shape) -> u8 {
        ALLOWING[shape as usize]
    }

    /// Whether all words may be written so.
    pub fn allows_all(self, shapes: impl Iterator<Item = Shape>) -> bool {
        self.0 == 0 || shapes.enumerate().all(|(index, shape)| self.allows(index, shape))
    }
}

/// Whether tokens (hyphens between words aside) are written as a rule asks.
#[inline]
pub(super) fn written_as(rule: CaseRule, tokens: &[Token]) -> bool {
    // Most phrases are one word.
    if let [token] = tokens {
        return rule.first() & CaseRule::allowing(token.shape) != 0;
    }
    rule.0 == 0 || rule.allows_all(tokens.iter().filter(|token| token.punct() != b'-').map(|token| token.shape))
}
