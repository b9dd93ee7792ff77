//! Place: where it happened, by the clause and what leads to it, not by nearness.
//!
//! A place counts when a preposition leads to it ("in a hamlet near Luang Prabang, Laos"), and of such a chain the most
//! specific one. Places that tell where somebody spoke do not count. A sentence that names no place takes the one that
//! the text has been about.

mod chain;
mod lead;
mod own;
mod pointed;
mod subject;

use super::clause::{self, Piece, Pieces, What};
use super::outline::Text;
use super::source::Speech;
use super::when::long;
use super::{Quantity, Unit};
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, pos};
use crate::record::{EntityKind, Role, UnitKind};
use crate::text::Kind;
use crate::time::Preposition;
use crate::trace::Trace;
use chain::{COUNTRY, finest, rank};
use lead::{Lead, struck};
use own::Reader;
pub(super) use subject::names_event;

/// The place that a text is about so far.
#[derive(Clone, Copy)]
struct Scene {
    place: u32,
    /// A figure's event has it, and not only the words of the text.
    event: bool,
}

/// The rank of regions.
const REGION: u8 = COUNTRY + 1;

/// How many sentences the dateline may stand among.
const HEADLINES: u32 = 3;

/// How many sentences back a text may have told of the place that a figure is of.
const STORY: u32 = 4;

/// Which place of the text a quantity may take that its own sentence gives none.
enum Carried {
    /// That of another figure's event.
    Event,
    /// Any, or that of the dateline.
    Any,
}

/// Links every quantity that has a role, and every counted event, to the place where it happened.
pub(super) fn link(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &mut [Quantity], trace: &mut Trace) {
    let Text { view, entities, .. } = text;
    let mut order: Vec<usize> = (0..list.len()).filter(|&index| happens(view, &list[index])).collect();
    order.sort_by_key(|&index| (list[index].sentence, list[index].first));
    let mut story = Story::default();
    let mut order = order.into_iter().peekable();
    while let Some(&first) = order.peek() {
        let sentence = list[first].sentence;
        let named = text.places(sentence).next().is_some() || story.scene.is_some() && chain::points(text, sentence);
        if named {
            pieces.ready(text, list, sentence);
            speech.ready(text, pieces, list, sentence);
        }
        let mut found_here = None;
        let mut last: Option<usize> = None;
        while let Some(index) = order.next_if(|&index| list[index].sentence == sentence) {
            let own = if named {
                let scene = story.scene.map(|scene| scene.place);
                let claims = speech.of(sentence);
                let told = claims.tells(list[index].first);
                Reader { text, pieces: pieces.of(sentence), claims, list, told, scene }.own(&list[index])
            } else {
                None
            };
            // "41 deaths in Kenya, bringing the total since October to 312".
            let summed = last.filter(|&last| own.is_none() && sums(view, &list[last], &list[index]));
            let whole = list[index].part_of.map(|whole| &list[whole as usize]).filter(|whole| whole.role.is_some());
            let of_another = || summed.map(|last| &list[last]).or(whole).and_then(|other| other.place);
            let place = own.or_else(of_another).or_else(|| match carried(text, pieces, list, index)? {
                Carried::Event => story.scene.filter(|scene| scene.event).map(|scene| scene.place),
                Carried::Any => story.carried(text, pieces, speech, list, index),
            });
            if let Some(place) = place {
                let named = &entities.list[place as usize];
                let (start, end) = view.span(named.first as usize, named.end as usize);
                trace.note("place", start, end, || {
                    if own.is_some() { "of the clause" } else { "of the text" }.to_owned()
                });
                list[index].place = Some(place);
            }
            if let Some(place) = own.filter(|_| !aggregate(text, &list[index])) {
                let told = story.scene.is_some_and(|scene| scene.event) && recalled(text, &list[index]);
                if !told {
                    found_here = found_here.or(Some((place, list[index].role != Some(Role::Deployed))));
                }
            }
            last = Some(index);
        }
        story.scene = match (found_here, story.scene) {
            (Some((place, _)), Some(before)) if before.event && rank(text, place) < rank(text, before.place) => {
                Some(before)
            }
            (Some((place, event)), _) => Some(Scene { place, event }),
            (None, before) => before,
        };
    }
    for index in 0..list.len() {
        inherit(list, index);
    }
}

/// What a text has told so far of where it happens.
#[derive(Default)]
struct Story {
    scene: Option<Scene>,
    /// The sentences before this one have no place to begin with, where there is no scene.
    placeless: u32,
    dateline: Option<Option<u32>>,
    /// The first place that is named at all, and how many sentences were looked at for it.
    named: (Option<u32>, u32),
}

