//! A corpus through a tagger: batches to workers, records to a sink.

use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::in_order::map_in_order;
use super::problem::{Problem, Severity};
use super::reader::{Batch, Reader};
use super::tagging::{Done, Each, Spare, Tagging, take};
use crate::long::is_long;
use crate::output::Format;
use crate::{Date, OwnedDocument, Tagger};

/// Tags all that a [`Reader`] reads.
///
/// ```
/// use headcount::corpus::{Corpus, Input, Reader, ReadOptions};
/// use headcount::output::Json;
///
/// let tagger = headcount::Tagger::bundled();
/// let lines = "{\"id\": \"a\", \"text\": \"Two died.\"}\n{\"id\": \"b\", \"text\": \"\"}\n";
/// let reader = Reader::new([Input::stream("feed.jsonl", lines.as_bytes())], ReadOptions::default());
///
/// let mut records = Vec::new();
/// let summary = Corpus::new(&tagger).threads(2).render(
///     reader,
///     &Json::lines(),
///     |bytes| { records.extend_from_slice(bytes); Ok(()) },
///     |problem| eprintln!("{problem}"),
/// );
/// assert_eq!((summary.documents, summary.errors), (2, 0));
/// assert_eq!(records.iter().filter(|&&byte| byte == b'\n').count(), 2);
/// ```
pub struct Corpus<'t> {
    pub(super) tagger: &'t Tagger,
    pub(super) threads: usize,
    pub(super) date: Option<Date>,
}

/// How a run went.
#[derive(Debug, Default)]
#[must_use]
pub struct Summary {
    /// Documents tagged.
    pub documents: u64,
    /// Bytes of input read.
    pub bytes: u64,
    /// Documents tagged without something.
    pub warnings: u64,
    /// Documents and inputs left out.
    pub errors: u64,
    /// Why the run ended before the input did: the error of the sink.
    pub stopped: Option<io::Error>,
}

impl<'t> Corpus<'t> {
    /// Uses this tagger, on as many threads as the machine has cores.
    #[must_use]
    pub fn new(tagger: &'t Tagger) -> Self {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        Corpus { tagger, threads, date: None }
    }

    /// Uses this many threads for tagging. With one, everything happens on the calling thread.
    #[must_use]
    pub fn threads(self, threads: usize) -> Self {
        Corpus { threads: threads.max(1), ..self }
    }

    /// Takes this as the date of every document, whatever the input says; `None` leaves it to the input.
    #[must_use]
    pub fn date(self, date: Option<Date>) -> Self {
        Corpus { date, ..self }
    }

    /// Writes every record in `format`, in the order of the input, and every problem.
    ///
    /// `write` gets the bytes of many records at once. When it fails the run stops; the error is in the summary.
    pub fn render(
        &self,
        reader: Reader,
        format: &dyn Format,
        mut write: impl FnMut(&[u8]) -> io::Result<()>,
        problem: impl FnMut(&Problem),
    ) -> Summary {
        let frame = format.frame();
        if let Err(error) = write(frame.head.as_bytes()) {
            return Summary { stopped: Some(error), ..Summary::default() };
        }
        let mut at_start = true;
        let mut summary = self.run(
            reader,
            |source, document, workspace, out: &mut Vec<u8>, flush| {
                out.extend_from_slice(frame.between.as_bytes());
                let result = if is_long(&source.text) {
                    format.write_long(&source.text, document, workspace, out, flush)
                } else {
                    format.write(&source.text, document, workspace, out)
                };
                result.map_err(|error| error.to_string())
            },
            |bytes| {
                let bytes = if at_start { bytes.get(frame.between.len()..).unwrap_or_default() } else { bytes };
                at_start &= bytes.is_empty();
                if bytes.is_empty() { Ok(()) } else { write(bytes) }
            },
            problem,
        );
        if summary.stopped.is_none() {
            summary.stopped = write(frame.tail.as_bytes()).err();
        }
        summary
    }

    /// Shows every document, in the order of the input, and every problem. Offsets are bytes; the documents' ids are
    /// set. When `visit` fails the run stops; the error is in the summary.
    pub fn for_each(
        &self,
        reader: Reader,
        mut visit: impl FnMut(OwnedDocument) -> io::Result<()>,
        problem: impl FnMut(&Problem),
    ) -> Summary {
        self.run(
            reader,
            |_, document, _, out, _| {
                out.push(document.into_owned());
                Ok(())
            },
            |documents| documents.drain(..).try_for_each(&mut visit),
            problem,
        )
    }

