//! The period of a figure that nothing happens to: a profit, a rate, a stock.

use super::super::clause::{Piece, WINDOW, What};
use super::super::outline::Text;
use super::super::place::{Ends, ends};
use super::super::{Quantity, Unit};
use super::antecedent::embedded;
use super::order::{begins_clause, leading};
use super::{Reader, long};
use crate::lexicon::sense::{Class, TimeWordKind, pos};
use crate::lexicon::{View, keyword as kw};
use crate::number::Form;
use crate::record::{Status, UnitKind};
use crate::time::{Expression, Preposition};

impl Reader<'_, '_, '_> {
    /// The period of a figure, in its own clause.
    pub(super) fn of_figure(&self, pieces: &[Piece], quantity: &Quantity) -> Option<u32> {
        let Ends { own, high, .. } = ends(pieces, quantity)?;
        if let Some(time) = self.beside(pieces, own, high) {
            return Some(time);
        }
        // "in 2024, 79 fewer than the year before".
        let end = quantity.end as usize;
        let compares = (end.max(1) - 1..end + 2).any(|token| self.view.is(token, &[kw::THAN]));
        if compares || self.governed(pieces, own, quantity) {
            return None;
        }
        let breaks = |at: usize| {
            matches!(pieces[at].what, What::Relative | What::Clause | What::Semicolon | What::But)
                || self.new_predicate(pieces, at)
        };
        let fits = |time: &u32| {
            let time = &self.times.list[*time as usize];
            time.preposition == Preposition::As || spans(self.view, time) && time.preposition != Preposition::By
        };
        let comma = |at: usize| {
            breaks(at)
                || matches!(pieces[at].what, What::Comma)
                || matches!(pieces[at].what, What::Number(other) if self.list[other as usize].role.is_some())
        };
        if let Some(time) = self.forward(pieces, high + 1..pieces.len(), comma) {
            // "wants another 120 by 2030".
            let goal = || {
                let time = &self.times.list[time as usize];
                let next = pieces.get(high + 2).is_some_and(|next| next.first == time.first);
                next && time.preposition == Preposition::By && spans(self.view, time)
            };
            return Some(time).filter(|time| fits(time) || goal());
        }
        // "9,000 flats last year, half of what was promised", but "made 9,000 flats last year and sold half".
        let fraction = matches!(quantity.form, Form::Fraction | Form::Ratio);
        // "founded in 1987 by two brothers".
        let agent = matches!(quantity.unit, Unit::Count(_) | Unit::People)
            && quantity.trend.is_none()
            && own > 0
            && self.view.is(pieces[own - 1].first as usize, &[kw::BY]);
        // "well under the 4.5 percent that the government tolerates".
        let described = matches!(pieces.get(high + 1).map(|next| next.what), Some(What::Relative));
        let mut shared = false;
        for at in (0..own).rev().take(if agent || described { 0 } else { WINDOW }) {
            match pieces[at].what {
                // "had been stopped in March for having four bald tyres", "6,000 drones, each of them costing $35,000".
                What::Preposition
                    if self.view.is(pieces[at].first as usize, &[kw::FOR, kw::AFTER, kw::BEFORE])
                        && self.view.likely(pieces[at].end as usize, pos::ING) =>
                {
                    return None;
                }
                _ if self.view.is(pieces[at].first as usize, &[kw::EACH]) => return None,
                What::Time(_)
                    if self.set_off(pieces, at) || self.compared(pieces, at) || embedded(self.view, pieces, at) => {}
                // "by Wednesday 61 ships were waiting".
                What::Time(index)
                    if (begins_clause(pieces, at) || leading(pieces, at))
                        && self.times.list[index as usize].preposition == Preposition::By
                        && quantity.status == Status::Reported
                        && pieces[at + 1..own].iter().all(|piece| matches!(piece.what, What::Comma)) =>
                {
                    return Some(index);
                }
                // "have gone up by half since January, to $8.70": the level of today.
                What::Time(index)
                    if self.times.list[index as usize].preposition == Preposition::Since
                        && self.view.is(pieces[own - 1].first as usize, &[kw::TO]) =>
                {
                    return None;
                }
                // "sold 900 cars in March, 6 percent more than a year earlier, and exported 80".
                What::Time(index) if shared && distant(self.view, &self.times.list[index as usize]) => {}
                // "It carried four million people last year and lost $92 million".
                What::Time(_)
                    if shared
                        && !leading(pieces, at)
                        && (matches!(quantity.unit, Unit::Measure { kind: UnitKind::Percent, .. })
                            || !(at.saturating_sub(2)..at)
                                .any(|figure| matches!(pieces[figure].what, What::Number(_)))) =>
                {
                    return None;
                }
                What::Time(index) if self.counts(index) || self.owns(pieces, at, own) => {
                    return Some(index).filter(fits);
                }
                // "Last year Boeing, which makes jets, lost $92 million".
                What::Relative
                    if at > 0
                        && matches!(pieces[at - 1].what, What::Comma)
                        && pieces[at..own].iter().any(|piece| matches!(piece.what, What::Comma)) => {}
                // "than last year, when 40 came".
                What::Clause
                    if at > 1
                        && !matches!(quantity.unit, Unit::Measure { .. })
                        && self.view.is(pieces[at].first as usize, &[kw::WHEN])
                        && matches!((pieces[at - 2].what, pieces[at - 1].what), (What::Time(_), What::Comma)) =>
                {
                    let What::Time(time) = pieces[at - 2].what else { return None };
                    return Some(time).filter(fits);
                }
                // "Last year it carried four million people and lost $92 million".
                What::And | What::But if self.shares_subject(pieces, at, own) => shared = true,
                _ if fraction && !shared && matches!(pieces[at].what, What::Comma | What::Time(_)) => return None,
                _ if breaks(at) => return None,
                _ => {}
            }
        }
        None
    }

    /// Whether a conjunct with the subject of the one before it begins, and tells of the past too: "… and lost", "but closed".
    fn shares_subject(&self, pieces: &[Piece], at: usize, own: usize) -> bool {
        let verb = pieces[at + 1..own].iter().find(|piece| !matches!(piece.what, What::Adverb));
        verb.is_some_and(|verb| {
            let token = verb.first as usize;
            match verb.what {
                What::Aux => self.view.is(token, &[kw::WAS, kw::WERE, kw::HAD]),
                What::Verb | What::Cue | What::Report(_) => self.view.likely(token, pos::PAST | pos::PARTICIPLE),
                _ => false,
            }
        })
    }

    /// "last year's $700,000 loss": a time in the genitive belongs to the figure directly behind it.
    fn owns(&self, pieces: &[Piece], at: usize, own: usize) -> bool {
        own == at + 2 && matches!(pieces[at + 1].what, What::Possessive)
    }

    /// ", opened in 2017,": the time of what is set off between commas.
    fn set_off(&self, pieces: &[Piece], at: usize) -> bool {
        let closed = matches!(pieces.get(at + 1).map(|piece| piece.what), Some(What::Comma));
        let from = (0..at).rev().take(12).find(|&before| matches!(pieces[before].what, What::Comma));
        closed
            && from.is_some_and(|comma| {
                let next = pieces[comma + 1];
                matches!(next.what, What::Relative)
                    || matches!(next.what, What::Verb | What::Cue)
                        && self.view.likely(next.first as usize, pos::PARTICIPLE | pos::PAST)
            })
    }

    /// "the families of 19 of them", "in two areas": a number that only tells of something else in its clause.
    fn governed(&self, pieces: &[Piece], own: usize, quantity: &Quantity) -> bool {
        let counted =
            quantity.marks.partitive || matches!(quantity.unit, Unit::Count(_) | Unit::Like(_) | Unit::People);
        counted
            && own.checked_sub(1).is_some_and(|before| {
                let token = pieces[before].first as usize;
                matches!(pieces[before].what, What::Preposition)
                    && self.view.is(token, &[kw::IN, kw::AT, kw::OF, kw::ON, kw::WITH, kw::FROM])
                    // "took in 37,000 refugees last month".
                    && !(token > 0 && self.view.is(token - 1, &[kw::TAKE, kw::TAKES, kw::TOOK]))
            })
    }

    /// "against 3.4 a year ago", "down from 4,650 in 2019", "after a profit of $12 million the year before": the time right
    /// behind what a figure is compared with.
    fn beside(&self, pieces: &[Piece], own: usize, high: usize) -> Option<u32> {
        let before = pieces[own.checked_sub(1)?].first as usize;
        let compared = self.view.is(before, &[kw::FROM, kw::AGAINST, kw::THAN]);
        let between = |at: &usize| match pieces[*at].what {
            What::Determiner => true,
            What::Preposition => compared,
            _ => false,
        };
        let next = (high + 1..pieces.len()).find(|at| !between(at)).filter(|&next| next <= high + 3)?;
        match pieces[next].what {
            What::Time(index) if self.counts(index) && !self.times.list[index as usize].clock => {
                (compared || distant(self.view, &self.times.list[index as usize])).then_some(index)
            }
            _ => None,
        }
    }

    /// "… and made", ", and its": another predicate or clause begins.
    fn new_predicate(&self, pieces: &[Piece], at: usize) -> bool {
        let what = |at: usize| pieces.get(at).map(|piece| piece.what);
        matches!(pieces[at].what, What::And)
            && (at > 0 && matches!(what(at - 1), Some(What::Comma))
                || matches!(what(at + 1), Some(What::Verb | What::Aux | What::Cue | What::Report(_)))
                || matches!(what(at + 1), Some(What::Adverb))
                    && matches!(what(at + 2), Some(What::Verb | What::Aux | What::Cue)))
    }
}

