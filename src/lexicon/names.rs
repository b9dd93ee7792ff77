//! Reading the files of `lexicons/names/`: entries and the names they go by.

use super::WordFlags;
use super::build::Builder;
use super::table::{Row, Table};
use crate::record::EntityKind;

/// Somebody or somewhere that the lexicons know. Strings are indexes into the lexicon's strings, 0 for none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub kind: EntityKind,
    pub reference: u32,
    pub subtype: u32,
    pub name: u32,
    pub country: u32,
    pub region: u32,
    /// Role of a person ("foreign minister").
    pub role: u32,
    /// Degrees; NaN where unknown.
    pub lat: f32,
    pub lon: f32,
    /// Population of a place; 0 where unknown.
    pub population: f32,
}

/// One name of an entry.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Surface {
    pub entry: u32,
    pub flags: NameFlags,
}

/// When a name may be taken, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameFlags(u8);

impl NameFlags {
    /// Needs other evidence in the text.
    pub const CONTEXT: u8 = 1;
    /// Only after a title.
    pub const TITLE: u8 = 1 << 1;
    /// Only as spelled, never in an all-capitals sentence.
    pub const EXACT: u8 = 1 << 2;
    /// A word for the people of a place.
    pub const DEMONYM: u8 = 1 << 3;
    /// A small place that is known without evidence.
    pub const KNOWN: u8 = 1 << 5;
    /// From a lexicon that the caller added.
    pub const ADDED: u8 = 1 << 4;

    #[inline]
    pub fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// The columns of a file of names.
struct Columns {
    reference: Option<usize>,
    kind: Option<usize>,
    subtype: Option<usize>,
    name: Option<usize>,
    country: Option<usize>,
    region: Option<usize>,
    role: Option<usize>,
    lat: Option<usize>,
    lon: Option<usize>,
    population: Option<usize>,
    aliases: Option<usize>,
    office: Option<usize>,
    demonyms: Option<usize>,
}

/// Reads the file if it is one of names; whether it is.
pub(super) fn read(builder: &mut Builder, table: &Table, at_run_time: bool) -> bool {
    for (column, flag, word_flag) in
        [("given", WordFlags::GIVEN, WordFlags::GIVEN_WORD), ("surname", WordFlags::SURNAME, WordFlags::SURNAME_WORD)]
    {
        if table.header().first() == Some(&column) {
            let note = table.column("note");
            for row in table.rows() {
                let info = builder.word(row.cell(Some(0)));
                info.flags.set(flag);
                if !row.cell(note).is_empty() {
                    info.flags.set(word_flag);
                }
            }
            return true;
        }
    }
    let columns = Columns {
        reference: table.column("ref"),
        kind: table.column("kind"),
        subtype: table.column("type"),
        name: table.column("name"),
        country: table.column("country"),
        region: table.column("region"),
        role: table.column("role"),
        lat: table.column("lat"),
        lon: table.column("lon"),
        population: table.column("population"),
        aliases: table.column("aliases"),
        office: table.column("office"),
        demonyms: table.column("demonyms"),
    };
    if columns.reference.is_none() || columns.name.is_none() {
        return false;
    }
    let kind = match () {
        () if columns.lat.is_some() => Some(EntityKind::Place),
        () if columns.role.is_some() => Some(EntityKind::Person),
        () if columns.subtype.is_some() => Some(EntityKind::Agency),
        () => None,
    };
    if kind.is_none() && columns.kind.is_none() {
        return false;
    }
    for row in table.rows() {
        read_entry(builder, table, row, &columns, kind, at_run_time);
    }
    true
}

fn read_entry(
    builder: &mut Builder,
    table: &Table,
    row: &Row,
    columns: &Columns,
    kind: Option<EntityKind>,
    at_run_time: bool,
) {
    let kind = match (row.cell(columns.kind), kind) {
        ("agency", _) => EntityKind::Agency,
        ("person", _) => EntityKind::Person,
        ("place", _) => EntityKind::Place,
        ("", Some(kind)) => kind,
        (other, _) => {
            let message = format!("\"{other}\" is no kind of name: write agency, person or place");
            builder.faults.push(table.fault(row, columns.kind.unwrap_or(0), 0, message));
            return;
        }
    };
    let number = |builder: &mut Builder, column: Option<usize>, missing: f32| match row.cell(column) {
        "" => missing,
        cell => cell.parse().unwrap_or_else(|_| {
            let message = format!("\"{cell}\" is no number");
            builder.faults.push(table.fault(row, column.unwrap_or(0), 0, message));
            missing
        }),
    };
    let (lat, lon) = (number(builder, columns.lat, f32::NAN), number(builder, columns.lon, f32::NAN));
    let population = number(builder, columns.population, 0.0);
    let (name, name_flags) = split_flags(builder, table, row, columns.name, 0, row.cell(columns.name));
    if name.is_empty() {
        builder.faults.push(table.fault(row, columns.name.unwrap_or(0), 0, "an entry needs a name"));
        return;
    }
    let entry = Entry {
        kind,
        reference: builder.intern(row.cell(columns.reference)),
        subtype: builder.intern(row.cell(columns.subtype)),
        name: builder.intern(name),
        country: builder.intern(row.cell(columns.country)),
        region: builder.intern(row.cell(columns.region)),
        role: builder.intern(row.cell(columns.role)),
        lat,
        lon,
        population,
    };
    let entry = builder.add_entry(entry);
    for (offset, office) in row.parts(columns.office) {
        let known = builder.lexicon.offices.iter().any(|row| builder.lexicon.string(row.office) == office);
        let message = match () {
            () if !known => format!("\"{office}\" is no office of words/offices.tsv"),
            () if row.cell(columns.country).is_empty() => "an office needs a country".to_owned(),
            // What a caller adds takes the office over.
            () if !builder.add_office(entry, office) && !at_run_time => {
                format!("another agency of the country has the office \"{office}\": leave it to one of them")
            }
            () => continue,
        };
        builder.faults.push(table.fault(row, columns.office.unwrap_or(0), offset, message));
    }
    let added = if at_run_time { NameFlags::ADDED } else { 0 };
    builder.add_name(name, Surface { entry, flags: NameFlags(name_flags | added) }, at_run_time);
    for (column, more) in [(columns.aliases, 0), (columns.demonyms, NameFlags::DEMONYM)] {
        for (offset, part) in row.parts(column) {
            let (alias, flags) = split_flags(builder, table, row, column, offset, part);
            builder.add_name(alias, Surface { entry, flags: NameFlags(flags | more | added) }, at_run_time);
        }
    }
}

/// Parts "Reading [context]" into the name and its flags.
fn split_flags<'f>(
    builder: &mut Builder,
    table: &Table,
    row: &Row,
    column: Option<usize>,
    offset: usize,
    part: &'f str,
) -> (&'f str, u8) {
    let Some((name, flags)) = part.strip_suffix(']').and_then(|part| part.split_once(" [")) else { return (part, 0) };
    let mut bits = 0;
    for flag in flags.split([' ', ',']) {
        bits |= match flag {
            "context" => NameFlags::CONTEXT,
            "title" => NameFlags::TITLE,
            "exact" => NameFlags::EXACT,
            "known" => NameFlags::KNOWN,
            "" => 0,
            other => {
                let message = format!("\"{other}\" is no flag: write context, title, exact or known");
                let at = offset + name.len() + 2;
                builder.faults.push(table.fault(row, column.unwrap_or(0), at, message));
                0
            }
        };
    }
    (name, bits)
}
