//! From the files of `lexicons/words/` to the compiled form: each file is told by its header line and read into the tables.

use std::collections::{BTreeMap, HashMap};

use xxhash_rust::xxh3::xxh3_64;
use zerocopy::little_endian::{U16, U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::case::CaseRule;
use super::image::Writer;
use super::sense::{Class, Sense};
use super::slot::WordRow;
use super::sorts::Sorts;
use super::table::Table;
use super::tables::{Connective, Tables, WordFlags, WordInfo};
use super::trie::{Form, TrieBuilder, TrieParts};
use super::variants::{Spellings, variants};
use super::vocab::{Vocabulary, WordId};
use super::{keyword, terms, types};
use crate::error::Fault;
use crate::record::Role;
use crate::text::{Token, fold_into, hash_word, tokenize};

/// Words under construction.
pub(crate) struct Builder {
    pub tables: Tables,
    vocabulary: Vocabulary,
    infos: Vec<WordInfo>,
    terms: TrieBuilder<TermForm>,
    interned: HashMap<Box<str>, u32>,
    irregular: BTreeMap<Box<str>, u32>,
    pub branch_ids: HashMap<String, u32>,
    pub prefixes: Vec<terms::Prefix>,
    pub spellings: Spellings,
    tokens: Vec<Token>,
    pub faults: Vec<Fault>,
}

/// One way of writing a term: how its letters must be, and its sense.
#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct TermForm {
    pub case: U32,
    /// Row of the table of its class.
    row: U32,
    class: u8,
    reserved: [u8; 3],
}

impl TermForm {
    fn new(case: CaseRule, sense: Sense) -> TermForm {
        TermForm { case: case.0.into(), row: sense.row.into(), class: sense.class as u8, reserved: [0; 3] }
    }

    #[inline]
    pub fn sense(&self) -> Sense {
        Sense { class: Class::of(self.class), row: self.row.get() }
    }
}

impl Form for TermForm {
    #[inline]
    fn case(&self) -> CaseRule {
        CaseRule(self.case.get())
    }
}

/// What each word is, by id, and a checksum of words and rows.
#[derive(Default)]
pub(crate) struct Rows {
    pub rows: Vec<WordRow>,
    pub sum: u64,
}

/// A sense that starts at a token, as it is stored and as it is handed out.
#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct SenseRow {
    /// Row of the table of its class.
    pub row: U32,
    /// How many tokens it covers.
    pub len: U16,
    pub class: u8,
    /// How its first word must be written, as a bit of [`CaseRule::first`].
    pub rule: u8,
}

impl SenseRow {
    #[inline]
    pub fn new(sense: Sense, case: CaseRule, tokens: usize) -> SenseRow {
        let len = u16::try_from(tokens).unwrap_or(u16::MAX);
        SenseRow { row: sense.row.into(), len: len.into(), class: sense.class as u8, rule: case.first() }
    }

    /// Its class.
    #[inline]
    pub fn class(&self) -> Class {
        Class::of(self.class)
    }

