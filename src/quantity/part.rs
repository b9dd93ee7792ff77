//! Parts: which number is part of which ("900 casualties, including some 70 deaths", "300 of the 2,000 clerks").

use super::chunk::{Chunk, Chunks, What};
use super::outline::Text;
use super::{Quantity, Unit, last_before, member};
use crate::lexicon::sense::{Class, Frame, ReportFrame, VerbForm, pos};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::number::Form;
use crate::record::{Role, UnitKind};
use crate::trace::Trace;

/// How many sentences back "of them" may reach.
const SENTENCES_BACK: u32 = 4;

/// How many quantities behind "among those killed" may be of them.
const LONGEST_LIST: usize = 16;

/// Links parts to their wholes; a part without a role of its own takes the whole's.
pub(super) fn link(text: Text, chunks: &mut Chunks, list: &mut [Quantity], trace: &mut Trace) {
    let view = text.view;
    for &sentence in &chunks.parted {
        let (start, stop) = chunks.sentences[sentence as usize];
        asides(view, &chunks.list[start as usize..stop as usize], list);
        among(&chunks.list[start as usize..stop as usize], list);
    }
    for index in 0..list.len() {
        share(text, chunks, list, index);
        of_state(view, list, index);
    }
    for index in 0..list.len() {
        if list[index].part_of.is_none() {
            list[index].part_of = of_following(view, list, index).or_else(|| of_them(view, list, index));
        }
        let Some(whole) = list[index].part_of else { continue };
        let (start, end) = view.span(list[index].first as usize, list[index].end as usize);
        trace.note("part", start, end, || {
            let whole = &list[whole as usize];
            format!("of \"{}\"", view.slice(whole.first as usize, whole.end as usize))
        });
        inherit(text, chunks, list, index, whole as usize);
    }
}

