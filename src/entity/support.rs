//! What in a text speaks for a small place. A village of the gazetteer shares its name with people, firms and words, so
//! that its name alone proves nothing; a great city needs no proof.

use super::beside::{SAYS, after, is_person, itself, own_before};
use super::evidence::{Marks, common};
use super::gazetteer::{Gazetteer, Group, Listed};
use super::maps::ByString;
use super::nearby::{self, Neighbours, Sure};
use super::within;
use crate::lexicon::keyword as k;
use crate::lexicon::{Entry, NameFlags, View, types};
use crate::record::EntityKind;

/// From so many inhabitants on a city is known by its name alone.
const KNOWN: f32 = 40_000.0;
/// A village needs more than its country in the text.
const VILLAGE: f32 = 5_000.0;
/// Points from which a small place is taken.
const ENOUGH: f32 = 1.5;
/// More than what is lost when points are added up.
const MARGIN: f32 = 0.01;
/// Points that settle what a name means wherever the text has it.
const PLAIN: f32 = 2.0;

/// What a text is about: the countries and regions that it names. Reused between texts.
#[derive(Default)]
pub(super) struct Locale {
    countries: ByString<bool>,
    regions: ByString<bool>,
    /// The country that was named last.
    last: u32,
    /// Some country or region is named.
    abroad: bool,
    /// The regions, each once.
    listed: Vec<u32>,
    /// Names that are beyond doubt a place's somewhere in the text, by hash, sorted.
    plain: Vec<u64>,
    /// What small places may be neighbours of.
    pub neighbours: Neighbours,
}

impl Locale {
    /// Reads off the countries and regions from the names that need no evidence.
    pub fn read(&mut self, view: &View, names: &Gazetteer) {
        self.countries.clear();
        (self.last, self.abroad) = (0, false);
        self.regions.clear();
        self.listed.clear();
        self.plain.clear();
        self.neighbours.clear();
        for &group in names.groups().iter().filter(|group| !group.has_only_towns()) {
            let same = names.of(group);
            // "Ill.", "Lima, OH": letters that nothing else is written with.
            let certain = |name: &&Listed| {
                !name.flags.has(NameFlags::CONTEXT)
                    || name.entry.subtype == types::REGION && short_for_region(view, group)
            };
            let best = match same {
                [only] => Some(only).filter(certain),
                _ => likeliest(same.iter().filter(certain), |name| name.fame()),
            };
            let Some(best) = best else { continue };
            let found = &best.entry;
            if found.country == 0 || (found.kind == EntityKind::Place && is_town(found)) {
                continue;
            }
            let place = found.kind == EntityKind::Place && !best.flags.has(NameFlags::DEMONYM) && found.region != 0;
            if let [_] = same {
                self.name_country(found.country);
                if place {
                    self.name_region(found.region);
                }
                continue;
            }
            // Of equal namesakes ("Washington County") none is meant more than another.
            let fame = best.fame();
            let (mut one_country, mut one_region) = (true, true);
            for name in same {
                if certain(&name) && name.fame() + 0.03 > fame {
                    one_country &= name.entry.country == found.country;
                    one_region &= name.entry.region == found.region;
                }
            }
            if one_country {
                self.name_country(found.country);
            }
            if place && one_region {
                self.name_region(found.region);
            }
        }
    }

    #[inline]
    fn name_country(&mut self, country: u32) {
        if self.last == country {
            return;
        }
        self.last = country;
        *self.countries.entry(country) = true;
        self.abroad = true;
    }

    fn name_region(&mut self, region: u32) {
        self.abroad = true;
        if !std::mem::replace(self.regions.entry(region), true) {
            self.listed.push(region);
        }
    }

    /// Whether the text names a region.
    pub fn names_region(&self, region: u32) -> bool {
        region != 0 && self.regions.get(region).is_some()
    }

    /// Notes the names that sentences show to be a place's.
    pub fn settle(&mut self, arounds: &[Around]) {
        for around in arounds {
            if around.settles {
                self.plain.push(around.hash);
            }
        }
        if self.plain.len() > 1 {
            self.plain.sort_unstable();
        }
    }

    /// The regions that the text names, inside longer names too ("Kentucky State Police").
    pub fn regions(&self) -> impl Iterator<Item = u32> + '_ {
        self.listed.iter().copied()
    }

    /// Points for a place because the text is about its country and its region.
    fn about(&self, entry: &Entry) -> f32 {
        let country = match () {
            () if self.countries.get(entry.country).is_none() => 0.0,
            () if entry.population >= VILLAGE => 1.0,
            () => 0.5,
        };
        country + if self.regions.get(entry.region).is_some() { 0.5 } else { 0.0 }
    }
}

/// "Marion, |Ill.", "Lima, |OH": a short form behind a town.
fn short_for_region(view: &View, group: Group) -> bool {
    let (first, end) = (group.first as usize, group.end as usize);
    let short = || {
        let name = view.slice(first, end).as_bytes();
        name.contains(&b'.') || name.len() == 2
    };
    first > 1 && view.is(first - 1, &[k::COMMA]) && view.capital(first - 2) && short()
}

/// What has the highest score; of equals the last. Each is scored once, and one alone not at all.
pub(super) fn likeliest<T>(mut all: impl Iterator<Item = T>, score: impl Fn(&T) -> f32) -> Option<T> {
    let mut best = all.next()?;
    let mut highest = None;
    for other in all {
        let known = *highest.get_or_insert_with(|| score(&best));
        let own = score(&other);
        if known.total_cmp(&own).is_le() {
            (best, highest) = (other, Some(own));
        }
    }
    Some(best)
}

