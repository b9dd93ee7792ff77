//! Looking up every token of a text: word ids, the senses that start at each token, and the names.

use super::phrases::Form;
use super::sense::{Class, Sense};
use super::{Lexicon, NameFlags, WordId};
use crate::text::{Shape, Token};

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
    haystack: super::automaton::Haystack,
}

/// A stretch of tokens that lexicons know as a name. Where several entries have that name, one match for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NameMatch {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    /// Index in [`Lexicon::surfaces`].
    pub surface: u32,
    pub flags: NameFlags,
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

impl Lexicon {
    /// Looks up all tokens of a text.
    pub fn scan(&self, text: &str, tokens: &[Token], words: &mut Words) {
        words.ids.clear();
        words.ids.extend(tokens.iter().map(|token| self.word(token.hash)));
        self.scan_terms(tokens, words);
        self.scan_names(text, tokens, words);
    }

    fn scan_terms(&self, tokens: &[Token], words: &mut Words) {
        let Words { ids, masks, starts, senses, .. } = words;
        masks.clear();
        starts.clear();
        senses.clear();
        for at in 0..tokens.len() {
            starts.push(senses.len() as u32);
            let mut mask = 0;
            self.terms.walk(ids, at, |end, forms| {
                for form in forms {
                    if written_as(form, &tokens[at..end]) {
                        let sense = self.senses[form.value as usize];
                        mask |= sense.class.bit();
                        senses.push((end as u32, sense));
                    }
                }
            });
            masks.push(mask);
        }
        starts.push(senses.len() as u32);
    }

    fn scan_names(&self, text: &str, tokens: &[Token], words: &mut Words) {
        words.names.clear();
        let mut at = 0;
        while at < tokens.len() {
            let before = words.names.len();
            let mut longest = at + 1;
            let (ids, names) = (&words.ids, &mut words.names);
            self.names.walk(ids, at, |end, forms| {
                let kept = names.len();
                for form in forms.iter().filter(|form| written_as(form, &tokens[at..end])) {
                    names.push(self.name_match(at, end, form.value));
                }
                if names.len() > kept {
                    // A longer name takes the place of a shorter one.
                    names.drain(before..kept);
                    longest = end;
                }
            });
            at = longest;
        }
        if let Some(added) = &self.added {
            added.merge(self, text, tokens, &mut words.haystack, &mut words.names);
        }
    }

    pub(super) fn name_match(&self, first: usize, end: usize, surface: u32) -> NameMatch {
        NameMatch { first: first as u32, end: end as u32, surface, flags: self.surfaces[surface as usize].flags }
    }
}

/// Whether tokens (hyphens between words aside) are written as a form asks.
pub(super) fn written_as(form: &Form, tokens: &[Token]) -> bool {
    form.case.allows_all(shapes(tokens))
}

fn shapes(tokens: &[Token]) -> impl Iterator<Item = Shape> + '_ {
    tokens.iter().filter(|token| token.punct() != b'-').map(|token| token.shape)
}
