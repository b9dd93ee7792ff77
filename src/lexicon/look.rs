//! Looking into lexicons: whom a name stands for, and how much there is of each kind.

use std::collections::BTreeMap;

use super::case::CaseRule;
use super::entry::{Entry, NameFlags, NameForm};
use super::layer::Layer;
use super::load::Lexicon;
use super::settled::Settled;
use super::vocab::WordId;
use crate::text::{Token, tokenize};

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

/// How much lexicons have of one kind of entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage<'l> {
    /// The file; empty in a row of a country.
    pub file: &'l str,
    /// `agency`, `person` or `place`.
    pub kind: &'static str,
    /// Finer type; empty where there is none.
    pub subtype: &'l str,
    /// ISO 3166-1 alpha-2 code; empty where unknown, and in a row of a type.
    pub country: &'l str,
    /// How many entries.
    pub entries: usize,
    /// How many names they go by (surface forms, demonyms too).
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
        self.add_names(name, &tokens, None, &mut hits);
        self.add_senses(&tokens, &mut hits);
        hits.dedup();
        hits
    }

    /// Whom a name stands for in a lexicon that writes it so: "WHO" is no name of whoever goes by "Who".
    pub fn search_as_written(&self, name: &str) -> Vec<Hit<'_>> {
        let mut hits = Vec::new();
        let mut tokens = Vec::new();
        tokenize(name, &mut tokens);
        if !tokens.is_empty() {
            let words: Vec<WordId> = tokens.iter().map(|token| self.word(token.hash).id()).collect();
            self.add_names(name, &tokens, Some(CaseRule::of_name(&tokens, &words)), &mut hits);
        }
        hits.dedup();
        hits
    }

    /// Adds whom a name stands for, where its letters follow this rule; any rule will do where none is given.
    fn add_names<'l>(&'l self, name: &str, tokens: &[Token], rule: Option<CaseRule>, hits: &mut Vec<Hit<'l>>) {
        let fits = |form: &NameForm| rule.is_none_or(|rule| CaseRule(form.case.get()) == rule);
        for (index, layer) in self.layers.iter().enumerate() {
            let ids: Vec<WordId> = tokens.iter().map(|token| layer.word(token.hash).id()).collect();
            layer.trie().walk(layer.word(tokens[0].hash).start, &ids, 0, |end, forms| {
                for form in forms.iter().filter(|form| end == tokens.len() && fits(form)) {
                    let entry = self.settle(index, form, tokens, &mut Settled::default());
                    hits.extend(entry.and_then(|entry| self.hit(entry, form.flags, form.prior())));
                }
            });
        }
        if let Some(automaton) = &self.automaton {
            let mut haystack = super::automaton::Haystack::default();
            automaton.find(name, tokens, &mut haystack);
            for (first, end, form) in haystack.found() {
                if (*first, *end as usize) == (0, tokens.len())
                    && fits(form)
                    && let Some(entry) = self.settle(self.layers.len() - 1, form, tokens, &mut Settled::default())
                {
                    hits.extend(self.hit(entry, form.flags, None));
                }
            }
        }
    }

    /// Adds the senses of a word.
    fn add_senses<'l>(&'l self, tokens: &[Token], hits: &mut Vec<Hit<'l>>) {
        let ids: Vec<WordId> = tokens.iter().map(|token| self.word(token.hash).id()).collect();
        self.terms().walk(self.word(tokens[0].hash).start, &ids, 0, |end, forms| {
            for form in forms.iter().filter(|_| end == tokens.len()) {
                let sense = form.sense();
                let free = CaseRule(form.case.get()) == CaseRule::default();
                hits.push(Hit {
                    reference: "",
                    name: self.sense_name(&sense),
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

    /// How many entries and names there are, by file, kind and type.
    pub fn coverage_by_type(&self) -> Vec<Coverage<'_>> {
        self.coverage(|layer, number, entry| Coverage {
            file: layer.file(number),
            kind: kind_name(entry.kind),
            subtype: self.string(entry.subtype),
            ..Coverage::default()
        })
    }

    /// How many entries and names there are, by country and kind.
    pub fn coverage_by_country(&self) -> Vec<Coverage<'_>> {
        self.coverage(|_, _, entry| Coverage {
            kind: kind_name(entry.kind),
            country: self.string(entry.country),
            ..Coverage::default()
        })
    }

    fn coverage<'l>(&'l self, row: impl Fn(&'l Layer, u32, Entry) -> Coverage<'l>) -> Vec<Coverage<'l>> {
        let mut rows: BTreeMap<[&str; 4], Coverage> = BTreeMap::new();
        let mut count = |coverage: Coverage<'l>, entries: usize, names: usize| {
            let key = [coverage.file, coverage.kind, coverage.subtype, coverage.country];
            let row = rows.entry(key).or_insert(coverage);
            row.entries += entries;
            row.names += names;
        };
        for layer in &self.layers {
            for number in 0..layer.len() {
                layer.entry(number).into_iter().for_each(|entry| count(row(layer, number, entry), 1, 0));
            }
            let names = layer.forms().iter().map(|form| form.entry.get());
            let plain = layer.plain.iter().map(|form| form.entry.get());
            for number in names.chain(plain) {
                layer.entry(number).into_iter().for_each(|entry| count(row(layer, number, entry), 0, 1));
            }
        }
        rows.into_values().collect()
    }

    /// What the compiled lexicons of names were made of, with sources and licences.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
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
