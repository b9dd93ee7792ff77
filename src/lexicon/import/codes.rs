//! What the bundled lexicons know that imports need: codes of other formats, countries, common words.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::lexicon::{self, texts};
use crate::text::fold_into;

/// Codes of other formats: set, code, kind, type.
const CODES: &str = include_str!("../../../lexicons/import/codes.txt");

/// A bundled file of words or names.
fn bundled(name: &str) -> &'static str {
    let mut files = texts::WORDS.iter().chain(texts::REGIONS);
    files.find(|(file, _)| *file == name).map_or("", |(_, contents)| contents)
}

/// The rows of a table, without comments and header.
fn rows(contents: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    contents.lines().skip_while(|line| line.starts_with('#')).skip(1).map(|line| line.split('\t').collect())
}

/// What a code stands for: a kind and a type, as `lexicons/import/codes.txt` writes them.
pub(super) fn code(set: &str, code: &str) -> Option<(&'static str, &'static str)> {
    type Pair = (&'static str, &'static str);
    static ALL: LazyLock<HashMap<Pair, Pair>> = LazyLock::new(|| {
        rows(CODES).filter(|cells| cells.len() == 4).map(|cells| ((cells[0], cells[1]), (cells[2], cells[3]))).collect()
    });
    ALL.get(&(set, code)).copied()
}

/// The folded form of a name.
pub(super) fn folded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    fold_into(name, &mut out);
    out
}

struct Countries {
    /// ISO codes by folded name, alias and code.
    codes: HashMap<String, &'static str>,
    names: HashMap<&'static str, &'static str>,
    demonyms: HashSet<String>,
}

static COUNTRIES: LazyLock<Countries> = LazyLock::new(|| {
    let mut countries = Countries { codes: HashMap::new(), names: HashMap::new(), demonyms: HashSet::new() };
    for cells in rows(bundled("names/countries.tsv")).filter(|cells| cells.len() == 10) {
        let (name, code) = (bare(cells[2]), cells[3]);
        countries.names.insert(code, name);
        for alias in [name].into_iter().chain(cells[8].split('|').map(bare)).filter(|alias| !alias.is_empty()) {
            countries.codes.entry(folded(alias)).or_insert(code);
        }
        countries.demonyms.extend(cells[9].split('|').map(|word| folded(bare(word))));
    }
    countries
});

/// A name without its flags.
fn bare(name: &str) -> &str {
    name.split_once(" [").map_or(name, |(name, _)| name)
}

/// The ISO 3166-1 alpha-2 code of a country, from its code of two or three letters, its name or its Wikidata id.
pub(super) fn country(text: &str) -> Option<&'static str> {
    let text = text.trim().trim_start_matches("country:");
    let upper = text.to_ascii_uppercase();
    let by_code = COUNTRIES.names.get_key_value(upper.as_str()).map(|(code, _)| *code);
    let text = text.rsplit('/').next().unwrap_or(text);
    by_code
        .or_else(|| Some(code("iso3", &upper)?.0))
        .or_else(|| Some(code("wikidata-country", text)?.0))
        .or_else(|| COUNTRIES.codes.get(folded(text).trim_start_matches("the ")).copied())
}

/// Whether the bundled lexicons have this as a name of a country, or as a word for its people.
pub(super) fn known_country_word(name: &str) -> bool {
    let folded = folded(name);
    COUNTRIES.demonyms.contains(&folded) || COUNTRIES.codes.contains_key(&folded)
}

/// Whether the bundled lexicons have this as a name of a place below the countries.
pub(super) fn known_place(name: &str) -> bool {
    lexicon::bundled().search(name).iter().any(|hit| hit.kind == "place" && hit.subtype != "country")
}

/// The name of a country, by its ISO code.
pub(super) fn country_name(code: &str) -> Option<&'static str> {
    COUNTRIES.names.get(code).copied()
}

fn first_cells(name: &str) -> HashSet<&'static str> {
    rows(bundled(name)).map(|cells| cells[0]).collect()
}

/// Whether a folded word is common English.
pub(super) fn common(folded: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| first_cells("words/english.tsv"));
    WORDS.contains(folded)
}

/// Whether a word, written with a capital, is a given name or a surname.
pub(super) fn personal(word: &str) -> bool {
    static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| {
        let mut names = first_cells("names/given.tsv");
        names.extend(first_cells("names/surnames.tsv"));
        names
    });
    NAMES.contains(word)
}

/// Whether a folded word makes the name of an agency ("Ministry", "Brigade").
pub(super) fn agency_word(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let rows = rows(bundled("words/shapes.tsv")).filter(|cells| cells.get(1) == Some(&"agency"));
        rows.map(|cells| folded(cells[0])).collect()
    });
    WORDS.contains(word)
}

/// The path in the tree of counted things of a bundled noun in the singular.
pub(super) fn thing(noun: &str) -> Option<&'static str> {
    static NOUNS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        let rows = rows(bundled("words/things.tsv")).filter(|cells| cells.len() == 3);
        rows.flat_map(|cells| cells[2].split('|').map(move |noun| (noun, cells[1]))).collect()
    });
    NOUNS.get(noun).copied()
}

/// The singular of an irregular plural.
pub(super) fn irregular(plural: &str) -> Option<&'static str> {
    static PLURALS: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        rows(bundled("words/irregular.tsv"))
            .filter(|cells| cells.len() == 2)
            .map(|cells| (cells[0], cells[1]))
            .collect()
    });
    PLURALS.get(plural).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_code_name_and_wikidata_id() {
        for text in ["gh", "GHA", "Ghana", "Q117", "http://www.wikidata.org/entity/Q117", "country:GH"] {
            assert_eq!(country(text), Some("GH"), "{text}");
        }
        assert_eq!(country("the Netherlands"), Some("NL"));
        assert_eq!(country("Ruritania"), None);
    }

    /// Every code leads to a country, kind or branch that the bundled lexicons have.
    #[test]
    fn codes_lead_somewhere() {
        let paths: HashSet<&str> = rows(bundled("words/things.tsv")).map(|cells| cells[1]).collect();
        for cells in rows(CODES) {
            let [set, code, kind, subtype] = cells[..] else { panic!("{cells:?}: a line has four cells") };
            let right = match set {
                "wikidata-country" => COUNTRIES.names.contains_key(kind),
                "iso3" => kind.len() == 2,
                "cameo-agent" => paths.contains(subtype),
                "geonames" | "label" | "gate" | "wikidata" | "cameo" => {
                    crate::lexicon::import::Target::parse_parts(kind, subtype).is_ok()
                }
                "cameo-role" | "column" | "particle" | "geonames-region" => true,
                _ => false,
            };
            assert!(right, "{set} {code}: \"{kind}\", \"{subtype}\"");
        }
        let lines: Vec<&str> = CODES.lines().skip_while(|line| line.starts_with('#')).skip(1).collect();
        assert!(lines.is_sorted(), "sort the lines of lexicons/import/codes.txt by bytes");
    }
}
