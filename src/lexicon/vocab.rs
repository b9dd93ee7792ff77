//! The vocabulary: one look-up a word gives a small integer for all that follows.

use crate::text::hash_word;

/// A word of the vocabulary; 0 is "not in it".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct WordId(pub u32);

impl WordId {
    pub const UNKNOWN: WordId = WordId(0);
}

/// Open-addressing map from 64-bit keys to `u32`, in one flat array so that it can be stored and mapped as it is.
/// Keys are well mixed already; key 0 is not allowed.
#[derive(Clone, Default)]
pub(crate) struct KeyMap {
    slots: Vec<(u64, u32)>,
    mask: usize,
    len: usize,
}

impl KeyMap {
    #[inline]
    pub fn get(&self, key: u64) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        let mut at = self.slot(key);
        loop {
            let (found, value) = self.slots[at];
            if found == key {
                return Some(value);
            }
            if found == 0 {
                return None;
            }
            at = (at + 1) & self.mask;
        }
    }

    /// The value of `key`, put in as `value` where it is new.
    pub fn get_or_insert(&mut self, key: u64, value: u32) -> u32 {
        if self.len * 2 >= self.slots.len() {
            self.grow();
        }
        let mut at = self.slot(key);
        loop {
            let slot = &mut self.slots[at];
            if slot.0 == key {
                return slot.1;
            }
            if slot.0 == 0 {
                *slot = (key, value);
                self.len += 1;
                return value;
            }
            at = (at + 1) & self.mask;
        }
    }

    /// Where the search for a key begins: from its upper bits, as the lowest is always set.
    #[inline]
    fn slot(&self, key: u64) -> usize {
        (key >> 20) as usize & self.mask
    }

    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(64);
        let old = std::mem::replace(&mut self.slots, vec![(0, 0); size]);
        self.mask = size - 1;
        self.len = 0;
        for (key, value) in old {
            if key != 0 {
                self.get_or_insert(key, value);
            }
        }
    }
}

/// Words by the hash of their folded form.
///
/// Only hashes are kept: with a well-mixed 64-bit hash the chance that some word of a text is taken for one of a million
/// lexicon words is below one in ten million texts of a million words.
#[derive(Clone, Default)]
pub(crate) struct Vocabulary {
    ids: KeyMap,
    count: u32,
}

impl Vocabulary {
    /// A vocabulary whose first ids are those of the [keywords](super::keyword).
    pub fn with_keywords() -> Self {
        let mut vocabulary = Vocabulary::default();
        for (index, word) in super::keyword::WORDS.iter().enumerate() {
            let id = vocabulary.insert_hash(hash_word(word));
            debug_assert_eq!(id.0 as usize, index + 1, "keyword {word} stands twice");
        }
        vocabulary
    }

    /// The id of a word's hash.
    #[inline]
    pub fn get(&self, hash: u64) -> WordId {
        WordId(self.ids.get(hash | 1).unwrap_or(0))
    }

    /// The id of a word's hash, a new one where the word is new.
    pub fn insert_hash(&mut self, hash: u64) -> WordId {
        let id = self.ids.get_or_insert(hash | 1, self.count + 1);
        self.count = self.count.max(id);
        WordId(id)
    }

    /// How many ids there are, the unknown one included.
    pub fn len(&self) -> usize {
        self.count as usize + 1
    }
}
