//! Which place is meant.

use crate::lexicon::Entry;

/// How likely a place is the one meant when nothing else is known: countries first, then by population.
pub(super) fn prior(entry: &Entry) -> f32 {
    let people = if entry.population > 0.0 { entry.population.log10() / 10.0 } else { 0.2 };
    people.clamp(0.0, 1.0)
}
