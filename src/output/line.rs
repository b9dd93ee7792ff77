//! One record as JSON, written straight: the bytes that serde would write, for a small part of the work.
//!
//! The names of the fields are constants with all that stands around them, words of closed lists need no escaping, and
//! strings are copied eight bytes at a time, each eight tested in one go for what JSON escapes. Whatever is rare (a
//! string with a quote in it, a figure with a fraction) is left to `serde_json`. Rows at the end of this file and a
//! property hold the two to each other.

use crate::record::{
    Bound, Claim, Document, Entity, EntityKind, Mention, Quantity, Role, Status, Str, Time, TimeKind, TimeRef, Toll,
    Trend, Unit, UnitKind, Via,
};

/// Appends a document; `text` is put into it where given.
pub(super) fn write(document: &Document<'_>, text: Option<&str>, out: &mut Vec<u8>) {
    out.push(b'{');
    if let Some(id) = &document.id {
        out.extend_from_slice(b"\"id\":");
        string(out, id);
        out.push(b',');
    }
    if let Some(text) = text.or(document.text.as_deref()) {
        out.extend_from_slice(b"\"text\":");
        string(out, text);
        out.push(b',');
    }
    out.extend_from_slice(b"\"entities\":[");
    list(out, &document.entities, entity);
    out.extend_from_slice(b"],\"quantities\":[");
    list(out, &document.quantities, quantity);
    out.extend_from_slice(b"],\"times\":[");
    list(out, &document.times, time);
    out.extend_from_slice(b"],\"tolls\":{");
    list(out, &document.tolls, |out, (role, sum)| {
        word(out, role_name(*role));
        out.push(b':');
        toll(out, sum);
    });
    out.extend_from_slice(b"}}");
}

fn entity(out: &mut Vec<u8>, entity: &Entity<'_>) {
    out.extend_from_slice(b"{\"id\":");
    whole(out, entity.id);
    out.extend_from_slice(b",\"start\":");
    stretch(out, entity.start, entity.end, &entity.text);
    out.extend_from_slice(match entity.kind {
        EntityKind::Agency => b",\"kind\":\"agency\"",
        EntityKind::Person => b",\"kind\":\"person\"",
        EntityKind::Place => b",\"kind\":\"place\"",
        EntityKind::Nationality => b",\"kind\":\"nationality\"",
    });
    optional(out, b",\"type\":", &entity.subtype);
    out.extend_from_slice(b",\"name\":");
    string(out, &entity.name);
    optional(out, b",\"ref\":", &entity.reference);
    optional(out, b",\"country\":", &entity.country);
    if let Some(lat) = entity.lat {
        out.extend_from_slice(b",\"lat\":");
        other(out, &lat);
    }
    if let Some(lon) = entity.lon {
        out.extend_from_slice(b",\"lon\":");
        other(out, &lon);
    }
    out.extend_from_slice(match entity.via {
        Via::Lexicon => b",\"via\":\"lexicon\"",
        Via::Acronym => b",\"via\":\"acronym\"",
        Via::Title => b",\"via\":\"title\"",
        Via::Name => b",\"via\":\"name\"",
        Via::Coref => b",\"via\":\"coref\"",
        Via::Rule => b",\"via\":\"rule\"",
    });
    score(out, entity.score);
    out.push(b'}');
}

