//! What in a text speaks for a small place. A village of the gazetteer shares its name with people, firms and words, so
//! that its name alone proves nothing; a great city needs no proof.

use super::evidence::{AFTER_TITLE, ALL_CAPS, HEADLINE, IN_TITLE, Marks, OPENS, calendar, common};
use super::gazetteer::{Gazetteer, Group, Listed};
use super::maps::ByString;
use super::nearby::{self, Neighbours};
use super::{person, within};
use crate::lexicon::keyword::{self as k, WordSet};
use crate::lexicon::sense::Class;
use crate::lexicon::{Entry, NameFlags, View, WordFlags, types};
use crate::record::EntityKind;
use crate::text::{Kind, Shape};

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
    pub fn read(&mut self, names: &Gazetteer) {
        self.countries.clear();
        self.abroad = false;
        self.regions.clear();
        self.listed.clear();
        self.plain.clear();
        self.neighbours.clear();
        for &group in names.groups() {
            let same = names.of(group);
            let certain = |name: &&Listed| !name.flags.has(NameFlags::CONTEXT);
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
            let equals = || same.iter().filter(|name| name.fame() + 0.03 > fame).map(|name| name.entry);
            if equals().all(|other| other.country == found.country) {
                self.name_country(found.country);
            }
            if place && equals().all(|other| other.region == found.region) {
                self.name_region(found.region);
            }
        }
    }

    fn name_country(&mut self, country: u32) {
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
    pub fn settle(&mut self, hashes: impl Iterator<Item = u64>) {
        self.plain.extend(hashes);
        self.plain.sort_unstable();
    }

    /// The regions that the text names, inside longer names too ("Kentucky State Police").
    pub fn regions(&self) -> impl Iterator<Item = u32> + '_ {
        self.listed.iter().copied()
    }

    /// Points for a place because the text is about its country and its region.
    fn about(&self, entry: Entry) -> f32 {
        let country = match () {
            () if self.countries.get(entry.country).is_none() => 0.0,
            () if entry.population >= VILLAGE => 1.0,
            () => 0.5,
        };
        country + if self.regions.get(entry.region).is_some() { 0.5 } else { 0.0 }
    }
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
        around.points = around.itself + before + around.after;
        around.neighbourly = around.itself > 0.0 || before + around.after > 0.0;
        if around.points + around.most(marks) < around.plain - MARGIN {
            return around;
        }
        let settles = |name: &Listed| name.small && around.points(marks, name) >= around.plain;
        around.settles = marks.names.of(group).iter().any(settles);
        around
    }

    /// Whether its neighbours show that it is a place's in the whole text.
    pub fn settles(&self) -> bool {
        self.settles
    }

    /// The hash of the name, where its neighbours show that it is a place's in the whole text.
    pub fn settled(&self) -> Option<u64> {
        self.settles.then_some(self.hash)
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
        let about = if marks.locale.abroad { 1.5 } else { 0.0 };
        let near = if self.neighbourly && !marks.locale.neighbours.is_empty() { nearby::SEVERAL } else { 0.0 };
        about + near + if self.behind.is_some() { 3.0 } else { 0.0 } + if self.known { 2.0 } else { 0.0 }
    }

    /// How sure a place is by its points.
    pub fn score(&self, marks: &Marks, name: &Listed) -> f32 {
        if self.hopeless { 0.0 } else { score(self.points(marks, name)) }
    }

    /// Points for one place.
    pub fn points(&self, marks: &Marks, name: &Listed) -> f32 {
        let holds = |outer: &Listed| within::contains(outer, name.entry);
        let inside = self.behind.is_some_and(|group| marks.names.of(group).iter().any(holds));
        let near = if self.neighbourly { marks.locale.neighbours.points(self.hash, name.entry) } else { 0.0 };
        self.points
            + near
            + marks.locale.about(name.entry)
            + if inside { 3.0 } else { 0.0 }
            + if self.known { 2.0 } else { 0.0 }
            - if name.flags.has(NameFlags::CONTEXT) { 0.5 } else { 0.0 }
    }
}

