//! The record in every format that it is written in, each in a file of its own, made from the record alone.

use std::fmt;

use crate::Document;

#[cfg(feature = "counts")]
mod counts;
mod json;
mod line;
mod long;
mod offsets;
mod room;

#[cfg(feature = "hf")]
pub mod hf;
#[cfg(feature = "cli")]
pub mod pretty;
#[cfg(feature = "schema")]
mod schema;

#[cfg(feature = "counts")]
pub use counts::{COLUMNS, Counts};
pub use json::Json;
pub use offsets::{OffsetMap, Offsets};
#[cfg(feature = "schema")]
pub use schema::schema;

/// A way to write records.
pub trait Format: Sync {
    /// Appends one record to `out`. The document's offsets are bytes of `text`, as the tagger left them.
    ///
    /// # Errors
    /// When this document cannot be written in this format; what was appended so far is then thrown away.
    fn write(
        &self,
        text: &str,
        document: Document<'_>,
        workspace: &mut Workspace,
        out: &mut Vec<u8>,
    ) -> Result<(), Error>;

    /// The same for a long text: `flush` is shown `out` now and then and may empty it, so that the record is never in memory
    /// as a whole. What was flushed stays written. A format need not know of this.
    ///
    /// # Errors
    /// As [`write`](Format::write).
    fn write_long(
        &self,
        text: &str,
        document: Document<'_>,
        workspace: &mut Workspace,
        out: &mut Vec<u8>,
        flush: &mut dyn FnMut(&mut Vec<u8>),
    ) -> Result<(), Error> {
        let _ = flush;
        self.write(text, document, workspace, out)
    }

    /// What stands around the records and between them.
    fn frame(&self) -> Frame {
        Frame::default()
    }
}

/// What stands around records: nothing, unless the format says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// Before the first record.
    pub head: &'static str,
    /// Between two records.
    pub between: &'static str,
    /// After the last record.
    pub tail: &'static str,
}

/// Memory that a thread keeps while it writes one document after the other.
#[derive(Debug, Default)]
pub struct Workspace {
    offsets: OffsetMap,
}

/// Why a document cannot be written in some format.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    pub(crate) fn new(message: impl fmt::Display) -> Self {
        Error(message.to_string())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
