//! Looking up every token of a text: word ids, the senses that start at each token, and the names.
//!
//! Most of what is asked of a token is answered without a branch that the processor would have to foretell: what a look-up
//! finds is copied whatever it is, and lists of tokens are written by [`Batch`]es.

mod names;

use super::automaton::Haystack;
use super::case::{CaseRule, written_as};
use super::entry::NameFlags;
use super::load::Lexicon;
use super::recent::Recent;
use super::sense::Class;
use super::slot::{NONE, WordRow, WordSlot, find, place};
use super::source::Items;
use super::tables::{WordFlags, WordInfo};
use super::trie::{Ahead, Start, Trie};
use super::vocab::WordId;
use super::words::{SenseRow, TermForm};
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
    /// Tokens with a sense that asks for its letters.
    cased: Vec<u32>,
    /// Tokens with words that start terms and words behind them that are the second of some, and those of them where one may
    /// start.
    leads: Vec<u32>,
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
    settled: Recent<u32>,
    /// Senses of phrases that start at a token.
    longer: Vec<SenseRow>,
}

/// Tokens that go on as some term does, each with the node of its first two words.
#[derive(Default)]
struct Starts {
    ahead: Vec<(u32, Ahead)>,
    found: Vec<(u32, u32)>,
}

impl Starts {
    fn look_ahead(&mut self, terms: &Trie<TermForm>, ids: &[WordId], tokens: &[u32]) {
        let ahead = &mut self.ahead;
        ahead.clear();
        ahead.resize(tokens.len(), (0, Ahead::NOTHING));
        let mut count = 0;
        for at in tokens {
            ahead[count] = (*at, terms.ahead(ids, *at as usize));
            count += usize::from(ahead[count].1.is_something());
        }
        ahead.truncate(count);
    }

    fn fetch(&self, terms: &Trie<TermForm>) {
        std::hint::black_box(self.ahead.iter().fold(0, |all, (_, ahead)| all ^ terms.fetch_longer(*ahead)));
    }

    fn find_nodes(&mut self, terms: &Trie<TermForm>, ids: &[WordId]) {
        let nodes = self.ahead.iter().map(|(at, ahead)| (*at, terms.node(ids, *at as usize, *ahead)));
        self.found.clear();
        self.found.extend(nodes.filter(|(_, node)| *node != 0));
        std::hint::black_box(self.found.iter().fold(0, |all, (_, node)| all ^ terms.fetch_node(*node)));
    }
}

/// What a lexicon of names says of the tokens of a text.
#[derive(Default)]
struct LayerWords {
    /// The words.
    ids: Vec<WordId>,
    /// Tokens at which names may start, in order, and how many of them were looked at.
    begin: Vec<Begin>,
    done: usize,
    /// What may stand behind each of these.
    ahead: Vec<Ahead>,
}

/// A token at which names may start.
#[derive(Clone, Copy, Default)]
struct Begin {
    token: u32,
    /// The node of it and the word behind it; 0 for none.
    node: u32,
    start: Start,
}

/// How many tokens are fetched at once: more than that many lines of memory are hardly under way at a time.
const BATCH: usize = 32;

/// Those of so many tokens for which something is so, written without a branch.
#[derive(Default)]
struct Batch<T> {
    items: [T; BATCH],
    count: usize,
}

impl<T: Copy> Batch<T> {
    #[inline]
    fn note(&mut self, item: T, is_so: bool) {
        self.items[self.count % BATCH] = item;
        self.count += usize::from(is_so);
    }

    /// Puts them behind all others.
    #[inline]
    fn add_to(&mut self, all: &mut Vec<T>) {
        all.extend_from_slice(&self.items[..self.count]);
        self.count = 0;
    }
}

impl Batch<Begin> {
    /// Notes a token if names may start with it.
    #[inline]
    fn note_start(&mut self, at: u32, start: Start, token: &Token) {
        let start = start.written(CaseRule::allowing(token.shape));
        self.note(Begin { token: at, node: 0, start }, start.may_begin());
    }
}

impl LayerWords {
    fn clear(&mut self) {
        self.ids.clear();
        self.begin.clear();
        self.done = 0;
    }

    /// Looks all tokens up in a vocabulary of its own.
    fn read(&mut self, table: &[WordSlot], tokens: &[Token]) {
        let mut begin = Batch::default();
        let mut at = 0;
        for tokens in tokens.chunks(BATCH) {
            fetch(table, tokens);
            self.ids.extend(tokens.iter().map(|token| {
                let slot = find(table, token.hash);
                begin.note_start(at, slot.start, token);
                at += 1;
                slot.id()
            }));
            begin.add_to(&mut self.begin);
        }
    }
}

