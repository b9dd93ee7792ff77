//! Letters behind digits that multiply them: "5 bn", "40 k a year", "5m new users"; and where they measure rather.

use super::cardinal::over_hyphen;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::record::UnitKind;
use crate::text::Shape;

/// Whether a sign of money that stands before figures is at a token: "€", which stands behind them too.
pub(super) fn opens_money(view: &View, token: usize) -> bool {
    view.has(token, Class::Unit) && view.words.all(token, Class::Unit).any(|(_, row)| view.lexicon.units[row].before)
}

/// A suffix after a blank counts when it is two letters or more ("5 bn", "12 mln"), or a capital with money before the
/// number or many behind it ("$ 5 B", "8 B people").
pub(super) fn stands_apart(view: &View, at: usize, first: usize, value: f64) -> bool {
    let money = || first > 0 && opens_money(view, first - 1);
    let many = || view.is_word(at + 1) && view.likely(at + 1, pos::PLURAL);
    let capital = view.shape(at) == Shape::Single;
    // "$1.5 b", "100 k.", "3.4 M".
    let ends = at + 1 >= view.len() || matches!(view.tokens[at + 1].punct(), b'.' | b',' | b';' | b')');
    let thousand = || view.id(at) == kw::K && !(capital && (value >= 1000.0 || is_kelvin(view, at, first)));
    // "40 k a year".
    let small = view.id(at) == kw::K && view.shape(at) == Shape::Lower;
    // "12 k dollars".
    let named = || {
        view.longest(at + 1, Class::Unit).is_some_and(|(_, row)| {
            let unit = view.lexicon.units[row];
            unit.kind == UnitKind::Currency && !unit.symbol
        })
    };
    view.tokens[at].len() >= 2
        || capital && (money() || many())
        || ends && (thousand() || money() || capital && view.id(at) == kw::M)
        || small
        || told_as_money(view, at)
        || named()
}

/// "85 K" by itself, or where warmth is spoken of.
fn is_kelvin(view: &View, at: usize, first: usize) -> bool {
    let warm = |token: usize| {
        view.longest(token, Class::Context).is_some_and(|(_, row)| view.lexicon.contexts[row] == UnitKind::Temperature)
    };
    // "cooled to 4 K", "at 300 K".
    let level = first > 0 && view.is(first - 1, &[kw::AT, kw::BELOW, kw::ABOVE]);
    level || first == 0 && at + 1 >= view.len() || (first.saturating_sub(12)..view.len().min(at + 8)).any(warm)
}

/// "m" and "M" after digits: metres or millions? Millions after a currency or before what can be counted.
pub(super) fn is_unit_rather(view: &View, at: usize, end: usize) -> bool {
    let is_metre = view
        .words
        .all(at, Class::Unit)
        .any(|(unit_end, row)| unit_end == end && view.lexicon.units[row].symbol && view.shape(at) != Shape::Single);
    if !is_metre {
        return false;
    }
    let before = at.checked_sub(2);
    let money = before.is_some_and(|token| {
        (token.saturating_sub(2)..=token).any(|start| {
            view.words
                .all(start, Class::Unit)
                .any(|(unit_end, row)| unit_end + 1 == at && view.lexicon.units[row].before)
        })
    });
    // "5m new users", not "300m long".
    let described =
        || view.likely(end, pos::ADJECTIVE) && view.is_word(end + 1) && view.can_be(end + 1, pos::NOUN | pos::PLURAL);
    let counted =
        view.is_word(end) && (view.likely(end, pos::PLURAL) || described() || view.is(end, &[kw::OF, kw::PEOPLE]));
    // "2.5m Swiss francs", "a 3m-euro fund".
    let named = view.longest(over_hyphen(view, end), Class::Unit).is_some_and(|(_, row)| {
        let unit = view.lexicon.units[row];
        unit.kind == UnitKind::Currency && !unit.before
    });
    !(money || counted || named || told_as_money(view, at))
}

/// "a profit of 5m", "worth 20 m": an "m" behind digits that is told as money is.
fn told_as_money(view: &View, at: usize) -> bool {
    let word = at.checked_sub(2).map(|word| word - usize::from(word > 0 && view.is(word, &[kw::OF, kw::ABOUT])));
    let speaks = |(_, row): (usize, usize)| view.lexicon.contexts[row] == UnitKind::Currency;
    view.is(at, &[kw::M])
        && word.is_some_and(|word| view.longest(word, Class::Context).is_some_and(speaks))
        && !view.is(at + 1, &[kw::OF])
}
