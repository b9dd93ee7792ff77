//! The story: the place that a text is about so far, and where it looks for one.

use super::super::Quantity;
use super::super::clause::{Piece, Pieces, What};
use super::super::grammar::BE;
use super::super::outline::Text;
use super::super::source::Speech;
use super::chain::{COUNTRY, finest, rank};
use super::lead::{Lead, struck, thing_of};
use super::own::Reader;
use super::subject::names_event;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::Class;
use crate::record::{EntityKind, Role, Status};

/// The place that a text is about so far.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    pub place: u32,
    /// A figure's event has it, and not only the words of the text.
    pub event: bool,
    /// Soldiers were sent there, and nothing has happened yet.
    pub sent: bool,
}

/// The rank of regions.
pub(super) const REGION: u8 = COUNTRY + 1;

/// How many sentences the dateline may stand among.
const HEADLINES: u32 = 3;

/// How many sentences back a text may have told of the place that a figure is of.
const STORY: u32 = 4;

/// What a text has told so far of where it happens.
#[derive(Default)]
pub(super) struct Story {
    pub scene: Option<Scene>,
    /// The sentences before this one have no place to begin with, where there is no scene.
    placeless: u32,
    dateline: Option<Option<u32>>,
    /// The first place that is named at all, and how many sentences were looked at for it.
    named: (Option<u32>, u32),
}

impl Story {
    /// Looks for a place in the sentences before one, where there is no scene yet.
    pub fn seek(&mut self, text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &[Quantity], sentence: u32) {
        while self.scene.is_none() && self.placeless < sentence {
            let first = first_place(text, pieces, speech, list, self.placeless);
            self.scene = first.map(|place| Scene { place, event: false, sent: false });
            self.placeless += 1;
        }
    }

    /// The place that a quantity takes which its own sentence gives none: that of the scene, of the first sentence that has
    /// one, of the dateline, and if nothing else is there the first that is named.
    pub fn carried(
        &mut self,
        text: Text,
        pieces: &mut Pieces,
        speech: &mut Speech,
        list: &[Quantity],
        index: usize,
    ) -> Option<u32> {
        let sentence = list[index].sentence;
        // "Of these 4,000 have been killed".
        if let Some(scene) = self.scene.filter(|scene| scene.sent && list[index].marks.partitive) {
            return Some(scene.place);
        }
        self.scene = self.scene.filter(|scene| !scene.sent);
        self.seek(text, pieces, speech, list, sentence);
        if let Some(scene) = &mut self.scene {
            // "18 died in clashes in South Sudan. Rebels attacked Malakal. They killed 18."
            if rank(text, scene.place) <= REGION {
                let from =
                    list[..index].iter().rev().find(|before| before.role.is_some() && before.sentence < sentence);
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
        self.scene = self.named.0.map(|place| Scene { place, event: true, sent: false });
        self.named.0
    }
}

/// "The attack took place in …": whether a sentence tells more of an event that the text has named.
fn tells_of_event(text: Text, sentence: u32) -> bool {
    let view = text.view;
    let first = view.sentences[sentence as usize].first as usize;
    let civic =
        |token: usize| thing_of(view, token, "event/civic/military") || thing_of(view, token, "event/civic/protest");
    view.is(first, &[kw::THE]) && (first + 1..first + 4).any(|token| names_event(view, token) || civic(token))
}

/// "… killed 26 people. The attack in X was …": the place that the next sentence gives for what befell those who are told of,
/// where no sentence up to theirs names one.
pub(super) fn told_next(
    text: Text,
    pieces: &mut Pieces,
    speech: &mut Speech,
    list: &[Quantity],
    index: usize,
) -> Option<u32> {
    let quantity = &list[index];
    let next = quantity.sentence + 1;
    let struck = quantity.role.is_some_and(|role| role.counts_one()) && quantity.value != Some(0.0);
    if !struck || quantity.status != Status::Reported || next as usize >= text.view.sentences.len() {
        return None;
    }
    let before = text.view.sentences[next as usize].first;
    let named = text.entities.list.iter().take_while(|named| named.first < before);
    let placeless = named.take(PLACELESS).all(|named| named.kind != EntityKind::Place);
    if !placeless || !tells_of_event(text, next) {
        return None;
    }
    first_place(text, pieces, speech, list, next)
}

/// How many names may stand in the sentences that name no place.
const PLACELESS: usize = 24;

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
            | Role::Deployed
            | Role::Released
            | Role::Stranded
            | Role::Homeless
    )
}

/// Reads a sentence for the places of others; nothing where it names none.
fn reader<'r, 's, 'a>(
    text: Text<'r, 's, 'a>,
    pieces: &'r mut Pieces,
    speech: &'r mut Speech,
    list: &'r [Quantity],
    sentence: u32,
) -> Option<Reader<'r, 's, 'a>> {
    text.places(sentence).next()?;
    pieces.ready(text, list, sentence);
    speech.ready(text, pieces, list, sentence);
    Some(Reader {
        text,
        pieces: pieces.of(sentence),
        claims: speech.of(sentence),
        list,
        told: false,
        scene: None,
        across: false,
    })
}

/// The first place that a preposition leads to in a sentence.
fn first_place(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &[Quantity], sentence: u32) -> Option<u32> {
    let reader = reader(text, pieces, speech, list, sentence)?;
    let led = reader.pieces.iter().find_map(|piece| reader.candidate(piece.what, None, Lead::Firm));
    let found = led.or_else(|| (1..reader.pieces.len()).find_map(|at| reader.hit_at(at)));
    // "a bus overturned south of X".
    let found =
        found.or_else(|| reader.pieces.iter().find_map(|piece| reader.candidate(piece.what, None, Lead::Beside)));
    // "a mine between Gao and Mopti"; countries talk or fight.
    let between = |place: &usize| {
        let first = text.entities.list[*place].first as usize;
        first > 0 && text.view.is(first - 1, &[kw::BETWEEN]) && rank(text, *place as u32) > COUNTRY
    };
    let found = found.or_else(|| text.places(sentence).find(between).map(|place| place as u32));
    let found =
        found.or_else(|| text.places(sentence).map(|place| place as u32).find(|&place| is_told_of(text, place)));
    found.map(|place| finest(text, place))
}

/// "For a week Lagos has been without doctors": whether a town is itself what a sentence tells of.
fn is_told_of(text: Text, place: u32) -> bool {
    let (view, mut verb) = (text.view, text.entities.list[place as usize].end as usize);
    if view.is(verb, &[kw::HAS, kw::HAD]) {
        verb += 1;
    }
    rank(text, place) > REGION && view.is(verb, BE) && !view.has(verb + 1, Class::Cue)
}

/// The first place that a sentence names, whatever leads to it.
fn named_place(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &[Quantity], sentence: u32) -> Option<u32> {
    reader(text, pieces, speech, list, sentence)?.named()
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
