//! Figures: what tolls ask of a quantity with a role beside its record.

use crate::lexicon::sense::Class;
use crate::lexicon::{Sorts, View, keyword as kw};
use crate::number::Form;
use crate::quantity::{Marks, Quantities, Quantity, Unit};
use crate::record::Role;
use crate::time::Times;

/// What tolls ask of a quantity with a role beside its record. It points into no text, so that the figures of a long
/// document's stretches can be put together as its records are.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// Index of the quantity in the document.
    pub quantity: usize,
    pub sentence: usize,
    pub(super) role: Role,
    /// The words that gave the role, as tokens: the same for figures that are told side by side in one sentence.
    pub(super) cue: Option<(u32, u32)>,
    pub(super) marks: Marks,
    /// A fraction or a measure: no count of anybody.
    pub(super) share: bool,
    pub(super) kind: Kind,
    /// Neither a noun nor a unit stands by it.
    pub(super) bare: bool,
    /// Its time tells when something happened, and not by when or since when ("by Sunday morning").
    pub(super) dated: bool,
    /// "And" stands before it: "six passengers and the driver", not "six people and the attacker".
    pub(super) joined: bool,
    /// It is told with "later" or "since".
    pub(super) later: bool,
    /// What the counted are said to have been: "two of those killed were **policemen**".
    pub(super) category: Option<Box<str>>,
}

/// What a figure counts: a toll is of people where any are counted, else of groups, else of things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    People,
    /// Families, crews.
    Groups,
    Things,
}

/// Puts the figures of a text into `out`; the list is the one that the records are made of.
pub(crate) fn figures(view: &View, times: &Times, quantities: &Quantities, out: &mut Vec<Figure>) {
    let list = &quantities.list;
    out.clear();
    out.extend(list.iter().enumerate().filter_map(|(index, quantity)| {
        let since = |time: u32| {
            let first = times.list[time as usize].first as usize;
            let words = [kw::BY, kw::SINCE, kw::UNTIL, kw::FROM];
            (first.saturating_sub(2)..first).any(|token| view.is(token, &words))
        };
        Some(Figure {
            quantity: index,
            sentence: quantity.sentence as usize,
            role: quantity.role?,
            cue: quantity.cue,
            marks: quantity.marks,
            share: matches!(quantity.form, Form::Fraction | Form::Ratio)
                || matches!(quantity.unit, Unit::Measure { .. }),
            kind: kind(view, list, quantity),
            bare: quantity.unit == Unit::None,
            dated: quantity.time.is_some_and(|time| !since(time)),
            joined: quantity.first > 0
                && view.is(quantity.first as usize - 1, &[kw::AND])
                && !is_attacker(view, quantity),
            later: quantity.cue.is_some_and(|cue| later(view, cue.0 as usize)),
            category: quantity.marks.partitive.then(|| predicate(view, quantity)).flatten(),
        })
    }));
}

/// What a figure counts, by what it names or leans on.
fn kind(view: &View, list: &[Quantity], quantity: &Quantity) -> Kind {
    let lexicon = view.lexicon;
    match quantity.unit {
        Unit::Count(noun) => noun.thing.map_or(Kind::People, |row| {
            let branch = &lexicon.branches[lexicon.things[row as usize].branch as usize];
            if branch.starts_with("person/group") {
                Kind::Groups
            } else if branch.starts_with("person") || branch.starts_with("event/harm") {
                Kind::People
            } else {
                Kind::Things
            }
        }),
        Unit::Like(other) => match &list[other as usize] {
            other if matches!(other.unit, Unit::Count(_)) => kind(view, list, other),
            _ => Kind::People,
        },
        _ => Kind::People,
    }
}

/// Whether it counts those who attack.
fn is_attacker(view: &View, quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Count(noun) if noun.thing.is_some_and(|row| {
        view.lexicon.sorts(row as usize).has(Sorts::ARMED)
    }))
}

/// "later died", "have since died".
fn later(view: &View, cue: usize) -> bool {
    (cue.saturating_sub(3)..cue).any(|token| view.is(token, &[kw::LATER])) || cue > 0 && view.is(cue - 1, &[kw::SINCE])
}

/// How far behind a part its verb may stand, in tokens: "three of those killed in the raid were".
const PREDICATE_REACH: usize = 6;

/// The category of "policemen" in "two of whom were policemen".
fn predicate(view: &View, quantity: &Quantity) -> Option<Box<str>> {
    let stop = view.sentences[quantity.sentence as usize].last as usize;
    let end = quantity.number.1.max(quantity.end) as usize;
    let verb = (end..stop.min(end + PREDICATE_REACH)).find(|&token| view.is(token, &[kw::WERE, kw::ARE, kw::WAS]))?;
    let noun = (verb + 1..stop.min(verb + 4)).find_map(|token| view.longest(token, Class::Thing));
    let thing = &view.lexicon.things[noun?.1];
    let category = view.lexicon.string(thing.category);
    (!category.is_empty()).then(|| category.into())
}
