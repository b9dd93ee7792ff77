//! `headcount lexicon stats`: how much there is of each kind, as a Markdown table.

use std::fmt::Write;
use std::path::PathBuf;

use headcount::Tagger;
use headcount::lexicon::Coverage;

use crate::cli::messages::Outcome;
use crate::cli::{out, setup};

/// Prints the table, the greatest rows first where it is of countries.
pub fn run(paths: &[PathBuf], countries: bool) -> anyhow::Result<Outcome> {
    let tagger = if paths.is_empty() {
        Tagger::bundled()
    } else {
        let files = setup::lexicon_files(paths)?;
        files.iter().fold(Tagger::builder().without_bundled_names(), |builder, path| builder.lexicon(path)).build()?
    };
    let text = if countries { by_country(&tagger) } else { by_type(&tagger) };
    out::print(text)
}

fn by_type(tagger: &Tagger) -> String {
    let mut text = "| file | kind | type | entries | names |\n| --- | --- | --- | ---: | ---: |\n".to_owned();
    let rows = tagger.coverage_by_type();
    for row in &rows {
        let _ = writeln!(text, "| {} | {} | {} | {} | {} |", row.file, row.kind, row.subtype, row.entries, row.names);
    }
    let (entries, names) = sum(&rows);
    let _ = writeln!(text, "| all | | | {entries} | {names} |");
    text
}

fn by_country(tagger: &Tagger) -> String {
    let rows = tagger.coverage_by_country();
    let mut text = "| country | places | agencies | people | names |\n| --- | ---: | ---: | ---: | ---: |\n".to_owned();
    let mut countries: Vec<&str> = rows.iter().map(|row| row.country).collect();
    countries.sort_unstable();
    countries.dedup();
    let of = |country: &str| rows.iter().filter(|row| row.country == country).copied().collect::<Vec<_>>();
    countries.sort_by_key(|country| std::cmp::Reverse(sum(&of(country)).0));
    for country in countries {
        let rows = of(country);
        let entries = |kind: &str| rows.iter().filter(|row| row.kind == kind).map(|row| row.entries).sum::<usize>();
        let (place, agency, person) = (entries("place"), entries("agency"), entries("person"));
        let name = if country.is_empty() { "none" } else { country };
        let _ = writeln!(text, "| {name} | {place} | {agency} | {person} | {} |", sum(&rows).1);
    }
    text
}

fn sum(rows: &[Coverage]) -> (usize, usize) {
    rows.iter().fold((0, 0), |(entries, names), row| (entries + row.entries, names + row.names))
}
