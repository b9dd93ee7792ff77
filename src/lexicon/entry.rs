//! Entries (somebody or somewhere that the lexicons know) and their names, as they are stored.

use std::ops::Range;

use serde::{Deserialize, Serialize};
use zerocopy::little_endian::{F32, I16, U16, U32};
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// The same as it is stored.
#[derive(Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct StoredTraits {
    subtype: U32,
    country: U32,
    region: U32,
    role: U32,
    from: I16,
    to: I16,
    kind: u8,
}

impl StoredTraits {
    pub fn new(traits: &TraitsRow) -> StoredTraits {
        StoredTraits {
            subtype: traits.subtype.into(),
            country: traits.country.into(),
            region: traits.region.into(),
            role: traits.role.into(),
            from: traits.from.into(),
            to: traits.to.into(),
            kind: traits.kind as u8,
        }
    }

    /// What was stored, with other numbers for its strings.
    pub fn get(&self, string: impl Fn(u32) -> u32) -> TraitsRow {
        const KINDS: [EntityKind; 4] =
            [EntityKind::Agency, EntityKind::Person, EntityKind::Place, EntityKind::Nationality];
        TraitsRow {
            kind: KINDS[usize::from(self.kind) % KINDS.len()],
            subtype: string(self.subtype.get()),
            country: string(self.country.get()),
            region: string(self.region.get()),
            role: string(self.role.get()),
            from: self.from.get(),
            to: self.to.get(),
        }
    }
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
    /// The entry is a place: told without a look at it.
    pub const PLACE: u8 = 1 << 6;

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
    std::str::from_utf8(&texts[range_at(texts, offset)]).unwrap_or_default()
}

/// Where the text stands whose length stands at `offset`.
#[inline]
pub(crate) fn range_at(texts: &[u8], offset: u32) -> Range<usize> {
    let mut at = offset as usize;
    let mut length = 0;
    for step in 0..5 {
        let Some(&byte) = texts.get(at) else { return 0..0 };
        at += 1;
        // Nearly all are short.
        if byte < 0x80 {
            length |= usize::from(byte) << (7 * step);
            break;
        }
        // A step with more behind it is a character from U+0080 to U+00FF.
        let low = texts.get(at).map_or(0, |low| low & 0x3f);
        length |= usize::from((byte & 1) << 6 | low) << (7 * step);
        at += 1;
    }
    match at.checked_add(length) {
        Some(end) if end <= texts.len() => at..end,
        _ => 0..0,
    }
}

/// The texts that stand one behind the other.
pub(crate) fn each_text(texts: &[u8]) -> impl Iterator<Item = &str> {
    let mut offset = 0;
    std::iter::from_fn(move || {
        let range = (offset < texts.len()).then(|| range_at(texts, offset as u32))?;
        // Nothing is found where the file is damaged.
        offset = if range.end > offset { range.end } else { texts.len() };
        Some(std::str::from_utf8(&texts[range]).unwrap_or_default())
    })
}

/// Writes a text for [`text_at`]; its offset. All that is written is text, so that it need be checked only once.
pub(crate) fn push_text(texts: &mut String, text: &str) -> u32 {
    let offset = texts.len() as u32;
    let mut length = text.len();
    while length >= 0x80 {
        texts.push(char::from(length as u8 | 0x80));
        length >>= 7;
    }
    texts.push(char::from(length as u8));
    texts.push_str(text);
    offset
}

/// Where the search for an id begins among `size` slots.
pub(crate) fn reference_slot(reference: &str, size: usize) -> usize {
    ((u128::from(crate::text::hash_word(reference)) * size as u128) >> 64) as usize
}
