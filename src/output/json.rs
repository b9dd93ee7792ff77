//! The record as JSON: one object a line, or one array.

use super::{Error, Format, Frame, Offsets, Workspace, line, long};
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

    fn write_long(
        &self,
        text: &str,
        document: Document<'_>,
        workspace: &mut Workspace,
        out: &mut Vec<u8>,
        flush: &mut dyn FnMut(&mut Vec<u8>),
    ) -> Result<(), Error> {
        workspace.offsets.reset(text, self.offsets);
        long::write(text, self.with_text, document, &workspace.offsets, out, flush)?;
        if !self.array {
            out.push(b'\n');
        }
        Ok(())
    }

    fn frame(&self) -> Frame {
        if self.array { Frame { head: "[\n", between: ",\n", tail: "\n]\n" } } else { Frame::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tagger;

    #[test]
    fn a_long_record_is_the_same_in_pieces() {
        let tagger = Tagger::bundled();
        let words = "At least 12 miners (19 in all) died in \"Köln\" 😀 on Monday, 5 May, police\tsaid.\n\n";
        let text = words.repeat(3000);
        let record = || Document { id: Some("a\"b".into()), ..tagger.tag(&text) };
        for (text, record) in [(&*text, record()), ("", Document::default())] {
            for offsets in [Offsets::Chars, Offsets::Bytes, Offsets::Utf16] {
                for json in [Json::lines(), Json::array(), Json::lines().with_text(true)] {
                    let json = json.offsets(offsets);
                    let (mut short, mut rest, mut long) = (Vec::new(), Vec::new(), Vec::new());
                    let mut workspace = Workspace::default();
                    json.write(text, record.clone(), &mut workspace, &mut short).unwrap();
                    let mut flush = |out: &mut Vec<u8>| long.append(out);
                    json.write_long(text, record.clone(), &mut workspace, &mut rest, &mut flush).unwrap();
                    long.append(&mut rest);
                    assert!(short == long, "{}", String::from_utf8_lossy(&long[..long.len().min(400)]));
                }
            }
        }
    }
}
