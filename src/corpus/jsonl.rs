//! One line of a JSONL input: the fields that are wanted, borrowed from the line where it has no escapes.

use std::borrow::Cow;

use super::unusual::unusual;
use crate::Date;

/// The names of the fields that hold a document in JSON lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// The text: a string, and needed.
    pub text: String,
    /// The document's own name: a string or a number. Where it is missing, `FILE:LINE` stands in.
    pub id: String,
    /// The date of publication, as [`parse_date`] reads it.
    pub date: String,
}

impl Default for Fields {
    fn default() -> Self {
        Fields { text: "text".into(), id: "id".into(), date: "date".into() }
    }
}

/// Reads the day of an ISO 8601 date (`2025-04-30`, `20250430`) or timestamp (`2025-04-30T23:15:00Z`).
///
/// ```
/// use headcount::corpus::parse_date;
/// assert_eq!(parse_date("2025-04-30 09:15").unwrap().to_string(), "2025-04-30");
/// assert_eq!(parse_date("30 April 2025"), None);
/// ```
#[must_use]
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim();
    let (day, rest) = match text.find(['T', 't', ' ']) {
        Some(at) => (&text[..at], text[at + 1..].trim_start()),
        None => (text, "0"),
    };
    let well_formed = match day.len() {
        8 => day.bytes().all(|byte| byte.is_ascii_digit()),
        10 => {
            day.bytes().enumerate().all(|(i, byte)| if i == 4 || i == 7 { byte == b'-' } else { byte.is_ascii_digit() })
        }
        _ => false,
    };
    (well_formed && rest.starts_with(|c: char| c.is_ascii_digit())).then(|| day.parse().ok()).flatten()
}

/// What a line holds.
#[derive(Debug, Default)]
pub(super) struct Line<'l> {
    pub(super) text: Option<Value<'l>>,
    pub(super) id: Option<Value<'l>>,
    pub(super) date: Option<Value<'l>>,
}

/// A value of a field, as far as anybody wants to know it.
#[derive(Debug)]
pub(super) enum Value<'l> {
    Text(Cow<'l, str>),
    Number(String),
    /// Neither: what it is, in words.
    Other(&'static str),
}

impl Value<'_> {
    pub(super) fn is_null(&self) -> bool {
        matches!(self, Value::Other("null"))
    }

    pub(super) fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "a string",
            Value::Number(_) => "a number",
            Value::Other(kind) => kind,
        }
    }
}

/// Why a line cannot be read: column in bytes from 1, and message.
pub(super) struct Broken {
    pub(super) column: usize,
    pub(super) message: String,
}

/// Reads a line.
pub(super) fn parse<'l>(line: &'l str, fields: &Fields) -> Result<Line<'l>, Broken> {
    match plain(line, fields) {
        Some(found) => Ok(found),
        None => unusual(line, fields),
    }
}

/// Reads a line as nearly all are: an object of strings, whose names have no escapes. None for any other line, right or
/// wrong.
fn plain<'l>(line: &'l str, fields: &Fields) -> Option<Line<'l>> {
    let bytes = line.as_bytes();
    // No control character may stand in a string, and there is little use for one between strings.
    if bytes.iter().fold(u8::MAX, |least, byte| least.min(*byte)) < b' ' {
        return None;
    }
    let skip = |mut at: usize, mark: u8| {
        while *bytes.get(at)? == b' ' {
            at += 1;
        }
        (bytes[at] == mark).then_some(at + 1)
    };
    let mut found = Line::default();
    let mut at = skip(0, b'{')?;
    loop {
        let name = skip(at, b'"')?;
        let end = name + memchr::memchr2(b'"', b'\\', &bytes[name..])?;
        let value = skip(skip(end, b'"')?, b':')?;
        let (text, after) = string(line, skip(value, b'"')?)?;
        let text = Some(Value::Text(text));
        match &line[name..end] {
            name if *name == *fields.text => found.text = text,
            name if *name == *fields.id => found.id = text,
            name if *name == *fields.date => found.date = text,
            _ => {}
        }
        at = match skip(after, b',') {
            Some(next) => next,
            None => return (skip(after, b'}')? == bytes.len()).then_some(found),
        };
    }
}

/// The string that begins behind a quote: what it says, and where the line goes on. None where it is no right one.
fn string(line: &str, start: usize) -> Option<(Cow<'_, str>, usize)> {
    let bytes = line.as_bytes();
    let next = |from: usize| Some(from + memchr::memchr2(b'"', b'\\', bytes.get(from..)?)?);
    let mut stop = next(start)?;
    if bytes[stop] == b'"' {
        return Some((Cow::Borrowed(&line[start..stop]), stop + 1));
    }
    // What is escaped takes less room without.
    let mut text = String::with_capacity(line.len() - start);
    let mut from = start;
    loop {
        text.push_str(&line[from..stop]);
        if bytes[stop] == b'"' {
            return Some((Cow::Owned(text), stop + 1));
        }
        from = stop + 2;
        text.push(match bytes.get(stop + 1)? {
            b'n' => '\n',
            b'u' => {
                let (c, after) = code(bytes, from)?;
                from = after;
                c
            }
            mark @ (b'"' | b'\\' | b'/') => char::from(*mark),
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            _ => return None,
        });
        stop = next(from)?;
    }
}

