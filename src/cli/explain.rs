//! `headcount explain`: how a text is understood, for users who wonder and for whoever tunes rules.

use std::fmt::Write;
use std::io::{self, Read};
use std::path::Path;

use anstyle::{AnsiColor, Style};
use anyhow::{Context, bail};
use headcount::output::pretty::{Pretty, one_line};
use headcount::output::{Format, OffsetMap, Workspace};
use headcount::trace::Explanation;
use headcount::{Document, Tagger};
use serde::Serialize;

use super::args::ExplainArgs;
use super::messages::Outcome;
use super::out::{self, Out};
use super::setup;

/// What `--json` prints.
#[derive(Serialize)]
struct Explained<'a> {
    text: &'a str,
    explanation: &'a Explanation,
    record: &'a Document<'a>,
}

/// Explains one text.
pub fn run(args: ExplainArgs) -> anyhow::Result<Outcome> {
    let text = match (&args.file, args.text.as_deref()) {
        (Some(file), _) => utf8(std::fs::read(file), &file.display().to_string())?,
        (None, Some("-")) => {
            let mut bytes = Vec::new();
            utf8(io::stdin().read_to_end(&mut bytes).map(|_| bytes), "-")?
        }
        (None, Some(text)) => text.to_owned(),
        (None, None) => bail!("name a text to explain"),
    };
    let tagger: Tagger = setup::tagger(&args.lexicons)?;
    let (mut record, mut explanation) = tagger.explain(&text, args.date);

    let mut bytes = Vec::new();
    let coloured = !args.json && out::coloured(args.color);
    if args.json {
        let mut map = OffsetMap::default();
        map.reset(&text, args.offsets.into());
        map.convert(&text, &mut record);
        map.convert_explanation(&text, &mut explanation);
        serde_json::to_writer_pretty(
            &mut bytes,
            &Explained { text: &text, explanation: &explanation, record: &record },
        )?;
        bytes.push(b'\n');
    } else {
        bytes.extend_from_slice(sections(&text, &explanation, coloured).as_bytes());
        let pretty = Pretty { coloured, width: out::width() };
        pretty.write(&text, record, &mut Workspace::default(), &mut bytes)?;
    }
    let mut out = Out::open(None::<&Path>, coloured)?;
    out::written(out.write(&bytes).and_then(|()| out.finish()))?;
    Ok(Outcome::Fine)
}

fn utf8(bytes: io::Result<Vec<u8>>, name: &str) -> anyhow::Result<String> {
    let bytes = bytes.with_context(|| format!("{name}: cannot be read"))?;
    String::from_utf8(bytes).with_context(|| format!("{name}: invalid UTF-8"))
}

/// Tokens, chunks and steps, a line each.
fn sections(text: &str, explanation: &Explanation, coloured: bool) -> String {
    let style = |style: Style| if coloured { style } else { Style::new() };
    let title = style(Style::new().bold());
    let quiet = style(Style::new().dimmed());
    let name = style(AnsiColor::Cyan.on_default());
    let words = |start: usize, end: usize| one_line(text.get(start..end).unwrap_or_default());
    let mut out = String::new();

    let heading = |out: &mut String, heading: &str| {
        let gap = if out.is_empty() { "" } else { "\n" };
        let _ = writeln!(out, "{gap}{title}{heading}{title:#}");
    };
    heading(&mut out, "tokens");
    let mut sentence = None;
    for token in &explanation.tokens {
        if sentence.replace(token.sentence).is_some_and(|before| before != token.sentence) {
            let _ = writeln!(out, "  {quiet}--{quiet:#}");
        }
        let (word, notes) = (words(token.start, token.end), token.notes.join(", "));
        let _ = writeln!(out, "  {word:<20} {quiet}{notes}{quiet:#}");
    }
    heading(&mut out, "chunks");
    for chunk in &explanation.chunks {
        let (words, detail) = (words(chunk.start, chunk.end), &chunk.detail);
        let _ = writeln!(out, "  {name}{:<12}{name:#} {words}  {quiet}{detail}{quiet:#}", chunk.kind);
    }
    heading(&mut out, "steps");
    for step in &explanation.steps {
        let (words, detail) = (words(step.start, step.end), &step.detail);
        let _ = writeln!(out, "  {name}{:<24}{name:#} {words}  {quiet}{detail}{quiet:#}", step.rule);
    }
    heading(&mut out, "record");
    out
}
