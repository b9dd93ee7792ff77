//! Looking up every token of a text: word ids, the senses that start at each token, and the names.
//!
//! Most of what is asked of a token is answered without a branch that the processor would have to foretell: what a look-up
//! finds is copied whatever it is, and lists of tokens are made of bits.

mod names;
mod read;

use read::Marks;
pub(super) use read::read_words;

use super::automaton::Haystack;
use super::case::{CaseRule, written_as};
use super::entry::NameFlags;
use super::load::Lexicon;
use super::sense::Class;
use super::settled::Settled;
use super::slot::{NONE, WordRow};
use super::source::Items;
use super::start::Start;
use super::tables::{WordFlags, WordInfo};
use super::trie::{Form, Trie};
use super::vocab::WordId;
use super::words::SenseRow;
use crate::text::{FullStop, Token};

/// What the lexicons say of each token of a text. Reused between texts.
#[derive(Default)]
pub(crate) struct Words {
    pub ids: Vec<WordId>,
    /// What each word is by itself, and where its senses are.
    rows: Vec<WordRow>,
    /// Bits of the [`Class`]es of which a word or phrase starts at the token, and [`Class::ASKED`] and its like.
    pub masks: Vec<u32>,
    /// The senses of words alone, as the lexicon has them: those of most tokens.
    alone: Items<SenseRow>,
    /// The senses of tokens whose words have others in this text: what phrases add, what the letters forbid. Their rows say
    /// where, from [`Words::HERE`] on.
    here: Vec<SenseRow>,
    /// The lexicon that `alone` is of.
    lexicon: u64,
    /// What the words are to the terms.
    marks: Vec<Marks>,
    /// Tokens with a sense that asks for its letters.
    cased: Vec<u32>,
    /// Tokens at which terms of more than one word may start.
    starts: Starts,
    /// Names, leftmost-longest, in text order.
    pub names: Vec<NameMatch>,
    layers: Vec<LayerWords>,
}

/// What looking takes: nothing that a text leaves here is read later. Reused between texts.
#[derive(Default)]
pub(crate) struct Work {
    haystack: Haystack,
    /// Whom entries stand for after all that later lexicons say.
    settled: Settled,
    /// Senses of phrases that start at a token.
    longer: Vec<SenseRow>,
}

/// Tokens at which phrases of more than one word may start.
#[derive(Default)]
struct Starts {
    /// Those with a word that starts phrases and a word behind it that is the second of some.
    leads: Vec<u32>,
    /// Those of them whose two words may start the same phrase, with the hash of both.
    ahead: Vec<(u32, u64)>,
    /// Those of them whose two words do, with the node of both.
    found: Vec<(u32, u32)>,
}

impl Starts {
    fn look_ahead<F: Form>(&mut self, trie: &Trie<F>, ids: &[WordId]) {
        let Starts { leads, ahead, .. } = self;
        ahead.clear();
        ahead.extend(leads.iter().map(|at| (*at, trie.pair(ids, *at as usize))));
        // The filter is read in a loop of its own, so that many of its lines are under way at a time.
        let mut count = 0;
        for index in 0..ahead.len() {
            let (at, pair) = ahead[index];
            ahead[count] = (at, pair);
            count += usize::from(trie.may_start(pair));
        }
        ahead.truncate(count);
    }

    fn fetch<F: Form>(&self, trie: &Trie<F>) {
        std::hint::black_box(self.ahead.iter().fold(0, |all, (_, pair)| all ^ trie.fetch_longer(trie.place_of(*pair))));
    }

    fn find_nodes<F: Form>(&mut self, trie: &Trie<F>, ids: &[WordId]) {
        let nodes = self.ahead.iter().map(|(at, pair)| (*at, trie.node(ids, *at as usize, trie.place_of(*pair))));
        self.found.clear();
        self.found.extend(nodes.filter(|(_, node)| *node != 0));
        std::hint::black_box(self.found.iter().fold(0, |all, (_, node)| all ^ trie.fetch_node(*node)));
    }

