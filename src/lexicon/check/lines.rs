//! How lines are written: bytes, characters, blanks, cells, order.

use std::borrow::Cow;

use unicode_script::{Script, UnicodeScript};

use super::sheet::{Kind, Line, Sheet, lines};
use super::{changes, names, suggest, words};
use crate::error::Fault;
use crate::text::is_invisible;

/// The text of a file; every stretch of bytes that is no UTF-8 is a fault, and a replacement character in the text.
pub(super) fn decode<'f>(file: &str, contents: &'f [u8], faults: &mut Vec<Fault>) -> Cow<'f, str> {
    let text = String::from_utf8_lossy(contents);
    if matches!(text, Cow::Borrowed(_)) {
        return text;
    }
    let (mut line, mut column) = (1, 1);
    for chunk in contents.utf8_chunks() {
        for c in chunk.valid().chars() {
            (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        if !chunk.invalid().is_empty() {
            let bytes: Vec<String> = chunk.invalid().iter().map(|byte| format!("{byte:02X}")).collect();
            let message = format!("bytes that are no UTF-8 ({}): save the file as UTF-8", bytes.join(" "));
            faults.push(Fault { file: file.to_owned(), line, column, message });
            column += 1;
        }
    }
    text
}

/// Adds the faults of how a file is written. `faults` holds those of decoding already.
pub(super) fn check(sheet: &Sheet, faults: &mut Vec<Fault>) {
    // A replacement character that decoding put there is reported.
    let undecoded = !faults.is_empty();
    if sheet.bom {
        faults.push(sheet.fault(1, 1, "a byte order mark: save the file as UTF-8 without one"));
    }
    returns(sheet, faults);
    header(sheet, faults);
    let units = sheet.column("symbols").is_some();
    let mut before: Option<&str> = None;
    let mut unsorted: Option<(usize, usize)> = None;
    for (number, text) in lines(sheet.text) {
        if is_suspicious(text) {
            characters(sheet.file, number, text, undecoded, units, faults);
        }
        if text.starts_with('#') || number == sheet.header_line {
            continue;
        }
        if text.is_empty() {
            // What follows the last line feed is no line.
            let end = text.as_ptr() as usize == sheet.text.as_ptr() as usize + sheet.text.len();
            if !end {
                faults.push(sheet.fault(number, 1, "an empty line: take it out"));
            }
            continue;
        }
        match before {
            Some(last) if last == text => faults.push(sheet.fault(number, 1, "the same line again: take it out")),
            Some(last) if last > text => {
                unsorted = Some(unsorted.map_or((number, 0), |(first, more)| (first, more + 1)))
            }
            _ => {}
        }
        before = Some(text);
        let cells = text.bytes().filter(|&byte| byte == b'\t').count() + 1;
        if sheet.kind != Kind::None && cells != sheet.header.len() {
            let message = format!(
                "{cells} cells, but the header has {}: part the cells by single tabs and leave unknown ones empty",
                sheet.header.len()
            );
            faults.push(sheet.fault(number, text.chars().count() + 1, message));
        }
    }
    if let Some((line, more)) = unsorted {
        let more = if more == 0 { String::new() } else { format!(" (and {more} more behind it)") };
        faults.push(sheet.fault(line, 1, format!("out of order{more}: sort the lines by bytes (LC_ALL=C sort)")));
    }
}

/// Carriage returns, told once a file: where there is one, there is one at every line.
fn returns(sheet: &Sheet, faults: &mut Vec<Fault>) {
    if let Some(position) = sheet.text.find('\r') {
        let before = &sheet.text[..position];
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(1, |part| part.chars().count() + 1);
        faults.push(sheet.fault(line, column, "a carriage return: end lines with a line feed alone"));
    }
}

/// A header that is missing or unknown.
fn header(sheet: &Sheet, faults: &mut Vec<Fault>) {
    if sheet.header.is_empty() {
        faults.push(sheet.fault(1, 1, "no header line: the first line that is no comment names the columns"));
    } else if sheet.kind == Kind::None {
        let columns = sheet.header.join(" ");
        let all: Vec<String> = names::HEADERS
            .iter()
            .chain(words::HEADERS)
            .copied()
            .chain([changes::HEADER.as_slice()])
            .map(|header| header.join(" "))
            .collect();
        let suggestion = suggest::did_you_mean(&columns, all.iter().map(String::as_str), || {
            "see lexicons/README.md for the kinds of file and their columns".to_owned()
        });
        faults.push(sheet.fault(
            sheet.header_line,
            1,
            format!("no lexicon has the columns \"{columns}\": {suggestion}"),
        ));
    }
}

/// Whether a line needs a closer look: a pass over its bytes, which is all that most lines get.
fn is_suspicious(line: &str) -> bool {
    let mut before = b'\t';
    for &byte in line.as_bytes() {
        let odd = match byte {
            b' ' => matches!(before, b' ' | b'|' | b'\t'),
            b'|' => matches!(before, b' ' | b'|' | b'\t'),
            b'\t' => matches!(before, b' ' | b'|'),
            _ => !(b' '..0x7f).contains(&byte),
        };
        if odd {
            return true;
        }
        before = byte;
    }
    matches!(before, b' ' | b'|')
}

/// Blanks, bars and characters of a line that has any to look at.
fn characters(file: &str, number: usize, text: &str, undecoded: bool, units: bool, faults: &mut Vec<Fault>) {
    let line = Line { file, number, text, cells: &[] };
    if !text.starts_with('#') {
        for cell in text.split('\t') {
            if let Some(offset) = stray_blank(cell) {
                faults.push(line.fault(&cell[offset..], "a stray blank: take it out"));
            }
            if let Some(offset) = empty_part(cell) {
                faults.push(line.fault(&cell[offset..], "an empty part between bars: take the bar out"));
            }
        }
    }
    for (offset, c) in text.char_indices() {
        let message = match c {
            '\t' => continue,
            '\u{fffd}' if undecoded => continue,
            '\u{fffd}' => "a replacement character, where a letter was lost: write it anew".to_owned(),
            _ if is_invisible(c) => format!("a character that nobody sees (U+{:04X}): take it out", c as u32),
            _ if c.is_control() => format!("a control character (U+{:04X}): take it out", c as u32),
            '\u{e000}'..='\u{f8ff}' => format!("a character of no meaning (U+{:04X}): write it anew", c as u32),
            _ => continue,
        };
        faults.push(line.fault(&text[offset..], message));
    }
    // "µm" and "kΩ" are Greek and Latin by right.
    if !units {
        let parts = text.split(|c: char| !c.is_alphabetic());
        for word in parts.filter(|word| !word.is_ascii()) {
            if let Some(message) = mixed(word) {
                faults.push(line.fault(word, message));
            }
        }
    }
}

/// Letters of two scripts in one word that look like each other's.
fn mixed(word: &str) -> Option<String> {
    let scripts = [Script::Latin, Script::Greek, Script::Cyrillic];
    let mut counts = [0; 3];
    for c in word.chars() {
        if let Some(script) = scripts.iter().position(|script| c.script() == *script) {
            counts[script] += 1;
        }
    }
    if counts.iter().filter(|count| **count > 0).count() < 2 {
        return None;
    }
    let odd = if counts[1] > 0 { Script::Greek } else { Script::Cyrillic };
    let plain: String = word
        .chars()
        .flat_map(|c| {
            let like: Vec<char> = if c.script() == Script::Latin {
                vec![c]
            } else {
                unicode_security::confusable_detection::skeleton(c.encode_utf8(&mut [0; 4])).collect()
            };
            like
        })
        .collect();
    let advice = if plain.is_ascii() { format!("write \"{plain}\"") } else { "write it in one script".to_owned() };
    Some(format!("{} letters among Latin ones in \"{word}\": {advice}", odd.full_name()))
}

/// Where a blank stands that should not: at either end, twice, or beside a bar.
fn stray_blank(cell: &str) -> Option<usize> {
    if cell.starts_with(' ') {
        return Some(0);
    }
    let inside = ["  ", " |", "| ", "\u{a0}"].iter().filter_map(|bad| cell.find(bad)).min();
    inside.or_else(|| cell.ends_with(' ').then(|| cell.len() - 1))
}

fn empty_part(cell: &str) -> Option<usize> {
    if cell.starts_with('|') {
        return Some(0);
    }
    cell.find("||").or_else(|| cell.ends_with('|').then(|| cell.len() - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_utf8_are_told_with_their_place() {
        let mut faults = Vec::new();
        let text = decode("x.tsv", b"word\tnote\n\xc3\xa9t\xe9\n", &mut faults);
        assert_eq!(text, "word\tnote\n\u{e9}t\u{fffd}\n");
        assert_eq!((faults[0].line, faults[0].column), (2, 3));
        assert!(faults[0].message.contains("(E9)"), "{}", faults[0].message);
    }

    #[test]
    fn a_letter_of_another_script_is_told_from_a_word_in_that_script() {
        assert!(mixed("М\u{43e}сква").is_none());
        assert!(mixed("Łódź").is_none());
        let message = mixed("Kh\u{435}rs\u{43e}n").unwrap();
        assert!(message.contains("write \"Kherson\""), "{message}");
    }

    #[test]
    fn plain_lines_get_no_closer_look() {
        assert!(!is_suspicious("agency:x\tngo\tAid Now\tFR\tAN|Aid\t\t"));
        for line in ["a\tb ", " a\tb", "a\t|b", "a\tb||c", "a\tb|\tc", "a  b", "caf\u{e9}", "a\u{7}b"] {
            assert!(is_suspicious(line), "{line:?}");
        }
    }
}
