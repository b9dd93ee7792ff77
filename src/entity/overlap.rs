//! Of candidates that overlap, which stays.

use super::Named;

/// Takes the longest candidates first ("Bank of China" before "China"), of equally long ones the leftmost, of the same words the surest,
/// and puts those that keep their words into `list` in text order.
pub(super) fn choose(tokens: usize, candidates: &mut [Named], list: &mut Vec<Named>, at: &mut Vec<u32>) {
    candidates.sort_by(|a, b| {
        let length = |named: &Named| named.end - named.first;
        length(b).cmp(&length(a)).then(a.first.cmp(&b.first)).then(b.score.total_cmp(&a.score))
    });
    for same in candidates.chunk_by_mut(|a, b| (a.first, a.end) == (b.first, b.end)) {
        keep_entry(same);
    }
    at.clear();
    at.resize(tokens, 0);
    list.clear();
    for named in candidates.iter() {
        if at[named.range()].iter().all(|&taken| taken == 0) {
            at[named.range()].fill(1);
            list.push(*named);
        }
    }
    number(list, at);
}

/// Where a rule is surer than the lexicon that has the same words for the same kind of name, the entry stays.
fn keep_entry(same: &mut [Named]) {
    let Some((best, others)) = same.split_first_mut() else { return };
    if best.entry.is_none()
        && let Some(listed) = others.iter().find(|other| other.kind == best.kind && other.entry.is_some())
    {
        (best.entry, best.via) = (listed.entry, listed.via);
    }
}

/// Brings entities into text order and tells each token the one that it is in.
pub(super) fn number(list: &mut [Named], at: &mut [u32]) {
    list.sort_by_key(|named| named.first);
    at.fill(0);
    for (index, named) in list.iter().enumerate() {
        at[named.range()].fill(index as u32 + 1);
    }
}
