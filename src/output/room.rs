//! Where a line of JSON is written: values, each at once and without a call for every few bytes.

/// Room behind what stands in a buffer. What is not written in the end is cut off again.
pub(super) struct Room<'o> {
    /// The buffer while it is written: nearer at hand than by way of `home`. Zeros from `at` on, or what was written there
    /// and dropped.
    out: Vec<u8>,
    at: usize,
    home: &'o mut Vec<u8>,
}

/// A short constant with so much behind it that it can be copied without a look at its length.
pub(super) struct Padded {
    bytes: [u8; 32],
    len: u8,
}

/// Makes such a constant.
pub(super) const fn pad(text: &str) -> Padded {
    pad_bytes(text.as_bytes())
}

/// Makes such a constant.
pub(super) const fn pad_bytes(text: &[u8]) -> Padded {
    let mut bytes = [0; 32];
    let mut at = 0;
    while at < text.len() {
        bytes[at] = text[at];
        at += 1;
    }
    Padded { bytes, len: text.len() as u8 }
}

/// How much room is made at once.
const STEP: usize = 1024;

impl<'o> Room<'o> {
    /// Room behind all that there is.
    pub fn behind(out: &'o mut Vec<u8>) -> Self {
        Room { at: out.len(), out: std::mem::take(out), home: out }
    }

    /// Writes bytes, of which so many count: what is behind them is written over next.
    #[inline]
    fn store<const N: usize>(&mut self, bytes: &[u8; N], count: usize) {
        if let Some(to) = self.out.get_mut(self.at..).and_then(<[u8]>::first_chunk_mut) {
            *to = *bytes;
            self.at += count;
        } else {
            self.make(N);
            self.out[self.at..self.at + N].copy_from_slice(bytes);
            self.at += count;
        }
    }

    /// Makes room for so many bytes and more.
    #[cold]
    #[inline(never)]
    fn make(&mut self, count: usize) {
        self.out.resize(self.at + count + STEP, 0);
    }

    /// Writes a constant.
    #[inline]
    pub fn put<const N: usize>(&mut self, bytes: &[u8; N]) {
        self.store(bytes, N);
    }

    /// Writes a constant that is one of several.
    #[inline]
    pub fn padded(&mut self, text: &Padded) {
        self.store(&text.bytes, usize::from(text.len));
    }

    /// Writes a figure: 600 and not 600.0, 0.25 as it is.
    pub fn number(&mut self, value: f64) {
        match value as u32 {
            count if f64::from(count) == value => self.whole(count as usize),
            // Whole numbers up to 2^53 are exact in both forms.
            _ if value.fract() == 0.0 && value.abs() <= 9_007_199_254_740_992.0 => self.float(&(value as i64)),
            _ => self.float(&value),
        }
    }

    /// Writes a number as serde does.
    pub fn float<T: serde::Serialize>(&mut self, value: &T) {
        // No number of 64 bits is longer.
        let mut digits = [0; 32];
        let mut rest = &mut digits[..];
        let written = serde_json::to_writer(&mut rest, value);
        debug_assert!(written.is_ok());
        let len = 32 - rest.len();
        self.store(&digits, len);
    }

    /// Writes a latitude or longitude as serde writes numbers of 32 bits.
    #[inline]
    pub fn degrees(&mut self, value: f32) {
        // Up to 1024, figures of four decimals are further apart than those of 32 bits: there is one at most that stands for
        // this value, and no shorter one but itself without zeros at its end.
        let size = value.abs();
        let scaled = f64::from(size) * 1e4 + 0.5;
        if size >= 1000.0 || size.is_nan() || (f64::from(scaled as u32) / 1e4) as f32 != size {
            return self.float(&value);
        }
        let (whole, rest) = (scaled as u32 / 10_000, four_digits(scaled as u32 % 10_000));
        if value.is_sign_negative() {
            self.put(b"-");
        }
        self.whole(whole as usize);
        let [a, b, c, d] = rest.to_le_bytes();
        let zeros = (rest ^ 0x3030_3030).leading_zeros() as usize / 8;
        self.store(&[b'.', a, b, c, d], 5 - zeros.min(3));
    }

