//! Agencies by what stands beside them in apposition: "the owner, Brask Star Lines,", "Zelodra, a rights group,", "Brask
//! Zelodra, which runs the pit,".

use super::evidence::{
    AFTER_TITLE, IN_TITLE, KNOWN_DEMONYM, KNOWN_LONG, KNOWN_PLACE, Marks, OPENS, closed_class, common,
};
use super::reach::{particles_behind, reach_left, words_behind};
use super::{Named, points};
use crate::lexicon::sense::{Class, ShapeWord, Side, pos};
use crate::lexicon::{View, WordFlags, keyword as k, types};
use crate::record::{EntityKind, Via};
use crate::text::{Kind, Sentence, Shape};

/// The most words of such a name.
const LONGEST: usize = 4;
/// The most tokens between an article and the noun that it belongs to.
const PHRASE: usize = 6;

/// The agency beside a word that begins in small letters (`at..end`) and says what it is or does.
pub(super) fn find(
    view: &View,
    marks: &Marks,
    sentence: &Sentence,
    word: ShapeWord,
    at: usize,
    end: usize,
) -> Option<Named> {
    // "the aircraft carrier Brask".
    let vessel = || {
        let thing = |(_, row): (usize, usize)| view.lexicon.branch(row).starts_with("thing/");
        at > 0 && view.has(at - 1, Class::Thing) && view.words.all(at - 1, Class::Thing).any(thing)
    };
    let noun = word.side == Side::Tail || word.side == Side::Beside && !(view.capital(end) && vessel());
    // "Newspaper Zelodra said": where a sentence begins.
    let opens = end == at + 1 && marks.has(at, OPENS) && word.subtype == types::MEDIA && word.side == Side::Beside;
    if word.kind != EntityKind::Agency || !noun || view.shape(end - 1) != Shape::Lower && !opens {
        return None;
    }
    let (first, last) = match () {
        // ", which runs", ", based in", ", a unit of".
        () if end > at + 1 && (view.is(at, &[k::WHICH, k::A]) || view.can_be(at, pos::PARTICIPLE)) => {
            before(view, marks, sentence, at)?
        }
        () if view.is(end, &[k::COMMA]) && view.capital(end + 1) => behind(view, marks, sentence, at, end)?,
        () if word.side == Side::Beside && view.capital(end) && (word.subtype != 0 || stranger(view, end)) => {
            let limit = sentence.range().end;
            (end, particles_behind(view, marks, words_behind(view, marks, end, limit, LONGEST + 1), limit))
        }
        // "the Zelodra Brask union", "told Zelodra television".
        () if at > 0 && view.capital(at - 1) => {
            let first = reach_left(view, marks, sentence, at, true);
            let told = matches!(word.subtype, types::NGO | types::MILITANT | types::MEDIA | types::PARTY)
                || word.side == Side::Beside && word.subtype == types::COMPANY;
            let article = first > 0 && view.is(first - 1, &[k::THE]);
            let told_to = word.subtype == types::MEDIA
                && word.side == Side::Beside
                && first > 0
                && first + 4 > at
                && !marks.has(first, OPENS);
            if !told
                || !(article || told_to)
                || !(ends_phrase(view, end) || acts(view, end))
                || marks.knows(at - 1, KNOWN_PLACE)
            {
                return None;
            }
            (first, at)
        }
        // "the Grey Book, a survey of": what a thing is as well.
        () if word.subtype == types::AGENCY && view.is(end, &[k::OF]) => return None,
        () if ends_phrase(view, end) => {
            let article = article(view, sentence, at).filter(|&at| !view.is(at, &[k::POSSESSIVE]))?;
            // "Jana Brask, a parent,".
            if word.side == Side::Beside && word.subtype == 0 && view.is(article, &[k::A, k::AN]) {
                return None;
            }
            before(view, marks, sentence, article)?
        }
        () => return None,
    };
    // An owner or an operator may be somebody.
    let unsure = word.side == Side::Beside && word.subtype == 0 && !view.is(at, &[k::WHICH]);
    // "the Brask gang": nobody has an article; "stockbrokers Jana Brask": one is not several.
    let certain = last == at || first == end && view.likely(at, pos::PLURAL);
    let unsure = unsure && first != end;
    named(view, marks, first, last, unsure, certain).map(|mut named| {
        named.subtype = word.subtype;
        // What one of several is called looks like somebody's name.
        if certain && first == end {
            named.score = 0.97;
        }
        named
    })
}

/// A word that nobody knows.
fn stranger(view: &View, at: usize) -> bool {
    !common(view, at) && !view.info(at).flags.has(WordFlags::GIVEN | WordFlags::SURNAME)
}

