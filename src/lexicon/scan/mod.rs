//! Looking up every token of a text: word ids, the senses that start at each token, and the names.

mod names;

use super::automaton::Haystack;
use super::case::{CaseRule, written_as};
use super::entry::NameFlags;
use super::keyword::{self as kw, WordSet};
use super::layer::Layer;
use super::load::Lexicon;
use super::recent::Recent;
use super::sense::Class;
use super::tables::{WordFlags, WordInfo};
use super::trie::{Start, Trie};
use super::vocab::{self, Keyed, WordId};
use super::words::{SenseRow, TermForm, WordRow};
use crate::text::{FullStop, Token};

/// What the lexicons say of each token of a text. Reused between texts.
#[derive(Default)]
pub(crate) struct Words {
    pub ids: Vec<WordId>,
    /// What the word at each token is by itself.
    rows: Vec<WordRow>,
    /// Bits of the [`Class`]es of which a word or phrase starts at the token, and [`Class::ASKED`] and its like.
    pub masks: Vec<u32>,
    /// The senses of token `i` are `senses[starts[i]..starts[i + 1]]`.
    starts: Vec<u32>,
    senses: Vec<SenseRow>,
    /// Names, leftmost-longest, in text order.
    pub names: Vec<NameMatch>,
    layers: Vec<LayerWords>,
    haystack: Haystack,
    recent: Recent<Known>,
    /// Whom entries stand for after all that later lexicons say.
    settled: Recent<u32>,
    /// Tokens that are none of the recent words.
    new: Vec<u32>,
    /// Tokens at which terms of more than one word may start.
    longer: Vec<u32>,
}

/// What a lexicon of names says of each token of a text.
#[derive(Default)]
struct LayerWords {
    ids: Vec<WordId>,
    starts: Vec<Start>,
    recent: Recent<(WordId, Start)>,
    /// Tokens that are none of the recent words, then those at which names may start.
    new: Vec<u32>,
}

impl LayerWords {
    fn resize(&mut self, tokens: usize) {
        self.ids.resize(tokens, WordId::UNKNOWN);
        self.starts.resize(tokens, Start::default());
    }
}

/// What is known of a word: as a word, and in the lexicon of names that goes on with the vocabulary of the words.
#[derive(Clone, Copy, Default)]
struct Known {
    row: WordRow,
    mask: u32,
    /// Among the words alone, and among all.
    id: WordId,
    any: WordId,
    start: Start,
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

    /// What the word at a token is by itself.
    #[inline]
    pub fn info(&self, token: usize) -> WordInfo {
        self.rows.get(token).map(WordRow::info).unwrap_or_default()
    }

    /// What a full stop behind the word at a token does.
    pub fn full_stop(&self, token: usize) -> FullStop {
        let flags = self.info(token).flags;
        if flags.has(WordFlags::STOP_NEVER) {
            FullStop::Never
        } else if flags.has(WordFlags::STOP_MAYBE) {
            FullStop::Maybe
        } else {
            FullStop::Ends
        }
    }

    #[inline]
    fn of(&self, token: usize) -> &[SenseRow] {
        &self.senses[self.starts[token] as usize..self.starts[token + 1] as usize]
    }
}

/// Looks up all tokens of a text. A lexicon of names that goes on with the vocabulary of the words is read in one go.
pub(super) fn read_words(lexicon: &Lexicon, tokens: &[Token], words: &mut Words) {
    let Words { ids, rows, masks, layers, recent, new, .. } = words;
    layers.resize_with(lexicon.layers.len(), LayerWords::default);
    let shared = lexicon.layers.first().filter(|layer| layer.shares_words);
    let mut none = LayerWords::default();
    let names = if shared.is_some() { &mut layers[0] } else { &mut none };
    names.resize(tokens.len());
    ids.resize(tokens.len(), WordId::UNKNOWN);
    rows.resize(tokens.len(), WordRow::default());
    masks.resize(tokens.len(), 0);
    recent.be_of(lexicon.serial);
    new.clear();
    let mut set = |token: usize, known: &Known| {
        (ids[token], rows[token], masks[token]) = (known.id, known.row, known.mask);
        (names.ids[token], names.starts[token]) = (known.any, known.start);
    };
    for (index, token) in tokens.iter().enumerate() {
        match recent.get(token.hash) {
            Some(known) => set(index, known),
            None => new.push(index as u32),
        }
    }
    let hashes = new.iter().map(|token| tokens[*token as usize].hash);
    match shared {
        Some(layer) => vocab::fetch(layer.word_slots(), hashes),
        None => vocab::fetch(lexicon.slots(), hashes),
    }
    for &token in new.iter() {
        let (token, hash) = (token as usize, tokens[token as usize].hash);
        let known = look_up_word(lexicon, shared, hash);
        set(token, &known);
        recent.put(hash, known);
    }
}

