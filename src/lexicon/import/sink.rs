//! Where readers put entries: cleaned, guarded, given an id, sorted, joined, written.

use std::collections::{BTreeSet, HashSet};
use std::io::{self, Write};

use super::clean::{self, slug};
use super::codes;
use super::entry::{Entry, Kind, Table};
use super::report::{Place, Reason, Report};
use super::sort::Sorter;
use super::{Options, Refused};
use crate::text::hash_folded;

/// The entries of one import.
pub(super) struct Sink {
    pub options: Options,
    pub report: Report,
    sorter: Sorter,
    sequence: u64,
    kinds: BTreeSet<Kind>,
    /// Hashes of the ids made from names, and of the names that they were made from.
    slugs: HashSet<u64>,
    names: HashSet<u64>,
}

impl Sink {
    pub fn new(options: Options) -> Self {
        let report = Report::new(options.notes);
        let (slugs, names) = (HashSet::new(), HashSet::new());
        Sink { options, report, sorter: Sorter::default(), sequence: 0, kinds: BTreeSet::new(), slugs, names }
    }

    /// Whether the filters let an entry pass; counts it where they do not.
    pub fn wanted(&mut self, kind: Kind, subtype: &str, country: &str) -> bool {
        let Options { types, countries, .. } = &self.options;
        let reason = match kind {
            Kind::Skip => Some(Reason::Type),
            Kind::Agency | Kind::Place if !types.is_empty() && !types.iter().any(|t| t == subtype) => {
                Some(Reason::Type)
            }
            Kind::Agency | Kind::Person | Kind::Place
                if !countries.is_empty() && !countries.iter().any(|c| c == country) =>
            {
                Some(Reason::Country)
            }
            _ => None,
        };
        reason.is_none_or(|reason| {
            self.report.count(reason);
            false
        })
    }

    /// Takes an entry as a reader found it. Whether it was taken.
    pub fn add(&mut self, mut entry: Entry, place: &Place) -> Result<bool, Refused> {
        if matches!(entry.kind, Kind::Demonym) {
            self.demonym(&entry, place);
            return Ok(false);
        }
        if !entry.country.is_empty() {
            match codes::country(&entry.country) {
                Some(code) => entry.country = code.to_owned(),
                None => {
                    let message = format!("\"{}\" is no country that headcount knows: left empty", entry.country);
                    self.report.note(Reason::Value, place, || message);
                    entry.country.clear();
                }
            }
        }
        if !self.wanted(entry.kind, &entry.subtype, &entry.country) {
            return Ok(false);
        }
        let Some(name) = self.name(&entry.name, entry.kind) else {
            let message = match entry.name.trim() {
                "" => "no name: write one, or take the line out".to_owned(),
                name => format!("\"{name}\" has no letter: a name needs one"),
            };
            self.report.note(Reason::NoName, place, || message);
            return Ok(false);
        };
        match entry.kind {
            Kind::Given | Kind::Surname => return self.word(entry.kind, &name, place),
            Kind::Thing | Kind::Demonym | Kind::Skip => {
                self.report.note(Reason::NoKind, place, || {
                    format!(
                        "\"{name}\" is a counted thing: those come from dictionaries of agents; write others by hand"
                    )
                });
                return Ok(false);
            }
            Kind::Agency | Kind::Person | Kind::Place => {}
        }
        let prefix = entry.reference.is_empty() || entry.reference.ends_with(':');
        if prefix && !self.identify(&mut entry, &name, place) {
            return Ok(false);
        }
        entry.name = name;
        self.aliases(&mut entry);
        self.values(&mut entry, place);
        self.kinds.insert(entry.kind);
        self.push(&entry)?;
        Ok(true)
    }

    /// Further names of an entry that was added under this id.
    pub fn add_alias(&mut self, kind: Kind, reference: &str, alias: String) -> Result<(), Refused> {
        let mut entry = Entry { kind, reference: reference.to_owned(), aliases: vec![alias], ..Entry::default() };
        self.aliases(&mut entry);
        self.push(&entry)
    }

    /// A counted noun and its plural, where that is irregular.
    pub fn add_thing(&mut self, category: &str, path: &str, noun: &str) -> Result<(), Refused> {
        let reference = format!("{category}\t{path}");
        self.kinds.insert(Kind::Thing);
        self.push(&Entry { kind: Kind::Thing, reference, aliases: vec![noun.to_owned()], ..Entry::default() })
    }

    /// An irregular plural.
    pub fn add_irregular(&mut self, plural: &str, singular: &str) -> Result<(), Refused> {
        let (reference, note) = (plural.to_owned(), singular.to_owned());
        self.kinds.insert(Kind::Skip);
        self.push(&Entry { kind: Kind::Skip, reference, note, ..Entry::default() })
    }

    fn push(&mut self, entry: &Entry) -> Result<(), Refused> {
        self.sequence += 1;
        let record = entry.to_record(self.sequence);
        self.sorter
            .push(record)
            .map_err(|error| Refused(format!("no room for sorting in the temporary folder: {error}")))
    }

