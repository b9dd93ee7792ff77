//! Looking into lexicons: whom a name stands for, and how much there is of each kind.

use std::collections::BTreeMap;

use super::case::CaseRule;
use super::entry::{EntryRow, NameFlags, NameForm};
use super::load::Lexicon;
use super::vocab::{WordId, look_up};
use crate::text::tokenize;

/// What a lexicon has for a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit<'l> {
    /// Stable id of the entry; empty for a word that is no name.
    pub reference: &'l str,
    /// Canonical name of the entry; the sense of a word.
    pub name: &'l str,
    /// `agency`, `person`, `place`, `nationality`, or the class of a word (`cue`, `unit`, `thing`…).
    pub kind: &'static str,
    /// Finer type; empty where there is none.
    pub subtype: &'l str,
    /// ISO 3166-1 alpha-2 code; empty where unknown.
    pub country: &'l str,
    /// ISO 3166-2 code; empty where unknown.
    pub region: &'l str,
    /// Role of a person; empty where there is none.
    pub role: &'l str,
    /// Years of the role; 0 where open.
    pub years: (i16, i16),
    /// Degrees of latitude and longitude of a place.
    pub coordinates: Option<(f32, f32)>,
    /// Population of a place; 0 where unknown.
    pub population: f32,
    /// Flags of the name: `context`, `title`, `exact`, `known`.
    pub flags: Vec<&'static str>,
    /// Share of the mentions of the name that mean this entry, where the lexicon says it.
    pub prior: Option<f32>,
    /// The file that the entry came from.
    pub file: &'l str,
}

/// How much a lexicon has of one kind of entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Entries.
    pub entries: usize,
    /// Names of them (surface forms).
    pub names: usize,
}

const FLAGS: [(u8, &str); 4] = [
    (NameFlags::CONTEXT, "context"),
    (NameFlags::TITLE, "title"),
    (NameFlags::EXACT, "exact"),
    (NameFlags::KNOWN, "known"),
];

impl Lexicon {
    /// Whom a name stands for, in any letters; also the entry with an id (`agency:kr-nis`), and the senses of a word.
    pub fn search(&self, name: &str) -> Vec<Hit<'_>> {
        let mut hits = Vec::new();
        for layer in &self.layers {
            if let Some(number) = layer.find(name) {
                hits.extend(self.hit(layer.base + number, 0, None));
            }
        }
        let mut tokens = Vec::new();
        tokenize(name, &mut tokens);
        if tokens.is_empty() {
            return hits;
        }
        for (index, layer) in self.layers.iter().enumerate() {
            let matcher = layer.matcher();
            let ids: Vec<WordId> = tokens.iter().map(|token| look_up(matcher.slots, token.hash)).collect();
            matcher.trie.walk(&ids, 0, |end, forms| {
                for form in forms.iter().filter(|_| end == tokens.len()) {
                    let entry = self.settle(index, form, &tokens);
                    let prior = (form.prior != NameForm::NO_PRIOR).then(|| f32::from(form.prior) / 100.0);
                    hits.extend(entry.and_then(|entry| self.hit(entry, form.flags, prior)));
                }
            });
        }
        if let Some(automaton) = &self.automaton {
            let mut haystack = super::automaton::Haystack::default();
            automaton.find(name, &tokens, &mut haystack);
            for (first, end, form) in haystack.found() {
                if (*first, *end as usize) == (0, tokens.len())
                    && let Some(entry) = self.settle(self.layers.len() - 1, form, &tokens)
                {
                    hits.extend(self.hit(entry, form.flags, None));
                }
            }
        }
        let ids: Vec<WordId> = tokens.iter().map(|token| self.word(token.hash)).collect();
        self.terms().walk(&ids, 0, |end, forms| {
            for form in forms.iter().filter(|_| end == tokens.len()) {
                let Some(sense) = self.senses.get(form.sense.get() as usize) else { continue };
                let free = CaseRule(form.case.get()) == CaseRule::default();
                hits.push(Hit {
                    reference: "",
                    name: self.sense_name(sense),
                    kind: sense.class.name(),
                    subtype: "",
                    country: "",
                    region: "",
                    role: "",
                    years: (0, 0),
                    coordinates: None,
                    population: 0.0,
                    flags: if free { Vec::new() } else { vec!["letters as written"] },
                    prior: None,
                    file: "",
                });
            }
        });
        hits.dedup();
        hits
    }

    /// What a sense is about, in a word.
    fn sense_name(&self, sense: &super::sense::Sense) -> &str {
        use super::sense::Class;
        let row = sense.row as usize;
        match sense.class {
            Class::Unit => self.string(self.units[row].name),
            Class::Thing => &self.branches[self.things[row].branch as usize],
            Class::Office => self.string(self.offices[row].office),
            _ => "",
        }
    }

    fn hit(&self, entry: u32, flags: u8, prior: Option<f32>) -> Option<Hit<'_>> {
        let (layer, number) = self.layer_of(entry)?;
        let row = layer.entry(number)?;
        let traits = layer.traits.get(layer.rows().get(number as usize)?.traits.get() as usize)?;
        let demonym = flags & NameFlags::DEMONYM != 0;
        Some(Hit {
            reference: layer.reference(number),
            name: layer.name(number),
            kind: if demonym { "nationality" } else { kind_name(row.kind) },
            subtype: self.string(row.subtype),
            country: self.string(row.country),
            region: self.string(row.region),
            role: self.string(row.role),
            years: (traits.from, traits.to),
            coordinates: (!row.lat.is_nan()).then_some((row.lat, row.lon)),
            population: row.population,
            flags: FLAGS.iter().filter(|(bit, _)| flags & bit != 0).map(|(_, name)| *name).collect(),
            prior,
            file: layer.file(number),
        })
    }

    /// How many entries and names there are, by file, kind and type; and by country.
    pub fn coverage(&self) -> [BTreeMap<[&str; 3], Coverage>; 2] {
        let mut by_kind: BTreeMap<[&str; 3], Coverage> = BTreeMap::new();
        let mut by_country: BTreeMap<[&str; 3], Coverage> = BTreeMap::new();
        for layer in &self.layers {
            let keys = |number: u32| {
                let entry = layer.entry(number)?;
                let (kind, country) = (kind_name(entry.kind), self.string(entry.country));
                Some(([layer.file(number), kind, self.string(entry.subtype)], [country, kind, ""]))
            };
            let rows = (0..).zip(layer.rows()).filter(|(_, row)| row.traits != EntryRow::LINK);
            for (kind, country) in rows.filter_map(|(number, _)| keys(number)) {
                by_kind.entry(kind).or_default().entries += 1;
                by_country.entry(country).or_default().entries += 1;
            }
            for (kind, country) in layer.forms().iter().filter_map(|form| keys(form.entry.get())) {
                by_kind.entry(kind).or_default().names += 1;
                by_country.entry(country).or_default().names += 1;
            }
        }
        [by_kind, by_country]
    }

    /// What the compiled lexicons of names were made of, with sources and licences.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.layers.iter().map(|layer| layer.notes())
    }
}

fn kind_name(kind: crate::record::EntityKind) -> &'static str {
    use crate::record::EntityKind;
    match kind {
        EntityKind::Agency => "agency",
        EntityKind::Person => "person",
        EntityKind::Place => "place",
        EntityKind::Nationality => "nationality",
    }
}
