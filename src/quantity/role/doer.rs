//! Who does it: what police take they arrest, and what a ship picks up it saves.

use super::super::chunk::{Voice, What};
use super::super::{LOOK_BACK, Quantity, noun};
use super::{Linker, REACH};
use crate::lexicon::sense::Frame;
use crate::lexicon::{Sorts, keyword as kw};
use crate::record::Role;

/// The sorts of those who do something to others, or hold them: any of these is the doer of a cue.
const DOERS: u16 = Sorts::FORCE | Sorts::RESCUER | Sorts::VESSEL | Sorts::VENUE | Sorts::PROTEST | Sorts::DISASTER;

/// Who may save whoever is taken up.
const SAVERS: u16 = Sorts::RESCUER | Sorts::VESSEL;

impl Linker<'_, '_, '_> {
    /// The role as it is where the doer tells more than the verb: "Police took away 15", "A tanker picked up 87 people".
    /// None where nothing is done to anybody: "The camp holds 4,700".
    pub(super) fn by_doer(&self, role: Role, cue: usize) -> Option<Role> {
        let affects = |row: usize| self.view.lexicon.cues[row].frame == Frame::Affects;
        // "The rallies have drawn 50,000 people", but not a match.
        if role == Role::Protesting && self.rows(cue).any(affects) && !self.does(cue, Sorts::PROTEST) {
            return None;
        }
        // "Divers are looking for the remaining 18", but not the police for two men.
        let sought = self.view.is(self.chunks[cue].end as usize - 1, &[kw::FOR]) && self.rows(cue).any(affects);
        if role == Role::Missing && sought {
            return self.does(cue, SAVERS).then_some(role);
        }
        // "An avalanche buried nine skiers", but "I buried two sons".
        let buries = role == Role::Trapped
            && self.rows(cue).any(|row| self.view.lexicon.cues[row].role == Some(Role::Destroyed));
        if buries && !self.does(cue, Sorts::DISASTER) {
            return None;
        }
        let (grip, up) = (self.is_grip(cue), self.is_pick_up(cue));
        match role {
            // "took 28 girls; it freed 11 and still holds 17": as those before.
            Role::Detained if grip && self.last_grip(cue).is_some() && self.doer(cue).is_none() => self.last_grip(cue),
            Role::Kidnapped | Role::Detained | Role::Captured if grip => match self.doer(cue) {
                Some(doer) if doer.has(Sorts::FORCE) && role == Role::Kidnapped => Some(Role::Detained),
                Some(doer) if doer.has(Sorts::VENUE) => None,
                _ => Some(role),
            },
            Role::Kidnapped if self.does(cue, Sorts::FORCE) || self.is_by_force(cue) => Some(Role::Detained),
            // "15 were arrested; 70 had been taken away": by the police.
            Role::Kidnapped if self.doer(cue).is_none() && self.were_arrested(cue) => Some(Role::Detained),
            Role::Detained if up => match self.doer(cue) {
                Some(doer) if doer.has(SAVERS) => Some(Role::Rescued),
                None if self.is_lost_before(cue) => Some(Role::Rescued),
                _ => Some(role),
            },
            _ => Some(role),
        }
    }

    /// "were taken away by police".
    fn is_by_force(&self, cue: usize) -> bool {
        let by = |at: &usize| self.view.is(self.chunks[*at].first as usize, &[kw::BY]);
        let stop = self.chunks.len().min(cue + 6);
        let mut clause = (cue + 1..stop).take_while(|&at| !matches!(self.chunks[at].what, What::Comma | What::Break));
        let agent = clause.find(by).and_then(|at| self.chunks.get(at + 1));
        agent.is_some_and(|agent| {
            noun::thing(self.view, agent.end as usize - 1)
                .is_some_and(|(_, row)| self.view.lexicon.branch(row).starts_with("person/security"))
        })
    }

    /// What was done to those taken last, where they were taken at all.
    fn last_grip(&self, cue: usize) -> Option<Role> {
        let role = self.told_before(cue).iter().rev().take(6).find_map(|told| {
            told.role.filter(|role| matches!(role, Role::Kidnapped | Role::Detained | Role::Captured))
        });
        role.filter(|&role| role == Role::Kidnapped)
    }

    /// Whether those told of last as held were arrested, and no more is said of the next than that they were taken away.
    fn were_arrested(&self, cue: usize) -> bool {
        let held = |told: &Quantity| {
            told.role.filter(|role| matches!(role, Role::Kidnapped | Role::Detained | Role::Captured))
        };
        let away = self.view.is(self.chunks[cue].end as usize - 1, &[kw::AWAY]);
        away && self.told_before(cue).iter().rev().take(6).find_map(held) == Some(Role::Detained)
    }

    /// Whether a verb is one of holding or taking, of which the doer tells the role: "hold", "seize".
    pub(super) fn is_grip(&self, cue: usize) -> bool {
        let has = |role: Role| self.rows(cue).any(|row| self.view.lexicon.cues[row].role == Some(role));
        has(Role::Kidnapped) && (has(Role::Detained) || has(Role::Captured))
    }

    /// "picked up".
    fn is_pick_up(&self, cue: usize) -> bool {
        let chunk = self.chunks[cue];
        chunk.end == chunk.first + 2 && self.view.is(chunk.end as usize - 1, &[kw::UP])
    }

    /// "117 people were stranded; five more were picked up": who was lost before is found.
    fn is_lost_before(&self, cue: usize) -> bool {
        self.told_before(cue)
            .iter()
            .any(|told| matches!(told.role, Some(Role::Stranded | Role::Trapped | Role::Missing | Role::Rescued)))
    }

    /// The last of the numbers before a cue.
    fn told_before(&self, cue: usize) -> &[Quantity] {
        let first = self.chunks[cue].first;
        let stop = self.list.partition_point(|told| told.number.1 <= first);
        &self.list[stop.saturating_sub(LOOK_BACK)..stop]
    }

    /// Whether somebody of one of some sorts does it.
    fn does(&self, cue: usize, sorts: u16) -> bool {
        self.doer(cue).is_some_and(|doer| doer.has(sorts))
    }

    /// Of which sorts is who stands before an active cue, without a figure.
    fn doer(&self, cue: usize) -> Option<Sorts> {
        for at in (self.begin..cue).rev().take(REACH) {
            let chunk = self.chunks[at];
            match chunk.what {
                What::Noun { .. } | What::Entity(_) | What::People { entity: None, .. } | What::Cue(_) => {}
                What::Break => return None,
                _ => continue,
            }
            let thing = (chunk.first..chunk.end)
                .find_map(|token| noun::thing(self.view, token as usize).filter(|(end, _)| *end == chunk.end as usize));
            // "killed a guard and abducted 40 villagers": whom the verb before hit does nothing.
            let object = at > self.begin
                && matches!(chunk.what, What::People { .. } | What::Noun { .. })
                && matches!(self.chunks[at - 1].what, What::Cue(Voice::Active | Voice::Bare));
            let Some((_, row)) = thing.filter(|_| !object) else { continue };
            let sorts = self.view.lexicon.sorts(row);
            if sorts.has(Sorts::ARMED) {
                return None;
            }
            if sorts.has(DOERS) {
                return (!self.within_preposition(at, self.begin)).then_some(sorts);
            }
        }
        None
    }
}
