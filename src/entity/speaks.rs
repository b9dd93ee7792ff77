//! What the neighbours say for a name that is also something else: "in Reading", "the Amazon", "shares of Sears".

use super::beside::{age_ends, belongs, place_noun};
use super::evidence::{AFTER_TITLE, ALL_CAPS, HEADLINE, IN_TITLE, Marks, OPENS, common};
use super::gazetteer::Group;
use super::points;
use crate::lexicon::sense::{Class, Side, pos};
use crate::lexicon::{View, WordFlags, keyword, types};
use crate::record::EntityKind;
use crate::text::{Kind, Shape};

/// "told |The Atlantic": an article with a capital inside a sentence.
pub(super) fn titled_article(view: &View, marks: &Marks, first: usize) -> bool {
    first > 0
        && view.is(first - 1, &[keyword::THE])
        && view.shape(first - 1) == Shape::Title
        && !marks.has(first - 1, OPENS | HEADLINE | ALL_CAPS)
}

/// "the Amazon |rose": a name with an article that qualifies nothing.
pub(super) fn alone_with_article(view: &View, group: Group) -> bool {
    article_alone(view, group.first as usize, group.end as usize)
}

pub(super) fn article_alone(view: &View, first: usize, end: usize) -> bool {
    let goes_on =
        view.is_word(end) && (view.capital(end) || view.likely(end, pos::NOUN | pos::PLURAL | pos::ADJECTIVE));
    first > 0 && view.is(first - 1, &[keyword::THE]) && !goes_on
}

/// Whether the neighbours speak for a name that is also something else: "in Reading", "the Times".
pub(super) fn in_context(view: &View, marks: &Marks, kind: EntityKind, first: usize, end: usize) -> bool {
    let stranger = || !common(view, first) && !view.info(first).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
    if first > 0
        && marks.has(first, ALL_CAPS | HEADLINE)
        && !(kind == EntityKind::Agency && marks.has(first, HEADLINE) && stranger())
    {
        return false;
    }
    if kind == EntityKind::Place && belongs(view, first, end) {
        return true;
    }
    let Some(before) = first.checked_sub(1) else { return kind == EntityKind::Agency && stranger() };
    match kind {
        EntityKind::Place => {
            let region_behind = view.is(end, &[keyword::COMMA]) && view.capital(end + 1) && !marks.has(end + 1, OPENS);
            let after_title = marks.has(first, AFTER_TITLE);
            let usual = common(view, first) && end == first + 1;
            let located = view.is(before, &[keyword::IN, keyword::NEAR, keyword::AT, keyword::FROM, keyword::TO])
                || view.is(before, &[keyword::THROUGH, keyword::OUTSIDE, keyword::AROUND, keyword::ACROSS])
                || (view.is(before, &[keyword::COMMA]) && before > 0 && view.capital(before - 1));
            // "B.C.", "Ky.": only a number before it makes it something else.
            let dotted =
                view.slice(first, first + 1).as_bytes().contains(&b'.') && view.tokens[before].kind != Kind::Number;
            // "in Wilson's opera".
            let named = end == first + 1 && view.info(first).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
            let owner = named && view.is(end, &[keyword::POSSESSIVE, keyword::APOSTROPHE]);
            let owner = owner || (named && view.capital(end) && !marks.has(end, IN_TITLE));
            let town = view.is(before, &[keyword::OF])
                && before > 0
                && (place_noun(view, before - 1) || age_ends(view, before));
            let located = (located || town) && !owner && !(usual && view.capital(end));
            !after_title && (dotted || located || (region_behind && !usual))
        }
        EntityKind::Agency => {
            let name = view.info(first).flags.has(WordFlags::GIVEN | WordFlags::SURNAME);
            // "the Magic Flute" is no team.
            let longer = marks.may_name(end) && end == first + 1 && !marks.has(end, IN_TITLE);
            (view.is(before, &[keyword::THE]) && !longer)
                || (!common(view, first) && !name && !marks.has(first, AFTER_TITLE))
        }
        EntityKind::Person => marks.has(first, AFTER_TITLE),
        EntityKind::Nationality => !marks.has(first, OPENS),
    }
}

/// Whether the neighbours speak for a company that goes by a usual word or a surname: "shares of Sears", "Apple rose".
pub(super) fn trades(view: &View, marks: &Marks, first: usize, end: usize) -> bool {
    let longer = view.capital(end) && view.is_word(end)
        || first > 0 && view.capital(first - 1) && view.is_word(first - 1) && !marks.has(first - 1, OPENS);
    if view.shape(first) != Shape::Title || marks.has(first, ALL_CAPS | HEADLINE | AFTER_TITLE) || longer {
        return false;
    }
    // Whoever bears the name is told by it in full somewhere, and found by that.
    let acts = || !common(view, first) && view.likely(end, pos::PAST | pos::THIRD);
    !marks.has(first, OPENS) || acts() || points::says(view, end) || moves(view, end) || ticker(view, end)
}

/// "Rangers |striker Ally McCoist": a small word for a player behind a team.
pub(super) fn plays(view: &View, end: usize) -> bool {
    view.has(end, Class::Shape)
        && view.shape(end) == Shape::Lower
        && view.words.all(end, Class::Shape).any(|(_, row)| {
            let word = view.lexicon.shapes[row];
            word.side == Side::Role && word.subtype == types::TEAM
        })
}

/// "fell 12p", "rose 3 percent", "posted": what the shares of companies do.
pub(super) fn moves(view: &View, at: usize) -> bool {
    view.has(at, Class::Trend) && view.can_be(at, pos::PAST | pos::THIRD) && {
        let number = |t: usize| view.tokens.get(t).is_some_and(|token| token.kind == Kind::Number);
        let by = at + 1 + usize::from(view.is(at + 1, &[keyword::BY, keyword::ABOUT, keyword::TO]));
        number(by) || number(by + 1) || view.has(by, Class::Number)
    }
}

/// "Gateway (NYSE: GTW)": the exchange where a company is listed.
pub(super) fn ticker(view: &View, end: usize) -> bool {
    view.is(end, &[keyword::OPEN])
        && view.shape(end + 1) != Shape::Lower
        && (end + 2..end + 4)
            .any(|at| view.is(at, &[keyword::COLON, keyword::DOT]) && view.shape(at + 1) == Shape::Upper)
}
