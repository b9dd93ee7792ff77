//! Which place is meant: by population, by the region or country that stands behind it, and by the other places of the
//! text. Also the country of an agency that many countries have.

use std::collections::HashMap;

use super::Named;
use crate::lexicon::{Entry, View, keyword as k};
use crate::record::EntityKind;

/// At most so many places are measured against, so that long texts stay linear.
const ANCHORS: usize = 24;

/// What the places of a text have told so far. Reused between texts.
#[derive(Default)]
pub(crate) struct Places {
    /// How often each country (a string of the lexicon) and each region stands in the text.
    countries: HashMap<u32, f32>,
    regions: HashMap<u32, f32>,
    mentions: f32,
    /// Places of the text that nothing else is called, to measure distances to.
    anchors: Vec<Entry>,
    /// What a name was found to stand for, by the hash of its first word and its length.
    settled: HashMap<(u64, u32), Option<u32>>,
}

/// How likely a place is the one meant when nothing else is known: countries first, then by population.
pub(super) fn prior(view: &View, entry: &Entry) -> f32 {
    let kind = match view.lexicon.string(entry.subtype) {
        "country" | "continent" => 1.0,
        "region" => 0.75,
        "city" => 0.3,
        _ => 0.6,
    };
    let people = if entry.population > 0.0 { (entry.population.log10() - 3.0).max(0.0) / 10.0 } else { 0.1 };
    (kind + people).clamp(0.0, 1.0)
}

/// Settles which entry each place stands for, and the country of agencies.
pub(super) fn resolve(view: &View, places: &mut Places, list: &mut [Named]) {
    places.read(view, list);
    for index in 0..list.len() {
        places.settle_contained(view, list, index);
    }
    for index in 0..list.len() {
        match list[index].kind {
            EntityKind::Place if list[index].entry.is_some() => {
                let entry = places.settle(view, list, index);
                if entry.is_none() {
                    list[index].country = containing(view, list, index).map_or(0, |outer| outer.country);
                    list[index].subtype = 0;
                }
                list[index].entry = entry;
            }
            EntityKind::Agency => country_of_agency(view, list, index),
            _ => {}
        }
    }
}

impl Places {
    /// Counts the countries and regions that the text names beyond doubt.
    fn read(&mut self, view: &View, list: &[Named]) {
        self.countries.clear();
        self.regions.clear();
        self.settled.clear();
        self.anchors.clear();
        self.mentions = 0.0;
        for named in list {
            let Some(entry) = named.entry.map(|entry| &view.lexicon.entries[entry as usize]) else { continue };
            let weight = match (named.kind, alternatives(view, named).count()) {
                (EntityKind::Place | EntityKind::Nationality, 0 | 1) => 1.0,
                (EntityKind::Place | EntityKind::Nationality, _) if is_country(view, entry) => 1.0,
                (EntityKind::Place | EntityKind::Nationality, _) => 0.0,
                _ => 0.5,
            };
            self.mentions += weight;
            if weight == 1.0
                && named.kind == EntityKind::Place
                && !is_country(view, entry)
                && self.anchors.len() < ANCHORS
            {
                self.anchors.push(*entry);
            }
            if entry.country != 0 {
                *self.countries.entry(entry.country).or_default() += weight;
            }
            if let Some(region) = region_of(view, entry) {
                *self.regions.entry(region).or_default() += weight;
            }
        }
    }

    /// Where the text says once which place of a name it means ("Paris, Texas"), it means it everywhere.
    fn settle_contained(&mut self, view: &View, list: &[Named], index: usize) {
        let named = &list[index];
        if named.kind != EntityKind::Place || named.entry.is_none() {
            return;
        }
        let Some(outer) = containing(view, list, index) else { return };
        let fits = |entry: &u32| containment(view, outer, &view.lexicon.entries[*entry as usize]);
        let best = alternatives(view, named).max_by(|a, b| fits(a).total_cmp(&fits(b)));
        match best {
            Some(entry) if fits(&entry) > 0.0 => drop(self.settled.insert(key(view, named), Some(entry))),
            // "Edmonton, Kentucky" is not the one that the lexicon has.
            _ if encloses(view, outer) && is_town(view, named) && !in_list(view, list, index) => {
                self.settled.entry(key(view, named)).or_insert(None);
            }
            _ => {}
        }
    }

    /// The likeliest of the entries that a place's name has.
    fn settle(&mut self, view: &View, list: &[Named], index: usize) -> Option<u32> {
        let named = &list[index];
        if let Some(&settled) = self.settled.get(&key(view, named)) {
            return settled;
        }
        let score = |entry: &u32| {
            let entry = &view.lexicon.entries[*entry as usize];
            prior(view, entry) + 0.4 * self.share(view, entry) + 0.3 * self.nearness(entry)
        };
        let best = alternatives(view, named).max_by(|a, b| score(a).total_cmp(&score(b))).or(named.entry);
        self.settled.insert(key(view, named), best);
        best
    }

    /// How near a place is to one that the text names beyond doubt, 0 to 1.
    fn nearness(&self, entry: &Entry) -> f32 {
        self.anchors.iter().map(|anchor| 1.0 - distance(anchor, entry) / 500.0).fold(0.0, f32::max)
    }

    /// How much of the text is about the country and the region of a place, 0 to 2.
    fn share(&self, view: &View, entry: &Entry) -> f32 {
        let country = self.countries.get(&entry.country).filter(|_| entry.country != 0).copied().unwrap_or(0.0);
        let region = region_of(view, entry).and_then(|region| self.regions.get(&region)).copied().unwrap_or(0.0);
        (country + region) / self.mentions.max(1.0)
    }
}

