//! Many documents: reading inputs, tagging them at once, keeping their order.
//!
//! A [`Reader`] goes over [`Input`]s (files, standard input, any stream; plain text or JSON lines) and hands out
//! [`Batch`]es of raw bytes; a batch is taken apart into [`SourceDocument`]s, which borrow from it. What is wrong with
//! an input becomes a [`Problem`] that names file, line and column, and the reading goes on behind it.
//!
//! ```
//! use headcount::corpus::{Input, Item, ReadOptions, Reader};
//!
//! let lines = "{\"id\": 1, \"text\": \"Two died.\"}\n{\"id\": 2}\n{\"id\": 3, \"text\": \"Nobody was hurt.\"}\n";
//! let reader = Reader::new([Input::stream("feed.jsonl", lines.as_bytes())], ReadOptions::default());
//! let (mut ids, mut problems) = (Vec::new(), Vec::new());
//! reader.for_each(|item| match item {
//!     Item::Document(document) => ids.push(document.id.into_owned()),
//!     Item::Problem(problem) => problems.push(problem.to_string()),
//! });
//! assert_eq!(ids, ["1", "3"]);
//! assert_eq!(problems, ["feed.jsonl:2: no field `text`; the fields here are `id`"]);
//! ```
//!
//! With the feature `parallel`, a `Corpus` tags what a reader reads on any number of threads: results arrive in the order
//! of the input, byte for byte the same whatever the number of threads, and memory stays bounded however long the
//! corpus is. For texts that are in memory already nothing of this is needed: share the [`Tagger`](crate::Tagger), give
//! each thread its [`Scratch`](crate::Scratch).

mod input;
mod jsonl;
mod problem;
mod reader;
mod unusual;

#[cfg(feature = "parallel")]
mod gate;
#[cfg(feature = "parallel")]
mod in_order;
#[cfg(feature = "parallel")]
mod run;
#[cfg(feature = "parallel")]
mod tagging;

pub use input::{Input, InputFormat};
pub use jsonl::{Fields, parse_date};
pub use problem::{Problem, Severity};
pub use reader::{Batch, Item, ReadOptions, Reader, SourceDocument};

#[cfg(feature = "parallel")]
pub use in_order::{Job, map_in_order};
#[cfg(feature = "parallel")]
pub use run::{Corpus, Summary};
