//! Tokenizing: UAX #29 words, cut where news needs it.

use unicode_segmentation::UnicodeSegmentation;

use super::ascii::{ascii_token, plain_mark, plain_word};
use super::token::{Kind, Token};
use super::writer::{Writer, is_space};

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