    /// The way of all documents: `each` on the workers makes something of a document, `sink` gets a batch of it.
    fn run<T: Send + 'static>(
        &self,
        reader: Reader,
        each: impl Each<T>,
        mut sink: impl FnMut(&mut Vec<T>) -> io::Result<()>,
        mut problem: impl FnMut(&Problem),
    ) -> Summary {
        let spare = Arc::new(Spare::default());
        let job = Tagging { corpus: self, spare: &spare, each };
        let source = ReadAhead { reader, spare: spare.clone() };
        let mut summary = Summary::default();
        let flow = map_in_order(self.threads, source, &job, |mut done: Done<T>| {
            summary.documents += done.documents;
            summary.bytes += done.batch.as_ref().map_or(0, |batch| batch.len() as u64);
            for found in &done.problems {
                match found.severity {
                    Severity::Warning => summary.warnings += 1,
                    Severity::Error => summary.errors += 1,
                }
                problem(found);
            }
            let result = sink(&mut done.out);
            spare.give_back(done.batch, done.out);
            result.map_or_else(ControlFlow::Break, ControlFlow::Continue)
        });
        if let ControlFlow::Break(error) = flow {
            summary.stopped = Some(error);
        }
        summary
    }
}

/// The reader as a source of batches, each in memory that an earlier one has given back.
struct ReadAhead<T> {
    reader: Reader,
    spare: Arc<Spare<T>>,
}

impl<T> Iterator for ReadAhead<T> {
    type Item = Batch;

    fn next(&mut self) -> Option<Batch> {
        let mut batch = take(&self.spare.batches).unwrap_or_default();
        self.reader.read(&mut batch).then_some(batch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;
    use crate::corpus::{Input, ReadOptions};
    use crate::output::{Error, Frame, Workspace};

    /// Writes ids, but not all of them.
    struct Picky;

    impl Format for Picky {
        fn write(&self, text: &str, document: Document<'_>, _: &mut Workspace, out: &mut Vec<u8>) -> Result<(), Error> {
            out.extend_from_slice(b"half a record");
            assert_ne!(text, "panic");
            if text == "fail" {
                return Err(Error::new("cannot be written"));
            }
            out.truncate(out.len() - "half a record".len());
            out.extend_from_slice(document.id.unwrap_or_default().as_bytes());
            Ok(())
        }

        fn frame(&self) -> Frame {
            Frame { head: "<", between: "|", tail: ">" }
        }
    }

    fn reader(texts: &[&str]) -> Reader {
        let lines: String = texts.iter().map(|text| format!("{{\"text\": \"{text}\"}}\n")).collect();
        Reader::new([Input::stream("x.jsonl", io::Cursor::new(lines))], ReadOptions::default())
    }

    #[test]
    fn texts_tagged_together_are_tagged_as_each_alone() {
        let tagger = Tagger::bundled();
        let texts = [
            "Twelve miners were killed and four hurt near Obuasi in Ghana on Monday, police said.",
            "",
            "Kim Jong Un visited Russia. Kim said 300 soldiers had been sent, 20 of them officers.",
            "Nobody was hurt.",
        ];
        let texts = texts.repeat(40);
        let mut together = Vec::new();
        let summary = Corpus::new(&tagger).threads(1).for_each(
            reader(&texts),
            |document| {
                together.push(document);
                Ok(())
            },
            |_| {},
        );
        assert_eq!(summary.documents, texts.len() as u64);
        for (text, document) in texts.iter().zip(together) {
            assert_eq!(OwnedDocument { id: None, ..document }, tagger.tag(text).into_owned());
        }
    }

    #[test]
    fn a_document_that_fails_costs_no_other() {
        let tagger = Tagger::bundled();
        for threads in [1, 2] {
            let (mut out, mut problems) = (Vec::new(), Vec::new());
            let summary = Corpus::new(&tagger).threads(threads).render(
                reader(&["fail", "a", "panic", "b", "fail"]),
                &Picky,
                |bytes| {
                    out.extend_from_slice(bytes);
                    Ok(())
                },
                |problem| problems.push(problem.to_string()),
            );
            assert_eq!(String::from_utf8(out).unwrap(), "<x.jsonl:2|x.jsonl:4>");
            assert_eq!((summary.documents, summary.errors, summary.stopped.is_none()), (2, 3, true));
            assert_eq!(problems[0], "x.jsonl:1: cannot be written");
            assert!(problems[1].starts_with("x.jsonl:3: left out because of a fault in headcount itself"));
        }
    }

    #[test]
    fn a_sink_that_fails_ends_the_run() {
        let tagger = Tagger::bundled();
        for threads in [1, 2] {
            let mut seen = 0;
            let summary = Corpus::new(&tagger).threads(threads).for_each(
                reader(&["a", "b", "c"]),
                |document| {
                    seen += 1;
                    if document.id.as_deref() == Some("x.jsonl:2") { Err(io::Error::other("full")) } else { Ok(()) }
                },
                |_| {},
            );
            assert_eq!((seen, summary.stopped.map(|error| error.to_string())), (2, Some("full".into())));
        }
    }
}
