//! Antecedents: under which words a full name is kept for the short forms before it and behind it.

use std::num::NonZeroU32;

use super::super::acronym::{closes, is_acronym, shortens, spells};
use super::super::alone::{surnames, words};
use super::super::evidence::{ALL_CAPS, KNOWN_AGENCY, KNOWN_DEMONYM, KNOWN_LONG, KNOWN_PLACE, Marks, common};
use super::super::maps::bit;
use super::super::seen::Seen;
use super::super::{Named, office};
use super::Memory;
use crate::lexicon::{View, WordFlags, keyword as k};
use crate::record::{EntityKind, Via};

/// At most so many bodies of states are remembered.
const OFFICES: usize = 16;

impl Memory {
    /// Keeps a mention: its number.
    fn keep(&mut self, seen: Seen) -> Option<NonZeroU32> {
        self.seen.push(seen);
        NonZeroU32::new(self.seen.len() as u32)
    }

    /// Whether anybody may be asked by a word.
    #[inline]
    fn is_asked(&self, hash: u64) -> bool {
        self.asked & bit(hash) != 0
    }

    /// Notes full names before the walk, for short forms that come first (headlines).
    #[inline]
    pub(super) fn look_ahead(&mut self, view: &View, marks: &Marks, named: &Named) {
        match named.kind {
            EntityKind::Nationality => {}
            EntityKind::Place => self.define(view, marks, named),
            EntityKind::Agency => {
                self.define(view, marks, named);
                self.look_ahead_agency(view, named);
            }
            EntityKind::Person => self.look_ahead_person(view, marks, named),
        }
    }

    fn look_ahead_agency(&mut self, view: &View, named: &Named) {
        let first = named.first as usize;
        if named.end - named.first == 1 {
            if named.entry.is_none() && named.score >= 0.6 {
                let number = self.keep(Seen::of(named));
                let word = self.words.entry(view.tokens[first].hash);
                word.itself = word.itself.or(number);
            }
        } else if words(view, named) >= 2 {
            let mut number = None;
            for word in [first, named.end as usize - 1].into_iter().filter(|&word| view.capital(word)) {
                let hash = view.tokens[word].hash;
                if self.is_asked(hash) {
                    number = number.or_else(|| self.keep(Seen::of(named)));
                    let word = self.words.entry(hash);
                    word.agency_ahead = word.agency_ahead.or(number);
                }
            }
        }
    }

    fn look_ahead_person(&mut self, view: &View, marks: &Marks, named: &Named) {
        // "Bush Picks Minister", and "President Bush" in the story below.
        if !(named.via == Via::Title || named.entry.is_some() || words(view, named) >= 2) {
            return;
        }
        let mut number = None;
        for surname in surnames(view, named) {
            if self.is_asked(surname) {
                number = number.or_else(|| self.keep(Seen::of(named)));
                let word = self.words.entry(surname);
                word.ahead = word.ahead.or(number);
            }
        }
        // "JANSHER IN FINAL".
        let first = named.first as usize;
        let known = || marks.knows(first, KNOWN_LONG | KNOWN_PLACE | KNOWN_AGENCY | KNOWN_DEMONYM);
        if marks.has(0, ALL_CAPS) && !common(view, first) && named.via != Via::Title && !known() {
            number = number.or_else(|| self.keep(Seen::of(named)));
            let word = self.words.entry(view.tokens[first].hash);
            word.ahead = word.ahead.or(number);
        }
    }

    /// Notes the acronym that stands in brackets behind a name, or before a name in brackets.
    #[inline(always)] // most have none
    fn define(&mut self, view: &View, marks: &Marks, named: &Named) {
        let end = named.end as usize;
        if named.via == Via::Acronym
            || view.id(end) == k::OPEN
            || view.id(end) == k::COMMA && view.id(end + 1) == k::OR && view.is(end + 3, &[k::COMMA])
        {
            self.define_acronym(view, marks, named);
        }
    }

