//! Lexicons: what the program knows of the world and of words, read from the files that `lexicons/README.md` describes.
//!
//! The files are read into one vocabulary (`vocab`): a token's folded hash gives a `WordId` by a
//! single look-up, and by that id two sets of phrases are walked: names (agencies, people, places) and terms (number
//! words, units, counted things, role cues…). Everything later works on the small integers that come out.
//!
//! Lexicons that a caller adds as plain files are matched by an `aho-corasick` automaton (`automaton`) behind the same
//! interface.

mod automaton;
mod build;
mod bundled;
#[cfg(feature = "check")]
mod check;
mod glued;
#[cfg(feature = "import")]
pub mod import;
mod inflect;
pub(crate) mod keyword;
mod names;
mod notes;
mod phrases;
mod scan;
pub(crate) mod sense;
mod table;
mod terms;
#[cfg(test)]
mod tests;
mod variants;
mod view;
mod vocab;

pub(crate) use build::Builder;
pub(crate) use bundled::{NAMES, WORDS};
#[cfg(feature = "check")]
pub use check::check;
pub(crate) use names::{Entry, NameFlags, Surface};
pub(crate) use notes::notes;
pub(crate) use scan::{NameMatch, Words};
pub(crate) use view::View;
pub(crate) use vocab::WordId;

use std::collections::HashMap;

use phrases::Phrases;
use sense::{
    BoundWord, CueWord, Effect, NumberWord, OfficeWord, ReportFrame, Sense, ShapeWord, ThingWord, TimeWord, TitleKind,
    UnitWord,
};
use vocab::Vocabulary;

use crate::record::Trend;
use crate::text::FullStop;

/// Everything that the files say, laid out for tagging. Immutable.
#[derive(Default)]
pub(crate) struct Lexicon {
    vocabulary: Vocabulary,
    /// What each word is as a single word, by id.
    words: Vec<WordInfo>,
    terms: Phrases,
    names: Phrases,
    /// Names added by the caller, matched by an automaton; None where there are none.
    added: Option<automaton::Automaton>,
    /// Values of the forms of `terms`.
    senses: Vec<Sense>,
    pub numbers: Vec<NumberWord>,
    pub bounds: Vec<BoundWord>,
    pub units: Vec<UnitWord>,
    pub things: Vec<ThingWord>,
    /// Branches of the tree of counted things: "person/military/soldier".
    pub branches: Vec<String>,
    pub cues: Vec<CueWord>,
    cue_things: Vec<u32>,
    pub statuses: Vec<Effect>,
    pub reports: Vec<ReportFrame>,
    pub titles: Vec<TitleKind>,
    pub times: Vec<TimeWord>,
    pub shapes: Vec<ShapeWord>,
    pub offices: Vec<OfficeWord>,
    /// The entry that a country has for an office.
    office_entries: HashMap<(u32, u32), u32>,
    /// Whether the designator only counts with a capital.
    pub designators: Vec<bool>,
    pub connectives: Vec<Connective>,
    pub trends: Vec<Trend>,
    /// Values of the forms of `names`.
    pub surfaces: Vec<Surface>,
    pub entries: Vec<Entry>,
    strings: Vec<Box<str>>,
    /// Name of the unit of ages, where the units have it.
    age_name: Option<u32>,
    /// Plurals that no rule makes, by folded word.
    irregular: HashMap<Box<str>, u32>,
}

/// Kinds of connective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Connective {
    Part,
    Other,
    More,
    And,
    Or,
    But,
    /// What follows is told apart: "separately", "later that day".
    Separate,
}

/// What one word is by itself.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct WordInfo {
    /// Parts of speech that it can be.
    pub pos: u16,
    /// The likeliest of them, one bit.
    pub likeliest: u16,
    pub flags: WordFlags,
}

/// Further facts of a word, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordFlags(u8);

impl WordFlags {
    pub const GIVEN: u8 = 1;
    pub const SURNAME: u8 = 1 << 1;
    /// A given name that is also a word ("Will", "May").
    pub const GIVEN_WORD: u8 = 1 << 2;
    /// A surname that is also a word ("Brown").
    pub const SURNAME_WORD: u8 = 1 << 3;
    /// Its full stop never ends a sentence.
    pub const STOP_NEVER: u8 = 1 << 4;
    /// Its full stop may end a sentence.
    pub const STOP_MAYBE: u8 = 1 << 5;

    pub fn set(&mut self, bit: u8) {
        self.0 |= bit;
    }

    #[inline]
    pub fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

impl Lexicon {
    /// The id of a word, from its folded hash.
    #[inline]
    pub fn word(&self, hash: u64) -> WordId {
        self.vocabulary.get(hash)
    }

    /// What a word is by itself.
    #[inline]
    pub fn info(&self, word: WordId) -> WordInfo {
        self.words[word.0 as usize]
    }

    /// What a full stop after the word with this hash does.
    pub fn full_stop(&self, hash: u64) -> FullStop {
        let flags = self.info(self.word(hash)).flags;
        if flags.has(WordFlags::STOP_NEVER) {
            FullStop::Never
        } else if flags.has(WordFlags::STOP_MAYBE) {
            FullStop::Maybe
        } else {
            FullStop::Ends
        }
    }

    /// A string of the lexicon.
    #[inline]
    pub fn string(&self, index: u32) -> &str {
        &self.strings[index as usize]
    }

    /// The agency that a country (a string of the lexicon) has for an office: that of South Korea for "intelligence".
    pub fn office(&self, country: u32, office: u32) -> Option<u32> {
        self.office_entries.get(&(country, office)).copied()
    }

    /// Name of the unit in which a bare age is told ("Grace Mwale, 29,").
    pub fn age_name(&self) -> Option<u32> {
        self.age_name
    }

    /// How closely a cue is made for a thing of this branch: the length of the branch that it names, 0 where it is said of
    /// anything, None where it cannot be said of it.
    pub fn cue_fit(&self, cue: &CueWord, branch: u32) -> Option<usize> {
        let things = &self.cue_things[cue.things.0 as usize..cue.things.1 as usize];
        if things.is_empty() {
            return Some(0);
        }
        let branch = &self.branches[branch as usize];
        let under = |thing: &str| {
            branch.starts_with(thing) && (branch.len() == thing.len() || branch.as_bytes()[thing.len()] == b'/')
        };
        things
            .iter()
            .map(|&thing| self.branches[thing as usize].as_str())
            .filter(|thing| under(thing))
            .map(str::len)
            .max()
    }

    /// Whether a cue may be said of some thing of the branch ("person").
    pub fn cue_allows_branch(&self, cue: &CueWord, branch: &str) -> bool {
        let things = &self.cue_things[cue.things.0 as usize..cue.things.1 as usize];
        things.is_empty() || things.iter().any(|&thing| self.branches[thing as usize].starts_with(branch))
    }

    /// Whether a cue is said of certain things only.
    pub fn cue_is_choosy(&self, cue: &CueWord) -> bool {
        cue.things.0 != cue.things.1
    }

    /// The singular of a noun in folded form.
    pub fn singular(&self, folded: &str) -> String {
        match self.irregular.get(folded) {
            Some(&index) => self.string(index).to_owned(),
            None => inflect::singular(folded),
        }
    }
}