fn quantity(out: &mut Vec<u8>, quantity: &Quantity<'_>) {
    out.extend_from_slice(b"{\"start\":");
    stretch(out, quantity.start, quantity.end, &quantity.text);
    if let Some(number) = &quantity.number {
        out.extend_from_slice(b",\"number\":");
        mention(out, number);
    }
    figures(out, quantity.value, quantity.min, quantity.max, b',');
    out.extend_from_slice(b",\"bound\":");
    word(out, bound_name(quantity.bound));
    if let Some(trend) = quantity.trend {
        out.extend_from_slice(match trend {
            Trend::Up => b",\"trend\":\"up\"",
            Trend::Down => b",\"trend\":\"down\"",
        });
    }
    if let Some(counted) = &quantity.unit {
        unit(out, counted);
    }
    if !quantity.of.is_empty() {
        out.extend_from_slice(b",\"of\":[");
        list(out, &quantity.of, |out, of| whole(out, *of));
        out.push(b']');
    }
    if let Some(role) = quantity.role {
        out.extend_from_slice(b",\"role\":");
        word(out, role_name(role));
    }
    if let Some(cue) = &quantity.cue {
        out.extend_from_slice(b",\"cue\":");
        mention(out, cue);
    }
    out.extend_from_slice(match quantity.status {
        Status::Reported => b",\"status\":\"reported\"",
        Status::Denied => b",\"status\":\"denied\"",
        Status::Planned => b",\"status\":\"planned\"",
        Status::Possible => b",\"status\":\"possible\"",
    });
    index(out, b",\"source\":", quantity.source);
    optional(out, b",\"source_text\":", &quantity.source_text);
    index(out, b",\"place\":", quantity.place);
    if let Some(TimeRef { start, end, text, iso }) = &quantity.time {
        out.extend_from_slice(b",\"time\":{\"start\":");
        stretch(out, *start, *end, text);
        optional(out, b",\"iso\":", iso);
        out.push(b'}');
    }
    index(out, b",\"part_of\":", quantity.part_of);
    if quantity.implicit {
        out.extend_from_slice(b",\"implicit\":true");
    }
    score(out, quantity.score);
    out.push(b'}');
}

fn unit(out: &mut Vec<u8>, unit: &Unit<'_>) {
    out.extend_from_slice(match unit.kind {
        UnitKind::Count => b",\"unit\":{\"kind\":\"count\"",
        UnitKind::Currency => b",\"unit\":{\"kind\":\"currency\"",
        UnitKind::Percent => b",\"unit\":{\"kind\":\"percent\"",
        UnitKind::Measure => b",\"unit\":{\"kind\":\"measure\"",
        UnitKind::Duration => b",\"unit\":{\"kind\":\"duration\"",
        UnitKind::Age => b",\"unit\":{\"kind\":\"age\"",
        UnitKind::Temperature => b",\"unit\":{\"kind\":\"temperature\"",
        UnitKind::Score => b",\"unit\":{\"kind\":\"score\"",
        UnitKind::Ratio => b",\"unit\":{\"kind\":\"ratio\"",
        UnitKind::None => b",\"unit\":{\"kind\":\"none\"",
    });
    optional(out, b",\"name\":", &unit.name);
    optional(out, b",\"head\":", &unit.head);
    optional(out, b",\"category\":", &unit.category);
    optional(out, b",\"path\":", &unit.path);
    index(out, b",\"start\":", unit.start);
    index(out, b",\"end\":", unit.end);
    optional(out, b",\"text\":", &unit.text);
    out.push(b'}');
}

fn time(out: &mut Vec<u8>, time: &Time<'_>) {
    out.extend_from_slice(b"{\"start\":");
    stretch(out, time.start, time.end, &time.text);
    out.extend_from_slice(match time.kind {
        TimeKind::Date => b",\"kind\":\"date\"",
        TimeKind::Time => b",\"kind\":\"time\"",
        TimeKind::Period => b",\"kind\":\"period\"",
        TimeKind::Relative => b",\"kind\":\"relative\"",
    });
    optional(out, b",\"iso\":", &time.iso);
    out.push(b'}');
}

fn toll(out: &mut Vec<u8>, toll: &Toll<'_>) {
    out.push(b'{');
    figures(out, toll.value, toll.min, toll.max, 0);
    out.extend_from_slice(b"\"bound\":");
    word(out, bound_name(toll.bound));
    out.extend_from_slice(b",\"quantities\":[");
    list(out, &toll.quantities, |out, at| whole(out, *at));
    out.push(b']');
    if !toll.parts.is_empty() {
        out.extend_from_slice(b",\"parts\":[");
        list(out, &toll.parts, |out, part| {
            out.extend_from_slice(b"{\"category\":");
            string(out, &part.category);
            out.extend_from_slice(b",\"value\":");
            number(out, part.value);
            out.push(b'}');
        });
        out.push(b']');
    }
    if !toll.claims.is_empty() {
        out.extend_from_slice(b",\"claims\":[");
        list(out, &toll.claims, claim);
        out.push(b']');
    }
    out.push(b'}');
}

fn claim(out: &mut Vec<u8>, claim: &Claim) {
    out.push(b'{');
    if let Some(source) = claim.source {
        out.extend_from_slice(b"\"source\":");
        whole(out, source);
        out.push(b',');
    }
    figures(out, claim.value, None, None, 0);
    out.extend_from_slice(b"\"bound\":");
    word(out, bound_name(claim.bound));
    out.push(b'}');
}

