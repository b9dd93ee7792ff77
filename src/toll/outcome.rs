//! The toll that a sum comes to, with its parts and the claims of those who differ.

use super::sum::{Sum, speaker};
use crate::lexicon::Telling;
use crate::record::{self, Bound, Claim, Part, Toll};

/// How many sources of one toll are told: keeps the time linear in the length of the text.
const MOST_SOURCES: usize = 64;

impl<'a> Sum<'_, 'a> {
    /// The toll; none where no figure was taken.
    pub fn toll(&self) -> Option<Toll<'a>> {
        if self.taken.is_empty() {
            return None;
        }
        let text = self.text;
        let records = || self.taken.iter().map(|&at| text.at(at).1);
        let value = records().map(|record| record.value).sum::<Option<f64>>();
        let mut min: f64 = records().map(low).sum();
        let mut max = records().map(high).sum::<Option<f64>>();
        let open = |record: &record::Quantity| matches!(record.bound, Bound::AtLeast | Bound::MoreThan);
        let bound = match self.taken[..] {
            [only] => text.at(only).1.bound,
            _ if records().all(|record| record.bound == Bound::Exact) => Bound::Exact,
            _ if max.is_some() && value.is_none() => Bound::Range,
            _ if max.is_none() && records().any(open) => Bound::AtLeast,
            _ => Bound::About,
        };
        let value = if self.stated { Some(self.total) } else { value };
        if self.stated {
            (min, max) = (self.total, Some(self.total));
        }
        let quantities: Vec<usize> = self.taken.iter().map(|&at| text.figures[at].quantity).collect();
        let claims = self.claims();
        // What all sources together leave open.
        for claimed in claims.iter().filter_map(|claim| claim.value) {
            min = min.min(claimed);
            max = max.map(|max| max.max(claimed));
        }
        let parts = self.parts(&quantities);
        Some(Toll { value, min: Some(min), max, bound, quantities, parts, claims })
    }

    /// The toll by category: of the figures that made it, and of their parts; where these tell nothing, of the figures that
    /// split it.
    fn parts(&self, taken: &[usize]) -> Vec<Part<'a>> {
        let text = self.text;
        let is_taken = |quantity: usize| taken.binary_search(&quantity).is_ok();
        let mut parts = Vec::new();
        let mut split = false;
        for (at, figure) in text.figures.iter().enumerate().filter(|(_, figure)| figure.role == self.role) {
            let record = text.record(figure);
            let part = record.part_of.is_some_and(is_taken);
            // "16 firefighters, one in a critical state": of a kind that is counted already.
            let whole = record.part_of.filter(|_| part).map(|whole| &text.document.quantities[whole]);
            if whole.is_some_and(|whole| same_category(record, whole)) && figure.category.is_none() {
                continue;
            }
            if part || is_taken(figure.quantity) {
                split |= self.add_part(&mut parts, at) && part;
            }
        }
        if !split {
            for &at in &self.splits {
                self.add_part(&mut parts, at);
            }
        }
        parts
    }

    /// Adds a figure to the parts, if it says of which kind the counted are.
    fn add_part(&self, parts: &mut Vec<Part<'a>>, at: usize) -> bool {
        let (figure, record) = self.text.at(at);
        let named = record.unit.as_ref().and_then(|unit| unit.category.clone());
        let category = figure.category.as_ref().map(|category| category.to_string().into()).or(named);
        let (Some(category), Some(value)) = (category, record.value.or(record.min)) else { return false };
        if self.text.tells(&category, Telling::Generic) {
            return false;
        }
        match parts.iter_mut().find(|part| part.category == category) {
            Some(part) => part.value += value,
            None => parts.push(Part { category, value }),
        }
        true
    }

    /// What each source says, where at least two say different things.
    fn claims(&self) -> Vec<Claim<'a>> {
        if self.rivals.is_empty() {
            return Vec::new();
        }
        let text = self.text;
        let mut stood: Vec<usize> = self.rivals.iter().chain(&self.taken).copied().collect();
        stood.sort_unstable();
        let name = |record: &record::Quantity| {
            speaker(record).map(|(source, words)| match source {
                Some(source) => text.document.entities[source].name.to_string(),
                None => words.unwrap_or_default().to_lowercase(),
            })
        };
        // Each source once, with the sum of what it says in one sentence, and what it says last.
        let mut claims: Vec<(String, usize, Claim<'a>)> = Vec::new();
        for &at in &stood {
            let (figure, record) = text.at(at);
            let Some(name) = name(record) else { continue };
            let mut claim = Claim {
                source: record.source,
                source_text: record.source_text.clone().filter(|_| record.source.is_none()),
                value: record.value.or(record.min),
                bound: record.bound,
            };
            match claims.iter().position(|(known, ..)| *known == name) {
                Some(known) => {
                    let (_, sentence, before) = &mut claims[known];
                    if *sentence == figure.sentence {
                        claim.value = claim.value.zip(before.value).map(|(one, other)| one + other);
                    }
                    (*sentence, *before) = (figure.sentence, claim);
                }
                None if claims.len() < MOST_SOURCES => claims.push((name, figure.sentence, claim)),
                None => {}
            }
        }
        let differ = claims.windows(2).any(|pair| pair[0].2.value != pair[1].2.value);
        if differ { claims.into_iter().map(|(.., claim)| claim).collect() } else { Vec::new() }
    }
}

fn same_category(one: &record::Quantity, other: &record::Quantity) -> bool {
    let (one, other) = (one.unit.as_ref(), other.unit.as_ref());
    let category = one.and_then(|unit| unit.category.as_ref());
    category.is_some() && category == other.and_then(|unit| unit.category.as_ref())
}

fn low(record: &record::Quantity) -> f64 {
    match record.bound {
        Bound::AtMost | Bound::LessThan => record.min.unwrap_or(0.0),
        _ => record.min.or(record.value).unwrap_or(0.0),
    }
}

fn high(record: &record::Quantity) -> Option<f64> {
    match record.bound {
        Bound::AtLeast | Bound::MoreThan | Bound::About => record.max,
        _ => record.max.or(record.value),
    }
}
