//! Entities: from lexicon matches to who and where.
//!
//! Candidates come from several places, each a file: names that lexicons know ([`candidates`], small places as far as the
//! text supports them: [`support`]), agencies and places by the words they are made of ([`shape`]), agencies by who works
//! for them ([`employer`]) and by what they are said to be ([`apposition`]), teams and players in lines of results
//! ([`results`]), people by how names are built and what stands around them ([`person`]), acronyms that the text defines
//! ([`acronym`]), what states have by country and kind ([`office`]). Of candidates that overlap the longest stays
//! ([`overlap`]). Then the whole text is looked at once more: short forms of what was named in full ([`coref`]), and which
//! of several places of one name is meant ([`place`]).

use std::borrow::Cow;

use crate::lexicon::{Entry, View};
use crate::record::{Entity, EntityKind, Via};
use crate::trace::Trace;

mod acronym;
mod alone;
mod anchors;
mod apposition;
mod beside;
mod beside_others;
mod candidates;
mod contained;
mod context;
mod coref;
mod cricket;
mod employer;
mod evidence;
mod game;
mod gazetteer;
mod joined;
mod line;
mod located;
mod maps;
mod mention;
mod nearby;
mod office;
mod overlap;
mod person;
mod place;
mod place_frames;
mod points;
mod product;
mod reach;
mod relink;
mod results;
mod scorers;
mod seen;
mod shape;
mod small_word;
mod sort;
mod speaks;
mod stretch;
mod support;
mod within;

use evidence::Marks;
use gazetteer::Known;

/// A mention of somebody or somewhere, as token range.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Named {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    pub kind: EntityKind,
    /// Lexicon entry, where there is one.
    pub entry: Option<u32>,
    /// Index of the earlier mention of which this is a short form.
    pub same_as: Option<u32>,
    pub via: Via,
    pub score: f32,
    /// Type and country, as indexes of the lexicon's strings, where there is no entry that gives them; 0 for none.
    pub subtype: u32,
    pub country: u32,
    /// Index of the mention whose words are the name, where there is no entry that gives it.
    pub named_by: Option<u32>,
}

impl Named {
    fn new(first: usize, end: usize, kind: EntityKind, via: Via, score: f32) -> Self {
        Named {
            first: first as u32,
            end: end as u32,
            kind,
            entry: None,
            same_as: None,
            via,
            score,
            subtype: 0,
            country: 0,
            named_by: None,
        }
    }

    fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..self.end as usize
    }
}

/// The entities of a text, in text order, and for each token the entity that it is in.
#[derive(Default)]
pub(crate) struct Entities {
    pub list: Vec<Named>,
    /// Index in `list` plus one, 0 for none, by token.
    at: Vec<u32>,
    marks: Marks,
    candidates: Vec<Named>,
}

/// What finding them takes, the same for one text after the other.
#[derive(Default)]
pub(crate) struct Work {
    known: Known,
    arounds: Vec<support::Around>,
    order: Vec<(u64, u32)>,
    memory: coref::Memory,
    places: place::Places,
    /// The entry of each entity.
    listed: Vec<Option<Entry>>,
}

impl Entities {
    /// The entity that a token is in.
    #[inline]
    pub fn at(&self, token: usize) -> Option<usize> {
        match self.at.get(token) {
            Some(0) | None => None,
            Some(&index) => Some(index as usize - 1),
        }
    }

    /// The index of the entity that each token is in, plus one; 0 for none.
    #[inline]
    pub fn by_token(&self) -> &[u32] {
        &self.at
    }
}

/// A step on the way to the entities of a text.
type Step = fn(&View, &mut Entities, &mut Work, &mut Trace);

/// The steps that find the entities of a text. Each is so much program that several texts should take one before the next.
pub(crate) const STEPS: [Step; 5] = [read, look_up, build, link, settle];

fn read(view: &View, entities: &mut Entities, work: &mut Work, _: &mut Trace) {
    entities.marks.read(view, &mut work.known);
}

