//! The arguments as they are typed, and the help about them.

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use headcount::Date;

/// Reads English news and answers who, where, and how many of what.
///
/// Every count is tied to its words, what is counted, what happened to it (killed, wounded, deployed…), who says so, where
/// and when; and each document gets a toll by role.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, subcommand_required = true, arg_required_else_help = true, after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLES: &str = "\
Examples:
  headcount tag report.txt                       read one article in the terminal
  headcount tag news.jsonl -o records.jsonl      tag a corpus, one record a line
  zcat news.jsonl.gz | headcount tag > out.jsonl tag what another program writes
  headcount explain \"Two of the five injured men died.\"

Exit codes:
  0  everything was done
  1  some input failed (each is named on standard error); the rest was done
  2  it could not be done as asked: wrong usage, a faulty lexicon, no way to write the output";

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Tag documents: text files, JSON lines, standard input
    Tag(Box<TagArgs>),
    /// Show how a text is understood: tokens, chunks, and the rule behind each decision
    Explain(ExplainArgs),
    /// Print the JSON Schema of the record
    Schema,
    /// Measure speed and memory over a corpus, beside a bare scan for the same names
    ///
    /// Every run of the program goes the whole way of `headcount tag`: it reads the files, tags, and writes JSON lines, which
    /// are counted, summed up (XXH3) and dropped. It takes turns with the reference, a bare aho-corasick scan of the same
    /// texts for the names of the same lexicons, so that both see the same machine.
    Bench(Box<BenchArgs>),
    /// Work on lexicon files
    Lexicon(LexiconArgs),
}

const TAG_EXAMPLES: &str = "\
Examples:
  headcount tag article.txt
  headcount tag --date 2025-04-30 --format json article.txt
  headcount tag --text-field body --id-field url feed.jsonl -o records.jsonl
  curl -s https://example.org/feed.jsonl | headcount tag --with-text -j 4 -
  headcount tag --lexicon our-units.tsv --lexicon our-people.tsv *.txt
  headcount tag --format counts news.jsonl -o counts.csv
  headcount tag --format hf --tokenizer tokenizer.json news.jsonl > train.jsonl";

#[derive(Debug, clap::Args)]
#[command(after_help = TAG_EXAMPLES)]
pub struct TagArgs {
    /// Files to tag, in this order; "-" is standard input
    ///
    /// Without any, standard input is read, unless it is a terminal. A directory is an error: name its files.
    #[arg(value_name = "PATHS")]
    pub paths: Vec<PathBuf>,

    /// How to write the records
    ///
    /// Without it: pretty where the output is a terminal, else jsonl.
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    pub format: Option<OutputFormat>,

    #[command(flatten)]
    pub input: InputArgs,

    /// What offsets in the records count
    #[arg(long, value_enum, value_name = "UNIT", default_value_t = OffsetsArg::Chars)]
    pub offsets: OffsetsArg,

    /// Put the text itself into each record
    #[arg(long)]
    pub with_text: bool,

    #[command(flatten)]
    pub lexicons: OwnLexicons,

    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Threads that tag at the same time; the output is the same with any number [default: all cores]
    #[arg(short = 'j', long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,

    /// The tokenizer.json of the model that is to be trained; needed by --format hf, and only by it
    #[arg(long, value_name = "FILE")]
    pub tokenizer: Option<PathBuf>,

    /// Colours in --format pretty; auto: in a terminal, unless NO_COLOR is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorArg::Auto)]
    pub color: ColorArg,
}

/// How inputs are read.
#[derive(Debug, clap::Args)]
pub struct InputArgs {
    /// What form the inputs have
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = InputFormatArg::Auto)]
    pub input_format: InputFormatArg,

    /// The field of a JSON line that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text_field: String,

    /// The field of a JSON line that holds the id, a string or a number; without one the id is PATH:LINE
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id_field: String,

    /// The field of a JSON line that holds the date: 2025-04-30, or a timestamp that begins with it
    #[arg(long, value_name = "NAME", default_value = "date")]
    pub date_field: String,

    /// The date that all documents were published, for "on Wednesday" and its like; goes before their own dates
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<Date>,
}

/// Lexicons of the user's own.
#[derive(Debug, clap::Args)]
pub struct OwnLexicons {
    /// Use this lexicon too: a file in the format of lexicons/README.md, or a folder of .tsv files. May be repeated
    #[arg(long = "lexicon", value_name = "PATH")]
    pub lexicons: Vec<PathBuf>,

    /// Leave the bundled names of agencies, people and places out
    #[arg(long)]
    pub no_bundled_names: bool,
}

const EXPLAIN_EXAMPLES: &str = "\
Examples:
  headcount explain \"Three of the 14 passengers were hurt, police said.\"
  headcount explain --file article.txt --date 2025-04-30
  echo \"Two died.\" | headcount explain --json -";

#[derive(Debug, clap::Args)]
#[command(after_help = EXPLAIN_EXAMPLES)]
pub struct ExplainArgs {
    /// The text to explain; "-" reads it from standard input
    #[arg(value_name = "TEXT", required_unless_present = "file")]
    pub text: Option<String>,

    /// Read the text from a file
    #[arg(long, value_name = "FILE", conflicts_with = "text")]
    pub file: Option<PathBuf>,

    /// Print JSON: the text, the explanation and the record
    #[arg(long)]
    pub json: bool,

    /// The date that the text was published
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub date: Option<Date>,

    /// What offsets in --json count
    #[arg(long, value_enum, value_name = "UNIT", default_value_t = OffsetsArg::Chars)]
    pub offsets: OffsetsArg,

    #[command(flatten)]
    pub lexicons: OwnLexicons,

