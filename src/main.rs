//! The program `headcount`: parse, pick the mode, run.

use std::process::ExitCode;

use clap::Parser;

mod cli;

use cli::args::{Args, Command};
use cli::messages::{self, Outcome};
use cli::{bench, explain, lexicon, schema, tag};

fn main() -> ExitCode {
    let result = match Args::parse().command {
        Command::Tag(args) => tag::run(*args),
        Command::Explain(args) => explain::run(args),
        Command::Bench(args) => bench::run(*args),
        Command::Lexicon(args) => lexicon::run(args),
        Command::Schema => schema::run(),
    };
    result.unwrap_or_else(|error| messages::refused(&error)).into()
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Fine => ExitCode::SUCCESS,
            Outcome::SomeFailed => ExitCode::from(1),
            Outcome::Refused => ExitCode::from(2),
        }
    }
}
