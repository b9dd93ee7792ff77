//! Bodies that every state has, told by what they are: "South Korea's spy agency", "the Russian defence ministry",
//! "the parliament of Kenya". Which of them a country has is in the lexicon of agencies; one that is not there is still
//! an agency, with its type and country.
//!
//! A demonym or a country right before the body is part of its name, as is "of" with the country behind it; a
//! possessive is not: "the **Israeli military**", "Israel's **military**".

use super::Named;
use super::evidence::{ALL_CAPS, HEADLINE, KNOWN_PLACE, Marks, OPENS, calendar};
use super::gazetteer::Listed;
use super::seen::Seen;
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{Entry, NameFlags, View, keyword as k, types};
use crate::record::{EntityKind, Via};
use crate::text::{Kind, Shape};

/// How many adjectives may stand between an owner and the body: "Russia's elite presidential guard".
const BETWEEN: usize = 2;

/// Whose body it may be.
struct Owner {
    entry: Entry,
    demonym: bool,
    /// The entry is somebody who rules the country: "the Assad regime".
    ruler: bool,
    /// The entry is a town: only what governs a whole country is meant ("Moscow's foreign ministry").
    town: bool,
    /// The name is also that of a region of another country ("Georgia").
    doubtful: bool,
    /// The entry is a part of a country: "the Tasmanian Government".
    region: bool,
}

/// Finds the bodies that the names of countries and their demonyms tell.
pub(super) fn find(view: &View, marks: &Marks, out: &mut Vec<Named>) {
    if !marks.starts.offices {
        return;
    }
    for &group in marks.names.groups() {
        let (first, end) = (group.first as usize, group.end as usize);
        let owned = view.is(end, &[k::POSSESSIVE, k::APOSTROPHE]);
        let behind = if owned { (end + 1..=end + 1 + BETWEEN).find(|&at| view.has(at, Class::Office)) } else { None };
        let next_to = view.has(end, Class::Office);
        let before = first >= 2 && view.is(first - 1, &[k::OF]) || first >= 3 && view.is(first - 2, &[k::OF]);
        if !(next_to || before || behind.is_some()) {
            continue;
        }
        let Some(owner) = owner(marks.names.of(group)) else { continue };
        let found = if owner.region {
            // Of parts of countries only what bears their name with a capital, or their people's.
            let theirs = next_to && (owner.demonym || view.capital(end)) && !marks.has(first, HEADLINE | ALL_CAPS);
            if theirs { body(view, marks, &owner, first, end) } else { None }
        } else if let Some(at) = behind.filter(|&at| (end + 1..at).all(|t| small_adjective(view, t))) {
            body(view, marks, &owner, at, at)
        } else if next_to && !marks.has(end, OPENS) && !owner.town && may_precede(view, &owner, first, end) {
            body(view, marks, &owner, first, end)
        } else if before && !owner.demonym && !owner.town && !owner.ruler && !owned {
            body_before(view, marks, &owner, first, end)
        } else {
            None
        };
        out.extend(found.filter(|body| !named_behind(view, marks, body, out)));
    }
}

/// "Peru's disaster agency|, Sindezel,": what it is called stands behind it and is the mention.
fn named_behind(view: &View, marks: &Marks, body: &Named, out: &[Named]) -> bool {
    let (end, name) = (body.end as usize, body.end + 1);
    let called = |other: &Named| {
        other.first == name
            && other.kind == EntityKind::Agency
            && view.is(other.end as usize, &[k::COMMA, k::DOT, k::SEMICOLON])
    };
    view.is(end, &[k::COMMA]) && view.capital(end + 1) && view.shape(end - 1) == Shape::Lower
        // "the US space agency, Sindezel,": the country is no mention by itself.
        && !marks.knows(body.first as usize, KNOWN_PLACE) && out.iter().any(called)
}