/// "France has 60 soldiers stationed there, and Spain 90", "twelve had been spoken of at first": a number that leans on
/// another shares its role where no verb of its own says otherwise.
fn share(text: Text, chunks: &mut Chunks, list: &mut [Quantity], index: usize) {
    let Unit::Like(other) = list[index].unit else { return };
    let other = other as usize;
    if list[index].role.is_some() || list[index].marks.partitive || list[other].role.is_none() {
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
            let stop = matches!(chunk.what, What::Break)
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

/// Numbers that "including", "among them" and their kin set aside are parts of the number before.
fn asides(view: &View, chunks: &[Chunk], list: &mut [Quantity]) {
    let mut whole: Option<u32> = None;
    let mut open = false;
    for chunk in chunks {
        match chunk.what {
            What::Connective(Connective::Part) => open = whole.is_some(),
            What::Number(index) if chunk.aside && open => {
                let part = &list[index as usize];
                if let Some(whole) = whole
                    && fits(part, &list[whole as usize])
                    && alike(view, part, &list[whole as usize])
                {
                    list[index as usize].part_of = Some(whole);
                }
            }
            What::Number(index) if !chunk.aside => {
                open = false;
                if !matches!(
                    list[index as usize].unit,
                    Unit::Measure { kind: UnitKind::Age | UnitKind::Duration | UnitKind::Measure, .. }
                ) {
                    whole = Some(index);
                }
            }
            _ => {}
        }
        if !chunk.aside {
            open &= matches!(chunk.what, What::Comma);
        }
    }
}

/// "The dead included four cooks", "Among those hurt was a nurse": part of the figure of the same role before.
fn among(chunks: &[Chunk], list: &mut [Quantity]) {
    // Numbers in text order, then people without a figure in text order.
    let numbers = list.partition_point(|quantity| !quantity.implicit);
    for chunk in chunks.iter().filter(|chunk| matches!(chunk.what, What::Connective(Connective::Part))) {
        for (from, to) in [(0, numbers), (numbers, list.len())] {
            let first = from + list[from..to].partition_point(|quantity| quantity.first < chunk.first);
            for index in first..to.min(first + LONGEST_LIST) {
                let part = &list[index];
                if part.part_of.is_some() || part.cue != Some((chunk.first, chunk.end)) {
                    continue;
                }
                let before = list[..numbers].partition_point(|quantity| quantity.first < part.first);
                list[index].part_of = last_before(list, before, |whole| {
                    whole.role == part.role
                        && whole.cue != part.cue
                        && whole.part_of.is_none()
                        && part.sentence - whole.sentence.min(part.sentence) <= SENTENCES_BACK
                        && fits(part, whole)
                })
                .map(|whole| whole as u32);
            }
        }
    }
}

/// Whether what two numbers count can be of one kind: no policemen are part of "six separate attacks".
fn alike(view: &View, part: &Quantity, whole: &Quantity) -> bool {
    let branch = |quantity: &Quantity| match quantity.unit {
        Unit::Count(noun) => {
            let thing = &view.lexicon.things[noun.thing? as usize];
            Some(&*view.lexicon.branches[thing.branch as usize])
        }
        _ => None,
    };
    let person = |branch: &str| branch.starts_with("person");
    match (branch(part), branch(whole)) {
        (Some(part), Some(whole)) => !person(part) || person(whole) || whole.starts_with("event/harm"),
        _ => true,
    }
}

/// Whether a number can be part of another: not larger, and of a like kind.
fn fits(part: &Quantity, whole: &Quantity) -> bool {
    let most = |quantity: &Quantity| quantity.value.or(quantity.max);
    let smaller = matches!((most(part), most(whole)), (Some(part), Some(whole)) if part <= whole)
        || whole.bound == crate::record::Bound::Vague;
    let measured = |quantity: &Quantity| matches!(quantity.unit, Unit::Measure { .. });
    smaller && measured(part) == measured(whole)
}

/// "between 10 and 15 of the wounded": the state says what happened, and of whom they are part.
fn of_state(view: &View, list: &mut [Quantity], index: usize) {
    let end = list[index].number.1 as usize;
    if list[index].implicit || !view.is(end, &[kw::OF]) || !view.is(end + 1, &[kw::THE, kw::THOSE]) {
        return;
    }
    let state = view.words.all((end + 2).min(view.len() - 1), Class::Cue).find_map(|(after, row)| {
        let cue = &view.lexicon.cues[row];
        let state = matches!(cue.frame, Frame::State | Frame::Affects)
            && matches!(cue.form, VerbForm::Plain | VerbForm::PastOrParticiple | VerbForm::Participle);
        (state && end + 2 < view.len()).then_some((after, cue.role?))
    });
    let Some((after, role)) = state else { return };
    // "Four of the wounded died": what is said of the part holds.
    if list[index].role.is_none() {
        list[index].role = Some(role);
        list[index].cue = Some((end as u32 + 2, after as u32));
    }
    list[index].marks.partitive = true;
    let whole =
        last_before(list, index, |whole| whole.role == Some(role) && whole.part_of.is_none() && !whole.implicit);
    if let Some(whole) = whole {
        list[index].part_of = Some(whole as u32);
        if !matches!(list[index].unit, Unit::Measure { .. })
            && !matches!(list[index].form, Form::Fraction | Form::Ratio)
        {
            list[index].unit = Unit::Like(whole as u32);
        }
    }
}

/// "300 of the 2,000 clerks": the number behind "of".
fn of_following(view: &View, list: &[Quantity], index: usize) -> Option<u32> {
    let quantity = &list[index];
    if !quantity.marks.partitive
        || !view.is(quantity.number.1 as usize, &[kw::OF]) && !view.is(quantity.end as usize, &[kw::OF])
    {
        return None;
    }
    let next = list.get(index + 1).filter(|next| !next.implicit)?;
    let near = next.first <= quantity.number.1 + 4 && next.sentence == quantity.sentence;
    (near && (fits(quantity, next) || matches!(quantity.form, Form::Fraction | Form::Ratio)))
        .then_some(index as u32 + 1)
}

/// "five of them", "nine of them pupils", "more than half of them", "80 percent of them": of what was counted before.
fn of_them(view: &View, list: &[Quantity], index: usize) -> Option<u32> {
    let quantity = &list[index];
    let number_end = quantity.number.1 as usize;
    let end = if view.is(number_end, &[kw::OF]) { number_end } else { quantity.end as usize };
    let share = matches!(quantity.form, Form::Fraction | Form::Ratio)
        || matches!(quantity.unit, Unit::Measure { kind: UnitKind::Percent, .. });
    // "85 percent of the area" is of nothing counted, "eight in ten of the dead" is.
    let of_them = view.is(end, &[kw::OF])
        && (view.is(end + 1, &[kw::THEM, kw::WHOM, kw::WHICH, kw::THOSE, kw::THESE])
            || view.is(end + 1, &[kw::THE]) && view.has(end + 2, Class::Cue));
    if !(if share { of_them } else { quantity.marks.partitive }) {
        return None;
    }
    let role_of_dead = share && of_them && view.is(end + 1, &[kw::THE]);
    last_before(list, index, |whole| {
        let near = quantity.sentence - whole.sentence.min(quantity.sentence) <= SENTENCES_BACK;
        let counted = matches!(whole.unit, Unit::Count(_) | Unit::Like(_) | Unit::People);
        near && counted
            && !whole.implicit
            && whole.part_of.is_none()
            && (share || fits(quantity, whole))
            && (!role_of_dead || whole.role.is_some())
    })
    .map(|whole| whole as u32)
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
    with || before && !matches!(role, Role::Killed | Role::Wounded | Role::Casualty)
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
                What::Aux | What::Verb => {
                    verb = true;
                    break;
                }
                What::Comma | What::Break | What::Number(_) | What::Clause => break,
                _ => {}
            }
        }
    }
    // "Four of those hurt were nurses" tells what they were.
    let copula = text.view.is(list[index].end as usize, &[kw::WERE, kw::ARE]);
    let deployed_whole = list[whole].role == Some(Role::Employed) && verb;
    let lasts = list[whole].role.is_some_and(member::lasts) && !matches!(list[index].unit, Unit::Measure { .. });
    if !verb || copula && !deployed_whole || lasts {
        list[index].role = list[whole].role;
        list[index].cue = list[whole].cue;
    }
}
