//! Places that the text itself tells where they lie: "Paris, Texas", "Gartow is a town in Brask County".

use super::Named;
use super::gazetteer::Listed;
use super::mention::Mention;
use super::place::{Places, encloses};
use super::sort::defined;
use super::support;
use super::within::{behind, within};
use crate::lexicon::{Entry, View, keyword as k, types};
use crate::record::EntityKind;

/// So much less famous a namesake may be that is named with its country: "Tripoli, Lebanon", but "in Moscow, U.S. officials".
const RIVAL: f32 = 0.1;
/// At most so many places are told of to say where one lies.
const MOST_OUTERS: usize = 4;

impl Places {
    /// Where the text says once which place of a name it means ("Paris, Texas"), it means it everywhere.
    pub(super) fn settle_contained(&mut self, mention: Mention) {
        let Mention { view, names, list, index } = mention;
        let named = mention.named();
        if let Some((_, at)) = defined(view, named.end as usize) {
            return self.settle_defined(mention, at);
        }
        let Some(behind) = behind(view, named.end as usize) else { return };
        let outers = names.starting(behind);
        let famous = support::likeliest(mention.alternatives(), |listed| listed.prior);
        let beside = famous.filter(|famous| beside(famous.entry, outers)).map(|famous| famous.prior - RIVAL);
        let fits = |inner: &Listed| {
            let best = outers.iter().map(|outer| within(outer, inner.entry)).fold(0.0, f32::max);
            if best > 0.0 { best + 0.2 * inner.prior } else { 0.0 }
        };
        let best = mention.alternatives().map(|inner| (inner, fits(inner))).max_by(|a, b| a.1.total_cmp(&b.1));
        match best {
            // Provinces of one name are told apart by their countries: "Western Province, Zambia".
            Some((inner, _))
                if inner.entry.subtype != types::REGION && beside.is_some_and(|least| inner.prior < least) => {}
            Some((inner, fit)) if fit > 0.0 => {
                let inner = inner.entry;
                self.settled = true;
                self.contained.push((index as u32, inner.id));
                self.name(index).settled.get_or_insert(Some(inner.id));
                // "Atlanta, Georgia" tells which Georgia too.
                let outer = outers.iter().max_by(|a, b| within(a, inner).total_cmp(&within(b, inner)));
                if let (Some(outer), Some(next), Some(group)) = (outer, list.get(index + 1), names.group_at(behind))
                    && next.kind == EntityKind::Place
                    && (next.first, next.end) == (group.first, group.end)
                {
                    self.name(index + 1).settled.get_or_insert(Some(outer.entry.id));
                }
            }
            // "Edmonton, Kentucky" is not the one that the lexicon has.
            _ if beside.is_some() => {}
            _ if mention.is_town() && mention.containing().is_some_and(encloses) && !in_list(view, list, index) => {
                self.name(index).settled.get_or_insert(None);
            }
            _ => {}
        }
    }

    /// "Gartow is a town in Brask County, Ohio": the one that lies in most of the places that stand behind.
    fn settle_defined(&mut self, mention: Mention, at: usize) {
        let Mention { view, names, list, index } = mention;
        let sentence = view.sentences.partition_point(|sentence| sentence.last as usize <= at);
        let limit = view.sentences.get(sentence).map_or(0, |sentence| sentence.last);
        let outers = list[index + 1..].iter().take(MOST_OUTERS).take_while(|outer| outer.first < limit);
        let outers = outers.filter_map(|outer| names.group_at(outer.first as usize)).map(|group| names.of(group));
        let fits = |inner: &Listed| {
            let holds = |outer: &[Listed]| outer.iter().map(|outer| within(outer, inner.entry)).fold(0.0, f32::max);
            outers.clone().map(holds).sum::<f32>()
        };
        let score = |inner: &Listed| fits(inner) + 0.2 * self.known(*self.names.at(self.rows[index] as usize), inner);
        let best = support::likeliest(mention.alternatives(), |inner| score(inner));
        if let Some(best) = best.filter(|best| fits(best) > 0.0) {
            self.settled = true;
            self.contained.push((index as u32, best.entry.id));
            self.name(index).settled.get_or_insert(Some(best.entry.id));
        } else if mention.country_told().is_some() {
            // "Kelly, a town in Ohio", where the lexicons have none: another is not meant.
            self.name(index).settled.get_or_insert(None);
        }
    }
}

/// "in Russia, U.S. officials said": a country or a great city before another country is no namesake within it.
fn beside(famous: Entry, outers: &[Listed]) -> bool {
    let known = matches!(famous.subtype, types::COUNTRY | types::CONTINENT) || famous.population > 500_000.0;
    let country = |outer: &Listed| outer.entry.subtype == types::COUNTRY && outer.entry.country != famous.country;
    known && outers.iter().any(country)
}

/// "in Moscow, Ukraine and Poland": places side by side and not one in the other.
fn in_list(view: &View, list: &[Named], index: usize) -> bool {
    let after = list[index + 1].end as usize;
    let before = (list[index].first as usize).wrapping_sub(1);
    let more = |at: usize| view.is(at, &[k::AND, k::OR]) || (view.is(at, &[k::COMMA]) && view.capital(at + 1));
    more(after) || (view.is(before, &[k::COMMA]) && index > 0 && list[index - 1].end as usize == before)
}