/// How sure a small place is by its points.
fn score(points: f32) -> f32 {
    if points < ENOUGH { 0.0 } else { (0.5 + 0.07 * points).min(0.85) }
}

/// A town that few readers know.
pub(super) fn is_town(entry: &Entry) -> bool {
    entry.population < KNOWN && entry.subtype == types::CITY
}

/// What two mentions of one name have in common.
pub(super) fn hash(view: &View, first: usize, end: usize) -> u64 {
    view.tokens[first..end].iter().fold(0, |hash, token| hash.rotate_left(7).wrapping_mul(31) ^ token.hash)
}

/// What stands around a name, the same for all places that have it.
pub(super) struct Around {
    hash: u64,
    itself: f32,
    after: f32,
    points: f32,
    /// What may be the name of the place that stands behind it: "Gartow, |Germany".
    behind: Option<Group>,
    known: bool,
    /// Points from which the name is a place's wherever the text has it.
    plain: f32,
    settles: bool,
    /// Neighbours may speak for it: it looks like a place's name, or stands where one would.
    neighbourly: bool,
    /// No place of the name can be taken.
    hopeless: bool,
}

impl Around {
    /// Reads the neighbours of a name.
    pub fn read(view: &View, marks: &Marks, group: Group) -> Self {
        let (first, end) = (group.first as usize, group.end as usize);
        let single = end == first + 1;
        let doubtful = single && (is_person(view, first) || common(view, first));
        let mut around = Around {
            hash: hash(view, first, end),
            itself: itself(view, marks, first, end),
            after: after(view, marks, first, end),
            points: 0.0,
            behind: within::behind(view, end).and_then(|token| marks.names.group_at(token)),
            known: false,
            plain: if doubtful { PLAIN + 1.0 } else { PLAIN },
            settles: false,
            neighbourly: false,
            hopeless: false,
        };
        let before = own_before(view, marks, first, end, usize::MAX - 1);
        // "Jim Marlo of Gartow said": it is he who says it.
        if before > 0.0 && around.after == SAYS {
            around.after = 0.0;
        }
        around.points = around.itself + before + around.after;
        around.neighbourly = around.itself > 0.0 || before + around.after > 0.0;
        if around.points + around.most(marks) < around.plain - MARGIN {
            return around;
        }
        let settles = |name: &Listed| name.small && around.points(marks, name, around.plain) >= around.plain;
        around.settles = marks.names.of(group).iter().any(settles);
        around
    }

    /// How far it is a place's in the whole text.
    pub fn sure(&self) -> Sure {
        match () {
            () if self.settles => Sure::Settled,
            () if self.itself > 0.0 && self.points > 0.0 => Sure::Likely,
            () => Sure::No,
        }
    }

    /// Whether no small place of the name can be taken.
    pub fn is_hopeless(&self) -> bool {
        self.hopeless
    }

    /// Whether what is near may be asked for one of its places, once all names are read. `beside` where another name ends
    /// right before it or a token before that.
    pub fn asks_near(&self, marks: &Marks, beside: bool) -> bool {
        let known = marks.locale.plain.binary_search(&self.hash).is_ok();
        let most = |near: f32| self.points + self.most_of(marks, near, known) >= ENOUGH - MARGIN;
        beside || self.neighbourly && most(nearby::SEVERAL)
    }

    /// Sees the name again once all of the text was read. `last` is where the place before it ended.
    pub fn read_again(&mut self, view: &View, marks: &Marks, group: Group, last: usize) {
        self.known = marks.locale.plain.binary_search(&self.hash).is_ok();
        if last + 1 == group.first as usize {
            let before = own_before(view, marks, group.first as usize, group.end as usize, last);
            self.points = self.itself + before + self.after;
            self.neighbourly |= before + self.after > 0.0;
        }
        self.hopeless = self.points + self.most(marks) < ENOUGH - MARGIN;
    }

    /// The most points that a place may have beside those of its name.
    fn most(&self, marks: &Marks) -> f32 {
        let near = if self.neighbourly && !marks.locale.neighbours.is_empty() { nearby::SEVERAL } else { 0.0 };
        self.most_of(marks, near, self.known)
    }

    fn most_of(&self, marks: &Marks, near: f32, known: bool) -> f32 {
        let about = if marks.locale.abroad { 1.5 } else { 0.0 };
        about + near + if self.behind.is_some() { 3.0 } else { 0.0 } + if known { 2.0 } else { 0.0 }
    }

    /// How sure a place is by its points.
    pub fn score(&self, marks: &Marks, name: &Listed) -> f32 {
        if self.hopeless { 0.0 } else { score(self.points(marks, name, ENOUGH)) }
    }

    /// Points for one place; no more than `least` where what is near it could not make more of them.
    fn points(&self, marks: &Marks, name: &Listed, least: f32) -> f32 {
        let holds = |outer: &Listed| within::contains(outer, name.entry);
        let inside = self.behind.is_some_and(|group| marks.names.of(group).iter().any(holds));
        let inside = if inside { 3.0 } else { 0.0 };
        let known = if self.known { 2.0 } else { 0.0 };
        let context = if name.flags.has(NameFlags::CONTEXT) { 0.5 } else { 0.0 };
        let (about, neighbours) = (marks.locale.about(&name.entry), &marks.locale.neighbours);
        let all = |near: f32| self.points + near + about + inside + known - context;
        if !self.neighbourly || neighbours.is_empty() || all(nearby::SEVERAL) < least - MARGIN {
            return all(0.0);
        }
        all(neighbours.points(self.hash, &name.entry))
    }
}
