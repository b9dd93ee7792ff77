//! Looking up every token of a text: word ids, the senses that start at each token, and the names.

use super::automaton::Haystack;
use super::case::{CaseRule, written_as};
use super::entry::{NameFlags, NameForm};
use super::layer::Matcher;
use super::load::Lexicon;
use super::sense::{Class, Sense};
use super::vocab::{WordId, look_up};
use crate::record::EntityKind;
use crate::text::Token;

/// What the lexicons say of each token of a text. Reused between texts.
#[derive(Default)]
pub(crate) struct Words {
    pub ids: Vec<WordId>,
    /// Bits of the [`Class`]es of which a word or phrase starts at the token.
    pub masks: Vec<u32>,
    /// The senses of token `i` are `senses[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    senses: Vec<(u32, Sense)>,
    /// Names, leftmost-longest, in text order.
    pub names: Vec<NameMatch>,
    /// Ids of the words in each lexicon of names.
    layer_ids: Vec<Vec<WordId>>,
    haystack: Haystack,
}

/// A stretch of tokens that lexicons know as a name. Where several entries have that name, one match for each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct NameMatch {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    /// Number of the entry in the lexicon.
    pub entry: u32,
    pub flags: NameFlags,
    /// Share of the mentions of this form that mean this entry, 0 to 1, where the lexicon says it.
    pub prior: Option<f32>,
}

impl Words {
    /// The longest sense of a class that starts at a token: the token after it, and its row.
    #[inline]
    pub fn longest(&self, token: usize, class: Class) -> Option<(usize, usize)> {
        if self.masks[token] & class.bit() == 0 {
            return None;
        }
        self.all(token, class).last()
    }

    /// All senses of a class that start at a token, shortest first: the token after each, and its row.
    pub fn all(&self, token: usize, class: Class) -> impl DoubleEndedIterator<Item = (usize, usize)> + '_ {
        self.senses(token)
            .iter()
            .filter(move |(_, sense)| sense.class == class)
            .map(|(end, sense)| (*end as usize, sense.row as usize))
    }

    /// All senses that start at a token, shortest first, each with the token after it.
    pub fn senses(&self, token: usize) -> &[(u32, Sense)] {
        &self.senses[self.starts[token] as usize..self.starts[token + 1] as usize]
    }
}

/// Looks up all tokens of a text.
pub(super) fn scan(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words) {
    let slots = lexicon.slots();
    words.ids.clear();
    words.ids.extend(tokens.iter().map(|token| look_up(slots, token.hash)));
    scan_terms(lexicon, tokens, words);
    scan_names(lexicon, text, tokens, words);
}

fn scan_terms(lexicon: &Lexicon, tokens: &[Token], words: &mut Words) {
    let Words { ids, masks, starts, senses, .. } = words;
    let terms = lexicon.terms();
    masks.clear();
    starts.clear();
    senses.clear();
    for at in 0..tokens.len() {
        starts.push(senses.len() as u32);
        let mut mask = 0;
        terms.walk(ids, at, |end, forms| {
            for form in forms {
                if written_as(CaseRule(form.case.get()), &tokens[at..end]) {
                    let sense = lexicon.senses[form.sense.get() as usize];
                    mask |= sense.class.bit();
                    senses.push((end as u32, sense));
                }
            }
        });
        masks.push(mask);
    }
    starts.push(senses.len() as u32);
}

/// Leftmost-longest over all lexicons together. Of names of the same words those of the last lexicon stay, but places stand
/// beside places, since their population decides.
fn scan_names(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words) {
    let Words { names, layer_ids, haystack, .. } = words;
    names.clear();
    layer_ids.resize_with(lexicon.layers.len(), Vec::new);
    let matchers: Vec<Matcher> = lexicon.layers.iter().map(|layer| layer.matcher()).collect();
    for (matcher, ids) in matchers.iter().zip(layer_ids.iter_mut()) {
        ids.clear();
        ids.extend(tokens.iter().map(|token| look_up(matcher.slots, token.hash)));
    }
    if let Some(automaton) = &lexicon.automaton {
        automaton.find(text, tokens, haystack);
    }
    let mut plain = haystack.found();
    let mut at = 0;
    while at < tokens.len() {
        let mut best = Best { names, before: 0, end: 0 };
        best.before = best.names.len();
        for (index, (matcher, ids)) in matchers.iter().zip(layer_ids.iter()).enumerate() {
            matcher.trie.walk(ids, at, |end, forms| best.take(lexicon, index, at, end, tokens, forms));
        }
        while let Some((first, end, form)) = plain.first().filter(|_| lexicon.automaton.is_some()) {
            if *first as usize > at {
                break;
            }
            if *first as usize == at {
                let form = std::slice::from_ref(form);
                best.take(lexicon, matchers.len() - 1, at, *end as usize, tokens, form);
            }
            plain = &plain[1..];
        }
        at = best.end.max(at + 1);
    }
}

/// The longest names found so far at a token.
struct Best<'w> {
    names: &'w mut Vec<NameMatch>,
    /// Where those of this token begin.
    before: usize,
    /// Token after them; 0 while there are none.
    end: usize,
}

impl Best<'_> {
    fn take(&mut self, lexicon: &Lexicon, layer: usize, at: usize, end: usize, tokens: &[Token], forms: &[NameForm]) {
        if end < self.end {
            return;
        }
        let kept = self.names.len();
        let added = lexicon.layers[layer].added;
        let mut places = true;
        for form in forms.iter().filter(|form| written_as(CaseRule(form.case.get()), &tokens[at..end])) {
            let Some(entry) = lexicon.settle(layer, form, &tokens[at..end]) else { continue };
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
