//! Which place lies in which: "Springfield, Ohio".

use super::beside::DIRECTIONS;
use super::gazetteer::Listed;
use crate::lexicon::{Entry, NameFlags, View, keyword as k, types};
use crate::record::EntityKind;

/// Where the place would begin in which one lies that ends here: "Springfield, |Ohio", "Athens, in |Georgia", "Hornsey, north
/// |London".
pub(super) fn behind(view: &View, end: usize) -> Option<usize> {
    if !view.is(end, &[k::COMMA, k::OPEN, k::IN]) {
        return None;
    }
    let end = end + usize::from(view.is(end, &[k::COMMA]) && view.is(end + 1, &[k::IN]));
    let at = if DIRECTIONS.has(view.id(end + 1)) && !view.capital(end + 1) { end + 2 } else { end + 1 };
    (at < view.len() && view.capital(at)).then_some(at)
}

/// Whether a place lies in one that has this name.
pub(super) fn contains(outer: &Listed, inner: Entry) -> bool {
    within(outer, inner) >= 0.8
}

/// How surely a place lies in one that has this name, 0 to 1.
pub(super) fn within(outer: &Listed, inner: Entry) -> f32 {
    if outer.flags.has(NameFlags::DEMONYM) || outer.entry.kind != EntityKind::Place {
        return 0.0;
    }
    containment(outer.entry, inner)
}

/// How surely one place lies in another, 0 to 1.
fn containment(outer: Entry, inner: Entry) -> f32 {
    if outer.id == inner.id || outer.country != inner.country || inner.subtype == types::COUNTRY {
        return 0.0;
    }
    match outer.subtype {
        types::COUNTRY => 0.9,
        types::REGION if outer.region != 0 && outer.region == inner.region => 1.0,
        // "Boston, Lincolnshire": a county of a part of the country that the lexicon gives as the region.
        types::REGION if outer.region != 0 && inner.region != 0 && distance(outer, inner) < 70.0 => 0.85,
        // Where the lexicon does not tell a place's region, the distance to its middle does.
        types::REGION if inner.region == 0 => (1.0 - distance(outer, inner) / 1500.0).clamp(0.0, 0.9),
        types::REGION if outer.region == 0 && distance(outer, inner) < 80.0 => 0.9,
        // "Hornsey, London": a part of a great city.
        types::CITY if outer.population > 20.0 * inner.population && distance(outer, inner) < 40.0 => 0.8,
        _ => 0.0,
    }
}

/// Distance between two places in kilometres, near enough for comparing.
fn distance(a: Entry, b: Entry) -> f32 {
    kilometres(a.lat - b.lat, (a.lon - b.lon) * a.lat.to_radians().cos())
}

/// The length of so many degrees.
pub(super) fn kilometres(north: f32, east: f32) -> f32 {
    let degrees = north.hypot(east);
    if degrees.is_nan() { f32::MAX } else { degrees * 111.0 }
}
