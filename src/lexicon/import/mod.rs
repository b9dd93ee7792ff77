//! Lexicons from what others have: GeoNames, spaCy, GATE, CAMEO, Wikidata, CSV, plain lists.
//!
//! Each format has a reader that turns its lines into entries; what happens to an entry then (its names cleaned and
//! guarded, an id made, the lines sorted and joined) is the same for all. Inputs are streamed: sorting goes to temporary
//! files where memory does not do, so that all of GeoNames can be read. What its codes mean here is data, in
//! `lexicons/import/codes.txt`.
//!
//! ```
//! use headcount::lexicon::import::{Importer, Options, Target};
//!
//! let options = Options { target: Some(Target::parse("agency:ngo").unwrap()), ..Options::default() };
//! let mut importer = Importer::new(options);
//! importer.read("names.txt", "Green Lantern Relief\nReading\n".as_bytes()).unwrap();
//! let (tables, report) = importer.finish().unwrap().texts(false).unwrap();
//!
//! let (_, own) = tables.into_iter().next().unwrap();
//! assert!(own.ends_with("agency:green-lantern-relief\tngo\tGreen Lantern Relief\t\t\t\nagency:reading\tngo\tReading [context]\t\t\t\n"));
//! assert_eq!((report.entries(), report.left_out()), (2, 0));
//! assert!(headcount::lexicon::check(&[("own.tsv".to_owned(), own)]).is_empty());
//! ```

mod agents;
mod cameo;
mod clean;
mod codes;
mod csv;
mod entry;
mod gate;
mod geonames;
mod guess;
mod json;
mod list;
mod report;
mod sink;
mod sort;
mod source;
mod spacy;
mod wikidata;

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

pub use entry::{Kind, Table, Target};
pub use report::{Note, Report};
use sink::Sink;
use source::Source;

/// What form an input has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// A dump of GeoNames: 19 columns parted by tabs (`allCountries.txt`, `cities500.txt`, `GH.txt`).
    GeoNames,
    /// Patterns of spaCy's EntityRuler or of Prodigy: JSON lines with `label` and `pattern`.
    Spacy,
    /// Gazetteers of GATE: `lists.def` and the `.lst` files that it names.
    Gate,
    /// Dictionaries of actors or agents of TABARI, PETRARCH and PETRARCH2.
    Cameo,
    /// Wikidata: entities as JSON, or the results of a query as JSON.
    Wikidata,
    /// One name a line.
    List,
    /// A table with named columns, parted by commas, semicolons or tabs.
    Csv,
}

impl Format {
    /// How it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Format::GeoNames => "geonames",
            Format::Spacy => "spacy",
            Format::Gate => "gate",
            Format::Cameo => "cameo",
            Format::Wikidata => "wikidata",
            Format::List => "list",
            Format::Csv => "csv",
        }
    }

    /// Source and licence, where the format tells them.
    fn licence(self) -> &'static str {
        match self {
            Format::GeoNames => "Source: GeoNames (https://www.geonames.org); licence CC BY 4.0.",
            Format::Wikidata => "Source: Wikidata (https://www.wikidata.org); licence CC0 1.0.",
            _ => "Licence: that of the source.",
        }
    }
}

/// What to import, and how.
#[derive(Clone, Debug)]
pub struct Options {
    /// The format; None to tell it by name and contents.
    pub format: Option<Format>,
    /// What the names are, where the input does not say.
    pub target: Option<Target>,
    /// What a label, class, list or code of the input stands for; goes before what is known of it.
    pub labels: HashMap<String, Target>,
    /// The header that a column of ours has in the input: `name` → "Full name".
    pub columns: HashMap<String, String>,
    /// `alternateNamesV2.txt` of GeoNames.
    pub alternates: Option<PathBuf>,
    /// Languages of names, the best first; empty for English.
    pub languages: Vec<String>,
    /// Leave smaller populated places out (GeoNames).
    pub min_population: u64,
    /// Take these countries only (ISO 3166-1 alpha-2); empty for all.
    pub countries: Vec<String>,
    /// Take places and agencies of these types only; empty for all.
    pub types: Vec<String>,
    /// Source and licence, for the head of the file.
    pub licence: Option<String>,
    /// How many notes of each kind the report keeps.
    pub notes: u64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            format: None,
            target: None,
            labels: HashMap::new(),
            columns: HashMap::new(),
            alternates: None,
            languages: Vec::new(),
            min_population: 0,
            countries: Vec::new(),
            types: Vec::new(),
            licence: None,
            notes: u64::MAX,
        }
    }
}

