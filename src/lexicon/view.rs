//! A text with all that the lexicons say of it: what every later room reads.

use super::keyword::{self, is_keyword};
use super::sense::{Class, pos};
use super::tables::WordFlags;
use super::{Lexicon, WordId, WordInfo, Words};
use crate::text::{Kind, Sentence, Shape, Token};

/// How many words are compared with a token's at once.
const FEW: usize = 4;

/// One text, cut and looked up. Cheap to copy. `'a` is the life of text and lexicons, `'s` that of the scratch.
#[derive(Clone, Copy)]
pub(crate) struct View<'s, 'a> {
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    pub tokens: &'s [Token],
    pub sentences: &'s [Sentence],
    pub words: &'s Words,
}

impl<'a> View<'_, 'a> {
    /// How many tokens there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The word at a token; unknown beyond the end.
    #[inline]
    pub fn id(&self, token: usize) -> WordId {
        self.words.ids.get(token).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// Whether the token is one of these words.
    // Inlined, the words are constants to compare with; called, they are a list to walk.
    #[inline(always)]
    pub fn is(&self, token: usize, words: &[WordId]) -> bool {
        let id = self.id(token);
        // Most words are no keyword at all: that is asked before many, and not before a few, as no processor foretells it.
        (words.len() <= FEW || is_keyword(id)) && words.iter().fold(false, |found, word| found | (id == *word))
    }

    /// What the word at a token is by itself.
    #[inline]
    pub fn info(&self, token: usize) -> WordInfo {
        self.words.info(token)
    }

    /// Whether the word can be one of these parts of speech.
    #[inline]
    pub fn can_be(&self, token: usize, parts: u16) -> bool {
        self.info(token).pos & parts != 0
    }

    /// Whether the word is likeliest one of these parts of speech.
    #[inline]
    pub fn likely(&self, token: usize, parts: u16) -> bool {
        self.info(token).likeliest & parts != 0
    }

    /// Bits of the classes of which a word or phrase starts at the token.
    #[inline]
    pub fn mask(&self, token: usize) -> u32 {
        self.words.masks[token]
    }

    /// Whether the word is one of the small ones that stand before a surname.
    #[inline]
    pub fn is_particle(&self, token: usize) -> bool {
        self.words.masks.get(token).is_some_and(|mask| mask & Class::PARTICLE != 0)
    }

    /// Whether a word or phrase of the class starts at the token.
    #[inline]
    pub fn has(&self, token: usize, class: Class) -> bool {
        self.words.masks.get(token).is_some_and(|mask| mask & class.bit() != 0)
    }

    /// The longest word or phrase of a class at a token: the token after it, and its row.
    #[inline]
    pub fn longest(&self, token: usize, class: Class) -> Option<(usize, usize)> {
        // Nothing of the class starts at most tokens: that is seen without a call.
        if self.has(token, class) { self.words.longest(token, class) } else { None }
    }

    /// Whether terms of more than one word start with the word at a token.
    #[inline]
    pub fn leads(&self, token: usize) -> bool {
        self.info(token).flags.has(WordFlags::LEADS)
    }

    /// The rows of a class that the word at `token` makes with the words at `rest` and behind it, as if nothing stood
    /// between: "took" and "hostage" of "took six seamen hostage".
    pub fn split_terms(&self, token: usize, rest: usize, class: Class, mut found: impl FnMut(usize)) {
        let rest = self.words.ids.get(rest..).unwrap_or_default();
        self.lexicon.parted(self.id(token), rest, class, |_, row| found(row));
    }

    /// The words of a range of tokens.
    pub fn slice(&self, first: usize, end: usize) -> &'a str {
        let (start, stop) = self.span(first, end);
        &self.text[start as usize..stop as usize]
    }

    /// Byte range of a range of tokens.
    #[inline]
    pub fn span(&self, first: usize, end: usize) -> (u32, u32) {
        (self.tokens[first].start, self.tokens[end - 1].end)
    }

    /// How the letters of a token are capitalised; none beyond the end.
    #[inline]
    pub fn shape(&self, token: usize) -> Shape {
        self.tokens.get(token).map_or(Shape::None, |token| token.shape)
    }

    /// Whether a token begins with a capital.
    #[inline]
    pub fn capital(&self, token: usize) -> bool {
        matches!(self.shape(token), Shape::Title | Shape::Upper | Shape::Single)
    }

    /// Whether a token is a word of letters.
    #[inline]
    pub fn is_word(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|token| token.kind == Kind::Word)
    }

    /// Whether a token stands directly behind the one before it.
    #[inline]
    pub fn glued(&self, token: usize) -> bool {
        token > 0 && self.tokens.get(token).is_some_and(|token| !token.space_before)
    }

    /// Whether a token ends an ordinal in digits: "12|th".
    pub fn ends_ordinal(&self, token: usize) -> bool {
        self.glued(token) && self.is(token, &[keyword::TH, keyword::ST, keyword::ND, keyword::RD])
    }

    /// Whether the word is a finite verb rather than anything else.
    pub fn verb_like(&self, token: usize) -> bool {
        self.likely(token, pos::VERB | pos::THIRD | pos::PAST | pos::MODAL)
    }
}