/// A table is much larger than the caches, so the slots where searches begin are read for many tokens at once, with nothing
/// done with them: the processor fetches them side by side.
#[inline]
fn fetch(table: &[WordSlot], tokens: &[Token]) {
    let slots = tokens.iter().filter_map(|token| table.get(place(token.hash, table.len())));
    std::hint::black_box(slots.fold(0, |all, slot| all ^ slot.id().0));
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
    /// From here on a row's senses are those of this text.
    const HERE: u32 = 1 << 31;

    /// The longest sense of a class that starts at a token: the token after it, and its row.
    pub fn longest(&self, token: usize, class: Class) -> Option<(usize, usize)> {
        if self.masks[token] & class.bit() == 0 {
            return None;
        }
        let sense = self.of(token).iter().rfind(|sense| sense.class == class as u8)?;
        Some((token + sense.len.get() as usize, sense.row.get() as usize))
    }

    /// All senses of a class that start at a token, shortest first: the token after each, and its row.
    #[inline]
    pub fn all(&self, token: usize, class: Class) -> impl DoubleEndedIterator<Item = (usize, usize)> + '_ {
        let senses = if self.masks[token] & class.bit() == 0 { &[] } else { self.of(token) };
        let of_class = senses.iter().filter(move |sense| sense.class == class as u8);
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

    /// Takes what is `here` from `begin` on for the senses at a token.
    fn take_here(&mut self, lexicon: &Lexicon, token: usize, begin: usize) {
        self.rows[token].set_senses(Words::HERE | begin as u32, self.here.len() - begin);
        let bits = self.here[begin..].iter().map(|sense| sense.class().bit() | sense.further_bits(lexicon));
        self.masks[token] = self.masks[token] & Class::OF_WORDS | bits.fold(0, |all, bits| all | bits);
    }
}

/// Looks up all tokens of a text. A lexicon of names that goes on with the vocabulary of the words is read in one go.
pub(super) fn read_words(lexicon: &Lexicon, tokens: &[Token], words: &mut Words) {
    if words.lexicon != lexicon.serial {
        words.lexicon = lexicon.serial;
        words.alone = lexicon.word_senses().clone();
    }
    let Words { ids, rows, masks, cased, leads, layers, .. } = words;
    ids.clear();
    rows.clear();
    masks.clear();
    cased.clear();
    leads.clear();
    layers.resize_with(lexicon.layers.len(), LayerWords::default);
    layers.iter_mut().for_each(LayerWords::clear);
    let shared = lexicon.layers.first().filter(|layer| layer.shares_words);
    let table = shared.map_or(lexicon.slots(), |layer| layer.slots());
    // What only names have is no word.
    let count = lexicon.rows().len() as u32;
    let (mut found, mut starts) = ([WordId::UNKNOWN; BATCH], [Start::NONE; BATCH]);
    let (mut leading, mut begin) = (Batch::default(), Batch::default());
    let mut leads_on = false;
    for (tokens, first) in tokens.chunks(BATCH).zip((0..).step_by(BATCH)) {
        fetch(table, tokens);
        rows.extend(tokens.iter().zip(&mut found).zip(&mut starts).map(|((token, id), start)| {
            let slot = find(table, token.hash);
            (*id, *start) = (slot.id(), slot.start);
            slot.row
        }));
        let (read, found) = (&rows[first as usize..], &found[..tokens.len()]);
        ids.extend(found.iter().map(|id| if id.0 < count { *id } else { WordId::UNKNOWN }));
        masks.extend(read.iter().map(WordRow::mask));
        for (at, ((token, row), start)) in (first..).zip(tokens.iter().zip(read).zip(&starts)) {
            let flags = row.flags();
            if flags.has(WordFlags::CASED) {
                cased.push(at);
            }
            leading.note(at.wrapping_sub(1), leads_on & row.follows());
            leads_on = flags.has(WordFlags::LEADS);
            begin.note_start(at, *start, token);
        }
        leading.add_to(leads);
        if shared.is_some() {
            begin.add_to(&mut layers[0].begin);
            layers[0].ids.extend_from_slice(found);
        }
        begin.count = 0;
    }
    for (layer, names) in lexicon.layers.iter().zip(layers).filter(|(layer, _)| !layer.shares_words) {
        names.read(layer.slots(), tokens);
    }
}

/// A step on the way to the senses and names of a text.
pub(crate) type Step = fn(&Lexicon, &str, &[Token], &mut Words, &mut Work);

/// How the senses and the names are found in texts whose words were read: each step for all texts that are read together, then
/// the next. What a step reads is spread over much memory, and the step before has it fetched, for many tokens at once.
pub(crate) const STEPS: [Step; 4] = [look_ahead, fetch_starts, find_nodes, find_phrases];

fn look_ahead(lexicon: &Lexicon, _: &str, _: &[Token], words: &mut Words, _: &mut Work) {
    words.starts.look_ahead(&lexicon.terms(), &words.ids, &words.leads);
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
        let begin = words.put_here(at);
        let rules = CaseRule::allowing(tokens[at].shape);
        let mut count = begin;
        for index in begin..words.here.len() {
            let sense = words.here[index];
            words.here[count] = sense;
            count += usize::from(sense.rule & rules != 0);
        }
        words.here.truncate(count);
        words.take_here(lexicon, at, begin);
    }

    for index in 0..words.starts.found.len() {
        let (at, node) = words.starts.found[index];
        let at = at as usize;
        longer.clear();
        terms.walk_longer(&words.ids, at, node, |end, forms| {
            let rule = |form: &TermForm| CaseRule(form.case.get());
            let written = forms.iter().filter(|form| written_as(rule(form), &tokens[at..end]));
            longer.extend(written.map(|form| SenseRow::new(form.sense(), rule(form), end - at)));
        });
        if !longer.is_empty() {
            let begin = words.put_here(at);
            words.here.extend_from_slice(longer);
            words.take_here(lexicon, at, begin);
        }
    }
}
