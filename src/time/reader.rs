//! Tries the rules at a token, in their order, and looks at what stands around it.

use std::cell::OnceCell;

use super::value::Value;
use crate::entity::Entities;
use crate::lexicon::sense::{Class, TimeWordKind, pos};
use crate::lexicon::{View, WordId, keyword as kw};
use crate::record::TimeKind;
use crate::text::{Kind, Sentence, Shape};

/// An expression that a rule found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub first: usize,
    /// Token after the last.
    pub end: usize,
    pub kind: TimeKind,
    pub value: Value,
}

impl Found {
    pub fn new(first: usize, end: usize, kind: TimeKind, value: Value) -> Self {
        Found { first, end, kind, value }
    }
}

/// A sentence under the eyes of the rules.
pub(super) struct Reader<'s, 'a> {
    pub view: View<'s, 'a>,
    entities: &'s Entities,
    pub sentence: Sentence,
    /// End and value of the expression before, for "2017, 2018 and **2019**".
    pub last_end: usize,
    pub last_value: Value,
    /// The tokens that a time or number may start at.
    asked: &'s [u32],
    /// See [`Reader::last_time`].
    last_time: OnceCell<usize>,
    /// See [`Reader::kinds`].
    kinds: OnceCell<u32>,
}

/// A rule: what starts at a token; see [`Reader::phrase`] for the others.
type Rule<'s, 'a> = fn(&Reader<'s, 'a>, usize, bool, u8) -> Option<Found>;

/// How deep "early in the last week of …" may nest.
const DEPTH: u8 = 3;

impl<'s, 'a> Reader<'s, 'a> {
    pub fn new(view: View<'s, 'a>, entities: &'s Entities, sentence: Sentence, asked: &'s [u32]) -> Self {
        Reader {
            view,
            entities,
            sentence,
            asked,
            last_end: usize::MAX,
            last_value: Value::Unknown,
            last_time: OnceCell::new(),
            kinds: OnceCell::new(),
        }
    }

    /// Whether anything can start at one of the tokens asked for: one look at kind and mask for nearly all of them.
    pub fn may_start(&self, at: usize) -> bool {
        const TIMED: u32 = Class::Time.bit() | Class::Number.bit();
        let (view, token) = (&self.view, &self.view.tokens[at]);
        match token.kind {
            Kind::Word if view.mask(at) & (Class::STARTS_TIME | Class::Number.bit()) != 0 => true,
            Kind::Word => {
                matches!(view.id(at), kw::A | kw::AN | kw::THAT)
                    && at + 1 < view.len()
                    && view.mask(at + 1) & TIMED != 0
                    || self.fiscal(at) && self.fiscal_word(at).is_some()
            }
            Kind::Number => self.starts_clean(at),
            Kind::Punct => token.punct() == b'\'',
            _ => false,
        }
    }

    /// The expression that starts at such a token, with the name of the rule that found it.
    pub fn expression(&self, at: usize) -> Option<(&'static str, Found)> {
        let starts = self.starts(at);
        if !self.may_be_time(at, starts) {
            return None;
        }
        let (rule, found) = self.first_rule(at, starts, false, 0)?;
        let end = found.end.min(self.sentence.last as usize).max(at + 1);
        let checked = if found.kind == TimeKind::Time { at + 1 } else { end };
        if (at..checked).any(|token| self.named(token, at, end)) {
            return None;
        }
        Some((rule, Found { end, ..found }))
    }

    /// Whether a token is in a name, which is no time ("Black September", "20th Century Fox"); a name within a longer
    /// time is none ("on 22 June").
    fn named(&self, token: usize, first: usize, end: usize) -> bool {
        self.entities.at(token).is_some_and(|index| {
            let entity = &self.entities.list[index];
            let (from, to) = (entity.first as usize, entity.end as usize);
            !(from >= first && to <= end && to - from < end - first)
        })
    }

