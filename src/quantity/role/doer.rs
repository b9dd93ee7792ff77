//! Who does it: what police take they arrest, and what a ship picks up it saves.

use super::super::chunk::What;
use super::super::noun;
use super::{Linker, REACH};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::Frame;
use crate::record::Role;

/// Kinds of those who do something to others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doer {
    Force,
    Vessel,
    Rescuer,
    Place,
    Protest,
}

impl Linker<'_, '_, '_> {
    /// The role as it is where the doer tells more than the verb: "Police took away 15", "A tanker picked up 87 people".
    /// None where nothing is done to anybody: "The camp holds 4,700".
    pub(super) fn by_doer(&self, role: Role, cue: usize) -> Option<Role> {
        // "The rallies have drawn 50,000 people", but not a match.
        if role == Role::Protesting
            && self.rows(cue).any(|row| self.view.lexicon.cues[row].frame == Frame::Affects)
            && self.doer(cue) != Some(Doer::Protest)
        {
            return None;
        }
        let ambiguous = matches!(role, Role::Kidnapped | Role::Detained | Role::Captured)
            && (self.is_grip(cue)
                || self.rows(cue).any(|row| {
                    let cue = &self.view.lexicon.cues[row];
                    cue.role == Some(role) && self.view.lexicon.cue_takes(cue, "person")
                }));
        if !ambiguous {
            return Some(role);
        }
        match (role, self.doer(cue)) {
            (Role::Kidnapped, Some(Doer::Force)) => Some(Role::Detained),
            (Role::Detained, Some(Doer::Vessel | Doer::Rescuer)) => Some(Role::Rescued),
            (Role::Detained, None) if self.is_picked_up(cue) => Some(Role::Rescued),
            (_, Some(Doer::Place)) if self.is_grip(cue) => None,
            _ => Some(role),
        }
    }

    /// Whether a verb is one of holding or taking, of which the doer tells the role: "hold", "seize".
    pub(super) fn is_grip(&self, cue: usize) -> bool {
        let has = |role: Role| self.rows(cue).any(|row| self.view.lexicon.cues[row].role == Some(role));
        has(Role::Kidnapped) && (has(Role::Detained) || has(Role::Captured))
    }

    /// "117 people were stranded; five more were picked up": who was lost before is found.
    fn is_picked_up(&self, cue: usize) -> bool {
        let chunk = self.chunks[cue];
        let up = chunk.end == chunk.first + 2 && self.view.is(chunk.end as usize - 1, &[kw::UP]);
        up && self.list.iter().rev().any(|told| {
            told.number.1 <= chunk.first
                && matches!(told.role, Some(Role::Stranded | Role::Trapped | Role::Missing | Role::Rescued))
        })
    }

    /// Who stands before an active cue, without a figure.
    fn doer(&self, cue: usize) -> Option<Doer> {
        for at in (self.begin..cue).rev().take(REACH) {
            let chunk = self.chunks[at];
            match chunk.what {
                What::Noun { .. } | What::People { entity: None, .. } => {}
                What::Break => return None,
                _ => continue,
            }
            let thing = (chunk.first..chunk.end)
                .find_map(|token| noun::thing(self.view, token as usize).filter(|(end, _)| *end == chunk.end as usize));
            let Some((_, row)) = thing else { continue };
            let branch = self.view.lexicon.things[row].branch as usize;
            let branch = self.view.lexicon.branches[branch].as_str();
            let known = [
                ("person/security", Doer::Force),
                ("thing/platform", Doer::Vessel),
                ("person/emergency", Doer::Rescuer),
                ("person/work/fisher", Doer::Rescuer),
                ("place/", Doer::Place),
                ("event/civic/protest", Doer::Protest),
            ];
            if let Some((_, doer)) = known.into_iter().find(|(kind, _)| branch.starts_with(kind)) {
                return (!self.within_preposition(at, self.begin)).then_some(doer);
            }
            if branch.starts_with("person/armed") {
                return None;
            }
        }
        None
    }
}
