//! Agencies and places by the words that they are made of: "Ministry of …", "… Police Department", "Mount …", "… Province".

use super::beside::DIRECTIONS;
use super::evidence::{
    ALL_CAPS, HEADLINE, IN_TITLE, KNOWN_AGENCY, KNOWN_LONG, KNOWN_PLACE, Marks, OPENS, closed_class, common,
};
use super::product::disease;
use super::reach::{of_behind, of_the_state, particles_behind, reach_left, without_country, words_behind};
use super::small_word::{small_word, strange};
use super::{Named, apposition, employer, game};
use crate::lexicon::keyword as k;
use crate::lexicon::sense::{Class, ShapeWord, Side, TitleKind, pos};
use crate::lexicon::{View, WordFlags, types};
use crate::record::{EntityKind, Via};
use crate::text::{Kind, Sentence, Shape};

/// Finds agencies and places by shape in all sentences.
pub(super) fn find(view: &View, marks: &Marks, out: &mut Vec<Named>) {
    for index in 0..out.len() {
        if out[index].kind != EntityKind::Place {
            continue;
        }
        if let Some(team) = after_a_place(view, marks, &out[index]) {
            out.push(team);
        }
        if let Some(body) = of_a_country(view, marks, &out[index]) {
            out.push(body);
        }
    }
    let mut sentences = view.sentences;
    for at in marks.starts.shapes.iter().map(|&at| at as usize) {
        while let [sentence, others @ ..] = sentences
            && sentence.last as usize <= at
        {
            sentences = others;
        }
        let [sentence, ..] = sentences else { break };
        if !marks.has(at, ALL_CAPS) {
            let capital = view.capital(at);
            // "Co-|operative".
            let half = |t: usize| capital && view.glued(t) && t > 0 && view.is(t - 1, &[k::HYPHEN]);
            for (end, row) in view.words.all(at, Class::Shape) {
                let word = view.lexicon.shapes[row];
                if word.kind == EntityKind::Person || word.side == Side::Event || end > sentence.range().end {
                    continue;
                }
                if (!capital || marks.has(at, OPENS))
                    && let Some(named) = apposition::find(view, marks, sentence, word, at, end)
                {
                    out.push(named);
                }
                let named = if word.side == Side::Role {
                    employer::find(view, marks, word, at, end, sentence.range().end)
                } else if (at..end).all(|t| !view.is_word(t) || view.capital(t) || closed_class(view, t) || half(t)) {
                    capital_word(view, marks, sentence, word, at, end)
                } else {
                    small_word(view, marks, sentence, word, at, end)
                };
                if let Some(named) = named {
                    out.push(named);
                }
            }
        }
    }
}

/// "Turin Hawks", "Delta Apparel": a usual word with a capital behind the name of a place makes it an agency's.
fn after_a_place(view: &View, marks: &Marks, place: &Named) -> Option<Named> {
    let (first, from) = (place.first as usize, place.end as usize);
    // "told The |Brask Constitution".
    let article = || view.is(first - 1, &[k::THE]);
    if view.shape(from) != Shape::Title
        || marks.has(first, HEADLINE | ALL_CAPS)
        || view.capital(first.wrapping_sub(1)) && !marks.has(first, OPENS) && !article()
    {
        return None;
    }
    let usual = |t: usize| {
        let plain = view.shape(t) == Shape::Title && !marks.has(t, OPENS | IN_TITLE) && !view.has(t, Class::Shape);
        let several = || view.info(t).pos == 0 && view.slice(t, t + 1).ends_with('s');
        let known = marks.known(t) && !(marks.knows(t, KNOWN_AGENCY) && view.slice(t, t + 1).ends_with('s'));
        plain && marks.may_name(t) && !known && (view.likely(t, pos::NOUN | pos::PLURAL) || several())
    };
    if !usual(from) {
        return None;
    }
    let mut end = from;
    while end < view.len() && end < from + 3 && usual(end) && !view.info(end).flags.has(WordFlags::GIVEN) {
        end += 1;
    }
    if end == from || view.capital(end) {
        return None;
    }
    // "Metro-|Brask Fire Rescue".
    let part = first > 1 && view.is(first - 1, &[k::HYPHEN]) && view.glued(first) && view.glued(first - 1);
    let first = if part && view.capital(first - 2) { first - 2 } else { first };
    let mut named = Named::new(first, end, EntityKind::Agency, Via::Name, 0.6);
    named.subtype = if view.slice(end - 1, end).ends_with('s') { types::TEAM } else { 0 };
    Some(named)
}

