//! Lines of results and standings: "Chicago 108 DETROIT 95", "Karlsruhe 14 6 4 4 24", "M. Taylor c Hooper b Walsh 27".
//!
//! What stands there is told by the line and not by its words: a town is the team that plays for it, a word that nobody
//! knows is a team or a player. Countries stay places.

use super::evidence::{ALL_CAPS, KNOWN_LONG, KNOWN_PLACE, Marks, OPENS, common};
use super::gazetteer::Listed;
use super::line::{analysis, begins, begins_line, closed, ends, name_end, name_start, number, part, row, small};
use super::stretch::initial;
use super::{Named, game};
use crate::lexicon::keyword::{self as k, WordSet};
use crate::lexicon::sense::{Class, Side, pos};
use crate::lexicon::{View, WordFlags, types};
use crate::record::{EntityKind, Via};
use crate::text::Shape;

/// Parts of a country that play against others.
const HOME_NATIONS: [&str; 4] = ["GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR"];
/// What stands behind the first name of a result, where it is no number.
const BEHIND: WordSet =
    WordSet::of(&[k::V, k::VS, k::AT, k::C, k::B, k::LBW, k::ST, k::NOT, k::RUN, k::ARE, k::WERE, k::HAVE, k::OPEN]);
/// Finds teams and players in lines of results. What else was found for the same words is no longer asked.
pub(super) fn find(view: &View, marks: &Marks, out: &mut Vec<Named>) {
    let before = out.len();
    let mut lines = Lines { view, marks, out };
    let mut done = 0;
    for at in marks.starts.names().iter().map(|&at| at as usize) {
        let behind = at + 1;
        // Most words have nothing behind them that a result would have.
        let number = number(view, behind);
        if !(number | BEHIND.has(view.id(behind))) {
            continue;
        }
        let versus = view.is(behind, &[k::V, k::VS, k::AT]);
        // "Surrey are waiting": more than one, so a team.
        if marks.has(at, OPENS) && view.is(behind, &[k::ARE, k::WERE, k::HAVE]) {
            lines.town(at, behind);
        }
        if at >= done
            && view.is(behind, &[k::OPEN])
            && let Some(stop) = lines.visitors(at)
        {
            done = stop;
            continue;
        }
        if at < done || !(number || versus || view.is(behind, &[k::C, k::B, k::LBW, k::ST, k::NOT, k::RUN])) {
            continue;
        }
        if number {
            lines.beaten(at);
            done = lines.numbers(at).unwrap_or(done);
        } else if versus {
            lines.fixture(at);
        } else if view.shape(behind) == Shape::Lower {
            done = lines.dismissal(at).unwrap_or(done);
        }
    }
    for &at in marks.starts.shapes.iter() {
        lines.beside_player(at as usize);
    }
    lines.clubs();
    lines.riders();
    game::find(view, marks, before, out);
    let (others, found) = out.split_at_mut(before);
    if found.is_empty() {
        return;
    }
    found.sort_unstable_by_key(|named| (named.first, named.end));
    for other in others {
        let at = found.binary_search_by_key(&(other.first, other.end), |named| (named.first, named.end));
        if let Ok(at) = at
            && found[at].kind != other.kind
        {
            other.score = 0.0;
        }
    }
}

pub(super) struct Lines<'m, 's, 'a> {
    pub(super) view: &'m View<'s, 'a>,
    pub(super) marks: &'m Marks,
    pub(super) out: &'m mut Vec<Named>,
}