    /// What it adds to the mask of its token besides its class.
    pub fn further_bits(&self, tables: &Tables) -> u32 {
        let row = self.row.get() as usize;
        let bit = |is: bool, bit: u32| if is { bit } else { 0 };
        match self.class() {
            Class::Number => Class::ASKED,
            Class::Time => tables.times.get(row).map_or(0, |word| word.kind.bits()),
            Class::Cue => bit(tables.cues.get(row).and_then(|cue| cue.role).is_some_and(Role::counts_one), Class::HITS),
            Class::Connective => bit(tables.connectives.get(row) == Some(&Connective::Part), Class::PARTS),
            Class::Report => bit(tables.reports.get(row).is_some_and(|frame| frame.may_speak()), Class::SAYS),
            _ => 0,
        }
    }
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
            tables: Tables::default(),
            vocabulary: Vocabulary::with_keywords(),
            infos: Vec::new(),
            terms: TrieBuilder::default(),
            interned: HashMap::new(),
            irregular: BTreeMap::new(),
            branch_ids: HashMap::new(),
            prefixes: Vec::new(),
            spellings: Spellings::default(),
            tokens: Vec::new(),
            faults: Vec::new(),
        };
        builder.intern("");
        for string in types::STRINGS {
            builder.intern(string);
        }
        builder
    }

    /// The words so far.
    #[allow(dead_code)] // for the build script
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Reads a file. Faults are kept; what is right is taken all the same.
    pub fn add_file(&mut self, file: &str, contents: &str) {
        let mut faults = std::mem::take(&mut self.faults);
        let table = Table::parse(file, contents, &mut faults);
        self.faults = faults;
        if !table.header().is_empty() && !terms::read(self, &table) {
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
        let index = self.tables.strings.len() as u32;
        self.tables.strings.push(string.into());
        self.interned.insert(string.into(), index);
        index
    }

    /// Cuts a phrase into word ids and a rule for its letters.
    fn phrase(&mut self, phrase: &str, case: Case) -> (Vec<WordId>, CaseRule) {
        tokenize(phrase, &mut self.tokens);
        let ids = self.tokens.iter().map(|token| self.vocabulary.insert_hash(token.hash)).collect();
        let shapes = self.tokens.iter().filter(|token| token.punct() != b'-').map(|token| token.shape);
        let rule = match case {
            Case::Any => CaseRule::default(),
            Case::Written => CaseRule::of_shapes(shapes),
            Case::Exact => CaseRule::exact(shapes),
        };
        (ids, rule)
    }

    /// Adds a phrase that has a sense, in all its spellings. Symbols have one, and things come spelled already.
    pub fn add_term(&mut self, phrase: &str, case: Case, class: Class, row: usize) {
        let sense = Sense { class, row: row as u32 };
        self.add_form(phrase, case, sense);
        if case != Case::Exact && class != Class::Thing {
            let mut spelled = Vec::new();
            variants(phrase, &self.spellings, &mut spelled);
            for phrase in spelled {
                self.add_form(&phrase, case, sense);
            }
        }
    }

    fn add_form(&mut self, phrase: &str, case: Case, sense: Sense) {
        let (ids, case) = self.phrase(phrase, case);
        self.terms.add(&ids, TermForm::new(case, sense));
    }

    /// The facts of a single word, to be added to.
    pub fn word(&mut self, word: &str) -> &mut WordInfo {
        let id = self.vocabulary.insert_hash(hash_word(word));
        let words = &mut self.infos;
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
        self.irregular.insert(folded.into(), index);
    }

    /// The singular of an irregular plural, else the word itself.
    pub fn singular(&self, noun: &str) -> String {
        match self.irregular.get(noun) {
            Some(&index) => self.tables.strings[index as usize].to_string(),
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
            .irregular
            .iter()
            .filter(|(plural, singular)| &*self.tables.strings[**singular as usize] == last && &***plural != last);
        let mut plurals: Vec<String> = irregular.map(|(plural, _)| format!("{before}{plural}")).collect();
        // "police", "aircraft": the plural is the word itself.
        let same = self.irregular.get(last).is_some_and(|&singular| &*self.tables.strings[singular as usize] == last);
        if same {
            plurals.push(noun.to_owned());
        }
        if plurals.is_empty() {
            plurals.push(super::inflect::plural(noun));
        }
        plurals.sort();
        plurals
    }

    /// The compiled form.
    pub fn finish(self) -> (Vec<u8>, Vec<Fault>) {
        let (image, faults, _) = self.finish_with_rows();
        (image, faults)
    }

    /// The compiled form, and what each word is, for names that go on with the vocabulary.
    pub fn finish_with_rows(mut self) -> (Vec<u8>, Vec<Fault>, Rows) {
        self.tables.age_name = self.interned.get("year of age").copied();
        self.tables.irregular = self.irregular.into_iter().collect();
        self.tables.sorts = Sorts::of_branches(&self.tables.branches, &self.tables.sort_rows);
        let trie = self.terms.build(self.vocabulary.len());
        let (rows, senses) = rows(&trie, &self.infos, &self.tables);
        let mut writer = Writer::default();
        let known = |id: WordId| Some((rows[id.0 as usize], trie.start(id)));
        writer.items(b"WSLT", &self.vocabulary.slots(known));
        writer.items(b"WROW", &rows);
        writer.items(b"WSEN", &senses);
        trie.write(b'T', &mut writer);
        let sum = xxh3_64(&[&self.vocabulary.checksum().to_le_bytes(), rows.as_bytes()].concat());
        writer.items(b"VSUM", &[U64::new(sum)]);
        writer.values(b"TABL", &self.tables);
        (writer.finish(), self.faults, Rows { rows, sum })
    }
}

/// What each word is by itself, and the senses that it has alone.
fn rows(trie: &TrieParts<TermForm>, infos: &[WordInfo], tables: &Tables) -> (Vec<WordRow>, Vec<SenseRow>) {
    let mut senses = Vec::new();
    let mut rows = Vec::with_capacity(trie.words());
    for word in 0..trie.words() {
        let id = WordId(word as u32);
        let info = infos.get(word).copied().unwrap_or_default();
        let first = senses.len();
        let mut flags = info.flags;
        if trie.leads(id) {
            flags.set(WordFlags::LEADS);
        }
        let mut mask = keyword::mask(id);
        for form in trie.alone(id) {
            let sense = SenseRow::new(form.sense(), form.case(), 1);
            mask |= sense.class().bit() | sense.further_bits(tables);
            if form.case() != CaseRule::default() {
                flags.set(WordFlags::CASED);
            }
            senses.push(sense);
        }
        let count = u8::try_from(senses.len() - first).unwrap_or(u8::MAX);
        rows.push(WordRow::new(first as u32, count, mask, WordInfo { flags, ..info }, trie.start(id).follows()));
    }
    (rows, senses)
}
