//! Names and words to put into templates, from `lexicons/` and `words.tsv`.

use std::collections::HashMap;
use std::ops::Index;
use std::rc::Rc;

use super::seeded::Seeded;

const COUNTRIES: &str = include_str!("../../lexicons/names/countries.tsv");
const REGIONS: &str = include_str!("../../lexicons/names/regions.tsv");
const CITIES: &str = include_str!("../../lexicons/names/cities.tsv");
const AGENCIES: &str = include_str!("../../lexicons/names/agencies.tsv");
const PEOPLE: &str = include_str!("../../lexicons/names/people.tsv");
const GIVEN: &str = include_str!("../../lexicons/names/given.tsv");
const SURNAMES: &str = include_str!("../../lexicons/names/surnames.tsv");
const ENGLISH: &str = include_str!("../../lexicons/words/english.tsv");
const THINGS: &str = include_str!("../../lexicons/words/things.tsv");
const IRREGULAR: &str = include_str!("../../lexicons/words/irregular.tsv");
const WORDS: &str = include_str!("words.tsv");

/// News names larger places: those of fewer inhabitants are left out.
const CITY: u64 = 20_000;

/// A name, and what it is called from the second time on.
#[derive(Clone, Copy)]
pub struct Name {
    pub full: &'static str,
    pub short: &'static str,
}

pub struct Country {
    pub name: &'static str,
    pub nationality: &'static str,
    /// The largest first.
    pub cities: Vec<&'static str>,
    pub regions: Vec<&'static str>,
    pub people: Vec<&'static str>,
    pub agencies: Agencies,
}

/// Agencies by type.
pub type Agencies = HashMap<&'static str, Vec<Name>>;

pub struct Material {
    /// The largest first.
    pub countries: Vec<Country>,
    pub agencies: Agencies,
    pub people: Vec<&'static str>,
    pub given: Vec<&'static str>,
    pub surnames: Vec<&'static str>,
    /// The words of each slot of `words.tsv`.
    pub lists: Vec<List>,
    slots: HashMap<String, usize>,
}

pub struct List {
    pub words: Vec<String>,
    /// Whether there are common words among them, and rare ones.
    pub skewed: bool,
}

impl Material {
    pub fn load() -> Material {
        let mut mixed = Seeded(0);
        let mut material = Material {
            countries: countries(),
            agencies: Agencies::new(),
            people: Vec::new(),
            given: column(GIVEN, "given").collect(),
            surnames: column(SURNAMES, "surname").collect(),
            lists: Vec::new(),
            slots: HashMap::new(),
        };
        material.add_agencies_and_people();
        material.add_lists(&mut mixed);
        // Files are sorted by letters; which of a list are picked often shall not depend on them.
        let mut types: Vec<_> = material.agencies.iter_mut().collect();
        types.sort_unstable_by_key(|(name, _)| **name);
        types.into_iter().for_each(|(_, names)| mixed.shuffle(names));
        for names in [&mut material.people, &mut material.given, &mut material.surnames] {
            mixed.shuffle(names);
        }
        material
    }

    /// The number of the list for a slot.
    pub fn list(&self, slot: &str) -> Option<usize> {
        self.slots.get(slot).copied()
    }

    fn add_agencies_and_people(&mut self) {
        let codes: Vec<_> = rows(COUNTRIES).map(|row| (plain(row["name"]), row["country"])).collect();
        let codes: HashMap<_, _> = codes.into_iter().collect();
        let mut local: HashMap<_, _> =
            self.countries.iter_mut().map(|country| (codes[country.name], country)).collect();
        for row in rows(AGENCIES) {
            let full = plain(row["name"]);
            let short = row["aliases"].split('|').find(|alias| !alias.is_empty() && !alias.contains('['));
            let name = Name { full, short: short.unwrap_or(full) };
            self.agencies.entry(row["type"]).or_default().push(name);
            if let Some(country) = local.get_mut(row["country"]) {
                country.agencies.entry(row["type"]).or_default().push(name);
            }
        }
        for row in rows(PEOPLE) {
            let name = plain(row["name"]);
            self.people.push(name);
            if let Some(country) = local.get_mut(row["country"]) {
                country.people.push(name);
            }
        }
    }

    fn add_lists(&mut self, mixed: &mut Seeded) {
        let irregular: HashMap<_, _> = rows(IRREGULAR).map(|row| (row["singular"], row["plural"])).collect();
        for row in rows(WORDS) {
            let (slot, cell) = (row["slot"], row["words"]);
            if let Some(tag) = cell.strip_prefix('#') {
                let (tag, ending) = tag.split_once(':').unwrap_or((tag, ""));
                let mut words: Vec<_> = english(tag, ending).collect();
                mixed.shuffle(&mut words);
                self.add_list(slot.to_owned(), words, true);
            } else if cell.starts_with('@') {
                let mut words = things(cell);
                mixed.shuffle(&mut words);
                self.add_list(format!("{slot}s"), words.iter().map(|word| plural(word, &irregular)).collect(), true);
                self.add_list(slot.to_owned(), words, true);
            } else {
                let words: Vec<_> = cell.split('|').map(str::to_owned).collect();
                self.add_list(format!("{slot}s"), words.iter().map(|word| plural(word, &irregular)).collect(), false);
                self.add_list(slot.to_owned(), words, false);
            }
        }
    }