impl Options {
    /// What a label was said to stand for.
    fn label(&self, label: &str) -> Option<&Target> {
        self.labels.get(label).or_else(|| {
            let same = |(other, _): &(&String, &Target)| other.eq_ignore_ascii_case(label);
            self.labels.iter().find(same).map(|(_, target)| target)
        })
    }

    /// What a code of a set stands for: as said, else as `codes.txt` has it.
    fn target_of(&self, set: &str, code: &str) -> Option<Target> {
        if let Some(target) = self.label(code) {
            return Some(target.clone());
        }
        let (kind, subtype) = codes::code(set, code)?;
        Target::parse_parts(kind, subtype).ok()
    }

    /// Languages of names, the best first.
    fn languages(&self) -> Vec<&str> {
        if self.languages.is_empty() {
            return vec!["en", "mul", "en-gb", "en-us", "en-ca"];
        }
        self.languages.iter().map(String::as_str).collect()
    }
}

/// Why an input could not be imported at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(String);

impl Refused {
    fn io(name: &str, error: &io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "no such file".to_owned(),
            io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => format!("damaged: {error}"),
            _ => error.to_string(),
        };
        Refused(format!("{name}: {reason}"))
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

/// Reads inputs; [`finish`](Importer::finish) gives what is to be written.
pub struct Importer {
    sink: Sink,
    formats: Vec<Format>,
    geonames: geonames::Seen,
}

impl Importer {
    /// An importer that has read nothing yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Importer { sink: Sink::new(options), formats: Vec::new(), geonames: geonames::Seen::default() }
    }

    /// Reads a file; "-" is standard input. Files may be compressed (`.gz`, `.zip`).
    ///
    /// # Errors
    /// The file cannot be read, or its format cannot be told or does not fit.
    pub fn path(&mut self, path: &Path) -> Result<(), Refused> {
        let extension = path.extension().map(|extension| extension.to_ascii_lowercase());
        let gate = matches!(self.sink.options.format, None | Some(Format::Gate));
        match extension.as_ref().and_then(|extension| extension.to_str()) {
            Some("def") if gate => {
                self.note_input(&path.display().to_string(), Format::Gate);
                gate::definitions(path, &mut self.sink)
            }
            Some("lst") if gate => {
                self.note_input(&path.display().to_string(), Format::Gate);
                gate::single(path, &mut self.sink)
            }
            _ => source::open(path, &mut |source| self.source(source)),
        }
    }

    /// Reads from anything; `name` stands for it in messages and for its ending.
    ///
    /// # Errors
    /// As [`path`](Importer::path).
    pub fn read(&mut self, name: &str, read: impl Read) -> Result<(), Refused> {
        source::with(name, read, &mut |source| self.source(source))
    }

    fn source(&mut self, mut source: Source) -> Result<(), Refused> {
        let format = match self.sink.options.format {
            Some(format) => format,
            None => guess::format(source.name(), source.head())?,
        };
        self.note_input(source.name(), format);
        let sink = &mut self.sink;
        match format {
            Format::GeoNames => geonames::read(&mut source, sink, &mut self.geonames),
            Format::Spacy => spacy::read(&mut source, sink),
            Format::Gate => gate::list(&mut source, sink, None),
            Format::Cameo => cameo::read(&mut source, sink),
            Format::Wikidata => wikidata::read(&mut source, sink),
            Format::List => list::read(&mut source, sink),
            Format::Csv => csv::read(&mut source, sink),
        }
    }

