//! One record as JSON, written straight: the bytes that serde would write, for a small part of the work.
//!
//! The names of the fields and the words of closed lists are constants with all that stands around them, and strings are
//! copied eight bytes at a time, each eight tested in one go for what JSON escapes. Whatever is rare (a string with a
//! quote in it, a figure with a fraction) is left to `serde_json`. A property holds the two to each other.

use super::room::{Padded, Room, pad, pad_bytes};
use crate::record::{
    Bound, Claim, Document, Entity, EntityKind, Mention, Quantity, Role, Status, Str, Tally, Time, TimeKind, TimeRef,
    Toll, Trend, Unit, UnitKind, Via,
};

/// Appends a document; `text` is put into it where given.
pub(super) fn write(document: &Document<'_>, text: Option<&str>, out: &mut Vec<u8>) {
    let out = &mut Room::behind(out);
    out.put(b"{");
    if let Some(id) = &document.id {
        out.put(b"\"id\":");
        out.string(id);
        out.put(b",");
    }
    if let Some(text) = text.or(document.text.as_deref()) {
        out.put(b"\"text\":");
        out.string(text);
        out.put(b",");
    }
    out.put(b"\"entities\":[");
    list(out, &document.entities, entity);
    out.put(b"],\"quantities\":[");
    list(out, &document.quantities, quantity);
    out.put(b"],\"times\":[");
    list(out, &document.times, time);
    out.put(b"],\"tolls\":{");
    list(out, &document.tolls, |out, (role, sum)| {
        out.padded(role_name(*role));
        out.put(b":");
        toll(out, sum);
    });
    out.put(b"}}");
}

pub(super) fn entity(out: &mut Room<'_>, entity: &Entity<'_>) {
    out.put(b"{\"id\":");
    out.whole(entity.id);
    out.put(b",\"start\":");
    stretch(out, entity.start, entity.end, &entity.text);
    out.padded(match entity.kind {
        EntityKind::Agency => const { &pad(",\"kind\":\"agency\"") },
        EntityKind::Person => const { &pad(",\"kind\":\"person\"") },
        EntityKind::Place => const { &pad(",\"kind\":\"place\"") },
        EntityKind::Nationality => const { &pad(",\"kind\":\"nationality\"") },
    });
    optional(out, b",\"type\":", &entity.subtype);
    out.put(b",\"name\":");
    out.string(&entity.name);
    optional(out, b",\"ref\":", &entity.reference);
    match entity.country.as_deref().map(str::as_bytes) {
        // All at once where it is a code, as it always is.
        Some(&[a @ b'A'..=b'Z', b @ b'A'..=b'Z']) => out.put(&country(a, b)),
        Some(_) => optional(out, b",\"country\":", &entity.country),
        None => {}
    }
    if let Some(lat) = entity.lat {
        out.put(b",\"lat\":");
        out.degrees(lat);
    }
    if let Some(lon) = entity.lon {
        out.put(b",\"lon\":");
        out.degrees(lon);
    }
    out.padded(match entity.via {
        Via::Lexicon => const { &pad(",\"via\":\"lexicon\"") },
        Via::Acronym => const { &pad(",\"via\":\"acronym\"") },
        Via::Title => const { &pad(",\"via\":\"title\"") },
        Via::Name => const { &pad(",\"via\":\"name\"") },
        Via::Coref => const { &pad(",\"via\":\"coref\"") },
        Via::Rule => const { &pad(",\"via\":\"rule\"") },
    });
    score(out, entity.score);
    out.put(b"}");
}

/// The field of a country's code.
#[inline]
fn country(a: u8, b: u8) -> [u8; 15] {
    let mut field = *b",\"country\":\"..\"";
    (field[12], field[13]) = (a, b);
    field
}

