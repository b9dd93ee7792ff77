//! When: the time expression that a quantity is tied to.
//!
//! The nearest time of the clause, behind the figure and its cue before before them, unless it tells when somebody spoke.
//! A time at the head of a sentence holds for all of it. Figures that nothing happens to take only long times ("last
//! year", "in the first half"), and only of their own clause.

use super::clause::{Piece, Pieces, What};
use super::place::{ends, event};
use super::source::Speech;
use super::{Quantity, Unit};
use crate::lexicon::sense::{Class, TimeWordKind};
use crate::lexicon::{View, keyword as kw};
use crate::record::{Role, UnitKind};
use crate::time::{Expression, Preposition, Times};
use crate::trace::Trace;

struct Reader<'r, 's, 'a> {
    view: &'r View<'s, 'a>,
    times: &'r Times,
    speech: &'r Speech,
}

/// Links quantities to times.
pub(super) fn link(view: &View, times: &Times, pieces: &Pieces, speech: &Speech, list: &mut [Quantity], trace: &mut Trace) {
    if times.list.is_empty() {
        return;
    }
    let reader = Reader { view, times, speech };
    for quantity in list.iter_mut() {
        let pieces = pieces.of(quantity.sentence);
        let found = match kind(view, quantity) {
            Kind::Happens => reader.of_event(pieces, quantity),
            Kind::Figure => reader.of_figure(pieces, quantity),
            Kind::Timeless => None,
        };
        let Some(index) = found else { continue };
        let time = &times.list[index as usize];
        let (start, end) = view.span(time.first as usize, time.end as usize);
        trace.note("time", start, end, || view.slice(quantity.first as usize, quantity.end as usize).to_owned());
        quantity.time = Some(index);
    }
    for index in 0..list.len() {
        let Some(whole) = list[index].part_of.map(|whole| whole as usize) else { continue };
        if list[index].role.is_some() && list[index].role == list[whole].role && list[index].time.is_none() {
            list[index].time = list[whole].time;
        }
    }
}

/// What a quantity has to do with times.
enum Kind {
    /// Something happened to what is counted.
    Happens,
    /// A figure of a period: a profit, a rate, a stock.
    Figure,
    /// Ages, distances, durations, scores.
    Timeless,
}

fn kind(view: &View, quantity: &Quantity) -> Kind {
    match quantity.unit {
        Unit::Measure { kind: UnitKind::Currency | UnitKind::Percent, .. } if quantity.role.is_none() => Kind::Figure,
        Unit::Measure { kind: UnitKind::Percent, .. } => Kind::Happens,
        Unit::Measure { .. } if quantity.role == Some(Role::Delivered) => Kind::Happens,
        Unit::Measure { .. } => Kind::Timeless,
        _ if quantity.role.is_some() || event(view, quantity) => Kind::Happens,
        _ => Kind::Figure,
    }
}

