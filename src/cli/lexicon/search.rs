//! `headcount lexicon search`: what the lexicons have for a name, and the names that an entry goes by.

use std::fmt::Write;

use headcount::Tagger;
use headcount::lexicon::Hit;

use crate::cli::args::OwnLexicons;
use crate::cli::messages::{self, Outcome};
use crate::cli::surfaces::{Surfaces, surfaces};
use crate::cli::{out, setup};

/// Prints a line for each entry and each sense of a word.
pub fn run(names: &[String], lexicons: &OwnLexicons) -> anyhow::Result<Outcome> {
    let tagger = setup::tagger(lexicons)?;
    let mut text = String::new();
    let mut missing = false;
    let mut listed = None;
    for name in names {
        let hits = tagger.search(name);
        if hits.is_empty() {
            missing = true;
            messages::error(format_args!("{name}: in no lexicon"));
        }
        for hit in &hits {
            line(&mut text, name, hit);
        }
        if hits.iter().any(|hit| hit.reference == name) {
            let listed = match &mut listed {
                Some(listed) => listed,
                none => none.insert(surfaces(lexicons)?),
            };
            names_of(&mut text, &tagger, name, listed);
        }
    }
    for file in listed.iter().flat_map(|listed: &Surfaces| &listed.canonical_only) {
        messages::warning(format_args!(
            "{file} is compiled and keeps the first name of each entry alone as it is written: the others stand in the files that it was built from"
        ));
    }
    let outcome = out::print(text)?;
    Ok(if missing { Outcome::SomeFailed } else { outcome })
}

/// Prints a line for each name that an entry goes by, as it is written.
fn names_of(text: &mut String, tagger: &Tagger, reference: &str, listed: &Surfaces) {
    for form in &listed.forms {
        for hit in tagger.search_as_written(form).iter().filter(|hit| hit.reference == reference) {
            line(text, form, hit);
        }
    }
}

fn line(text: &mut String, name: &str, hit: &Hit) {
    let mut facts = vec![hit.kind.to_owned()];
    for fact in [hit.subtype, hit.role, hit.country, hit.region] {
        if !fact.is_empty() {
            facts.push(fact.to_owned());
        }
    }
    let year = |year: i16| if year == 0 { String::new() } else { year.to_string() };
    if hit.years != (0, 0) {
        facts.push(format!("{}-{}", year(hit.years.0), year(hit.years.1)));
    }
    if let Some((lat, lon)) = hit.coordinates {
        facts.push(format!("{lat}, {lon}"));
    }
    if hit.population > 0.0 {
        facts.push(format!("population {}", hit.population));
    }
    facts.extend(hit.flags.iter().map(|flag| format!("[{flag}]")));
    facts.extend(hit.prior.map(|prior| format!("[prior={prior}]")));
    let id = if hit.reference.is_empty() { "(word)" } else { hit.reference };
    // Writing into a string cannot fail.
    let _ = writeln!(text, "{name}\t{id}\t{}\t{}\t{}", hit.name, facts.join("; "), hit.file);
}
