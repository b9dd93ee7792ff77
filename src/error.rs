//! What can go wrong before tagging: reading and building lexicons.

use std::fmt;
use std::path::{Path, PathBuf};

/// Why a tagger could not be built. Tagging itself never fails.
#[derive(Debug)]
pub struct Error(Box<Kind>);

#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("{path}: {source}", path = path.display())]
    Io { path: PathBuf, source: std::io::Error },
    #[error("{path} {message}", path = path.display())]
    Compiled { path: PathBuf, message: String },
    #[error("{0}")]
    Lexicon(Faults),
}

/// A fault in a lexicon file: where it is, what it is and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file as it was named.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.message)
    }
}

/// All faults of one build, a line each.
#[derive(Debug)]
struct Faults(Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, fault) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            fault.fmt(f)?;
        }
        Ok(())
    }
}

impl Error {
    pub(crate) fn io(path: &Path, source: std::io::Error) -> Self {
        Error(Box::new(Kind::Io { path: path.to_path_buf(), source }))
    }

    /// A compiled lexicon that cannot be used, and what to do about it.
    pub(crate) fn compiled(path: &Path, message: String) -> Self {
        Error(Box::new(Kind::Compiled { path: path.to_path_buf(), message }))
    }

    pub(crate) fn faults(faults: Vec<Fault>) -> Self {
        Error(Box::new(Kind::Lexicon(Faults(faults))))
    }

    /// The faults found in lexicon files, in file order; empty where the trouble was another.
    #[must_use]
    pub fn lexicon_faults(&self) -> &[Fault] {
        match &*self.0 {
            Kind::Lexicon(faults) => &faults.0,
            Kind::Io { .. } | Kind::Compiled { .. } => &[],
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.0.source()
    }
}
