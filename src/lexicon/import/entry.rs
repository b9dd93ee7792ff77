//! What formats are read into: kinds, tables, and the record that is sorted and joined.

use super::clean;
use crate::lexicon::types::{AGENCY_TYPES, PLACE_TYPES};

/// What a name is the name of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An organisation of any sort.
    #[default]
    Agency,
    /// A person.
    Person,
    /// A place.
    Place,
    /// A given name.
    Given,
    /// A surname.
    Surname,
    /// A word for the people of a place.
    Demonym,
    /// A counted thing.
    Thing,
    /// Left out on purpose.
    Skip,
}

/// A file of our format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Agencies, people and places in one file, told apart by a column `kind`.
    Names,
    /// As `names/agencies.tsv`.
    Agencies,
    /// As `names/people.tsv`.
    People,
    /// As `names/cities.tsv`.
    Places,
    /// As `names/given.tsv`.
    Given,
    /// As `names/surnames.tsv`.
    Surnames,
    /// As `words/things.tsv`.
    Things,
    /// As `words/irregular.tsv`.
    Irregular,
}

impl Table {
    /// The name of its file in a folder.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Table::Names => "names.tsv",
            Table::Agencies => "agencies.tsv",
            Table::People => "people.tsv",
            Table::Places => "places.tsv",
            Table::Given => "given.tsv",
            Table::Surnames => "surnames.tsv",
            Table::Things => "things.tsv",
            Table::Irregular => "irregular.tsv",
        }
    }

    pub(super) fn header(self) -> &'static str {
        match self {
            Table::Names => {
                "ref\tkind\ttype\tname\tcountry\tregion\tlat\tlon\tpopulation\trole\tfrom\tto\taliases\tdemonyms\tnote"
            }
            Table::Agencies => "ref\ttype\tname\tcountry\taliases\tnote",
            Table::People => "ref\tname\tcountry\trole\tfrom\tto\taliases",
            Table::Places => "ref\ttype\tname\tcountry\tregion\tlat\tlon\tpopulation\taliases\tdemonyms",
            Table::Given => "given\tnote",
            Table::Surnames => "surname\tnote",
            Table::Things => "category\tpath\tnouns",
            Table::Irregular => "plural\tsingular",
        }
    }
}

/// A kind with its type: what a label, a list or a class stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it is.
    pub kind: Kind,
    /// Finer: as `lexicons/README.md` lists them; for a counted thing its path in the tree.
    pub subtype: String,
    /// The category of a counted thing.
    pub(super) category: String,
}

impl Target {
    /// Reads `agency:company`, `place`, `given`, `demonym`, `skip`, or `farmer:person/work/farmer` for a counted thing.
    ///
    /// # Errors
    /// A message that lists what there is.
    ///
    /// ```
    /// use headcount::lexicon::import::{Kind, Target};
    /// assert_eq!(Target::parse("agency:company").unwrap().kind, Kind::Agency);
    /// assert!(Target::parse("agency:firm").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, String> {
        let (kind, subtype) = text.split_once(':').unwrap_or((text, ""));
        Self::parse_parts(kind, subtype)
    }

    pub(super) fn parse_parts(kind: &str, subtype: &str) -> Result<Self, String> {
        let target = |kind| Ok(Target { kind, subtype: subtype.to_owned(), category: String::new() });
        let typed = |kind, types: &[&str]| {
            if subtype.is_empty() || types.contains(&subtype) {
                return target(kind);
            }
            Err(format!("\"{subtype}\" is no type of it: write {}", types.join(", ")))
        };
        match kind {
            "agency" => typed(Kind::Agency, AGENCY_TYPES),
            "place" => typed(Kind::Place, PLACE_TYPES),
            "person" => target(Kind::Person),
            "given" => target(Kind::Given),
            "surname" => target(Kind::Surname),
            "demonym" => target(Kind::Demonym),
            "skip" => target(Kind::Skip),
            category if subtype.contains('/') || (subtype == "person" && !category.is_empty()) => {
                Ok(Target { kind: Kind::Thing, subtype: subtype.to_owned(), category: category.to_owned() })
            }
            other => {
                Err(format!("\"{other}\" is no kind: write agency, person, place, given, surname, demonym or skip"))
            }
        }
    }
}

/// An entry on its way: what the readers fill in, and what is sorted.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry {
    pub kind: Kind,
    /// The id; empty, or a prefix that ends in a colon, where it is to be made from the name.
    pub reference: String,
    pub subtype: String,
    pub name: String,
    pub country: String,
    pub region: String,
    pub lat: String,
    pub lon: String,
    pub population: String,
    pub role: String,
    pub from: String,
    pub to: String,
    pub note: String,
    pub aliases: Vec<String>,
    pub demonyms: Vec<String>,
}

/// Parts the fields of a record. Below every character of a cell, so that records sort as their lines do.
const FIELD: char = '\u{1}';

impl Entry {
    pub fn new(target: &Target, name: &str) -> Self {
        let subtype = if target.kind == Kind::Person { String::new() } else { target.subtype.clone() };
        Entry { kind: target.kind, subtype, name: name.to_owned(), ..Entry::default() }
    }

