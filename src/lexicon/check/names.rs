//! Entries: ids, types, countries, regions, coordinates, years, and the names they go by.

use std::collections::HashMap;

use super::claims::{Claims, Form, Former, Owner};
use super::fields::{Columns, coordinates, country_and_region, far_from_home, number, years};
use super::known::Known;
use super::sheet::{Line, Sheet};
use super::suggest::{did_you_mean, slug};
use crate::error::Fault;
use crate::lexicon::types::{AGENCY_TYPES, PLACE_TYPES};
use crate::record::EntityKind;

/// The headers of files of names, to tell what an unknown one was meant to be.
pub(super) const HEADERS: &[&[&str]] = &[
    &["ref", "type", "name", "country", "region", "lat", "lon", "population", "aliases", "demonyms"],
    &["ref", "type", "name", "country", "aliases", "office"],
    &["ref", "name", "country", "role", "from", "to", "aliases"],
    &["given", "note"],
    &["surname", "note"],
];

/// The columns that a file of names may have.
const COLUMNS: [&str; 18] = [
    "ref",
    "kind",
    "type",
    "name",
    "country",
    "region",
    "role",
    "from",
    "to",
    "lat",
    "lon",
    "population",
    "aliases",
    "demonyms",
    "office",
    "note",
    "given",
    "surname",
];

/// A place with so many people is what its name means, even where a common word is spelled alike ("Turkey", "Nice").
const LARGE: f32 = 1_000_000.0;

/// Where each id was first given: file and line.
pub(super) type References<'f> = HashMap<&'f str, (usize, usize)>;

/// Adds the faults of a file of names, and what its entries claim.
pub(super) fn check<'f>(
    sheet: &Sheet<'f>,
    sheets: &[Sheet],
    known: &Known,
    references: &mut References<'f>,
    claims: &mut Claims,
    faults: &mut Vec<Fault>,
) {
    for (index, column) in sheet.header.iter().enumerate().filter(|(_, column)| !COLUMNS.contains(column)) {
        let at = 1 + sheet.header[..index].iter().map(|before| before.chars().count() + 1).sum::<usize>();
        let advice = did_you_mean(column, COLUMNS, || format!("known ones are {}", COLUMNS.join(", ")));
        faults.push(sheet.fault(sheet.header_line, at, format!("a column \"{column}\" that nothing reads: {advice}")));
    }
    let (Some(reference), Some(name)) = (sheet.column("ref"), sheet.column("name")) else { return };
    let columns = Columns {
        reference,
        name,
        kind: sheet.column("kind"),
        subtype: sheet.column("type"),
        country: sheet.column("country"),
        region: sheet.column("region"),
        lat: sheet.column("lat"),
        lon: sheet.column("lon"),
        population: sheet.column("population"),
        from: sheet.column("from"),
        to: sheet.column("to"),
        aliases: sheet.column("aliases"),
        demonyms: sheet.column("demonyms"),
        of_all: match () {
            () if sheet.column("lat").is_some() => EntityKind::Place,
            () if sheet.column("role").is_some() => EntityKind::Person,
            () => EntityKind::Agency,
        },
    };
    let mut former = Former::default();
    let mut forms: Vec<(Form, &str, bool)> = Vec::new();
    sheet.visit(|line| {
        let Some(kind) = kind(line, &columns, faults) else { return };
        id(line, &columns, kind, sheet.index, sheets, references, faults);
        subtype(line, &columns, kind, faults);
        country_and_region(line, &columns, known, faults);
        let population = number(line, columns.population, faults).unwrap_or(0.0);
        if population < 0.0 {
            faults.push(line.fault(line.cell(columns.population), "a negative population: leave it empty if unknown"));
        }
        if let Some((lat, lon)) = coordinates(line, &columns, faults) {
            far_from_home(line, &columns, known, lat, lon, faults);
        }
        years(line, &columns, faults);

        let owner = claims.add_owner(Owner::new(sheet.index, line, kind, &columns, population as f32));
        let country = line.cells[columns.reference].starts_with("country:");
        let large = country || population as f32 >= LARGE;
        forms.clear();
        let cell = line.cells[columns.name];
        if cell.is_empty() {
            faults.push(line.fault(cell, "an entry needs a name"));
            return;
        }
        let demonyms = line.parts(columns.demonyms).map(|part| (part, true));
        let parts = std::iter::once((cell, false)).chain(line.parts(columns.aliases).map(|part| (part, false)));
        for (part, demonym) in parts.chain(demonyms) {
            let (text, guarded) = flags(line, part, kind, faults);
            let Some(form) = former.form(text, demonym) else {
                faults.push(line.fault(part, format!("no word in \"{text}\": write a name or take it out")));
                continue;
            };
            if let Some((_, other, is_name)) = forms.iter().find(|(other, _, _)| other.key == form.key) {
                faults.push(line.fault(part, again(text, other, *is_name)));
                continue;
            }
            if !guarded && !large && !demonym && form.word.is_some_and(|word| known.is_common(word)) {
                faults.push(line.fault(part, unguarded(text, form.capitals)));
            }
            claims.add(owner, form, line.text, part, guarded);
            forms.push((form, text, forms.is_empty()));
        }
    });
}

