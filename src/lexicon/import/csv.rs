//! Tables with named columns; also the results of Wikidata queries.

use ::csv::{ByteRecord, ReaderBuilder};

use super::entry::{Entry, Kind};
use super::report::{Place, Reason};
use super::sink::Sink;
use super::source::Source;
use super::{Options, Refused, Target, clean, codes};

/// Our columns, and the index of each in the table.
pub(super) struct Columns {
    found: Vec<(&'static str, usize)>,
    /// Whether the aliases are those of a Wikidata query, which parts them by ", ".
    alt_labels: bool,
}

/// What columns may be called on the command line.
const OURS: &[&str] = &[
    "ref",
    "kind",
    "type",
    "name",
    "country",
    "region",
    "lat",
    "lon",
    "coord",
    "population",
    "role",
    "from",
    "to",
    "aliases",
    "demonyms",
    "note",
    "geonames",
];

/// A header as `codes.txt` writes it.
pub(super) fn plain(header: &str) -> String {
    let lower = header.trim().trim_start_matches('?').to_lowercase();
    lower.replace(['_', '-'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Columns {
    /// Finds our columns in a header: as the options say, else by the usual names.
    pub fn of(header: &[&str], options: &Options, name: &str) -> Result<Self, Refused> {
        let mut found: Vec<(&'static str, usize)> = Vec::new();
        for (ours, theirs) in &options.columns {
            let Some(ours) = OURS.iter().find(|column| *column == ours) else {
                return Err(Refused(format!("\"{ours}\" is no column of ours: write {}", OURS.join(", "))));
            };
            let index = header.iter().position(|cell| cell == theirs || plain(cell) == plain(theirs));
            let Some(index) = index else {
                return Err(Refused(format!("{name}: no column \"{theirs}\"; there are {}", header.join(", "))));
            };
            found.push((ours, index));
        }
        for (index, cell) in header.iter().enumerate() {
            let Some((ours, _)) = codes::code("column", &plain(cell)) else { continue };
            if found.iter().all(|(column, other)| *column != ours && *other != index) {
                found.push((ours, index));
            }
        }
        let columns = Columns { found, alt_labels: header.iter().any(|cell| plain(cell).ends_with("altlabel")) };
        if columns.index("name").is_none() {
            return Err(Refused(format!(
                "{name}: no column of names; say which it is (--columns \"name=…\"): there are {}",
                header.join(", ")
            )));
        }
        Ok(columns)
    }

    fn index(&self, column: &str) -> Option<usize> {
        self.found.iter().find(|(other, _)| *other == column).map(|(_, index)| *index)
    }

    fn cell<'r>(&self, row: &[&'r str], column: &str) -> &'r str {
        self.index(column).and_then(|index| row.get(index)).map_or("", |cell| cell.trim())
    }

    /// Puts a row into the sink.
    pub fn take(&self, row: &[&str], place: &Place, sink: &mut Sink) -> Result<(), Refused> {
        let cell = |column| self.cell(row, column);
        let Some(target) = self.target(row, place, sink) else { return Ok(()) };
        // A Wikidata entity without a label is told by its id.
        let name = if is_wikidata(cell("name")) && cell("ref").ends_with(cell("name")) { "" } else { cell("name") };
        let mut entry = Entry::new(&target, name);
        for (field, column) in [
            (&mut entry.country, "country"),
            (&mut entry.region, "region"),
            (&mut entry.lat, "lat"),
            (&mut entry.lon, "lon"),
            (&mut entry.population, "population"),
            (&mut entry.role, "role"),
            (&mut entry.from, "from"),
            (&mut entry.to, "to"),
            (&mut entry.note, "note"),
        ] {
            cell(column).clone_into(field);
        }
        for year in [&mut entry.from, &mut entry.to] {
            // A date begins with its year.
            if year.len() > 4 && year.as_bytes()[4] == b'-' {
                year.truncate(4);
            }
        }
        if let Some((lat, lon)) = point(cell("coord")) {
            (entry.lat, entry.lon) = (lat, lon);
        } else if !cell("coord").is_empty() {
            let message = format!("\"{}\" is no pair of coordinates: left empty", cell("coord"));
            sink.report.note(Reason::Value, place, || message);
        }
        entry.aliases = self.list(cell("aliases"));
        entry.demonyms = self.list(cell("demonyms"));
        let geonames = cell("geonames");
        if target.kind == Kind::Place && !geonames.is_empty() && geonames.bytes().all(|byte| byte.is_ascii_digit()) {
            entry.reference = format!("geonames:{geonames}");
        } else if !cell("ref").is_empty() {
            entry.reference = reference(target.kind, cell("ref"));
        }
        sink.add(entry, place)?;
        Ok(())
    }

    /// What a row is: as its cells say, else as the command does, else as its columns suggest.
    fn target(&self, row: &[&str], place: &Place, sink: &mut Sink) -> Option<Target> {
        let (kind, subtype) = (self.cell(row, "kind"), self.cell(row, "type"));
        let by_type = (!subtype.is_empty()).then(|| target_of(subtype, &sink.options)).flatten();
        let columns = if ["lat", "coord", "population", "geonames"].iter().any(|column| self.index(column).is_some()) {
            Some("place")
        } else if self.index("role").is_some() {
            Some("person")
        } else {
            None
        };
        let by_kind = sink.options.target_of("label", &kind.to_lowercase());
        let mut target = by_kind.or_else(|| sink.options.target.clone());
        match (&mut target, &by_type) {
            (Some(target), Some(by_type)) if by_type.kind == target.kind => return Some(by_type.clone()),
            (None, Some(by_type)) => return Some(by_type.clone()),
            _ => {}
        }
        let target = target.or_else(|| Target::parse(columns?).ok());
        match &target {
            None => sink.report.note(Reason::NoKind, place, || match subtype {
                "" => "nothing says what this is: --kind agency, person or place".to_owned(),
                subtype => {
                    format!("type \"{subtype}\" is unknown: say what it is (--label \"{subtype}=agency:company\")")
                }
            }),
            Some(target) if !subtype.is_empty() && target.subtype.is_empty() && target.kind != Kind::Person => {
                sink.report.note(Reason::Value, place, || {
                    format!("type \"{subtype}\" is unknown: left empty (--label \"{subtype}=agency:company\" says what it is)")
                });
            }
            Some(_) => {}
        }
        target
    }

    fn list(&self, cell: &str) -> Vec<String> {
        let separator = match cell {
            cell if cell.contains('|') => "|",
            cell if cell.contains(';') => ";",
            _ if self.alt_labels => ", ",
            _ => return if cell.is_empty() { Vec::new() } else { vec![cell.to_owned()] },
        };
        cell.split(separator).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
}

/// What a type stands for: as said, a class of Wikidata, one of our own types, or a word for one.
pub(super) fn target_of(subtype: &str, options: &Options) -> Option<Target> {
    if let Some(target) = options.label(subtype) {
        return Some(target.clone());
    }
    let id = subtype.rsplit('/').next().unwrap_or(subtype);
    options
        .target_of("wikidata", id)
        .or_else(|| Target::parse_parts("place", &subtype.to_lowercase()).ok())
        .or_else(|| Target::parse_parts("agency", &subtype.to_lowercase()).ok())
        .or_else(|| options.target_of("label", &plain(subtype)))
}

fn is_wikidata(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// An id as we write it: ids of Wikidata and ids with a prefix stay, others get their kind before them.
pub(super) fn reference(kind: Kind, raw: &str) -> String {
    let last = raw.rsplit('/').next().unwrap_or(raw);
    if is_wikidata(last) {
        return format!("wikidata:{last}");
    }
    let raw = clean::cell(raw).replace(' ', "-");
    if raw.contains(':') {
        return raw;
    }
    let prefix = match kind {
        Kind::Person => "person",
        Kind::Place => "place",
        _ => "agency",
    };
    format!("{prefix}:{raw}")
}

/// Latitude and longitude: `Point(-1.67 6.2)` has the longitude first, `6.2, -1.67` the latitude.
fn point(cell: &str) -> Option<(String, String)> {
    let inner = cell.split_once('(').map(|(_, rest)| rest.trim_end_matches(')'));
    let mut numbers = inner.unwrap_or(cell).split([' ', ',', ';']).filter(|part| !part.is_empty());
    let (first, second) = (numbers.next()?, numbers.next()?);
    if numbers.next().is_some() || first.parse::<f64>().is_err() || second.parse::<f64>().is_err() {
        return None;
    }
    let (first, second) = (first.to_owned(), second.to_owned());
    Some(if inner.is_some() { (second, first) } else { (first, second) })
}

/// Reads a table.
pub(super) fn read(source: &mut Source, sink: &mut Sink) -> Result<(), Refused> {
    let name = source.name().to_owned();
    let delimiter = delimiter(source.head(), &name)?;
    let place = source.place(1, 1);
    let at = |line: u64, column: usize| Place { line: line as usize, column, ..place.clone() };
    // Cells of tab-separated tables are seldom quoted, and a stray quote must not swallow lines.
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .quoting(delimiter != b'\t')
        .comment(Some(b'#'))
        .flexible(true)
        .has_headers(false)
        .from_reader(source.reader());
    let mut record = ByteRecord::new();
    let mut columns: Option<(Columns, usize)> = None;
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(Refused(format!("{name}: {error}"))),
        }
        let line = record.position().map_or(0, ::csv::Position::line);
        sink.report.lines += 1;
        let mut cells: Vec<&str> = Vec::with_capacity(record.len());
        let mut good = true;
        for cell in &record {
            if let Ok(cell) = std::str::from_utf8(cell) {
                cells.push(unquoted(cell.trim_start_matches('\u{feff}')));
            } else {
                good = false;
            }
        }
        if !good {
            sink.report.note(Reason::Unreadable, &at(line, 1), || {
                "invalid UTF-8: convert the file first (iconv -f WINDOWS-1252 -t UTF-8)".into()
            });
            continue;
        }
        match &columns {
            None => columns = Some((Columns::of(&cells, &sink.options, &name)?, cells.len())),
            Some((columns, count)) if cells.len() == *count => columns.take(&cells, &at(line, 1), sink)?,
            Some((_, count)) => {
                let message =
                    format!("{} cells, but the header has {count}: quote cells that hold the separator", cells.len());
                sink.report.note(Reason::Malformed, &at(line, 1), || message);
            }
        }
    }
    Ok(())
}

/// What parts the cells: the one of tab, comma and semicolon that stands in the header most often.
fn delimiter(head: &str, name: &str) -> Result<u8, Refused> {
    let header = head.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
    let count = |delimiter: &u8| header.bytes().filter(|byte| byte == delimiter).count();
    match [b'\t', b',', b';'].into_iter().max_by_key(count) {
        _ if header.is_empty() => Err(Refused(format!("{name}: no header line: the first line names the columns"))),
        Some(best) if count(&best) > 0 => Ok(best),
        _ => Ok(b','),
    }
}

/// A cell without the quotes around it, where the table is not read as quoted.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_come_in_two_orders() {
        assert_eq!(point("Point(-1.67 6.2)"), Some(("6.2".into(), "-1.67".into())));
        assert_eq!(point("6.2, -1.67"), Some(("6.2".into(), "-1.67".into())));
        assert_eq!(point("Obuasi"), None);
    }

    #[test]
    fn ids_keep_what_tells_them_apart() {
        assert_eq!(reference(Kind::Place, "http://www.wikidata.org/entity/Q117"), "wikidata:Q117");
        assert_eq!(reference(Kind::Person, "kofi 7"), "person:kofi-7");
        assert_eq!(reference(Kind::Agency, "acled:12"), "acled:12");
    }
}
