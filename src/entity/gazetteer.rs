//! What the lexicons have for the names of a text: each match looked up once, with what many rules ask of it.

use super::{place, support};
use crate::lexicon::{Entry, NameFlags, View};

/// What a match stands for.
#[derive(Clone, Copy)]
pub(super) struct Listed {
    pub entry: Entry,
    pub flags: NameFlags,
    /// Share of the mentions of this form that mean this entry, where the lexicon says it.
    pub share: Option<f32>,
    /// How likely the place is meant when nothing else is known.
    pub prior: f32,
    /// The name of a town that needs evidence.
    pub small: bool,
}

impl Listed {
    #[inline]
    pub fn new(entry: Entry, flags: NameFlags, share: Option<f32>, people: impl FnOnce(f32) -> f32) -> Self {
        // What a caller adds is known to the caller.
        let small = !flags.has(NameFlags::KNOWN | NameFlags::ADDED) && support::is_town(&entry);
        let prior = place::prior(&entry, people);
        Listed { entry, flags, share, prior, small }
    }

    /// How likely the entry is the one meant when nothing else is known.
    pub fn fame(&self) -> f32 {
        place::fame(self.entry, self.prior)
    }
}

/// The matches of one stretch of tokens.
#[derive(Clone, Copy)]
pub(super) struct Group {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    /// Its matches, as a range of all.
    start: u32,
    stop: u32,
    /// Some small town has the name.
    pub small: bool,
}

/// The matches of a text by stretches. Reused between texts.
#[derive(Default)]
pub(super) struct Gazetteer {
    listed: Vec<Listed>,
    groups: Vec<Group>,
    /// Index of the group that starts at a token plus one, 0 for none.
    at: Vec<u32>,
    weights: Weights,
}

/// What numbers of inhabitants weigh: texts name the same places again and again.
struct Weights([(f32, f32); Self::SIZE]);

impl Default for Weights {
    fn default() -> Self {
        Weights([(0.0, 0.0); Self::SIZE])
    }
}

impl Weights {
    const SIZE: usize = 512;

    #[inline]
    fn of(&mut self, population: f32) -> f32 {
        let slot = population.to_bits().wrapping_mul(0x9E37_79B9) >> (u32::BITS - Self::SIZE.trailing_zeros());
        let (known, weight) = &mut self.0[slot as usize];
        if *known != population {
            (*known, *weight) = (population, place::people(population));
        }
        *weight
    }
}

impl Gazetteer {
    /// Looks up all matches. No two groups start at one token.
    pub fn read(&mut self, view: &View) {
        self.listed.clear();
        self.groups.clear();
        self.at.clear();
        self.at.resize(view.len(), 0);
        for name in &view.words.names {
            let entry = view.lexicon.entry(name.entry);
            let people = |population| self.weights.of(population);
            let listed = Listed::new(entry, name.flags, name.prior, people);
            let small = listed.small;
            self.listed.push(listed);
            let stop = self.listed.len() as u32;
            match self.groups.last_mut().filter(|group| (group.first, group.end) == (name.first, name.end)) {
                Some(group) => {
                    group.stop = stop;
                    group.small |= small;
                }
                None => {
                    self.groups.push(Group { first: name.first, end: name.end, start: stop - 1, stop, small });
                    self.at[name.first as usize] = self.groups.len() as u32;
                }
            }
        }
    }

    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The matches of a group.
    #[inline]
    pub fn of(&self, group: Group) -> &[Listed] {
        &self.listed[group.start as usize..group.stop as usize]
    }

    /// The group that starts at a token.
    #[inline]
    pub fn group_at(&self, token: usize) -> Option<Group> {
        let index = self.at.get(token)?.checked_sub(1)?;
        Some(self.groups[index as usize])
    }

    /// The matches that start at a token.
    #[inline]
    pub fn starting(&self, token: usize) -> &[Listed] {
        self.group_at(token).map_or(&[], |group| self.of(group))
    }
}