/// How many tokens what a figure is compared by may take.
const COMPARED: u32 = 6;

/// Whether a figure could take one of the times of its sentence: one that is long enough, led to by "by" or "as of", told by
/// its distance, or that of what the figure is compared with. Whatever else [`Reader::of_figure`] takes must pass here too.
pub(super) fn may_take(text: Text, quantity: &Quantity) -> bool {
    let view = text.view;
    let compared = (quantity.first.saturating_sub(COMPARED)..quantity.first)
        .any(|token| view.is(token as usize, &[kw::FROM, kw::AGAINST, kw::THAN]));
    let fits = |time: &Expression| {
        matches!(time.preposition, Preposition::By | Preposition::As) || spans(view, time) || distant(view, time)
    };
    compared || text.times(quantity.sentence).any(fits)
}

/// "a year ago", "the year before": a time told by its distance.
fn distant(view: &View, time: &Expression) -> bool {
    let last = time.end as usize - 1;
    view.has(last, Class::Time)
        && view.words.all(last, Class::Time).any(|(_, row)| view.lexicon.times[row].kind == TimeWordKind::Offset)
}

/// Whether a time is long enough for a figure: a month or longer, or since some day.
fn spans(view: &View, time: &Expression) -> bool {
    time.preposition == Preposition::Since || long(view, time)
}
