//! Phrases over word ids: the matcher of lexicons that are compiled.
//!
//! A trie whose first step is an array look-up by word id and whose further steps are one hash look-up each. Matching
//! starts only at words that start a phrase. Hyphens between words are stepped over, so "Jong-un" and "Jong un" are one.

use super::vocab::{KeyMap, WordId};
use crate::text::Shape;

/// How each word of a form must be written, two bits a word (the first sixteen; later ones may be anything).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct CaseRule(u32);

const ANY: u32 = 0;
const CAPITALISED: u32 = 1;
const CAPITALS: u32 = 2;
const EXACT_LOWER: u32 = 3;

impl CaseRule {
    /// The rule that an alias states by its own letters: capitals ask for capitals, a capital for a capital.
    pub fn of_shapes(shapes: impl Iterator<Item = Shape>) -> Self {
        Self::of(shapes, ANY)
    }

    /// As [`of_shapes`](Self::of_shapes), and lower case stays lower case: for unit symbols ("m" is not "M").
    pub fn exact(shapes: impl Iterator<Item = Shape>) -> Self {
        Self::of(shapes, EXACT_LOWER)
    }

    fn of(shapes: impl Iterator<Item = Shape>, lower: u32) -> Self {
        let mut rule = 0;
        for (index, shape) in shapes.take(16).enumerate() {
            let need = match shape {
                Shape::Upper | Shape::Single => CAPITALS,
                Shape::Title => CAPITALISED,
                Shape::Lower => lower,
                Shape::Mixed | Shape::None => ANY,
            };
            rule |= need << (2 * index);
        }
        CaseRule(rule)
    }

    /// Whether word `index` of the form may be written in `shape`.
    #[inline]
    fn allows(self, index: usize, shape: Shape) -> bool {
        if index >= 16 {
            return true;
        }
        match (self.0 >> (2 * index)) & 3 {
            CAPITALISED => matches!(shape, Shape::Title | Shape::Upper | Shape::Single | Shape::None),
            CAPITALS => matches!(shape, Shape::Upper | Shape::Single | Shape::None),
            EXACT_LOWER => matches!(shape, Shape::Lower | Shape::None),
            _ => true,
        }
    }

    /// Whether all words may be written so.
    pub fn allows_all(self, shapes: impl Iterator<Item = Shape>) -> bool {
        self.0 == 0 || shapes.enumerate().all(|(index, shape)| self.allows(index, shape))
    }
}

/// One way of writing something: how its letters must be, and what it stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub case: CaseRule,
    /// Index into the owner's table of values.
    pub value: u32,
}

/// Phrases under construction.
#[derive(Default)]
pub(crate) struct PhrasesBuilder {
    edges: KeyMap,
    nodes: u32,
    forms: Vec<(u32, Form)>,
}

/// A set of phrases, each with its forms.
#[derive(Default)]
pub(crate) struct Phrases {
    /// Node of each word as the first of a phrase, 0 for none.
    first: Vec<u32>,
    edges: KeyMap,
    /// Forms of node `n` are `forms[starts[n]..starts[n + 1]]`.
    starts: Vec<u32>,
    forms: Vec<Form>,
}

impl PhrasesBuilder {
    /// Adds a phrase. Words that are hyphens are left out: they match a blank.
    pub fn add(&mut self, words: &[WordId], form: Form) {
        let mut node = 0;
        for &word in words.iter().filter(|word| **word != super::keyword::HYPHEN) {
            let new = self.nodes + 1;
            node = self.edges.get_or_insert(edge(node, word), new);
            self.nodes = self.nodes.max(node);
        }
        if node != 0 {
            self.forms.push((node, form));
        }
    }

    /// Lays the phrases out for matching. `words` is the size of the vocabulary.
    pub fn build(mut self, words: usize) -> Phrases {
        self.forms.sort_by_key(|(node, _)| *node);
        let mut starts = vec![0u32; self.nodes as usize + 2];
        for (node, _) in &self.forms {
            starts[*node as usize + 1] += 1;
        }
        for index in 1..starts.len() {
            starts[index] += starts[index - 1];
        }
        let first = (0..words as u32).map(|word| self.edges.get(edge(0, WordId(word))).unwrap_or(0)).collect();
        Phrases { first, edges: self.edges, starts, forms: self.forms.into_iter().map(|(_, form)| form).collect() }
    }
}

/// Key of a step: never 0, and mixed, as [`KeyMap`] asks.
#[inline]
fn edge(node: u32, word: WordId) -> u64 {
    let key = (u64::from(node) << 32 | u64::from(word.0)).wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    key ^ (key >> 29) | 1 << 63
}

impl Phrases {
    /// Calls `found(end, forms)` for every phrase that starts at token `at`, shortest first; `end` is the token after it.
    #[inline]
    pub fn walk(&self, words: &[WordId], at: usize, mut found: impl FnMut(usize, &[Form])) {
        let Some(&node) = self.first.get(words[at].0 as usize) else { return };
        let mut node = node;
        let mut end = at + 1;
        while node != 0 {
            let forms = &self.forms[self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize];
            if !forms.is_empty() {
                found(end, forms);
            }
            if words.get(end) == Some(&super::keyword::HYPHEN) && end + 1 < words.len() {
                end += 1;
            }
            let Some(&next) = words.get(end) else { return };
            if next == WordId::UNKNOWN {
                return;
            }
            node = self.edges.get(edge(node, next)).unwrap_or(0);
            end += 1;
        }
    }
}
