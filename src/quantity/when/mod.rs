//! When: the time expression that a quantity is tied to.
//!
//! The nearest time of the clause, behind the figure and its cue before before them, unless it tells when somebody spoke.
//! A time at the head of a sentence holds for all of it. Figures that nothing happens to take only long times ("last
//! year", "in the first half"), and only of their own clause.

mod antecedent;
mod event;
mod figure;
mod order;

use super::clause::{Piece, Pieces, What};
use super::outline::Text;
use super::place::event as is_event;
use super::source::{Claims, Speech};
use super::{Quantity, Unit};
use crate::lexicon::sense::{Class, TimeWordKind, pos};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::record::{Role, TimeKind, UnitKind};
use crate::time::{Expression, Preposition, Times};
use crate::trace::Trace;
pub(super) use order::begins_clause;

/// How many tokens may stand before the date that a text begins with.
const OPENING: u32 = 6;

struct Reader<'r, 's, 'a> {
    text: Text<'r, 's, 'a>,
    view: &'r View<'s, 'a>,
    times: &'r Times,
    claims: Claims<'r>,
    list: &'r [Quantity],
    /// The first token behind a dateline's place, or of the text.
    opening: u32,
    /// The quantity stands in what is told of a speaker: "the army, which lost 12 men last year, said".
    told: bool,
}

/// Links quantities to times.
pub(super) fn link(text: Text, pieces: &mut Pieces, speech: &mut Speech, list: &mut [Quantity], trace: &mut Trace) {
    let Text { view, times, .. } = text;
    if times.list.is_empty() {
        return;
    }
    // Only a date that nothing leads to can be a dateline's; its sentence is cut when a figure asks for times.
    let dated = may_open(&times.list[0]);
    let mut head = None;
    for index in 0..list.len() {
        let quantity = &list[index];
        let kind = kind(view, quantity);
        let may = match kind {
            Kind::Timeless => false,
            Kind::Happens => text.times(quantity.sentence).next().is_some(),
            Kind::Figure => figure::may_take(text, quantity),
        };
        if !may {
            continue;
        }
        let opening =
            *head.get_or_insert_with(|| if dated { opening(times, pieces.ready(text, list, 0)) } else { u32::MAX });
        pieces.ready(text, list, quantity.sentence);
        let claims = speech.ready(text, pieces, list, quantity.sentence);
        let told = claims.tells(quantity.first);
        let reader = Reader { text, view, times, claims, list, opening, told };
        let pieces = pieces.of(quantity.sentence);
        let found = match kind {
            Kind::Happens => reader.of_event(pieces, quantity),
            Kind::Figure => reader.of_figure(pieces, quantity),
            Kind::Timeless => None,
        };
        let Some(found) = found else { continue };
        let time = &times.list[found as usize];
        let (start, end) = view.span(time.first as usize, time.end as usize);
        trace.note("time", start, end, || view.slice(quantity.first as usize, quantity.end as usize).to_owned());
        list[index].time = Some(found);
    }
    for index in 1..list.len() {
        if joined(view, &list[index - 1], &list[index]) && list[index - 1].time.is_none() {
            list[index - 1].time = list[index].time;
        }
    }
    for index in 0..list.len() {
        let Some(whole) = list[index].part_of.map(|whole| whole as usize) else { continue };
        if list[index].time.is_none() && text.times(list[index].sentence).next().is_none() {
            list[index].time = of_same(view, list, index, whole);
        }
        // "launched 188 drones overnight, of which 76 were shot down".
        let alike = list[index].role == list[whole].role
            || flown(&list[whole], &list[index])
            || list[index].marks.partitive && list[whole].role.is_some();
        if list[index].role.is_some()
            && alike
            && !lasts(view, &list[index])
            && list[index].sentence == list[whole].sentence
            && list[index].time.is_none()
        {
            list[index].time = list[whole].time;
        }
    }
}

/// "Police seized 40 men on Monday. Twelve are Danes", "launched 162 drones overnight. Of the 162, 119 were shot down": the
/// time of a whole that the sentence before tells of, where its parts belong to the same event.
fn of_same(view: &View, list: &[Quantity], index: usize, whole: usize) -> Option<u32> {
    let part = &list[index];
    part.role?;
    // "Of the 162" tells of them again.
    let again = |other: &&Quantity| other.role.is_some() && other.value == list[whole].value;
    let whole = match list[whole].role {
        Some(_) => &list[whole],
        None => list[..whole].iter().rev().take(AGAIN).find(again)?,
    };
    // "The survivors included 14 children".
    let among = || {
        let cue = part.cue.and_then(|cue| view.longest(cue.0 as usize, Class::Connective));
        cue.is_some_and(|(_, row)| view.lexicon.connectives[row] == Connective::Part)
    };
    let same = whole.role == part.role
        && (whole.cue == part.cue || part.role == Some(Role::Killed) || among())
        && part.role != Some(Role::Delivered);
    let near = whole.sentence + 1 == part.sentence;
    if near && (flown(whole, part) || same) { whole.time } else { None }
}

