//! `headcount lexicon search`: what the lexicons have for a name.

use std::fmt::Write;

use headcount::lexicon::Hit;

use crate::cli::args::OwnLexicons;
use crate::cli::messages::{self, Outcome};
use crate::cli::{out, setup};

/// Prints a line for each entry and each sense of a word.
pub fn run(names: &[String], lexicons: &OwnLexicons) -> anyhow::Result<Outcome> {
    let tagger = setup::tagger(lexicons)?;
    let mut text = String::new();
    let mut missing = false;
    for name in names {
        let hits = tagger.search(name);
        if hits.is_empty() {
            missing = true;
            messages::error(format_args!("{name}: in no lexicon"));
        }
        for hit in &hits {
            line(&mut text, name, hit);
        }
    }
    let outcome = out::print(text)?;
    Ok(if missing { Outcome::SomeFailed } else { outcome })
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
