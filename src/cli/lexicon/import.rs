//! `headcount lexicon import`: what users have, written in our format.

use std::fs::{self, File};
use std::io::{self, BufWriter};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail, ensure};
use clap::ValueEnum;
use headcount::lexicon::import::{Format, Importer, Options, Table, Target};

use crate::cli::messages::{self, Outcome};

const EXAMPLES: &str = "\
Examples:
  GeoNames: towns of three countries; a whole country with English and French names
    headcount lexicon import cities500.zip --countries GH,CI,BF --min-population 5000 -o cities.tsv
    headcount lexicon import GH.zip --alternates alternateNamesV2.zip --languages en,fr -o gh.tsv
  spaCy and Prodigy: patterns of an EntityRuler
    headcount lexicon import patterns.jsonl --label DATE=skip --label BRAND=agency:company -o own.tsv
  GATE: all lists that a definition names; several tables go to a folder
    headcount lexicon import gazetteer/lists.def -o own/
  CAMEO: dictionaries of actors and of agents, as TABARI and PETRARCH read them
    headcount lexicon import Phoenix.MilNonState.actors.txt -o groups.tsv
    headcount lexicon import Phoenix.agents.txt -o own/
  Wikidata: a dump, entities from the API, or the results of a query as CSV or JSON
    headcount lexicon import query.csv --kind agency --label Q1110794=agency:media -o papers.tsv
  Lists and tables
    headcount lexicon import ngos.txt --kind agency --type ngo -o ngos.tsv
    headcount lexicon import staff.csv --kind person --columns \"name=Full name,ref=ID,aliases=Also\" -o staff.tsv
Then:
  headcount lexicon check own.tsv
  headcount tag --lexicon own.tsv news.jsonl

Exit codes:
  0  everything was imported
  1  some lines were left out (each is named on standard error); the rest was written
  2  nothing was written";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct ImportArgs {
    /// Files to import, together; .gz and .zip are unpacked, "-" is standard input
    #[arg(value_name = "PATHS", required = true)]
    paths: Vec<PathBuf>,

    /// What form they have [default: told by name and contents]
    #[arg(long, value_enum, value_name = "FORMAT")]
    from: Option<FormatArg>,

    /// Write to this file instead of standard output; a folder (own/) gets a file for each kind of entry
    #[arg(short, long, value_name = "PATH")]
    output: Option<PathBuf>,

    /// What the names are, where the input does not say: agency, person, place, given or surname
    #[arg(long, value_name = "KIND")]
    kind: Option<String>,

    /// Their type, such as city or company: see lexicons/README.md
    #[arg(long = "type", value_name = "TYPE", requires = "kind")]
    subtype: Option<String>,

    /// What a label, class, list or code of the input stands for: ORG=agency:company, Q5=person, DATE=skip. May be repeated
    #[arg(long = "label", value_name = "LABEL=KIND[:TYPE]")]
    labels: Vec<String>,

    /// Which columns of a table are ours: "name=Full name,ref=ID". Without it they are told by their usual names
    #[arg(long, value_name = "OURS=THEIRS,…", value_delimiter = ',')]
    columns: Vec<String>,

    /// Further names of GeoNames places: alternateNamesV2.txt or .zip
    #[arg(long, value_name = "FILE")]
    alternates: Option<PathBuf>,

    /// Languages of names, the best first (GeoNames with --alternates, Wikidata) [default: en]
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    languages: Vec<String>,

    /// Leave populated places with fewer inhabitants out (GeoNames)
    #[arg(long, value_name = "N", default_value_t = 0)]
    min_population: u64,

    /// Take entries of these countries only, by ISO 3166-1 code
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    countries: Vec<String>,

    /// Take places and agencies of these types only: city,water
    #[arg(long, value_name = "TYPES", value_delimiter = ',')]
    types: Vec<String>,

    /// Source and licence, for the head of the file
    #[arg(long, value_name = "TEXT")]
    licence: Option<String>,

    /// Name every line that is left out, not only the first ten of each kind
    #[arg(long)]
    verbose: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FormatArg {
    /// A dump of GeoNames: allCountries.txt, cities500.txt, GH.txt
    Geonames,
    /// Patterns of spaCy's EntityRuler or of Prodigy, JSON lines
    Spacy,
    /// A gazetteer of GATE: lists.def, or one .lst
    Gate,
    /// A dictionary of actors or agents of TABARI or PETRARCH
    Cameo,
    /// Entities or query results of Wikidata as JSON; results as CSV are csv
    Wikidata,
    /// One name a line
    List,
    /// A table with named columns, parted by commas, semicolons or tabs
    Csv,
}

