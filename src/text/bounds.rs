//! Sentence boundaries of UAX #29, in one pass and mostly over bytes.
//!
//! `unicode-segmentation` gives the same answers (the tests compare), but reads every character, and reads on anew from
//! each blank or bracket behind a full stop. A boundary cuts off all that is before it: what follows is read as if the
//! text began there. So sentences are found one by one. What a character beyond ASCII means for sentences is found out
//! by asking `unicode-segmentation` about tiny texts around it, since its table is not public.

use unicode_segmentation::UnicodeSegmentation;

/// Yields where each sentence of UAX #29 ends, the last at the end of the text.
pub(super) struct Bounds<'t> {
    text: &'t str,
    at: usize,
    /// Classes asked for before, by the low bits of the character.
    known: [(char, Class); 64],
    probe: String,
}

/// All boundaries but 0, by way of `Bounds`.
pub fn sentence_bounds(text: &str) -> Vec<usize> {
    Bounds::new(text).collect()
}

/// All boundaries but 0, by way of `unicode-segmentation` alone.
pub fn sentence_bounds_uax(text: &str) -> Vec<usize> {
    text.split_sentence_bound_indices().map(|(at, sentence)| at + sentence.len()).collect()
}

/// The values of the Sentence_Break property, as far as the rules tell them apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Other,
    Lower,
    Upper,
    /// A letter without case.
    Letter,
    Numeric,
    Continue,
    Close,
    Space,
    ATerm,
    STerm,
    /// CR, LF and Sep.
    Newline,
    /// Extend and Format: read as if they were not there (SB5).
    Ignored,
    /// Of a byte: part of a character beyond ASCII.
    High,
}

const CLASS: [Class; 256] = {
    let mut table = [Class::Other; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = match b as u8 {
            b'a'..=b'z' => Class::Lower,
            b'A'..=b'Z' => Class::Upper,
            b'0'..=b'9' => Class::Numeric,
            b',' | b'-' | b':' | b';' => Class::Continue,
            b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}' => Class::Close,
            b' ' | b'\t' | 0x0b | 0x0c => Class::Space,
            b'.' => Class::ATerm,
            b'!' | b'?' => Class::STerm,
            b'\n' | b'\r' => Class::Newline,
            0x80.. => Class::High,
            _ => Class::Other,
        };
        b += 1;
    }
    table
};

/// The bytes that may begin the end of a sentence.
const STOP: [bool; 256] = {
    let mut table = [false; 256];
    let mut b = 0;
    while b < 256 {
        table[b] = matches!(CLASS[b], Class::ATerm | Class::STerm | Class::Newline | Class::High);
        b += 1;
    }
    table
};

impl Iterator for Bounds<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if self.at == self.text.len() {
            return None;
        }
        self.at = self.sentence_end(self.at);
        Some(self.at)
    }
}

/// Where the next of [`STOP`] is, from `at` on, or the end. Eight bytes at a time: what is left after letters and blanks is
/// looked up.
fn next_stop(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * ONES;
    while let Some(eight) = bytes[at..].first_chunk() {
        let eight = u64::from_le_bytes(*eight);
        // The high bit of each byte tells: bit 6 is not set, as it is of letters; some bit but that of a blank is set.
        let no_letter = !(eight << 1);
        let no_blank = ((eight ^ (0x20 * ONES)) & !HIGH) + !HIGH;
        let mut left = (eight | no_letter & no_blank) & HIGH;
        while left != 0 {
            let here = at + left.trailing_zeros() as usize / 8;
            if STOP[bytes[here] as usize] {
                return here;
            }
            left &= left - 1;
        }
        at += 8;
    }
    at + bytes[at..].iter().position(|&b| STOP[b as usize]).unwrap_or(bytes.len() - at)
}

