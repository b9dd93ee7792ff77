//! Looking up every token of a text: word ids, the senses that start at each token, and the names.

use super::automaton::Haystack;
use super::case::{CaseRule, written_as};
use super::entry::{NameFlags, NameForm};
use super::layer::Layer;
use super::load::Lexicon;
use super::sense::Class;
use super::tables::{WordFlags, WordInfo};
use super::trie::Trie;
use super::vocab::{WordId, look_up};
use super::words::SenseRow;
use crate::record::EntityKind;
use crate::text::Token;

/// What the lexicons say of each token of a text. Reused between texts.
#[derive(Default)]
pub(crate) struct Words {
    pub ids: Vec<WordId>,
    /// What the word at each token is by itself.
    pub infos: Vec<WordInfo>,
    /// Bits of the [`Class`]es of which a word or phrase starts at the token.
    pub masks: Vec<u32>,
    /// The senses of token `i` are `senses[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    senses: Vec<SenseRow>,
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
        let of_class = self.of(token).iter().filter(move |sense| sense.class == class as u8);
        of_class.map(move |sense| (token + sense.len.get() as usize, sense.row.get() as usize))
    }

    /// All senses that start at a token, shortest first: the token after each, its class and its row.
    pub fn senses(&self, token: usize) -> impl Iterator<Item = (usize, Class, usize)> + '_ {
        let all = self.of(token).iter();
        all.map(move |sense| (token + sense.len.get() as usize, sense.class(), sense.row.get() as usize))
    }

    #[inline]
    fn of(&self, token: usize) -> &[SenseRow] {
        &self.senses[self.starts[token] as usize..self.starts[token + 1] as usize]
    }
}

/// Looks up all tokens of a text.
pub(super) fn scan(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words) {
    words.layer_ids.resize_with(lexicon.layers.len(), Vec::new);
    read_words(lexicon, tokens, words);
    scan_terms(lexicon, tokens, words);
    scan_names(lexicon, text, tokens, words);
}

/// What each token is by itself. A lexicon of names that goes on with the vocabulary of the words gives their ids too.
fn read_words(lexicon: &Lexicon, tokens: &[Token], words: &mut Words) {
    let Words { ids, infos, masks, layer_ids, .. } = words;
    let mut none = Vec::new();
    let (slots, all) = match lexicon.layers.first() {
        Some(layer) if layer.shares_words => (layer.slots(), &mut layer_ids[0]),
        _ => (lexicon.slots(), &mut none),
    };
    let rows = lexicon.rows();
    all.resize(tokens.len(), WordId::UNKNOWN);
    ids.resize(tokens.len(), WordId::UNKNOWN);
    infos.resize(tokens.len(), WordInfo::default());
    masks.resize(tokens.len(), 0);
    let out = ids.iter_mut().zip(all).zip(infos.iter_mut().zip(masks.iter_mut()));
    for (token, ((id, any), (info, mask))) in tokens.iter().zip(out) {
        *any = look_up(slots, token.hash);
        let row = rows.get(any.0 as usize);
        *id = if row.is_some() { *any } else { WordId::UNKNOWN };
        let row = row.copied().unwrap_or_default();
        *info = row.info();
        *mask = u32::from(row.mask.get());
    }
}

fn scan_terms(lexicon: &Lexicon, tokens: &[Token], words: &mut Words) {
    let Words { ids, infos, masks, starts, senses, .. } = words;
    let (terms, rows, meanings) = (lexicon.terms(), lexicon.rows(), lexicon.word_senses());
    starts.clear();
    senses.clear();
    for at in 0..tokens.len() {
        starts.push(senses.len() as u32);
        let flags = infos[at].flags;
        if masks[at] == 0 && !flags.has(WordFlags::LEADS) {
            continue;
        }
        let Some(row) = rows.get(ids[at].0 as usize) else { continue };
        let leads = flags.has(WordFlags::LEADS) && terms.goes_on(ids, at);
        if !leads && row.cased == 0 {
            let first = row.senses.get() as usize;
            senses.extend_from_slice(meanings.get(first..first + row.count as usize).unwrap_or_default());
            continue;
        }
        let mut mask = 0;
        terms.walk(ids, at, |end, forms| {
            for form in forms {
                if written_as(CaseRule(form.case.get()), &tokens[at..end]) {
                    let sense = lexicon.senses[form.sense.get() as usize];
                    mask |= sense.class.bit();
                    senses.push(SenseRow::new(sense, end - at));
                }
            }
        });
        masks[at] = mask;
    }
    starts.push(senses.len() as u32);
}

/// Leftmost-longest over all lexicons together. Of names of the same words those of the last lexicon stay, but places stand
/// beside places, since their population decides.
fn scan_names(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words) {
    let Words { names, layer_ids, haystack, .. } = words;
    names.clear();
    for (layer, ids) in lexicon.layers.iter().zip(layer_ids.iter_mut()).filter(|(layer, _)| !layer.shares_words) {
        let slots = layer.slots();
        ids.clear();
        ids.extend(tokens.iter().map(|token| look_up(slots, token.hash)));
    }
    if let [layer] = &lexicon.layers[..]
        && lexicon.automaton.is_none()
    {
        return scan_one(lexicon, layer, &layer_ids[0], tokens, names);
    }
    let tries: Vec<Trie<NameForm>> = lexicon.layers.iter().map(Layer::trie).collect();
    if let Some(automaton) = &lexicon.automaton {
        automaton.find(text, tokens, haystack);
    }
    let mut plain = haystack.found();
    let mut at = 0;
    while at < tokens.len() {
        let mut best = Best { names, before: 0, end: 0 };
        best.before = best.names.len();
        let rules = CaseRule::allowing(tokens[at].shape);
        for (index, (trie, ids)) in tries.iter().zip(layer_ids.iter()).enumerate() {
            trie.walk_written(ids, at, rules, |end, forms| best.take(lexicon, index, at, end, tokens, forms));
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

/// [`scan_names`] where there is one lexicon, as mostly.
fn scan_one(lexicon: &Lexicon, layer: &Layer, ids: &[WordId], tokens: &[Token], names: &mut Vec<NameMatch>) {
    let trie = layer.trie();
    let mut at = 0;
    while at < tokens.len() {
        let rules = CaseRule::allowing(tokens[at].shape);
        let mut best = Best { before: names.len(), names, end: 0 };
        trie.walk_written(ids, at, rules, |end, forms| best.take(lexicon, 0, at, end, tokens, forms));
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
