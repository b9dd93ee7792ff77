//! Bare numbers: what they are of by where they stand ("Of the 52 on board, 19 died", "brought the total to 96").

use super::super::grammar::AUXILIARIES;
use super::super::{Quantity, Unit, last_before};
use super::fits;
use crate::lexicon::sense::{Class, Effect, pos};
use crate::lexicon::{View, WordId, keyword as kw};
use crate::number::Form;
use crate::record::{Role, UnitKind};

/// Words of a total.
const TOTALS: &[WordId] = &[kw::TOTAL, kw::TOLL, kw::NUMBER, kw::FIGURE, kw::TALLY, kw::COUNT];

/// "Of the 52 people on board, 19 died and 33 were hurt": bare numbers are of the one that opens the sentence.
pub(super) fn of_opening(view: &View, list: &mut [Quantity]) {
    let mut whole: Option<usize> = None;
    for index in 0..list.len() {
        let quantity = &list[index];
        if quantity.implicit {
            return;
        }
        if whole.is_some_and(|whole| list[whole].sentence != quantity.sentence) {
            whole = None;
        }
        let first = view.sentences[quantity.sentence as usize].first;
        let opens = view.is(first as usize, &[kw::OF])
            && quantity.first <= first + 3
            && matches!(quantity.unit, Unit::Count(_))
            && view.is(first as usize + 1, &[kw::THE, kw::THOSE, kw::THESE, kw::SOME, kw::ABOUT, kw::HIS, kw::ITS]);
        let opens = opens || view.is(first as usize, &[kw::OF]) && quantity.first == first + 1;
        if opens && matches!(quantity.unit, Unit::Count(_)) {
            whole = Some(index);
        } else if let Some(whole) = whole
            && matches!(quantity.unit, Unit::None | Unit::Like(_) | Unit::People)
            && quantity.part_of.is_none()
            && !quantity.marks.partitive
            && !matches!(quantity.form, Form::Fraction | Form::Ratio | Form::Score)
            && fits(quantity, &list[whole])
        {
            list[index].part_of = Some(whole as u32);
        }
    }
}

/// "Twelve more deaths brought the total to 1,208", "The army put the figure at 12": a total of what was told last.
pub(super) fn total(view: &View, list: &mut [Quantity], index: usize) {
    let quantity = &list[index];
    let Some(before) = (quantity.first as usize).checked_sub(1) else { return };
    if quantity.implicit
        || quantity.marks.toll
        || matches!(quantity.unit, Unit::Measure { .. } | Unit::Count(_))
        || !view.is(before, &[kw::TO, kw::AT])
    {
        return;
    }
    let named = (before.saturating_sub(4)..before).rev().find(|&token| TOTALS.contains(&view.id(token)));
    let determined = named.is_some_and(|token| {
        (token.saturating_sub(2)..token).any(|token| view.is(token, &[kw::THE, kw::THEIR, kw::ITS, kw::THIS, kw::THAT]))
    });
    let sentence = quantity.sentence;
    let told = |other: &Quantity| other.role.is_some() && other.part_of.is_none() && !other.implicit;
    let last = last_before(list, index, |other| told(other) && sentence - other.sentence <= 1);
    let Some(last) = last.filter(|_| determined) else { return };
    // Of several in a sentence the first: "killed ten and hurt 20. The army put the figure at 12".
    let first = (last.saturating_sub(8)..=last)
        .find(|&other| list[other].sentence == list[last].sentence && told(&list[other]));
    let (role, cue) = (list[first.unwrap_or(last)].role, list[first.unwrap_or(last)].cue);
    let quantity = &mut list[index];
    // "Twelve more deaths brought the total to": its role may be known, but not that it is the total.
    if quantity.role.is_some_and(|own| Some(own) != role) {
        return;
    }
    (quantity.role, quantity.cue) = (role, quantity.cue.or(cue));
    quantity.marks.toll = true;
}

/// "an earlier count of **11**", "its first estimate of **30**": whether a number at a token is what was said before.
pub(in crate::quantity) fn of_earlier(view: &View, first: usize) -> bool {
    first >= 3
        && view.is(first - 1, &[kw::OF])
        && (TOTALS.contains(&view.id(first - 2)) || view.has(first - 2, Class::Cue))
        && (view.is(first - 3, &[kw::EARLIER, kw::FIRST])
            || view
                .words
                .all(first - 3, Class::Status)
                .any(|(_, row)| view.lexicon.statuses[row] == Effect::Historical))
}

/// "raising an earlier count of 11", "down from a first estimate of 30": what was said before of the same.
pub(super) fn earlier(view: &View, list: &mut [Quantity], index: usize) {
    let quantity = &list[index];
    if quantity.implicit || !of_earlier(view, quantity.first as usize) {
        return;
    }
    if quantity.role.is_some() {
        list[index].marks.historical = true;
        return;
    }
    let sentence = quantity.sentence;
    let told = |other: &Quantity| other.role.is_some() && other.part_of.is_none() && !other.implicit;
    let last = last_before(list, index, |other| told(other) && sentence == other.sentence);
    let bare = !matches!(quantity.unit, Unit::Count(_) | Unit::Measure { .. });
    if let Some(last) = last.filter(|_| bare) {
        (list[index].role, list[index].cue) = (list[last].role, list[last].cue);
        list[index].marks.historical = true;
    }
}

