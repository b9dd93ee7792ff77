//! Words as they are stored: all that is known of a word lies side by side in one table, which is searched by its hash.

use zerocopy::little_endian::{U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::start::Start;
use super::tables::{WordFlags, WordInfo};
use super::vocab::WordId;

/// What a word is by itself, in two numbers that are copied as they are.
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct WordRow {
    /// From the lowest bit on: the first of its senses as a word alone (32 bits); bits of the classes of these senses, and
    /// what else [the mask](super::sense::Class) of a word tells (32).
    senses: U64,
    /// From the lowest bit on: parts of speech (16), the likeliest of them (16), how many senses (8), flags (8), whether it is
    /// the second word of terms (1).
    facts: U64,
}

impl WordRow {
    const FOLLOWS: u64 = 1 << 48;
    /// Of the second slot of a bucket: some word of the bucket stands in another. It is no word's.
    const SPILLS: u64 = 1 << 49;
    /// How many bits [`marks`](Self::marks) has.
    pub const MARKS: u32 = 3;

    pub fn new(senses: u32, count: u8, mask: u32, info: WordInfo, follows: bool) -> WordRow {
        let facts = u64::from(info.pos)
            | u64::from(info.likeliest) << 16
            | u64::from(count) << 32
            | u64::from(info.flags.0) << 40
            | if follows { WordRow::FOLLOWS } else { 0 };
        WordRow { senses: (u64::from(senses) | u64::from(mask) << 32).into(), facts: facts.into() }
    }

    #[inline]
    pub fn info(&self) -> WordInfo {
        let facts = self.facts.get();
        WordInfo { pos: facts as u16, likeliest: (facts >> 16) as u16, flags: self.flags() }
    }

    #[inline]
    pub fn flags(&self) -> WordFlags {
        WordFlags((self.facts.get() >> 40) as u8)
    }

    #[inline]
    pub fn mask(&self) -> u32 {
        (self.senses.get() >> 32) as u32
    }

    /// Its senses as a word alone: the first of them, and how many.
    #[inline]
    pub fn senses(&self) -> (u32, usize) {
        (self.senses.get() as u32, usize::from((self.facts.get() >> 32) as u8))
    }

    /// Gives it other senses.
    pub fn set_senses(&mut self, first: u32, count: usize) {
        let count = u8::try_from(count).unwrap_or(u8::MAX);
        self.senses = (u64::from(self.mask()) << 32 | u64::from(first)).into();
        self.facts = (self.facts.get() & !(0xff << 32) | u64::from(count) << 32).into();
    }

    /// Whether some word of the bucket that this is the second slot of stands in another.
    #[inline]
    fn spills(&self) -> bool {
        self.facts.get() & WordRow::SPILLS != 0
    }

    fn spill(&mut self) {
        self.facts = (self.facts.get() | WordRow::SPILLS).into();
    }

    /// Three bits: whether some sense that it has alone asks for its letters, whether terms of more than one word start with
    /// it, and whether it is the second word of some, or a hyphen, behind which that may stand.
    #[inline]
    pub fn marks(&self) -> u8 {
        (self.facts.get() >> 46) as u8 & 7
    }
}

/// A word: the lower half of its hash (the upper half says where it stands), its id, what it is by itself, and what it is
/// in phrases. One look into memory, where tables apart would take five: two slots are a line of the caches. A slot of
/// zeros is empty.
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct WordSlot {
    hash: U32,
    id: U32,
    pub row: WordRow,
    pub start: Start,
}

/// What is found for a word that no lexicon has.
pub(crate) static NONE: WordSlot = WordSlot {
    hash: U32::ZERO,
    id: U32::ZERO,
    row: WordRow { senses: U64::ZERO, facts: U64::ZERO },
    start: Start::NONE,
};

const _: () = assert!(size_of::<WordSlot>() == 32);

impl WordSlot {
    #[inline]
    pub fn id(&self) -> WordId {
        WordId(self.id.get())
    }
}

/// Lays words (hash, id, what is known) out for looking up: open addressing, a third of the slots empty. A search begins at
/// the first slot of a bucket of two, which are a line of the caches.
pub(crate) fn lay_out(words: &[(u64, u32, (WordRow, Start))]) -> Vec<WordSlot> {
    let least = (words.len() * 3 / 2 + 2).next_multiple_of(2);
    (least..).step_by(2).find_map(|size| places(words, size)).expect("some size keeps words apart")
}

/// None where two words would be taken for each other: they are looked for from near the same slot, and half their
/// hashes are equal.
fn places(words: &[(u64, u32, (WordRow, Start))], size: usize) -> Option<Vec<WordSlot>> {
    let mut slots = vec![WordSlot::default(); size];
    for (hash, id, (row, start)) in words {
        let mut at = bucket(*hash, size);
        while slots[at].id() != WordId::UNKNOWN {
            if slots[at].hash.get() == *hash as u32 {
                return None;
            }
            at = (at + 1) % size;
        }
        let second = bucket(*hash, size) + 1;
        if at / 2 != second / 2 {
            slots[second].row.spill();
        }
        let (hash, id) = ((*hash as u32).into(), (*id).into());
        slots[at] = WordSlot { hash, id, row: *row, start: *start };
    }
    Some(slots)
}

/// Where the search for a hash begins among `size` slots.
#[inline]
pub(crate) fn place(hash: u64, size: usize) -> usize {
    ((u128::from(hash) * size as u128) >> 64) as usize
}

/// The bucket in which the search for a word begins among `size` slots: the first of its slots.
#[inline]
pub(crate) fn bucket(hash: u64, size: usize) -> usize {
    place(hash, size / 2) * 2
}

/// The slot of a word's hash; an empty one for a word that the table has not.
#[inline]
pub(crate) fn find(slots: &[WordSlot], hash: u64) -> &WordSlot {
    find_in(slots, bucket(hash, slots.len()), hash)
}

/// The same from its bucket on. Most words stand in it: which of the two it is needs no branch.
#[inline]
pub(crate) fn find_in(slots: &[WordSlot], bucket: usize, hash: u64) -> &WordSlot {
    let Some(two) = slots.get(bucket..).and_then(|slots| slots.first_chunk::<2>()) else { return &NONE };
    let slot = &two[usize::from(two[1].hash.get() == hash as u32)];
    if slot.hash.get() == hash as u32 && slot.id.get() != 0 {
        slot
    } else if two[1].row.spills() || slot.hash.get() == hash as u32 {
        find_on(slots, bucket, hash)
    } else {
        &NONE
    }
}

/// The same for any word.
#[inline(never)]
fn find_on(slots: &[WordSlot], bucket: usize, hash: u64) -> &WordSlot {
    let mut at = bucket;
    // Bounded, since a damaged file may have no empty slot.
    for _ in 0..slots.len() {
        let Some(slot) = slots.get(at) else { break };
        if slot.id.get() == 0 {
            break;
        }
        if slot.hash.get() == hash as u32 {
            return slot;
        }
        at = if at + 1 == slots.len() { 0 } else { at + 1 };
    }
    &NONE
}