pub(super) fn quantity(out: &mut Room<'_>, quantity: &Quantity<'_>) {
    out.put(b"{\"start\":");
    stretch(out, quantity.start, quantity.end, &quantity.text);
    if let Some(number) = &quantity.number {
        out.put(b",\"number\":");
        mention(out, number);
    }
    figures(out, quantity.value, quantity.min, quantity.max, true);
    out.put(b",");
    out.padded(bound(quantity.bound));
    if let Some(trend) = quantity.trend {
        out.padded(match trend {
            Trend::Up => const { &pad(",\"trend\":\"up\"") },
            Trend::Down => const { &pad(",\"trend\":\"down\"") },
        });
    }
    if let Some(counted) = &quantity.unit {
        unit(out, counted);
    }
    if !quantity.of.is_empty() {
        out.put(b",\"of\":[");
        list(out, &quantity.of, |out, of| out.whole(*of));
        out.put(b"]");
    }
    if let Some(role) = quantity.role {
        out.put(b",\"role\":");
        out.padded(role_name(role));
    }
    if let Some(cue) = &quantity.cue {
        out.put(b",\"cue\":");
        mention(out, cue);
    }
    out.padded(match quantity.status {
        Status::Reported => const { &pad(",\"status\":\"reported\"") },
        Status::Denied => const { &pad(",\"status\":\"denied\"") },
        Status::Planned => const { &pad(",\"status\":\"planned\"") },
        Status::Possible => const { &pad(",\"status\":\"possible\"") },
    });
    index(out, b",\"source\":", quantity.source);
    optional(out, b",\"source_text\":", &quantity.source_text);
    index(out, b",\"place\":", quantity.place);
    if let Some(TimeRef { start, end, text, iso }) = &quantity.time {
        out.put(b",\"time\":{\"start\":");
        stretch(out, *start, *end, text);
        optional(out, b",\"iso\":", iso);
        out.put(b"}");
    }
    if let Some(tally) = quantity.tally {
        out.padded(match tally {
            Tally::New => const { &pad(",\"tally\":\"new\"") },
            Tally::Cumulative => const { &pad(",\"tally\":\"cumulative\"") },
        });
    }
    index(out, b",\"part_of\":", quantity.part_of);
    out.put(b",\"sentence\":{\"start\":");
    out.whole(quantity.sentence.start);
    out.put(b",\"end\":");
    out.whole(quantity.sentence.end);
    out.put(b"}");
    if quantity.implicit {
        out.put(b",\"implicit\":true");
    }
    score(out, quantity.score);
    out.put(b"}");
}

fn unit(out: &mut Room<'_>, unit: &Unit<'_>) {
    out.padded(match unit.kind {
        UnitKind::Count => const { &pad(",\"unit\":{\"kind\":\"count\"") },
        UnitKind::Currency => const { &pad(",\"unit\":{\"kind\":\"currency\"") },
        UnitKind::Percent => const { &pad(",\"unit\":{\"kind\":\"percent\"") },
        UnitKind::Measure => const { &pad(",\"unit\":{\"kind\":\"measure\"") },
        UnitKind::Duration => const { &pad(",\"unit\":{\"kind\":\"duration\"") },
        UnitKind::Age => const { &pad(",\"unit\":{\"kind\":\"age\"") },
        UnitKind::Temperature => const { &pad(",\"unit\":{\"kind\":\"temperature\"") },
        UnitKind::Score => const { &pad(",\"unit\":{\"kind\":\"score\"") },
        UnitKind::Ratio => const { &pad(",\"unit\":{\"kind\":\"ratio\"") },
        UnitKind::None => const { &pad(",\"unit\":{\"kind\":\"none\"") },
    });
    optional(out, b",\"name\":", &unit.name);
    optional(out, b",\"head\":", &unit.head);
    optional(out, b",\"category\":", &unit.category);
    optional(out, b",\"path\":", &unit.path);
    index(out, b",\"start\":", unit.start);
    index(out, b",\"end\":", unit.end);
    optional(out, b",\"text\":", &unit.text);
    out.put(b"}");
}

