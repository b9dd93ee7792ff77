//! `headcount lexicon`: work on lexicon files.

mod check;
pub mod import;

use super::args::{LexiconArgs, LexiconCommand};
use super::messages::Outcome;

/// Does what was asked for.
pub fn run(args: LexiconArgs) -> anyhow::Result<Outcome> {
    match args.command {
        LexiconCommand::Check { paths } => check::run(paths),
        LexiconCommand::Import(args) => import::run(*args),
    }
}
