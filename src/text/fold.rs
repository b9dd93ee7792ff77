//! Folding: one spelling for all the ways a word is set, and its hash.
//!
//! The folded form of ASCII text is its lower case and nothing else; everything that costs more happens beyond ASCII.

use unicode_normalization::char::{compose, decompose_compatible};

/// Appends the folded form of `word` to `out`.
///
/// - Lower case; Latin letters lose their diacritics and take their usual plain spelling (ß "ss", ø "o", đ and ð "d",
///   ł "l", ı "i", æ "ae", œ "oe", þ "th"). Other scripts are lower-cased and composed, no more.
/// - Single quotes, apostrophes and primes become `'`, double ones `"`; hyphens, dashes and the minus sign `-`; the
///   ellipsis `...`; white space a blank.
/// - Soft hyphens and other invisible characters go; fullwidth forms become ASCII.
///
/// ```
/// use headcount::text::fold_into;
/// let mut folded = String::new();
/// fold_into("Ðorđe’s Łódź—ＧＤＰ", &mut folded);
/// assert_eq!(folded, "dorde's lodz-gdp");
/// ```
pub fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        out.extend(word.bytes().map(|b| b.to_ascii_lowercase() as char));
    } else {
        fold_chars(word, |c| out.push(c));
    }
}

/// The hash of a form that is folded already: 64 bits, the same on every platform and in every release (compiled
/// lexicons store it).
///
/// Two forms of the same length of up to eight bytes never collide.
///
/// ```
/// use headcount::text::{hash_folded, hash_word};
/// assert_eq!(hash_word("Zürich"), hash_folded("zurich"));
/// assert_ne!(hash_folded("zurich"), hash_folded("zuric"));
/// ```
pub fn hash_folded(folded: &str) -> u64 {
    let mut hash = SEED;
    for chunk in folded.as_bytes().chunks(8) {
        hash = mix(hash, load(chunk));
    }
    finish(hash, folded.len())
}

/// The hash of a single byte of ASCII that is no capital.
pub(super) const fn hash_byte(byte: u8) -> u64 {
    finish(mix(SEED, byte as u64), 1)
}

/// The hash of the folded form of `word`, without making that form: `hash_word(w)` is `hash_folded` of what
/// [`fold_into`] gives for `w`.
pub fn hash_word(word: &str) -> u64 {
    if word.is_ascii() {
        return hash_ascii(word.as_bytes(), 0, word.len());
    }
    let mut stream = Stream::default();
    fold_chars(word, |c| {
        stream.push(c);
    });
    stream.finish()
}

/// The hash of the ASCII word `bytes[start..end]`, folded. Taking the surrounding bytes lets it read eight at once.
#[inline]
pub(super) fn hash_ascii(bytes: &[u8], start: usize, end: usize) -> u64 {
    let mut hash = SEED;
    let mut at = start;
    while at < end {
        let left = end - at;
        let chunk = match bytes.get(at..at + 8) {
            Some(eight) => {
                let all = load(eight);
                if left < 8 { all & ((1 << (left * 8)) - 1) } else { all }
            }
            None => load(&bytes[at..end.min(at + 8)]),
        };
        hash = mix(hash, lower8(chunk));
        at += 8;
    }
    finish(hash, end - start)
}

/// True of a character that folds to nothing wherever it stands: soft hyphens, joiners, direction marks, selectors.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0100}'..='\u{e01ef}')
}

/// True of the diacritics that fold away behind a Latin letter.
pub(super) fn is_diacritic(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}

/// The ASCII form of a quote, dash or other punctuation mark beyond ASCII, where it has one.
pub(super) fn plain(c: char) -> Option<char> {
    Some(match c {
        '‘'
        | '’'
        | '‚'
        | '‛'
        | '‹'
        | '›'
        | '′'
        | '‵'
        | '´'
        | '\u{2b9}'
        | '\u{2bb}'..='\u{2bf}'
        | '\u{2c8}'
        | '\u{2ca}'
        | '\u{2cb}'
        | '\u{a78c}' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '‶' | '\u{2ba}' | '〝' | '〞' | '「' | '」' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2e3a}' | '\u{2e3b}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{2022}' | '\u{2023}' | '\u{25e6}' | '\u{2043}' | '\u{25cf}' => '*',
        '\u{3002}' => '.',
        '\u{3001}' => ',',
        '\u{37e}' => ';',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0)?,
        _ if c.is_whitespace() => ' ',
        _ => return None,
    })
}

/// Feeds the folded characters of `word` to `sink`. One is held back, since a mark behind it may compose with it.
fn fold_chars(word: &str, mut sink: impl FnMut(char)) {
    let mut held: Option<char> = None;
    for c in word.chars() {
        fold_char(c, &mut |folded| {
            if is_diacritic(folded) {
                match held {
                    None => return,
                    Some(base) if base.is_ascii() => return,
                    Some(base) => {
                        if let Some(whole) = compose(base, folded) {
                            held = Some(whole);
                            return;
                        }
                    }
                }
            }
            if let Some(before) = held.replace(folded) {
                sink(before);
            }
        });
    }
    if let Some(last) = held {
        sink(last);
    }
}

