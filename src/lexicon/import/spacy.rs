//! Patterns of spaCy's EntityRuler and of Prodigy.

use serde_json::{Map, Value};

use super::entry::{Entry, Kind};
use super::report::{Place, Reason};
use super::sink::Sink;
use super::source::Source;
use super::{Refused, clean, csv, json};

/// No pattern of more readings than this is written out.
const READINGS: usize = 64;

/// Reads patterns; those with the same `id` are names of one entry.
pub(super) fn read(source: &mut Source, sink: &mut Sink) -> Result<(), Refused> {
    json::each(source, sink, &mut pattern)
}

fn pattern(value: Value, place: &Place, sink: &mut Sink) -> Result<(), Refused> {
    let label = value.get("label").and_then(Value::as_str).unwrap_or_default();
    let names = match value.get("pattern") {
        Some(Value::String(name)) => Ok(vec![name.clone()]),
        Some(Value::Array(tokens)) => readings(tokens),
        _ => {
            let message = || "no `pattern`: a line is {\"label\": \"ORG\", \"pattern\": \"Acme\"}".to_owned();
            sink.report.note(Reason::Malformed, place, message);
            return Ok(());
        }
    };
    let names = match names {
        Ok(names) => names,
        Err(reason) => {
            sink.report.note(Reason::NotSaid, place, || reason);
            return Ok(());
        }
    };
    let known = sink.options.target_of("label", &label.to_lowercase());
    let target = known.or_else(|| sink.options.target.clone());
    let Some(target) = target else {
        sink.report.note(Reason::NoKind, place, || match label {
            "" => "no label: say what the names are (--kind agency)".to_owned(),
            label => format!("label \"{label}\" is unknown: say what it is (--label {label}=agency:company, or =skip)"),
        });
        return Ok(());
    };
    let id = ["id", "ent_id"].iter().find_map(|key| value.get(*key)).and_then(Value::as_str).unwrap_or_default();
    let mut names = names.into_iter();
    let mut entry = Entry::new(&target, &names.next().unwrap_or_default());
    entry.aliases = names.collect();
    if !id.is_empty() && matches!(entry.kind, Kind::Agency | Kind::Person | Kind::Place) {
        entry.reference = csv::reference(entry.kind, id);
    }
    sink.add(entry, place)?;
    Ok(())
}

/// All names that a token pattern matches, or why they cannot be written out.
fn readings(tokens: &[Value]) -> Result<Vec<String>, String> {
    if tokens.is_empty() {
        return Err("an empty pattern".into());
    }
    let mut names = vec![String::new()];
    for token in tokens {
        let Some(token) = token.as_object() else { return Err("a token of a pattern is an object".into()) };
        let words = words(token)?;
        if names.len() * words.len() > READINGS {
            return Err(format!("more than {READINGS} readings: write them out as names"));
        }
        names = names.iter().flat_map(|name| words.iter().map(|word| glue(name, word.as_deref()))).collect();
    }
    names.retain(|name| !name.is_empty());
    names.sort_by_key(String::len);
    names.reverse();
    Ok(names)
}

/// The words that a token can be; None where it can be left out.
fn words(token: &Map<String, Value>) -> Result<Vec<Option<String>>, String> {
    let mut words: Option<Vec<Option<String>>> = None;
    let mut optional = false;
    for (key, value) in token {
        let lower = matches!(key.as_str(), "LOWER" | "lower" | "NORM" | "norm");
        match key.as_str() {
            "TEXT" | "ORTH" | "LOWER" | "NORM" | "text" | "orth" | "lower" | "norm" if words.is_none() => {
                let spell = |word: &str| Some(if lower { word.to_lowercase() } else { word.to_owned() });
                words = Some(match value {
                    Value::String(word) => vec![spell(word)],
                    Value::Object(set) if set.len() == 1 && set.contains_key("IN") => {
                        let list = set["IN"].as_array().ok_or("`IN` wants a list")?;
                        list.iter().filter_map(Value::as_str).map(spell).collect()
                    }
                    Value::Object(set) => {
                        let keys: Vec<&str> = set.keys().map(String::as_str).collect();
                        return Err(format!("{} under {key} cannot be said: write the words out", keys.join(", ")));
                    }
                    _ => return Err(format!("{key} wants a word")),
                });
            }
            "OP" | "op" => match value.as_str() {
                Some("1" | "") => {}
                Some("?") => optional = true,
                other => {
                    return Err(format!("OP \"{}\" cannot be said: write the names out", other.unwrap_or_default()));
                }
            },
            other => return Err(format!("the condition {other} cannot be said: write the names out")),
        }
    }
    let mut words = words.ok_or("a token of any word cannot be said: write the names out")?;
    if optional {
        words.push(None);
    }
    Ok(words)
}

/// A name with one more token: punctuation stands close, as texts have it.
fn glue(name: &str, word: Option<&str>) -> String {
    let Some(word) = word else { return name.to_owned() };
    let before = |word: &str| matches!(word, "." | "," | ":" | ";" | ")" | "'s" | "’s" | "-" | "–" | "/" | "%" | "'");
    let behind = name.ends_with(['-', '–', '/', '(']);
    if name.is_empty() || behind || before(word) {
        format!("{name}{word}")
    } else {
        format!("{name} {}", clean::cell(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Vec<String>, String> {
        readings(serde_json::from_str::<Vec<Value>>(json).unwrap().as_slice())
    }

    #[test]
    fn token_patterns_are_written_out() {
        assert_eq!(read(r#"[{"LOWER":"acme"},{"TEXT":"Corp"}]"#), Ok(vec!["acme Corp".into()]));
        assert_eq!(read(r#"[{"TEXT":"Al"},{"ORTH":"-"},{"TEXT":"Qaim"}]"#), Ok(vec!["Al-Qaim".into()]));
        assert_eq!(
            read(r#"[{"TEXT":"Acme"},{"TEXT":{"IN":["Ltd","Inc"]},"OP":"?"}]"#),
            Ok(vec!["Acme Inc".into(), "Acme Ltd".into(), "Acme".into()])
        );
    }

    #[test]
    fn what_cannot_be_said_is_told() {
        for (json, word) in [
            (r#"[{"TEXT":{"REGEX":"^Ac"}}]"#, "REGEX"),
            (r#"[{"LOWER":"acme","OP":"+"}]"#, "OP"),
            (r#"[{"LOWER":"acme","POS":"PROPN"}]"#, "POS"),
            (r"[{}]", "any word"),
            ("[]", "empty"),
        ] {
            let error = read(json).unwrap_err();
            assert!(error.contains(word), "{json}: {error}");
        }
    }
}
