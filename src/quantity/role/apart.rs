//! What is told apart: figures behind "in a separate attack", "but", "when".

use super::super::chunk::{self, What};
use super::super::outline::Held;
use super::Linker;
use crate::lexicon::sense::{Class, Effect};
use crate::lexicon::{Connective, keyword as kw};
use crate::record::{Status, UnitKind};

impl Linker<'_, '_, '_> {
    /// Marks figures that are told apart from those before: "in a separate attack", "but the rebels said", "when".
    /// `roles` tells that those which figures have now come from the sentence itself.
    pub(super) fn mark_apart(&mut self, held: Held, start: usize, stop: usize, roles: bool) {
        if !self.chunks[start..stop].iter().any(|chunk| matches!(chunk.what, What::Number(_))) {
            return;
        }
        let (mut separate, mut rival) = (false, false);
        let mut linked = false;
        let habitual = held.has(Class::Status) && self.is_habitual(start, stop);
        separate |= self.is_item(start) || self.is_earlier(start, stop);
        for at in start..stop {
            let first = self.chunks[at].first as usize;
            let apart = held.has(Class::Connective)
                && self
                    .view
                    .longest(first, Class::Connective)
                    .is_some_and(|(_, row)| self.view.lexicon.connectives[row] == Connective::Separate);
            let also = self.view.is(first, &[kw::ALSO]).then(|| self.cue_behind(at, stop)).flatten();
            separate |= apart || also.is_some();
            // "Three guards at the gate also died": those before it too.
            if let Some(cue) = also {
                let words = (self.chunks[cue].first, self.chunks[cue].end);
                for before in start..at {
                    if let What::Number(index) = self.chunks[before].what
                        && self.list[index as usize].cue == Some(words)
                    {
                        self.list[index as usize].marks.separate = true;
                    }
                }
            }
            match self.chunks[at].what {
                What::Connective(Connective::But) | What::Report(_) => rival = linked,
                What::Number(index) => {
                    let subordinate = chunk::subordinate(self.view, self.chunks, at, start);
                    let corrected = self.corrected(self.chunks[at].first as usize);
                    let before = (start..at).rev().find_map(|at| self.chunks[at].is_number());
                    let held = before.filter(|_| corrected).map(|before| &self.list[before]);
                    let held = held.map(|before| (before.role, before.cue));
                    let a_year = self.per_time(index as usize);
                    let quantity = &mut self.list[index as usize];
                    // "10 people, not 12": what is not so.
                    if let Some((role, cue)) = held.filter(|_| quantity.role.is_none()) {
                        (quantity.role, quantity.cue, quantity.status) = (role, cue, Status::Denied);
                    }
                    quantity.marks.hypothetical |= corrected;
                    quantity.marks.rate |= a_year;
                    linked |= roles && quantity.role.is_some();
                    quantity.marks.separate |= separate;
                    quantity.marks.rate |= habitual;
                    quantity.marks.rival |= rival;
                    quantity.marks.subordinate = subordinate;
                }
                _ => {}
            }
        }
    }

    /// The cue right behind "also", over auxiliaries: "had also been killed".
    fn cue_behind(&self, also: usize, stop: usize) -> Option<usize> {
        let cue = (also + 1..stop).find(|&at| !matches!(self.chunks[at].what, What::Aux | What::Other))?;
        matches!(self.chunks[cue].what, What::Cue(_)).then_some(cue)
    }

    /// "Every year 1,000 people are killed by snakes": a standing fact and no toll.
    fn is_habitual(&self, start: usize, stop: usize) -> bool {
        let (Some(first), Some(last)) = (self.chunks.get(start), self.chunks.get(stop.saturating_sub(1))) else {
            return false;
        };
        (first.first..last.end).filter(|&token| self.view.has(token as usize, Class::Status)).any(|token| {
            self.view
                .words
                .all(token as usize, Class::Status)
                .any(|(_, row)| self.view.lexicon.statuses[row] == Effect::Habitual)
        })
    }

    /// "kills 800 people a year".
    fn per_time(&self, index: usize) -> bool {
        let end = self.list[index].end as usize;
        self.view.is(end, &[kw::A, kw::AN, kw::PER])
            && self.view.longest(end + 1, Class::Unit).is_some_and(|(after, row)| {
                self.view.lexicon.units[row].kind == UnitKind::Duration
                    && !self.view.is(after, &[kw::AGO, kw::EARLIER, kw::LATER])
            })
    }

    /// "Earlier in the week they had killed seven people": another time, if it is not that somebody had said so.
    fn is_earlier(&self, start: usize, stop: usize) -> bool {
        let first = self.chunks[start].first as usize;
        self.view.is(first, &[kw::EARLIER])
            && self.chunks[start..stop].iter().any(|chunk| self.view.is(chunk.first as usize, &[kw::HAD]))
            && !self.chunks[start..stop].iter().any(|chunk| matches!(chunk.what, What::Report(_) | What::Status(_)))
    }

    /// A line of a list: "- Sumy: 3 killed".
    fn is_item(&self, start: usize) -> bool {
        self.chunks.get(start).is_some_and(|chunk| {
            let token = &self.view.tokens[chunk.first as usize];
            token.newlines_before > 0
                && (matches!(token.punct(), b'-' | b'*') || token.text(self.view.text) == "\u{2022}")
        })
    }
}
