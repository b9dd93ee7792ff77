//! Points for and against somebody's name: its words, and what stands around them.

use super::beside::DIRECTIONS;
use super::evidence::{ALL_CAPS, HEADLINE, KNOWN_AGENCY, KNOWN_DEMONYM, KNOWN_PLACE, Marks, OPENS, common};
use super::gazetteer::Listed;
use super::results::country;
use super::speaks::moves;
use super::stretch::{Stretch, initial};
use super::{context, game};
use crate::lexicon::sense::{Class, ReportFrame, pos};
use crate::lexicon::{NameFlags, Sorts, View, WordFlags, keyword as k, types};
use crate::text::{Kind, Shape};

pub(super) const GIVEN: u8 = WordFlags::GIVEN;
pub(super) const SURNAME: u8 = WordFlags::SURNAME;
/// Points that make a person.
pub(super) const ENOUGH: f32 = 1.9;

/// The most points that its neighbours give a name of one word.
const AROUND: f32 = 1.5;

/// Points for the words of a name of several.
pub(super) fn several(view: &View, marks: &Marks, words: &[usize], stretch: &Stretch) -> f32 {
    let mut points = 0.0;
    let last = words.len() - 1;
    for (index, &word) in words.iter().enumerate() {
        let info = view.info(word);
        let (given, surname) = (info.flags.has(GIVEN), info.flags.has(SURNAME));
        // "Park Soon-kwan": a syllable may be a usual word.
        let syllable = || {
            index == 1 && stretch.syllables && view.is(word + 1, &[k::HYPHEN]) && view.info(words[0]).flags.has(SURNAME)
        };
        if initial(view, word) || syllable() {
            points += 0.5;
        } else if given && index < last.max(1) {
            points += if index > 0 {
                0.5
            } else if info.flags.has(WordFlags::GIVEN_WORD) {
                1.2
            } else {
                2.0
            };
        } else if surname && (index > 0 || stretch.syllables) {
            // "Denzel Washington": behind a word that nobody knows a surname is one, be it a town's too.
            let behind_stranger =
                last == 1 && !stretch.syllables && view.shape(words[0]) == Shape::Title && !common(view, words[0]);
            points += if !info.flags.has(WordFlags::SURNAME_WORD) {
                1.5
            } else if behind_stranger {
                1.2
            } else {
                1.0
            };
        } else if given || surname {
            // "Tomasi Vakatola": a surname before a word that nobody knows.
            let before_stranger = surname
                && !info.flags.has(WordFlags::SURNAME_WORD)
                && words.get(index + 1).is_some_and(|&next| last == 1 && !common(view, next));
            points += if before_stranger { 0.95 } else { 0.7 };
        } else if common(view, word) {
            let after_given = index == 1 && last == 1 && strong_given(view, words[0]);
            // "Robert Cabana": inside a sentence a capital is no accident.
            let certain = after_given
                && !marks.has(words[0], OPENS | HEADLINE | ALL_CAPS)
                && !view.likely(word, pos::THIRD | pos::PLURAL | pos::ADVERB | pos::PAST)
                && !view.likely(stretch.end, pos::NOUN | pos::PLURAL)
                && !view.has(word, Class::Shape)
                && !view.has(word, Class::Title)
                && !marks.knows(words[0], KNOWN_PLACE | KNOWN_AGENCY)
                && view.shape(word) == Shape::Title;
            points -= match () {
                () if certain => 0.1,
                () if after_given && view.can_be(word, pos::NOUN) => 0.5,
                () => 1.5,
            };
        } else {
            points += if inner_capital(view, word) {
                1.5
            } else if last == 1 {
                0.95
            } else {
                0.5
            };
        }
        if marks.knows(word, KNOWN_PLACE) {
            let before_surname = given
                && words.get(index + 1).is_some_and(|&next| view.info(next).flags.has(SURNAME) || !common(view, next));
            points -= if before_surname || (surname && index > 0) { 0.2 } else { 0.7 };
        }
        if marks.knows(word, KNOWN_AGENCY) {
            points -= 1.5;
        }
    }
    // "Toyota Hilux".
    let made = || {
        let firm = |listed: &Listed| {
            listed.entry.subtype == types::COMPANY && !listed.flags.has(NameFlags::CONTEXT) && listed.share.is_none()
        };
        last == 1 && !common(view, words[1]) && marks.names.starting(words[0]).iter().any(firm)
    };
    points -= if points >= 1.0 && made() { 2.0 } else { 0.0 };
    points += if stretch.initials { 1.5 } else { 0.0 };
    let arabic = view.is(words[0].saturating_sub(1), &[k::HYPHEN])
        || (words[0]..stretch.end).any(|t| view.is(t, &[k::AL, k::BIN, k::IBN, k::VAN, k::VON]));
    points += if stretch.particle && arabic {
        1.5
    } else if stretch.particle {
        0.3
    } else {
        0.0
    };
    points += if stretch.syllables { 1.0 } else { 0.0 };
    points += if stretch.suffix { 2.0 } else { 0.0 };
    points += if words.len() > 4 { -1.5 } else { 0.0 };
    points += if marks.has(words[0], ALL_CAPS | HEADLINE) { -0.7 } else { 0.0 };
    // "BANKS CLOSE EARLY": where all is in capitals, usual words are what they are.
    points += if marks.has(words[0], ALL_CAPS) && words.iter().all(|&word| common(view, word)) { -2.0 } else { 0.0 };
    points
}

