//! From files to a [`Lexicon`]: each file is told by its header line and read into the tables.

use std::collections::HashMap;

use super::phrases::{CaseRule, Form, PhrasesBuilder};
use super::sense::{Class, Sense};
use super::table::Table;
use super::variants::{Spellings, variants};
use super::vocab::Vocabulary;
use super::{Entry, Lexicon, Surface, WordId, WordInfo, automaton, names, terms};
use crate::error::Fault;
use crate::text::{Shape, Token, fold_into, tokenize};

/// A lexicon under construction.
pub(crate) struct Builder {
    pub lexicon: Lexicon,
    terms: PhrasesBuilder,
    names: PhrasesBuilder,
    added: automaton::Patterns,
    interned: HashMap<Box<str>, u32>,
    pub branch_ids: HashMap<String, u32>,
    pub prefixes: Vec<terms::Prefix>,
    pub spellings: Spellings,
    tokens: Vec<Token>,
    pub faults: Vec<Fault>,
}

/// How the letters of a phrase are matched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Any,
    /// As the phrase's own capitals ask.
    Written,
    /// As [`Case::Written`], and lower case only as lower case.
    Exact,
}

impl Builder {
    pub fn new() -> Self {
        let mut builder = Builder {
            lexicon: Lexicon { vocabulary: Vocabulary::with_keywords(), ..Lexicon::default() },
            terms: PhrasesBuilder::default(),
            names: PhrasesBuilder::default(),
            added: automaton::Patterns::default(),
            interned: HashMap::new(),
            branch_ids: HashMap::new(),
            prefixes: Vec::new(),
            spellings: Spellings::default(),
            tokens: Vec::new(),
            faults: Vec::new(),
        };
        builder.intern("");
        builder
    }

    /// Reads a file. Faults are kept; what is right is taken all the same.
    pub fn add_file(&mut self, file: &str, contents: &str) {
        self.read(file, contents, false);
    }

    /// Reads a file whose names are to be matched by the automaton, as a caller adds it at run time.
    pub fn add_file_at_run_time(&mut self, file: &str, contents: &str) {
        self.read(file, contents, true);
    }

    fn read(&mut self, file: &str, contents: &str, at_run_time: bool) {
        let mut faults = std::mem::take(&mut self.faults);
        let table = Table::parse(file, contents, &mut faults);
        self.faults = faults;
        if table.header().is_empty() {
            return;
        }
        let known = names::read(self, &table, at_run_time) || terms::read(self, &table);
        if !known {
            self.faults.push(Fault {
                file: file.to_owned(),
                line: 1,
                column: 1,
                message: format!(
                    "no lexicon has the columns \"{}\": see lexicons/README.md for the kinds of file and their columns",
                    table.header().join(" ")
                ),
            });
        }
    }

    /// The index of a string, kept once.
    pub fn intern(&mut self, string: &str) -> u32 {
        if let Some(&index) = self.interned.get(string) {
            return index;
        }
        let index = self.lexicon.strings.len() as u32;
        self.lexicon.strings.push(string.into());
        self.interned.insert(string.into(), index);
        index
    }

    /// Cuts a phrase into word ids and a rule for its letters. None where there is no word in it.
    fn phrase(&mut self, phrase: &str, case: Case) -> Option<(Vec<WordId>, CaseRule)> {
        tokenize(phrase, &mut self.tokens);
        let ids: Vec<WordId> =
            self.tokens.iter().map(|token| self.lexicon.vocabulary.insert_hash(token.hash)).collect();
        let shapes = self.tokens.iter().filter(|token| token.punct() != b'-').map(|token| token.shape);
        let rule = match case {
            Case::Any => CaseRule::default(),
            Case::Written => CaseRule::of_shapes(shapes),
            Case::Exact => CaseRule::exact(shapes),
        };
        (ids.iter().any(|id| *id != super::keyword::HYPHEN)).then_some((ids, rule))
    }

    /// Adds a phrase that has a sense, in all its spellings. Symbols have one, and things come spelled already.
    pub fn add_term(&mut self, phrase: &str, case: Case, class: Class, row: usize) {
        let value = self.lexicon.senses.len() as u32;
        self.lexicon.senses.push(Sense { class, row: row as u32 });
        self.add_form(phrase, case, value);
        if case != Case::Exact && class != Class::Thing {
            let mut spelled = Vec::new();
            variants(phrase, &self.spellings, &mut spelled);
            for phrase in spelled {
                self.add_form(&phrase, case, value);
            }
        }
    }

