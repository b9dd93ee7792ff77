//! Dumps of GeoNames, and their alternate names.

use std::collections::HashMap;

use super::entry::{Entry, Kind};
use super::report::Reason;
use super::sink::Sink;
use super::source::Source;
use super::{Refused, Target, clean, codes};

/// Names without a language that alternate names are marked with: an abbreviation, or nothing.
const ALWAYS: &[&str] = &["abbr", ""];

/// The places taken so far, for their alternate names.
#[derive(Default)]
pub(super) struct Seen {
    ids: Vec<u32>,
    sorted: bool,
    /// The ids that we write otherwise than `geonames:ID`.
    others: HashMap<u32, String>,
}

/// Reads a dump.
pub(super) fn read(source: &mut Source, sink: &mut Sink, seen: &mut Seen) -> Result<(), Refused> {
    let by_file = sink.options.alternates.is_some();
    if !by_file && !sink.options.languages.is_empty() {
        return Err(Refused(
            "the dumps of GeoNames do not tell the languages of names: name alternateNamesV2.txt by --alternates"
                .into(),
        ));
    }
    let mut line = String::new();
    while source.line(&mut line, &mut sink.report)? {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').collect();
        let id = cells[0].parse::<u32>();
        let (19, Ok(id)) = (cells.len(), id) else {
            let message = match cells.len() {
                19 => format!("\"{}\" is no id of GeoNames", cells[0]),
                count => format!("{count} cells, but a dump of GeoNames has 19, parted by tabs"),
            };
            sink.report.note(Reason::Malformed, &source.at(1), || message);
            continue;
        };
        let (class, feature, country) = (cells[6], cells[7], cells[8]);
        let Some(target) = target(sink, class, feature) else {
            let message = format!("feature class \"{class}\" is unknown: say what it is (--label {class}=place:area)");
            sink.report.note(Reason::NoKind, &source.at(1), || message);
            continue;
        };
        if !sink.wanted(target.kind, &target.subtype, country) {
            continue;
        }
        if class == "P" && sink.options.min_population > cells[14].parse().unwrap_or(0) {
            sink.report.count(Reason::Population);
            continue;
        }
        let mut entry = Entry::new(&target, cells[1]);
        entry.country = country.to_owned();
        entry.region = region(country, cells[10]);
        entry.reference = reference(&cells, id, &entry.region);
        (entry.lat, entry.lon) = (cells[4].to_owned(), cells[5].to_owned());
        entry.population = cells[14].to_owned();
        if clean::key(cells[1]) != clean::key(cells[2]) {
            entry.aliases.push(cells[2].to_owned());
        }
        if !by_file {
            alternates(cells[3], &target, sink, &mut entry.aliases);
        }
        if entry.reference.starts_with("region:") || target.subtype == "country" {
            entry.region.clear();
        }
        let reference = entry.reference.clone();
        if sink.add(entry, &source.at(1))? && by_file {
            seen.ids.push(id);
            if !reference.starts_with("geonames:") {
                seen.others.insert(id, reference);
            }
        }
    }
    Ok(())
}

fn target(sink: &Sink, class: &str, feature: &str) -> Option<Target> {
    let whole = format!("{class}.{feature}");
    let said = [feature, &whole, class].into_iter().find_map(|code| sink.options.label(code).cloned());
    said.or_else(|| sink.options.target_of("geonames", &whole)).or_else(|| sink.options.target_of("geonames", class))
}

/// The ISO 3166-2 code of a first-level region, where GeoNames' own code is known to mean it.
fn region(country: &str, admin1: &str) -> String {
    if admin1.is_empty() || admin1 == "00" {
        return String::new();
    }
    if codes::code("geonames-region", country).is_some() {
        return format!("{country}-{admin1}");
    }
    codes::code("geonames-region", &format!("{country}.{admin1}"))
        .map_or(String::new(), |(region, _)| region.to_owned())
}

/// Countries and first-level regions have ids by their codes, as the bundled lexicons have them.
fn reference(cells: &[&str], id: u32, region: &str) -> String {
    let (feature, country) = (cells[7], cells[8]);
    let named = || [cells[1], cells[2]].iter().any(|name| codes::country(name) == Some(country));
    if feature == "PCLI" || (feature.starts_with("PCL") && feature != "PCLH" && named()) {
        format!("country:{country}")
    } else if feature == "ADM1" && !region.is_empty() {
        format!("region:{region}")
    } else {
        format!("geonames:{id}")
    }
}

/// The names of the fourth column: of all languages, scripts and registers of codes, parted by commas.
fn alternates(cell: &str, target: &Target, sink: &mut Sink, aliases: &mut Vec<String>) {
    for name in cell.split(',').filter(|name| !name.is_empty()) {
        if !clean::latin(name) {
            sink.report.count(Reason::Script);
        } else if target.subtype != "country" && is_code(name) {
            sink.report.count(Reason::Code);
        } else {
            aliases.push(name.to_owned());
        }
    }
}

/// Codes of airports and the like: "ACC".
fn is_code(name: &str) -> bool {
    name.len() <= 4 && name.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// Reads alternate names of the places that were taken.
pub(super) fn read_alternates(source: &mut Source, sink: &mut Sink, seen: &mut Seen) -> Result<(), Refused> {
    if !seen.sorted {
        seen.ids.sort_unstable();
        seen.sorted = true;
    }
    let mut languages: Vec<String> = sink.options.languages.clone();
    if languages.is_empty() {
        languages.push("en".into());
        languages.extend(ALWAYS.iter().map(|&language| language.to_owned()));
    }
    let mut line = String::new();
    while source.line(&mut line, &mut sink.report)? {
        let cells: Vec<&str> = line.split('\t').collect();
        let (Some(Ok(id)), true) = (cells.get(1).map(|cell| cell.parse::<u32>()), cells.len() >= 4) else {
            if !line.is_empty() {
                let message = format!("{} cells, but alternate names of GeoNames have 10, parted by tabs", cells.len());
                sink.report.note(Reason::Malformed, &source.at(1), || message);
            }
            continue;
        };
        if seen.ids.binary_search(&id).is_err() {
            continue;
        }
        if !languages.iter().any(|language| language == cells[2]) {
            sink.report.count(Reason::Language);
            continue;
        }
        if cells[2].is_empty() && !clean::latin(cells[3]) {
            sink.report.count(Reason::Script);
            continue;
        }
        // "Big Apple" is only sometimes New York.
        let colloquial = cells.get(6) == Some(&"1") && clean::guard(cells[3]).is_none();
        let name = if colloquial { format!("{} [context]", cells[3]) } else { cells[3].to_owned() };
        let reference = seen.others.get(&id).cloned().unwrap_or_else(|| format!("geonames:{id}"));
        sink.add_alias(Kind::Place, &reference, name)?;
    }
    Ok(())
}
