//! When: the time expression that a quantity is tied to.

use super::{Quantity, Unit};
use crate::lexicon::View;
use crate::lexicon::sense::Class;
use crate::time::Times;
use crate::trace::Trace;

/// Links every quantity that has a role to the time of the event.
pub(super) fn link(view: &View, times: &Times, list: &mut [Quantity], trace: &mut Trace) {
    for quantity in list.iter_mut() {
        let counted = quantity.role.is_some() || matches!(quantity.unit, Unit::Measure { .. }) && quantity.trend.is_some();
        if !counted {
            continue;
        }
        let range = view.sentences[quantity.sentence as usize];
        let anchor = quantity.cue.map_or(quantity.end, |cue| cue.1.max(quantity.end));
        let first = times.list.partition_point(|time| time.first < range.first);
        let mut best: Option<(u32, u32)> = None;
        for (index, time) in times.list.iter().enumerate().skip(first) {
            if time.first >= range.last {
                break;
            }
            if of_saying(view, time.first as usize, time.end as usize) {
                continue;
            }
            let distance = if time.first >= anchor { time.first - anchor } else { anchor - time.first };
            if best.is_none_or(|(nearest, _)| distance < nearest) {
                best = Some((distance, index as u32));
            }
        }
        if let Some((_, index)) = best {
            let time = &times.list[index as usize];
            let (start, end) = view.span(time.first as usize, time.end as usize);
            trace.note("time", start, end, || view.slice(quantity.first as usize, quantity.end as usize).to_owned());
            quantity.time = Some(index);
        }
    }
}

/// The time of the saying ("said on Wednesday") is not the event's.
fn of_saying(view: &View, first: usize, end: usize) -> bool {
    let before = (first.saturating_sub(4)..first).any(|token| {
        view.has(token, Class::Report) && !(token..first).any(|between| matches!(view.tokens[between].punct(), b','))
    });
    before || view.has(end, Class::Report)
}
