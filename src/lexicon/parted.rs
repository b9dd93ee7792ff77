//! Terms that are looked up by other words than a text has side by side: "burned **20 villagers** alive", and people told by
//! the name of their country.

use super::Lexicon;
use super::keyword::{AND, HYPHEN, OR, PEOPLE, SLASH};
use super::sense::Class;
use super::vocab::WordId;

/// How many words of a verb may stand behind what it hits.
const LONGEST: usize = 4;

impl Lexicon {
    /// The row of the word "people" among the counted things.
    pub(crate) fn people(&self) -> Option<usize> {
        let mut found = None;
        self.terms().walk(&[PEOPLE], 0, |_, forms| {
            let senses = forms.iter().map(|form| self.senses[form.sense.get() as usize]);
            found = found.or(senses.filter(|sense| sense.class == Class::Thing).map(|sense| sense.row as usize).next());
        });
        found
    }

    /// The row of the longest cue that begins with these words and goes on with those, and how many of those it takes.
    pub(crate) fn parted_cue(&self, verb: WordId, rest: &[WordId]) -> Option<(usize, usize)> {
        let mut words = [WordId::UNKNOWN; LONGEST + 1];
        words[0] = verb;
        let rest = &rest[..rest.len().min(LONGEST)];
        // "killed ten and wounded five": "kill and wound" has nothing between its verbs.
        let joined = matches!(rest.first(), None | Some(&AND | &OR | &SLASH));
        if joined || rest.contains(&HYPHEN) {
            return None;
        }
        words[1..=rest.len()].copy_from_slice(rest);
        let words = &words[..=rest.len()];
        let terms = self.terms();
        if !terms.goes_on(words, 0) {
            return None;
        }
        let mut found = None;
        terms.walk(words, 0, |end, forms| {
            for form in forms {
                let sense = self.senses[form.sense.get() as usize];
                let row = sense.row as usize;
                if end > 1 && sense.class == Class::Cue && self.cues[row].role.is_some() {
                    found = Some((end - 1, row));
                }
            }
        });
        found
    }
}
