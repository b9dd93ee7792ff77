//! Who has spoken so far in a text: for "it", "he" and "the agency".

use super::super::outline::is_person;
use super::speaker::Speaker;
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::sense::Class;
use crate::record::EntityKind;

/// Who has spoken so far, for "it", "he" and "the agency".
#[derive(Clone, Copy, Default)]
pub(super) struct Memory {
    pub last: Option<Speaker>,
    pub person: Option<Speaker>,
    pub agency: Option<u32>,
}

/// The first token of the first agency that a text names: none has spoken before.
#[derive(Clone, Copy, Default)]
pub(super) struct FirstNamed {
    pub agency: u32,
}

impl FirstNamed {
    /// Those of a text.
    pub fn of(entities: &Entities) -> Self {
        let first = |kind| entities.list.iter().find(|named| named.kind == kind).map_or(u32::MAX, |named| named.first);
        FirstNamed { agency: first(EntityKind::Agency) }
    }
}

impl Memory {
    /// Notes that somebody has spoken.
    pub fn heard(&mut self, view: &View, entities: &Entities, speaker: Speaker) {
        self.last = Some(speaker);
        match speaker {
            Speaker::Entity(index) => match entities.list[index as usize].kind {
                EntityKind::Person => self.person = Some(speaker),
                EntityKind::Agency => self.agency = Some(index),
                _ => {}
            },
            // "the health secretary warned": "he" is that one.
            Speaker::Words(_, end) if one_person(view, end as usize - 1) => self.person = Some(speaker),
            Speaker::Words(..) => {}
        }
    }
}

/// Whether a noun means one person: "secretary".
fn one_person(view: &View, noun: usize) -> bool {
    view.words.all(noun, Class::Thing).any(|(_, row)| {
        let thing = &view.lexicon.things[row];
        !thing.plural && is_person(&view.lexicon.branches[thing.branch as usize])
    })
}
