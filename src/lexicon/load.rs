//! A lexicon ready for tagging: words and any number of lexicons of names, from their compiled forms.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use rustc_hash::{FxHashMap, FxHashSet};
use xxhash_rust::xxh3::xxh3_64;

use super::automaton::{Automaton, Patterns};
use super::entry::{Change, Entry, EntryRow, NameForm};
use super::image::Sections;
use super::layer::{Layer, Texts};
use super::phrases::Phrases;
use super::scan;
use super::settled::Settled;
use super::slot::{WordRow, WordSlot, find};
use super::source::{Items, Source};
use super::tables::Tables;
use super::trie::Trie;
use super::words::{SenseRow, TermForm};
use crate::text::{Token, hash_folded};

/// Everything that the files say, laid out for tagging. Immutable. What words are is read as if it were of the lexicon
/// itself (`lexicon.units`).
pub(crate) struct Lexicon {
    tables: Tables,
    slots: Items<WordSlot>,
    /// What each word is as a single word, by id.
    rows: Items<WordRow>,
    /// The senses of single words, side by side.
    word_senses: Items<SenseRow>,
    /// What its vocabulary is told by.
    vocabulary: u64,
    /// Its number in this process.
    pub(crate) serial: u64,
    terms: Phrases<TermForm>,
    /// Lexicons of names; later ones go before earlier ones.
    pub(super) layers: Vec<Layer>,
    /// Finds the names of the last layer, where that came as plain files.
    pub(super) automaton: Option<Automaton>,
    /// The entry that a country has for an office.
    offices: FxHashMap<(u32, u32), u32>,
    /// Entries that a later lexicon took out.
    removed: FxHashSet<u32>,
    /// Names that a later lexicon took away, by the hash of their words: from which entry (from any where none is named),
    /// and before which layer.
    dropped: HashMap<u64, Vec<(Option<u32>, usize)>>,
}

/// Puts a [`Lexicon`] together.
pub(crate) struct Loader {
    lexicon: Lexicon,
    /// The strings by their hashes.
    interned: FxHashMap<u64, u32>,
}

/// How many lexicons were loaded, from 1 on.
static SERIAL: AtomicU64 = AtomicU64::new(1);

impl std::ops::Deref for Lexicon {
    type Target = Tables;

    fn deref(&self) -> &Tables {
        &self.tables
    }
}

impl Loader {
    /// Starts with compiled words. None where they cannot be read.
    pub fn new(source: Source, sections: &Sections) -> Option<Loader> {
        let source = &Arc::new(source);
        let tables: Tables = postcard::from_bytes(source.get(sections.range(b"TABL", 1))?).ok()?;
        let interned = (0..).zip(&tables.strings).map(|(index, string)| (xxh3_64(string.as_bytes()), index)).collect();
        let lexicon = Lexicon {
            slots: Items::of(source, sections, b"WSLT"),
            rows: Items::of(source, sections, b"WROW"),
            word_senses: Items::of(source, sections, b"WSEN"),
            serial: SERIAL.fetch_add(1, Ordering::Relaxed),
            vocabulary: Layer::vocabulary(source, sections),
            terms: Phrases::of(source, sections, b'T'),
            tables,
            layers: Vec::new(),
            automaton: None,
            offices: FxHashMap::default(),
            removed: FxHashSet::default(),
            dropped: HashMap::new(),
        };
        Some(Loader { lexicon, interned })
    }

