//! What a number without a noun is read as while a cue is linked: the things told of before, where the cue fits them.

use super::super::{Quantity, Unit, last_before};
use super::Linker;
use crate::lexicon::{View, keyword as kw};
use crate::record::Role;

/// How many sentences back the things may stand.
pub(super) const SENTENCES_BACK: u32 = 1;

/// "the other 13": the rest of what was counted before.
pub(in crate::quantity) fn is_the_other(view: &View, quantity: &Quantity) -> bool {
    let first = quantity.first as usize;
    first >= 2 && view.is(first - 1, &[kw::OTHER]) && view.is(first - 2, &[kw::THE])
}

impl Linker<'_, '_, '_> {
    /// The things that a number without a noun stands for ("Two jets burned and three more were damaged"): those counted
    /// last, where the cue can be said of them.
    pub(super) fn thing_leant_on(&self, index: usize, cue: usize) -> Option<u32> {
        let quantity = &self.list[index];
        if quantity.unit != Unit::None || quantity.implicit {
            return None;
        }
        let before = last_before(self.list, index, |other| {
            matches!(other.unit, Unit::Count(_)) && quantity.sentence - other.sentence <= SENTENCES_BACK
        })?;
        let row = self.thing_of(before)?;
        if is_the_other(self.view, quantity) {
            // "the other 13" are what was counted before, whether the cue fits or not.
            return Some(row);
        }
        let made = self.rows(cue).all(|row| !self.allows_people(&self.view.lexicon.cues[row]));
        let told = made || self.list[before].role.is_some() || self.list[before].sentence == quantity.sentence;
        let fits = || {
            self.rows(cue).any(|row_of_cue| {
                let cue = &self.view.lexicon.cues[row_of_cue];
                cue.role.is_some() && self.fit(cue, Some(row)).is_some()
            })
        };
        if told && fits() {
            return Some(row);
        }
        // "will shed 2,900 jobs at a plant that employs 11,500 people. About 1,600 will go": those of whom the cue was said.
        let said =
            |role: Option<Role>| role.is_some() && self.rows(cue).any(|row| self.view.lexicon.cues[row].role == role);
        let before = last_before(self.list, index, |other| {
            matches!(other.unit, Unit::Count(_))
                && quantity.sentence - other.sentence <= SENTENCES_BACK
                && said(other.role)
        })?;
        let row = self.thing_of(before)?;
        let fits = self.rows(cue).any(|row_of_cue| {
            let cue = &self.view.lexicon.cues[row_of_cue];
            cue.role == self.list[before].role && self.fit(cue, Some(row)).is_some()
        });
        fits.then_some(row)
    }
}