/// The character behind `\u`: four hexadecimal digits, or twice as many for one beyond the first plane; and where the
/// line goes on.
fn code(bytes: &[u8], at: usize) -> Option<(char, usize)> {
    let unit = |at: usize| {
        let digits = bytes.get(at..at + 4)?;
        digits.iter().try_fold(0, |unit, digit| Some(unit << 4 | char::from(*digit).to_digit(16)?))
    };
    match unit(at)? {
        high @ 0xD800..=0xDBFF => {
            let low =
                unit(at + 6).filter(|low| bytes[at + 4..].starts_with(b"\\u") && (0xDC00..=0xDFFF).contains(low))?;
            Some((char::from_u32(0x10000 + (((high - 0xD800) << 10) | (low - 0xDC00)))?, at + 10))
        }
        unit => Some((char::from_u32(unit)?, at + 4)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_short_way_reads_what_the_long_way_reads(
            pieces in prop::collection::vec(prop_oneof![
                8 => prop::sample::select(vec![
                    "{", "}", "\"", "\"", "\"", ":", ",", " ", "\"text\"", "\"id\":", "\"date\": \"", "\",\"text\":\"", "{\"id\":\"",
                    "\"}", "\\", "\\n", "\\\"", "\\u00e9", "\\ud83d\\uDE00", "\\ud83d", "\\ude00", "\\u12", "\\x", "\t", "é",
                ]).prop_map(str::to_owned),
                2 => "[a-z0-9{}:,. \"\\\\]{0,9}",
            ], 0..24),
            values in prop::collection::vec("\\PC{0,20}", 3),
            whole in any::<bool>(),
        ) {
            let fields = Fields::default();
            let mut line = pieces.concat();
            if whole {
                let [text, id, other] = [0, 1, 2].map(|at| serde_json::to_string(&values[at]).unwrap());
                line = format!("{{ \"id\": {id}, \"text\":{text},\"other\": {other} , \"date\":\"{line}\"}}");
            }
            if let Some(found) = plain(&line, &fields) {
                let wanted = unusual(&line, &fields).map_err(|broken| broken.message);
                prop_assert_eq!(format!("{:?}", Ok::<_, String>(found)), format!("{wanted:?}"), "{}", line);
            }
        }
    }

    #[test]
    fn usual_lines_are_read_the_short_way() {
        let fields = Fields::default();
        for (line, text) in [
            (r#"{"id": "a", "text": "Two died."}"#, "Two died."),
            (r#" { "text" :"a\u00e9\n\"b\" \ud83d\ude00\/" , "x":"\\"}"#, "aé\n\"b\" 😀/"),
        ] {
            let found = plain(line, &fields).unwrap();
            assert!(matches!(found.text, Some(Value::Text(found)) if found == text), "{line}");
        }
        for line in ["{}", "", "{", r#"{"text": "a""#, r#"{"text": "\ud83d"}"#, r#"{"text": "a"} x"#, r#"{"text": 1}"#]
        {
            assert!(plain(line, &fields).is_none(), "{line}");
        }
    }

    #[test]
    fn borrows_where_nothing_is_escaped() {
        let fields = Fields::default();
        let plain = parse(r#"{"extra": [1, {"text": 2}], "text": "Drei Männer", "id": 7}"#, &fields).ok().unwrap();
        assert!(matches!(plain.text, Some(Value::Text(Cow::Borrowed("Drei Männer")))));
        assert!(matches!(plain.id, Some(Value::Number(id)) if id == "7"));
        let escaped = parse(r#"{"t\u0065xt": "a\nb"}"#, &fields).ok().unwrap();
        assert!(matches!(escaped.text, Some(Value::Text(Cow::Owned(text))) if text == "a\nb"));
    }

    #[test]
    fn broken_lines_say_where_and_what() {
        for (line, column, message) in [
            (r#"{"text": "abc"#, 13, "broken JSON, the line ends too early: EOF while parsing a string"),
            (r#"{"text" "abc"}"#, 9, "broken JSON: expected `:`"),
            (r#"{"text": "a"} x"#, 15, "broken JSON: trailing characters"),
            (r#"["text"]"#, 1, "invalid type: sequence, expected a JSON object with a text field"),
        ] {
            let broken = parse(line, &Fields::default()).err().unwrap();
            assert_eq!((broken.column, broken.message.as_str()), (column, message), "{line}");
        }
    }

    #[test]
    fn dates() {
        for (text, expected) in [
            ("2025-04-30", Some("2025-04-30")),
            (" 2025-04-30T10:00:00Z ", Some("2025-04-30")),
            ("2025-04-30 10:00", Some("2025-04-30")),
            ("20250430", Some("2025-04-30")),
            ("20250430T101500Z", Some("2025-04-30")),
            ("2025-02-30", None),
            ("2025-4-30", None),
            ("2025-04-30x", None),
            ("2025-04-30T", None),
            ("2025-04-30 or so", None),
            ("yesterday", None),
            ("", None),
        ] {
            assert_eq!(parse_date(text).map(|date| date.to_string()).as_deref(), expected, "{text:?}");
        }
    }
}
