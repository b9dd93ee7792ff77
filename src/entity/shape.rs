//! Agencies and places by the words that they are made of: "Ministry of …", "… Police Department", "Mount …", "… Province".

use super::Named;
use super::evidence::{
    AFTER_STRONG_TITLE, ALL_CAPS, HEADLINE, IN_TITLE, KNOWN_DEMONYM, KNOWN_LONG, KNOWN_PERSON, KNOWN_PLACE, Marks, OPENS, calendar, closed_class,
    common,
};
use crate::lexicon::sense::{Class, ShapeWord, Side, pos};
use crate::lexicon::{View, WordFlags, keyword as k};
use crate::record::{EntityKind, Via};
use crate::text::{Sentence, Shape};

/// The most tokens that a name reaches to either side of the word that makes it one.
const REACH: usize = 9;

/// Finds agencies and places by shape in all sentences.
pub(super) fn find(view: &View, marks: &Marks, out: &mut Vec<Named>) {
    for sentence in view.sentences {
        for at in sentence.range() {
            if !view.has(at, Class::Shape) || marks.has(at, ALL_CAPS) {
                continue;
            }
            for (end, row) in view.words.all(at, Class::Shape) {
                let word = view.lexicon.shapes[row];
                if word.kind == EntityKind::Person || end > sentence.range().end {
                    continue;
                }
                let named = if (at..end).filter(|&t| view.is_word(t)).all(|t| view.capital(t) || closed_class(view, t)) {
                    capital_word(view, marks, sentence, word, at, end)
                } else {
                    small_word(view, marks, sentence, word, at, end)
                };
                out.extend(named);
            }
        }
    }
}

fn capital_word(view: &View, marks: &Marks, sentence: &Sentence, word: ShapeWord, at: usize, end: usize) -> Option<Named> {
    let limit = sentence.range().end;
    let (first, last) = match word.side {
        Side::Tail => {
            let first = reach_left(view, marks, sentence, at, word.kind == EntityKind::Agency);
            if first == at && (end - at < 2 || word.kind == EntityKind::Place) {
                return None;
            }
            (first, if word.kind == EntityKind::Agency { of_behind(view, marks, end, limit).unwrap_or(end) } else { end })
        }
        Side::Of => {
            let last = of_behind(view, marks, end, limit)?;
            let first = if word.kind == EntityKind::Agency { reach_left_of(view, marks, sentence, at) } else { at };
            (first, last)
        }
        Side::Head => {
            let mut last = words_behind(view, marks, end, limit, if word.kind == EntityKind::Place { 2 } else { 4 });
            if let Some(title) = (end..last).find(|&t| marks.has(t, IN_TITLE)) {
                last = title;
            }
            // "Adair County Coroner": a word that also ends names has ended one here.
            let taken = at > sentence.range().start && in_name(view, at - 1) && is_tail(view, at);
            if last == end || taken {
                return None;
            }
            (at, last)
        }
    };
    let headline = marks.has(at, HEADLINE);
    if headline && last - first > 4 {
        return None;
    }
    let score = if headline { 0.55 } else if first == at && word.side == Side::Tail { 0.65 } else { 0.8 };
    let mut named = Named::new(first, last, word.kind, Via::Rule, score);
    named.subtype = word.subtype;
    Some(named)
}

/// Whether a word also ends names.
fn is_tail(view: &View, at: usize) -> bool {
    view.words.all(at, Class::Shape).any(|(_, row)| view.lexicon.shapes[row].side == Side::Tail)
}

