//! The arrays that the files of `lexicons/names/` are compiled to: entries and the names they go by.

mod rows;

use std::collections::HashMap;

use zerocopy::little_endian::{U16, U32, U64};

use super::case::CaseRule;
use super::entry::{EntryRow, Extras, NameForm, StoredTraits, TraitsRow, push_text, reference_slot, text_at};
use super::image::Writer;
use super::keyword;
use super::trie::TrieBuilder;
use super::vocab::{Vocabulary, WordId};
use super::words::{Builder, Rows};
use crate::error::Fault;
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

    fn traits_index(&mut self, traits: TraitsRow) -> u32 {
        let next = self.stored_traits.len() as u32;
        let index = *self.traits.entry(traits).or_insert(next);
        if index == next {
            self.stored_traits.push(StoredTraits::new(&traits));
        }
        index
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
