//! Sorting records by bytes, in bounded memory: runs that do not fit go to temporary files and are merged.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, Write};

/// Bytes of records that are held in memory.
const LIMIT: usize = 64 << 20;

/// Takes records in any order. They hold no line feeds.
pub(super) struct Sorter {
    limit: usize,
    held: Vec<String>,
    size: usize,
    runs: Vec<File>,
}

/// Gives records back in order.
pub(super) struct Sorted {
    runs: Vec<io::Lines<BufReader<File>>>,
    held: std::vec::IntoIter<String>,
    /// The next record of each run; the one held in memory is the last.
    next: BinaryHeap<Reverse<(String, usize)>>,
}

impl Default for Sorter {
    fn default() -> Self {
        Self::with_limit(LIMIT)
    }
}

impl Sorter {
    fn with_limit(limit: usize) -> Self {
        Sorter { limit, held: Vec::new(), size: 0, runs: Vec::new() }
    }

    pub fn push(&mut self, record: String) -> io::Result<()> {
        self.size += record.len() + size_of::<String>();
        self.held.push(record);
        if self.size < self.limit {
            return Ok(());
        }
        self.held.sort_unstable();
        let mut out = BufWriter::new(tempfile::tempfile()?);
        for record in self.held.drain(..) {
            out.write_all(record.as_bytes())?;
            out.write_all(b"\n")?;
        }
        self.size = 0;
        let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        file.rewind()?;
        self.runs.push(file);
        Ok(())
    }

    pub fn sorted(mut self) -> io::Result<Sorted> {
        self.held.sort_unstable();
        let runs = self.runs.into_iter().map(|file| BufReader::new(file).lines()).collect();
        let mut sorted = Sorted { runs, held: self.held.into_iter(), next: BinaryHeap::new() };
        for run in 0..=sorted.runs.len() {
            sorted.refill(run)?;
        }
        Ok(sorted)
    }
}

impl Sorted {
    fn refill(&mut self, run: usize) -> io::Result<()> {
        let record = match self.runs.get_mut(run) {
            Some(lines) => lines.next().transpose()?,
            None => self.held.next(),
        };
        self.next.extend(record.map(|record| Reverse((record, run))));
        Ok(())
    }

    /// The next record in order.
    pub fn next(&mut self) -> io::Result<Option<String>> {
        let Some(Reverse((record, run))) = self.next.pop() else { return Ok(None) };
        self.refill(run)?;
        Ok(Some(record))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_in_order_whether_or_not_they_fit_into_memory() {
        let records: Vec<String> = (0..2000u32).map(|i| format!("{:x}", i.wrapping_mul(2_654_435_761))).collect();
        let mut expected = records.clone();
        expected.sort();
        for limit in [500, usize::MAX] {
            let mut sorter = Sorter::with_limit(limit);
            records.iter().for_each(|record| sorter.push(record.clone()).unwrap());
            assert_eq!(sorter.runs.is_empty(), limit == usize::MAX);
            let mut sorted = sorter.sorted().unwrap();
            let mut out = Vec::new();
            while let Some(record) = sorted.next().unwrap() {
                out.push(record);
            }
            assert_eq!(out, expected);
        }
    }
}