/// A given name that is nothing else.
fn strong_given(view: &View, word: usize) -> bool {
    let flags = view.info(word).flags;
    flags.has(GIVEN) && !flags.has(WordFlags::GIVEN_WORD)
}

/// "McCourt", "O'Neill", "DiCaprio".
fn inner_capital(view: &View, word: usize) -> bool {
    let text = view.slice(word, word + 1);
    let upper = || match text.is_ascii() {
        true => text.bytes().skip(1).any(|b| b.is_ascii_uppercase()),
        false => text.chars().skip(1).any(char::is_uppercase),
    };
    view.shape(word) == Shape::Title && upper()
}

/// Points for a name of one word: it needs a title or somebody speaking.
pub(super) fn single(view: &View, marks: &Marks, word: usize, end: usize, title: bool, strong: bool) -> f32 {
    let info = view.info(word);
    let flagged = info.flags.has(GIVEN | SURNAME);
    // "N4.2bn" is money, "March" a month before it is anybody.
    let number = || view.glued(end) && view.tokens.get(end).is_some_and(|token| token.kind == Kind::Number);
    let month = || view.has(word, Class::Time) && !title && !says(view, end);
    if view.shape(word) == Shape::Single && number() || month() {
        return 0.0;
    }
    let known = marks.knows(word, KNOWN_PLACE | KNOWN_AGENCY | KNOWN_DEMONYM);
    if (common(view, word) && !info.flags.has(SURNAME)) || marks.has(word, ALL_CAPS | HEADLINE) {
        return if strong && flagged { 2.6 } else { 0.0 };
    }
    let mut points = if strong {
        3.5
    } else if title {
        2.5
    } else {
        0.0
    };
    points += match () {
        () if info.flags.has(SURNAME) => 1.0,
        () if flagged => 0.5,
        () if info.pos == 0 => 0.5,
        () => -1.0,
    };
    let given = strong_given(view, word)
        && view.shape(word) == Shape::Title
        && !marks.has(word, OPENS)
        && (!after_noun(view, word) || kin(view, word));
    if given {
        points += 1.5;
    }
    if known {
        points -= 2.0;
    }
    // What stands around it is asked only where it can decide. All points here are halves, so that order is nothing.
    if points + AROUND < ENOUGH {
        return points;
    }
    let mut near = around(view, marks, word, end);
    // "Cendant reported": a word that no list has and that a text begins with is a firm rather than somebody.
    let heads = || view.sentences.first().is_some_and(|sentence| word < sentence.last as usize);
    if !title && !flagged && info.pos == 0 && end == word + 1 && says(view, end) && heads() {
        near -= 1.5;
    }
    // "Tarrant said it expects": no person.
    if !title && says(view, end) && view.is(end + 1, &[k::IT, k::ITS]) {
        near -= 3.0;
    }
    points + near.min(AROUND)
}

