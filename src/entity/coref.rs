//! The second look at a text: short forms of what it names in full elsewhere.
//!
//! "Lindqvist" after "Maija Lindqvist", "Hawks" after "Turin Hawks", "CRS" once the text has said what it is. Of two
//! people with one surname the one named last is meant. One walk over the words with a capital; names are looked up by hash.

mod antecedent;

use std::num::NonZeroU32;

use super::acronym::{is_acronym, nickname};
use super::alone::{alone, stranger, words};
use super::evidence::{HEADLINE, Marks, OPENS, common};
use super::maps::{ByHash, bit};
use super::seen::{Seen, acts};
use super::{Named, context, office, overlap};
use crate::lexicon::sense::Class;
use crate::lexicon::{View, WordFlags, keyword as k};
use crate::record::{EntityKind, Via};
use crate::text::Shape;

/// What the text has named so far. Reused between texts.
#[derive(Default)]
pub(crate) struct Memory {
    /// By the hash of a word.
    pub(super) words: ByHash<Word>,
    pub(super) seen: Vec<Seen>,
    /// What states have that the text has told of last, each once.
    pub(super) offices: Vec<office::Told>,
    added: Vec<Named>,
    /// Tokens in no entity at which one may start.
    free: Vec<u32>,
    /// [Bits](bit) of the words that somebody may be asked by: others are not remembered.
    asked: u64,
}

/// Whom a word may stand for: numbers of what was [`Seen`].
#[derive(Clone, Copy, Default)]
pub(super) struct Word {
    /// As a surname.
    pub(super) surname: Option<NonZeroU32>,
    /// As the surname of the first person in the whole text who has it, for mentions before the full one.
    pub(super) ahead: Option<NonZeroU32>,
    pub(super) given: Option<NonZeroU32>,
    /// As an agency's first word, or its last.
    pub(super) agency: Option<NonZeroU32>,
    /// The same of the first agency in the whole text, for mentions before the full one.
    pub(super) agency_ahead: Option<NonZeroU32>,
    pub(super) acronym: Option<NonZeroU32>,
    /// As the whole name of an agency that a rule found.
    itself: Option<NonZeroU32>,
    /// How often it stands alone in the text, unknown and with a capital.
    strange: u32,
    /// How often a surname stands alone behind "at": people are not where others work.
    workplace: u32,
}

/// Links short forms to full ones, and finds those that are not found yet.
pub(super) fn link(view: &View, marks: &Marks, memory: &mut Memory, list: &mut Vec<Named>, at: &mut [u32]) {
    memory.clear();
    memory.find_free(marks, at);
    memory.count_strangers(view, marks, at);
    memory.ask(view, list);
    for named in list.iter() {
        memory.look_ahead(view, marks, named);
    }
    // Nothing is found outside of entities but at words with a capital and at bodies told of before.
    let free = std::mem::take(&mut memory.free);
    let (mut token, mut next) = (0, 0);
    for index in 0..=list.len() {
        let first = list.get(index).map_or(u32::MAX, |named| named.first);
        while let Some(&start) = free.get(next).filter(|&&start| start < first) {
            next += 1;
            let start = start as usize;
            if start >= token
                && may_start(view, start)
                && let Some(named) = memory.find(view, marks, at, list, start)
            {
                token = named.end as usize;
                memory.added.push(named);
                memory.remember(view, marks, &named);
            }
        }
        if let Some(named) = list.get_mut(index).filter(|named| named.end as usize > token) {
            memory.relink(view, marks, at, named);
            memory.remember(view, marks, named);
            token = named.end as usize;
        }
    }
    memory.free = free;
    overlap::add(&mut memory.added, list, at);
    for named in list.iter_mut() {
        let mention = |token: u32| at[token as usize].checked_sub(1);
        named.same_as = named.same_as.and_then(mention);
        named.named_by = named.named_by.and_then(mention);
    }
}

/// Whether a short form may start at a token.
fn may_start(view: &View, token: usize) -> bool {
    view.capital(token) || view.has(token, Class::Office)
}

impl Memory {
    fn clear(&mut self) {
        self.words.clear();
        self.seen.clear();
        self.added.clear();
        self.offices.clear();
    }

    /// The mention of a number.
    pub(super) fn told(&self, number: Option<NonZeroU32>) -> Option<&Seen> {
        self.seen.get(number?.get() as usize - 1)
    }

    /// Notes by which words mentions will be [seen again](Memory::relink). A longer name of somebody is asked by its last word
    /// about others who have it.
    fn ask(&mut self, view: &View, list: &[Named]) {
        let hash = |token: u32| view.tokens[token as usize].hash;
        let (mut once, mut twice) = (0, 0);
        for named in list {
            if named.end - named.first == 1 {
                self.asked |= bit(hash(named.first));
            } else if words(view, named) == 1 {
                self.asked = (named.first..named.end).fold(self.asked, |all, token| all | bit(hash(token)));
            } else if matches!(named.kind, EntityKind::Person | EntityKind::Agency) {
                let last = bit(hash(named.end - 1));
                (once, twice) = (once | last, twice | once & last);
            }
        }
        self.asked |= twice;
    }

    /// A mention at a token that is in no entity yet.
    fn find(&self, view: &View, marks: &Marks, at: &[u32], list: &[Named], token: usize) -> Option<Named> {
        let capital = view.capital(token);
        let word = if capital { self.words.get(view.tokens[token].hash) } else { None };
        self.office(view, marks, at, token)
            .or_else(|| self.short_form(view, marks, at, token, word?))
            .or_else(
                || if context::may_tell(marks, token) { context::find(view, marks, at, list, token) } else { None },
            )
            .or_else(|| repeated(view, marks, at, token, word?))
    }

