//! What is told apart: figures behind "in a separate attack", "but", "when".

use super::super::chunk::What;
use super::Linker;
use crate::lexicon::sense::Class;
use crate::lexicon::{Connective, keyword as kw};

impl Linker<'_, '_, '_> {
    /// Marks figures that are told apart from those before: "in a separate attack", "but the rebels said", "when".
    pub(super) fn mark_apart(&mut self, start: usize, stop: usize) {
        let (mut separate, mut rival) = (false, false);
        let mut linked = false;
        for at in start..stop {
            let first = self.chunks[at].first as usize;
            let apart = self
                .view
                .longest(first, Class::Connective)
                .is_some_and(|(_, row)| self.view.lexicon.connectives[row] == Connective::Separate);
            let also =
                self.view.is(first, &[kw::ALSO]) && at + 1 < stop && matches!(self.chunks[at + 1].what, What::Cue(_));
            separate |= apart || also;
            match self.chunks[at].what {
                What::Connective(Connective::But) | What::Report(_) => rival = linked,
                What::Number(index) => {
                    let subordinate = self.subordinate(at, start);
                    let quantity = &mut self.list[index as usize];
                    linked |= quantity.role.is_some();
                    quantity.marks.separate = separate;
                    quantity.marks.rival = rival;
                    quantity.marks.subordinate = subordinate;
                }
                _ => {}
            }
        }
    }

    /// Whether a figure stands in a clause that "when", "after" and their kin open.
    pub(super) fn subordinate(&self, at: usize, start: usize) -> bool {
        for before in (start..at).rev().take(8) {
            match self.chunks[before].what {
                What::Clause => {
                    return !self.is_relative(before) && !self.view.is(self.chunks[before].first as usize, &[kw::WHILE]);
                }
                What::Comma | What::Break | What::Connective(Connective::And | Connective::But) => return false,
                _ => {}
            }
        }
        false
    }
}
