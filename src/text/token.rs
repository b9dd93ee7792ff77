//! Tokens: UAX #29 words, cut where news needs it.

use unicode_segmentation::UnicodeSegmentation;

use super::fold::hash_ascii;
use super::letters::Letters;
use super::writer::{Writer, is_space, punct_hash};

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

/// Cuts `text` into tokens, into `out`, which is cleared first.
///
/// Words are those of UAX #29 within each stretch between white space (no-break spaces and the zero-width space
/// included), and then:
///
/// 1. A final "'s" is a token of its own ("Kim" + "'s"), also behind what UAX #29 cuts it off from: "F-16's", "U.S.'s".
///    Contractions such as "didn't" stay whole.
/// 2. Letters behind a numeral come off: "4.5" + "bn", "21" + "st", "1990" + "s".
/// 3. A colon or semicolon always stands alone.
/// 4. Each mark or symbol is a token, but a run of dots, a run of dashes, and a doubled single quote (typewriter
///    style) is one. Underscores by themselves are a dash.
///
/// Invisible characters that stand alone are no token. A text of 4 GiB or more is read up to the last character
/// boundary below 4 GiB.
///
/// ```
/// use headcount::text::{Kind, tokenize};
/// let text = "The U.S.'s 4.5bn—and Kim’s";
/// let mut tokens = Vec::new();
/// tokenize(text, &mut tokens);
/// let words: Vec<&str> = tokens.iter().map(|t| t.text(text)).collect();
/// assert_eq!(words, ["The", "U.S", ".", "'s", "4.5", "bn", "—", "and", "Kim", "’s"]);
/// assert_eq!(tokens[9].kind, Kind::Possessive);
/// assert_eq!(tokens[9].hash, tokens[3].hash);
/// ```
pub fn tokenize(text: &str, out: &mut Vec<Token>) {
    tokenize_noting(text, out);
}

/// [`tokenize`], and whether a [digit](Token::has_digit) is in some word.
pub(crate) fn tokenize_noting(text: &str, out: &mut Vec<Token>) -> bool {
    let text = clip(text);
    let bytes = text.as_bytes();
    let mut writer = Writer::new(text, out);
    let mut at = 0;
    // Where the current stretch between white space ends, once that had to be known.
    let mut stretch_end = 0;
    while at < bytes.len() {
        if let Some((end, hash, shape)) = plain_word(bytes, at) {
            writer.push(at, end, hash, Kind::Word, shape, 0);
            at = end;
        } else if plain_mark(&mut writer, at) {
            at += 1;
        } else {
            at = other_token(&mut writer, at, &mut stretch_end);
            continue;
        }
        if bytes.get(at) == Some(&b' ') {
            writer.space(' ');
            at += 1;
        }
    }
    writer.digits
}

/// Reads what starts at `at`, whatever it is, and says where it ends.
// Apart, so that the registers are those of plain words.
#[inline(never)]
fn other_token(writer: &mut Writer, at: usize, stretch_end: &mut usize) -> usize {
    if let Some(end) = ascii_token(writer, at) {
        return end;
    }
    let text = writer.text;
    if let Some(c) = leading_space(&text[at..]) {
        writer.space(c);
        return at + c.len_utf8();
    }
    if *stretch_end <= at {
        *stretch_end = at + text[at..].find(is_space).unwrap_or(text.len() - at);
    }
    uax_tokens(writer, at, *stretch_end)
}

/// [`tokenize`] without its fast path: every stretch goes to `unicode-segmentation`.
#[doc(hidden)]
pub fn tokenize_uax(text: &str, out: &mut Vec<Token>) {
    let text = clip(text);
    let mut writer = Writer::new(text, out);
    let mut at = 0;
    while at < text.len() {
        if let Some(c) = leading_space(&text[at..]) {
            writer.space(c);
            at += c.len_utf8();
            continue;
        }
        let end = at + text[at..].find(is_space).unwrap_or(text.len() - at);
        for segment in text[at..end].split_word_bounds() {
            writer.segment(at, at + segment.len());
            at += segment.len();
        }
    }
}