    /// The last token of the sentence where "half" or a word of time starts that says any; its first where none does.
    pub fn last_time(&self) -> usize {
        *self.last_time.get_or_init(|| {
            let timed = |at: &usize| self.view.mask(*at) & Class::STARTS_TIME != 0 || self.view.id(*at) == kw::HALF;
            let mut asked = self.asked.iter().rev().map(|token| *token as usize);
            asked.find(timed).unwrap_or(self.sentence.first as usize)
        })
    }

    /// The kinds of the words of time in the sentence, as bits; "half" is one.
    pub fn kinds(&self) -> u32 {
        const HALF: u32 = start::word(TimeWordKind::Half);
        let view = &self.view;
        // A half may stand in the next sentence, where that begins with a line.
        let half = |at: usize| if view.id(at) == kw::HALF { HALF } else { 0 };
        *self.kinds.get_or_init(|| {
            let behind = half(self.sentence.last as usize);
            self.asked.iter().fold(behind, |kinds, at| kinds | half(*at as usize) | self.time_kinds(*at as usize))
        })
    }

    /// The kinds of the words of time that start at a token, as bits.
    fn time_kinds(&self, at: usize) -> u32 {
        let view = &self.view;
        if !view.has(at, Class::Time) {
            return 0;
        }
        let times = &view.lexicon.times;
        view.words.all(at, Class::Time).fold(0, |kinds, (_, row)| kinds | start::word(times[row].kind))
    }

    /// Whether a word of time of one of these kinds stands in the sentence.
    pub fn tells(&self, kinds: &[TimeWordKind]) -> bool {
        self.kinds() & kinds.iter().fold(0, |bits, kind| bits | start::word(*kind)) != 0
    }

    /// Tries the rules at a token. `governed` where the words before leave no doubt that a year may follow.
    pub fn phrase(&self, at: usize, governed: bool, depth: u8) -> Option<(&'static str, Found)> {
        if depth > DEPTH || at >= self.sentence.last as usize {
            return None;
        }
        self.first_rule(at, self.starts(at), governed, depth)
    }

    fn first_rule(&self, at: usize, starts: u32, governed: bool, depth: u8) -> Option<(&'static str, Found)> {
        let (mut fitting, mut bits) = (0, starts);
        while bits != 0 {
            fitting |= Self::FITTING[bits.trailing_zeros() as usize];
            bits &= bits - 1;
        }
        let rules: &[_; 15] = &Self::RULES;
        while fitting != 0 {
            let (name, _, asks, rule) = rules[fitting.trailing_zeros() as usize];
            fitting &= fitting - 1;
            let asked = asks == 0 || self.kinds() & asks != 0;
            if asked && let Some(found) = rule(self, at, governed, depth) {
                return Some((name, found));
            }
        }
        None
    }

