//! The places that the names of a text may mean, to measure distances to: who names a village names those around it.

use super::gazetteer::Listed;
use super::within::kilometres;

/// At most so many places are measured against, so that long texts stay linear.
const MOST: usize = 96;
/// What it weighs against fame that a village is near, and all that is near.
const NEARNESS: f32 = 0.35;
pub(super) const NEAREST: f32 = 0.9;
/// Kilometres at which a neighbour says half of what the next village does, and from which it says nothing.
const NEAR: f32 = 70.0;
const FAR: f32 = 400.0;
/// So much fame, or what weighs as much, makes a place ten times as likely as its namesake.
const TENFOLD: f32 = 0.08;

/// How many times likelier fame makes a place than none would.
pub(super) fn odds(fame: f32) -> f32 {
    10f32.powf(fame / TENFOLD)
}

/// All places that may be meant. Those of one name stand together.
#[derive(Default)]
pub(super) struct Anchors(Vec<Anchor>);

/// A place that a name of the text may mean.
struct Anchor {
    name: u32,
    lat: f32,
    lon: f32,
    /// How much nearer a degree of longitude is there than at the equator.
    narrow: f32,
    /// How much it says where nothing else has its name: less where it is known everywhere.
    local: f32,
    /// How likely it is by what the text names, and how many times likelier than others by what is near it.
    known: f32,
    score: f32,
    /// How much it says.
    weight: f32,
}

impl Anchors {
    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }

    /// Whether the last place is one of this name.
    pub fn ends_with(&self, name: u32) -> bool {
        self.0.last().is_some_and(|anchor| anchor.name == name)
    }

    /// Takes in a place. `known` is how likely it is by what the text names, `likely` the same as share of its name.
    pub fn push(&mut self, name: u32, place: &Listed, known: f32, likely: f32) {
        let (lat, lon) = (place.entry.lat, place.entry.lon);
        // A village is named where its neighbours are, a great city anywhere.
        let local = ((0.8 - place.prior) / 0.35).clamp(0.3, 1.0);
        let narrow = lat.to_radians().cos();
        self.0.push(Anchor { name, lat, lon, narrow, local, known, score: 1.0, weight: likely * local });
    }

    /// "Greenville, Cleveland and Greenwood": each may be one of many, but three of them are neighbours.
    pub fn settle(&mut self) {
        for index in 0..self.0.len() {
            let Anchor { name, lat, lon, known, .. } = self.0[index];
            self.0[index].score = odds(known + self.nearness(name, lat, lon));
        }
        for same in self.0.chunk_by_mut(|a, b| a.name == b.name) {
            let all: f32 = same.iter().map(|anchor| anchor.score).sum();
            for anchor in same {
                anchor.weight = anchor.local * anchor.score / all;
            }
        }
    }

    /// What the places near it say for a place of a name: each other name counts by its nearest one.
    pub fn nearness(&self, own: u32, lat: f32, lon: f32) -> f32 {
        let mut near = 0.0;
        let mut rest = &self.0[..];
        while let Some(&Anchor { name, .. }) = rest.first() {
            let mut most = 0.0f32;
            while let [anchor, others @ ..] = rest
                && anchor.name == name
            {
                most = if name == own { 0.0 } else { most.max(anchor.support(lat, lon)) };
                rest = others;
            }
            near += most;
        }
        (NEARNESS * near).min(NEAREST)
    }
}

impl Anchor {
    /// How much it speaks for a place by being near.
    fn support(&self, lat: f32, lon: f32) -> f32 {
        let north = self.lat - lat;
        // A degree of latitude is 111 km everywhere.
        if north.abs() * 100.0 > FAR {
            return 0.0;
        }
        let far = kilometres(north, (self.lon - lon) * self.narrow);
        if far > FAR { 0.0 } else { self.weight / (1.0 + (far / NEAR).powf(1.5)) }
    }
}
