//! Names told by the company that they keep: beside people, firms, those who speak for them and those who tell them something.

use super::context::strange;
use super::evidence::{AFTER_TITLE, ALL_CAPS, Marks, OPENS, common};
use super::gazetteer::Listed;
use super::{Named, points};
use crate::lexicon::sense::Class;
use crate::lexicon::{View, WordFlags, keyword as k, types};
use crate::record::{EntityKind, Via};
use crate::text::Shape;

/// "Guilder Mills |spokeswoman Ann Tolley": words before what somebody does for them.
pub(super) fn employs(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    if !view.has(end, Class::Title) || view.shape(end) != Shape::Lower || marks.has(token, AFTER_TITLE) {
        return None;
    }
    let (behind, _) = view.longest(end, Class::Title)?;
    let person = |t: usize| view.info(t).flags.has(WordFlags::GIVEN) && marks.may_be_person(t);
    let opener = marks.has(token, OPENS) && common(view, token);
    // "the Brask Oro captain, |Yeson Marula,".
    let apposed =
        || view.is(behind, &[k::COMMA]) && view.capital(behind + 1) && token > 0 && view.is(token - 1, &[k::THE]);
    ((person(behind) || apposed())
        && !opener
        && strange(view, token, end)
        && !view.info(token).flags.has(WordFlags::GIVEN))
    .then(|| Named::new(token, end, EntityKind::Agency, Via::Name, 0.65))
}

/// "Ann Tolley, |Grant Rivers, Lise Brandt": two words in a list of people.
pub(super) fn among_people(view: &View, at: &[u32], list: &[Named], token: usize, end: usize) -> Option<Named> {
    let person = |entity: Option<&u32>| {
        entity.and_then(|e| e.checked_sub(1)).is_some_and(|e| list[e as usize].kind == EntityKind::Person)
    };
    let joint = |t: usize| view.is(t, &[k::COMMA, k::AND, k::SEMICOLON]);
    let two = end == token + 2 && (token..end).all(|t| view.shape(t) == Shape::Title);
    let before = || token >= 2 && joint(token - 1) && (person(at.get(token - 2)) || view.is(token - 2, &[k::CLOSE]));
    let given = view.info(token).flags.has(WordFlags::GIVEN);
    let strangers = || (token..end).all(|t| !common(view, t));
    let behind = || joint(end) && person(at.get(end + 1));
    let named = two && (before() && (behind() || given) || behind() && (given || strangers()));
    named.then(|| Named::new(token, end, EntityKind::Person, Via::Rule, 0.65))
}

/// "made by |Immurex of Turin": a word that nobody knows, and the town where it has its seat.
pub(super) fn seated(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    let single = end == token + 1 && !common(view, token) && view.shape(token) == Shape::Title;
    let flags = view.info(token).flags;
    let before = token.checked_sub(1)?;
    let city = || {
        let town = |listed: &Listed| listed.entry.subtype == types::CITY && !listed.small;
        marks.names.starting(end + 1).iter().any(town)
    };
    (single
        && view.is(end, &[k::OF])
        && !flags.has(WordFlags::GIVEN | WordFlags::SURNAME)
        && view.is(before, &[k::BY, k::FOR, k::WITH, k::AND, k::FROM])
        && city())
    .then(|| {
        let mut named = Named::new(token, end, EntityKind::Agency, Via::Rule, 0.55);
        named.subtype = types::COMPANY;
        named
    })
}

/// "General Motors and |Snelda": a word that nobody knows beside a firm.
pub(super) fn among_firms(view: &View, at: &[u32], list: &[Named], token: usize, end: usize) -> Option<Named> {
    let single = end == token + 1 && !common(view, token) && view.shape(token) == Shape::Title;
    let flags = view.info(token).flags;
    if !single || flags.has(WordFlags::GIVEN | WordFlags::SURNAME) {
        return None;
    }
    let firm = |entity: Option<&u32>| {
        let named = &list[entity?.checked_sub(1)? as usize];
        let subtype = named.entry.map_or(named.subtype, |entry| view.lexicon.entry(entry).subtype);
        (named.kind == EntityKind::Agency
            && matches!(subtype, types::COMPANY | types::TEAM | types::BANK | types::MEDIA))
        .then_some(subtype)
    };
    let joint = |t: usize| view.is(t, &[k::AND, k::COMMA, k::OR]);
    let before = if token >= 2 && joint(token - 1) { firm(at.get(token - 2)) } else { None };
    let behind = || if joint(end) { firm(at.get(end + 1)) } else { None };
    // "Nestle, |Vevey": where a firm is.
    let listed = view.is(end, &[k::AND, k::COMMA, k::OR]) || token > 0 && view.is(token - 1, &[k::AND, k::OR]);
    let mut named = Named::new(token, end, EntityKind::Agency, Via::Rule, 0.55);
    named.subtype = before.or_else(behind).filter(|_| listed)?;
    Some(named)
}

/// "she told |Inforak": a word that nobody knows hears what is said.
pub(super) fn hearer(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    let letters = view.shape(token) == Shape::Upper && view.tokens[token].len() <= 6 && !marks.has(token, ALL_CAPS);
    let single = end == token + 1 && (letters || !common(view, token) && view.shape(token) == Shape::Title);
    let flags = view.info(token).flags;
    let person = !letters && flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
    if !single || person || token == 0 || marks.has(token, OPENS) {
        return None;
    }
    points::tells(view, token - 1).then(|| {
        let mut named = Named::new(token, end, EntityKind::Agency, Via::Rule, 0.55);
        named.subtype = types::MEDIA;
        named
    })
}
