//! What the files of `lexicons/words/` say, a table for each kind of file.

use serde::{Deserialize, Serialize};

use super::inflect;
use super::sense::{
    BoundWord, CueWord, Effect, Game, NumberWord, OfficeWord, ReportFrame, Scene, ShapeWord, ThingWord, TimeWord,
    TitleKind, UnitWord,
};
use super::sorts::{Sorts, Telling};
use crate::record::{Tally, Trend, UnitKind};

/// The tables, as they are compiled and loaded.
#[derive(Default, Serialize, Deserialize)]
pub(crate) struct Tables {
    pub numbers: Vec<NumberWord>,
    pub bounds: Vec<BoundWord>,
    pub units: Vec<UnitWord>,
    pub things: Vec<ThingWord>,
    /// Branches of the tree of counted things: "person/military/soldier".
    pub branches: Vec<String>,
    /// What each branch is to the rules, and what the rows of the file say.
    pub sorts: Vec<Sorts>,
    pub sort_rows: Vec<(Box<str>, Sorts)>,
    /// What categories tell of the counted, where they tell something.
    pub tellings: Vec<(Box<str>, Telling)>,
    pub cues: Vec<CueWord>,
    pub cue_things: Vec<u32>,
    pub statuses: Vec<Effect>,
    pub reports: Vec<ReportFrame>,
    pub titles: Vec<TitleKind>,
    pub times: Vec<TimeWord>,
    pub shapes: Vec<ShapeWord>,
    pub offices: Vec<OfficeWord>,
    pub scenes: Vec<Scene>,
    pub games: Vec<Game>,
    pub tallies: Vec<Tally>,
    pub designators: Vec<Designator>,
    pub connectives: Vec<Connective>,
    pub trends: Vec<Trend>,
    /// Which kind of unit a word speaks for.
    pub contexts: Vec<UnitKind>,
    pub strings: Vec<Box<str>>,
    /// Name of the unit of ages, where the units have it.
    pub age_name: Option<u32>,
    /// Plurals that no rule makes, folded and sorted, with the singular of each.
    pub irregular: Vec<(Box<str>, u32)>,
}

/// Where a designator makes a number a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Designator {
    Anywhere,
    /// Written with a capital.
    Capital,
    /// Where no word determines or describes it: "in week 3", not "in the third week 300 had died".
    Bare,
    /// The last word of nouns that are named for a number: "three-pointer". Nothing behind it is a name.
    Named,
}

/// Kinds of connective.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
pub(crate) struct WordFlags(pub u8);

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
    /// Some sense that it has alone asks for its letters.
    pub const CASED: u8 = 1 << 6;
    /// A term of more than one word starts with it.
    pub const LEADS: u8 = 1 << 7;

    pub fn set(&mut self, bit: u8) {
        self.0 |= bit;
    }

    #[inline]
    pub fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

impl Tables {
    /// A string of the lexicon.
    #[inline]
    pub fn string(&self, index: u32) -> &str {
        &self.strings[index as usize]
    }

    /// Where a word for what is counted stands in the tree: "person/military/soldier".
    #[inline]
    pub fn branch(&self, thing: usize) -> &str {
        &self.branches[self.things[thing].branch as usize]
    }

    /// Of which sorts a word for what is counted is.
    #[inline]
    pub fn sorts(&self, thing: usize) -> Sorts {
        self.sorts[self.things[thing].branch as usize]
    }

    /// What a category tells of the counted.
    pub fn telling(&self, category: &str) -> Option<Telling> {
        self.tellings.iter().find(|(known, _)| **known == *category).map(|(_, telling)| *telling)
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

    /// Whether a cue may be said of everything on a branch.
    pub fn cue_takes(&self, cue: &CueWord, branch: &str) -> bool {
        let things = &self.cue_things[cue.things.0 as usize..cue.things.1 as usize];
        things.is_empty() || things.iter().any(|&thing| self.branches[thing as usize] == branch)
    }

    /// Whether a cue is said of certain things only.
    pub fn cue_is_choosy(&self, cue: &CueWord) -> bool {
        cue.things.0 != cue.things.1
    }

    /// The singular of a noun in folded form.
    pub fn singular(&self, folded: &str) -> String {
        match self.irregular.binary_search_by(|(plural, _)| (**plural).cmp(folded)) {
            Ok(at) => self.string(self.irregular[at].1).to_owned(),
            Err(_) => inflect::singular(folded),
        }
    }
}
