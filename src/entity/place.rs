//! Which place is meant: by population, by the region or country that stands behind it, and by the other places of the
//! text. Also the country of an agency that many countries have.

use std::collections::HashMap;

use super::Named;
use crate::lexicon::{Entry, View, keyword as k};
use crate::record::EntityKind;

/// What the places of a text have told so far. Reused between texts.
#[derive(Default)]
pub(crate) struct Places {
    /// How often each country (a string of the lexicon) and each region stands in the text.
    countries: HashMap<u32, f32>,
    regions: HashMap<u32, f32>,
    mentions: f32,
    /// What a name was found to stand for, by the hash of its first word and its length.
    settled: HashMap<(u64, u32), u32>,
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
        match list[index].kind {
            EntityKind::Place if list[index].entry.is_some() => {
                if let Some(entry) = places.settle(view, list, index) {
                    list[index].entry = Some(entry);
                }
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
        self.mentions = 0.0;
        for named in list {
            let Some(entry) = named.entry.map(|entry| &view.lexicon.entries[entry as usize]) else { continue };
            let weight = match (named.kind, alternatives(view, named).count()) {
                (EntityKind::Place | EntityKind::Nationality, 0 | 1) => 1.0,
                (EntityKind::Place | EntityKind::Nationality, _) => 0.3,
                _ => 0.5,
            };
            self.mentions += weight;
            if entry.country != 0 {
                *self.countries.entry(entry.country).or_default() += weight;
            }
            if let Some(region) = region_of(view, entry) {
                *self.regions.entry(region).or_default() += weight;
            }
        }
    }

    /// The likeliest of the entries that a place's name has.
    fn settle(&mut self, view: &View, list: &[Named], index: usize) -> Option<u32> {
        let named = &list[index];
        let key = (view.tokens[named.first as usize].hash, named.end - named.first);
        let inside = containing(view, list, index);
        let mut best: Option<(f32, u32)> = None;
        let mut contained = false;
        for entry_index in alternatives(view, named) {
            let entry = &view.lexicon.entries[entry_index as usize];
            let mut score = prior(view, entry) + 0.35 * self.share(view, entry);
            if let Some(outer) = inside
                && contains(view, outer, entry)
            {
                contained = true;
                score += 2.0;
            }
            if best.is_none_or(|(top, _)| score > top) {
                best = Some((score, entry_index));
            }
        }
        if !contained && let Some(&settled) = self.settled.get(&key) {
            return Some(settled);
        }
        let (_, entry) = best?;
        self.settled.insert(key, entry);
        Some(entry)
    }

    /// How much of the text is about the country and the region of a place, 0 to 2.
    fn share(&self, view: &View, entry: &Entry) -> f32 {
        let country = self.countries.get(&entry.country).filter(|_| entry.country != 0).copied().unwrap_or(0.0);
        let region = region_of(view, entry).and_then(|region| self.regions.get(&region)).copied().unwrap_or(0.0);
        (country + region) / self.mentions.max(1.0)
    }
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

/// Whether one place lies in another.
fn contains(view: &View, outer: &Entry, inner: &Entry) -> bool {
    let string = |index: u32| view.lexicon.string(index);
    match string(outer.subtype) {
        "country" => outer.country == inner.country && string(inner.subtype) != "country",
        "region" => {
            inner.region != 0
                && outer.reference != inner.reference
                && string(outer.reference).strip_prefix("region:") == Some(string(inner.region))
        }
        _ => false,
    }
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
