//! The compiled form: a head, a table of sections, and the sections, as they are looked at in memory.
//!
//! ```text
//! magic      16 bytes  "HEADCOUNT-LEX" CR LF SUB
//! version    u32       of this layout and of the hash of words
//! sections   u32       how many
//! length     u64       of the whole file
//! checksum   u64       XXH3 of all that follows
//! table      24 bytes a section: tag, length of an item, start, length
//! notes      text      what it was made of, with sources and licences: the first section, to be read with any pager
//! …
//! ```
//!
//! All numbers are little-endian. Each section starts at the next multiple of 64 behind the one before, with zeros between:
//! where the file begins at one too, no item of 32 bytes lies in two lines of the caches.

use std::io::Read;
use std::ops::Range;

use xxhash_rust::xxh3::Xxh3;
use zerocopy::little_endian::{U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

pub(crate) const MAGIC: &[u8; 16] = b"HEADCOUNT-LEX\r\n\x1a";
/// Counts up with every change of the layout, of what the sections mean, or of the hash of words.
pub(crate) const VERSION: u32 = 6;

#[derive(Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
struct Head {
    magic: [u8; 16],
    version: U32,
    sections: U32,
    length: U64,
    checksum: U64,
}

#[derive(Clone, Copy, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
struct Section {
    tag: [u8; 4],
    item: U32,
    start: U64,
    length: U64,
}

/// What sections start at multiples of.
const ALIGNMENT: usize = 64;

/// No file has more; a damaged head must not make us read on for ever.
const MOST_SECTIONS: usize = 64;

/// Writes a compiled lexicon.
#[derive(Default)]
pub(crate) struct Writer {
    sections: Vec<([u8; 4], usize, Vec<u8>)>,
}

impl Writer {
    /// Adds a section of equal items.
    pub fn items<T: IntoBytes + Immutable>(&mut self, tag: &[u8; 4], items: &[T]) {
        self.sections.push((*tag, size_of::<T>(), items.as_bytes().to_vec()));
    }

    /// Adds a section of bytes.
    pub fn bytes(&mut self, tag: &[u8; 4], bytes: Vec<u8>) {
        self.sections.push((*tag, 1, bytes));
    }

    /// Adds a section in the form of `postcard`.
    pub fn values<T: serde::Serialize>(&mut self, tag: &[u8; 4], values: &T) {
        self.bytes(tag, postcard::to_allocvec(values).expect("plain values can be written into memory"));
    }

    /// The whole file.
    pub fn finish(self) -> Vec<u8> {
        let mut start = size_of::<Head>() + self.sections.len() * size_of::<Section>();
        let mut body = Vec::new();
        for (tag, item, bytes) in &self.sections {
            start = start.next_multiple_of(ALIGNMENT);
            let section = Section {
                tag: *tag,
                item: (*item as u32).into(),
                start: (start as u64).into(),
                length: (bytes.len() as u64).into(),
            };
            body.extend_from_slice(section.as_bytes());
            start += bytes.len();
        }
        for (_, _, bytes) in &self.sections {
            body.resize((size_of::<Head>() + body.len()).next_multiple_of(ALIGNMENT) - size_of::<Head>(), 0);
            body.extend_from_slice(bytes);
        }
        let mut head = Head {
            magic: *MAGIC,
            version: VERSION.into(),
            sections: (self.sections.len() as u32).into(),
            length: (start as u64).into(),
            checksum: U64::ZERO,
        };
        let mut sum = checksum_of(&head);
        sum.update(&body);
        head.checksum = sum.digest().into();
        let mut file = head.as_bytes().to_vec();
        file.extend_from_slice(&body);
        file
    }
}

/// The checksum begins with what the head says, so that a head that lies is found out too.
fn checksum_of(head: &Head) -> Xxh3 {
    let mut sum = Xxh3::new();
    sum.update(&head.as_bytes()[..size_of::<Head>() - size_of::<U64>()]);
    sum
}

/// Why a file is no compiled lexicon that can be used, with what to do.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unusable {
    #[error("is no compiled lexicon: `headcount lexicon build` makes one of lexicon files")]
    Foreign,
    #[error("was compiled for version {0} of the format, and this program reads version {VERSION}: build it anew")]
    Version(u32),
    #[error("is cut off: it has {found} of {expected} bytes; copy or build it anew")]
    Truncated { found: u64, expected: u64 },
    #[error("has {0} bytes too many at its end: copy or build it anew")]
    TooLong(u64),
    #[error("is damaged (its checksum does not fit what it holds): copy or build it anew")]
    Damaged,
}

/// Where the sections of a compiled lexicon are.
#[derive(Debug, Default)]
pub(crate) struct Sections(Vec<([u8; 4], usize, Range<usize>)>);

impl Sections {
    /// Reads head and table of what `bytes` hold, without a look at the rest.
    pub fn parse(bytes: &[u8]) -> Result<Sections, Unusable> {
        let Ok((head, rest)) = Head::ref_from_prefix(bytes) else {
            // Of a cut-off file, even the head may be missing.
            let known = bytes.len().min(MAGIC.len());
            let ours = known > 0 && bytes[..known] == MAGIC[..known];
            let expected = size_of::<Head>() as u64;
            let cut = Unusable::Truncated { found: bytes.len() as u64, expected };
            return Err(if ours { cut } else { Unusable::Foreign });
        };
        if head.magic != *MAGIC {
            return Err(Unusable::Foreign);
        }
        if head.version != VERSION {
            return Err(Unusable::Version(head.version.get()));
        }
        let (found, expected) = (bytes.len() as u64, head.length.get());
        if found < expected {
            return Err(Unusable::Truncated { found, expected });
        }
        if found > expected {
            return Err(Unusable::TooLong(found - expected));
        }
        let count = head.sections.get() as usize;
        let table = <[Section]>::ref_from_prefix_with_elems(rest, count.min(MOST_SECTIONS));
        let Ok((table, _)) = table else { return Err(Unusable::Damaged) };
        let mut sections = Vec::with_capacity(table.len());
        for section in table {
            let (start, length) = (section.start.get() as usize, section.length.get() as usize);
            let end = start.checked_add(length).filter(|end| *end <= bytes.len());
            let Some(end) = end else { return Err(Unusable::Damaged) };
            let item = section.item.get() as usize;
            if count > MOST_SECTIONS || item == 0 || !length.is_multiple_of(item) {
                return Err(Unusable::Damaged);
            }
            sections.push((section.tag, item, start..end));
        }
        Ok(Sections(sections))
    }

    /// Where a section is; nowhere where the file lacks it or its items are of another size.
    pub fn range(&self, tag: &[u8; 4], item: usize) -> Range<usize> {
        self.0.iter().find(|(found, size, _)| found == tag && *size == item).map_or(0..0, |(_, _, range)| range.clone())
    }
}

/// Checks the whole of a compiled lexicon against its checksum, in pieces, so that it need not be in memory at once.
pub(crate) fn verify(mut file: impl Read) -> std::io::Result<Result<(), Unusable>> {
    let mut head = [0; size_of::<Head>()];
    if file.read_exact(&mut head).is_err() {
        return Ok(Err(Unusable::Damaged));
    }
    let Ok(head) = Head::read_from_bytes(&head) else { return Ok(Err(Unusable::Damaged)) };
    let mut sum = checksum_of(&head);
    let mut piece = vec![0; 1 << 18];
    loop {
        let read = file.read(&mut piece)?;
        if read == 0 {
            break;
        }
        sum.update(&piece[..read]);
    }
    Ok(if head.checksum == sum.digest() { Ok(()) } else { Err(Unusable::Damaged) })
}
