//! The lexicons that come with the crate, in the order in which they are read.

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_str!(concat!("../../lexicons/", $name)))),*]
    };
}

/// Words: spellings before all that is spelled, plurals before the nouns that need them, things before the cues that name their branches, prefixes before units.
pub(crate) const WORDS: &[(&str, &str)] = files![
    "words/spellings.tsv",
    "words/irregular.tsv",
    "words/things.tsv",
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
    "words/trends.tsv",
    "words/abbreviations.tsv",
    "words/english.tsv",
    "names/given.tsv",
    "names/surnames.tsv",
];

/// Names of agencies, people and places.
pub(crate) const NAMES: &[(&str, &str)] = files![
    "names/countries.tsv",
    "names/regions.tsv",
    "names/counties.tsv",
    "names/cities.tsv",
    "names/geography.tsv",
    "names/agencies.tsv",
    "names/people.tsv",
];
