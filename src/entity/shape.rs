//! Agencies and places by the words that they are made of: "Ministry of …", "… Police Department", "Mount …", "… Province".

use super::candidates::disease;
use super::evidence::{
    AFTER_STRONG_TITLE, ALL_CAPS, HEADLINE, IN_TITLE, KNOWN_AGENCY, KNOWN_DEMONYM, KNOWN_LONG, KNOWN_PERSON,
    KNOWN_PLACE, Marks, OPENS, closed_class, common,
};
use super::{Named, employer};
use crate::lexicon::keyword::{self as k, WordSet};
use crate::lexicon::sense::{Class, ShapeWord, Side, pos};
use crate::lexicon::{View, WordFlags, types};
use crate::record::{EntityKind, Via};
use crate::text::{Sentence, Shape};

/// Small words of names in other languages.
const PARTICLES: WordSet = WordSet::of(&[k::DE, k::DU, k::DEL, k::DA, k::DI, k::DOS, k::LA]);

/// The most tokens that a name reaches to either side of the word that makes it one.
const REACH: usize = 9;

/// Finds agencies and places by shape in all sentences.
pub(super) fn find(view: &View, marks: &Marks, out: &mut Vec<Named>) {
    for index in 0..out.len() {
        if let Some(team) = after_a_place(view, marks, &out[index]) {
            out.push(team);
        }
        if let Some(body) = of_a_country(view, marks, &out[index]) {
            out.push(body);
        }
    }
    let mut sentences = view.sentences.iter().peekable();
    for at in marks.starts.shapes.iter().map(|&at| at as usize) {
        while sentences.next_if(|sentence| sentence.last as usize <= at).is_some() {}
        let Some(&sentence) = sentences.peek() else { break };
        if !marks.has(at, ALL_CAPS) {
            for (end, row) in view.words.all(at, Class::Shape) {
                let word = view.lexicon.shapes[row];
                if word.kind == EntityKind::Person || word.side == Side::Event || end > sentence.range().end {
                    continue;
                }
                let named = if word.side == Side::Role {
                    employer::find(view, marks, word, at, end, sentence.range().end)
                } else if (at..end).filter(|&t| view.is_word(t)).all(|t| view.capital(t) || closed_class(view, t)) {
                    capital_word(view, marks, sentence, word, at, end)
                } else {
                    small_word(view, marks, sentence, word, at, end)
                };
                out.extend(named);
            }
        }
    }
}

/// "Turin Hawks", "Delta Apparel": a usual word with a capital behind the name of a place makes it an agency's.
fn after_a_place(view: &View, marks: &Marks, place: &Named) -> Option<Named> {
    let (first, from) = (place.first as usize, place.end as usize);
    if place.kind != EntityKind::Place || marks.has(first, HEADLINE | ALL_CAPS) || view.capital(first.wrapping_sub(1)) {
        return None;
    }
    let usual = |t: usize| {
        let plain = view.shape(t) == Shape::Title && !marks.has(t, OPENS | IN_TITLE) && !view.has(t, Class::Shape);
        let several = || view.info(t).pos == 0 && view.slice(t, t + 1).ends_with('s');
        let known = marks.known(t) && !(marks.knows(t, KNOWN_AGENCY) && view.slice(t, t + 1).ends_with('s'));
        plain && marks.may_name(t) && !known && (view.likely(t, pos::NOUN | pos::PLURAL) || several())
    };
    // "-- London Newsroom": who signs below a story.
    let signed = first > 0 && view.is(first - 1, &[k::HYPHEN]) && view.tokens[first - 1].newlines_before > 0;
    if !usual(from) || signed {
        return None;
    }
    let mut end = from;
    while end < view.len() && end < from + 3 && usual(end) && !view.info(end).flags.has(WordFlags::GIVEN) {
        end += 1;
    }
    if end == from || view.capital(end) {
        return None;
    }
    let mut named = Named::new(first, end, EntityKind::Agency, Via::Name, 0.6);
    named.subtype = if view.slice(end - 1, end).ends_with('s') { types::TEAM } else { 0 };
    Some(named)
}

