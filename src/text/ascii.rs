//! The fast path of tokenizing: words, numbers and marks on which bytes of ASCII alone decide.

use super::byte_class::{CLASS, DIGIT, HIGH, LETTER, MARK, SPACE, TYPE, UNDERSCORE, WORD, class};
use super::fold::hash_ascii;
use super::letters::Letters;
use super::token::{Kind, Shape};
use super::writer::{Writer, punct_hash};

/// Most words: ASCII letters alone, with white space or a mark behind them that cannot bind to more letters. Where such a
/// word ends, its hash, and its shape; None for all else. It is what [`ascii_token`] finds, eight bytes at a time.
#[inline]
pub(super) fn plain_word(bytes: &[u8], at: usize) -> Option<(usize, u64, Shape)> {
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
pub(super) fn plain_mark(writer: &mut Writer, at: usize) -> bool {
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
pub(super) fn ascii_token(writer: &mut Writer, at: usize) -> Option<usize> {
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
