//! People without a figure who are part of a figure: "twelve people, including a nurse and her son".

use super::super::chunk::{Hit, What};
use super::super::implicit;
use super::{Cue, Linker};
use crate::lexicon::{Connective, keyword as kw};

impl Linker<'_, '_, '_> {
    /// Rule *parts without figure*: whoever stands in an aside behind a figure with a role is part of it.
    pub(super) fn parts_without_figure(&mut self, start: usize, stop: usize) {
        let mut whole: Option<u32> = None;
        let mut open = false;
        for at in start..stop {
            let chunk = self.chunks[at];
            match chunk.what {
                What::Connective(Connective::Part) => open = whole.is_some(),
                What::Number(index) if !chunk.aside => {
                    open = false;
                    if !self.measured(index as usize) {
                        whole = Some(index);
                    }
                }
                // "including a man who killed his wife": what is told of the part is told apart.
                What::Clause | What::Verb | What::Aux | What::Cue(_) if chunk.aside => open = false,
                What::People { .. } if chunk.aside && open => {
                    let Some(index) = whole else { continue };
                    if !self.within_preposition(at, start) && !self.told_by_name(at, start) {
                        self.part(at, index);
                    }
                }
                _ => {}
            }
            if !chunk.aside {
                open &= matches!(chunk.what, What::Comma);
            }
        }
    }

    /// Makes somebody part of a figure, if what happened to those counted is told of people.
    fn part(&mut self, at: usize, whole: u32) {
        let quantity = &self.list[whole as usize];
        let (Some(role), Some(cue)) = (quantity.role, quantity.cue) else { return };
        let known = self.people.iter().any(|hit| hit.chunk == at as u32);
        if implicit::counts(role) && !known && quantity.value.is_none_or(|value| value > 1.0) {
            let (begin, end) = self.view.span(self.chunks[at].first as usize, self.chunks[at].end as usize);
            self.trace.note("part without figure", begin, end, || format!("{role:?}"));
            self.people.push(Hit { chunk: at as u32, role, cue, whole: Some(whole) });
        }
    }

    /// Rule *among number*: "Among the 12 people killed were a policeman and two girls": those behind the verb are part of
    /// the figure.
    pub(super) fn among_number(&mut self, cue: Cue, start: usize, stop: usize) {
        let Some(at) = cue.at.checked_sub(1).filter(|at| *at >= start) else { return };
        let What::Number(whole) = self.chunks[at].what else { return };
        let among = (start..at).rev().take(2).any(|at| self.view.is(self.chunks[at].first as usize, &[kw::AMONG]));
        let verb = self.chunks.get(cue.at + 1).is_some_and(|chunk| matches!(chunk.what, What::Aux));
        if !among || !verb {
            return;
        }
        let mut target = self.object_at(cue.at + 1, stop);
        while let Some(found) = target {
            match self.chunks[found].what {
                What::Number(index) => {
                    let of_whole = &self.list[whole as usize];
                    let (role, words) = (of_whole.role, of_whole.cue);
                    let part = &mut self.list[index as usize];
                    if part.role.is_none() {
                        (part.role, part.cue) = (role, words);
                    }
                    part.part_of = Some(whole);
                }
                What::People { .. } => self.part(found, whole),
                _ => return,
            }
            target = self.joined_behind(found, stop);
        }
    }

    /// "a reporter, Amal Haddad,": the name of whoever stands before it.
    pub(super) fn told_by_name(&self, at: usize, start: usize) -> bool {
        let Some(comma) = at.checked_sub(1).filter(|comma| *comma > start) else { return false };
        matches!(self.chunks[comma].what, What::Comma)
            && matches!(self.chunks[comma - 1].what, What::People { .. })
            && self.same_person(comma - 1, at)
    }
}