fn fold_char(c: char, sink: &mut impl FnMut(char)) {
    if c.is_ascii() {
        return sink(c.to_ascii_lowercase());
    }
    if is_invisible(c) {
        return;
    }
    if let Some(ascii) = plain(c) {
        return sink(ascii.to_ascii_lowercase());
    }
    let spelled = match c {
        '…' => "...",
        'ß' | 'ẞ' => "ss",
        'ø' | 'Ø' => "o",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'ł' | 'Ł' => "l",
        'ı' | 'İ' => "i",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'þ' | 'Þ' => "th",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'µ' => "μ",
        _ if is_latin(c) => {
            return decompose_compatible(c, |part| match part {
                _ if is_diacritic(part) => {}
                _ if part == c => lower(part, sink),
                _ => fold_again(part, sink),
            });
        }
        _ => return lower(c, sink),
    };
    spelled.chars().for_each(sink);
}

/// A part of a decomposed letter; "ǿ" for one is "ø" and an accent, and "ø" folds on.
fn fold_again(part: char, sink: &mut impl FnMut(char)) {
    match part {
        'ø' | 'Ø' => sink('o'),
        'æ' | 'Æ' => "ae".chars().for_each(sink),
        'ʼ' => sink('\''),
        _ => lower(part, sink),
    }
}

fn lower(c: char, sink: &mut impl FnMut(char)) {
    c.to_lowercase().for_each(sink);
}

/// The Latin letters that decompose (or may): the blocks from Latin-1 on, and the ligatures.
fn is_latin(c: char) -> bool {
    matches!(c, 'ª' | 'º' | 'À'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{212a}' | '\u{212b}'
        | '\u{fb00}'..='\u{fb06}')
        && !matches!(c, '×' | '÷')
}

// ---- the hash: eight bytes a step, each step one multiplication and one shift, all of them invertible.

const SEED: u64 = 0x9e37_79b9_7f4a_7c15;
const FACTOR: u64 = 0xd6e8_feb8_6659_fd93;

/// The hash of a word that is read in pieces: all but the last have eight bytes.
pub(super) struct Hash(u64);

impl Default for Hash {
    #[inline]
    fn default() -> Self {
        Hash(SEED)
    }
}

impl Hash {
    /// Adds up to eight folded bytes, little-endian, zeros above.
    #[inline]
    pub(super) fn add(&mut self, folded: u64) {
        self.0 = mix(self.0, folded);
    }

    /// The hash of all, which are so many bytes.
    #[inline]
    pub(super) fn finish(self, len: usize) -> u64 {
        finish(self.0, len)
    }
}

#[inline]
const fn mix(hash: u64, chunk: u64) -> u64 {
    let product = (hash ^ chunk).wrapping_mul(FACTOR);
    product ^ (product >> 32)
}

#[inline]
const fn finish(hash: u64, len: usize) -> u64 {
    let mut hash = (hash ^ len as u64).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// Up to eight bytes as a little-endian number, zeros above.
#[inline]
fn load(chunk: &[u8]) -> u64 {
    match chunk.try_into() {
        Ok(eight) => u64::from_le_bytes(eight),
        Err(_) => chunk.iter().rev().fold(0, |sum, &b| sum << 8 | u64::from(b)),
    }
}

/// Lower-cases eight ASCII bytes at once: bit 7 of a byte tells "at least A" and "beyond Z", bit 5 makes it lower.
#[inline]
fn lower8(chunk: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let at_least_a = chunk + EACH * (0x80 - b'A' as u64);
    let beyond_z = chunk + EACH * (0x7f - b'Z' as u64);
    let upper = (at_least_a ^ beyond_z) & (EACH * 0x80);
    chunk | upper >> 2
}

/// Hashes characters as they come; agrees with [`hash_folded`].
#[derive(Default)]
struct Stream {
    chunk: u64,
    hash: Option<u64>,
    len: usize,
}

impl Stream {
    fn push(&mut self, c: char) {
        for &b in c.encode_utf8(&mut [0; 4]).as_bytes() {
            self.chunk |= u64::from(b) << (self.len % 8 * 8);
            self.len += 1;
            if self.len.is_multiple_of(8) {
                self.hash = Some(mix(self.hash.unwrap_or(SEED), self.chunk));
                self.chunk = 0;
            }
        }
    }

    fn finish(self) -> u64 {
        let hash = self.hash.unwrap_or(SEED);
        finish(if self.len.is_multiple_of(8) { hash } else { mix(hash, self.chunk) }, self.len)
    }
}
