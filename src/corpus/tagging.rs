//! What a worker does with a batch: its documents tagged, short ones together, and something made of each.

use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use super::in_order::Job;
use super::problem::Problem;
use super::reader::{Batch, Item, SourceDocument};
use super::run::Corpus;
use crate::long::is_long;
use crate::output::Workspace;
use crate::{Document, Scratch};

/// Buffers larger than this are not kept for the next batch: somebody's 50 MB document is over.
const KEEP: usize = 4 << 20;

/// At most so many documents, and so many bytes of text, are tagged together: all that is known of them has to stay close.
const GROUP: usize = 32;
const GROUP_BYTES: usize = 32 << 10;

/// Hands over what is there of a long document's record, and leaves the buffer empty.
pub(super) type Flush<'f, T> = &'f mut dyn FnMut(&mut Vec<T>);

/// Makes something of a document.
pub(super) trait Each<T>:
    Fn(&SourceDocument<'_>, Document<'_>, &mut Workspace, &mut Vec<T>, Flush<'_, T>) -> Result<(), String> + Sync
{
}

impl<T, F> Each<T> for F where
    F: Fn(&SourceDocument<'_>, Document<'_>, &mut Workspace, &mut Vec<T>, Flush<'_, T>) -> Result<(), String> + Sync
{
}

/// A batch after its way through the tagger, or a part of what came of it.
pub(super) struct Done<T> {
    /// None with a part.
    pub batch: Option<Batch>,
    pub out: Vec<T>,
    pub problems: Vec<Problem>,
    pub documents: u64,
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

/// The work on batches.
pub(super) struct Tagging<'r, T, F> {
    pub corpus: &'r Corpus<'r>,
    pub spare: &'r Spare<T>,
    pub each: F,
}

/// What a worker keeps.
pub(super) struct Worker {
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

/// Memory that is free to be used again.
pub(super) struct Spare<T> {
    pub batches: Mutex<Vec<Batch>>,
    pub outputs: Mutex<Vec<Vec<T>>>,
}

impl<T> Default for Spare<T> {
    fn default() -> Self {
        Spare { batches: Mutex::default(), outputs: Mutex::default() }
    }
}

impl<T> Spare<T> {
    pub fn give_back(&self, batch: Option<Batch>, mut out: Vec<T>) {
        if let Some(batch) = batch.filter(|batch| batch.capacity() <= KEEP) {
            self.batches.lock().unwrap_or_else(PoisonError::into_inner).push(batch);
        }
        if out.capacity() * size_of::<T>().max(1) <= KEEP {
            out.clear();
            self.outputs.lock().unwrap_or_else(PoisonError::into_inner).push(out);
        }
    }
}

/// Some of it, if there is any.
pub(super) fn take<T>(spare: &Mutex<Vec<T>>) -> Option<T> {
    spare.lock().unwrap_or_else(PoisonError::into_inner).pop()
}
