//! Compiling a caller's lexicon files into one.

use super::image::Sections;
use super::names::NamesBuilder;
use super::table::Table;
use super::texts;
use super::words::Builder;
use crate::Error;

/// Compiles lexicon files, each given by its name and contents, into one that loads by memory map: write the bytes to a
/// file and name it to [`TaggerBuilder::lexicon`](crate::TaggerBuilder::lexicon), or give them to
/// [`lexicon_compiled`](crate::TaggerBuilder::lexicon_compiled).
///
/// Names are laid out ready for matching. Files of words (cues, units, counted things…) are kept as they are and read on
/// top of the bundled words when the lexicon is loaded. The head of each file, with its source and licence, stands readable
/// at the start. The same files give the same bytes.
///
/// # Errors
/// Lines that do not fit the format: all faults, each with file, line and column.
///
/// ```
/// let own = "ref\ttype\tname\tcountry\taliases\toffice\nagency:x\tngo\tGreen Lantern Relief\tGH\tGLR\t\n";
/// let compiled = headcount::lexicon::build(&[("own.tsv", own)]).unwrap();
/// let tagger = headcount::Tagger::builder().lexicon_compiled(compiled).build().unwrap();
/// let document = tagger.tag("GLR sent 40 doctors to Accra.");
/// assert_eq!(document.entities[0].reference.as_deref(), Some("agency:x"));
/// ```
pub fn build<N: AsRef<str>, C: AsRef<str>>(files: &[(N, C)]) -> Result<Vec<u8>, Error> {
    let mut names = NamesBuilder::new();
    let mut words = Vec::new();
    for (file, contents) in files {
        let (file, contents) = (file.as_ref(), contents.as_ref());
        if !names.add_file(file, contents) {
            names.keep_words(file, contents);
            words.push((file, contents));
        }
    }
    let mut faults = Vec::new();
    if !words.is_empty() {
        let mut builder = Builder::new();
        // A file that takes the place of a bundled one is not read on top of itself.
        let own = |name: &str| words.iter().any(|(file, _)| file.ends_with(name));
        for (name, contents) in texts::WORDS.iter().filter(|(name, _)| !own(name)) {
            builder.add_file(name, contents);
        }
        for (file, contents) in words {
            if Table::parse(file, contents, &mut Vec::new()).header().is_empty() {
                continue;
            }
            builder.add_file(file, contents);
        }
        faults.append(&mut builder.faults);
    }
    let (image, found) = names.finish();
    faults.extend(found);
    let position = |name: &str| files.iter().position(|(file, _)| file.as_ref() == name);
    faults.sort_by_key(|fault| (position(&fault.file), fault.line, fault.column));
    debug_assert!(Sections::parse(&image).is_ok());
    if faults.is_empty() { Ok(image) } else { Err(Error::faults(faults)) }
}
