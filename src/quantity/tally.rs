//! Tally: whether a figure is new or the sum of a time.
//!
//! "Twelve more deaths on Sunday brought the total to 1,208 since March": 12 are new, 1,208 are all. Words of either kind
//! are a lexicon; a time that begins with "since" sums up, and one that ends with the text ("in the past 24 hours") tells
//! what is new.

use super::outline::Text;
use super::{Quantity, Unit};
use crate::lexicon::View;
use crate::lexicon::sense::Class;
use crate::record::Tally;
use crate::time::Preposition;
use crate::trace::Trace;

/// How many tokens from a figure "so far" and its like may stand.
const REACH: u32 = 8;

/// Marks the counts that are new, and those that are sums.
pub(super) fn mark(text: Text, list: &mut [Quantity], trace: &mut Trace) {
    let Text { view, .. } = text;
    for index in 0..list.len() {
        let quantity = &list[index];
        if !matches!(quantity.unit, Unit::Count(_) | Unit::Like(_) | Unit::People) {
            continue;
        }
        let until = list.get(index + 1).map_or(u32::MAX, |next| next.first);
        let tally = if quantity.marks.more { Some(Tally::New) } else { words(text, quantity, until) };
        let tally = tally.or_else(|| of_time(text, quantity)).or(quantity.marks.toll.then_some(Tally::Cumulative));
        if let Some(tally) = tally {
            let (start, end) = view.span(quantity.first as usize, quantity.end.max(quantity.first + 1) as usize);
            trace.note("tally", start, end, || format!("{tally:?}").to_lowercase());
            list[index].tally = Some(tally);
        }
    }
}

/// What the words in the phrase ("412 new cases") or near it ("31 so far") tell. Behind it only as far as the next figure.
fn words(text: Text, quantity: &Quantity, until: u32) -> Option<Tally> {
    let Text { view, .. } = text;
    if !text.held(quantity.sentence).has(Class::Tally) {
        return None;
    }
    let within = (quantity.first..quantity.end).find_map(|token| told(view, token));
    let sentence = view.sentences[quantity.sentence as usize];
    let behind = quantity.end..sentence.last.min(until).min(quantity.end + REACH);
    let before = quantity.first.saturating_sub(REACH).max(sentence.first)..quantity.first;
    let sum = |token: &u32| told(view, *token) == Some(Tally::Cumulative);
    within.or_else(|| {
        let plain = |token: &u32| !matches!(view.tokens[*token as usize].punct(), b',' | b';' | b'-');
        let found = behind.take_while(plain).any(|token| sum(&token))
            || before.rev().take_while(plain).any(|token| sum(&token));
        found.then_some(Tally::Cumulative)
    })
}

fn told(view: &View, token: u32) -> Option<Tally> {
    let (_, row) = view.longest(token as usize, Class::Tally)?;
    Some(view.lexicon.tallies[row])
}

/// What the time of a quantity tells.
fn of_time(text: Text, quantity: &Quantity) -> Option<Tally> {
    let time = &text.times.list[quantity.time? as usize];
    if time.preposition == Preposition::Since {
        return Some(Tally::Cumulative);
    }
    time.up_to_now().then_some(Tally::New)
}
