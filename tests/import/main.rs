//! Lexicons made of what users have. Each test gives a few lines of a format and looks at what is written; what is written
//! passes `lexicon check` in every case.
#![cfg(feature = "import")]

mod cameo;
mod geonames;
mod inputs;
mod labels;
#[cfg(feature = "cli")]
mod program;
mod tables;
mod wikidata;

use headcount::lexicon::import::{Importer, Options, Report, Table, Target};

/// What an import wrote, and what it said.
struct Made {
    tables: Vec<(Table, String)>,
    report: Report,
}

fn import(name: &str, contents: impl AsRef<[u8]>) -> Made {
    import_with(Options::default(), name, contents)
}

#[track_caller]
fn import_with(options: Options, name: &str, contents: impl AsRef<[u8]>) -> Made {
    let mut importer = Importer::new(options);
    importer.read(name, contents.as_ref()).unwrap();
    made(importer)
}

#[track_caller]
fn made(importer: Importer) -> Made {
    let (tables, report) = importer.finish().unwrap().texts(false).unwrap();
    let made = Made { tables, report };
    let files: Vec<(String, String)> =
        made.tables.iter().map(|(table, text)| (table.file_name().to_owned(), text.clone())).collect();
    // Which of two entries a name means, and in which script it was meant to be, only its owner knows.
    let unknowable = |fault: &String| fault.contains(" is a name of ") || fault.contains(" letters among ");
    let faults = headcount::lexicon::check(&files).into_iter().map(|fault| fault.to_string());
    let faults: Vec<String> = faults.filter(|fault| !unknowable(fault)).collect();
    assert!(faults.is_empty(), "{}\n{files:?}", faults.join("\n"));
    made
}

impl Made {
    /// The lines below the header of the only table.
    fn rows(&self) -> Vec<&str> {
        assert!(self.tables.len() < 2, "{:?}", self.tables);
        self.tables.iter().flat_map(|(_, text)| rows(text)).collect()
    }

    fn table(&self, table: Table) -> Vec<&str> {
        self.tables.iter().filter(|(other, _)| *other == table).flat_map(|(_, text)| rows(text)).collect()
    }

    /// Line, column and a word of each note, errors marked by `!`.
    #[track_caller]
    fn notes(&self, expected: &[&str]) {
        let notes: Vec<String> = self
            .report
            .notes()
            .iter()
            .map(|note| {
                let (mark, fault) = (if note.serious { "!" } else { "" }, &note.fault);
                format!("{mark}{}:{} {}", fault.line, fault.column, fault.message)
            })
            .collect();
        let fit = notes.len() == expected.len()
            && notes.iter().zip(expected).all(|(note, expected)| {
                let (place, word) = expected.split_once(' ').unwrap();
                note.split(' ').next() == Some(place) && note.contains(word)
            });
        assert!(fit, "asked {expected:#?}\ngot {notes:#?}");
    }
}

fn rows(text: &str) -> Vec<&str> {
    text.lines().skip_while(|line| line.starts_with('#')).skip(1).collect()
}

fn kind(text: &str) -> Options {
    Options { target: Some(Target::parse(text).unwrap()), ..Options::default() }
}

fn labels(pairs: &[(&str, &str)]) -> Options {
    let target = |text: &str| Target::parse(text).unwrap();
    Options {
        labels: pairs.iter().map(|(label, text)| ((*label).to_owned(), target(text))).collect(),
        ..Options::default()
    }
}
