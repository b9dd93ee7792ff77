//! Stated tolls: "a death toll of 45", "raised the number of dead from 38 to 45".

use super::super::chunk::{Voice, What};
use super::super::grammar::OWNER_SET;
use super::super::{Noun, Unit, noun};
use super::{Cue, Linker, REACH, Strength};
use crate::lexicon::sense::pos;
use crate::lexicon::{Connective, keyword as kw};
use crate::record::{Bound, Role};

impl Linker<'_, '_, '_> {
    /// Rule *toll*: "a death toll of 45", "the toll rose to 45", "raised the number of dead from 38 to 45".
    pub(super) fn toll(&mut self, cue: Cue, start: usize, stop: usize) {
        let role = self.first_role(cue.at);
        let Some(role) = role else { return };
        let (mut fallback, mut over) = (None, false);
        for at in cue.at + 1..stop.min(cue.at + REACH) {
            match self.chunks[at].what {
                // "raised the figures to 37 dead": the state says what the figure is of.
                What::Number(index)
                    if fallback.is_none()
                        && at + 1 < stop
                        && matches!(self.chunks[at + 1].what, What::Cue(Voice::State | Voice::Bare))
                        && self.first_role(at + 1).is_some_and(|own| own != role) =>
                {
                    self.list[index as usize].marks.toll = true;
                    return;
                }
                // "rose by 503,300 to 22 million": how far it went.
                What::Number(_) if self.view.is(self.chunks[at].first as usize - 1, &[kw::BY]) => {}
                What::Number(_) if over && !self.view.is(self.chunks[at].first as usize - 1, &[kw::TO, kw::AT]) => {}
                // "brought the dead to three hospitals".
                What::Number(index) if self.thing_of(index as usize).is_some_and(|row| self.is_place(row)) => {}
                What::Number(index) if self.countable(index as usize) => {
                    let before = self.chunks[at].first.checked_sub(1).map(|token| self.view.id(token as usize));
                    let old = before == Some(kw::FROM);
                    if old || self.measured(index as usize) {
                        fallback = fallback.or(Some(index as usize).filter(|_| !self.measured(index as usize)));
                        continue;
                    }
                    self.found_toll(cue, index as usize, role);
                    // "raised the toll to 22 Iraqis and one soldier".
                    let mut last = at;
                    while let Some(next) = self.joined_behind(last, stop)
                        && let What::Number(more) = self.chunks[next].what
                        && matches!(self.list[more as usize].unit, Unit::Count(_))
                        && self.thing_of(more as usize).is_some_and(|row| self.can_suffer(row))
                    {
                        self.set(
                            more as usize,
                            role,
                            (self.chunks[cue.at].first, self.chunks[cue.at].end),
                            Strength::Bare,
                        );
                        last = next;
                    }
                    // "lowered its count to 400 from 900".
                    let behind = (at + 1..stop.min(at + 6))
                        .take_while(|&next| !matches!(self.chunks[next].what, What::Break | What::Clause | What::Verb))
                        .find(|&next| self.view.is(self.chunks[next].first as usize, &[kw::FROM]))
                        .and_then(|from| self.chunks.get(from + 1).filter(|_| from + 1 < stop)?.is_number())
                        .filter(|&old| !self.measured(old) && self.thing_of(old).is_none());
                    if let Some(old) = fallback.or(behind) {
                        self.found_toll(cue, old, role);
                        self.list[old].marks.historical = true;
                        self.list[old].marks.toll = false;
                    }
                    return;
                }
                // "the toll from a fire that swept the mine rose to 57".
                What::Clause if !over && self.is_relative(at) => over = true,
                // "gave the number of dead as 43".
                What::Clause
                    if self.view.is(self.chunks[at].first as usize, &[kw::AS])
                        && self.chunks.get(at + 1).is_some_and(|next| next.is_number().is_some()) => {}
                What::Break | What::Clause | What::Connective(Connective::But) => break,
                What::Cue(Voice::Active | Voice::Passive) if fallback.is_none() => break,
                _ => {}
            }
        }
        if let Some(index) = fallback {
            self.found_toll(cue, index, role);
            return;
        }
        // "45, the highest death toll": what stands before.
        for at in (start..cue.at).rev().take(6) {
            match self.chunks[at].what {
                What::Number(index) if self.countable(index as usize) && !self.measured(index as usize) => {
                    self.found_toll(cue, index as usize, role);
                    return;
                }
                What::Cue(_) | What::Break => return,
                _ => {}
            }
        }
    }

    /// Rule *number of*: "The number of fishermen detained rose to 214", "brings to 12 the number of journalists killed": the
    /// figure of those whom a participle tells of, and what it counts.
    pub(super) fn number_of(&mut self, cue: Cue, start: usize, stop: usize) -> bool {
        let first = |at: usize| self.chunks[at].first as usize;
        let Some(number) = cue.at.checked_sub(3).filter(|number| *number >= start) else { return false };
        let (counted, head) = (self.chunks[cue.at - 1], self.chunks[number].end as usize);
        let named = matches!(counted.what, What::Noun { .. })
            && self.view.is(first(cue.at - 2), &[kw::OF])
            && self.view.is(head - 1, &[kw::NUMBER])
            && self.view.is(first(number), &[kw::THE]);
        let bare = |at: usize| {
            let index = self.chunks[at].is_number()?;
            (self.list[index].unit == Unit::None && self.countable(index)).then_some(index)
        };
        let figure = || {
            if let Some(index) = number.checked_sub(1).filter(|before| *before >= start).and_then(bare) {
                return Some(index);
            }
            let mut verb = false;
            for at in cue.at + 1..stop.min(cue.at + REACH) {
                match self.chunks[at].what {
                    What::Verb | What::Aux | What::Report(_) => verb = true,
                    What::Number(_) if verb && !self.view.is(first(at) - 1, &[kw::BY, kw::FROM]) => return bare(at),
                    What::Break | What::Clause | What::Cue(_) => return None,
                    _ => {}
                }
            }
            None
        };
        let Some(index) = (if named { figure() } else { None }) else { return false };
        let noun = (counted.first..counted.end).find_map(|token| {
            noun::thing(self.view, token as usize).filter(|(end, _)| *end == counted.end as usize).map(|(_, row)| row)
        });
        let Some(role) = noun.and_then(|row| self.role_for(cue.at, Some(row as u32), true, false)) else {
            return false;
        };
        self.found_toll(cue, index, role);
        self.list[index].unit = Unit::Count(Noun {
            first: counted.first,
            end: counted.end,
            head: counted.end - 1,
            thing: noun.map(|row| row as u32),
            per: None,
        });
        true
    }

    /// "put the army's dead at 200": the state is a noun, and its number the counted.
    pub(super) fn dead_at(&mut self, cue: Cue, stop: usize) -> bool {
        let first = self.chunks[cue.at].first as usize;
        let owned = first > 0 && (self.view.is(first - 1, &[kw::POSSESSIVE]) || OWNER_SET.has(self.view.id(first - 1)));
        let at = |chunk: usize| self.view.is(self.chunks[chunk].first as usize, &[kw::AT, kw::TO]);
        if !owned || cue.at + 2 >= stop || !at(cue.at + 1) {
            return false;
        }
        let Some(index) = self.chunks[cue.at + 2].is_number() else { return false };
        let Some(role) = self.first_role(cue.at).filter(|_| self.list[index].unit == Unit::None) else { return false };
        self.found_toll(cue, index, role);
        true
    }

    pub(super) fn found_toll(&mut self, cue: Cue, index: usize, role: Role) {
        // "went up to 61": no bound, but the way that it went.
        let quantity = &mut self.list[index];
        let first = quantity.first as usize;
        let moved = first > 0
            && quantity.bound == Bound::AtMost
            && self.view.is(first, &[kw::UP])
            && self.view.can_be(first - 1, pos::PAST | pos::THIRD | pos::VERB | pos::ING | pos::PARTICIPLE)
            && !self.view.likely(first - 1, pos::NOUN | pos::PLURAL);
        if moved {
            quantity.first = quantity.number.0;
            quantity.bound = Bound::Exact;
            (quantity.min, quantity.max) = (None, None);
        }
        let chunk = self.chunks[cue.at];
        let (start, stop) = self.view.span(chunk.first as usize, chunk.end as usize);
        self.trace.note("toll", start, stop, || format!("{role:?}"));
        self.set(index, role, (chunk.first, chunk.end), Strength::Full);
        self.list[index].marks.toll = true;
    }

    /// Whether a counted thing is a place.
    fn is_place(&self, row: u32) -> bool {
        self.view.lexicon.branch(row as usize).starts_with("place/")
    }
}
