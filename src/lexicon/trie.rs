//! Phrases over word ids: a trie in three flat arrays, so that it can be stored and mapped as it is.
//!
//! The children of a node stand side by side, sorted by word; a node's number is the place of its word. Matching starts
//! only at words that start a phrase, written as one of these phrases asks (`starts`, by word id) and, where the phrases go on,
//! followed by a word that goes on with one (`pairs`): few words of a text do. Hyphens between words are stepped over, so "Jong-un" and "Jong un"
//! are one.

use zerocopy::little_endian::{U32, U64};
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

/// What a word can be in the phrases, as it is stored. The sets are bits of [`CaseRule::first`].
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct Start {
    /// Its node as the first word, 0 for none.
    pub node: U32,
    /// How it must be written in phrases that are this word alone.
    pub alone: u8,
    /// How it must be written as the first of more words.
    pub leading: u8,
    reserved: [u8; 2],
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
    pub starts: Vec<Start>,
    /// A bit for each pair of words that a phrase may start with.
    pub pairs: Vec<U64>,
    pub nodes: Vec<Node>,
    pub words: Vec<U32>,
    pub forms: Vec<F>,
}

/// A trie to match with.
#[derive(Clone, Copy)]
pub(crate) struct Trie<'a, F> {
    /// By word id.
    pub starts: &'a [Start],
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

    /// Sixteen bits for each phrase of more than one word, one of them set: at most one pair in sixteen is looked up in vain.
    fn pairs(&self) -> Vec<U64> {
        let longer = self.phrases.iter().filter(|(start, end, _)| end - start > 1);
        let mut pairs = vec![0u64; (longer.clone().count() / 4).next_power_of_two()];
        for (start, ..) in longer {
            let [first, second] = [self.pool[*start as usize], self.pool[*start as usize + 1]];
            let (block, bit) = pair(WordId(first), WordId(second), pairs.len());
            pairs[block] |= bit;
        }
        pairs.into_iter().map(U64::new).collect()
    }

    /// Lays the phrases out for matching. `vocabulary` is the number of word ids.
    pub fn build(mut self, vocabulary: usize) -> TrieParts<F> {
        let pool = &self.pool;
        let phrase = |(start, end, _): &(u32, u32, F)| &pool[*start as usize..*end as usize];
        // Stable, so that forms of one phrase keep the order of the files.
        self.phrases.sort_by(|a, b| phrase(a).cmp(phrase(b)));
        let mut parts = TrieParts {
            starts: vec![Start::default(); vocabulary],
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
                    let start = &mut parts.starts[word as usize];
                    start.node = (ranges.len() as u32).into();
                    for (first, end, form) in &self.phrases[at..at + same] {
                        let set = if end - first == 1 { &mut start.alone } else { &mut start.leading };
                        *set |= form.case().first();
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

/// Where the bit of a pair of words is, in so many blocks (a power of two).
#[inline]
fn pair(first: WordId, second: WordId, blocks: usize) -> (usize, u64) {
    let mixed = (u64::from(first.0) << 32 | u64::from(second.0)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((mixed >> 32) as usize & blocks.wrapping_sub(1), 1 << (mixed >> 58))
}

impl<F> TrieParts<F> {
    /// The forms that end at a node; none at 0.
    pub fn ending_at(&self, node: u32) -> &[F] {
        if node == 0 {
            return &[];
        }
        let [here, next] = [node, node + 1].map(|node| self.nodes[node as usize].forms.get() as usize);
        &self.forms[here..next]
    }
}

impl<'a, F> Trie<'a, F> {
    /// What a word can be.
    #[inline]
    pub fn start(&self, word: WordId) -> Start {
        self.starts.get(word.0 as usize).copied().unwrap_or_default()
    }

    /// Whether a phrase may start with the words at token `at` and behind it.
    #[inline]
    pub fn goes_on(&self, words: &[WordId], at: usize) -> bool {
        let mut next = at + 1;
        if words.get(next) == Some(&HYPHEN) && next + 1 < words.len() {
            next += 1;
        }
        words.get(next).is_some_and(|second| {
            let (block, bit) = pair(words[at], *second, self.pairs.len());
            self.pairs.get(block).is_some_and(|block| block.get() & bit != 0)
        })
    }

    /// As [`walk`](Self::walk), for a token that is written as one of `rules` allows: phrases that ask for others may be left
    /// out.
    #[inline]
    pub fn walk_written(&self, words: &[WordId], at: usize, rules: u8, mut found: impl FnMut(usize, &'a [F])) {
        let start = self.start(words[at]);
        if start.leading & rules != 0 && self.goes_on(words, at) {
            self.walk(words, at, found);
        } else if start.alone & rules != 0
            && let node = start.node.get() as usize
            && let (Some(here), Some(next)) = (self.nodes.get(node), self.nodes.get(node + 1))
            && let Some(forms) = self.forms.get(here.forms.get() as usize..next.forms.get() as usize)
        {
            found(at + 1, forms);
        }
    }

    /// Calls `found(end, forms)` for every phrase that starts at token `at`, shortest first; `end` is the token after it.
    pub fn walk(&self, words: &[WordId], at: usize, mut found: impl FnMut(usize, &'a [F])) {
        let Some(word) = words.get(at) else { return };
        let mut node = self.start(*word).node.get() as usize;
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
