//! When: the time expression that a quantity is tied to.
//!
//! The nearest time of the clause, behind the figure and its cue before before them, unless it tells when somebody spoke.
//! A time at the head of a sentence holds for all of it. Figures that nothing happens to take only long times ("last
//! year", "in the first half"), and only of their own clause.

use super::clause::{Piece, Pieces, WINDOW, What};
use super::outline::Text;
use super::place::{Ends, ends, event};
use super::source::{Claims, Speech};
use super::status::known_before;
use super::{Quantity, Unit};
use crate::lexicon::sense::{Class, Effect, TimeWordKind, pos};
use crate::lexicon::{View, WordId, keyword as kw};
use crate::number::Form;
use crate::record::{Role, Status, TimeKind, UnitKind};
use crate::time::{Expression, Preposition, Times};
use crate::trace::Trace;

/// How many tokens may stand before the date that a text begins with.
const OPENING: u32 = 6;

/// Words that open a clause about another time.
const OTHER_TIME: &[WordId] = &[kw::BEFORE, kw::IF, kw::UNLESS, kw::UNTIL];

struct Reader<'r, 's, 'a> {
    view: &'r View<'s, 'a>,
    times: &'r Times,
    claims: Claims<'r>,
    list: &'r [Quantity],
    /// The first token behind a dateline's place, or of the text.
    opening: u32,
}

/// Links quantities to times.
pub(super) fn link(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &mut [Quantity], trace: &mut Trace) {
    let Text { view, times, .. } = text;
    if times.list.is_empty() {
        return;
    }
    // A date farther on opens nothing.
    let opening = if times.list[0].first < OPENING { opening(times, pieces.ready(text, list, 0)) } else { u32::MAX };
    for index in 0..list.len() {
        let quantity = &list[index];
        let kind = kind(view, quantity);
        let mut times_here = text.times(quantity.sentence);
        let any = match kind {
            Kind::Happens => times_here.next().is_some(),
            // Figures take only long ones.
            Kind::Figure => times_here.any(|time| spans(view, time)),
            Kind::Timeless => false,
        };
        if !any {
            continue;
        }
        pieces.ready(text, list, quantity.sentence);
        let claims = speech.ready(text, pieces, list, quantity.sentence);
        let reader = Reader { view, times, claims, list, opening };
        let pieces = pieces.of(quantity.sentence);
        let found = match kind {
            Kind::Happens => reader.of_event(pieces, quantity),
            Kind::Figure => reader.of_figure(pieces, quantity),
            Kind::Timeless => None,
        };
        let Some(found) = found else { continue };
        let time = &times.list[found as usize];
        let (start, end) = view.span(time.first as usize, time.end as usize);
        trace.note("time", start, end, || view.slice(quantity.first as usize, quantity.end as usize).to_owned());
        list[index].time = Some(found);
    }
    for index in 1..list.len() {
        if joined(view, &list[index - 1], &list[index]) && list[index - 1].time.is_none() {
            list[index - 1].time = list[index].time;
        }
    }
    for index in 0..list.len() {
        let Some(whole) = list[index].part_of.map(|whole| whole as usize) else { continue };
        if list[index].role.is_some()
            && list[index].role == list[whole].role
            && list[index].sentence == list[whole].sentence
            && list[index].time.is_none()
        {
            list[index].time = list[whole].time;
        }
    }
}

/// "17 were killed and about 60 injured on Thursday": two things told of one time, joined by "and" alone.
fn joined(view: &View, one: &Quantity, other: &Quantity) -> bool {
    let near = one.sentence == other.sentence && one.end < other.first && other.first - one.end <= 6;
    let between = |token: usize| view.is_word(token) && view.tokens[token].punct() == 0;
    near && one.role.is_some()
        && other.role.is_some()
        && (one.end..other.first).all(|token| between(token as usize))
        && view.is(other.first as usize - 1, &[kw::AND])
}