impl Story {
    /// The place that a quantity takes which its own sentence gives none: that of the scene, of the first sentence that has
    /// one, of the dateline, and if nothing else is there the first that is named.
    fn carried(
        &mut self,
        text: Text,
        pieces: &mut Pieces,
        speech: &mut Speech,
        list: &[Quantity],
        index: usize,
    ) -> Option<u32> {
        let sentence = list[index].sentence;
        while self.scene.is_none() && self.placeless < sentence {
            let first = first_place(text, pieces, speech, list, self.placeless);
            self.scene = first.map(|place| Scene { place, event: false });
            self.placeless += 1;
        }
        if let Some(scene) = &mut self.scene {
            // "18 died in clashes in South Sudan. Rebels attacked Malakal. They killed 18."
            if rank(text, scene.place) <= REGION {
                let from = list[..index].iter().rev().find(|before| !before.implicit && before.sentence < sentence);
                let from = from.map_or(0, |before| before.sentence + 1).max(sentence.saturating_sub(STORY));
                let finer = |place: &u32| rank(text, *place) > rank(text, scene.place);
                let found = (from..sentence).rev().find_map(|sentence| {
                    struck(text, sentence).map(|place| finest(text, place)).or_else(|| {
                        let told = tells_of_event(text, sentence);
                        told.then(|| first_place(text, pieces, speech, list, sentence)).flatten().filter(finer)
                    })
                });
                if let Some(place) = found {
                    scene.place = place;
                }
            }
            scene.event = true;
            return Some(scene.place);
        }
        // A headline may stand before the dateline.
        let sentences = (text.view.sentences.len() as u32).min(HEADLINES);
        let dateline = *self.dateline.get_or_insert_with(|| {
            (0..sentences).find_map(|sentence| {
                text.places(sentence).next()?;
                dateline_place(text, pieces.ready(text, list, sentence))
            })
        });
        if dateline.is_some() || !list[index].role.is_some_and(on_the_spot) {
            return dateline;
        }
        while self.named.0.is_none() && self.named.1 <= sentence {
            self.named.0 = named_place(text, pieces, speech, list, self.named.1);
            self.named.1 += 1;
        }
        self.scene = self.named.0.map(|place| Scene { place, event: true });
        self.named.0
    }
}

/// "The attack took place in …": whether a sentence tells more of an event that the text has named.
fn tells_of_event(text: Text, sentence: u32) -> bool {
    let view = text.view;
    let first = view.sentences[sentence as usize].first as usize;
    view.is(first, &[kw::THE]) && (first + 1..first + 4).any(|token| names_event(view, token))
}

/// Roles of events that a text is about, rather than of things that it mentions.
fn on_the_spot(role: Role) -> bool {
    matches!(
        role,
        Role::Killed
            | Role::Wounded
            | Role::Casualty
            | Role::Missing
            | Role::Detained
            | Role::Kidnapped
            | Role::Rescued
            | Role::Evacuated
            | Role::Hospitalized
            | Role::Trapped
            | Role::Protesting
            | Role::Destroyed
            | Role::Damaged
    )
}

/// Whether a figure sums up the one before in the same sentence: ", bringing the total to 312".
fn sums(view: &View, before: &Quantity, after: &Quantity) -> bool {
    before.role.is_some()
        && before.role == after.role
        && (before.end..after.first)
            .take(30)
            .any(|token| view.tokens[token as usize].punct() == b',' && view.likely(token as usize + 1, pos::ING))
}

/// Whether a figure is told of an earlier event for comparison: "had killed nine", "in May 2017".
fn recalled(text: Text, quantity: &Quantity) -> bool {
    let view = text.view;
    let had = quantity
        .cue
        .is_some_and(|cue| (cue.0.saturating_sub(3)..cue.0).any(|token| view.is(token as usize, &[kw::HAD])));
    let year = quantity.time.is_some_and(|time| {
        let time = &text.times.list[time as usize];
        (time.first..time.end).any(|token| {
            let token = &view.tokens[token as usize];
            token.kind == Kind::Number && token.end - token.start == 4
        })
    });
    had || year || quantity.marks.historical
}

/// Whether something happened to or in what is counted.
fn happens(view: &View, quantity: &Quantity) -> bool {
    if matches!(quantity.unit, Unit::Measure { kind, .. } if kind != UnitKind::Percent)
        && quantity.role != Some(Role::Delivered)
    {
        return false;
    }
    quantity.role.is_some() || event(view, quantity)
}

/// Whether what is counted is itself an event: "three air strikes", "two explosions".
pub(super) fn event(view: &View, quantity: &Quantity) -> bool {
    let Unit::Count(noun) = quantity.unit else { return false };
    noun.thing.is_some_and(|row| {
        let thing = &view.lexicon.things[row as usize];
        view.lexicon.branches[thing.branch as usize].starts_with("event/violence")
    })
}

/// A part takes the place of its whole where it has none of its own.
fn inherit(list: &mut [Quantity], index: usize) {
    let Some(whole) = list[index].part_of.map(|whole| whole as usize) else { return };
    if list[index].role.is_some() && list[whole].role.is_some() && list[index].place.is_none() {
        list[index].place = list[whole].place;
    }
}

/// Whether a quantity may take the place that the text has been about.
fn carried(text: Text, pieces: &mut Pieces, list: &[Quantity], index: usize) -> Option<Carried> {
    let quantity = &list[index];
    if ((aggregate(text, quantity) || so_far(text, quantity)) && !the_same(text, quantity))
        || quantity.value == Some(0.0)
        || quantity.marks.hypothetical
    {
        return None;
    }
    match quantity.role? {
        Role::Delivered => None,
        Role::Employed => {
            of_a_site(text, pieces.ready(text, list, quantity.sentence), quantity).then_some(Carried::Event)
        }
        Role::Deployed => Some(Carried::Event),
        _ if everywhere(text, quantity.sentence) => None,
        _ => Some(Carried::Any),
    }
}

