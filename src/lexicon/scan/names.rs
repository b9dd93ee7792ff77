//! The names of a text: leftmost-longest over all lexicons of names.

use super::super::case::{CaseRule, written_as};
use super::super::entry::{NameFlags, NameForm};
use super::super::layer::Layer;
use super::super::load::Lexicon;
use super::super::recent::Recent;
use super::super::trie::Trie;
use super::super::vocab;
use super::{LayerWords, NameMatch, Words};
use crate::record::EntityKind;
use crate::text::{Shape, Token};

/// Leftmost-longest over all lexicons together. Of names of the same words those of the last lexicon stay, but places stand
/// beside places, since their population decides.
pub(super) fn find(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words) {
    let Words { names, layers, haystack, settled, .. } = words;
    names.clear();
    settled.be_of(lexicon.serial);
    for (layer, words) in lexicon.layers.iter().zip(layers.iter_mut()).filter(|(layer, _)| !layer.shares_words) {
        read_names(lexicon, layer, tokens, words);
    }
    if let [layer] = &lexicon.layers[..]
        && lexicon.automaton.is_none()
    {
        return scan_one(lexicon, layer, &mut layers[0], tokens, names, settled);
    }
    let tries: Vec<Trie<NameForm>> = lexicon.layers.iter().map(Layer::trie).collect();
    if let Some(automaton) = &lexicon.automaton {
        automaton.find(text, tokens, haystack);
    }
    let mut plain = haystack.found();
    let mut at = 0;
    while at < tokens.len() {
        let mut best = Best { names, settled, before: 0, end: 0 };
        best.before = best.names.len();
        let rules = CaseRule::allowing(tokens[at].shape);
        for (index, (trie, words)) in tries.iter().zip(layers.iter()).enumerate() {
            let take = |end, forms: &[NameForm]| best.take(lexicon, index, at, end, tokens, forms);
            trie.walk_written(&words.ids, at, words.starts[at], rules, take);
        }
        while let Some((first, end, form)) = plain.first().filter(|_| lexicon.automaton.is_some()) {
            if *first as usize > at {
                break;
            }
            if *first as usize == at {
                let form = std::slice::from_ref(form);
                best.take(lexicon, tries.len() - 1, at, *end as usize, tokens, form);
            }
            plain = &plain[1..];
        }
        at = best.end.max(at + 1);
    }
}

/// What a lexicon of names with a vocabulary of its own says of each token.
fn read_names(lexicon: &Lexicon, layer: &Layer, tokens: &[Token], words: &mut LayerWords) {
    let trie = layer.trie();
    words.resize(tokens.len());
    words.recent.be_of(lexicon.serial);
    words.new.clear();
    for (index, token) in tokens.iter().enumerate() {
        match words.recent.get(token.hash) {
            Some(known) => (words.ids[index], words.starts[index]) = *known,
            None => words.new.push(index as u32),
        }
    }
    vocab::fetch(layer.slots(), words.new.iter().map(|token| tokens[*token as usize].hash));
    for &token in &words.new {
        let token = token as usize;
        let id = layer.word(tokens[token].hash);
        let known = (id, trie.start(id));
        (words.ids[token], words.starts[token]) = known;
        words.recent.put(tokens[token].hash, known);
    }
}

/// [`find`] where there is one lexicon, as mostly.
fn scan_one(
    lexicon: &Lexicon,
    layer: &Layer,
    words: &mut LayerWords,
    tokens: &[Token],
    names: &mut Vec<NameMatch>,
    settled: &mut Recent<u32>,
) {
    let trie = layer.trie();
    let LayerWords { ids, starts, new: begin, .. } = words;
    begin.clear();
    for (at, (token, start)) in tokens.iter().zip(starts.iter()).enumerate() {
        if trie.may_begin(ids, at, *start, CaseRule::allowing(token.shape)) {
            begin.push(at as u32);
        }
    }
    trie.fetch(begin.iter().map(|at| starts[*at as usize].node()));
    let mut behind = 0;
    for &at in begin.iter() {
        let at = at as usize;
        if at < behind {
            continue;
        }
        let rules = CaseRule::allowing(tokens[at].shape);
        let mut best = Best { before: names.len(), names, settled, end: 0 };
        let take = |end, forms: &[NameForm]| best.take(lexicon, 0, at, end, tokens, forms);
        trie.walk_written(ids, at, starts[at], rules, take);
        behind = best.end;
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
        self.names.drain(replaced);
        self.end = end;
    }
}
