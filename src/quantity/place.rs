//! Place: where it happened, by the clause and what leads to it, not by nearness.
//!
//! A place counts when a preposition leads to it ("in a hamlet near Luang Prabang, Laos"), and of such a chain the most
//! specific one. Places that tell where somebody spoke do not count. A sentence that names no place takes the one that
//! the text has been about.

use super::clause::{self, Piece, Pieces, WINDOW, What};
use super::grammar::BE;
use super::outline::Text;
use super::source::{Claims, Speech};
use super::{Quantity, Unit};
use crate::entity::Named;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Scene};
use crate::lexicon::{View, WordId};
use crate::record::{EntityKind, Role, UnitKind};
use crate::time::Preposition;
use crate::trace::Trace;

/// Everything the rules read of a sentence.
struct Reader<'r, 's, 'a> {
    text: Text<'r, 's, 'a>,
    pieces: &'r [Piece],
    claims: Claims<'r>,
}

/// How many places a chain may hold.
const CHAIN: usize = 6;

/// The place that a text is about so far.
#[derive(Clone, Copy)]
struct About {
    place: u32,
    /// A figure's event has it, and not only the words of the text.
    event: bool,
}

/// Which place of the text a quantity may take that its own sentence gives none.
enum Carried {
    /// That of another figure's event.
    Event,
    /// Any, or that of the dateline.
    Any,
}

/// Links every quantity that has a role, and every counted event, to the place where it happened.
pub(super) fn link(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &mut [Quantity], trace: &mut Trace) {
    let Text { view, entities, .. } = text;
    let mut scene: Option<About> = None;
    // The sentences before this one have no place to begin with, where there is no scene.
    let mut placeless = 0;
    let mut dateline = None;
    let mut order: Vec<usize> = (0..list.len()).filter(|&index| happens(view, &list[index])).collect();
    order.sort_by_key(|&index| (list[index].sentence, list[index].first));
    let mut order = order.into_iter().peekable();
    while let Some(&first) = order.peek() {
        let sentence = list[first].sentence;
        let named = text.places(sentence).next().is_some();
        if named {
            pieces.ready(text, list, sentence);
            speech.ready(text, pieces, list, sentence);
        }
        let mut found_here = None;
        while let Some(index) = order.next_if(|&index| list[index].sentence == sentence) {
            let own = if named {
                let reader = Reader { text, pieces: pieces.of(sentence), claims: speech.of(sentence) };
                reader.own(&list[index])
            } else {
                None
            };
            let place = own.or_else(|| match carried(text, &list[index])? {
                Carried::Event => scene.filter(|scene| scene.event).map(|scene| scene.place),
                Carried::Any => {
                    while scene.is_none() && placeless < sentence {
                        scene = first_place(text, pieces, speech, list, placeless)
                            .map(|place| About { place, event: false });
                        placeless += 1;
                    }
                    scene
                        .map(|scene| scene.place)
                        .or_else(|| *dateline.get_or_insert_with(|| dateline_place(text, pieces.ready(text, list, 0))))
                }
            });
            if let Some(place) = place {
                let named = &entities.list[place as usize];
                let (start, end) = view.span(named.first as usize, named.end as usize);
                trace.note("place", start, end, || {
                    if own.is_some() { "of the clause" } else { "of the text" }.to_owned()
                });
                list[index].place = Some(place);
            }
            if let Some(place) = own.filter(|_| !aggregate(text, &list[index])) {
                found_here = found_here.or(Some((place, list[index].role != Some(Role::Deployed))));
            }
        }
        scene = match (found_here, scene) {
            (Some((place, _)), Some(before)) if before.event && rank(text, place) < rank(text, before.place) => {
                Some(before)
            }
            (Some((place, event)), _) => Some(About { place, event }),
            (None, before) => before,
        };
    }
    for index in 0..list.len() {
        inherit(list, index);
    }
}

