//! Money whose country is told by the way it is counted and by what else the text names: "Rs 500 crore".

use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::sense::{Class, NumberKind};
use crate::quantity::{Quantity, Unit};
use crate::record::UnitKind;

const BARE: &str = "rupee";
const OF_INDIA: &str = "indian rupee";
const INDIA: &str = "IN";

/// Rupees by the crore are India's unless the text is set elsewhere, other rupees where it is set in India alone.
pub(in crate::quantity) fn rupees(view: &View, entities: &Entities, quantity: &mut Quantity) {
    let numeral = quantity.number;
    let Unit::Measure { kind: UnitKind::Currency, name, .. } = &mut quantity.unit else { return };
    if view.lexicon.string(*name) != BARE {
        return;
    }
    let (mut home, mut abroad) = (false, false);
    for named in &entities.list {
        let country = named.entry.map_or(named.country, |entry| view.lexicon.entry(entry).country);
        if country != 0 {
            let india = view.lexicon.string(country) == INDIA;
            (home, abroad) = (home | india, abroad | !india);
        }
    }
    let fits = if in_crores(view, numeral) { home || !abroad } else { home && !abroad };
    let unit = fits.then(|| view.lexicon.units.iter().find(|unit| view.lexicon.string(unit.name) == OF_INDIA));
    if let Some(unit) = unit.flatten() {
        *name = unit.name;
    }
}

/// Whether a numeral holds "lakh" or "crore".
fn in_crores(view: &View, (first, end): (u32, u32)) -> bool {
    (first + 1..end).any(|token| {
        view.words.all(token as usize, Class::Number).any(|(_, row)| {
            let number = view.lexicon.numbers[row];
            matches!(number.kind, NumberKind::Scale | NumberKind::Suffix)
                && (number.value == 1e5 || number.value == 1e7)
        })
    })
}
