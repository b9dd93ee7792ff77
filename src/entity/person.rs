//! People that no lexicon lists: by how their names are built and by what stands around them.
//!
//! Words with capitals that stand together are a stretch. Evidence for and against it is added up in points: given names
//! and surnames, initials, particles, titles, words of saying, an age behind a comma; against it common words, names of
//! places and an article.

use super::Named;
use super::evidence::{AFTER_STRONG_TITLE, AFTER_TITLE, IN_TITLE, Marks, OPENS, closed_class, common};
use super::points::{ENOUGH, GIVEN, SURNAME, around, says, several, single};
use super::stretch::{LONGEST, Stretch, may_be_suffix, particle, stretch, title};
use crate::lexicon::sense::Class;
use crate::lexicon::{View, WordFlags, keyword as k};
use crate::record::{EntityKind, Via};
use crate::text::{Kind, Shape};

/// Finds people in all sentences.
pub(super) fn find(view: &View, marks: &Marks, out: &mut Vec<Named>) {
    let from = out.len();
    let mut storms: Vec<u64> = Vec::new();
    find_all(view, marks, &mut storms, out);
    // "Ivan was weaker" where the text tells of Hurricane Ivan.
    if !storms.is_empty() {
        let storm =
            |named: &Named| named.end - named.first == 1 && storms.contains(&view.tokens[named.first as usize].hash);
        let mut index = 0;
        out.retain(|named| {
            index += 1;
            index <= from || named.via == Via::Title || !storm(named)
        });
    }
}

/// Notes the name of a storm: "Hurricane |Ivan", "hurricanes Charley and |Frances".
fn note_storm(view: &View, word: usize, storms: &mut Vec<u64>) {
    let disaster = |at: usize| {
        view.has(at, Class::Thing)
            && view
                .words
                .all(at, Class::Thing)
                .any(|(end, row)| end == word && view.lexicon.branch(row).starts_with("event/harm/disaster"))
    };
    let Some(before) = word.checked_sub(1) else { return };
    let known = |at: usize| storms.contains(&view.tokens[at].hash);
    let joined =
        word > 1 && view.is(before, &[k::AND, k::COMMA]) && known(word - 2) && view.info(word).flags.has(GIVEN);
    if disaster(before) || joined {
        storms.push(view.tokens[word].hash);
    }
}

fn find_all(view: &View, marks: &Marks, storms: &mut Vec<u64>, out: &mut Vec<Named>) {
    let mut sentences = view.sentences.iter();
    // Where the sentence ends, and where what was read of it.
    let (mut limit, mut at) = (0, 0);
    for start in marks.starts.names().iter().map(|&start| start as usize) {
        while start >= limit {
            let Some(sentence) = sentences.next() else { return };
            (limit, at) = (sentence.range().end, 0);
        }
        if start > 0 && (view.has(start - 1, Class::Thing) || !storms.is_empty()) {
            note_storm(view, start, storms);
        }
        if start < at {
            continue;
        }
        if let Some(end) = title(view, start) {
            at = end;
            continue;
        }
        let small = particle(view, start).is_some();
        if !small && !marks.may_be_person(start) {
            continue;
        }
        if !small && stands_alone(view, start) {
            if let Some(named) = judge_word(view, marks, start) {
                out.push(named);
            }
            at = start + 1;
            continue;
        }
        let Some(stretch) = stretch(view, marks, start, limit) else { continue };
        if let Some(named) = judge(view, marks, &stretch) {
            out.push(named);
        }
        at = stretch.end;
    }
}

/// Whether the stretch that begins with a word ends with it, as what stands behind is in small letters: so it is with most.
fn stands_alone(view: &View, word: usize) -> bool {
    let behind = word + 1;
    let Some(token) = view.tokens.get(behind) else { return false };
    if token.kind == Kind::Punct {
        // A mark ends it as well, but for a hyphen and for a comma before "Jr."; stops may stand behind initials.
        let own = &view.tokens[word];
        return own.shape == Shape::Title
            && !own.has_digit()
            && view.id(behind) != k::HYPHEN
            && !may_be_suffix(view, behind);
    }
    !view.capital(behind) && !view.is_particle(behind)
}

/// As [`judge`], for a word that stands alone.
fn judge_word(view: &View, marks: &Marks, word: usize) -> Option<Named> {
    if no_name(view, marks, word) || view.tokens[word].has_digit() {
        return None;
    }
    let first = start_with_particle(view, word, true);
    let title = marks.has(first, AFTER_TITLE) || marks.has(word, AFTER_TITLE);
    let strong_title = marks.has(first, AFTER_STRONG_TITLE) || marks.has(word, AFTER_STRONG_TITLE);
    person(first, word + 1, title, single(view, marks, word, word + 1, title, strong_title))
}

