//! Texts about a game. There a town or a club is often those who play for it: "Madrid beat Turin", "he joined Leeds".

use super::beside::{belongs, place_noun};
use super::evidence::{ALL_CAPS, HEADLINE, KNOWN_LONG, KNOWN_PLACE, Marks, OPENS, common};
use super::gazetteer::{Group, Listed};
use super::line::{begins_line, number};
use super::results::country;
use super::{Named, support};
use crate::lexicon::sense::{Class, Game, pos};
use crate::lexicon::{NameFlags, View, WordFlags, keyword as k, types};
use crate::record::{EntityKind, Via};

/// So many words of play tell of a game, where one in so many words is one.
const LEAST: usize = 3;
const DENSE: usize = 45;

/// Finds the sides of a text about a game. `from` is where the teams begin that lines of results have given.
pub(super) fn find(view: &View, marks: &Marks, from: usize, out: &mut Vec<Named>) {
    if !marks.play {
        return;
    }
    let agency = |named: &&Named| named.kind == EntityKind::Agency;
    let hash = |first: u32, end: u32| support::hash(view, first as usize, end as usize);
    let mut sides: Vec<u64> = out[from..].iter().filter(agency).map(|named| hash(named.first, named.end)).collect();
    let mut doubtful: Vec<Group> = Vec::new();
    for &group in marks.names.groups() {
        let Some(name) = Name::read(view, marks, group).filter(|name| !name.is_elsewhere()) else { continue };
        if name.plays() {
            sides.push(hash(group.first, group.end));
            out.push(team(group, 0.85));
        } else {
            doubtful.push(group);
        }
    }
    // What plays somewhere in the text plays wherever it is no place.
    sides.sort_unstable();
    for group in doubtful {
        if sides.binary_search(&hash(group.first, group.end)).is_ok() {
            out.push(team(group, 0.75));
        }
    }
}

fn team(group: Group, score: f32) -> Named {
    let mut named = Named::new(group.first as usize, group.end as usize, EntityKind::Agency, Via::Rule, score);
    named.subtype = types::TEAM;
    named
}

/// Whether so many of its words are of play that a text is about a game.
pub(super) fn tells_of_play(view: &View, marks: &Marks) -> bool {
    let games = &marks.starts.games;
    if games.is_empty() {
        return false;
    }
    let heads = |at: usize| marks.has(at, ALL_CAPS) && at < 4;
    let weight = |&at: &u32| match () {
        () if !is_game(view, at as usize, Game::Play) => 0,
        () if heads(at as usize) => LEAST,
        () => 1,
    };
    // "CRICKET - …": what wires head such texts with.
    let slug = |&at: &u32| {
        let at = at as usize;
        heads(at) && view.is(at + 1, &[k::HYPHEN]) && !view.glued(at + 1) && is_game(view, at, Game::Play)
    };
    if games.first().is_some_and(slug) {
        return true;
    }
    let count: usize = games.iter().map(weight).sum();
    let several = games.len() >= LEAST;
    let sides = if several { games.iter().filter(|&&at| side(view, at as usize)).count() } else { 0 };
    let count = count + usize::from(sides >= LEAST);
    // With as many clubs as count.
    if count == 0 || (count + LEAST - 1) * DENSE < view.len() {
        return false;
    }
    // Two clubs and a word of play tell of it as well.
    let club = |group: &&Group| {
        let sure = |listed: &Listed| {
            listed.entry.subtype == types::TEAM && !listed.flags.has(NameFlags::CONTEXT) && listed.share.is_none()
        };
        marks.names.of(**group).iter().any(sure)
    };
    let clubs = || marks.names.groups().iter().filter(club).take(LEAST - 1).count();
    let all = if count >= LEAST { count } else { count + clubs() };
    all >= LEAST && all * DENSE >= view.len()
}

/// "RUGBY", "the Coastal |League": a word of play.
pub(super) fn play(view: &View, at: usize) -> bool {
    is_game(view, at, Game::Play)
}

/// A verb that is said of sides: "beat".
pub(super) fn side(view: &View, at: usize) -> bool {
    is_game(view, at, Game::Side)
}

fn is_game(view: &View, at: usize, game: Game) -> bool {
    if view.has(at, Class::Game) {
        for (_, row) in view.words.all(at, Class::Game) {
            if view.lexicon.games[row] == game {
                return true;
            }
        }
    }
    false
}

/// A verb that is said of sides, or of those who play.
fn verb(view: &View, at: usize) -> bool {
    (is_game(view, at, Game::Side) || is_game(view, at, Game::Play))
        && view.can_be(at, pos::PAST | pos::THIRD | pos::VERB | pos::PARTICIPLE)
}

/// The name of a town or of a club.
struct Name<'m, 's, 'a> {
    view: &'m View<'s, 'a>,
    marks: &'m Marks,
    first: usize,
    end: usize,
    club: bool,
    town: bool,
}

impl<'m, 's, 'a> Name<'m, 's, 'a> {
    fn read(view: &'m View<'s, 'a>, marks: &'m Marks, group: Group) -> Option<Self> {
        let (first, end) = (group.first as usize, group.end as usize);
        let names = marks.names.of(group);
        let club = names.iter().any(|listed| listed.entry.subtype == types::TEAM);
        let town = |listed: &Listed| {
            listed.entry.kind == EntityKind::Place
                && !listed.flags.has(NameFlags::DEMONYM)
                && matches!(listed.entry.subtype, types::CITY | types::REGION)
        };
        let known = marks.knows(first, KNOWN_PLACE | KNOWN_LONG) && !(end == first + 1 && common(view, first));
        let town = known && names.iter().any(town);
        let name = Name { view, marks, first, end, club, town };
        ((club || town) && !name.is_longer() && !country(view, marks, first, end)).then_some(name)
    }