fn kind(line: &Line, columns: &Columns, faults: &mut Vec<Fault>) -> Option<EntityKind> {
    match line.cell(columns.kind) {
        "" => Some(columns.of_all),
        "agency" => Some(EntityKind::Agency),
        "person" => Some(EntityKind::Person),
        "place" => Some(EntityKind::Place),
        other => {
            let advice = did_you_mean(other, ["agency", "person", "place"], || "write agency, person or place".into());
            faults.push(line.fault(line.cell(columns.kind), format!("\"{other}\" is no kind of name: {advice}")));
            None
        }
    }
}

/// An id of the right shape that no other entry has.
fn id<'f>(
    line: &Line<'f, '_>,
    columns: &Columns,
    kind: EntityKind,
    sheet: usize,
    sheets: &[Sheet],
    references: &mut References<'f>,
    faults: &mut Vec<Fault>,
) {
    let id = line.cells[columns.reference];
    let own = match kind {
        EntityKind::Agency => "agency",
        EntityKind::Person => "person",
        _ => "place",
    };
    let suggestion = || format!("{own}:{}", slug(line.cells[columns.name]));
    if id.is_empty() {
        faults.push(line.fault(id, format!("no id: give the entry one, such as {}", suggestion())));
        return;
    }
    if let Some((other, at)) = references.insert(id, (sheet, line.number)) {
        let message = format!("id \"{id}\" stands already in {}:{at}: merge the two or rename one", sheets[other].file);
        faults.push(line.fault(id, message));
        return;
    }
    let Some((prefix, rest)) = id.split_once(':') else {
        faults.push(line.fault(id, format!("id \"{id}\" says not what it is of: write {}", suggestion())));
        return;
    };
    let fits = match prefix {
        "agency" | "person" | "place" => is_slug(rest),
        "geonames" => !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()),
        "country" => is_country(rest),
        "region" => is_region(rest),
        _ => is_slug(prefix) && !rest.is_empty() && !rest.contains(char::is_whitespace),
    };
    let belongs = match prefix {
        "agency" | "person" => prefix == own,
        "place" | "geonames" | "country" | "region" => own == "place",
        _ => true,
    };
    if !belongs {
        faults.push(line.fault(id, format!("\"{prefix}:\" is no id of this kind of entry: write {}", suggestion())));
    } else if !fits {
        let shape = match prefix {
            "geonames" => "geonames: and a number".to_owned(),
            "country" => "country: and the two capitals of ISO 3166-1".to_owned(),
            "region" => "region: and the code of ISO 3166-2, as in region:US-TX".to_owned(),
            _ => suggestion(),
        };
        faults.push(line.fault(id, format!("id \"{id}\" is ill-formed: write {shape}")));
    }
}

