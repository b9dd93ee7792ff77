//! **headcount** reads news and answers *who, where, and how many of what*.
//!
//! ```
//! use headcount::{Role, Tagger};
//!
//! let tagger = Tagger::bundled();
//! let text = "At least 12 miners were killed and about 40 wounded near Obuasi, police said on Friday.";
//! let document = tagger.tag(text);
//!
//! let dead = &document.quantities[0];
//! assert_eq!(dead.text, "At least 12 miners");
//! assert_eq!(dead.role, Some(Role::Killed));
//! assert_eq!(&text[dead.start..dead.end], dead.text);
//! assert_eq!(document.tolls[&Role::Killed].min, Some(12.0));
//! assert_eq!(document.quantities[1].unit.as_ref().unwrap().head.as_deref(), Some("miner"));
//! ```
//!
//! Three nouns tell the life cycle: **lexicons** (files of names and words, [`lexicon`]) are built into a [`Tagger`]
//! (immutable, shared between threads), which makes a [`Document`] (the record) of each text. Building a tagger from
//! your own lexicons may fail, with file, line and column; tagging valid UTF-8 never fails and never panics.
//!
//! A document goes one way through the rooms, each of which reads what the ones before it made:
//! [`text`] (words and sentences), [`lexicon`] (what each word can be), entities, times, numbers, quantities, tolls,
//! [`record`].
//!
//! # Features
//! - `cli` (default): the program `headcount`, and everything below.
//! - `parallel`: [`corpus`], many documents at once over rayon.
//! - `hf`: labels aligned with the tokens of a Hugging Face `tokenizer.json`.
//! - `schema`: the record as JSON Schema.
//! - `check`: [`lexicon::check`], the faults of lexicon files.
//! - `import`: [`lexicon::import`], lexicons from what others have.
//!
//! With `default-features = false` there is tagging alone.

#![deny(unsafe_code)]
#![warn(missing_docs)]

pub mod corpus;
mod entity;
mod error;
pub mod lexicon;
mod long;
mod number;
pub mod output;
mod quantity;
pub mod record;
mod stages;
mod tagger;
pub mod text;
mod time;
mod toll;
pub mod trace;

pub use error::Error;
pub use jiff::civil::Date;
pub use record::{Bound, Document, EntityKind, OwnedDocument, Role, Status};
pub use stages::{Stage, Stages};
pub use tagger::{Scratch, Tagger, TaggerBuilder};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeExamples;
