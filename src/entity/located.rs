//! Places that no lexicon has, told by where they stand: in a dateline, before the region they are in, behind "in" and its kin.

use super::beside::{self, DIRECTIONS};
use super::context::strange;
use super::evidence::{AFTER_TITLE, KNOWN_PLACE, Marks, OPENS, common};
use super::{Named, employer, place_frames};
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{View, WordFlags, keyword as k, types};
use crate::record::{EntityKind, Via};
use crate::text::{Kind, Shape};

/// "LODWAR - A …": capitals at the start of a paragraph, and a dash behind them.
pub(super) fn dates(view: &View, token: usize, end: usize) -> bool {
    // "… charged. LODWAR - A …": the line break was lost.
    (token == 0 || view.tokens[token].newlines_before > 0 || view.is(token - 1, &[k::DOT]))
        && (token..end).all(|t| view.shape(t) == Shape::Upper)
        && view.is(end, &[k::HYPHEN])
        && !view.glued(end)
}

/// "LODWAR, Kenya (AP) -": capitals at the start of a paragraph, and a mark of agencies behind.
pub(super) fn dateline(view: &View, at: &[u32], token: usize, end: usize) -> Option<Named> {
    let starts = token == 0 || view.tokens[token].newlines_before > 0;
    if !(starts || dates(view, token, end)) {
        return None;
    }
    let capitals = || (token..end).filter(|&t| view.is_word(t)).all(|t| view.shape(t) == Shape::Upper);
    let dash = |t: usize| view.is(t, &[k::HYPHEN]) && !view.glued(t);
    let region = view.is(end, &[k::COMMA]) && at.get(end + 1).is_some_and(|&entity| entity != 0);
    let marked = dash(end) || view.is(end, &[k::OPEN]) || region;
    // "RESEARCH ALERT - …" is no town.
    let town = || region || strange(view, token, end);
    (marked && capitals() && town()).then(|| Named::new(token, end, EntityKind::Place, Via::Rule, 0.7))
}

/// "Brandau, Germany": a name before a comma and the place that it is in.
pub(super) fn before_its_region(
    view: &View,
    marks: &Marks,
    at: &[u32],
    list: &[Named],
    token: usize,
    end: usize,
) -> Option<Named> {
    if !view.is(end, &[k::COMMA]) || marks.has(token, AFTER_TITLE) || !strange(view, token, end) {
        return None;
    }
    // "reached Acteno, |in Chiapas", "near Acteno, |in the south of Mexico".
    let inside = view.is(end + 1, &[k::IN]) && end == token + 1 && !marks.has(token, OPENS);
    let led = token > 0 && view.is(token - 1, &[k::NEAR, k::IN, k::OFF, k::AT, k::OUTSIDE]);
    if inside && !led && view.info(token).flags.has(WordFlags::GIVEN | WordFlags::SURNAME) {
        return None;
    }
    let mut behind = end + 1 + usize::from(inside);
    if inside && view.is(behind, &[k::THE]) && DIRECTIONS.has(view.id(behind + 1)) && view.is(behind + 2, &[k::OF]) {
        behind += 3;
    } else if inside && DIRECTIONS.has(view.id(behind)) {
        behind += 1;
    }
    let region = &list[at.get(behind)?.checked_sub(1)? as usize];
    let entry = view.lexicon.entry(region.entry?);
    // "(D, N.J.)" tells the party.
    if view.shape(token) == Shape::Single {
        return None;
    }
    let wide = region.kind == EntityKind::Place && matches!(entry.subtype, types::COUNTRY | types::REGION);
    let listed = view.is(region.end as usize, &[k::AND]);
    let mut named = Named::new(token, end, EntityKind::Place, Via::Rule, 0.65);
    named.country = entry.country;
    (wide && !listed).then_some(named)
}

/// "Azaz and Marea in Aleppo": a name in a list of places.
pub(super) fn listed(view: &View, at: &[u32], list: &[Named], token: usize, end: usize) -> Option<Named> {
    let place = |entity: Option<&u32>| {
        entity.and_then(|e| e.checked_sub(1)).is_some_and(|e| list[e as usize].kind == EntityKind::Place)
    };
    let joint = |t: usize| view.is(t, &[k::AND, k::COMMA]);
    let flagged = |t: usize| view.info(t).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
    // "from Albany and |Coolville helped".
    let prepared = |t: usize| {
        let first = at.get(t).and_then(|e| e.checked_sub(1)).map_or(0, |e| list[e as usize].first as usize);
        view.is(t + 1, &[k::AND]) && first > 0 && view.can_be(first - 1, pos::PREPOSITION) && !flagged(t + 2)
    };
    let before = token >= 2
        && joint(token - 1)
        && place(at.get(token - 2))
        && (view.is(end, &[k::IN, k::DOT, k::AND, k::WERE, k::WAS, k::ARE]) || prepared(token - 2));
    let behind = || view.is(end, &[k::AND]) && place(at.get(end + 1));
    let title = || (token..end).all(|t| !view.is_word(t) || view.shape(t) == Shape::Title);
    ((before || behind()) && title() && strange(view, token, end))
        .then(|| Named::new(token, end, EntityKind::Place, Via::Rule, 0.55))
}

/// "was ambushed |at Gartow.": what is done there, and nothing behind it that would tell of a firm.
fn happens_at(view: &View, at: usize, end: usize) -> bool {
    let Some(verb) = at.checked_sub(1) else { return false };
    view.likely(verb, pos::PARTICIPLE | pos::PAST | pos::ADVERB)
        && !employer::works(view, verb)
        && (view.is(end, &[k::DOT, k::COMMA, k::AND, k::ON, k::IN]) || end >= view.len())
}

