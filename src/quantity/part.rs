//! Parts: which number is part of which ("900 casualties, including some 70 deaths", "300 of the 2,000 clerks").

mod aside;
mod bare;
mod group;
mod of;
mod predicate;
mod sum;

use aside::{among, among_behind, asides};
pub(super) use bare::of_earlier;
use bare::{beside_part, earlier, of_opening, out_of, share_of_set, total, worst};
use group::{included, may_be_included};
use of::of_cause;
pub(super) use of::{of_following, of_state, of_them};
use predicate::told_as;
use sum::summed;

use super::chunk::{Chunk, Chunks, Voice, What};
use super::outline::Text;
use super::{Noun, Quantity, Unit, last_before, member};
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Effect, ReportFrame, pos};
use crate::lexicon::{Connective, View};
use crate::number::Form;
use crate::record::{Role, UnitKind};
use crate::trace::Trace;

/// How many sentences back "of them" may reach.
const SENTENCES_BACK: u32 = 4;

/// How many quantities behind "among those killed" may be of them.
const LONGEST_LIST: usize = 16;

/// Links what "including" and its kin set aside to what they are part of, before bare numbers are told of whom they are.
pub(super) fn link_asides(text: Text, chunks: &mut Chunks, list: &mut [Quantity]) {
    let view = text.view;
    for &sentence in &chunks.parted {
        let (start, stop) = chunks.sentences[sentence as usize];
        asides(view, &chunks.list[start as usize..stop as usize], list);
        among(&chunks.list[start as usize..stop as usize], list);
        among_behind(view, &chunks.list[start as usize..stop as usize], list);
    }
    let mut seen = None;
    for index in 0..list.len() {
        let sentence = Some(list[index].sentence);
        if seen != sentence && may_be_included(view, &list[index]) {
            seen = sentence;
            let (start, stop) = chunks.ready(text, list, list[index].sentence);
            included(view, &chunks.list[start as usize..stop as usize], list);
        }
    }
}

/// "Four of the wounded", "two of the men": a number before "of the" is told of whom it is part before those that follow it.
pub(super) fn link_of(text: Text, list: &mut [Quantity], index: usize) {
    let view = text.view;
    of_state(view, list, index);
    let quantity = &list[index];
    // "dismiss 980 of its 1,640 workers, four fifths of them": of whom, is told when all parts are known.
    let share = matches!(quantity.form, Form::Fraction | Form::Ratio)
        && quantity.first > 0
        && view.is(quantity.first as usize - 1, &[kw::COMMA]);
    if quantity.marks.partitive
        && !share
        && !quantity.implicit
        && quantity.part_of.is_none()
        && of_following(view, list, index).is_none()
    {
        list[index].part_of = of_them(view, list, index);
    }
    if let Some(whole) = list[index].part_of {
        // "Four of the victims": no more is told of them than of their whole.
        if let Unit::Count(Noun { thing: Some(row), .. }) = list[index].unit
            && ["person/person", "person/condition/victim"].contains(&view.lexicon.branch(row as usize))
            && list[index].marks.definite
        {
            list[index].unit = member::like(list, whole as usize);
        }
        told_as(text, list, index);
    } else if list[index].marks.partitive && list[index].role.is_some() {
        told_as(text, list, index);
    }
}

/// Links parts to their wholes; a part without a role of its own takes the whole's.
pub(super) fn link(text: Text, chunks: &mut Chunks, list: &mut [Quantity], trace: &mut Trace) {
    let view = text.view;
    of_opening(view, list);
    for index in 0..list.len() {
        if may_be_part(view, &list[index]) {
            total(view, list, index);
            earlier(view, list, index);
            worst(view, list, index);
            share(text, chunks, list, index);
            of_cause(view, list, index);
            share_of_set(view, list, index);
            out_of(view, list, index);
        }
        summed(view, list, index);
    }
    for index in 0..list.len() {
        if !may_be_part(view, &list[index]) {
            continue;
        }
        if list[index].part_of.is_none() {
            list[index].part_of = of_following(view, list, index).or_else(|| of_them(view, list, index));
        }
        if list[index].part_of.is_none() {
            beside_part(view, list, index);
        }
        let Some(whole) = list[index].part_of else { continue };
        told_as(text, list, index);
        let (start, end) = view.span(list[index].first as usize, list[index].end as usize);
        trace.note("part", start, end, || {
            let whole = &list[whole as usize];
            format!("of \"{}\"", view.slice(whole.first as usize, whole.end as usize))
        });
        // Who is freed out of a shaft is rescued.
        if list[index].role == Some(Role::Released)
            && matches!(list[whole as usize].role, Some(Role::Trapped | Role::Stranded))
        {
            list[index].role = Some(Role::Rescued);
        }
        inherit(text, chunks, list, index, whole as usize);
    }
}

