//! The lexicons are checked as code is: no faults, a head that names source and licence, and all of them in use.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Path below the root and contents of every `.tsv` file in these folders of `lexicons/`.
fn files(folders: &[&str]) -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in folders {
        let entries = fs::read_dir(root().join("lexicons").join(folder)).unwrap();
        paths.extend(
            entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "tsv")),
        );
    }
    paths.sort();
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// The comment lines at the head, as one text.
fn head(contents: &str) -> String {
    let lines = contents.lines().take_while(|line| line.starts_with('#'));
    lines.map(|line| line.trim_start_matches('#').trim()).collect::<Vec<_>>().join(" ")
}

#[test]
fn bundled_files_have_no_faults() {
    let faults: Vec<String> =
        headcount::lexicon::check(&files(&["words", "names"])).iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults, the first:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}

/// The check that users run finds this too; here it stands on its own, so that the two watch each other.
#[test]
fn lines_are_sorted_and_differ() {
    for (name, contents) in files(&["words", "names", "tools"]) {
        let rows: Vec<&str> = contents.lines().skip_while(|line| line.starts_with('#')).skip(1).collect();
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{name}: out of order or twice (LC_ALL=C sort -u):\n{}\n{}", pair[0], pair[1]);
        }
    }
}

#[test]
fn heads_name_source_and_licence() {
    for (name, contents) in files(&["words", "names", "tools"]) {
        let head = head(&contents);
        assert!(head.len() > 60, "{name}: the head says what the file holds");
        assert!(
            ["Source", "Compiled for headcount", "Built by"].iter().any(|words| head.contains(words)),
            "{name}: the head names no source: {head}"
        );
        let licences = ["MIT OR Apache-2.0", "CC BY", "MIT license", "public domain"];
        assert!(licences.iter().any(|words| head.contains(words)), "{name}: the head names no licence: {head}");
    }
}

/// What comes from GeoNames says so, as its licence asks.
#[test]
fn geonames_is_credited() {
    for (name, contents) in files(&["names"]) {
        let head = head(&contents);
        let credited = head.contains("GeoNames") && head.contains("CC BY 4.0");
        assert!(credited || !contents.contains("\ngeonames:"), "{name}: has GeoNames ids and no credit: {head}");
    }
}

/// A file that nothing reads is a trap for whoever edits it.
#[test]
fn every_file_is_bundled_and_described() {
    let bundled = fs::read_to_string(root().join("src/lexicon/bundled.rs")).unwrap();
    let bundled: BTreeSet<&str> = bundled.split('"').filter(|part| part.ends_with(".tsv")).collect();
    let described = fs::read_to_string(root().join("lexicons/README.md")).unwrap();
    let files = files(&["words", "names"]);
    let present: BTreeSet<&str> = files.iter().filter_map(|(name, _)| name.strip_prefix("lexicons/")).collect();
    assert_eq!(present, bundled);
    for name in present {
        let file = name.rsplit('/').next().unwrap();
        assert!(described.contains(&format!("`{file}`")), "lexicons/README.md says nothing of {name}");
    }
}
