//! Dictionaries of agents (`RIOT_POLICE {} [~COP]`): counted nouns for `things.tsv`.

use std::collections::HashMap;

use super::report::{Place, Reason};
use super::sink::Sink;
use super::{Kind, Refused, codes};
use crate::lexicon::inflect;

/// Substitution sets: `!PERSON! = MAN, MEN, WOMAN, WOMEN, PERSON`.
#[derive(Default)]
pub(super) struct Sets(HashMap<String, Vec<String>>);

impl Sets {
    /// Reads the line if it defines a set; whether it does.
    pub fn define(&mut self, line: &str) -> bool {
        let Some((name, words)) = line.split_once('=') else { return false };
        let name = name.trim();
        if !(name.len() > 2 && name.starts_with('!') && name.ends_with('!')) {
            return false;
        }
        let words: Vec<String> = words.split(',').map(|word| word.trim().to_lowercase()).collect();
        // Plurals are made by rule.
        let singular = |word: &&String| {
            codes::irregular(word).is_none_or(|other| other == word.as_str())
                && (inflect::singular(word) == **word || !words.contains(&inflect::singular(word)))
        };
        let words = words.iter().filter(singular).cloned().collect();
        self.0.insert(name.to_owned(), words);
        true
    }

    /// The nouns that a phrase with a set in it stands for.
    fn expand(&self, phrase: &str) -> Option<Vec<String>> {
        let Some(start) = phrase.find('!') else { return Some(vec![phrase.to_owned()]) };
        let end = start + 1 + phrase[start + 1..].find('!')? + 1;
        let words = self.0.get(&phrase[start..end])?;
        Some(words.iter().map(|word| format!("{}{word}{}", &phrase[..start], &phrase[end..])).collect())
    }
}

/// Takes one agent: phrase, plural where the braces give one, code without its tilde.
pub(super) fn take(
    phrase: &str,
    plural: Option<&str>,
    code: &str,
    sets: &Sets,
    place: &Place,
    sink: &mut Sink,
) -> Result<(), Refused> {
    let target = [code, code.get(..3).unwrap_or(code)].into_iter().find_map(|code| {
        let (category, path) = codes::code("cameo-agent", code).unwrap_or_default();
        let said =
            sink.options.label(code).map(|target| (target.kind, target.category.clone(), target.subtype.clone()));
        said.or_else(|| (!path.is_empty()).then(|| (Kind::Thing, category.to_owned(), path.to_owned())))
    });
    let Some((kind, category, path)) = target else {
        sink.report.note(Reason::NoKind, place, || {
            format!("agents of ~{code} have no branch among counted things: name one (--label {code}=official:person/work/official, or {code}=skip)")
        });
        return Ok(());
    };
    if kind != Kind::Thing {
        sink.report.count(Reason::Type);
        return Ok(());
    }
    let Some(nouns) = sets.expand(&phrase.replace('_', " ")) else {
        sink.report.note(Reason::Malformed, place, || format!("\"{phrase}\" names a set that is not defined"));
        return Ok(());
    };
    for noun in nouns {
        one(&words(&noun), plural, &category, &path, place, sink)?;
    }
    Ok(())
}

/// A phrase of a dictionary as we write it.
fn words(phrase: &str) -> String {
    phrase.replace('_', " ").to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a phrase is made of words alone.
fn plain(phrase: &str) -> bool {
    phrase.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\''))
}

fn one(
    noun: &str,
    plural: Option<&str>,
    category: &str,
    path: &str,
    place: &Place,
    sink: &mut Sink,
) -> Result<(), Refused> {
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    let head = noun.split_once(" of ").map_or(last, |(head, _)| head.rsplit(' ').next().unwrap_or(head));
    let singular = codes::irregular(head).map_or_else(|| inflect::singular(head), str::to_owned);
    let known = |noun: &str| codes::thing(noun).is_some();
    if known(noun) || (singular != head && known(&noun.replacen(head, &singular, 1))) {
        sink.report.count(Reason::Known);
        return Ok(());
    }
    let refuse = |sink: &mut Sink, why: String| {
        sink.report.note(Reason::NotSaid, place, || format!("\"{noun}\" {why}"));
        Ok(())
    };
    let plural = plural.map(words);
    if noun.is_empty() || !plain(noun) || plural.as_deref().is_some_and(|plural| !plain(plural)) {
        return refuse(sink, "is no noun: write letters, blanks and hyphens".into());
    }
    if let Some(branch) = codes::thing(&singular).filter(|branch| branch.split('/').next() != path.split('/').next()) {
        return refuse(sink, format!("ends in \"{singular}\", which is {branch}: add it to that branch by hand"));
    }
    if codes::thing(&singular).is_none() && codes::agency_word(head) {
        return refuse(sink, "is an organisation: agencies are named, not counted".into());
    }
    match plural {
        // "Police" is its own plural.
        Some(plural) if plural.is_empty() && codes::irregular(head) == Some(head) => {}
        Some(plural) if plural.is_empty() => return refuse(sink, "has no plural: it is not counted".into()),
        Some(plural) => {
            let many = plural.split_once(" of ").map_or(plural.as_str(), |(many, _)| many);
            let many = many.rsplit(' ').next().unwrap_or(many);
            if codes::irregular(many).is_none() && inflect::plural(head) != many {
                sink.add_irregular(many, head)?;
            }
        }
        None if singular != head => {
            // The dictionary has the plural; we write the singular.
            return sink.add_thing(category, path, &noun.replacen(head, &singular, 1));
        }
        None => {}
    }
    sink.add_thing(category, path, noun)
}
