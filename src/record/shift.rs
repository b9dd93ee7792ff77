//! Offsets and indexes of a record, all in one place: for other units, and for documents that are put together.

use super::Document;

impl<'a> Document<'a> {
    /// Shows every offset that the record has.
    pub(crate) fn each_offset(&mut self, mut visit: impl FnMut(&mut usize)) {
        for entity in &mut self.entities {
            visit(&mut entity.start);
            visit(&mut entity.end);
        }
        for quantity in &mut self.quantities {
            visit(&mut quantity.start);
            visit(&mut quantity.end);
            for mention in [&mut quantity.number, &mut quantity.cue].into_iter().flatten() {
                visit(&mut mention.start);
                visit(&mut mention.end);
            }
            if let Some(unit) = &mut quantity.unit {
                [&mut unit.start, &mut unit.end].into_iter().flatten().for_each(&mut visit);
            }
            if let Some(time) = &mut quantity.time {
                visit(&mut time.start);
                visit(&mut time.end);
            }
        }
        for time in &mut self.times {
            visit(&mut time.start);
            visit(&mut time.end);
        }
    }

    /// Appends the entities, quantities and times of what follows, a text that begins at the byte `start` of this one.
    pub(crate) fn append(&mut self, mut next: Document<'a>, start: usize) {
        let (entities, quantities) = (self.entities.len(), self.quantities.len());
        next.each_offset(|offset| *offset += start);
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