fn clip(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

fn leading_space(text: &str) -> Option<char> {
    text.chars().next().filter(|&c| is_space(c))
}

// ---- classes of bytes

const SPACE: u8 = 1;
pub(super) const DIGIT: u8 = 2;
pub(super) const UPPER: u8 = 4;
pub(super) const LOWER: u8 = 8;
const UNDERSCORE: u8 = 16;
const MARK: u8 = 32;
const HIGH: u8 = 64;
/// A dash, double quote or ellipsis that is not ASCII: to UAX #29 a character like any other that joins nothing.
const TYPE: u8 = 128;
const LETTER: u8 = UPPER | LOWER;
const WORD: u8 = LETTER | DIGIT | UNDERSCORE;

const CLASS: [u8; 256] = {
    let mut table = [MARK; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b'\t'..=b'\r' | b' ' => SPACE,
            b'0'..=b'9' => DIGIT,
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'_' => UNDERSCORE,
            0x80.. => HIGH,
            _ => MARK,
        };
        b += 1;
    }
    table
};

/// The class of the byte, or of the typographic mark, at `at`; white space behind the end.
#[inline]
pub(super) fn class(bytes: &[u8], at: usize) -> u8 {
    match bytes.get(at).map_or(SPACE, |&b| CLASS[b as usize]) {
        HIGH if bytes[at..].first_chunk().is_some_and(is_typographic) => TYPE,
        class => class,
    }
}

/// One of – — “ ” …
fn is_typographic(bytes: &[u8; 3]) -> bool {
    matches!(bytes, [0xe2, 0x80, 0x93 | 0x94 | 0x9c | 0x9d | 0xa6])
}

/// Most words: ASCII letters alone, with white space or a mark behind them that cannot bind to more letters. Where such a
/// word ends, its hash, and its shape; None for all else. It is what [`ascii_token`] finds, eight bytes at a time.
#[inline]
fn plain_word(bytes: &[u8], at: usize) -> Option<(usize, u64, Shape)> {
    let eight = |at: usize| Some(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?));
    let mut block = eight(at)?;
    let mut word = Letters::starting(block);
    let mut count = word.take(block);
    if count == 0 {
        return None;
    }
    let mut end = at + count;
    while count == 8 {
        block = eight(end)?;
        count = word.take(block);
        end += count;
    }
    let behind = (block >> (8 * count)) as u8;
    // What a lone "s" is depends on what stands before it.
    let lone_s = end == at + 1 && bytes[at] | 0x20 == b's';
    ((behind == b' ' || ends_word(bytes, end)) && !lone_s).then(|| {
        let (hash, shape) = word.finish(end - at);
        (end, hash, shape)
    })
}

/// Whether letters that stand before `end` bind to nothing behind it.
fn ends_word(bytes: &[u8], end: usize) -> bool {
    match CLASS[bytes[end] as usize] {
        SPACE => true,
        // Only these may bind to what stands behind them.
        MARK if matches!(bytes[end], b'.' | b',' | b'\'') => matches!(bytes.get(end + 1), Some(b' ' | b'\n')),
        MARK => bytes.get(end + 1).is_none_or(|&next| next < 0x80),
        _ => false,
    }
}

/// What a mark may do to the mark before it.
const ALONE: u8 = 1;
const JOINS: u8 = 2;

/// The marks that most marks are, and whether they join others of their kind.
const PLAIN_MARK: [u8; 256] = {
    let mut table = [0; 256];
    let (alone, joins) = (b",()\"!?[]:;/*&#@", b".-'");
    let mut at = 0;
    while at < alone.len() {
        table[alone[at] as usize] = ALONE;
        at += 1;
    }
    at = 0;
    while at < joins.len() {
        table[joins[at] as usize] = JOINS;
        at += 1;
    }
    table
};

