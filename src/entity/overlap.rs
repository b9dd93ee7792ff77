//! Of candidates that overlap, which stays.

use super::Named;

/// Takes the longest candidates first ("Bank of China" before "China"), of equal ones the surest, then the leftmost,
/// and puts those that keep their words into `list` in text order.
pub(super) fn choose(tokens: usize, candidates: &mut [Named], list: &mut Vec<Named>, at: &mut Vec<u32>) {
    candidates.sort_by(|a, b| {
        let length = |named: &Named| named.end - named.first;
        length(b).cmp(&length(a)).then(b.score.total_cmp(&a.score)).then(a.first.cmp(&b.first))
    });
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

/// Brings entities into text order and tells each token the one that it is in.
pub(super) fn number(list: &mut [Named], at: &mut [u32]) {
    list.sort_by_key(|named| named.first);
    at.fill(0);
    for (index, named) in list.iter().enumerate() {
        at[named.range()].fill(index as u32 + 1);
    }
}
