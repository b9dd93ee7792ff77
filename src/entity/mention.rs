//! A mention of a place or an agency, and what the lexicons have for its name.

use super::Named;
use super::gazetteer::{Gazetteer, Listed};
use super::sort::defined;
use super::speaks::article_alone;
use super::within::behind;
use crate::lexicon::{Entry, NameFlags, View, keyword as k, types};
use crate::record::{EntityKind, Via};
use crate::trace::Trace;

/// How much fame outweighs the next namesake's where a name stands for one place beyond doubt.
pub(super) const LEAD: f32 = 0.15;

/// A mention and what is known of its name.
#[derive(Clone, Copy)]
pub(super) struct Mention<'m, 's, 'a> {
    pub view: &'m View<'s, 'a>,
    pub names: &'m Gazetteer,
    pub list: &'m [Named],
    pub index: usize,
}

impl<'m> Mention<'m, '_, '_> {
    #[inline]
    pub fn named(&self) -> &'m Named {
        &self.list[self.index]
    }

    /// The entry of this index, most likely one of those that have the name.
    #[inline]
    pub fn listed(&self, index: u32) -> Listed {
        let same = self.names.starting(self.named().first as usize);
        let listed = same.iter().find(|listed| listed.entry.id == index);
        listed.copied().unwrap_or_else(|| Listed::new(self.view.lexicon.entry(index), NameFlags::default(), None))
    }

    /// The country of an entry.
    fn country(&self, index: u32) -> u32 {
        let same = self.names.starting(self.named().first as usize);
        let listed = same.iter().find(|listed| listed.entry.id == index);
        listed.map_or_else(|| self.view.lexicon.entry(index).country, |listed| listed.entry.country)
    }

    fn entry(&self, index: u32) -> Entry {
        self.listed(index).entry
    }

    /// The entries for places, or for those with such a demonym, that have the name.
    #[inline]
    pub fn alternatives(&self) -> impl Iterator<Item = &'m Listed> + use<'m> {
        let named = self.named();
        let demonym = named.kind == EntityKind::Nationality;
        let group = self.names.group_at(named.first as usize).filter(|group| group.end == named.end);
        let same: &'m [Listed] = group.map_or(&[], |group| self.names.of(group));
        same.iter().filter(move |listed| {
            listed.flags.has(NameFlags::DEMONYM) == demonym && listed.entry.kind == EntityKind::Place
        })
    }

    /// How far the name stands for this place and no other, 0 to 1.
    #[inline]
    pub fn lead(&self, listed: &Listed) -> f32 {
        if listed.entry.subtype == types::COUNTRY {
            return 1.0;
        }
        let others = self.alternatives().filter(|other| other.entry.id != listed.entry.id);
        let next = others.map(|other| other.prior).fold(f32::NEG_INFINITY, f32::max);
        ((listed.prior - next) / LEAD).clamp(0.0, 1.0)
    }

    /// Whether it is taken for a town, with a comma behind it.
    #[inline]
    pub fn is_town(&self) -> bool {
        let named = self.named();
        named.entry.is_some_and(|entry| self.entry(entry).subtype == types::CITY)
            && self.view.is(named.end as usize, &[k::COMMA])
            && !self.alternatives().any(|listed| matches!(listed.entry.subtype, types::COUNTRY | types::CONTINENT))
    }

    /// Whether a rule found it and the lexicons know its name.
    pub fn in_gazetteer(&self) -> bool {
        let named = self.named();
        named.via == Via::Rule && matches!(named.subtype, 0 | types::CITY) && self.alternatives().next().is_some()
    }

    /// "the Hudson": the water of this name, where it has an article and no town has.
    pub fn water(&self) -> Option<u32> {
        let (first, end) = (self.named().first as usize, self.named().end as usize);
        let the = end == first + 1 && article_alone(self.view, first, end);
        let mut alternatives = self.alternatives().filter(|_| the);
        alternatives.find(|listed| listed.entry.subtype == types::WATER).map(|listed| listed.entry.id)
    }

    /// The place that stands behind a place and a comma, or in brackets: "Springfield, Ohio".
    pub fn containing(&self) -> Option<Entry> {
        let next = self.list.get(self.index + 1).filter(|next| next.kind == EntityKind::Place)?;
        let joined = behind(self.view, self.named().end as usize) == Some(next.first as usize);
        next.entry.filter(|_| joined).map(|entry| self.entry(entry))
    }

    /// The country in which the place is said to be: "Gartow, Ohio", "Brask District of Kaduna State", "Gartow, a town in Togo".
    pub fn country_told(&self) -> Option<u32> {
        let end = self.named().end as usize;
        let next = self.list.get(self.index + 1).filter(|next| next.kind == EntityKind::Place)?;
        let at = defined(self.view, end).map_or(end, |(_, at)| at);
        let inside = self.view.is(at, &[k::IN, k::OF]) && at + 1 == next.first as usize;
        let outer = self.containing().or_else(|| next.entry.filter(|_| inside).map(|entry| self.entry(entry)))?;
        (outer.country != 0 && matches!(outer.subtype, types::COUNTRY | types::REGION)).then_some(outer.country)
    }

    /// Tells whoever listens what speaks for one place of the name: its fame, the words and places of the text, what is near.
    pub fn note(&self, trace: &mut Trace, listed: &Listed, told: f32, near: f32) {
        if !trace.is_on() {
            return;
        }
        let (start, end) = self.view.span(self.named().first as usize, self.named().end as usize);
        let (entry, lexicon) = (listed.entry, self.view.lexicon);
        let place = |string: u32| if string == 0 { "-" } else { lexicon.string(string) };
        trace.note("which place", start, end, || {
            format!(
                "{} {} {}: fame {:.2}, what the text tells {told:+.2}, what is near {near:+.2}",
                lexicon.reference_of(&entry),
                place(entry.country),
                place(entry.region),
                listed.prior
            )
        });
    }

    /// "Zambia's Ministry of Health", "the Russian defence ministry": the country before an agency that has none.
    pub fn country_of_agency(&self) -> Option<u32> {
        let named = self.named();
        let own = named.entry.map_or(named.country, |entry| self.country(entry));
        if own != 0 {
            return None;
        }
        let before = self.list.get(self.index.checked_sub(1)?)?;
        let (end, first) = (before.end as usize, named.first as usize);
        let next_to = end == first || (end + 1 == first && self.view.is(end, &[k::POSSESSIVE, k::APOSTROPHE]));
        let entry =
            before.entry.filter(|_| next_to && matches!(before.kind, EntityKind::Place | EntityKind::Nationality));
        let country = match entry {
            Some(entry) => self.country(entry),
            None => named.range().find_map(|token| country_inside(self.names, token)).unwrap_or(0),
        };
        Some(country)
    }
}

/// The country that a word inside a name tells: "Kenya Red Cross".
fn country_inside(names: &Gazetteer, token: usize) -> Option<u32> {
    let entry = names.starting(token).first()?.entry;
    (entry.kind == EntityKind::Place && entry.subtype == types::COUNTRY).then_some(entry.country)
}
