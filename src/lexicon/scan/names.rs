//! The names of a text: leftmost-longest over all lexicons of names.

use super::super::case::{CaseRule, written_as};
use super::super::entry::{NameFlags, NameForm};
use super::super::layer::Layer;
use super::super::load::Lexicon;
use super::super::recent::Recent;
use super::super::trie::Trie;
use super::{Found, LayerWords, NameMatch, Words, Work, keep, select};
use crate::record::EntityKind;
use crate::text::{Shape, Token};

/// Leftmost-longest over all lexicons together. Of names of the same words those of the last lexicon stay, but places stand
/// beside places, since their population decides.
pub(super) fn find(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words, work: &mut Work) {
    let Words { names, layers, found: of_words, .. } = words;
    let Work { haystack, settled, .. } = work;
    names.clear();
    settled.be_of(lexicon.serial);
    // Nearly always there is one.
    let (one, several): ([Trie<NameForm>; 1], Vec<Trie<NameForm>>);
    let tries = if let [only] = &lexicon.layers[..] {
        one = [only.trie()];
        &one[..]
    } else {
        several = lexicon.layers.iter().map(Layer::trie).collect();
        &several[..]
    };
    for ((layer, trie), words) in lexicon.layers.iter().zip(tries).zip(&mut *layers) {
        let found = if layer.shares_words { &*of_words } else { &words.found };
        find_begins(trie, found, tokens, &mut words.begin);
        words.done = 0;
    }
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
                words.done += 1;
                if free {
                    let found = if lexicon.layers[index].shares_words { &*of_words } else { &words.found };
                    best.take_all(lexicon, index, at, tokens, trie, found);
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

/// Finds the tokens at which names of a lexicon may start, and fetches what is read of them.
fn find_begins(trie: &Trie<NameForm>, Found { slots, ids }: &Found, tokens: &[Token], begin: &mut Vec<u32>) {
    let rules = |token: &Token| CaseRule::allowing(token.shape);
    select(begin, slots.iter().zip(tokens).map(|(slot, token)| slot.start.may_begin(rules(token))));
    keep(begin, |at| {
        let (start, rules) = (slots[at].start, rules(&tokens[at]));
        start.is_phrase(rules) | start.may_go_on(rules) & trie.goes_on(ids, at)
    });
    let fetched = begin.iter().fold(0, |all, at| {
        let at = *at as usize;
        let start = slots[at].start;
        let longer = if start.may_go_on(rules(&tokens[at])) { trie.fetch_longer(ids, at) } else { 0 };
        all ^ trie.fetch_alone(start) ^ longer
    });
    std::hint::black_box(fetched);
}

impl LayerWords {
    /// The next token at which a name may start.
    #[inline]
    fn next(&self) -> Option<u32> {
        self.begin.get(self.done).copied()
    }
}

/// "CRICKET - AUSTRALIA": a heading in capitals, a dash with blanks around it, and what stands behind it.
fn headed(words: &[Token]) -> bool {
    let [before, dash, behind] = words else { return false };
    let capitals = |token: &Token| token.shape == Shape::Upper && token.len() > 5;
    dash.punct() == b'-' && dash.space_before && behind.space_before && capitals(before) && capitals(behind)
}

/// The longest names found so far at a token.
struct Best<'w> {
    names: &'w mut Vec<NameMatch>,
    settled: &'w mut Recent<u32>,
    /// Where those of this token begin.
    before: usize,
    /// Token after them; 0 while there are none.
    end: usize,
}

impl Best<'_> {
    /// Takes the names of a lexicon that start at a token, where they are longer than those before.
    fn take_all(
        &mut self,
        lexicon: &Lexicon,
        layer: usize,
        at: usize,
        tokens: &[Token],
        trie: &Trie<NameForm>,
        Found { slots, ids }: &Found,
    ) {
        let (start, rules) = (slots[at].start, CaseRule::allowing(tokens[at].shape));
        if start.is_phrase(rules) {
            self.take(lexicon, layer, at, at + 1, tokens, trie.alone(start));
        }
        if start.may_go_on(rules) && trie.goes_on(ids, at) {
            trie.walk_longer(ids, at, |end, forms| self.take(lexicon, layer, at, end, tokens, forms));
        }
    }

    fn take(&mut self, lexicon: &Lexicon, layer: usize, at: usize, end: usize, tokens: &[Token], forms: &[NameForm]) {
        if end < self.end || (end > at + 2 && tokens[at..end].windows(3).any(headed)) {
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
            places &= !added || lexicon.entry(entry).kind == EntityKind::Place;
            let flags = NameFlags(form.flags | if added { NameFlags::ADDED } else { 0 });
            self.names.push(NameMatch { first: at as u32, end: end as u32, entry, flags, prior: form.prior() });
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
