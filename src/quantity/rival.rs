//! Rival figures: a bare number that somebody puts, counts or speaks of is one more figure for what was told before
//! ("Organisers said that 90,000 had marched. Police put the crowd at 31,000, a monitor counted 58,000").

use super::chunk::{Chunk, Chunks, Voice, What};
use super::grammar::AUXILIARIES;
use super::member::like;
use super::outline::Text;
use super::{Noun, Quantity, Unit, last_before};
use crate::lexicon::sense::{Class, Frame, ReportFrame, pos};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::number::Form;
use crate::record::{Role, UnitKind};
use crate::trace::Trace;

/// How many sentences back the figure that it rivals may stand.
const SENTENCES_BACK: u32 = 2;

/// How far back what puts a figure may begin, in tokens.
const REACH: usize = 12;

/// Gives the number at `index` the noun and the role of the figure that it rivals, if it does.
pub(super) fn link(text: Text, chunks: &mut Chunks, list: &mut [Quantity], index: usize, trace: &mut Trace) -> bool {
    let quantity = &list[index];
    let share = matches!(quantity.form, Form::Score | Form::Fraction | Form::Ratio);
    if quantity.implicit || quantity.role.is_some() || quantity.unit != Unit::None || share || quantity.marks.zero {
        return false;
    }
    // "The shock measured 5.9": nobody is counted in tenths.
    if quantity.value.is_some_and(|value| value.fract() != 0.0) {
        return false;
    }
    if let Some((role, cue)) = number_of_those(text.view, quantity) {
        (list[index].unit, list[index].role, list[index].cue) = (Unit::People, Some(role), Some(cue));
        return true;
    }
    let sentence = quantity.sentence;
    let first = quantity.first as usize;
    let begin = first.saturating_sub(REACH).max(text.view.sentences[sentence as usize].first as usize);
    let told = |token: usize| text.view.has(token, Class::Report) || text.view.has(token, Class::Cue);
    if !(begin..first).any(told) {
        return false;
    }
    let (start, stop) = chunks.ready(text, list, sentence);
    let chunks = &chunks.list[start as usize..stop as usize];
    let Some(at) = chunks.iter().position(|chunk| chunk.what == What::Number(index as u32)) else { return false };
    let acts = chunks[at + 1..]
        .iter()
        .find(|chunk| !matches!(chunk.what, What::Other))
        .is_some_and(|chunk| matches!(chunk.what, What::Aux | What::Verb | What::Cue(_)));
    let Some(figure) = put(text.view, &chunks[..at]).filter(|_| !acts) else { return false };
    let (unit, role, cue) = match told_before(list, index) {
        Some(told) => (like(list, told), list[told].role, list[told].cue),
        // "the rally … put the turnout at 3,000".
        None => match figure.2.filter(|role| is_told(text, sentence, *role)) {
            Some(role) => (Unit::People, Some(role), Some((figure.0, figure.1))),
            None => return false,
        },
    };
    let (from, end) = text.view.span(figure.0 as usize, figure.1 as usize);
    trace.note("rival", from, end, || format!("{role:?}"));
    list[index].unit = unit;
    list[index].role = role;
    list[index].cue = cue;
    list[index].marks.rival |= text.view.is(figure.0 as usize, &[kw::OF]);
    true
}

/// "puts the number of those who fled at 34,000", "the number of people who drowned had risen to 40": the role of the verb
/// behind "who", with its words.
fn number_of_those(view: &View, quantity: &Quantity) -> Option<(Role, (u32, u32))> {
    let at = (quantity.first as usize).checked_sub(1)?;
    if !view.is(at, &[kw::AT, kw::AS, kw::TO]) {
        return None;
    }
    let begin = at.saturating_sub(REACH).max(view.sentences[quantity.sentence as usize].first as usize + 3);
    let who = (begin..at).rev().find(|&token| view.is(token, &[kw::WHO]))?;
    let those = view.is(who - 1, &[kw::THOSE, kw::PEOPLE])
        && view.is(who - 2, &[kw::OF])
        && view.is(who - 3, &[kw::NUMBER, kw::TOTAL]);
    if !those {
        return None;
    }
    let passive = (who + 1..at).any(|token| view.is(token, &[kw::WERE, kw::BEEN, kw::ARE]));
    (who + 1..at).filter(|&token| view.has(token, Class::Cue)).find_map(|token| {
        view.words.all(token, Class::Cue).find_map(|(end, row)| {
            let cue = &view.lexicon.cues[row];
            let person = view.lexicon.cue_allows_branch(cue, "person");
            let said = cue.frame == Frame::Undergoes || passive && cue.frame == Frame::Affects;
            let role = cue.role.filter(|_| said && person)?;
            Some((role, (token as u32, end as u32)))
        })
    })
}

