//! Places by a small word beside their name: "Benue state", "the village of Merowe", "the river Lumbozi".

use super::Named;
use super::evidence::{AFTER_STRONG_TITLE, KNOWN_DEMONYM, KNOWN_PERSON, KNOWN_PLACE, Marks, common};
use super::reach::{reach_left, words_behind};
use crate::lexicon::sense::{ShapeWord, Side};
use crate::lexicon::{View, keyword as k, types};
use crate::record::{EntityKind, Via};
use crate::text::{Sentence, Shape};

/// "Benue state", "the village of Merowe": a small word tells that the name beside it is a place. The name is the span.
pub(super) fn small_word(
    view: &View,
    marks: &Marks,
    sentence: &Sentence,
    word: ShapeWord,
    at: usize,
    end: usize,
) -> Option<Named> {
    // Most are nouns for agencies.
    if word.kind != EntityKind::Place || !(at..end).all(|t| view.shape(t) == Shape::Lower) {
        return None;
    }
    let (first, last) = match word.side {
        Side::Tail => {
            let first = reach_left(view, marks, sentence, at, false);
            if first == at || view.glued(at) || at - first > 3 || !strange(view, marks, first..at) {
                return None;
            }
            // "the Turin-Brask highway": two that it joins.
            let ways = matches!(word.subtype, types::FACILITY | types::WATER);
            if ways && (first..at).any(|t| view.is(t, &[k::HYPHEN]) && marks.knows(t - 1, KNOWN_PLACE)) {
                return None;
            }
            let before = first.checked_sub(1)?;
            if !view.is(
                before,
                &[
                    k::IN,
                    k::THE,
                    k::OF,
                    k::NEAR,
                    k::FROM,
                    k::AT,
                    k::ON,
                    k::TO,
                    k::AND,
                    k::COMMA,
                    k::INTO,
                    k::ACROSS,
                    k::POSSESSIVE,
                ],
            ) {
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
        // "the river Lumbozi".
        Side::Head => {
            let last = words_behind(view, marks, end, sentence.range().end, 2);
            let article = at > 0 && view.is(at - 1, &[k::THE]);
            if last != end + 1 || !article || !strange(view, marks, end..last) || marks.known(end) {
                return None;
            }
            (end, last)
        }
        Side::Role | Side::Event | Side::Beside => return None,
    };
    // "the town of Orica" is said of no firm.
    let score = if word.side == Side::Of { 0.92 } else { 0.7 };
    let mut named = Named::new(first, last, EntityKind::Place, Via::Rule, score);
    named.subtype = word.subtype;
    Some(named)
}

/// Whether words look like a name and not like usual words with capitals, nor like people or peoples.
pub(super) fn strange(view: &View, marks: &Marks, mut range: std::ops::Range<usize>) -> bool {
    range.clone().any(|t| view.is_word(t) && !common(view, t))
        && range.all(|t| !marks.knows(t, KNOWN_DEMONYM | KNOWN_PERSON) && !marks.has(t, AFTER_STRONG_TITLE))
}
