//! Of candidates that overlap, which stays.

use super::Named;
use super::maps::zeros;

/// Takes the longest candidates first ("Bank of China" before "China"), of equally long ones the leftmost, of the same words the surest,
/// and puts those that keep their words into `list` in text order.
///
/// Most candidates overlap no other: what is asked is asked only of those that do. `order` is work area.
pub(super) fn choose(
    tokens: usize,
    candidates: &mut [Named],
    order: &mut Vec<(u64, u32)>,
    list: &mut Vec<Named>,
    at: &mut Vec<u32>,
) {
    let start = |named: &Named| u64::from(named.first) << 32 | u64::from(named.end);
    order.clear();
    order.extend(candidates.iter().map(start).zip(0..));
    order.sort_unstable();
    zeros(at, tokens);
    list.clear();
    let mut rest = &mut order[..];
    while let Some(&(first, index)) = rest.first() {
        let mut end = first as u32;
        let count = 1 + rest[1..]
            .iter()
            .take_while(|(other, _)| {
                let joins = (other >> 32) < u64::from(end);
                end = end.max(*other as u32);
                joins
            })
            .count();
        let (together, others) = rest.split_at_mut(count);
        rest = others;
        match together {
            [_] => list.push(candidates[index as usize]),
            _ => choose_of(candidates, together, list, at),
        }
    }
    number(list, at);
}

/// The same for candidates that overlap.
fn choose_of(candidates: &mut [Named], together: &mut [(u64, u32)], list: &mut Vec<Named>, at: &mut [u32]) {
    together.sort_unstable_by(|&(_, a), &(_, b)| {
        let length = |named: &Named| named.end - named.first;
        let (one, other) = (&candidates[a as usize], &candidates[b as usize]);
        let longer = length(other).cmp(&length(one));
        longer.then(one.first.cmp(&other.first)).then(other.score.total_cmp(&one.score)).then(a.cmp(&b))
    });
    for same in together.chunk_by(|a, b| a.0 == b.0) {
        keep_entry(candidates, same);
    }
    let from = list.len();
    for &(_, index) in together.iter() {
        let named = &candidates[index as usize];
        if at[named.range()].iter().all(|&taken| taken == 0) {
            at[named.range()].fill(1);
            list.push(*named);
        }
    }
    list[from..].sort_unstable_by_key(|named| named.first);
}

/// Where a rule is surer than the lexicon that has the same words for the same kind of name, the entry stays.
fn keep_entry(candidates: &mut [Named], same: &[(u64, u32)]) {
    let [(_, best), others @ ..] = same else { return };
    let best = *best as usize;
    let listed = |(_, other): &&(u64, u32)| {
        let other = &candidates[*other as usize];
        other.kind == candidates[best].kind && other.entry.is_some()
    };
    if candidates[best].entry.is_none()
        && let Some(&(_, other)) = others.iter().find(listed)
    {
        let other = candidates[other as usize];
        (candidates[best].entry, candidates[best].via) = (other.entry, other.via);
    }
}

/// Tells each token the entity that it is in.
fn number(list: &[Named], at: &mut [u32]) {
    for (index, named) in list.iter().enumerate() {
        for entity in &mut at[named.range()] {
            *entity = index as u32 + 1;
        }
    }
}

/// Takes in further entities, none of which overlaps another.
pub(super) fn add(added: &mut Vec<Named>, list: &mut Vec<Named>, at: &mut [u32]) {
    if !added.is_empty() {
        list.append(added);
        list.sort_by_key(|named| named.first);
        number(list, at);
    }
}
