//! Offsets and indexes of a record, all in one place: for other units, and for documents that are put together.

use super::{Document, Entity, Quantity, Time};

/// Something that points into the text.
pub(crate) trait Offsets {
    /// Shows every offset.
    fn each_offset(&mut self, visit: &mut impl FnMut(&mut usize));
}

impl Offsets for Entity<'_> {
    fn each_offset(&mut self, visit: &mut impl FnMut(&mut usize)) {
        visit(&mut self.start);
        visit(&mut self.end);
    }
}

impl Offsets for Quantity<'_> {
    fn each_offset(&mut self, visit: &mut impl FnMut(&mut usize)) {
        visit(&mut self.start);
        visit(&mut self.end);
        visit(&mut self.sentence.start);
        visit(&mut self.sentence.end);
        for mention in [&mut self.number, &mut self.cue].into_iter().flatten() {
            visit(&mut mention.start);
            visit(&mut mention.end);
        }
        if let Some(unit) = &mut self.unit {
            [&mut unit.start, &mut unit.end].into_iter().flatten().for_each(&mut *visit);
        }
        if let Some(time) = &mut self.time {
            visit(&mut time.start);
            visit(&mut time.end);
        }
    }
}

impl Offsets for Time<'_> {
    fn each_offset(&mut self, visit: &mut impl FnMut(&mut usize)) {
        visit(&mut self.start);
        visit(&mut self.end);
    }
}

impl Offsets for Document<'_> {
    fn each_offset(&mut self, visit: &mut impl FnMut(&mut usize)) {
        self.entities.iter_mut().for_each(|entity| entity.each_offset(visit));
        self.quantities.iter_mut().for_each(|quantity| quantity.each_offset(visit));
        self.times.iter_mut().for_each(|time| time.each_offset(visit));
    }
}

impl<'a> Document<'a> {
    /// Appends the entities, quantities and times of what follows, a text that begins at the byte `start` of this one.
    pub(crate) fn append(&mut self, mut next: Document<'a>, start: usize) {
        let (entities, quantities) = (self.entities.len(), self.quantities.len());
        next.each_offset(&mut |offset| *offset += start);
        for entity in &mut next.entities {
            entity.id += entities;
        }
        for quantity in &mut next.quantities {
            let pointed = [&mut quantity.source, &mut quantity.place].into_iter().flatten().chain(&mut quantity.of);
            pointed.for_each(|entity| *entity += entities);
            quantity.part_of = quantity.part_of.map(|whole| whole + quantities);
        }
        self.entities.append(&mut next.entities);
        self.quantities.append(&mut next.quantities);
        self.times.append(&mut next.times);
    }
}
