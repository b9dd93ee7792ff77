//! "one" as a pronoun: "no one", "the one who", "one another"; and whether a bare "one" counts after all.

use super::is_digits;
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::text::Shape;

/// "one" that counts nothing: "no one", "the one who", "one another", "one day".
pub(super) fn pronoun(view: &View, _: &Entities, at: usize) -> Option<usize> {
    if !view.is(at, &[kw::ONE]) {
        return None;
    }
    // "no-one".
    let hyphen = usize::from(at > 1 && view.id(at - 1) == kw::HYPHEN && view.glued(at) && view.id(at - 2) == kw::NO);
    let before = |words: &[crate::lexicon::WordId]| at > hyphen && view.is(at - 1 - hyphen, words);
    let determined = before(&[
        kw::NO,
        kw::THE,
        kw::THIS,
        kw::THAT,
        kw::EACH,
        kw::EVERY,
        kw::ANY,
        kw::ANOTHER,
        kw::WHICH,
        kw::SOME,
        kw::NOT,
    ]);
    let counted = view.is_word(at + 1)
        && !view.verb_like(at + 1)
        && view.can_be(at + 1, pos::NOUN | pos::ADJECTIVE)
        && !view.likely(at + 1, pos::PREPOSITION | pos::ADVERB | pos::PRONOUN | pos::MODAL);
    // "one in ten", "one out of three".
    let ratio = view.is(at + 1, &[kw::IN, kw::OUT])
        && (at + 2..at + 5).any(|token| view.has(token, Class::Number) || is_digits(view, token));
    if ratio {
        return None;
    }
    let no_one = before(&[kw::NO]) && !view.likely(at + 1, pos::NOUN | pos::PLURAL);
    let measured = view.id(at + 1) == kw::HYPHEN || view.has(at + 1, Class::Number) || counted;
    let adjective = at > 0 && view.likely(at - 1, pos::ADJECTIVE) && !view.has(at - 1, Class::Bound) && !measured;
    // "from one place to another".
    let other = (at + 2..at + 5)
        .any(|token| view.is(token, &[kw::TO, kw::OR, kw::AFTER]) && view.is(token + 1, &[kw::ANOTHER]));
    let moment = before(&[kw::AT]) && view.is(at + 1, &[kw::POINT, kw::TIME]);
    let idiom = other
        || moment
        // "a deal is one that holds".
        || view.is(at + 1, &[kw::THAT, kw::WHO, kw::WHICH, kw::WHOSE]) && view.shape(at) == Shape::Lower
        || view.is(at + 1, &[kw::ANOTHER, kw::DAY, kw::TIME]) && !(at > 0 && view.has(at - 1, Class::Bound))
        || view.id(at + 1) == kw::POSSESSIVE;
    let bare = !(view.is_word(at + 1) && (view.capital(at + 1) || view.info(at + 1).pos == 0));
    let lonely = bare && !measured && !view.is(at + 1, &[kw::OF, kw::OTHER]) && !among_numbers(view, at);
    (no_one || lonely || determined && !(measured && before(&[kw::THE, kw::NO, kw::NOT])) || adjective || idiom)
        .then_some(at + 1)
}

/// Whether a bare "one" counts: a bound or "in" before it, another number or what befell it beside it.
fn among_numbers(view: &View, at: usize) -> bool {
    let no_one =
        |token: usize| token > 0 && view.id(token) == kw::ONE && view.is(token - 1, &[kw::NO, kw::ANY, kw::EACH]);
    let number =
        |token: usize| token != at && (view.has(token, Class::Number) && !no_one(token) || is_digits(view, token));
    let stop = |token: &usize| !matches!(view.tokens[*token].punct(), b'.' | b'!' | b'?');
    let near = (at.saturating_sub(14)..at).rev().take_while(stop).any(number)
        || (at + 1..view.len().min(at + 14)).take_while(stop).any(number);
    let being = view.likely(at + 1, pos::THIRD | pos::PAST) && view.has(at + 2, Class::Cue);
    let bound = (at.saturating_sub(4)..at).any(|start| {
        view.words.all(start, Class::Bound).any(|(end, row)| end == at && !view.lexicon.bounds[row].after)
    });
    let alone = at + 1 >= view.len() && at < 4;
    let befell = at > 0 && view.has(at - 1, Class::Cue);
    near || bound || befell || being || alone || view.has(at + 1, Class::Cue) || view.has(at + 1, Class::Unit)
}
