//! Gazetteers of GATE: a definition file, and the lists that it names.

use std::path::Path;

use super::entry::Entry;
use super::report::Reason;
use super::sink::Sink;
use super::source::{self, Source};
use super::{Kind, Refused, Target};

/// Reads `lists.def` and all its lists.
pub(super) fn definitions(path: &Path, sink: &mut Sink) -> Result<(), Refused> {
    let folder = path.parent().unwrap_or(Path::new("")).to_path_buf();
    source::open(path, &mut |mut source| {
        let mut line = String::new();
        while source.line(&mut line, &mut sink.report)? {
            let Some((file, types)) = definition(&line) else { continue };
            let Some(target) = target(&types, sink) else {
                let first = types.first().cloned().unwrap_or_default();
                let joined = types.join(", ");
                sink.report.note(Reason::NoKind, &source.at(1), || {
                    format!("list {file} is \"{joined}\": say what that is (--label {first}=agency, or {first}=skip)")
                });
                continue;
            };
            if target.kind == Kind::Skip {
                sink.report.count(Reason::Type);
                continue;
            }
            let list_path = folder.join(file);
            let read = source::open(&list_path, &mut |mut source| list(&mut source, sink, Some(&target)));
            if let Err(error) = read {
                sink.report.note(Reason::Malformed, &source.at(1), || format!("list {error}"));
            }
        }
        Ok(())
    })
}

/// Reads one list: what it holds is told by the `lists.def` beside it, else by the options.
pub(super) fn single(path: &Path, sink: &mut Sink) -> Result<(), Refused> {
    let target = beside(path, sink);
    source::open(path, &mut |mut source| list(&mut source, sink, target.as_ref()))
}

fn beside(path: &Path, sink: &Sink) -> Option<Target> {
    let definitions = std::fs::read_to_string(path.with_file_name("lists.def")).ok()?;
    let name = path.file_name()?.to_str()?;
    let types = definitions.lines().filter_map(definition).find(|(file, _)| *file == name)?.1;
    target(&types, sink)
}

/// File and types of a line `city.lst:location:city:english`: the finer type first.
fn definition(line: &str) -> Option<(&str, Vec<String>)> {
    let mut cells = line.trim().split(':').map(str::trim);
    let file = cells.next().filter(|file| !file.is_empty() && !file.starts_with('#'))?;
    let (major, minor) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
    let mut types = Vec::new();
    if !minor.is_empty() {
        types.push(format!("{major}.{minor}"));
    }
    types.push(major.to_owned());
    Some((file, types))
}

fn target(types: &[impl AsRef<str>], sink: &Sink) -> Option<Target> {
    let said = types.iter().find_map(|name| sink.options.label(name.as_ref()).cloned());
    said.or_else(|| types.iter().find_map(|name| sink.options.target_of("gate", &name.as_ref().to_lowercase())))
}

/// Reads a list: a name a line, features behind it parted by tabs or `&` ("Accra&country=GH").
pub(super) fn list(source: &mut Source, sink: &mut Sink, target: Option<&Target>) -> Result<(), Refused> {
    let Some(target) = target.or(sink.options.target.as_ref()).cloned() else {
        return Err(Refused(format!(
            "{}: a list of names; name its lists.def, or say what they are: --kind place --type city",
            source.name()
        )));
    };
    let mut line = String::new();
    while source.line(&mut line, &mut sink.report)? {
        if line.trim().is_empty() {
            continue;
        }
        let mut parts = line.split(['\t', '&']).peekable();
        let mut name = parts.next().unwrap_or_default().to_owned();
        let mut features = Vec::new();
        for part in parts {
            match part.split_once('=') {
                Some((key, value)) => features.push((key.trim().to_lowercase(), value.trim())),
                // "Johnson & Johnson": no feature, but part of the name.
                None if line.contains('&') && features.is_empty() && !line.contains('\t') => {
                    name.push('&');
                    name.push_str(part);
                }
                None => {}
            }
        }
        let mut entry = Entry::new(&target, &name);
        for (key, value) in features {
            let field = match key.as_str() {
                "country" | "countrycode" | "country_code" => &mut entry.country,
                "region" => &mut entry.region,
                "lat" | "latitude" => &mut entry.lat,
                "lon" | "lng" | "long" | "longitude" => &mut entry.lon,
                "population" => &mut entry.population,
                "role" => &mut entry.role,
                _ => continue,
            };
            value.clone_into(field);
        }
        sink.add(entry, &source.at(1))?;
    }
    Ok(())
}
