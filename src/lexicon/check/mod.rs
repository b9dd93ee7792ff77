//! Checking lexicon files as code is checked: every fault with file, line, column and what to do.
//!
//! `lines` looks at how lines are written, `names` at entries (their codes and numbers in `fields`, their offices in
//! `offices`), `claims` at names that several entries go by, `changes` at changes to entries of other files, `words` at the
//! files of English words; `known` is what they are held against, `suggest` what was probably meant.

mod changes;
mod claims;
mod fields;
mod known;
mod lines;
mod names;
mod offices;
mod sheet;
mod suggest;
mod words;

use std::borrow::Cow;

use super::words::Builder;
use crate::error::Fault;
use known::Known;
use sheet::{Kind, Sheet};

/// Checks lexicon files, each given by its name and contents, and returns every fault, in file order.
///
/// Contents may be text or bytes as read: what is no UTF-8 is a fault like any other. Beyond what reading a file finds
/// (missing cells, unknown kinds, bad numbers), lines must be sorted by bytes, free of stray blanks and of characters that
/// nobody sees, ids and phrases given once, codes and types known, and a name that several entries go by must be settled
/// by a population, a prior or a flag. The files are checked together, and with the bundled words, so that a cue may name
/// a branch of the bundled tree of things.
///
/// ```
/// let file = "ref\ttype\tname\tcountry\taliases\tnote\nagency:x\tngo\tAid  Now\tFR\t\t\n";
/// let faults = headcount::lexicon::check(&[("own.tsv".to_owned(), file)]);
/// assert_eq!((faults[0].line, faults[0].column), (2, 17));
/// ```
#[must_use]
pub fn check<C: AsRef<[u8]>>(files: &[(String, C)]) -> Vec<Fault> {
    let mut faults: Vec<Vec<Fault>> = files.iter().map(|_| Vec::new()).collect();
    let mut texts: Vec<Cow<str>> = Vec::with_capacity(files.len());
    for (index, (file, contents)) in files.iter().enumerate() {
        texts.push(lines::decode(file, contents.as_ref(), &mut faults[index]));
    }
    let sheets: Vec<Sheet> =
        files.iter().zip(&texts).enumerate().map(|(index, ((file, _), text))| Sheet::new(index, file, text)).collect();
    let known = Known::new(&sheets);
    let mut references = names::References::default();
    let mut offices = offices::Offices::new(&sheets);
    let mut claims = claims::Claims::default();
    for sheet in &sheets {
        let found = &mut faults[sheet.index];
        lines::check(sheet, found);
        match sheet.kind {
            Kind::Names => {
                names::check(sheet, &sheets, &known, &mut references, &mut claims, found);
                offices.check(sheet, &sheets, found);
            }
            Kind::Words => words::check(sheet, found),
            Kind::Changes => changes::check(sheet, &sheets, &known, found),
            Kind::None => {}
        }
    }
    claims.settle(&sheets, &mut faults);
    read_words(&sheets, &mut faults);
    for found in &mut faults {
        found.sort_by(|a, b| (a.line, a.column, &a.message).cmp(&(b.line, b.column, &b.message)));
        found.dedup();
    }
    faults.into_iter().flatten().collect()
}

/// Reads files of words as a tagger would, on top of the bundled ones, and keeps the faults that this finds.
fn read_words(sheets: &[Sheet], faults: &mut [Vec<Fault>]) {
    let mut sheets: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.kind == Kind::Words).collect();
    if sheets.is_empty() {
        return;
    }
    let mut builder = Builder::new();
    for (name, contents) in super::texts::WORDS {
        if !sheets.iter().any(|sheet| sheet.file.ends_with(name)) {
            builder.add_file(name, contents);
        }
    }
    // Later files name what earlier ones define, in the order in which the bundled ones are read.
    sheets.sort_by_key(|sheet| super::texts::WORDS.iter().position(|(name, _)| sheet.file.ends_with(name)));
    for sheet in sheets {
        builder.faults.clear();
        builder.add_file(sheet.file, sheet.text);
        faults[sheet.index].append(&mut builder.faults);
        words::made_by_rule(sheet, &builder.spellings, &mut faults[sheet.index]);
    }
}
