//! Stretches of words with capitals that may be people's names, with the particles, initials and suffixes between them.

use super::evidence::{ALL_CAPS, IN_TITLE, KNOWN_PLACE, Marks};
use crate::lexicon::keyword as k;
use crate::lexicon::sense::{Class, TitleKind, pos};
use crate::lexicon::{View, WordFlags};
use crate::text::Shape;

const GIVEN: u8 = WordFlags::GIVEN;
const SURNAME: u8 = WordFlags::SURNAME;
/// The most words that a name has, without particles.
pub(super) const LONGEST: usize = 6;

/// Words with capitals that stand together, with the particles and initials between them.
pub(super) struct Stretch {
    pub words: [usize; LONGEST],
    pub count: usize,
    pub end: usize,
    pub initials: bool,
    pub particle: bool,
    /// A hyphen with a small letter behind it: "Sung-gwen".
    pub syllables: bool,
    pub suffix: bool,
}

/// A title with a capital before a name: the token after it. "Dean Smith" is no dean.
#[inline]
pub(super) fn title(view: &View, at: usize) -> Option<usize> {
    // Most words are none.
    if view.has(at, Class::Title) && view.capital(at) { title_at(view, at) } else { None }
}

fn title_at(view: &View, at: usize) -> Option<usize> {
    let (end, row) = view.longest(at, Class::Title)?;
    // "Prince Charles" is a prince, "Prince Fielder" none.
    let kind = view.lexicon.titles[row];
    let royal = view.info(end).flags.has(GIVEN)
        && view.words.all(at, Class::Title).any(|(_, row)| view.lexicon.titles[row] == TitleKind::Royal);
    let name = kind == TitleKind::Suffix
        || (end == at + 1 && !royal && view.info(at).flags.has(GIVEN) && view.info(end).flags.has(SURNAME));
    let end = if view.is(end, &[k::DOT]) { end + 1 } else { end };
    (!name && view.capital(end)).then_some(end)
}

/// Reads the stretch that starts at a token.
#[inline]
pub(super) fn stretch(view: &View, marks: &Marks, first: usize, limit: usize) -> Option<Stretch> {
    let mut s = Stretch {
        words: [0; LONGEST],
        count: 0,
        end: first,
        initials: false,
        particle: false,
        syllables: false,
        suffix: false,
    };
    let mut at = first;
    while at < limit {
        if let Some(end) = particle(view, at).filter(|&end| end < limit && marks.may_be_person(end)) {
            s.particle = true;
            at = end;
        }
        if s.count > 0
            && may_be_suffix(view, at)
            && let Some(end) = suffix(view, at)
        {
            (s.suffix, s.end) = (true, end);
            break;
        }
        let dateline = || s.count > 0 && capitals(view, at - 1) && !capitals(view, at) && !initial(view, at);
        // "KORVEL, Texas |A white car": the story begins.
        let article = || {
            let lower = view.shape(at + 1) == Shape::Lower;
            view.is(at, &[k::A]) && lower && marks.knows(at.wrapping_sub(1), KNOWN_PLACE)
        };
        // "ESSEX 110 AND 22-3 |V KENT".
        let versus = || view.is(at, &[k::V, k::VS]) && !view.is(at + 1, &[k::DOT]) && marks.has(at, ALL_CAPS);
        let breaks = || s.count > 0 && breaks(view, marks, at);
        if !marks.may_be_person(at) || breaks() || dateline() || article() || versus() {
            break;
        }
        if s.count == LONGEST {
            // Too long for a name: a headline or a list of words with capitals.
            s.count += 1;
            s.end = at + 1;
            at += 1;
            continue;
        }
        if s.count > LONGEST {
            s.end = at + 1;
            at += 1;
            continue;
        }
        s.words[s.count] = at;
        s.count += 1;
        at += 1;
        // "J. Edgar", "Pablo P. Reyes".
        if initial(view, at - 1) {
            if view.shape(at - 1) == Shape::Upper && s.count > 1 {
                s.count -= 1;
                break;
            }
            s.initials |= s.count > 1 || marks.may_be_person(at) || view.is(at, &[k::DOT]);
            if view.is(at, &[k::DOT]) && view.glued(at) && marks.may_be_person(at + 1) {
                at += 1;
            }
        }
        s.end = at;
        // "Seattle|-based Coffer".
        let base = view.is(at, &[k::HYPHEN])
            && view.glued(at)
            && marks.knows(at - 1, KNOWN_PLACE)
            && view.likely(at + 1, pos::PAST | pos::PARTICIPLE);
        if base {
            break;
        }
        // "Byung-kee", "Saint-Cyr", "Al-Jubeir".
        while view.is(at, &[k::HYPHEN])
            && view.glued(at)
            && view.glued(at + 1)
            && view.is_word(at + 1)
            && at + 1 < limit
        {
            s.syllables |= view.shape(at + 1) == Shape::Lower;
            at += 2;
            s.end = at;
        }
    }
    (s.count > 0).then_some(s)
}

/// A small particle before a word with a capital ("al-", "bin", "van der"): the token after it.
#[inline]
pub(super) fn particle(view: &View, at: usize) -> Option<usize> {
    if view.shape(at) != Shape::Lower {
        return None;
    }
    let mut end = at;
    while end < at + 3 && view.is_particle(end) && view.shape(end) == Shape::Lower {
        end += 1;
        if view.is(end, &[k::HYPHEN]) {
            end += 1;
        }
    }
    (end > at).then_some(end)
}

/// Whether a [suffix] may stand at a token: a title, or a comma before one.
#[inline]
pub(super) fn may_be_suffix(view: &View, at: usize) -> bool {
    view.has(at + usize::from(view.id(at) == k::COMMA), Class::Title)
}

/// "Jr.", "III" behind a name, with a comma or without: the token after it.
fn suffix(view: &View, at: usize) -> Option<usize> {
    let at = if view.is(at, &[k::COMMA]) { at + 1 } else { at };
    let (end, row) = view.longest(at, Class::Title)?;
    (view.lexicon.titles[row] == TitleKind::Suffix && view.capital(at)).then_some(end)
}

/// A whole word in capitals.
fn capitals(view: &View, at: usize) -> bool {
    view.shape(at) == Shape::Upper && !initial(view, at) && view.tokens[at].len() > 3
}

pub(super) fn initial(view: &View, at: usize) -> bool {
    view.shape(at) == Shape::Single
        || (view.shape(at) == Shape::Upper
            && view.is(at + 1, &[k::DOT])
            && view.glued(at + 1)
            && (view.tokens[at].len() <= 3 || dotted(view, at)))
}

/// "A.K.M|.": three letters with stops between them.
fn dotted(view: &View, at: usize) -> bool {
    let letters = view.slice(at, at + 1).as_bytes();
    letters.len() == 5 && letters[1] == b'.' && letters[3] == b'.'
}

/// Whether a new name begins at a token inside a stretch: a title, or a line break in capitals.
fn breaks(view: &View, marks: &Marks, at: usize) -> bool {
    marks.has(at, IN_TITLE) && !view.info(at).flags.has(GIVEN | SURNAME)
}
