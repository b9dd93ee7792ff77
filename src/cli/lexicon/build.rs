//! `headcount lexicon build`: one compiled file of many.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use headcount::lexicon;
use tempfile::NamedTempFile;

use crate::cli::messages::{self, Outcome};
use crate::cli::{out, setup};

/// Compiles and writes. Nothing is written where a file has faults.
pub fn run(paths: &[PathBuf], output: &Path) -> anyhow::Result<Outcome> {
    let mut files = Vec::new();
    for path in setup::lexicon_files(paths)? {
        ensure!(path != output, "{}: is an input too; write to another file", output.display());
        let contents = std::fs::read(&path).with_context(|| format!("{}: cannot be read", path.display()))?;
        let contents = String::from_utf8(contents).map_err(|_| {
            anyhow::anyhow!("{0}: invalid UTF-8; `headcount lexicon check {0}` tells where", path.display())
        })?;
        files.push((path.display().to_string(), contents));
    }
    let compiled = match lexicon::build(&files) {
        Ok(compiled) => compiled,
        Err(error) if !error.lexicon_faults().is_empty() => {
            error.lexicon_faults().iter().for_each(messages::error);
            anyhow::bail!("nothing was compiled: mend the faults above first");
        }
        Err(error) => return Err(error.into()),
    };
    // Beside the output and then in its place: whoever has the old one open keeps it whole.
    let written = || -> anyhow::Result<()> {
        let folder = output.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut file = NamedTempFile::new_in(folder)?;
        file.write_all(&compiled)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
        }
        file.persist(output)?;
        Ok(())
    };
    written().with_context(|| format!("{}: cannot be written", output.display()))?;
    let count = if files.len() == 1 { "1 file".to_owned() } else { format!("{} files", files.len()) };
    out::print(format!("{}: {count}, {:.1} MB\n", output.display(), compiled.len() as f64 / 1e6))
}