/// What is known of a word; `shared` are the names that go on with the vocabulary of the words.
fn look_up_word(lexicon: &Lexicon, shared: Option<&Layer>, hash: u64) -> Known {
    let table = lexicon.rows();
    match shared {
        Some(layer) => {
            let slot = vocab::find(layer.word_slots(), hash);
            let any = slot.map_or(WordId::UNKNOWN, Keyed::id);
            let id = if (any.0 as usize) < table.len() { any } else { WordId::UNKNOWN };
            let slot = slot.copied().unwrap_or_default();
            Known { row: slot.row, mask: mask(lexicon, &slot.row, id), id, any, start: slot.start }
        }
        None => {
            let id = lexicon.word(hash);
            let row = table.get(id.0 as usize).copied().unwrap_or_default();
            Known { row, mask: mask(lexicon, &row, id), id, ..Known::default() }
        }
    }
}

/// The mask of a word by itself.
fn mask(lexicon: &Lexicon, row: &WordRow, id: WordId) -> u32 {
    const ASKED: WordSet = WordSet::of(&[kw::A, kw::AN, kw::THAT, kw::HALF, kw::APOSTROPHE]);
    let mut mask = u32::from(row.mask.get());
    if mask & Class::Number.bit() != 0 || ASKED.has(id) {
        mask |= Class::ASKED;
    }
    if kw::PARTICLES.has(id) {
        mask |= Class::PARTICLE;
    }
    if mask & Class::Time.bit() != 0 {
        let first = row.senses.get() as usize;
        let senses = lexicon.word_senses().get(first..first + row.count as usize).unwrap_or_default();
        mask |= senses.iter().fold(0, |bits, sense| bits | further_bits(lexicon, sense));
    }
    mask
}

/// What a sense adds to the mask of its token besides its class.
fn further_bits(lexicon: &Lexicon, sense: &SenseRow) -> u32 {
    match sense.class() {
        Class::Number => Class::ASKED,
        Class::Time => lexicon.times.get(sense.row.get() as usize).map_or(0, |word| word.kind.bits()),
        _ => 0,
    }
}

/// Finds the senses and the names in a text whose words were read.
pub(super) fn scan(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words) {
    scan_terms(lexicon, tokens, words);
    names::find(lexicon, text, tokens, words);
}

fn scan_terms(lexicon: &Lexicon, tokens: &[Token], words: &mut Words) {
    let Words { ids, rows, masks, starts, senses, longer, .. } = words;
    let (terms, meanings) = (lexicon.terms(), lexicon.word_senses());
    longer.clear();
    for (at, row) in rows.iter().enumerate() {
        if WordFlags(row.flags).has(WordFlags::LEADS) && terms.goes_on(ids, at) {
            longer.push(at as u32);
        }
    }
    terms.fetch(longer.iter().map(|at| terms.first(ids[*at as usize])));
    let mut longer = longer.iter().peekable();
    starts.clear();
    senses.clear();
    for at in 0..tokens.len() {
        starts.push(senses.len() as u32);
        let row = &rows[at];
        let first = row.senses.get() as usize;
        if longer.next_if_eq(&&(at as u32)).is_some() {
            let mask = longer_terms(lexicon, &terms, ids, at, tokens, senses);
            masks[at] = masks[at] & Class::OF_WORDS | mask;
        } else if row.count != 0 {
            let alone = meanings.get(first..first + row.count as usize).unwrap_or_default();
            if !WordFlags(row.flags).has(WordFlags::CASED) {
                senses.extend_from_slice(alone);
                continue;
            }
            let rules = CaseRule::allowing(tokens[at].shape);
            masks[at] &= Class::OF_WORDS;
            for sense in alone.iter().filter(|sense| sense.rule & rules != 0) {
                masks[at] |= sense.class().bit() | further_bits(lexicon, sense);
                senses.push(*sense);
            }
        }
    }
    starts.push(senses.len() as u32);
}

/// Adds the senses that start at a token, phrases too; the bits of their classes.
fn longer_terms(
    lexicon: &Lexicon,
    terms: &Trie<TermForm>,
    ids: &[WordId],
    at: usize,
    tokens: &[Token],
    senses: &mut Vec<SenseRow>,
) -> u32 {
    let mut mask = 0;
    terms.walk(ids, at, |end, forms| {
        for form in forms {
            let case = CaseRule(form.case.get());
            if written_as(case, &tokens[at..end]) {
                let sense = lexicon.senses[form.sense.get() as usize];
                let row = SenseRow::new(sense, case, end - at);
                mask |= sense.class.bit() | further_bits(lexicon, &row);
                senses.push(row);
            }
        }
    });
    mask
}