/// The token of the date that a text begins with, alone or in its dateline: "LAGOS, March 3 (Reuters) -".
fn opening(times: &Times, head: &[Piece]) -> u32 {
    let Some(time) = times.list.first() else { return u32::MAX };
    let dateline = head.iter().take_while(|piece| piece.first < time.first).all(|piece| {
        !matches!(
            piece.what,
            What::Verb | What::Aux | What::Cue | What::Number(_) | What::Preposition | What::Report(_)
        )
    });
    if dateline { time.first } else { u32::MAX }
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
        _ if quantity.role == Some(Role::Employed) => Kind::Figure,
        _ if quantity.role.is_some() || event(view, quantity) => Kind::Happens,
        _ => Kind::Figure,
    }
}

impl Reader<'_, '_, '_> {
    /// The time of what happened to the counted.
    fn of_event(&self, pieces: &[Piece], quantity: &Quantity) -> Option<u32> {
        let Ends { own, high, .. } = ends(pieces, quantity)?;
        let plan = |at: usize| quantity.status == Status::Reported && self.plans(pieces, at);
        let clause = |at: usize| {
            matches!(pieces[at].what, What::Relative | What::Clause | What::Semicolon)
                || self.another(pieces, at)
                || plan(at)
        };
        if let Some(time) = self.forward(pieces, high + 1..pieces.len(), clause) {
            return Some(time);
        }
        if let Some(time) = self.forward(pieces, own + 1..high, clause) {
            return Some(time);
        }
        // "rallied on Saturday for the 48 hostages held in Gaza".
        let whole = quantity.part_of.map(|whole| &self.list[whole as usize]).filter(|whole| whole.cue == quantity.cue);
        if known_before(self.view, pieces, whole.unwrap_or(quantity)) {
            return None;
        }
        if let Some(time) = self.backward(pieces, own, quantity) {
            return Some(time);
        }
        // "were killed when a shell went off on Sunday", but not "the man who fled on Sunday" or "after 12 died on Sunday".
        self.forward(pieces, high + 1..pieces.len(), |at| match pieces[at].what {
            What::Relative | What::Semicolon => true,
            // "fled before the storm came on Sunday", "will strike unless they are paid by Friday".
            What::Clause | What::Preposition => self.another(pieces, at),
            What::Number(other) => {
                self.list[other as usize].role.is_some() && self.list[other as usize].cue != quantity.cue
            }
            _ => plan(at),
        })
    }

    /// Whether a clause about another time begins: "before the storm came", not "until Friday".
    fn another(&self, pieces: &[Piece], at: usize) -> bool {
        matches!(pieces[at].what, What::Clause | What::Preposition)
            && self.view.is(pieces[at].first as usize, OTHER_TIME)
            && !matches!(pieces.get(at + 1).map(|next| next.what), Some(What::Time(_) | What::Number(_)))
    }

    /// Whether a plan is told from here on: "… and plans to send".
    fn plans(&self, pieces: &[Piece], at: usize) -> bool {
        let token = pieces[at].first as usize;
        self.view
            .longest(token, Class::Status)
            .is_some_and(|(_, row)| self.view.lexicon.statuses[row] == Effect::Planned)
    }

    /// The period of a figure, in its own clause.
    fn of_figure(&self, pieces: &[Piece], quantity: &Quantity) -> Option<u32> {
        let Ends { own, high, .. } = ends(pieces, quantity)?;
        let breaks = |at: usize| {
            matches!(pieces[at].what, What::Relative | What::Clause | What::Semicolon | What::But)
                || self.new_predicate(pieces, at)
        };
        let fits = |time: &u32| {
            let time = &self.times.list[*time as usize];
            spans(self.view, time) && time.preposition != Preposition::By
        };
        let comma = |at: usize| breaks(at) || matches!(pieces[at].what, What::Comma);
        if let Some(time) = self.forward(pieces, high + 1..pieces.len(), comma) {
            return Some(time).filter(fits);
        }
        // "9,000 flats last year, half of what was promised".
        if matches!(quantity.form, Form::Fraction | Form::Ratio) {
            return None;
        }
        for at in (0..own).rev().take(WINDOW) {
            match pieces[at].what {
                What::Time(index) if self.counts(index) => return Some(index).filter(fits),
                _ if breaks(at) => return None,
                _ => {}
            }
        }
        None
    }

    /// "… and made", ", and its": another predicate or clause begins.
    fn new_predicate(&self, pieces: &[Piece], at: usize) -> bool {
        let what = |at: usize| pieces.get(at).map(|piece| piece.what);
        matches!(pieces[at].what, What::And)
            && (at > 0 && matches!(what(at - 1), Some(What::Comma))
                || matches!(what(at + 1), Some(What::Verb | What::Aux | What::Cue))
                || matches!(what(at + 1), Some(What::Adverb))
                    && matches!(what(at + 2), Some(What::Verb | What::Aux | What::Cue)))
    }

    /// The nearest time behind, up to a piece that stops, or to a figure that this one is compared with.
    fn forward(&self, pieces: &[Piece], range: std::ops::Range<usize>, stops: impl Fn(usize) -> bool) -> Option<u32> {
        let mut clock = None;
        let mut trailing = false;
        for at in range.take(WINDOW) {
            match pieces[at].what {
                // "the 2004 Asian tsunami", ", bringing the toll since Thursday to 35": times of something else.
                What::Time(index) if self.describes(pieces, at, index) || trailing && self.since(index) => {}
                What::Time(index) if self.counts(index) => {
                    if !self.times.list[index as usize].clock {
                        return Some(index);
                    }
                    clock = clock.or(Some(index));
                }
                What::Preposition | What::Number(_) if self.compared(pieces, at) => break,
                _ if stops(at) => break,
                What::Comma => trailing |= self.view.likely(pieces[at].end as usize, pos::ING),
                _ => {}
            }
        }
        clock
    }

    fn since(&self, time: u32) -> bool {
        self.times.list[time as usize].preposition == Preposition::Since
    }

    /// Whether a year tells which event a noun means: "the 2004 Asian tsunami".
    fn describes(&self, pieces: &[Piece], at: usize, time: u32) -> bool {
        let time = &self.times.list[time as usize];
        time.preposition == Preposition::None
            && time.of_year(self.view)
            && at > 0
            && matches!(pieces[at - 1].what, What::Determiner | What::Modifier)
            && matches!(pieces.get(at + 1).map(|next| next.what), Some(What::Noun | What::Modifier | What::Entity(_)))
    }

    /// "from 900 on Monday", "against 90 in May last year": a number for comparison.
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
        for at in (0..low).rev().take(WINDOW) {
            match pieces[at].what {
                What::Time(index) => {
                    let head = at <= 1;
                    // "agreed on Friday to send 1,000": the time of the plan.
                    let of_plan = pieces.get(at + 1).is_some_and(|to| self.view.is(to.first as usize, &[kw::TO]))
                        && quantity.status == Status::Planned;
                    if !self.counts(index)
                        || of_plan
                        || cut && !head
                        || told && !(head && long(self.view, &self.times.list[index as usize]))
                    {
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
        // "this week's start" is of the start.
        if self.view.is(time.end as usize, &[kw::POSSESSIVE]) {
            return false;
        }
        // The date of a dateline, and not of what follows it.
        if time.first < OPENING
            && time.kind == TimeKind::Date
            && time.preposition == Preposition::None
            && time.first == self.opening
        {
            return false;
        }
        let front =
            matches!(time.preposition, Preposition::In | Preposition::Since | Preposition::By | Preposition::During);
        !self.claims.tells(time.first) || front && long(self.view, time) && time.first == 1
    }
}

/// Whether a time is long enough for a figure: a month or longer, or since some day.
fn spans(view: &View, time: &Expression) -> bool {
    time.preposition == Preposition::Since || long(view, time)
}

/// Whether a time is a month or longer, and no distance between times.
fn long(view: &View, time: &Expression) -> bool {
    (time.first as usize..time.end as usize).all(|token| {
        let short = view.has(token, Class::Time)
            && view.words.all(token, Class::Time).any(|(_, row)| {
                matches!(
                    view.lexicon.times[row].kind,
                    TimeWordKind::Weekday
                        | TimeWordKind::Day
                        | TimeWordKind::Part
                        | TimeWordKind::Clock
                        | TimeWordKind::Offset
                )
            });
        let day = view.tokens[token].kind == crate::text::Kind::Number
            && view.tokens[token].end - view.tokens[token].start <= 2;
        !short && !day
    })
}
