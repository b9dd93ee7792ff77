//! From the arguments as typed to objects that are ready to be used: the only place where the one becomes the other.

use std::io::{self, IsTerminal};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};
use headcount::corpus::{Fields, Input, InputFormat, ReadOptions, Reader};
use headcount::output::hf::HuggingFace;
use headcount::output::pretty::Pretty;
use headcount::output::{Counts, Format, Json, Offsets};
use headcount::{Date, Tagger};

use super::args::{ColorArg, InputArgs, InputFormatArg, OffsetsArg, OutputFormat, OwnLexicons, TagArgs};
use super::out::{self, Out};

/// All that `headcount tag` needs.
pub struct Ready {
    pub tagger: Tagger,
    pub reader: Reader,
    pub format: Box<dyn Format>,
    pub out: Out,
    /// None for as many as there are cores.
    pub threads: Option<NonZeroUsize>,
    /// The date of all documents, where it is the same.
    pub date: Option<Date>,
}

impl Ready {
    /// Checks everything that can be checked before the first document, the output last: a run that is refused leaves
    /// an older output file as it was.
    pub fn new(args: TagArgs) -> anyhow::Result<Self> {
        ensure!(
            !args.paths.is_empty() || !io::stdin().is_terminal(),
            "nothing to tag: name files, or \"-\" to type a text (headcount tag --help tells more)"
        );
        one_stdin(&args.paths)?;
        if let Some(output) = &args.output {
            let same = args.paths.iter().find(|path| is_same_file(path, output));
            ensure!(same.is_none(), "{}: is an input too; write to another file", output.display());
        }

        let to_terminal = args.output.is_none() && io::stdout().is_terminal();
        let default = if to_terminal { OutputFormat::Pretty } else { OutputFormat::Jsonl };
        let format = args.format.unwrap_or(default);
        let coloured = format == OutputFormat::Pretty
            && match args.output {
                Some(_) => args.color == ColorArg::Always,
                None => out::coloured(args.color),
            };
        Ok(Ready {
            format: output_format(format, &args, coloured)?,
            tagger: tagger(&args.lexicons)?,
            reader: reader(&args.paths, &args.input),
            out: Out::open(args.output.as_deref(), coloured)?,
            threads: args.threads,
            date: args.input.date,
        })
    }
}

/// The tagger with the user's lexicons.
pub fn tagger(own: &OwnLexicons) -> anyhow::Result<Tagger> {
    if own.lexicons.is_empty() && !own.no_bundled_names {
        return Ok(Tagger::bundled());
    }
    let mut builder = Tagger::builder();
    if own.no_bundled_names {
        builder = builder.without_bundled_names();
    }
    for path in lexicon_files(&own.lexicons)? {
        builder = builder.lexicon(path);
    }
    Ok(builder.build()?)
}

/// The lexicon files that these paths mean: a folder means its .tsv files, those in its sub-folders too.
pub fn lexicon_files(paths: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = files.len();
            files_below(path, &mut files)?;
            ensure!(files.len() > before, "{}: no .tsv files in this folder", path.display());
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}

fn files_below(folder: &Path, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let entries = folder.read_dir().and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.with_context(|| format!("{}: cannot be read", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.iter().map(std::fs::DirEntry::path).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files_below(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "tsv") {
            files.push(path);
        }
    }
    Ok(())
}

fn reader(paths: &[PathBuf], args: &InputArgs) -> Reader {
    let input = |path: &PathBuf| if path.as_os_str() == "-" { Input::stdin() } else { Input::path(path) };
    let mut inputs: Vec<Input> = paths.iter().map(input).collect();
    if inputs.is_empty() {
        inputs.push(Input::stdin());
    }
    Reader::new(inputs, read_options(args))
}

/// How inputs are to be read.
pub fn read_options(args: &InputArgs) -> ReadOptions {
    let format = match args.input_format {
        InputFormatArg::Auto => InputFormat::Auto,
        InputFormatArg::Text => InputFormat::Text,
        InputFormatArg::Jsonl => InputFormat::Jsonl,
    };
    let (text, id, date) = (args.text_field.clone(), args.id_field.clone(), args.date_field.clone());
    ReadOptions { format, fields: Fields { text, id, date } }
}

/// Standard input is among the paths once at most.
pub fn one_stdin(paths: &[PathBuf]) -> anyhow::Result<()> {
    let from_stdin = paths.iter().filter(|path| path.as_os_str() == "-").count();
    ensure!(from_stdin < 2, "standard input (\"-\") can be read only once");
    Ok(())
}

fn output_format(format: OutputFormat, args: &TagArgs, coloured: bool) -> anyhow::Result<Box<dyn Format>> {
    ensure!(
        format == OutputFormat::Hf || args.tokenizer.is_none(),
        "--tokenizer FILE belongs to --format hf; the other formats have no use for it"
    );
    let offsets = args.offsets.into();
    Ok(match format {
        OutputFormat::Jsonl => Box::new(Json::lines().offsets(offsets).with_text(args.with_text)),
        OutputFormat::Json => Box::new(Json::array().offsets(offsets).with_text(args.with_text)),
        OutputFormat::Pretty => Box::new(Pretty { coloured, width: out::width() }),
        OutputFormat::Counts => Box::new(Counts::default().offsets(offsets)),
        OutputFormat::Hf => {
            let Some(file) = &args.tokenizer else {
                bail!("--format hf needs --tokenizer FILE, the tokenizer.json of the model");
            };
            let tokenizer = HuggingFace::from_file(file);
            let tokenizer = tokenizer.with_context(|| format!("{}: cannot be used as a tokenizer", file.display()))?;
            Box::new(tokenizer.offsets(offsets).with_text(args.with_text))
        }
    })
}

/// Whether two paths lead to one file that is there already.
fn is_same_file(one: &Path, other: &Path) -> bool {
    one.is_file() && matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

impl From<OffsetsArg> for Offsets {
    fn from(unit: OffsetsArg) -> Self {
        match unit {
            OffsetsArg::Chars => Offsets::Chars,
            OffsetsArg::Bytes => Offsets::Bytes,
            OffsetsArg::Utf16 => Offsets::Utf16,
        }
    }
}
