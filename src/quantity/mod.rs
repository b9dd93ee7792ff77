//! Quantities: what each number counts or measures, and what is said of it.
//!
//! First each numeral becomes a number phrase with its bound, unit or noun ([`phrase`]). Then each sentence is cut into
//! chunks ([`chunk`]): number phrases, role cues, people who are not counted in figures, connectives, words of saying. On
//! those chunks small named rules link roles ([`role`]), understood nouns ([`ellipsis`]), parts ([`part`]), implicit
//! counts ([`implicit`]), and then status, source, place and time.

mod age;
mod apart;
mod bound;
mod chunk;
mod clause;
mod compound;
mod ellipsis;
mod facts;
mod grammar;
mod implicit;
mod joint;
mod member;
mod noun;
mod outline;
mod part;
mod partitive;
mod phrase;
mod place;
mod records;
mod rival;
mod role;
mod source;
mod status;
mod tally;
mod trend;
mod unit;
mod when;

pub(crate) use chunk::notes as chunk_notes;
pub(crate) use records::records;

use crate::entity::Entities;
use crate::lexicon::View;
use crate::number::{Form, Numerals};
use crate::record::{Bound, Role, Status, Tally, Trend, UnitKind};
use crate::time::Times;
use crate::trace::Trace;

use outline::Text;

/// A quantity under way: everything as token ranges and indexes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Quantity {
    pub sentence: u32,
    /// From the bound or sign…
    pub first: u32,
    /// …to the token after the counted.
    pub end: u32,
    /// The numeral's tokens; empty when implicit.
    pub number: (u32, u32),
    pub form: Form,
    pub value: Option<f64>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub bound: Bound,
    pub trend: Option<Trend>,
    pub unit: Unit,
    pub role: Option<Role>,
    pub cue: Option<(u32, u32)>,
    pub status: Status,
    /// Index in the entities.
    pub source: Option<u32>,
    /// Tokens of a source that is no entity.
    pub source_words: Option<(u32, u32)>,
    /// Index in the entities.
    pub place: Option<u32>,
    /// Index in the times.
    pub time: Option<u32>,
    /// Index in the quantities.
    pub part_of: Option<u32>,
    pub tally: Option<Tally>,
    pub implicit: bool,
    pub marks: Marks,
    pub score: f32,
}

/// What a number counts or measures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Unit {
    None,
    /// A unit of the lexicon, its words, and what it is per ("a barrel", "per day").
    Measure {
        kind: UnitKind,
        name: u32,
        words: (u32, u32),
        per: Option<Per>,
    },
    /// A counted noun.
    Count(Noun),
    /// The noun that another quantity counts is understood.
    Like(u32),
    /// Nothing is named, but people are meant.
    People,
}

/// What a unit is per.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Per {
    /// A unit of the lexicon: its name.
    Unit(u32),
    /// A noun: its token.
    Noun(u32),
    /// A number and what it counts ("per 100,000 people"): its tokens.
    Many(u32, u32),
}

/// A counted noun phrase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Noun {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    /// Token of the head.
    pub head: u32,
    /// Row of the counted things, where the lexicon has the head.
    pub thing: Option<u32>,
    pub per: Option<Per>,
}

/// Facts that later rules ask for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// "seven others", "the other two".
    pub other: bool,
    /// "another 12", "12 more".
    pub more: bool,
    /// "five of them", "of whom 12", "12 of the miners".
    pub partitive: bool,
    /// Told of the past for comparison: "In January … had been killed".
    pub historical: bool,
    /// Tied to a time before the year of the text ("in 2009"): no part of today's toll.
    pub past: bool,
    /// Only supposed: "if 5 are killed".
    pub hypothetical: bool,
    /// "no", "none": counts only with a role.
    pub zero: bool,
    /// "27 deaths per 100,000 people".
    pub rate: bool,
    /// The figure of a toll: "the toll rose to 45".
    pub toll: bool,
    /// Says the same as an earlier one: "the elder".
    pub again: bool,
    /// Told apart from what came before: "in a separate attack".
    pub separate: bool,
    /// Behind "but" or another source's "said" in the same sentence.
    pub rival: bool,
    /// In a clause that "when", "after" and their kin open.
    pub subordinate: bool,
    /// The place in the order of those hit: "a 12th victim". 0 where nothing is said.
    pub nth: u16,
    /// A member of a definite group: "the two victims".
    pub definite: bool,
}

/// The quantities of a text, in text order of their numbers, with what the steps leave to each other.
#[derive(Default)]
pub(crate) struct Quantities {
    pub list: Vec<Quantity>,
    outline: outline::Outline,
    chunks: chunk::Chunks,
    pieces: clause::Pieces,
    speech: source::Speech,
}

/// What was found in a text before.
#[derive(Clone, Copy)]
pub(crate) struct Found<'r> {
    pub entities: &'r Entities,
    pub times: &'r Times,
    pub numerals: &'r Numerals,
}

/// A step on the way to the quantities of a text.
type Step = fn(&View, Found, &mut Quantities, &mut Trace);

/// The steps that find what each number counts, and what is said of it. Each is so much program that several texts should
/// take one before the next.
pub(crate) const STEPS: [Step; 7] = [find, cut, link, lean, tell, date, settle];

