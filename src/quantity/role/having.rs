//! What is had: "has 8,900 employees" tells of a workforce, "has 4,500 soldiers in Kosovo" of a force that was sent.

use super::super::grammar::OWNER_SET;
use super::super::outline::Text;
use super::super::{Quantity, Unit};
use crate::lexicon::sense::pos;
use crate::lexicon::{View, keyword as kw};
use crate::record::{EntityKind, Role};
use crate::text::Kind;
use crate::trace::Trace;

/// Gives workers who are had the role employed, and troops who are had somewhere the role deployed. Whatever else a cue
/// says of them goes before.
pub(super) fn link(text: Text, list: &mut [Quantity], trace: &mut Trace) {
    let view = text.view;
    for quantity in list.iter_mut() {
        let Unit::Count(noun) = quantity.unit else { continue };
        let Some(row) = noun.thing.filter(|_| quantity.role.is_none() && !quantity.marks.partitive) else { continue };
        let branch = &view.lexicon.branches[view.lexicon.things[row as usize].branch as usize];
        let cue = if branch == "person/work/worker" {
            verb(view, quantity).or_else(|| owner(view, quantity)).map(|cue| (cue, Role::Employed))
        } else if branch.starts_with("person/military") {
            let somewhere = is_somewhere(text, quantity.end as usize);
            verb(view, quantity).filter(|&at| somewhere && view.id(at) != kw::WITH).map(|cue| (cue, Role::Deployed))
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
    preposition && (after + 1..after + 4).any(place)
        || preposition && view.has(after + 1, crate::lexicon::sense::Class::Number)
}
