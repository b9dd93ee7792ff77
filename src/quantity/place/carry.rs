//! Carrying over: which figures may take the place that the text has been about, and which tell of more or of less.

use super::super::clause::{Piece, Pieces, What};
use super::super::outline::Text;
use super::super::when::long;
use super::super::{Quantity, Unit};
use super::ends;
use super::lead::{DWELLERS, thing_of};
use super::subject::is_site;
use crate::lexicon::View;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, TimeWordKind, pos};
use crate::record::{Role, Status};
use crate::text::Kind;
use crate::time::{Expression, Preposition};

/// Which place of the text a quantity may take that its own sentence gives none.
pub(super) enum Carried {
    /// That of another figure's event.
    Event,
    /// Any, or that of the dateline.
    Any,
}

/// Whether a figure sums up the one before in the same sentence: ", bringing the total to 312".
pub(super) fn sums(view: &View, before: &Quantity, after: &Quantity) -> bool {
    before.role.is_some()
        && before.role == after.role
        && (before.end..after.first)
            .take(30)
            .any(|token| view.tokens[token as usize].punct() == b',' && view.likely(token as usize + 1, pos::ING))
}

/// Whether a figure is told of an earlier event for comparison: "had killed nine", "in May 2017".
pub(super) fn recalled(text: Text, quantity: &Quantity) -> bool {
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

/// Whether a quantity may take the place that the text has been about.
pub(super) fn carried(text: Text, pieces: &mut Pieces, list: &[Quantity], index: usize) -> Option<Carried> {
    let quantity = &list[index];
    if ((aggregate(text, quantity) || so_far(text, quantity)) && !the_same(text, quantity))
        || quantity.value == Some(0.0)
        || quantity.marks.hypothetical
    {
        return None;
    }
    match quantity.role? {
        Role::Delivered | Role::LaidOff | Role::Launched | Role::ShotDown => None,
        // "33 captives are to be handed over".
        Role::Released if quantity.status != Status::Reported => None,
        Role::Employed => {
            of_a_site(text, pieces.ready(text, list, quantity.sentence), quantity).then_some(Carried::Event)
        }
        // "The town has taken in 270,000 displaced people": where they fled from is not told.
        Role::Displaced if quantity.cue.is_some_and(|cue| quantity.first <= cue.0 && cue.1 <= quantity.end) => None,
        _ if everywhere(text, quantity.sentence) => None,
        _ => Some(Carried::Any),
    }
}

/// "This year 40 people have died": a sum, of more than the event that the text is about.
pub(super) fn so_far(text: Text, quantity: &Quantity) -> bool {
    quantity.time.is_some_and(|time| {
        let time = &text.times.list[time as usize];
        text.view.is(time.first as usize, &[kw::THIS]) && long(text.view, time)
    })
}

/// "In 2022 a bus had left the same road, killing 20", "killed 200 in the same area": another time, but the same place.
fn the_same(text: Text, quantity: &Quantity) -> bool {
    let view = text.view;
    let first = view.sentences[quantity.sentence as usize].first as usize;
    // "eleven men have died at the yard since 2020".
    let site = text.all(quantity.sentence, Class::Thing).any(|token| {
        token > first
            && token > 1
            && view.is(token - 1, &[kw::THE])
            && (view.is(token - 2, &[kw::IN, kw::AT, kw::INSIDE]) || token - 1 == first)
            && is_site(view, token)
            && view.longest(token, Class::Thing).is_some_and(|(end, row)| {
                !view.lexicon.things[row].plural && !view.is(end, &[kw::OF, kw::POSSESSIVE, kw::IN])
            })
    });
    // "72,000 inhabitants": they live where the text tells of.
    let local = matches!(quantity.unit, Unit::Count(noun) if thing_of(view, noun.head as usize, DWELLERS));
    local
        || site
        || view.sentences[quantity.sentence as usize].range().skip(1).any(|token| {
            view.is(token, &[kw::SAME])
                && view.is(token - 1, &[kw::THE])
                && text.times.at(token).is_none()
                && (token < quantity.first as usize
                    || view.is(token - 2, &[kw::IN, kw::AT, kw::ON, kw::NEAR, kw::OUTSIDE, kw::OFF]))
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
pub(super) fn aggregate(text: Text, quantity: &Quantity) -> bool {
    quantity.time.is_some_and(|time| {
        let time = &text.times.list[time as usize];
        time.preposition == Preposition::Since && !recent(text.view, time) || time.historical || time.of_year(text.view)
    })
}

/// Whether a time is of the last days: "since Monday".
fn recent(view: &View, time: &Expression) -> bool {
    (time.first as usize..time.end as usize).any(|token| {
        view.has(token, Class::Time)
            && view.words.all(token, Class::Time).any(|(_, row)| {
                matches!(view.lexicon.times[row].kind, TimeWordKind::Weekday | TimeWordKind::Day | TimeWordKind::Part)
            })
    })
}
