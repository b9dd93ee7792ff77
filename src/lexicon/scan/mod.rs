//! Looking up every token of a text: word ids, the senses that start at each token, and the names.
//!
//! Most of what is asked of a token is answered without a branch that the processor would have to foretell: what a look-up
//! finds is copied whatever it is, and lists of tokens are written by [`select`].

mod names;

use super::automaton::Haystack;
use super::case::{CaseRule, written_as};
use super::entry::NameFlags;
use super::load::Lexicon;
use super::recent::Recent;
use super::sense::Class;
use super::slot::{NONE, WordSlot, find, place};
use super::source::Items;
use super::tables::{WordFlags, WordInfo};
use super::vocab::WordId;
use super::words::{SenseRow, TermForm};
use crate::text::{FullStop, Token};

/// What the lexicons say of each token of a text. Reused between texts.
#[derive(Default)]
pub(crate) struct Words {
    pub ids: Vec<WordId>,
    /// What was found for the words: in the lexicon of words, or in that of names where it goes on with its vocabulary.
    found: Found,
    /// Bits of the [`Class`]es of which a word or phrase starts at the token, and [`Class::ASKED`] and its like.
    pub masks: Vec<u32>,
    /// The senses of words alone, as the lexicon has them: those of most tokens.
    alone: Items<SenseRow>,
    /// The senses of tokens whose words have others in this text: what phrases add, what the letters forbid. Their rows say
    /// where, from [`Words::HERE`] on.
    here: Vec<SenseRow>,
    /// The lexicon that `alone` is of.
    lexicon: u64,
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
    /// Tokens that some rule looks at.
    some: Vec<u32>,
    /// Senses of phrases that start at a token.
    longer: Vec<SenseRow>,
}

/// What a table has for each token.
#[derive(Default)]
struct Found {
    slots: Vec<WordSlot>,
    /// Apart, since walks go through them.
    ids: Vec<WordId>,
}

/// What a lexicon of names says of each token of a text.
#[derive(Default)]
struct LayerWords {
    /// Nothing where it goes on with the vocabulary of the words.
    found: Found,
    /// Tokens at which names may start, and how many of them were looked at.
    begin: Vec<u32>,
    done: usize,
}

/// How many tokens are fetched at once: more than that many lines of memory are hardly under way at a time.
const BATCH: usize = 32;

impl Found {
    /// Looks all tokens up. A table is much larger than the caches, so the slots where searches begin are read for many
    /// tokens at once, with nothing done with them: the processor fetches them side by side.
    fn read(&mut self, table: &[WordSlot], tokens: &[Token]) {
        self.slots.clear();
        for tokens in tokens.chunks(BATCH) {
            let first = tokens.iter().filter_map(|token| table.get(place(token.hash, table.len())));
            std::hint::black_box(first.fold(0, |all, slot| all ^ slot.id().0));
            self.slots.extend(tokens.iter().map(|token| *find(table, token.hash)));
        }
        self.ids.clear();
        self.ids.extend(self.slots.iter().map(WordSlot::id));
    }
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
        self.found.slots.get(token).unwrap_or(&NONE).row.info()
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
        let row = &self.found.slots[token].row;
        let (first, count) = (row.senses.get(), usize::from(row.count));
        let (senses, first) =
            if first >= Words::HERE { (&*self.here, first - Words::HERE) } else { (self.alone.get(), first) };
        senses.get(first as usize..first as usize + count).unwrap_or_default()
    }

    /// Puts what is known of the senses at a token `here`, to be added to; where they begin.
    fn put_here(&mut self, token: usize) -> usize {
        let (begin, row) = (self.here.len(), self.found.slots[token].row);
        let (first, count) = (row.senses.get() as usize, usize::from(row.count));
        if row.senses.get() < Words::HERE {
            self.here.extend_from_slice(self.alone.get().get(first..first + count).unwrap_or_default());
        } else {
            let first = first - Words::HERE as usize;
            self.here.extend_from_within(first..first + count);
        }
        begin
    }

    /// Takes what is `here` from `begin` on for the senses at a token.
    fn take_here(&mut self, lexicon: &Lexicon, token: usize, begin: usize) {
        let row = &mut self.found.slots[token].row;
        row.senses = (Words::HERE | begin as u32).into();
        row.count = u8::try_from(self.here.len() - begin).unwrap_or(u8::MAX);
        let bits = self.here[begin..].iter().map(|sense| sense.class().bit() | sense.further_bits(lexicon));
        self.masks[token] = self.masks[token] & Class::OF_WORDS | bits.fold(0, |all, bits| all | bits);
    }
}

