//! Files of words: the tree of counted things, and phrases given twice.

use std::collections::HashMap;

use super::claims::Former;
use super::sheet::{Line, Sheet};
use super::suggest::did_you_mean;
use crate::error::Fault;
use crate::lexicon::variants::{Spellings, variants};

/// The headers of files of words.
pub(super) const HEADERS: &[&[&str]] = &[
    &["word", "kind", "value", "min", "max"],
    &["phrase", "bound", "side"],
    &["name", "kind", "words", "symbols", "prefixes"],
    &["prefix", "symbols", "kind"],
    &["category", "path", "nouns"],
    &["branch", "sorts"],
    &["category", "telling"],
    &["british", "american", "kind"],
    &["plural", "singular"],
    &["lemma", "frame", "role", "forms", "things"],
    &["phrase", "effect"],
    &["phrase", "frame"],
    &["title", "kind"],
    &["phrase", "kind", "value"],
    &["word", "kind", "type", "side"],
    &["word", "note"],
    &["verb", "scene"],
    &["word", "game"],
    &["phrase", "kind"],
    &["phrase", "trend"],
    &["abbreviation", "note"],
    &["word", "tags"],
    &["office", "type", "phrases"],
];

/// The categories of the record.
const CATEGORIES: [&str; 63] = [
    "person",
    "civilian",
    "soldier",
    "police",
    "militant",
    "peacekeeper",
    "casualty",
    "death",
    "injury",
    "body",
    "case",
    "child",
    "woman",
    "man",
    "family",
    "villager",
    "resident",
    "worker",
    "miner",
    "farmer",
    "fisherman",
    "teacher",
    "doctor",
    "journalist",
    "student",
    "patient",
    "passenger",
    "prisoner",
    "hostage",
    "refugee",
    "migrant",
    "protester",
    "voter",
    "tourist",
    "official",
    "lawmaker",
    "firefighter",
    "rescuer",
    "drone",
    "missile",
    "rocket",
    "shell",
    "bomb",
    "tank",
    "aircraft",
    "helicopter",
    "ship",
    "boat",
    "vehicle",
    "bus",
    "house",
    "building",
    "school",
    "hospital",
    "village",
    "town",
    "site",
    "company",
    "sector",
    "job",
    "attack",
    "strike",
    "explosion",
];

/// The trunk of the tree of things.
const TRUNK: [&str; 7] = ["animal", "economy", "event", "measure", "person", "place", "thing"];

/// Adds the faults of a file of words that reading it does not find.
pub(super) fn check(sheet: &Sheet, faults: &mut Vec<Fault>) {
    match sheet.header.as_slice() {
        ["category", "path", "nouns"] => things(sheet, faults),
        ["word", "tags"] | ["plural", "singular"] | ["office", ..] => same_first_cell(sheet, faults),
        ["british", ..] | ["lemma", ..] | ["name", ..] | ["prefix", ..] => {}
        ["branch", ..] | ["category", "telling"] => same_first_cell(sheet, faults),
        _ => same_phrase(sheet, faults),
    }
}

/// Categories, paths, and nouns that stand in two places of the tree.
fn things<'f>(sheet: &Sheet<'f>, faults: &mut Vec<Fault>) {
    let mut former = Former::default();
    let mut nouns: HashMap<u64, (usize, &'f str)> = HashMap::new();
    sheet.visit(|line: &Line<'f, '_>| {
        let [category, path, _] = *line.cells else { return };
        if !category.is_empty() && !CATEGORIES.contains(&category) {
            let advice = did_you_mean(category, CATEGORIES, || {
                "leave it empty for things that no category of the record covers".to_owned()
            });
            faults.push(line.fault(category, format!("\"{category}\" is no category of the record: {advice}")));
        }
        let trunk = path.split('/').next().unwrap_or(path);
        if !TRUNK.contains(&trunk) {
            let advice =
                did_you_mean(trunk, TRUNK, || format!("a path begins with one of {}", TRUNK.join(", ")));
            faults.push(line.fault(path, format!("\"{trunk}\" is no branch of the tree: {advice}")));
        } else if path.split('/').any(|part| part.is_empty() || part.contains(' ')) {
            let message = format!("path \"{path}\" is ill-formed: write parts without blanks, a slash between two");
            faults.push(line.fault(path, message));
        }
        for noun in line.parts(Some(2)) {
            let Some(form) = former.form(&noun.to_lowercase(), false) else { continue };
            if let Some((other, as_there)) = nouns.insert(form.key, (line.number, noun)) {
                let message = if other == line.number {
                    format!("\"{noun}\" again (\"{as_there}\"): take it out")
                } else {
                    format!("\"{noun}\" stands already in line {other}, as \"{as_there}\": a noun has one place, take one out")
                };
                faults.push(line.fault(noun, message));
            }
        }
    });
}

/// A word that has two lines: the later one wins, and the other misleads whoever reads it.
fn same_first_cell<'f>(sheet: &Sheet<'f>, faults: &mut Vec<Fault>) {
    let mut seen: HashMap<&'f str, usize> = HashMap::new();
    sheet.visit(|line: &Line<'f, '_>| {
        let word = line.cells[0];
        if let Some(other) = seen.insert(word, line.number) {
            faults.push(line.fault(word, format!("\"{word}\" stands already in line {other}: merge the two")));
        }
    });
}

