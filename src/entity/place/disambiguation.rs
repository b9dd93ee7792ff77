//! Disambiguation: the likeliest of several places of one name, by fame, by what the text is about and by what is near.

use super::super::anchors::{NEAREST, odds};
use super::super::gazetteer::Listed;
use super::super::maps::ByString;
use super::super::mention::Mention;
use super::super::support::is_town;
use super::{Name, Places};
use crate::lexicon::{Entry, NameFlags, types};
use crate::trace::Trace;

/// What the countries and regions that a text names weigh against fame.
const COUNTRY: f32 = 0.22;
const REGION: f32 = 0.22;
/// So many mentions of a country or a region make up half of what any number of them would.
const HALF_COUNTRY: f32 = 2.0;
const HALF_REGION: f32 = 1.0;
/// What speaks against a small town that has the name of a known place.
const OBSCURE: f32 = 0.05;
/// What speaks against a place whose name needs evidence.
const FLAGGED: f32 = 0.05;
/// What speaks against a place of another sort than the text says.
const OTHER_SORT: f32 = 0.8;
const NO_CITY: f32 = 0.3;
/// Namesakes that are less likely than this are nothing to measure against.
const UNLIKELY: f32 = 0.005;

/// The place that a name is taken for, and how sure that is, 0 to 1.
type Choice<'m> = (Option<&'m Listed>, f32);

impl Places {
    /// Notes all places that may be meant by the towns of the text.
    fn anchor(&mut self, mention: Mention) {
        let before = self.anchors.len();
        while let Some(&(index, settled)) = self.towns.get(self.anchored) {
            self.anchored += 1;
            let mention = Mention { index: index as usize, ..mention };
            let row = self.rows[mention.index];
            let name = *self.names.at(row as usize);
            if self.anchors.is_full() || name.anchored {
                continue;
            }
            if let Some(entry) = settled {
                self.anchors.push(row, &mention.listed(entry), 1.0, 1.0);
            } else {
                let mut weighed = std::mem::take(&mut self.weighed);
                weighed.clear();
                weighed.extend(mention.alternatives().map(|listed| {
                    let known = self.known(name, listed);
                    (known, odds(known))
                }));
                let all: f32 = weighed.iter().map(|(_, odds)| odds).sum();
                for (listed, &(known, odds)) in mention.alternatives().zip(&weighed) {
                    let likely = odds / all;
                    if likely > UNLIKELY {
                        self.anchors.push(row, listed, known, likely);
                    }
                }
                self.weighed = weighed;
            }
            // A name with no place is none.
            self.names.at_mut(row as usize).anchored = self.anchors.ends_with(row);
        }
        if self.anchors.len() > before {
            self.anchors.settle();
        }
    }

    /// The likeliest of the entries that a place's name has.
    pub(super) fn settle(&mut self, mention: Mention, trace: &mut Trace) -> Option<u32> {
        let row = self.rows[mention.index];
        let name = *self.names.at(row as usize);
        if let Some(settled) = name.settled {
            return settled;
        }
        let named = mention.named();
        let mut alternatives = mention.alternatives();
        let (best, sure) = match (alternatives.next(), alternatives.next()) {
            (None, _) => (None, 1.0),
            (only, None) => (only, 1.0),
            _ => self.likeliest(mention, row, name, trace),
        };
        // What only a rule took for a place is one of the gazetteer's where the text is about its country.
        let best = match named.entry {
            Some(entry) => Some(best.map_or(entry, |best| best.entry.id)),
            None => best.filter(|best| self.share(name, best.entry) > 0.0).map(|best| best.entry.id),
        };
        let name = self.names.at_mut(row as usize);
        (name.settled, name.doubt) = (Some(best), 1.0 - sure);
        best
    }

    /// The likeliest of several, of equals the last, and how sure that is.
    fn likeliest<'m>(&mut self, mention: Mention<'m, '_, '_>, row: u32, name: Name, trace: &mut Trace) -> Choice<'m> {
        let known = mention.named().entry.is_some_and(|entry| !is_town(&mention.listed(entry).entry));
        let mut best: Option<(&Listed, f32)> = None;
        // Nothing is near where no other town is named.
        let beside = self.towns.iter().any(|&(index, _)| self.rows[index as usize] != row);
        // How many times likelier all of them are than the best.
        let mut all = 0.0;
        for listed in mention.alternatives() {
            // "the Hudson" is a river, "Hudson" none.
            if mention.named().range().len() == 1
                && listed.entry.subtype == types::WATER
                && listed.flags.has(NameFlags::CONTEXT)
            {
                continue;
            }
            let obscure = if known && is_town(&listed.entry) { OBSCURE } else { 0.0 };
            let score = self.known(name, listed) - obscure;
            // Measuring takes longest: not where the nearest places could not help.
            if best.is_some_and(|(_, highest)| score + NEAREST < highest) {
                continue;
            }
            let near = if beside {
                self.anchor(mention);
                self.anchors.nearness(row, listed.entry.lat, listed.entry.lon)
            } else {
                0.0
            };
            mention.note(trace, listed, score - listed.prior, near);
            let score = score + near;
            let highest = best.map_or(f32::NEG_INFINITY, |(_, highest)| highest);
            if highest <= score {
                // One place may have a name twice.
                let same = best.is_some_and(|(best, _)| best.entry.id == listed.entry.id);
                all = 1.0 + if same { 0.0 } else { all * odds(highest - score) };
                best = Some((listed, score));
            } else if best.is_some_and(|(best, _)| best.entry.id != listed.entry.id) {
                all += odds(score - highest);
            }
        }
        (best.map(|(listed, _)| listed), 1.0 / all)
    }

    /// How likely a place is meant by its fame and by the countries and regions that the text names.
    pub(in crate::entity) fn known(&self, name: Name, listed: &Listed) -> f32 {
        let flagged = if listed.flags.has(NameFlags::CONTEXT) { FLAGGED } else { 0.0 };
        let other = match (name.sort, listed.entry.subtype) {
            (types::AREA, types::CITY) => NO_CITY,
            (types::CITY | types::REGION, sort) if sort != name.sort => OTHER_SORT,
            _ => 0.0,
        };
        listed.prior - flagged - other + self.share(name, listed.entry)
    }

    /// How much of the text is about the country and the region of a place. What its own name says does not count.
    fn share(&self, name: Name, entry: Entry) -> f32 {
        let (own_country, own_region, own_weight) = name.own.unwrap_or_default();
        let times = |map: &ByString<f32>, what: u32, own: u32| match map.get(what).filter(|_| what != 0) {
            Some(all) if what == own => (all - own_weight).max(0.0),
            Some(all) => all,
            None => 0.0,
        };
        let country = times(&self.countries, entry.country, own_country);
        let region = times(&self.regions, entry.region, own_region);
        // Most namesakes are where the text is not.
        if country == 0.0 && region == 0.0 {
            return 0.0;
        }
        let all = (self.mentions - own_weight).max(country).max(f32::MIN_POSITIVE);
        let abroad = if country == 0.0 { 0.0 } else { COUNTRY * country / all * country / (country + HALF_COUNTRY) };
        if region == 0.0 { abroad } else { abroad + REGION * region / (region + HALF_REGION) }
    }
}
