//! A trie as it lies in a compiled lexicon.

use std::sync::Arc;

use zerocopy::little_endian::{U32, U64};
use zerocopy::{FromBytes, Immutable, KnownLayout, Unaligned};

use super::image::Sections;
use super::source::{Items, Source};
use super::trie::{Form, Node, Pair, Trie};

/// The sections of a trie.
pub(super) struct Phrases<F: 'static> {
    /// The trie itself where it lies in the program: each step on the way of a text asks for it.
    ready: Option<Trie<'static, F>>,
    filter: Items<U64>,
    pairs: Items<Pair>,
    nodes: Items<Node>,
    words: Items<U32>,
    forms: Items<F>,
}

impl<F: Form + FromBytes + Immutable + KnownLayout + Unaligned> Phrases<F> {
    /// The sections whose tags begin with this letter.
    pub fn of(source: &Arc<Source>, sections: &Sections, letter: u8) -> Self {
        let filter = Items::of(source, sections, &[letter, b'F', b'I', b'L']);
        let pairs = Items::of(source, sections, &[letter, b'P', b'A', b'I']);
        let nodes = Items::of(source, sections, &[letter, b'N', b'O', b'D']);
        let words = Items::of(source, sections, &[letter, b'W', b'R', b'D']);
        let forms = Items::of(source, sections, &[letter, b'F', b'R', b'M']);
        let ready = match (&filter, &pairs, &nodes, &words, &forms) {
            (
                &Items::Embedded(filter),
                &Items::Embedded(pairs),
                &Items::Embedded(nodes),
                &Items::Embedded(words),
                &Items::Embedded(forms),
            ) => Some(Trie { filter, pairs, nodes, words, forms }),
            _ => None,
        };
        Phrases { ready, filter, pairs, nodes, words, forms }
    }

    /// The trie to match with.
    #[inline]
    pub fn trie(&self) -> Trie<'_, F> {
        self.ready.unwrap_or_else(|| Trie {
            filter: self.filter.get(),
            pairs: self.pairs.get(),
            nodes: self.nodes.get(),
            words: self.words.get(),
            forms: self.forms.get(),
        })
    }

    /// All forms.
    pub fn forms(&self) -> &[F] {
        self.forms.get()
    }
}
