//! Times told from today or from each other: "Tuesday night", "last month", "past 48 hours", "two weeks ago".

use super::reader::{Found, Reader};
use super::value::{Length, Partial, Value};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, TimeWord, TimeWordKind, pos};
use crate::record::TimeKind;
use crate::text::Kind;

impl Reader<'_, '_> {
    /// "Tuesday", "Tuesday night", "Wednesday, April 30, 2025", "Friday the 13th", "Monday last week".
    pub fn weekday_led(&self, at: usize) -> Option<Found> {
        let (end, day) = self.word(at, TimeWordKind::Weekday)?;
        if self.stands_alone(end) {
            return self.is_weekday(at, end).then(|| self.bare_weekday(at, end, day as u8));
        }
        let comma = end + usize::from(self.view.id(end) == kw::COMMA);
        let date = self.month_led(comma, false).or_else(|| self.day_led(self.over_article(comma)));
        if let Some(date) = date
            && let Value::On(Partial { day: 1.., .. }) = date.value
        {
            return Some(Found { first: at, ..date });
        }
        if let Some((end, number, _)) = self.day(self.over_article(end)).filter(|(_, _, ordinal)| *ordinal) {
            return Some(Found::new(at, end, TimeKind::Date, Value::DayOfMonth(number, day as u8)));
        }
        if !self.is_weekday(at, end) {
            return None;
        }
        // "Monday-Friday"
        if self.view.id(end) == kw::HYPHEN
            && let Some((stop, _)) = self.word(end + 1, TimeWordKind::Weekday)
        {
            return Some(Found::new(at, stop, TimeKind::Period, Value::Unknown));
        }
        // "Monday night", "Monday noon".
        let part = self.over_part(end);
        let noon = |end: usize| self.word(end, TimeWordKind::Clock).map_or(end, |(end, _)| end);
        let end = if part == end { noon(end) } else { part };
        Some(match self.other_week(end) {
            Some((end, which)) if !self.is_any_weekday(at) => {
                Found::new(at, end, TimeKind::Relative, which_week(day as u8, which))
            }
            _ => self.bare_weekday(at, end, day as u8),
        })
    }

    /// A weekday with nothing behind it that tells which.
    fn bare_weekday(&self, at: usize, end: usize, day: u8) -> Found {
        let value = if self.is_any_weekday(at) { Value::Unknown } else { Value::Weekday(day, 9) };
        Found::new(at, end, TimeKind::Relative, value)
    }

    /// "Mondays".
    fn is_any_weekday(&self, at: usize) -> bool {
        let word = self.view.slice(at, at + 1).as_bytes();
        word.len() >= 4 && word[word.len() - 4..].eq_ignore_ascii_case(b"days")
    }

    /// Whether nothing of a time can follow what ends before a token, as at most: no figure, no word of time or number, also
    /// behind a comma, and nothing that joins.
    fn stands_alone(&self, end: usize) -> bool {
        const TIMED: u32 = Class::Time.bit() | Class::Number.bit();
        let view = &self.view;
        let next = end + usize::from(view.id(end) == kw::COMMA);
        view.tokens.get(next).is_none_or(|token| {
            token.kind != Kind::Number && view.mask(next) & TIMED == 0 && !view.is(next, &[kw::HYPHEN, kw::THE, kw::OF])
        })
    }

    /// Short forms need a sign: "on Sun.", "Mon. 5 May"; "the Sun." is none.
    fn is_weekday(&self, at: usize, end: usize) -> bool {
        let letters = self.view.tokens[at].len();
        letters > 5
            || self.governed(at) && !self.after(at, &[kw::THE])
            || self.view.id(end) == kw::COMMA && end > at + 1
    }

    /// Over a part of the day behind a day: " night", " early morning".
    fn over_part(&self, at: usize) -> usize {
        let start = self.over_hyphen(at);
        match self.word(start, TimeWordKind::Part) {
            Some((end, _)) => end,
            None => at,
        }
    }

    /// " last week", " of this week" behind a weekday.
    fn other_week(&self, at: usize) -> Option<(usize, i32)> {
        let at = at + usize::from(self.view.is(at, &[kw::OF]));
        let (end, which) = self.which(at).filter(|(_, which)| (-1..=1).contains(which))?;
        let (end, length) = self.unit(end)?;
        (length == Length::Week).then_some((end, which))
    }

    /// "yesterday", "today", "tonight", "last night", "yesterday morning"; not "Russia Today".
    pub fn day_word(&self, at: usize) -> Option<Found> {
        let (end, days) = self.word(at, TimeWordKind::Day)?;
        let name = at > self.sentence.first as usize
            && self.view.capital(at)
            && !self.view.glued(at)
            && self.view.capital(at - 1)
            && !self.view.likely(at - 1, pos::PAST | pos::PARTICIPLE | pos::PREPOSITION);
        let quoted = self.view.capital(at)
            && self.view.glued(at)
            && self.after(at, &[kw::QUOTE])
            && self.view.is(end, &[kw::QUOTE]);
        (!name && !quoted).then(|| Found::new(at, self.over_part(end), TimeKind::Relative, Value::DayOffset(days)))
    }

