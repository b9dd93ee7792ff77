//! Rows of the files of `lexicons/names/`: entries, and changes to those of other files.

use zerocopy::little_endian::U32;

use super::{Flags, NamesBuilder};
use crate::lexicon::entry::{Change, EntryRow, NameFlags, NameForm, TraitsRow, push_text};
use crate::lexicon::table::{Row, Table};
use crate::record::EntityKind;
use crate::text::tokenize;

/// The columns of a file of names.
struct Columns {
    reference: usize,
    name: usize,
    kind: Option<usize>,
    subtype: Option<usize>,
    country: Option<usize>,
    region: Option<usize>,
    role: Option<usize>,
    from: Option<usize>,
    to: Option<usize>,
    lat: Option<usize>,
    lon: Option<usize>,
    population: Option<usize>,
    aliases: Option<usize>,
    office: Option<usize>,
    demonyms: Option<usize>,
}

impl NamesBuilder {
    /// Reads a file if it is one of names; whether it is. What is right is taken even where there are faults.
    pub fn add_file(&mut self, file: &str, contents: &str) -> bool {
        let mut faults = Vec::new();
        let table = Table::parse(file, contents, &mut faults);
        if table.header() == ["change", "ref", "names"] {
            self.faults.append(&mut faults);
            for row in table.rows() {
                self.read_change(&table, row);
            }
            self.note(file, contents);
            return true;
        }
        let (Some(reference), Some(name)) = (table.column("ref"), table.column("name")) else { return false };
        let columns = Columns {
            reference,
            name,
            kind: table.column("kind"),
            subtype: table.column("type"),
            country: table.column("country"),
            region: table.column("region"),
            role: table.column("role"),
            from: table.column("from"),
            to: table.column("to"),
            lat: table.column("lat"),
            lon: table.column("lon"),
            population: table.column("population"),
            aliases: table.column("aliases"),
            office: table.column("office"),
            demonyms: table.column("demonyms"),
        };
        let kind = match () {
            () if columns.lat.is_some() => Some(EntityKind::Place),
            () if columns.role.is_some() => Some(EntityKind::Person),
            () if columns.subtype.is_some() => Some(EntityKind::Agency),
            () => None,
        };
        if kind.is_none() && columns.kind.is_none() {
            return false;
        }
        self.faults.append(&mut faults);
        for row in table.rows() {
            self.read_entry(&table, row, &columns, kind);
        }
        self.extras.files.push((file.to_owned(), self.entries.len() as u32));
        self.note(file, contents);
        true
    }

    fn number<T: std::str::FromStr>(&mut self, table: &Table, row: &Row, column: Option<usize>, missing: T) -> T {
        let cell = row.cell(column);
        if cell.is_empty() {
            return missing;
        }
        cell.parse().unwrap_or_else(|_| {
            self.faults.push(table.fault(row, column.unwrap_or(0), 0, format!("\"{cell}\" is no number")));
            missing
        })
    }

    fn read_entry(&mut self, table: &Table, row: &Row, columns: &Columns, kind: Option<EntityKind>) {
        let kind = match (row.cell(columns.kind), kind) {
            ("agency", _) => EntityKind::Agency,
            ("person", _) => EntityKind::Person,
            ("place", _) => EntityKind::Place,
            ("", Some(kind)) => kind,
            (other, _) => {
                let message = format!("\"{other}\" is no kind of name: write agency, person or place");
                self.faults.push(table.fault(row, columns.kind.unwrap_or(0), 0, message));
                return;
            }
        };
        let (name, flags) = self.split_flags(table, row, columns.name, 0, row.cell(Some(columns.name)));
        if name.is_empty() {
            self.faults.push(table.fault(row, columns.name, 0, "an entry needs a name"));
            return;
        }
        let traits = TraitsRow {
            kind,
            subtype: self.intern(row.cell(columns.subtype)),
            country: self.intern(row.cell(columns.country)),
            region: self.intern(row.cell(columns.region)),
            role: self.intern(row.cell(columns.role)),
            from: self.number(table, row, columns.from, 0),
            to: self.number(table, row, columns.to, 0),
        };
        let entry = EntryRow {
            reference: push_text(&mut self.texts, row.cell(Some(columns.reference))).into(),
            name: push_text(&mut self.texts, name).into(),
            traits: self.traits_index(traits).into(),
            lat: self.number(table, row, columns.lat, f32::NAN).into(),
            lon: self.number(table, row, columns.lon, f32::NAN).into(),
            population: self.number(table, row, columns.population, 0.0).into(),
        };
        let number = self.entries.len() as u32;
        self.entries.push(entry);
        for (_, office) in row.parts(columns.office) {
            let office = self.intern(office);
            self.extras.offices.push((traits.country, office, number));
        }
        let place = if kind == EntityKind::Place { NameFlags::PLACE } else { 0 };
        self.add_name(name, number, Flags { bits: flags.bits | place, ..flags });
        for (column, more) in [(columns.aliases, place), (columns.demonyms, place | NameFlags::DEMONYM)] {
            let Some(column) = column else { continue };
            for (offset, part) in row.parts(Some(column)) {
                let (alias, flags) = self.split_flags(table, row, column, offset, part);
                self.add_name(alias, number, Flags { bits: flags.bits | more, ..flags });
            }
        }
    }

