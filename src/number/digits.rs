//! Numerals in digits: separators, decimals, signs.

/// The value of a token of digits: "1,234.5", "12,34,567", "1.234.567", "1'000", "2,5"; None where the separators make
/// no number ("1.2.3", "3,4,5"). Digits of any script count.
pub(super) fn value(token: &str) -> Option<f64> {
    // Fifteen plain digits are exact.
    if (1..=15).contains(&token.len()) && token.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(token.bytes().fold(0u64, |value, byte| value * 10 + u64::from(byte - b'0')) as f64);
    }
    let mut digits = [0u8; 40];
    let mut len = 0;
    for c in token.chars() {
        let c = match c {
            '0'..='9' | '.' | ',' => c as u8,
            '\'' | '’' => b'\'',
            '٬' => b',',
            '٫' => b'.',
            _ => digit_of(c)? + b'0',
        };
        *digits.get_mut(len)? = c;
        len += 1;
    }
    parse(&digits[..len])
}

/// The value of a decimal digit of any script; digits of a script stand in runs of ten.
fn digit_of(c: char) -> Option<u8> {
    const ZEROS: &[u32] = &[
        0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0,
        0x0F20, 0x1040, 0x17E0, 0x1810, 0xFF10,
    ];
    let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&(c as u32)))?;
    Some((c as u32 - zero) as u8)
}

fn parse(digits: &[u8]) -> Option<f64> {
    let mark = |mark: u8| digits.iter().filter(|b| **b == mark).count();
    let (commas, dots, quotes) = (mark(b','), mark(b'.'), mark(b'\''));
    let (thousands, decimal) = match (commas, dots, quotes) {
        (0, 0, 0) => (None, None),
        (0, 0, _) => (Some(b'\''), None),
        (0, 1, 0) => (None, Some(b'.')),
        (0, _, 0) => (Some(b'.'), None),
        (_, 0, 0) if groups(digits, b',') => (Some(b','), None),
        (1, 0, 0) => (None, Some(b',')),
        // Both: the last one is the decimal point.
        (_, 1, 0) if digits.iter().rposition(|b| *b == b'.') > digits.iter().rposition(|b| *b == b',') => {
            (Some(b','), Some(b'.'))
        }
        (1, _, 0) => (Some(b'.'), Some(b',')),
        _ => return None,
    };
    let (whole, rest) = match decimal.and_then(|mark| digits.iter().rposition(|b| *b == mark)) {
        Some(at) => (&digits[..at], &digits[at + 1..]),
        None => (digits, &[][..]),
    };
    if let Some(mark) = thousands
        && !groups(whole, mark)
    {
        return None;
    }
    if rest.iter().any(|b| !b.is_ascii_digit()) {
        return None;
    }
    let mut plain = [0u8; 42];
    let mut len = 0;
    for &b in whole.iter().filter(|b| b.is_ascii_digit()) {
        plain[len] = b;
        len += 1;
    }
    if !rest.is_empty() {
        plain[len] = b'.';
        len += 1;
        plain[len..len + rest.len()].copy_from_slice(rest);
        len += rest.len();
    }
    std::str::from_utf8(&plain[..len]).ok()?.parse().ok()
}

/// Whether `mark` parts groups of thousands: threes, or twos before a last three (12,34,567).
fn groups(digits: &[u8], mark: u8) -> bool {
    let mut parts = digits.split(|b| *b == mark);
    let first = parts.next().map_or(0, <[u8]>::len);
    let rest = || parts.clone();
    let (count, last) = (rest().count(), rest().next_back().map_or(3, <[u8]>::len));
    (1..=3).contains(&first)
        && last == 3
        && (rest().all(|part| part.len() == 3)
            || rest().take(count.saturating_sub(1)).all(|part| part.len() == 2) && first <= 2)
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn separators_are_read_by_their_places() {
        for (token, expected) in [
            ("600", Some(600.0)),
            ("10,640", Some(10_640.0)),
            ("1,234,567", Some(1_234_567.0)),
            ("12,34,567", Some(1_234_567.0)),
            ("18,204.55", Some(18_204.55)),
            ("1.234.567", Some(1_234_567.0)),
            ("1.250", Some(1.25)),
            ("2,5", Some(2.5)),
            ("1.234,5", Some(1234.5)),
            ("1'000", Some(1000.0)),
            ("٣٤", Some(34.0)),
            ("1.2.3", None),
            ("3,4,5", None),
        ] {
            assert_eq!(value(token), expected, "{token}");
        }
    }
}
