//! Dates of the calendar: "30 April 2025", "Apr. 30", "May 1-31", "2025-04-30", "the 18th".

use super::reader::{Found, Reader};
use super::value::{Length, Partial, Value};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, TimeWordKind, pos};
use crate::record::TimeKind;
use crate::text::{Kind, Shape};

impl Reader<'_, '_> {
    /// "April 30, 2025", "May 1-31", "March 2018", "April last year", "March quarter", "May".
    pub fn month_led(&self, at: usize, governed: bool) -> Option<Found> {
        let (end, month) = self.month(at)?;
        if let Some(found) = self.month_quarter(at, end, month) {
            return Some(found);
        }
        if let Some((mut end, day)) = self.day_after_month(end) {
            let from = Partial::day(0, month, day);
            let to = self.range_after_day(end, month);
            if let Some((stop, _)) = to {
                end = stop;
            }
            let (end, year) = self.year_behind(end).unwrap_or((end, 0));
            return Some(match to {
                Some((_, to)) => between(at, end, Partial { year: 0, ..from }, Partial { year, ..to }),
                None => Found::new(at, end, TimeKind::Date, Value::On(Partial { year, ..from })),
            });
        }
        if let Some((stop, last)) = self.month_after_hyphen(end) {
            let (end, year) = self.year_behind(stop).unwrap_or((stop, 0));
            return Some(between(at, end, Partial::month(0, month), Partial::month(year, last)));
        }
        if let Some((end, year)) = self.year_behind(end) {
            return Some(Found::new(at, end, TimeKind::Date, Value::On(Partial::month(year, month))));
        }
        if let Some((end, offset)) = self.other_year(end) {
            return Some(Found::new(
                at,
                end,
                TimeKind::Relative,
                Value::InYear(Partial::month(0, month), Partial::month(0, month), offset),
            ));
        }
        self.is_bare_month(at, end, governed)
            .then(|| Found::new(at, end, TimeKind::Date, Value::On(Partial::month(0, month))))
    }

    /// Whether the word of a month means one: always, but "May", "March" and short forms need a sign.
    fn is_bare_month(&self, at: usize, end: usize, governed: bool) -> bool {
        if !self.doubtful(at) || governed {
            return true;
        }
        let dotted = end > at + 1 && self.view.tokens[at].len() <= 4 && self.view.id(end - 1) == kw::DOT;
        let hedged = self.after(at, &[kw::LEAST]) && self.after(at - 2, &[kw::UNTIL, kw::SINCE]);
        if hedged || self.governed(at) && !(dotted && self.after(at, &[kw::THE])) {
            return true;
        }
        let first = at == self.sentence.first as usize;
        let month_before = self.after(at, &[kw::AND, kw::OR, kw::TO, kw::COMMA]) && self.last_end.wrapping_add(1) == at;
        let month_after = self.view.is(end, &[kw::AND, kw::OR, kw::TO]) && self.month(end + 1).is_some();
        // "its March sales", "the May vote": a capital inside a sentence is the month's, unless all words have one.
        let named =
            self.view.shape(at) == Shape::Title && !first && !self.view.capital(at - 1) && !self.view.capital(end);
        let described = !first && self.view.likely(at - 1, pos::ADJECTIVE);
        let noun = described || self.noun_follows(end) && !self.view.verb_like(end);
        let full = self.view.tokens[at].len() > 3 || self.view.can_be(at, pos::MODAL);
        full && (month_before || named && noun) || month_after
    }

    /// "30", ", 30th", "the 4th" behind a month; not "in May 12 people died".
    fn day_after_month(&self, at: usize) -> Option<(usize, u8)> {
        let start = if self.view.id(at) == kw::THE { at + 1 } else { at };
        let (end, day, ordinal) = self.day(start)?;
        if start > at && !ordinal {
            return None;
        }
        let clock = self.view.id(end) == kw::COLON && self.view.glued(end) && self.view.glued(end + 1);
        let month = at - 1;
        let led = (month.saturating_sub(2)..month).any(|before| self.view.is(before, &[kw::IN, kw::SINCE, kw::DURING]));
        let counts = led && self.counted(end) || self.word(end, TimeWordKind::Clock).is_some();
        (!clock && !counts).then_some((end, day))
    }

    /// "-31", " to 7", " and 6", "-July 10" behind a day: the token after, and the last day.
    fn range_after_day(&self, at: usize, month: u8) -> Option<(usize, Partial)> {
        let hyphen = self.view.id(at) == kw::HYPHEN;
        if hyphen && let Some((end, other)) = self.month(at + 1) {
            let (end, day, _) = self.day(end)?;
            return Some((end, Partial::day(0, other, day)));
        }
        // "May 5, 6 and 7"
        let at = if self.days_follow(at) { self.over_days(at) } else { at };
        let hyphen = self.view.id(at) == kw::HYPHEN;
        if !hyphen && !self.view.is(at, &[kw::TO, kw::AND, kw::THROUGH]) {
            return None;
        }
        let (end, day, _) = self.day(at + 1)?;
        let free =
            hyphen || !self.counted(end) && (self.closed(end) || !self.noun_follows(end)) && self.month(end).is_none();
        free.then_some((end, Partial::day(0, month, day)))
    }