/// What was launched is shot down in the same attack.
fn flown(whole: &Quantity, part: &Quantity) -> bool {
    whole.role == Some(Role::Launched) && matches!(part.role, Some(Role::ShotDown | Role::Destroyed))
}

/// How many figures back those of a whole may have been told before.
const AGAIN: usize = 6;

/// "31 of whom are still being treated": whether what is told of a part goes on. Behind a comma it is told of the whole:
/// "40 migrants, among them three girls, are feared dead".
fn lasts(view: &View, quantity: &Quantity) -> bool {
    let end = quantity.end as usize;
    !view.is(end, &[kw::COMMA]) && (end..end + 2).any(|token| view.is(token, &[kw::IS, kw::ARE]))
        || (end..end + 5).any(|token| view.is(token, &[kw::HAVE, kw::HAS]) && view.is(token + 1, &[kw::SINCE]))
}

/// "17 were killed and about 60 injured on Thursday": two things told of one time, joined by "and" alone.
fn joined(view: &View, one: &Quantity, other: &Quantity) -> bool {
    let near = one.sentence == other.sentence && one.end < other.first && other.first - one.end <= 6;
    let between = |token: usize| view.is_word(token) && view.tokens[token].punct() == 0;
    near && one.role.is_some()
        && other.role.is_some()
        && (one.end..other.first).all(|token| between(token as usize))
        && view.is(other.first as usize - 1, &[kw::AND])
}

/// Whether a time can be the date that a text begins with.
fn may_open(time: &Expression) -> bool {
    time.first < OPENING && time.kind == TimeKind::Date && time.preposition == Preposition::None
}

/// The token of the date that a text begins with, alone or in its dateline: "LAGOS, March 3 (Reuters) -".
fn opening(times: &Times, head: &[Piece]) -> u32 {
    let Some(time) = times.list.first() else { return u32::MAX };
    let dateline = head.iter().take_while(|piece| piece.first < time.first).all(|piece| {
        !matches!(
            piece.what,
            What::Verb
                | What::Aux
                | What::Cue
                | What::Number(_)
                | What::Preposition
                | What::Report(_)
                | What::Determiner
        )
    });
    if dateline { time.first } else { u32::MAX }
}

/// What a quantity has to do with times.
enum Kind {
    /// Something happened to what is counted.
    Happens,
    /// A figure of a period: a profit, a rate, a stock.
    Figure,
    /// Ages, distances, durations, scores.
    Timeless,
}

fn kind(view: &View, quantity: &Quantity) -> Kind {
    match quantity.unit {
        Unit::Measure { kind: UnitKind::Currency | UnitKind::Percent, .. } if quantity.role.is_none() => Kind::Figure,
        Unit::Measure { kind: UnitKind::Percent, .. } => Kind::Happens,
        Unit::Measure { .. } if quantity.role == Some(Role::Delivered) => Kind::Happens,
        // "made 46,000 tonnes last year".
        Unit::Measure { kind: UnitKind::Measure, words, per: None, .. }
            if words.1 > words.0 && view.is(words.1 as usize - 1, &[kw::TONNES, kw::TONS]) =>
        {
            Kind::Figure
        }
        Unit::Measure { .. } => Kind::Timeless,
        _ if quantity.role == Some(Role::Employed) => Kind::Figure,
        _ if quantity.role.is_some() || is_event(view, quantity) => Kind::Happens,
        _ => Kind::Figure,
    }
}

impl Reader<'_, '_, '_> {
    /// Whether a time can be that of an event: not that of a saying, and no bare "a year earlier".
    fn counts(&self, index: u32) -> bool {
        let time = &self.times.list[index as usize];
        // "this week's start" is of the start; "until noon" tells when something was over.
        if self.view.is(time.end as usize, &[kw::POSSESSIVE]) || time.preposition == Preposition::Until {
            return false;
        }
        // The date of a dateline, and not of what follows it.
        if may_open(time) && time.first == self.opening {
            return false;
        }
        let front =
            matches!(time.preposition, Preposition::In | Preposition::Since | Preposition::By | Preposition::During);
        self.told || !self.claims.tells(time.first) || front && long(self.view, time) && time.first == 1
    }
}

/// Whether a time is a month or longer, and no distance between times.
pub(super) fn long(view: &View, time: &Expression) -> bool {
    (time.first as usize..time.end as usize).all(|token| {
        let short = view.has(token, Class::Time)
            && view.words.all(token, Class::Time).any(|(_, row)| {
                matches!(
                    view.lexicon.times[row].kind,
                    TimeWordKind::Weekday
                        | TimeWordKind::Day
                        | TimeWordKind::Part
                        | TimeWordKind::Clock
                        | TimeWordKind::Offset
                )
            });
        // "12 May", not "12 months to May".
        let day = view.tokens[token].kind == crate::text::Kind::Number
            && view.tokens[token].end - view.tokens[token].start <= 2
            && !view.likely(token + 1, pos::PLURAL);
        !short && !day
    })
}
