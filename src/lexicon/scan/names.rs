//! The names of a text: leftmost-longest over all lexicons of names.

use super::super::case::{CaseRule, written_as};
use super::super::entry::{NameFlags, NameForm};
use super::super::layer::Layer;
use super::super::load::Lexicon;
use super::super::settled::Settled;
use super::super::trie::Trie;
use super::super::vocab::WordId;
use super::{Begin, LayerWords, NameMatch, Words, Work};
use crate::record::EntityKind;
use crate::text::{Shape, Token};

/// Leftmost-longest over all lexicons together. Of names of the same words those of the last lexicon stay, but places stand
/// beside places, since their population decides.
pub(super) fn find(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words, work: &mut Work) {
    let Words { names, layers, .. } = words;
    let Work { haystack, settled, .. } = work;
    names.clear();
    if let ([layer], [words]) = (&lexicon.layers[..], &layers[..])
        && !layer.added
    {
        return find_in_one(layer, tokens, words, names);
    }
    settled.be_of(lexicon);
    let tries: Vec<Trie<NameForm>> = lexicon.layers.iter().map(Layer::trie).collect();
    let mut plain: &[(u32, u32, NameForm)] = &[];
    if let Some(automaton) = &lexicon.automaton {
        automaton.find(text, tokens, haystack);
        plain = haystack.found();
    }
    let mut behind = 0;
    loop {
        let begins = layers.iter().filter_map(LayerWords::next).chain(plain.first().map(|(first, ..)| *first));
        let Some(next) = begins.min() else { break };
        let at = next as usize;
        let free = at >= behind;
        let mut best = Best { before: names.len(), names, settled, end: 0 };
        for (index, (trie, words)) in tries.iter().zip(&mut *layers).enumerate() {
            if words.next() == Some(next) {
                let begin = words.begin[words.done];
                words.done += 1;
                if free {
                    begin.names(trie, &words.ids, |end, forms| best.take(lexicon, index, at, end, tokens, forms));
                }
            }
        }
        while let Some((_, end, form)) = plain.first().filter(|(first, ..)| *first == next) {
            if free {
                best.take(lexicon, tries.len() - 1, at, *end as usize, tokens, std::slice::from_ref(form));
            }
            plain = &plain[1..];
        }
        behind = behind.max(best.end);
    }
}

/// The same where there are the bundled names alone, as nearly always: none goes before another.
fn find_in_one(layer: &Layer, tokens: &[Token], words: &LayerWords, names: &mut Vec<NameMatch>) {
    let (trie, count) = (layer.trie(), layer.len());
    let mut behind = 0;
    for begin in &words.begin {
        let (at, before) = (begin.token as usize, names.len());
        if at < behind {
            continue;
        }
        begin.names(&trie, &words.ids, |end, forms| {
            if is_headed(at, end, tokens) {
                return;
            }
            for form in forms.iter().filter(|form| form.entry.get() < count) {
                if written_as(CaseRule(form.case.get()), &tokens[at..end]) {
                    // A longer name takes the place of shorter ones.
                    if behind < end {
                        names.truncate(before);
                        behind = end;
                    }
                    names.push(NameMatch::new(at, end, layer.base + form.entry.get(), form));
                }
            }
        });
    }
}

impl LayerWords {
    /// Keeps the tokens at which names of more than one word may start.
    pub(super) fn look_ahead(&mut self, trie: &Trie<NameForm>) {
        self.starts.look_ahead(trie, &self.ids);
    }

    /// Fetches what is read of them, and of the names that are a word alone.
    pub(super) fn fetch(&self, trie: &Trie<NameForm>) {
        std::hint::black_box(self.begin.iter().fold(0, |all, begin| all ^ trie.fetch_alone(begin.start)));
        self.starts.fetch(trie);
    }

    /// Finds where those go on that do.
    pub(super) fn find_nodes(&mut self, trie: &Trie<NameForm>) {
        let LayerWords { ids, begin, starts, .. } = self;
        starts.find_nodes(trie, ids);
        let mut begins = begin.iter_mut();
        for (token, node) in &starts.found {
            if let Some(begin) = begins.find(|begin| begin.token == *token) {
                begin.node = *node;
            }
        }
    }

    /// The next token at which a name may start.
    #[inline]
    fn next(&self) -> Option<u32> {
        self.begin.get(self.done).map(|begin| begin.token)
    }
}

impl Begin {
    /// Shows all names that start here, shortest first: the token after each, and its forms.
    #[inline]
    fn names<'l>(&self, trie: &Trie<'l, NameForm>, ids: &[WordId], mut found: impl FnMut(usize, &'l [NameForm])) {
        let at = self.token as usize;
        if self.start.is_phrase() {
            found(at + 1, trie.alone(self.start));
        }
        trie.walk_longer(ids, at, self.node, found);
    }
}

impl NameMatch {
    #[inline]
    fn new(first: usize, end: usize, entry: u32, form: &NameForm) -> NameMatch {
        let flags = NameFlags(form.flags & !NameFlags::PLACE);
        NameMatch { first: first as u32, end: end as u32, entry, flags, prior: form.prior() }
    }
}

/// "CRICKET - AUSTRALIA": a heading in capitals, a dash with blanks around it, and what stands behind it.
fn headed(words: &[Token]) -> bool {
    let [before, dash, behind] = words else { return false };
    let capitals = |token: &Token| token.shape == Shape::Upper && token.len() > 5;
    dash.punct() == b'-' && dash.space_before && behind.space_before && capitals(before) && capitals(behind)
}

/// Whether a name reaches over such a dash.
#[inline]
fn is_headed(at: usize, end: usize, tokens: &[Token]) -> bool {
    end > at + 2 && tokens[at..end].windows(3).any(headed)
}

/// The longest names found so far at a token.
struct Best<'w> {
    names: &'w mut Vec<NameMatch>,
    settled: &'w mut Settled,
    /// Where those of this token begin.
    before: usize,
    /// Token after them; 0 while there are none.
    end: usize,
}

impl Best<'_> {
    /// Takes names of a lexicon that start at a token, where they are longer than those before.
    fn take(&mut self, lexicon: &Lexicon, layer: usize, at: usize, end: usize, tokens: &[Token], forms: &[NameForm]) {
        if end < self.end || is_headed(at, end, tokens) {
            return;
        }
        let kept = self.names.len();
        let added = lexicon.layers[layer].added;
        let mut places = true;
        for form in forms.iter().filter(|form| written_as(CaseRule(form.case.get()), &tokens[at..end])) {
            let Some(entry) = lexicon.settle(layer, form, &tokens[at..end], self.settled) else { continue };
            if end == self.end && self.names[self.before..].iter().any(|name| name.entry == entry) {
                continue;
            }
            // A name tells of its own entry alone.
            let own = entry == lexicon.layers[layer].base + form.entry.get();
            let is_place = form.flags & NameFlags::PLACE != 0;
            places &= !added || if own { is_place } else { lexicon.entry(entry).kind == EntityKind::Place };
            let mut name = NameMatch::new(at, end, entry, form);
            name.flags.0 |= if added { NameFlags::ADDED } else { 0 };
            self.names.push(name);
        }
        if self.names.len() == kept {
            return;
        }
        let replaced = if end > self.end {
            self.before..kept
        } else if places {
            kept..kept
        } else {
            let below = |name: &NameMatch| !added || !name.flags.has(NameFlags::ADDED);
            let count = self.names[self.before..kept].iter().take_while(|name| below(name)).count();
            self.before..self.before + count
        };
        if !replaced.is_empty() {
            self.names.drain(replaced);
        }
        self.end = end;
    }
}