    /// "last week", "past 48 hours", "next few days", "this year", "previous day", "last Friday", "this morning",
    /// "this time last year", "last week of April", "that night".
    pub fn modified(&self, at: usize, depth: u8) -> Option<Found> {
        if self.view.is(at, &[kw::THAT, kw::THIS])
            && let Some(found) = self.that_time(at)
        {
            return Some(found);
        }
        // "spells that may last several hours": a verb.
        if self.view.is(at, &[kw::LAST]) && at > 0 && self.view.likely(at - 1, pos::MODAL) {
            return None;
        }
        if self.view.is(at, &[kw::SAME])
            && let Some(found) = self.same_of_other(at, depth)
        {
            return Some(found);
        }
        let (end, which) = self.which(at)?;
        let deictic = (-1..=1).contains(&which);
        if let Some((stop, day)) = self.word(end, TimeWordKind::Weekday) {
            let value = if deictic { Value::Weekday(day as u8, which) } else { Value::Unknown };
            return Some(Found::new(at, self.over_part(stop), TimeKind::Relative, value));
        }
        if let Some((stop, month)) = self.month(end).filter(|_| self.view.capital(end)) {
            let value = if which == -1 || which == 0 { Value::On(Partial::month(0, month)) } else { Value::Unknown };
            let (_, day, _) = self.day(stop).unwrap_or((0, 0, false));
            return (day == 0 && self.year(stop).is_none()).then(|| Found::new(at, stop, TimeKind::Relative, value));
        }
        if let Some((stop, _)) = self.word(end, TimeWordKind::Part).filter(|_| self.unit(end).is_none() || which == 0) {
            let value = if which == 0 { Value::DayOffset(0) } else { Value::Unknown };
            return Some(Found::new(at, stop, TimeKind::Relative, value));
        }
        let other = self.word(end, TimeWordKind::Season).or_else(|| self.word(end, TimeWordKind::Holiday));
        if let Some((stop, _)) = other {
            return Some(Found::new(at, stop, TimeKind::Relative, Value::Unknown));
        }
        self.window(at, end, which).or_else(|| self.one_unit(at, end, which, depth))
    }

    /// "same period last year", "same quarter of 2019", "same time last year".
    fn same_of_other(&self, at: usize, depth: u8) -> Option<Found> {
        let span = self.view.is(at + 1, &[kw::PERIOD, kw::TIME]);
        let end = if span { at + 2 } else { self.unit(at + 1)?.0 };
        let other = self.other_year(end).map(|(stop, _)| stop);
        let stop = match other {
            Some(stop) => stop,
            None if self.view.is(end, &[kw::OF]) => self.of_time(end, depth)?.end,
            None => return None,
        };
        Some(Found::new(at, stop, TimeKind::Relative, Value::Unknown))
    }

    /// "past 48 hours", "last two weeks", "next few days", "recent months".
    fn window(&self, at: usize, end: usize, which: i32) -> Option<Found> {
        let count = self.count(end).filter(|count| !count.article);
        // "recent four-week lows" compare, "the last three-month stay" lasts.
        if count.is_some_and(|count| self.view.id(count.end) == kw::HYPHEN) {
            return None;
        }
        // "expected to last two days".
        if count.is_some() && self.view.is(at, &[kw::LAST]) && self.after(at, &[kw::TO]) {
            return None;
        }
        let recent = self.view.is(at, &[kw::RECENT]);
        let (stop, length) = self.unit(count.map_or(end, |count| count.end))?;
        // "last years" stands for "last year's" where apostrophes were lost.
        let bare = count.is_none() && !recent && (!self.several(stop - 1) || self.view.is(at, &[kw::LAST]));
        if which == 0 || bare {
            return None;
        }
        if length == Length::Other && self.view.is(stop - 1, &[kw::SECOND]) || self.view.glued(stop) && !self.mark(stop)
        {
            return None;
        }
        let value = match count.and_then(|count| count.value) {
            Some(count) if which.abs() == 1 => Value::Window(length, count, which),
            _ => Value::Unknown,
        };
        Some(Found::new(at, stop, TimeKind::Period, value))
    }

    /// Whether the unit is in the plural: "past decades".
    pub fn several(&self, at: usize) -> bool {
        self.view.likely(at, pos::PLURAL)
    }