    /// Over ", 6" and its like, up to the join of the last day: ", 6 **and** 7".
    fn over_days(&self, at: usize) -> usize {
        let mut at = at;
        for _ in 0..8 {
            match self.day(at + 1) {
                Some((end, ..)) if self.view.id(at) == kw::COMMA && self.view.is(end, &[kw::COMMA, kw::AND]) => {
                    at = end + usize::from(self.view.id(end) == kw::COMMA && self.view.is(end + 1, &[kw::AND]));
                }
                _ => break,
            }
        }
        at
    }

    /// Whether ", 6" is followed by "and 7" or a further day: days of a list, not "May 5, 6 people".
    fn days_follow(&self, at: usize) -> bool {
        let last = self.over_days(at);
        last > at
            && self.view.is(last, &[kw::AND])
            && self.day(last + 1).is_some_and(|(end, ..)| !self.counted(end) && !self.noun_follows(end))
    }

    /// "-March" behind a month: "January-March".
    fn month_after_hyphen(&self, at: usize) -> Option<(usize, u8)> {
        if self.view.id(at) == kw::HYPHEN { self.month(at + 1) } else { None }
    }

    /// ", 2025", " 2025", " of 2025" behind a day or month.
    fn year_behind(&self, at: usize) -> Option<(usize, i16)> {
        let comma = self.view.is(at, &[kw::COMMA, kw::OF]);
        let year = at + usize::from(comma);
        let value = self.year(year)?;
        let hyphen =
            self.view.glued(year + 1) && self.view.is(year + 1, &[kw::HYPHEN]) && self.digits(year + 2).is_some();
        let unlikely = value % 100 == 0 || !(1900..=2039).contains(&value);
        let counted = unlikely && self.counted(year + 1) && !self.view.is(at, &[kw::OF]);
        let written = self.view.tokens[year].space_before;
        (written && !hyphen && !counted).then_some((year + 1, value))
    }

    /// " last year", " of this year" behind a month, weekday or season: the token after, and which year.
    pub fn other_year(&self, at: usize) -> Option<(usize, i32)> {
        let at = at + usize::from(self.view.is(at, &[kw::OF]));
        let (end, which) = self.which(at).filter(|(_, which)| (-1..=1).contains(which))?;
        let (end, length) = self.unit(end)?;
        (length == Length::Year && !self.view.is(end, &[kw::AGO])).then_some((end, which))
    }

    /// "March quarter", "the June half", with a year or without.
    fn month_quarter(&self, at: usize, end: usize, month: u8) -> Option<Found> {
        let end = self.over_hyphen(end);
        let months = match self.unit(end) {
            Some((_, Length::Quarter)) => 3,
            _ if self.view.is(end, &[kw::HALF]) => 6,
            _ => return None,
        };
        let of = end + 1 + usize::from(self.view.is(end + 1, &[kw::OF]));
        let (end, year) = self.year(of).map_or((end + 1, 0), |year| (of + 1, year));
        let first = if month >= months { month - months + 1 } else { month };
        let value = Value::Between(Partial::month(0, first), Partial::month(year, month));
        Some(Found::new(at, end, TimeKind::Period, value))
    }

    /// "30 April 2025", "15th of May", "5-7 May", "5 and 6 May", "19 June-10 July 1999", "first of May".
    pub fn day_led(&self, at: usize) -> Option<Found> {
        if let Some((end, day)) = self.ordinal(at)
            && self.view.tokens[at].kind == Kind::Word
        {
            let (end, month) = self.month(end + 1).filter(|_| self.view.is(end, &[kw::OF]))?;
            let (end, year) = self.year_behind(end).unwrap_or((end, 0));
            return Some(Found::new(at, end, TimeKind::Date, Value::On(Partial::day(year, month, day as u8))));
        }
        let (mut end, day, mut ordinal) = self.day(at)?;
        let mut last = None;
        if let Some((stop, second, is_ordinal)) = self.second_day(end) {
            (end, last) = (stop, Some(second));
            ordinal |= is_ordinal;
        }
        let of = end + usize::from(ordinal && self.view.is(end, &[kw::OF]));
        let of = if self.view.id(of) == kw::HYPHEN && self.view.glued(of) { of + 1 } else { of };
        let (mut end, month) = self.month(of)?;
        // "12 may" is no date, nor is "more than 20 march".
        if self.doubtful(of) && (!self.view.capital(of) || at > 0 && self.view.has(at - 1, Class::Bound)) {
            return None;
        }
        let from = Partial::day(0, month, day);
        if let Some(last) = last {
            let (end, year) = self.year_behind(end).unwrap_or((end, 0));
            return Some(between(at, end, from, Partial::day(year, month, last)));
        }
        if self.view.id(end) == kw::HYPHEN
            && let Some((stop, to, _)) = self.day(end + 1)
            && let Some((stop, month)) = self.month(stop)
        {
            let (stop, year) = self.year_behind(stop).unwrap_or((stop, 0));
            return Some(between(at, stop, from, Partial::day(year, month, to)));
        }
        // "30-Apr-2025"
        if self.view.id(end) == kw::HYPHEN && self.view.glued(end) && self.year(end + 1).is_some() {
            let year = self.year(end + 1)?;
            return Some(Found::new(at, end + 2, TimeKind::Date, Value::On(Partial { year, ..from })));
        }
        if let Some((stop, offset)) = self.other_year(end) {
            return Some(Found::new(at, stop, TimeKind::Relative, Value::InYear(from, from, offset)));
        }
        let mut year = 0;
        if let Some((stop, value)) = self.year_behind(end) {
            (end, year) = (stop, value);
        }
        Some(Found::new(at, end, TimeKind::Date, Value::On(Partial { year, ..from })))
    }

