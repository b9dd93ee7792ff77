//! What goes to standard error, and what the program returns.

use std::fmt::Display;
use std::io::{self, Write};

use headcount::corpus::{Problem, Severity};

/// How it ended: the exit code, before it is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 0: all that was asked for is done.
    Fine,
    /// 1: some input failed; the rest is done.
    SomeFailed,
    /// 2: it could not be done as asked.
    Refused,
}

/// Prints `headcount: error: …`. A standard error that nobody reads is no reason to stop.
pub fn error(message: impl Display) {
    let _ = writeln!(io::stderr().lock(), "headcount: error: {message}");
}

/// Prints what is wrong with an input.
pub fn problem(problem: &Problem) {
    let level = match problem.severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    let _ = writeln!(io::stderr().lock(), "headcount: {level}: {problem}");
}

/// Prints why nothing can be done as asked: each fault of a lexicon on a line of its own.
pub fn refused(reason: &anyhow::Error) -> Outcome {
    let faults = reason.downcast_ref::<headcount::Error>().map(headcount::Error::lexicon_faults).unwrap_or_default();
    faults.iter().for_each(error);
    if faults.is_empty() {
        error(format_args!("{reason:#}"));
    }
    Outcome::Refused
}

/// Prints a remark on something that was done all the same.
pub fn warning(message: impl Display) {
    let _ = writeln!(io::stderr().lock(), "headcount: warning: {message}");
}

/// Prints what was done, a line each.
pub fn told(summary: impl Display) {
    let mut stderr = io::stderr().lock();
    for line in summary.to_string().lines() {
        let _ = writeln!(stderr, "headcount: {line}");
    }
}