/// The words and marks of which one stands before whatever the rules below take for a part or a total, if it has none of
/// [`OF_PARTS`] behind it.
const BEFORE_PARTS: WordSet =
    WordSet::of(&[kw::TO, kw::AT, kw::OF, kw::COMMA, kw::COLON, kw::AND, kw::SEMICOLON, kw::THAT, kw::WHOM, kw::WHICH]);

/// The words behind a part.
const OF_PARTS: WordSet = WordSet::of(&[kw::OF, kw::BY]);

/// Whether one of the rules of parts may say something of a number: most stand beside none of the words that they ask for.
fn may_be_part(view: &View, quantity: &Quantity) -> bool {
    BEFORE_PARTS.has(view.id((quantity.first as usize).wrapping_sub(1)))
        || OF_PARTS.has(view.id(quantity.number.1 as usize))
        || OF_PARTS.has(view.id(quantity.end as usize))
        || quantity.part_of.is_some()
        || quantity.marks.partitive
        || matches!(quantity.unit, Unit::Like(_))
}

/// "France has 60 soldiers stationed there, and Spain 90", "twelve had been spoken of at first": a number that leans on
/// another shares its role where no verb of its own says otherwise.
fn share(text: Text, chunks: &mut Chunks, list: &mut [Quantity], index: usize) {
    let Unit::Like(other) = list[index].unit else { return };
    // "Turkey sends 320 and Italy 850": the nearest of those that lean on the same.
    let same = |told: &Quantity| told.role.is_some() && told.unit == Unit::Like(other) && !told.implicit;
    let nearest = last_before(list, index, |told| same(told) && told.sentence == list[index].sentence);
    let other = nearest.unwrap_or(other as usize);
    if list[index].role.is_some() || list[index].marks.partitive || list[other].role.is_none() {
        return;
    }
    // "seven of them under 14": an age, by all that can be told.
    if index > 0 && list[index - 1].end == list[index].first {
        return;
    }
    let near = list[index].sentence - list[other].sentence.min(list[index].sentence);
    let (start, stop) = chunks.ready(text, list, list[index].sentence);
    let chunks = &chunks.list[start as usize..stop as usize];
    let Some(at) = chunks.iter().position(|chunk| chunk.what == What::Number(index as u32)) else { return };
    let reported = chunks[at + 1..].iter().take(3).any(|chunk| matches!(chunk.what, What::Report(ReportFrame::Belief)));
    if reported && near <= 1 {
        list[index].role = list[other].role;
        list[index].cue = list[other].cue;
        list[index].marks.historical = true;
        return;
    }
    if near > 0 {
        return;
    }
    // "employs 72,000 people, down from 90,000", "against 480 last year".
    let first = list[index].first as usize;
    let from = first >= 2 && text.view.is(first - 1, &[kw::FROM]) && text.view.is(first - 2, &[kw::UP, kw::DOWN]);
    if from || first > 0 && text.view.is(first - 1, &[kw::AGAINST]) {
        list[index].role = list[other].role;
        list[index].cue = list[other].cue;
        list[index].marks.historical = true;
        return;
    }
    let own = list[other].cue;
    let mut joined = false;
    for chunk in &chunks[..at] {
        // From the cue on: "Eight men were shot dead in Guayaquil and another three in Manta".
        if chunk.first < own.map_or(list[other].end, |cue| cue.0.max(list[other].end)) {
            continue;
        }
        match chunk.what {
            What::Cue(_) if own.is_some_and(|cue| cue.0 == chunk.first) => {}
            What::Verb | What::Aux | What::Clause | What::Break | What::Cue(_) | What::Pronoun | What::Report(_) => {
                return;
            }
            What::Comma | What::Connective(Connective::And | Connective::But) => joined = true,
            _ => {}
        }
    }
    // "four others, including a girl, escaped": over what is set aside.
    let verb_follows = chunks[at + 1..]
        .iter()
        .filter(|chunk| !chunk.aside)
        .scan(false, |comma, chunk| {
            // "Slovenia 20 and a kitchen that can serve": the kitchen's verb.
            let stop = matches!(chunk.what, What::Break | What::Clause)
                || *comma && !matches!(chunk.what, What::Comma | What::Verb | What::Aux | What::Cue(_));
            *comma |= matches!(chunk.what, What::Comma);
            (!stop).then_some(chunk)
        })
        .any(|chunk| matches!(chunk.what, What::Verb | What::Aux | What::Cue(_)));
    if joined && !verb_follows {
        list[index].role = list[other].role;
        list[index].cue = list[other].cue;
    }
}