/// Whether something happened to or in what is counted.
fn happens(view: &View, quantity: &Quantity) -> bool {
    if matches!(quantity.unit, Unit::Measure { kind, .. } if kind != UnitKind::Percent)
        && quantity.role != Some(Role::Delivered)
    {
        return false;
    }
    quantity.role.is_some() || event(view, quantity)
}

/// Whether what is counted is itself an event: "three air strikes", "two explosions".
pub(super) fn event(view: &View, quantity: &Quantity) -> bool {
    let Unit::Count(noun) = quantity.unit else { return false };
    noun.thing.is_some_and(|row| {
        let thing = &view.lexicon.things[row as usize];
        view.lexicon.branches[thing.branch as usize].starts_with("event/violence")
    })
}

/// A part takes the place of its whole where it has none of its own.
fn inherit(list: &mut [Quantity], index: usize) {
    let Some(whole) = list[index].part_of.map(|whole| whole as usize) else { return };
    if list[index].role.is_some() && list[index].role == list[whole].role && list[index].place.is_none() {
        list[index].place = list[whole].place;
    }
}

impl Reader<'_, '_, '_> {
    /// The place that the quantity's own sentence gives.
    fn own(&self, quantity: &Quantity) -> Option<u32> {
        let pieces = self.pieces;
        let Ends { own, low, high } = ends(pieces, quantity)?;
        let near = |range: std::ops::Range<usize>, stops: fn(What) -> bool, quantity: &Quantity| {
            range
                .take(WINDOW)
                .map(|at| (at, pieces[at].what))
                .take_while(|(_, what)| !stops(*what))
                .find_map(|(_, what)| self.candidate(what, quantity.role))
        };
        let clause = |what: What| matches!(what, What::Relative | What::Clause | What::Semicolon | What::Cue);
        if quantity.role == Some(Role::Employed) {
            // "employs 900 people in Ghana", but not "… at 35 plants in Ghana".
            let other = |what: What| {
                matches!(
                    what,
                    What::Number(_)
                        | What::Comma
                        | What::And
                        | What::Relative
                        | What::Clause
                        | What::Semicolon
                        | What::Cue
                )
            };
            return near(high + 1..pieces.len(), other, quantity).map(|place| self.finest(place));
        }
        let forward = near(high + 1..pieces.len(), clause, quantity).or_else(|| self.object(pieces, high, quantity));
        if forward.is_some() || quantity.role == Some(Role::Delivered) {
            return forward.map(|place| self.finest(place));
        }
        if let Some(place) = self.subject(pieces, own) {
            return Some(place);
        }
        // "Nine people in Kano were killed", "killed near Kano, including two children".
        let between = near(own + 1..high, clause, quantity);
        if let Some(place) = between.or_else(|| self.backward(pieces, own, quantity, true)) {
            return Some(self.finest(place));
        }
        let low = low.min(own);
        let breaks = |what: What| matches!(what, What::Semicolon);
        near(high + 1..self.told_of_others(pieces, high), breaks, quantity)
            .or_else(|| self.backward(pieces, low, quantity, false))
            .map(|place| self.finest(place))
    }

    /// "Manila has seen 12 deaths", "Cebu province accounted for 141 of them": the place that is the subject of a verb which takes the
    /// quantity.
    fn subject(&self, pieces: &[Piece], own: usize) -> Option<u32> {
        let view = self.text.view;
        let mut at = own.checked_sub(1)?;
        // "reported 412 cases and nine deaths".
        let mut between = 0..NEAR;
        while !tells_of(view, pieces[at], Scene::Subject) {
            // "accounted for".
            let particle = pieces[at].what == What::Preposition
                && at.checked_sub(1).is_some_and(|before| tells_of(view, pieces[before], Scene::Subject));
            let joins = particle
                || matches!(
                    pieces[at].what,
                    What::Number(_) | What::Noun | What::Modifier | What::Determiner | What::And | What::Comma
                );
            if !joins || between.next().is_none() {
                return None;
            }
            at = at.checked_sub(1)?;
        }
        // "Dhaka alone has".
        loop {
            at = at.checked_sub(1)?;
            match pieces[at].what {
                What::Aux | What::Adverb | What::Noun | What::Time(_) => {}
                What::Modifier if !view.glued(pieces[at].first as usize) => {}
                What::Entity(index) => {
                    let named = &self.text.entities.list[index as usize];
                    let opens = at == 0
                        || matches!(
                            pieces[at - 1].what,
                            What::Comma
                                | What::And
                                | What::But
                                | What::Semicolon
                                | What::Clause
                                | What::Relative
                                | What::Dash
                                | What::Quote
                                | What::Determiner
                        );
                    return (named.kind == EntityKind::Place && opens).then_some(index);
                }
                _ => return None,
            }
        }
    }

    /// "fled Khartoum", "evacuated Mariupol": the place that the cue takes without a preposition.
    fn object(&self, pieces: &[Piece], high: usize, quantity: &Quantity) -> Option<u32> {
        let leaves = matches!(quantity.role, Some(Role::Displaced | Role::Evacuated));
        match pieces.get(high + 1)?.what {
            What::Entity(index) if leaves && self.text.entities.list[index as usize].kind == EntityKind::Place => {
                Some(index)
            }
            _ => None,
        }
    }

    /// Where a relative clause begins behind the cue that tells something of somebody else ("the man who had shot three in X").
    fn told_of_others(&self, pieces: &[Piece], high: usize) -> usize {
        (high + 1..pieces.len())
            .take(WINDOW)
            .find(|&at| {
                matches!(pieces[at].what, What::Relative)
                    && self.text.view.is(pieces[at].first as usize, &[kw::WHO, kw::WHOSE, kw::WHICH])
            })
            .unwrap_or(pieces.len())
    }

    /// The nearest place before; "X, where 12 were killed" gives X. `clause` stays within the clause.
    fn backward(&self, pieces: &[Piece], low: usize, quantity: &Quantity, clause: bool) -> Option<u32> {
        for at in (0..low).rev().take(WINDOW) {
            match pieces[at].what {
                What::Relative if self.text.view.is(pieces[at].first as usize, &[kw::WHERE]) => {
                    let before = (0..at).rev().take(3).find_map(|before| match pieces[before].what {
                        What::Entity(index) if self.text.entities.list[index as usize].kind == EntityKind::Place => {
                            Some(index)
                        }
                        _ => None,
                    });
                    if before.is_some() {
                        return before;
                    }
                }
                What::Relative | What::Clause | What::Semicolon if clause => return None,
                what => {
                    if let Some(place) = self.candidate(what, quantity.role) {
                        return Some(place);
                    }
                }
            }
        }
        None
    }

    /// Whether a piece is a place where a quantity of this role can have happened.
    fn candidate(&self, what: What, role: Option<Role>) -> Option<u32> {
        let What::Entity(index) = what else { return None };
        let named = &self.text.entities.list[index as usize];
        let counts =
            named.kind == EntityKind::Place && !self.claims.tells(named.first) && led_to(self.text, named, role);
        counts.then_some(index)
    }

    /// Of a chain of places that contain each other ("near Kaura in Katsina state, northern Nigeria") the most specific.
    fn finest(&self, place: u32) -> u32 {
        let mut first = place as usize;
        let mut hops = 0..CHAIN;
        while hops.next().is_some()
            && let Some(before) = first.checked_sub(1).filter(|&before| self.chained(before, first))
        {
            first = before;
        }
        let mut best = first;
        let mut at = first;
        while at < first + CHAIN && at + 1 < self.text.entities.list.len() && self.chained(at, at + 1) {
            at += 1;
            // "in Chapahar district, outside Jalalabad".
            if self.beyond(at) && rank(self.text, best as u32) > COUNTRY {
                break;
            }
            if rank(self.text, at as u32) > rank(self.text, best as u32) {
                best = at;
            }
        }
        best as u32
    }

    /// Whether a place tells only where another lies: "outside Lagos", "north of Lagos".
    fn beyond(&self, place: usize) -> bool {
        let first = self.text.entities.list[place].first as usize;
        (first.saturating_sub(5)..first).any(|token| {
            let view = self.text.view;
            view.is(token, &[kw::OUTSIDE]) || view.is(token, &[kw::OF]) && token > 0 && view.is(token - 1, COMPASS)
        })
    }

    /// Whether two places in a row tell of one spot: nothing but commas, prepositions of place and nouns between them.
    fn chained(&self, one: usize, other: usize) -> bool {
        let (before, after) = (&self.text.entities.list[one], &self.text.entities.list[other]);
        let between = before.end as usize..after.first as usize;
        before.kind == EntityKind::Place
            && after.kind == EntityKind::Place
            && !between.is_empty()
            && between.len() <= 8
            && between.clone().all(|token| {
                let view = self.text.view;
                let stop = view.is(
                    token,
                    &[kw::AND, kw::OR, kw::TO, kw::FROM, kw::FOR, kw::BY, kw::WITH, kw::DOT, kw::WHO, kw::WHERE],
                ) || self.text.times.at(token).is_some()
                    || view.verb_like(token)
                    || matches!(view.tokens[token].punct(), b';' | b':' | b'(' | b'.')
                    || view.tokens[token].punct() == b'-' && !view.glued(token);
                !stop
            })
    }
}

