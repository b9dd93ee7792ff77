//! A mention that shorter ones lean on, and the short forms that it has.

use super::evidence::{ALL_CAPS, HEADLINE, KNOWN_DEMONYM, KNOWN_PLACE, Marks, OPENS, common};
use super::{Named, context, located};
use crate::lexicon::sense::{Class, pos};
use crate::lexicon::{View, keyword as k, types};
use crate::record::{EntityKind, Via};

/// A mention that shorter ones can lean on. Tokens stand for mentions until all are numbered.
#[derive(Clone, Copy)]
pub(super) struct Seen {
    /// First token of the last mention, and of the one that names it in full.
    pub last: u32,
    pub full: u32,
    pub full_end: u32,
    pub kind: EntityKind,
    pub entry: Option<u32>,
    pub subtype: u32,
    pub country: u32,
}

impl Seen {
    pub fn of(named: &Named) -> Self {
        Seen {
            last: named.first,
            full: named.named_by.unwrap_or(named.first),
            full_end: named.end,
            kind: named.kind,
            entry: named.entry,
            subtype: named.subtype,
            country: named.country,
        }
    }

    /// Where the whole name begins that ends with a surname: "|Bud Selig", though the first word alone looks like none.
    pub fn start(&self, view: &View, at: &[u32], surname: usize) -> usize {
        let (mut first, mut own) = (surname, self.full_end as usize - 1);
        let same = |first: usize, own: usize| {
            first > 0
                && own > self.full as usize
                && at[first - 1] == 0
                && view.tokens[first - 1].hash == view.tokens[own - 1].hash
        };
        loop {
            // "|Knight-Frank" after "Ana Knight-Frank".
            let hyphen = same(first, own) && view.is(first - 1, &[k::HYPHEN]) && same(first - 1, own - 1);
            let back = if hyphen { 2 } else { 1 };
            let goes_on = (hyphen || same(first, own)) && view.capital(first - back);
            if !goes_on {
                return first;
            }
            (first, own) = (first - back, own - back);
        }
    }

    /// "BRAVES ROLL": several of something with a capital, after "Atlanta Braves".
    pub fn is_team(&self, view: &View) -> bool {
        self.entry.map_or(self.subtype, |entry| view.lexicon.entry(entry).subtype) == types::TEAM
    }

    pub fn first_word(&self, view: &View) -> u64 {
        view.tokens[self.full as usize].hash
    }

    pub fn mention(&self, first: usize, end: usize, via: Via, score: f32) -> Named {
        Named {
            entry: self.entry,
            same_as: (self.last < first as u32).then_some(self.last),
            subtype: self.subtype,
            country: self.country,
            named_by: Some(self.full),
            ..Named::new(first, end, self.kind, via, score)
        }
    }

    /// "Blue Harbor" after "Blue Harbor Corp.", "Hawks" after "Turin Hawks".
    pub fn agency(&self, view: &View, marks: &Marks, at: &[u32], token: usize) -> Option<Named> {
        let (first, full_end) = (self.full as usize, self.full_end as usize);
        // "the Council" after "Mandel Council": what makes names of many needs its article.
        let shape = view.has(token, Class::Shape);
        let again = context::after_article(view, token)
            && context::makes_agencies(view, token).is_some_and(|subtype| is_type(view, self, subtype))
            && !marks.has(token, HEADLINE | ALL_CAPS);
        let mut length = 1;
        if view.tokens[first].hash == view.tokens[token].hash {
            while first + length < full_end
                && token + length < view.len()
                && view.tokens[first + length].hash == view.tokens[token + length].hash
                && at[token + length] == 0
            {
                length += 1;
            }
            while length > 1 && !view.is_word(token + length - 1) {
                length -= 1;
            }
        } else if view.tokens[full_end - 1].hash != view.tokens[token].hash || (shape && !again) {
            return None;
        }
        let end = token + length;
        let team = self.is_team(view) && view.tokens[full_end - 1].hash == view.tokens[token].hash;
        let weak = length == 1
            && (marks.has(token, OPENS | HEADLINE | ALL_CAPS)
                && common(view, token)
                && !acts(view, end)
                && !(token == 0 && view.can_be(end, pos::PAST | pos::THIRD))
                && !(team && marks.has(token, HEADLINE | ALL_CAPS))
                || marks.knows(token, KNOWN_PLACE | KNOWN_DEMONYM)
                || (shape && !again)
                || (view.has(token, Class::Office) && !context::after_article(view, token))
                || view.has(token, Class::Title)
                || common(view, token) && view.is(token + 1, &[k::OF]));
        // "BRASK - " where the text tells of the Brask Superior Court.
        let dateline = length == 1 && located::dates(view, token, end);
        let titled = marks.has(token, HEADLINE | ALL_CAPS) && (length > 1 || !common(view, token) || team);
        let goes_on = !titled && view.capital(end) && view.is_word(end) && at[end] == 0;
        (!weak && !goes_on && !dateline).then(|| self.mention(token, end, Via::Coref, 0.7))
    }
}

/// Whether an agency is of the type that a word tells of any ("Agency") or of its own kind ("Army").
fn is_type(view: &View, seen: &Seen, subtype: u32) -> bool {
    let own = seen.entry.map_or(seen.subtype, |entry| view.lexicon.entry(entry).subtype);
    own == subtype || matches!(subtype, types::AGENCY | 0)
}

/// A finite verb or a relative clause: what stands before it does something.
pub(super) fn acts(view: &View, at: usize) -> bool {
    view.likely(at, pos::PAST | pos::THIRD) || (view.is(at, &[k::COMMA]) && view.is(at + 1, &[k::WHO, k::WHICH]))
}