    /// Adds a lexicon of names on top of those before: a caller's, or that which is `bundled` with these texts. False where
    /// its parts cannot be read.
    pub fn add(&mut self, source: Source, sections: &Sections, bundled: Option<&'static str>) -> bool {
        let (lexicon, interned) = (&mut self.lexicon, &mut self.interned);
        let base = lexicon.layers.last().map_or(0, |layer| layer.base + layer.len());
        let strings = &mut lexicon.tables.strings;
        let vocabulary = Layer::vocabulary(&source, sections);
        let intern = |string: &str| {
            *interned.entry(xxh3_64(string.as_bytes())).or_insert_with(|| {
                strings.push(string.into());
                strings.len() as u32 - 1
            })
        };
        let Some(mut layer) = Layer::new(source, sections, base, bundled, intern) else { return false };
        layer.shares_words = vocabulary != 0 && vocabulary == lexicon.vocabulary;
        for (country, office, number) in std::mem::take(&mut layer.offices) {
            lexicon.offices.insert((country, office), base + number);
        }
        let before = lexicon.layers.len();
        for change in std::mem::take(&mut layer.changes) {
            match change {
                Change::Remove(reference) => {
                    let gone = lexicon.layers.iter().filter_map(|layer| Some(layer.base + layer.find(&reference)?));
                    lexicon.removed.extend(gone);
                }
                Change::Drop { reference, words } if reference.is_empty() => {
                    lexicon.dropped.entry(key(words.into_iter())).or_default().push((None, before));
                }
                Change::Drop { reference, words } => {
                    let entries = lexicon.layers.iter().filter_map(|layer| Some(layer.base + layer.find(&reference)?));
                    let entries: Vec<u32> = entries.collect();
                    let dropped = lexicon.dropped.entry(key(words.into_iter())).or_default();
                    dropped.extend(entries.into_iter().map(|entry| (Some(entry), before)));
                }
            }
        }
        if layer.added {
            let links = (0..).zip(layer.rows()).filter(|(_, row)| row.traits == EntryRow::LINK);
            let links = links.filter_map(|(number, _): (u32, _)| {
                let reference = layer.reference(number);
                lexicon.layers.iter().rev().find_map(|below| Some((number, below.base + below.find(reference)?)))
            });
            layer.links = links.collect();
        }
        lexicon.layers.push(layer);
        true
    }

    /// Whether a lexicon without names changes others.
    pub fn has_changes(source: &Source, sections: &Sections) -> bool {
        Layer::extras(source, sections).is_some_and(|extras| !extras.changes.is_empty())
    }

    /// The names of the last layer, to be found by an automaton.
    pub fn patterns(&mut self, names: Vec<(String, NameForm)>) {
        if let Some(layer) = self.lexicon.layers.last_mut() {
            layer.plain = names.iter().map(|(_, form)| *form).collect();
        }
        let mut patterns = Patterns::default();
        for (name, form) in names {
            patterns.add(&name, form);
        }
        self.lexicon.automaton = patterns.build();
    }

    pub fn finish(self) -> Lexicon {
        self.lexicon
    }
}

/// By what dropped names are found.
fn key(hashes: impl Iterator<Item = u64>) -> u64 {
    hashes.fold(hash_folded(""), |key, hash| key.rotate_left(5).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ hash)
}

impl Lexicon {
    /// What the words are to a word, from its folded hash.
    #[inline]
    pub(super) fn word(&self, hash: u64) -> &WordSlot {
        find(self.slots(), hash)
    }