impl Reader<'_, '_, '_> {
    /// The time of what happened to the counted.
    fn of_event(&self, pieces: &[Piece], quantity: &Quantity) -> Option<u32> {
        let (low, high) = ends(pieces, quantity)?;
        let own = |what: What| matches!(what, What::Relative | What::Clause | What::Semicolon);
        let forward = self.forward(pieces, high, own);
        if forward.is_some() {
            return forward;
        }
        if let Some(time) = self.backward(pieces, low, quantity) {
            return Some(time);
        }
        // "were killed when a shell went off on Sunday", but not "the man who fled on Sunday".
        let other = |what: What| matches!(what, What::Relative | What::Semicolon);
        self.forward(pieces, high, other)
    }

    /// The period of a figure, in its own clause.
    fn of_figure(&self, pieces: &[Piece], quantity: &Quantity) -> Option<u32> {
        let (low, high) = ends(pieces, quantity)?;
        let breaks = |what: What| matches!(what, What::Relative | What::Clause | What::Semicolon | What::But);
        let long = |time: &u32| self.long(&self.times.list[*time as usize]);
        if let Some(time) = self.forward(pieces, high, breaks) {
            return Some(time).filter(long);
        }
        let mut found = None;
        for at in (0..low).rev() {
            match pieces[at].what {
                What::Time(index) if self.counts(index) => {
                    found = found.or(Some(index).filter(long));
                    break;
                }
                // "… at the end of 2022 and now has 9,400": a predicate of its own.
                What::And | What::But if pieces[at + 1..low].iter().any(|piece| matches!(piece.what, What::Verb | What::Aux | What::Cue)) => {
                    break;
                }
                what if breaks(what) => break,
                _ => {}
            }
        }
        found
    }

    /// The nearest time behind, up to a piece that stops, or to a figure that this one is compared with.
    fn forward(&self, pieces: &[Piece], high: usize, stops: impl Fn(What) -> bool) -> Option<u32> {
        let mut clock = None;
        for at in high + 1..pieces.len() {
            match pieces[at].what {
                What::Time(index) if self.counts(index) => {
                    if !self.times.list[index as usize].clock {
                        return Some(index);
                    }
                    clock = clock.or(Some(index));
                }
                What::Preposition | What::Number(_) if self.compared(pieces, at) => break,
                what if stops(what) => break,
                _ => {}
            }
        }
        clock
    }

    /// "from 2,310 on Monday", "against 480 in April last year": a number for comparison.
    fn compared(&self, pieces: &[Piece], at: usize) -> bool {
        matches!(pieces[at].what, What::Preposition)
            && matches!(pieces.get(at + 1).map(|piece| piece.what), Some(What::Number(_)))
            && self.view.is(pieces[at].first as usize, &[kw::FROM, kw::AGAINST, kw::THAN])
    }

    /// The nearest time before. What is told in the present ("are displaced", "have fled") takes none of an earlier clause
    /// but that at the head of the sentence.
    fn backward(&self, pieces: &[Piece], low: usize, quantity: &Quantity) -> Option<u32> {
        let present = quantity.cue.is_some_and(|cue| self.present(pieces, cue.0));
        let mut cut = false;
        let mut told = false;
        let mut clock = None;
        for at in (0..low).rev() {
            match pieces[at].what {
                What::Time(index) => {
                    let head = at <= 1;
                    if !self.counts(index) || cut && !head || told && !(head && self.long(&self.times.list[index as usize])) {
                        continue;
                    }
                    if !self.times.list[index as usize].clock {
                        return Some(index);
                    }
                    clock = clock.or(Some(index));
                }
                What::And | What::But if present => cut = true,
                What::Semicolon if present => return clock,
                What::Relative => cut = true,
                What::Report(_) => told = true,
                _ => {}
            }
        }
        clock
    }

    /// Whether a cue stands in the present or the perfect.
    fn present(&self, pieces: &[Piece], cue: u32) -> bool {
        let at = pieces.partition_point(|piece| piece.first < cue);
        pieces[..at]
            .iter()
            .rev()
            .take(3)
            .take_while(|piece| matches!(piece.what, What::Aux | What::Adverb))
            .any(|piece| self.view.is(piece.first as usize, &[kw::IS, kw::ARE, kw::HAVE, kw::HAS]))
    }

    /// Whether a time can be that of an event: not that of a saying, and no bare "a year earlier".
    fn counts(&self, index: u32) -> bool {
        let time = &self.times.list[index as usize];
        let front = matches!(time.preposition, Preposition::In | Preposition::Since | Preposition::By | Preposition::During);
        !self.speech.tells(time.first) || front && self.long(time) && time.first == 1
    }

    /// Whether a time is a month or longer, and no distance between times.
    fn long(&self, time: &Expression) -> bool {
        let view = self.view;
        (time.first as usize..time.end as usize).all(|token| {
            let short = view.words.all(token, Class::Time).any(|(_, row)| {
                matches!(
                    view.lexicon.times[row].kind,
                    TimeWordKind::Weekday | TimeWordKind::Day | TimeWordKind::Part | TimeWordKind::Clock | TimeWordKind::Offset
                )
            });
            let day = view.tokens[token].kind == crate::text::Kind::Number && view.tokens[token].end - view.tokens[token].start <= 2;
            !short && !day
        })
    }
}
