//! Who can be some of whom: by what happened to both, by what they are, by how many.

use super::super::ellipsis::of_people;
use super::super::{Noun, Quantity, Unit};
use crate::lexicon::View;
use crate::record::Role;

/// What is true of somebody ever after: who was freed stays freed, who was held may have got away.
pub(in crate::quantity) fn lasts(role: Role) -> bool {
    !matches!(
        role,
        Role::Kidnapped
            | Role::Captured
            | Role::Detained
            | Role::Trapped
            | Role::Stranded
            | Role::Missing
            | Role::Hospitalized
            | Role::Deployed
            | Role::Employed
            | Role::LaidOff
    )
}

/// Whether what happened to the whole may have gone before what happened to some of them.
pub(super) fn goes_before(whole: Role, part: Role) -> bool {
    match whole {
        Role::Launched | Role::Delivered => matches!(part, Role::ShotDown | Role::Destroyed),
        Role::Kidnapped | Role::Captured | Role::Detained => {
            matches!(
                part,
                Role::Released | Role::Rescued | Role::Sentenced | Role::Hospitalized | Role::Assaulted | Role::Killed
            )
        }
        Role::Trapped | Role::Missing | Role::Stranded => {
            matches!(part, Role::Rescued | Role::Released | Role::Evacuated | Role::Missing | Role::Trapped)
        }
        Role::Protesting => matches!(part, Role::Detained | Role::Kidnapped),
        Role::Infected => matches!(part, Role::Hospitalized),
        Role::Assaulted | Role::Hospitalized => matches!(part, Role::Hospitalized | Role::Killed),
        Role::Rescued | Role::Wounded | Role::Released => matches!(part, Role::Hospitalized | Role::Affected),
        Role::Affected => matches!(part, Role::Displaced | Role::Evacuated | Role::Homeless | Role::Affected),
        Role::Displaced | Role::Evacuated | Role::Homeless => {
            matches!(part, Role::Affected | Role::Homeless) || part == whole
        }
        Role::Employed => part == Role::LaidOff,
        Role::Sentenced | Role::LaidOff | Role::Deployed => part == whole,
        _ => false,
    }
}

/// Whether what is said of some of the dead is how they died: "four had been shot".
pub(super) fn is_how(whole: Role, part: Role) -> bool {
    whole == Role::Killed && matches!(part, Role::Wounded | Role::Assaulted)
}

/// Whether a number can be some of those that another counts, by value.
pub(super) fn fewer(part: &Quantity, whole: &Quantity) -> bool {
    let most = |quantity: &Quantity| quantity.value.or(quantity.max).or(quantity.min);
    matches!((most(part), most(whole)), (Some(part), Some(whole)) if part < whole)
}

/// Whether a number counts, so that others may be some of them.
pub(super) fn is_set(quantity: &Quantity) -> bool {
    matches!(quantity.unit, Unit::Count(_) | Unit::Like(_) | Unit::People) && !quantity.implicit && !quantity.marks.zero
}

/// Whether a number counts events: "23 arrests" are none of whom six could be jailed.
pub(super) fn is_event(view: &View, list: &[Quantity], quantity: &Quantity) -> bool {
    let noun = match quantity.unit {
        Unit::Like(other) => list[other as usize].unit,
        unit => unit,
    };
    let Unit::Count(Noun { thing: Some(row), .. }) = noun else { return false };
    view.lexicon.branch(row as usize).starts_with("event/")
}

/// Whether what is counted can have a role: people and animals that of living things, others that of things.
pub(super) fn can_have(view: &View, list: &[Quantity], counted: &Quantity, role: Role) -> bool {
    let unit = match counted.unit {
        Unit::Like(other) => list[other as usize].unit,
        unit => unit,
    };
    let living = match unit {
        Unit::People => true,
        Unit::Count(Noun { thing: Some(row), .. }) => {
            let branch = view.lexicon.branch(row as usize);
            branch.starts_with("person") && !branch.starts_with("person/group") || branch.starts_with("animal")
        }
        _ => return !of_people(role),
    };
    living == of_people(role) && !counted.marks.rate
}
