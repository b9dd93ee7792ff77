//! The lexicons that come with the crate, as the build script compiled them.

/// What begins where a line of the caches does, as its sections do in turn.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

const WORDS_FILE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/words.lexicon")));
const NAMES_FILE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/names.lexicon")));

/// Words.
pub(crate) static WORDS: &[u8] = &WORDS_FILE.0;

/// Names of agencies, people and places.
pub(crate) static NAMES: &[u8] = &NAMES_FILE.0;

/// Their ids and names.
pub(crate) static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/names.texts"));
