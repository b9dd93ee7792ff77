//! A corpus through a tagger: batches to workers, records to a sink.

use std::io;
use std::mem;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use super::in_order::{Job, map_in_order};
use super::problem::{Problem, Severity};
use super::reader::{Batch, Item, Reader, SourceDocument};
use crate::long::is_long;
use crate::output::{Format, Workspace};
use crate::{Date, Document, OwnedDocument, Scratch, Tagger};

/// Buffers larger than this are not kept for the next batch: somebody's 50 MB document is over.
const KEEP: usize = 4 << 20;

/// At most so many documents, and so many bytes of text, are tagged together: all that is known of them has to stay close.
const GROUP: usize = 32;
const GROUP_BYTES: usize = 32 << 10;

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
    tagger: &'t Tagger,
    threads: usize,
    date: Option<Date>,
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
        let spare = Arc::new(Spare { batches: Mutex::default(), outputs: Mutex::default() });
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

/// Hands over what is there of a long document's record, and leaves the buffer empty.
type Flush<'f, T> = &'f mut dyn FnMut(&mut Vec<T>);

/// Makes something of a document.
trait Each<T>:
    Fn(&SourceDocument<'_>, Document<'_>, &mut Workspace, &mut Vec<T>, Flush<'_, T>) -> Result<(), String> + Sync
{
}

impl<T, F> Each<T> for F where
    F: Fn(&SourceDocument<'_>, Document<'_>, &mut Workspace, &mut Vec<T>, Flush<'_, T>) -> Result<(), String> + Sync
{
}

/// A batch after its way through the tagger, or a part of what came of it.
struct Done<T> {
    /// None with a part.
    batch: Option<Batch>,
    out: Vec<T>,
    problems: Vec<Problem>,
    documents: u64,
}

impl<T> Done<T> {
    /// Takes in how a document went. What failed leaves nothing behind `before`.
    fn count(&mut self, source: &SourceDocument<'_>, before: usize, result: Result<(), String>) {
        match result {
            Ok(()) => self.documents += 1,
            Err(message) => {
                self.out.truncate(before);
                self.problems.push(Problem::line(source.file, source.line, message));
            }
        }
    }
}

struct Tagging<'r, T, F> {
    corpus: &'r Corpus<'r>,
    spare: &'r Spare<T>,
    each: F,
}

/// What a worker keeps.
struct Worker {
    scratch: Scratch,
    workspace: Workspace,
}

impl<T, F> Job for Tagging<'_, T, F>
where
    T: Send + 'static,
    F: Each<T>,
{
    type Item = Batch;
    type Output = Done<T>;
    type State = Worker;

    fn state(&self) -> Worker {
        Worker { scratch: self.corpus.tagger.scratch(), workspace: Workspace::default() }
    }

    fn run(&self, batch: Batch, worker: &mut Worker, ahead: &mut dyn FnMut(Done<T>)) -> Done<T> {
        let mut flush = |out: &mut Vec<T>| {
            let next = take(&self.spare.outputs).unwrap_or_default();
            ahead(Done { batch: None, out: mem::replace(out, next), problems: Vec::new(), documents: 0 });
        };
        let out = take(&self.spare.outputs).unwrap_or_default();
        let mut done = Done { batch: None, out, problems: Vec::new(), documents: 0 };
        let (mut group, mut bytes) = (Vec::with_capacity(GROUP), 0);
        batch.for_each(|item| {
            let length = if let Item::Document(source) = &item { source.text.len() } else { GROUP_BYTES + 1 };
            if bytes + length > GROUP_BYTES || group.len() == GROUP {
                self.tag_group(&group, worker, &mut done, &mut flush);
                group.clear();
                bytes = 0;
            }
            match item {
                Item::Problem(problem) => done.problems.push(problem),
                Item::Document(source) => {
                    bytes += length;
                    group.push(source);
                }
            }
        });
        self.tag_group(&group, worker, &mut done, &mut flush);
        drop(group);
        Done { batch: Some(batch), ..done }
    }

    fn weight(batch: &Batch) -> usize {
        batch.len()
    }
}

impl<T, F> Tagging<'_, T, F>
where
    T: Send + 'static,
    F: Each<T>,
{
    /// Tags documents together where they are several. A panic, which is a bug, is caught here: then each goes alone.
    fn tag_group(&self, group: &[SourceDocument<'_>], worker: &mut Worker, done: &mut Done<T>, flush: Flush<'_, T>) {
        let (out, problems, documents) = (done.out.len(), done.problems.len(), done.documents);
        let together = group.len() > 1
            && catch_unwind(AssertUnwindSafe(|| {
                let Corpus { tagger, date, .. } = self.corpus;
                let texts: Vec<_> = group.iter().map(|source| (&*source.text, date.or(source.date))).collect();
                let Worker { scratch, workspace } = &mut *worker;
                let mut sources = group.iter();
                tagger.tag_together(&texts, scratch, &mut |mut document| {
                    let Some(source) = sources.next() else { return };
                    let before = done.out.len();
                    document.id = Some(source.id.as_ref().into());
                    let result = (self.each)(source, document, workspace, &mut done.out, flush);
                    done.count(source, before, result);
                });
            }))
            .is_ok();
        if together {
            return;
        }
        done.out.truncate(out);
        done.problems.truncate(problems);
        done.documents = documents;
        for source in group {
            let before = done.out.len();
            let result = self.tag(source, worker, &mut done.out, flush);
            done.count(source, before, result);
        }
    }

    /// Tags one document. One that is bad does not cost the others: a panic is caught here.
    fn tag(
        &self,
        source: &SourceDocument<'_>,
        worker: &mut Worker,
        out: &mut Vec<T>,
        flush: Flush<'_, T>,
    ) -> Result<(), String> {
        catch_unwind(AssertUnwindSafe(|| {
            let Corpus { tagger, date, .. } = self.corpus;
            let date = date.or(source.date);
            let mut document = if self.corpus.threads > 1 && is_long(&source.text) {
                tagger.tag_parallel(&source.text, date)
            } else {
                tagger.tag_with(&source.text, date, &mut worker.scratch)
            };
            document.id = Some(source.id.as_ref().into());
            (self.each)(source, document, &mut worker.workspace, out, flush)
        }))
        .unwrap_or_else(|_| {
            *worker = self.state();
            Err("left out because of a fault in headcount itself; please report it".into())
        })
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

/// Memory that is free to be used again.
struct Spare<T> {
    batches: Mutex<Vec<Batch>>,
    outputs: Mutex<Vec<Vec<T>>>,
}

impl<T> Spare<T> {
    fn give_back(&self, batch: Option<Batch>, mut out: Vec<T>) {
        if let Some(batch) = batch.filter(|batch| batch.capacity() <= KEEP) {
            self.batches.lock().unwrap_or_else(PoisonError::into_inner).push(batch);
        }
        if out.capacity() * size_of::<T>().max(1) <= KEEP {
            out.clear();
            self.outputs.lock().unwrap_or_else(PoisonError::into_inner).push(out);
        }
    }
}

fn take<T>(spare: &Mutex<Vec<T>>) -> Option<T> {
    spare.lock().unwrap_or_else(PoisonError::into_inner).pop()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Input, ReadOptions};
    use crate::output::{Error, Frame};

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
        let texts = texts.repeat(GROUP);
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
