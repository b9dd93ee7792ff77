//! Tokens: what a word, number or mark of the text is, and how its letters are capitalised.

/// A word, number or mark of the text, with where it stands and what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Byte offset of its first character.
    pub start: u32,
    /// Byte offset behind its last character.
    pub end: u32,
    /// [`hash_folded`](super::hash_folded) of the folded form. Of a mark, it is that of the plain mark: "-" for any dash, "..." for any
    /// run of dots, "\"" for ``.
    pub hash: u64,
    /// What it is.
    pub kind: Kind,
    /// How its letters are capitalised.
    pub shape: Shape,
    /// White space (any Unicode), or the start of the text, stands before it.
    pub space_before: bool,
    /// Line breaks in that white space, saturating; `\r\n` is one.
    pub newlines_before: u8,
    /// See [`Token::punct`].
    pub(super) punct: u8,
    /// See [`Token::may_be_figure`].
    pub(super) figure: bool,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// "soldiers", "O'Brien", "U.S", "A320neo".
    Word,
    /// Starts with a digit of any script: "600", "1,234.5".
    Number,
    /// A single character such as "½".
    Fraction,
    /// "'s", also with a curly apostrophe or a capital.
    Possessive,
    /// A punctuation mark; see [`Token::punct`].
    Punct,
    /// "$", "€", "%", "°", emoji and anything else.
    Symbol,
}

/// How the letters of a token are capitalised. Possessives and tokens without cased letters have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shape {
    /// "soldiers".
    Lower,
    /// First letter upper case, and at least one lower: "Kim", "McDonald", "O'Brien", "MPs".
    Title,
    /// All upper case, and more than that one letter: "US", "U.S", "A320".
    Upper,
    /// One upper-case letter and nothing else: the "J" of "J. Edgar".
    Single,
    /// Lower case first, upper case later: "iPhone".
    Mixed,
    /// No cased letters.
    None,
}

impl Token {
    /// [`Token::punct`] of a run of dots, "..." or "…".
    pub const ELLIPSIS: u8 = b'~';

    /// The words of `text` (the one that was tokenized) that this token covers.
    #[inline]
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        &text[self.start as usize..self.end as usize]
    }

    /// Of a [`Kind::Punct`], the ASCII code of its folded character: `b'-'` for any dash, `b'"'` for any double quote
    /// (`` and '' too), `b'\''` for any single quote, [`Token::ELLIPSIS`] for a run of dots. 0 for marks that no ASCII
    /// character stands for, and for all other tokens.
    #[inline]
    pub fn punct(&self) -> u8 {
        self.punct
    }

    /// Of a [`Kind::Word`], whether an ASCII digit is in it: "A320", "RM500".
    #[inline]
    pub fn has_digit(&self) -> bool {
        self.figure & matches!(self.kind, Kind::Word)
    }

    /// Whether a figure may begin at it whatever the lexicons say: a number, a word with a digit, or a point behind a blank.
    #[inline]
    pub(crate) fn may_be_figure(&self) -> bool {
        self.figure
    }

    /// No white space stands before it.
    #[inline]
    pub fn glued(&self) -> bool {
        !self.space_before
    }

    /// Length in bytes.
    #[allow(clippy::len_without_is_empty)] // no token is empty
    #[inline]
    pub fn len(&self) -> usize {
        (self.end - self.start) as usize
    }
}
