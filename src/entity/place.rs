//! Which place is meant: by population, by the region or country that stands behind it, and by the other places of the
//! text. Also the country of an agency that many countries have.

mod disambiguation;

use super::Named;
use super::anchors::Anchors;
use super::evidence::Marks;
use super::gazetteer::Listed;
use super::maps::{ByHash, ByString};
use super::mention::Mention;
use super::nearby::is_county;
use super::sort::{defined, sort, town_word};
use super::support;
use super::within::within;
use crate::lexicon::{Entry, View, keyword as k, types};
use crate::record::EntityKind;
use crate::trace::Trace;

/// What a name counts for when it is mentioned again.
const AGAIN: f32 = 0.25;
/// The most fame under a name that seldom means the place.
pub(super) const SELDOM: f32 = 0.45;
/// What is left of a score where another place is as likely.
const DOUBT: f32 = 0.6;

/// What the places of a text have told so far. Reused between texts.
#[derive(Default)]
pub(crate) struct Places {
    /// How often each country (a string of the lexicon) and each region stands in the text.
    countries: ByString<f32>,
    regions: ByString<f32>,
    mentions: f32,
    /// Mentions of towns, each with the place where it is settled, and how many of them are among the anchors.
    towns: Vec<(u32, Option<u32>)>,
    anchored: usize,
    /// The places that they may mean, to measure distances to: made when one is asked for.
    anchors: Anchors,
    /// By the hash of its words, what a name was found to be.
    pub(super) names: ByHash<Name>,
    /// The row of the name of each mention of a place.
    pub(super) rows: Vec<u32>,
    /// Which mentions are of places.
    placed: Vec<u32>,
    /// Some name was settled.
    pub(super) settled: bool,
    /// Mentions that say where they are ("Paris, Texas"), each with the place, in text order.
    pub(super) contained: Vec<(u32, u32)>,
    /// How likely each place of a name is, and how many times likelier that makes it.
    weighed: Vec<(f32, f32)>,
}

/// What a name was found to be.
#[derive(Clone, Copy, Default)]
pub(super) struct Name {
    /// What it was found to stand for, if that was asked.
    pub(super) settled: Option<Option<u32>>,
    /// What the name itself adds to countries and regions: country, region, how much.
    own: Option<(u32, u32, f32)>,
    anchored: bool,
    /// The sort of place that the text says it is ("the city of"), 0 where it does not.
    sort: u32,
    /// How likely another place of the name is meant.
    doubt: f32,
}

/// How likely an entry is the one meant when nothing else is known.
pub(super) fn fame(entry: Entry, prior: f32) -> f32 {
    if entry.kind == EntityKind::Place { 0.7 + 0.25 * prior } else { 0.9 }
}

/// How likely a place is the one meant when nothing else is known: countries first, then by population.
pub(super) fn prior(entry: &Entry) -> f32 {
    let (kind, unknown) = match entry.subtype {
        types::COUNTRY => (0.57, 0.2),
        types::CONTINENT => (1.0, 0.0),
        // Provinces that few people live in are known no better than towns.
        types::REGION if entry.population > 1_500_000.0 => (0.45, 0.1),
        types::REGION => (0.22, 0.33),
        types::CITY => (0.3, 0.0),
        _ => (0.6, 0.1),
    };
    let digits = if entry.population > 0.0 { entry.population.log10() } else { f32::NEG_INFINITY };
    let people = if entry.population > 0.0 { (digits - 3.0).max(0.0) / 10.0 } else { unknown };
    // All the world knows London and Moscow.
    let known = if entry.subtype == types::CITY { (digits - 6.0).max(0.0) / 10.0 } else { 0.0 };
    (kind + people + known).clamp(0.0, 1.0)
}

