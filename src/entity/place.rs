//! Which place is meant: by population, by the region or country that stands behind it, and by the other places of the
//! text. Also the country of an agency that many countries have.

use rustc_hash::FxHashMap;

use super::Named;
use super::support::{self, Locale, entry_at};
use crate::lexicon::{Entry, NameFlags, NameMatch, View, WordId, keyword as k};
use crate::record::{EntityKind, Via};

/// At most so many places are measured against, so that long texts stay linear.
const ANCHORS: usize = 64;
/// Kilometres beyond which a place lends no other support.
const NEAR: f32 = 300.0;
/// What a near place weighs, how much of the text is about the country, that it names the region, how often.
const NEARNESS: f32 = 0.1;
const COUNTRY: f32 = 0.45;
const REGION: f32 = 0.15;
const REGION_SHARE: f32 = 0.3;
/// What speaks against a small town that has the name of a known place.
const OBSCURE: f32 = 0.15;
/// How much fame outweighs the next namesake's where a name stands for one place beyond doubt.
const LEAD: f32 = 0.15;

/// What the places of a text have told so far. Reused between texts.
#[derive(Default)]
pub(crate) struct Places {
    /// How often each country (a string of the lexicon) and each region stands in the text.
    countries: FxHashMap<u32, f32>,
    regions: FxHashMap<u32, f32>,
    mentions: f32,
    /// Towns of the text and their namesakes, to measure distances to: the name, the place, how likely it is meant.
    anchors: Vec<(u64, Entry, f32)>,
    /// What the name of a region itself adds to these: country, region, how much.
    own: FxHashMap<u64, (u32, u32, f32)>,
    /// What a name was found to stand for, by the hash of its words.
    settled: FxHashMap<u64, Option<u32>>,
}

/// How likely an entry is the one meant when nothing else is known.
pub(super) fn fame(view: &View, entry: Entry) -> f32 {
    if entry.kind == EntityKind::Place { 0.7 + 0.25 * prior(view, entry) } else { 0.9 }
}

/// How likely a place is the one meant when nothing else is known: countries first, then by population.
fn prior(view: &View, entry: Entry) -> f32 {
    let (kind, unknown) = match view.lexicon.string(entry.subtype) {
        "country" | "continent" => (1.0, 0.1),
        "region" => (0.5, 0.1),
        "city" => (0.3, 0.0),
        _ => (0.6, 0.1),
    };
    let people = if entry.population > 0.0 { (entry.population.log10() - 3.0).max(0.0) / 10.0 } else { unknown };
    (kind + people).clamp(0.0, 1.0)
}

