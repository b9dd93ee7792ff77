//! Place: where it happened, by the clause and what leads to it, not by nearness.
//!
//! A place counts when a preposition leads to it ("in a hamlet near Luang Prabang, Laos"), and of such a chain the most
//! specific one. Places that tell where somebody spoke do not count. A sentence that names no place takes the one that
//! the text has been about.

mod apart;
mod carry;
mod chain;
mod lead;
mod own;
mod pointed;
mod story;
mod subject;

use super::clause::{self, Piece, Pieces, What};
use super::outline::Text;
use super::source::Speech;
use super::{LOOK_BACK, Quantity, Unit};
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::pos;
use crate::record::{Role, UnitKind};
use crate::trace::Trace;
use carry::{Carried, aggregate, carried, recalled, so_far, sums};
use chain::rank;
use own::Reader;
use story::{REGION, Scene, Story};
pub(super) use subject::names_event;

/// Links every quantity that has a role, and every counted event, to the place where it happened.
pub(super) fn link(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &mut [Quantity], trace: &mut Trace) {
    let Text { view, entities, .. } = text;
    let mut order: Vec<usize> = (0..list.len()).filter(|&index| happens(view, &list[index])).collect();
    order.sort_by_key(|&index| (list[index].sentence, list[index].first));
    let mut story = Story::default();
    let mut order = order.into_iter().peekable();
    while let Some(&first) = order.peek() {
        let sentence = list[first].sentence;
        let named = text.places(sentence).next().is_some() || chain::points(text, sentence);
        if named {
            pieces.ready(text, list, sentence);
            speech.ready(text, pieces, list, sentence);
        }
        let mut found_here = None;
        let mut in_all = false;
        let mut several = false;
        let mut last: Option<usize> = None;
        while let Some(index) = order.next_if(|&index| list[index].sentence == sentence) {
            let scene = story.scene.map(|scene| scene.place);
            let own = |pieces: &Pieces, speech: &Speech, across: bool| {
                let claims = speech.of(sentence);
                let told = claims.tells(list[index].first);
                Reader { text, pieces: pieces.of(sentence), claims, list, told, scene, across }.own(&list[index])
            };
            let here = if named { own(pieces, speech, false) } else { None };
            // "41 deaths in Kenya, bringing the total since October to 312".
            let summed = last.filter(|&last| here.is_none() && sums(view, &list[last], &list[index]));
            let whole = list[index].part_of.map(|whole| &list[whole as usize]).filter(|whole| whole.role.is_some());
            let whole_place = whole.filter(|whole| whole.role == list[index].role).and_then(|whole| whole.place);
            let of_another = || summed.map(|last| &list[last]).or(whole).and_then(|other| other.place);
            let told = of_speaker(text, pieces, speech, list, index);
            let place =
                here.or_else(of_another).or_else(|| match carried(text, pieces, list, index).filter(|_| !told)? {
                    Carried::Event => story.scene.filter(|scene| scene.event).map(|scene| scene.place),
                    Carried::Any => story.carried(text, pieces, speech, list, index),
                });
            // "Some 5.7 million people go hungry": no town holds them.
            let millions = list[index].value.is_some_and(|value| value >= MILLIONS);
            let place = place.filter(|&place| here.is_some() || !millions || rank(text, place) <= REGION);
            // "Kenya recorded 40 cases. Nine people have died this year": in the country that the text is about.
            let land = || story.scene.filter(|scene| scene.event && rank(text, scene.place) == chain::COUNTRY);
            let place =
                place.or_else(|| land().filter(|_| !told && so_far(text, &list[index])).map(|scene| scene.place));
            let (here, place) = match place {
                // Where no clause is passed over and nobody is released, the answer would be the same.
                None if named && (list[index].role == Some(Role::Released) || parted(pieces.of(sentence))) => {
                    let across = own(pieces, speech, true);
                    (across, across)
                }
                place => (here, place),
            };
            if let Some(place) = place {
                let named = &entities.list[place as usize];
                let (start, end) = view.span(named.first as usize, named.end as usize);
                trace.note("place", start, end, || {
                    if here.is_some() { "of the clause" } else { "of the text" }.to_owned()
                });
                list[index].place = Some(place);
            }
            if let Some(place) = here.filter(|_| !aggregate(text, &list[index])) {
                let told = story.scene.is_some_and(|scene| scene.event) && recalled(text, &list[index]);
                // "two are in a clinic in X", "At one hospital in X three died": the text is not about X from then on.
                let aside = || list[index].role == Some(Role::Hospitalized) || begins_with(text, sentence, place);
                let aside = found_here.is_none() && aside() && {
                    story.seek(text, pieces, speech, list, sentence);
                    story.scene.is_some_and(|scene| scene.place != place && rank(text, scene.place) > REGION)
                };
                // "nine of whom drowned near X": where some of them were.
                let of_part = list[index].marks.partitive && whole_place.is_some_and(|of| of != place);
                // "Two thousand people were moved out of X": the text goes on where it was.
                let moved = matches!(list[index].role, Some(Role::Evacuated | Role::Displaced))
                    && story.scene.is_some_and(|scene| scene.event);
                if !told && !aside && !of_part && !moved {
                    in_all |= outgrows(text, list, index);
                    let sent = list[index].role == Some(Role::Deployed);
                    several |= found_here.is_some_and(|(before, _)| before != place);
                    found_here = found_here.filter(|(_, before)| sent || !before).or(Some((place, sent)));
                }
            }
            last = Some(index);
        }
        // "In Surat nine drowned, in Vadodara 12": the story goes on in the region of both.
        if several {
            story.seek(text, pieces, speech, list, sentence);
            let wide = |scene: &Scene| {
                scene.event || found_here.is_some_and(|(place, _)| rank(text, scene.place) < rank(text, place))
            };
            if story.scene.as_ref().is_none_or(wide) {
                found_here = None;
            }
        }
        story.scene = match (found_here, story.scene) {
            (Some((place, _)), Some(before))
                if before.event && rank(text, place) < rank(text, before.place) && !in_all =>
            {
                Some(before)
            }
            (Some((place, sent)), _) => Some(Scene { place, event: !sent, sent }),
            (None, before) => before,
        };
    }
    for index in 0..list.len() {
        if list[index].place.is_none() {
            list[index].place = story::told_next(text, pieces, speech, list, index);
        }
        inherit(list, index);
        // "delivered 900 tents to X in May and 400 in June".
        let before = index.checked_sub(1).map(|before| &list[before]);
        let again = before.filter(|before| {
            list[index].place.is_none()
                && matches!(list[index].role, Some(Role::Delivered | Role::Deployed))
                && before.role == list[index].role
                && before.cue == list[index].cue
                && before.sentence == list[index].sentence
        });
        if let Some(again) = again {
            list[index].place = again.place;
        }
    }
}