    /// Whom the word at a token may stand for.
    pub(super) fn word(&self, view: &View, token: usize) -> Word {
        self.words.get(view.tokens[token].hash).copied().unwrap_or_default()
    }

    /// "the spy agency" after "South Korea's spy agency", "the Defence Ministry" after "the Russian Defence Ministry".
    #[inline]
    pub(super) fn office(&self, view: &View, marks: &Marks, at: &[u32], token: usize) -> Option<Named> {
        // Most words are none.
        if !self.offices.is_empty() && view.has(token, Class::Office) {
            self.told_office(view, marks, at, token)
        } else {
            None
        }
    }

    fn told_office(&self, view: &View, marks: &Marks, at: &[u32], token: usize) -> Option<Named> {
        let (end, seen) = office::points_back(view, marks, &self.offices, token)?;
        let one = at[token..end].iter().all(|&entity| entity == at[token]);
        one.then(|| seen.mention(token, end, Via::Coref, 0.7))
    }

    /// Notes where something may start that is in no entity: without a branch, since nothing foretells it.
    fn find_free(&mut self, marks: &Marks, at: &[u32]) {
        let (starts, mut count) = (marks.starts.names(), 0);
        self.free.clear();
        self.free.extend_from_slice(starts);
        for index in 0..self.free.len() {
            let start = self.free[index];
            self.free[count] = start;
            count += usize::from(at[start as usize] == 0);
        }
        self.free.truncate(count);
    }

    /// Counts unknown words that stand alone with a capital, as far as a text has some word often. Notes what free words ask.
    fn count_strangers(&mut self, view: &View, marks: &Marks, at: &[u32]) {
        let counts = |token: usize| (view.shape(token) == Shape::Title) & !marks.has(token, OPENS);
        let own = |token: usize| view.tokens[token].hash & 63;
        // Words met once, twice and more often by six bits of their hashes: most texts have none that they count.
        let (mut once, mut twice, mut often) = (0, 0, 0);
        self.asked = 0;
        for token in self.free.iter().map(|&token| token as usize) {
            self.asked |= 1 << own(token);
            let bit = u64::from(counts(token)) << own(token);
            (once, twice, often) = (once | bit, twice | once & bit, often | twice & bit);
        }
        if twice == 0 {
            return;
        }
        for token in self.free.iter().map(|&token| token as usize) {
            if twice >> own(token) & 1 == 0 || !counts(token) {
                continue;
            }
            let before = |word| token > 0 && view.is(token - 1, &[word]);
            if often >> own(token) & 1 == 0 && !before(k::AT) {
                continue;
            }
            if stranger(view, marks, at, token) {
                self.words.entry(view.tokens[token].hash).strange += 1;
            } else if before(k::AT) && works(view, marks, at, token) {
                self.words.entry(view.tokens[token].hash).workplace += 1;
            }
        }
    }

    /// A short form at a token that is in no entity yet.
    fn short_form(&self, view: &View, marks: &Marks, at: &[u32], token: usize, word: &Word) -> Option<Named> {
        if !view.is_word(token) {
            return None;
        }
        if let Some(seen) = self.told(word.acronym)
            && (is_acronym(view, token) || nickname(view, token))
        {
            return Some(seen.mention(token, token + 1, Via::Acronym, 0.9));
        }
        let alone = || alone(view, marks, at, token);
        if let Some(seen) = self.told(word.surname.or(word.ahead))
            && alone()
        {
            let doubtful = marks.has(token, OPENS) && common(view, token);
            let first = seen.start(view, at, token);
            return Some(seen.mention(first, token + 1, Via::Coref, if doubtful { 0.6 } else { 0.85 }));
        }
        if let Some(seen) = self.told(word.agency)
            && let Some(named) = seen.agency(view, marks, at, token)
        {
            return Some(named);
        }
        // "Conrail rejects offer", and "Conrail Inc." in the story below.
        let headline = || view.sentences.first().is_some_and(|sentence| token < sentence.last as usize);
        if word.agency.is_none()
            && let Some(seen) = self.told(word.agency_ahead)
            && (!common(view, token) || headline())
            && let Some(named) = seen.agency(view, marks, at, token)
        {
            return Some(named);
        }
        if let Some(seen) = self.told(word.itself)
            && alone()
            && (!marks.has(token, OPENS | HEADLINE) || !common(view, token) || acts(view, token + 1))
        {
            return Some(seen.mention(token, token + 1, Via::Coref, 0.65));
        }
        let seen = self.told(word.given)?;
        (alone() && !common(view, token)).then(|| seen.mention(token, token + 1, Via::Coref, 0.75))
    }
}

/// "at Wells": a surname with nothing behind it where something would be that is somebody's.
fn works(view: &View, marks: &Marks, at: &[u32], token: usize) -> bool {
    view.shape(token) == Shape::Title
        && view.info(token).flags.has(WordFlags::SURNAME)
        && !view.is(token + 1, &[k::POSSESSIVE, k::APOSTROPHE])
        && alone(view, marks, at, token)
}

/// "Zelodra", again and again: what is named often and looks like nobody is most likely a firm.
fn repeated(view: &View, marks: &Marks, at: &[u32], token: usize, word: &Word) -> Option<Named> {
    let firm = word.workplace >= 2
        && word.surname.or(word.ahead).is_none()
        && alone(view, marks, at, token)
        && view.shape(token) == Shape::Title
        && !marks.has(token, HEADLINE);
    (word.strange >= 3 && stranger(view, marks, at, token) || firm)
        .then(|| Named::new(token, token + 1, EntityKind::Agency, Via::Name, 0.45))
}