/// The name by itself: one of several words is seldom anything else, a word or a surname often.
fn itself(view: &View, marks: &Marks, first: usize, end: usize) -> f32 {
    let mut points = match end - first {
        1 if calendar(view, first, false) => -3.0,
        1 if common(view, first) => -1.0,
        1 if is_person(view, first) => -0.5,
        1 => 0.5,
        _ if view.info(first).flags.has(WordFlags::GIVEN) && is_person(view, end - 1) && !common(view, end - 1) => -0.5,
        // Saints have churches everywhere.
        _ if view.is(first, &[k::ST]) => 0.0,
        _ if (first..end).all(|t| common(view, t)) => 0.5,
        _ => 1.0,
    };
    // "the ACT", "an INA": letters that stand for something.
    let letters = view.shape(first) == Shape::Upper && !marks.has(first, ALL_CAPS);
    if letters && end == first + 1 && view.tokens[first].len() <= 4 {
        points -= 2.0;
    }
    if marks.has(first, OPENS) && end == first + 1 {
        points -= 0.5;
    }
    if marks.has(first, HEADLINE | ALL_CAPS) {
        points -= 0.5;
    }
    points
}

fn is_person(view: &View, token: usize) -> bool {
    view.info(token).flags.has(WordFlags::GIVEN | WordFlags::SURNAME)
}

const WHERE: WordSet = WordSet::of(&[
    k::IN,
    k::NEAR,
    k::OUTSIDE,
    k::AROUND,
    k::INSIDE,
    k::NEARBY,
    k::NEIGHBORING,
    k::NEIGHBOURING,
    k::DOWNTOWN,
]);
const WAYS: WordSet = WordSet::of(&[k::FROM, k::TO, k::INTO, k::OFF, k::TOWARD, k::TOWARDS, k::BETWEEN, k::THROUGH]);
const WHO: WordSet = WordSet::of(&[k::BY, k::WITH, k::AGAINST, k::FOR, k::THE, k::A]);
pub(super) const DIRECTIONS: WordSet =
    WordSet::of(&[k::NORTHERN, k::SOUTHERN, k::EASTERN, k::WESTERN, k::CENTRAL, k::NORTH, k::SOUTH, k::EAST, k::WEST]);

/// What stands before the name, if it does not own what is behind it.
fn own_before(view: &View, marks: &Marks, first: usize, end: usize, last: usize) -> f32 {
    let before = before(view, marks, first, last);
    // "in Wilson's opera".
    let owner = before > 0.0 && view.is(end, &[k::POSSESSIVE, k::APOSTROPHE]) && is_person(view, first);
    if owner { 0.0 } else { before }
}

/// What stands before the name.
fn before(view: &View, marks: &Marks, first: usize, last: usize) -> f32 {
    if first == 0 || view.tokens[first].newlines_before > 0 {
        return 0.0;
    }
    if marks.has(first, AFTER_TITLE) {
        return -2.0;
    }
    let mut at = first - 1;
    if DIRECTIONS.has(view.id(at)) && at > 0 {
        at -= 1;
    }
    match () {
        () if WHERE.has(view.id(at)) => 1.5,
        // "at Stanford": also a school or a firm.
        () if view.is(at, &[k::AT]) => 0.8,
        // "the village of Gartow".
        () if view.is(at, &[k::OF, k::CALLED, k::NAMED]) && at > 0 => {
            let kind = place_noun(view, at - 1);
            match () {
                () if kind || DIRECTIONS.has(view.id(at - 1)) || age_ends(view, at) => 1.5,
                () if view.capital(at - 1) => 0.75,
                () => 0.25,
            }
        }
        // "the road north to Gartow".
        () if WAYS.has(view.id(at)) && at > 0 && DIRECTIONS.has(view.id(at - 1)) => 1.5,
        () if WAYS.has(view.id(at)) => 0.75,
        // "anti-Balaka".
        () if view.is(at, &[k::HYPHEN]) && view.glued(first) => -2.0,
        () if WHO.has(view.id(at)) => -0.75,
        // "Azaz, Marea and |Foua".
        () if last + 1 == first && view.is(at, &[k::AND, k::OR]) => 1.0,
        () if last + 1 == first && view.is(at, &[k::COMMA]) => 0.5,
        () if named(view, marks, at) => -3.0,
        () => 0.0,
    }
}

