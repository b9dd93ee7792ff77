//! Parts that make up their whole: "At least 97 people are dead, 62 men and 35 women", "Ten died, six from Nepal and four
//! from Chad".

use super::super::{Noun, Quantity, Unit, member};
use super::alike;
use crate::lexicon::{View, keyword as kw};
use crate::number::Form;
use crate::record::Role;

/// How many parts a whole may have.
const MOST: usize = 6;

/// Makes the numbers of a sentence that follow a whole and add up to it its parts.
pub(super) fn summed(view: &View, list: &mut [Quantity], index: usize) {
    let whole = &list[index];
    let Some(sum) = whole.value.or(whole.min).filter(|&sum| sum >= 2.0 && is_whole(whole)) else { return };
    let mut parts = [0; MOST];
    let (mut count, mut total, mut sentence) = (0, 0.0, None);
    for (at, part) in list.iter().enumerate().skip(index + 1).take(MOST * 2) {
        if part.implicit || part.sentence > whole.sentence + 1 || sentence.is_some_and(|own| own != part.sentence) {
            break;
        }
        if matches!(part.unit, Unit::Measure { .. }) || part.part_of.is_some_and(|of| of > index as u32) {
            continue;
        }
        let Some(value) = part.value.filter(|_| count < MOST && may_be(view, list, part, whole)) else { return };
        sentence = Some(part.sentence);
        (parts[count], count, total) = (at, count + 1, total + value);
        if total >= sum {
            break;
        }
    }
    if count < 2 || total != sum {
        return;
    }
    for &part in &parts[..count] {
        if matches!(list[part].unit, Unit::None | Unit::People) {
            list[part].unit = member::like(list, index);
        }
        list[part].part_of = list[part].part_of.or(Some(index as u32));
    }
}

/// Whether a number counts so that others may make it up.
fn is_whole(whole: &Quantity) -> bool {
    matches!(whole.unit, Unit::Count(_) | Unit::Like(_) | Unit::People)
        && !whole.implicit
        && whole.role.is_some()
        && !whole.marks.historical
        && !matches!(whole.form, Form::Fraction | Form::Ratio | Form::Score)
}

/// Whether a number may be one of those that make up a whole: of a like kind, and nothing else said of it.
fn may_be(view: &View, list: &[Quantity], part: &Quantity, whole: &Quantity) -> bool {
    let told = part.role.is_none_or(|role| Some(role) == whole.role || is_step(whole.role, role));
    let counted = match part.unit {
        Unit::Count(Noun { thing, .. }) => thing.is_some(),
        Unit::Like(_) | Unit::People | Unit::None => true,
        Unit::Measure { .. } => false,
    };
    // "corrected it to ten".
    let put = part.first > 0 && view.is(part.first as usize - 1, &[kw::TO, kw::AT]);
    let share = matches!(part.form, Form::Fraction | Form::Ratio | Form::Score | Form::Vague);
    told && counted && !share && !put && !part.marks.toll && !part.marks.historical && alike(view, list, part, whole)
}

/// "Of 12 casualties, four were killed and eight hurt": whether the role of the whole holds that of a part.
fn is_step(whole: Option<Role>, part: Role) -> bool {
    whole == Some(Role::Casualty) && matches!(part, Role::Killed | Role::Wounded)
}