    /// Colours; auto: in a terminal, unless NO_COLOR is set
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorArg::Auto)]
    pub color: ColorArg,
}

const BENCH_EXAMPLES: &str = "\
Examples:
  headcount bench news.jsonl
  headcount bench --repeat 9 -j 8 news.jsonl --json > before.json
  headcount bench --repeat 9 -j 8 news.jsonl --compare before.json
  headcount bench --lexicon gazetteer.lexicon --text-field body feed.jsonl

Exit codes:
  0  measured
  1  some input failed, the corpus has no text, two runs gave different outputs, or --compare found other counts or
     another checksum
  2  it could not be done as asked: wrong usage, a faulty lexicon, no report in the file to compare with";

#[derive(Debug, clap::Args)]
#[command(after_help = BENCH_EXAMPLES)]
pub struct BenchArgs {
    /// Files to measure with, in this order; "-" is standard input
    ///
    /// Some megabytes of text are wanted. All texts are held in memory for the reference.
    #[arg(value_name = "CORPUS", required = true)]
    pub paths: Vec<PathBuf>,

    /// How often each is measured [default: so often that it takes a few seconds, 3 to 15 times]
    #[arg(long, value_name = "N")]
    pub repeat: Option<NonZeroU32>,

    /// How often each is run before, and not measured
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub warm_up: u32,

    /// Threads: measured with 1, 2, 4… up to so many [default: all cores]
    #[arg(short = 'j', long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,

    /// Leave the reference out: building its automaton takes long where there are millions of names
    #[arg(long)]
    pub no_reference: bool,

    /// Print the report as one JSON object, with all samples
    #[arg(long)]
    pub json: bool,

    /// Compare with an earlier report of --json: the ratios, and whether the output is the same
    #[arg(long, value_name = "FILE")]
    pub compare: Option<PathBuf>,

    #[command(flatten)]
    pub input: InputArgs,

    #[command(flatten)]
    pub lexicons: OwnLexicons,
}

#[derive(Debug, clap::Args)]
pub struct LexiconArgs {
    #[command(subcommand)]
    pub command: LexiconCommand,
}

const BUILD_EXAMPLES: &str = "\
Examples:
  headcount lexicon build our-places.tsv our-units.tsv -o ours.lexicon
  headcount tag --lexicon ours.lexicon news.jsonl";

#[derive(Debug, Subcommand)]
pub enum LexiconCommand {
    /// Check lexicon files and print every fault with file, line and column
    #[command(
        after_help = "Examples:\n  headcount lexicon check\n  headcount lexicon check our-units.tsv lexicons/words"
    )]
    Check {
        /// Files, or folders whose .tsv files are meant [default: lexicons]
        #[arg(value_name = "PATHS")]
        paths: Vec<PathBuf>,
    },

    /// Compile lexicon files into one that loads at once, whatever its size
    ///
    /// Give the compiled file to --lexicon like any other. Files with the columns `change ref names` add names to entries of
    /// other lexicons, drop names, or remove entries; an entry with an id that another lexicon has goes before it.
    #[command(after_help = BUILD_EXAMPLES)]
    Build {
        /// Files, or folders whose .tsv files are meant
        #[arg(value_name = "PATHS", required = true)]
        paths: Vec<PathBuf>,

        /// The compiled file
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },

    /// Show what the lexicons have for a name, a word or an id
    #[command(
        after_help = "Examples:\n  headcount lexicon search \"Kim Jong Un\"\n  headcount lexicon search Reading country:KE\n  headcount lexicon search agency:kr-nis\n  headcount lexicon search --lexicon ours.lexicon \"Green Lantern Relief\""
    )]
    Search {
        /// What to look for: names in any letters, words, or ids of entries (which list all their names)
        #[arg(value_name = "NAMES", required = true)]
        names: Vec<String>,

        #[command(flatten)]
        lexicons: OwnLexicons,
    },

    /// Count entries and names by file, kind and type, or by country
    #[command(
        after_help = "Examples:\n  headcount lexicon stats\n  headcount lexicon stats --countries\n  headcount lexicon stats ours.lexicon"
    )]
    Stats {
        /// Lexicons, compiled or not, or folders of .tsv files [default: the bundled ones]
        #[arg(value_name = "PATHS")]
        paths: Vec<PathBuf>,

        /// A row for each country
        #[arg(long)]
        countries: bool,
    },

    /// Make a lexicon of what you have: GeoNames, spaCy, GATE, CAMEO, Wikidata, CSV, lists of names
    Import(Box<super::lexicon::import::ImportArgs>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// One JSON object a line
    Jsonl,
    /// One JSON array
    Json,
    /// For reading: the text with its mentions marked, a table of quantities, the tolls
    Pretty,
    /// For analysts: CSV, one row a quantity with its sentence, under a header
    Counts,
    /// For training models: subword tokens with BIO labels, one JSON object a line
    Hf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormatArg {
    /// .jsonl and .ndjson are JSON lines, other files text; standard input is JSON lines if it begins with an object
    Auto,
    /// Each file is one document
    Text,
    /// Each line is a JSON object
    Jsonl,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OffsetsArg {
    /// Unicode code points (Python)
    Chars,
    /// Bytes of UTF-8 (Rust, Go)
    Bytes,
    /// UTF-16 code units (JavaScript, Java)
    Utf16,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// Where the output is a terminal
    Auto,
    /// In any case
    Always,
    /// In no case
    Never,
}

fn date(text: &str) -> Result<Date, String> {
    headcount::corpus::parse_date(text).ok_or_else(|| "a date like 2025-04-30 is expected".into())
}