/// Whether a clause with a subject of its own begins within a sentence.
fn parted(pieces: &[Piece]) -> bool {
    (0..pieces.len()).any(|at| apart::opens_clause(pieces, at))
}

/// A figure that no town holds.
const MILLIONS: f64 = 1_000_000.0;

/// Whether a sentence begins with a place: "At one hospital in X three women died".
fn begins_with(text: Text, sentence: u32, place: u32) -> bool {
    let first = text.view.sentences[sentence as usize].first;
    let named = text.entities.list[place as usize].first;
    let preposition = |token: u32| text.view.likely(token as usize, pos::PREPOSITION);
    // "In X two soldiers were killed" goes on in X.
    named > first + 1
        && named - first <= OPENS
        && preposition(first)
        && (first + 1..named).any(|token| preposition(token) && !text.view.is(token as usize, &[kw::OF]))
        && (first..named).all(|token| text.view.is_word(token as usize) && !text.view.verb_like(token as usize))
}

/// How many tokens may stand before the place that a sentence begins with.
const OPENS: u32 = 6;

/// "said Rifat Moses, whose husband was killed": whether what is counted is told of somebody who speaks.
fn of_speaker(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &[Quantity], index: usize) -> bool {
    let quantity = &list[index];
    if !text.says(quantity.sentence) {
        return false;
    }
    pieces.ready(text, list, quantity.sentence);
    let pieces_here = pieces.of(quantity.sentence);
    let Some(own) = clause::at(pieces_here, quantity.first) else { return false };
    let whose = (0..own).rev().take(8).find(|&at| matches!(pieces_here[at].what, What::Relative | What::Report(_)));
    whose.is_some_and(|at| matches!(pieces_here[at].what, What::Relative))
        && speech.ready(text, pieces, list, quantity.sentence).tells(quantity.first)
}

/// "A wall fell in Gao, killing five. In all 17 have died in Mali": whether a figure is the largest of its role so far, and
/// no sum over years.
fn outgrows(text: Text, list: &[Quantity], index: usize) -> bool {
    let quantity = &list[index];
    let from = index.saturating_sub(LOOK_BACK);
    let most = list[from..index].iter().filter(|before| before.role == quantity.role).filter_map(|before| before.value);
    let most = most.fold(0.0, f64::max);
    let all = |token: u32| text.view.is(token as usize, &[kw::ALL]);
    (most > 0.0 || (quantity.first.saturating_sub(3)..quantity.first).any(all))
        && quantity.value.is_some_and(|value| value > most)
        && !so_far(text, quantity)
        && !recalled(text, quantity)
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
