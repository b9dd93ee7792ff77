//! Parts told by "of": "300 of the 2,000 clerks", "five of them", "four of the wounded".

use super::super::grammar::AUXILIARIES;
use super::super::{Noun, Quantity, Unit, last_before, member};
use super::{SENTENCES_BACK, alike, fits, of_earlier};
use crate::lexicon::sense::{Class, Frame, VerbForm, pos};
use crate::lexicon::{Sorts, View, keyword as kw};
use crate::number::Form;
use crate::record::{Role, UnitKind};

/// "between 10 and 15 of the wounded": the state says what happened, and of whom they are part.
pub(in crate::quantity) fn of_state(view: &View, list: &mut [Quantity], index: usize) {
    let behind = list[index].number.1 as usize;
    let fronted = fronted(view, &list[index]);
    let end = fronted.unwrap_or(behind);
    if list[index].implicit || !view.is(end, &[kw::OF]) || !view.is(end + 1, &[kw::THE, kw::THOSE]) {
        return;
    }
    let state = view.words.all((end + 2).min(view.len() - 1), Class::Cue).find_map(|(after, row)| {
        let cue = &view.lexicon.cues[row];
        let state = matches!(cue.frame, Frame::State | Frame::Affects)
            && matches!(cue.form, VerbForm::Plain | VerbForm::PastOrParticiple | VerbForm::Participle);
        (state && end + 2 < view.len()).then_some((after, cue.role?))
    });
    let state = state.filter(|(after, _)| fronted.is_none() || view.is(*after, &[kw::COMMA]));
    let Some((after, role)) = state else { return };
    // "Four of the wounded died": what is said of the part holds. "Seven of the dead had been stabbed": they are dead.
    let dead = role == Role::Killed && matches!(list[index].role, Some(Role::Wounded | Role::Assaulted));
    if list[index].role.is_none() || dead {
        list[index].role = Some(role);
        list[index].cue = Some((end as u32 + 2, after as u32));
    }
    list[index].marks.partitive = true;
    let whole = last_before(list, index, |whole| {
        // "33 of the 41 trapped were freed. Five of those freed".
        let first = whole.part_of.is_none_or(|of| list[of as usize].role != Some(role));
        let earlier = whole.marks.historical || of_earlier(view, whole.first as usize);
        whole.role == Some(role) && first && !whole.implicit && !earlier && fits_or_share(&list[index], whole)
    });
    if let Some(whole) = whole {
        list[index].part_of = Some(whole as u32);
        if !matches!(list[index].unit, Unit::Measure { .. })
            && !matches!(list[index].form, Form::Fraction | Form::Ratio)
        {
            list[index].unit = Unit::Like(whole as u32);
        }
    }
}

/// "Of the dead, |19 were children": where "of" opens the sentence of a number behind its comma.
fn fronted(view: &View, quantity: &Quantity) -> Option<usize> {
    let opens = view.sentences[quantity.sentence as usize].first as usize;
    let first = quantity.first as usize;
    (view.is(opens, &[kw::OF]) && first > opens + 3 && first < opens + 8 && view.is(first - 1, &[kw::COMMA]))
        .then_some(opens)
}

/// Whether a number is not larger than another, or a share.
fn fits_or_share(part: &Quantity, whole: &Quantity) -> bool {
    let share = matches!(part.form, Form::Fraction | Form::Ratio) || matches!(part.unit, Unit::Measure { .. });
    share || fits(part, whole)
}

/// "300 of the 2,000 clerks": the number behind "of".
pub(in crate::quantity) fn of_following(view: &View, list: &[Quantity], index: usize) -> Option<u32> {
    let quantity = &list[index];
    if !quantity.marks.partitive
        || !view.is(quantity.number.1 as usize, &[kw::OF]) && !view.is(quantity.end as usize, &[kw::OF])
    {
        return None;
    }
    let next = list.get(index + 1).filter(|next| !next.implicit)?;
    // "one of its camps said 32 were hurt": the part has a noun of its own.
    let said = (quantity.number.1..next.first).any(|token| view.has(token as usize, Class::Report));
    if said || matches!(quantity.unit, Unit::Count(noun) if noun.end <= next.first) {
        return None;
    }
    // "seven of them under 14": of those told before.
    let pronoun = (quantity.number.1 as usize..next.first as usize)
        .any(|token| view.is(token, &[kw::THEM, kw::WHOM, kw::THOSE, kw::THESE, kw::WHICH]));
    let near = !pronoun && next.first <= quantity.number.1 + 4 && next.sentence == quantity.sentence;
    (near && (fits(quantity, next) || matches!(quantity.form, Form::Fraction | Form::Ratio)))
        .then_some(index as u32 + 1)
}

