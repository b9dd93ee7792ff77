//! A lexicon file as the check walks it: line by line, with no table of all cells in memory.

use super::{changes, words};
use crate::error::Fault;
use crate::lexicon::words::Builder;

/// What a file holds, by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Entries, or given names and surnames.
    Names,
    /// English words.
    Words,
    /// Changes to entries of other files.
    Changes,
    /// Nothing that is known.
    None,
}

/// A file that is checked.
pub(super) struct Sheet<'f> {
    /// Position among the files that are checked.
    pub index: usize,
    pub file: &'f str,
    /// All of it, a mark of byte order at the front aside.
    pub text: &'f str,
    /// Whether a mark of byte order stood at the front.
    pub bom: bool,
    pub kind: Kind,
    /// Line of the header, and its columns; 0 and none where there is none.
    pub header_line: usize,
    pub header: Vec<&'f str>,
}

/// One line of entries.
pub(super) struct Line<'f, 'c> {
    pub file: &'f str,
    /// From 1.
    pub number: usize,
    pub text: &'f str,
    pub cells: &'c [&'f str],
}

impl<'f> Sheet<'f> {
    pub fn new(index: usize, file: &'f str, text: &'f str) -> Self {
        let (text, bom) = text.strip_prefix('\u{feff}').map_or((text, false), |text| (text, true));
        let mut sheet = Sheet { index, file, text, bom, kind: Kind::None, header_line: 0, header: Vec::new() };
        let Some((number, line)) = lines(text).find(|(_, line)| is_content(line)) else { return sheet };
        sheet.header_line = number;
        sheet.header = line.split('\t').collect();
        sheet.kind = match () {
            () if is_names(&sheet.header) => Kind::Names,
            () if sheet.header == changes::HEADER => Kind::Changes,
            () if words::HEADERS.contains(&sheet.header.as_slice()) || is_read(line) => Kind::Words,
            () => Kind::None,
        };
        sheet
    }

    /// Index of a column, where the file has it.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| *column == name)
    }

    /// Calls `visit` for every line behind the header that has as many cells as it, in order.
    pub fn visit(&self, mut visit: impl FnMut(&Line<'f, '_>)) {
        let mut cells = Vec::with_capacity(self.header.len());
        for (number, text) in lines(self.text).filter(|(number, line)| *number > self.header_line && is_content(line)) {
            cells.clear();
            cells.extend(text.split('\t'));
            if cells.len() == self.header.len() {
                visit(&Line { file: self.file, number, text, cells: &cells });
            }
        }
    }

    /// A fault at a line and column.
    pub fn fault(&self, line: usize, column: usize, message: impl Into<String>) -> Fault {
        Fault { file: self.file.to_owned(), line, column, message: message.into() }
    }
}

impl<'f> Line<'f, '_> {
    /// A cell, empty where the file lacks the column.
    pub fn cell(&self, column: Option<usize>) -> &'f str {
        column.map_or("", |column| self.cells[column])
    }

    /// The parts of a cell between bars.
    pub fn parts(&self, column: Option<usize>) -> impl Iterator<Item = &'f str> + use<'f> {
        self.cell(column).split('|').filter(|part| !part.is_empty())
    }

    /// A fault where `at` stands, which is a part of this line.
    pub fn fault(&self, at: &str, message: impl Into<String>) -> Fault {
        let column = self.column(at);
        Fault { file: self.file.to_owned(), line: self.number, column, message: message.into() }
    }

    /// Where in characters, from 1, a part of this line stands.
    pub fn column(&self, at: &str) -> usize {
        let offset = (at.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        self.text.get(..offset).map_or(1, |before| before.chars().count() + 1)
    }
}

/// Lines with their numbers, carriage returns at their ends aside.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split('\n').enumerate().map(|(index, line)| (index + 1, line.strip_suffix('\r').unwrap_or(line)))
}

fn is_content(line: &str) -> bool {
    !line.is_empty() && !line.starts_with('#')
}

fn is_names(header: &[&str]) -> bool {
    matches!(header.first(), Some(&("given" | "surname")))
        || header.contains(&"ref")
            && header.contains(&"name")
            && ["kind", "type", "role", "lat"].iter().any(|column| header.contains(column))
}

/// Whether reading knows the header, though the list of this check does not.
fn is_read(header: &str) -> bool {
    let mut builder = Builder::new();
    builder.add_file("", header);
    builder.faults.is_empty()
}
