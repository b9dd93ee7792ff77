//! `headcount lexicon`: work on lexicon files.

mod build;
mod check;
pub mod import;
mod search;
mod stats;

use super::args::{LexiconArgs, LexiconCommand};
use super::messages::Outcome;

/// Does what was asked for.
pub fn run(args: LexiconArgs) -> anyhow::Result<Outcome> {
    match args.command {
        LexiconCommand::Check { paths } => check::run(paths),
        LexiconCommand::Build { paths, output } => build::run(&paths, &output),
        LexiconCommand::Import(args) => import::run(*args),
        LexiconCommand::Search { names, lexicons } => search::run(&names, &lexicons),
        LexiconCommand::Stats { paths, countries } => stats::run(&paths, countries),
    }
}