    fn note_input(&mut self, name: &str, format: Format) {
        self.sink.report.inputs.push((name.to_owned(), format.name()));
        if !self.formats.contains(&format) {
            self.formats.push(format);
        }
    }

    /// Reads the alternate names, where there are any, and makes everything ready to be written.
    ///
    /// # Errors
    /// The alternate names cannot be read.
    pub fn finish(mut self) -> Result<Imported, Refused> {
        if let Some(path) = self.sink.options.alternates.clone() {
            let mut seen = std::mem::take(&mut self.geonames);
            let sink = &mut self.sink;
            source::open(&path, &mut |mut source| geonames::read_alternates(&mut source, sink, &mut seen))?;
        }
        Ok(Imported { sink: self.sink, formats: self.formats })
    }
}

/// What was read, ready to be written.
pub struct Imported {
    sink: Sink,
    formats: Vec<Format>,
}

impl Imported {
    /// What was left out so far.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.sink.report
    }

    /// The tables that [`write`](Imported::write) will write. With `split` agencies, people and places have a file each.
    #[must_use]
    pub fn tables(&self, split: bool) -> Vec<Table> {
        self.sink.tables(split)
    }

    /// Writes each table to what `open` gives for it, sorted, with a head that names source and licence.
    ///
    /// # Errors
    /// An output or a temporary file cannot be written.
    pub fn write<W: Write>(self, split: bool, open: impl FnMut(Table) -> io::Result<W>) -> io::Result<Report> {
        let head = self.head();
        self.sink.write(split, &head, open)
    }

    /// As [`write`](Imported::write), into memory.
    ///
    /// # Errors
    /// A temporary file cannot be written.
    pub fn texts(self, split: bool) -> io::Result<(Vec<(Table, String)>, Report)> {
        let mut texts: Vec<(Table, Shared)> = Vec::new();
        let report = self.write(split, |table| {
            let out = Shared::default();
            texts.push((table, out.clone()));
            Ok(out)
        })?;
        let text = |out: Shared| String::from_utf8_lossy(&out.0.take()).into_owned();
        Ok((texts.into_iter().map(|(table, out)| (table, text(out))).collect(), report))
    }

    fn head(&self) -> String {
        let mut names: Vec<String> =
            self.sink.report.inputs.iter().map(|(name, format)| format!("{} ({format})", base_name(name))).collect();
        names.extend(self.sink.options.alternates.iter().map(|path| base_name(&path.display().to_string()).to_owned()));
        let rest = names.len().saturating_sub(6);
        names.truncate(6);
        if rest > 0 {
            names.push(format!("{rest} more"));
        }
        let mut lines = vec![format!("# Imported from {}.", clean::cell(&names.join(", ")))];
        match &self.sink.options.licence {
            Some(licence) => lines.push(format!("# {}", clean::cell(licence))),
            None => lines.extend(self.formats.iter().map(|format| format!("# {}", format.licence()))),
        }
        lines.push(
            "# Changed: put into headcount's format by `headcount lexicon import`, names cleaned, common words guarded."
                .to_owned(),
        );
        lines.dedup();
        lines.join("\n")
    }
}

/// Bytes that are still there when the writer is gone.
#[derive(Clone, Default)]
struct Shared(Rc<RefCell<Vec<u8>>>);

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A path without its folders, but with the archive that holds it.
fn base_name(name: &str) -> &str {
    if name == "-" {
        return "standard input";
    }
    let archive = name.find(".zip/").map_or(name, |at| &name[..at]);
    let start = archive.rfind(['/', '\\']).map_or(0, |at| at + 1);
    &name[start..]
}