    fn define_acronym(&mut self, view: &View, marks: &Marks, named: &Named) {
        let (first, end) = (named.first as usize, named.end as usize);
        let behind = view.is(end, &[k::OPEN]) && is_acronym(view, end + 1) && closes(view, end + 2);
        let before = named.via == Via::Acronym && end > first + 1 && first >= 2 && view.is(first - 1, &[k::OPEN]);
        let or = view.is(end, &[k::COMMA]) && named.kind == EntityKind::Agency && view.is_word(end + 2);
        let acronym = match () {
            () if or && (is_acronym(view, end + 2) || shortens(view, marks, named, end + 2)) => end + 2,
            () if view.is(end, &[k::OPEN])
                && view.is(end + 2, &[k::CLOSE])
                && shortens(view, marks, named, end + 1) =>
            {
                end + 1
            }
            () if behind
                && (named.kind == EntityKind::Agency || words(view, named) > 1 && fits(view, named, end + 1)) =>
            {
                end + 1
            }
            () if before && is_acronym(view, first - 2) => first - 2,
            () => return,
        };
        // "Profit Falls at Ross Stores (AP)": who tells it.
        let other = marks.names.starting(acronym);
        let told = behind
            && !other.is_empty()
            && other.iter().all(|listed| Some(listed.entry.id) != named.entry)
            && !spells(view, first, end, acronym);
        if !view.is(acronym, &[k::US]) && !told {
            let number = self.keep(Seen::of(named));
            let word = self.words.entry(view.tokens[acronym].hash);
            word.acronym = word.acronym.or(number);
        }
    }

    /// Notes a mention for the short forms behind it.
    #[inline]
    pub(super) fn remember(&mut self, view: &View, marks: &Marks, named: &Named) {
        match named.kind {
            EntityKind::Nationality => {}
            EntityKind::Place => self.define(view, marks, named),
            EntityKind::Agency => {
                self.define(view, marks, named);
                if marks.starts.pointing {
                    self.remember_office(view, named, Seen::of(named));
                }
                self.remember_agency(view, named);
            }
            EntityKind::Person => self.remember_person(view, named),
        }
    }

    fn remember_agency(&mut self, view: &View, named: &Named) {
        let (first, last) = (named.first as usize, named.end as usize - 1);
        if first == last || words(view, named) < 2 {
            return;
        }
        let mut number = None;
        for word in [first, last].into_iter().filter(|&word| view.capital(word)) {
            let hash = view.tokens[word].hash;
            if self.is_asked(hash) {
                number = number.or_else(|| self.keep(Seen::of(named)));
                self.words.entry(hash).agency = number;
            }
        }
    }

    fn remember_person(&mut self, view: &View, named: &Named) {
        let mut number = None;
        for surname in surnames(view, named) {
            if self.is_asked(surname) {
                number = number.or_else(|| self.keep(Seen::of(named)));
                self.words.entry(surname).surname = number;
            }
        }
        let first = named.first as usize;
        let hash = view.tokens[first].hash;
        if self.is_asked(hash) && words(view, named) >= 2 && view.info(first).flags.has(WordFlags::GIVEN) {
            number = number.or_else(|| self.keep(Seen::of(named)));
            self.words.entry(hash).given = number;
        }
    }

    /// Notes an agency for "the spy agency" behind it.
    fn remember_office(&mut self, view: &View, named: &Named, seen: Seen) {
        let Some(told) = office::Told::of(view, named, seen) else { return };
        self.offices.retain(|other| !other.same(&told));
        if self.offices.len() == OFFICES {
            self.offices.remove(0);
        }
        self.offices.push(told);
    }
}

/// Whether an acronym begins like the name before it: "Ann Arbor (AP)" names an agency of its own.
fn fits(view: &View, named: &Named, acronym: usize) -> bool {
    let initial = |token: usize| view.slice(token, token + 1).chars().next();
    let agency = || {
        let known = view.words.names.iter().filter(|name| name.first as usize == acronym);
        known.map(|name| view.lexicon.entry(name.entry).kind).any(|kind| kind == EntityKind::Agency)
    };
    initial(named.first as usize) == initial(acronym) && !agency()
}