/// Somebody, if the points are enough.
fn person(first: usize, end: usize, title: bool, points: f32) -> Option<Named> {
    if points < ENOUGH {
        return None;
    }
    let via = if title { Via::Title } else { Via::Name };
    Some(Named::new(first, end, EntityKind::Person, via, (0.55 + 0.06 * points).min(0.95)))
}

fn judge(view: &View, marks: &Marks, stretch: &Stretch) -> Option<Named> {
    // "W L T GF GA": letters at the head of a table are nobody.
    let letters =
        |&word: &usize| matches!(view.shape(word), Shape::Upper | Shape::Single) && view.tokens[word].len() <= 3;
    if stretch.count > LONGEST || (stretch.count > 2 && stretch.words[..stretch.count].iter().all(letters)) {
        return None;
    }
    let words = &stretch.words[..stretch.count];
    let bare = |&word: &usize| view.shape(word) == Shape::Single && !view.is(word + 1, &[k::DOT]);
    if words.len() == 2 && words.iter().all(bare) {
        return None;
    }
    // "Airbus A350s".
    if words.iter().any(|&word| view.tokens[word].has_digit()) {
        return None;
    }
    // "Meanwhile Grace Mwale", "Deputy Grace Mwale": what is no name comes off the front.
    let mut skip = words.iter().take_while(|&&word| no_name(view, marks, word)).count();
    // "Will McEwin, the manager": no question begins so.
    let given = |word: usize| view.info(word).flags.has(GIVEN);
    if skip == 1
        && words.len() == 2
        && given(words[0])
        && (view.is(stretch.end, &[k::COMMA]) || says(view, stretch.end))
    {
        skip = 0;
    }
    // "Judge Laity Kamara": behind a title even a usual word is a name.
    if skip == 1 && words.len() == 2 && marks.has(words[0], AFTER_STRONG_TITLE) && !common(view, words[1]) {
        skip = 0;
    }
    // "Driving Champion Jacques Villeneuve".
    while words.len() > skip + 2
        && marks.has(words[skip], IN_TITLE)
        && marks.has(words[skip + 1], AFTER_TITLE)
        && given(words[skip + 1])
    {
        skip += 1;
    }
    let words = &words[skip..];
    let first = start_with_particle(view, *words.first()?, stretch.words[0] == words[0]);
    let title = marks.has(first, AFTER_TITLE) || marks.has(words[0], AFTER_TITLE);
    let strong_title = marks.has(first, AFTER_STRONG_TITLE) || marks.has(words[0], AFTER_STRONG_TITLE);
    // "In `Ana Borges,' she plays": the title of a work.
    let (before, behind) = (words[0].wrapping_sub(1), stretch.end);
    let closed =
        view.is(behind, &[k::QUOTE]) || view.is(behind, &[k::COMMA, k::DOT]) && view.is(behind + 1, &[k::QUOTE]);
    if words.len() > 1 && closed && view.is(before, &[k::QUOTE]) {
        return None;
    }
    // "White-goods maker".
    if words.len() == 1 && stretch.syllables && common(view, words[0]) && common(view, stretch.end - 1) {
        return None;
    }
    let points = if words.len() == 1 && !stretch.syllables && !stretch.particle {
        if skip > 0 && !title {
            return None;
        }
        single(view, marks, words[0], stretch.end, title, strong_title)
    } else {
        several(view, marks, words, stretch) + around(view, marks, first, stretch.end) + if title { 2.5 } else { 0.0 }
    };
    person(first, stretch.end, title, points)
}

/// A small particle before the first word belongs to the name: "al-Jaafari said".
fn start_with_particle(view: &View, first: usize, at_start: bool) -> usize {
    let may_be = |before: usize| view.is_particle(before) || view.is(before, &[k::HYPHEN]);
    if !at_start || !first.checked_sub(1).is_some_and(may_be) {
        return first;
    }
    let mut start = first;
    for back in 1..=3 {
        match first.checked_sub(back) {
            Some(at) if particle(view, at) == Some(first) => start = at,
            _ => {}
        }
    }
    start
}

/// A capitalised word that is in no list of names and is a usual word.
fn no_name(view: &View, marks: &Marks, at: usize) -> bool {
    let info = view.info(at);
    let flagged = info.flags.has(GIVEN | SURNAME);
    let opens = marks.has(at, OPENS) && (!flagged || info.flags.has(WordFlags::GIVEN_WORD | WordFlags::SURNAME_WORD));
    (common(view, at) && !flagged) || (opens && closed_class(view, at))
}