pub(super) fn time(out: &mut Room<'_>, time: &Time<'_>) {
    out.put(b"{\"start\":");
    stretch(out, time.start, time.end, &time.text);
    out.padded(match time.kind {
        TimeKind::Date => const { &pad(",\"kind\":\"date\"") },
        TimeKind::Time => const { &pad(",\"kind\":\"time\"") },
        TimeKind::Period => const { &pad(",\"kind\":\"period\"") },
        TimeKind::Relative => const { &pad(",\"kind\":\"relative\"") },
    });
    optional(out, b",\"iso\":", &time.iso);
    out.put(b"}");
}

fn toll(out: &mut Room<'_>, toll: &Toll<'_>) {
    out.put(b"{");
    figures(out, toll.value, toll.min, toll.max, false);
    out.padded(bound(toll.bound));
    out.put(b",\"quantities\":[");
    list(out, &toll.quantities, |out, at| out.whole(*at));
    out.put(b"]");
    if !toll.parts.is_empty() {
        out.put(b",\"parts\":[");
        list(out, &toll.parts, |out, part| {
            out.put(b"{\"category\":");
            out.string(&part.category);
            out.put(b",\"value\":");
            out.number(part.value);
            out.put(b"}");
        });
        out.put(b"]");
    }
    if !toll.claims.is_empty() {
        out.put(b",\"claims\":[");
        list(out, &toll.claims, claim);
        out.put(b"]");
    }
    out.put(b"}");
}

fn claim(out: &mut Room<'_>, claim: &Claim<'_>) {
    out.put(b"{");
    if let Some(source) = claim.source {
        out.put(b"\"source\":");
        out.whole(source);
        out.put(b",");
    }
    if let Some(words) = &claim.source_text {
        out.put(b"\"source_text\":");
        out.string(words);
        out.put(b",");
    }
    figures(out, claim.value, None, None, false);
    out.padded(bound(claim.bound));
    out.put(b"}");
}

// ---- what records share

/// Start, end and text, behind `"start":`.
#[inline]
fn stretch(out: &mut Room<'_>, start: usize, end: usize, text: &str) {
    out.whole(start);
    out.put(b",\"end\":");
    out.whole(end);
    out.put(b",\"text\":");
    out.string(text);
}

fn mention(out: &mut Room<'_>, mention: &Mention<'_>) {
    out.put(b"{\"start\":");
    stretch(out, mention.start, mention.end, &mention.text);
    out.put(b"}");
}

/// A figure and its bounds, each with the comma before it, or behind it where it is not to be `before`.
fn figures(out: &mut Room<'_>, value: Option<f64>, min: Option<f64>, max: Option<f64>, before: bool) {
    const NAMES: [&Padded; 3] = [&pad(",\"value\":"), &pad(",\"min\":"), &pad(",\"max\":")];
    const NAMES_FIRST: [&Padded; 3] = [&pad("\"value\":"), &pad("\"min\":"), &pad("\"max\":")];
    let names = if before { NAMES } else { NAMES_FIRST };
    for (name, figure) in names.into_iter().zip([value, min, max]) {
        if let Some(figure) = figure {
            out.padded(name);
            out.number(figure);
            if !before {
                out.put(b",");
            }
        }
    }
}

#[inline]
fn optional<const N: usize>(out: &mut Room<'_>, name: &[u8; N], value: &Option<Str<'_>>) {
    if let Some(value) = value {
        out.put(name);
        out.string(value);
    }
}

#[inline]
fn index<const N: usize>(out: &mut Room<'_>, name: &[u8; N], value: Option<usize>) {
    if let Some(value) = value {
        out.put(name);
        out.whole(value);
    }
}

fn list<T>(out: &mut Room<'_>, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Room<'_>, T)) {
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.put(b",");
        }
        write(out, item);
    }
}

