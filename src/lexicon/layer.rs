//! A lexicon of names, loaded: the arrays of one compiled file, with what its strings are in the whole lexicon.

use std::collections::HashMap;
use std::sync::Arc;

use zerocopy::FromBytes;
use zerocopy::little_endian::{U32, U64};

use super::entry::{
    Change, Entry, EntryRow, Extras, NameForm, StoredTraits, TraitsRow, each_text, range_at, reference_slot, text_at,
};
use super::image::Sections;
use super::phrases::Phrases;
use super::slot::{WordSlot, find};
use super::source::{Items, Source};
use super::trie::Trie;

/// One lexicon of names.
pub(crate) struct Layer {
    slots: Items<WordSlot>,
    names: Phrases<NameForm>,
    entries: Items<EntryRow>,
    references: Items<U32>,
    texts: Texts,
    notes: Items<u8>,
    /// Strings are those of the whole lexicon.
    pub traits: Vec<TraitsRow>,
    pub offices: Vec<(u32, u32, u32)>,
    pub changes: Vec<Change>,
    pub files: Vec<(String, u32)>,
    /// Names that an automaton finds instead of the trie.
    pub plain: Vec<NameForm>,
    /// Number of its first entry over all lexicons.
    pub base: u32,
    /// Whether a caller added it.
    pub added: bool,
    /// Whether its vocabulary goes on with that of the words: a word has one id in both.
    pub shares_words: bool,
    /// Entries of other lexicons that have further names here, by the number of the link.
    pub links: HashMap<u32, u32>,
}

/// Ids and names of entries, one behind the other.
pub(crate) enum Texts {
    /// Those that come with the program.
    Checked(&'static str),
    /// Those of a file, which are checked where they are used.
    Stored(Items<u8>),
}

impl Texts {
    #[inline]
    fn bytes(&self) -> &[u8] {
        match self {
            Texts::Checked(texts) => texts.as_bytes(),
            Texts::Stored(texts) => texts.get(),
        }
    }

    /// The text at `offset`; empty where there is none.
    #[inline]
    pub fn at(&self, offset: u32) -> &str {
        match self {
            Texts::Checked(texts) => texts.get(range_at(texts.as_bytes(), offset)).unwrap_or_default(),
            Texts::Stored(texts) => text_at(texts.get(), offset),
        }
    }

    /// The same where it is likely to be this one, which needs no check.
    #[inline]
    pub fn at_like<'a>(&'a self, offset: u32, likely: &'a str) -> &'a str {
        match self {
            Texts::Stored(texts) if texts.get()[range_at(texts.get(), offset)] == *likely.as_bytes() => likely,
            _ => self.at(offset),
        }
    }

    /// What stands at `offset`: looked at ahead of time, so that it is near at hand.
    #[inline]
    pub fn peek(&self, offset: u32) -> u8 {
        self.bytes().get(offset as usize).copied().unwrap_or_default()
    }
}

impl Layer {
    /// Takes a compiled file apart. `intern` makes strings those of the whole lexicon. None where the part that is no flat
    /// array cannot be read. The texts of the `bundled` names lie apart from them.
    pub fn new(
        source: Source,
        sections: &Sections,
        base: u32,
        bundled: Option<&'static str>,
        intern: impl FnMut(&str) -> u32,
    ) -> Option<Layer> {
        let source = &Arc::new(source);
        let extras = Self::extras(source, sections)?;
        let strings: Items<u8> = Items::of(source, sections, b"STRS");
        let strings: Vec<u32> = each_text(strings.get()).map(intern).collect();
        let string = |index: u32| strings.get(index as usize).copied().unwrap_or(0);
        let traits: Items<StoredTraits> = Items::of(source, sections, b"TRTS");
        let traits = traits.get().iter().map(|traits| traits.get(string));
        let texts = bundled.map_or_else(|| Texts::Stored(Items::of(source, sections, b"TEXT")), Texts::Checked);
        let offices = extras.offices.iter().map(|(country, office, entry)| (string(*country), string(*office), *entry));
        let layer = Layer {
            slots: Items::of(source, sections, b"NSLT"),
            names: Phrases::of(source, sections, b'N'),
            entries: Items::of(source, sections, b"ENTR"),
            references: Items::of(source, sections, b"REFS"),
            texts,
            notes: Items::of(source, sections, b"NOTE"),
            traits: traits.collect(),
            offices: offices.collect(),
            changes: extras.changes,
            files: extras.files,
            plain: Vec::new(),
            base,
            added: bundled.is_none(),
            shares_words: false,
            links: HashMap::new(),
        };
        Some(layer)
    }

