//! Where output goes: standard output or a file. A reader that went away is no error.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use anstream::AutoStream;
use anyhow::Context;

use super::args::ColorArg;
use super::messages::Outcome;

/// The output of a run.
pub enum Out {
    /// Standard output, as it is.
    Stdout(io::Stdout),
    /// Standard output with colours, made to work wherever the terminal needs help with them.
    Coloured(AutoStream<io::Stdout>),
    /// A file.
    File(BufWriter<File>),
}

impl Out {
    /// Opens the output. A file is emptied.
    pub fn open(path: Option<&Path>, coloured: bool) -> anyhow::Result<Self> {
        match path {
            Some(path) => {
                let file = File::create(path).with_context(|| format!("{}: cannot be written", path.display()))?;
                Ok(Out::File(BufWriter::with_capacity(1 << 20, file)))
            }
            None if coloured => Ok(Out::Coloured(AutoStream::always(io::stdout()))),
            None => Ok(Out::Stdout(io::stdout())),
        }
    }

    /// Writes all of it; what goes to standard output is seen at once.
    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Out::Stdout(out) => out.write_all(bytes).and_then(|()| out.flush()),
            Out::Coloured(out) => out.write_all(bytes).and_then(|()| out.flush()),
            Out::File(out) => out.write_all(bytes),
        }
    }

    /// Writes what is left.
    pub fn finish(&mut self) -> io::Result<()> {
        match self {
            Out::Stdout(out) => out.flush(),
            Out::Coloured(out) => out.flush(),
            Out::File(out) => out.flush(),
        }
    }
}

/// Prints a text to standard output.
pub fn print(text: impl AsRef<[u8]>) -> anyhow::Result<Outcome> {
    written(io::stdout().write_all(text.as_ref()).and_then(|()| io::stdout().flush()))?;
    Ok(Outcome::Fine)
}

/// A closed pipe is fine: whoever reads has seen enough.
pub fn written(result: io::Result<()>) -> anyhow::Result<()> {
    match result {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("the output cannot be written"),
    }
}

/// Whether to use colours on standard output.
pub fn coloured(when: ColorArg) -> bool {
    match when {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    }
}

/// Columns to fill: the terminal's, or those of the variable COLUMNS, or 100.
pub fn width() -> usize {
    let terminal = || terminal_size::terminal_size().filter(|_| io::stdout().is_terminal());
    let variable = || std::env::var("COLUMNS").ok()?.parse().ok();
    terminal().map(|(width, _)| usize::from(width.0)).or_else(variable).unwrap_or(100).max(40)
}
