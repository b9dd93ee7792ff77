//! The words beside a name and the name itself: what they say for a small place and against it.

use super::evidence::{AFTER_TITLE, ALL_CAPS, HEADLINE, IN_TITLE, Marks, OPENS, calendar, common};
use super::points;
use super::sort::defined;
use crate::lexicon::keyword::{self as k, WordSet};
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{Sorts, View, WordFlags};
use crate::record::EntityKind;
use crate::text::{Kind, Shape};

/// Points for who says something.
pub(super) const SAYS: f32 = -1.0;

/// The name by itself: one of several words is seldom anything else, a word or a surname often.
pub(super) fn itself(view: &View, marks: &Marks, first: usize, end: usize) -> f32 {
    let mut points = match end - first {
        1 if calendar(view, first, false) => -3.0,
        1 if common(view, first) => -1.0,
        1 if is_person(view, first) => -0.5,
        1 => 0.5,
        _ if view.info(first).flags.has(WordFlags::GIVEN) && is_person(view, end - 1) && !common(view, end - 1) => -0.5,
        // Saints have churches everywhere.
        _ if view.is(first, &[k::ST]) => 0.0,
        _ if (first..end).all(|t| common(view, t)) => 0.5,
        _ => 1.0,
    };
    // "the ACT", "an INA": letters that stand for something.
    let letters = view.shape(first) == Shape::Upper && !marks.has(first, ALL_CAPS);
    if letters && end == first + 1 && view.tokens[first].len() <= 4 {
        points -= 2.0;
    }
    if marks.has(first, OPENS) && end == first + 1 {
        points -= 0.5;
    }
    if marks.has(first, HEADLINE | ALL_CAPS) {
        points -= 0.5;
    }
    points
}

pub(super) fn is_person(view: &View, token: usize) -> bool {
    view.info(token).flags.has(WordFlags::GIVEN | WordFlags::SURNAME)
}

const WHERE: WordSet = WordSet::of(&[
    k::IN,
    k::NEAR,
    k::OUTSIDE,
    k::AROUND,
    k::INSIDE,
    k::NEARBY,
    k::NEIGHBORING,
    k::NEIGHBOURING,
    k::DOWNTOWN,
]);
const WAYS: WordSet = WordSet::of(&[k::FROM, k::TO, k::INTO, k::OFF, k::TOWARD, k::TOWARDS, k::BETWEEN, k::THROUGH]);
const WHO: WordSet = WordSet::of(&[k::BY, k::WITH, k::AGAINST, k::FOR, k::THE, k::A]);
pub(super) const DIRECTIONS: WordSet =
    WordSet::of(&[k::NORTHERN, k::SOUTHERN, k::EASTERN, k::WESTERN, k::CENTRAL, k::NORTH, k::SOUTH, k::EAST, k::WEST]);

/// What stands before the name, if it does not own what is behind it.
pub(super) fn own_before(view: &View, marks: &Marks, first: usize, end: usize, last: usize) -> f32 {
    let before = before(view, marks, first, last);
    // "in Wilson's opera".
    let owner = before > 0.0 && view.is(end, &[k::POSSESSIVE, k::APOSTROPHE]) && is_person(view, first);
    if owner { 0.0 } else { before }
}

