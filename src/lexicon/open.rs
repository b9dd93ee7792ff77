//! Opening lexicons: the bundled ones, and a caller's own on top of them.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use super::image::MAGIC;
use super::layer::Layer;
use super::load::{Lexicon, Loader};
use super::names::NamesBuilder;
use super::source::Source;
use super::words::Builder;
use super::{bundled as images, texts};
use crate::Error;
use crate::error::Fault;

/// A lexicon of a caller's own.
pub(crate) enum Own {
    /// A file: compiled, or in the format of `lexicons/README.md`.
    File(PathBuf),
    /// The contents of such a text file, and what stands for its name in messages.
    Text(String, String),
    /// A compiled lexicon in memory.
    Compiled(Vec<u8>),
}

/// The bundled lexicons. Opened once a process.
pub(crate) fn bundled() -> &'static Arc<Lexicon> {
    static BUNDLED: LazyLock<Arc<Lexicon>> =
        LazyLock::new(|| Arc::new(open(true, Vec::new()).expect("the bundled lexicons are checked by the tests")));
    &BUNDLED
}

/// Opens lexicons: the bundled words, the bundled names unless they are not wanted, and a caller's own.
pub(crate) fn open(bundled_names: bool, own: Vec<Own>) -> Result<Lexicon, Error> {
    let mut compiled = Vec::new();
    let mut plain = NamesBuilder::for_automaton();
    let mut words = Vec::new();
    let mut order = Vec::new();
    for source in own {
        let (file, contents) = match source {
            Own::Compiled(bytes) => {
                let name = Path::new("compiled lexicon");
                compiled.push(Source::memory(bytes).map_err(|fault| Error::compiled(name, fault.to_string()))?);
                continue;
            }
            Own::File(path) if is_compiled(&path)? => {
                compiled.push(Source::map(&path)?);
                continue;
            }
            Own::File(path) => {
                let contents = std::fs::read_to_string(&path).map_err(|error| Error::io(&path, error))?;
                (path.display().to_string(), contents)
            }
            Own::Text(name, contents) => (name, contents),
        };
        order.push(file.clone());
        if !plain.add_file(&file, &contents) {
            words.push((file, contents));
        }
    }
    for (source, sections) in &compiled {
        words.extend(Layer::kept_words(source, sections));
    }

    let (source, sections, mut faults) = all_words(&words);
    let broken = || Error::compiled(Path::new("compiled lexicon"), "its parts do not fit together".to_owned());
    let mut loader = Loader::new(source, &sections).ok_or_else(broken)?;
    if bundled_names {
        let (source, sections) = Source::embedded(images::NAMES);
        loader.add(source, &sections, Some(images::TEXTS)).then_some(()).ok_or_else(broken)?;
    }
    for (source, sections) in compiled {
        loader.add(source, &sections, None).then_some(()).ok_or_else(broken)?;
    }
    let names = plain.take_plain();
    let (image, found) = plain.finish();
    faults.extend(found);
    if !faults.is_empty() {
        faults.sort_by_key(|fault| (order.iter().position(|file| *file == fault.file), fault.line, fault.column));
        return Err(Error::faults(faults));
    }
    let (source, sections) = Source::memory(image).map_err(|_| broken())?;
    if !names.is_empty() || Loader::has_changes(&source, &sections) {
        loader.add(source, &sections, None).then_some(()).ok_or_else(broken)?;
        loader.patterns(names);
    }
    Ok(loader.finish())
}

/// The bundled words as they are compiled, or compiled anew together with a caller's.
fn all_words(own: &[(String, String)]) -> (Source, super::image::Sections, Vec<Fault>) {
    if own.is_empty() {
        let (source, sections) = Source::embedded(images::WORDS);
        return (source, sections, Vec::new());
    }
    let mut builder = Builder::new();
    for (name, contents) in texts::WORDS {
        builder.add_file(name, contents);
    }
    for (name, contents) in own {
        builder.add_file(name, contents);
    }
    let (image, faults) = builder.finish();
    let (source, sections) = Source::memory(image).unwrap_or_else(|_| Source::embedded(images::WORDS));
    (source, sections, faults)
}

/// Whether a file begins as compiled lexicons do. A shorter file that begins so far like one is taken for a cut-off one.
pub(super) fn is_compiled(path: &Path) -> Result<bool, Error> {
    let io = |error| Error::io(path, error);
    let mut start = Vec::new();
    File::open(path).map_err(io)?.take(MAGIC.len() as u64).read_to_end(&mut start).map_err(io)?;
    Ok(!start.is_empty() && MAGIC.starts_with(&start))
}
