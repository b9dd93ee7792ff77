//! From inputs to batches of raw bytes, and from batches to documents.
//!
//! Reading and taking apart are two steps, so that one thread can read ahead while others parse: a batch holds whole
//! lines or whole files, and nothing in it was looked at yet.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::io::{self, Read};
use std::ops::Range;
use std::str::Utf8Error;
use std::sync::Arc;

use super::input::{self, Input, InputFormat, Opened};
use super::jsonl::{self, Fields, Value, parse_date};
use super::problem::Problem;
use super::unusual;
use crate::Date;

/// Bytes asked for at once, and about the size of a batch: some 100 news articles.
const CHUNK: usize = 256 * 1024;
/// Most parts of a batch, so that thousands of tiny files still spread over the threads.
const PARTS: usize = 64;

/// How inputs are to be read.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The form of the inputs.
    pub format: InputFormat,
    /// The names of the fields in JSON lines.
    pub fields: Fields,
}

/// A document as it came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceDocument<'b> {
    /// Its own id; else the file's name, or `FILE:LINE` in JSON lines.
    pub id: Cow<'b, str>,
    /// The text.
    pub text: Cow<'b, str>,
    /// The date of publication, where the input gives one.
    pub date: Option<Date>,
    /// The input that it stands in, as it was named.
    pub file: &'b Arc<str>,
    /// The line that it begins at, from 1.
    pub line: usize,
}

/// What comes out of an input.
#[derive(Clone, Debug)]
pub enum Item<'b> {
    /// A document.
    Document(SourceDocument<'b>),
    /// Something that is wrong. A warning is followed by its document.
    Problem(Problem),
}

/// Goes over inputs in their order and cuts them into [`Batch`]es.
pub struct Reader {
    inputs: VecDeque<Input>,
    format: InputFormat,
    fields: Arc<Fields>,
    open: Option<OpenLines>,
}

/// A stretch of input: whole lines, or whole files. What is in it depends on how the input arrives; what comes out of
/// all batches together does not.
#[derive(Debug, Default)]
pub struct Batch {
    bytes: Vec<u8>,
    parts: Vec<Part>,
    fields: Arc<Fields>,
}

#[derive(Debug)]
struct Part {
    file: Arc<str>,
    range: Range<usize>,
    content: Content,
}

#[derive(Debug)]
enum Content {
    Text,
    Lines { first: usize },
    Problem(Problem),
}

/// An input of JSON lines that is being read.
struct OpenLines {
    name: Arc<str>,
    read: Box<dyn Read + Send>,
    /// Bytes read but not handed out: part of a line.
    rest: Vec<u8>,
    /// Number of the first line of `rest`.
    line: usize,
}

impl Reader {
    /// Reads these inputs, one after the other.
    pub fn new(inputs: impl IntoIterator<Item = Input>, options: ReadOptions) -> Self {
        let ReadOptions { format, fields } = options;
        Reader { inputs: inputs.into_iter().collect(), format, fields: Arc::new(fields), open: None }
    }

    /// Reads the next batch into `batch`, whose memory is used again. False at the end of the last input.
    ///
    /// Waits until there is at least one whole line or file. A batch is some hundred kilobytes long unless a single
    /// document is longer.
    pub fn read(&mut self, batch: &mut Batch) -> bool {
        batch.bytes.clear();
        batch.parts.clear();
        batch.fields = self.fields.clone();
        loop {
            if let Some(open) = &mut self.open {
                if open.read(batch) {
                    return true;
                }
                self.open = None;
            }
            let may_add = |next: &Input| batch.is_empty() || (batch.has_room() && next.is_plain_file());
            match self.inputs.pop_front() {
                Some(next) if may_add(&next) => self.start(next, batch),
                Some(next) => {
                    self.inputs.push_front(next);
                    return true;
                }
                None => return !batch.is_empty(),
            }
        }
    }

