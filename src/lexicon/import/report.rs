//! What an import leaves out, changes and counts: nothing is lost silently.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use crate::error::Fault;

/// Something that is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reason {
    // Faults: something could not be taken.
    Unreadable,
    Malformed,
    NoName,
    NotSaid,
    NoKind,
    // Noted: taken, or there already.
    Value,
    Duplicate,
    Known,
    // Counted only.
    NoLetter,
    Titled,
    Merged,
    Cleaned,
    Guarded,
    // Counted only: left out because it was asked for.
    Population,
    Country,
    Type,
    Language,
    Script,
    Code,
}

impl Reason {
    /// Whether something was left out that was asked for.
    fn serious(self) -> bool {
        self <= Reason::NoKind
    }

    fn asked(self) -> bool {
        self >= Reason::Population
    }

    fn words(self) -> &'static str {
        match self {
            Reason::Unreadable => "lines that are not UTF-8",
            Reason::Malformed => "lines that do not fit the format",
            Reason::NoName => "names that are empty or have no letter",
            Reason::NotSaid => "patterns that this format cannot say",
            Reason::NoKind => "entries of no known kind",
            Reason::Value => "cells left empty, their values being unusable",
            Reason::Duplicate => "duplicates",
            Reason::Known => "names that the bundled lexicons have",
            Reason::NoLetter => "aliases without a letter, left out",
            Reason::Titled => "aliases of a title and a name that is there alone, left out",
            Reason::Merged => "rows joined to an entry with the same id",
            Reason::Cleaned => "names cleaned of bars, brackets, control characters or stray blanks",
            Reason::Guarded => "common words or single letters that got [context] or [exact]",
            Reason::Population => "places below the population asked for",
            Reason::Country => "entries of other countries",
            Reason::Type => "entries of other types",
            Reason::Language => "names in other languages",
            Reason::Script => "names in other scripts",
            Reason::Code => "airport and other codes",
        }
    }
}

/// One thing worth telling, with its place.
#[derive(Clone, Debug)]
pub struct Note {
    /// Whether something was left out; else it is a remark.
    pub serious: bool,
    /// Where, what, and what to do.
    pub fault: Fault,
}

/// What an import did.
///
/// It displays as the summary: what was read, what came of it, and what was left out for which reason.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub(super) counts: BTreeMap<Reason, u64>,
    notes: Vec<Note>,
    /// How many notes to keep of each reason.
    keep: u64,
    pub(super) inputs: Vec<(String, &'static str)>,
    pub(super) lines: u64,
    /// Entries by the name of their kind.
    pub(super) entries: BTreeMap<&'static str, u64>,
    pub(super) names: u64,
}

/// A place in an input.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub file: Arc<str>,
    pub line: usize,
    pub column: usize,
}

impl Report {
    pub(super) fn new(keep: u64) -> Self {
        Report { keep, ..Report::default() }
    }

    /// Counts something that needs no place.
    pub(super) fn count(&mut self, reason: Reason) {
        *self.counts.entry(reason).or_default() += 1;
    }

    /// Counts something and, while there are not too many of its kind, keeps its place and words.
    pub(super) fn note(&mut self, reason: Reason, place: &Place, message: impl FnOnce() -> String) {
        let count = self.counts.entry(reason).or_default();
        *count += 1;
        if *count <= self.keep {
            let fault =
                Fault { file: place.file.to_string(), line: place.line, column: place.column, message: message() };
            self.notes.push(Note { serious: reason.serious(), fault });
        }
    }

    /// What is worth telling, in the order in which it was met; of each kind of note no more than
    /// [`Options::notes`](super::Options::notes).
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// How many things were left out though they were asked for.
    #[must_use]
    pub fn left_out(&self) -> u64 {
        self.counts.iter().filter(|(reason, _)| reason.serious()).map(|(_, count)| count).sum()
    }

    /// How many entries were written.
    #[must_use]
    pub fn entries(&self) -> u64 {
        self.entries.values().sum()
    }

    /// How many names they have in all.
    #[must_use]
    pub fn names(&self) -> u64 {
        self.names
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let inputs: Vec<String> = self.inputs.iter().map(|(name, format)| format!("{name} ({format})")).collect();
        writeln!(f, "read       {}: {}", inputs.join(", "), plural(self.lines, "line"))?;
        let kinds: Vec<String> = self.entries.iter().map(|(kind, count)| format!("{kind} {count}")).collect();
        write!(f, "entries    {}", self.entries())?;
        if !kinds.is_empty() {
            write!(f, ": {}", kinds.join(", "))?;
        }
        write!(f, "\nnames      {}", self.names)?;
        for (label, wanted) in [
            ("left out", Reason::serious as fn(Reason) -> bool),
            ("noted", |reason| !reason.serious() && !reason.asked()),
            ("not wanted", Reason::asked),
        ] {
            for (reason, count) in self.counts.iter().filter(|(reason, _)| wanted(**reason)) {
                write!(f, "\n{label:<10} {}: {count}", reason.words())?;
            }
        }
        Ok(())
    }
}

fn plural(count: u64, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