    /// The rules in their order, each with what a token must be for it and with the kinds of words of time of which it
    /// needs one in the sentence, so that few of them are tried.
    const RULES: [(&'static str, u32, u32, Rule<'s, 'a>); 15] = {
        use start::{ARTICLE, DIGITS, FISCAL, LAST, MARK, NUMBER, THIS, word};
        const CLOCK: u32 = DIGITS | NUMBER | word(TimeWordKind::Clock) | word(TimeWordKind::Part);
        const UNIT: u32 = word(TimeWordKind::Unit);
        const COUNT: u32 = DIGITS | NUMBER | ARTICLE | UNIT;
        const PART: u32 = COUNT | LAST | word(TimeWordKind::Quarter) | word(TimeWordKind::Half);
        const MODIFIER: u32 = word(TimeWordKind::Modifier);
        const YEAR: u32 = DIGITS | start::YEAR | FISCAL | UNIT | word(TimeWordKind::Era);
        const MONTH: u32 = word(TimeWordKind::Month);
        const OFFSET: u32 = word(TimeWordKind::Offset);
        const LONGER: u32 = UNIT | word(TimeWordKind::Quarter) | word(TimeWordKind::Half);
        [
            ("clock time", CLOCK, 0, |r, at, _, _| r.clock(at)),
            ("numeric date", DIGITS, 0, |r, at, _, _| r.numeric(at)),
            ("month first", MONTH, 0, |r, at, governed, _| r.month_led(at, governed)),
            ("day first", DIGITS | NUMBER, MONTH, |r, at, _, _| r.day_led(at)),
            ("weekday", word(TimeWordKind::Weekday), 0, |r, at, _, _| r.weekday_led(at)),
            ("part of a longer time", PART, LONGER, |r, at, _, depth| r.part_of_longer(at, depth)),
            ("last, this, next", MODIFIER | THIS, 0, |r, at, _, depth| r.modified(at, depth)),
            ("narrowed", MODIFIER, 0, |r, at, _, depth| r.narrowed(at, depth)),
            ("ago", COUNT, OFFSET, |r, at, _, _| r.away(at)),
            ("day word", word(TimeWordKind::Day), 0, |r, at, _, _| r.day_word(at)),
            ("decade or century", DIGITS | NUMBER | MARK, 0, |r, at, _, _| r.decade_or_century(at)),
            ("year", YEAR, 0, |r, at, governed, _| r.year_led(at, governed)),
            ("holiday", word(TimeWordKind::Holiday), 0, |r, at, governed, _| r.holiday(at, governed)),
            ("season", UNIT | word(TimeWordKind::Season), 0, |r, at, governed, _| r.season(at, governed)),
            ("day of the month", DIGITS, 0, |r, at, _, _| r.day_of_month(at)),
        ]
    };

    /// The rules that fit each bit of what a token is.
    const FITTING: [u16; 32] = {
        let mut fitting = [0; 32];
        let mut at = 0;
        while at < 32 * Self::RULES.len() {
            let (bit, rule) = (at % 32, at / 32);
            if Self::RULES[rule].1 & (1 << bit) != 0 {
                fitting[bit] |= 1 << rule;
            }
            at += 1;
        }
        fitting
    };

    /// All that any rule asks for.
    pub const TRIED: u32 = {
        let (mut all, mut at) = (0, 0);
        while at < Self::RULES.len() {
            all |= Self::RULES[at].1;
            at += 1;
        }
        all
    };

    /// What a token is to the rules.
    fn starts(&self, at: usize) -> u32 {
        let (view, token) = (&self.view, &self.view.tokens[at]);
        let mut starts = match (token.kind, view.id(at)) {
            (Kind::Number, _) if self.only_year(at) => start::YEAR,
            (Kind::Number, _) => start::DIGITS,
            (_, kw::A | kw::AN) => start::ARTICLE,
            (_, kw::THAT | kw::THIS) => start::THIS,
            (_, kw::LAST | kw::FINAL) => start::LAST,
            _ if token.punct() == b'\'' => start::MARK,
            _ if self.fiscal(at) => start::FISCAL,
            _ => 0,
        };
        if view.has(at, Class::Number) {
            starts |= start::NUMBER;
        }
        starts | self.time_kinds(at)
    }

    /// Whether digits are a year, or no time: four, with nothing glued to them that goes on with a date or a time of the
    /// clock, and no word behind them that could.
    fn only_year(&self, at: usize) -> bool {
        let view = &self.view;
        view.tokens[at].len() == 4 && !view.glued(at + 1) && !self.goes_on(at + 1) && !view.has(at + 1, Class::Time)
    }

    /// Whether a mark or word joins digits with those behind it.
    pub fn goes_on(&self, at: usize) -> bool {
        matches!(self.view.id(at), kw::HYPHEN | kw::AND | kw::TO | kw::OR | kw::COMMA)
    }

    /// Whether a token begins as a fiscal year does: "FY2018".
    fn fiscal(&self, at: usize) -> bool {
        let token = &self.view.tokens[at];
        token.shape == Shape::Upper && self.view.text.as_bytes()[token.start as usize..].starts_with(b"FY")
    }

    /// Whether a token is a mark and no word or number.
    pub fn mark(&self, at: usize) -> bool {
        self.view.tokens.get(at).is_none_or(|token| token.kind == Kind::Punct)
    }

    /// Whether the token stands at the end of the sentence, or a mark stands there.
    pub fn closed(&self, at: usize) -> bool {
        at >= self.sentence.last as usize || self.mark(at)
    }

    /// Whether one of these words stands before a token, in the sentence.
    pub fn after(&self, at: usize, words: &[WordId]) -> bool {
        at > self.sentence.first as usize && self.view.is(at - 1, words)
    }

    /// The token before, over "the".
    pub fn governor(&self, at: usize) -> Option<usize> {
        let mut before = at.checked_sub(1)?;
        if self.view.is(before, &[kw::THE]) {
            before = before.checked_sub(1)?;
        }
        (before >= self.sentence.first as usize).then_some(before)
    }

    /// Whether a preposition of time governs the token: "in", "since the".
    pub fn governed(&self, at: usize) -> bool {
        self.governor(at).is_some_and(|before| self.view.is(before, TIME_PREPOSITIONS))
    }

    /// Whether nothing is glued before a number that makes it part of something else: "$", "F-", "3/".
    fn starts_clean(&self, at: usize) -> bool {
        if !self.view.glued(at) {
            return true;
        }
        match self.view.tokens[at - 1].punct() {
            b'(' | b'[' | b'"' | b'\'' | b',' | b';' | b':' => true,
            // A long dash between clauses; what a hyphen joins is part of what stands before it.
            b'-' => !self.view.slice(at - 1, at).starts_with('-') && self.last_end != at - 1,
            _ => false,
        }
    }

    /// Over a hyphen that joins two words.
    pub fn over_hyphen(&self, at: usize) -> usize {
        at + usize::from(self.view.id(at) == kw::HYPHEN)
    }

    /// Over "the".
    pub fn over_article(&self, at: usize) -> usize {
        at + usize::from(self.view.id(at) == kw::THE)
    }

    /// Whether a noun that is counted follows a number: "people", "troops", "km".
    pub fn counted(&self, at: usize) -> bool {
        let view = &self.view;
        if at >= self.sentence.last as usize {
            return false;
        }
        let unit = view.longest(at, Class::Unit).is_some_and(|(_, row)| {
            let unit = view.lexicon.units[row];
            !unit.before && (!unit.symbol || view.glued(at) || view.id(at) == kw::PERCENT_SIGN)
        });
        // "the 1994 men's final": the noun that follows belongs to another.
        let whose = |end: usize| view.id(end) == kw::POSSESSIVE || view.id(end) == kw::APOSTROPHE;
        if whose(at + 1) {
            return false;
        }
        let thing = view.longest(at, Class::Thing).is_some_and(|(_, row)| view.lexicon.things[row].plural);
        let plural = !view.capital(at) && view.likely(at, pos::PLURAL);
        let next = !view.capital(at) && view.likely(at, pos::ADJECTIVE) && view.likely(at + 1, pos::PLURAL);
        unit || thing || plural || next || view.is(at, &[kw::PEOPLE, kw::PERCENT_SIGN, kw::OTHERS, kw::MORE])
    }
}

/// What a token can be at the start of a time, as bits; the lowest are the kinds of words of time.
pub(super) mod start {
    use super::TimeWordKind;

    pub const NUMBER: u32 = 1 << 31;
    pub const DIGITS: u32 = 1 << 30;
    pub const MARK: u32 = 1 << 29;
    pub const ARTICLE: u32 = 1 << 28;
    pub const THIS: u32 = 1 << 27;
    pub const LAST: u32 = 1 << 26;
    pub const FISCAL: u32 = 1 << 25;
    pub const YEAR: u32 = 1 << 24;

    pub const fn word(kind: TimeWordKind) -> u32 {
        1 << kind as u32
    }
}

/// Prepositions after which a time stands.
pub(super) const TIME_PREPOSITIONS: &[WordId] = &[
    kw::IN,
    kw::ON,
    kw::AT,
    kw::BY,
    kw::SINCE,
    kw::UNTIL,
    kw::TILL,
    kw::FROM,
    kw::BETWEEN,
    kw::BEFORE,
    kw::AFTER,
    kw::DURING,
    kw::THROUGHOUT,
    kw::WITHIN,
    kw::OVER,
    kw::THROUGH,
    kw::OF,
    kw::FOR,
    kw::TO,
    kw::AROUND,
    kw::TOWARDS,
    kw::INTO,
];