/// "40 people were hurt, seven critically", "…, seven with burns": a bare number that says how some of them fared.
pub(super) fn worst(view: &View, list: &mut [Quantity], index: usize) {
    let quantity = &list[index];
    let Some(before) = (quantity.first as usize).checked_sub(1) else { return };
    let bare = matches!(quantity.unit, Unit::None | Unit::Like(_) | Unit::People) && !quantity.implicit;
    if !bare || index == 0 || !view.is(before, &[kw::COMMA]) || quantity.end != quantity.number.1 {
        return;
    }
    let end = quantity.end as usize;
    let how = view.is(end, &[kw::WITH]) || view.likely(end, pos::ADVERB) && !view.is_word(end + 1);
    let whole = &list[index - 1];
    let near = whole.sentence == quantity.sentence && quantity.first - whole.end < 10;
    let fits = near && !whole.implicit && whole.role.is_some() && whole.part_of.is_none() && fits(quantity, whole);
    if how && fits && quantity.role.is_none_or(|role| Some(role) == whole.role) {
        let (role, cue) = (whole.role, whole.cue);
        let part = &mut list[index];
        (part.role, part.part_of) = (role, Some(index as u32 - 1));
        part.cue = part.cue.or(cue);
    }
}

/// "17,000 fled; about 60 percent came on foot", "believes that fewer than half come to light": a share that opens a clause
/// is of those counted before it.
pub(super) fn share_of_set(view: &View, list: &mut [Quantity], index: usize) {
    let quantity = &list[index];
    let percent = matches!(quantity.unit, Unit::Measure { kind: UnitKind::Percent, .. });
    let bare = !matches!(quantity.unit, Unit::Count(_) | Unit::Measure { .. });
    let share = percent || bare && matches!(quantity.form, Form::Fraction | Form::Ratio);
    let Some(before) = (quantity.first as usize).checked_sub(1).filter(|_| share && !quantity.implicit) else { return };
    // "43 reporters were arrested, and one in four was beaten".
    let among = !percent && quantity.form == Form::Ratio && view.is(before, &[kw::AND]);
    let opens = among || view.is(before, &[kw::SEMICOLON, kw::THAT]);
    let end = quantity.end as usize;
    let verb = view.can_be(end, pos::VERB | pos::PAST) || AUXILIARIES.has(view.id(end));
    if !opens || !verb || quantity.part_of.is_some() {
        return;
    }
    let whole = last_before(list, index, |whole| {
        whole.sentence == quantity.sentence && !whole.implicit && whole.part_of.is_none() && whole.unit != Unit::None
    });
    let counted = |whole: &usize| matches!(list[*whole].unit, Unit::Count(_) | Unit::Like(_) | Unit::People);
    if let Some(whole) = whole.filter(counted) {
        let (role, cue) = (list[whole].role, list[whole].cue);
        let part = &mut list[index];
        part.part_of = Some(whole as u32);
        if part.role.is_none() {
            (part.role, part.cue) = (role, cue);
        }
    }
}

/// "94 of them from Indonesia and 61 from Uganda": a number joined to "N of them", with the same preposition behind it.
pub(super) fn beside_part(view: &View, list: &mut [Quantity], index: usize) {
    let Some(before) = index.checked_sub(1) else { return };
    let (beside, quantity) = (&list[before], &list[index]);
    let Some(whole) = beside.part_of.map(|whole| whole as usize).filter(|_| beside.marks.partitive) else { return };
    let first = quantity.first as usize;
    let after = beside.number.1 as usize;
    let bare = !quantity.implicit && matches!(quantity.unit, Unit::None | Unit::Like(_) | Unit::People);
    let end = quantity.number.1 as usize;
    if !bare || quantity.part_of.is_some() || quantity.sentence != beside.sentence || first == 0 {
        return;
    }
    let joined = view.is(first - 1, &[kw::AND, kw::COMMA]) && view.is(after, &[kw::OF]) && after + 2 < first;
    let same = joined && view.likely(end, pos::PREPOSITION) && view.id(end) == view.id(after + 2);
    let most = |quantity: &Quantity| quantity.value.or(quantity.max);
    let room = matches!(
        (most(beside), most(quantity), most(&list[whole])),
        (Some(beside), Some(part), Some(whole)) if beside + part <= whole
    );
    let told = quantity.role.is_none() || quantity.role == beside.role;
    if same && room && told {
        let (role, cue, unit) = (beside.role, beside.cue, beside.unit);
        let part = &mut list[index];
        (part.role, part.cue, part.part_of) = (role, cue, Some(whole as u32));
        if part.unit == Unit::None {
            part.unit = unit;
        }
    }
}

/// "lay off 1,150 employees out of 4,400": those employed.
pub(super) fn out_of(view: &View, list: &mut [Quantity], index: usize) {
    let Some(before) = index.checked_sub(1) else { return };
    let (part, whole) = (&list[before], &list[index]);
    let first = whole.first as usize;
    let out = first >= 2 && view.is(first - 1, &[kw::OF]) && view.is(first - 2, &[kw::OUT]);
    let of_jobs = part.role == Some(Role::LaidOff) && whole.role.is_none() && part.end as usize + 2 == first;
    if out && of_jobs && !matches!(whole.unit, Unit::Measure { .. }) {
        let cue = (first as u32 - 2, first as u32);
        (list[index].role, list[index].cue) = (Some(Role::Employed), Some(cue));
    }
}
