//! Those of the files that come with the crate which are needed as text: words, on top of which a caller's own are read,
//! and what names are held against.

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../lexicons/", $name)))),*]
    };
}

/// Words, in the order in which they are read: spellings before all that is spelled, plurals before the nouns that need
/// them, things before the cues that name their branches, prefixes before units.
pub(crate) const WORDS: &[(&str, &str)] = files![
    "words/spellings.tsv",
    "words/irregular.tsv",
    "words/things.tsv",
    "words/branches.tsv",
    "words/categories.tsv",
    "words/cues.tsv",
    "words/prefixes.tsv",
    "words/units.tsv",
    "words/numbers.tsv",
    "words/bounds.tsv",
    "words/status.tsv",
    "words/reporting.tsv",
    "words/titles.tsv",
    "words/times.tsv",
    "words/shapes.tsv",
    "words/offices.tsv",
    "words/designators.tsv",
    "words/connectives.tsv",
    "words/scenes.tsv",
    "words/games.tsv",
    "words/tallies.tsv",
    "words/trends.tsv",
    "words/contexts.tsv",
    "words/abbreviations.tsv",
    "words/english.tsv",
    "names/given.tsv",
    "names/surnames.tsv",
];

/// Countries and regions: what the codes of other entries are checked against.
#[cfg(any(feature = "check", feature = "import"))]
pub(crate) const REGIONS: &[(&str, &str)] = files!["names/countries.tsv", "names/regions.tsv"];
