//! Reading a lexicon file: comment lines, a header, then tab-separated cells, with the place of every fault.

use crate::error::Fault;

/// A lexicon file cut into cells. Cells borrow the file's text.
pub(crate) struct Table<'f> {
    pub file: &'f str,
    header: Vec<&'f str>,
    rows: Vec<Row<'f>>,
}

/// One line of a [`Table`].
pub(crate) struct Row<'f> {
    /// Line number, from 1.
    pub line: usize,
    cells: Vec<&'f str>,
}

impl<'f> Table<'f> {
    /// Cuts `contents` into cells. Lines that do not fit the header are left out and reported.
    pub fn parse(file: &'f str, contents: &'f str, faults: &mut Vec<Fault>) -> Self {
        let mut table = Table { file, header: Vec::new(), rows: Vec::new() };
        let contents = contents.strip_prefix('\u{feff}').unwrap_or(contents);
        for (index, line) in contents.split('\n').enumerate() {
            let line_number = index + 1;
            let line = line.strip_suffix('\r').unwrap_or(line);
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let cells: Vec<&str> = line.split('\t').collect();
            if table.header.is_empty() {
                table.header = cells;
            } else if cells.len() == table.header.len() {
                table.rows.push(Row { line: line_number, cells });
            } else {
                faults.push(Fault {
                    file: file.to_owned(),
                    line: line_number,
                    column: line.chars().count() + 1,
                    message: format!(
                        "{} cells, but the header has {}: part the cells by single tabs and leave unknown ones empty",
                        cells.len(),
                        table.header.len()
                    ),
                });
            }
        }
        if table.header.is_empty() {
            faults.push(Fault {
                file: file.to_owned(),
                line: 1,
                column: 1,
                message: "no header line: the first line that is no comment names the columns".to_owned(),
            });
        }
        table
    }

    /// The rows in file order.
    pub fn rows(&self) -> &[Row<'f>] {
        &self.rows
    }

    /// The names of the columns.
    pub fn header(&self) -> &[&'f str] {
        &self.header
    }

    /// Index of a column, where the file has it.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| *column == name)
    }

    /// A fault in cell `column` of `row`, at byte `offset` into the cell.
    pub fn fault(&self, row: &Row<'f>, column: usize, offset: usize, message: impl Into<String>) -> Fault {
        let before: usize = row.cells[..column].iter().map(|cell| cell.chars().count() + 1).sum();
        let inside = row.cells[column].get(..offset).map_or(0, |part| part.chars().count());
        Fault { file: self.file.to_owned(), line: row.line, column: before + inside + 1, message: message.into() }
    }
}

impl<'f> Row<'f> {
    /// The cell of a column, empty where the file lacks the column.
    pub fn cell(&self, column: Option<usize>) -> &'f str {
        column.map_or("", |column| self.cells[column])
    }

    /// The parts of a cell, with the byte offset of each.
    pub fn parts(&self, column: Option<usize>) -> impl Iterator<Item = (usize, &'f str)> + use<'f> {
        let cell = self.cell(column);
        let start = cell.as_ptr() as usize;
        cell.split('|').filter(|part| !part.is_empty()).map(move |part| (part.as_ptr() as usize - start, part))
    }

    /// All cells.
    pub fn cells(&self) -> &[&'f str] {
        &self.cells
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_with_a_missing_cell_is_reported_with_its_place_and_the_others_are_kept() {
        let mut faults = Vec::new();
        let table = Table::parse("x.tsv", "# note\nref\tname\na\tAlpha\nb\nc\tGamma\n", &mut faults);
        assert_eq!(table.rows().len(), 2);
        assert_eq!((faults[0].line, faults[0].column), (4, 2));
    }

    #[test]
    fn the_column_of_a_fault_counts_characters_over_the_whole_line() {
        let mut faults = Vec::new();
        let table = Table::parse("x.tsv", "ref\taliases\né\tAb|Cd\n", &mut faults);
        let row = &table.rows()[0];
        let (offset, part) = row.parts(table.column("aliases")).nth(1).unwrap();
        assert_eq!(part, "Cd");
        assert_eq!(table.fault(row, 1, offset, "").column, 6);
    }
}
