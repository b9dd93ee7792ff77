//! Those between commas who are the number before them, and what else stands behind a subject without being one.

use super::super::Unit;
use super::super::chunk::What;
use super::Linker;
use crate::lexicon::{Connective, keyword as kw};

impl Linker<'_, '_, '_> {
    /// "three, a dentist and her brothers, are missing": the bare number that those between commas are.
    pub(super) fn spelled_by(&self, at: usize, cue: usize, start: usize) -> Option<usize> {
        let closed = self.chunks[at + 1..cue].iter().any(|chunk| matches!(chunk.what, What::Comma));
        let list = |chunk: &What| {
            matches!(
                chunk,
                What::People { .. }
                    | What::Noun { .. }
                    | What::Connective(Connective::And)
                    | What::Other
                    | What::Number(_)
            )
        };
        let comma = (start..at).rev().find(|&before| !list(&self.chunks[before].what))?;
        let number = comma.checked_sub(1).filter(|number| *number >= start)?;
        let What::Number(index) = self.chunks[number].what else { return None };
        let quantity = &self.list[index as usize];
        let bare = quantity.unit == Unit::None && quantity.value.is_some_and(|value| value > 1.0);
        // "Two people, a mother and her baby, died".
        let all = || {
            let told = self.chunks[comma + 1..=at].iter().map(|chunk| match chunk.what {
                What::People { count, .. } => f64::from(count),
                What::Number(index) => self.list[index as usize].value.unwrap_or(0.0),
                _ => 0.0,
            });
            let people = self.thing_of(index as usize).is_some_and(|row| self.can_suffer(row));
            people && quantity.value == Some(told.sum())
        };
        (closed && matches!(self.chunks[comma].what, What::Comma) && (bare || all())).then_some(number)
    }

    /// "10 people, not 12".
    pub(super) fn corrected(&self, number: usize) -> bool {
        number > 1 && self.view.is(number - 1, &[kw::NOT]) && self.view.is(number - 2, &[kw::COMMA, kw::AND])
    }
}
