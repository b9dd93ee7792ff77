//! Acronyms that the text defines: "Coastal Rescue Service (CRS)" and "CRS (Coastal Rescue Service)".

use super::Named;
use super::evidence::{Marks, closed_class, common};
use crate::lexicon::{View, WordFlags, keyword as k};
use crate::record::{EntityKind, Via};
use crate::text::Shape;

/// The letters of an acronym, at most so many.
const LETTERS: usize = 10;

/// Finds the full names that stand with an acronym in brackets. The acronym itself is found by [`super::coref`], which
/// sees it behind its name.
pub(super) fn find(view: &View, marks: &Marks, out: &mut Vec<Named>) {
    for at in marks.starts.brackets.iter().map(|&at| at as usize).filter(|&at| at > 0) {
        if is_acronym(view, at + 1) && closes(view, at + 2) {
            out.extend(full_name_before(view, at, at + 1).map(|(first, end)| agency(first, end)));
        } else if is_acronym(view, at - 1)
            && let Some((first, end)) = full_name_inside(view, at + 1, at - 1)
        {
            out.push(agency(first, end));
            out.push(agency(at - 1, at));
        }
    }
}

fn agency(first: usize, end: usize) -> Named {
    Named::new(first, end, EntityKind::Agency, Via::Acronym, 0.85)
}

/// A word in capitals of two letters and more.
pub(super) fn is_acronym(view: &View, at: usize) -> bool {
    view.is_word(at) && view.shape(at) == Shape::Upper && view.tokens[at].len() <= LETTERS
}

/// A word with a capital that stands for the name before it as an acronym would: "Nadeco", "MeitY".
pub(super) fn shortens(view: &View, marks: &Marks, named: &Named, at: usize) -> bool {
    let initial = |token: usize| view.slice(token, token + 1).chars().next();
    nickname(view, at)
        && named.kind == EntityKind::Agency
        && named.end - named.first > 1
        && initial(named.first as usize) == initial(at)
        && marks.names.starting(at).is_empty()
}

/// A word with a capital that is no usual word and nobody's given name.
pub(super) fn nickname(view: &View, at: usize) -> bool {
    view.is_word(at)
        && view.shape(at) == Shape::Title
        && (4..=12).contains(&view.tokens[at].len())
        && !common(view, at)
        && !view.info(at).flags.has(WordFlags::GIVEN)
}

/// What may stand behind an acronym in brackets.
pub(super) fn closes(view: &View, at: usize) -> bool {
    view.is(at, &[k::CLOSE, k::COMMA, k::SEMICOLON])
}

/// The stretch before a bracket whose initials an acronym gives: "Coastal Rescue Service |(CRS)".
fn full_name_before(view: &View, open: usize, acronym: usize) -> Option<(usize, usize)> {
    let mut start = open;
    let floor = open.saturating_sub(14);
    while start > floor && part(view, start - 1) {
        start -= 1;
    }
    // The nearest stretch that fits is the name.
    (start..open).rev().find_map(|first| initials_fit(view, first, open, acronym).map(|end| (first, end)))
}

/// The same within brackets: "CRS (Coastal Rescue Service)".
fn full_name_inside(view: &View, first: usize, acronym: usize) -> Option<(usize, usize)> {
    let mut end = first;
    while end < view.len() && end < first + 14 && part(view, end) {
        end += 1;
    }
    let fits = initials_fit(view, first, end, acronym)? == end;
    (fits && view.is(end, &[k::CLOSE])).then_some((first, end))
}

/// A token that may stand in a long name.
fn part(view: &View, at: usize) -> bool {
    (view.is_word(at) && (view.capital(at) || closed_class(view, at)))
        || view.is(at, &[k::HYPHEN, k::AMPERSAND, k::POSSESSIVE, k::APOSTROPHE])
}

/// Whether an acronym is made of the initials of a name.
pub(super) fn spells(view: &View, first: usize, end: usize, acronym: usize) -> bool {
    initials_fit(view, first, end, acronym) == Some(end)
}

/// Whether two words may begin with the same letter, without a look at letters that need more than a byte.
fn begin_alike(view: &View, one: usize, other: usize) -> bool {
    let first = |at: usize| view.text.as_bytes()[view.tokens[at].start as usize];
    let (one, other) = (first(one), first(other));
    let letters = one.is_ascii_alphabetic() && other.is_ascii_alphabetic();
    !letters || one.eq_ignore_ascii_case(&other)
}

/// Whether the letters of an acronym are the initials of the words from `first` on: the token after the last of them.
fn initials_fit(view: &View, first: usize, end: usize, acronym: usize) -> Option<usize> {
    if !view.is_word(first) || closed_class(view, first) || !view.capital(first) || !begin_alike(view, first, acronym) {
        return None;
    }
    let mut letters =
        view.slice(acronym, acronym + 1).chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).peekable();
    let (mut words, mut last) = (0, first);
    for at in (first..end).filter(|&at| view.is_word(at)) {
        let Some(&wanted) = letters.peek() else { break };
        let initial = view.slice(at, at + 1).chars().flat_map(char::to_lowercase).next();
        if initial == Some(wanted) {
            letters.next();
            words += 1;
            last = at + 1;
        } else if !closed_class(view, at) {
            return None;
        }
    }
    (letters.peek().is_none() && words >= 2).then_some(last)
}