/// Notes of each kind that are printed without --verbose.
const FEW: u64 = 10;

/// Imports, writes and tells what came of it.
pub fn run(args: ImportArgs) -> anyhow::Result<Outcome> {
    let target = output(args.output.as_deref())?;
    let paths = args.paths.clone();
    let mut importer = Importer::new(options(args)?);
    for path in &paths {
        importer.path(path)?;
    }
    let imported = importer.finish()?;
    for note in imported.report().notes() {
        if note.serious { messages::error(&note.fault) } else { messages::warning(&note.fault) }
    }
    let split = matches!(target, Output::Folder(_));
    let tables = imported.tables(split);
    if tables.is_empty() {
        messages::told(imported.report());
        bail!("nothing to write: no entry was taken");
    }
    if tables.len() > 1 && !split {
        let names: Vec<&str> = tables.iter().map(|table| table.file_name()).collect();
        bail!("these entries fill several tables ({}): name a folder to write them to (-o own/)", names.join(", "));
    }
    let report = match target {
        Output::Stdout => imported.write(split, |_| Ok(BufWriter::new(io::stdout()))),
        Output::File(path) => imported.write(split, |_| create(&path)),
        Output::Folder(path) => {
            fs::create_dir_all(&path).with_context(|| format!("{}: cannot be made", path.display()))?;
            imported.write(split, |table: Table| create(&path.join(table.file_name())))
        }
    };
    let report = match report {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(Outcome::Fine),
        report => report.context("the output cannot be written")?,
    };
    messages::told(&report);
    Ok(if report.left_out() > 0 { Outcome::SomeFailed } else { Outcome::Fine })
}

enum Output {
    Stdout,
    File(PathBuf),
    Folder(PathBuf),
}

fn output(path: Option<&Path>) -> anyhow::Result<Output> {
    let Some(path) = path else { return Ok(Output::Stdout) };
    if path.as_os_str() == "-" {
        return Ok(Output::Stdout);
    }
    if path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', '\\']) {
        return Ok(Output::Folder(path.to_path_buf()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    ensure!(folder.is_none_or(Path::is_dir), "{}: cannot be written: no such folder", path.display());
    Ok(Output::File(path.to_path_buf()))
}

fn create(path: &Path) -> io::Result<BufWriter<File>> {
    let file =
        File::create(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    Ok(BufWriter::with_capacity(1 << 20, file))
}

fn options(args: ImportArgs) -> anyhow::Result<Options> {
    let target = match (args.kind, args.subtype) {
        (None, _) => None,
        (Some(kind), None) => Some(Target::parse(&kind)),
        (Some(kind), Some(subtype)) => Some(Target::parse(&format!("{kind}:{subtype}"))),
    };
    let mut options = Options {
        format: args.from.map(format),
        target: target.transpose().map_err(|message| anyhow!("--kind: {message}"))?,
        alternates: args.alternates,
        languages: args.languages,
        min_population: args.min_population,
        countries: args.countries.iter().map(|code| code.trim().to_ascii_uppercase()).collect(),
        types: args.types,
        licence: args.licence,
        notes: if args.verbose { u64::MAX } else { FEW },
        ..Options::default()
    };
    for label in &args.labels {
        let (label, target) =
            label.rsplit_once('=').with_context(|| format!("--label {label}: write LABEL=KIND:TYPE"))?;
        let target = Target::parse(target.trim()).map_err(|message| anyhow!("--label {label}: {message}"))?;
        options.labels.insert(label.trim().to_owned(), target);
    }
    for column in &args.columns {
        let (ours, theirs) =
            column.split_once('=').with_context(|| format!("--columns {column}: write OURS=THEIRS"))?;
        options.columns.insert(ours.trim().to_owned(), theirs.trim().to_owned());
    }
    Ok(options)
}

fn format(format: FormatArg) -> Format {
    match format {
        FormatArg::Geonames => Format::GeoNames,
        FormatArg::Spacy => Format::Spacy,
        FormatArg::Gate => Format::Gate,
        FormatArg::Cameo => Format::Cameo,
        FormatArg::Wikidata => Format::Wikidata,
        FormatArg::List => Format::List,
        FormatArg::Csv => Format::Csv,
    }
}
