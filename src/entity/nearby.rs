//! The places of a text that small ones may be neighbours of: who names a village names the town beside it.

use super::gazetteer::{Gazetteer, Group, Listed};
use super::within::kilometres;
use crate::lexicon::{Entry, NameFlags, View, types};
use crate::record::EntityKind;

/// At most so many places are measured against, and so many of one name.
const PLACES: usize = 64;
const NAMESAKES: usize = 16;
/// Kilometres between neighbours.
const NEAR: f32 = 40.0;
/// Points for one neighbour, and for more.
const ONE: f32 = 1.0;
pub(super) const SEVERAL: f32 = 1.5;

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
    /// How much nearer a degree of longitude is there than at the equator.
    narrow: f32,
}

impl Neighbours {
    pub fn clear(&mut self) {
        self.places.clear();
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Takes in the places of a name. `settled` tells that the text shows it to be a place's.
    pub fn add(&mut self, view: &View, names: &Gazetteer, group: Group, name: u64, settled: bool) {
        let town = |listed: &&Listed| {
            let entry = &listed.entry;
            entry.kind == EntityKind::Place
                && !listed.flags.has(NameFlags::DEMONYM)
                && (entry.subtype == types::CITY || is_county(view, entry))
        };
        let towns = || names.of(group).iter().filter(town);
        let certain = settled || towns().any(|listed| !listed.small && !listed.flags.has(NameFlags::CONTEXT));
        if !certain || self.places.len() >= PLACES || self.places.iter().any(|known| known.name == name) {
            return;
        }
        self.places.extend(towns().take(NAMESAKES).map(|listed| {
            let Entry { lat, lon, .. } = listed.entry;
            Neighbour { name, lat, lon, narrow: lat.to_radians().cos() }
        }));
    }

    /// Points for a place because others of the text are near it.
    pub fn points(&self, name: u64, place: Entry) -> f32 {
        let near = |other: &&Neighbour| {
            let north = other.lat - place.lat;
            // A degree of latitude is 111 km everywhere.
            north.abs() * 100.0 < NEAR
                && other.name != name
                && kilometres(north, (other.lon - place.lon) * other.narrow) < NEAR
        };
        let mut near = self.places.iter().filter(near).map(|other| other.name);
        match near.next() {
            None => 0.0,
            Some(first) if near.any(|other| other != first) => SEVERAL,
            Some(_) => ONE,
        }
    }
}

/// A region so small that what lies in it is near its middle.
pub(super) fn is_county(view: &View, entry: &Entry) -> bool {
    entry.subtype == types::REGION && view.lexicon.entry_reference(entry.id).starts_with("county:")
}
