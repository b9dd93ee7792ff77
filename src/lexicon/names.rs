//! Reading the files of `lexicons/names/` into the arrays that are compiled: entries and the names they go by.

use std::collections::HashMap;

use zerocopy::little_endian::{U16, U32, U64};

use super::case::CaseRule;
use super::entry::{
    Change, EntryRow, Extras, NameFlags, NameForm, StoredTraits, TraitsRow, push_text, reference_slot, text_at,
};
use super::image::Writer;
use super::keyword;
use super::table::{Row, Table};
use super::trie::TrieBuilder;
use super::vocab::{Vocabulary, WordId};
use super::words::{Builder, Rows};
use crate::error::Fault;
use crate::record::EntityKind;
use crate::text::{Shape, Token, tokenize};

/// Names under construction.
pub(crate) struct NamesBuilder {
    vocabulary: Vocabulary,
    trie: TrieBuilder<NameForm>,
    entries: Vec<EntryRow>,
    texts: String,
    extras: Extras,
    strings: HashMap<String, u32>,
    /// The same one behind the other.
    interned: String,
    traits: HashMap<TraitsRow, u32>,
    stored_traits: Vec<StoredTraits>,
    /// The names themselves, where an automaton is to find them instead of the trie.
    plain: Option<Vec<(String, NameForm)>>,
    notes: String,
    tokens: Vec<Token>,
    words: Vec<WordId>,
    pub faults: Vec<Fault>,
}

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

/// What stands in brackets behind a name.
#[derive(Clone, Copy)]
struct Flags {
    bits: u8,
    prior: u8,
}

impl NamesBuilder {
    /// Names for the trie.
    pub fn new() -> Self {
        NamesBuilder::with(Vocabulary::with_keywords())
    }

    /// Names whose words have the ids that `words` gives them, as far as it has them: one look-up is enough for both.
    #[allow(dead_code)] // for the build script
    pub fn beside(words: &Builder) -> Self {
        NamesBuilder::with(words.vocabulary().clone())
    }

    fn with(vocabulary: Vocabulary) -> Self {
        let mut builder = NamesBuilder {
            vocabulary,
            trie: TrieBuilder::default(),
            entries: Vec::new(),
            texts: String::new(),
            extras: Extras::default(),
            strings: HashMap::new(),
            interned: String::new(),
            traits: HashMap::new(),
            stored_traits: Vec::new(),
            plain: None,
            notes: String::new(),
            tokens: Vec::new(),
            words: Vec::new(),
            faults: Vec::new(),
        };
        builder.intern("");
        push_text(&mut builder.texts, "");
        builder
    }

    /// Names for an automaton, which [`take_plain`](Self::take_plain) gives.
    pub fn for_automaton() -> Self {
        NamesBuilder { plain: Some(Vec::new()), ..NamesBuilder::new() }
    }

    /// The names for the automaton.
    pub fn take_plain(&mut self) -> Vec<(String, NameForm)> {
        self.plain.take().unwrap_or_default()
    }

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

    /// Keeps a file of words, to be read when the lexicon is loaded.
    pub fn keep_words(&mut self, file: &str, contents: &str) {
        self.extras.words.push((file.to_owned(), contents.to_owned()));
        self.note(file, contents);
    }

    /// Takes the head of a file over: what it holds, its sources and licences.
    fn note(&mut self, file: &str, contents: &str) {
        self.notes.push_str(file);
        self.notes.push('\n');
        for line in contents.lines().take_while(|line| line.starts_with('#')) {
            self.notes.push_str(line);
            self.notes.push('\n');
        }
    }

    fn intern(&mut self, string: &str) -> u32 {
        if let Some(&index) = self.strings.get(string) {
            return index;
        }
        let index = self.strings.len() as u32;
        push_text(&mut self.interned, string);
        self.strings.insert(string.to_owned(), index);
        index
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

    fn traits_index(&mut self, traits: TraitsRow) -> u32 {
        let next = self.stored_traits.len() as u32;
        let index = *self.traits.entry(traits).or_insert(next);
        if index == next {
            self.stored_traits.push(StoredTraits::new(&traits));
        }
        index
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

    /// Adds a name of an entry.
    fn add_name(&mut self, name: &str, entry: u32, flags: Flags) {
        tokenize(name, &mut self.tokens);
        self.words.clear();
        for token in &self.tokens {
            self.words.push(self.vocabulary.insert_hash(token.hash));
        }
        let form = NameForm {
            case: CaseRule::of_name(&self.tokens, &self.words).0.into(),
            entry: entry.into(),
            flags: flags.bits,
            prior: flags.prior,
            reserved: U16::ZERO,
        };
        if let Some(plain) = &mut self.plain {
            plain.push((name.to_owned(), form));
            return;
        }
        self.trie.add(&self.words, form);
        // "U.S." is also written "U.S" where a sentence or a bracket ends behind it.
        if self.words.len() == 2 && self.words[1] == keyword::DOT && self.tokens[0].shape == Shape::Upper {
            self.trie.add(&self.words[..1], form);
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

    /// The entries by the hashes of their ids, a third of the slots empty; 0 is empty, else the entry's number plus one.
    fn references(&self) -> Vec<U32> {
        let mut slots = vec![U32::ZERO; self.entries.len() * 3 / 2 + 1];
        for (number, entry) in self.entries.iter().enumerate().filter(|(_, entry)| entry.traits != EntryRow::LINK) {
            let mut at = reference_slot(text_at(self.texts.as_bytes(), entry.reference.get()), slots.len());
            while slots[at] != 0 {
                at = (at + 1) % slots.len();
            }
            slots[at] = (number as u32 + 1).into();
        }
        slots
    }

    /// The compiled form.
    pub fn finish(mut self) -> (Vec<u8>, Vec<Fault>) {
        let references = self.references();
        let texts = std::mem::take(&mut self.texts);
        let (mut writer, faults) = self.sections(&Rows::default(), &references);
        writer.bytes(b"TEXT", texts.into_bytes());
        (writer.finish(), faults)
    }

    /// The compiled form of names that go on with a vocabulary of words: what each of these is lies beside what it is in
    /// names. Their texts come apart: the compiler checks once for all that they are text.
    #[allow(dead_code)] // for the build script
    pub fn finish_beside(mut self, words: &Rows) -> (Vec<u8>, Vec<Fault>, String) {
        let references = self.references();
        let texts = std::mem::take(&mut self.texts);
        let (writer, faults) = self.sections(words, &references);
        (writer.finish(), faults, texts)
    }

    fn sections(self, words: &Rows, references: &[U32]) -> (Writer, Vec<Fault>) {
        let mut writer = Writer::default();
        let trie = self.trie.build(self.vocabulary.len());
        writer.bytes(b"NOTE", self.notes.into_bytes());
        writer.items(b"VSUM", &[U64::new(words.sum)]);
        // Of words that are none of the lexicon of words, only those of names and the hyphen, which walks step over.
        let slots = self.vocabulary.slots(|id| {
            let row = words.rows.get(id.0 as usize);
            let known = row.is_some() || trie.has(id) || id == keyword::HYPHEN;
            known.then(|| (row.copied().unwrap_or_default(), trie.start(id)))
        });
        writer.items(b"NSLT", &slots);
        trie.write(b'N', &mut writer);
        writer.items(b"ENTR", &self.entries);
        writer.items(b"REFS", references);
        writer.items(b"TRTS", &self.stored_traits);
        writer.bytes(b"STRS", self.interned.into_bytes());
        writer.values(b"XTRA", &self.extras);
        (writer, self.faults)
    }
}
