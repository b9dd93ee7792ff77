//! Candidates: whether a cue of a sentence can be said at all of one of the numbers in it.

use super::super::chunk::may_take;
use super::super::outline::Text;
use super::super::{Noun, Quantity, Unit};
use super::{aside, leant, noun, reading, strong};
use crate::lexicon::sense::{Class, CueWord, Frame};
use crate::lexicon::{Connective, keyword as kw};
use crate::number::Form;
use crate::record::{Role, UnitKind};

/// Whether a cue of a sentence can be said of one of the numbers in it, or of somebody told of without one.
pub(in crate::quantity) fn may_link(text: Text, before: &[Quantity], numbers: &[Quantity], sentence: u32) -> bool {
    let lexicon = text.view.lexicon;
    // Figures of a result count nothing.
    let measured = |quantity: &Quantity| matches!(quantity.unit, Unit::Measure { .. }) || quantity.form == Form::Score;
    // "delivered 40 tonnes of rice".
    let load = |quantity: &Quantity| {
        matches!(quantity.unit, Unit::Measure { kind: UnitKind::Measure, .. })
            && text.view.is(quantity.end as usize, &[kw::OF])
    };
    let loads = numbers.iter().any(load)
        && text.all(sentence, Class::Cue).any(|token| {
            let mut cues = text.view.words.all(token, Class::Cue).map(|(_, row)| &lexicon.cues[row]);
            cues.any(|cue| cue.role == Some(Role::Delivered))
        });
    if loads {
        return true;
    }
    // Parts are told of two figures, or of one of which a cue tells.
    let may_part = text.parts(sentence)
        && (numbers.len() > 1 || text.held(sentence).has(Class::Cue) || goes_on(text, before, sentence));
    if numbers.iter().all(measured) {
        return text.may_hit(sentence, numbers) || may_part;
    }
    // Whether things were counted on which a figure may lean.
    let counted_thing = |other: &Quantity| matches!(other.unit, Unit::Count(Noun { thing: Some(_), .. }));
    let near = before.iter().rev().take_while(|other| other.sentence + leant::SENTENCES_BACK >= sentence);
    let leans = || numbers.iter().any(counted_thing) || near.clone().any(counted_thing);
    let takes = |token: usize, cue: &CueWord, role: Role| {
        numbers.iter().any(|quantity| match quantity.unit {
            Unit::Measure { .. } => false,
            Unit::Count(Noun { thing: Some(row), .. }) => {
                lexicon.cue_fit(cue, lexicon.things[row as usize].branch).is_some()
            }
            // What describes a noun that the lexicon lacks is said of it.
            Unit::Count(noun) => {
                !lexicon.cue_is_choosy(cue)
                    || lexicon.cue_takes(cue, "person") && (strong(role) || reading::is_doer(text.view, noun))
                    || reading::takes_any(role) && (lexicon.cue_takes(cue, "thing") || lexicon.cue_takes(cue, "place"))
                    || (noun.first as usize..noun.end as usize).contains(&token)
            }
            Unit::None if quantity.form == Form::Score => false,
            // "Five were intercepted": people, or whatever was counted before.
            Unit::None => {
                lexicon.cue_takes(cue, "person")
                    || role == Role::Killed && lexicon.cue_allows_branch(cue, "person")
                    || leans()
            }
            _ => lexicon.cue_allows_branch(cue, "person"),
        })
    };
    let mut hit = None;
    let mut hits = || *hit.get_or_insert_with(|| text.may_hit(sentence, numbers));
    // What a figure counts may be read by the whole of a cue that it parts ("took six seamen hostage").
    let open = numbers.iter().any(|quantity| match quantity.unit {
        Unit::None => quantity.form != Form::Score,
        Unit::Count(noun) => noun.thing.is_none(),
        _ => false,
    });
    // What stands in a number phrase is no cue by itself.
    let holder =
        |token: usize| numbers.iter().find(|number| (number.first as usize..number.end as usize).contains(&token));
    let counted = |token: usize| match holder(token).map(|number| number.unit) {
        Some(Unit::Count(noun)) => (noun.first as usize..noun.end as usize).contains(&token),
        _ => false,
    };
    let fits = |token: usize| {
        let mut verb = false;
        text.view.words.all(token, Class::Cue).any(|(cue_end, row)| {
            let cue = &lexicon.cues[row];
            cue.role.is_some_and(|role| match cue.frame {
                Frame::Event | Frame::Taken => counted(token) || text.noun_hits(cue_end),
                Frame::Toll => true,
                _ => {
                    verb = true;
                    takes(token, cue, role) || role.counts_one() && hits()
                }
            })
        }) || open && verb && text.may_part(token, sentence)
    };
    // Whether it stands as cues do that are said of somebody.
    let stands = |token: usize| match holder(token).map(|number| number.unit) {
        Some(Unit::Count(noun)) => noun::told_within(text.view, noun).is_some(),
        Some(_) => false,
        None => may_take(text, numbers, sentence, token),
    };
    let linked = text.all(sentence, Class::Cue).any(fits) && text.all(sentence, Class::Cue).any(stands);
    linked || may_part
}

/// "The survivors included 14 children": whether a sentence begins with words that set parts apart, and others were counted
/// not long before.
fn goes_on(text: Text, before: &[Quantity], sentence: u32) -> bool {
    let first = text.view.sentences[sentence as usize].first as usize;
    let part = |token: usize| {
        text.view.has(token, Class::Connective)
            && text
                .view
                .longest(token, Class::Connective)
                .is_some_and(|(_, row)| text.view.lexicon.connectives[row] == Connective::Part)
    };
    before.last().is_some_and(|told| told.sentence + aside::GROUP_BACK >= sentence) && (first..first + 3).any(part)
}