/// "Rural Doctors Tasmania", "Meat and Livestock Australia": usual words with capitals before the country that they are of.
fn of_a_country(view: &View, marks: &Marks, place: &Named) -> Option<Named> {
    let (last, end) = (place.first as usize, place.end as usize);
    let before = last.checked_sub(1).filter(|&before| view.shape(before) == Shape::Title)?;
    let subtype = view.lexicon.entry(place.entry?).subtype;
    let usual = |t: usize| {
        view.shape(t) == Shape::Title
            && common(view, t)
            && view.likely(t, pos::NOUN | pos::PLURAL | pos::ADJECTIVE | pos::ING)
            && !marks.has(t, IN_TITLE)
            && !marks.known(t)
            && !view.has(t, Class::Time)
    };
    let several = view.likely(before, pos::PLURAL | pos::NOUN);
    if !matches!(subtype, types::COUNTRY | types::REGION)
        || !several
        || !usual(before)
        || marks.has(last, HEADLINE | ALL_CAPS)
        || view.capital(end)
    {
        return None;
    }
    let mut first = before;
    while first > 0 {
        let joined = first > 1 && view.is(first - 1, &[k::AND, k::AMPERSAND]) && usual(first - 2);
        match () {
            () if usual(first - 1) => first -= 1,
            () if joined => first -= 2,
            () => break,
        }
    }
    let single = last - first < 2;
    let wrong = view.has(before, Class::Shape)
        || last - first > 6
        || (single && (marks.has(first, OPENS) || !view.likely(before, pos::PLURAL)));
    // "Lake Victoria" and whatever else a word of one place makes with another.
    (!wrong && !view.info(before).flags.has(WordFlags::GIVEN))
        .then(|| Named::new(first, end, EntityKind::Agency, Via::Name, 0.65))
}