/// What stands before the name.
fn before(view: &View, marks: &Marks, first: usize, last: usize) -> f32 {
    if first == 0 || view.tokens[first].newlines_before > 0 {
        return 0.0;
    }
    if marks.has(first, AFTER_TITLE) {
        return -2.0;
    }
    let mut at = first - 1;
    if DIRECTIONS.has(view.id(at)) && at > 0 {
        at -= 1;
    }
    match () {
        () if WHERE.has(view.id(at)) => 1.5,
        // "at Stanford": also a school or a firm.
        () if view.is(at, &[k::AT]) => 0.8,
        // "the village of Gartow".
        () if view.is(at, &[k::OF, k::CALLED, k::NAMED]) && at > 0 => {
            let kind = place_noun(view, at - 1);
            match () {
                () if kind || DIRECTIONS.has(view.id(at - 1)) || age_ends(view, at) || locals(view, at) => 1.5,
                () if view.capital(at - 1) => 0.75,
                () => 0.25,
            }
        }
        // "the road north to Gartow".
        () if WAYS.has(view.id(at)) && at > 0 && DIRECTIONS.has(view.id(at - 1)) => 1.5,
        () if WAYS.has(view.id(at)) => 0.75,
        // "anti-Balaka".
        () if view.is(at, &[k::HYPHEN]) && view.glued(first) => -2.0,
        () if WHO.has(view.id(at)) => -0.75,
        // "Azaz, Marea and |Foua".
        () if last + 1 == first && view.is(at, &[k::AND, k::OR]) => 1.0,
        () if last + 1 == first && view.is(at, &[k::COMMA]) => 0.5,
        () if named(view, marks, at) => -3.0,
        () => 0.0,
    }
}

/// "Gartow |village", "the city |of Bam": a small word for a kind of place.
pub(super) fn place_noun(view: &View, at: usize) -> bool {
    view.has(at, Class::Shape)
        && view.shape(at) == Shape::Lower
        && view.words.all(at, Class::Shape).any(|(_, row)| view.lexicon.shapes[row].kind == EntityKind::Place)
}

/// "Lise Brandt, 49, |of Gartow".
pub(super) fn age_ends(view: &View, of: usize) -> bool {
    let number = |at: usize| view.tokens[at].kind == Kind::Number;
    of >= 3 && view.is(of - 1, &[k::COMMA]) && (number(of - 2) || view.is(of - 2, &[k::CLOSE]) && number(of - 3))
}

/// What stands behind the name.
pub(super) fn after(view: &View, marks: &Marks, first: usize, end: usize) -> f32 {
    let starts = first == 0 || view.tokens[first].newlines_before > 0;
    let dash = view.is(end, &[k::HYPHEN]);
    // "GARTOW, Germany (AP) -".
    if starts && (view.is(end, &[k::OPEN]) || (dash && !view.glued(end))) {
        return 1.5;
    }
    if dash && view.glued(end) && view.glued(end + 1) {
        return if view.capital(end + 1) { -2.0 } else { 0.5 };
    }
    // "Gartow, a town in Germany".
    if defined(view, end).is_some() {
        return 2.0;
    }
    if view.is(end, &[k::COMMA]) {
        // "Gartow, 41,", "Gartow, who".
        let age =
            view.tokens.get(end + 1).is_some_and(|token| token.kind == Kind::Number) && view.is(end + 2, &[k::COMMA]);
        return if age || view.is(end + 1, &[k::WHO]) { -1.5 } else { 0.0 };
    }
    match () {
        () if points::says(view, end) => SAYS,
        () if belongs(view, first, end) => 2.25,
        () if view.is(end, &[k::MAYOR]) => 1.5,
        // "Gartow Mayor Lise Brandt".
        () if marks.has(end, IN_TITLE) && view.capital(end) => 0.5,
        () if named(view, marks, end) => -3.0,
        () if place_noun(view, end) => 1.5,
        () => 0.0,
    }
}