/// The rank of a country.
const COUNTRY: u8 = 1;

/// How specific a place is.
fn rank(text: Text, place: u32) -> u8 {
    let named = &text.entities.list[place as usize];
    let subtype = named.entry.map_or(named.subtype, |entry| text.view.lexicon.entry(entry).subtype);
    match text.view.lexicon.string(subtype) {
        "continent" => 0,
        "country" => COUNTRY,
        "region" | "area" | "water" | "island" | "mountain" => 2,
        _ => 3,
    }
}

/// Whether a quantity may take the place that the text has been about.
fn carried(text: Text, quantity: &Quantity) -> Option<Carried> {
    if aggregate(text, quantity) || quantity.value == Some(0.0) || quantity.marks.hypothetical {
        return None;
    }
    match quantity.role? {
        Role::Delivered => None,
        Role::Employed | Role::Deployed => Some(Carried::Event),
        _ => Some(Carried::Any),
    }
}

/// Whether a figure sums up a time ("since 2014", "last year") and not one event.
fn aggregate(text: Text, quantity: &Quantity) -> bool {
    quantity.time.is_some_and(|time| {
        let time = &text.times.list[time as usize];
        time.preposition == Preposition::Since || time.historical || time.of_year(text.view)
    })
}

/// How far a verb may stand before what it takes, in pieces.
const NEAR: usize = 10;