/// "five of them", "nine of them pupils", "more than half of them", "80 percent of them": of what was counted before.
pub(in crate::quantity) fn of_them(view: &View, list: &[Quantity], index: usize) -> Option<u32> {
    let quantity = &list[index];
    let number_end = quantity.number.1 as usize;
    let end = if view.is(number_end, &[kw::OF]) { number_end } else { quantity.end as usize };
    let share = matches!(quantity.form, Form::Fraction | Form::Ratio)
        || matches!(quantity.unit, Unit::Measure { kind: UnitKind::Percent, .. });
    // "85 percent of the area" is of nothing counted, "eight in ten of the dead" is.
    let of_them = view.is(end, &[kw::OF])
        && (view.is(end + 1, &[kw::THEM, kw::WHOM, kw::WHICH, kw::THOSE, kw::THESE])
            || view.is(end + 1, &[kw::THE]) && view.has(end + 2, Class::Cue));
    // "of whom roughly one in eight lie in hospital".
    let first = quantity.first as usize;
    if share
        && first >= 2
        && view.is(first - 1, &[kw::WHOM, kw::WHICH])
        && view.is(first - 2, &[kw::OF])
        && let Some(whole) = last_before(list, index, |whole| {
            whole.sentence == quantity.sentence
                && matches!(whole.unit, Unit::Count(_) | Unit::Like(_) | Unit::People)
                && !whole.implicit
        })
    {
        return Some(whole as u32);
    }
    // "banned for four years, two of them suspended", "90 tonnes of flour, half of it spoiled": of what was measured.
    let it = view.is(end, &[kw::OF]) && view.is(end + 1, &[kw::IT]);
    if let Some(before) = index.checked_sub(1)
        && let Unit::Measure { kind, .. } = list[before].unit
        && list[before].sentence == quantity.sentence
        && (of_them && kind == UnitKind::Duration && !share && fits_value(quantity, &list[before])
            || it && share && matches!(kind, UnitKind::Currency | UnitKind::Measure)
            // "€210 million, €60 million of it earned in Chile".
            || it && matches!(quantity.unit, Unit::Measure { kind: own, .. } if own == kind && kind != UnitKind::Percent)
                && fits_value(quantity, &list[before]))
    {
        return Some(before as u32);
    }
    if !(if share { of_them } else { quantity.marks.partitive }) {
        return None;
    }
    // "dismiss 980 of its 1,640 workers, four fifths of them before the summer": of those of whom something is said.
    if of_them
        && let Some(part) = index.checked_sub(2)
        && list[part].part_of == Some(part as u32 + 1)
        && list[part].sentence == quantity.sentence
        && list[part].end <= list[part + 1].end
        && view.is(list[part].number.1 as usize, &[kw::OF])
        && list[part].role.is_some()
        && (share || fits(quantity, &list[part]))
        && quantity.first > 0
        && view.is(quantity.first as usize - 1, &[kw::COMMA])
        && list[part + 1].end + 4 > quantity.first
    {
        return Some(part as u32);
    }
    // "Eleven of the injured were flown out, four of them in a critical state": of those eleven.
    if let Some(before) = index.checked_sub(1)
        && of_them
        && !view.is(end + 1, &[kw::THE])
        && is_group(view, &list[before], quantity)
        && (share || fits(quantity, &list[before]))
    {
        return Some(before as u32);
    }
    // "were found in one of them": in what else was told of.
    if quantity.first > 0 && view.is(quantity.first as usize - 1, &[kw::IN, kw::AT, kw::ON, kw::INSIDE, kw::NEAR]) {
        return None;
    }
    // "reeling from one of its bloodiest weeks": of nothing counted.
    let own = matches!(quantity.unit, Unit::Count(_));
    if !share && !own && !of_them && view.is(end, &[kw::OF]) && !view.has(end + 2, Class::Cue) {
        return None;
    }
    // "only two of the students could be named": of those that the same noun counted.
    let head = |quantity: &Quantity| match quantity.unit {
        Unit::Count(Noun { thing: Some(row), .. }) => Some(view.lexicon.things[row as usize].head),
        _ => None,
    };
    if quantity.marks.definite
        && let Some(own) = head(quantity)
        && let Some(whole) = last_before(list, index, |whole| {
            quantity.sentence - whole.sentence.min(quantity.sentence) <= SENTENCES_BACK
                && head(whole) == Some(own)
                && !whole.implicit
                && !whole.marks.partitive
                && fits(quantity, whole)
                && whole.value != quantity.value
        })
    {
        return Some(whole as u32);
    }
    // "Four of the victims died in Natal": of those whom that befell.
    let victims = matches!(quantity.unit, Unit::Count(Noun { thing: Some(row), .. })
        if view.lexicon.branch(row as usize) == "person/condition/victim");
    let befell = |whole: &Quantity| match (quantity.role, whole.role) {
        (Some(Role::Killed), role) => matches!(role, Some(Role::Killed | Role::Casualty)),
        (_, role) => role.is_some_and(Role::counts_one),
    };
    let role_of_dead = share && of_them && view.is(end + 1, &[kw::THE]);
    let may_hold = |whole: &Quantity| {
        let near = quantity.sentence - whole.sentence.min(quantity.sentence) <= SENTENCES_BACK;
        let counted = matches!(
            whole.unit,
            Unit::Count(_) | Unit::Like(_) | Unit::People | Unit::Measure { kind: UnitKind::Score, .. }
        );
        near && counted
            && !whole.implicit
            && (whole.part_of.is_none() || !whole.marks.partitive && whole.sentence == quantity.sentence)
            && (share || fits(quantity, whole))
            // "Gunmen wound 2. Two of his guards were hurt": the same two.
            && (whole.sentence == quantity.sentence || whole.value.is_none() || whole.value != quantity.value)
            && (share || alike(view, list, quantity, whole))
            && (!role_of_dead || whole.role.is_some())
            && (!victims || befell(whole))
            && (!quantity.marks.definite || may_be_of(view, list, quantity, whole))
    };
    // "killing six people and leaving hundreds homeless. Four of the victims died in": of those of whom the same is said.
    let same = |whole: &Quantity| whole.role == quantity.role && may_hold(whole);
    let told = quantity.marks.definite && quantity.role.is_some();
    let whole = if told { last_before(list, index, same) } else { None };
    whole.or_else(|| last_before(list, index, may_hold)).map(|whole| whole as u32)
}

