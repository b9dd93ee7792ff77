//! Terms that are looked up by other words than a text has side by side: "burned **20 villagers** alive", and people told by
//! the name of their country.

use super::Lexicon;
use super::keyword::{AND, HYPHEN, OR, PEOPLE, SLASH};
use super::sense::Class;
use super::vocab::WordId;

/// How many words of a term may stand behind what parts it.
const LONGEST: usize = 5;

impl Lexicon {
    /// The row of the word "people" among the counted things.
    pub(crate) fn people(&self) -> Option<usize> {
        let word = self.rows().get(PEOPLE.0 as usize)?;
        let (first, count) = word.senses();
        let senses = self.word_senses().get().get(first as usize..first as usize + count)?;
        senses.iter().find(|sense| sense.class() == Class::Thing).map(|sense| sense.row.get() as usize)
    }

    /// Calls `found(words, row)` for every term of a class that begins with this word and goes on with those, shortest
    /// first: how many of those it takes, and its row.
    pub(crate) fn parted(&self, first: WordId, rest: &[WordId], class: Class, mut found: impl FnMut(usize, usize)) {
        let mut words = [WordId::UNKNOWN; LONGEST + 1];
        words[0] = first;
        let rest = &rest[..rest.len().min(LONGEST)];
        words[1..=rest.len()].copy_from_slice(rest);
        let (terms, words) = (self.terms(), &words[..=rest.len()]);
        terms.walk_longer(words, 0, terms.node(words, 0, terms.ahead(words, 0)), |end, forms| {
            for sense in forms.iter().map(|form| form.sense()).filter(|sense| sense.class == class) {
                found(end - 1, sense.row as usize);
            }
        });
    }

    /// Whether any of the words of `rest` begins what a term of a class goes on with behind its first word.
    pub(crate) fn may_part(&self, first: WordId, rest: &[WordId], class: Class) -> bool {
        let terms = self.terms();
        (0..rest.len()).any(|at| {
            let next = rest.get(at + 1).copied().unwrap_or(WordId::UNKNOWN);
            let mut found = false;
            // Few pairs of words begin a term.
            if terms.ahead(&[first, rest[at], next], 0).is_something() {
                self.parted(first, &rest[at..], class, |_, _| found = true);
            }
            found
        })
    }

    /// The row of the longest cue that begins with these words and goes on with those, and how many of those it takes.
    pub(crate) fn parted_cue(&self, verb: WordId, rest: &[WordId]) -> Option<(usize, usize)> {
        // "killed ten and wounded five": "kill and wound" has nothing between its verbs.
        let joined = matches!(rest.first(), None | Some(&AND | &OR | &SLASH));
        if joined || rest[..rest.len().min(LONGEST)].contains(&HYPHEN) {
            return None;
        }
        let mut found = None;
        self.parted(verb, rest, Class::Cue, |words, row| {
            if self.cues[row].role.is_some() {
                found = Some((words, row));
            }
        });
        found
    }
}