    /// Reads everything on this thread and shows each document and each problem to `visit`, in their order.
    pub fn for_each(mut self, mut visit: impl FnMut(Item<'_>)) {
        let mut batch = Batch::default();
        while self.read(&mut batch) {
            batch.for_each(&mut visit);
        }
    }

    /// Opens an input: a text is read whole, JSON lines are left open.
    fn start(&mut self, input: Input, batch: &mut Batch) {
        let name = input.name().clone();
        let Opened { mut read, size, jsonl } = match input.open(self.format) {
            Ok(opened) => opened,
            Err(message) => return batch.problem(Problem::file(&name, message)),
        };
        let start = batch.bytes.len();
        let result = match jsonl {
            Some(jsonl) => Ok(jsonl),
            None => sniff(&mut *read, &mut batch.bytes, start),
        };
        let result = result.and_then(|jsonl| {
            if !jsonl {
                batch.bytes.reserve(size);
                read.read_to_end(&mut batch.bytes)?;
            }
            Ok(jsonl)
        });
        match result {
            Ok(true) => {
                let rest = batch.bytes.split_off(start);
                self.open = Some(OpenLines { name, read, rest, line: 1 });
            }
            Ok(false) => batch.parts.push(Part { file: name, range: start..batch.bytes.len(), content: Content::Text }),
            Err(error) => {
                batch.bytes.truncate(start);
                batch.problem(Problem::file(&name, input::describe(&error)));
            }
        }
    }
}

/// Reads until the form of the input is clear; what was read is at `bytes[start..]`.
fn sniff(read: &mut dyn Read, bytes: &mut Vec<u8>, start: usize) -> io::Result<bool> {
    loop {
        let count = read_some(read, bytes)?;
        if let Some(jsonl) = input::looks_like_jsonl(&bytes[start..], count == 0) {
            return Ok(jsonl);
        }
    }
}

/// Appends what one call of `read` gives; 0 at the end.
fn read_some(read: &mut dyn Read, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let start = bytes.len();
    bytes.resize(start + CHUNK, 0);
    loop {
        match read.read(&mut bytes[start..]) {
            Ok(count) => {
                bytes.truncate(start + count);
                return Ok(count);
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => {
                bytes.truncate(start);
                return Err(error);
            }
        }
    }
}

impl OpenLines {
    /// Appends whole lines to the batch. True if the batch is ready and there may be more, false at the end.
    fn read(&mut self, batch: &mut Batch) -> bool {
        let start = batch.bytes.len();
        batch.bytes.append(&mut self.rest);
        let mut searched = start;
        loop {
            let (end, more, error) = match memchr::memrchr(b'\n', &batch.bytes[searched..]) {
                Some(at) => (searched + at + 1, true, None),
                None => {
                    searched = batch.bytes.len();
                    match read_some(&mut *self.read, &mut batch.bytes) {
                        Ok(0) => (batch.bytes.len(), false, None),
                        Ok(_) => continue,
                        // The piece of a line before it is no line.
                        Err(error) => (start, false, Some(error)),
                    }
                }
            };
            self.rest.extend_from_slice(&batch.bytes[end..]);
            batch.bytes.truncate(end);
            if end > start {
                let content = Content::Lines { first: self.line };
                batch.parts.push(Part { file: self.name.clone(), range: start..end, content });
                self.line += memchr::memchr_iter(b'\n', &batch.bytes[start..]).count();
            }
            if let Some(error) = error {
                batch.problem(Problem::line(&self.name, self.line, input::describe(&error)));
            }
            return more;
        }
    }
}

impl Batch {
    /// Takes the batch apart: shows each document and each problem to `visit`, in their order.
    pub fn for_each<'b>(&'b self, mut visit: impl FnMut(Item<'b>)) {
        for part in &self.parts {
            let bytes = &self.bytes[part.range.clone()];
            match &part.content {
                Content::Problem(problem) => visit(Item::Problem(problem.clone())),
                Content::Text => visit(text_document(&part.file, bytes)),
                Content::Lines { first } => {
                    let ends = memchr::memchr_iter(b'\n', bytes).map(|at| at + 1).chain([bytes.len()]);
                    let mut start = 0;
                    for (line, end) in (*first..).zip(ends) {
                        line_document(&part.file, line, &bytes[start..end], &self.fields, &mut visit);
                        start = end;
                    }
                }
            }
        }
    }

    /// Bytes of input in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether there is nothing in it, not even a problem.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Bytes of memory that it keeps.
    #[cfg(feature = "parallel")]
    pub(super) fn capacity(&self) -> usize {
        self.bytes.capacity()
    }

    fn has_room(&self) -> bool {
        self.bytes.len() < CHUNK && self.parts.len() < PARTS
    }

    fn problem(&mut self, problem: Problem) {
        let end = self.bytes.len();
        self.parts.push(Part { file: problem.file.clone(), range: end..end, content: Content::Problem(problem) });
    }
}

fn text_document<'b>(file: &'b Arc<str>, bytes: &'b [u8]) -> Item<'b> {
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let (id, text) = (Cow::Borrowed(&**file), Cow::Borrowed(text));
            Item::Document(SourceDocument { id, text, date: None, file, line: 1 })
        }
        Err(error) => Item::Problem(not_utf8(file, 1, bytes, &error)),
    }
}