/// "Rural Doctors Tasmania", "Meat and Livestock Australia": usual words with capitals before the country that they are of.
fn of_a_country(view: &View, marks: &Marks, place: &Named) -> Option<Named> {
    let (last, end) = (place.first as usize, place.end as usize);
    let before = last.checked_sub(1)?;
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
    if place.kind != EntityKind::Place
        || !matches!(subtype, types::COUNTRY | types::REGION)
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
    let (first, last) = match word.side {
        Side::Tail => {
            let mut first = reach_left(view, marks, sentence, at, word.kind == EntityKind::Agency);
            if word.kind == EntityKind::Place {
                first = without_country(view, marks, first, at);
            }
            if first == at && (end - at < 2 || word.kind == EntityKind::Place) {
                return None;
            }
            if first + 1 == at && end == at + 1 && called_so(view, first, at) {
                return None;
            }
            let place = word.kind == EntityKind::Place;
            if (word.subtype == types::REGION && of_another(marks, first, at, end)) || (place && disease(view, end)) {
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
        Side::Role | Side::Event => return None,
        Side::Head => {
            let mut last = words_behind(view, marks, end, limit, if word.kind == EntityKind::Place { 2 } else { 4 });
            if let Some(title) = (end..last).find(|&t| marks.has(t, IN_TITLE)) {
                last = title;
            }
            // "Adair County Coroner": a word that also ends names has ended one here.
            let taken = at > sentence.range().start && marks.may_name(at - 1) && is_side(view, at, Side::Tail);
            if last == end || taken {
                return None;
            }
            (at, last)
        }
    };
    let mut kind = word.kind;
    if kind == EntityKind::Place && word.side == Side::Tail && team(view, marks, first, at, end) {
        kind = EntityKind::Agency;
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
    named.subtype = if kind == word.kind { word.subtype } else { types::TEAM };
    Some(named)
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
fn is_side(view: &View, at: usize, side: Side) -> bool {
    view.has(at, Class::Shape) && view.words.all(at, Class::Shape).any(|(_, row)| view.lexicon.shapes[row].side == side)
}

/// "Benue state", "the village of Merowe": a small word tells that the name beside it is a place. The name is the span.
fn small_word(
    view: &View,
    marks: &Marks,
    sentence: &Sentence,
    word: ShapeWord,
    at: usize,
    end: usize,
) -> Option<Named> {
    if word.kind != EntityKind::Place || !(at..end).all(|t| view.shape(t) == Shape::Lower) {
        return None;
    }
    let (first, last) = match word.side {
        Side::Tail => {
            let first = reach_left(view, marks, sentence, at, false);
            if first == at || view.glued(at) || at - first > 3 || !strange(view, marks, first..at) {
                return None;
            }
            let before = first.checked_sub(1)?;
            if !view.is(
                before,
                &[
                    k::IN,
                    k::THE,
                    k::OF,
                    k::NEAR,
                    k::FROM,
                    k::AT,
                    k::TO,
                    k::AND,
                    k::COMMA,
                    k::INTO,
                    k::ACROSS,
                    k::POSSESSIVE,
                ],
            ) {
                return None;
            }
            (first, at)
        }
        Side::Of => {
            if !view.is(end, &[k::OF, k::CALLED, k::NAMED]) {
                return None;
            }
            let from = end + 1;
            let last = words_behind(view, marks, from, sentence.range().end, 3);
            let saint = view.is(last, &[k::DOT]) && view.tokens[last - 1].len() <= 3;
            if last == from || saint || !strange(view, marks, from..last) {
                return None;
            }
            (from, last)
        }
        Side::Head | Side::Role | Side::Event => return None,
    };
    // "the town of Orica" is said of no firm.
    let score = if word.side == Side::Of { 0.92 } else { 0.7 };
    let mut named = Named::new(first, last, EntityKind::Place, Via::Rule, score);
    named.subtype = word.subtype;
    Some(named)
}

/// Whether words look like a name and not like usual words with capitals, nor like people or peoples.
fn strange(view: &View, marks: &Marks, mut range: std::ops::Range<usize>) -> bool {
    range.clone().any(|t| view.is_word(t) && !common(view, t))
        && range.all(|t| !marks.knows(t, KNOWN_DEMONYM | KNOWN_PERSON) && !marks.has(t, AFTER_STRONG_TITLE))
}

/// How far a name reaches to the left of its last word.
fn reach_left(view: &View, marks: &Marks, sentence: &Sentence, from: usize, agency: bool) -> usize {
    let floor = sentence.range().start.max(from.saturating_sub(REACH));
    let (mut at, mut joined) = (from, false);
    while at > floor {
        // "General Hospital", "Dean Woods Road": a title that is also a name does not end it.
        let (before, flags) = (view.info(at - 1).flags, WordFlags::GIVEN | WordFlags::SURNAME);
        // "Judge Amy Lane" is no road.
        let called = view.info(at).flags.has(WordFlags::GIVEN) && !before.has(WordFlags::GIVEN);
        let titled = marks.has(at, AFTER_STRONG_TITLE) && (called || !before.has(flags));
        if titled {
            break;
        }
        let next = step_left(view, marks, floor, at, agency).or_else(|| {
            // "Oil, |Chemical and Atomic Workers Union".
            let usual = |t: usize| {
                view.shape(t) == Shape::Title
                    && common(view, t)
                    && view.likely(t, pos::NOUN | pos::PLURAL | pos::ADJECTIVE)
                    && marks.may_name(t)
                    && !marks.known(t)
            };
            let listed = agency && joined && at >= floor + 2 && view.is(at - 1, &[k::COMMA]);
            (listed && usual(at - 2) && usual(at)).then(|| at - 2)
        });
        let Some(next) = next else { break };
        // "Mayor Attacks Council": what is done in a headline.
        if marks.has(next, HEADLINE) && view.can_be(next, pos::THIRD | pos::PAST) && !marks.known(next) {
            break;
        }
        joined |= view.is(at - 1, &[k::AND, k::AMPERSAND]);
        at = next;
    }
    // "Meanwhile Dakar Police Department": a usual word that opens the sentence is no part of it.
    while at < from && marks.has(at, OPENS) && opener(view, at) {
        at += 1;
    }
    while at < from && !view.is_word(at) {
        at += 1;
    }
    at
}

/// The token that the name goes on with to the left of `at`; None where it ends.
fn step_left(view: &View, marks: &Marks, floor: usize, at: usize, agency: bool) -> Option<usize> {
    let before = at - 1;
    if marks.may_name(before) {
        return Some(before);
    }
    let word = before.checked_sub(1).filter(|&word| word >= floor)?;
    if !marks.may_name(word) && !view.is(word, &[k::AL, k::EL]) {
        return None;
    }
    // "St. Michael", "U.S. Circuit Court", "J. Walter Thompson".
    if view.is(before, &[k::DOT]) && view.glued(before) && view.tokens[word].len() <= 4 && !marks.has(before + 1, OPENS)
    {
        return Some(word);
    }
    if view.is(before, &[k::HYPHEN, k::SLASH]) && view.glued(before) && view.glued(at) {
        return Some(word);
    }
    // "al-Noor Brigade".
    if agency && view.is(before, &[k::HYPHEN]) && view.is(word, &[k::AL, k::EL]) {
        return Some(word);
    }
    if view.is(before, &[k::AMPERSAND]) {
        return Some(word);
    }
    // "Children's Hospital", but "Russia's Defence Ministry".
    let possessive = view.is(before, &[k::POSSESSIVE]) || (view.is(before, &[k::APOSTROPHE]) && view.glued(before));
    if possessive {
        let part = view.can_be(word, pos::NOUN | pos::PLURAL) || saint(view, word);
        return (part && !marks.knows(word, KNOWN_PLACE | KNOWN_LONG | KNOWN_DEMONYM)).then_some(word);
    }
    // "Health and Safety Executive", but "Zambia and Kenya Airways".
    if agency && view.is(before, &[k::AND]) {
        let usual = |t: usize| common(view, t) && !view.info(t).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
        // "the Boston Globe and |Radio France" are two.
        return (usual(word) && usual(at) && !marks.knows(word, KNOWN_LONG | KNOWN_AGENCY)).then_some(word);
    }
    None
}

/// "St. Michael": the word before is a saint's title.
fn saint(view: &View, word: usize) -> bool {
    word >= 2 && view.is(word - 1, &[k::DOT]) && view.is(word - 2, &[k::ST])
}

/// "the Kenyan |Ministry of Health": of what states have, the country before it is no part.
fn without_country(view: &View, marks: &Marks, mut first: usize, from: usize) -> usize {
    while first < from
        && (marks.knows(first, KNOWN_DEMONYM)
            || !view.is_word(first)
            || (view.shape(first) == Shape::Upper && marks.knows(first, KNOWN_PLACE)))
    {
        first += 1;
    }
    first
}

/// Whether every state has an agency of this type.
fn of_the_state(word: ShapeWord) -> bool {
    matches!(
        word.subtype,
        types::MINISTRY
            | types::GOVERNMENT
            | types::MILITARY
            | types::POLICE
            | types::COURT
            | types::LEGISLATURE
            | types::INTELLIGENCE
            | types::AGENCY
    )
}

/// A usual word that opens a sentence and is no noun or adjective.
fn opener(view: &View, at: usize) -> bool {
    closed_class(view, at) || view.likely(at, pos::ADVERB | pos::ING | pos::VERB | pos::PAST | pos::PARTICIPLE)
}

/// "… of Health", "… for Law and Technology", "… of the American Workers": the token behind it.
fn of_behind(view: &View, marks: &Marks, from: usize, limit: usize) -> Option<usize> {
    // "National Guard of Kenya" where a lexicon has "National Guard": the name is complete without its country.
    let on = view.is(from, &[k::ON]) && from > 0 && on_something(view, marks, from);
    if !(view.is(from, &[k::OF, k::FOR]) || on)
        || (from > 0 && marks.knows(from - 1, KNOWN_LONG) && !marks.knows(from, KNOWN_LONG))
    {
        return None;
    }
    // Names of names of names end somewhere.
    let limit = limit.min(from + 16);
    let mut start = from + 1;
    if view.is(start, &[k::THE]) {
        start += 1;
    }
    let mut end = words_behind(view, marks, start, limit, 5);
    if end == start {
        return None;
    }
    loop {
        let next = match () {
            () if view.is(end, &[k::OF, k::TO]) => of_behind_of(view, marks, end, limit),
            () if view.is(end, &[k::AND, k::AMPERSAND]) => usual_words(view, marks, end, limit),
            // "Ministry of Health, Labour and Welfare".
            () if view.is(end, &[k::COMMA]) => {
                usual_words(view, marks, end, limit).filter(|&next| view.is(next, &[k::AND, k::COMMA]))
            }
            () => None,
        };
        match next {
            Some(next) if next > end && next - from < 14 => end = next,
            _ => return Some(end),
        }
    }
}

/// "… of Cruelty |to Animals", where a usual word with a capital follows.
fn of_behind_of(view: &View, marks: &Marks, from: usize, limit: usize) -> Option<usize> {
    if view.is(from, &[k::OF]) {
        return of_behind(view, marks, from, limit);
    }
    let usual = common(view, from + 1) && view.shape(from + 1) == Shape::Title && !marks.known(from + 1);
    usual.then(|| words_behind(view, marks, from + 1, limit, 2)).filter(|&end| end > from + 1)
}

/// "Committee |on Ways and Means": a usual word with a capital behind a word that also stands before "of".
fn on_something(view: &View, marks: &Marks, on: usize) -> bool {
    let usual = common(view, on + 1) && view.shape(on + 1) == Shape::Title && !marks.known(on + 1);
    usual && marks.may_name(on + 1) && is_side(view, on - 1, Side::Of)
}

/// Usual words with capitals behind "and" or a comma: the token after them.
fn usual_words(view: &View, marks: &Marks, end: usize, limit: usize) -> Option<usize> {
    let start = end + 1;
    let usual = view.capital(start) && common(view, start) && !marks.has(start, AFTER_STRONG_TITLE);
    let next = if usual { words_behind(view, marks, start, limit, 3) } else { start };
    // "… Reporting and |Physicians for …": another begins there.
    let other = view.is(next, &[k::FOR]) || (view.is(next, &[k::OF]) && view.has(start, Class::Shape));
    (next > start && !other).then_some(next)
}

/// Words with capitals from a token on, at most so many: the token after them.
pub(super) fn words_behind(view: &View, marks: &Marks, from: usize, limit: usize, most: usize) -> usize {
    let mut end = from;
    let mut count = 0;
    // "Banque du Littoral", "Rio de la Plata".
    while end < from + 2 && PARTICLES.has(view.id(end)) && view.shape(end) == Shape::Lower {
        end += 1;
    }
    if end > from && !(end < limit && marks.may_name(end)) {
        return from;
    }
    while end < limit && count < most && marks.may_name(end) && !(count > 0 && marks.has(end + 1, AFTER_STRONG_TITLE)) {
        count += 1;
        end += 1;
        if view.is(end, &[k::HYPHEN])
            && view.glued(end)
            && view.glued(end + 1)
            && end + 1 < limit
            && view.is_word(end + 1)
        {
            end += 2;
        } else if view.is(end, &[k::POSSESSIVE]) && end + 1 < limit && marks.may_name(end + 1) && common(view, end + 1)
        {
            end += 1;
        }
    }
    end
}
