//! Who does it: what police take they arrest, and what a ship picks up it saves.

use super::super::chunk::What;
use super::super::noun;
use super::{Linker, REACH};
use crate::record::Role;

/// Kinds of those who do something to others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doer {
    Force,
    Vessel,
    Rescuer,
}

impl Linker<'_, '_, '_> {
    /// The role as it is where the doer tells more than the verb: "Police took away 15", "A tanker picked up 87 people".
    pub(super) fn by_doer(&self, role: Role, cue: usize) -> Role {
        let ambiguous = matches!(role, Role::Kidnapped | Role::Detained)
            && self.rows(cue).any(|row| {
                let cue = &self.view.lexicon.cues[row];
                cue.role == Some(role) && self.view.lexicon.cue_takes(cue, "person")
            });
        if !ambiguous {
            return role;
        }
        match (role, self.doer(cue)) {
            (Role::Kidnapped, Some(Doer::Force)) => Role::Detained,
            (Role::Detained, Some(Doer::Vessel | Doer::Rescuer)) => Role::Rescued,
            _ => role,
        }
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