/// "tropical storm Jeanne": a thing that bears the name of a person.
fn after_noun(view: &View, word: usize) -> bool {
    word > 0 && view.shape(word - 1) == Shape::Lower && view.likely(word - 1, pos::NOUN | pos::PLURAL)
}

/// Points for what stands before and behind a name.
pub(super) fn around(view: &View, marks: &Marks, first: usize, end: usize) -> f32 {
    let mut points = 0.0;
    if let Some(before) = first.checked_sub(1) {
        points += match () {
            // "the E.L. Brask novel".
            () if view.is(before, &[k::THE]) && end > first + 1 && of_somebody(view, first, end) => -1.0,
            () if view.is(before, &[k::THE, k::A, k::AN]) => -3.0,
            // "his daughter |Leah".
            () if kin(view, first) => 1.5,
            () if view.is(before, &[k::IN, k::AT, k::NEAR]) => -1.5,
            // "35 km west of Chala".
            () if view.is(before, &[k::OF]) && before > 0 && DIRECTIONS.has(view.id(before - 1)) => -1.5,
            // "Jim Marlo of Herrin".
            () if view.is(before, &[k::OF]) && view.capital(before.wrapping_sub(1)) => -1.5,
            // "she told Inforak": who hears it may be a paper.
            () if tells(view, before) && end == first + 1 && !view.info(first).flags.has(GIVEN | SURNAME) => 0.0,
            () if report_ends_at(view, first) => 1.5,
            // "exporter Andorinha Alimentos".
            () if !view.has(before, Class::Title) && context::agency_noun(view, before).is_some() => -2.0,
            () if bears_a_name(view, before) => -2.5,
            // "their captain, |Yeson Marula,".
            () if view.is(before, &[k::COMMA]) && view.is(end, &[k::COMMA]) && before > 0 && kin(view, before) => 1.5,
            () if view.is(before, &[k::COMMA]) && view.is(end, &[k::COMMA]) && does(view, before) => 1.0,
            () => 0.0,
        };
    }
    if says(view, end) || beats(view, marks, end) {
        points += 1.5;
    }
    // "Ayela Land |lost 4 cents".
    if !marks.play && moves(view, end) {
        points -= 1.5;
    }
    // "Guilder Mills |spokeswoman Ann Tolley".
    if view.has(end, Class::Title)
        && view.shape(end) == Shape::Lower
        && view.longest(end, Class::Title).is_some_and(|(behind, _)| marks.may_be_person(behind))
    {
        points -= 2.0;
    }
    if view.is(end, &[k::WHO]) || (view.is(end, &[k::COMMA]) && view.is(end + 1, &[k::WHO, k::WHOSE, k::WHOM])) {
        points += 2.0;
    } else if view.is(end, &[k::COMMA]) && (age(view, end + 1) || so_old(view, end + 1)) {
        points += 3.0;
    } else if view.is(end, &[k::COMMA]) && (end + 1..end + 6).any(|at| view.has(at, Class::Title)) {
        points += 1.0;
    } else if view.is(end, &[k::COMMA]) && says(view, end + 1) && first > 0 && view.is(first - 1, &[k::COMMA]) {
        // "his mother, Wang Lingyun, said".
        points += 0.5;
    } else if view.is(end, &[k::OPEN]) && of_country(view, marks, end + 1) {
        points += 1.5;
    }
    points
}

/// "their captain|, X": what somebody does, in small letters before a comma.
fn does(view: &View, comma: usize) -> bool {
    comma.checked_sub(1).is_some_and(|noun| view.has(noun, Class::Title) && view.shape(noun) == Shape::Lower)
}

