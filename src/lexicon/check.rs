//! Checking lexicon files as code is checked: every fault with file, line, column and what to do.

use std::collections::HashMap;

use super::build::Builder;
use super::table::Table;
use crate::error::Fault;

/// Checks lexicon files, each given by its name and contents, and returns every fault, in file order.
///
/// Beyond what reading a file finds (missing cells, unknown kinds, bad numbers), lines must be sorted by bytes, cells free
/// of stray blanks, and ids and phrases given once. The files are checked together with the bundled words, so that a cue
/// may name a branch of the bundled tree of things.
///
/// ```
/// let file = "ref\ttype\tname\tcountry\taliases\tnote\nagency:x\tngo\tAid  Now\tFR\t\t\n";
/// let faults = headcount::lexicon::check(&[("own.tsv".to_owned(), file.to_owned())]);
/// assert_eq!((faults[0].line, faults[0].column), (2, 17));
/// ```
#[must_use]
pub fn check(files: &[(String, String)]) -> Vec<Fault> {
    let mut builder = Builder::new();
    for (name, contents) in super::WORDS {
        if !files.iter().any(|(file, _)| file.ends_with(name)) {
            builder.add_file(name, contents);
        }
    }
    builder.faults.clear();
    let mut order: Vec<&(String, String)> = files.iter().collect();
    // Later files name what earlier ones define, in the order in which the bundled ones are read.
    order.sort_by_key(|(file, _)| super::WORDS.iter().position(|(name, _)| file.ends_with(name)).unwrap_or(usize::MAX));
    let mut references = HashMap::new();
    for (file, contents) in order {
        builder.add_file(file, contents);
        check_lines(file, contents, &mut references, &mut builder.faults);
    }
    let mut faults = builder.faults;
    faults.sort_by_key(|fault| (files.iter().position(|(file, _)| *file == fault.file), fault.line, fault.column));
    faults.dedup();
    faults
}

/// What only concerns how the lines are written.
fn check_lines<'f>(
    file: &'f str,
    contents: &'f str,
    references: &mut HashMap<&'f str, (&'f str, usize)>,
    faults: &mut Vec<Fault>,
) {
    let table = Table::parse(file, contents, &mut Vec::new());
    if let Some(position) = contents.find('\r') {
        let line = contents[..position].matches('\n').count() + 1;
        faults.push(Fault {
            file: file.to_owned(),
            line,
            column: contents[..position].rsplit('\n').next().map_or(1, |part| part.chars().count() + 1),
            message: "a carriage return: end lines with a line feed alone".to_owned(),
        });
    }
    let reference_column = table.column("ref");
    let mut before: Option<String> = None;
    for row in table.rows() {
        for (column, cell) in row.cells().iter().enumerate() {
            if let Some(offset) = stray_blank(cell) {
                faults.push(table.fault(row, column, offset, "a stray blank: take it out"));
            }
            if let Some(offset) = cell.find(|c: char| c.is_control() || c == '\u{fffd}') {
                faults.push(table.fault(row, column, offset, "an unreadable character: write it anew or take it out"));
            }
            if cell.starts_with('|') || cell.ends_with('|') || cell.contains("||") {
                faults.push(table.fault(row, column, 0, "an empty part between bars: take the bar out"));
            }
        }
        if let Some(column) = reference_column {
            let reference = row.cells()[column];
            if reference.is_empty() {
                faults.push(table.fault(row, column, 0, "no id: give the entry one, such as agency:kr-nis"));
            } else if let Some((other, line)) = references.insert(reference, (file, row.line)) {
                let message =
                    format!("id \"{reference}\" stands already in {other}:{line}: merge the two or rename one");
                faults.push(table.fault(row, column, 0, message));
            }
        }
        let line = row.cells().join("\t");
        match &before {
            Some(last) if *last == line => faults.push(table.fault(row, 0, 0, "the same line again: take it out")),
            Some(last) if *last > line => {
                faults.push(table.fault(row, 0, 0, "out of order: sort the lines by bytes (LC_ALL=C sort)"));
            }
            _ => {}
        }
        before = Some(line);
    }
}

/// Where a blank stands that should not: at either end, twice, or beside a bar.
fn stray_blank(cell: &str) -> Option<usize> {
    if cell.starts_with(' ') {
        return Some(0);
    }
    if cell.ends_with(' ') {
        return Some(cell.len() - 1);
    }
    ["  ", " |", "| ", "\u{a0}"].iter().filter_map(|bad| cell.find(bad)).min()
}