    /// Writes a whole number: most are offsets of short texts, and stand in a table.
    #[inline]
    pub fn whole(&mut self, number: usize) {
        match SHORT.get(number) {
            Some(short) => self.store(short, usize::from(short[3])),
            None if number < 10_000 => self.store(&four_digits(number as u32).to_le_bytes(), 4),
            None => self.large(number),
        }
    }

    #[cold]
    #[inline(never)]
    fn large(&mut self, number: usize) {
        self.whole(number / 10_000);
        self.put(&four_digits((number % 10_000) as u32).to_le_bytes());
    }

    /// Writes a string with its quotes.
    pub fn string(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let end = self.at + 1 + bytes.len();
        if self.out.len() < end + 1 {
            self.make(1 + bytes.len());
        }
        let room = &mut self.out[self.at..=end];
        room[0] = b'"';
        room[bytes.len() + 1] = b'"';
        let room = &mut room[1..=bytes.len()];
        // What is left over behind whole blocks is copied as the last block, over some of what stands there already.
        let found = if bytes.len() <= 16
            && let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>())
        {
            if let Some(to) = room.first_chunk_mut() {
                *to = *first;
            }
            if let Some(to) = room.last_chunk_mut() {
                *to = *last;
            }
            escaped(u64::from_le_bytes(*first)) | escaped(u64::from_le_bytes(*last))
        } else if let Some(last) = bytes.last_chunk::<8>() {
            let mut found = escaped(u64::from_le_bytes(*last));
            let (mut rest, mut free) = (bytes, &mut *room);
            while let (Some((block, behind)), Some((to, free_behind))) =
                (rest.split_first_chunk::<8>(), free.split_first_chunk_mut::<8>())
            {
                found |= escaped(u64::from_le_bytes(*block));
                *to = *block;
                (rest, free) = (behind, free_behind);
            }
            if let Some(to) = room.last_chunk_mut() {
                *to = *last;
            }
            found
        } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
            room[..4].copy_from_slice(first);
            if let Some(to) = room.last_chunk_mut() {
                *to = *last;
            }
            escaped(u64::from(u32::from_le_bytes(*first)) << 32 | u64::from(u32::from_le_bytes(*last)))
        } else if let [first, .., last] = *bytes {
            // Two or three bytes, for the code of a country.
            let middle = bytes[bytes.len() / 2];
            room[bytes.len() / 2] = middle;
            if let [to_first, .., to_last] = room {
                (*to_first, *to_last) = (first, last);
            }
            escaped(u64::from_le_bytes([first, middle, last, b'0', b'0', b'0', b'0', b'0']))
        } else {
            room.copy_from_slice(bytes);
            bytes.first().map_or(0, |byte| escaped(u64::from(*byte) * ONES))
        };
        match found {
            0 => self.at = end + 1,
            _ => self.escape(text),
        }
    }

    /// Writes a string in which something is escaped.
    #[cold]
    fn escape(&mut self, text: &str) {
        self.out.truncate(self.at);
        let written = serde_json::to_writer(&mut self.out, text);
        debug_assert!(written.is_ok());
        self.at = self.out.len();
    }
}

impl Drop for Room<'_> {
    fn drop(&mut self) {
        self.out.truncate(self.at);
        std::mem::swap(&mut self.out, self.home);
    }
}

/// Numbers of up to three digits, and behind their room how many digits they have.
static SHORT: [[u8; 4]; 1000] = {
    let mut short = [[0; 4]; 1000];
    let mut number = 0;
    while number < 1000 {
        let digits = [number / 100, number / 10 % 10, number % 10];
        let zeros = (number < 100) as usize + (number < 10) as usize;
        let mut at = zeros;
        while at < 3 {
            short[number][at - zeros] = b'0' + digits[at] as u8;
            at += 1;
        }
        short[number][3] = (3 - zeros) as u8;
        number += 1;
    }
    short
};