impl<'t> Bounds<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Bounds { text, at: 0, known: [('\0', Class::Other); 64], probe: String::new() }
    }

    /// Where the sentence that starts at `from` ends.
    fn sentence_end(&mut self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from;
        loop {
            at = next_stop(bytes, at);
            let Some((term, behind)) = self.class(at) else { return at };
            let term_at = at;
            at = behind;
            match term {
                Class::Newline => return self.behind_newline(term_at), // SB4
                Class::ATerm | Class::STerm => {}
                _ => continue,
            }
            at = self.skip(at, Class::Ignored);
            if term == Class::ATerm {
                match self.class(at) {
                    Some((Class::Numeric, _)) => continue,                                    // SB6
                    Some((Class::Upper, _)) if self.letter_before(from, term_at) => continue, // SB7
                    _ => {}
                }
            }
            at = self.skip(at, Class::Close); // SB9
            at = self.skip(at, Class::Space); // SB9, SB10
            match self.class(at) {
                None => return at,
                Some((Class::Newline, _)) => return self.behind_newline(at), // SB9, SB10, SB4
                Some((Class::Continue | Class::ATerm | Class::STerm, _)) => continue, // SB8a
                _ if term == Class::ATerm && self.lower_ahead(at) => continue,
                _ => return at, // SB11
            }
        }
    }

    /// SB8: is the first letter to come in lower case, with no other end of a sentence before it?
    fn lower_ahead(&mut self, mut at: usize) -> bool {
        while let Some((class, behind)) = self.class(at) {
            match class {
                Class::Lower => return true,
                Class::Upper | Class::Letter | Class::ATerm | Class::STerm | Class::Newline => return false,
                _ => at = behind,
            }
        }
        false
    }

    /// Is the last character before `at` that counts a cased letter?
    fn letter_before(&mut self, from: usize, at: usize) -> bool {
        for c in self.text[from..at].chars().rev() {
            match self.class_of(c) {
                Class::Upper | Class::Lower => return true,
                Class::Ignored => {}
                _ => return false,
            }
        }
        false
    }

    /// Behind all characters from `at` on that are of this class or ignored.
    fn skip(&mut self, mut at: usize, wanted: Class) -> usize {
        while let Some((class, behind)) = self.class(at) {
            if class != wanted && class != Class::Ignored {
                break;
            }
            at = behind;
        }
        at
    }

    /// The class of the character at `at`, and where the next one begins.
    #[inline]
    fn class(&mut self, at: usize) -> Option<(Class, usize)> {
        match CLASS[*self.text.as_bytes().get(at)? as usize] {
            Class::High => {
                let c = self.text[at..].chars().next()?;
                Some((self.class_of(c), at + c.len_utf8()))
            }
            class => Some((class, at + 1)),
        }
    }

    fn class_of(&mut self, c: char) -> Class {
        if c.is_ascii() {
            return CLASS[c as usize];
        }
        let slot = c as usize % self.known.len();
        if self.known[slot].0 != c {
            self.known[slot] = (c, self.ask(c));
        }
        self.known[slot].1
    }

    /// Asks `unicode-segmentation` about `c`, as the name of each rule tells: texts of a few characters around it, and
    /// where the first sentence of each ends, counted from `c` where that is before the end.
    fn ask(&mut self, c: char) -> Class {
        let mut end = |before: &str, behind: &str| {
            self.probe.clear();
            self.probe.extend([before, c.encode_utf8(&mut [0; 4]), behind]);
            let end = self.probe.split_sentence_bounds().next().map_or(0, str::len);
            match end.checked_sub(before.len()) {
                None | Some(0) => End::Before,
                Some(_) if end == self.probe.len() => End::None,
                Some(len) if len == c.len_utf8() => End::Behind,
                Some(_) => End::Later,
            }
        };
        if end("", " a") == End::Behind {
            return Class::Newline; // SB4
        }
        if end("", " A") == End::Later {
            return if end("", " a") == End::Later { Class::STerm } else { Class::ATerm }; // SB11, SB8
        }
        match end("!", "A") {
            End::None => Class::Continue,                                  // SB8a
            End::Behind if end("! ", "A") == End::Before => Class::Close,  // SB9, SB10
            End::Behind if end("!", "\"A") == End::Behind => Class::Space, // SB10
            End::Behind => Class::Ignored,                                 // SB5
            _ if end(". ", "A") == End::None => Class::Lower,              // SB8
            _ if end(".", "A") == End::None => Class::Numeric,             // SB6
            _ if end(". ", "a") == End::None => Class::Other,              // SB8
            _ if end("A.", "") == End::None => Class::Upper,               // SB7
            _ => Class::Letter,
        }
    }

    fn behind_newline(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        at + if rest.starts_with("\r\n") { 2 } else { rest.chars().next().map_or(0, char::len_utf8) }
    }
}

/// Where the first sentence of a probe ends, as seen from the character in question.
#[derive(PartialEq)]
enum End {
    Before,
    Behind,
    Later,
    /// At the end of the probe.
    None,
}
