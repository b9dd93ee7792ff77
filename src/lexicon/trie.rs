//! Phrases over word ids: a trie in three flat arrays, so that it can be stored and mapped as it is.
//!
//! The children of a node stand side by side, sorted by word; a node's number is the place of its word. Matching starts
//! only at words that start a phrase, written as one of these phrases asks (`rules`, by word id) and, where the phrases go on,
//! followed by a word that goes on with one (`pairs`): few words of a text do. Hyphens between words are stepped over, so "Jong-un" and "Jong un"
//! are one.

use zerocopy::little_endian::{U16, U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::case::CaseRule;
use super::keyword::HYPHEN;
use super::vocab::WordId;

/// A node as it is stored: where its children and its forms begin. They end where those of the next node begin.
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct Node {
    children: U32,
    forms: U32,
}

/// What a word is in the phrases, as it is stored.
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct Start {
    /// Its node as the first word, 0 for none.
    node: U32,
    /// Where the forms of the phrase that is this word alone begin, and how many there are.
    forms: U32,
    count: U16,
    /// See [`Trie::rules`].
    rules: u8,
    reserved: u8,
}

/// A phrase ends in a form.
pub(crate) trait Form: Copy {
    /// How the letters of the phrase must be.
    fn case(&self) -> CaseRule;
}

/// Phrases under construction, each with what it stands for.
pub(crate) struct TrieBuilder<F> {
    /// The words of all phrases, one after the other.
    pool: Vec<u32>,
    phrases: Vec<(u32, u32, F)>,
}

/// The arrays of a finished trie.
pub(crate) struct TrieParts<F> {
    pub first: Vec<U32>,
    pub rules: Vec<u8>,
    pub pairs: Vec<U64>,
    pub nodes: Vec<Node>,
    pub words: Vec<U32>,
    pub forms: Vec<F>,
}

/// A trie to match with.
#[derive(Clone, Copy)]
pub(crate) struct Trie<'a, F> {
    /// Node of each word as the first of a phrase, 0 for none.
    pub first: &'a [U32],
    /// How each word must be written where a phrase starts with it, as bits of [`CaseRule::first`]: the lower four where it
    /// is the whole phrase, the upper four where more words follow.
    pub rules: &'a [u8],
    /// The pairs of words that phrases start with, as a Bloom filter.
    pub pairs: &'a [U64],
    /// The last one only ends those before it.
    pub nodes: &'a [Node],
    /// Word that leads to each node.
    pub words: &'a [U32],
    pub forms: &'a [F],
}

impl<F> Default for TrieBuilder<F> {
    fn default() -> Self {
        TrieBuilder { pool: Vec::new(), phrases: Vec::new() }
    }
}

impl<F: Form> TrieBuilder<F> {
    /// Adds a phrase. Words that are hyphens are left out: they match a blank.
    pub fn add(&mut self, words: &[WordId], form: F) {
        let start = self.pool.len() as u32;
        self.pool.extend(words.iter().filter(|word| **word != HYPHEN).map(|word| word.0));
        let end = self.pool.len() as u32;
        if start < end {
            self.phrases.push((start, end, form));
        }
    }

    /// Eight bits a pair, two of them set: one pair in twenty is looked up in vain. The phrases are sorted.
    fn pairs(&self) -> Vec<U64> {
        let longer = self.phrases.iter().filter(|(start, end, _)| end - start > 1);
        let pair = |(start, ..): &(u32, u32, F)| [self.pool[*start as usize], self.pool[*start as usize + 1]];
        let mut pairs: Vec<[u32; 2]> = longer.map(pair).collect();
        pairs.dedup();
        let mut filter = vec![0u64; pairs.len() / 8 + 1];
        for [first, second] in pairs {
            let (block, bits) = bits_of(WordId(first), WordId(second), filter.len());
            filter[block] |= bits;
        }
        filter.into_iter().map(U64::new).collect()
    }