/// Whether a piece is a verb that tells of a place in this way.
fn tells_of(view: &View, piece: Piece, scene: Scene) -> bool {
    matches!(piece.what, What::Verb | What::Cue | What::Report(_)) && scene_at(view, piece.first as usize, scene)
}

/// Whether a verb at a token tells of a place in this way.
fn scene_at(view: &View, token: usize, scene: Scene) -> bool {
    view.has(token, Class::Scene)
        && view.words.all(token, Class::Scene).any(|(_, row)| view.lexicon.scenes[row] == scene)
}

/// "Cebu was struck by a quake".
fn is_hit(view: &View, named: &Named) -> bool {
    let at = named.end as usize;
    let verb = if view.is(at, &[kw::HAS, kw::HAD]) { at + 1 } else { at };
    view.is(verb, BE) && scene_at(view, verb + 1, Scene::Object) && view.is(verb + 2, &[kw::BY])
}

const COMPASS: &[WordId] = &[kw::NORTH, kw::SOUTH, kw::EAST, kw::WEST];

const STAYS: WordSet = WordSet::of(&[
    kw::IN,
    kw::AT,
    kw::NEAR,
    kw::OUTSIDE,
    kw::INSIDE,
    kw::ACROSS,
    kw::AROUND,
    kw::ON,
    kw::WITHIN,
    kw::THROUGHOUT,
    kw::OFF,
]);

