//! Tolls: what the document as a whole says of a role, the figure that an analyst would write down.
//!
//! The figures of a role are gone through in text order. Parts are not added to their wholes, a figure told twice counts
//! once, a stated toll replaces what came before it, and what is told apart ("another three") is added. Plans,
//! possibilities, denials, rates, and figures of the past for comparison do not count.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use crate::lexicon::{View, keyword as kw};
use crate::number::Form;
use crate::quantity::{Marks, Quantities, Quantity, Unit};
use crate::record::{self, Bound, Claim, Document, Part, Role, Status, TimeRef, Toll};
use crate::time::Times;
use crate::trace::Trace;

/// How many quantities on a figure may be split: keeps the time linear in the length of the text.
const LOOK_AHEAD: usize = 48;

/// Categories that say only that somebody or some event was counted.
const GENERIC: &[&str] = &["person", "death", "body", "casualty", "injury"];

/// What tolls ask of a quantity with a role beside its record. It points into no text, so that the figures of a long
/// document's stretches can be put together as its records are.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// Index of the quantity in the document.
    pub quantity: usize,
    pub sentence: usize,
    role: Role,
    /// The words that gave the role, as tokens: the same for figures that are told side by side in one sentence.
    cue: Option<(u32, u32)>,
    marks: Marks,
    /// A fraction or a measure: no count of anybody.
    share: bool,
    /// It counts things and not people.
    thing: bool,
    /// Neither a noun nor a unit stands by it.
    bare: bool,
    /// Its time tells when something happened, and not by when or since when ("by Sunday morning").
    dated: bool,
}

/// Puts the figures of a text into `out`; the list is the one that the records are made of.
pub(crate) fn figures(view: &View, times: &Times, quantities: &Quantities, out: &mut Vec<Figure>) {
    let list = &quantities.list;
    out.clear();
    out.extend(list.iter().enumerate().filter_map(|(index, quantity)| {
        let since = |time: u32| {
            let first = times.list[time as usize].first as usize;
            let words = [kw::BY, kw::SINCE, kw::UNTIL, kw::FROM];
            (first.saturating_sub(2)..first).any(|token| view.is(token, &words))
        };
        Some(Figure {
            quantity: index,
            sentence: quantity.sentence as usize,
            role: quantity.role?,
            cue: quantity.cue,
            marks: quantity.marks,
            share: matches!(quantity.form, Form::Fraction | Form::Ratio)
                || matches!(quantity.unit, Unit::Measure { .. }),
            thing: is_thing(view, list, quantity),
            bare: quantity.unit == Unit::None,
            dated: quantity.time.is_some_and(|time| !since(time)),
        })
    }));
}

/// Whether a figure counts things and not people, by what it names or leans on.
fn is_thing(view: &View, list: &[Quantity], quantity: &Quantity) -> bool {
    let lexicon = view.lexicon;
    match quantity.unit {
        Unit::Count(noun) => noun.thing.is_some_and(|row| {
            let branch = &lexicon.branches[lexicon.things[row as usize].branch as usize];
            !(branch.starts_with("person") || branch.starts_with("event/harm"))
        }),
        Unit::Like(other) => {
            let other = &list[other as usize];
            matches!(other.unit, Unit::Count(_)) && is_thing(view, list, other)
        }
        _ => false,
    }
}