    /// Lays the phrases out for matching. `vocabulary` is the number of word ids.
    pub fn build(mut self, vocabulary: usize) -> TrieParts<F> {
        let pool = &self.pool;
        let phrase = |(start, end, _): &(u32, u32, F)| &pool[*start as usize..*end as usize];
        // Stable, so that forms of one phrase keep the order of the files.
        self.phrases.sort_by(|a, b| phrase(a).cmp(phrase(b)));
        let mut parts = TrieParts {
            first: vec![U32::ZERO; vocabulary],
            rules: vec![0; vocabulary],
            pairs: self.pairs(),
            nodes: Vec::new(),
            words: vec![U32::ZERO],
            forms: Vec::with_capacity(self.phrases.len()),
        };
        // Breadth first: the phrases that share the words up to a node are a range of the sorted ones.
        let mut ranges = vec![(0, self.phrases.len())];
        let mut level_end = 1;
        let mut depth = 0;
        let mut node = 0;
        while node < ranges.len() {
            if node == level_end {
                depth += 1;
                level_end = ranges.len();
            }
            let (mut at, end) = ranges[node];
            let forms = parts.forms.len() as u32;
            parts.nodes.push(Node { children: (ranges.len() as u32).into(), forms: forms.into() });
            while at < end && phrase(&self.phrases[at]).len() == depth {
                parts.forms.push(self.phrases[at].2);
                at += 1;
            }
            while at < end {
                let word = phrase(&self.phrases[at])[depth];
                let same = self.phrases[at..end].partition_point(|other| phrase(other)[depth] == word);
                if node == 0 {
                    parts.first[word as usize] = (ranges.len() as u32).into();
                    for (first, end, form) in &self.phrases[at..at + same] {
                        let shift = if end - first == 1 { 0 } else { LONGER };
                        parts.rules[word as usize] |= form.case().first() << shift;
                    }
                }
                parts.words.push(word.into());
                ranges.push((at, at + same));
                at += same;
            }
            node += 1;
        }
        let end = Node { children: (ranges.len() as u32).into(), forms: (parts.forms.len() as u32).into() };
        parts.nodes.push(end);
        parts
    }
}

impl Start {
    /// Its node as the first word, 0 for none.
    pub fn node(&self) -> usize {
        self.node.get() as usize
    }
}

/// How far up the rules of longer phrases are.
const LONGER: u32 = 4;

/// Where the two bits of a pair of words are, among so many blocks.
#[inline]
fn bits_of(first: WordId, second: WordId, blocks: usize) -> (usize, u64) {
    let mixed = (u64::from(first.0) << 32 | u64::from(second.0)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let block = (u128::from(mixed) * blocks as u128) >> 64;
    (block as usize, 1 << (mixed & 63) | 1 << (mixed >> 6 & 63))
}

impl<F> TrieParts<F> {
    /// The trie to match with.
    pub fn trie(&self) -> Trie<'_, F> {
        Trie {
            first: &self.first,
            rules: &self.rules,
            pairs: &self.pairs,
            nodes: &self.nodes,
            words: &self.words,
            forms: &self.forms,
        }
    }

    /// Whether phrases of more words start with a word.
    pub fn leads(&self, word: usize) -> bool {
        self.rules[word] >> LONGER != 0
    }

    /// The forms that end at a node; none at 0.
    pub fn ending_at(&self, node: u32) -> &[F] {
        if node == 0 {
            return &[];
        }
        let [here, next] = [node, node + 1].map(|node| self.nodes[node as usize].forms.get() as usize);
        &self.forms[here..next]
    }
}

impl<'a, F: Form> Trie<'a, F> {
    /// The node of a word as the first of a phrase, 0 for none.
    #[inline]
    pub fn first(&self, word: WordId) -> usize {
        self.first.get(word.0 as usize).map_or(0, |node| node.get() as usize)
    }

    /// Whether a phrase may start with the words at token `at` and behind it.
    #[inline]
    pub fn goes_on(&self, words: &[WordId], at: usize) -> bool {
        let mut next = at + 1;
        if words.get(next) == Some(&HYPHEN) && next + 1 < words.len() {
            next += 1;
        }
        words.get(next).is_some_and(|second| {
            let (block, bits) = bits_of(words[at], *second, self.pairs.len());
            self.pairs.get(block).is_some_and(|block| block.get() & bits == bits)
        })
    }

