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
    optional(out, b",\"country\":", &entity.country);
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
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::{Part, Span};

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    fn all<T: serde::de::DeserializeOwned>(names: &str) -> Vec<T> {
        names.split(' ').map(|name| serde_json::from_value(name.into()).unwrap()).collect()
    }

    fn text() -> impl Strategy<Value = Str<'static>> {
        prop_oneof!["[a-z .]{0,40}", "[a-zé中😀\"\\\\\n\t\u{0}\u{1f}\u{7f}]{0,20}", "\\PC{0,9}"].prop_map(Str::from)
    }

    fn mention() -> impl Strategy<Value = Mention<'static>> {
        (offset(), offset(), text()).prop_map(|(start, end, text)| Mention { start, end, text })
    }

    fn offset() -> impl Strategy<Value = usize> {
        prop_oneof![0..12usize, 0..20_000usize, any::<usize>()]
    }

    fn figure() -> impl Strategy<Value = Option<f64>> {
        let usual = prop_oneof![Just(-0.0), (0..5000u32).prop_map(f64::from), 0.0..1.0, -9e18..9e18, any::<f64>()];
        prop::option::of(usual)
    }

    fn score() -> impl Strategy<Value = f32> {
        prop_oneof![0f32..=1.0, any::<f32>()]
    }

    fn entities() -> impl Strategy<Value = Vec<Entity<'static>>> {
        let kinds = prop::sample::select(all::<EntityKind>("agency person place nationality"));
        let vias = prop::sample::select(all::<Via>("lexicon acronym title name coref rule"));
        let words = (text(), prop::option::of(text()), prop::option::of(text()), prop::option::of(text()));
        let at = prop::option::of(prop_oneof![-180f32..180.0, any::<f32>()]);
        let entity = (mention(), kinds, vias, words, at.clone(), at, score()).prop_map(
            |(Mention { start, end, text }, kind, via, (name, subtype, reference, country), lat, lon, score)| Entity {
                id: start / 3,
                start,
                end,
                text,
                kind,
                subtype,
                name,
                reference,
                country,
                lat,
                lon,
                via,
                score,
            },
        );
        prop::collection::vec(entity, 0..3)
    }

    fn bounds() -> impl Strategy<Value = Bound> {
        prop::sample::select(all::<Bound>("exact about at_least more_than at_most less_than range vague"))
    }

    fn roles() -> impl Strategy<Value = Role> {
        prop::sample::select(all::<Role>(
            "killed wounded casualty missing captured detained kidnapped released rescued displaced evacuated deployed \
             infected hospitalized trapped stranded homeless affected protesting employed laid_off assaulted sentenced \
             destroyed damaged shot_down launched delivered",
        ))
    }

    fn units() -> impl Strategy<Value = Unit<'static>> {
        let kinds = prop::sample::select(all::<UnitKind>(
            "count currency percent measure duration age temperature score ratio none",
        ));
        let words = [(); 5].map(|()| prop::option::of(text()));
        (kinds, words, prop::option::of(offset())).prop_map(|(kind, [name, head, category, path, text], start)| Unit {
            kind,
            name,
            head,
            category,
            path,
            start,
            end: start.map(|start| start / 2),
            text,
        })
    }

    fn quantities() -> impl Strategy<Value = Vec<Quantity<'static>>> {
        let kinds = (
            bounds(),
            prop::option::of(prop::sample::select(all::<Trend>("up down"))),
            prop::option::of(units()),
            prop::option::of(roles()),
            prop::sample::select(all::<Status>("reported denied planned possible")),
        );
        let ids = (prop::collection::vec(offset(), 0..3), [(); 3].map(|()| prop::option::of(offset())), any::<bool>());
        let mentions = (mention(), [(); 3].map(|()| prop::option::of(mention())), prop::option::of(text()));
        let quantity = (mentions, [figure(), figure(), figure()], kinds, ids, score());
        let quantity =
            quantity.prop_map(|((whole, [number, cue, time], said), [value, min, max], kinds, ids, score)| {
                let (bound, trend, unit, role, status) = kinds;
                let (of, [source, place, part_of], implicit) = ids;
                let tally = implicit.then_some(if of.is_empty() { Tally::New } else { Tally::Cumulative });
                let Mention { start, end, text } = whole;
                let time =
                    time.map(|time| TimeRef { start: time.start, end: time.end, text: time.text, iso: said.clone() });
                Quantity {
                    start,
                    end,
                    text,
                    number,
                    value,
                    min,
                    max,
                    bound,
                    trend,
                    unit,
                    of,
                    role,
                    cue,
                    status,
                    source,
                    source_text: said,
                    place,
                    time,
                    part_of,
                    tally,
                    sentence: Span { start, end },
                    implicit,
                    score,
                }
            });
        prop::collection::vec(quantity, 0..3)
    }

    fn times() -> impl Strategy<Value = Vec<Time<'static>>> {
        let kinds = prop::sample::select(all::<TimeKind>("date time period relative"));
        let time = (mention(), kinds, prop::option::of(text()));
        let time = time.prop_map(|(Mention { start, end, text }, kind, iso)| Time { start, end, text, kind, iso });
        prop::collection::vec(time, 0..3)
    }

    fn tolls() -> impl Strategy<Value = Vec<(Role, Toll<'static>)>> {
        let parts = prop::collection::vec((text(), any::<f64>()), 0..3);
        let parts =
            parts.prop_map(|parts| parts.into_iter().map(|(category, value)| Part { category, value }).collect());
        let claims =
            prop::collection::vec((prop::option::of(offset()), prop::option::of(text()), figure(), bounds()), 0..3);
        let claims = claims.prop_map(|claims| {
            let claim = |(source, source_text, value, bound)| Claim { source, source_text, value, bound };
            claims.into_iter().map(claim).collect()
        });
        let indexes = prop::collection::vec(offset(), 0..3);
        let toll = ([figure(), figure(), figure()], bounds(), indexes, parts, claims).prop_map(
            |([value, min, max], bound, quantities, parts, claims)| Toll {
                value,
                min,
                max,
                bound,
                quantities,
                parts,
                claims,
            },
        );
        prop::collection::vec((roles(), toll), 0..3)
    }

    proptest! {
        #[test]
        fn the_bytes_are_those_of_serde(
            (id, whole) in (prop::option::of(text()), prop::option::of(text())),
            entities in entities(), quantities in quantities(), times in times(), tolls in tolls(),
        ) {
            let tolls = tolls.into_iter().collect();
            let mut document = Document { id, text: None, entities, quantities, times, tolls };
            let line = written(|out| write(&document, whole.as_deref(), out));
            document.text = whole;
            prop_assert_eq!(&line, &serde_json::to_string(&document).unwrap());
            prop_assert_eq!(line, written(|out| write(&document, None, out)));
        }
    }

    #[test]
    fn every_score() {
        for hundredths in 0..=120u8 {
            let value = f32::from(hundredths) / 100.0;
            let wanted = format!(",\"score\":{:?}", f64::from(hundredths) / 100.0);
            assert_eq!(written(|out| super::score(&mut Room::behind(out), value)), wanted);
        }
    }
}