/// "the Robert Brask |film": what is of somebody, in small letters behind.
fn of_somebody(view: &View, first: usize, end: usize) -> bool {
    (initial(view, first) || strong_given(view, first))
        && view.shape(end) == Shape::Lower
        && view.likely(end, pos::NOUN)
        && !says(view, end)
}

/// "her eldest son|, X", "his daughter |X": one of somebody's kin stands right before a token.
fn kin(view: &View, behind: usize) -> bool {
    let Some(noun) = behind.checked_sub(1).filter(|&noun| view.shape(noun) == Shape::Lower) else { return false };
    view.has(noun, Class::Thing)
        && view.words.all(noun, Class::Thing).any(|(end, row)| {
            end == behind && view.lexicon.branch(row).starts_with("person/kin") && !view.lexicon.things[row].plural
        })
}

/// "the ferry |Dona Luz": ships bear names like people's.
fn bears_a_name(view: &View, noun: usize) -> bool {
    view.has(noun, Class::Thing)
        && view.shape(noun) == Shape::Lower
        && view
            .words
            .all(noun, Class::Thing)
            .any(|(end, row)| end == noun + 1 && view.lexicon.sorts(row).has(Sorts::CHRISTENED))
}

/// "Hinger |beat Ana Borges": what players do to others.
fn beats(view: &View, marks: &Marks, verb: usize) -> bool {
    let given = |at: usize| view.info(at).flags.has(GIVEN) && !marks.knows(at, KNOWN_PLACE | KNOWN_AGENCY);
    game::side(view, verb) && given(verb + 1) && view.shape(verb + 2) == Shape::Title
}

/// "Thomas Muster (|Austria)": the country that somebody competes for.
fn of_country(view: &View, marks: &Marks, at: usize) -> bool {
    marks.names.group_at(at).is_some_and(|group| {
        let end = group.end as usize;
        view.is(end, &[k::CLOSE]) && country(view, marks, at, end)
    })
}

/// ", 29," or ", 29 and": an age behind a name.
fn age(view: &View, at: usize) -> bool {
    let number = view.tokens.get(at).is_some_and(|token| token.kind == Kind::Number && token.len() <= 3);
    number && (view.is(at + 1, &[k::COMMA, k::DOT, k::SEMICOLON, k::CLOSE]) || at + 1 >= view.len())
}

/// ", a 17-year-old": an age in an apposition.
fn so_old(view: &View, at: usize) -> bool {
    view.is(at, &[k::A, k::AN])
        && view.is(at + 2, &[k::HYPHEN])
        && view.is(at + 3, &[k::YEAR])
        && view.is(at + 5, &[k::OLD])
}

/// A word of saying starts here.
pub(super) fn says(view: &View, at: usize) -> bool {
    view.has(at, Class::Report)
        && view.can_be(at, pos::PAST | pos::THIRD | pos::PARTICIPLE)
        && view.longest(at, Class::Report).is_some_and(|(_, row)| {
            matches!(view.lexicon.reports[row], ReportFrame::Says | ReportFrame::Told | ReportFrame::Clause)
        })
}

/// "told": a word of saying that has a hearer.
pub(super) fn tells(view: &View, at: usize) -> bool {
    view.has(at, Class::Report)
        && view.likely(at, pos::PAST | pos::PARTICIPLE)
        && view
            .longest(at, Class::Report)
            .is_some_and(|(end, row)| end == at + 1 && view.lexicon.reports[row] == ReportFrame::Told)
}

/// A word of saying, or "according to", ends right before a token.
fn report_ends_at(view: &View, at: usize) -> bool {
    (1..=2).any(|back| {
        at.checked_sub(back).is_some_and(|start| {
            view.longest(start, Class::Report).is_some_and(|(end, row)| {
                end == at
                    && matches!(
                        view.lexicon.reports[row],
                        ReportFrame::Says
                            | ReportFrame::Told
                            | ReportFrame::Clause
                            | ReportFrame::According
                            | ReportFrame::Quotes
                    )
            })
        })
    })
}