/// "**Eleven of the injured** were flown out, four of them": whether some that a verb tells of go before a comma and those
/// that are of them.
fn is_group(view: &View, group: &Quantity, part: &Quantity) -> bool {
    let (end, first) = (group.number.1 as usize, part.first as usize);
    let of_the = view.is(end, &[kw::OF]) && !view.is(end + 1, &[kw::THEM, kw::WHOM, kw::WHICH, kw::US]);
    let close = first > 0 && view.is(first - 1, &[kw::COMMA]);
    let verb = (end..first).any(|token| AUXILIARIES.has(view.id(token)) || view.likely(token, pos::PAST));
    group.part_of.is_some() && !group.implicit && group.sentence == part.sentence && of_the && close && verb
}

/// Whether a number is less than another.
fn fits_value(part: &Quantity, whole: &Quantity) -> bool {
    part.value.zip(whole.value).is_some_and(|(part, whole)| part < whole)
}

/// Whether "11 of the children" can be of what was counted before: of the same kind, or people told by what they are to
/// others and not by their work ("one of the village sheikhs" is none of five others).
pub(super) fn may_be_of(view: &View, list: &[Quantity], part: &Quantity, whole: &Quantity) -> bool {
    let branch = |quantity: &Quantity| {
        let unit = match quantity.unit {
            Unit::Like(other) => list[other as usize].unit,
            unit => unit,
        };
        match unit {
            Unit::Count(Noun { thing: Some(row), .. }) => {
                let row = row as usize;
                Some((view.lexicon.branch(row), view.lexicon.sorts(row).has(Sorts::CALLING)))
            }
            Unit::People => Some(("person/person", false)),
            _ => None,
        }
    };
    let (Some((part, calling)), Some((whole, _))) = (branch(part), branch(whole)) else { return true };
    let trunk =
        |branch: &str, depth: usize| branch.split('/').take(depth).map(|name| name.len() + 1).sum::<usize>() - 1;
    let same = |depth: usize| part[..trunk(part, depth)] == whole[..trunk(whole, depth)];
    same(1) && (!calling || same(2))
}

/// "Five people died, three of heart attacks", "36 have died: 21 by drowning, nine of snakebite": what some of them died of.
pub(super) fn of_cause(view: &View, list: &mut [Quantity], index: usize) {
    let quantity = &list[index];
    let end = quantity.number.1 as usize;
    let listed = quantity.first > 0 && view.is(quantity.first as usize - 1, &[kw::COMMA, kw::COLON, kw::AND]);
    let bare = !quantity.implicit && matches!(quantity.unit, Unit::None | Unit::Like(_) | Unit::People);
    if index == 0 || !listed || !bare || quantity.part_of.is_some() || !view.is(end, &[kw::OF, kw::BY]) {
        return;
    }
    let cause = view.is(end, &[kw::BY])
        || !view.likely(end + 1, pos::DETERMINER | pos::PRONOUN) && !view.has(end + 1, Class::Number);
    let before = &list[index - 1];
    let whole = before.part_of.map_or(index - 1, |whole| whole as usize);
    let told = list[whole].sentence == quantity.sentence && list[whole].role == Some(Role::Killed);
    if cause && told && fits(quantity, &list[whole]) && quantity.value != list[whole].value {
        let (role, cue) = (list[whole].role, list[whole].cue);
        let unit = member::like(list, whole);
        let part = &mut list[index];
        (part.role, part.cue, part.part_of, part.unit) = (role, cue, Some(whole as u32), unit);
    }
}