/// Settles which entry each place stands for, and the country of agencies.
pub(super) fn resolve(view: &View, marks: &Marks, places: &mut Places, list: &mut [Named], trace: &mut Trace) {
    let names = &marks.names;
    if (0..list.len()).all(|index| is_clear(Mention { view, names, list: &*list, index })) {
        return tell_countries(view, marks, list);
    }
    places.clear();
    let mut placed = std::mem::take(&mut places.placed);
    placed.clear();
    for (index, named) in (0..).zip(list.iter()) {
        let place = named.kind == EntityKind::Place;
        let row = if place { places.names.row(key(view, named)) as u32 } else { u32::MAX };
        places.rows.push(row);
        if place {
            placed.push(index);
        }
    }
    let placed_at = |at: usize| Mention { view, names, list: &*list, index: placed[at] as usize };
    for mention in (0..placed.len()).map(placed_at) {
        if let Some(sort) = sort(mention) {
            places.name(mention.index).sort = sort;
        }
        places.settle_contained(mention);
    }
    if !placed.is_empty() {
        for named in list.iter() {
            if (named.kind == EntityKind::Agency) & named.entry.is_none() {
                places.read_town_of(view, named);
            }
        }
    }
    // What the text names is asked for where a name has several places, or one that only a rule took for it.
    let doubtful = |mention: Mention| {
        let listed = mention.named().entry.is_some();
        mention.alternatives().nth(1).is_some() || !listed && mention.in_gazetteer()
    };
    if (0..placed.len()).map(placed_at).any(doubtful) {
        for index in 0..list.len() {
            places.read(Mention { view, names, list, index });
        }
        for region in marks.locale.regions() {
            if places.regions.get(region).is_none() {
                *places.regions.entry(region) = 0.5;
            }
        }
    }
    places.placed = placed;
    let said = std::mem::take(&mut places.contained);
    let mut contained = said.iter().copied().peekable();
    for index in 0..list.len() {
        let mention = Mention { view, names, list, index };
        let named = mention.named();
        match named.kind {
            EntityKind::Place if mention.water().is_some() => list[index].entry = mention.water(),
            EntityKind::Place if named.entry.is_some() || mention.in_gazetteer() => {
                // "Cambridge, Ontario": what is said of it last holds from there on.
                let said = contained.next_if(|said| said.0 as usize == index);
                if let Some((_, entry)) = said {
                    places.name(index).settled = Some(Some(entry));
                }
                let entry = places.settle(mention, trace);
                if entry.is_none() && named.entry.is_some() {
                    let country = mention.country_told().unwrap_or(0);
                    list[index].country = country;
                    list[index].subtype = 0;
                }
                list[index].entry = entry;
                list[index].score *= 1.0 - DOUBT * places.name(index).doubt;
            }
            EntityKind::Place if named.country == 0 => list[index].country = mention.country_told().unwrap_or(0),
            EntityKind::Agency => {
                if let Some(country) = mention.country_of_agency() {
                    list[index].country = country;
                }
            }
            _ => {}
        }
    }
    places.contained = said;
}

/// Whether a mention leaves nothing to be settled: nothing else has the name of the place, and nothing beside it says where
/// it lies. So it is with all mentions of most texts.
fn is_clear(mention: Mention) -> bool {
    let named = mention.named();
    if named.kind != EntityKind::Place {
        return true;
    }
    let Some(entry) = named.entry else { return !mention.in_gazetteer() };
    let mut alternatives = mention.alternatives();
    let only = match (alternatives.next(), alternatives.next()) {
        (Some(only), None) => &only.entry,
        _ => return false,
    };
    let end = named.end as usize;
    // "Edmonton, Kentucky" may be another than the lexicon has, "Paris, France" is none.
    let elsewhere = || {
        let next = mention.list.get(mention.index + 1);
        let joined = next.is_some_and(|next| next.kind == EntityKind::Place && next.first == named.end + 1);
        let holds = |outer: &Listed| within(outer, *only) > 0.0;
        joined && !mention.names.starting(end + 1).iter().any(holds)
    };
    let apart = only.subtype == types::CITY && mention.view.is(end, &[k::COMMA]) && elsewhere();
    only.id == entry && !apart && defined(mention.view, end).is_none()
}

