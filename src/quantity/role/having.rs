//! What is had: "has 8,900 employees" tells of a workforce, "has 4,500 soldiers in Kosovo" of a force that was sent.

use super::super::grammar::OWNER_SET;
use super::super::outline::Text;
use super::super::{Noun, Quantity, Unit, noun};
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{View, keyword as kw};
use crate::record::{EntityKind, Role};
use crate::text::Kind;
use crate::trace::Trace;

/// Gives workers who are had the role employed, and troops who are had somewhere the role deployed. Whatever else a cue
/// says of them goes before.
pub(super) fn link(text: Text, list: &mut [Quantity], trace: &mut Trace) {
    let view = text.view;
    for index in 0..list.len() {
        let before = index.checked_sub(1).map(|before| list[before]);
        let quantity = &mut list[index];
        // "employed 13,400 before the war and now has 9,700".
        if quantity.unit == Unit::None
            && quantity.role.is_none()
            && !quantity.implicit
            && let Some(before) = before.filter(|before| quantity.sentence - before.sentence <= 1)
            && matches!(before.role, Some(Role::Employed | Role::Deployed))
            && verb(view, quantity).is_some()
        {
            (quantity.role, quantity.cue) = (before.role, before.cue);
            list[index - 1].marks.historical = true;
            continue;
        }
        let Unit::Count(noun) = quantity.unit else { continue };
        let Some(row) = noun.thing.filter(|_| quantity.role.is_none() && !quantity.marks.partitive) else { continue };
        let branch = view.lexicon.branch(row as usize);
        let cue = if branch == "person/work/worker" {
            // "with 1,150 dockers refusing to work": what they do is told.
            // "a bridge with 26 labourers on it": where they are.
            let there = |after: usize| view.likely(after, pos::ING) || view.is(after, &[kw::ON, kw::INSIDE]);
            let with = |at: usize| view.id(at) == kw::WITH && there(quantity.end as usize);
            let verb = verb(view, quantity).filter(|&at| !with(at));
            verb.or_else(|| owner(view, quantity))
                .or_else(|| joined(view, quantity, before))
                .map(|cue| (cue, Role::Employed))
        } else if branch.starts_with("person/military") {
            let somewhere = is_somewhere(text, quantity.end as usize);
            verb(view, quantity)
                .filter(|&at| somewhere && view.id(at) != kw::WITH)
                .or_else(|| stays(text, quantity))
                .map(|cue| (cue, Role::Deployed))
        } else if branch == "person/civic/protester" {
            // "fired on 200 marchers" tells of something else.
            let told = is_told_of(view, quantity);
            by_itself(view, quantity, noun).filter(|_| told).map(|cue| (cue, Role::Protesting))
        } else if branch == "person/captive/prisoner/political" {
            by_itself(view, quantity, noun).map(|cue| (cue, Role::Detained))
        } else if branch.starts_with("person") {
            works_there(view, quantity).map(|cue| (cue, Role::Employed))
        } else {
            None
        };
        let Some((cue, role)) = cue else { continue };
        let (start, stop) = view.span(cue, cue + 1);
        trace.note("having", start, stop, || format!("{role:?}"));
        quantity.role = Some(role);
        quantity.cue = Some((cue as u32, cue as u32 + 1));
    }
}

/// "has", "had" or "with" before a number, over adverbs: "now has", "has now".
fn verb(view: &View, quantity: &Quantity) -> Option<usize> {
    let mut at = (quantity.first as usize).checked_sub(1)?;
    if view.likely(at, pos::ADVERB) {
        at = at.checked_sub(1)?;
    }
    // "was meant to have 2,500 troops there".
    let infinitive = at > 0 && view.is(at - 1, &[kw::TO]);
    (view.is(at, &[kw::HAVE, kw::HAS, kw::HAD, kw::HAVING, kw::WITH]) && !infinitive).then_some(at)
}

/// "spoke of 80,000 demonstrators", "320 political prisoners": the noun says it, where it is not the trial of them that is
/// told of.
fn by_itself(view: &View, quantity: &Quantity, noun: Noun) -> Option<usize> {
    let first = quantity.first as usize;
    let of_noun = first >= 2 && view.is(first - 1, &[kw::OF]) && !view.has(first - 2, Class::Report);
    let zero = quantity.marks.zero || quantity.value.is_some_and(|value| value < 2.0);
    (!of_noun && !zero).then_some(noun.head as usize)
}

/// "spoke of 80,000 demonstrators", "Some 5,000 marchers filled": whether a number opens its sentence or stands behind
/// words of saying.
fn is_told_of(view: &View, quantity: &Quantity) -> bool {
    let first = quantity.first as usize;
    let begin = view.sentences[quantity.sentence as usize].first as usize;
    first == begin || (begin.max(first.saturating_sub(2))..first).any(|token| view.has(token, Class::Report))
}

/// "a plant where 140 people work": the verb behind.
fn works_there(view: &View, quantity: &Quantity) -> Option<usize> {
    let before = (quantity.first as usize).checked_sub(1)?;
    let verb = quantity.end as usize;
    let closes = view.tokens.get(verb + 1).is_none_or(|token| token.punct() != 0);
    (view.is(before, &[kw::WHERE]) && view.is(verb, &[kw::WORK, kw::WORKED]) && closes).then_some(verb)
}

/// "has 300 rooms and 210 staff": the verb before the first of those joined.
fn joined(view: &View, quantity: &Quantity, before: Option<Quantity>) -> Option<usize> {
    let and = (quantity.first as usize).checked_sub(1)?;
    let before = before.filter(|before| view.is(and, &[kw::AND]) && before.end as usize == and)?;
    verb(view, &before).filter(|&at| view.id(at) != kw::WITH)
}

/// "At present 2,000 soldiers are there", "1,500 soldiers remain in Goma": the verb behind.
fn stays(text: Text, quantity: &Quantity) -> Option<usize> {
    let view = text.view;
    let verb = quantity.end as usize;
    let stays = view.is(verb, &[kw::ARE, kw::REMAIN]);
    let after = verb + 1 + usize::from(view.likely(verb + 1, pos::ADVERB) && !view.is(verb + 1, &[kw::THERE]));
    let closes = view.tokens.get(after + 1).is_none_or(|token| token.punct() != 0);
    let there = view.is(after, &[kw::THERE]) && closes;
    (stays && (there || is_somewhere(text, after))).then_some(verb)
}

/// "its 8,900 employees", "the bank's 300 staff".
fn owner(view: &View, quantity: &Quantity) -> Option<usize> {
    let at = (quantity.first as usize).checked_sub(1)?;
    (OWNER_SET.has(view.id(at)) || view.tokens[at].kind == Kind::Possessive).then_some(at)
}

/// Whether a place follows: "in Kosovo", "on the border", "there".
fn is_somewhere(text: Text, after: usize) -> bool {
    let view = text.view;
    let place = |token: usize| {
        text.entities.at(token).is_some_and(|entity| text.entities.list[entity].kind == EntityKind::Place)
    };
    let preposition = view.is(after, &[kw::IN, kw::ON, kw::AT, kw::NEAR, kw::ACROSS, kw::AROUND, kw::INSIDE]);
    let counted = view.has(after + 1, Class::Number)
        || view.tokens.get(after + 1).is_some_and(|token| token.kind == Kind::Number);
    // "in the region".
    let region = |token: usize| {
        noun::thing(view, token).is_some_and(|(_, row)| view.lexicon.branch(row).starts_with("place/settlement"))
    };
    preposition && (counted || (after + 1..after + 4).any(|token| place(token) || region(token)))
}
