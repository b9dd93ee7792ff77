//! The time of what happened to the counted.

use super::super::Quantity;
use super::super::Unit;
use super::super::apart::{enclosed, opens_next, outdoes, told_of_others};
use super::super::clause::{self, Piece, WINDOW, What};
use super::super::part::of_earlier;
use super::super::place::{Ends, ends, names_event};
use super::super::status::known_before;
use super::antecedent::{embedded, in_aside};
use super::order::{begins_clause, fronted, leading, of_next};
use super::{Reader, long};
use crate::lexicon::sense::{Class, Effect, ReportFrame, pos};
use crate::lexicon::{WordId, keyword as kw};
use crate::record::{Status, TimeKind, UnitKind};
use crate::time::Preposition;

/// What leads to an event that is not the one of the clause.
const OTHER_EVENT: &[WordId] = &[kw::FOR, kw::OVER, kw::AFTER, kw::BEFORE, kw::FOLLOWING, kw::DESPITE];

/// Words that open a clause about another time.
const OTHER_TIME: &[WordId] = &[kw::BEFORE, kw::IF, kw::UNLESS, kw::UNTIL];

impl Reader<'_, '_, '_> {
    /// The time of what happened to the counted.
    pub(super) fn of_event(&self, pieces: &[Piece], quantity: &Quantity) -> Option<u32> {
        let Ends { own, low, high } = ends(pieces, quantity)?;
        let outer = self.outer_verb(pieces, low, high);
        let plan = |at: usize| quantity.status == Status::Reported && self.plans(pieces, at);
        let aside = enclosed(pieces, own);
        let clause = |at: usize| {
            matches!(pieces[at].what, What::Relative | What::Clause | What::Semicolon)
                || aside && matches!(pieces[at].what, What::Comma)
                || self.another(pieces, at)
                || plan(at)
                || matches!(pieces[at].what, What::Number(other) if self.is_moved(other, quantity))
        };
        if let Some(time) = self.forward(pieces, high + 1..outer, clause) {
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
        // "since Friday, raising its earlier toll of 87".
        if of_earlier(self.view, quantity.first as usize) {
            return None;
        }
        // A part takes the time of its whole, and none from before that.
        let from = quantity
            .part_of
            .map(|whole| &self.list[whole as usize])
            .filter(|whole| whole.sentence == quantity.sentence && whole.role == quantity.role)
            .and_then(|whole| clause::at(pieces, whole.first))
            .filter(|&whole| whole < own)
            .unwrap_or(0);
        if let Some(time) = self.backward(pieces, from..own, quantity) {
            return Some(time);
        }
        // "were killed when a shell went off on Sunday", but not "the man who fled on Sunday" or "after 12 died on Sunday".
        if aside {
            return None;
        }
        let others = told_of_others(self.view, pieces, high).min(outer);
        self.forward(pieces, high + 1..others, |at| match pieces[at].what {
            What::Semicolon => true,
            What::Clause if self.view.is(pieces[at].first as usize, &[kw::BECAUSE]) => true,
            // "fled before the storm came on Sunday", "will strike unless they are paid by Friday".
            What::Clause | What::Preposition => self.another(pieces, at),
            // "12 were killed and 53 wounded by men who came on Sunday".
            What::Number(_) if at <= high + 2 && matches!(pieces[at - 1].what, What::And) => false,
            What::Number(other) if self.is_moved(other, quantity) => true,
            What::Number(other) => {
                self.list[other as usize].role.is_some() && self.list[other as usize].cue != quantity.cue
            }
            _ => plan(at),
        })
    }

    /// "eight were held, and six of them freed on Sunday": whether something else befell some of those that a quantity counts.
    fn is_moved(&self, other: u32, quantity: &Quantity) -> bool {
        let other = &self.list[other as usize];
        let whole = other.part_of.map(|whole| &self.list[whole as usize]);
        other.marks.partitive
            && other.role.is_some()
            && other.role != quantity.role
            && whole.is_some_and(|whole| whole.first == quantity.first && whole.number == quantity.number)
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

    /// The nearest time behind, up to a piece that stops, or to a figure that this one is compared with.
    pub(super) fn forward(
        &self,
        pieces: &[Piece],
        range: std::ops::Range<usize>,
        stops: impl Fn(usize) -> bool,
    ) -> Option<u32> {
        let mut clock = None;
        let mut trailing = false;
        let mut of_part = false;
        let from = range.start;
        for at in range.take(WINDOW) {
            match pieces[at].what {
                // "six have drowned, four of them on Saturday": when it befell a part.
                What::Time(_) if of_part => {}
                // "the 2004 Asian tsunami", ", bringing the toll since Thursday to 35": times of something else.
                What::Time(index) if self.dates_scene(pieces, at) => return Some(index),
                What::Time(index) if self.describes(pieces, at, index) || trailing && self.since(index) => {}
                What::Time(_)
                    if self.compared(pieces, at) || begins_clause(pieces, at) || of_next(pieces, from, at) =>
                {
                    break;
                }
                What::Time(_) if opens_next(pieces, at) => break,
                What::Time(index) if self.since(index) && self.wanted(pieces, at) => {}
                What::Time(_) if self.of_saying(pieces, at) => {}
                What::Time(index) if self.counts(index) => {
                    if !self.times.list[index as usize].clock {
                        return Some(index);
                    }
                    clock = clock.or(Some(index));
                }
                What::Preposition | What::Number(_) | What::Clause | What::Noun | What::Modifier
                    if self.compared(pieces, at) =>
                {
                    break;
                }
                _ if stops(at) || outdoes(self.text, pieces, at) || self.for_another(pieces, at) => break,
                What::Number(other) => {
                    let other = &self.list[other as usize];
                    of_part =
                        other.marks.partitive && other.part_of.is_some() && matches!(pieces[at - 1].what, What::Comma);
                }
                What::Comma if of_part => of_part = false,
                What::Comma => trailing |= self.view.likely(pieces[at].end as usize, pos::ING),
                _ => {}
            }
        }
        clock
    }

    fn since(&self, time: u32) -> bool {
        self.times.list[time as usize].preposition == Preposition::Since
    }

    /// "a man **wanted since** 2021": whether a participle that describes a noun stands before "since".
    fn wanted(&self, pieces: &[Piece], at: usize) -> bool {
        let what = |back: usize| at.checked_sub(back).map(|at| pieces[at].what);
        let verb = |back: usize| self.view.can_be(pieces[at - back].first as usize, pos::PARTICIPLE);
        matches!(
            (what(3), what(2), what(1)),
            (Some(What::Noun | What::Number(_)), Some(What::Verb), Some(What::Preposition))
        ) && verb(2)
    }

    /// "In the first half …", "By Monday noon the agency had counted": a time at the head that is not of the saying.
    fn frames(&self, time: u32) -> bool {
        let expression = &self.times.list[time as usize];
        long(self.view, expression) || expression.preposition == Preposition::By
    }

    /// "since May", "in the past 20 years", "this year": a time that goes with the perfect.
    fn lasts_till_now(&self, time: u32) -> bool {
        let expression = &self.times.list[time as usize];
        self.since(time) || expression.up_to_now() || self.view.is(expression.first as usize, &[kw::THIS])
    }

    /// Whether a year tells which event a noun means: "the 2004 Asian tsunami".
    fn describes(&self, pieces: &[Piece], at: usize, time: u32) -> bool {
        let time = &self.times.list[time as usize];
        let before = at.checked_sub(1).map(|before| pieces[before].what);
        let noun =
            matches!(pieces.get(at + 1).map(|next| next.what), Some(What::Noun | What::Modifier | What::Entity(_)));
        // "a Jan. 30 election".
        let dated = matches!(before, Some(What::Determiner)) && time.kind == TimeKind::Date;
        time.preposition == Preposition::None
            && noun
            && (dated || time.of_year(self.view) && matches!(before, Some(What::Determiner | What::Modifier)))
    }

    /// "jailed for the murder of", "over the deaths of 12": what follows tells of another event.
    fn for_another(&self, pieces: &[Piece], at: usize) -> bool {
        matches!(pieces[at].what, What::Preposition | What::Clause)
            && self.view.is(pieces[at].first as usize, &[kw::FOR, kw::OVER, kw::AFTER, kw::FOLLOWING])
            && pieces[at + 1..].iter().take(4).enumerate().any(|(gap, piece)| match piece.what {
                What::Number(other) => {
                    let other = &self.list[other as usize];
                    other.role.is_some()
                        || matches!(other.unit, Unit::Measure { kind: UnitKind::Currency | UnitKind::Percent, .. })
                }
                What::Preposition => gap == 2 && names_event(self.view, piece.first as usize - 1),
                _ => false,
            })
    }

    /// "from 900 on Monday", "against 90 in May last year", "than in the same month": a number or a time for comparison.
    pub(super) fn compared(&self, pieces: &[Piece], at: usize) -> bool {
        let token = pieces[at].first as usize;
        if let What::Time(_) = pieces[at].what {
            return (token.saturating_sub(3)..token)
                .rev()
                .take_while(|&before| {
                    self.view.is(before, &[kw::IN, kw::THE, kw::THAN]) || self.view.likely(before, pos::ADVERB)
                })
                .any(|before| self.view.is(before, &[kw::THAN]));
        }
        // "59 more than on Tuesday".
        let what = |at: usize| pieces.get(at).map(|piece| piece.what);
        if self.view.is(token, &[kw::THAN])
            && (matches!(what(at + 1), Some(What::Time(_)))
                || matches!((what(at + 1), what(at + 2)), (Some(What::Preposition), Some(What::Time(_)))))
        {
            return true;
        }
        let Some(What::Number(other)) = what(at + 1) else { return false };
        // "rescued 48 women from two bars": other things.
        let bare = !matches!(self.list[other as usize].unit, Unit::Count(_));
        let with = || self.view.is(token, &[kw::WITH, kw::TO]) && self.view.is(token - 1, &[kw::COMPARED]);
        matches!(pieces[at].what, What::Preposition)
            && (self.view.is(token, &[kw::AGAINST, kw::THAN])
                || at > 0 && with()
                || bare && self.view.is(token, &[kw::FROM]))
    }

    /// The nearest time before. What is told in the present ("are displaced", "have fled") takes none of an earlier clause
    /// but that at the head of the sentence.
    fn backward(&self, pieces: &[Piece], range: std::ops::Range<usize>, quantity: &Quantity) -> Option<u32> {
        let present =
            quantity.cue.is_some_and(|cue| self.present(pieces, cue.0)) || self.still(pieces, range.end, quantity);
        let mut cut = false;
        let mut told = false;
        let mut apart = false;
        let mut clock = None;
        if present && quantity.marks.partitive && quantity.part_of.is_some() {
            return None;
        }
        let (mut joined, mut plan) = (false, false);
        let lasts = self.goes_on(pieces, range.end, quantity);
        for at in range.rev().take(WINDOW) {
            match pieces[at].what {
                // "called a strike on Friday over the sacking of 26", "spoke on Monday after 12 had died".
                What::Preposition | What::Clause
                    if !apart
                        && self.view.is(pieces[at].first as usize, OTHER_EVENT)
                        && !self.within_subject(pieces, at, quantity) =>
                {
                    return clock;
                }
                What::Comma | What::And | What::But => {
                    apart = true;
                    joined |= !matches!(pieces[at].what, What::Comma);
                    cut |= present && !matches!(pieces[at].what, What::Comma);
                }
                What::Time(index) => {
                    let head = leading(pieces, at) || fronted(pieces, at);
                    // "agreed on Friday to send 1,000": the time of the plan.
                    let of_plan = pieces.get(at + 1).is_some_and(|to| self.view.is(to.first as usize, &[kw::TO]))
                        && quantity.status == Status::Planned;
                    if self.dates_clause(pieces, at) && !cut {
                        return Some(index);
                    }
                    // "which lost nine men last year, has sent 40", "a fire that broke out on Friday has killed nine".
                    let of_subject = || in_aside(pieces, at) || embedded(self.view, pieces, at);
                    if !self.counts(index)
                        || present && of_subject()
                        // "were killed on Sunday, and Mexico plans to send 40".
                        || joined && !head && (lasts || plan)
                        || self.of_saying(pieces, at)
                        || (at.saturating_sub(4)..at).any(|than| self.compared(pieces, than))
                        || of_plan
                        // "wants to put up masts by 2027, and to cut 900 jobs".
                        || joined && !head && self.times.list[index as usize].preposition == Preposition::By
                        || cut && !head && !self.lasts_till_now(index)
                        || told && !(head && self.frames(index))
                    {
                        continue;
                    }
                    if !self.times.list[index as usize].clock {
                        return Some(index);
                    }
                    clock = clock.or(Some(index));
                }
                What::Semicolon if present => return clock,
                // "launched 188 drones overnight, of which 76 were shot down".
                What::Relative if at > 0 && self.view.is(pieces[at - 1].first as usize, &[kw::OF]) => {}
                What::Relative => {
                    if let Some(time) = self.of_antecedent(pieces, at).filter(|_| !cut) {
                        return Some(time);
                    }
                    cut = true;
                }
                // "than in 2019, when 40 drowned".
                What::Clause
                    if at > 1
                        && self.view.is(pieces[at].first as usize, &[kw::WHEN])
                        && matches!((pieces[at - 2].what, pieces[at - 1].what), (What::Time(_), What::Comma)) =>
                {
                    let What::Time(time) = pieces[at - 2].what else { continue };
                    return Some(time);
                }
                // "on Sunday, days after a quake killed 900".
                What::Clause if self.view.is(pieces[at].first as usize, &[kw::AFTER, kw::BEFORE]) => cut = true,
                // "exploded on Monday, police said, killing nine": set between commas.
                What::Report(_) if self.claims.set_off(self.view, pieces[at].first) => {}
                What::Report(_) => told = true,
                _ => {}
            }
            plan |= quantity.status == Status::Planned && self.plans(pieces, at);
        }
        clock
    }

    /// "have admitted 400 since May; 31 are still there": whether a figure that leans on an earlier cue has a verb in the present.
    fn still(&self, pieces: &[Piece], own: usize, quantity: &Quantity) -> bool {
        quantity.cue.is_some_and(|cue| cue.0 < quantity.first)
            && pieces.get(own + 1).is_some_and(|next| {
                matches!(next.what, What::Aux) && self.view.is(next.first as usize, &[kw::IS, kw::ARE])
            })
    }

    /// "and 21 **are still held**": whether what befell those that a quantity counts goes on.
    fn goes_on(&self, pieces: &[Piece], own: usize, quantity: &Quantity) -> bool {
        quantity.cue.is_some_and(|cue| cue.0 >= quantity.end)
            && pieces[own + 1..].iter().take(3).any(|next| self.view.is(next.first as usize, &[kw::STILL]))
    }

    /// "it said **on Wednesday**", whoever "it" is.
    fn of_saying(&self, pieces: &[Piece], at: usize) -> bool {
        let what = |back: usize| at.checked_sub(back).map(|at| pieces[at].what);
        let verb = if matches!(what(1), Some(What::Preposition)) { 2 } else { 1 };
        matches!(what(verb), Some(What::Report(ReportFrame::Says)))
            && matches!(what(verb + 1), Some(What::Pronoun | What::Entity(_)))
            && matches!(what(verb + 2), Some(What::Comma | What::Quote))
    }

    /// "a battle **for** a jail had cost 500 lives": the preposition belongs to the subject of the quantity's verb.
    fn within_subject(&self, pieces: &[Piece], at: usize, quantity: &Quantity) -> bool {
        let cue = quantity.cue.filter(|cue| cue.0 < quantity.first).and_then(|cue| clause::at(pieces, cue.0));
        self.view.is(pieces[at].first as usize, &[kw::FOR, kw::OVER])
            && cue.is_some_and(|cue| {
                cue > at + 1 && !matches!(pieces[cue - 1].what, What::Determiner | What::Preposition | What::Modifier)
            })
    }

    /// Whether a cue stands in the present or the perfect.
    fn present(&self, pieces: &[Piece], cue: u32) -> bool {
        let mut at = pieces.partition_point(|piece| piece.first < cue);
        // "has spread over the hills and destroyed 46 houses".
        if at > 0 && matches!(pieces[at - 1].what, What::And) && self.view.can_be(cue as usize, pos::PARTICIPLE) {
            let ends = |piece: &Piece| matches!(piece.what, What::Aux | What::Relative | What::Clause | What::Comma);
            at = pieces[..at].iter().rposition(ends).map_or(at, |aux| aux + 1);
        }
        pieces[..at]
            .iter()
            .rev()
            .take(3)
            .take_while(|piece| {
                matches!(piece.what, What::Aux | What::Adverb) || self.view.is(piece.first as usize, &[kw::SINCE])
            })
            .any(|piece| self.view.is(piece.first as usize, &[kw::IS, kw::ARE, kw::HAVE, kw::HAS]))
    }
}
