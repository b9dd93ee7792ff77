//! Implicit counts: people who are hit and named or told of, but not counted in figures ("a lorry driver was shot
//! dead", "Ilan Torvek and his cousin").

use super::chunk::{self, Chunk, Chunks, Hit, What};
use super::grammar::{AUXILIARIES, OWNER_SET};
use super::{Marks, Quantity, Unit, noun};
use crate::entity::Entities;
use crate::lexicon::sense::{Class, NumberKind, pos};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::number::Form;
use crate::record::{Bound, Role, Status};
use crate::trace::Trace;

/// Makes a quantity of each person that a cue hit.
pub(super) fn find(view: &View, entities: &Entities, chunks: &mut Chunks, list: &mut Vec<Quantity>, trace: &mut Trace) {
    if chunks.people.is_empty() {
        return;
    }
    let mut people = std::mem::take(&mut chunks.people);
    // The first cue that was linked holds, but who was wounded and then died is dead.
    people.sort_by_key(|hit| (hit.chunk, hit.role != Role::Killed));
    people.dedup_by_key(|hit| hit.chunk);
    let mut index = 0;
    // The last chunk of the person before, and what happened.
    let mut made: Option<(u32, Role)> = None;
    while index < people.len() {
        let Hit { chunk, role, cue, whole } = people[index];
        index += 1;
        if !role.counts_one() {
            continue;
        }
        let first = chunks.list[chunk as usize];
        if made.is_some_and(|(before, of)| of == role && renamed(view, chunks, before, chunk)) {
            continue;
        }
        let (mut count, mut definite, entity) = match first.what {
            What::People { count, definite, entity } => (count, definite, entity),
            What::Noun { people: false } => (1, false, None),
            // "He was shot dead": where nobody is known to have been.
            What::Pronoun if !list.iter().any(|other| other.role == Some(role) || other.role == Some(Role::Killed)) => {
                (1, true, None)
            }
            _ => continue,
        };
        let mut end = first.end;
        // "X and his cousin" are told together.
        let mut last = chunk;
        while let Some(&Hit { chunk: next, role: next_role, whole: next_whole, .. }) = people.get(index)
            && next_role == role
            && next_whole == whole
            && joined(view, chunks, last, next)
            && let What::People { count: more, .. } = chunks.list[next as usize].what
        {
            count += more;
            end = chunks.list[next as usize].end;
            last = next;
            index += 1;
        }
        // "a teacher and her two daughters", "a mother and four of her children" are told together too.
        let mut with_kin = false;
        if let Some((kin, more)) = counted_kin(view, chunks, list, last, role)
            && whole.is_none()
        {
            count = count.saturating_add(more);
            let quantity = &mut list[kin];
            end = quantity.end;
            (quantity.role, quantity.cue, quantity.marks.zero) = (None, None, true);
            with_kin = true;
        }
        definite &= last == chunk;
        made = Some((last, role));
        let sentence = chunks.sentences.partition_point(|(_, stop)| *stop <= chunk) as u32;
        let begin = chunks.sentences[sentence as usize].0 as usize;
        let unit = match entity {
            None if last == chunk && !with_kin => head(view, entities, first.first as usize, first.end as usize),
            _ => Unit::None,
        };
        let (start, stop) = view.span(first.first as usize, end as usize);
        trace.note("implicit", start, stop, || format!("{count} {role:?}"));
        list.push(Quantity {
            sentence,
            first: first.first,
            end,
            number: (first.first, first.first),
            form: Form::Words,
            value: Some(f64::from(count)),
            min: None,
            max: None,
            bound: Bound::Exact,
            trend: None,
            unit,
            role: Some(role),
            cue: Some(cue),
            status: Status::Reported,
            source: None,
            source_words: None,
            place: None,
            time: None,
            part_of: whole,
            tally: None,
            implicit: true,
            marks: Marks {
                again: definite,
                separate: also(view, cue.0),
                nth: nth(view, first.first as usize, end as usize),
                subordinate: chunk::subordinate(view, &chunks.list, chunk as usize, begin),
                ..Marks::default()
            },
            score: 0.8,
        });
    }
    chunks.people = people;
}