/// "Kebbi state", "the village of Tabatol": a small word tells that the name beside it is a place. The name is the span.
fn small_word(view: &View, marks: &Marks, sentence: &Sentence, word: ShapeWord, at: usize, end: usize) -> Option<Named> {
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
            if !view.is(before, &[k::IN, k::THE, k::OF, k::NEAR, k::FROM, k::AT, k::TO, k::AND, k::COMMA, k::INTO, k::ACROSS]) {
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
        Side::Head => return None,
    };
    let mut named = Named::new(first, last, EntityKind::Place, Via::Rule, 0.7);
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
    let mut at = from;
    while at > floor && !marks.has(at, AFTER_STRONG_TITLE) {
        let Some(next) = step_left(view, marks, floor, at, agency) else { break };
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
    if in_name(view, before) {
        return Some(before);
    }
    let word = before.checked_sub(1).filter(|&word| word >= floor)?;
    if !in_name(view, word) {
        return None;
    }
    // "St. Michael", "U.S. Circuit Court", "J. Walter Thompson".
    if view.is(before, &[k::DOT]) && view.glued(before) && view.tokens[word].len() <= 4 && !marks.has(before + 1, OPENS) {
        return Some(word);
    }
    if view.is(before, &[k::HYPHEN, k::SLASH]) && view.glued(before) && view.glued(at) {
        return Some(word);
    }
    if view.is(before, &[k::AMPERSAND]) {
        return Some(word);
    }
    // "Children's Hospital", but "Russia's Defence Ministry".
    let possessive = view.is(before, &[k::POSSESSIVE]) || (view.is(before, &[k::APOSTROPHE]) && view.glued(before));
    if possessive {
        let part = view.can_be(word, pos::NOUN | pos::PLURAL) || saint(view, word);
        return (part && !marks.knows(word, KNOWN_PLACE | KNOWN_DEMONYM)).then_some(word);
    }
    // "Health and Safety Executive", but "Zambia and Kenya Airways".
    if agency && view.is(before, &[k::AND]) {
        let usual = |t: usize| common(view, t) && !view.info(t).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
        return (usual(word) && usual(at)).then_some(word);
    }
    None
}

/// "St. Michael": the word before is a saint's title.
fn saint(view: &View, word: usize) -> bool {
    word >= 2 && view.is(word - 1, &[k::DOT]) && view.is(word - 2, &[k::ST])
}

/// How far an agency reaches to the left of "Ministry of": without a people or a country before it.
fn reach_left_of(view: &View, marks: &Marks, sentence: &Sentence, from: usize) -> usize {
    let mut first = reach_left(view, marks, sentence, from, true);
    while first < from
        && (marks.knows(first, KNOWN_DEMONYM)
            || !view.is_word(first)
            || (view.shape(first) == Shape::Upper && marks.knows(first, KNOWN_PLACE)))
    {
        first += 1;
    }
    first
}

/// A word with a capital that may stand in a name.
fn in_name(view: &View, at: usize) -> bool {
    view.is_word(at) && view.capital(at) && !closed_class(view, at) && !calendar(view, at, false)
}

/// A usual word that opens a sentence and is no noun or adjective.
fn opener(view: &View, at: usize) -> bool {
    closed_class(view, at) || view.likely(at, pos::ADVERB | pos::ING | pos::VERB | pos::PAST | pos::PARTICIPLE)
}

/// "… of Health", "… for Law and Technology", "… of the American Workers": the token behind it.
fn of_behind(view: &View, marks: &Marks, from: usize, limit: usize) -> Option<usize> {
    // "National Guard of Kenya" where a lexicon has "National Guard": the name is complete without its country.
    if !view.is(from, &[k::OF, k::FOR]) || (from > 0 && marks.knows(from - 1, KNOWN_LONG) && !marks.knows(from, KNOWN_LONG)) {
        return None;
    }
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
            () if view.is(end, &[k::OF]) => of_behind(view, marks, end, limit),
            () if view.is(end, &[k::AND, k::AMPERSAND]) => usual_words(view, marks, end, limit),
            // "Ministry of Health, Labour and Welfare".
            () if view.is(end, &[k::COMMA]) => usual_words(view, marks, end, limit).filter(|&next| view.is(next, &[k::AND, k::COMMA])),
            () => None,
        };
        match next {
            Some(next) if next > end && next - from < 14 => end = next,
            _ => return Some(end),
        }
    }
}

/// Usual words with capitals behind "and" or a comma: the token after them.
fn usual_words(view: &View, marks: &Marks, end: usize, limit: usize) -> Option<usize> {
    let start = end + 1;
    let usual = view.capital(start) && common(view, start) && !marks.has(start, AFTER_STRONG_TITLE);
    let next = if usual { words_behind(view, marks, start, limit, 3) } else { start };
    (next > start).then_some(next)
}

/// Words with capitals from a token on, at most so many: the token after them.
fn words_behind(view: &View, marks: &Marks, from: usize, limit: usize, most: usize) -> usize {
    let mut end = from;
    let mut count = 0;
    while end < limit && count < most && in_name(view, end) && !(count > 0 && marks.has(end + 1, AFTER_STRONG_TITLE)) {
        count += 1;
        end += 1;
        if view.is(end, &[k::HYPHEN]) && view.glued(end) && view.glued(end + 1) && end + 1 < limit && view.is_word(end + 1) {
            end += 2;
        } else if view.is(end, &[k::POSSESSIVE]) && end + 1 < limit && in_name(view, end + 1) && common(view, end + 1) {
            end += 1;
        }
    }
    end
}
