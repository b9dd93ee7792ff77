//! The builder of taggers: which lexicons one has.

use std::path::Path;
use std::sync::Arc;

use super::Tagger;
use crate::Error;
use crate::lexicon::{self, Own};

/// Puts a tagger together from bundled and own lexicons.
#[derive(Default)]
pub struct TaggerBuilder {
    without_bundled_names: bool,
    added: Vec<Own>,
}

impl TaggerBuilder {
    /// Leaves the bundled names (agencies, people, places) out, so that only own lexicons give entities by name.
    #[must_use]
    pub fn without_bundled_names(mut self) -> Self {
        self.without_bundled_names = true;
        self
    }

    /// Adds a lexicon file on top of those before: one in the format of `lexicons/README.md` (what it holds is told by its
    /// header line), or a compiled one. [`build`](TaggerBuilder::build) opens it.
    #[must_use]
    pub fn lexicon(mut self, path: impl AsRef<Path>) -> Self {
        self.added.push(Own::File(path.as_ref().to_path_buf()));
        self
    }

    /// Adds a lexicon from memory; `name` stands for the file in error messages.
    ///
    /// ```
    /// let own = "ref\ttype\tname\tcountry\taliases\tnote\nagency:x\tngo\tGreen Lantern Relief\tGH\tGLR\t\n";
    /// let tagger = headcount::Tagger::builder().lexicon_text("own.tsv", own).build().unwrap();
    /// let document = tagger.tag("GLR sent 40 doctors to Accra.");
    /// assert_eq!(document.entities[0].reference.as_deref(), Some("agency:x"));
    /// ```
    #[must_use]
    pub fn lexicon_text(mut self, name: &str, contents: &str) -> Self {
        self.added.push(Own::Text(name.to_owned(), contents.to_owned()));
        self
    }

    /// Adds a compiled lexicon from memory, as [`lexicon::build`](crate::lexicon::build) makes it.
    #[must_use]
    pub fn lexicon_compiled(mut self, bytes: Vec<u8>) -> Self {
        self.added.push(Own::Compiled(bytes));
        self
    }

    /// Reads the lexicons and builds the tagger.
    ///
    /// # Errors
    /// A file that cannot be read, a compiled one that is damaged, or lines that do not fit the format: all faults, each with
    /// file, line and column.
    pub fn build(self) -> Result<Tagger, Error> {
        Ok(Tagger { lexicon: Arc::new(lexicon::open(!self.without_bundled_names, self.added)?) })
    }
}