fn bound(bound: Bound) -> &'static Padded {
    match bound {
        Bound::Exact => const { &pad("\"bound\":\"exact\"") },
        Bound::About => const { &pad("\"bound\":\"about\"") },
        Bound::AtLeast => const { &pad("\"bound\":\"at_least\"") },
        Bound::MoreThan => const { &pad("\"bound\":\"more_than\"") },
        Bound::AtMost => const { &pad("\"bound\":\"at_most\"") },
        Bound::LessThan => const { &pad("\"bound\":\"less_than\"") },
        Bound::Range => const { &pad("\"bound\":\"range\"") },
        Bound::Vague => const { &pad("\"bound\":\"vague\"") },
    }
}

fn role_name(role: Role) -> &'static Padded {
    match role {
        Role::Killed => const { &pad("\"killed\"") },
        Role::Wounded => const { &pad("\"wounded\"") },
        Role::Casualty => const { &pad("\"casualty\"") },
        Role::Missing => const { &pad("\"missing\"") },
        Role::Captured => const { &pad("\"captured\"") },
        Role::Detained => const { &pad("\"detained\"") },
        Role::Kidnapped => const { &pad("\"kidnapped\"") },
        Role::Released => const { &pad("\"released\"") },
        Role::Rescued => const { &pad("\"rescued\"") },
        Role::Displaced => const { &pad("\"displaced\"") },
        Role::Evacuated => const { &pad("\"evacuated\"") },
        Role::Deployed => const { &pad("\"deployed\"") },
        Role::Infected => const { &pad("\"infected\"") },
        Role::Hospitalized => const { &pad("\"hospitalized\"") },
        Role::Trapped => const { &pad("\"trapped\"") },
        Role::Stranded => const { &pad("\"stranded\"") },
        Role::Homeless => const { &pad("\"homeless\"") },
        Role::Affected => const { &pad("\"affected\"") },
        Role::Protesting => const { &pad("\"protesting\"") },
        Role::Employed => const { &pad("\"employed\"") },
        Role::LaidOff => const { &pad("\"laid_off\"") },
        Role::Assaulted => const { &pad("\"assaulted\"") },
        Role::Sentenced => const { &pad("\"sentenced\"") },
        Role::Destroyed => const { &pad("\"destroyed\"") },
        Role::Damaged => const { &pad("\"damaged\"") },
        Role::ShotDown => const { &pad("\"shot_down\"") },
        Role::Launched => const { &pad("\"launched\"") },
        Role::Delivered => const { &pad("\"delivered\"") },
    }
}

/// A score: behind its name, with the two decimals that it means.
#[inline]
fn score(out: &mut Room<'_>, score: f32) {
    /// By hundredths.
    static SCORES: [Padded; 101] = {
        const NAME: &[u8] = b",\"score\":";
        let mut scores = [const { pad("") }; 101];
        let mut count = 0;
        while count <= 100 {
            let mut bytes = [0; 13];
            let mut at = 0;
            while at < NAME.len() {
                bytes[at] = NAME[at];
                at += 1;
            }
            let digits = [b'0' + count as u8 / 100, b'.', b'0' + count as u8 / 10 % 10, b'0' + count as u8 % 10];
            while at < bytes.len() {
                bytes[at] = digits[at - NAME.len()];
                at += 1;
            }
            let (shown, _) = bytes.split_at(if count % 10 == 0 { 12 } else { 13 });
            scores[count] = pad_bytes(shown);
            count += 1;
        }
        scores
    };
    let hundredths = f64::from(score) * 100.0;
    if !(0.0..=1.0).contains(&score) || score.is_sign_negative() {
        out.put(b",\"score\":");
        return out.float(&(hundredths.round() / 100.0));
    }
    // A score has so few bits that the sum is exact.
    out.padded(&SCORES[(hundredths + 0.5) as usize]);
}

#[cfg(test)]
mod tests;
