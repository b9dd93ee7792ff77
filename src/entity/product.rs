//! What a known name is only part of: events, headings of results, diseases, products.

use super::evidence::{ALL_CAPS, HEADLINE, Marks, OPENS};
use super::game;
use super::line::begins_line;
use crate::lexicon::sense::{Class, NumberKind, Side, pos};
use crate::lexicon::{View, keyword};
use crate::record::EntityKind;
use crate::text::{Kind, Shape};

/// "Stockholm |Open", "American Express |Championship": the name of an event goes on behind it.
pub(super) fn event(view: &View, end: usize, kind: EntityKind) -> bool {
    view.capital(end)
        && [end, end + 1].into_iter().any(|at| {
            view.has(at, Class::Shape)
                && view.shape(at) == view.shape(end)
                && view.words.all(at, Class::Shape).any(|(_, row)| {
                    let word = view.lexicon.shapes[row];
                    word.side == Side::Event && (word.kind == EntityKind::Place || kind == EntityKind::Agency)
                })
        })
}

/// "the Brask |Four", "Mach |Ten": a number with a capital goes on with the name, where nothing is counted.
pub(super) fn numbered(view: &View, marks: &Marks, end: usize) -> bool {
    let counts = |(_, row): (usize, usize)| {
        matches!(view.lexicon.numbers[row].kind, NumberKind::Unit | NumberKind::Teen | NumberKind::Tens)
    };
    view.has(end, Class::Number)
        && view.words.all(end, Class::Number).any(counts)
        && view.shape(end) == Shape::Title
        && !marks.has(end, OPENS | HEADLINE)
        && !view.likely(end + 1, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
}

/// "the Tour of |Portugal", "the Treaty of |Brask": the name of an event begins before it.
pub(super) fn after_event(view: &View, first: usize) -> bool {
    let Some(head) = first.checked_sub(2) else { return false };
    view.is(first - 1, &[keyword::OF])
        && view.capital(head)
        && view.has(head, Class::Shape)
        && view
            .words
            .all(head, Class::Shape)
            .any(|(end, row)| end == first - 1 && view.lexicon.shapes[row].side == Side::Event)
}

/// "RUGBY LEAGUE - …", "ATLANTIC DIVISION": a heading in capitals of a text about a game.
pub(super) fn heads_results(view: &View, marks: &Marks, first: usize, end: usize) -> bool {
    marks.play
        && marks.has(first, ALL_CAPS)
        && (game::play(view, first)
            || game::play(view, end)
            || view.has(end, Class::Shape) && begins_line(view, first) && begins_line(view, end + 1)
            || end > first + 1 && view.has(end - 1, Class::Shape) && begins_line(view, first) && begins_line(view, end))
}

/// "onto |U.S. 33": the number of a road.
pub(super) fn road(view: &View, first: usize, end: usize) -> bool {
    let number = |at: usize| view.tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
    number(end)
        && view.tokens[end].len() <= 3
        && !view.glued(end)
        && end <= first + 2
        && view.shape(first) == Shape::Upper
        && first > 0
        && (view.is(first - 1, &[keyword::TO])
            || view.can_be(first - 1, pos::PREPOSITION | pos::COORDINATOR | pos::DETERMINER))
        && !view.is(end + 1, &[keyword::HYPHEN, keyword::PERCENT_SIGN, keyword::COMMA])
        && !view.has(end + 1, Class::Number)
        && !view.likely(end + 1, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
}

/// What a name is part of by what stands behind it.
#[derive(Clone, Copy)]
pub(super) enum Product {
    None,
    OfCompany,
    OfAny,
}

/// "West Nile |virus", "Rift Valley |fever": called after where it was found first.
pub(super) fn disease(view: &View, end: usize) -> bool {
    // Most names have no noun behind them.
    if view.shape(end) != Shape::Lower {
        return false;
    }
    let at = end + usize::from(view.likely(end, pos::ADJECTIVE));
    view.has(at, Class::Thing)
        && view.shape(at) == Shape::Lower
        && view
            .longest(at, Class::Thing)
            .is_some_and(|(_, row)| view.lexicon.branch(row).starts_with("event/harm/disease"))
}

/// "Peugeot |308", "Hwasong|-18": a name before a number that belongs to a product.
pub(super) fn product(view: &View, end: usize) -> Product {
    let number = |at: usize| view.tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
    match () {
        () if view.is(end, &[keyword::HYPHEN]) && view.glued(end) && view.glued(end + 1) && number(end + 1) => {
            Product::OfAny
        }
        () if !number(end) || view.tokens[end].len() > 3 => Product::None,
        () if view.is(end + 1, &[keyword::HYPHEN, keyword::COMMA]) => Product::None,
        () => Product::OfCompany,
    }
}
