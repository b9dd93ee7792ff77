//! Entries (somebody or somewhere that the lexicons know) and their names, as they are stored.

use serde::{Deserialize, Serialize};
use zerocopy::little_endian::{F32, U16, U32};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::case::CaseRule;
use super::trie::Form;
use crate::record::EntityKind;

/// Somebody or somewhere that the lexicons know. Strings are indexes into the lexicon's strings, 0 for none.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Its number over all lexicons that are loaded.
    pub id: u32,
    pub kind: EntityKind,
    pub subtype: u32,
    pub country: u32,
    pub region: u32,
    /// Role of a person ("foreign minister").
    pub role: u32,
    /// Degrees; NaN where unknown.
    pub lat: f32,
    pub lon: f32,
    /// Population of a place; 0 where unknown.
    pub population: f32,
    /// Where its id and its name stand among the texts of its lexicon.
    pub(super) reference: u32,
    pub(super) name: u32,
}

/// Nobody.
impl Default for Entry {
    fn default() -> Self {
        Entry {
            id: u32::MAX,
            kind: EntityKind::Agency,
            subtype: 0,
            country: 0,
            region: 0,
            role: 0,
            lat: f32::NAN,
            lon: f32::NAN,
            population: 0.0,
            reference: u32::MAX,
            name: u32::MAX,
        }
    }
}

/// An entry as it is stored.
#[derive(Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct EntryRow {
    /// Where its id and its name stand among the texts.
    pub reference: U32,
    pub name: U32,
    /// Index of its [`TraitsRow`], or [`EntryRow::LINK`].
    pub traits: U32,
    pub lat: F32,
    pub lon: F32,
    pub population: F32,
}

impl EntryRow {
    /// Stands for an entry of another lexicon, by its id: a further name was added to it.
    pub const LINK: u32 = u32::MAX;
}

/// What many entries have in common. Strings are indexes into those of the same file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct TraitsRow {
    pub kind: EntityKind,
    pub subtype: u32,
    pub country: u32,
    pub region: u32,
    pub role: u32,
    /// Years of the role; 0 where open.
    pub from: i16,
    pub to: i16,
}

/// One way of writing a name: how its letters must be, whom it stands for, when it may be taken.
#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct NameForm {
    pub case: U32,
    /// Number of the entry in the same file.
    pub entry: U32,
    pub flags: u8,
    /// Share of the mentions of this form that mean this entry, in percent; [`NameForm::NO_PRIOR`] where the file says none.
    pub prior: u8,
    pub reserved: U16,
}

impl Form for NameForm {
    #[inline]
    fn case(&self) -> CaseRule {
        CaseRule(self.case.get())
    }
}

impl NameForm {
    pub const NO_PRIOR: u8 = u8::MAX;

    /// The share of mentions, 0 to 1, where the file says it.
    #[inline]
    pub fn prior(&self) -> Option<f32> {
        (self.prior != Self::NO_PRIOR).then(|| f32::from(self.prior) / 100.0)
    }
}

/// When a name may be taken, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct NameFlags(pub u8);

impl NameFlags {
    /// Needs other evidence in the text.
    pub const CONTEXT: u8 = 1;
    /// Only after a title.
    pub const TITLE: u8 = 1 << 1;
    /// Only as spelled, never in an all-capitals sentence.
    pub const EXACT: u8 = 1 << 2;
    /// A word for the people of a place.
    pub const DEMONYM: u8 = 1 << 3;
    /// From a lexicon that the caller added.
    pub const ADDED: u8 = 1 << 4;
    /// A small place that is known without evidence.
    pub const KNOWN: u8 = 1 << 5;

    #[inline]
    pub fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// What a lexicon changes of those before it: a row of a file with the columns `change ref names`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) enum Change {
    /// The entry goes.
    Remove(String),
    /// The name (hashes of its words) no longer stands for the entry, or for any where none is named.
    Drop { reference: String, words: Vec<u64> },
}

/// What a file of names holds beside its flat arrays.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Extras {
    pub strings: Vec<String>,
    pub traits: Vec<TraitsRow>,
    /// Country, office (strings) and the entry that has it.
    pub offices: Vec<(u32, u32, u32)>,
    pub changes: Vec<Change>,
    /// Files of words, as they are, to be read on top of the bundled ones.
    pub words: Vec<(String, String)>,
    /// Names of the files that the entries came from, each with the number of entries up to its end.
    pub files: Vec<(String, u32)>,
}

/// The text that stands at `offset`: its length in seven-bit steps, then its bytes. Empty where there is none.
pub(crate) fn text_at(texts: &[u8], offset: u32) -> &str {
    std::str::from_utf8(bytes_at(texts, offset)).unwrap_or_default()
}

/// The bytes of [`text_at`].
pub(crate) fn bytes_at(texts: &[u8], offset: u32) -> &[u8] {
    let mut at = offset as usize;
    // Nearly all are short.
    if let Some(&length) = texts.get(at).filter(|&&byte| byte < 0x80) {
        return texts.get(at + 1..at + 1 + usize::from(length)).unwrap_or_default();
    }
    let mut length = 0;
    for step in 0..5 {
        let Some(&byte) = texts.get(at) else { return &[] };
        at += 1;
        length |= usize::from(byte & 0x7f) << (7 * step);
        if byte < 0x80 {
            break;
        }
    }
    at.checked_add(length).and_then(|end| texts.get(at..end)).unwrap_or_default()
}

/// Writes a text for [`text_at`]; its offset.
pub(crate) fn push_text(texts: &mut Vec<u8>, text: &str) -> u32 {
    let offset = texts.len() as u32;
    let mut length = text.len();
    while length >= 0x80 {
        texts.push(length as u8 | 0x80);
        length >>= 7;
    }
    texts.push(length as u8);
    texts.extend_from_slice(text.as_bytes());
    offset
}

/// Where the search for an id begins among `size` slots.
pub(crate) fn reference_slot(reference: &str, size: usize) -> usize {
    ((u128::from(crate::text::hash_word(reference)) * size as u128) >> 64) as usize
}
