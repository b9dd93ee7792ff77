//! The names of a lexicon file as they are written. For matching they are not needed: compiled, they are hashes.

use std::path::Path;

use super::entry::EntryRow;
use super::layer::Layer;
use super::names::NamesBuilder;
use super::open::is_compiled;
use super::source::Source;
use crate::Error;

/// The names that a lexicon file has, as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SurfaceForms {
    /// The names, in the order of the file. A name that several entries share stands there for each.
    pub forms: Vec<String>,
    /// Whether these are all. Compiled files keep only the canonical name of an entry as text, not its other names.
    pub complete: bool,
}

/// Reads the names of a lexicon file, plain or compiled. A file of words has none.
///
/// # Errors
/// A file that cannot be read, or a compiled one that is damaged. Faults in the lines of a plain file are none here:
/// [`TaggerBuilder::build`](crate::TaggerBuilder::build) reports them.
pub fn surface_forms(path: impl AsRef<Path>) -> Result<SurfaceForms, Error> {
    let path = path.as_ref();
    if is_compiled(path)? {
        let (source, sections) = Source::map(path)?;
        let damaged = || Error::compiled(path, "has parts that do not fit together".to_owned());
        let layer = Layer::new(source, &sections, 0, None, |_| 0).ok_or_else(damaged)?;
        let entries = (0..).zip(layer.rows()).filter(|(_, row)| row.traits != EntryRow::LINK);
        let forms: Vec<String> = entries.map(|(number, _)| layer.name(number).to_owned()).collect();
        // As many names as entries, and each entry has one at least: then there are no others.
        let complete = layer.forms().len() <= forms.len();
        return Ok(SurfaceForms { forms, complete });
    }
    let contents = std::fs::read_to_string(path).map_err(|error| Error::io(path, error))?;
    let mut names = NamesBuilder::for_automaton();
    names.add_file(&path.display().to_string(), &contents);
    let forms = names.take_plain().into_iter().map(|(name, _)| name).collect();
    Ok(SurfaceForms { forms, complete: true })
}