fn is_slug(text: &str) -> bool {
    let plain = |c: char| c.is_alphanumeric() && !c.is_uppercase();
    text.split('-').all(|part| !part.is_empty() && part.chars().all(plain))
}

fn is_country(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn is_region(code: &str) -> bool {
    code.split_once('-').is_some_and(|(country, rest)| {
        is_country(country)
            && (1..=3).contains(&rest.len())
            && rest.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    })
}

fn subtype(line: &Line, columns: &Columns, kind: EntityKind, faults: &mut Vec<Fault>) {
    let (what, list): (&str, &[&str]) = match kind {
        EntityKind::Place => ("place", PLACE_TYPES),
        EntityKind::Agency => ("agency", AGENCY_TYPES),
        _ => return,
    };
    let cell = line.cell(columns.subtype);
    if cell.is_empty() || list.contains(&cell) {
        return;
    }
    let all = || format!("write {}", list.join(", "));
    let message = format!("\"{cell}\" is no type of {what}: {}", did_you_mean(cell, list.iter().copied(), all));
    faults.push(line.fault(cell, message));
}

/// Parts "Reading [context]" into the name and whether a flag guards it.
pub(super) fn flags<'f>(
    line: &Line<'f, '_>,
    part: &'f str,
    kind: EntityKind,
    faults: &mut Vec<Fault>,
) -> (&'f str, bool) {
    let Some((name, flags)) = part.strip_suffix(']').and_then(|part| part.split_once(" [")) else {
        if let Some(offset) = part.find(['[', ']']) {
            faults.push(
                line.fault(&part[offset..], "a bracket that holds no flag: write it as in \"Reading [context]\""),
            );
        }
        return (part, false);
    };
    let mut guarded = false;
    for flag in flags.split([' ', ',']).filter(|flag| !flag.is_empty()) {
        match flag.split_once('=') {
            None if matches!(flag, "context" | "title" | "exact") => guarded = true,
            // Says that a small place needs no evidence, and nothing of who is meant.
            None if flag == "known" && kind == EntityKind::Place => {}
            None if flag == "known" => {
                faults.push(line.fault(flag, "[known] is for small places, any other name is known: take it out"));
            }
            Some(("prior", share)) => {
                guarded = true;
                if !share.parse::<f32>().is_ok_and(|share| share > 0.0 && share <= 1.0) {
                    let message =
                        format!("prior {share} is no share: write a number above 0 and up to 1, as in [prior=0.2]");
                    faults.push(line.fault(share, message));
                }
            }
            _ => {
                let advice = did_you_mean(flag, ["context", "title", "exact", "known", "prior"], || {
                    "write context, title, exact, known or prior=0.2".to_owned()
                });
                faults.push(line.fault(flag, format!("\"{flag}\" is no flag: {advice}")));
            }
        }
    }
    (name, guarded)
}

/// What to say of a form that the entry has already.
pub(super) fn again(text: &str, other: &str, is_name: bool) -> String {
    match (text == other, is_name) {
        (true, true) => format!("\"{text}\" is the name, which is a form already: take it out"),
        (true, false) => format!("\"{text}\" again: take it out"),
        (false, _) => {
            format!(
                "\"{text}\" is matched as \"{other}\" is (accents, hyphens, blanks and quotes do not matter): take it out"
            )
        }
    }
}

pub(super) fn unguarded(text: &str, capitals: bool) -> String {
    if capitals {
        format!("\"{text}\" is a common word in a line of capitals: write \"{text} [exact]\"")
    } else {
        format!(
            "\"{text}\" is also a common word: write \"{text} [context]\", [title] or [exact], or \"{text} [prior=0.9]\" if \
             the name is meant more often"
        )
    }
}
