//! The corpus, read again and again.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use headcount::corpus::{Input, ReadOptions, Reader};

/// Where the documents are. Files are read anew each time; what can be read only once (standard input, a pipe) is kept.
pub struct Inputs {
    inputs: Vec<Origin>,
    options: ReadOptions,
}

enum Origin {
    File(PathBuf),
    Kept(String, Arc<[u8]>),
}

impl Inputs {
    /// Reads what can be read only once, and no more.
    pub fn open(paths: &[PathBuf], options: ReadOptions) -> anyhow::Result<Self> {
        let inputs = paths.iter().map(|path| Origin::of(path)).collect::<anyhow::Result<_>>()?;
        Ok(Inputs { inputs, options })
    }

    /// All of it, from the start.
    pub fn reader(&self) -> Reader {
        let input = |origin: &Origin| match origin {
            Origin::File(path) => Input::path(path),
            Origin::Kept(name, bytes) => Input::stream(name, Cursor::new(bytes.clone())),
        };
        Reader::new(self.inputs.iter().map(input), self.options.clone())
    }

    /// Whether some of it is kept in memory.
    pub fn keeps(&self) -> bool {
        self.inputs.iter().any(|input| matches!(input, Origin::Kept(..)))
    }
}

impl Origin {
    fn of(path: &Path) -> anyhow::Result<Self> {
        let name = path.display().to_string();
        let is_pipe = || path.metadata().is_ok_and(|metadata| !metadata.is_file() && !metadata.is_dir());
        let mut bytes = Vec::new();
        let read = if name == "-" {
            io::stdin().lock().read_to_end(&mut bytes)
        } else if is_pipe() {
            File::open(path).and_then(|mut pipe| pipe.read_to_end(&mut bytes))
        } else {
            // One that is not there or no file is named by the reader, as `tag` does.
            return Ok(Origin::File(path.to_owned()));
        };
        read.with_context(|| format!("{name}: cannot be read"))?;
        Ok(Origin::Kept(name, bytes.into()))
    }
}
