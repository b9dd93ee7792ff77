//! What entries are held against: countries, regions and common words, of the files that are checked, else the bundled ones.

use std::collections::{HashMap, HashSet};

use super::sheet::{Kind, Sheet, lines};
use super::suggest::nearest;
use crate::lexicon::texts::{REGIONS, WORDS};
use crate::text::hash_word;

/// Countries, regions and common words.
pub(super) struct Known<'f> {
    /// By ISO 3166-1 alpha-2 code, with latitude and longitude (NaN where unknown).
    pub countries: HashMap<&'f str, (f32, f32)>,
    /// Names and aliases of countries, with the code of each.
    country_names: Vec<(&'f str, &'f str)>,
    /// ISO 3166-2 codes.
    pub regions: HashSet<&'f str>,
    /// Hashes of the words that common English writes in lower case.
    words: HashSet<u64>,
}

impl<'f> Known<'f> {
    pub fn new(sheets: &[Sheet<'f>]) -> Self {
        let mut known = Known {
            countries: HashMap::new(),
            country_names: Vec::new(),
            regions: HashSet::new(),
            words: HashSet::new(),
        };
        for sheet in sheets.iter().filter(|sheet| sheet.kind == Kind::Names && sheet.header[0] == "ref") {
            known.places(sheet);
        }
        let bundled = |name: &str| REGIONS.iter().chain(WORDS).find(|(file, _)| *file == name);
        // A file of one's own may add to them and need not hold them all.
        known.bundled(bundled("names/countries.tsv"));
        known.bundled(bundled("names/regions.tsv"));
        let english = sheets.iter().find(|sheet| sheet.header == ["word", "tags"]).map(|sheet| sheet.text);
        if let Some(english) = english.or_else(|| bundled("words/english.tsv").map(|(_, text)| *text)) {
            let entries =
                lines(english).filter_map(|(_, line)| line.split_once('\t')).filter(|(word, _)| !word.starts_with('#'));
            known.words.extend(
                entries.filter(|(word, _)| !word.contains(char::is_uppercase)).map(|(word, _)| hash_word(word)),
            );
        }
        known
    }

    fn bundled(&mut self, file: Option<&(&'static str, &'static str)>) {
        if let Some((name, text)) = file {
            self.places(&Sheet::new(0, name, text));
        }
    }

    /// Takes in the countries and regions of a file.
    fn places(&mut self, sheet: &Sheet<'f>) {
        let (lat, lon) = (sheet.column("lat"), sheet.column("lon"));
        let (name, aliases) = (sheet.column("name"), sheet.column("aliases"));
        for (_, line) in lines(sheet.text) {
            if let Some(code) = line.strip_prefix("country:").and_then(|line| line.split('\t').next()) {
                let cell = |column: Option<usize>| column.and_then(|column| line.split('\t').nth(column)).unwrap_or("");
                // The prefix is gone from the first cell, which no other column is.
                let number = |column| cell(column).parse().unwrap_or(f32::NAN);
                self.countries.insert(code, (number(lat), number(lon)));
                let names = cell(name).split('|').chain(cell(aliases).split('|'));
                let plain = |name: &'f str| name.split(" [").next().unwrap_or(name);
                self.country_names.extend(names.filter(|name| !name.is_empty()).map(|name| (plain(name), code)));
            } else if let Some(code) = line.strip_prefix("region:").and_then(|line| line.split('\t').next()) {
                self.regions.insert(code);
            }
        }
    }

    /// Whether common English writes the word, by the hash of its folded form, in lower case.
    pub fn is_common(&self, hash: u64) -> bool {
        self.words.contains(&hash)
    }

    /// The code that was meant by something else: a name of the country, or the code in small letters.
    pub fn code_of(&self, written: &str) -> Option<&'f str> {
        let code = written.to_uppercase();
        if let Some((code, _)) = self.countries.get_key_value(code.as_str()) {
            return Some(code);
        }
        let exact = self.country_names.iter().find(|(name, _)| name.eq_ignore_ascii_case(written));
        let (_, code) = exact.or_else(|| {
            let near = nearest(written, self.country_names.iter().map(|(name, _)| *name))?;
            // Two letters are near to any acronym.
            self.country_names.iter().find(|(name, _)| *name == near && written.len() > 3)
        })?;
        Some(code)
    }
}
