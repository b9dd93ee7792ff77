//! Offices of agencies: known ones, of a country, one agency each.

use std::collections::{HashMap, HashSet};

use super::sheet::{Kind, Line, Sheet, lines};
use super::suggest::did_you_mean;
use crate::error::Fault;
use crate::lexicon::texts::WORDS;

/// The offices that there are, and who holds them.
pub(super) struct Offices<'f> {
    known: HashSet<&'f str>,
    /// Country and office to the sheet, the line and the id of the agency.
    held: HashMap<(&'f str, &'f str), (usize, usize, &'f str)>,
}

impl<'f> Offices<'f> {
    /// Knows the offices of the files that are checked, and the bundled ones.
    pub fn new(sheets: &[Sheet<'f>]) -> Self {
        let mut known = HashSet::new();
        let bundled = WORDS.iter().filter(|(name, _)| *name == "words/offices.tsv").map(|(_, text)| *text);
        let given = sheets.iter().filter(|sheet| sheet.header.first() == Some(&"office")).map(|sheet| sheet.text);
        for text in bundled.chain(given) {
            let rows = lines(text).map(|(_, line)| line).filter(|line| !line.starts_with('#'));
            known.extend(rows.skip(1).filter_map(|line| line.split('\t').next()).filter(|office| !office.is_empty()));
        }
        Offices { known, held: HashMap::new() }
    }

    /// Adds the faults of the offices in a file of entries.
    pub fn check(&mut self, sheet: &Sheet<'f>, sheets: &[Sheet], faults: &mut Vec<Fault>) {
        let office = sheet.column("office");
        if office.is_none() || sheet.kind != Kind::Names {
            return;
        }
        let (country, id) = (sheet.column("country"), sheet.column("ref"));
        sheet.visit(|line: &Line<'f, '_>| {
            let (country, id) = (line.cell(country), line.cell(id));
            for office in line.parts(office) {
                if !self.known.contains(office) {
                    let advice = did_you_mean(office, self.known.iter().copied(), || {
                        "write one of words/offices.tsv, or add it there".to_owned()
                    });
                    faults.push(line.fault(office, format!("\"{office}\" is no office: {advice}")));
                } else if country.is_empty() {
                    let message = format!("office \"{office}\" of no country: give the country or take it out");
                    faults.push(line.fault(office, message));
                } else if let Some((other, at, holder)) =
                    self.held.insert((country, office), (sheet.index, line.number, id))
                {
                    let message = format!(
                        "{holder} ({}:{at}) has the office \"{office}\" of {country} already: leave it to one of them",
                        sheets[other].file
                    );
                    faults.push(line.fault(office, message));
                }
            }
        });
    }
}