/// By what a name is told again: the hash of its first word, and how long it is.
fn key(view: &View, named: &Named) -> (u64, u32) {
    (view.tokens[named.first as usize].hash, named.end - named.first)
}

/// A country or a region, in which other places lie.
fn encloses(view: &View, entry: &Entry) -> bool {
    matches!(view.lexicon.string(entry.subtype), "country" | "region")
}

/// Whether a mention is taken for a town, with a comma behind it.
fn is_town(view: &View, named: &Named) -> bool {
    let town =
        named.entry.is_some_and(|entry| view.lexicon.string(view.lexicon.entries[entry as usize].subtype) == "city");
    let sole = |entry: u32| {
        matches!(view.lexicon.string(view.lexicon.entries[entry as usize].subtype), "country" | "continent")
    };
    town && view.is(named.end as usize, &[k::COMMA]) && !alternatives(view, named).any(sole)
}

/// "in Moscow, Ukraine and Poland": places side by side and not one in the other.
fn in_list(view: &View, list: &[Named], index: usize) -> bool {
    let after = list[index + 1].end as usize;
    let before = (list[index].first as usize).wrapping_sub(1);
    let more = |at: usize| view.is(at, &[k::AND, k::OR]) || (view.is(at, &[k::COMMA]) && view.capital(at + 1));
    more(after) || (view.is(before, &[k::COMMA]) && index > 0 && list[index - 1].end as usize == before)
}

fn is_country(view: &View, entry: &Entry) -> bool {
    view.lexicon.string(entry.subtype) == "country"
}

/// The region of an entry, or the entry itself where it is one, as a string of the lexicon.
fn region_of(_view: &View, entry: &Entry) -> Option<u32> {
    (entry.region != 0).then_some(entry.region)
}

/// The entries for places that have the name of a mention.
fn alternatives<'v>(view: &'v View<'_, '_>, named: &Named) -> impl Iterator<Item = u32> + 'v {
    let (first, end) = (named.first, named.end);
    let names = &view.words.names;
    let start = names.partition_point(|name| name.first < first);
    names[start..]
        .iter()
        .take_while(move |name| name.first == first)
        .filter(move |name| name.end == end)
        .map(|name| view.lexicon.surfaces[name.surface as usize].entry)
        .filter(|&entry| view.lexicon.entries[entry as usize].kind == EntityKind::Place)
}

/// The place that stands behind a place and a comma, or in brackets: "Springfield, Ohio".
fn containing<'v>(view: &'v View<'_, '_>, list: &[Named], index: usize) -> Option<&'v Entry> {
    let next = list.get(index + 1).filter(|next| next.kind == EntityKind::Place)?;
    let end = list[index].end as usize;
    let joined = next.first as usize == end + 1 && view.is(end, &[k::COMMA, k::OPEN, k::IN]);
    next.entry.filter(|_| joined).map(|entry| &view.lexicon.entries[entry as usize])
}

/// How surely one place lies in another, 0 to 1.
fn containment(view: &View, outer: &Entry, inner: &Entry) -> f32 {
    let string = |index: u32| view.lexicon.string(index);
    if outer.reference == inner.reference || outer.country != inner.country || string(inner.subtype) == "country" {
        return 0.0;
    }
    match string(outer.subtype) {
        "country" => 1.0,
        // Where the lexicon does not tell a city's region, the distance to its middle does.
        _ if inner.region == 0 => (1.0 - distance(outer, inner) / 1500.0).clamp(0.0, 0.9),
        "region" if string(outer.reference).strip_prefix("region:") == Some(string(inner.region)) => 1.0,
        _ => 0.0,
    }
}

/// Distance between two places in kilometres, near enough for comparing.
fn distance(a: &Entry, b: &Entry) -> f32 {
    let (north, east) = (a.lat - b.lat, (a.lon - b.lon) * a.lat.to_radians().cos());
    let degrees = north.hypot(east);
    if degrees.is_nan() { f32::MAX } else { degrees * 111.0 }
}

/// "Zambia's Ministry of Health", "the Russian defence ministry": the country before an agency that has none.
fn country_of_agency(view: &View, list: &mut [Named], index: usize) {
    let own = list[index].entry.map_or(list[index].country, |entry| view.lexicon.entries[entry as usize].country);
    if own != 0 || index == 0 {
        return;
    }
    let (before, first) = (list[index - 1], list[index].first as usize);
    let end = before.end as usize;
    let next_to = end == first || (end + 1 == first && view.is(end, &[k::POSSESSIVE, k::APOSTROPHE]));
    let inside = list[index].range().find_map(|token| country_inside(view, token));
    let entry = before.entry.filter(|_| next_to && matches!(before.kind, EntityKind::Place | EntityKind::Nationality));
    list[index].country = entry.map(|entry| view.lexicon.entries[entry as usize].country).or(inside).unwrap_or(0);
}

/// The country that a word inside a name tells: "Kenya Red Cross".
fn country_inside(view: &View, token: usize) -> Option<u32> {
    let names = &view.words.names;
    let start = names.partition_point(|name| (name.first as usize) < token);
    let name = names.get(start).filter(|name| name.first as usize == token)?;
    let entry = &view.lexicon.entries[view.lexicon.surfaces[name.surface as usize].entry as usize];
    (entry.kind == EntityKind::Place && view.lexicon.string(entry.subtype) == "country").then_some(entry.country)
}
