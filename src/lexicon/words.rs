//! From the files of `lexicons/words/` to the compiled form: each file is told by its header line and read into the tables.

use std::collections::{BTreeMap, HashMap};

use xxhash_rust::xxh3::xxh3_64;
use zerocopy::little_endian::{U16, U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::case::CaseRule;
use super::image::Writer;
use super::sense::{Class, Sense};
use super::table::Table;
use super::tables::{Tables, WordFlags, WordInfo};
use super::trie::{Form, Start, TrieBuilder, TrieParts};
use super::variants::{Spellings, variants};
use super::vocab::{Keyed, Vocabulary, WordId};
use super::{terms, types};
use crate::error::Fault;
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
    /// Index in [`Tables::senses`].
    pub sense: U32,
}

impl Form for TermForm {
    fn case(&self) -> CaseRule {
        CaseRule(self.case.get())
    }
}

/// What a word is by itself, as it is stored.
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct WordRow {
    /// Its senses as a word alone: the first of them, and how many.
    pub senses: U32,
    pub count: u8,
    pub flags: u8,
    pub pos: U16,
    pub likeliest: U16,
    /// Bits of the classes of these senses.
    pub mask: U16,
}

/// What each word is, by id, and a checksum of words and rows.
#[derive(Default)]
pub(crate) struct Rows {
    pub rows: Vec<WordRow>,
    pub sum: u64,
}

/// All that is known of a word, as it is stored: in the words, and in names that go on with their vocabulary. One look
/// into memory, where tables apart would take five.
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct WordSlot {
    hash: U32,
    id: U32,
    pub row: WordRow,
    pub start: Start,
}

impl WordSlot {
    pub fn new(hash: u32, id: WordId, row: WordRow, start: Start) -> WordSlot {
        WordSlot { hash: hash.into(), id: id.0.into(), row, start }
    }
}

impl Keyed for WordSlot {
    #[inline]
    fn hash(&self) -> u32 {
        self.hash.get()
    }

    #[inline]
    fn id(&self) -> WordId {
        WordId(self.id.get())
    }
}

impl WordRow {
    #[inline]
    pub fn info(&self) -> WordInfo {
        WordInfo { pos: self.pos.get(), likeliest: self.likeliest.get(), flags: WordFlags(self.flags) }
    }
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
    pub fn new(sense: Sense, case: CaseRule, tokens: usize) -> SenseRow {
        let len = u16::try_from(tokens).unwrap_or(u16::MAX);
        SenseRow { row: sense.row.into(), len: len.into(), class: sense.class as u8, rule: case.first() }
    }

    /// Its class.
    pub fn class(&self) -> Class {
        Class::ALL.get(self.class as usize).copied().unwrap_or(Class::Designator)
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
        let value = self.tables.senses.len() as u32;
        self.tables.senses.push(Sense { class, row: row as u32 });
        self.add_form(phrase, case, value);
        if case != Case::Exact && class != Class::Thing {
            let mut spelled = Vec::new();
            variants(phrase, &self.spellings, &mut spelled);
            for phrase in spelled {
                self.add_form(&phrase, case, value);
            }
        }
    }

    fn add_form(&mut self, phrase: &str, case: Case, sense: u32) {
        let (ids, case) = self.phrase(phrase, case);
        self.terms.add(&ids, TermForm { case: case.0.into(), sense: sense.into() });
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
        let trie = self.terms.build(self.vocabulary.len());
        let (rows, senses) = rows(&trie, &self.infos, &self.tables.senses);
        let mut writer = Writer::default();
        writer.items(b"WSLT", &self.vocabulary.slots());
        writer.items(b"WROW", &rows);
        writer.items(b"WSEN", &senses);
        writer.items(b"TFST", &trie.first);
        writer.bytes(b"TRUL", trie.rules);
        writer.items(b"TPAI", &trie.pairs);
        writer.items(b"TNOD", &trie.nodes);
        writer.items(b"TWRD", &trie.words);
        writer.items(b"TFRM", &trie.forms);
        let sum = xxh3_64(&[&self.vocabulary.checksum().to_le_bytes(), rows.as_bytes()].concat());
        writer.items(b"VSUM", &[U64::new(sum)]);
        writer.values(b"TABL", &self.tables);
        (writer.finish(), self.faults, Rows { rows, sum })
    }
}

/// What each word is by itself, and the senses that it has alone.
fn rows(trie: &TrieParts<TermForm>, infos: &[WordInfo], meanings: &[Sense]) -> (Vec<WordRow>, Vec<SenseRow>) {
    let mut senses = Vec::new();
    let mut rows = Vec::with_capacity(trie.first.len());
    for (word, node) in trie.first.iter().enumerate() {
        let info = infos.get(word).copied().unwrap_or_default();
        let mut row = WordRow {
            senses: (senses.len() as u32).into(),
            pos: info.pos.into(),
            likeliest: info.likeliest.into(),
            ..WordRow::default()
        };
        let mut flags = info.flags;
        if trie.leads(word) {
            flags.set(WordFlags::LEADS);
        }
        let mut mask = 0;
        for form in trie.ending_at(node.get()) {
            let sense = meanings[form.sense.get() as usize];
            mask |= sense.class.bit() as u16;
            row.count += 1;
            if form.case() != CaseRule::default() {
                flags.set(WordFlags::CASED);
            }
            senses.push(SenseRow::new(sense, form.case(), 1));
        }
        row.mask = mask.into();
        row.flags = flags.0;
        rows.push(row);
    }
    (rows, senses)
}
