//! The record as JSON: one object a line, or one array.

use super::{Error, Format, Frame, Offsets, Workspace, line};
use crate::Document;

/// Writes records as JSON.
#[derive(Clone, Copy, Debug)]
pub struct Json {
    array: bool,
    offsets: Offsets,
    with_text: bool,
}

impl Json {
    /// One object a line (JSONL).
    #[must_use]
    pub fn lines() -> Self {
        Json { array: false, offsets: Offsets::default(), with_text: false }
    }

    /// One array of all objects, each on a line of its own.
    #[must_use]
    pub fn array() -> Self {
        Json { array: true, ..Self::lines() }
    }

    /// What offsets count; code points unless told otherwise.
    #[must_use]
    pub fn offsets(self, offsets: Offsets) -> Self {
        Json { offsets, ..self }
    }

    /// Puts the text itself into each record.
    #[must_use]
    pub fn with_text(self, with_text: bool) -> Self {
        Json { with_text, ..self }
    }
}

impl Format for Json {
    fn write(
        &self,
        text: &str,
        document: Document<'_>,
        workspace: &mut Workspace,
        out: &mut Vec<u8>,
    ) -> Result<(), Error> {
        let mut document = document;
        workspace.offsets.reset(text, self.offsets);
        workspace.offsets.convert(text, &mut document);
        line::write(&document, self.with_text.then_some(text), out);
        if !self.array {
            out.push(b'\n');
        }
        Ok(())
    }

    fn frame(&self) -> Frame {
        if self.array { Frame { head: "[\n", between: ",\n", tail: "\n]\n" } } else { Frame::default() }
    }
}