/// Whether what two numbers count can be of one kind: no policemen are part of "six separate attacks", and "one of its
/// camps" is no part of "32 wounded".
fn alike(view: &View, list: &[Quantity], part: &Quantity, whole: &Quantity) -> bool {
    let branch = |quantity: &Quantity| match quantity.unit {
        Unit::Count(noun) => {
            let thing = &view.lexicon.things[noun.thing? as usize];
            Some(view.lexicon.branches[thing.branch as usize].as_str())
        }
        Unit::People => Some("person"),
        _ => None,
    };
    let origin = match whole.unit {
        Unit::Like(other) => list.get(other as usize).unwrap_or(whole),
        _ => whole,
    };
    let people = |branch: &str| {
        branch.starts_with("person") || branch.starts_with("event/harm") || branch.starts_with("thing/remains")
    };
    match (branch(part), branch(origin)) {
        (Some(part), Some(whole)) if people(whole) => {
            people(part) || !["place", "event", "animal", "measure"].iter().any(|kind| part.starts_with(kind))
        }
        (Some(part), Some(_)) => !people(part),
        _ => true,
    }
}

/// Whether a number can be part of another: not larger, and of a like kind.
fn fits(part: &Quantity, whole: &Quantity) -> bool {
    let most = |quantity: &Quantity| quantity.value.or(quantity.max);
    let smaller = matches!((most(part), most(whole)), (Some(part), Some(whole)) if part <= whole)
        || whole.bound == crate::record::Bound::Vague;
    let measured = |quantity: &Quantity| matches!(quantity.unit, Unit::Measure { kind, .. } if kind != UnitKind::Score);
    smaller && measured(part) == measured(whole)
}

/// "five of them with burns", "18 of whom had been serving life terms": what describes a part, or what it was before, is
/// not what happened to it with the others.
fn is_described(view: &View, list: &[Quantity], index: usize, whole: usize) -> bool {
    let (Some(cue), Some(role)) = (list[index].cue, list[index].role) else { return false };
    if !list[index].marks.partitive || list[whole].role.is_none() || cue.0 < list[index].end {
        return false;
    }
    let at = cue.0 as usize;
    let with = view.likely(at, pos::PREPOSITION) && !view.is(at, &[kw::IN]);
    let before = (list[index].end as usize..at).any(|token| view.is(token, &[kw::HAD]));
    with || before && !matches!(role, Role::Killed | Role::Wounded | Role::Casualty | Role::Assaulted)
}

/// Whether a comma opens a clause.
fn next_is_clause(chunks: &[Chunk], comma: &Chunk) -> bool {
    chunks.iter().any(|next| next.first == comma.end && next.what == What::Clause)
}

/// "997 of whom came from Mozambique": what a relative clause tells of some of them.
fn is_of_whom(view: &View, quantity: &Quantity) -> bool {
    let end = quantity.number.1 as usize;
    view.is(end, &[kw::OF]) && view.is(end + 1, &[kw::WHOM, kw::WHICH])
}

/// A part takes the role of its whole, unless a verb of its own follows it.
fn inherit(text: Text, chunks: &mut Chunks, list: &mut [Quantity], index: usize, whole: usize) {
    if is_described(text.view, list, index, whole) {
        list[index].role = list[whole].role;
        list[index].cue = list[whole].cue;
        return;
    }
    // "casualties, including 600 deaths": the part has its own.
    if list[index].role.is_some() || list[whole].role.is_none() {
        return;
    }
    let (start, stop) = chunks.ready(text, list, list[index].sentence);
    let chunks = &chunks.list[start as usize..stop as usize];
    let Some(at) = chunks.iter().position(|chunk| chunk.what == What::Number(index as u32)) else { return };
    let aside = chunks[at].aside;
    let mut verb = false;
    if !aside {
        for chunk in chunks.iter().skip(at + 1) {
            match chunk.what {
                What::Aux | What::Verb | What::Cue(Voice::Passive | Voice::Subject) => {
                    verb = true;
                    break;
                }
                What::Status(Effect::Negated) => {
                    verb = true;
                    break;
                }
                // "one, who had parked there, will not": a subject.
                What::Clause if list[index].unit != Unit::None && chunks[at + 1].what == What::Comma => {
                    verb = true;
                    break;
                }
                What::Comma if next_is_clause(chunks, chunk) => {}
                What::Comma | What::Break | What::Number(_) | What::Clause => break,
                _ => {}
            }
        }
    }
    // "Four of those hurt were nurses" tells what they were.
    let verb_behind = chunks.get(at + 2).is_some_and(|chunk| matches!(chunk.what, What::Verb | What::Cue(_)));
    let copula = text.view.is(list[index].end as usize, &[kw::WERE, kw::ARE]) && !verb_behind;
    let deployed_whole = list[whole].role == Some(Role::Employed) && verb;
    let lasts = list[whole].role.is_some_and(member::lasts) && !matches!(list[index].unit, Unit::Measure { .. });
    if !verb || copula && !deployed_whole || lasts || is_of_whom(text.view, &list[index]) {
        list[index].role = list[whole].role;
        list[index].cue = list[whole].cue;
    }
}
