//! Tolls: what the document as a whole says of a role, the figure that an analyst would write down.
//!
//! The figures of a role are gone through in text order. Parts are not added to their wholes, a figure told twice counts
//! once, a stated toll replaces what came before it, and what is told apart ("another three") is added. Plans,
//! possibilities, denials, rates, and figures of the past for comparison do not count.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::lexicon::{View, keyword as kw};
use crate::number::Form;
use crate::quantity::{Quantities, Quantity, Unit};
use crate::record::{Bound, Claim, Document, Part, Role, Status, Toll};
use crate::time::{Expression, Times};
use crate::trace::Trace;

/// How many quantities on a figure may be split: keeps the time linear in the length of the text.
const LOOK_AHEAD: usize = 48;

/// Categories that say only that somebody or some event was counted.
const GENERIC: &[&str] = &["person", "death", "body", "casualty", "injury"];

/// The tolls of a document, from its quantities (the list is the one that the records were made of).
pub(crate) fn of<'a>(
    view: &View<'_, 'a>,
    document: &Document<'a>,
    times: &Times,
    quantities: &Quantities,
    trace: &mut Trace,
) -> BTreeMap<Role, Toll<'a>> {
    let mut tolls = BTreeMap::new();
    let list = &quantities.list;
    let mut roles: Vec<Role> = list.iter().filter_map(|quantity| quantity.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let one_died = list
        .iter()
        .find(|other| other.implicit && other.role == Some(Role::Killed) && counts(other))
        .map(|other| other.sentence);
    for role in roles {
        let mut sum = Sum {
            list,
            times: Calendar { view, times },
            role,
            possible: false,
            taken: Vec::new(),
            total: 0.0,
            one_died,
            rivals: Vec::new(),
        };
        // What is only feared, or lies in the past, counts where nothing else is known.
        sum.possible = !list.iter().any(|quantity| quantity.role == Some(role) && counts(quantity));
        for index in 0..list.len() {
            let Some(verdict) = sum.consider(index) else { continue };
            let record = &document.quantities[index];
            trace.note("toll", record.start as u32, record.end as u32, || format!("{role:?}: {}", verdict.says()));
            sum.apply(index, verdict);
        }
        if !sum.taken.is_empty() {
            tolls.insert(role, sum.toll(document));
        }
    }
    tolls
}

/// What becomes of a figure.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Adds,
    Replaces,
    PartOfAnother,
    ToldBefore,
    Detail,
    NotCounted,
}

impl Verdict {
    fn says(self) -> &'static str {
        match self {
            Verdict::Adds => "adds to the toll",
            Verdict::Replaces => "is the toll so far",
            Verdict::PartOfAnother => "is part of another figure",
            Verdict::ToldBefore => "was told before",
            Verdict::Detail => "tells of what is counted already",
            Verdict::NotCounted => "does not count (planned, possible, denied, past, or a rate)",
        }
    }
}

/// The figures of one role that make up the toll so far.
struct Sum<'l, 's, 'a> {
    list: &'l [Quantity],
    times: Calendar<'l, 's, 'a>,
    role: Role,
    /// Feared and possible figures count too.
    possible: bool,
    /// The sentence that tells of a person killed without a figure.
    one_died: Option<u32>,
    /// In text order.
    taken: Vec<usize>,
    /// Sum of those taken.
    total: f64,
    /// Figures that stood for the whole and gave way, or were told against it.
    rivals: Vec<usize>,
}

/// The time expressions of the text.
struct Calendar<'l, 's, 'a> {
    view: &'l View<'s, 'a>,
    times: &'l Times,
}

impl Calendar<'_, '_, '_> {
    /// Whether an expression tells when something happened, and not by when or since when ("by Sunday morning").
    fn is_day(&self, time: u32) -> bool {
        let first = self.times.list[time as usize].first as usize;
        let before = (first.saturating_sub(2)..first)
            .any(|token| self.view.is(token, &[kw::BY, kw::SINCE, kw::UNTIL, kw::FROM]));
        !before
    }

    /// Whether two expressions name different days.
    fn differ(&self, one: u32, other: u32) -> bool {
        let (one, other) = (&self.times.list[one as usize], &self.times.list[other as usize]);
        let words = |time: &Expression| self.view.slice(time.first as usize, time.end as usize);
        match (&one.iso, &other.iso) {
            (Some(one), Some(other)) => {
                one != other && !one.starts_with(other.as_str()) && !other.starts_with(one.as_str())
            }
            _ => !words(one).eq_ignore_ascii_case(words(other)),
        }
    }
}