    /// What a word is in the phrases.
    pub fn start(&self, word: WordId) -> Start {
        let rules = self.rules.get(word.0 as usize).copied().unwrap_or_default();
        let node = self.first(word);
        if rules == 0 || node == 0 {
            return Start::default();
        }
        let forms = |node: usize| self.nodes.get(node).map_or(0, |node| node.forms.get());
        let (first, end) = (forms(node), forms(node + 1));
        // More than that many are taken from the trie.
        let count = u16::try_from(end.saturating_sub(first)).unwrap_or_default();
        Start { node: (node as u32).into(), forms: first.into(), count: count.into(), rules, reserved: 0 }
    }

    /// Whether a phrase may start at a token whose start is known and which is written as one of `rules` allows.
    #[inline]
    pub fn may_begin(&self, words: &[WordId], at: usize, start: Start, rules: u8) -> bool {
        start.rules & rules & 0xf != 0 || start.rules >> LONGER & rules != 0 && self.goes_on(words, at)
    }

    /// Reads what walks from nodes read first, and does nothing with it: see [`fetch`](super::vocab::fetch).
    #[inline]
    pub fn fetch(&self, nodes: impl Iterator<Item = usize>) {
        let read = |node: usize| {
            let node = self.nodes.get(node)?;
            let word = self.words.get(node.children.get() as usize)?;
            Some(
                word.get()
                    ^ u32::from(self.forms.get(node.forms.get() as usize).is_some_and(|form| form.case().0 == 1)),
            )
        };
        std::hint::black_box(nodes.filter_map(read).fold(0, |all, word| all ^ word));
    }

    /// As [`walk`](Self::walk), for a token whose start is known and which is written as one of `rules` allows: phrases that
    /// ask for others may be left out.
    #[inline]
    pub fn walk_written(
        &self,
        words: &[WordId],
        at: usize,
        start: Start,
        rules: u8,
        mut found: impl FnMut(usize, &'a [F]),
    ) {
        if start.rules >> LONGER & rules != 0 && self.goes_on(words, at) {
            self.walk_from(start.node.get() as usize, words, at, found);
        } else if start.rules & rules & 0xf != 0 {
            let first = start.forms.get() as usize;
            match self.forms.get(first..first.saturating_add(usize::from(start.count.get()))) {
                Some([]) | None => self.walk_from(start.node.get() as usize, words, at, found),
                Some(forms) => found(at + 1, forms),
            }
        }
    }

    /// Calls `found(end, forms)` for every phrase that starts at token `at`, shortest first; `end` is the token after it.
    pub fn walk(&self, words: &[WordId], at: usize, found: impl FnMut(usize, &'a [F])) {
        if let Some(word) = words.get(at) {
            self.walk_from(self.first(*word), words, at, found);
        }
    }

    fn walk_from(&self, mut node: usize, words: &[WordId], at: usize, mut found: impl FnMut(usize, &'a [F])) {
        let mut end = at + 1;
        while node != 0 {
            let (Some(here), Some(next)) = (self.nodes.get(node), self.nodes.get(node + 1)) else { return };
            if here.forms != next.forms
                && let Some(forms) = self.forms.get(here.forms.get() as usize..next.forms.get() as usize)
            {
                found(end, forms);
            }
            if here.children == next.children {
                return;
            }
            if words.get(end) == Some(&HYPHEN) && end + 1 < words.len() {
                end += 1;
            }
            let Some(word) = words.get(end).filter(|word| **word != WordId::UNKNOWN) else { return };
            let first = here.children.get() as usize;
            let Some(children) = self.words.get(first..next.children.get() as usize) else { return };
            let Ok(child) = children.binary_search_by_key(&word.0, |child| child.get()) else { return };
            node = first + child;
            end += 1;
        }
    }
}