/// "This year 40 people have died": a sum, of more than the event that the text is about.
fn so_far(text: Text, quantity: &Quantity) -> bool {
    quantity.time.is_some_and(|time| {
        let time = &text.times.list[time as usize];
        text.view.is(time.first as usize, &[kw::THIS]) && long(text.view, time)
    })
}

/// "In 2022 a bus had left the same road, killing 20": another time, but the same place.
fn the_same(text: Text, quantity: &Quantity) -> bool {
    let view = text.view;
    let first = view.sentences[quantity.sentence as usize].first;
    (first + 1..quantity.first).any(|token| {
        let token = token as usize;
        view.is(token, &[kw::SAME]) && view.is(token - 1, &[kw::THE]) && text.times.at(token).is_none()
    })
}

/// Whether a plant or a mine employs those who are counted, and not the firm that owns it.
fn of_a_site(text: Text, pieces: &[Piece], quantity: &Quantity) -> bool {
    let Some(ends) = ends(pieces, quantity) else { return false };
    let mut before = pieces[..ends.low.min(ends.own)].iter();
    let subject = before.find(|piece| matches!(piece.what, What::Noun | What::Entity(_) | What::Pronoun));
    subject.is_some_and(|noun| {
        let owner = text
            .view
            .longest(noun.first as usize, Class::Thing)
            .is_some_and(|(_, row)| text.view.lexicon.string(text.view.lexicon.things[row].category) == "company");
        matches!(noun.what, What::Noun) && !owner
    })
}

/// Whether a sentence tells of the whole world.
fn everywhere(text: Text, sentence: u32) -> bool {
    let mut tokens = text.view.sentences[sentence as usize].range();
    tokens.any(|token| text.view.is(token, &[kw::WORLDWIDE, kw::GLOBALLY]))
}

/// Whether a figure sums up a time ("since 2014", "last year") and not one event.
fn aggregate(text: Text, quantity: &Quantity) -> bool {
    quantity.time.is_some_and(|time| {
        let time = &text.times.list[time as usize];
        time.preposition == Preposition::Since || time.historical || time.of_year(text.view)
    })
}

/// The first place that a preposition leads to in a sentence.
fn first_place(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &[Quantity], sentence: u32) -> Option<u32> {
    text.places(sentence).next()?;
    pieces.ready(text, list, sentence);
    speech.ready(text, pieces, list, sentence);
    let reader =
        Reader { text, pieces: pieces.of(sentence), claims: speech.of(sentence), list, told: false, scene: None };
    let led = reader.pieces.iter().find_map(|piece| reader.candidate(piece.what, None, Lead::Firm));
    let found = led.or_else(|| (1..reader.pieces.len()).find_map(|at| reader.hit_at(at)));
    found.map(|place| finest(text, place))
}

/// The first place that a sentence names, whatever leads to it.
fn named_place(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &[Quantity], sentence: u32) -> Option<u32> {
    text.places(sentence).next()?;
    pieces.ready(text, list, sentence);
    speech.ready(text, pieces, list, sentence);
    Reader { text, pieces: pieces.of(sentence), claims: speech.of(sentence), list, told: false, scene: None }.named()
}

/// The place of the dateline: "GAZIPUR, Bangladesh - Nineteen workers".
fn dateline_place(text: Text, pieces: &[Piece]) -> Option<u32> {
    let What::Entity(first) = pieces.first()?.what else { return None };
    let dash = pieces.iter().take(9).position(|piece| matches!(piece.what, What::Dash))?;
    let plain = pieces[..dash].iter().all(|piece| {
        matches!(piece.what, What::Entity(_) | What::Comma | What::Open | What::Close | What::Time(_) | What::Stop)
    });
    (plain && text.entities.list[first as usize].kind == EntityKind::Place).then_some(first)
}

/// Where a quantity and its cue stand in the pieces of their sentence.
pub(super) struct Ends {
    /// The quantity's own piece.
    pub own: usize,
    /// The first of both.
    pub low: usize,
    /// The last of both.
    pub high: usize,
}

/// Where a quantity and its cue stand; a cue of another sentence counts for nothing.
pub(super) fn ends(pieces: &[Piece], quantity: &Quantity) -> Option<Ends> {
    let at = |token: u32| clause::at(pieces, token);
    let own = at(quantity.first)?;
    let last = at(quantity.end.max(quantity.first + 1) - 1)?;
    let (first, end) = (pieces.first()?.first, pieces.last()?.end);
    let cue = quantity.cue.filter(|cue| cue.0 >= first && cue.1 <= end && cue.0 < cue.1);
    let (low, high) = match cue {
        Some(cue) => (own.min(at(cue.0)?), last.max(at(cue.1 - 1)?)),
        None => (own, last),
    };
    Some(Ends { own, low, high })
}
