//! What the lexicons have for the names of a text: each match looked up once, with what many rules ask of it.

use super::maps::zeros;
use super::{place, support};
use crate::lexicon::{Entry, Lexicon, NameFlags, Recent, View};
use crate::record::EntityKind;

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
    pub fn new(entry: Entry, flags: NameFlags, share: Option<f32>) -> Self {
        Facts::of(entry).listed(flags, share)
    }

    /// Whether it is a small town by itself and not its people.
    fn is_small_town(&self) -> bool {
        self.small & (self.entry.kind == EntityKind::Place) & !self.flags.has(NameFlags::DEMONYM)
    }

    /// Whether the name asks for nothing: neither evidence nor letters, and it is nobody's people.
    #[inline]
    pub fn is_plain(&self) -> bool {
        const ASKS: u8 = NameFlags::CONTEXT | NameFlags::TITLE | NameFlags::EXACT | NameFlags::DEMONYM;
        !self.flags.has(ASKS) && self.share.is_none()
    }

    /// How likely the entry is the one meant when nothing else is known.
    #[inline]
    pub fn fame(&self) -> f32 {
        place::fame(self.entry, self.prior)
    }
}

/// What an entry is, whatever name it goes by.
#[derive(Clone, Copy, Default)]
struct Facts {
    entry: Entry,
    prior: f32,
    town: bool,
}

impl Facts {
    fn of(entry: Entry) -> Self {
        Facts { entry, prior: place::prior(&entry), town: support::is_town(&entry) }
    }

    #[inline]
    fn listed(&self, flags: NameFlags, share: Option<f32>) -> Listed {
        // What a caller adds is known to the caller.
        let small = self.town && !flags.has(NameFlags::KNOWN | NameFlags::ADDED);
        // Where the lexicon says that a name seldom means it, its fame is another name's.
        let prior = match share {
            Some(share) if share < 0.5 => (self.prior.min(place::SELDOM) + 0.05 * (10.0 * share).log10()).max(0.0),
            _ => self.prior,
        };
        Listed { entry: self.entry, flags, share, prior, small }
    }
}

/// By what an entry is kept: no two have the same.
#[inline]
fn key(entry: u32) -> u64 {
    u64::from(entry).wrapping_mul(0x9E37_79B9_7F4A_7C15)
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
    /// How many of them are small towns.
    towns: u32,
    /// Some small town has the name.
    pub small: bool,
}

impl Group {
    /// Whether nothing has the name but small towns.
    #[inline]
    pub fn has_only_towns(&self) -> bool {
        self.towns == self.stop - self.start
    }
}

/// The matches of a text by stretches. Reused between texts.
#[derive(Default)]
pub(super) struct Gazetteer {
    listed: Vec<Listed>,
    groups: Vec<Group>,
    /// Index of the group that starts at a token plus one, 0 for none.
    at: Vec<u32>,
}

/// Entries that were looked up before: texts name the same ones again and again.
#[derive(Default)]
pub(super) struct Known {
    recent: Recent<Facts>,
    /// Matches whose entries are none of these.
    new: Vec<u32>,
}

impl Known {
    /// An entry, most likely one that the text has a name of.
    #[inline]
    pub fn entry(&self, lexicon: &Lexicon, entry: u32) -> Entry {
        self.recent.get(key(entry)).map_or_else(|| lexicon.entry(entry), |facts| facts.entry)
    }
}

impl Gazetteer {
    /// Looks up all matches. No two groups start at one token.
    pub fn read(&mut self, view: &View, Known { recent, new }: &mut Known) {
        self.listed.clear();
        self.groups.clear();
        zeros(&mut self.at, view.len());
        recent.be_of(view.lexicon.serial);
        new.clear();
        recent.fetch(view.words.names.iter().map(|name| key(name.entry)), |facts| facts.prior.to_bits());
        let nobody = Facts::default().listed(NameFlags::default(), None);
        for (index, name) in view.words.names.iter().enumerate() {
            let listed = match recent.get(key(name.entry)) {
                Some(facts) => facts.listed(name.flags, name.prior),
                None => {
                    new.push(index as u32);
                    nobody
                }
            };
            let (small, towns, stop) = (listed.small, u32::from(listed.is_small_town()), index as u32 + 1);
            self.listed.push(listed);
            match self.groups.last_mut().filter(|group| (group.first, group.end) == (name.first, name.end)) {
                Some(group) => {
                    group.stop = stop;
                    group.towns += towns;
                    group.small |= small;
                }
                None => {
                    self.groups.push(Group { first: name.first, end: name.end, start: stop - 1, stop, towns, small });
                    self.at[name.first as usize] = self.groups.len() as u32;
                }
            }
        }
        self.look_up(view, new, recent);
    }

    /// Looks up the entries that are none of the recent ones.
    fn look_up(&mut self, view: &View, new: &[u32], recent: &mut Recent<Facts>) {
        let names = &view.words.names;
        view.lexicon.fetch(new.iter().map(|&index| names[index as usize].entry));
        for &index in new {
            let name = &names[index as usize];
            let facts = Facts::of(view.lexicon.entry(name.entry));
            recent.put(key(name.entry), facts);
            let listed = facts.listed(name.flags, name.prior);
            self.listed[index as usize] = listed;
            let group = &mut self.groups[self.at[name.first as usize] as usize - 1];
            group.towns += u32::from(listed.is_small_town());
            group.small |= listed.small;
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