    /// Part of a longer name: "Chelsea Clinton", "Milan Baros".
    fn is_longer(&self) -> bool {
        let Name { view, marks, first, end, .. } = *self;
        let in_capitals = marks.has(first, ALL_CAPS | HEADLINE);
        let capital = |at: usize| view.capital(at) && view.is_word(at);
        !in_capitals && (capital(end) || (first > 0 && capital(first - 1) && !marks.has(first - 1, OPENS)))
    }

    /// Whether it is where something is: "in Madrid", "Madrid, Spain", "the Madrid suburb".
    fn is_elsewhere(&self) -> bool {
        let Name { view, marks, first, end, club, town } = *self;
        let Some(before) = first.checked_sub(1) else { return self.is_dateline() };
        let moves = |at: usize| at > 0 && verb(view, at - 1);
        let comma = view.is(before, &[k::COMMA]) && before > 0 && marks.knows(before - 1, KNOWN_PLACE | KNOWN_LONG);
        let outer = |at: usize| {
            let wide = |listed: &Listed| matches!(listed.entry.subtype, types::COUNTRY | types::REGION);
            view.is(at, &[k::COMMA]) && marks.names.starting(at + 1).iter().any(wide)
        };
        let region = || {
            let region = |listed: &Listed| listed.entry.subtype == types::REGION;
            comma && marks.names.starting(first).iter().any(region)
        };
        // "in |Kolari's 186".
        let total = view.is(end, &[k::POSSESSIVE]) && number(view, end + 1);
        (view.is(before, &[k::IN, k::AT, k::NEAR, k::OUTSIDE, k::AROUND, k::INSIDE]) && !total)
            || (view.is(before, &[k::TO]) && !moves(before))
            || (view.is(before, &[k::FROM]) && !self.is_left())
            || (view.is(before, &[k::OF]) && !(self.is_employer() || club && !town))
            || (view.is(before, &[k::THE]) && !club)
            || self.is_dateline()
            || outer(end)
            || region()
            || (view.is(end, &[k::HYPHEN]) && view.glued(end))
            || (view.is(before, &[k::HYPHEN]) && view.glued(before))
            || place_noun(view, end)
            || (!club && belongs(view, first, end))
    }

    fn is_dateline(&self) -> bool {
        let Name { view, first, end, .. } = *self;
        begins_line(view, first)
            && (number(view, end) && view.tokens[end].len() == 4
                || view.is(end, &[k::OPEN])
                || view.is(end, &[k::COMMA]) && view.capital(end + 1)
                || view.is(end, &[k::HYPHEN]) && !view.glued(end))
    }

    /// "joined Leeds from |Turin".
    fn is_left(&self) -> bool {
        let from = self.first - 1;
        (from.saturating_sub(4)..from).any(|at| verb(self.view, at))
    }

    /// "Ana Borges of |Turin".
    fn is_employer(&self) -> bool {
        let Name { view, marks, first, .. } = *self;
        let person = |at: usize| marks.may_be_person(at) && !marks.knows(at, KNOWN_PLACE);
        let name = |at: usize| view.info(at).flags.has(WordFlags::SURNAME) || !common(view, at);
        first > 2 && person(first - 2) && person(first - 3) && name(first - 2)
    }

    /// Whether it does, or has done to it, what sides do.
    fn plays(&self) -> bool {
        let Name { view, marks, first, end, club, .. } = *self;
        let usual = end == first + 1 && common(view, first);
        let does = verb(view, end)
            || view.is(end, &[k::HAVE, k::ARE, k::WERE])
            || (view.is(end, &[k::HAS, k::HAD]) && (end + 1..end + 4).any(|at| verb(view, at)))
            || (view.is(end, &[k::COMMA])
                && (view.is(end + 1, &[k::WHO, k::WHICH]) || is_game(view, end + 1, Game::Play)));
        let owns = view.is(end, &[k::POSSESSIVE])
            && (view.capital(end + 1)
                || number(view, end + 1)
                || (end + 1..end + 3).any(|at| is_game(view, at, Game::Play)));
        does || owns || (club && !usual && !marks.has(first, ALL_CAPS | HEADLINE)) || self.is_object()
    }

    /// "beat |Madrid", "scored twice for |Madrid".
    fn is_object(&self) -> bool {
        let Name { view, first, .. } = *self;
        let Some(before) = first.checked_sub(1) else { return false };
        let earlier = |at: usize| at > 0 && (verb(view, at - 1) || play(view, at - 1));
        let leaves = |at: usize| at > 0 && view.is(at - 1, &[k::LEFT, k::LEAVE]);
        verb(view, before)
            || view.is(before, &[k::AGAINST, k::OVER])
            // "a point behind |Madrid".
            || (view.is(before, &[k::BEHIND]) && before > 0 && view.is(before - 1, &[k::POINT, k::POINTS]))
            || (view.is(before, &[k::WITH, k::TO]) && earlier(before))
            || (view.is(before, &[k::FOR]) && !leaves(before))
            // "cut last week by |Madrid".
            || (view.is(before, &[k::BY]) && (before.saturating_sub(4)..before).any(|at| verb(view, at)))
            || view.is(before, &[k::FROM, k::OF])
    }
}