    fn fetch_behind<F: Form>(&self, trie: &Trie<F>) {
        std::hint::black_box(self.found.iter().fold(0, |all, (_, node)| all ^ trie.fetch_behind(*node)));
    }
}

/// What a lexicon of names says of the tokens of a text.
#[derive(Default)]
struct LayerWords {
    /// The words.
    ids: Vec<WordId>,
    /// What each is as the first of names.
    first: Vec<Start>,
    marks: Vec<Marks>,
    /// Tokens at which names may start, in order, and how many of them were looked at.
    begin: Vec<Begin>,
    done: usize,
    /// Those of them where names of more than one word may start.
    starts: Starts,
}

/// A token at which names may start.
#[derive(Clone, Copy, Default)]
struct Begin {
    token: u32,
    /// The node of it and the word behind it; 0 for none.
    node: u32,
    /// What it is as the first of names, where it is one alone.
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

/// The senses of a class that start at a token: the token after each, and its row. Plain loops, where a filter would be a
/// call a sense.
struct OfClass<'w> {
    token: usize,
    class: u8,
    senses: std::slice::Iter<'w, SenseRow>,
}

impl OfClass<'_> {
    #[inline]
    fn found(&self, sense: &SenseRow) -> (usize, usize) {
        (self.token + sense.len.get() as usize, sense.row.get() as usize)
    }
}

impl Iterator for OfClass<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        loop {
            let sense = self.senses.next()?;
            if sense.class == self.class {
                return Some(self.found(sense));
            }
        }
    }
}

impl DoubleEndedIterator for OfClass<'_> {
    #[inline]
    fn next_back(&mut self) -> Option<(usize, usize)> {
        loop {
            let sense = self.senses.next_back()?;
            if sense.class == self.class {
                return Some(self.found(sense));
            }
        }
    }
}

impl Words {
    /// From here on a row's senses are those of this text.
    const HERE: u32 = 1 << 31;

    /// The longest sense of a class that starts at a token: the token after it, and its row.
    pub fn longest(&self, token: usize, class: Class) -> Option<(usize, usize)> {
        if self.masks[token] & class.bit() == 0 {
            return None;
        }
        self.all(token, class).next_back()
    }

    /// All senses of a class that start at a token, shortest first: the token after each, and its row.
    #[inline]
    pub fn all(&self, token: usize, class: Class) -> impl DoubleEndedIterator<Item = (usize, usize)> + '_ {
        let senses = if self.masks[token] & class.bit() == 0 { &[] } else { self.of(token) };
        OfClass { token, class: class as u8, senses: senses.iter() }
    }

    /// All senses that start at a token, shortest first: the token after each, its class and its row.
    pub fn senses(&self, token: usize) -> impl Iterator<Item = (usize, Class, usize)> + '_ {
        let all = self.of(token).iter();
        all.map(move |sense| (token + sense.len.get() as usize, sense.class(), sense.row.get() as usize))
    }

    /// What the word at a token is by itself.
    #[inline]
    pub fn info(&self, token: usize) -> WordInfo {
        self.rows.get(token).unwrap_or(&NONE.row).info()
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
        let row = &self.rows[token];
        let (first, count) = row.senses();
        let (senses, first) =
            if first >= Words::HERE { (&*self.here, first - Words::HERE) } else { (self.alone.get(), first) };
        senses.get(first as usize..first as usize + count).unwrap_or_default()
    }

    /// Puts what is known of the senses at a token `here`, to be added to; where they begin.
    fn put_here(&mut self, token: usize) -> usize {
        let (begin, (first, count)) = (self.here.len(), self.rows[token].senses());
        if first < Words::HERE {
            let first = first as usize;
            self.here.extend_from_slice(self.alone.get().get(first..first + count).unwrap_or_default());
        } else {
            let first = (first - Words::HERE) as usize;
            self.here.extend_from_within(first..first + count);
        }
        begin
    }

    /// Takes what is `here` from `begin` on for the senses at a token; its mask has what those before `new` tell.
    fn take_here(&mut self, lexicon: &Lexicon, token: usize, begin: usize, new: usize) {
        self.rows[token].set_senses(Words::HERE | begin as u32, self.here.len() - begin);
        for sense in &self.here[new..] {
            self.masks[token] |= sense.class().bit() | sense.further_bits(lexicon);
        }
    }
}

