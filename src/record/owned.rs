//! Setting a document free of the text and the lexicons that it borrows from.

use std::borrow::Cow;

use super::{Claim, Document, Entity, Mention, OwnedDocument, Part, Quantity, Str, Time, TimeRef, Toll, Unit};

fn own(text: Str<'_>) -> Str<'static> {
    Cow::Owned(text.into_owned())
}

impl Document<'_> {
    /// Copies every borrowed string, so that the document outlives text and tagger.
    #[must_use]
    pub fn into_owned(self) -> OwnedDocument {
        Document {
            id: self.id.map(own),
            text: self.text.map(own),
            entities: self.entities.into_iter().map(Entity::into_owned).collect(),
            quantities: self.quantities.into_iter().map(Quantity::into_owned).collect(),
            times: self.times.into_iter().map(Time::into_owned).collect(),
            tolls: self.tolls.into_iter().map(|(role, toll)| (role, toll.into_owned())).collect(),
        }
    }
}

impl Mention<'_> {
    fn into_owned(self) -> Mention<'static> {
        Mention { start: self.start, end: self.end, text: own(self.text) }
    }
}

impl Entity<'_> {
    fn into_owned(self) -> Entity<'static> {
        Entity {
            id: self.id,
            start: self.start,
            end: self.end,
            text: own(self.text),
            kind: self.kind,
            subtype: self.subtype.map(own),
            name: own(self.name),
            reference: self.reference.map(own),
            country: self.country.map(own),
            lat: self.lat,
            lon: self.lon,
            via: self.via,
            score: self.score,
        }
    }
}

impl Quantity<'_> {
    fn into_owned(self) -> Quantity<'static> {
        Quantity {
            start: self.start,
            end: self.end,
            text: own(self.text),
            number: self.number.map(Mention::into_owned),
            value: self.value,
            min: self.min,
            max: self.max,
            bound: self.bound,
            trend: self.trend,
            unit: self.unit.map(Unit::into_owned),
            of: self.of,
            role: self.role,
            cue: self.cue.map(Mention::into_owned),
            status: self.status,
            source: self.source,
            source_text: self.source_text.map(own),
            place: self.place,
            time: self.time.map(TimeRef::into_owned),
            part_of: self.part_of,
            implicit: self.implicit,
            score: self.score,
        }
    }
}

impl Unit<'_> {
    fn into_owned(self) -> Unit<'static> {
        Unit {
            kind: self.kind,
            name: self.name.map(own),
            head: self.head.map(own),
            category: self.category.map(own),
            path: self.path.map(own),
            start: self.start,
            end: self.end,
            text: self.text.map(own),
        }
    }
}

impl Time<'_> {
    fn into_owned(self) -> Time<'static> {
        Time { start: self.start, end: self.end, text: own(self.text), kind: self.kind, iso: self.iso.map(own) }
    }
}

impl TimeRef<'_> {
    fn into_owned(self) -> TimeRef<'static> {
        TimeRef { start: self.start, end: self.end, text: own(self.text), iso: self.iso.map(own) }
    }
}

impl Toll<'_> {
    fn into_owned(self) -> Toll<'static> {
        Toll {
            value: self.value,
            min: self.min,
            max: self.max,
            bound: self.bound,
            quantities: self.quantities,
            parts: self.parts.into_iter().map(Part::into_owned).collect(),
            claims: self.claims.into_iter().map(Claim::into_owned).collect(),
        }
    }
}

impl Claim<'_> {
    fn into_owned(self) -> Claim<'static> {
        Claim { source: self.source, source_text: self.source_text.map(own), value: self.value, bound: self.bound }
    }
}

impl Part<'_> {
    fn into_owned(self) -> Part<'static> {
        Part { category: own(self.category), value: self.value }
    }
}