impl Lines<'_, '_, '_> {
    /// A name before a number: a row of standings, or a score. The token behind what was read.
    fn numbers(&mut self, word: usize) -> Option<usize> {
        let Lines { view, marks, .. } = *self;
        if view.tokens[word + 1].newlines_before > 0 {
            return None;
        }
        let first = name_start(view, marks, word)?;
        let begins = begins(view, first);
        let on = begins || first > 0 && (number(view, first - 1) || view.is(first - 1, &[k::HYPHEN]));
        if !on {
            return None;
        }
        let end = word + 1;
        if let Some(stop) = self.squad(first) {
            return Some(stop);
        }
        if let Some(stop) = analysis(view, end) {
            self.out.push(Named::new(first, end, EntityKind::Person, Via::Rule, 0.85));
            return Some(stop);
        }
        if let Some(stop) = row(view, end) {
            // "WESTERN DIVISION |TEXAS 75 56 .573": the name that the lexicons have, behind a heading.
            let listed = (first..end).find(|&t| {
                view.shape(t) == Shape::Upper && marks.names.group_at(t).is_some_and(|group| group.end as usize == end)
            });
            let first = listed.unwrap_or(first);
            if self.proper(first, end) {
                self.team(first, end);
            }
            return Some(stop);
        }
        if !small(view, end) {
            return None;
        }
        let (scorers, mut next) = match view.is(end + 1, &[k::OPEN]) {
            true => (end + 1, closed(view, end + 1)? + 1),
            false => (end + 1, end + 1),
        };
        // "Liverpool 2-1 Everton"
        let dashed =
            view.is(next, &[k::HYPHEN]) && view.glued(next) && small(view, next + 1) && !begins_line(view, next);
        if dashed {
            next += 2;
        } else if view.is(next, &[k::COMMA]) {
            next += 1;
        }
        let other = name_end(view, marks, next);
        // "135 Ana Borges 69 66, Lise Brandt 67 68".
        if other == next && small(view, end + 1) && ends(view, end + 2) && self.is_player(first, end) {
            self.player(first, end);
            return Some(end + 2);
        }
        if other == next
            && begins
            && let Some(stop) = self.innings(first, end)
        {
            return Some(stop);
        }
        let stop = if dashed { other } else { other + 1 };
        if other == next || begins_line(view, next) || !(dashed || small(view, other)) || !ends(view, stop) {
            return if begins { self.innings(first, end) } else { None };
        }
        let (one, two) = (self.proper(first, end), self.proper(next, other));
        if !one && !two {
            return None;
        }
        self.team(first, end);
        self.team(next, other);
        self.scorers(scorers);
        if view.is(stop, &[k::OPEN]) {
            self.scorers(stop);
        }
        Some(stop)
    }

    /// "Wimbledon v Aston Villa", "DETROIT AT BUFFALO".
    fn fixture(&mut self, word: usize) {
        let Lines { view, marks, .. } = *self;
        let Some(first) = name_start(view, marks, word) else { return };
        let mut next = word + 2;
        let at = view.is(word + 1, &[k::AT]);
        if view.is(next, &[k::DOT]) {
            // "Roe v. Wade" was heard by a court.
            if view.is(word + 1, &[k::V]) {
                return;
            }
            next += 1;
        }
        let other = name_end(view, marks, next);
        let ends = |at: usize| at >= view.len() || begins_line(view, at);
        // "SPAIN V MALTA SCOREBOARD": in capitals a name ends where the lexicons say.
        let listed_end =
            marks.names.group_at(next).map(|group| group.end as usize).filter(|_| marks.has(next, ALL_CAPS));
        let other = listed_end.map_or(other, |end| end.min(other));
        let line = begins_line(view, first) && (ends(other) || (view.is_word(other) && ends(other + 1)));
        let listed =
            |first: usize, end: usize| marks.names.group_at(first).is_some_and(|group| group.end as usize == end);
        let towns = || {
            (self.is_town(first, word + 1) && listed(next, other))
                || (self.is_town(next, other) && listed(first, word + 1))
        };
        let capitals = || {
            towns()
                || [first, word, next].iter().all(|&t| view.shape(t) == Shape::Upper)
                    && view.shape(word + 1) == Shape::Upper
        };
        if other == next || begins_line(view, next) || (at && !(line && capitals())) {
            return;
        }
        let (one, two) = (self.proper(first, word + 1), self.proper(next, other));
        if (one && two) || (at && (one || two)) {
            self.team(first, word + 1);
            // "DETROIT AT |BUFFALO": the game is there.
            if !at {
                self.team(next, other);
            }
        }
    }

    /// "Middlesbrough striker Fabio Conti", "the game against Chicago": a small word that is said of players and of play.
    fn beside_player(&mut self, at: usize) {
        let Lines { view, marks, .. } = *self;
        if view.shape(at) != Shape::Lower || at == 0 {
            return;
        }
        let rows = view.words.all(at, Class::Shape);
        for (end, row) in rows {
            let word = view.lexicon.shapes[row];
            let manages = || marks.play && word.side == Side::Beside && word.subtype == 0 && view.has(at, Class::Title);
            if !(word.side == Side::Role && word.subtype == types::TEAM || manages()) {
                continue;
            }
            if view.is(end, &[k::AGAINST]) {
                let stop = name_end(view, marks, end + 1);
                if marks.names.group_at(end + 1).is_some_and(|group| group.end as usize == stop) {
                    self.town(end + 1, stop);
                }
            } else if !view.glued(at)
                && part(view, marks, at - 1)
                && let Some(first) = name_start(view, marks, at - 1)
            {
                self.town(first, at);
            }
        }
    }

    /// "Panionios (Greece) 82 Cibona Zagreb (Croatia) 79": where sides are from stands behind them.
    fn visitors(&mut self, word: usize) -> Option<usize> {
        let Lines { view, marks, .. } = *self;
        let score = |open: usize| {
            let close = closed(view, open)?;
            (close < open + 6 && small(view, close + 1)).then_some(close + 2)
        };
        let first = name_start(view, marks, word).filter(|&first| begins(view, first))?;
        let next = score(word + 1)?;
        let other = name_end(view, marks, next);
        let stop = if other > next && view.is(other, &[k::OPEN]) { score(other)? } else { return None };
        self.out.extend([(first, word + 1), (next, other)].map(|(first, end)| side(first, end)));
        Some(stop)
    }

    /// "beat Chicago 108-95": a town before a score.
    fn beaten(&mut self, word: usize) {
        let Lines { view, marks, .. } = *self;
        let Some(first) = name_start(view, marks, word) else { return };
        let score = |at: usize| {
            small(view, at)
                && view.is(at + 1, &[k::HYPHEN])
                && view.glued(at + 1)
                && view.glued(at + 2)
                && small(view, at + 2)
        };
        // "Oakland beat the New York Yankees 3-0".
        let object = first - usize::from(first > 0 && view.is(first - 1, &[k::THE]));
        let verb =
            object.checked_sub(1).filter(|&verb| view.can_be(verb, pos::PAST | pos::THIRD | pos::VERB | pos::ING));
        let prepared = first > 0 && view.is(first - 1, &[k::OVER, k::TO, k::AGAINST]);
        if !score(word + 1) || !(verb.is_some() || prepared) {
            return;
        }
        self.town(first, word + 1);
        if let Some(winner) = verb.and_then(|verb| verb.checked_sub(1)).filter(|&winner| part(view, marks, winner))
            && let Some(first) = name_start(view, marks, winner)
        {
            self.town(first, winner + 1);
        }
    }

    /// "4. Ana Borges (Spain) |Brask-Lumo 12 seconds behind": the team of a rider, behind where he is from.
    fn riders(&mut self) {
        let Lines { view, marks, .. } = *self;
        for &open in &marks.starts.brackets {
            let (open, from) = (open as usize, open as usize + 1);
            let Some(close) = marks.names.group_at(from).map(|group| group.end as usize) else { continue };
            let team = close + 1;
            if !view.is(close, &[k::CLOSE]) || !country(view, marks, from, close) || !view.capital(team) {
                continue;
            }
            // "4. Ana Borges (Spain)".
            let ranked = (2..6).any(|back| {
                open > back
                    && view.is(open - back, &[k::DOT])
                    && !view.glued(open - back + 1)
                    && number(view, open - back - 1)
            });
            let mut end = name_end(view, marks, team);
            while view.is_particle(end) && view.tokens[end].newlines_before == 0 && part(view, marks, end + 1) {
                end = name_end(view, marks, end + 1);
            }
            let timed = |at: usize| {
                at >= view.len()
                    || begins_line(view, at)
                    || number(view, at)
                    || view.is(at, &[k::SAME, k::ALL, k::COMMA, k::S])
            };
            if ranked && end > team && !begins_line(view, team) && timed(end) {
                self.out.push(side(team, end));
            }
        }
    }

    /// "Laurent Blanc (Barcelona), Lilian Thuram (Parma)": the clubs of players; one alone is where somebody is from.
    fn clubs(&mut self) {
        let Lines { view, marks, .. } = *self;
        let club = |open: usize| {
            let named = open > 1
                && [open - 1, open - 2].iter().all(|&t| view.capital(t) && view.is_word(t))
                && !marks.knows(open - 1, KNOWN_PLACE | KNOWN_LONG);
            let group = marks.names.group_at(open + 1).filter(|_| named)?;
            view.is(group.end as usize, &[k::CLOSE]).then_some((open + 1, group.end as usize))
        };
        if marks.starts.brackets.len() < 2 {
            return;
        }
        let clubs = || marks.starts.brackets.iter().filter_map(|&open| club(open as usize));
        if clubs().nth(1).is_some() {
            for (first, end) in clubs() {
                self.town(first, end);
            }
        }
    }

    /// A name of a town, which plays there.
    fn town(&mut self, first: usize, end: usize) {
        let located = first > 0 && self.view.is(first - 1, &[k::IN, k::AT, k::NEAR, k::FROM]);
        if !located && self.is_town(first, end) {
            self.team(first, end);
        }
    }

    fn is_town(&self, first: usize, end: usize) -> bool {
        let Lines { view, marks, .. } = *self;
        let known = marks.knows(first, KNOWN_PLACE | KNOWN_LONG) && !(end == first + 1 && common(view, first));
        known && self.is_listed(first, end)
    }

    /// Whether the lexicons have a town of this name, be it a name that needs evidence.
    pub(super) fn is_listed(&self, first: usize, end: usize) -> bool {
        let town = |listed: &Listed| {
            listed.entry.kind == EntityKind::Place && matches!(listed.entry.subtype, types::CITY | types::REGION)
        };
        let names = &self.marks.names;
        let group = names.group_at(first).filter(|group| group.end as usize == end);
        group.is_some_and(|group| names.of(group).iter().any(town))
    }

    /// Whether words are a name and no heading: "Arsenal 2 Tottenham 1" are teams as one of them is known.
    fn proper(&self, first: usize, end: usize) -> bool {
        (first..end).any(|t| self.view.is_word(t) && (self.marks.known(t) || !common(self.view, t)))
    }

    pub(super) fn team(&mut self, first: usize, end: usize) {
        let Lines { view, marks, .. } = *self;
        let several = (first..end).filter(|&t| view.is_word(t)).count() > 1;
        let person = several
            && (initial(view, first) || view.info(first).flags.has(WordFlags::GIVEN))
            && !marks.knows(first, KNOWN_LONG)
            && (initial(view, first) || !marks.knows(end - 1, KNOWN_LONG | KNOWN_PLACE));
        if person || country(view, marks, first, end) {
            return;
        }
        self.out.push(side(first, end));
    }
}

/// Those who play by this name.
fn side(first: usize, end: usize) -> Named {
    let mut named = Named::new(first, end, EntityKind::Agency, Via::Rule, 0.85);
    named.subtype = types::TEAM;
    named
}

/// Whether a name is a country's, or that of a part of one that plays by itself.
pub(super) fn country(view: &View, marks: &Marks, first: usize, end: usize) -> bool {
    let Some(group) = marks.names.group_at(first).filter(|group| group.end as usize == end) else { return false };
    marks.names.of(group).iter().any(|listed| {
        let entry = listed.entry;
        entry.kind == EntityKind::Place
            && match entry.subtype {
                types::COUNTRY | types::CONTINENT => true,
                types::AREA => entry.country == 0,
                types::REGION => HOME_NATIONS.contains(&view.lexicon.string(entry.region)),
                _ => false,
            }
    })
}
