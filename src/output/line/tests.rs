//! The bytes are those of serde, whatever the record.

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
    let quantity = quantity.prop_map(|((whole, [number, cue, time], said), [value, min, max], kinds, ids, score)| {
        let (bound, trend, unit, role, status) = kinds;
        let (of, [source, place, part_of], implicit) = ids;
        let tally = implicit.then_some(if of.is_empty() { Tally::New } else { Tally::Cumulative });
        let Mention { start, end, text } = whole;
        let time = time.map(|time| TimeRef { start: time.start, end: time.end, text: time.text, iso: said.clone() });
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
    let parts = parts.prop_map(|parts| parts.into_iter().map(|(category, value)| Part { category, value }).collect());
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
