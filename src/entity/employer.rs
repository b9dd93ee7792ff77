//! Agencies by who works for them: "a spokesman for Zelodra", "president of Brask/Lumo", "members of Talvorik".

use super::Named;
use super::evidence::{AFTER_TITLE, IN_TITLE, KNOWN_DEMONYM, KNOWN_PLACE, Marks, OPENS, common};
use super::reach::words_behind;
use crate::lexicon::sense::{Class, ShapeWord, Side, pos};
use crate::lexicon::{View, WordFlags, keyword as k, types};
use crate::record::{EntityKind, Via};
use crate::text::Shape;

/// The most words of such a name.
const LONGEST: usize = 3;

/// The agency behind a word for somebody's role (`at..end`) and "of", "for" or "at".
pub(super) fn find(view: &View, marks: &Marks, word: ShapeWord, at: usize, end: usize, limit: usize) -> Option<Named> {
    // "a stake in Zelodra".
    let held = word.subtype == types::COMPANY && view.is(end, &[k::IN]);
    // "owned by Zelodra", where the word has its preposition with it.
    let frame = end > at + 1 && view.can_be(end - 1, pos::PREPOSITION);
    if !(frame || held || view.is(end, &[k::OF, k::FOR, k::AT])) || (view.capital(at) && !marks.has(at, OPENS)) {
        return None;
    }
    let first = end + usize::from(!frame);
    let mut last = words_behind(view, marks, first, limit, LONGEST + 1);
    let single = last == first + 1;
    let slash = view.is(last, &[k::SLASH]) && view.glued(last) && view.glued(last + 1) && view.capital(last + 1);
    if slash && last + 1 < limit {
        last += 2;
    }
    // "members of Mr Sande's family" are of no agency, and names that are known need no help.
    let at_work = frame || view.is(end, &[k::AT]) || word.subtype == types::COMPANY && view.is(end, &[k::OF]);
    // "run by Georgian Manganese", "a dealer at Aragon Brask".
    let of_place = |t: usize| {
        at_work && !single && t == first && marks.knows(t, KNOWN_PLACE | KNOWN_DEMONYM) && !marks.known(last - 1)
    };
    let other = |t: usize| marks.known(t) && !of_place(t) || marks.has(t, AFTER_TITLE | IN_TITLE);
    if last == first || last - first > LONGEST || (first..last).any(other) || view.is(last, &[k::POSSESSIVE]) {
        return None;
    }
    let flags = view.info(first).flags;
    let surname = single && common(view, first) && flags.has(WordFlags::SURNAME);
    // "analysts at Sal Olden" are at no person's.
    let called = |t: usize| view.info(t).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
    let person = if frame {
        (first..last).any(called)
    } else {
        !slash && !view.is(end, &[k::AT]) && (flags.has(WordFlags::GIVEN) || surname)
    };
    // "vice president of Public Policy" tells of an office.
    let strange = (first..last).any(|t| view.is_word(t) && !common(view, t));
    let named = strange || (at_work && !single);
    (named && !person && view.shape(first) != Shape::Single).then(|| {
        let mut named = Named::new(first, last, EntityKind::Agency, Via::Rule, 0.75);
        named.subtype = word.subtype;
        named
    })
}

/// "worked |at", "studied |at": what people do for an agency.
pub(super) fn works(view: &View, verb: usize) -> bool {
    view.words.all(verb, Class::Shape).any(|(end, row)| {
        let word = view.lexicon.shapes[row];
        end == verb + 1 && word.side == Side::Role && word.subtype == 0
    })
}
