//! Context: what stands around a number, as bits, and the rules that it leaves to be asked.

use super::super::words;
use super::{OF_DIGITS, OF_WORDS, Rule, is_digits};
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::Class;
use crate::text::{Kind, Shape};

/// What stands around a number, as bits. Something is glued before it.
pub(super) const GLUED: u16 = 1 << 0;
/// Nothing is.
pub(super) const FREE: u16 = 1 << 1;
/// Something is glued behind it.
pub(super) const GOES_ON: u16 = 1 << 2;
/// Nothing is.
pub(super) const ENDS: u16 = 1 << 3;
/// A designator stands before it.
pub(super) const DESIGNATED: u16 = 1 << 4;
/// A word with a capital or what is somebody's stands before it.
pub(super) const NAMED: u16 = 1 << 5;
/// A word with a capital, a number or a number word stands before it.
pub(super) const NAMED_OR_COUNTED: u16 = 1 << 6;
/// A word in small letters stands before it.
pub(super) const SMALL_BEFORE: u16 = 1 << 7;
/// A word with a capital stands behind it.
pub(super) const CAPITAL_BEHIND: u16 = 1 << 8;
/// A bracket or a full stop stands behind it.
pub(super) const CLOSED: u16 = 1 << 9;
/// A designator stands behind it.
pub(super) const DESIGNATOR_BEHIND: u16 = 1 << 10;
/// It has four letters.
pub(super) const FOUR: u16 = 1 << 11;
/// Something is glued to it, or it begins with a zero.
pub(super) const GROUPED: u16 = 1 << 12;

/// It is "one".
pub(super) const ONE: u16 = 1 << 13;
/// It is a word with a capital.
pub(super) const TITLE: u16 = 1 << 14;
/// It is a word behind which numbers may go on.
pub(super) const COMPOUND: u16 = 1 << 15;

/// Whether a designator of one or two words may stand before a number, with the stop of "No." between.
#[inline]
fn designated(view: &View, at: usize) -> bool {
    let near = &view.words.masks[at.saturating_sub(4)..at];
    near.iter().fold(0, |held, mask| held | mask) & Class::Designator.bit() != 0
}

/// The rules of a list that need a bit, as bits.
const fn needing(rules: &[(&str, u16, Rule)], bit: u16) -> u32 {
    let (mut needing, mut at) = (0, 0);
    while at < rules.len() {
        if rules[at].1 & bit != 0 {
            needing |= 1 << at;
        }
        at += 1;
    }
    needing
}

/// The rules that may say something of a word, as bits.
pub(super) fn rules_of_word(view: &View, at: usize) -> u32 {
    let without = |is: bool, rules: u32| if is { 0 } else { rules };
    let lacking = without(designated(view, at), const { needing(&OF_WORDS, DESIGNATED) })
        | without(view.id(at) == kw::ONE, const { needing(&OF_WORDS, ONE) })
        | without(view.shape(at) == Shape::Title, const { needing(&OF_WORDS, TITLE) })
        | without(!words::stands_alone(view, at), const { needing(&OF_WORDS, COMPOUND) })
        | without(view.glued(at + 1), const { needing(&OF_WORDS, GOES_ON) });
    !lacking & ((1 << OF_WORDS.len()) - 1)
}

/// The rules that may say something of digits, as bits: no branch decides which they are.
pub(super) fn rules_of_digits(view: &View, at: usize) -> u32 {
    let without = |is: bool, rules: u32| if is { 0 } else { rules };
    let next = at + 1;
    let (glued, goes_on) = (view.glued(at), view.glued(next));
    let token = &view.tokens[at];
    let zero = view.text.as_bytes().get(token.start as usize) == Some(&b'0');
    let capital = |shape: Shape| matches!(shape, Shape::Title | Shape::Upper | Shape::Single | Shape::Mixed);
    // Before the first token stands nothing, which has no shape.
    let before = at.wrapping_sub(1);
    let shape = view.shape(before);
    let counts = is_digits(view, before) | view.has(before, Class::Number);
    let whose = view.tokens.get(before).is_some_and(|token| token.kind == Kind::Possessive);
    let lacking = without(glued, const { needing(&OF_DIGITS, GLUED) })
        | without(!glued, const { needing(&OF_DIGITS, FREE) })
        | without(goes_on, const { needing(&OF_DIGITS, GOES_ON) })
        | without(!goes_on, const { needing(&OF_DIGITS, ENDS) })
        | without(designated(view, at), const { needing(&OF_DIGITS, DESIGNATED) })
        | without(capital(shape) | whose, const { needing(&OF_DIGITS, NAMED) })
        | without(capital(shape) | counts, const { needing(&OF_DIGITS, NAMED_OR_COUNTED) })
        | without(shape == Shape::Lower, const { needing(&OF_DIGITS, SMALL_BEFORE) })
        | without(capital(view.shape(next)), const { needing(&OF_DIGITS, CAPITAL_BEHIND) })
        | without(matches!(view.id(next), kw::CLOSE | kw::DOT), const { needing(&OF_DIGITS, CLOSED) })
        | without(view.has(next, Class::Designator), const { needing(&OF_DIGITS, DESIGNATOR_BEHIND) })
        | without(token.len() == 4, const { needing(&OF_DIGITS, FOUR) })
        | without(glued | goes_on | zero, const { needing(&OF_DIGITS, GROUPED) });
    !lacking & ((1 << OF_DIGITS.len()) - 1)
}
