//! Ways of spelling a term, so that the files list one: British and American words, compounds written closed.
//!
//! Open and hyphenated compounds are one to the matcher already, and so are accents, quotes and possessives.

use std::collections::{HashMap, HashSet};

/// The rules of `words/spellings.tsv`, each both ways.
#[derive(Default)]
pub(crate) struct Spellings {
    /// Whole words.
    words: HashMap<Box<str>, Box<str>>,
    /// What words begin with.
    stems: HashMap<Box<str>, Box<str>>,
    /// What words end with, longest first.
    endings: Vec<(Box<str>, Box<str>)>,
    /// Compounds that are another word when closed.
    apart: HashSet<Box<str>>,
    /// Parts that are no noun to be the head of a compound, as in "co-worker" and "passer-by".
    bound: HashSet<Box<str>>,
}

/// Letters that an ending needs before it, unless it is the whole word: "analyse", but not "rise".
const BEFORE_ENDING: usize = 3;

/// Spellings of one phrase at most: three words of two spellings each.
const MOST: usize = 8;

impl Spellings {
    /// Adds a row of the file; false where its kind is unknown.
    pub fn add(&mut self, british: &str, american: &str, kind: &str) -> bool {
        let pairs = [(british, american), (american, british)];
        match kind {
            "word" => self.words.extend(pairs.map(|(one, other)| (one.into(), other.into()))),
            "stem" => self.stems.extend(pairs.map(|(one, other)| (one.into(), other.into()))),
            "ending" => {
                self.endings.extend(pairs.map(|(one, other)| (one.into(), other.into())));
                self.endings.sort_by_key(|(one, _)| std::cmp::Reverse(one.len()));
            }
            "apart" => drop(self.apart.insert(british.into())),
            "bound" => drop(self.bound.insert(british.into())),
            _ => return false,
        }
        true
    }

    /// The other spelling of a word in lower case.
    fn other(&self, word: &str) -> Option<String> {
        if let Some(other) = self.words.get(word) {
            return Some(other.to_string());
        }
        let stems = (1..=word.len()).rev().filter_map(|end| word.get(..end).map(|stem| (end, stem)));
        for (end, stem) in stems {
            if let Some(other) = self.stems.get(stem) {
                return Some(format!("{other}{}", &word[end..]));
            }
        }
        self.endings.iter().find_map(|(one, other)| {
            let before = word.strip_suffix(&**one)?;
            (before.is_empty() || before.len() >= BEFORE_ENDING).then(|| format!("{before}{other}"))
        })
    }

    /// The other spelling of a word that may begin with a capital.
    fn other_of(&self, word: &str) -> Option<String> {
        let first = word.chars().next()?;
        if word.chars().skip(1).any(char::is_uppercase) {
            return None;
        }
        if !first.is_uppercase() {
            return self.other(word);
        }
        let other = self.other(&word.to_lowercase())?;
        let mut letters = other.chars();
        let first = letters.next()?;
        Some(first.to_uppercase().chain(letters).collect())
    }

    /// The word that a hyphenated noun is headed by: "air-strike" by "strike", "passer-by" and "co-worker" by all of it.
    pub fn head<'n>(&self, noun: &'n str) -> &'n str {
        match noun.rsplit_once('-') {
            Some((_, last)) if !noun.split('-').any(|part| self.bound.contains(part)) => last,
            _ => noun,
        }
    }

    /// A hyphenated compound of two words, closed.
    fn closed(&self, word: &str) -> Option<String> {
        let (first, second) = word.split_once('-')?;
        let fit = |part: &str| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_lowercase());
        (fit(first) && fit(second) && !self.apart.contains(word)).then(|| format!("{first}{second}"))
    }
}

/// Adds to `out` the other ways of spelling a phrase, the phrase itself not among them.
pub(crate) fn variants(phrase: &str, rules: &Spellings, out: &mut Vec<String>) {
    let start = out.len();
    out.push(String::new());
    // Word by word: every spelling so far goes on with every spelling of the word.
    let mut rest = phrase;
    while !rest.is_empty() {
        let end = rest.find([' ', '-']).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let mark = &after[..after.len().min(1)];
        rest = &after[mark.len()..];
        let other = rules.other_of(word).filter(|_| (out.len() - start) * 2 <= MOST);
        for index in start..out.len() {
            if let Some(other) = &other {
                let spelled = format!("{}{other}{mark}", out[index]);
                out.push(spelled);
            }
            out[index].push_str(word);
            out[index].push_str(mark);
        }
    }
    if phrase.contains('-') {
        for index in start..out.len() {
            let words: Vec<String> =
                out[index].split(' ').map(|word| rules.closed(word).unwrap_or_else(|| word.to_owned())).collect();
            let closed = words.join(" ");
            if closed != out[index] {
                out.push(closed);
            }
        }
    }
    // The first is the phrase itself.
    out.remove(start);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Spellings {
        let mut rules = Spellings::default();
        for (british, american, kind) in [
            ("labour", "labor", "stem"),
            ("travell", "travel", "stem"),
            ("defence", "defense", "stem"),
            ("ise", "ize", "ending"),
            ("ised", "ized", "ending"),
            ("metre", "meter", "ending"),
            ("grey", "gray", "word"),
            ("co-op", "", "apart"),
            ("co", "", "bound"),
            ("by", "", "bound"),
        ] {
            assert!(rules.add(british, american, kind));
        }
        rules
    }

    fn spelled(phrase: &str) -> Vec<String> {
        let mut out = vec!["before".to_owned()];
        variants(phrase, &rules(), &mut out);
        assert_eq!(out.remove(0), "before");
        out.sort();
        out
    }

    #[test]
    fn a_phrase_is_spelled_as_british_and_americans_would() {
        for (phrase, others) in [
            ("labourer", &["laborer"][..]),
            ("laborer", &["labourer"]),
            ("hospitalised", &["hospitalized"]),
            ("hospitalize", &["hospitalise"]),
            ("square metre", &["square meter"]),
            ("kilometer", &["kilometre"]),
            ("Defence Minister", &["Defense Minister"]),
            ("grey", &["gray"]),
            ("organised labour", &["organised labor", "organized labor", "organized labour"]),
            // Too short for an ending to be one, all in capitals, or the same everywhere.
            ("rise", &[]),
            ("GREY", &[]),
            ("soldier", &[]),
        ] {
            assert_eq!(spelled(phrase), others, "{phrase}");
        }
    }

    #[test]
    fn a_hyphen_in_the_file_stands_for_a_compound_closed_as_well() {
        for (phrase, others) in [
            ("air-strike", &["airstrike"][..]),
            ("lay-off of labourers", &["lay-off of laborers", "layoff of laborers", "layoff of labourers"]),
            // A blank is an open compound, which may be hyphenated but not closed.
            ("a part", &[]),
            // Another word when closed; more than two parts; a sign or digit among them.
            ("co-op", &[]),
            ("brother-in-law", &[]),
            ("-ish", &[]),
            ("t-shirt", &[]),
        ] {
            assert_eq!(spelled(phrase), others, "{phrase}");
        }
    }

    #[test]
    fn the_head_of_a_compound_is_its_last_noun() {
        let rules = rules();
        for (noun, head) in
            [("air-strike", "strike"), ("co-worker", "co-worker"), ("passer-by", "passer-by"), ("strike", "strike")]
        {
            assert_eq!(rules.head(noun), head);
        }
    }
}