/// As [`resolve`] for texts of which all mentions are [clear](is_clear).
fn tell_countries(view: &View, marks: &Marks, list: &mut [Named]) {
    for index in 0..list.len() {
        let mention = Mention { view, names: &marks.names, list: &*list, index };
        let named = mention.named();
        let country = match named.kind {
            EntityKind::Agency => mention.country_of_agency(),
            EntityKind::Place if named.entry.is_none() && named.country == 0 => mention.country_told(),
            _ => None,
        };
        if let Some(country) = country {
            list[index].country = country;
        }
    }
}

impl Places {
    fn clear(&mut self) {
        self.countries.clear();
        self.regions.clear();
        self.names.clear();
        self.rows.clear();
        self.anchors.clear();
        self.towns.clear();
        self.anchored = 0;
        self.settled = false;
        self.contained.clear();
        self.mentions = 0.0;
    }

    /// What is known of the name of a place.
    pub(super) fn name(&mut self, index: usize) -> &mut Name {
        self.names.at_mut(self.rows[index] as usize)
    }

    /// "the Gartow City Council": the first word of an agency tells that a name is a town's.
    fn read_town_of(&mut self, view: &View, agency: &Named) {
        let (first, second) = (agency.first as usize, agency.first as usize + 1);
        if second < agency.end as usize && town_word(view, second) && self.names.get(view.tokens[first].hash).is_some()
        {
            self.names.entry(view.tokens[first].hash).sort = types::CITY;
        }
    }

    /// Counts the countries and regions that a mention names beyond doubt.
    fn read(&mut self, mention: Mention) {
        let named = mention.named();
        // "the army of the Democratic Republic of Congo": a body that no lexicon has, of a country that it has.
        if named.entry.is_none() && named.kind == EntityKind::Agency && named.country != 0 {
            self.mentions += 1.0;
            *self.countries.entry(named.country) += 1.0;
        }
        let settled = if self.settled { self.settled_name(mention) } else { None };
        let Some(listed) = settled.or(named.entry).map(|entry| mention.listed(entry)) else { return };
        let entry = listed.entry;
        let weight = match named.kind {
            EntityKind::Place if settled.is_some() => 1.0,
            EntityKind::Place | EntityKind::Nationality => mention.lead(&listed),
            _ => 0.5,
        };
        let weight = if named.kind == EntityKind::Place { self.weight(mention.index, entry, weight) } else { weight };
        self.mentions += weight;
        if named.kind == EntityKind::Place && (!encloses(entry) || is_county(mention.view, &entry)) {
            self.towns.push((mention.index as u32, settled));
        }
        if entry.country != 0 {
            *self.countries.entry(entry.country) += weight;
        }
        if entry.region != 0 {
            *self.regions.entry(entry.region) += weight;
        }
    }

    /// What a mention of a place counts for: less when the name stood in the text before.
    fn weight(&mut self, index: usize, entry: Entry, weight: f32) -> f32 {
        let own = &mut self.name(index).own;
        let weight = if own.is_some() { AGAIN * weight } else { weight };
        own.get_or_insert((entry.country, entry.region, 0.0)).2 += weight;
        weight
    }

    /// What the name of any mention was settled to be.
    fn settled_name(&self, mention: Mention) -> Option<u32> {
        let name = match mention.named().kind {
            EntityKind::Place => Some(self.names.at(self.rows[mention.index] as usize)),
            _ => self.names.get(key(mention.view, mention.named())),
        };
        name?.settled?
    }
}

/// By what a name is told again.
fn key(view: &View, named: &Named) -> u64 {
    support::hash(view, named.first as usize, named.end as usize)
}

/// A country or a region, in which other places lie.
pub(super) fn encloses(entry: Entry) -> bool {
    matches!(entry.subtype, types::COUNTRY | types::REGION)
}