/// A step on the way to the senses and names of a text.
pub(crate) type Step = fn(&Lexicon, &str, &[Token], &mut Words, &mut Work);

/// How the senses and the names are found in texts whose words were read: each step for all texts that are read together, then
/// the next. What a step reads is spread over much memory, and the step before has it fetched, for many tokens at once.
pub(crate) const STEPS: [Step; 5] = [look_ahead, fetch_starts, find_nodes, fetch_behind, find_phrases];

fn look_ahead(lexicon: &Lexicon, _: &str, _: &[Token], words: &mut Words, _: &mut Work) {
    words.starts.look_ahead(&lexicon.terms(), &words.ids);
    lexicon.layers.iter().zip(&mut words.layers).for_each(|(layer, words)| words.look_ahead(&layer.trie()));
}

fn fetch_starts(lexicon: &Lexicon, _: &str, _: &[Token], words: &mut Words, _: &mut Work) {
    words.starts.fetch(&lexicon.terms());
    lexicon.layers.iter().zip(&words.layers).for_each(|(layer, words)| words.fetch(&layer.trie()));
}

fn find_nodes(lexicon: &Lexicon, _: &str, _: &[Token], words: &mut Words, _: &mut Work) {
    words.starts.find_nodes(&lexicon.terms(), &words.ids);
    lexicon.layers.iter().zip(&mut words.layers).for_each(|(layer, words)| words.find_nodes(&layer.trie()));
}

fn fetch_behind(lexicon: &Lexicon, _: &str, _: &[Token], words: &mut Words, _: &mut Work) {
    words.starts.fetch_behind(&lexicon.terms());
    lexicon.layers.iter().zip(&words.layers).for_each(|(layer, words)| words.starts.fetch_behind(&layer.trie()));
}

fn find_phrases(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words, work: &mut Work) {
    scan_terms(lexicon, tokens, words, work);
    names::find(lexicon, text, tokens, words, work);
}

/// Finds the senses of tokens that have others than their words alone.
fn scan_terms(lexicon: &Lexicon, tokens: &[Token], words: &mut Words, work: &mut Work) {
    let terms = lexicon.terms();
    let longer = &mut work.longer;
    words.here.clear();

    for index in 0..words.cased.len() {
        let at = words.cased[index] as usize;
        let rules = CaseRule::allowing(tokens[at].shape);
        // Most words are written as all their senses allow.
        if words.of(at).iter().all(|sense| sense.rule & rules != 0) {
            continue;
        }
        let begin = words.put_here(at);
        let mut count = begin;
        for index in begin..words.here.len() {
            let sense = words.here[index];
            words.here[count] = sense;
            count += usize::from(sense.rule & rules != 0);
        }
        words.here.truncate(count);
        words.masks[at] &= Class::OF_WORDS;
        words.take_here(lexicon, at, begin, begin);
    }

    for index in 0..words.starts.found.len() {
        let (at, node) = words.starts.found[index];
        let at = at as usize;
        longer.clear();
        terms.walk_longer(&words.ids, at, node, |end, forms| {
            for form in forms {
                let rule = form.case();
                if written_as(rule, &tokens[at..end]) {
                    longer.push(SenseRow::new(form.sense(), rule, end - at));
                }
            }
        });
        if !longer.is_empty() {
            let begin = words.put_here(at);
            let new = words.here.len();
            words.here.extend_from_slice(longer);
            words.take_here(lexicon, at, begin, new);
        }
    }
}