/// Whether a preposition of place leads to the entity, over "the", adjectives and nouns ("on the Greek island of X").
fn led_to(text: Text, named: &Named, role: Option<Role>) -> bool {
    let Text { view, entities, .. } = text;
    let mut token = named.first as usize;
    if is_hit(view, named) {
        return true;
    }
    for _ in 0..7 {
        let Some(before) = token.checked_sub(1) else { return false };
        token = before;
        if STAYS.has(view.id(token)) || scene_at(view, token, Scene::Object) {
            return true;
        }
        // "close to Yelwata".
        if view.is(token, &[kw::TO]) && token > 0 && view.is(token - 1, &[kw::CLOSE_BY, kw::NEXT]) {
            return true;
        }
        // "swept through the camp".
        if view.is(token, &[kw::THROUGH, kw::INTO]) && token > 0 && scene_at(view, token - 1, Scene::Object) {
            return true;
        }
        let moves = match role {
            Some(Role::Deployed | Role::Delivered) => view.is(token, &[kw::TO, kw::INTO, kw::TOWARDS, kw::TOWARD]),
            Some(Role::Displaced | Role::Evacuated) => view.is(token, &[kw::FROM, kw::OUT]),
            Some(Role::ShotDown | Role::Launched) => {
                view.is(token, &[kw::OVER, kw::INTO, kw::AGAINST, kw::TOWARDS, kw::TOWARD])
            }
            Some(Role::Protesting) => view.is(token, &[kw::THROUGH]),
            _ => false,
        };
        if moves {
            return true;
        }
        if view.is(token, &[kw::TO, kw::FROM, kw::BY, kw::INTO, kw::AND]) {
            return false;
        }
        let adjective = entities.at(token).is_some_and(|index| entities.list[index].kind == EntityKind::Nationality);
        if !adjective && (entities.at(token).is_some() || !view.is_word(token) || view.verb_like(token)) {
            return false;
        }
    }
    false
}

/// The first place that a preposition leads to in a sentence.
fn first_place(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &[Quantity], sentence: u32) -> Option<u32> {
    let led = |index: usize| led_to(text, &text.entities.list[index], None);
    if !text.places(sentence).any(led) {
        return None;
    }
    pieces.ready(text, list, sentence);
    speech.ready(text, pieces, list, sentence);
    let reader = Reader { text, pieces: pieces.of(sentence), claims: speech.of(sentence) };
    let found = reader.pieces.iter().find_map(|piece| reader.candidate(piece.what, None));
    found.map(|place| reader.finest(place))
}

/// The place of the dateline: "GAZIPUR, Bangladesh - Nineteen workers".
fn dateline_place(text: Text, pieces: &[Piece]) -> Option<u32> {
    let What::Entity(first) = pieces.first()?.what else { return None };
    let dash = pieces.iter().take(9).position(|piece| matches!(piece.what, What::Dash))?;
    let plain = pieces[..dash].iter().all(|piece| {
        matches!(piece.what, What::Entity(_) | What::Comma | What::Open | What::Close | What::Time(_) | What::Stop)
    });
    (plain && text.entities.list[first as usize].kind == EntityKind::Place).then_some(first)
}

/// Where a quantity and its cue stand in the pieces of their sentence.
pub(super) struct Ends {
    /// The quantity's own piece.
    pub own: usize,
    /// The first of both.
    pub low: usize,
    /// The last of both.
    pub high: usize,
}

/// Where a quantity and its cue stand; a cue of another sentence counts for nothing.
pub(super) fn ends(pieces: &[Piece], quantity: &Quantity) -> Option<Ends> {
    let at = |token: u32| clause::at(pieces, token);
    let own = at(quantity.first)?;
    let last = at(quantity.end.max(quantity.first + 1) - 1)?;
    let (first, end) = (pieces.first()?.first, pieces.last()?.end);
    let cue = quantity.cue.filter(|cue| cue.0 >= first && cue.1 <= end && cue.0 < cue.1);
    let (low, high) = match cue {
        Some(cue) => (own.min(at(cue.0)?), last.max(at(cue.1 - 1)?)),
        None => (own, last),
    };
    Some(Ends { own, low, high })
}
