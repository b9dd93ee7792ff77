//! `headcount lexicon check`: the faults of lexicon files.

use std::path::{Path, PathBuf};

use anyhow::ensure;
use headcount::lexicon;

use crate::cli::messages::{self, Outcome};
use crate::cli::{out, setup};

/// The folder that is meant where none is named.
const DEFAULT: &str = "lexicons";

/// Checks and prints.
pub fn run(mut paths: Vec<PathBuf>) -> anyhow::Result<Outcome> {
    if paths.is_empty() {
        ensure!(Path::new(DEFAULT).is_dir(), "name the files to check; there is no folder `{DEFAULT}` here");
        paths.push(DEFAULT.into());
    }
    let mut files = Vec::new();
    let mut unread = 0;
    for path in setup::lexicon_files(&paths)? {
        match std::fs::read(&path) {
            Ok(contents) => files.push((path.display().to_string(), contents)),
            Err(error) => {
                unread += 1;
                messages::error(format_args!("{}: cannot be read: {error}", path.display()));
            }
        }
    }
    let faults = lexicon::check(&files);
    faults.iter().for_each(messages::error);
    if faults.is_empty() && unread == 0 {
        return out::print(format!(
            "{} lexicon file{}: no faults\n",
            files.len(),
            if files.len() == 1 { "" } else { "s" }
        ));
    }
    Ok(Outcome::SomeFailed)
}
