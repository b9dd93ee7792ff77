//! Writing tokens: what a word, number or mark of UAX #29 is cut into, and what is put together again.

use super::byte_class::{DIGIT, LOWER, UPPER, class};
use super::fold::{hash_ascii, hash_byte, hash_folded, hash_word, is_diacritic, is_invisible, plain};
use super::token::{Kind, Shape, Token};

/// Appends tokens to `out`, keeping count of the white space between them.
pub(super) struct Writer<'t, 'o> {
    pub(super) text: &'t str,
    out: &'o mut Vec<Token>,
    space: bool,
    newlines: u8,
    after_cr: bool,
    /// Whether a digit is in some word.
    pub(super) digits: bool,
}

impl<'t, 'o> Writer<'t, 'o> {
    pub(super) fn new(text: &'t str, out: &'o mut Vec<Token>) -> Self {
        out.clear();
        Writer { text, out, space: true, newlines: 0, after_cr: false, digits: false }
    }

    #[inline]
    pub(super) fn space(&mut self, c: char) {
        self.space = true;
        if c != ' ' {
            self.newlines = match c {
                '\n' if self.after_cr => self.newlines,
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.newlines.saturating_add(1),
                _ => self.newlines,
            };
        }
        self.after_cr = c == '\r';
    }

    #[inline]
    pub(super) fn ascii_word(&mut self, at: usize, end: usize, first: u8, seen: u8) {
        let bytes = self.text.as_bytes();
        if bytes[end - 1] | 0x20 == b's' {
            if end - at >= 3 && bytes[end - 2] == b'\'' {
                // The class of the s must not count for the shape of the word.
                let seen = (at..end - 2).fold(0, |seen, at| seen | class(bytes, at));
                let shape = shape(first, seen, end - 2 - at);
                self.push(at, end - 2, hash_ascii(bytes, at, end - 2), Kind::Word, shape, 0);
                self.note_digit(seen & DIGIT != 0);
                self.push(end - 2, end, possessive(), Kind::Possessive, Shape::None, 0);
                return;
            }
            if end - at == 1 && self.lone_s(at, end) {
                return;
            }
        }
        self.push(at, end, hash_ascii(bytes, at, end), Kind::Word, shape(first, seen, end - at), 0);
        self.note_digit(seen & DIGIT != 0);
    }

    /// Notes of the last token whether a digit is in it.
    #[inline]
    fn note_digit(&mut self, digit: bool) {
        if let Some(last) = self.out.last_mut() {
            last.figure = digit;
            self.digits |= digit;
        }
    }

    /// Writes the tokens of one segment of UAX #29.
    pub(super) fn segment(&mut self, start: usize, end: usize) {
        let segment = &self.text[start..end];
        if segment.contains(char::is_alphanumeric) {
            let mut at = start;
            for piece in segment.split_inclusive([':', ';']) {
                let word = piece.trim_end_matches([':', ';']);
                if !word.is_empty() {
                    self.piece(at, at + word.len());
                }
                if word.len() < piece.len() {
                    self.mark(at + word.len(), at + piece.len(), piece[word.len()..].chars().next().unwrap_or(';'));
                }
                at += piece.len();
            }
        } else if segment.bytes().all(|b| b == b'_') {
            self.mark(start, end, '-');
        } else if let Some(first) = segment.chars().find(|&c| !is_invisible(c) && !is_diacritic(c)) {
            self.mark(start, end, first);
        }
    }

    /// Writes a word or a number with what hangs on to it.
    fn piece(&mut self, start: usize, end: usize) {
        let piece = &self.text[start..end];
        let visible = piece.chars().find(|&c| !is_invisible(c));
        if piece.bytes().all(|b| b == b'_') {
            self.mark(start, end, '-');
        } else if visible.is_some_and(is_digit) {
            let cut = start + numeral_len(piece);
            self.push(start, cut, hash_word(&self.text[start..cut]), Kind::Number, Shape::None, 0);
            if cut < end {
                self.piece(cut, end);
            }
        } else if visible.is_some_and(is_fraction) {
            self.push(start, end, hash_word(piece), Kind::Fraction, Shape::None, 0);
        } else if piece.chars().any(|c| c.is_numeric()) && !piece.contains(char::is_alphabetic) && !piece.contains('_')
        {
            self.mark(start, end, visible.unwrap_or(' ')); // "²"
        } else {
            let cut = start + possessive_cut(piece);
            if end - start == 1 && piece.eq_ignore_ascii_case("s") && self.lone_s(start, end) {
                return;
            }
            let word = &self.text[start..cut];
            self.push(start, cut, hash_word(word), Kind::Word, shape_of(word), 0);
            self.note_digit(word.bytes().any(|b| b.is_ascii_digit()));
            if cut < end {
                self.push(cut, end, possessive(), Kind::Possessive, Shape::None, 0);
            }
        }
    }

    /// An "s" that stands alone between `at` and `end` makes a possessive of an apostrophe glued before it, if that in
    /// turn is glued to a word, a number or a closing mark, or if both stand free (as in tokenized text).
    fn lone_s(&mut self, at: usize, end: usize) -> bool {
        let [.., before, quote] = &mut self.out[..] else {
            return false;
        };
        if quote.punct != b'\'' || quote.end as usize != at {
            return false;
        }
        let hangs = before.end == quote.start
            && (matches!(before.kind, Kind::Word | Kind::Number) || matches!(before.punct, b'.' | b'!' | b')'));
        let free = quote.space_before && self.text[end..].chars().next().is_none_or(is_space);
        if hangs || free {
            quote.end = end as u32;
            quote.hash = possessive();
            quote.kind = Kind::Possessive;
            quote.punct = 0;
        }
        hangs || free
    }