/// The likeliest owner of a name: a country before a town, of two countries the greater.
fn owner(same: &[Listed]) -> Option<Owner> {
    let entries = || same.iter().map(|name| (name.flags, name.entry));
    let of_type =
        |subtype: u32| entries().filter(move |(_, entry)| entry.kind == EntityKind::Place && entry.subtype == subtype);
    let greatest = |subtype| of_type(subtype).max_by(|a, b| a.1.population.total_cmp(&b.1.population));
    let country = greatest(types::COUNTRY);
    let town = || greatest(types::CITY).filter(|(flags, _)| !flags.has(NameFlags::DEMONYM));
    let ruler = || entries().find(|(_, entry)| entry.kind == EntityKind::Person && entry.country != 0);
    let region = || greatest(types::REGION);
    let (flags, entry) = country.or_else(ruler).or_else(region).or_else(town)?;
    let ruler = entry.kind == EntityKind::Person;
    let region = entry.subtype == types::REGION && !ruler;
    Some(Owner {
        entry,
        demonym: flags.has(NameFlags::DEMONYM),
        ruler,
        town: country.is_none() && !ruler && !region,
        region,
        doubtful: of_type(types::REGION).any(|(_, region)| region.country != entry.country),
    })
}

/// Whether a body right behind an owner belongs to it: not in "a pro-Iraqi army", "soldiers in Mali police".
fn may_precede(view: &View, owner: &Owner, first: usize, at: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return true };
    let hyphen = view.is(before, &[k::HYPHEN, k::SLASH]) && view.glued(before) && view.glued(first);
    let located = !owner.demonym && view.is(before, &[k::IN, k::NEAR, k::AT]) && !view.capital(at);
    !hyphen && !located
}

/// The body whose phrase starts at `at`, as an entity from `first` on.
fn body(view: &View, marks: &Marks, owner: &Owner, first: usize, at: usize) -> Option<Named> {
    let (end, _) = view.longest(at, Class::Office)?;
    let beside_name = first < at && !owner.demonym;
    if !complete(view, marks, at, end) || counted(view, first, end) || (beside_name && acts(view, end)) {
        return None;
    }
    let named = named(view, owner, at, end, first, end)?;
    // "the US government": the country by its name.
    let country = beside_name && !owner.ruler && !view.capital(at) && named.subtype == types::GOVERNMENT;
    (!country).then_some(named)
}

/// The body before "of" and the country: "the parliament of Kenya".
fn body_before(view: &View, marks: &Marks, owner: &Owner, first: usize, end: usize) -> Option<Named> {
    let of = (first - 2..first).rev().find(|&at| view.is(at, &[k::OF]))?;
    if of + 1 < first && !view.is(first - 1, &[k::THE]) {
        return None;
    }
    let at =
        (of.saturating_sub(4)..of).find(|&at| view.longest(at, Class::Office).is_some_and(|(end, _)| end == of))?;
    let possessed = view.is(end, &[k::POSSESSIVE]);
    if possessed || counted(view, at, of) || marks.has(of, OPENS) {
        return None;
    }
    named(view, owner, at, of, at, end)
}

/// The entity for the phrase `at..stop`, over the tokens `first..end`.
fn named(view: &View, owner: &Owner, at: usize, stop: usize, first: usize, end: usize) -> Option<Named> {
    let lexicon = view.lexicon;
    let rows =
        || view.words.all(at, Class::Office).filter(|(end, _)| *end == stop).map(|(_, row)| lexicon.offices[row]);
    let entry =
        if owner.region { None } else { rows().find_map(|row| lexicon.office(owner.entry.country, row.office)) };
    let subtype = rows().next()?.subtype;
    // What regions and towns have too is theirs; who rules has a regime and no other body.
    let national = match subtype {
        _ if owner.region => {
            matches!(subtype, types::GOVERNMENT | types::POLICE | types::LEGISLATURE | types::COURT)
        }
        _ if owner.ruler => rows().any(|row| row.office == types::REGIME),
        types::MINISTRY | types::INTELLIGENCE => true,
        types::MILITARY | types::BANK => !owner.doubtful,
        _ => !owner.doubtful && !owner.town,
    };
    if !national {
        return None;
    }
    let mut named = Named::new(first, end, EntityKind::Agency, Via::Rule, if entry.is_some() { 0.95 } else { 0.92 });
    (named.entry, named.subtype, named.country) = (entry, subtype, owner.entry.country);
    Some(named)
}

/// A body that the text has told of, to which "the spy agency" may point back.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub seen: Seen,
    country: u32,
    /// The office, where no entry has it.
    office: u32,
}

