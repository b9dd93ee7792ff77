//! Phrases over word ids: a trie in flat arrays, so that it can be stored and mapped as it is.
//!
//! The children of a node stand side by side, sorted by word; a node's number is the place of its word. What a word is as
//! the first of a phrase is kept with the word ([`Start`]): the forms that it has alone, and how it must be written. Of
//! longer phrases the first two words are looked up as a pair (`pairs`), and only where a filter of bits (`filter`) has the
//! pair: few words of a text go on. Hyphens between words are stepped over, so "Jong-un" and "Jong un" are one.

use zerocopy::little_endian::{U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::case::CaseRule;
use super::image::Writer;
use super::keyword::HYPHEN;
use super::slot::place;
use super::start::Start;
use super::vocab::WordId;

/// A node as it is stored: where its children and its forms begin. They end where those of the next node begin.
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct Node {
    children: U32,
    forms: U32,
}

/// Two words that phrases start with and the node that they lead to, as they are stored: a slot of a table, empty where
/// the node is 0.
#[derive(Clone, Copy, Debug, Default, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(crate) struct Pair {
    first: U32,
    second: U32,
    node: U32,
}

/// Where a pair of words is looked for, or nowhere: phrases that begin with the first do not go on with the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ahead(u32);

impl Ahead {
    pub const NOTHING: Ahead = Ahead(u32::MAX);

    /// Whether there is something.
    #[inline]
    pub fn is_something(self) -> bool {
        self != Ahead::NOTHING
    }
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

/// The arrays of a finished trie, and what each word is in it.
pub(crate) struct TrieParts<F> {
    starts: Vec<Start>,
    /// Whether some phrase has the word.
    used: Vec<bool>,
    filter: Vec<U64>,
    pairs: Vec<Pair>,
    nodes: Vec<Node>,
    words: Vec<U32>,
    forms: Vec<F>,
}

/// A trie to match with.
#[derive(Clone, Copy)]
pub(crate) struct Trie<'a, F> {
    /// The pairs of words that phrases start with, as a Bloom filter.
    pub filter: &'a [U64],
    /// The pairs, by their hashes.
    pub pairs: &'a [Pair],
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

    /// Lays the phrases out for matching. `vocabulary` is the number of word ids.
    pub fn build(mut self, vocabulary: usize) -> TrieParts<F> {
        let pool = &self.pool;
        let phrase = |(start, end, _): &(u32, u32, F)| &pool[*start as usize..*end as usize];
        // Stable, so that forms of one phrase keep the order of the files.
        self.phrases.sort_by(|a, b| phrase(a).cmp(phrase(b)));
        let mut parts = TrieParts {
            starts: vec![Start::NONE; vocabulary],
            used: vec![false; vocabulary],
            filter: Vec::new(),
            pairs: Vec::new(),
            nodes: Vec::new(),
            words: vec![U32::ZERO],
            forms: Vec::with_capacity(self.phrases.len()),
        };
        // Behind a hyphen the second word may stand.
        if let Some(hyphen) = parts.starts.get_mut(HYPHEN.0 as usize) {
            hyphen.follow();
        }
        // Breadth first: the phrases that share the words up to a node are a range of the sorted ones.
        let mut ranges = vec![(0, self.phrases.len())];
        let mut pairs = Vec::new();
        let mut level_end = 1;
        let mut depth = 0;
        let mut node = 0;
        while node < ranges.len() {
            if node == level_end {
                depth += 1;
                level_end = ranges.len();
            }
            let (mut at, end) = ranges[node];
            let forms = parts.forms.len();
            parts.nodes.push(Node { children: (ranges.len() as u32).into(), forms: (forms as u32).into() });
            while at < end && phrase(&self.phrases[at]).len() == depth {
                parts.forms.push(self.phrases[at].2);
                at += 1;
            }
            let here = parts.words[node];
            if depth == 1 {
                let alone = &parts.forms[forms..];
                let whole = alone.iter().fold(0, |rules, form| rules | form.case().first());
                let longer = self.phrases[at..end].iter().fold(0, |rules, (.., form)| rules | form.case().first());
                let follows = parts.starts[here.get() as usize].follows();
                parts.starts[here.get() as usize] = Start::new(forms as u32, alone.len(), whole, longer);
                if follows {
                    parts.starts[here.get() as usize].follow();
                }
            }
            while at < end {
                let word = phrase(&self.phrases[at])[depth];
                let same = self.phrases[at..end].partition_point(|other| phrase(other)[depth] == word);
                if depth == 1 {
                    pairs.push(Pair { first: here, second: word.into(), node: (ranges.len() as u32).into() });
                    parts.starts[word as usize].follow();
                }
                parts.used[word as usize] = true;
                parts.words.push(word.into());
                ranges.push((at, at + same));
                at += same;
            }
            node += 1;
        }
        let end = Node { children: (ranges.len() as u32).into(), forms: (parts.forms.len() as u32).into() };
        parts.nodes.push(end);
        parts.filter = filter(&pairs);
        parts.pairs = table(&pairs);
        parts
    }
}