/// "a Gartow woman", "the Gartow hospital": somebody or something of a town, told by where it is from.
pub(super) fn belongs(view: &View, first: usize, end: usize) -> bool {
    if view.is(end, &[k::MAYOR]) || defined(view, end).is_some() {
        return true;
    }
    if view.is(end, &[k::COUPLE]) && !view.is(end + 1, &[k::OF]) {
        return view.is(first.wrapping_sub(1), &[k::A, k::AN, k::THE]);
    }
    if !view.has(end, Class::Thing) || view.shape(end) != Shape::Lower {
        return false;
    }
    let before = first.wrapping_sub(1);
    let (one, the) = (view.is(before, &[k::A, k::AN]), view.is(before, &[k::THE]));
    view.longest(end, Class::Thing).is_some_and(|(behind, row)| {
        let thing = view.lexicon.things[row];
        let branch = &view.lexicon.branches[thing.branch as usize];
        let of = |branches: &[&str]| branches.iter().any(|of| branch.starts_with(of));
        let sorts = view.lexicon.sorts(row);
        // "a Wells client": of a person or a firm, where the name is one.
        let told = || sorts.has(Sorts::LOCAL) || (sorts.has(Sorts::POST) && !is_person(view, first));
        match () {
            // "a Gartow police chief" goes on.
            () if view.capital(behind) => false,
            // "the Gartow men": of whom the text has told.
            () if one || the => (one || !thing.plural) && told(),
            // "Gartow police", "Gartow residents".
            () => of(&["person/security/police"]) || (thing.plural && of(&["person/local", "person/emergency"])),
        }
    })
}

/// "residents |of Gartow".
pub(super) fn locals(view: &View, of: usize) -> bool {
    let Some(at) = of.checked_sub(1).filter(|&at| view.has(at, Class::Thing)) else { return false };
    view.longest(at, Class::Thing).is_some_and(|(end, row)| {
        let branch = view.lexicon.branch(row);
        end == of && (branch.starts_with("person/local") || branch.starts_with("place/settlement"))
    })
}

/// A word with a capital that goes on or begins a name.
fn named(view: &View, marks: &Marks, at: usize) -> bool {
    let given = || view.info(at).flags.has(WordFlags::GIVEN) && !common(view, at);
    view.is_word(at) && view.capital(at) && !marks.has(at, HEADLINE | ALL_CAPS) && (!marks.has(at, OPENS) || given())
}

/// "a mosque |at Gorbesk", "At Gorbesk", "On the way, |at Gorbesk": something that stands somewhere, or the scene of a sentence.
pub(super) fn something_stands_at(view: &View, marks: &Marks, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| !marks.has(at, OPENS)) else { return true };
    view.is(before, &[k::COMMA]) || thing_of(view, before, &["place/"])
}

/// "fishermen |from Gorbesk", "300 kilometres |from Gorbesk".
pub(super) fn somebody_is_from(view: &View, from: usize) -> bool {
    let Some(before) = from.checked_sub(1) else { return false };
    thing_of(view, before, &["person/"])
        || (view.has(before, Class::Unit) && before > 0 && view.tokens[before - 1].kind == Kind::Number)
}

/// Whether a noun that ends at a token is one of these sorts of things.
fn thing_of(view: &View, at: usize, sorts: &[&str]) -> bool {
    view.has(at, Class::Thing)
        && view.shape(at) != Shape::Upper
        && view.words.all(at, Class::Thing).any(|(end, row)| {
            let branch = view.lexicon.branch(row);
            end == at + 1 && sorts.iter().any(|sort| branch.starts_with(sort))
        })
}

/// "Gorman and Tolsk |counties": what places are.
pub(super) fn settlements(view: &View, at: usize) -> bool {
    place_noun(view, at) || thing_of(view, at, &["place/settlement"])
}

/// "the road |to": what leads somewhere.
pub(super) fn leads(view: &View, at: usize) -> bool {
    let noun = !view.likely(at, pos::THIRD | pos::PAST | pos::VERB);
    noun && view.shape(at) == Shape::Lower && (place_noun(view, at) || thing_of(view, at, &["place/building/road"]))
}

/// "the road |between", "a bus |between": a way, or what goes on it.
pub(super) fn way(view: &View, at: usize) -> bool {
    place_noun(view, at)
        || thing_of(view, at, &["place/", "thing/vehicle", "thing/platform"])
        || view.likely(at, pos::PARTICIPLE | pos::PAST | pos::ADJECTIVE)
}
