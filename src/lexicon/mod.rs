//! Lexicons: what the program knows of the world and of words, read from the files that `lexicons/README.md` describes.
//!
//! Files are read (`table`, `terms`, `names`) and compiled into flat arrays (`image`), at build time for those that come
//! with the crate, by [`build`] for a caller's own. The compiled form is embedded or mapped into memory and used as it
//! stands. A token's folded hash gives a word id by one look-up in a vocabulary, and by these ids two sets of phrases are
//! walked (`trie`): names (agencies, people, places) and terms (number words, units, counted things, role cues…).
//! Everything later works on the small integers that come out.
//!
//! Names that a caller adds as plain files are matched by an `aho-corasick` automaton (`automaton`) beside the tries.

mod automaton;
mod bundled;
mod case;
#[cfg(feature = "check")]
mod check;
mod class;
mod compile;
mod entry;
mod forms;
mod glued;
mod image;
#[cfg(feature = "import")]
pub mod import;
mod inflect;
pub(crate) mod keyword;
mod layer;
mod load;
mod look;
mod names;
mod notes;
mod open;
mod parted;
mod phrases;
pub(crate) mod pos;
mod recent;
mod scan;
pub(crate) mod sense;
mod settled;
mod slot;
mod sorts;
mod source;
mod start;
mod table;
mod tables;
mod terms;
#[cfg(test)]
mod tests;
mod texts;
mod trie;
pub(crate) mod types;
mod variants;
mod view;
mod vocab;
mod words;

#[cfg(feature = "check")]
pub use check::check;
pub use compile::build;
pub(crate) use entry::{Entry, NameFlags};
pub use forms::{SurfaceForms, surface_forms};
pub(crate) use load::Lexicon;
pub use look::{Coverage, Hit};
pub(crate) use notes::notes;
pub(crate) use open::{Own, bundled, open};
pub(crate) use recent::Recent;
pub(crate) use scan::{STEPS, Words, Work};
pub(crate) use sorts::{Sorts, Telling};
pub(crate) use tables::{Connective, Designator, WordFlags, WordInfo};
pub(crate) use view::View;
pub(crate) use vocab::WordId;