    /// A demonym is a name of its country. Those of countries are bundled; others need their place.
    fn demonym(&mut self, entry: &Entry, place: &Place) {
        if codes::known_country_word(entry.name.trim()) {
            self.report.count(Reason::Known);
            return;
        }
        let name = &entry.name;
        self.report.note(Reason::NoKind, place, || {
            format!(
                "\"{name}\" is no demonym of a country: put it in the column `demonyms` of its place, or say what such \
                 names are (--label NORP=agency:party)"
            )
        });
    }

    /// A given name or a surname.
    fn word(&mut self, kind: Kind, name: &str, place: &Place) -> Result<bool, Refused> {
        let word = name.split_once(" [").map_or(name, |(word, _)| word);
        if word.contains(' ') {
            self.report.note(Reason::Malformed, place, || {
                format!("\"{word}\" is more than one word: given names and surnames are single ones")
            });
            return Ok(false);
        }
        if !self.names.insert(hash_folded(word) ^ kind as u64) {
            self.report.note(Reason::Duplicate, place, || format!("\"{word}\" again"));
            return Ok(false);
        }
        let note = if codes::common(&codes::folded(word)) { "word" } else { "" };
        self.kinds.insert(kind);
        self.push(&Entry { kind, reference: word.to_owned(), note: note.to_owned(), ..Entry::default() })?;
        Ok(true)
    }

    /// Gives an entry an id made from its name, behind the prefix that it may have already. False where the name was
    /// there already.
    fn identify(&mut self, entry: &mut Entry, name: &str, place: &Place) -> bool {
        let bare = name.split_once(" [").map_or(name, |(bare, _)| bare);
        let prefix = match entry.kind {
            Kind::Person => "person",
            Kind::Place => "place",
            _ => "agency",
        };
        if !self.names.insert(hash_folded(&format!(
            "{prefix}:{}:{}:{}",
            entry.country,
            clean::capitals(bare),
            clean::key(bare)
        ))) {
            self.report.note(Reason::Duplicate, place, || format!("\"{bare}\" again: the first one stays"));
            return false;
        }
        let prefix = entry.reference.strip_suffix(':').unwrap_or(prefix).to_owned();
        entry.reference = self.unique(&prefix, bare);
        true
    }

    /// An id of this kind that no other name has.
    fn unique(&mut self, prefix: &str, name: &str) -> String {
        let base = format!("{prefix}:{}", slug(name));
        let mut id = base.clone();
        let mut number = 2;
        while !self.slugs.insert(hash_folded(&id)) {
            id = format!("{base}-{number}");
            number += 1;
        }
        id
    }

    /// A name with its flags, cleaned; None where nothing is left of it.
    fn name(&mut self, raw: &str, kind: Kind) -> Option<String> {
        let name = clean::name(raw)?;
        if name.cleaned {
            self.report.count(Reason::Cleaned);
        }
        let mut text = name.text;
        if kind != Kind::Place {
            text = clean::without_article(&text).to_owned();
        }
        if !name.flags.is_empty() {
            return Some(format!("{text} [{}]", name.flags));
        }
        if let Some(flag) = clean::guard(&text).filter(|_| !matches!(kind, Kind::Given | Kind::Surname)) {
            self.report.count(Reason::Guarded);
            text = format!("{text} [{flag}]");
        }
        Some(text)
    }

    fn aliases(&mut self, entry: &mut Entry) {
        let kind = entry.kind;
        for list in [&mut entry.aliases, &mut entry.demonyms] {
            let raw = std::mem::take(list);
            for alias in raw {
                match self.name(&alias, kind) {
                    Some(alias) => list.push(alias),
                    None if alias.trim().is_empty() => {}
                    None => self.report.count(Reason::NoLetter),
                }
            }
        }
    }

