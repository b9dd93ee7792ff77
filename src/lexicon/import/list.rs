//! Plain word lists: one name a line.

use super::entry::Entry;
use super::sink::Sink;
use super::source::Source;
use super::{Kind, Refused};

/// Reads names; lines that begin with `#` are comments.
pub(super) fn read(source: &mut Source, sink: &mut Sink) -> Result<(), Refused> {
    let Some(target) = sink.options.target.clone() else {
        return Err(Refused(format!(
            "{}: a list of names; say what they are: --kind agency, person, place, given or surname",
            source.name()
        )));
    };
    if target.kind == Kind::Thing {
        return Err(Refused(
            "counted things come from dictionaries of agents, or go into words/things.tsv by hand".into(),
        ));
    }
    let mut line = String::new();
    while source.line(&mut line, &mut sink.report)? {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        sink.add(Entry::new(&target, &line), &source.at(1))?;
    }
    Ok(())
}