    /// The terms, for walking.
    pub(super) fn terms(&self) -> Trie<'_, TermForm> {
        self.terms.trie()
    }

    /// The vocabulary of the terms.
    pub(super) fn slots(&self) -> &[WordSlot] {
        self.slots.get()
    }

    /// What each word is, by id.
    pub(super) fn rows(&self) -> &[WordRow] {
        self.rows.get()
    }

    /// The senses of words alone, which the rows point to.
    pub(super) fn word_senses(&self) -> &Items<SenseRow> {
        &self.word_senses
    }

    /// Reads the words of a text, for [`Words::full_stop`](scan::Words::full_stop) and for [the steps](scan::STEPS).
    pub fn read(&self, tokens: &[Token], words: &mut scan::Words) {
        scan::read_words(self, tokens, words);
    }

    /// The agency that a country (a string of the lexicon) has for an office: that of South Korea for "intelligence".
    pub fn office(&self, country: u32, office: u32) -> Option<u32> {
        self.offices.get(&(country, office)).copied().filter(|entry| !self.removed.contains(entry))
    }

    /// Name of the unit in which a bare age is told ("Grace Mwale, 29,").
    pub fn age_name(&self) -> Option<u32> {
        self.tables.age_name
    }

    /// The layer that an entry is in, and its number there.
    #[inline]
    pub(super) fn layer_of(&self, entry: u32) -> Option<(&Layer, u32)> {
        let layer = self.layers.iter().rev().find(|layer| layer.base <= entry)?;
        Some((layer, entry - layer.base))
    }

    /// The entry with this number.
    #[inline]
    pub fn entry(&self, entry: u32) -> Entry {
        self.layer_of(entry).and_then(|(layer, number)| layer.entry(number)).unwrap_or_default()
    }

    /// Reads the rows of entries, then what these share with others, and does nothing with them. The processor fetches them
    /// all at once, where look-ups would wait for one after the other.
    #[inline]
    pub fn fetch(&self, entries: impl Iterator<Item = u32> + Clone) {
        let row = |entry: u32| {
            let (layer, number) = self.layer_of(entry)?;
            Some((layer, layer.row(number)?.traits.get()))
        };
        let mut all = 0;
        for entry in entries.clone() {
            all ^= row(entry).map_or(0, |(_, traits)| traits);
        }
        std::hint::black_box(all);
        for entry in entries {
            let traits = row(entry).and_then(|(layer, traits)| layer.traits.get(traits as usize));
            all ^= traits.map_or(0, |traits| traits.subtype);
        }
        std::hint::black_box(all);
    }

    /// Whether some lexicon has an entry with this id.
    #[cfg(feature = "check")]
    pub fn has(&self, reference: &str) -> bool {
        self.layers.iter().any(|layer| layer.find(reference).is_some())
    }

    /// Canonical name of an entry.
    pub fn entry_name(&self, entry: u32) -> &str {
        self.layer_of(entry).map_or("", |(layer, number)| layer.name(number))
    }

    /// Canonical name of an entry, which most texts use: then the text is the name, with nothing to be checked of it.
    pub fn name_of<'a>(&'a self, entry: &Entry, text: &'a str) -> &'a str {
        self.texts_of(entry).map_or("", |texts| texts.at_like(entry.name, text))
    }

    /// Stable id of an entry.
    pub fn reference_of(&self, entry: &Entry) -> &str {
        self.texts_of(entry).map_or("", |texts| texts.at(entry.reference))
    }

    /// As [`fetch`](Self::fetch), for ids and names.
    pub fn fetch_texts<'e>(&self, entries: impl Iterator<Item = &'e Entry>) {
        let starts = entries.filter_map(|entry| Some(self.texts_of(entry)?.peek(entry.reference)));
        std::hint::black_box(starts.fold(0, |all, byte| all ^ byte));
    }

    #[inline]
    fn texts_of(&self, entry: &Entry) -> Option<&Texts> {
        self.layer_of(entry.id).map(|(layer, _)| layer.texts())
    }

    /// Stable id of an entry.
    pub fn entry_reference(&self, entry: u32) -> &str {
        self.layer_of(entry).map_or("", |(layer, number)| layer.reference(number))
    }

    /// Whom a form of a layer stands for after all that later layers say: what they know of the same id goes before, what
    /// they take out is nobody. `settled` keeps what was found for this lexicon.
    #[inline]
    pub(super) fn settle(&self, index: usize, form: &NameForm, tokens: &[Token], settled: &mut Settled) -> Option<u32> {
        let layer = &self.layers[index];
        let number = form.entry.get();
        if number >= layer.len() {
            return None;
        }
        if self.layers.len() == 1 && layer.links.is_empty() {
            return Some(layer.base + number);
        }
        let entry = layer.links.get(&number).copied().unwrap_or(layer.base + number);
        if self.removed.contains(&entry) || self.is_dropped(index, entry, tokens) {
            return None;
        }
        let above = &self.layers[index + 1..];
        if above.is_empty() {
            return Some(entry);
        }
        if let Some(newest) = settled.get(index, entry) {
            return Some(newest);
        }
        let reference = Some(self.entry_reference(entry)).filter(|reference| !reference.is_empty());
        let newer = |reference| above.iter().rev().find_map(|layer| Some(layer.base + layer.find(reference)?));
        let newest = reference.and_then(newer).unwrap_or(entry);
        settled.put(index, entry, newest);
        Some(newest)
    }

    fn is_dropped(&self, index: usize, entry: u32, tokens: &[Token]) -> bool {
        if self.dropped.is_empty() {
            return false;
        }
        let words = tokens.iter().filter(|token| token.punct() != b'-').map(|token| token.hash);
        self.dropped.get(&key(words)).is_some_and(|drops| {
            drops.iter().any(|(whose, before)| index < *before && whose.is_none_or(|whose| whose == entry))
        })
    }

    /// Finds all senses and names in a text whose words were [read](Self::read).
    #[cfg(test)]
    pub fn scan(&self, text: &str, tokens: &[Token], words: &mut scan::Words, work: &mut scan::Work) {
        scan::STEPS.iter().for_each(|step| step(self, text, tokens, words, work));
    }
}
