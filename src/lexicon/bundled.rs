//! The lexicons that come with the crate, as the build script compiled them.

/// Words.
pub(crate) static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.lexicon"));

/// Names of agencies, people and places.
pub(crate) static NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.lexicon"));
