//! Where compiled lexicons lie: in the program, in memory, or in a file that is mapped.

use std::fs::File;
use std::marker::PhantomData;
use std::ops::{Deref, Range};
use std::path::Path;
use std::sync::Arc;

use zerocopy::{FromBytes, Immutable, KnownLayout, Unaligned};

use super::image::{Sections, Unusable, verify};
use crate::Error;

/// The bytes of a compiled lexicon.
pub(crate) enum Source {
    Embedded(&'static [u8]),
    Memory(Vec<u8>),
    Mapped(memmap2::Mmap),
}

impl Deref for Source {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Source::Embedded(bytes) => bytes,
            Source::Memory(bytes) => bytes,
            Source::Mapped(map) => map,
        }
    }
}

impl Source {
    /// Maps a file into memory, after its checksum was found right.
    #[allow(unsafe_code)]
    pub fn map(path: &Path) -> Result<(Source, Sections), Error> {
        let unusable = |fault: Unusable| Error::compiled(path, fault.to_string());
        let file = File::open(path).map_err(|error| Error::io(path, error))?;
        // SAFETY: the map is read-only and private. What it shows is trusted for nothing: all indexes and texts are checked
        // where they are used, so that a file changed by another process gives wrong names and no undefined values. A file
        // that another process cuts off while it is mapped ends the program with a bus error, as for every program that
        // maps files; `lexicon build` never does that, as it puts a new file in the place of the old one. Reading
        // the file into memory instead takes 1.7 times as long (benches/tagging.rs, "load": 2.8 ms against 4.6 ms for a
        // hundred thousand names, on an AMD EPYC) and memory for all of it in each process.
        let map = unsafe { memmap2::Mmap::map(&file) }.map_err(|error| Error::io(path, error))?;
        let sections = Sections::parse(&map).map_err(unusable)?;
        // Through a buffer and not through the map: what was only summed up need not stay in memory.
        verify(&file).map_err(|error| Error::io(path, error))?.map_err(unusable)?;
        Ok((Source::Mapped(map), sections))
    }

    /// Takes bytes as they are compiled.
    pub fn memory(bytes: Vec<u8>) -> Result<(Source, Sections), Unusable> {
        let sections = Sections::parse(&bytes)?;
        verify(&*bytes).map_err(|_| Unusable::Damaged)??;
        Ok((Source::Memory(bytes), sections))
    }

    /// Takes what is embedded, which needs no check.
    pub fn embedded(bytes: &'static [u8]) -> (Source, Sections) {
        (Source::Embedded(bytes), Sections::parse(bytes).unwrap_or_default())
    }
}

/// A section: an array that lies in a source. A clone is the same array.
#[derive(Clone)]
pub(crate) enum Items<T: 'static> {
    Embedded(&'static [T]),
    Shared(Arc<Source>, Range<usize>, PhantomData<T>),
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Items::Embedded(&[])
    }
}

impl<T: FromBytes + Immutable + KnownLayout + Unaligned> Items<T> {
    /// The section with this tag, empty where the file has none.
    pub fn of(source: &Arc<Source>, sections: &Sections, tag: &[u8; 4]) -> Self {
        let range = sections.range(tag, size_of::<T>());
        match &**source {
            Source::Embedded(bytes) => Items::Embedded(<[T]>::ref_from_bytes(&bytes[range]).unwrap_or_default()),
            _ => Items::Shared(source.clone(), range, PhantomData),
        }
    }

    #[inline]
    pub fn get(&self) -> &[T] {
        match self {
            Items::Embedded(items) => items,
            Items::Shared(source, range, _) => {
                source.get(range.clone()).and_then(|bytes| <[T]>::ref_from_bytes(bytes).ok()).unwrap_or_default()
            }
        }
    }
}