/// Four decimal digits, the first in the lowest byte.
#[inline]
fn four_digits(number: u32) -> u32 {
    // Two pairs of digits side by side, and then the tens of both at once: 103 / 1024 is near enough to a tenth.
    let pairs = (number / 100) | ((number % 100) << 16);
    let tens = ((pairs * 103) >> 10) & 0x000F_000F;
    0x3030_3030 + tens + ((pairs - tens * 10) << 8)
}

const ONES: u64 = u64::MAX / 255;

/// Not 0 where one of eight bytes is escaped in JSON: a quote, a backslash, a control character.
#[inline]
fn escaped(block: u64) -> u64 {
    // The top bit of each byte that is below `limit`, and perhaps of others behind the first such byte.
    let below = |block: u64, limit: u64| block.wrapping_sub(ONES * limit) & !block;
    // With their second bits turned, control characters and the quote, and they alone, lie below "!".
    let controls = below(block ^ (ONES * 2), u64::from(b'!'));
    let backslashes = below(block ^ (ONES * u64::from(b'\\')), 1);
    (controls | backslashes) & (ONES << 7)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(write: impl FnOnce(&mut Room<'_>)) -> String {
        let mut out = b"before ".to_vec();
        write(&mut Room::behind(&mut out));
        String::from_utf8(out).unwrap().strip_prefix("before ").unwrap().to_owned()
    }

    proptest! {
        #[test]
        fn strings_of_any_length_are_escaped_where_they_must_be(text in "[ -~]{0,24}", at in any::<prop::sample::Index>()) {
            for special in ["", "\"", "\\", "\u{0}", "\u{1f}", "\n", "\u{7f}", "é", "\u{80}", "😀"] {
                let mut text = text.clone();
                text.insert_str(at.index(text.len() + 1), special);
                prop_assert_eq!(written(|out| out.string(&text)), serde_json::to_string(&text).unwrap());
            }
        }

        #[test]
        fn figures_are_those_of_serde(whole in any::<i64>(), figure in any::<f64>()) {
            prop_assert_eq!(written(|out| out.number(whole as i32 as f64)), (whole as i32).to_string());
            prop_assert_eq!(written(|out| out.float(&whole)), whole.to_string());
            prop_assert_eq!(written(|out| out.float(&figure)), serde_json::to_string(&figure).unwrap());
        }

        #[test]
        fn degrees_are_those_of_serde(bits in any::<u32>(), size in -1100.0..1100f32, scaled in -11_000_000..11_000_000i32) {
            let decimals = [1e4, 1e3, 1e2, 1e1].map(|by| (f64::from(scaled) / by) as f32);
            for value in decimals.into_iter().chain([f32::from_bits(bits), size, size.trunc(), size / 1e3, size / 1e6]) {
                if value.is_finite() {
                    prop_assert_eq!(written(|out| out.degrees(value)), serde_json::to_string(&value).unwrap());
                }
            }
        }
    }

    #[test]
    fn degrees_about_nothing_and_a_thousand() {
        for value in [
            0.0,
            -0.0,
            0.0001,
            -0.0001,
            0.00005,
            1e-5,
            0.001,
            10.0,
            179.9999,
            999.9999,
            1000.0,
            -999.99,
            f32::MIN_POSITIVE,
        ] {
            assert_eq!(written(|out| out.degrees(value)), serde_json::to_string(&value).unwrap());
        }
    }

    #[test]
    fn whole_numbers_of_any_length() {
        for number in (0..20_000).chain([99_999, 100_000, 1_234_567, 99_999_999, 100_000_000, usize::MAX]) {
            assert_eq!(written(|out| out.whole(number)), number.to_string());
        }
    }
}