    /// A row of `change ref names`.
    fn read_change(&mut self, table: &Table, row: &Row) {
        let reference = row.cell(Some(1));
        match (row.cell(Some(0)), reference, row.cell(Some(2))) {
            ("remove", reference, "") if !reference.is_empty() => {
                self.extras.changes.push(Change::Remove(reference.to_owned()));
            }
            ("drop", reference, names) if !names.is_empty() => {
                for (_, name) in row.parts(Some(2)) {
                    tokenize(name, &mut self.tokens);
                    let words = self.tokens.iter().filter(|token| token.punct() != b'-').map(|token| token.hash);
                    let (reference, words) = (reference.to_owned(), words.collect());
                    self.extras.changes.push(Change::Drop { reference, words });
                }
            }
            ("add", reference, names) if !reference.is_empty() && !names.is_empty() => {
                let number = self.entries.len() as u32;
                self.entries.push(EntryRow {
                    reference: push_text(&mut self.texts, reference).into(),
                    name: U32::ZERO,
                    traits: EntryRow::LINK.into(),
                    lat: f32::NAN.into(),
                    lon: f32::NAN.into(),
                    population: 0.0.into(),
                });
                for (offset, part) in row.parts(Some(2)) {
                    let (name, flags) = self.split_flags(table, row, 2, offset, part);
                    self.add_name(name, number, flags);
                }
            }
            (change, _, _) => {
                let message = match change {
                    "add" => "`add` needs a ref and the names that it is to go by too",
                    "drop" => "`drop` needs the names that are no longer to be taken (without a ref: for anybody)",
                    "remove" => "`remove` needs the ref of the entry that is to go, and no names",
                    _ => "write add, drop or remove",
                };
                self.faults.push(table.fault(row, 0, 0, message));
            }
        }
    }

    /// Parts "Reading [context prior=0.2]" into the name and its flags.
    fn split_flags<'f>(
        &mut self,
        table: &Table,
        row: &Row,
        column: usize,
        offset: usize,
        part: &'f str,
    ) -> (&'f str, Flags) {
        let mut found = Flags { bits: 0, prior: NameForm::NO_PRIOR };
        let Some((name, flags)) = part.strip_suffix(']').and_then(|part| part.split_once(" [")) else {
            return (part, found);
        };
        for flag in flags.split([' ', ',']) {
            let prior = flag.strip_prefix("prior=").and_then(|prior| prior.parse::<f32>().ok());
            match (flag, prior) {
                ("context", _) => found.bits |= NameFlags::CONTEXT,
                ("title", _) => found.bits |= NameFlags::TITLE,
                ("exact", _) => found.bits |= NameFlags::EXACT,
                ("known", _) => found.bits |= NameFlags::KNOWN,
                ("", _) => {}
                (_, Some(prior)) if (0.0..=1.0).contains(&prior) => found.prior = (prior * 100.0).round() as u8,
                (other, _) => {
                    let message = format!(
                        "\"{other}\" is no flag: write context, title, exact, known, or prior= and a number from 0 to 1"
                    );
                    self.faults.push(table.fault(row, column, offset + name.len() + 2, message));
                }
            }
        }
        (name, found)
    }
}