    /// "last week", "this year", "the following day", "the last week of April"; not "the last minute".
    fn one_unit(&self, at: usize, end: usize, which: i32, depth: u8) -> Option<Found> {
        let half = self.view.is(end, &[kw::HALF]) && (-1..=1).contains(&which);
        let (mut stop, length) = match self.unit(end) {
            Some(unit) => unit,
            None if half && !self.noun_follows(end + 1) && !self.view.is(end + 1, &[kw::A, kw::OF]) => {
                (end + 1, Length::Half)
            }
            None => return None,
        };
        let small = matches!(length, Length::Hour | Length::Other)
            && self.view.is(end, &[kw::SECOND, kw::SECONDS, kw::MINUTE, kw::MINUTES]);
        if small || self.view.id(stop) == kw::HYPHEN && self.view.glued(stop) && length == Length::Day {
            return None;
        }
        if self.view.is(stop, &[kw::OF])
            && let Some(found) = self.of_time(stop, depth)
        {
            return Some(Found { first: at, kind: TimeKind::Period, ..found });
        }
        if length == Length::Day {
            stop = self.over_part(stop);
        }
        let value = if (-1..=1).contains(&which) { Value::Unit(length, which) } else { Value::Unknown };
        Some(Found::new(at, stop, TimeKind::Relative, value))
    }

    /// "that night", "that year," and "this time last year".
    fn that_time(&self, at: usize) -> Option<Found> {
        if self.view.is(at, &[kw::THIS]) {
            let (end, which) = self.which(at + 2).filter(|_| self.view.is(at + 1, &[kw::TIME]))?;
            let (end, length) = self.unit(end)?;
            return Some(Found::new(at, end, TimeKind::Relative, Value::Unit(length, which)));
        }
        let part = || self.word(at + 1, TimeWordKind::Part).map(|(end, _)| end);
        let end = self.unit(at + 1).map(|(end, _)| end).or_else(part)?;
        let led = self.after(at, &[kw::ON, kw::IN, kw::BY, kw::SINCE, kw::DURING, kw::UNTIL, kw::EARLIER, kw::LATER]);
        (led || self.closed(end)).then(|| Found::new(at, end, TimeKind::Relative, Value::Unknown))
    }

    /// "two weeks ago", "year ago", "decades ago", "year earlier", "day before"; "17 minutes later" is a duration.
    pub fn away(&self, at: usize) -> Option<Found> {
        let count = self.count(at);
        let first = at + usize::from(count.is_some_and(|count| count.article));
        let (end, length) = self.unit(count.map_or(at, |count| self.over_hyphen(count.end)))?;
        // "a week and a half ago".
        let whole = end;
        let end = self.and_a_half(end);
        // "5 million years ago" measures.
        let number = |token: usize| self.view.has(token, Class::Number) || self.view.tokens[token].kind == Kind::Number;
        let measured = at > 0 && self.is_scale(at) && number(at - 1);
        if measured || count.is_none() && at > 0 && self.is_scale(at - 1) {
            return None;
        }
        let (stop, direction) = self.word(self.over_hyphen(end), TimeWordKind::Offset)?;
        let word = stop - 1;
        let now = self.view.is(word, &[kw::AGO]) || stop > self.over_hyphen(end) + 1;
        if now {
            let value = match count.map(|count| count.value) {
                Some(Some(count)) if end == whole => Value::Away(length, count, direction),
                _ => Value::Unknown,
            };
            return Some(Found::new(first, stop, TimeKind::Relative, value));
        }
        let one = count.is_none_or(|count| count.article);
        let plural = count.is_none() && self.several(end - 1);
        let relation = self.view.is(word, &[kw::BEFORE, kw::AFTER]) && !self.closed(stop);
        (one && !plural && !relation).then(|| Found::new(first, stop, TimeKind::Relative, Value::Unknown))
    }

    /// "of April", "of last year", "of the year" behind a part: from the "of" on.
    pub fn of_time(&self, of: usize, depth: u8) -> Option<Found> {
        let start = self.over_article(of + 1);
        if let Some((_, found)) = self.phrase(start, true, depth + 1) {
            return Some(found);
        }
        let (end, length) = self.unit(start)?;
        let whole = matches!(
            length,
            Length::Week
                | Length::Month
                | Length::Quarter
                | Length::Year
                | Length::Decade
                | Length::Century
                | Length::Half
        );
        let value = if length == Length::Year { Value::Unit(length, 0) } else { Value::Unknown };
        (whole && !self.several(end - 1)).then(|| Found::new(start, end, TimeKind::Relative, value))
    }

    /// A modifier that only narrows down: "early", "late", "end of", "mid-".
    pub fn narrowing(&self, at: usize) -> Option<usize> {
        let (end, _) = self.word(at, TimeWordKind::Modifier).filter(|(_, value)| *value == TimeWord::NONE)?;
        (!self.view.is(at, &[kw::EACH, kw::EVERY])).then_some(end)
    }
}

/// "Monday last week".
fn which_week(day: u8, which: i32) -> Value {
    match which {
        0 => Value::Weekday(day, 0),
        -1 => Value::Weekday(day, -7),
        _ => Value::Weekday(day, 7),
    }
}