// ---- what records share

/// Start, end and text, behind `"start":`.
#[inline]
fn stretch(out: &mut Vec<u8>, start: usize, end: usize, text: &str) {
    whole(out, start);
    out.extend_from_slice(b",\"end\":");
    whole(out, end);
    out.extend_from_slice(b",\"text\":");
    string(out, text);
}

fn mention(out: &mut Vec<u8>, mention: &Mention<'_>) {
    out.extend_from_slice(b"{\"start\":");
    stretch(out, mention.start, mention.end, &mention.text);
    out.push(b'}');
}

/// A figure and its bounds, each with the comma before it, or behind it where `before` is none.
fn figures(out: &mut Vec<u8>, value: Option<f64>, min: Option<f64>, max: Option<f64>, before: u8) {
    let names: [(&[u8; 8], Option<f64>); 3] = [(b"\"value\":", value), (b"\"min\":  ", min), (b"\"max\":  ", max)];
    for (name, figure) in names {
        if let Some(figure) = figure {
            if before != 0 {
                out.push(before);
            }
            out.extend_from_slice(name.trim_ascii_end());
            number(out, figure);
            if before == 0 {
                out.push(b',');
            }
        }
    }
}

#[inline]
fn optional<const N: usize>(out: &mut Vec<u8>, name: &[u8; N], value: &Option<Str<'_>>) {
    if let Some(value) = value {
        out.extend_from_slice(name);
        string(out, value);
    }
}

#[inline]
fn index<const N: usize>(out: &mut Vec<u8>, name: &[u8; N], value: Option<usize>) {
    if let Some(value) = value {
        out.extend_from_slice(name);
        whole(out, value);
    }
}

fn list<T>(out: &mut Vec<u8>, items: impl IntoIterator<Item = T>, mut write: impl FnMut(&mut Vec<u8>, T)) {
    for (index, item) in items.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        write(out, item);
    }
}

fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::AtLeast => "at_least",
        Bound::MoreThan => "more_than",
        Bound::AtMost => "at_most",
        Bound::LessThan => "less_than",
        Bound::Range => "range",
        Bound::Vague => "vague",
    }
}

fn role_name(role: Role) -> &'static str {
    match role {
        Role::Killed => "killed",
        Role::Wounded => "wounded",
        Role::Casualty => "casualty",
        Role::Missing => "missing",
        Role::Captured => "captured",
        Role::Detained => "detained",
        Role::Kidnapped => "kidnapped",
        Role::Released => "released",
        Role::Rescued => "rescued",
        Role::Displaced => "displaced",
        Role::Evacuated => "evacuated",
        Role::Deployed => "deployed",
        Role::Infected => "infected",
        Role::Hospitalized => "hospitalized",
        Role::Trapped => "trapped",
        Role::Stranded => "stranded",
        Role::Homeless => "homeless",
        Role::Affected => "affected",
        Role::Protesting => "protesting",
        Role::Employed => "employed",
        Role::LaidOff => "laid_off",
        Role::Assaulted => "assaulted",
        Role::Sentenced => "sentenced",
        Role::Destroyed => "destroyed",
        Role::Damaged => "damaged",
        Role::ShotDown => "shot_down",
        Role::Launched => "launched",
        Role::Delivered => "delivered",
    }
}

// ---- values

/// A word of a closed list.
fn word(out: &mut Vec<u8>, word: &str) {
    out.push(b'"');
    out.extend_from_slice(word.as_bytes());
    out.push(b'"');
}

/// What is rare enough to be left to serde. Neither numbers nor strings can fail, and memory takes whatever it is given.
#[inline]
fn other<T: serde::Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) {
    let written = serde_json::to_writer(&mut *out, value);
    debug_assert!(written.is_ok());
}

/// A score: behind its name, with the two decimals that it means.
fn score(out: &mut Vec<u8>, score: f32) {
    out.extend_from_slice(b",\"score\":");
    let hundredths = (f64::from(score) * 100.0).round();
    let count = hundredths as u8;
    if f64::from(count).to_bits() != hundredths.to_bits() || count > 100 {
        return other(out, &(hundredths / 100.0));
    }
    let (ones, tenths, rest) = (b'0' + count / 100, b'0' + count / 10 % 10, b'0' + count % 10);
    out.extend_from_slice(&[ones, b'.', tenths, rest]);
    if rest == b'0' {
        out.pop();
    }
}

