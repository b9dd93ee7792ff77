//! The names of the lexicons as they are written, which compiled lexicons do not keep.

use headcount::lexicon::{SurfaceForms, surface_forms};

use super::args::OwnLexicons;
use super::setup;

/// The names of the bundled lexicons, a line each; the build script writes them.
const BUNDLED: &str = include_str!(concat!(env!("OUT_DIR"), "/names.txt"));

/// Names as they are written.
pub struct Surfaces {
    /// All different names, sorted.
    pub forms: Vec<String>,
    /// Compiled lexicons of which only the canonical names are known.
    pub canonical_only: Vec<String>,
}

/// The names of the bundled lexicons and of the user's.
pub fn surfaces(own: &OwnLexicons) -> anyhow::Result<Surfaces> {
    let mut forms: Vec<String> = Vec::new();
    if !own.no_bundled_names {
        forms.extend(BUNDLED.lines().map(str::to_owned));
    }
    let mut canonical_only = Vec::new();
    for path in setup::lexicon_files(&own.lexicons)? {
        let SurfaceForms { forms: added, complete } = surface_forms(&path)?;
        forms.extend(added);
        if !complete {
            canonical_only.push(path.display().to_string());
        }
    }
    forms.retain(|form| !form.is_empty());
    forms.sort_unstable();
    forms.dedup();
    Ok(Surfaces { forms, canonical_only })
}