/// Writes the numbers of the tokens for which something is so to `out`, which is cleared first.
#[inline]
fn select(out: &mut Vec<u32>, is_so: impl ExactSizeIterator<Item = bool>) {
    out.clear();
    out.resize(is_so.len(), 0);
    let mut count = 0;
    for (token, is_so) in (0..).zip(is_so) {
        out[count] = token;
        count += usize::from(is_so);
    }
    out.truncate(count);
}

/// Keeps those of some tokens for which something is so.
#[inline]
fn keep(tokens: &mut Vec<u32>, mut is_so: impl FnMut(usize) -> bool) {
    let mut count = 0;
    for index in 0..tokens.len() {
        let token = tokens[index];
        tokens[count] = token;
        count += usize::from(is_so(token as usize));
    }
    tokens.truncate(count);
}

/// Looks up all tokens of a text. A lexicon of names that goes on with the vocabulary of the words is read in one go.
pub(super) fn read_words(lexicon: &Lexicon, tokens: &[Token], words: &mut Words) {
    if words.lexicon != lexicon.serial {
        words.lexicon = lexicon.serial;
        words.alone = lexicon.word_senses().clone();
    }
    let shared = lexicon.layers.first().filter(|layer| layer.shares_words);
    words.found.read(shared.map_or(lexicon.slots(), |layer| layer.slots()), tokens);
    // What only names have is no word.
    let count = lexicon.rows().len() as u32;
    words.ids.clear();
    words.ids.extend(words.found.ids.iter().map(|id| if id.0 < count { *id } else { WordId::UNKNOWN }));
    words.masks.clear();
    words.masks.extend(words.found.slots.iter().map(|slot| slot.row.mask.get()));
    words.layers.resize_with(lexicon.layers.len(), LayerWords::default);
    for (layer, words) in lexicon.layers.iter().zip(&mut words.layers).filter(|(layer, _)| !layer.shares_words) {
        words.found.read(layer.slots(), tokens);
    }
}

/// Finds the senses and the names in a text whose words were read.
pub(super) fn scan(lexicon: &Lexicon, text: &str, tokens: &[Token], words: &mut Words, work: &mut Work) {
    scan_terms(lexicon, tokens, words, work);
    names::find(lexicon, text, tokens, words, work);
}

/// Finds the senses of tokens that have others than their words alone.
fn scan_terms(lexicon: &Lexicon, tokens: &[Token], words: &mut Words, work: &mut Work) {
    let terms = lexicon.terms();
    let Work { some, longer, .. } = work;
    words.here.clear();

    select(some, words.found.slots.iter().map(|slot| WordFlags(slot.row.flags).has(WordFlags::CASED)));
    for at in some.iter().map(|token| *token as usize) {
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

    select(some, words.found.slots.iter().map(|slot| WordFlags(slot.row.flags).has(WordFlags::LEADS)));
    keep(some, |at| terms.goes_on(&words.found.ids, at));
    let pairs = some.iter().map(|token| terms.fetch_longer(&words.found.ids, *token as usize));
    std::hint::black_box(pairs.fold(0, |all, pair| all ^ pair));
    for at in some.iter().map(|token| *token as usize) {
        longer.clear();
        terms.walk_longer(&words.found.ids, at, |end, forms| {
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
