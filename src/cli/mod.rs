//! The command line: arguments, messages, exit codes. It knows the library, and the library knows nothing of it.

pub mod args;
pub mod bench;
pub mod explain;
pub mod lexicon;
pub mod messages;
pub mod out;
pub mod schema;
pub mod setup;
mod surfaces;
pub mod tag;
