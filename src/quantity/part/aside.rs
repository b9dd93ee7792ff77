//! Parts that "including", "among them" and their kin set aside.

use super::super::chunk::{Chunk, What};
use super::super::{Noun, Quantity, Unit, last_before};
use super::{LONGEST_LIST, SENTENCES_BACK, alike, fits};
use crate::lexicon::{Connective, View, keyword as kw};
use crate::record::UnitKind;

/// Numbers that "including", "among them" and their kin set aside are parts of the number before.
pub(super) fn asides(view: &View, chunks: &[Chunk], list: &mut [Quantity]) {
    let mut whole: Option<u32> = None;
    let mut open = false;
    for (at, chunk) in chunks.iter().enumerate() {
        match chunk.what {
            What::Connective(Connective::Part) => open = whole.is_some(),
            What::Number(index) if chunk.aside && open => {
                let part = &list[index as usize];
                if let Some(whole) = whole
                    && fits(part, &list[whole as usize])
                    && alike(view, list, part, &list[whole as usize])
                {
                    list[index as usize].part_of = Some(whole);
                }
            }
            What::Number(index) if !chunk.aside => {
                open = false;
                // "The dead, killed in six places, included a guard": none of the places is.
                let aside = at > 0
                    && chunks[at - 1].what == What::Preposition
                    && matches!(list[index as usize].unit, Unit::Count(Noun { thing: None, .. }))
                    && list[index as usize].role.is_none();
                // "six members of one family, among them a toddler": of the six.
                let within = list[index as usize].role.is_none()
                    && at > 0
                    && view.is(chunks[at - 1].first as usize, &[kw::OF])
                    && whole.is_some_and(|whole| list[whole as usize].role.is_some());
                if !aside
                    && !within
                    && !matches!(
                        list[index as usize].unit,
                        Unit::Measure { kind: UnitKind::Age | UnitKind::Duration | UnitKind::Measure, .. }
                    )
                {
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
pub(super) fn among(chunks: &[Chunk], list: &mut [Quantity]) {
    // Numbers in text order, then people without a figure in text order.
    let numbers = list.partition_point(|quantity| !quantity.implicit);
    for chunk in chunks.iter().filter(|chunk| matches!(chunk.what, What::Connective(Connective::Part))) {
        for (from, to) in [(0, numbers), (numbers, list.len())] {
            let first = from + list[from..to].partition_point(|quantity| quantity.first < chunk.first);
            // "Six tourists and a girl are among the dead": those before the words too.
            for index in first.saturating_sub(LONGEST_LIST).max(from)..to.min(first + LONGEST_LIST) {
                let part = &list[index];
                // The cue is the words, or stands behind them: "are among the dead".
                let told = part.cue.is_some_and(|(cue, _)| (chunk.first..=chunk.end + 1).contains(&cue));
                if part.part_of.is_some() || !told {
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

/// "31 people drowned, 19 children among them": a part before the words that say so, with nothing behind them.
pub(super) fn among_behind(view: &View, chunks: &[Chunk], list: &mut [Quantity]) {
    for at in 1..chunks.len() {
        let closes = chunks[at].what == What::Connective(Connective::Part)
            && chunks.get(at + 1).is_none_or(|next| matches!(next.what, What::Comma | What::Break | What::Other));
        // "Twenty people, the driver among them": somebody told without a figure too.
        let them = view.is(chunks[at].first as usize + 1, &[kw::THEM]);
        let named = || {
            (them && matches!(chunks[at - 1].what, What::People { .. })).then(|| {
                let numbers = list.partition_point(|quantity| !quantity.implicit);
                let one = numbers + list[numbers..].partition_point(|one| one.first < chunks[at - 1].first);
                list.get(one).is_some_and(|one| one.first == chunks[at - 1].first).then_some(one)
            })?
        };
        let part = if closes { chunks[at - 1].is_number().or_else(named) } else { None };
        let Some(part) = part else { continue };
        let whole = chunks[..at - 1].iter().rev().find_map(Chunk::is_number);
        if let Some(whole) = whole.filter(|&whole| fits(&list[part], &list[whole])) {
            list[part].part_of = Some(whole as u32);
            list[part].role = list[whole].role;
            list[part].cue = list[whole].cue;
        }
    }
}