/// Eight bits a pair, two of them set: one pair in twenty is looked up in vain.
fn filter(pairs: &[Pair]) -> Vec<U64> {
    let mut filter = vec![0u64; pairs.len() / 8 + 1];
    for pair in pairs {
        let mixed = mix(WordId(pair.first.get()), WordId(pair.second.get()));
        filter[place(mixed, pairs.len() / 8 + 1)] |= bits(mixed);
    }
    filter.into_iter().map(U64::new).collect()
}

/// Open addressing, a third of the slots empty.
fn table(pairs: &[Pair]) -> Vec<Pair> {
    let mut slots = vec![Pair::default(); pairs.len() * 3 / 2 + 1];
    for pair in pairs {
        let mut at = place(mix(WordId(pair.first.get()), WordId(pair.second.get())), slots.len());
        while slots[at].node != 0 {
            at = (at + 1) % slots.len();
        }
        slots[at] = *pair;
    }
    slots
}

/// The hash of a pair of words.
#[inline]
fn mix(first: WordId, second: WordId) -> u64 {
    let mixed = (u64::from(first.0) << 32 | u64::from(second.0)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (mixed ^ mixed >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9)
}

/// The bits of a pair in its block of the filter.
#[inline]
fn bits(mixed: u64) -> u64 {
    1 << (mixed & 63) | 1 << (mixed >> 6 & 63)
}

impl<F: Form + IntoBytes + Immutable> TrieParts<F> {
    /// Writes the sections of a trie, whose tags begin with a letter of its own.
    pub fn write(&self, letter: u8, writer: &mut Writer) {
        writer.items(&[letter, b'F', b'I', b'L'], &self.filter);
        writer.items(&[letter, b'P', b'A', b'I'], &self.pairs);
        writer.items(&[letter, b'N', b'O', b'D'], &self.nodes);
        writer.items(&[letter, b'W', b'R', b'D'], &self.words);
        writer.items(&[letter, b'F', b'R', b'M'], &self.forms);
    }

    /// How many word ids there are.
    pub fn words(&self) -> usize {
        self.starts.len()
    }

    /// Whether some phrase has a word.
    pub fn has(&self, word: WordId) -> bool {
        self.used[word.0 as usize]
    }

    /// What a word is as the first of phrases.
    pub fn start(&self, word: WordId) -> Start {
        self.starts[word.0 as usize]
    }

    /// Whether phrases of more words start with a word.
    pub fn leads(&self, word: WordId) -> bool {
        self.start(word).goes_on()
    }

    /// The forms of the phrase that is a word alone.
    pub fn alone(&self, word: WordId) -> &[F] {
        let (forms, count) = self.start(word).forms();
        &self.forms[forms..][..count]
    }
}

impl<'a, F: Form> Trie<'a, F> {
    /// The word behind token `at`, over a hyphen where more follows; the number of words where there is none.
    #[inline]
    fn next(words: &[WordId], at: usize) -> usize {
        let next = at + 1;
        next + usize::from(next + 1 < words.len() && words[next] == HYPHEN)
    }

    /// Where the words at token `at` and behind it stand among the pairs, if phrases may start with them: found for all that
    /// do, and for few others.
    #[inline]
    pub fn ahead(&self, words: &[WordId], at: usize) -> Ahead {
        let pair = self.pair(words, at);
        if self.may_start(pair) { self.place_of(pair) } else { Ahead::NOTHING }
    }

    /// The hash of the words at token `at` and behind it; that of the word alone where there is none behind it.
    #[inline]
    pub fn pair(&self, words: &[WordId], at: usize) -> u64 {
        mix(words[at], words.get(Self::next(words, at)).copied().unwrap_or_default())
    }

    /// Whether phrases may start with a pair: so of all with which some do, and of few others.
    #[inline]
    pub fn may_start(&self, pair: u64) -> bool {
        !self.filter.get(place(pair, self.filter.len())).map_or(0, |block| block.get()) & bits(pair) == 0
    }

    /// Where a pair stands if it is one.
    #[inline]
    pub fn place_of(&self, pair: u64) -> Ahead {
        Ahead(place(pair, self.pairs.len()) as u32)
    }

    /// Reads what [`node`](Self::node) reads first, and does nothing with it: the processor fetches it for many tokens at once,
    /// where walks would wait for one after the other.
    #[inline]
    pub fn fetch_longer(&self, ahead: Ahead) -> u32 {
        self.pairs.get(ahead.0 as usize).map_or(0, |pair| pair.node.get())
    }

    /// As [`fetch_longer`](Self::fetch_longer), for what [`alone`](Self::alone) reads.
    #[inline]
    pub fn fetch_alone(&self, start: Start) -> u32 {
        self.forms.get(start.forms().0).map_or(0, |form| form.case().0)
    }

    /// The forms of the phrase that is a word alone.
    #[inline]
    pub fn alone(&self, start: Start) -> &'a [F] {
        let (first, count) = start.forms();
        self.forms.get(first..first + count).unwrap_or_default()
    }

    /// Calls `found(end, forms)` for every phrase that starts at token `at`, shortest first; `end` is the token after it.
    /// `start` is what the word there is.
    pub fn walk(&self, start: Start, words: &[WordId], at: usize, mut found: impl FnMut(usize, &'a [F])) {
        let alone = self.alone(start);
        if !alone.is_empty() {
            found(at + 1, alone);
        }
        self.walk_longer(words, at, self.node(words, at, self.ahead(words, at)), found);
    }

    /// As [`walk`](Self::walk), for phrases of more than one word, from the node of the first two on.
    pub fn walk_longer(&self, words: &[WordId], at: usize, node: u32, mut found: impl FnMut(usize, &'a [F])) {
        let (mut end, mut node) = (Self::next(words, at), node as usize);
        while node != 0 {
            end += 1;
            let (Some(here), Some(next)) = (self.nodes.get(node), self.nodes.get(node + 1)) else { return };
            if here.forms != next.forms
                && let Some(forms) = self.forms.get(here.forms.get() as usize..next.forms.get() as usize)
            {
                found(end, forms);
            }
            if here.children == next.children {
                return;
            }
            end = Self::next(words, end - 1);
            let Some(word) = words.get(end).filter(|word| **word != WordId::UNKNOWN) else { return };
            let first = here.children.get() as usize;
            let Some(children) = self.words.get(first..next.children.get() as usize) else { return };
            let Ok(child) = children.binary_search_by_key(&word.0, |child| child.get()) else { return };
            node = first + child;
        }
    }

    /// The node of the words at token `at` and behind it, 0 for none. Like [`fetch_longer`](Self::fetch_longer) best asked for
    /// many tokens, and then [fetched](Self::fetch_node), before any is walked from.
    #[inline]
    pub fn node(&self, words: &[WordId], at: usize, ahead: Ahead) -> u32 {
        let Some(second) = words.get(Self::next(words, at)) else { return 0 };
        let (first, mut at) = (words[at], ahead.0 as usize);
        // Bounded, since a damaged file may have no empty slot.
        for _ in 0..self.pairs.len() {
            let Some(pair) = self.pairs.get(at) else { break };
            if pair.node == 0 || (pair.first.get(), pair.second.get()) == (first.0, second.0) {
                return pair.node.get();
            }
            at = if at + 1 == self.pairs.len() { 0 } else { at + 1 };
        }
        0
    }

    /// As [`fetch_longer`](Self::fetch_longer), for what is read of what a node leads to.
    #[inline]
    pub fn fetch_behind(&self, node: u32) -> u32 {
        let Some(node) = self.nodes.get(node as usize) else { return 0 };
        let forms = self.forms.get(node.forms.get() as usize).map_or(0, |form| form.case().0);
        forms ^ self.words.get(node.children.get() as usize).map_or(0, |word| word.get())
    }

    /// As [`fetch_longer`](Self::fetch_longer), for what is read of a node.
    #[inline]
    pub fn fetch_node(&self, node: u32) -> u32 {
        self.nodes.get(node as usize).map_or(0, |node| node.forms.get())
    }
}