/// Finds the number phrases.
fn find(view: &View, found: Found, quantities: &mut Quantities, trace: &mut Trace) {
    let Found { entities, times, numerals } = found;
    let Quantities { list, outline, chunks, .. } = quantities;
    list.clear();
    chunks.clear();
    outline.read(view);
    let text = Text { view, entities, times, outline };
    if text.may_count(numerals) || trace.is_on() {
        phrase::find(text, numerals, list);
    }
}

/// Cuts the sentences of which something may be said.
fn cut(view: &View, found: Found, quantities: &mut Quantities, trace: &mut Trace) {
    let Found { entities, times, numerals } = found;
    let Quantities { list, outline, chunks, .. } = quantities;
    let text = Text { view, entities, times, outline };
    if text.may_count(numerals) || trace.is_on() {
        chunk::cut(text, list, trace.is_on(), chunks);
    }
}

/// Links roles.
fn link(view: &View, found: Found, quantities: &mut Quantities, trace: &mut Trace) {
    let Found { entities, times, .. } = found;
    let Quantities { list, outline, chunks, .. } = quantities;
    if chunks.list.is_empty() && list.is_empty() && !trace.is_on() {
        return;
    }
    let text = Text { view, entities, times, outline };
    role::link(text, chunks, list, trace);
    implicit::find(view, entities, chunks, list, trace);
}

/// Links what leans on others.
fn lean(view: &View, found: Found, quantities: &mut Quantities, trace: &mut Trace) {
    let Found { entities, times, .. } = found;
    let Quantities { list, outline, chunks, .. } = quantities;
    if list.is_empty() && !trace.is_on() {
        return;
    }
    let text = Text { view, entities, times, outline };
    rival::join(text, list, trace);
    part::link_asides(text, chunks, list);
    ellipsis::resolve(text, chunks, list, trace);
    part::link(text, chunks, list, trace);
    role::mark_rest(text, chunks, list, trace);
    trend::mark(text, list);
}

/// Finds out how sure it is, and who says so.
fn tell(view: &View, found: Found, quantities: &mut Quantities, trace: &mut Trace) {
    let Found { entities, times, .. } = found;
    let Quantities { list, outline, pieces, speech, .. } = quantities;
    if list.is_empty() && !trace.is_on() {
        return;
    }
    let text = Text { view, entities, times, outline };
    pieces.begin(text, list);
    status::mark(text, pieces, list, trace);
    source::link(text, pieces, speech, list, trace);
}

/// Finds out when it was.
fn date(view: &View, found: Found, quantities: &mut Quantities, trace: &mut Trace) {
    let Found { entities, times, .. } = found;
    let Quantities { list, outline, pieces, speech, .. } = quantities;
    if list.is_empty() && !trace.is_on() {
        return;
    }
    let text = Text { view, entities, times, outline };
    when::link(text, pieces, speech, list, trace);
}

/// Finds out where it was.
fn settle(view: &View, found: Found, quantities: &mut Quantities, trace: &mut Trace) {
    let Found { entities, times, .. } = found;
    let Quantities { list, outline, chunks, pieces, speech } = quantities;
    if list.is_empty() && !trace.is_on() {
        return;
    }
    let text = Text { view, entities, times, outline };
    place::link(text, pieces, speech, list, trace);
    tally::mark(text, list, trace);
    ellipsis::break_circles(list);
    for quantity in list.iter_mut() {
        quantity.marks.past |= quantity.time.is_some_and(|time| times.list[time as usize].historical);
    }
    arrange(list, chunks, trace.is_on());
}

/// How many quantities back a number may lean: keeps the time linear in the length of the text.
const LOOK_BACK: usize = 48;

/// The last quantity before `index` that `fits`.
fn last_before(list: &[Quantity], index: usize, fits: impl Fn(&Quantity) -> bool) -> Option<usize> {
    let from = index.saturating_sub(LOOK_BACK);
    list[from..index].iter().rposition(fits).map(|found| from + found)
}

/// Drops zeros that came to nothing, puts implicit quantities in their places, and mends the indexes; those in the chunks
/// where they are `shown`.
fn arrange(list: &mut Vec<Quantity>, chunks: &mut chunk::Chunks, shown: bool) {
    if !list.iter().any(|quantity| quantity.implicit || quantity.marks.zero) {
        return;
    }
    let mut order: Vec<u32> = (0..list.len() as u32)
        .filter(|&index| {
            let quantity = &list[index as usize];
            !quantity.marks.zero || quantity.role.is_some()
        })
        .collect();
    order.sort_by_key(|&index| {
        let quantity = &list[index as usize];
        if quantity.implicit { (quantity.first, 0) } else { (quantity.number.0, 1) }
    });
    if order.len() == list.len() && order.is_sorted() {
        return;
    }
    let mut places = vec![None; list.len()];
    for (place, &index) in order.iter().enumerate() {
        places[index as usize] = Some(place as u32);
    }
    let mut settled = Vec::with_capacity(order.len());
    for &index in &order {
        let mut quantity = list[index as usize];
        quantity.part_of = quantity.part_of.and_then(|whole| places[whole as usize]);
        if let Unit::Like(other) = quantity.unit {
            quantity.unit = places[other as usize].map_or(Unit::People, Unit::Like);
        }
        settled.push(quantity);
    }
    *list = settled;
    for chunk in chunks.list.iter_mut().filter(|_| shown) {
        if let chunk::What::Number(index) = chunk.what {
            chunk.what = match places[index as usize] {
                Some(place) => chunk::What::Number(place),
                None => chunk::What::Other,
            };
        }
    }
}
