//! The place that a quantity's own sentence gives.

use super::super::Quantity;
use super::super::apart::{opens_next, outdoes, told_of_others};
use super::super::clause::{Piece, WINDOW, What};
use super::super::outline::Text;
use super::super::source::Claims;
use super::super::when::begins_clause;
use super::apart::opens_clause;
use super::chain::{COUNTRY, finest, rank};
use super::lead::{GOES, Lead, lead, led_by, scene_at, thing_of};
use super::{Ends, ends};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, Scene, pos};
use crate::record::{EntityKind, Role};

/// Everything the rules read of a sentence.
pub(super) struct Reader<'r, 's, 'a> {
    pub text: Text<'r, 's, 'a>,
    pub pieces: &'r [Piece],
    pub claims: Claims<'r>,
    pub list: &'r [Quantity],
    /// The quantity is itself among what tells who speaks: "militants who hold three men in X said".
    pub told: bool,
    /// The place that the text has been about so far.
    pub scene: Option<u32>,
    /// The text gives none: clauses of other subjects may.
    pub across: bool,
}

impl Reader<'_, '_, '_> {
    /// The place that the quantity's own sentence gives.
    pub fn own(&self, quantity: &Quantity) -> Option<u32> {
        let ends = ends(self.pieces, quantity)?;
        // "the families of 19 of them sued in Rome" tells nothing of what happened to the 19.
        let before = ends.own.checked_sub(1).map(|before| self.pieces[before]);
        if ends.high <= ends.own
            && ends.low == ends.own
            && quantity.cue.is_none_or(|cue| cue.0 < self.pieces[0].first)
            && before.is_some_and(|before| self.text.view.is(before.first as usize, &[kw::OF]))
        {
            return None;
        }
        if quantity.role == Some(Role::Employed) {
            return self.right_behind(&ends).or_else(|| self.where_clause(ends.own.min(ends.low)));
        }
        let place = self.clause(quantity, &ends).or_else(|| self.sentence(quantity, &ends))?;
        // "the country's last crash" points to a name of another sentence.
        if self.text.entities.list[place as usize].first < self.pieces[0].first {
            return Some(place);
        }
        let place = finest(self.text, place);
        Some(self.finer(place, &ends, quantity).unwrap_or(place))
    }

    /// "Six people died in Kenya when a bus left the road near Voi": the place within a country or region that a later
    /// clause gives, if no other figure stands between.
    fn finer(&self, place: u32, ends: &Ends, quantity: &Quantity) -> Option<u32> {
        if rank(self.text, place) > COUNTRY + 1 {
            return None;
        }
        let others = told_of_others(self.text.view, self.pieces, ends.high);
        let stops = |at: usize| match self.pieces[at].what {
            What::Semicolon | What::Dash | What::Report(_) => true,
            What::Number(_) => true,
            What::Clause | What::Preposition => {
                self.text.view.is(self.pieces[at].first as usize, &[kw::BEFORE, kw::IF, kw::UNLESS, kw::UNTIL])
            }
            _ => false,
        };
        let behind = self.pieces.partition_point(|piece| piece.first <= self.text.entities.list[place as usize].first);
        let from = behind.max(ends.high + 1);
        let found = self.forward(from..others.max(from), stops, quantity, Lead::Firm)?;
        let found = finest(self.text, found);
        let country = |place: u32| self.country(place as usize);
        let inside = rank(self.text, found) > rank(self.text, place) && country(found) == country(place);
        inside.then_some(found)
    }

    /// The country of an entity, as index of the lexicon's strings.
    pub(super) fn country(&self, index: usize) -> u32 {
        let named = &self.text.entities.list[index];
        named.entry.map_or(named.country, |entry| self.text.view.lexicon.entry(entry).country)
    }

    /// "employs 300 people in Turku", but not "employs 300 people at 14 plants in Finland".
    fn right_behind(&self, ends: &Ends) -> Option<u32> {
        let other = |at: usize| {
            matches!(
                self.pieces[at].what,
                What::Number(_) | What::Comma | What::And | What::Relative | What::Clause | What::Semicolon | What::Cue
            )
        };
        (ends.high + 1..self.pieces.len())
            .take(WINDOW)
            .take_while(|&at| !other(at))
            .find_map(|at| self.candidate_at(at, Some(Role::Employed), Lead::Firm))
            .map(|place| finest(self.text, place))
    }

    /// The place that the quantity's own clause gives.
    fn clause(&self, quantity: &Quantity, ends: &Ends) -> Option<u32> {
        let &Ends { own, low, high } = ends;
        let all = self.pieces.len();
        let stops =
            |at: usize| matches!(self.pieces[at].what, What::Relative | What::Clause | What::Semicolon | What::Cue);
        // "crossed into Y after fleeing X".
        let fled = |at: &usize| !matches!(self.pieces[*at].what, What::Number(_) | What::Semicolon | What::Report(_));
        if self.goes(quantity.role)
            && let Some(place) = self
                .object(high, quantity)
                .or_else(|| (high + 1..all).take(FLED).take_while(fled).find_map(|at| self.object(at, quantity)))
                .or_else(|| self.forward(high + 1..all, stops, quantity, Lead::Way))
                .or_else(|| self.forward(own + 1..high, stops, quantity, Lead::Way))
        {
            return Some(place);
        }
        let forward = self.forward(high + 1..all, stops, quantity, Lead::Firm);
        if forward.is_some() || quantity.role == Some(Role::Delivered) {
            return forward;
        }
        // "Nine people in Kano were killed", "killed near Kano, including two children".
        self.forward(own + 1..high, stops, quantity, Lead::Firm).or_else(|| self.backward(own, quantity, true)).or_else(
            || {
                // "treated 80 people", "recorded nine deaths", "counted 17 dead".
                let next = quantity.cue.is_some_and(|cue| cue.0 == quantity.end);
                self.subject(own.min(low), high == own || low < own || next, quantity)
            },
        )
    }

    /// The place that another clause of the sentence gives.
    fn sentence(&self, quantity: &Quantity, ends: &Ends) -> Option<u32> {
        let &Ends { own, low, high } = ends;
        if quantity.role == Some(Role::Delivered) {
            return None;
        }
        let stationed = quantity.role == Some(Role::Deployed);
        let low = low.min(own);
        let others = told_of_others(self.text.view, self.pieces, high);
        let breaks = |at: usize| matches!(self.pieces[at].what, What::Semicolon);
        let origin = |at: usize| self.goes(quantity.role).then(|| self.object(at, quantity)).flatten();
        (0..low)
            .rev()
            .take(WINDOW)
            .find_map(origin)
            .or_else(|| self.forward(high + 1..others, breaks, quantity, Lead::Firm))
            .or_else(|| self.backward(low, quantity, false))
            .or_else(|| self.hit(low, quantity))
            // "Six children who were kidnapped in Kano were shot".
            .or_else(|| self.forward(own + 1..high, breaks, quantity, Lead::Firm))
            // "along its border with Belarus" is not in Belarus.
            .or_else(|| self.forward(high + 1..others, breaks, quantity, Lead::Beside).filter(|_| !stationed))
            .or_else(|| self.beside(low, quantity).filter(|_| !stationed))
    }

    /// Whether those of a role have come from somewhere or gone there.
    pub(super) fn goes(&self, role: Option<Role>) -> bool {
        matches!(role, Some(Role::Displaced | Role::Evacuated | Role::Deployed))
    }

    /// The first place of a range of pieces that is led to well enough.
    fn forward(
        &self,
        range: std::ops::Range<usize>,
        stops: impl Fn(usize) -> bool,
        quantity: &Quantity,
        least: Lead,
    ) -> Option<u32> {
        if !self.names_any(range.clone().take(WINDOW)) {
            return None;
        }
        let mut of_part = false;
        for at in range.take(WINDOW) {
            if !self.across && opens_clause(self.pieces, at) {
                return None;
            }
            if stops(at) || outdoes(self.text, self.pieces, at) || begins_clause(self.pieces, at) {
                return None;
            }
            match self.pieces[at].what {
                What::Entity(_) if opens_next(self.pieces, at) => return None,
                // "21 drones, nine of them over Kursk": where a part was, not the whole.
                // "Of the 22 injured nine were flown to X": where a part of them came to.
                What::Number(other) if self.is_moved(other, quantity) => return None,
                // ", but five got through, and **16 homes in X** were damaged": the place of another subject.
                What::Number(other) if self.is_other_subject(at, other, quantity) => return None,
                What::Number(other) => of_part = self.is_part(other, quantity),
                What::Comma | What::And => of_part = false,
                // "killed in the last day, most of them in Rafah".
                What::Pronoun if self.of_most(at) => of_part = true,
                _ if of_part => {}
                _ => {
                    if let Some(place) = self.candidate_at(at, quantity.role, least) {
                        return Some(place);
                    }
                }
            }
        }
        None
    }

    /// "fled Khartoum", "evacuated Mariupol": the place that a verb takes without a preposition.
    fn object(&self, verb: usize, quantity: &Quantity) -> Option<u32> {
        let leaves = matches!(quantity.role, Some(Role::Displaced | Role::Evacuated));
        // "fled to X" takes no place that was left.
        let to = matches!(self.pieces[verb].what, What::Preposition)
            || GOES.has(self.text.view.id(self.pieces[verb].first as usize));
        if !leaves || to || !self.is_cue_of(verb, quantity) {
            return None;
        }
        match self.pieces.get(verb + 1)?.what {
            What::Entity(index) => self.place(index),
            What::Determiner => match self.pieces.get(verb + 2)?.what {
                What::Entity(index) => self.place(index),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether a piece is a verb of the quantity's role: its own cue, or "fleeing" of those who are displaced.
    fn is_cue_of(&self, at: usize, quantity: &Quantity) -> bool {
        let piece = self.pieces[at];
        if quantity.cue.is_some_and(|cue| cue.0 <= piece.first && piece.end <= cue.1) {
            return true;
        }
        let view = self.text.view;
        matches!(piece.what, What::Cue | What::Verb)
            && view
                .words
                .all(piece.first as usize, Class::Cue)
                .any(|(end, row)| end == piece.first as usize + 1 && view.lexicon.cues[row].role == quantity.role)
    }

    /// "X, where the factory employs 300 people".
    fn where_clause(&self, low: usize) -> Option<u32> {
        let at = (0..low).rev().take(WINDOW).find(|&at| matches!(self.pieces[at].what, What::Relative))?;
        self.where_at(at).map(|place| finest(self.text, place))
    }

    /// The place that "where" at a piece points to.
    pub(super) fn where_at(&self, at: usize) -> Option<u32> {
        if !self.text.view.is(self.pieces[at].first as usize, &[kw::WHERE]) {
            return None;
        }
        (0..at).rev().take(8).find_map(|before| match self.pieces[before].what {
            What::Entity(index) => self.place(index).filter(|_| !self.is_beside(index)),
            _ => None,
        })
    }

    /// The nearest place before; "X, where 12 were killed" gives X. `clause` stays within the clause.
    fn backward(&self, low: usize, quantity: &Quantity, clause: bool) -> Option<u32> {
        if !self.names_any(0..low) {
            return None;
        }
        for at in (0..low).rev().take(WINDOW) {
            match self.pieces[at].what {
                What::Relative if self.where_at(at).is_some() => return self.where_at(at),
                What::Relative | What::Clause | What::Semicolon if clause => return None,
                // "Thirty are in jail in X, while eight were freed": told of others.
                What::Clause if self.text.view.is(self.pieces[at].first as usize, &[kw::WHILE]) => return None,
                What::Entity(_) if self.in_aside(at, low) => {}
                _ => {
                    if let Some(place) = self.candidate_at(at, quantity.role, Lead::Firm) {
                        return Some(place);
                    }
                }
            }
        }
        None
    }

    /// The nearest place before that only lies beside.
    fn beside(&self, low: usize, quantity: &Quantity) -> Option<u32> {
        if !self.names_any(0..low) {
            return None;
        }
        (0..low).rev().take(WINDOW).find_map(|at| self.candidate_at(at, quantity.role, Lead::Beside))
    }

    pub(super) fn is_beside(&self, index: u32) -> bool {
        lead(self.text, &self.text.entities.list[index as usize], None) == Lead::Beside
    }

    /// The place that a sentence names at all, if it is no whole country and nobody speaks there.
    pub fn named(&self) -> Option<u32> {
        let fits = |index: u32| {
            let named = &self.text.entities.list[index as usize];
            let end = named.end as usize;
            let rank = rank(self.text, index);
            // "Goma's main prison", but not "Bavaria's governor".
            let owner = rank <= COUNTRY + 1 && self.text.view.is(end, &[kw::POSSESSIVE]);
            let before = named.first.checked_sub(1);
            let joined = before.is_some_and(|at| self.text.view.is(at as usize, &[kw::FROM, kw::BETWEEN, kw::AND]));
            rank > COUNTRY
                && !owner
                && !joined
                && !self.claims.tells(named.first)
                && !self.text.view.is(end, &[kw::HYPHEN])
                && !self.goes_to(named.first as usize)
        };
        let left = |at: usize| {
            let verb = if at > 0 && matches!(self.pieces[at - 1].what, What::Determiner) { at - 1 } else { at };
            verb > 0 && scene_at(self.text.view, self.pieces[verb - 1].first as usize, Scene::Apart)
        };
        let found = (0..self.pieces.len()).find_map(|at| match self.pieces[at].what {
            What::Entity(index) => self.place(index).filter(|&index| fits(index) && !left(at)),
            _ => None,
        });
        found.map(|place| finest(self.text, place))
    }

    /// "to X", but not "on the road to X".
    fn goes_to(&self, first: usize) -> bool {
        let road = |token: usize| thing_of(self.text.view, token, "place/building/road");
        // "gunmen rode into X", "the war came to X".
        let view = self.text.view;
        let entered = first > 1
            && (view.is(first - 1, &[kw::INTO])
                && view.likely(first - 2, pos::PAST | pos::VERB | pos::THIRD | pos::ING)
                || view.is(first - 1, &[kw::TO]) && view.is(first - 2, &[kw::CAME, kw::COMES]));
        led_by(view, first, &GOES) && !entered && !(first > 1 && road(first - 2))
    }

    /// The place of an entity that is one.
    pub(super) fn place(&self, index: u32) -> Option<u32> {
        let named = &self.text.entities.list[index as usize];
        (named.kind == EntityKind::Place).then_some(index)
    }

    /// Whether one of some pieces is a place or may point to one: few sentences have one on each side of a figure.
    fn names_any(&self, mut range: impl Iterator<Item = usize>) -> bool {
        let view = self.text.view;
        range.any(|at| {
            let first = self.pieces[at].first as usize;
            let named = match self.pieces[at].what {
                What::Entity(index) => self.place(index).is_some(),
                What::Noun => view.has(first, Class::Thing),
                _ => false,
            };
            named || view.id(first) == kw::THERE
        })
    }

    /// Whether a piece is a place where a quantity of this role can have happened.
    pub fn candidate(&self, what: What, role: Option<Role>, least: Lead) -> Option<u32> {
        let What::Entity(index) = what else { return None };
        let named = &self.text.entities.list[index as usize];
        let counts = named.kind == EntityKind::Place
            && (self.told || !self.claims.tells(named.first))
            && lead(self.text, named, role) >= least;
        counts.then_some(index)
    }

    /// The same by index, "in the city" among them.
    fn candidate_at(&self, at: usize, role: Option<Role>, least: Lead) -> Option<u32> {
        if self.text.view.is(self.pieces[at].first as usize, &[kw::THERE]) {
            return self.there(at, role);
        }
        match self.pieces[at].what {
            What::Noun => self.definite(at, role, least),
            what => self.candidate(what, role, least),
        }
    }
}

/// How far behind its quantity a verb of leaving may stand, in pieces.
const FLED: usize = 12;