fn line_document<'b>(
    file: &'b Arc<str>,
    line: usize,
    bytes: &'b [u8],
    fields: &Fields,
    visit: &mut impl FnMut(Item<'b>),
) {
    let bytes = if line == 1 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
    let bytes = bytes.trim_ascii_end();
    if bytes.is_empty() {
        return;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return visit(Item::Problem(not_utf8(file, line, bytes, &error))),
    };
    let found = match jsonl::parse(text, fields) {
        Ok(found) => found,
        Err(broken) => return visit(Item::Problem(Problem::at(file, line, broken.column, broken.message))),
    };
    let text = match found.text {
        Some(Value::Text(text)) => text,
        Some(other) => {
            let message = format!("field `{}` is {}, not a string", fields.text, other.kind());
            return visit(Item::Problem(Problem::line(file, line, message)));
        }
        None => {
            let message = no_text(&fields.text, &unusual::field_names(text));
            return visit(Item::Problem(Problem::line(file, line, message)));
        }
    };
    let mut warn = |message: String| visit(Item::Problem(Problem::line(file, line, message).into_warning()));
    let id = match found.id {
        Some(Value::Text(id)) => id,
        Some(Value::Number(id)) => Cow::Owned(id),
        other => {
            let id = format!("{file}:{line}");
            if let Some(other) = other.filter(|value| !value.is_null()) {
                warn(format!("field `{}` is {}; the document goes by {id}", fields.id, other.kind()));
            }
            Cow::Owned(id)
        }
    };
    let date = match found.date {
        Some(Value::Text(date)) if !date.trim().is_empty() => parse_date(&date).or_else(|| {
            warn(format!(
                "field `{}` is no date like 2025-04-30: {:?}; tagged without one",
                fields.date,
                shorten(&date)
            ));
            None
        }),
        Some(value) if !value.is_null() && !matches!(value, Value::Text(_)) => {
            warn(format!("field `{}` is {}, no date like 2025-04-30; tagged without one", fields.date, value.kind()));
            None
        }
        _ => None,
    };
    visit(Item::Document(SourceDocument { id, text, date, file, line }));
}

fn no_text(field: &str, names: &[String]) -> String {
    if names.is_empty() {
        return format!("no field `{field}`; the object is empty");
    }
    let shown: Vec<String> = names.iter().take(8).map(|name| format!("`{}`", shorten(name))).collect();
    let more = if names.len() > 8 { format!(" and {} more", names.len() - 8) } else { String::new() };
    format!("no field `{field}`; the fields here are {}{more}", shown.join(", "))
}

/// The first few words of what might be long.
fn shorten(text: &str) -> &str {
    text.char_indices().nth(40).map_or(text, |(at, _)| &text[..at])
}

fn not_utf8(file: &Arc<str>, first: usize, bytes: &[u8], error: &Utf8Error) -> Problem {
    let good = &bytes[..error.valid_up_to()];
    let line = first + memchr::memchr_iter(b'\n', good).count();
    let column = good.len() - memchr::memrchr(b'\n', good).map_or(0, |at| at + 1) + 1;
    let byte = bytes[good.len()];
    let hint = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        "this looks like UTF-16; convert it to UTF-8 first"
    } else {
        "convert it to UTF-8 first"
    };
    Problem::at(file, line, column, format!("invalid UTF-8 (byte 0x{byte:02X}); {hint}"))
}