/// "the road between Gartow and Merowe": two places that something lies between, one of which may be known.
pub(super) fn between(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    let one = end == token + 1 && view.shape(token) == Shape::Title && strange(view, token, end);
    let first = if token > 0 && view.is(token - 1, &[k::AND]) { token.checked_sub(2)? } else { token };
    let second = if first == token { end + 1 } else { token };
    let between = first.checked_sub(1).filter(|&at| view.is(at, &[k::BETWEEN]) && view.is(first + 1, &[k::AND]))?;
    let unknown = |t: usize| {
        view.shape(t) == Shape::Title
            && (marks.knows(t, KNOWN_PLACE) || !common(view, t))
            && !view.info(t).flags.has(WordFlags::GIVEN | WordFlags::SURNAME)
    };
    // "a match between", "talks between".
    let way = between > 0 && beside::way(view, between - 1);
    (one && way && unknown(first) && unknown(second) && !view.capital(second + 1))
        .then(|| Named::new(token, end, EntityKind::Place, Via::Rule, 0.65))
}

/// "Jackson and |Josephine counties": names before what they all are.
pub(super) fn of_several(view: &View, token: usize, end: usize) -> Option<Named> {
    let mut last = end;
    for _ in 0..4 {
        if !view.is(last, &[k::AND, k::COMMA]) {
            break;
        }
        last += 1;
        while view.capital(last) && view.is_word(last) {
            last += 1;
        }
    }
    let joined = last > end || token > 1 && view.is(token - 1, &[k::AND, k::COMMA]);
    let several = beside::settlements(view, last) && view.likely(last, pos::PLURAL);
    (joined && several && view.shape(token) == Shape::Title && end == token + 1).then(|| {
        let mut named = Named::new(token, end, EntityKind::Place, Via::Rule, 0.7);
        named.subtype = types::REGION;
        named
    })
}

/// "in Sopron", "in eastern Badghis", "80 km south of Merowe".
pub(super) fn located(view: &View, marks: &Marks, token: usize, end: usize) -> Option<Named> {
    let mut before = token.checked_sub(1)?;
    // "in Drodro and |Lofondrema, a day away".
    let second = view.is(before, &[k::AND])
        && token > 2
        && view.is(token - 3, &[k::IN, k::NEAR, k::OUTSIDE])
        && view.shape(token - 2) == Shape::Title
        && (strange(view, token - 2, token - 1) || marks.knows(token - 2, KNOWN_PLACE))
        && !view.info(token).flags.has(WordFlags::GIVEN | WordFlags::SURNAME)
        && view.is(end, &[k::COMMA, k::DOT, k::IN, k::ON]);
    if second {
        before = token - 3;
    }
    if DIRECTIONS.has(view.id(before)) {
        before = before.checked_sub(1)?;
    }
    let near = view.is(before, &[k::IN, k::NEAR, k::OUTSIDE, k::AROUND, k::INSIDE])
        || (view.is(before, &[k::OF])
            && before > 1
            && view.is(before - 1, &[k::COMMA])
            && view.tokens[before - 2].kind == Kind::Number)
        || (view.is(before, &[k::OF]) && before > 0 && view.is(before - 1, &[k::SOUTH, k::NORTH, k::EAST, k::WEST]))
        // "residents of Merowe".
        || (view.is(before, &[k::OF]) && end == token + 1 && beside::locals(view, before))
        // "a sandbank off Merowe", "sank off Merowe"; not "paid off Merowe".
        || (view.is(before, &[k::OFF])
            && end == token + 1
            && before > 0
            && (view.likely(before - 1, pos::NOUN | pos::PLURAL)
                || view.is(end, &[k::COMMA, k::DOT, k::ON, k::IN, k::AND])))
        || (view.is(before, &[k::AT])
            && end == token + 1
            && (beside::something_stands_at(view, marks, before)
                || place_frames::sent(view, before)
                || happens_at(view, before, end)))
        || (view.is(before, &[k::FROM]) && end == token + 1 && beside::somebody_is_from(view, before))
        // "the road to Merowe".
        || (view.is(before, &[k::TO]) && end == token + 1 && before > 0 && beside::leads(view, before - 1))
        // "Jan Brandt (58), of Merowe".
        || (view.is(before, &[k::OF]) && end == token + 1 && beside::age_ends(view, before));
    if !near
        || view.is(end, &[k::POSSESSIVE, k::HYPHEN])
        || end - token > 3
        || !strange(view, token, end)
        || view.shape(token) != Shape::Title
        || several_letters(view, token)
    {
        return None;
    }
    // "in Section W".
    // A given name is a town's too: "a teacher in Karima."
    let inside = view.is(before, &[k::IN, k::NEAR])
        && end == token + 1
        && before + 1 == token
        && (view.is(end, &[k::COMMA, k::DOT, k::AND, k::ON]) || view.has(end, Class::Time));
    let called = |t: usize| view.info(t).flags.has(WordFlags::GIVEN) && !inside;
    let person = (token..end).any(|t| called(t) || view.shape(t) == Shape::Single);
    (!person && !marks.has(token, OPENS)).then(|| Named::new(token, end, EntityKind::Place, Via::Rule, 0.6))
}

/// "in TAFEs": several of what letters stand for.
fn several_letters(view: &View, token: usize) -> bool {
    let word = view.slice(token, token + 1).as_bytes();
    word.len() > 2 && word[..2].iter().all(u8::is_ascii_uppercase) && word.ends_with(b"s")
}