/// Gives those who took part in what the text tells of its role: "thousands marched; 3,000 teachers took part".
pub(super) fn join(text: Text, list: &mut [Quantity], trace: &mut Trace) {
    let view = text.view;
    for quantity in list.iter_mut().filter(|quantity| quantity.role.is_none() && !quantity.implicit) {
        let people = match quantity.unit {
            Unit::None | Unit::People => true,
            Unit::Count(Noun { thing: Some(row), .. }) => view.lexicon.branch(row as usize).starts_with("person"),
            _ => false,
        };
        let stop = view.sentences[quantity.sentence as usize].last as usize;
        let mut at = quantity.end as usize;
        while at < stop && (AUXILIARIES.has(view.id(at)) || view.likely(at, pos::ADVERB | pos::MODAL)) {
            at += 1;
        }
        if !people || at >= stop || !view.has(at, Class::Cue) {
            continue;
        }
        let joins = view.words.all(at, Class::Cue).find_map(|(end, row)| {
            let cue = &view.lexicon.cues[row];
            (cue.frame == Frame::Joins).then_some((end, cue.role?))
        });
        if let Some((end, role)) = joins.filter(|(_, role)| is_told(text, quantity.sentence, *role)) {
            let (start, stop) = view.span(at, end);
            trace.note("joins", start, stop, || format!("{role:?}"));
            quantity.role = Some(role);
            quantity.cue = Some((at as u32, end as u32));
        }
    }
}

/// The figure told before that another rivals.
fn told_before(list: &[Quantity], index: usize) -> Option<usize> {
    let quantity = &list[index];
    // "flew 350 kilometres; Japan measured 330".
    let last = last_before(list, index, |told| {
        !told.implicit
            && !matches!(told.unit, Unit::Measure { kind: UnitKind::Age | UnitKind::Duration | UnitKind::Percent, .. })
    })?;
    if matches!(list[last].unit, Unit::Measure { .. }) {
        return None;
    }
    last_before(list, index, |told| {
        told.role.is_some()
            && !told.implicit
            && told.part_of.is_none()
            && matches!(told.unit, Unit::Count(_) | Unit::Like(_) | Unit::People)
            && quantity.sentence - told.sentence <= SENTENCES_BACK
    })
}

/// What puts the figure that follows: the tokens of "put the number at", "counted" or "the turnout (was)", and the role
/// that the noun has by itself.
fn put(view: &View, before: &[Chunk]) -> Option<(u32, u32, Option<Role>)> {
    // "spoke of 30 dead; the government of 45".
    let spoken =
        || before.windows(2).any(|pair| view.is(pair[0].end as usize - 1, &[kw::OF]) && pair[1].is_number().is_some());
    if let [.., joint, who, of] = before
        && view.is(of.first as usize, &[kw::OF])
        && matches!(who.what, What::Noun { .. } | What::Entity(_) | What::People { .. })
        && matches!(joint.what, What::Comma | What::Break | What::Connective(Connective::And | Connective::But))
        && spoken()
    {
        return Some((of.first, of.end, None));
    }
    for (back, chunk) in before.iter().rev().take(5).enumerate() {
        let first = chunk.first as usize;
        let next = before.len() - back;
        match chunk.what {
            // "The figure given on Tuesday was 55".
            What::Preposition if before.get(next).is_some_and(|next| matches!(next.what, What::Time(_))) => {}
            // "claimed" takes lives, or says.
            What::Report(ReportFrame::Says) | What::Cue(Voice::Takes) => return Some((chunk.first, chunk.end, None)),
            // "had given 45", "gave 45".
            What::Verb if gives(view, first) => return Some((chunk.first, chunk.end, None)),
            What::Preposition if view.is(first, &[kw::AT, kw::AS, kw::OF, kw::TO, kw::FROM]) => {}
            What::Other | What::Verb | What::Aux | What::Time(_) | What::Quote => {}
            // "later corrected it to 41".
            What::Pronoun if view.is(first, &[kw::IT]) => {}
            What::Noun { .. } | What::People { .. } => {
                let last = chunk.end as usize - 1;
                return view.words.all(last, Class::Cue).find_map(|(_, row)| {
                    let cue = &view.lexicon.cues[row];
                    (cue.frame == Frame::Figure).then_some((chunk.first, chunk.end, cue.role))
                });
            }
            _ => return None,
        }
    }
    None
}

/// Whether a verb says only with a figure behind it: "gave 45".
fn gives(view: &View, token: usize) -> bool {
    view.has(token, Class::Report)
        && view.words.all(token, Class::Report).any(|(_, row)| view.lexicon.reports[row] == ReportFrame::Puts)
}

/// Whether the text tells of something of the role up to a sentence: a word that gives it, or an event of it.
fn is_told(text: Text, sentence: u32, role: Role) -> bool {
    let view = text.view;
    (sentence.saturating_sub(SENTENCES_BACK)..=sentence).any(|sentence| {
        text.all(sentence, Class::Cue).any(|token| {
            view.words.all(token, Class::Cue).any(|(_, row)| {
                let cue = &view.lexicon.cues[row];
                cue.role == Some(role) && !matches!(cue.frame, Frame::Figure | Frame::Joins)
            })
        })
    })
}