fn look_up(view: &View, Entities { marks, candidates, .. }: &mut Entities, work: &mut Work, _: &mut Trace) {
    candidates.clear();
    candidates::from_lexicon(view, marks, &mut work.arounds, candidates);
    marks.learn(view, candidates);
}

fn build(view: &View, Entities { marks, candidates, .. }: &mut Entities, _: &mut Work, _: &mut Trace) {
    shape::find(view, marks, candidates);
    person::find(view, marks, candidates);
    acronym::find(view, marks, candidates);
    office::find(view, marks, candidates);
    results::find(view, marks, candidates);
}

fn link(view: &View, entities: &mut Entities, work: &mut Work, _: &mut Trace) {
    let Entities { list, at, marks, candidates } = entities;
    overlap::choose(view.len(), candidates, &mut work.order, list, at);
    coref::link(view, marks, &mut work.memory, list, at);
}

fn settle(view: &View, Entities { list, marks, .. }: &mut Entities, work: &mut Work, trace: &mut Trace) {
    place::resolve(view, marks, &mut work.places, list, trace);
    if !trace.is_on() {
        return;
    }
    for named in list.iter() {
        let (start, end) = view.span(named.first as usize, named.end as usize);
        trace.note("entity", start, end, || format!("{:?} by {:?}, score {:.2}", named.kind, named.via, named.score));
    }
}

/// The entities as the record has them.
pub(crate) fn records<'a>(view: &View<'_, 'a>, entities: &Entities, work: &mut Work) -> Vec<Entity<'a>> {
    let (list, Work { known, listed, .. }) = (&entities.list, work);
    listed.clear();
    listed.extend(list.iter().map(|named| named.entry.map(|entry| known.entry(view.lexicon, entry))));
    view.lexicon.fetch_texts(listed.iter().flatten());
    list.iter()
        .zip(listed.iter())
        .enumerate()
        .map(|(id, (named, entry))| record(view, list, id, named, entry.as_ref()))
        .collect()
}

#[inline]
fn record<'a>(view: &View<'_, 'a>, list: &[Named], id: usize, named: &Named, entry: Option<&Entry>) -> Entity<'a> {
    let lexicon = view.lexicon;
    let string = |index: u32| (index != 0).then(|| Cow::Borrowed(lexicon.string(index)));
    let (first, end) = (named.first as usize, named.end as usize);
    let (start, stop) = view.span(first, end);
    let text = view.slice(first, end);
    let name = match (entry, named.named_by) {
        (Some(entry), _) => Cow::Borrowed(lexicon.name_of(entry, text)),
        (None, Some(index)) => {
            let full = &list[index as usize];
            one_line(view.slice(full.first as usize, full.end as usize), full.end - full.first)
        }
        (None, None) => one_line(text, named.end - named.first),
    };
    let place = entry.filter(|entry| named.kind == EntityKind::Place && !entry.lat.is_nan());
    Entity {
        id,
        start: start as usize,
        end: stop as usize,
        text: Cow::Borrowed(text),
        kind: named.kind,
        subtype: string(entry.map_or(named.subtype, |entry| entry.subtype)),
        name,
        reference: entry.map(|entry| lexicon.reference_of(entry)).filter(|id| !id.is_empty()).map(Cow::Borrowed),
        country: string(match entry {
            Some(entry) if entry.country != 0 => entry.country,
            _ => named.country,
        }),
        lat: place.map(|entry| entry.lat),
        lon: place.map(|entry| entry.lon),
        via: named.via,
        score: hundredths(named.score),
    }
}

/// A score from 0 to 1, to the nearest hundredth.
#[inline]
fn hundredths(score: f32) -> f32 {
    // With so many bits the sum is exact.
    let nearest = f64::from(score.clamp(0.0, 1.0) * 100.0) + 0.5;
    nearest as i32 as f32 / 100.0
}

/// A name that is wrapped over lines, with blanks for the breaks.
fn one_line(text: &str, tokens: u32) -> Cow<'_, str> {
    if tokens > 1 && memchr::memchr3(b'\n', b'\r', b'\t', text.as_bytes()).is_some() {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}
