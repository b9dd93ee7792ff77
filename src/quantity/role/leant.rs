//! What a number without a noun is read as while a cue is linked: the things told of before, where the cue fits them.

use super::super::{Unit, last_before};
use super::Linker;

/// How many sentences back the things may stand.
const SENTENCES_BACK: u32 = 1;

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
        let told = self.list[before].role.is_some() || self.list[before].sentence == quantity.sentence;
        let fits = || {
            self.rows(cue).any(|row_of_cue| {
                let cue = &self.view.lexicon.cues[row_of_cue];
                cue.role.is_some() && self.fit(cue, Some(row)).is_some()
            })
        };
        (told && fits()).then_some(row)
    }
}
