//! Scorecards of cricket: the innings of a side, and how somebody was out.

use super::line::{closed, name_end, name_start, number, small};
use super::results::{Lines, country};
use crate::lexicon::keyword::{self as k, WordSet};

/// How somebody was out at cricket.
const OUT: WordSet = WordSet::of(&[k::B, k::C, k::ST, k::LBW, k::AND, k::OPEN, k::CLOSE]);

impl Lines<'_, '_, '_> {
    /// "Essex 532-8 (G. Gooch 111)", "Durham 326 and 95-3": the innings of one side.
    pub(super) fn innings(&mut self, first: usize, end: usize) -> Option<usize> {
        let view = self.view;
        let wickets =
            view.is(end + 1, &[k::HYPHEN]) && view.glued(end + 1) && view.glued(end + 2) && small(view, end + 2);
        let again = view.is(end + 1, &[k::AND]) && number(view, end + 2);
        let stop = end + if wickets || again { 3 } else { 1 };
        let scored = view.is(stop, &[k::OPEN]) && closed(view, stop).is_some_and(|close| number(view, close - 1));
        let alone = self.marks.play && view.is(stop, &[k::DOT, k::SEMICOLON]);
        if !(wickets || again || scored || alone) {
            return None;
        }
        if self.is_listed(first, end) && !country(view, self.marks, first, end) {
            self.team(first, end);
        }
        self.scorers(stop);
        let close = if view.is(stop, &[k::OPEN]) { closed(view, stop)? + 1 } else { stop };
        // "Kent 363 (A. Brask 111) |v Surrey".
        if view.is(close, &[k::V, k::VS]) {
            let other = name_end(view, self.marks, close + 1);
            if self.is_listed(close + 1, other) {
                self.team(close + 1, other);
            }
        }
        Some(stop)
    }

    /// "M. Taylor c Hooper b Walsh 27", "I. Healy not out 44".
    pub(super) fn dismissal(&mut self, word: usize) -> Option<usize> {
        let Lines { view, marks, .. } = *self;
        let first = name_start(view, marks, word)?;
        let mut at = word + 1;
        let mut names = [(first, at); 5];
        let mut count = 1;
        if view.is(at, &[k::NOT, k::RUN]) {
            if !view.is(at + 1, &[k::OUT]) {
                return None;
            }
            at += 2;
        }
        while !number(view, at) {
            if view.tokens.get(at)?.newlines_before > 0 || at > word + 16 {
                return None;
            }
            let end = name_end(view, marks, at);
            if end > at {
                *names.get_mut(count)? = (at, end);
                count += 1;
                at = end;
            } else if OUT.has(view.id(at)) || view.is(at, &[k::NOT]) {
                at += 1;
            } else {
                return None;
            }
        }
        for &(first, end) in &names[..count] {
            self.player(first, end);
        }
        Some(at)
    }
}