    fn add_form(&mut self, phrase: &str, case: Case, value: u32) {
        if let Some((ids, case)) = self.phrase(phrase, case) {
            self.terms.add(&ids, Form { case, value });
        }
    }

    /// Adds a name of an entry.
    pub fn add_name(&mut self, name: &str, surface: Surface, at_run_time: bool) {
        let Some((ids, case)) = self.phrase(name, Case::Written) else { return };
        let value = self.lexicon.surfaces.len() as u32;
        self.lexicon.surfaces.push(surface);
        if at_run_time {
            self.added.add(name, &self.tokens, Form { case, value });
            return;
        }
        self.names.add(&ids, Form { case, value });
        // "U.S." is also written "U.S" where a sentence or a bracket ends behind it.
        if ids.len() == 2 && ids[1] == super::keyword::DOT && self.tokens[0].shape == Shape::Upper {
            self.names.add(&ids[..1], Form { case, value });
        }
    }

    /// Adds an entry that names stand for.
    pub fn add_entry(&mut self, entry: Entry) -> u32 {
        self.lexicon.entries.push(entry);
        self.lexicon.entries.len() as u32 - 1
    }

    /// Notes the office that an entry has in its country. False where the country has another entry for it.
    pub fn add_office(&mut self, entry: u32, office: &str) -> bool {
        let key = (self.lexicon.entries[entry as usize].country, self.intern(office));
        self.lexicon.office_entries.insert(key, entry).is_none()
    }

    /// The facts of a single word, to be added to.
    pub fn word(&mut self, word: &str) -> &mut WordInfo {
        let id = self.lexicon.vocabulary.insert_hash(crate::text::hash_word(word));
        let words = &mut self.lexicon.words;
        if words.len() <= id.0 as usize {
            words.resize(id.0 as usize + 1, WordInfo::default());
        }
        &mut words[id.0 as usize]
    }

    /// Notes an irregular plural.
    pub fn add_irregular(&mut self, plural: &str, singular: &str) {
        let mut folded = String::new();
        fold_into(plural, &mut folded);
        let index = self.intern(singular);
        self.lexicon.irregular.insert(folded.into(), index);
    }

    /// The singular of an irregular plural, else the word itself.
    pub fn singular(&self, noun: &str) -> String {
        match self.lexicon.irregular.get(noun) {
            Some(&index) => self.lexicon.strings[index as usize].to_string(),
            None => noun.to_owned(),
        }
    }

    /// The plurals of a noun: irregular ones where the files give any ("people", "persons"), else the regular one.
    pub fn plurals(&self, noun: &str) -> Vec<String> {
        if let Some((head, rest)) = noun.split_once(" of ") {
            return self.plurals(head).into_iter().map(|head| format!("{head} of {rest}")).collect();
        }
        let last = self.spellings.head(noun.rsplit(' ').next().unwrap_or(noun));
        let before = &noun[..noun.len() - last.len()];
        let irregular = self
            .lexicon
            .irregular
            .iter()
            .filter(|(plural, singular)| &*self.lexicon.strings[**singular as usize] == last && &***plural != last);
        let mut plurals: Vec<String> = irregular.map(|(plural, _)| format!("{before}{plural}")).collect();
        // "police", "aircraft": the plural is the word itself.
        let same =
            self.lexicon.irregular.get(last).is_some_and(|&singular| &*self.lexicon.strings[singular as usize] == last);
        if same {
            plurals.push(noun.to_owned());
        }
        if plurals.is_empty() {
            plurals.push(super::inflect::plural(noun));
        }
        plurals.sort();
        plurals
    }

    /// Lays everything out for tagging.
    pub fn finish(self) -> (Lexicon, Vec<Fault>) {
        let mut lexicon = self.lexicon;
        let size = lexicon.vocabulary.len();
        lexicon.age_name = self.interned.get("year of age").copied();
        lexicon.words.resize(size, WordInfo::default());
        lexicon.terms = self.terms.build(size);
        lexicon.names = self.names.build(size);
        lexicon.added = self.added.build();
        (lexicon, self.faults)
    }
}