/// The tolls of a document, from its figures, which are in the order of its quantities.
pub(crate) fn of<'a>(document: &Document<'a>, figures: &[Figure], trace: &mut Trace) -> BTreeMap<Role, Toll<'a>> {
    let mut tolls = BTreeMap::new();
    let text = Text { document, figures };
    let mut roles: Vec<Role> = figures.iter().map(|figure| figure.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let one_died = figures
        .iter()
        .find(|other| other.role == Role::Killed && text.record(other).implicit && text.counts(other))
        .map(|other| other.sentence);
    for role in roles {
        // What is only feared, or lies in the past, counts where nothing else is known.
        let possible = !figures.iter().any(|figure| figure.role == role && text.counts(figure));
        let mut sum = Sum { text, role, possible, one_died, taken: Vec::new(), total: 0.0, rivals: Vec::new() };
        for (at, figure) in figures.iter().enumerate().filter(|(_, figure)| figure.role == role) {
            let verdict = sum.consider(at);
            let record = text.record(figure);
            trace.note("toll", record.start as u32, record.end as u32, || format!("{role:?}: {}", verdict.says()));
            sum.apply(at, verdict);
        }
        if !sum.taken.is_empty() {
            tolls.insert(role, sum.toll());
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

/// What a text says in figures.
#[derive(Clone, Copy)]
struct Text<'d, 'a> {
    document: &'d Document<'a>,
    figures: &'d [Figure],
}

impl<'d, 'a> Text<'d, 'a> {
    fn record(self, figure: &Figure) -> &'d record::Quantity<'a> {
        &self.document.quantities[figure.quantity]
    }

    /// The figure by which two are compared.
    fn most(self, at: usize) -> f64 {
        let record = self.record(&self.figures[at]);
        record.value.or(record.min).or(record.max).unwrap_or(0.0)
    }

    /// Whether a figure may enter a toll at all.
    fn counts(self, figure: &Figure) -> bool {
        let Marks { hypothetical, past, .. } = figure.marks;
        self.record(figure).status == Status::Reported && figure.is_count() && !hypothetical && !past
    }
}

impl Figure {
    /// Whether it counts people or things now, and is no share, rate or comparison.
    fn is_count(&self) -> bool {
        !self.share && !self.marks.rate && !self.marks.historical
    }
}

/// Whether two expressions name different days.
fn differ(one: &TimeRef, other: &TimeRef) -> bool {
    match (&one.iso, &other.iso) {
        (Some(one), Some(other)) => one != other && !one.starts_with(&**other) && !other.starts_with(&**one),
        _ => !one.text.eq_ignore_ascii_case(&other.text),
    }
}

/// The figures of one role that make up the toll so far.
struct Sum<'d, 'a> {
    text: Text<'d, 'a>,
    role: Role,
    /// Feared and possible figures count too.
    possible: bool,
    /// The sentence that tells of a person killed without a figure.
    one_died: Option<usize>,
    /// Indexes of figures, in text order.
    taken: Vec<usize>,
    /// Sum of those taken.
    total: f64,
    /// Figures that stood for the whole and gave way, or were told against it.
    rivals: Vec<usize>,
}

impl<'a> Sum<'_, 'a> {
    /// What becomes of a figure.
    fn consider(&self, at: usize) -> Verdict {
        let text = self.text;
        let figure = &text.figures[at];
        let (record, marks) = (text.record(figure), &figure.marks);
        // "Twelve are feared dead" is what there is to write down; "two might be arrested" is nothing yet.
        let harm = matches!(self.role, Role::Killed | Role::Wounded | Role::Casualty | Role::Missing | Role::Trapped);
        let fallback =
            (record.status == Status::Reported || record.status == Status::Possible && harm) && !marks.hypothetical;
        if !(text.counts(figure) || self.possible && fallback && figure.is_count()) {
            return Verdict::NotCounted;
        }
        if record.part_of.is_some_and(|whole| text.document.quantities[whole].role == Some(self.role)) {
            return Verdict::PartOfAnother;
        }
        if self.shot_and_died(figure) {
            return Verdict::Detail;
        }
        if self.taken.is_empty() || marks.toll {
            return Verdict::Replaces;
        }
        // "140 divers and five ships": a toll is of people or of things, of people first.
        match (text.figures[self.taken[0]].thing, figure.thing) {
            (false, true) => return Verdict::Detail,
            (true, false) => return Verdict::Replaces,
            _ => {}
        }
        let value = text.most(at);
        let told = self.recent().any(|taken| text.most(taken) == value && !marks.more && !marks.other);
        if told && !(record.implicit && self.same_sentence(figure)) {
            return Verdict::ToldBefore;
        }
        if marks.again || self.splits_first(at) {
            return Verdict::Detail;
        }
        let total = self.total;
        if marks.more || marks.other && !marks.definite || marks.separate {
            return Verdict::Adds;
        }
        if self.same_sentence(figure) {
            // "74 died … after a lawyer was gunned down": the main clause tells the toll.
            let main = |figure: &Figure| !figure.marks.subordinate;
            let last_is_main = self.taken.last().is_none_or(|&last| main(&text.figures[last]));
            return match (last_is_main, main(figure)) {
                (true, false) => Verdict::Detail,
                (false, true) if value > total => Verdict::Replaces,
                _ if marks.rival => Verdict::Detail,
                _ => Verdict::Adds,
            };
        }
        if self.at_another_time(figure) {
            return Verdict::Adds;
        }
        if value > total { Verdict::Replaces } else { Verdict::Detail }
    }

    /// "Gunmen killed a teacher. Noor Ali was shot at his door": a wounded person told by name or as "he", in a text where
    /// one person was killed, is that one.
    fn shot_and_died(&self, figure: &Figure) -> bool {
        let told_again = figure.marks.again || figure.bare;
        self.role == Role::Wounded
            && self.text.record(figure).implicit
            && told_again
            && self.one_died.is_some_and(|sentence| sentence != figure.sentence)
    }

    /// Whether a figure is tied to another day than all before it.
    fn at_another_time(&self, figure: &Figure) -> bool {
        let time = |figure: &Figure| self.text.record(figure).time.as_ref();
        let Some(day) = time(figure).filter(|_| figure.dated) else { return false };
        self.recent().all(|taken| time(&self.text.figures[taken]).is_some_and(|other| differ(other, day)))
    }

    /// The last of those taken, latest first.
    fn recent(&self) -> impl Iterator<Item = usize> + '_ {
        self.taken.iter().rev().take(LOOK_AHEAD).copied()
    }

    fn apply(&mut self, at: usize, verdict: Verdict) {
        match verdict {
            Verdict::Adds => {
                self.total += self.text.most(at);
                self.taken.push(at);
            }
            Verdict::Replaces => {
                self.total = self.text.most(at);
                self.rivals.append(&mut self.taken);
                self.taken.push(at);
            }
            Verdict::Detail if self.text.figures[at].marks.rival => self.rivals.push(at),
            Verdict::PartOfAnother | Verdict::ToldBefore | Verdict::Detail | Verdict::NotCounted => {}
        }
    }

    fn same_sentence(&self, figure: &Figure) -> bool {
        self.taken.last().is_some_and(|&last| self.text.figures[last].sentence == figure.sentence)
    }

    /// "Nineteen people, six traders and 13 guards, died": figures after the first that add up to it, this one among
    /// them, here or in the sentences that follow.
    fn splits_first(&self, at: usize) -> bool {
        let [first] = self.taken[..] else { return false };
        let text = self.text;
        let whole = &text.figures[first];
        // "Three women, two men and a child were killed": figures under one cue are told side by side.
        let side_by_side = |figure: &Figure| figure.cue == whole.cue && figure.sentence == whole.sentence;
        if side_by_side(&text.figures[at]) {
            return false;
        }
        let most = text.most(first);
        let mut sum = 0.0;
        let mut seen = false;
        let near = |figure: &Figure| figure.quantity <= whole.quantity + LOOK_AHEAD;
        let behind = text.figures.iter().enumerate().skip(first + 1);
        for (next, figure) in behind.take_while(|(_, figure)| near(figure)) {
            if figure.role != self.role || !text.counts(figure) || text.record(figure).part_of.is_some() {
                continue;
            }
            seen |= next == at;
            sum += text.most(next);
            if sum >= most {
                return sum == most && seen;
            }
        }
        false
    }

    fn toll(&self) -> Toll<'a> {
        let text = self.text;
        let records = || self.taken.iter().map(|&at| text.record(&text.figures[at]));
        let value = records().map(|record| record.value).sum::<Option<f64>>();
        let low = |record: &record::Quantity| match record.bound {
            Bound::AtMost | Bound::LessThan => record.min.unwrap_or(0.0),
            _ => record.min.or(record.value).unwrap_or(0.0),
        };
        let high = |record: &record::Quantity| match record.bound {
            Bound::AtLeast | Bound::MoreThan | Bound::About => record.max,
            _ => record.max.or(record.value),
        };
        let min: f64 = records().map(low).sum();
        let max = records().map(high).sum::<Option<f64>>();
        let open = |record: &record::Quantity| matches!(record.bound, Bound::AtLeast | Bound::MoreThan);
        let bound = match self.taken[..] {
            [only] => text.record(&text.figures[only]).bound,
            _ if records().all(|record| record.bound == Bound::Exact) => Bound::Exact,
            _ if max.is_some() && value.is_none() => Bound::Range,
            _ if max.is_none() && records().any(open) => Bound::AtLeast,
            _ => Bound::About,
        };
        let quantities: Vec<usize> = self.taken.iter().map(|&at| text.figures[at].quantity).collect();
        let (parts, claims) = (self.parts(&quantities), self.claims());
        Toll { value, min: Some(min), max, bound, quantities, parts, claims }
    }

    /// The toll by category: of the figures that made it, and of their parts.
    fn parts(&self, taken: &[usize]) -> Vec<Part<'a>> {
        let mut parts: Vec<Part<'a>> = Vec::new();
        let text = self.text;
        for figure in text.figures.iter().filter(|figure| figure.role == self.role) {
            let record = text.record(figure);
            let is_taken = |quantity: usize| taken.binary_search(&quantity).is_ok();
            if !(record.part_of.is_some_and(is_taken) || is_taken(figure.quantity)) {
                continue;
            }
            let category = record.unit.as_ref().and_then(|unit| unit.category.as_ref());
            let (Some(category), Some(value)) = (category, record.value.or(record.min)) else { continue };
            if GENERIC.contains(&&**category) {
                continue;
            }
            match parts.iter_mut().find(|part| part.category == *category) {
                Some(part) => part.value += value,
                None => parts.push(Part { category: category.clone(), value }),
            }
        }
        parts
    }

    /// What each source says, where at least two say different things.
    fn claims(&self) -> Vec<Claim> {
        let text = self.text;
        let mut claims: Vec<Claim> = Vec::new();
        let mut known: FxHashSet<&str> = FxHashSet::default();
        let mut stood: Vec<usize> = self.rivals.iter().chain(&self.taken).copied().collect();
        stood.sort_unstable();
        for record in stood.iter().map(|&at| text.record(&text.figures[at])) {
            let Some(source) = record.source else { continue };
            if known.insert(&text.document.entities[source].name) {
                claims.push(Claim { source: record.source, value: record.value.or(record.min), bound: record.bound });
            }
        }
        let differ = claims.windows(2).any(|pair| pair[0].value != pair[1].value);
        if differ { claims } else { Vec::new() }
    }
}