/// A phrase that is matched as one before it is and says the same.
fn same_phrase<'f>(sheet: &Sheet<'f>, faults: &mut Vec<Fault>) {
    let mut former = Former::default();
    let mut seen: HashMap<(u64, Vec<&'f str>), (usize, &'f str)> = HashMap::new();
    sheet.visit(|line: &Line<'f, '_>| {
        let phrase = line.cells[0];
        let Some(form) = former.form(phrase, false) else { return };
        if let Some((other, as_there)) = seen.insert((form.key, line.cells[1..].to_vec()), (line.number, phrase)) {
            let message = format!(
                "\"{phrase}\" is matched as \"{as_there}\" in line {other} is (accents, hyphens and blanks do not matter): take one out"
            );
            faults.push(line.fault(phrase, message));
        }
    });
}

/// Phrases that need no listing, as rules make them of others: "labor" of "labour", "airstrike" of "air-strike".
pub(super) fn made_by_rule<'f>(sheet: &Sheet<'f>, rules: &Spellings, faults: &mut Vec<Fault>) {
    let several = match sheet.header.as_slice() {
        ["category", "path", "nouns"] | ["name", "kind", "words", ..] => true,
        ["word", "tags"] | ["plural", ..] | ["british", ..] | ["prefix", ..] | ["abbreviation", ..] => return,
        ["branch", ..] | ["category", "telling"] => return,
        header if header[0] == "given" || header[0] == "surname" => return,
        _ => false,
    };
    let column = Some(if several { 2 } else { 0 });
    // A noun has one place in the tree; another phrase may be two things.
    let context = |line: &Line<'f, '_>| match several {
        true if sheet.header[0] == "category" => Vec::new(),
        true => vec![line.cells[0]],
        false => line.cells[1..].to_vec(),
    };
    let mut listed: HashMap<(&'f str, Vec<&'f str>), usize> = HashMap::new();
    sheet.visit(|line| {
        for phrase in line.parts(column) {
            listed.insert((phrase, context(line)), line.number);
        }
    });
    let (mut spelled, mut back) = (Vec::new(), Vec::new());
    sheet.visit(|line: &Line<'f, '_>| {
        let context = context(line);
        for phrase in line.parts(column) {
            back.clear();
            variants(phrase, rules, &mut back);
            // Who makes this phrase: one of its other spellings, or the same with a hyphen, which is not among them.
            let hyphens = (1..phrase.len()).filter(|at| phrase.is_char_boundary(*at)).map(|at| {
                let (first, second) = phrase.split_at(at);
                format!("{first}-{second}")
            });
            let makers =
                back.iter().filter(|maker| !phrase.contains('-') || maker.contains('-')).cloned().chain(hyphens);
            for maker in makers {
                let Some(((as_listed, _), other)) = listed.get_key_value(&(maker.as_str(), context.clone())) else {
                    continue;
                };
                spelled.clear();
                variants(&maker, rules, &mut spelled);
                // Of two that make each other the first stays.
                let mutual = back.contains(&maker);
                let first = (phrase.as_ptr() as usize) < as_listed.as_ptr() as usize;
                if spelled.iter().any(|spelled| spelled == phrase) && !(mutual && first) {
                    let message = format!("\"{phrase}\" is made by rule from \"{maker}\" in line {other}: take it out");
                    faults.push(line.fault(phrase, message));
                    break;
                }
            }
        }
    });
}
