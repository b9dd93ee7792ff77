//! Implicit counts: people who are hit and named or told of, but not counted in figures ("a lorry driver was shot
//! dead", "Ilan Torvek and his cousin").

use super::chunk::{self, Chunks, Hit, What};
use super::grammar::AUXILIARIES;
use super::{Marks, Quantity, Unit, noun};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::number::Form;
use crate::record::{Bound, Role, Status};
use crate::trace::Trace;

/// Makes a quantity of each person that a cue hit.
pub(super) fn find(view: &View, chunks: &mut Chunks, list: &mut Vec<Quantity>, trace: &mut Trace) {
    if chunks.people.is_empty() {
        return;
    }
    let mut people = std::mem::take(&mut chunks.people);
    // The first cue that was linked holds, but who was wounded and then died is dead.
    people.sort_by_key(|hit| (hit.chunk, hit.role != Role::Killed));
    people.dedup_by_key(|hit| hit.chunk);
    let mut index = 0;
    while index < people.len() {
        let Hit { chunk, role, cue, whole } = people[index];
        index += 1;
        if !counts(role) {
            continue;
        }
        let first = chunks.list[chunk as usize];
        let (mut count, mut definite, entity) = match first.what {
            What::People { count, definite, entity } => (count, definite, entity),
            What::Noun { people: false } => (1, false, None),
            // "He was shot dead": where nobody is known to have been.
            What::Pronoun if !list.iter().any(|other| other.role == Some(role)) => (1, true, None),
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
        definite &= last == chunk;
        let sentence = chunks.sentences.partition_point(|(_, stop)| *stop <= chunk) as u32;
        let begin = chunks.sentences[sentence as usize].0 as usize;
        let unit = match entity {
            None if last == chunk => head(view, first.first as usize, first.end as usize),
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
            implicit: true,
            marks: Marks {
                again: definite,
                separate: also(view, cue.0),
                subordinate: chunk::subordinate(view, &chunks.list, chunk as usize, begin),
                ..Marks::default()
            },
            score: 0.8,
        });
    }
    chunks.people = people;
}

/// "was also killed", "had also been shot": told apart from those before.
fn also(view: &View, cue: u32) -> bool {
    let before = (cue as usize).saturating_sub(3)..cue as usize;
    before.rev().find(|&token| !AUXILIARIES.has(view.id(token))).is_some_and(|token| view.is(token, &[kw::ALSO]))
}

/// Implicit counts are for people who suffer these, not for other roles.
pub(super) fn counts(role: Role) -> bool {
    matches!(role, Role::Killed | Role::Wounded | Role::Casualty | Role::Detained | Role::Kidnapped | Role::Missing)
}

/// "X and his cousin": joined by "and" to somebody told of by the first.
fn joined(view: &View, chunks: &Chunks, one: u32, other: u32) -> bool {
    let between = &chunks.list[one as usize + 1..other as usize];
    let and = matches!(between, [joint] if matches!(joint.what, What::Connective(Connective::And)));
    let owned = view.is(chunks.list[other as usize].first as usize, &[kw::HIS, kw::HER, kw::THEIR]);
    and && owned
}

/// The noun of "a night watchman".
fn head(view: &View, first: usize, end: usize) -> Unit {
    for token in (first..end).rev() {
        if let Some((thing_end, row)) = noun::thing(view, token)
            && thing_end == end
        {
            let start =
                (first..=token).find(|&start| noun::thing(view, start).is_some_and(|(thing_end, _)| thing_end == end));
            let row = start.and_then(|start| noun::thing(view, start)).map_or(row, |(_, row)| row);
            let begin = first + usize::from(view.likely(first, crate::lexicon::sense::pos::DETERMINER));
            return Unit::Count(super::Noun {
                first: begin.min(token) as u32,
                end: end as u32,
                head: end as u32 - 1,
                thing: Some(row as u32),
                per: None,
            });
        }
    }
    Unit::None
}