    /// The files of words that a compiled file holds.
    pub fn kept_words(source: &Source, sections: &Sections) -> Vec<(String, String)> {
        Self::extras(source, sections).map(|extras| extras.words).unwrap_or_default()
    }

    /// What a compiled file holds beside its flat arrays.
    pub fn extras(source: &Source, sections: &Sections) -> Option<Extras> {
        postcard::from_bytes(source.get(sections.range(b"XTRA", 1))?).ok()
    }

    /// The file that an entry came from.
    pub fn file(&self, number: u32) -> &str {
        let at = self.files.partition_point(|(_, end)| *end <= number);
        self.files.get(at).map_or("", |(file, _)| file)
    }

    /// Its vocabulary, with what each word is.
    pub fn slots(&self) -> &[WordSlot] {
        self.slots.get()
    }

    /// What it has for a word.
    pub fn word(&self, hash: u64) -> &WordSlot {
        find(self.slots(), hash)
    }

    /// Its names, for walking.
    pub fn trie(&self) -> Trie<'_, NameForm> {
        self.names.trie()
    }

    /// What the vocabulary that it goes on with is told by; 0 for none.
    pub fn vocabulary(source: &Source, sections: &Sections) -> u64 {
        let sum = source.get(sections.range(b"VSUM", size_of::<U64>())).and_then(|sum| U64::read_from_bytes(sum).ok());
        sum.map_or(0, U64::get)
    }

    /// How many entries there are, links to others included.
    pub fn len(&self) -> u32 {
        self.entries.get().len() as u32
    }

    /// The entries as they are stored.
    pub fn rows(&self) -> &[EntryRow] {
        self.entries.get()
    }

    /// All names.
    pub fn forms(&self) -> &[NameForm] {
        self.names.forms()
    }

    /// What it was made of, with sources and licences.
    pub fn notes(&self) -> &str {
        std::str::from_utf8(self.notes.get()).unwrap_or_default()
    }

    /// An entry as it is stored.
    #[inline]
    pub fn row(&self, number: u32) -> Option<&EntryRow> {
        self.entries.get().get(number as usize)
    }

    /// The entry with this number in the layer.
    #[inline]
    pub fn entry(&self, number: u32) -> Option<Entry> {
        let row = self.entries.get().get(number as usize)?;
        let traits = self.traits.get(row.traits.get() as usize)?;
        Some(Entry {
            id: self.base + number,
            kind: traits.kind,
            subtype: traits.subtype,
            country: traits.country,
            region: traits.region,
            role: traits.role,
            lat: row.lat.get(),
            lon: row.lon.get(),
            population: row.population.get(),
            reference: row.reference.get(),
            name: row.name.get(),
        })
    }

    /// Canonical name of an entry.
    pub fn name(&self, number: u32) -> &str {
        self.entries.get().get(number as usize).map_or("", |row| self.texts.at(row.name.get()))
    }

    /// Its texts, one behind the other: of an entry its id and then its name.
    #[inline]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    /// Stable id of an entry.
    pub fn reference(&self, number: u32) -> &str {
        self.entries.get().get(number as usize).map_or("", |row| self.texts.at(row.reference.get()))
    }

    /// The number of the entry with this id.
    pub fn find(&self, reference: &str) -> Option<u32> {
        let slots = self.references.get();
        let mut at = reference_slot(reference, slots.len());
        for _ in 0..slots.len() {
            let number = slots.get(at)?.get().checked_sub(1)?;
            if self.reference(number) == reference {
                return Some(number);
            }
            at = if at + 1 == slots.len() { 0 } else { at + 1 };
        }
        None
    }
}
