//! Players in lines of results: who scored, and when.

use super::evidence::{ALL_CAPS, KNOWN_LONG, common};
use super::line::{begins, closed, name_end, name_start, number, small};
use super::results::Lines;
use super::stretch::initial;
use super::{Named, game};
use crate::lexicon::{View, WordFlags, keyword as k};
use crate::record::{EntityKind, Via};
use crate::text::Shape;

impl Lines<'_, '_, '_> {
    /// "Ana Borges": two words or more of which one is a name of people, or none is any.
    pub(super) fn is_player(&self, first: usize, end: usize) -> bool {
        let Lines { view, marks, .. } = *self;
        let flagged = |t: usize| view.info(t).flags.has(WordFlags::GIVEN) || initial(view, t);
        end > first + 1 && (flagged(first) || !(first..end).any(|t| marks.known(t) || common(view, t)))
    }

    /// "(Suker 11, Raul 34)": who scored, and when.
    pub(super) fn scorers(&mut self, open: usize) {
        let Lines { view, marks, .. } = *self;
        if !view.is(open, &[k::OPEN]) {
            return;
        }
        let Some(close) = closed(view, open) else { return };
        let mut at = open + 1;
        while at < close {
            let end = name_end(view, marks, at);
            if end > at && number(view, end) {
                self.player(at, end);
            }
            at = end.max(at + 1);
        }
    }

    pub(super) fn player(&mut self, first: usize, end: usize) -> bool {
        let Lines { view, marks, .. } = *self;
        let flagged = |t: usize| view.info(t).flags.has(WordFlags::GIVEN | WordFlags::SURNAME) || initial(view, t);
        let unusual = (first..end).any(|t| view.is_word(t) && (!common(view, t) || flagged(t)));
        let letter = end == first + 1 && view.shape(first) == Shape::Single;
        let somebody = unusual && !letter && !(first..end).any(|t| marks.knows(t, KNOWN_LONG));
        if somebody {
            self.out.push(Named::new(first, end, EntityKind::Person, Via::Rule, 0.85));
        }
        somebody
    }

    /// "Turin - Ana Borges 24, Lise Brandt 19; Brask - …": a side and its players, from the first of whom on. The token behind
    /// the last.
    pub(super) fn squad(&mut self, player: usize) -> Option<usize> {
        let Lines { view, marks, .. } = *self;
        let dash = player.checked_sub(2).map(|side| side + 1).filter(|&dash| spaced(view, dash))?;
        let side = name_start(view, marks, dash - 1)?;
        // "CRICKET - KENT 410".
        let heading = marks.has(side, ALL_CAPS) && game::play(view, dash - 1);
        if heading || !(begins(view, side) || number(view, side - 1)) {
            return None;
        }
        let (mut at, mut stop) = (player, None);
        loop {
            let end = name_end(view, marks, at);
            if end == at || !small(view, end) || !self.player(at, end) {
                break;
            }
            at = end + 1;
            // "Borges 14, 61"
            while view.is(at, &[k::COMMA]) && small(view, at + 1) {
                at += 2;
            }
            stop = Some(at);
            if !view.is(at, &[k::COMMA]) {
                break;
            }
            at += 1;
        }
        if stop.is_some() {
            self.team(side, dash);
        }
        stop
    }
}

/// " - ": a dash between blanks.
fn spaced(view: &View, at: usize) -> bool {
    view.is(at, &[k::HYPHEN]) && !view.glued(at) && !view.glued(at + 1)
}