/// The place of "a 12th victim" in the order of those hit; 0 for others, as for "the third mayor killed this year".
fn nth(view: &View, first: usize, end: usize) -> u16 {
    if !view.is(first, &[kw::A, kw::AN]) {
        return 0;
    }
    let (at, stop) = (first + 1, end.min(first + 3));
    if view.ends_ordinal(first + 2) {
        return view.slice(at, at + 1).parse().unwrap_or(0);
    }
    let ordinal = |token: usize| {
        view.words.all(token, Class::Number).find_map(|(after, row)| {
            let number = &view.lexicon.numbers[row];
            (number.kind == NumberKind::Ordinal && after <= end).then_some(number.value as u16)
        })
    };
    (at..stop).filter(|&token| view.has(token, Class::Number)).find_map(ordinal).unwrap_or(0)
}

/// "was also killed", "had also been shot": told apart from those before.
fn also(view: &View, cue: u32) -> bool {
    let before = (cue as usize).saturating_sub(3)..cue as usize;
    before.rev().find(|&token| !AUXILIARIES.has(view.id(token))).is_some_and(|token| view.is(token, &[kw::ALSO]))
}

/// "X and his cousin": joined by "and" to somebody told of by the first.
fn joined(view: &View, chunks: &Chunks, one: u32, other: u32) -> bool {
    let between = &chunks.list[one as usize + 1..other as usize];
    let and = matches!(between, [joint] if matches!(joint.what, What::Connective(Connective::And)));
    let owned = view.is(chunks.list[other as usize].first as usize, &[kw::HIS, kw::HER, kw::THEIR]);
    and && owned
}

/// "her two daughters", "four of her children": the figure of those joined to somebody who are told of by whose they are,
/// and its value.
fn counted_kin(view: &View, chunks: &Chunks, list: &[Quantity], last: u32, role: Role) -> Option<(usize, u8)> {
    let what = |at: u32| chunks.list.get(at as usize).map(|chunk| chunk.what);
    if !matches!(what(last)?, What::People { .. }) || what(last + 1)? != What::Connective(Connective::And) {
        return None;
    }
    let at = if what(last + 2)? == What::Other { last + 3 } else { last + 2 };
    let index = chunks.list.get(at as usize)?.is_number()?;
    let quantity = &list[index];
    let number = (quantity.number.0 as usize, quantity.number.1 as usize);
    let before = number.0.checked_sub(1).is_some_and(|token| OWNER_SET.has(view.id(token)));
    let behind = view.is(number.1, &[kw::OF]) && OWNER_SET.has(view.id(number.1 + 1));
    let few = quantity.value.filter(|&value| quantity.role == Some(role) && (1.0..20.0).contains(&value))?;
    (before || behind).then_some((index, few as u8))
}

/// "a journalist and activist": one person, told by two nouns.
fn renamed(view: &View, chunks: &Chunks, one: u32, other: u32) -> bool {
    let between = &chunks.list[one as usize + 1..other as usize];
    let and = matches!(between, [joint] if matches!(joint.what, What::Connective(Connective::And)));
    let (first, second) = (chunks.list[one as usize], chunks.list[other as usize]);
    let bare = !view.likely(second.first as usize, pos::DETERMINER | pos::PRONOUN);
    let named = |chunk: Chunk| matches!(chunk.what, What::People { entity: Some(_), .. });
    and && bare && !named(second) && !named(first) && view.likely(first.first as usize, pos::DETERMINER)
}

/// The noun of "a night watchman".
fn head(view: &View, entities: &Entities, first: usize, end: usize) -> Unit {
    for token in (first..end).rev() {
        if let Some((thing_end, row)) = noun::thing(view, token)
            && thing_end == end
        {
            let start =
                (first..=token).find(|&start| noun::thing(view, start).is_some_and(|(thing_end, _)| thing_end == end));
            let row = start.and_then(|start| noun::thing(view, start)).map_or(row, |(_, row)| row);
            let begin = first + usize::from(view.likely(first, pos::DETERMINER));
            return Unit::Count(super::Noun {
                first: begin.min(token) as u32,
                end: end as u32,
                head: end as u32 - 1,
                thing: Some(row as u32),
                per: None,
            });
        }
    }
    let people = noun::demonym(view, entities, first + 1).filter(|noun| noun.end as usize == end);
    people.map_or(Unit::None, Unit::Count)
}
