//! Files of changes: names that entries of other files gain or lose, and entries that are taken out.

use std::collections::HashSet;

use super::claims::{Form, Former};
use super::known::Known;
use super::names::{again, flags, unguarded};
use super::sheet::{Kind, Line, Sheet, lines};
use super::suggest::did_you_mean;
use crate::error::Fault;
use crate::lexicon::bundled;
use crate::record::EntityKind;

/// The header of a file of changes.
pub(super) const HEADER: [&str; 3] = ["change", "ref", "names"];

const CHANGES: [&str; 3] = ["add", "drop", "remove"];

/// Adds the faults of a file of changes.
pub(super) fn check(sheet: &Sheet, sheets: &[Sheet], known: &Known, faults: &mut Vec<Fault>) {
    let ids = ids(sheets);
    let mut former = Former::default();
    let mut forms: Vec<(Form, &str)> = Vec::new();
    sheet.visit(|line: &Line| {
        let [change, id, names] = *line.cells else { return };
        if !CHANGES.contains(&change) {
            let advice = did_you_mean(change, CHANGES, || format!("write {}", CHANGES.join(", ")));
            faults.push(line.fault(change, format!("\"{change}\" is no change: {advice}")));
            return;
        }
        match (id.is_empty(), names.is_empty()) {
            (true, _) if change != "drop" => {
                faults.push(line.fault(id, format!("no id: say which entry to {change}{}", of(change))));
            }
            (false, _) if !ids.contains(id) && !bundled().has(id) => {
                let message =
                    format!("no entry has the id \"{id}\": correct it, or add the entry to a file of its own");
                faults.push(line.fault(id, message));
            }
            (_, true) if change != "remove" => {
                faults.push(line.fault(names, format!("no names to {change}: write some")))
            }
            (_, false) if change == "remove" => {
                let message = "an entry is removed with all its names: leave them out, or write drop for change";
                faults.push(line.fault(names, message));
            }
            _ => {}
        }
        forms.clear();
        for part in line.parts(Some(2)) {
            let kind = if id.starts_with("agency:") || id.starts_with("person:") {
                EntityKind::Agency
            } else {
                EntityKind::Place
            };
            let (text, guarded) = flags(line, part, kind, faults);
            let Some(form) = former.form(text, false) else {
                faults.push(line.fault(part, format!("no word in \"{text}\": write a name or take it out")));
                continue;
            };
            if let Some((_, other)) = forms.iter().find(|(other, _)| other.key == form.key) {
                faults.push(line.fault(part, again(text, other, false)));
                continue;
            }
            if change == "drop" && text != part {
                faults.push(line.fault(&part[text.len() + 1..], "a name is dropped whatever its flags: take them out"));
            }
            if change == "add" && !guarded && form.word.is_some_and(|word| known.is_common(word)) {
                faults.push(line.fault(part, unguarded(text, form.capitals)));
            }
            forms.push((form, text));
        }
    });
}

/// What stands between the change and the entry in a sentence.
fn of(change: &str) -> &'static str {
    if change == "add" { " the names to" } else { "" }
}

/// The ids of all entries that the files give.
fn ids<'f>(sheets: &[Sheet<'f>]) -> HashSet<&'f str> {
    let texts = sheets.iter().filter(|sheet| sheet.kind == Kind::Names).map(|sheet| sheet.text);
    texts.flat_map(lines).filter_map(|(_, line)| line.split('\t').next()).filter(|id| id.contains(':')).collect()
}
