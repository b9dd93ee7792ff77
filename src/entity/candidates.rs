//! Names that the lexicons know, each with what its flags ask for.

use super::evidence::{AFTER_TITLE, ALL_CAPS, HEADLINE, IN_TITLE, Marks, OPENS, common};
use super::support::{self, Around};
use super::{Named, place};
use crate::lexicon::sense::{Class, Side};
use crate::lexicon::{NameFlags, NameMatch, View, WordFlags, keyword};
use crate::record::{EntityKind, Via};
use crate::text::{Kind, Shape};

/// One candidate for each stretch of tokens that is a name: the likeliest of the entries that have it.
pub(super) fn from_lexicon(view: &View, marks: &mut Marks, out: &mut Vec<Named>) {
    for same in support::groups(view) {
        note_plain_places(view, marks, same);
    }
    // Where the last place ended.
    let mut last = usize::MAX - 1;
    for same in support::groups(view) {
        let around = around(view, marks, same, last);
        let best = same
            .iter()
            .map(|name| candidate(view, marks, name, around.as_ref()))
            .max_by(|a, b| a.score.total_cmp(&b.score));
        if let Some(best) = best.filter(|best| best.score >= 0.5) {
            if best.kind == EntityKind::Place {
                last = best.end as usize;
            }
            out.push(best);
        }
    }
}

/// Notes a name that its sentence shows to be a small place's, so that the other sentences need not.
fn note_plain_places(view: &View, marks: &mut Marks, same: &[NameMatch]) {
    let Some(around) = around(view, marks, same, usize::MAX - 1) else { return };
    let settles = |name: &NameMatch| {
        let entry = support::entry(view, name);
        support::is_small(view, name) && around.settles(around.points(view, marks, entry, name.flags))
    };
    if same.iter().any(settles) {
        marks.locale.settle(support::hash(view, same[0].first as usize, same[0].end as usize));
    }
}

/// What stands around a name that small places have; None where none has it.
fn around(view: &View, marks: &Marks, same: &[NameMatch], last: usize) -> Option<Around> {
    let small = same.iter().any(|name| support::is_small(view, name));
    small.then(|| Around::read(view, marks, same[0].first as usize, same[0].end as usize, last))
}

/// A match with the score that its flags and its neighbours leave it.
fn candidate(view: &View, marks: &Marks, name: &NameMatch, around: Option<&Around>) -> Named {
    let entry = support::entry(view, name);
    let (first, end) = (name.first as usize, name.end as usize);
    let demonym = name.flags.has(NameFlags::DEMONYM);
    let kind = if demonym { EntityKind::Nationality } else { entry.kind };
    let small = around.filter(|_| kind == EntityKind::Place && support::is_small(view, name));
    let mut score = match small {
        Some(around) => support::score(around.points(view, marks, entry, name.flags)),
        None => place::fame(view, entry),
    };
    if name.flags.has(NameFlags::EXACT) && marks.has(first, ALL_CAPS) {
        score = 0.0;
    }
    if name.flags.has(NameFlags::TITLE) && !marks.has(first, AFTER_TITLE) {
        score = 0.0;
    }
    if name.flags.has(NameFlags::CONTEXT) && small.is_none() {
        score *= if in_context(view, marks, kind, first, end) { 0.9 } else { 0.4 };
    }
    // The file says how often the name means this entry: seldom is not without evidence.
    if let Some(prior) = name.prior {
        let likely = prior >= 0.5 || in_context(view, marks, kind, first, end);
        score *= if likely { 0.7 + 0.3 * prior } else { 0.4 };
    }
    // "in Turkana": where something is, not who.
    if demonym
        && first > 0
        && view.is(first - 1, &[keyword::IN, keyword::NEAR, keyword::AT, keyword::FROM, keyword::TO])
    {
        score -= 0.1;
    }
    if product(view, end, view.lexicon.string(entry.subtype) == "company") {
        score = 0.0;
    }
    let end = if kind == EntityKind::Place { without_small_tail(view, first, end) } else { end };
    let mut named = Named::new(first, end, kind, Via::Lexicon, score);
    named.entry = Some(name.entry);
    named
}

/// Whether the neighbours speak for a name that is also something else: "in Reading", "the Times".
fn in_context(view: &View, marks: &Marks, kind: EntityKind, first: usize, end: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    if marks.has(first, ALL_CAPS | HEADLINE) {
        return false;
    }
    match kind {
        EntityKind::Place => {
            let region_behind = view.is(end, &[keyword::COMMA]) && view.capital(end + 1) && !marks.has(end + 1, OPENS);
            let after_title = marks.has(first, AFTER_TITLE);
            let usual = common(view, first) && end == first + 1;
            let located = view.is(before, &[keyword::IN, keyword::NEAR, keyword::AT, keyword::FROM, keyword::TO])
                || (view.is(before, &[keyword::COMMA]) && before > 0 && view.capital(before - 1));
            // "B.C.", "Ky.": only a number before it makes it something else.
            let dotted = view.slice(first, first + 1).contains('.') && view.tokens[before].kind != Kind::Number;
            // "in Wilson's opera".
            let named = end == first + 1 && view.info(first).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
            let owner = named && view.is(end, &[keyword::POSSESSIVE, keyword::APOSTROPHE]);
            let owner = owner || (named && view.capital(end) && !marks.has(end, IN_TITLE));
            let town = view.is(before, &[keyword::OF])
                && before > 0
                && (support::place_noun(view, before - 1) || support::age_ends(view, before));
            let located = (located || town) && !owner && !(usual && view.capital(end));
            !after_title && (dotted || located || (region_behind && !usual))
        }
        EntityKind::Agency => {
            let name = view.info(first).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
            view.is(before, &[keyword::THE]) || (!common(view, first) && !name && !marks.has(first, AFTER_TITLE))
        }
        EntityKind::Person => marks.has(first, AFTER_TITLE),
        EntityKind::Nationality => !marks.has(first, OPENS),
    }
}

/// "Peugeot |308", "Hwasong|-18": a name before a number that belongs to a product.
fn product(view: &View, end: usize, company: bool) -> bool {
    let number = |at: usize| view.tokens.get(at).is_some_and(|token| token.kind == Kind::Number);
    let hyphen = view.is(end, &[keyword::HYPHEN]) && view.glued(end) && view.glued(end + 1) && number(end + 1);
    let model =
        company && number(end) && view.tokens[end].len() <= 3 && !view.is(end + 1, &[keyword::HYPHEN, keyword::COMMA]);
    hyphen || model
}

/// "Benue |state": a small word at the end of a name tells what it is and is no part of the span.
fn without_small_tail(view: &View, first: usize, end: usize) -> usize {
    let last = end - 1;
    let small = last > first && view.shape(last) == Shape::Lower;
    let tail = small
        && view.words.all(last, Class::Shape).any(|(_, row)| {
            let word = view.lexicon.shapes[row];
            word.kind == EntityKind::Place && word.side == Side::Tail
        });
    if tail { last } else { end }
}
