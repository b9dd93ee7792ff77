//! What is counted, and what happens to it.

use std::collections::HashSet;

use super::choose;
use crate::lexicon::inflect;
use crate::lexicon::sense::{Class, CueWord, Frame, ThingWord, VerbForm};
use crate::lexicon::sorts::{Sorts, Telling};
use crate::lexicon::table::{Row, Table};
use crate::lexicon::variants::variants;
use crate::lexicon::words::{Builder, Case};
use crate::record::Role;

/// The branch of a path in the tree of things, new or known.
fn branch(builder: &mut Builder, path: &str) -> u32 {
    if let Some(&id) = builder.branch_ids.get(path) {
        return id;
    }
    let id = builder.tables.branches.len() as u32;
    builder.tables.branches.push(path.to_owned());
    builder.branch_ids.insert(path.to_owned(), id);
    id
}

pub(super) fn thing(builder: &mut Builder, _: &Table, row: &Row) {
    let category = builder.intern(row.cells()[0]);
    let branch = branch(builder, row.cells()[1]);
    let mut nouns = Vec::new();
    for (_, noun) in row.parts(Some(2)) {
        nouns.push(noun.to_owned());
        variants(noun, &builder.spellings, &mut nouns);
    }
    // A spelling that the file has by itself as well is added once.
    let mut seen = HashSet::new();
    nouns.retain(|noun| seen.insert(noun.clone()));
    for noun in &nouns {
        // The head of "member of the security forces" is "member", of "police officer" "officer".
        let phrase = noun.split_once(" of ").map_or(noun.as_str(), |(phrase, _)| phrase);
        // "people" stands in the file as it is, and is counted in persons.
        let last = phrase.rsplit(' ').next().unwrap_or(phrase);
        let listed = builder.spellings.head(last);
        let singular = builder.singular(listed);
        let is_plural = singular != listed;
        let plurals = builder.plurals(noun);
        let name = builder.intern(last.rsplit('-').next().unwrap_or(last));
        let head = builder.intern(&singular);
        let mut add = |form: &str, plural: bool| {
            builder.tables.things.push(ThingWord { head, name, category, branch, plural });
            builder.add_term(form, Case::Any, Class::Thing, builder.tables.things.len() - 1);
        };
        if is_plural {
            add(noun, true);
            continue;
        }
        add(noun, plurals.iter().any(|plural| plural == noun));
        for plural in plurals.iter().filter(|plural| *plural != noun) {
            add(plural, true);
        }
    }
}

/// What stands on a branch of the tree.
pub(super) fn branch_sorts(builder: &mut Builder, table: &Table, row: &Row) {
    let mut sorts = Sorts::default();
    for (offset, name) in row.parts(Some(1)) {
        if !sorts.add(name) {
            let names: Vec<&str> = Sorts::names().collect();
            let message = format!("\"{name}\" is no sort: write {}", names.join(", "));
            builder.faults.push(table.fault(row, 1, offset, message));
        }
    }
    builder.tables.sort_rows.push((row.cells()[0].into(), sorts));
}

/// What a category tells of the counted.
pub(super) fn telling(builder: &mut Builder, table: &Table, row: &Row) {
    let tellings = [("generic", Telling::Generic), ("open", Telling::Open), ("armed", Telling::Armed)];
    let Some(telling) = choose(builder, table, row, 1, &tellings) else { return };
    builder.tables.tellings.push((row.cells()[0].into(), telling));
}

fn role(builder: &mut Builder, table: &Table, row: &Row, column: usize) -> Option<Role> {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, StrDeserializer};
    let cell = row.cells()[column];
    let from: StrDeserializer<'_, Error> = cell.into_deserializer();
    match Role::deserialize(from) {
        Ok(role) => Some(role),
        Err(_) => {
            builder.faults.push(table.fault(row, column, 0, format!("\"{cell}\" is no role of the record")));
            None
        }
    }
}

pub(super) fn cue(builder: &mut Builder, table: &Table, row: &Row) {
    let frames = [
        ("affects", Frame::Affects),
        ("undergoes", Frame::Undergoes),
        ("does", Frame::Does),
        ("state", Frame::State),
        ("event", Frame::Event),
        ("toll", Frame::Toll),
        ("takes", Frame::Takes),
        ("suffers", Frame::Suffers),
        ("taken", Frame::Taken),
        ("figure", Frame::Figure),
        ("moves", Frame::Moves),
        ("joins", Frame::Joins),
        ("none", Frame::None),
    ];
    let Some(frame) = choose(builder, table, row, 1, &frames) else { return };
    let optional = frame == Frame::None || frame == Frame::Figure && row.cells()[2].is_empty();
    let role = if optional { None } else { role(builder, table, row, 2) };
    if !optional && role.is_none() {
        return;
    }
    let first = builder.tables.cue_things.len() as u32;
    for (offset, path) in row.parts(Some(4)) {
        let known = builder.tables.branches.iter().any(|branch| branch.starts_with(path));
        if !known {
            builder.faults.push(table.fault(row, 4, offset, format!("\"{path}\" is no branch of things.tsv")));
        }
        let id = branch(builder, path);
        builder.tables.cue_things.push(id);
    }
    let things = (first, builder.tables.cue_things.len() as u32);
    let lemma = row.cells()[0];
    let given: Vec<&str> = row.parts(Some(3)).map(|(_, form)| form).collect();
    let plural = builder.plurals(lemma).swap_remove(0);
    let mut add = |phrase: &str, form: VerbForm| {
        builder.tables.cues.push(CueWord { frame, form, role, things });
        builder.add_term(phrase, Case::Any, Class::Cue, builder.tables.cues.len() - 1);
    };
    match frame {
        Frame::State => add(lemma, VerbForm::Plain),
        Frame::None => {
            add(lemma, VerbForm::Plain);
            for (_, form) in row.parts(Some(3)) {
                add(form, VerbForm::Plain);
            }
        }
        Frame::Event | Frame::Toll | Frame::Taken | Frame::Figure => {
            add(lemma, VerbForm::Plain);
            match given.first() {
                Some(plural) => add(plural, VerbForm::Plain),
                None => add(&plural, VerbForm::Plain),
            }
        }
        Frame::Affects
        | Frame::Undergoes
        | Frame::Does
        | Frame::Takes
        | Frame::Suffers
        | Frame::Moves
        | Frame::Joins => {
            let [third, past, ing] = inflect::verb(lemma);
            let past = given.first().map_or(past.as_str(), |form| form);
            let participle = given.get(1).copied().unwrap_or(past);
            let ing = given.get(2).map_or(ing.as_str(), |form| form);
            add(lemma, VerbForm::Base);
            add(&third, VerbForm::Third);
            add(ing, VerbForm::Ing);
            if past == participle {
                add(past, VerbForm::PastOrParticiple);
            } else {
                add(past, VerbForm::Past);
                add(participle, VerbForm::Participle);
            }
        }
    }
}
