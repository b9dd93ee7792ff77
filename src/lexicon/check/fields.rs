//! Cells of entries that hold codes and numbers.

use super::known::Known;
use super::sheet::Line;
use crate::error::Fault;
use crate::record::EntityKind;

/// The columns of a file of entries, and what kind its entries are.
pub(super) struct Columns {
    pub reference: usize,
    pub name: usize,
    pub kind: Option<usize>,
    pub subtype: Option<usize>,
    pub country: Option<usize>,
    pub region: Option<usize>,
    pub lat: Option<usize>,
    pub lon: Option<usize>,
    pub population: Option<usize>,
    pub from: Option<usize>,
    pub to: Option<usize>,
    pub aliases: Option<usize>,
    pub demonyms: Option<usize>,
    pub of_all: EntityKind,
}

/// The years that somebody in the news can have been in office.
const YEARS: std::ops::RangeInclusive<u16> = 1000..=2100;

/// Codes that are known and fit each other.
pub(super) fn country_and_region(line: &Line, columns: &Columns, known: &Known, faults: &mut Vec<Fault>) {
    let (country, region) = (line.cell(columns.country), line.cell(columns.region));
    if !country.is_empty() && !known.countries.contains_key(country) {
        let advice = match known.code_of(country) {
            Some(code) => format!("did you mean \"{code}\"?"),
            None => "write its code of ISO 3166-1, two capitals, as in names/countries.tsv".to_owned(),
        };
        faults.push(line.fault(country, format!("\"{country}\" is no country: {advice}")));
    } else if !region.is_empty() && !known.regions.contains(region) {
        // One digit off is another region: only another way of writing the same code is a hint.
        let letters = |code: &str| code.replace(['-', '_', '.', ' '], "").to_uppercase();
        let meant = known.regions.iter().find(|code| letters(code) == letters(region));
        let advice = match meant {
            Some(code) => format!("did you mean \"{code}\"?"),
            None => "write a code of ISO 3166-2 that names/regions.tsv has, or leave it empty".to_owned(),
        };
        faults.push(line.fault(region, format!("\"{region}\" is no region: {advice}")));
    } else if !region.is_empty() && !country.is_empty() && !region.starts_with(country) {
        faults.push(line.fault(region, format!("region {region} is not in country {country}: correct one of them")));
    }
}

/// The number in a cell, where there is one.
pub(super) fn number(line: &Line, column: Option<usize>, faults: &mut Vec<Fault>) -> Option<f64> {
    let cell = line.cell(column);
    if cell.is_empty() {
        return None;
    }
    match cell.parse::<f64>() {
        Ok(number) if number.is_finite() => Some(number),
        _ => {
            let message = format!("\"{cell}\" is no number: write digits with a point, as in -33.3, or leave it empty");
            faults.push(line.fault(cell, message));
            None
        }
    }
}

/// Latitude and longitude, where both are there and within bounds.
pub(super) fn coordinates(line: &Line, columns: &Columns, faults: &mut Vec<Fault>) -> Option<(f64, f64)> {
    let (lat, lon) = (number(line, columns.lat, faults), number(line, columns.lon, faults));
    let (lat_cell, lon_cell) = (line.cell(columns.lat), line.cell(columns.lon));
    if lat_cell.is_empty() != lon_cell.is_empty() {
        let cell = if lat_cell.is_empty() { lat_cell } else { lon_cell };
        faults.push(line.fault(cell, "one coordinate without the other: give both or none"));
        return None;
    }
    let (lat, lon) = (lat?, lon?);
    if lat.abs() > 90.0 {
        let swapped = if lon.abs() <= 90.0 && lat.abs() <= 180.0 { " (are the two swapped?)" } else { "" };
        faults.push(line.fault(lat_cell, format!("latitude {lat_cell} is not within -90 to 90{swapped}")));
        None
    } else if lon.abs() > 180.0 {
        faults.push(line.fault(lon_cell, format!("longitude {lon_cell} is not within -180 to 180")));
        None
    } else if lat == 0.0 && lon == 0.0 {
        faults.push(line.fault(lat_cell, "0, 0 is in the open sea: leave both empty if unknown"));
        None
    } else {
        Some((lat, lon))
    }
}

/// Coordinates that lie far from the country, and near it once they are swapped.
pub(super) fn far_from_home(
    line: &Line,
    columns: &Columns,
    known: &Known,
    lat: f64,
    lon: f64,
    faults: &mut Vec<Fault>,
) {
    let Some(&(home_lat, home_lon)) = known.countries.get(line.cell(columns.country)) else { return };
    let distance = |lat: f64, lon: f64| {
        let across = (lon - f64::from(home_lon)).abs();
        (lat - f64::from(home_lat)).abs().max(across.min(360.0 - across))
    };
    // Countries are up to some 40 degrees wide from their middle, their far islands aside.
    if distance(lat, lon) > 40.0 && distance(lon, lat) < 15.0 {
        let country = line.cell(columns.country);
        faults.push(
            line.fault(line.cell(columns.lat), format!("far from {country}: latitude and longitude are swapped?")),
        );
    }
}

/// Years of office that are years, and in order.
pub(super) fn years(line: &Line, columns: &Columns, faults: &mut Vec<Fault>) {
    let mut year = |column: Option<usize>| {
        let cell = line.cell(column);
        let year = cell.parse::<u16>().ok().filter(|year| YEARS.contains(year));
        if year.is_none() && !cell.is_empty() {
            faults.push(line.fault(cell, format!("\"{cell}\" is no year: write four digits or leave it empty")));
        }
        year
    };
    if let (Some(from), Some(to)) = (year(columns.from), year(columns.to))
        && from > to
    {
        faults.push(
            line.fault(line.cell(columns.from), format!("from {from} to {to} is backwards: swap or correct them")),
        );
    }
}
