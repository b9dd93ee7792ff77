//! Where documents come from, and what form they have there.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A place that documents come from. Nothing is opened before its turn.
pub struct Input {
    name: Arc<str>,
    origin: Origin,
}

enum Origin {
    Path(PathBuf),
    Stdin,
    Stream(Box<dyn Read + Send>),
}

/// The form of the documents in an input.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum InputFormat {
    /// By the name: `.jsonl` and `.ndjson` are JSON lines, everything else is text. Streams and pipes have no telling
    /// name: their first line that is not blank decides, JSON lines if it begins a JSON object.
    #[default]
    Auto,
    /// The whole input is one document.
    Text,
    /// Each line that is not blank is a JSON object, and a document.
    Jsonl,
}

/// An input that was opened.
pub(super) struct Opened {
    pub(super) read: Box<dyn Read + Send>,
    /// Bytes that it should have, 0 where that is not known.
    pub(super) size: usize,
    /// None where only the first line can tell.
    pub(super) jsonl: Option<bool>,
}

impl Input {
    /// A file.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        Input { name: path.display().to_string().into(), origin: Origin::Path(path) }
    }

    /// Standard input, named "-" in ids and messages.
    #[must_use]
    pub fn stdin() -> Self {
        Input { name: "-".into(), origin: Origin::Stdin }
    }

    /// Anything that can be read; `name` stands for it in ids and messages.
    pub fn stream(name: &str, read: impl Read + Send + 'static) -> Self {
        Input { name: name.into(), origin: Origin::Stream(Box::new(read)) }
    }

    /// The name in ids and messages.
    #[must_use]
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// Whether reading it never waits for anybody: true of plain files.
    pub(super) fn is_plain_file(&self) -> bool {
        matches!(&self.origin, Origin::Path(path) if path.is_file())
    }

    /// # Errors
    /// A message for people: no such file, a directory, no permission.
    pub(super) fn open(self, format: InputFormat) -> Result<Opened, String> {
        let (read, size, by_name): (Box<dyn Read + Send>, usize, Option<bool>) = match self.origin {
            Origin::Stdin => (Box::new(io::stdin()), 0, None),
            Origin::Stream(read) => (read, 0, jsonl_by_name(Path::new(&*self.name))),
            Origin::Path(path) => {
                let (file, metadata) = File::open(&path)
                    .and_then(|file| file.metadata().map(|metadata| (file, metadata)))
                    .map_err(|error| describe(&error))?;
                if metadata.is_dir() {
                    let all = path.join("*.txt");
                    return Err(format!("is a directory; name the files in it, for example {}", all.display()));
                }
                let by_name = jsonl_by_name(&path).or(metadata.is_file().then_some(false));
                (Box::new(file), usize::try_from(metadata.len()).unwrap_or(0), by_name)
            }
        };
        let jsonl = match format {
            InputFormat::Auto => by_name,
            InputFormat::Text => Some(false),
            InputFormat::Jsonl => Some(true),
        };
        Ok(Opened { read, size, jsonl })
    }
}

/// What an input-output error means, without the number of the operating system.
pub(super) fn describe(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".into(),
        io::ErrorKind::PermissionDenied => "cannot be read: permission denied".into(),
        _ => format!("cannot be read: {error}"),
    }
}

fn jsonl_by_name(path: &Path) -> Option<bool> {
    let extension = path.extension()?.to_str()?;
    ["jsonl", "ndjson"].iter().any(|known| extension.eq_ignore_ascii_case(known)).then_some(true)
}

/// Whether the first line that is not blank begins a JSON object; None while more bytes are needed to tell.
pub(super) fn looks_like_jsonl(start: &[u8], at_end: bool) -> Option<bool> {
    let undecided = at_end.then_some(false);
    let start = match start.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => rest,
        None if b"\xEF\xBB\xBF".starts_with(start) => return undecided,
        None => start,
    };
    let mut bytes = start.iter().skip_while(|byte| byte.is_ascii_whitespace());
    match bytes.next() {
        Some(b'{') => {}
        Some(_) => return Some(false),
        None => return undecided,
    }
    match bytes.find(|&&byte| byte != b' ' && byte != b'\t') {
        Some(byte) => Some(matches!(byte, b'"' | b'}')),
        None => undecided,
    }
}

#[cfg(test)]
mod tests {
    use super::looks_like_jsonl;

    #[test]
    fn first_line_decides() {
        for (start, expected) in [
            ("{\"text\": \"x\"}", Some(true)),
            ("\n \r\n  { \"text\"", Some(true)),
            ("\u{feff}{\"text\"", Some(true)),
            ("{}\n", Some(true)),
            ("{\n  \"text\": 1}", Some(false)),
            ("Police said {\"x\"}", Some(false)),
            ("[{\"text\": 1}]", Some(false)),
            ("", None),
            (" \n", None),
            ("{", None),
        ] {
            assert_eq!(looks_like_jsonl(start.as_bytes(), false), expected, "{start:?}");
            assert_eq!(looks_like_jsonl(start.as_bytes(), true), expected.or(Some(false)), "{start:?}");
        }
        assert_eq!(looks_like_jsonl(b"\xEF\xBB", false), None);
    }
}