    /// The record: table and key first, then the order of reading, then the rest.
    pub fn to_record(&self, sequence: u64) -> String {
        // One coordinate says nothing without the other.
        let placed = !self.lat.is_empty() && !self.lon.is_empty();
        let (lat, lon) = if placed { (self.lat.as_str(), self.lon.as_str()) } else { ("", "") };
        let kind = match self.kind {
            Kind::Agency => "na",
            Kind::Person => "np",
            Kind::Place => "nl",
            Kind::Given => "og",
            Kind::Surname => "ps",
            Kind::Thing => "qt",
            Kind::Demonym | Kind::Skip => "ri",
        };
        let mut out = String::with_capacity(96 + self.name.len());
        out.push_str(&kind[..1]);
        out.push_str(&self.reference);
        out.push(FIELD);
        out.push_str(&format!("{sequence:010x}"));
        out.push_str(&kind[1..]);
        for field in [
            self.subtype.as_str(),
            &self.name,
            &self.country,
            &self.region,
            lat,
            lon,
            &self.population,
            &self.role,
            &self.from,
            &self.to,
            &self.note,
        ] {
            out.push(FIELD);
            out.push_str(field);
        }
        for list in [&self.aliases, &self.demonyms] {
            out.push(FIELD);
            out.push_str(&list.join("|"));
        }
        out
    }

    /// Reads a record back: the table's letter, and the entry.
    pub fn of_record(record: &str) -> (u8, Entry) {
        let mut fields = record.split(FIELD);
        let mut next = || fields.next().unwrap_or_default();
        let key = next();
        let kind = match next().as_bytes().last() {
            Some(b'p') => Kind::Person,
            Some(b'l') => Kind::Place,
            Some(b'g') => Kind::Given,
            Some(b's') => Kind::Surname,
            Some(b't') => Kind::Thing,
            Some(b'i') => Kind::Skip,
            _ => Kind::Agency,
        };
        let mut text = || next().to_owned();
        let mut entry = Entry {
            kind,
            reference: key.get(1..).unwrap_or_default().to_owned(),
            subtype: text(),
            name: text(),
            country: text(),
            region: text(),
            lat: text(),
            lon: text(),
            population: text(),
            role: text(),
            from: text(),
            to: text(),
            note: text(),
            ..Entry::default()
        };
        let list = |text: &str| text.split('|').filter(|part| !part.is_empty()).map(str::to_owned).collect();
        entry.aliases = list(next());
        entry.demonyms = list(next());
        (key.bytes().next().unwrap_or_default(), entry)
    }

    /// Takes what another record of the same key has beyond this one.
    pub fn join(&mut self, other: Entry) {
        for (mine, theirs) in [
            (&mut self.subtype, other.subtype),
            (&mut self.country, other.country),
            (&mut self.region, other.region),
            (&mut self.population, other.population),
            (&mut self.role, other.role),
            (&mut self.from, other.from),
            (&mut self.to, other.to),
            (&mut self.note, other.note),
        ] {
            if mine.is_empty() {
                *mine = theirs;
            }
        }
        if self.lat.is_empty() || self.lon.is_empty() {
            (self.lat, self.lon) = (other.lat, other.lon);
        }
        if !other.name.is_empty() {
            self.aliases.push(other.name);
        }
        self.aliases.extend(other.aliases);
        self.demonyms.extend(other.demonyms);
    }

    /// Drops names that add nothing: those that match no more than one before them. Returns how many names are left.
    pub fn settle(&mut self) -> u64 {
        let mut seen = vec![seen_key(&self.name)];
        for list in [&mut self.aliases, &mut self.demonyms] {
            list.retain(|name| {
                let (key, capitals) = seen_key(name);
                let new = !seen.iter().any(|(other, theirs)| *other == key && *theirs <= capitals);
                if new {
                    seen.push((key, capitals));
                }
                new
            });
        }
        seen.len() as u64
    }

    /// The line of a table, without its end.
    pub fn to_line(&self, table: Table) -> String {
        let (aliases, demonyms) = (self.aliases.join("|"), self.demonyms.join("|"));
        let kind = match self.kind {
            Kind::Person => "person",
            Kind::Place => "place",
            _ => "agency",
        };
        let cells: &[&str] = match table {
            Table::Names => &[
                &self.reference,
                kind,
                &self.subtype,
                &self.name,
                &self.country,
                &self.region,
                &self.lat,
                &self.lon,
                &self.population,
                &self.role,
                &self.from,
                &self.to,
                &aliases,
                &demonyms,
                &self.note,
            ],
            Table::Agencies => &[&self.reference, &self.subtype, &self.name, &self.country, &aliases, &self.note],
            Table::People => &[&self.reference, &self.name, &self.country, &self.role, &self.from, &self.to, &aliases],
            Table::Places => &[
                &self.reference,
                &self.subtype,
                &self.name,
                &self.country,
                &self.region,
                &self.lat,
                &self.lon,
                &self.population,
                &aliases,
                &demonyms,
            ],
            Table::Given | Table::Surnames | Table::Irregular => &[&self.reference, &self.note],
            // The key holds category and path.
            Table::Things => &[&self.reference, &aliases],
        };
        cells.join("\t")
    }
}

/// What two names have in common that match the same words, and how many capitals they ask for.
fn seen_key(name: &str) -> (String, usize) {
    let bare = name.split_once(" [").map_or(name, |(bare, _)| bare);
    (clean::key(bare), clean::capitals(bare))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_reads_back_as_it_was_written() {
        let entry = Entry {
            kind: Kind::Place,
            reference: "geonames:1".into(),
            name: "Obuasi".into(),
            lat: "6.2".into(),
            lon: "-1.7".into(),
            aliases: vec!["Obwasi".into(), "Obuase".into()],
            ..Entry::default()
        };
        assert_eq!(Entry::of_record(&entry.to_record(7)), (b'n', entry));
    }

    #[test]
    fn an_alias_that_matches_no_more_than_another_name_goes() {
        let mut entry = Entry { name: "Al-Qaim".into(), ..Entry::default() };
        entry.aliases = ["Al Qaim", "AL-QAIM", "al-Qaim", "Ál-Qaim", "Qaim"].map(str::to_owned).to_vec();
        assert_eq!(entry.settle(), 3);
        assert_eq!(entry.aliases, ["al-Qaim", "Qaim"]);
    }
}
