//! Words that may stand for somebody by themselves: the surnames of people, and words with a capital that stand alone.

use super::Named;
use super::evidence::{AFTER_TITLE, ALL_CAPS, HEADLINE, IN_TITLE, KNOWN_AGENCY, Marks, OPENS, calendar, common};
use crate::lexicon::sense::Class;
use crate::lexicon::{View, WordFlags, keyword as k};
use crate::text::Shape;

/// Words of a name, marks aside.
#[inline]
pub(super) fn words(view: &View, named: &Named) -> usize {
    if named.end - named.first == 1 {
        return usize::from(view.is_word(named.first as usize));
    }
    named.range().filter(|&token| view.is_word(token)).count()
}

/// The words by which a person may be called alone: the last one, and the first where the family name comes first.
#[inline]
pub(super) fn surnames(view: &View, named: &Named) -> impl Iterator<Item = u64> + use<> {
    let (first, end) = (named.first as usize, named.end as usize);
    let (mut last, mut front) = (Some(view.tokens[first].hash), None);
    if end > first + 1 {
        let suffix = |token: usize| view.has(token, Class::Title) && token > first + 1;
        let at = (first..end).rev().find(|&token| view.is_word(token) && !suffix(token)).unwrap_or(first);
        let hyphen = at > first && view.is(at - 1, &[k::HYPHEN]);
        // "Kim Byung-kee", "Kim Jong Un": a surname that is no given name, and syllables behind it.
        let flags = view.info(first).flags;
        let syllables = hyphen && at == first + 3 && view.shape(at) == Shape::Lower;
        let listed = flags.has(WordFlags::SURNAME) && !flags.has(WordFlags::GIVEN);
        let family_first = listed || syllables;
        last = (!(family_first && hyphen)).then(|| view.tokens[at].hash);
        front = family_first.then(|| view.tokens[first].hash);
    }
    last.into_iter().chain(front)
}

/// Whether a word with a capital stands by itself and not in a longer name.
pub(super) fn alone(view: &View, marks: &Marks, at: &[u32], token: usize) -> bool {
    // Where all words have capitals, those of the neighbours say nothing.
    let surname = || view.info(token).flags.has(WordFlags::SURNAME);
    let headline = marks.has(token, ALL_CAPS | HEADLINE) && (!common(view, token) || surname());
    let free = |other: usize| !headline && view.is_word(other) && view.capital(other) && at[other] == 0;
    let before = token > 0 && free(token - 1) && !marks.has(token - 1, OPENS) && !marks.has(token, AFTER_TITLE);
    let hyphen = view.is(token + 1, &[k::HYPHEN, k::SLASH])
        && view.glued(token + 1)
        && view.glued(token + 2)
        && view.capital(token + 2);
    // "Brask/|Lumo"
    let slash = token > 1 && view.is(token - 1, &[k::SLASH]) && view.glued(token) && view.capital(token - 2);
    let behind = token + 1 < view.len() && free(token + 1);
    // "King Abdullah" beside "Don King".
    let behind = behind || (marks.has(token + 1, AFTER_TITLE) && marks.has(token, IN_TITLE) && view.capital(token + 1));
    !(before || behind || hyphen || slash || marks.knows(token, KNOWN_AGENCY))
}

/// A word with a capital that stands alone and is in no lexicon.
pub(super) fn stranger(view: &View, marks: &Marks, at: &[u32], token: usize) -> bool {
    if view.shape(token) != Shape::Title || !view.is_word(token) {
        return false;
    }
    let info = view.info(token);
    info.pos == 0
        && !info.flags.has(WordFlags::GIVEN | WordFlags::SURNAME)
        && !marks.has(token, HEADLINE | ALL_CAPS)
        && !calendar(view, token, false)
        && alone(view, marks, at, token)
        && !view.slice(token, token + 1).ends_with(['s', 'h'])
        && !view.glued(token)
        && !view.has(token, Class::Title)
}
