//! Symbols that are something else unless they stand right behind digits: "a fuse of 16 A", "a force of 25 N", "for 12 a".

use super::Found;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::quantity::Unit;
use crate::record::UnitKind;
use crate::text::{Kind, Shape};

/// Such a symbol at a token, a blank behind digits, with nothing behind it that the digits could count.
pub(super) fn read(view: &View, at: usize) -> Option<Found> {
    if !view.has(at, Class::Letter) {
        return None;
    }
    let token = view.tokens.get(at)?;
    let figure = at.checked_sub(1).filter(|figure| view.tokens[*figure].kind == Kind::Number)?;
    let (seconds, pair) = (view.is(at, &[kw::S]), token.len() == 2);
    if !(token.space_before || pair || seconds) {
        return None;
    }
    // "1 MP" sits in parliament; "the 90 s" is a decade.
    let one = view.slice(figure, at) == "1";
    let other = pair && one || seconds && figure > 0 && view.is(figure - 1, &[kw::THE]);
    if other || !is_free(view, at, figure) {
        return None;
    }
    // "weighs 10 T": of two units the first weighs.
    let mut rows = view.words.all(at, Class::Letter);
    let (end, row) = if is_weighed(view, figure) { rows.next() } else { rows.next_back() }?;
    let unit = view.lexicon.units[row];
    let words = (at as u32, end as u32);
    let unit = Unit::Measure { kind: unit.kind, name: unit.name, words, per: None };
    Some(Found { unit, first: at, end })
}

/// Whether what stands shortly before a figure tells of weights.
fn is_weighed(view: &View, figure: usize) -> bool {
    (figure.saturating_sub(6)..figure).any(|token| {
        view.longest(token, Class::Context).is_some_and(|(_, row)| view.lexicon.contexts[row] == UnitKind::Measure)
    })
}

/// Whether the letters go on with nothing: "16 A.", "for 10 a and", "a 16 A fuse"; not "50 a day", "12 N Main Street".
fn is_free(view: &View, at: usize, figure: usize) -> bool {
    let next = at + 1;
    let joined = view.is(next, &[kw::HYPHEN, kw::AMPERSAND, kw::APOSTROPHE, kw::POSSESSIVE])
        || view.id(next) == kw::DOT && view.is_word(next + 1) && view.glued(next + 1);
    // "Group 3 A", but "Exactly 16 A".
    let named = figure > 0
        && view.capital(figure - 1)
        && !(figure == 1 && view.likely(0, pos::PREPOSITION | pos::ADVERB | pos::DETERMINER));
    if joined || named || view.capital(next) {
        return false;
    }
    if !view.is_word(next) {
        return true;
    }
    let closed = pos::PREPOSITION | pos::COORDINATOR | pos::WH | pos::MODAL | pos::ADVERB | pos::THIRD | pos::PAST;
    let article = view.shape(at) != Shape::Lower && figure > 0 && view.is(figure - 1, &[kw::A, kw::AN, kw::THE]);
    view.likely(next, closed) || article && view.likely(next, pos::NOUN | pos::ADJECTIVE)
}