/// Settles which entry each place stands for, and the country of agencies.
pub(super) fn resolve(view: &View, locale: &Locale, places: &mut Places, list: &mut [Named]) {
    places.clear();
    for index in 0..list.len() {
        places.settle_contained(view, list, index);
    }
    places.read(view, list);
    for region in locale.regions() {
        places.regions.entry(region).or_insert(0.5);
    }
    for index in 0..list.len() {
        match list[index].kind {
            EntityKind::Place if list[index].entry.is_some() || in_gazetteer(view, &list[index]) => {
                let entry = places.settle(view, &list[index]);
                if entry.is_none() && list[index].entry.is_some() {
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
    fn clear(&mut self) {
        self.countries.clear();
        self.regions.clear();
        self.settled.clear();
        self.own.clear();
        self.anchors.clear();
        self.mentions = 0.0;
    }

    /// Counts the countries and regions that the text names beyond doubt.
    fn read(&mut self, view: &View, list: &[Named]) {
        for named in list {
            // "the army of the Democratic Republic of Congo": a body that no lexicon has, of a country that it has.
            if named.entry.is_none() && named.kind == EntityKind::Agency && named.country != 0 {
                self.mentions += 1.0;
                *self.countries.entry(named.country).or_default() += 1.0;
            }
            let settled = self.settled.get(&key(view, named)).copied().flatten();
            let Some(entry) = settled.or(named.entry).map(|entry| entry_at(view, entry)) else { continue };
            let weight = match named.kind {
                EntityKind::Place if settled.is_some() => 1.0,
                EntityKind::Place | EntityKind::Nationality => lead(view, named, entry),
                _ => 0.5,
            };
            self.mentions += weight;
            if named.kind == EntityKind::Place && settled.is_none() && encloses(view, entry) {
                self.own.entry(key(view, named)).or_insert((entry.country, entry.region, 0.0)).2 += weight;
            }
            if named.kind == EntityKind::Place && (!encloses(view, entry) || is_county(view, entry)) {
                self.anchor(view, named, settled);
            }
            if entry.country != 0 {
                *self.countries.entry(entry.country).or_default() += weight;
            }
            if entry.region != 0 {
                *self.regions.entry(entry.region).or_default() += weight;
            }
        }
    }

    /// Notes a town, or all that may be meant by its name.
    fn anchor(&mut self, view: &View, named: &Named, settled: Option<u32>) {
        let name = key(view, named);
        if self.anchors.len() >= ANCHORS || self.anchors.iter().any(|anchor| anchor.0 == name) {
            return;
        }
        match settled {
            Some(entry) => self.anchors.push((name, entry_at(view, entry), 1.0)),
            None => {
                let best =
                    alternatives(view, named).map(|other| prior(view, entry_at(view, other))).fold(0.0, f32::max);
                let likely = |other: u32| {
                    let other = entry_at(view, other);
                    (name, other, (1.0 - (best - prior(view, other)) / LEAD).clamp(0.3, 1.0))
                };
                self.anchors.extend(alternatives(view, named).map(likely));
            }
        }
    }

    /// Where the text says once which place of a name it means ("Paris, Texas"), it means it everywhere.
    fn settle_contained(&mut self, view: &View, list: &[Named], index: usize) {
        let named = &list[index];
        if named.kind != EntityKind::Place {
            return;
        }
        let Some(behind) = behind(view, named.end as usize) else { return };
        let outers = support::starting(view, behind);
        let entries = alternatives(view, named).map(|entry| entry_at(view, entry));
        let famous = support::likeliest(entries, |entry| prior(view, *entry));
        if famous.is_some_and(|famous| beside(view, famous, outers)) {
            return;
        }
        let fits = |inner: &u32| {
            let inner = entry_at(view, *inner);
            let of = |outer: &NameMatch| within(view, outer, inner);
            let best = outers.iter().map(of).fold(0.0, f32::max);
            if best > 0.0 { best + 0.2 * prior(view, inner) } else { 0.0 }
        };
        let best = alternatives(view, named).map(|inner| (inner, fits(&inner))).max_by(|a, b| a.1.total_cmp(&b.1));
        match best {
            Some((inner, fit)) if fit > 0.0 => {
                self.settled.insert(key(view, named), Some(inner));
                // "Atlanta, Georgia" tells which Georgia too.
                let inner = entry_at(view, inner);
                let outer = outers.iter().max_by(|a, b| within(view, a, inner).total_cmp(&within(view, b, inner)));
                if let (Some(outer), Some(next)) = (outer, list.get(index + 1))
                    && next.kind == EntityKind::Place
                    && (next.first, next.end) == (outer.first, outer.end)
                {
                    self.settled.entry(key(view, next)).or_insert(Some(outer.entry));
                }
            }
            // "Edmonton, Kentucky" is not the one that the lexicon has.
            _ if is_town(view, named)
                && containing(view, list, index).is_some_and(|outer| encloses(view, outer))
                && !in_list(view, list, index) =>
            {
                self.settled.entry(key(view, named)).or_insert(None);
            }
            _ => {}
        }
    }

    /// The likeliest of the entries that a place's name has.
    fn settle(&mut self, view: &View, named: &Named) -> Option<u32> {
        let key = key(view, named);
        if let Some(&settled) = self.settled.get(&key) {
            return settled;
        }
        let known = named.entry.is_some_and(|entry| !support::is_town(view, entry_at(view, entry)));
        let score = |entry: &u32| {
            let entry = entry_at(view, *entry);
            let obscure = if known && support::is_town(view, entry) { OBSCURE } else { 0.0 };
            prior(view, entry) - obscure + self.share(key, entry) + NEARNESS * self.nearness(key, entry)
        };
        let best = support::likeliest(alternatives(view, named), score).or(named.entry);
        // What only a rule took for a place is one of the gazetteer's where the text is about its country.
        let best = best.filter(|&best| named.entry.is_some() || self.share(key, entry_at(view, best)) > 0.0);
        self.settled.insert(key, best);
        best
    }

    /// How near a place is to others that the text may mean, 0 to 2: each name counts by its nearest place.
    fn nearness(&self, own: u64, entry: Entry) -> f32 {
        let mut near = 0.0;
        for same in self.anchors.chunk_by(|a, b| a.0 == b.0).filter(|same| same[0].0 != own) {
            near += same.iter().map(|(_, at, likely)| likely * (1.0 - distance(*at, entry) / NEAR)).fold(0.0, f32::max);
        }
        near.min(2.0)
    }

    /// How much of the text is about the country and the region of a place. That a region has its name says nothing.
    fn share(&self, own: u64, entry: Entry) -> f32 {
        let (own_country, own_region, own_weight) = self.own.get(&own).copied().unwrap_or_default();
        let times = |map: &FxHashMap<u32, f32>, what: u32, own: u32| {
            let all = map.get(&what).filter(|_| what != 0).copied().unwrap_or(0.0);
            if what == own { all - own_weight } else { all }
        };
        let country = times(&self.countries, entry.country, own_country);
        let region = times(&self.regions, entry.region, own_region);
        let all = (self.mentions - own_weight).max(1.0);
        COUNTRY * country / all + if region > 0.0 { REGION + REGION_SHARE * region / all } else { 0.0 }
    }
}

/// "in Russia, U.S. officials said": a country or a great city before another country is no namesake within it.
fn beside(view: &View, famous: Entry, outers: &[NameMatch]) -> bool {
    let subtype = |entry: Entry| view.lexicon.string(entry.subtype);
    let known = matches!(subtype(famous), "country" | "continent") || famous.population > 500_000.0;
    let country = |outer: &NameMatch| {
        let outer = support::entry(view, outer);
        subtype(outer) == "country" && outer.country != famous.country
    };
    known && outers.iter().any(country)
}

/// By what a name is told again.
fn key(view: &View, named: &Named) -> u64 {
    support::hash(view, named.first as usize, named.end as usize)
}

/// How far a name stands for this place and no other, 0 to 1.
fn lead(view: &View, named: &Named, entry: Entry) -> f32 {
    if view.lexicon.string(entry.subtype) == "country" {
        return 1.0;
    }
    let next = alternatives(view, named)
        .map(|other| entry_at(view, other))
        .filter(|other| other.id != entry.id)
        .map(|other| prior(view, other))
        .fold(f32::NEG_INFINITY, f32::max);
    ((prior(view, entry) - next) / LEAD).clamp(0.0, 1.0)
}

/// A country or a region, in which other places lie.
fn encloses(view: &View, entry: Entry) -> bool {
    matches!(view.lexicon.string(entry.subtype), "country" | "region")
}

/// A region so small that what lies in it is near its middle.
fn is_county(view: &View, entry: Entry) -> bool {
    view.lexicon.entry_reference(entry.id).starts_with("county:")
}

/// Whether a mention is taken for a town, with a comma behind it.
fn is_town(view: &View, named: &Named) -> bool {
    let subtype = |entry: u32| view.lexicon.string(entry_at(view, entry).subtype);
    named.entry.is_some_and(|entry| subtype(entry) == "city")
        && view.is(named.end as usize, &[k::COMMA])
        && !alternatives(view, named).any(|entry| matches!(subtype(entry), "country" | "continent"))
}

/// Whether a place that a rule found has a name that the lexicons know.
fn in_gazetteer(view: &View, named: &Named) -> bool {
    named.via == Via::Rule && named.subtype == 0 && alternatives(view, named).next().is_some()
}

/// "in Moscow, Ukraine and Poland": places side by side and not one in the other.
fn in_list(view: &View, list: &[Named], index: usize) -> bool {
    let after = list[index + 1].end as usize;
    let before = (list[index].first as usize).wrapping_sub(1);
    let more = |at: usize| view.is(at, &[k::AND, k::OR]) || (view.is(at, &[k::COMMA]) && view.capital(at + 1));
    more(after) || (view.is(before, &[k::COMMA]) && index > 0 && list[index - 1].end as usize == before)
}

/// The entries for places, or for those with such a demonym, that have the name of a mention.
fn alternatives<'v>(view: &'v View<'_, '_>, named: &Named) -> impl Iterator<Item = u32> + 'v {
    let (end, demonym) = (named.end, named.kind == EntityKind::Nationality);
    support::starting(view, named.first as usize)
        .iter()
        .filter(move |name| name.end == end && name.flags.has(NameFlags::DEMONYM) == demonym)
        .map(|name| name.entry)
        .filter(|&entry| entry_at(view, entry).kind == EntityKind::Place)
}

const DIRECTIONS: [WordId; 9] =
    [k::NORTHERN, k::SOUTHERN, k::EASTERN, k::WESTERN, k::CENTRAL, k::NORTH, k::SOUTH, k::EAST, k::WEST];

/// Where the place would begin in which one lies that ends here: "Springfield, |Ohio", "Hornsey, north |London".
pub(super) fn behind(view: &View, end: usize) -> Option<usize> {
    if !view.is(end, &[k::COMMA, k::OPEN, k::IN]) {
        return None;
    }
    let at = if view.is(end + 1, &DIRECTIONS) && !view.capital(end + 1) { end + 2 } else { end + 1 };
    (at < view.len() && view.capital(at)).then_some(at)
}

/// The place that stands behind a place and a comma, or in brackets: "Springfield, Ohio".
fn containing(view: &View, list: &[Named], index: usize) -> Option<Entry> {
    let next = list.get(index + 1).filter(|next| next.kind == EntityKind::Place)?;
    let joined = behind(view, list[index].end as usize) == Some(next.first as usize);
    next.entry.filter(|_| joined).map(|entry| entry_at(view, entry))
}

/// Whether a place lies in one that has this name.
pub(super) fn contains(view: &View, outer: &NameMatch, inner: Entry) -> bool {
    within(view, outer, inner) >= 0.8
}

/// How surely a place lies in one that has this name, 0 to 1.
fn within(view: &View, outer: &NameMatch, inner: Entry) -> f32 {
    let entry = support::entry(view, outer);
    if outer.flags.has(NameFlags::DEMONYM) || entry.kind != EntityKind::Place {
        return 0.0;
    }
    containment(view, entry, inner)
}

/// How surely one place lies in another, 0 to 1.
fn containment(view: &View, outer: Entry, inner: Entry) -> f32 {
    let string = |index: u32| view.lexicon.string(index);
    if outer.id == inner.id || outer.country != inner.country || string(inner.subtype) == "country" {
        return 0.0;
    }
    match string(outer.subtype) {
        "country" => 0.9,
        "region" if outer.region != 0 && outer.region == inner.region => 1.0,
        // Where the lexicon does not tell a place's region, the distance to its middle does.
        "region" if inner.region == 0 => (1.0 - distance(outer, inner) / 1500.0).clamp(0.0, 0.9),
        "region" if outer.region == 0 && distance(outer, inner) < 80.0 => 0.9,
        // "Hornsey, London": a part of a great city.
        "city" if outer.population > 20.0 * inner.population && distance(outer, inner) < 40.0 => 0.8,
        _ => 0.0,
    }
}

/// Distance between two places in kilometres, near enough for comparing.
fn distance(a: Entry, b: Entry) -> f32 {
    let (north, east) = (a.lat - b.lat, (a.lon - b.lon) * a.lat.to_radians().cos());
    let degrees = north.hypot(east);
    if degrees.is_nan() { f32::MAX } else { degrees * 111.0 }
}

/// "Zambia's Ministry of Health", "the Russian defence ministry": the country before an agency that has none.
fn country_of_agency(view: &View, list: &mut [Named], index: usize) {
    let own = list[index].entry.map_or(list[index].country, |entry| entry_at(view, entry).country);
    if own != 0 || index == 0 {
        return;
    }
    let (before, first) = (list[index - 1], list[index].first as usize);
    let end = before.end as usize;
    let next_to = end == first || (end + 1 == first && view.is(end, &[k::POSSESSIVE, k::APOSTROPHE]));
    let inside = list[index].range().find_map(|token| country_inside(view, token));
    let entry = before.entry.filter(|_| next_to && matches!(before.kind, EntityKind::Place | EntityKind::Nationality));
    list[index].country = entry.map(|entry| entry_at(view, entry).country).or(inside).unwrap_or(0);
}

/// The country that a word inside a name tells: "Kenya Red Cross".
fn country_inside(view: &View, token: usize) -> Option<u32> {
    let names = &view.words.names;
    let start = names.partition_point(|name| (name.first as usize) < token);
    let name = names.get(start).filter(|name| name.first as usize == token)?;
    let entry = support::entry(view, name);
    (entry.kind == EntityKind::Place && view.lexicon.string(entry.subtype) == "country").then_some(entry.country)
}