/// A figure: 600 and not 600.0, 0.25 as it is.
fn number(out: &mut Vec<u8>, value: f64) {
    match value as u32 {
        count if f64::from(count) == value => whole(out, count as usize),
        _ if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 => other(out, &(value as i64)),
        _ => other(out, &value),
    }
}

/// A whole number, four digits at a time.
fn whole(out: &mut Vec<u8>, number: usize) {
    if number >= 10_000 {
        whole(out, number / 10_000);
        return out.extend_from_slice(&four_digits((number % 10_000) as u32));
    }
    let number = number as u32;
    let zeros = usize::from(number < 1000) + usize::from(number < 100) + usize::from(number < 10);
    let digits = u32::from_be_bytes(four_digits(number)) << (8 * zeros);
    out.extend_from_slice(&digits.to_be_bytes());
    out.truncate(out.len() - zeros);
}

#[inline]
fn four_digits(number: u32) -> [u8; 4] {
    let (high, low) = (number / 100, number % 100);
    [high / 10, high % 10, low / 10, low % 10].map(|digit| b'0' + digit as u8)
}

/// A string with its quotes.
fn string(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    let before = out.len();
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    // What is left over behind whole blocks is copied as the last block, over some of what stands there already.
    let found = if let Some(last) = bytes.last_chunk::<8>() {
        let (blocks, rest) = bytes.as_chunks::<8>();
        let mut found = 0;
        for block in blocks {
            found |= escaped(u64::from_le_bytes(*block));
            out.extend_from_slice(block);
        }
        if !rest.is_empty() {
            found |= escaped(u64::from_le_bytes(*last));
            out.truncate(out.len() - (8 - rest.len()));
            out.extend_from_slice(last);
        }
        found
    } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        out.extend_from_slice(first);
        out.truncate(out.len() - (8 - bytes.len()));
        out.extend_from_slice(last);
        escaped(u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)))
    } else {
        let mut found = 0;
        for byte in bytes {
            out.push(*byte);
            found |= u64::from(*byte < b' ' || *byte == b'"' || *byte == b'\\');
        }
        found
    };
    if found == 0 {
        out.push(b'"');
    } else {
        out.truncate(before);
        other(out, text);
    }
}

/// Not 0 where one of eight bytes is escaped in JSON: a quote, a backslash, a control character.
#[inline]
fn escaped(block: u64) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    // The top bit of each byte that is below `limit`, and perhaps of others behind the first such byte.
    let below = |block: u64, limit: u64| block.wrapping_sub(ONES * limit) & !block;
    let is = |byte: u8| below(block ^ (ONES * u64::from(byte)), 1);
    (below(block, u64::from(b' ')) | is(b'"') | is(b'\\')) & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::Part;

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
        let claims = prop::collection::vec((prop::option::of(offset()), figure(), bounds()), 0..3);
        let claims = claims.prop_map(|claims| {
            claims.into_iter().map(|(source, value, bound)| Claim { source, value, bound }).collect()
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

        #[test]
        fn strings_of_any_length_are_escaped_where_they_must_be(text in "[ -~]{0,24}", at in any::<prop::sample::Index>()) {
            for special in ["", "\"", "\\", "\u{0}", "\u{1f}", "\n", "\u{7f}", "é", "\u{80}", "😀"] {
                let mut text = text.clone();
                text.insert_str(at.index(text.len() + 1), special);
                prop_assert_eq!(written(|out| string(out, &text)), serde_json::to_string(&text).unwrap());
            }
        }
    }

    #[test]
    fn every_whole_number_and_every_score() {
        for number in (0..20_000).chain([99_999, 100_000, 1_234_567, 99_999_999, 100_000_000, usize::MAX]) {
            assert_eq!(written(|out| whole(out, number)), number.to_string());
        }
        for hundredths in 0..=120u8 {
            let value = f32::from(hundredths) / 100.0;
            let wanted = format!(",\"score\":{:?}", f64::from(hundredths) / 100.0);
            assert_eq!(written(|out| super::score(out, value)), wanted);
        }
    }
}
