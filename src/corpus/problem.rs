//! What is wrong with an input, and where.

use std::fmt;
use std::sync::Arc;

/// Something wrong with an input. Whatever else there is gets read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The input as it was named.
    pub file: Arc<str>,
    /// Line, from 1, where one can be named.
    pub line: Option<usize>,
    /// Column in bytes, from 1, where one can be named.
    pub column: Option<usize>,
    /// What is wrong, and what to do.
    pub message: String,
    /// Whether anything was lost by it.
    pub severity: Severity,
}

/// How bad a [`Problem`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The document was tagged, without something: a date that cannot be read.
    Warning,
    /// A document (or a whole file) was left out.
    Error,
}

impl Problem {
    pub(super) fn file(file: &Arc<str>, message: impl Into<String>) -> Self {
        Problem { file: file.clone(), line: None, column: None, message: message.into(), severity: Severity::Error }
    }

    pub(super) fn line(file: &Arc<str>, line: usize, message: impl Into<String>) -> Self {
        Problem { line: Some(line), ..Self::file(file, message) }
    }

    pub(super) fn at(file: &Arc<str>, line: usize, column: usize, message: impl Into<String>) -> Self {
        Problem { line: Some(line), column: Some(column), ..Self::file(file, message) }
    }

    pub(super) fn into_warning(self) -> Self {
        Problem { severity: Severity::Warning, ..self }
    }
}

/// `FILE:LINE:COLUMN: message`, as editors understand it; line and column are left out where there is none.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for number in [self.line, self.column].into_iter().flatten() {
            write!(f, ":{number}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for Problem {}