    /// What `words.tsv` says itself goes before a plural that was made of another row.
    fn add_list(&mut self, slot: String, words: Vec<String>, skewed: bool) {
        assert!(!words.is_empty(), "no words for {slot}");
        self.slots.insert(slot, self.lists.len());
        self.lists.push(List { words, skewed });
    }
}

fn countries() -> Vec<Country> {
    let mut cities: HashMap<&str, Vec<(u64, &str)>> = HashMap::new();
    for row in rows(CITIES) {
        let population = row["population"].parse().unwrap_or(0);
        if population >= CITY {
            cities.entry(row["country"]).or_default().push((population, plain(row["name"])));
        }
    }
    let mut regions: HashMap<&str, Vec<&str>> = HashMap::new();
    for row in rows(REGIONS) {
        regions.entry(row["country"]).or_default().push(plain(row["name"]));
    }
    let mut found: Vec<(u64, Country)> = Vec::new();
    for row in rows(COUNTRIES).filter(|row| row["type"] == "country" && !row["demonyms"].is_empty()) {
        let Some(mut cities) = cities.remove(row["country"]).filter(|cities| cities.len() > 1) else { continue };
        let Some(regions) = regions.remove(row["country"]) else { continue };
        cities.sort_unstable_by_key(|&(population, name)| (u64::MAX - population, name));
        let country = Country {
            name: plain(row["name"]),
            nationality: plain(row["demonyms"].split('|').next().unwrap_or_default()),
            cities: cities.into_iter().map(|(_, name)| name).collect(),
            regions,
            people: Vec::new(),
            agencies: Agencies::new(),
        };
        found.push((row["population"].parse().unwrap_or(0), country));
    }
    found.sort_by_key(|(population, country)| (u64::MAX - population, country.name));
    found.into_iter().map(|(_, country)| country).collect()
}

/// Common words whose likeliest tag is `tag`.
fn english(tag: &str, ending: &str) -> impl Iterator<Item = String> {
    let fits = move |word: &str| {
        (4..=12).contains(&word.len()) && word.ends_with(ending) && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    rows(ENGLISH).filter(move |row| row["tags"].starts_with(tag) && fits(row["word"])).map(|row| row["word"].to_owned())
}

/// Nouns of the branches that a cell names: `@person/work|@person/armed`.
fn things(cell: &str) -> Vec<String> {
    let branches: Vec<&str> = cell.split('|').map(|branch| branch.trim_start_matches('@')).collect();
    rows(THINGS)
        .filter(|row| branches.iter().any(|branch| row["path"].starts_with(branch)))
        .flat_map(|row| row["nouns"].split('|'))
        .filter(|noun| !noun.contains(" of "))
        .map(str::to_owned)
        .collect()
}

fn plural(noun: &str, irregular: &HashMap<&str, &str>) -> String {
    let (before, last) = noun.rsplit_once(' ').map_or(("", noun), |(_, last)| noun.split_at(noun.len() - last.len()));
    if let Some(plural) = irregular.get(last) {
        return format!("{before}{plural}");
    }
    let vowel = |letter: Option<char>| letter.is_some_and(|letter| "aeiou".contains(letter));
    match noun {
        _ if noun.ends_with("man") => format!("{}men", &noun[..noun.len() - 3]),
        _ if ["s", "x", "ch", "sh"].iter().any(|end| noun.ends_with(end)) => format!("{noun}es"),
        _ if noun.ends_with('y') && !vowel(noun.chars().nth_back(1)) => format!("{}ies", &noun[..noun.len() - 1]),
        _ => format!("{noun}s"),
    }
}

/// A line of a lexicon; its cells are asked for by the names of the columns.
pub struct Row {
    header: Rc<[&'static str]>,
    cells: Vec<&'static str>,
}

impl Index<&str> for Row {
    type Output = &'static str;

    fn index(&self, column: &str) -> &&'static str {
        let at = self.header.iter().position(|name| *name == column);
        &self.cells[at.unwrap_or_else(|| panic!("no column {column} in {:?}", self.header))]
    }
}

pub fn rows(file: &'static str) -> impl Iterator<Item = Row> {
    let mut lines = file.lines().filter(|line| !line.starts_with('#'));
    let header: Rc<[_]> = lines.next().unwrap_or_default().split('\t').collect();
    lines.map(move |line| Row { header: header.clone(), cells: line.split('\t').collect() })
}

fn column(file: &'static str, name: &'static str) -> impl Iterator<Item = &'static str> {
    rows(file).map(move |row| plain(row[name]))
}

/// A name without the flags behind it.
fn plain(name: &'static str) -> &'static str {
    name.split_once(" [").map_or(name, |(name, _)| name)
}
