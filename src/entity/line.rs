//! What a line of results is made of: names, numbers, and where they begin and end.

use super::evidence::{KNOWN_LONG, Marks};
use super::stretch::initial;
use crate::lexicon::sense::Class;
use crate::lexicon::{View, keyword as k};
use crate::text::{Kind, Shape};

/// The most tokens of a name in a line of results.
const LONGEST: usize = 6;
/// The most tokens between brackets behind a score.
const BRACKET: usize = 80;
/// Numbers of a row of standings.
const ROW: usize = 3;

#[inline]
pub(super) fn number(view: &View, at: usize) -> bool {
    view.tokens.get(at).is_some_and(|token| token.kind == Kind::Number)
}

/// A number of up to three digits.
pub(super) fn small(view: &View, at: usize) -> bool {
    number(view, at) && view.tokens[at].len() <= 3
}

pub(super) fn begins_line(view: &View, at: usize) -> bool {
    at == 0 || view.tokens.get(at).is_some_and(|token| token.newlines_before > 0)
}

/// Whether a result may begin at a token.
pub(super) fn begins(view: &View, at: usize) -> bool {
    begins_line(view, at)
        || view.is(at - 1, &[k::COLON, k::SEMICOLON, k::COMMA, k::DOT, k::CLOSE])
        || view.is(at - 1, &[k::HYPHEN]) && !view.glued(at - 1) && !view.glued(at)
}

/// Whether a result may end before a token.
pub(super) fn ends(view: &View, at: usize) -> bool {
    at >= view.len()
        || view.tokens[at].newlines_before > 0
        || view.is(at, &[k::COMMA, k::DOT, k::SEMICOLON, k::OPEN, k::CLOSE])
        || (view.capital(at) && !view.has(at, Class::Unit))
}

/// The bracket that closes one.
pub(super) fn closed(view: &View, open: usize) -> Option<usize> {
    (open..view.len().min(open + BRACKET)).find(|&at| view.is(at, &[k::CLOSE]))
}

/// Where the numbers of a row of standings end that begins here.
pub(super) fn row(view: &View, from: usize) -> Option<usize> {
    let (mut at, mut count) = (from, 0);
    while at < view.len() && (at == from || view.tokens[at].newlines_before == 0) {
        match view.tokens[at].kind {
            // ".569"
            Kind::Number if !view.glued(at) || (view.is(at - 1, &[k::DOT]) && !view.glued(at - 1)) => count += 1,
            Kind::Number | Kind::Fraction => {}
            Kind::Punct if view.is(at, &[k::DOT, k::HYPHEN, k::SLASH, k::PLUS_SIGN]) => {}
            Kind::Symbol => {}
            _ => break,
        }
        at += 1;
    }
    let line_ends = at >= view.len() || view.tokens[at].newlines_before > 0;
    (count >= ROW && (line_ends || (count > ROW && view.capital(at)))).then_some(at)
}

/// "14-2-40-1": the overs, maidens, runs and wickets of a bowler. The token behind.
pub(super) fn analysis(view: &View, from: usize) -> Option<usize> {
    let part = |at: usize| view.is(at, &[k::HYPHEN]) && view.glued(at) && view.glued(at + 1) && small(view, at + 1);
    (small(view, from) && [1, 3, 5].iter().all(|&on| part(from + on))).then_some(from + 7)
}

/// Whether a token may stand in a name of a line of results.
pub(super) fn part(view: &View, marks: &Marks, at: usize) -> bool {
    view.is_word(at) && view.capital(at) && (marks.may_name(at) || marks.knows(at, KNOWN_LONG) || initial(view, at))
}

/// Where the name begins that ends with a word.
pub(super) fn name_start(view: &View, marks: &Marks, word: usize) -> Option<usize> {
    if !part(view, marks, word) || view.has(word, Class::Designator) {
        return None;
    }
    let mut first = word;
    while first > 0 && view.tokens[first].newlines_before == 0 {
        let before = first - 1;
        let particle = view.is_particle(before) && view.shape(before) == Shape::Lower;
        if part(view, marks, before)
            || (particle && before > 0 && (part(view, marks, before - 1) || view.is(before - 1, &[k::DOT])))
        {
            first = before;
        } else if before > 0
            && part(view, marks, before - 1)
            && view.tokens[before].newlines_before == 0
            && view.is(before, &[k::DOT, k::HYPHEN, k::APOSTROPHE, k::AMPERSAND])
            && (view.glued(before) || view.is(before, &[k::AMPERSAND]))
            && !(view.is(before, &[k::DOT]) && view.tokens[before - 1].len() > 4)
        {
            first = before - 1;
        } else {
            break;
        }
    }
    (word - first < LONGEST).then_some(first)
}

/// Where the name ends that begins with a token; the token itself where none does.
pub(super) fn name_end(view: &View, marks: &Marks, first: usize) -> usize {
    let mut end = first;
    while end < view.len() && end < first + LONGEST && (end == first || view.tokens[end].newlines_before == 0) {
        if part(view, marks, end) {
            end += 1;
        } else if end > first
            && part(view, marks, end + 1)
            && view.is(end, &[k::DOT, k::HYPHEN, k::APOSTROPHE, k::AMPERSAND])
            && view.tokens[end + 1].newlines_before == 0
            && (view.glued(end) || view.is(end, &[k::AMPERSAND]))
            && !(view.is(end, &[k::DOT]) && view.tokens[end - 1].len() > 4)
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}
