//! Classes of bytes: what UAX #29 takes each for.

pub(super) const SPACE: u8 = 1;
pub(super) const DIGIT: u8 = 2;
pub(super) const UPPER: u8 = 4;
pub(super) const LOWER: u8 = 8;
pub(super) const UNDERSCORE: u8 = 16;
pub(super) const MARK: u8 = 32;
pub(super) const HIGH: u8 = 64;
/// A dash, double quote or ellipsis that is not ASCII: to UAX #29 a character like any other that joins nothing.
pub(super) const TYPE: u8 = 128;
pub(super) const LETTER: u8 = UPPER | LOWER;
pub(super) const WORD: u8 = LETTER | DIGIT | UNDERSCORE;

pub(super) const CLASS: [u8; 256] = {
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
#[inline]
fn is_typographic(bytes: &[u8; 3]) -> bool {
    matches!(bytes, [0xe2, 0x80, 0x93 | 0x94 | 0x9c | 0x9d | 0xa6])
}