impl Sum<'_, '_, '_> {
    /// What becomes of a figure; None where it is of another role.
    fn consider(&self, index: usize) -> Option<Verdict> {
        let quantity = &self.list[index];
        if quantity.role != Some(self.role) {
            return None;
        }
        // "Twelve are feared dead" is what there is to write down; "two might be arrested" is nothing yet.
        let harm = matches!(self.role, Role::Killed | Role::Wounded | Role::Casualty | Role::Missing | Role::Trapped);
        let fallback = (quantity.status == Status::Reported || quantity.status == Status::Possible && harm)
            && !quantity.marks.hypothetical;
        if !(counts(quantity) || self.possible && fallback && is_figure(quantity)) {
            return Some(Verdict::NotCounted);
        }
        if let Some(whole) = quantity.part_of
            && self.list[whole as usize].role == Some(self.role)
        {
            return Some(Verdict::PartOfAnother);
        }
        if self.shot_and_died(quantity) {
            return Some(Verdict::Detail);
        }
        if self.taken.is_empty() {
            return Some(Verdict::Replaces);
        }
        if quantity.marks.toll {
            return Some(Verdict::Replaces);
        }
        // "140 divers and five ships": a toll is of people or of things, of people first.
        match (self.is_thing(self.taken[0]), self.is_thing(index)) {
            (false, true) => return Some(Verdict::Detail),
            (true, false) => return Some(Verdict::Replaces),
            _ => {}
        }
        let figure = most(quantity);
        let told = self
            .recent()
            .any(|taken| most(&self.list[taken]) == figure && !quantity.marks.more && !quantity.marks.other);
        if told && !(quantity.implicit && self.same_sentence(quantity)) {
            return Some(Verdict::ToldBefore);
        }
        if quantity.marks.again {
            return Some(Verdict::Detail);
        }
        if self.splits_first(index) {
            return Some(Verdict::Detail);
        }
        let total = self.total;
        let apart = quantity.marks.more || quantity.marks.other && !quantity.marks.definite || quantity.marks.separate;
        if apart {
            return Some(Verdict::Adds);
        }
        if self.same_sentence(quantity) {
            // "74 died … after a lawyer was gunned down": the main clause tells the toll.
            let main = |quantity: &Quantity| !quantity.marks.subordinate;
            let last_is_main = self.taken.last().is_none_or(|&last| main(&self.list[last]));
            return Some(match (last_is_main, main(quantity)) {
                (true, false) => Verdict::Detail,
                (false, true) if figure > total => Verdict::Replaces,
                _ if quantity.marks.rival => Verdict::Detail,
                _ => Verdict::Adds,
            });
        }
        if self.at_another_time(quantity) {
            return Some(Verdict::Adds);
        }
        Some(if figure > total { Verdict::Replaces } else { Verdict::Detail })
    }

    /// "Gunmen killed a teacher. Noor Ali was shot at his door": a wounded person told by name or as "he", in a text where
    /// one person was killed, is that one.
    fn shot_and_died(&self, quantity: &Quantity) -> bool {
        let told_again = quantity.marks.again || quantity.unit == Unit::None;
        self.role == Role::Wounded
            && quantity.implicit
            && told_again
            && self.one_died.is_some_and(|sentence| sentence != quantity.sentence)
    }

    /// Whether a figure counts things and not people, by what it names or leans on.
    fn is_thing(&self, index: usize) -> bool {
        let lexicon = self.times.view.lexicon;
        match self.list[index].unit {
            Unit::Count(noun) => noun.thing.is_some_and(|row| {
                let branch = &lexicon.branches[lexicon.things[row as usize].branch as usize];
                !(branch.starts_with("person") || branch.starts_with("event/harm"))
            }),
            Unit::Like(other) => {
                matches!(self.list[other as usize].unit, Unit::Count(_)) && self.is_thing(other as usize)
            }
            _ => false,
        }
    }

    /// Whether a figure is tied to another day than all before it.
    fn at_another_time(&self, quantity: &Quantity) -> bool {
        let Some(time) = quantity.time.filter(|time| self.times.is_day(*time)) else { return false };
        self.recent().all(|taken| self.list[taken].time.is_some_and(|other| self.times.differ(other, time)))
    }

    /// The last of those taken, latest first.
    fn recent(&self) -> impl Iterator<Item = usize> + '_ {
        self.taken.iter().rev().take(LOOK_AHEAD).copied()
    }

    fn apply(&mut self, index: usize, verdict: Verdict) {
        match verdict {
            Verdict::Adds => {
                self.total += most(&self.list[index]);
                self.taken.push(index);
            }
            Verdict::Replaces => {
                self.total = most(&self.list[index]);
                self.rivals.append(&mut self.taken);
                self.taken.push(index);
            }
            Verdict::Detail if self.list[index].marks.rival => self.rivals.push(index),
            Verdict::PartOfAnother | Verdict::ToldBefore | Verdict::Detail | Verdict::NotCounted => {}
        }
    }

    fn same_sentence(&self, quantity: &Quantity) -> bool {
        self.taken.last().is_some_and(|&last| self.list[last].sentence == quantity.sentence)
    }

    /// "Nineteen people, six traders and 13 guards, died": figures after the first that add up to it, this one among
    /// them, here or in the sentences that follow.
    fn splits_first(&self, index: usize) -> bool {
        let [first] = self.taken[..] else { return false };
        // "Three women, two men and a child were killed": figures under one cue are told side by side.
        let side_by_side = |quantity: &Quantity| {
            quantity.cue == self.list[first].cue && quantity.sentence == self.list[first].sentence
        };
        if side_by_side(&self.list[index]) {
            return false;
        }
        let whole = most(&self.list[first]);
        let mut sum = 0.0;
        let mut seen = false;
        for (at, quantity) in self.list.iter().enumerate().skip(first + 1).take(LOOK_AHEAD) {
            if quantity.role != Some(self.role) || !counts(quantity) || quantity.part_of.is_some() {
                continue;
            }
            seen |= at == index;
            sum += most(quantity);
            if sum >= whole {
                return sum == whole && seen;
            }
        }
        false
    }

    fn toll<'a>(&self, document: &Document<'a>) -> Toll<'a> {
        let records: Vec<_> = self.taken.iter().map(|&index| &document.quantities[index]).collect();
        let value = records.iter().map(|record| record.value).sum::<Option<f64>>();
        let low = |index: &usize| {
            let quantity = &self.list[*index];
            match quantity.bound {
                Bound::AtMost | Bound::LessThan => quantity.min.unwrap_or(0.0),
                _ => quantity.min.or(quantity.value).unwrap_or(0.0),
            }
        };
        let high = |index: &usize| {
            let quantity = &self.list[*index];
            match quantity.bound {
                Bound::AtLeast | Bound::MoreThan | Bound::About => quantity.max,
                _ => quantity.max.or(quantity.value),
            }
        };
        let min: f64 = self.taken.iter().map(low).sum();
        let max = self.taken.iter().map(high).sum::<Option<f64>>();
        let bound = match records[..] {
            [only] => only.bound,
            _ if records.iter().all(|record| record.bound == Bound::Exact) => Bound::Exact,
            _ if max.is_some() && value.is_none() => Bound::Range,
            _ if max.is_none()
                && records.iter().any(|record| matches!(record.bound, Bound::AtLeast | Bound::MoreThan)) =>
            {
                Bound::AtLeast
            }
            _ => Bound::About,
        };
        Toll {
            value,
            min: Some(min),
            max,
            bound,
            quantities: self.taken.clone(),
            parts: self.parts(document),
            claims: self.claims(document),
        }
    }

    /// The toll by category: of the figures that made it, and of their parts.
    fn parts<'a>(&self, document: &Document<'a>) -> Vec<Part<'a>> {
        let mut parts: Vec<Part<'a>> = Vec::new();
        for (index, record) in document.quantities.iter().enumerate() {
            let whole = record.part_of.is_some_and(|whole| self.taken.binary_search(&whole).is_ok());
            if record.role != Some(self.role) || !(whole || self.taken.binary_search(&index).is_ok()) {
                continue;
            }
            let category = record.unit.as_ref().and_then(|unit| unit.category.as_deref());
            let (Some(category), Some(value)) = (category, record.value.or(record.min)) else { continue };
            if GENERIC.contains(&category) {
                continue;
            }
            match parts.iter_mut().find(|part| part.category == category) {
                Some(part) => part.value += value,
                None => parts.push(Part { category: Cow::Owned(category.to_owned()), value }),
            }
        }
        parts
    }

    /// What each source says, where at least two say different things.
    fn claims(&self, document: &Document) -> Vec<Claim> {
        let mut claims: Vec<Claim> = Vec::new();
        let mut stood: Vec<usize> = self.rivals.iter().chain(&self.taken).copied().collect();
        stood.sort_unstable();
        for record in stood.iter().map(|&index| &document.quantities[index]) {
            let Some(source) = record.source else { continue };
            let name = &document.entities[source].name;
            let known =
                claims.iter().filter_map(|claim| claim.source).any(|known| document.entities[known].name == *name);
            if !known {
                claims.push(Claim { source: record.source, value: record.value.or(record.min), bound: record.bound });
            }
        }
        let differ = claims.windows(2).any(|pair| pair[0].value != pair[1].value);
        if differ { claims } else { Vec::new() }
    }
}

/// Whether a figure may enter a toll at all.
fn counts(quantity: &Quantity) -> bool {
    quantity.status == Status::Reported && is_figure(quantity) && !quantity.marks.hypothetical && !quantity.marks.past
}

/// Whether a figure counts people or things now, and is no share, rate or comparison.
fn is_figure(quantity: &Quantity) -> bool {
    let shares = matches!(quantity.form, Form::Fraction | Form::Ratio) || matches!(quantity.unit, Unit::Measure { .. });
    !shares && !quantity.marks.rate && !quantity.marks.historical
}

/// The figure by which two are compared.
fn most(quantity: &Quantity) -> f64 {
    quantity.value.or(quantity.min).or(quantity.max).unwrap_or(0.0)
}