fn capital_word(
    view: &View,
    marks: &Marks,
    sentence: &Sentence,
    word: ShapeWord,
    at: usize,
    end: usize,
) -> Option<Named> {
    let limit = sentence.range().end;
    // "Rights Limited by Court": what is done to it.
    if word.side == Side::Tail
        && view.can_be(at, pos::PARTICIPLE)
        && (marks.has(at, HEADLINE) || view.is(end, &[k::BY, k::TO]))
    {
        return None;
    }
    // "Brask Fishing Co|-operative".
    if word.side == Side::Tail && view.is(end, &[k::HYPHEN]) && view.glued(end) && view.shape(end + 1) == Shape::Lower {
        return None;
    }
    let (first, last) = match word.side {
        // "the Coastal League" is what they play in.
        Side::Tail if marks.play && word.kind == EntityKind::Agency && game::play(view, at) => return None,
        Side::Tail => {
            let mut first = reach_left(view, marks, sentence, at, word.kind == EntityKind::Agency);
            if word.kind == EntityKind::Place {
                first = without_country(view, marks, first, at);
            }
            // "the |46th Airmobile Brigade", "|53rd Street".
            if (word.subtype == types::MILITARY || word.subtype == types::FACILITY)
                && first > sentence.range().start + 1
                && ordinal(view, first - 1)
            {
                first -= 2;
                first -= usize::from(directed(view, marks, first));
            }
            if first == at && (end - at < 2 || word.kind == EntityKind::Place) {
                return None;
            }
            let article = || word.subtype == types::WATER && first > 0 && view.is(first - 1, &[k::THE]);
            if first + 1 == at && end == at + 1 && called_so(view, first, at) && !article() {
                return None;
            }
            let place = word.kind == EntityKind::Place;
            // "Northern District of Iowa": a part of a place that is told behind.
            let part = || view.is(end, &[k::OF]) && first + 1 == at && common(view, first) && view.capital(end + 1);
            let region = word.subtype == types::REGION && (of_another(marks, first, at, end) || part());
            if region || (place && disease(view, end)) {
                return None;
            }
            // "Whyalla SA" is a town and its state, "Vivendi Universal SA" a company.
            if view.shape(at) == Shape::Upper && view.tokens[at].len() == 2 && marks.knows(at - 1, KNOWN_PLACE) {
                return None;
            }
            // Words that also stand before "of" ("Ministry of …") are left to that side of theirs.
            let goes_on = word.kind == EntityKind::Agency
                && !is_side(view, at, Side::Of)
                // "Imagine Media of Brisbane" has its seat there.
                && !(matches!(word.subtype, types::COMPANY | types::MEDIA) && marks.knows(end + 1, KNOWN_PLACE));
            (first, if goes_on { of_behind(view, marks, end, limit).unwrap_or(end) } else { end })
        }
        Side::Of => {
            let last = of_behind(view, marks, end, limit)?;
            // "the City of Gartow": the name is what stands behind.
            if word.kind == EntityKind::Place && matches!(word.subtype, types::CITY | types::REGION) {
                return named_behind(view, marks, word, end, last);
            }
            let first = match word.kind {
                EntityKind::Agency if of_the_state(word) => {
                    without_country(view, marks, reach_left(view, marks, sentence, at, true), at)
                }
                EntityKind::Agency => reach_left(view, marks, sentence, at, true),
                _ => at,
            };
            (first, last)
        }
        Side::Role | Side::Event | Side::Beside => return None,
        Side::Head => {
            // "Rio Ferdinand", but "the Rio Negro".
            let flags = view.info(at).flags;
            let called = flags.has(WordFlags::GIVEN) && view.info(end).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
            if called && word.kind == EntityKind::Place && !(at > 0 && view.is(at - 1, &[k::THE])) {
                return None;
            }
            let mut last = words_behind(view, marks, end, limit, if word.kind == EntityKind::Place { 2 } else { 4 });
            if let Some(title) = (end..last).find(|&t| marks.has(t, IN_TITLE)) {
                last = title;
            }
            if word.kind == EntityKind::Agency && last > end {
                last = particles_behind(view, marks, last, limit);
            }
            // "Adair County Coroner": a word that also ends names has ended one here.
            let taken = at > sentence.range().start && marks.may_name(at - 1) && is_side(view, at, Side::Tail);
            if last == end || taken {
                return None;
            }
            (at, last)
        }
    };
    // "the Mines and Energy |Minister".
    if word.subtype == types::COMPANY
        && office_holder(view, marks, last)
        && (first..last).all(|t| !view.is_word(t) || common(view, t))
    {
        return None;
    }
    let mut kind = word.kind;
    let mut subtype = word.subtype;
    // "at the Brask Center": where they play.
    if marks.play
        && kind == EntityKind::Agency
        && subtype == types::AGENCY
        && end == at + 1
        && !view.capital(end)
        && first > 1
        && view.is(first - 1, &[k::THE])
        && view.is(first - 2, &[k::AT, k::IN])
    {
        (kind, subtype) = (EntityKind::Place, types::FACILITY);
    } else if kind == EntityKind::Place && word.side == Side::Tail && team(view, marks, first, at, end) {
        (kind, subtype) = (EntityKind::Agency, types::TEAM);
    }
    // "Operation Desert Storm" is no body and nowhere.
    if view.is(first, &[k::OPERATION]) && last > first + 1 && !marks.knows(first, KNOWN_LONG) {
        return None;
    }
    // "SOFTWARE FIRM Microsoft": capitals that a story begins with.
    if (first..last).all(|t| !view.is_word(t) || (view.shape(t) == Shape::Upper && common(view, t) && !marks.known(t)))
    {
        return None;
    }
    let headline = marks.has(at, HEADLINE);
    // "Mapping Firm |Keyhole": what it is stands before its name.
    let plain = |t: usize| !view.is_word(t) || common(view, t) && !marks.known(t);
    if headline && word.side == Side::Tail && view.capital(last) && !common(view, last) && (first..last).all(plain) {
        return None;
    }
    let plain = kind == EntityKind::Place && !strange(view, marks, first..at.max(first + 1));
    if headline && (last - first > 4 || plain) {
        return None;
    }
    // "Tamale Hospital" treats people and is where they are taken to.
    let other = view.words.all(at, Class::Shape).any(|(_, row)| {
        let other = view.lexicon.shapes[row];
        other.side == word.side && other.kind != word.kind
    });
    let located = first > 0 && view.is(first - 1, &[k::IN, k::TO, k::NEAR, k::OUTSIDE, k::INSIDE, k::FROM]);
    let score = if other && located != (kind == EntityKind::Place) {
        0.7
    } else if headline {
        0.55
    } else if first == at && word.side == Side::Tail {
        0.65
    } else {
        0.8
    };
    let mut named = Named::new(first, last, kind, Via::Rule, score);
    named.subtype = subtype;
    Some(named)
}