impl Told {
    /// What an agency may be called later. None where its country is not known.
    pub fn of(view: &View, named: &Named, seen: Seen) -> Option<Told> {
        let lexicon = view.lexicon;
        let listed = named.entry.map_or(0, |entry| lexicon.entry(entry).country);
        let country = if listed != 0 { listed } else { named.country };
        if country == 0 {
            return None;
        }
        let phrase = |at: usize| view.longest(at, Class::Office).filter(|&(end, _)| end <= named.end as usize);
        let office = match listed {
            0 => lexicon.offices[named.range().find_map(phrase)?.1].office,
            _ => 0,
        };
        Some(Told { seen, country, office })
    }

    fn has(&self, view: &View, office: u32) -> bool {
        match self.office {
            0 => self.seen.entry.is_some() && view.lexicon.office(self.country, office) == self.seen.entry,
            own => own == office,
        }
    }

    /// Whether both are one body.
    pub fn same(&self, other: &Told) -> bool {
        let key = |told: &Told| (told.seen.entry, told.country, told.office);
        key(self) == key(other)
    }
}

/// "the spy agency", "the Defence Ministry": where the body at a token ends, and which of those told of it is, where it
/// can be only one.
pub(super) fn points_back(view: &View, marks: &Marks, told: &[Told], token: usize) -> Option<(usize, Seen)> {
    if told.is_empty() || token == 0 || !view.is(token - 1, &[k::THE]) {
        return None;
    }
    let (end, _) = view.longest(token, Class::Office)?;
    if !complete(view, marks, token, end) {
        return None;
    }
    let mut rows = view.words.all(token, Class::Office).filter(|(stop, _)| *stop == end);
    rows.find_map(|(_, row)| {
        let office = view.lexicon.offices[row].office;
        let mut fitting = told.iter().filter(|told| told.has(view, office));
        let only = fitting.next()?;
        fitting.all(|other| other.same(only)).then_some((end, only.seen))
    })
}

/// Whether a phrase is the whole of the body: not in "police officers", "Army Radio", "military aid", "army-backed".
fn complete(view: &View, marks: &Marks, at: usize, end: usize) -> bool {
    let longer = (at..end).any(|t| view.longest(t, Class::Thing).is_some_and(|(thing, _)| thing > end));
    // "the Russian news agency Tass", "Army Radio": the name stands behind it, or goes on.
    let goes_on = view.capital(end)
        && view.is_word(end)
        && !marks.has(end, OPENS)
        && !view.has(end, Class::Title)
        && !calendar(view, end, false);
    let people = |(_, row): (usize, usize)| view.lexicon.branch(row).starts_with("person");
    let person = view.has(end, Class::Title) || view.longest(end, Class::Thing).is_some_and(people);
    let adjective = view.can_be(end - 1, pos::ADJECTIVE)
        && view.shape(end) == Shape::Lower
        && view.likely(end, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
        && !person;
    let hyphen = view.is(end, &[k::HYPHEN]) && view.glued(end);
    !(longer || goes_on || adjective || hyphen)
}

/// "40 Iraqi police", "dozens of Turkish marines": those who are counted are people and no body.
fn counted(view: &View, first: usize, end: usize) -> bool {
    if !view.has(end - 1, Class::Thing) && !view.can_be(end - 1, pos::PLURAL) {
        return false;
    }
    let year = |t: usize| view.tokens[t].kind == Kind::Number && view.tokens[t].len() == 4;
    let number = |t: usize| (view.tokens[t].kind == Kind::Number && !year(t)) || view.has(t, Class::Number);
    let Some(before) = first.checked_sub(1) else { return false };
    number(before) || (view.is(before, &[k::OF]) && before > 0 && number(before - 1))
}

/// "Russia forces Ukraine to …": a verb and no body, as somebody it is done to follows.
fn acts(view: &View, end: usize) -> bool {
    view.can_be(end - 1, pos::THIRD | pos::VERB)
        && (view.capital(end) || view.likely(end, pos::DETERMINER | pos::PRONOUN))
}

fn small_adjective(view: &View, at: usize) -> bool {
    view.is_word(at) && view.shape(at) == Shape::Lower && view.likely(at, pos::ADJECTIVE)
}
