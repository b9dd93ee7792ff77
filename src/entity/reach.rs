//! How far a name reaches to either side of the word that makes it one: "|Health and Safety Executive", "Ministry of |Water
//! and Irrigation".

use super::evidence::{
    AFTER_STRONG_TITLE, HEADLINE, IN_TITLE, KNOWN_AGENCY, KNOWN_DEMONYM, KNOWN_LONG, KNOWN_PLACE, Marks, OPENS,
    closed_class, common,
};
use super::shape::is_side;
use crate::lexicon::keyword::{self as k, WordSet};
use crate::lexicon::sense::{Class, ShapeWord, Side, pos};
use crate::lexicon::{View, WordFlags, types};
use crate::record::EntityKind;
use crate::text::{Sentence, Shape};

/// Small words of names in other languages.
const PARTICLES: WordSet = WordSet::of(&[
    k::DE,
    k::DU,
    k::DEL,
    k::DA,
    k::DI,
    k::DOS,
    k::LA,
    k::LAS,
    k::LOS,
    k::DES,
    k::DELLA,
    k::POUR,
    k::PARA,
    k::EL,
]);

/// The most tokens that a name reaches to either side of the word that makes it one.
const REACH: usize = 9;

/// How far a name reaches to the left of its last word.
pub(super) fn reach_left(view: &View, marks: &Marks, sentence: &Sentence, from: usize, agency: bool) -> usize {
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
    // "|Imagine Entertainment, run by": something must be left.
    let left = |at: usize| closed_class(view, at) || view.likely(at, pos::ADVERB) || at + 1 < from;
    while at < from && marks.has(at, OPENS) && opener(view, at) && (left(at) || !view.is(from + 1, &[k::COMMA])) {
        at += 1;
    }
    // "Retailer Kolter Ltd": what a firm is, where a sentence begins.
    if at + 1 < from && marks.has(at, OPENS) && common(view, at) && !common(view, at + 1) && only_ends(view, at) {
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
    if !marks.may_name(word) && !view.is(word, &[k::AL, k::EL, k::APOSTROPHE]) {
        return None;
    }
    // "St. Michael", "U.S. Circuit Court", "J. Walter Thompson".
    // "First Corp. |Cone Mills Corp." are two.
    let ended = || is_side(view, word, Side::Tail) && !view.has(at, Class::Shape);
    if view.is(before, &[k::DOT])
        && view.glued(before)
        && view.tokens[word].len() <= 4
        && !marks.has(before + 1, OPENS)
        && !ended()
    {
        return Some(word);
    }
    if view.is(before, &[k::HYPHEN, k::SLASH]) && view.glued(before) && view.glued(at) {
        // "Brask Street-|Turin Road": two that meet.
        return (agency || !is_side(view, word, Side::Tail) || only_agencies(view, word)).then_some(word);
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
        let part = view.can_be(word, pos::NOUN | pos::PLURAL);
        let owner = marks.knows(word, KNOWN_PLACE | KNOWN_LONG | KNOWN_DEMONYM);
        return (saint(view, word) || part && !owner).then_some(word);
    }
    // "Banco |do Brask SA", "Lyonnaise |des Eaux SA".
    if agency
        && PARTICLES.has(view.id(before))
        && view.shape(before) == Shape::Lower
        && view.shape(word) == Shape::Title
    {
        return Some(word);
    }
    // "the Farmers' |and Millers' Union".
    if agency && view.is(before, &[k::AND]) && view.is(word, &[k::APOSTROPHE]) && view.glued(word) && word > floor {
        return (marks.may_name(word - 1) && view.likely(word - 1, pos::PLURAL)).then(|| word - 1);
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
    word >= 2 && (view.is(word - 1, &[k::ST]) || view.is(word - 1, &[k::DOT]) && view.is(word - 2, &[k::ST]))
}

/// "the Kenyan |Ministry of Health": of what states have, the country before it is no part.
pub(super) fn without_country(view: &View, marks: &Marks, mut first: usize, from: usize) -> usize {
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
pub(super) fn of_the_state(word: ShapeWord) -> bool {
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

/// A word that makes names of agencies from their end alone.
fn only_ends(view: &View, at: usize) -> bool {
    is_side(view, at, Side::Tail) && ![Side::Head, Side::Of].iter().any(|&side| is_side(view, at, side))
}

/// A word that makes names, and none of places.
fn only_agencies(view: &View, at: usize) -> bool {
    view.words.all(at, Class::Shape).all(|(_, row)| view.lexicon.shapes[row].kind == EntityKind::Agency)
}

/// A usual word that opens a sentence and is no noun or adjective.
fn opener(view: &View, at: usize) -> bool {
    closed_class(view, at) || view.likely(at, pos::ADVERB | pos::ING | pos::VERB | pos::PAST | pos::PARTICIPLE)
}

/// "… of Health", "… for Law and Technology", "… of the American Workers": the token behind it.
pub(super) fn of_behind(view: &View, marks: &Marks, from: usize, limit: usize) -> Option<usize> {
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
    // "the Council of |Governor Ann Tolley".
    let holder = marks.has(start, IN_TITLE)
        && marks.has(start + 1, AFTER_STRONG_TITLE)
        && view.info(start + 1).flags.has(WordFlags::GIVEN);
    let mut end = words_behind(view, marks, start, limit, 5);
    if end == start || holder {
        return None;
    }
    loop {
        let next = match () {
            () if view.is(end, &[k::OF, k::TO]) => of_behind_of(view, marks, end, limit),
            () if view.is(end, &[k::AND, k::AMPERSAND]) => usual_words(view, marks, end, limit),
            () if view.is(end, &[k::AT]) => campus(view, marks, from, end, limit),
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

/// "University of Brask |at Turin": where of several places it is.
fn campus(view: &View, marks: &Marks, of: usize, at: usize, limit: usize) -> Option<usize> {
    let university = of > 0
        && view.has(of - 1, Class::Shape)
        && view.words.all(of - 1, Class::Shape).any(|(_, row)| view.lexicon.shapes[row].subtype == types::UNIVERSITY);
    let group = marks.names.group_at(at + 1).filter(|_| university && marks.knows(at + 1, KNOWN_PLACE | KNOWN_LONG))?;
    Some(group.end as usize).filter(|&end| end <= limit)
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
    // "the Council of Kenya, |Peter Griffin, said": somebody.
    let called = view.info(start).flags.has(WordFlags::GIVEN) && view.capital(start + 1);
    let usual = view.capital(start) && common(view, start) && !marks.has(start, AFTER_STRONG_TITLE) && !called;
    let next = if usual { words_behind(view, marks, start, limit, 3) } else { start };
    // "… Reporting and |Physicians for …": another begins there.
    let other = view.is(next, &[k::FOR]) || (view.is(next, &[k::OF]) && view.has(start, Class::Shape));
    (next > start && !other).then_some(next)
}

/// "Institut National |de Santé", "Fundación |para el Clima": particles and words with capitals behind a name of another
/// language: the token after them.
pub(super) fn particles_behind(view: &View, marks: &Marks, mut end: usize, limit: usize) -> usize {
    for _ in 0..2 {
        if !PARTICLES.has(view.id(end)) || view.shape(end) != Shape::Lower {
            break;
        }
        end = words_behind(view, marks, end, limit, 3);
    }
    end
}

/// Words with capitals from a token on, at most so many: the token after them.
pub(super) fn words_behind(view: &View, marks: &Marks, from: usize, limit: usize, most: usize) -> usize {
    let mut end = from;
    let mut count = 0;
    // "Banque du Littoral", "Rio de la Plata".
    while end < from + 2 && PARTICLES.has(view.id(end)) && view.shape(end) == Shape::Lower {
        end += 1;
    }
    // "Kafr el-Dawwar".
    if end > from && view.is(end, &[k::HYPHEN]) && view.glued(end) && view.glued(end + 1) {
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