/// "Gartow |village", "the city |of Bam": a small word for a kind of place.
pub(super) fn place_noun(view: &View, at: usize) -> bool {
    view.has(at, Class::Shape)
        && view.shape(at) == Shape::Lower
        && view.words.all(at, Class::Shape).any(|(_, row)| view.lexicon.shapes[row].kind == EntityKind::Place)
}

/// "Lise Brandt, 49, |of Gartow".
pub(super) fn age_ends(view: &View, of: usize) -> bool {
    of >= 2 && view.is(of - 1, &[k::COMMA]) && view.tokens[of - 2].kind == Kind::Number
}

/// What stands behind the name.
fn after(view: &View, marks: &Marks, first: usize, end: usize) -> f32 {
    let starts = first == 0 || view.tokens[first].newlines_before > 0;
    let dash = view.is(end, &[k::HYPHEN]);
    // "GARTOW, Germany (AP) -".
    if starts && (view.is(end, &[k::OPEN]) || (dash && !view.glued(end))) {
        return 1.5;
    }
    if dash && view.glued(end) && view.glued(end + 1) {
        return if view.capital(end + 1) { -2.0 } else { 0.5 };
    }
    if view.is(end, &[k::COMMA]) {
        // "Gartow, 41,", "Gartow, who".
        let age =
            view.tokens.get(end + 1).is_some_and(|token| token.kind == Kind::Number) && view.is(end + 2, &[k::COMMA]);
        return if age || view.is(end + 1, &[k::WHO]) { -1.5 } else { 0.0 };
    }
    match () {
        () if person::says(view, end) => -1.0,
        () if belongs(view, first, end) => 2.25,
        // "Gartow Mayor Lise Brandt".
        () if marks.has(end, IN_TITLE) && view.capital(end) => 0.5,
        () if named(view, marks, end) => -3.0,
        () if place_noun(view, end) => 1.5,
        () => 0.0,
    }
}

/// "a Gartow woman", "the Gartow hospital": somebody or something of a town, told by where it is from.
pub(super) fn belongs(view: &View, first: usize, end: usize) -> bool {
    const LOCAL: [&str; 4] = ["person/gender", "person/age", "person/local", "person/condition/student"];
    // "a Wells client": of a person or a firm, where the name is one.
    const OTHER: [&str; 5] =
        ["person/work", "person/emergency", "person/security/police", "place/building", "place/settlement"];
    let Some(before) = first.checked_sub(1) else { return false };
    let one = view.is(before, &[k::A, k::AN]);
    if !(one || view.is(before, &[k::THE])) || !view.has(end, Class::Thing) || view.shape(end) != Shape::Lower {
        return false;
    }
    view.longest(end, Class::Thing).is_some_and(|(behind, row)| {
        let thing = view.lexicon.things[row];
        let branch = &view.lexicon.branches[thing.branch as usize];
        let of = |sorts: &[&str]| sorts.iter().any(|sort| branch.starts_with(sort));
        // "the Gartow men": of whom the text has told. "a Gartow police chief" goes on.
        (one || !thing.plural) && (of(&LOCAL) || (of(&OTHER) && !is_person(view, first))) && !view.capital(behind)
    })
}

/// A word with a capital that goes on or begins a name.
fn named(view: &View, marks: &Marks, at: usize) -> bool {
    view.is_word(at) && view.capital(at) && !marks.has(at, OPENS | HEADLINE | ALL_CAPS)
}
