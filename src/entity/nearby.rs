//! The places of a text that small ones may be neighbours of: who names a village names the town beside it.

use super::gazetteer::{Gazetteer, Group, Listed};
use super::support;
use super::within::kilometres;
use crate::lexicon::{Entry, NameFlags, View, types};
use crate::record::EntityKind;

/// At most so many places are measured against, and so many of one name.
const PLACES: usize = 64;
const NAMESAKES: usize = 16;
/// Kilometres between neighbours.
const NEAR: f32 = 40.0;
/// Points for one neighbour beyond doubt or two likely ones, and for twice as many.
const ONE: f32 = 1.0;
pub(super) const SEVERAL: f32 = 1.5;

/// How far a name is a place's.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Sure {
    /// The text shows it.
    Settled,
    /// It is no usual word and nobody's name.
    Likely,
    No,
}

/// Towns and counties that a text names beyond doubt, though several may have the name. Reused between texts.
#[derive(Default)]
pub(super) struct Neighbours {
    places: Vec<Neighbour>,
}

struct Neighbour {
    /// The hash of its name.
    name: u64,
    lat: f32,
    lon: f32,
    /// It is beyond doubt that the name is a place's.
    certain: bool,
}

impl Neighbours {
    pub fn clear(&mut self) {
        self.places.clear();
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes in the places of a name.
    pub fn add(&mut self, view: &View, names: &Gazetteer, group: Group, sure: Sure) {
        let town = |listed: &&Listed| {
            let entry = &listed.entry;
            entry.kind == EntityKind::Place
                && !listed.flags.has(NameFlags::DEMONYM)
                && (entry.subtype == types::CITY || is_county(view, entry))
        };
        let towns = || names.of(group).iter().filter(town);
        let (mut certain, mut likely) = (sure == Sure::Settled, sure == Sure::Likely);
        for known in towns().filter(|listed| !listed.small) {
            likely = true;
            certain |= !known.flags.has(NameFlags::CONTEXT);
        }
        if !(certain || likely) || self.places.len() >= PLACES {
            return;
        }
        let name = support::hash(view, group.first as usize, group.end as usize);
        if self.places.iter().any(|known| known.name == name) {
            return;
        }
        self.places.extend(towns().take(NAMESAKES).map(|listed| {
            let Entry { lat, lon, .. } = listed.entry;
            Neighbour { name, lat, lon, certain }
        }));
    }

    /// Points for a place because others of the text are near it.
    pub fn points(&self, name: u64, place: &Entry) -> f32 {
        // Places of one name stand together.
        let (mut last, mut points) = (name, 0);
        for other in &self.places {
            let north = other.lat - place.lat;
            // A degree of latitude is 111 km everywhere, one of longitude is so much narrower there than at the equator.
            if north.abs() * 100.0 < NEAR
                && other.name != last
                && other.name != name
                && kilometres(north, (other.lon - place.lon) * other.lat.to_radians().cos()) < NEAR
            {
                last = other.name;
                points += if other.certain { 2 } else { 1 };
            }
        }
        match points {
            0 | 1 => 0.0,
            2 | 3 => ONE,
            _ => SEVERAL,
        }
    }
}

/// A region so small that what lies in it is near its middle.
pub(super) fn is_county(view: &View, entry: &Entry) -> bool {
    entry.subtype == types::REGION && view.lexicon.entry_reference(entry.id).starts_with("county:")
}
