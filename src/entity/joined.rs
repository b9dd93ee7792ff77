//! Names that lexicons know and that go on: "Metro-Brask", "Brask-sur-Mer", "Lufthansa Cityline".

use super::evidence::{ALL_CAPS, HEADLINE, Marks, OPENS, common};
use super::gazetteer::{Group, Listed};
use super::shape::is_side;
use crate::lexicon::sense::{Class, Side, pos};
use crate::lexicon::{NameFlags, View, WordFlags, keyword as k, types};
use crate::record::EntityKind;
use crate::text::{Kind, Shape};

/// How a name goes on.
pub(super) enum Joined {
    /// It does not.
    No,
    /// It is the maker of a thing: "a Toyota |Prius".
    Product,
    /// It is part of a longer name, from a token to another.
    Longer(usize, usize),
}

/// Whether a word that no list has goes on behind a firm or, with a hyphen, beside a firm or a town.
pub(super) fn joined(view: &View, marks: &Marks, group: Group, name: &Listed) -> Joined {
    let (first, end) = (group.first as usize, group.end as usize);
    let entry = &name.entry;
    let firm = entry.kind == EntityKind::Agency && entry.subtype == types::COMPANY;
    let town = entry.kind == EntityKind::Place && entry.subtype == types::CITY;
    // Most have neither a hyphen beside them nor a capital behind.
    let hyphens = view.is(end, &[k::HYPHEN]) || first > 1 && view.is(first - 1, &[k::HYPHEN]);
    let hyphen = |at: usize| view.is(at, &[k::HYPHEN]) && view.glued(at) && view.glued(at + 1);
    // "ULIMO-J": a wing of those whom the letters stand for.
    let letters = entry.kind == EntityKind::Agency && view.shape(first) == Shape::Upper && end == first + 1;
    if letters && hyphen(end) && view.shape(end + 1) == Shape::Single {
        return Joined::Longer(first, end + 2);
    }
    // "Greenpeace |Brazil".
    let country = |listed: &Listed| listed.entry.subtype == types::COUNTRY && !listed.flags.has(NameFlags::DEMONYM);
    if entry.subtype == types::NGO
        && view.capital(end)
        && !view.glued(end)
        && !marks.has(first, HEADLINE | ALL_CAPS)
        && let Some(place) = marks.names.group_at(end)
        && marks.names.of(place).iter().any(country)
    {
        return Joined::Longer(first, place.end as usize);
    }
    // "BBC Radio |Leicester".
    let station = || is_side(view, end - 1, Side::Head) && !marks.has(first, HEADLINE | ALL_CAPS);
    if entry.subtype == types::MEDIA && end > first + 1 && view.capital(end) && !view.glued(end) && station() {
        let town = |listed: &Listed| listed.entry.kind == EntityKind::Place;
        let place = marks.names.group_at(end).filter(|&group| marks.names.of(group).iter().any(town));
        if let Some(place) = place {
            return Joined::Longer(first, place.end as usize);
        }
    }
    if !(firm || town) || !(hyphens || firm && view.capital(end)) || marks.has(first, HEADLINE) {
        return Joined::No;
    }
    let mut before = before(view, marks, first);
    let mut behind = end;
    if hyphen(end) {
        let small = view.shape(end + 1) == Shape::Lower && view.tokens[end + 1].len() <= 4 && hyphen(end + 2);
        let next = if small { end + 3 } else { end + 1 };
        if view.capital(next) && (small || stranger(view, marks, next)) {
            behind = next + 1;
        }
    }
    // "the Brask-Turin |road".
    if town && view.shape(behind) == Shape::Lower && view.likely(behind, pos::NOUN) {
        (before, behind) = (first, end);
    }
    if before < first || behind > end {
        return Joined::Longer(before, behind);
    }
    if !firm || view.glued(end) || marks.has(first, ALL_CAPS) || !stranger(view, marks, end) {
        return Joined::No;
    }
    let stop = end + 1 + usize::from(stranger(view, marks, end + 1));
    if view.capital(stop) && view.is_word(stop) || view.is(stop, &[k::AMPERSAND]) {
        return Joined::No;
    }
    let thing = view.has(stop, Class::Thing)
        && view.words.all(stop, Class::Thing).any(|(_, row)| view.lexicon.branch(row).starts_with("thing/"));
    let counted = first > 0
        && (view.is(first - 1, &[k::A, k::AN, k::HIS, k::HER, k::THEIR])
            || view.tokens[first - 1].kind == Kind::Number);
    // "a stolen |Toyota Hilux".
    let described = first > 1
        && view.shape(first - 1) == Shape::Lower
        && view.likely(first - 1, pos::ADJECTIVE | pos::PARTICIPLE)
        && view.is(first - 2, &[k::A, k::AN, k::THE, k::HIS, k::HER, k::THEIR]);
    if thing || counted || described { Joined::Product } else { Joined::Longer(first, stop) }
}

/// Where a name begins that goes back over hyphens to a word that nobody knows: "|Brask-sur-Mer".
fn before(view: &View, marks: &Marks, first: usize) -> usize {
    let (mut at, mut strange) = (first, false);
    while at > 1 && view.is(at - 1, &[k::HYPHEN]) && view.glued(at - 1) && view.glued(at) {
        if view.capital(at - 2) && view.is_word(at - 2) {
            strange |= stranger(view, marks, at - 2);
        } else if !(view.shape(at - 2) == Shape::Lower && view.tokens[at - 2].len() <= 4) {
            break;
        }
        at -= 2;
    }
    if strange && view.capital(at) { at } else { first }
}

/// A word with a capital that nobody knows.
fn stranger(view: &View, marks: &Marks, at: usize) -> bool {
    const KNOWN: u32 = Class::Title.bit() | Class::Shape.bit() | Class::Time.bit() | Class::Number.bit();
    view.is_word(at)
        && matches!(view.shape(at), Shape::Title | Shape::Upper)
        && view.tokens[at].newlines_before == 0
        && view.tokens[at].len() > 2
        && !common(view, at)
        && !view.info(at).flags.has(WordFlags::GIVEN | WordFlags::SURNAME)
        && view.words.masks[at] & KNOWN == 0
        && !marks.has(at, OPENS)
        && marks.names.starting(at).is_empty()
}