    /// "-7", " and 6", " to 7", ", 6 and 7" behind a first day.
    fn second_day(&self, at: usize) -> Option<(usize, u8, bool)> {
        let at = self.over_days(at);
        let join = self.view.id(at) == kw::HYPHEN || self.view.is(at, &[kw::AND, kw::TO, kw::OR]);
        if join { self.day(self.over_article(at + 1)) } else { None }
    }

    /// "2025-04-30", "30/04/2025", "4/30/25", "30.04.2025".
    pub fn numeric(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.dotted(at) {
            return Some(found);
        }
        let mark = self.view.id(at + 1);
        if mark != kw::HYPHEN && mark != kw::SLASH {
            return None;
        }
        let joined = (at + 1..at + 5).all(|token| self.view.glued(token)) && self.view.id(at + 3) == mark;
        if !joined {
            return None;
        }
        let parts = [self.digits(at)?, self.digits(at + 2)?, self.digits(at + 4)?];
        let lengths = [at, at + 2, at + 4].map(|token| self.view.tokens[token].len());
        let end = at + 5;
        if self.view.glued(end) && self.view.id(end) == mark && self.view.glued(end + 1) {
            return None;
        }
        let (year, month, day) = match lengths {
            [4, 1 | 2, 1 | 2] => (parts[0], parts[1], parts[2]),
            [1 | 2, 1 | 2, 4 | 2] if mark == kw::SLASH || lengths[2] == 4 => {
                let year = if lengths[2] == 2 { century(parts[2]) } else { parts[2] };
                match (parts[0], parts[1]) {
                    (first, second) if first > 12 => (year, second, first),
                    (first, second) if second > 12 || first == second => (year, first, second),
                    // Which of the two is the day, only the writer knows.
                    _ => return Some(Found::new(at, end, TimeKind::Date, Value::Unknown)),
                }
            }
            _ => return None,
        };
        let value = full(year, month, day)?;
        Some(Found::new(at, self.over_timestamp(end), TimeKind::Date, value))
    }

    /// "30.04.2025", one token.
    fn dotted(&self, at: usize) -> Option<Found> {
        let token =
            self.view.tokens.get(at).filter(|token| token.kind == Kind::Number && (8..=10).contains(&token.len()))?;
        let mut parts = token.text(self.view.text).split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
            return None;
        }
        let value = full(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        Some(Found::new(at, at + 1, TimeKind::Date, value))
    }

    /// Over the "T12:30:00Z" behind a date.
    fn over_timestamp(&self, end: usize) -> usize {
        let stamp = self.view.glued(end) && self.view.is_word(end) && self.view.slice(end, end + 1).starts_with('T');
        let mut stop = end;
        while stamp && stop < end + 10 && self.view.glued(stop) && (!self.mark(stop) || self.view.glued(stop + 1)) {
            stop += 1;
        }
        stop
    }

    /// "the 18th", "on the 5th,": a day of a month that is not named; not "the 9th round".
    pub fn day_of_month(&self, at: usize) -> Option<Found> {
        // Only an ordinal is one.
        if !self.view.glued(at + 1) {
            return None;
        }
        let (end, day, ordinal) = self.day(at)?;
        let led = ordinal
            && self.after(at, &[kw::THE])
            && self.after(
                at - 1,
                &[kw::ON, kw::BY, kw::SINCE, kw::UNTIL, kw::TILL, kw::FROM, kw::AND, kw::BETWEEN, kw::BEFORE, kw::OF],
            );
        let free = self.closed(end) && !self.view.is(end, &[kw::HYPHEN]) || !self.noun_follows(end);
        let free = free && !self.view.is(end, &[kw::OF]);
        (led && free).then(|| Found::new(at, end, TimeKind::Date, Value::DayOfMonth(day, 0)))
    }
}

fn between(first: usize, end: usize, from: Partial, to: Partial) -> Found {
    Found::new(first, end, TimeKind::Period, Value::Between(from, to))
}

fn century(year: u32) -> u32 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

fn full(year: u32, month: u32, day: u32) -> Option<Value> {
    let fits = (1000..=2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some(Value::On(Partial::day(year as i16, month as u8, day as u8)))
}
