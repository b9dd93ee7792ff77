//! `headcount tag`: documents in, records out.

use headcount::corpus::Corpus;

use super::args::TagArgs;
use super::messages::{self, Outcome};
use super::out;
use super::setup::Ready;

/// Tags everything; what fails is named and the rest goes on.
pub fn run(args: TagArgs) -> anyhow::Result<Outcome> {
    let Ready { tagger, reader, format, mut out, threads, date } = Ready::new(args)?;
    let mut corpus = Corpus::new(&tagger).date(date);
    if let Some(threads) = threads {
        corpus = corpus.threads(threads.get());
    }
    let summary = corpus.render(reader, &*format, |bytes| out.write(bytes), messages::problem);
    let stopped = summary.stopped.map_or(Ok(()), Err);
    out::written(stopped.and_then(|()| out.finish()))?;
    Ok(if summary.errors == 0 { Outcome::Fine } else { Outcome::SomeFailed })
}
