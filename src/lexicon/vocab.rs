//! The vocabulary: one look-up a word gives a small integer for all that follows.

use std::collections::HashMap;

use super::slot::{WordRow, WordSlot, lay_out};
use super::start::Start;
use crate::text::hash_word;

/// A word of a vocabulary; 0 is "not in it".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub u32);

impl WordId {
    pub const UNKNOWN: WordId = WordId(0);
}

/// Words by the hash of their folded form, under construction.
///
/// Only hashes are kept: with a well-mixed hash, one in three thousand million words that no lexicon has is taken for one.
#[derive(Clone)]
pub(crate) struct Vocabulary {
    ids: HashMap<u64, u32>,
}

impl Vocabulary {
    /// A vocabulary whose first ids are those of the [keywords](super::keyword).
    pub fn with_keywords() -> Self {
        let mut vocabulary = Vocabulary { ids: HashMap::new() };
        for (index, word) in super::keyword::WORDS.iter().enumerate() {
            let id = vocabulary.insert_hash(hash_word(word));
            debug_assert_eq!(id.0 as usize, index + 1, "keyword {word} stands twice");
        }
        vocabulary
    }

    /// The id of a word's hash, a new one where the word is new.
    pub fn insert_hash(&mut self, hash: u64) -> WordId {
        let next = self.ids.len() as u32 + 1;
        WordId(*self.ids.entry(hash).or_insert(next))
    }

    /// How many ids there are, the unknown one included.
    pub fn len(&self) -> usize {
        self.ids.len() + 1
    }

    /// Of all words with their ids; 0 for none.
    pub fn checksum(&self) -> u64 {
        let mut words: Vec<(u32, u64)> = self.ids.iter().map(|(hash, id)| (*id, *hash)).collect();
        words.sort_unstable();
        let bytes: Vec<u8> = words.iter().flat_map(|(_, hash)| hash.to_le_bytes()).collect();
        xxhash_rust::xxh3::xxh3_64(&bytes)
    }

    /// Lays words out for looking up, those of which something is `known`.
    pub fn slots(&self, known: impl Fn(WordId) -> Option<(WordRow, Start)>) -> Vec<WordSlot> {
        let words = self.ids.iter().filter_map(|(hash, id)| Some((*hash, *id, known(WordId(*id))?)));
        let mut words: Vec<(u64, u32, (WordRow, Start))> = words.collect();
        // The order of the map must not show: the same files give the same bytes. Words that come first, those of grammar
        // and of terms, stand where they are looked for first.
        words.sort_unstable_by_key(|(_, id, _)| *id);
        lay_out(&words)
    }
}
