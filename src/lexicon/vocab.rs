//! The vocabulary: one look-up a word gives a small integer for all that follows.

use std::collections::HashMap;

use zerocopy::little_endian::U32;
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use crate::text::hash_word;

/// A word of a vocabulary; 0 is "not in it".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub u32);

impl WordId {
    pub const UNKNOWN: WordId = WordId(0);
}

/// A word as it is stored: the lower half of its hash (the upper half says where it stands) and its id, 0 for an empty slot.
#[derive(Clone, Copy, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct Slot {
    hash: U32,
    id: U32,
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

    /// Lays the words out for looking up: open addressing, a third of the slots empty.
    pub fn slots(&self) -> Vec<Slot> {
        let mut words: Vec<(u64, u32)> = self.ids.iter().map(|(hash, id)| (*hash, *id)).collect();
        // The order of the map must not show: the same files give the same bytes.
        words.sort_unstable_by_key(|(_, id)| *id);
        let mut size = self.ids.len() * 3 / 2 + 1;
        loop {
            if let Some(slots) = lay_out(&words, size) {
                return slots;
            }
            size += 1;
        }
    }
}

/// None where two words would be taken for each other: they are looked for from near the same slot, and half their
/// hashes are equal.
fn lay_out(words: &[(u64, u32)], size: usize) -> Option<Vec<Slot>> {
    let mut slots = vec![Slot::default(); size];
    for (hash, id) in words {
        let mut at = place(*hash, size);
        while slots[at].id != 0 {
            if slots[at].hash == *hash as u32 {
                return None;
            }
            at = (at + 1) % size;
        }
        slots[at] = Slot { hash: (*hash as u32).into(), id: (*id).into() };
    }
    Some(slots)
}

/// Where the search for a hash begins among `size` slots.
#[inline]
fn place(hash: u64, size: usize) -> usize {
    ((u128::from(hash) * size as u128) >> 64) as usize
}

/// The id of a word's hash.
#[inline]
pub(crate) fn look_up(slots: &[Slot], hash: u64) -> WordId {
    let mut at = place(hash, slots.len());
    // Bounded, since a damaged file may have no empty slot.
    for _ in 0..slots.len() {
        let Some(slot) = slots.get(at) else { break };
        if slot.hash == hash as u32 || slot.id == 0 {
            return WordId(slot.id.get());
        }
        at = if at + 1 == slots.len() { 0 } else { at + 1 };
    }
    WordId::UNKNOWN
}
