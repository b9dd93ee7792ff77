//! The place that a quantity's own sentence gives.

use super::super::Quantity;
use super::super::clause::{Piece, WINDOW, What};
use super::super::outline::Text;
use super::super::source::Claims;
use super::chain::{COUNTRY, Size, finest, rank, settlement};
use super::lead::{Lead, lead, led, scene_at};
use super::{Ends, ends};
use crate::lexicon::View;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, Scene, pos};
use crate::record::{EntityKind, Role};

/// Everything the rules read of a sentence.
pub(super) struct Reader<'r, 's, 'a> {
    pub text: Text<'r, 's, 'a>,
    pub pieces: &'r [Piece],
    pub claims: Claims<'r>,
    pub list: &'r [Quantity],
    /// The place that the text has been about so far.
    pub scene: Option<u32>,
}

const THOSE: WordSet = WordSet::of(&[kw::WHO, kw::WHOSE, kw::WHICH, kw::THAT]);

/// Roles in which whoever is their subject has the people where they are: "Hong Kong treated 80 people".
fn at_home(role: Role) -> bool {
    matches!(
        role,
        Role::Detained
            | Role::Sentenced
            | Role::Hospitalized
            | Role::Infected
            | Role::Evacuated
            | Role::Displaced
            | Role::Homeless
            | Role::Missing
            | Role::Affected
            | Role::Rescued
            | Role::Stranded
            | Role::Released
    )
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
            What::Number(_) | What::Cue => true,
            What::Clause | What::Preposition => {
                self.text.view.is(self.pieces[at].first as usize, &[kw::BEFORE, kw::IF, kw::UNLESS, kw::UNTIL])
            }
            _ => false,
        };
        let found = self.forward(ends.high + 1..others, stops, quantity, Lead::Firm)?;
        let found = finest(self.text, found);
        let country = |place: u32| self.country(place as usize);
        let inside = rank(self.text, found) > rank(self.text, place) && country(found) == country(place);
        inside.then_some(found)
    }

    /// The country of an entity, as index of the lexicon's strings.
    fn country(&self, index: usize) -> u32 {
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
        if self.goes(quantity.role)
            && let Some(place) = self
                .object(high, quantity)
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
            .or_else(|| self.forward(high + 1..others, breaks, quantity, Lead::Beside))
            .or_else(|| self.beside(low, quantity))
    }

    /// Whether those of a role have come from somewhere or gone there.
    fn goes(&self, role: Option<Role>) -> bool {
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
        let mut of_part = false;
        for at in range.take(WINDOW) {
            if stops(at) || outdoes(self.text, self.pieces, at) {
                return None;
            }
            match self.pieces[at].what {
                // "21 drones, nine of them over Kursk": where a part was, not the whole.
                What::Number(other) => of_part = self.is_part(other, quantity),
                What::Comma | What::And => of_part = false,
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

    /// Whether a number tells only of some of those that a quantity counts.
    fn is_part(&self, other: u32, quantity: &Quantity) -> bool {
        let whole = self.list[other as usize].part_of.map(|whole| &self.list[whole as usize]);
        whole.is_some_and(|whole| whole.number == quantity.number && whole.first == quantity.first)
    }

    /// "fled Khartoum", "evacuated Mariupol": the place that a verb takes without a preposition.
    fn object(&self, verb: usize, quantity: &Quantity) -> Option<u32> {
        let leaves = matches!(quantity.role, Some(Role::Displaced | Role::Evacuated));
        if !leaves || !self.is_cue_of(verb, quantity) {
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
    fn where_at(&self, at: usize) -> Option<u32> {
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
        for at in (0..low).rev().take(WINDOW) {
            match self.pieces[at].what {
                What::Relative if self.where_at(at).is_some() => return self.where_at(at),
                What::Relative | What::Clause | What::Semicolon if clause => return None,
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
        (0..low).rev().take(WINDOW).find_map(|at| self.candidate_at(at, quantity.role, Lead::Beside))
    }

    fn is_beside(&self, index: u32) -> bool {
        lead(self.text, &self.text.entities.list[index as usize], None) == Lead::Beside
    }

    /// "Hong Kong treated 80 people", "Kenya recorded nine deaths", "a Kano court sentenced 12 men", "the Beirut blast
    /// killed 200": the place that stands in the subject before a piece. `object`: the quantity is the object there.
    fn subject(&self, low: usize, object: bool, quantity: &Quantity) -> Option<u32> {
        let role = quantity.role?;
        // "nine deaths", "12 new cases": the cue is what is counted.
        let reported = low > 0 && matches!(self.pieces[low - 1].what, What::Report(_) | What::Aux);
        let noun = quantity
            .cue
            .is_some_and(|cue| cue.0 >= quantity.first && cue.1 <= quantity.end || reported && cue.0 == quantity.end);
        // "Manila has seen 12 killed", "Cebu province accounted for 141 of them".
        let seen = (low.saturating_sub(NEAR)..low).any(|at| {
            matches!(self.pieces[at].what, What::Verb | What::Cue | What::Report(_) | What::Noun)
                && scene_at(self.text.view, self.pieces[at].first as usize, Scene::Subject)
        });
        let fits = object && (noun || seen || at_home(role));
        let what = |at: usize| self.pieces.get(at).map(|piece| piece.what);
        for at in (0..low).rev().take(WINDOW) {
            match self.pieces[at].what {
                // "Congo, which has had 27,000 cases".
                What::Relative => return self.described(at).filter(|_| fits),
                What::Clause | What::Semicolon | What::Dash | What::Quote => return None,
                // "Greece, which the storm struck first, counted 17 dead".
                What::Comma => {
                    let opens = (0..at).rev().take(16).find(|&before| {
                        matches!(self.pieces[before].what, What::Relative | What::Comma | What::Number(_))
                    });
                    if fits
                        && at + 2 >= low.saturating_sub(1)
                        && let Some(place) = opens.and_then(|opens| self.described(opens))
                    {
                        return Some(place);
                    }
                }
                What::Entity(index) => {
                    let Some(place) = self.place(index) else { continue };
                    let end = self.text.entities.list[index as usize].end as usize;
                    match what(at + 1) {
                        Some(What::Noun | What::Cue) if self.names_event(end) => return Some(place),
                        // "Yemen's war", "Spain's worst floods".
                        Some(What::Possessive)
                            if self.names_event(end + 1)
                                || self.text.view.likely(end + 1, pos::ADJECTIVE) && self.names_event(end + 2) =>
                        {
                            return Some(place);
                        }
                        Some(What::Noun | What::Modifier)
                            if matches!(
                                role,
                                Role::Detained | Role::Sentenced | Role::Hospitalized | Role::Rescued
                            ) =>
                        {
                            return Some(place);
                        }
                        Some(What::Verb | What::Aux | What::Cue | What::Report(_) | What::Adverb)
                            if fits && self.begins(at) =>
                        {
                            return Some(place);
                        }
                        _ => {}
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The place that a relative clause at a piece describes: "X, which".
    fn described(&self, at: usize) -> Option<u32> {
        let which = matches!(self.pieces[at].what, What::Relative)
            && self.text.view.is(self.pieces[at].first as usize, &[kw::WHICH]);
        let comma = at.checked_sub(2).filter(|_| which && matches!(self.pieces[at - 1].what, What::Comma))?;
        match self.pieces[comma].what {
            What::Entity(index) => self.place(index),
            _ => None,
        }
    }

    /// Whether a clause begins with the entity at a piece.
    fn begins(&self, at: usize) -> bool {
        let before = (0..at)
            .rev()
            .map(|before| self.pieces[before].what)
            .find(|what| !matches!(what, What::Determiner | What::Modifier | What::Possessive));
        matches!(before, None | Some(What::Comma | What::And | What::But | What::Time(_) | What::Adverb | What::Stop))
    }

    /// Whether a noun at a token names what befalls people: "blast", "floods", "air strikes".
    fn names_event(&self, token: usize) -> bool {
        let view = self.text.view;
        view.has(token, Class::Thing)
            && view.longest(token, Class::Thing).is_some_and(|(_, row)| {
                let branch = &view.lexicon.branches[view.lexicon.things[row].branch as usize];
                branch.starts_with("event/violence") || branch.starts_with("event/harm")
            })
    }

    /// "An earthquake hit Tibet, killing 120": the place that a verb before takes as its object.
    fn hit(&self, low: usize, quantity: &Quantity) -> Option<u32> {
        if self.goes(quantity.role) {
            return None;
        }
        (1..low).rev().take(WINDOW).find_map(|at| self.hit_at(at))
    }

    /// The place that a verb directly before takes as its object, if nothing follows that makes it a person ("urged Iran
    /// to", "accused Peru of") or a word of description ("told Kabul officials").
    pub fn hit_at(&self, at: usize) -> Option<u32> {
        let What::Entity(index) = self.pieces[at].what else { return None };
        let place = self.place(index)?;
        let mut verb = at.checked_sub(1)?;
        if matches!(self.pieces[verb].what, What::Determiner) {
            verb = verb.checked_sub(1)?;
        }
        let takes = matches!(self.pieces[verb].what, What::Verb | What::Cue)
            && self.text.view.likely(
                self.pieces[verb].first as usize,
                pos::PAST | pos::VERB | pos::THIRD | pos::ING | pos::PARTICIPLE,
            );
        let next = self.pieces.get(at + 1).copied();
        let person = next.is_some_and(|next| match next.what {
            What::Possessive | What::Noun | What::Modifier | What::Relative | What::Verb | What::Cue => true,
            What::Preposition => {
                self.text.view.is(next.first as usize, &[kw::OF, kw::FOR, kw::TO, kw::AGAINST, kw::WITH, kw::BY])
            }
            _ => false,
        });
        (takes && !person).then_some(place)
    }

    /// The place that a sentence names at all, if it is no whole country and nobody speaks there.
    pub fn named(&self) -> Option<u32> {
        let fits = |index: u32| {
            let named = &self.text.entities.list[index as usize];
            let end = named.end as usize;
            rank(self.text, index) > COUNTRY
                && !self.claims.tells(named.first)
                && !self.text.view.is(end, &[kw::POSSESSIVE, kw::HYPHEN])
                && !named
                    .first
                    .checked_sub(1)
                    .is_some_and(|before| self.text.view.is(before as usize, &[kw::FROM, kw::BETWEEN, kw::AND]))
        };
        let found = self.pieces.iter().find_map(|piece| match piece.what {
            What::Entity(index) => self.place(index).filter(|&index| fits(index)),
            _ => None,
        });
        found.map(|place| finest(self.text, place))
    }

    /// The place of an entity that is one.
    fn place(&self, index: u32) -> Option<u32> {
        let named = &self.text.entities.list[index as usize];
        (named.kind == EntityKind::Place).then_some(index)
    }

    /// Whether a piece is a place where a quantity of this role can have happened.
    pub fn candidate(&self, what: What, role: Option<Role>, least: Lead) -> Option<u32> {
        let What::Entity(index) = what else { return None };
        let named = &self.text.entities.list[index as usize];
        let counts =
            named.kind == EntityKind::Place && !self.claims.tells(named.first) && lead(self.text, named, role) >= least;
        counts.then_some(index)
    }

    /// The same by index, "in the city" among them.
    fn candidate_at(&self, at: usize, role: Option<Role>, least: Lead) -> Option<u32> {
        match self.pieces[at].what {
            What::Noun => self.definite(at, role, least),
            what => self.candidate(what, role, least),
        }
    }

    /// "in the city", "across the country": the place of that size that the text named last.
    fn definite(&self, at: usize, role: Option<Role>, least: Lead) -> Option<u32> {
        let view = self.text.view;
        let token = self.pieces[at].first as usize;
        if token < 3 || !view.has(token, Class::Thing) {
            return None;
        }
        // "in the same town".
        let article = if view.is(token - 1, &[kw::SAME]) { token - 2 } else { token - 1 };
        if !view.is(article, &[kw::THE, kw::THIS]) {
            return None;
        }
        let size = settlement(self.text, token).filter(|size| *size != Size::Other)?;
        let next = self.pieces.get(at + 1).map(|piece| piece.what);
        let named =
            matches!(next, Some(What::Noun | What::Entity(_) | What::Relative)) || view.is(token + 1, &[kw::OF]);
        // "the country's last crash, in June, killed ten".
        let owns = matches!(next, Some(What::Possessive)) && size != Size::Town && least <= Lead::Beside;
        if named || self.claims.tells(token as u32) || !owns && led(self.text, article, role) < least {
            return None;
        }
        self.antecedent(token, size)
    }

    /// The place of a size that was named last before a token; the scene before all others, or the country that it is in.
    fn antecedent(&self, token: usize, size: Size) -> Option<u32> {
        let fits = |place: u32| match size {
            Size::Country => rank(self.text, place) == COUNTRY,
            Size::Region => rank(self.text, place) == COUNTRY + 1,
            Size::Town | Size::Other => rank(self.text, place) > COUNTRY + 1,
        };
        if let Some(scene) = self.scene.filter(|&scene| fits(scene)) {
            return Some(scene);
        }
        let list = &self.text.entities.list;
        let before = list.partition_point(|named| (named.end as usize) <= token);
        let here = self.scene.map(|scene| self.country(scene as usize)).filter(|_| size == Size::Country);
        (before.saturating_sub(LOOK_BACK)..before)
            .rev()
            .find(|&index| {
                list[index].kind == EntityKind::Place
                    && fits(index as u32)
                    && here.is_none_or(|here| here == 0 || here == self.country(index))
            })
            .map(|index| index as u32)
    }
}

/// How far a verb may stand before what it takes, in pieces.
const NEAR: usize = 10;

/// How many entities back "the city" may point.
const LOOK_BACK: usize = 48;

/// Whether words that set an event beside others begin at a piece: ", the worst attack in …", ", the most in …".
pub(in crate::quantity) fn outdoes(text: Text, pieces: &[Piece], at: usize) -> bool {
    if !matches!(pieces[at].what, What::Comma | What::Dash)
        || !matches!(pieces.get(at + 1).map(|piece| piece.what), Some(What::Determiner))
    {
        return false;
    }
    let view = text.view;
    pieces[at + 1..].iter().take(5).any(|piece| {
        let token = piece.first as usize;
        let superlative = view.is(token, &[kw::MOST, kw::WORST, kw::FIRST])
            || view.likely(token, pos::ADJECTIVE) && view.slice(token, token + 1).ends_with("est");
        superlative && view.is_word(token)
    })
}

/// Where a relative clause begins behind the cue that tells something of somebody else ("the man who had shot three in X").
/// What is told of those who did it, or of the event, tells of the event too ("by gunmen who stormed a bar in X"), and
/// what always holds parts nothing ("at the fence that divides the town").
pub(in crate::quantity) fn told_of_others(view: &View, pieces: &[Piece], high: usize) -> usize {
    let mut agent = false;
    for at in (high + 1..pieces.len()).take(WINDOW) {
        let piece = pieces[at];
        match piece.what {
            What::Preposition => {
                agent = matches!(pieces[at - 1].what, What::Cue | What::Number(_))
                    && view.is(piece.first as usize, &[kw::BY, kw::IN]);
            }
            What::Comma | What::Verb | What::Aux | What::Cue => agent = false,
            What::Relative if THOSE.has(view.id(piece.first as usize)) => {
                let next = piece.end as usize;
                let perfect = view.is(next, &[kw::HAD, kw::HAVE, kw::HAS]);
                if (!agent || perfect) && !view.likely(next, pos::THIRD) {
                    return at;
                }
                agent = false;
            }
            _ => {}
        }
    }
    pieces.len()
}
