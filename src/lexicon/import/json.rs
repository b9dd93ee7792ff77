//! JSON by lines, as an array a line each, or as one document.

use serde_json::{Map, Value};

use super::Refused;
use super::report::{Place, Reason};
use super::sink::Sink;
use super::source::Source;

/// Calls `each` with every value: of JSON lines, of an array, or with the one object that the input is.
pub(super) fn each(
    source: &mut Source,
    sink: &mut Sink,
    each: &mut dyn FnMut(Value, &Place, &mut Sink) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let mut line = String::new();
    let mut any = false;
    while source.line(&mut line, &mut sink.report)? {
        match item(&line, !any) {
            None => {}
            Some(Ok(value)) => {
                any = true;
                each(value, &source.at(1), sink)?;
            }
            // Nothing whole so far: the input is one document.
            Some(Err(error)) if error.is_eof() && !any => return document(source, &line, sink, each),
            Some(Err(error)) => malformed(&error, &source.at(error.column()), sink),
        }
    }
    Ok(())
}

/// The value on a line of JSON lines or of an array that has a line for each; None where the line has only brackets.
fn item(line: &str, first: bool) -> Option<serde_json::Result<Value>> {
    let mut text = line.trim();
    if first {
        text = text.strip_prefix('[').unwrap_or(text);
    }
    text = text.trim_end_matches(',').trim();
    if text.is_empty() || text == "]" {
        return None;
    }
    let whole = serde_json::from_str(text);
    match text.strip_suffix(']') {
        Some(inner) if whole.is_err() => serde_json::from_str(inner).or(whole).into(),
        _ => Some(whole),
    }
}

fn document(
    source: &mut Source,
    begun: &str,
    sink: &mut Sink,
    each: &mut dyn FnMut(Value, &Place, &mut Sink) -> Result<(), Refused>,
) -> Result<(), Refused> {
    let start = source.at(1).line;
    let mut bytes = begun.as_bytes().to_vec();
    bytes.push(b'\n');
    bytes.extend(source.rest()?);
    // Where the bracket of an array stood alone on a line before, it was taken for the first of JSON lines.
    let whole = serde_json::from_slice::<Value>(&bytes).or_else(|error| {
        let array = [b"[", bytes.as_slice()].concat();
        serde_json::from_slice::<Value>(&array).map_err(|_| error)
    });
    let place = |line: usize, column: usize| source.place(start + line, column);
    match whole {
        Ok(Value::Array(values)) => values.into_iter().try_for_each(|value| each(value, &place(0, 1), sink)),
        Ok(value) => each(value, &place(0, 1), sink),
        // Only the first line was cut short.
        Err(_)
            if bytes
                .split(|byte| *byte == b'\n')
                .any(|line| serde_json::from_slice::<Map<String, Value>>(line).is_ok()) =>
        {
            for (index, line) in String::from_utf8_lossy(&bytes).lines().enumerate() {
                match item(line, false) {
                    None => {}
                    Some(Ok(value)) => each(value, &place(index, 1), sink)?,
                    Some(Err(error)) => malformed(&error, &place(index, error.column()), sink),
                }
            }
            Ok(())
        }
        Err(error) => {
            malformed(&error, &place(error.line().saturating_sub(1), error.column()), sink);
            Ok(())
        }
    }
}

fn malformed(error: &serde_json::Error, place: &Place, sink: &mut Sink) {
    let message = format!("no JSON: {}", plain(error));
    sink.report.note(Reason::Malformed, place, || message);
}

/// An error without the place, which is told apart.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}