    /// Writes a mark or symbol, `c` being its first visible character, or lengthens the one before.
    pub(super) fn mark(&mut self, start: usize, end: usize, c: char) {
        let punct = match c {
            '`' => b'\'',
            '…' | '‥' => Token::ELLIPSIS,
            _ => match plain(c).unwrap_or(c) {
                '$' | '%' | '+' | '<' | '=' | '>' | '^' | '|' | '~' | '`' => 0,
                '_' => b'-',
                plain if plain.is_ascii_punctuation() => plain as u8,
                _ => 0,
            },
        };
        if punct == 0 {
            let kind = if is_other_mark(c) { Kind::Punct } else { Kind::Symbol };
            return self.push(start, end, hash_word(&self.text[start..end]), kind, Shape::None, 0);
        }
        if let Some(last) = self.out.last_mut().filter(|last| last.end as usize == start) {
            let joined = match (last.punct, punct) {
                (b'.' | Token::ELLIPSIS, b'.' | Token::ELLIPSIS) => Token::ELLIPSIS,
                (b'-', b'-') => b'-',
                (b'\'', b'\'') if last.text(self.text) == &self.text[start..end] => b'"',
                _ => 0,
            };
            if joined != 0 {
                last.end = end as u32;
                last.punct = joined;
                last.figure = false;
                last.hash = punct_hash(joined);
                return;
            }
        }
        self.push(start, end, punct_hash(punct), Kind::Punct, Shape::None, punct);
    }

    #[inline]
    pub(super) fn push(&mut self, start: usize, end: usize, hash: u64, kind: Kind, shape: Shape, punct: u8) {
        self.out.push(Token {
            start: start as u32,
            end: end as u32,
            hash,
            kind,
            shape,
            space_before: self.space,
            newlines_before: self.newlines,
            punct,
            figure: matches!(kind, Kind::Number | Kind::Fraction) | (self.space & (punct == b'.')),
        });
        self.space = false;
        self.newlines = 0;
        self.after_cr = false;
    }
}

#[inline]
pub(super) fn punct_hash(punct: u8) -> u64 {
    /// A mark has one byte, which is folded already.
    const HASHES: [u64; 128] = {
        let mut hashes = [0; 128];
        let mut mark = 0;
        while mark < 128 {
            hashes[mark] = hash_byte(mark as u8);
            mark += 1;
        }
        hashes
    };
    match punct {
        Token::ELLIPSIS => hash_folded("..."),
        _ => HASHES[usize::from(punct & 0x7f)],
    }
}

fn possessive() -> u64 {
    hash_folded("'s")
}

#[inline]
fn shape(first: u8, seen: u8, len: usize) -> Shape {
    match (seen & UPPER != 0, seen & LOWER != 0) {
        (false, false) => Shape::None,
        (false, true) => Shape::Lower,
        (true, false) if len == 1 => Shape::Single,
        (true, false) => Shape::Upper,
        (true, true) if first & LOWER != 0 => Shape::Mixed,
        (true, true) => Shape::Title,
    }
}

/// [`shape`] of any word. Where it does not begin with a letter, its first cased letter counts in its place.
fn shape_of(word: &str) -> Shape {
    let class = |c: char| match c {
        _ if c.is_lowercase() => LOWER,
        _ if c.is_uppercase() || c.to_lowercase().ne([c]) => UPPER,
        _ => 0,
    };
    let first = word.chars().next().map_or(0, class);
    let seen = word.chars().fold(0, |seen, c| seen | class(c));
    let visible = word.chars().filter(|&c| !is_invisible(c) && !is_diacritic(c)).count();
    shape(first, seen, visible)
}

/// Where a final "'s" of `word` begins, or its length.
fn possessive_cut(word: &str) -> usize {
    let mut chars = word.char_indices().rev();
    match (chars.next(), chars.next()) {
        (Some((_, 's' | 'S')), Some((at, quote))) if plain(quote).unwrap_or(quote) == '\'' => {
            if word[..at].contains(char::is_alphanumeric) { at } else { word.len() }
        }
        _ => word.len(),
    }
}

/// The length of the numeral that `piece` starts with: digits, and single marks between digits.
fn numeral_len(piece: &str) -> usize {
    let (mut len, mut mark) = (0, false);
    for (at, c) in piece.char_indices() {
        if is_digit(c) {
            len = at + c.len_utf8();
            mark = false;
        } else if is_invisible(c) || is_diacritic(c) {
            if !mark {
                len = at + c.len_utf8();
            }
        } else if c.is_alphanumeric() || mark {
            break;
        } else {
            mark = true;
        }
    }
    len
}

fn is_digit(c: char) -> bool {
    let sign = matches!(c, '²' | '³' | '¹' | '\u{2070}'..='\u{2bff}' | '\u{3190}'..='\u{33ff}');
    c.is_ascii_digit() || c.is_numeric() && !c.is_alphabetic() && !is_fraction(c) && !sign
}

fn is_fraction(c: char) -> bool {
    matches!(c, '¼'..='¾' | '⅐'..='⅟' | '↉')
}

/// Punctuation beyond ASCII that no ASCII mark stands for.
fn is_other_mark(c: char) -> bool {
    matches!(c, '¡' | '¿' | '·' | '§' | '¶' | '†' | '‡' | '\u{2016}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
        | '\u{3003}'..='\u{301f}' | '\u{fe10}'..='\u{fe6f}' | '\u{60c}' | '\u{61b}' | '\u{61f}')
        && !matches!(c, '‰' | '‱')
}

/// White space, and the zero-width space, which is one where words part.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c == '\u{200b}'
}
