//! Trend: which way a figure moved ("rose 5 percent", "down 300", "cut its workforce by 10,000").

use super::{Quantity, Unit};
use crate::lexicon::sense::Class;
use crate::lexicon::{View, keyword as kw};
use crate::record::Trend;

/// How many tokens may stand between a word of change and the figure.
const REACH: usize = 6;

/// Marks every quantity that a word of change governs.
pub(super) fn mark(view: &View, list: &mut [Quantity]) {
    for index in 0..list.len() {
        let quantity = &list[index];
        if quantity.implicit || quantity.role.is_some() {
            continue;
        }
        let trend = before(view, list, index).or_else(|| behind(view, quantity));
        list[index].trend = trend;
    }
}

/// "rose 0.4 per cent", "fell by 300", "an increase of 12": the nearest word of change before the figure. A figure
/// behind "to" or "from" is a level and not the change.
fn before(view: &View, list: &[Quantity], index: usize) -> Option<Trend> {
    let quantity = &list[index];
    let start = view.sentences[quantity.sentence as usize].first as usize;
    let first = quantity.first as usize;
    let direct = first.checked_sub(1).filter(|before| *before >= start)?;
    if view.is(direct, &[kw::TO, kw::FROM, kw::AT]) {
        return None;
    }
    let by = view.is(direct, &[kw::BY, kw::OF]);
    let mut token = first;
    for step in 0..REACH {
        token = token.checked_sub(1).filter(|token| *token >= start)?;
        if index > 0 && (token as u32) < list[index - 1].end && (token as u32) >= list[index - 1].first {
            // "up 0.25 points, or 0.01%": the second figure says the same again.
            let same = view.is(first - 1, &[kw::OR, kw::OPEN]);
            return same.then(|| before(view, list, index - 1)).flatten();
        }
        if let Some((end, row)) = view.longest(token, Class::Trend)
            && end <= first
            && (step < 2 || by || measured(quantity))
        {
            return Some(view.lexicon.trends[row]);
        }
        if matches!(view.tokens[token].punct(), b'.' | b';' | b':' | b',') {
            return None;
        }
    }
    None
}

fn measured(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Measure { .. })
}

/// "2% higher", "3 percent more", "a 12 percent rise", "£4,000 less".
fn behind(view: &View, quantity: &Quantity) -> Option<Trend> {
    let stop = view.sentences[quantity.sentence as usize].last as usize;
    let end = quantity.end as usize;
    if end >= stop || !measured(quantity) {
        return None;
    }
    if view.is(end, &[kw::MORE]) {
        return Some(Trend::Up);
    }
    if view.is(end, &[kw::LESS, kw::FEWER]) {
        return Some(Trend::Down);
    }
    let (_, row) = view.longest(end, Class::Trend)?;
    let adverb = !view.verb_like(end) || view.can_be(end, crate::lexicon::sense::pos::NOUN);
    adverb.then(|| view.lexicon.trends[row])
}