/// "46|th": the ending of a number that counts nothing.
fn ordinal(view: &View, at: usize) -> bool {
    view.ends_ordinal(at) && view.tokens[at - 1].kind == Kind::Number && view.shape(at) == Shape::Lower
}

/// "|Northwest 72nd Avenue".
fn directed(view: &View, marks: &Marks, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    view.shape(before) == Shape::Title
        && !marks.has(before, OPENS | HEADLINE)
        && (DIRECTIONS.has(view.id(before))
            || view.is(before, &[k::NORTHEAST, k::NORTHWEST, k::SOUTHEAST, k::SOUTHWEST]))
}

/// "Energy |Minister": a title of politics with a capital.
fn office_holder(view: &View, marks: &Marks, at: usize) -> bool {
    let political = |row: usize| view.lexicon.titles[row] == TitleKind::Political;
    marks.has(at, IN_TITLE) && view.capital(at) && view.words.all(at, Class::Title).any(|(_, row)| political(row))
}

/// "the City of |Gartow", "the County of |Brask": the place by itself, unless a lexicon has it.
fn named_behind(view: &View, marks: &Marks, word: ShapeWord, of: usize, last: usize) -> Option<Named> {
    let first = of + 1 + usize::from(view.is(of + 1, &[k::THE]));
    // "the County of Brask EMS": letters are another name.
    let letters = |t: &usize| *t > first && view.shape(*t) == Shape::Upper && !marks.has(*t, ALL_CAPS);
    let last = (first..last).find(letters).unwrap_or(last);
    let listed = (first..last).all(|t| marks.knows(t, KNOWN_PLACE | KNOWN_LONG));
    if listed || !strange(view, marks, first..last) {
        return None;
    }
    let mut named = Named::new(first, last, EntityKind::Place, Via::Rule, 0.75);
    named.subtype = word.subtype;
    Some(named)
}

/// "beat Tunis Towers": several of something that bear a town's name and are not where something happens are a team.
fn team(view: &View, marks: &Marks, first: usize, at: usize, end: usize) -> bool {
    let located = first > 0
        && (view.can_be(first - 1, pos::PREPOSITION | pos::DETERMINER | pos::COORDINATOR)
            || view.is(first - 1, &[k::COMMA]));
    end == at + 1
        && view.likely(at, pos::PLURAL)
        && (first..at).all(|t| marks.knows(t, KNOWN_PLACE | KNOWN_LONG))
        && !located
}

/// "Kentucky State Troopers", "U.S. District Judge": a state or a country before a word that belongs to what is behind it.
fn of_another(marks: &Marks, first: usize, at: usize, end: usize) -> bool {
    let known = |t: usize| {
        let enclosing =
            |listed: &super::gazetteer::Listed| matches!(listed.entry.subtype, types::COUNTRY | types::REGION);
        marks
            .names
            .group_at(t)
            .is_some_and(|group| group.end as usize == at && marks.names.of(group).iter().any(enclosing))
    };
    end == at + 1 && marks.may_name(end) && known(first)
}

/// "David Post": a given name before a surname that also ends names of agencies.
fn called_so(view: &View, first: usize, last: usize) -> bool {
    let (given, surname) = (view.info(first).flags, view.info(last).flags);
    given.has(WordFlags::GIVEN) && !given.has(WordFlags::GIVEN_WORD) && surname.has(WordFlags::SURNAME)
}

/// Whether a word also makes names from this side.
pub(super) fn is_side(view: &View, at: usize, side: Side) -> bool {
    view.has(at, Class::Shape) && view.words.all(at, Class::Shape).any(|(_, row)| view.lexicon.shapes[row].side == side)
}