/// The name before a comma that ends at a token: "Zelodra,| a rights group".
fn before(view: &View, marks: &Marks, sentence: &Sentence, from: usize) -> Option<(usize, usize)> {
    let comma = from.checked_sub(1).filter(|&comma| view.is(comma, &[k::COMMA]))?;
    let first = reach_left(view, marks, sentence, comma, true);
    // What stands in a place or is one of several things is no body: "in Brask, which runs", "a Zelodra, which".
    let other = |at: usize| {
        view.is(at, &[k::IN, k::AT, k::NEAR, k::A, k::AN, k::TO, k::INTO, k::OF, k::COMMA, k::QUOTE])
            || view.tokens[at].kind == Kind::Number
    };
    let placed = first > sentence.range().start && other(first - 1);
    (first < comma && !placed).then_some((first, comma))
}

/// The name behind a comma: "the miners' union|, Zelodra Brask,".
fn behind(view: &View, marks: &Marks, sentence: &Sentence, at: usize, comma: usize) -> Option<(usize, usize)> {
    article(view, sentence, at)?;
    let limit = sentence.range().end;
    let end = words_behind(view, marks, comma + 1, limit, LONGEST + 1);
    let closed = view.is(end, &[k::COMMA, k::DOT, k::SEMICOLON, k::COLON]) || end >= limit;
    // "the firm, Jana Brask, 34,", "the agency, Jana Brask, who".
    let person = view.is(end, &[k::COMMA])
        && (view.is(end + 1, &[k::WHO, k::WHOSE]) || view.tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Number));
    (closed && !person).then_some((comma + 1, end))
}

/// The article or the owner that a noun belongs to: "|the prison service", "Chile|'s disaster agency", "|its manager".
fn article(view: &View, sentence: &Sentence, noun: usize) -> Option<usize> {
    let floor = sentence.range().start.max(noun.saturating_sub(PHRASE));
    let inside = |at: usize| {
        (view.is_word(at) && !closed_class(view, at))
            || view.is(at, &[k::HYPHEN, k::APOSTROPHE])
            || view.tokens[at].kind == Kind::Number
    };
    for at in (floor..noun).rev() {
        // "the miners' union".
        let goes_on = view.is(at, &[k::POSSESSIVE]) && at > floor && view.shape(at - 1) == Shape::Lower;
        if view.is(at, &[k::THE, k::A, k::AN, k::ITS, k::THEIR, k::POSSESSIVE]) && !goes_on {
            return Some(at);
        }
        if !inside(at) && !goes_on {
            return None;
        }
    }
    None
}

/// Whether a phrase that says what something is ends before a token: "a rights group|,", "a firm |in", "a firm |that".
fn ends_phrase(view: &View, end: usize) -> bool {
    view.is(end, &[k::COMMA, k::DOT, k::SEMICOLON, k::THAT, k::WHICH, k::CLOSE])
        || (view.shape(end) == Shape::Lower && view.can_be(end, pos::PREPOSITION) && !view.has(end, Class::Title))
}

/// A verb: "the Brask gang |rang".
fn acts(view: &View, at: usize) -> bool {
    view.shape(at) == Shape::Lower && view.likely(at, pos::PAST | pos::THIRD | pos::VERB)
}

/// Words with capitals as an agency, unless they are a place or somebody.
fn named(view: &View, marks: &Marks, first: usize, last: usize, unsure: bool, certain: bool) -> Option<Named> {
    let words = (first..last).filter(|&t| view.is_word(t));
    let count = words.clone().count();
    if count == 0 || count > LONGEST || marks.has(first, AFTER_TITLE) || view.is(last, &[k::POSSESSIVE]) {
        return None;
    }
    let info = |t: usize| view.info(t);
    // "its 3|G network".
    if view.glued(first) && first > 0 && view.tokens[first - 1].kind == Kind::Number {
        return None;
    }
    let known = |t: usize| marks.knows(t, KNOWN_LONG) || (count == 1 && marks.knows(t, KNOWN_DEMONYM));
    let place = count == 1 && marks.knows(first, KNOWN_PLACE);
    let usual = words.clone().all(|t| common(view, t));
    let titled = words.clone().any(|t| marks.has(t, IN_TITLE));
    if words.clone().any(known) || place || (usual && count == 1) || titled {
        return None;
    }
    let given = info(first).flags.has(WordFlags::GIVEN) && count > 1;
    let surname = info(last - 1).flags.has(WordFlags::SURNAME) && count > 1;
    let told_usual =
        words.clone().any(|t| common(view, t) && !info(t).flags.has(WordFlags::GIVEN | WordFlags::SURNAME));
    let letters = view.shape(first) == Shape::Upper;
    let somebody = (given && surname) || ((given || surname) && !told_usual && !letters);
    if (somebody && !certain) || (unsure && !told_usual && !letters) || points::says(view, first) {
        return None;
    }
    Some(Named::new(first, last, EntityKind::Agency, Via::Rule, 0.88))
}