    /// Cells that must be numbers or single lines.
    fn values(&mut self, entry: &mut Entry, place: &Place) {
        well_formed(entry);
        for cell in [
            &mut entry.reference,
            &mut entry.subtype,
            &mut entry.region,
            &mut entry.role,
            &mut entry.note,
            &mut entry.from,
            &mut entry.to,
        ] {
            if !cell.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'|') {
                *cell = clean::cell(cell);
            }
        }
        entry.population.retain(|c| !matches!(c, ',' | '_' | ' ' | '\u{a0}' | '\u{202f}'));
        if matches!(entry.population.as_str(), "0") {
            entry.population.clear();
        }
        let degrees = |cell: &str, most: f64| cell.is_empty() || cell.parse::<f64>().is_ok_and(|d| d.abs() <= most);
        let mut drop = |cell: &mut String, what: &str| {
            let message = format!("\"{cell}\" is no {what}: left empty");
            self.report.note(Reason::Value, place, || message);
            cell.clear();
        };
        if !entry.population.is_empty() && !entry.population.parse::<f64>().is_ok_and(|p| p.is_finite() && p >= 0.0) {
            drop(&mut entry.population, "number of people");
        }
        if !degrees(&entry.lat, 90.0) {
            drop(&mut entry.lat, "latitude");
        }
        if !degrees(&entry.lon, 180.0) {
            drop(&mut entry.lon, "longitude");
        }
        for year in [&mut entry.from, &mut entry.to] {
            if !year.is_empty() && (year.len() > 4 || year.parse::<i32>().is_err()) {
                drop(year, "year");
            }
        }
    }

    /// The tables that the entries fill. With `split` agencies, people and places have a file each.
    pub fn tables(&self, split: bool) -> Vec<Table> {
        let of = |kind: &Kind| match kind {
            Kind::Agency => Table::Agencies,
            Kind::Person => Table::People,
            Kind::Place => Table::Places,
            Kind::Given => Table::Given,
            Kind::Surname => Table::Surnames,
            Kind::Thing => Table::Things,
            Kind::Demonym | Kind::Skip => Table::Irregular,
        };
        let tables: BTreeSet<Table> = self.kinds.iter().map(of).collect();
        let mixed = |table: &Table| *table <= Table::Places;
        if split || tables.iter().filter(|table| mixed(table)).count() < 2 {
            return tables.into_iter().collect();
        }
        std::iter::once(Table::Names).chain(tables.into_iter().filter(|table| !mixed(table))).collect()
    }

    /// Joins the records of each key and writes the tables, each sorted.
    pub fn write<W: Write>(
        self,
        split: bool,
        head: &str,
        mut open: impl FnMut(Table) -> io::Result<W>,
    ) -> io::Result<Report> {
        let tables = self.tables(split);
        let Sink { mut report, sorter, .. } = self;
        let mut outs = Vec::with_capacity(tables.len());
        for &table in &tables {
            let mut out = open(table)?;
            writeln!(out, "{head}\n{}", table.header())?;
            outs.push((table, out));
        }
        let mut sorted = sorter.sorted()?;
        let mut before: Option<Entry> = None;
        while let Some(record) = sorted.next()? {
            let (_, entry) = Entry::of_record(&record);
            match &mut before {
                Some(last) if last.reference == entry.reference && same_table(last.kind, entry.kind) => {
                    if !entry.name.is_empty() {
                        report.count(Reason::Merged);
                    }
                    last.join(entry);
                }
                _ => {
                    if let Some(last) = before.replace(entry) {
                        put(last, &mut outs, &mut report)?;
                    }
                }
            }
        }
        if let Some(last) = before {
            put(last, &mut outs, &mut report)?;
        }
        for (_, out) in &mut outs {
            out.flush()?;
        }
        Ok(report)
    }
}

fn same_table(a: Kind, b: Kind) -> bool {
    let named = |kind| matches!(kind, Kind::Agency | Kind::Person | Kind::Place);
    a == b || (named(a) && named(b))
}

fn put<W: Write>(mut entry: Entry, outs: &mut [(Table, W)], report: &mut Report) -> io::Result<()> {
    let (table, label) = match entry.kind {
        Kind::Agency => (Table::Agencies, "agencies"),
        Kind::Person => (Table::People, "people"),
        Kind::Place => (Table::Places, "places"),
        Kind::Given => (Table::Given, "given names"),
        Kind::Surname => (Table::Surnames, "surnames"),
        Kind::Thing => (Table::Things, "branches of things"),
        Kind::Demonym | Kind::Skip => (Table::Irregular, "irregular plurals"),
    };
    let names = match entry.kind {
        Kind::Thing => {
            entry.aliases.sort();
            entry.aliases.dedup();
            entry.aliases.len() as u64
        }
        Kind::Given | Kind::Surname | Kind::Demonym | Kind::Skip => 1,
        Kind::Agency | Kind::Person | Kind::Place => entry.settle(),
    };
    *report.entries.entry(label).or_default() += 1;
    report.names += names;
    let found =
        outs.iter_mut().find(|(other, _)| *other == table || (*other == Table::Names && table <= Table::Places));
    match found {
        Some((table, out)) => writeln!(out, "{}", entry.to_line(*table)),
        None => Ok(()),
    }
}

/// Puts an id that was brought along into a form that the check passes: prefixes are plain words, ids with a prefix of ours
/// are what that prefix asks for.
fn well_formed(entry: &mut Entry) {
    let own = match entry.kind {
        Kind::Agency => "agency",
        Kind::Person => "person",
        Kind::Place => "place",
        _ => return,
    };
    let Some((prefix, rest)) = entry.reference.split_once(':') else { return };
    let capitals = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let fits = match prefix {
        "geonames" => own == "place" && !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()),
        "country" => own == "place" && rest.len() == 2 && capitals(rest),
        "region" => own == "place" && rest.get(..2).is_some_and(capitals) && rest.as_bytes().get(2) == Some(&b'-'),
        "agency" | "person" | "place" => prefix == own && !rest.is_empty() && slug(rest) == rest,
        _ => !prefix.is_empty() && slug(prefix) == prefix && !rest.is_empty(),
    };
    if !fits {
        let plain = slug(rest);
        entry.reference = format!("{own}:{}", if plain.is_empty() { slug(&entry.name) } else { plain });
    }
}