/// Writes a mark of ASCII that stands by itself: nothing behind it binds to it, and nothing before it is of its kind. It is
/// what [`ascii_token`] finds, without a look at all that a mark may be.
#[inline]
fn plain_mark(writer: &mut Writer, at: usize) -> bool {
    let bytes = writer.text.as_bytes();
    let mark = bytes[at];
    let alone = match PLAIN_MARK[mark as usize] {
        ALONE => true,
        JOINS => at == 0 || CLASS[bytes[at - 1] as usize] & (LETTER | DIGIT | SPACE) != 0,
        _ => false,
    };
    let free = alone && bytes.get(at + 1).is_none_or(|&next| next < 0x80);
    if free {
        writer.push(at, at + 1, punct_hash(mark), Kind::Punct, Shape::None, mark);
    }
    free
}

/// Reads what starts at `at` if bytes below 0x80 alone decide on it, and says where it ends. `None` where a byte
/// from 0x80 on stands in it, directly behind it, or behind a mark that could bind to a letter or digit there.
///
/// That is enough to be sure of the same answer as UAX #29: its rules look at most one mark beyond a boundary
/// (WB6, WB12), and a boundary once found cuts off what is before it (only WB15 and WB16 count further back, over
/// characters that are not ASCII).
#[inline]
fn ascii_token(writer: &mut Writer, at: usize) -> Option<usize> {
    let bytes = writer.text.as_bytes();
    match class(bytes, at) {
        SPACE => {
            writer.space(bytes[at] as char);
            Some(at + 1)
        }
        DIGIT => {
            let mut end = at + 1;
            loop {
                match class(bytes, end) {
                    DIGIT => end += 1,
                    MARK => match class(bytes, end + 1) {
                        DIGIT if matches!(bytes[end], b'.' | b',' | b'\'') => end += 2,
                        HIGH => return None,
                        _ => break,
                    },
                    UNDERSCORE | HIGH => return None,
                    _ => break,
                }
            }
            writer.push(at, end, hash_ascii(bytes, at, end), Kind::Number, Shape::None, 0);
            Some(end)
        }
        MARK => {
            if class(bytes, at + 1) == HIGH {
                return None;
            }
            writer.mark(at, at + 1, bytes[at] as char);
            Some(at + 1)
        }
        TYPE => {
            let end = at + 3;
            if class(bytes, end) == HIGH {
                return None;
            }
            let c = writer.text[at..end].chars().next()?;
            writer.mark(at, end, c);
            Some(end)
        }
        HIGH => None,
        first => {
            let mut end = at + 1;
            let mut seen = first;
            loop {
                let here = class(bytes, end);
                if here & WORD != 0 {
                    seen |= here;
                    end += 1;
                } else if here == MARK {
                    let next = class(bytes, end + 1);
                    if next == HIGH {
                        return None;
                    }
                    let binds = match bytes[end] {
                        b'.' | b'\'' => LETTER | DIGIT,
                        b',' => DIGIT,
                        _ => break,
                    };
                    // The mark binds between two letters or between two digits.
                    let before = class(bytes, end - 1);
                    let both = |set: u8| before & set != 0 && next & set != 0;
                    if !(both(binds & LETTER) || both(binds & DIGIT)) {
                        break;
                    }
                    seen |= next;
                    end += 2;
                } else if here == HIGH {
                    return None;
                } else {
                    break;
                }
            }
            if seen == UNDERSCORE {
                writer.mark(at, end, '-');
            } else {
                writer.ascii_word(at, end, first, seen);
            }
            Some(end)
        }
    }
}

/// Takes tokens from `unicode-segmentation` from `at` on, up to the end of the stretch or the first that plain
/// ASCII follows, and says where they end.
fn uax_tokens(writer: &mut Writer, mut at: usize, stretch_end: usize) -> usize {
    let bytes = writer.text.as_bytes();
    for segment in writer.text[at..stretch_end].split_word_bounds() {
        writer.segment(at, at + segment.len());
        at += segment.len();
        if at < stretch_end && bytes[at] < 0x80 {
            break;
        }
    }
    at
}
