//! A trie as it lies in a compiled lexicon.

use std::sync::Arc;

use zerocopy::little_endian::{U32, U64};
use zerocopy::{FromBytes, Immutable, KnownLayout, Unaligned};

use super::image::Sections;
use super::source::{Items, Source};
use super::trie::{Form, Node, Pair, Trie};

/// The sections of a trie.
pub(super) struct Phrases<F: 'static> {
    filter: Items<U64>,
    pairs: Items<Pair>,
    nodes: Items<Node>,
    words: Items<U32>,
    forms: Items<F>,
}

impl<F: Form + FromBytes + Immutable + KnownLayout + Unaligned> Phrases<F> {
    /// The sections whose tags begin with this letter.
    pub fn of(source: &Arc<Source>, sections: &Sections, letter: u8) -> Self {
        Phrases {
            filter: Items::of(source, sections, &[letter, b'F', b'I', b'L']),
            pairs: Items::of(source, sections, &[letter, b'P', b'A', b'I']),
            nodes: Items::of(source, sections, &[letter, b'N', b'O', b'D']),
            words: Items::of(source, sections, &[letter, b'W', b'R', b'D']),
            forms: Items::of(source, sections, &[letter, b'F', b'R', b'M']),
        }
    }

    /// The trie to match with.
    pub fn trie(&self) -> Trie<'_, F> {
        Trie {
            filter: self.filter.get(),
            pairs: self.pairs.get(),
            nodes: self.nodes.get(),
            words: self.words.get(),
            forms: self.forms.get(),
        }
    }

    /// All forms.
    pub fn forms(&self) -> &[F] {
        self.forms.get()
    }
}
