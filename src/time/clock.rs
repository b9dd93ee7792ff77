//! Times of the clock: "3.40 am", "17:00", "1700 GMT", "six o'clock", "noon", "dawn".

use super::reader::{Found, Reader};
use super::value::{Length, Value};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{TimeWord, TimeWordKind};
use crate::record::TimeKind;
use crate::text::Kind;

/// The hour before which a part of the day belongs to the night.
const DAWN: i32 = 5;

/// Hour and minute, and whether they were written in a way that nothing else is ("17:00" may be a score).
struct Reading {
    end: usize,
    hour: u32,
    minute: u32,
    colon: bool,
}

impl Reader<'_, '_> {
    pub fn clock(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.spoken(at) {
            return Some(found);
        }
        // Without a word of the clock, only "at 17:00" and "at 1700 hours" are left.
        if !self.tells(&[TimeWordKind::Clock, TimeWordKind::Part]) {
            let token = &self.view.tokens[at];
            let written = token.kind == Kind::Number && (token.len() == 4 || self.view.id(at + 1) == kw::COLON);
            return if written { self.clock_time(at) } else { None };
        }
        self.named_hour(at)
            .or_else(|| self.span_of_hours(at))
            .or_else(|| self.clock_time(at))
            .or_else(|| self.part_of_day(at))
    }

    /// "half past six", "quarter to nine", "at ten past three".
    fn spoken(&self, at: usize) -> Option<Found> {
        let view = &self.view;
        let quarter = view.is(at, &[kw::QUARTER]);
        let to = quarter && view.is(at + 1, &[kw::TO]);
        let (end, minute) = match () {
            () if quarter => (at + 1, 15),
            () if view.is(at, &[kw::HALF]) => (at + 1, 30),
            () if view.is(at + 1, &[kw::PAST]) && self.after(at, &[kw::AT, kw::BY, kw::UNTIL, kw::SINCE]) => {
                let count = self.count(at).filter(|count| !count.article && count.end == at + 1)?;
                (count.end, count.value.filter(|minute| (1..30).contains(minute))?)
            }
            () => return None,
        };
        if !to && !view.is(end, &[kw::PAST]) {
            return None;
        }
        let count = self.count(end + 1).filter(|count| !count.article && !self.counted(count.end))?;
        let hour = count.value.filter(|hour| (1..=12).contains(hour))?;
        let (end, noon) = self.half_of_day(count.end).map_or((count.end, 0), |(end, noon)| (end, noon as i32));
        let passed = (60 * (hour % 12 + noon) + if to { -minute } else { minute }).rem_euclid(24 * 60);
        // Without a half of the day, noon stays noon.
        let passed = if hour == 12 && end == count.end { (passed + 720) % 1440 } else { passed };
        Some(Found::new(at, end, TimeKind::Time, Value::Clock((passed / 60) as u8, (passed % 60) as u8)))
    }

    /// "3.40 am", "8 p.m. ET", "1700 GMT", "6 o'clock", "at 17:00".
    fn clock_time(&self, at: usize) -> Option<Found> {
        let reading = self.reading(at)?;
        let half = self.half_of_day(reading.end);
        let (end, hour) = match half {
            Some((end, noon)) if (1..=12).contains(&reading.hour) => (end, reading.hour % 12 + noon),
            Some(_) => return None,
            None => (reading.end, reading.hour),
        };
        let digits = self.view.tokens[at].len();
        // "5 hrs" is a length of time.
        let zone = self.zone(end).filter(|_| digits >= 4 || reading.colon || !self.view.is(end, &[kw::HOURS, kw::HRS]));
        let at_hour = self
            .after(at, &[kw::AT, kw::BY, kw::UNTIL, kw::TILL, kw::SINCE, kw::BEFORE, kw::AFTER, kw::AROUND, kw::FROM]);
        // "at 5 in the morning"
        if let Some((noon, after)) = self.time_of_day(end).filter(|_| at_hour && zone.is_none() && half.is_none())
            && (1..=12).contains(&reading.hour)
            && digits <= 2
        {
            let value = Value::Clock((reading.hour % 12 + noon) as u8, reading.minute as u8);
            return Some(Found::new(at, after, TimeKind::Time, value));
        }
        let zero = digits == 4 && self.digits(at).is_some() && self.view.slice(at, at + 1).starts_with('0');
        let alone = (reading.colon || zero) && at_hour && !self.counted(end);
        let military = digits == 4 && at_hour && self.view.is(end, &[kw::HOURS, kw::HRS]);
        let whole = digits <= 2 || reading.colon || zero && alone || half.is_some() || zone.is_some() || military;
        if !whole || half.is_none() && zone.is_none() && !alone && !military || hour > 23 {
            return None;
        }
        let end = zone.unwrap_or(end) + usize::from(military && zone.is_none());
        Some(Found::new(at, end, TimeKind::Time, Value::Clock(hour as u8, reading.minute as u8)))
    }

    /// "in the morning", "in the evening": 0 or 12, and the token after it.
    fn time_of_day(&self, at: usize) -> Option<(u32, usize)> {
        let led = self.view.is(at, &[kw::IN]) && self.view.is(at + 1, &[kw::THE]);
        let (end, _) = self.word(at + 2, TimeWordKind::Part).filter(|_| led)?;
        Some((if self.view.is(at + 2, &[kw::MORNING]) { 0 } else { 12 }, end))
    }

    /// The figures of a time: "3", "3.40", "3:40", "3:40:15", "1700".
    fn reading(&self, at: usize) -> Option<Reading> {
        let text = self.view.tokens.get(at).map(|_| self.view.slice(at, at + 1))?;
        if let Some((hour, minute)) = text.split_once('.') {
            let (hour, minute) = (small(hour)?, small(minute).filter(|_| minute.len() == 2)?);
            return Some(Reading { end: at + 1, hour, minute, colon: false }).filter(|_| minute < 60);
        }
        let number = match self.digits(at) {
            Some(number) => number,
            None => {
                // "six o'clock"
                let count = self.count(at).filter(|count| !count.article)?;
                let hour = count.value.filter(|_| self.half_of_day(count.end).is_some() || self.oclock(count.end))?;
                return Some(Reading { end: count.end, hour: hour as u32, minute: 0, colon: false });
            }
        };
        let glued = |token: usize| self.view.glued(token);
        let minutes = |token: usize| {
            let colon = self.view.id(token) == kw::COLON && glued(token) && glued(token + 1);
            colon.then(|| self.digits_of(token + 1, 2)).flatten().filter(|minute| *minute < 60)
        };
        if self.view.tokens[at].len() <= 2
            && let Some(minute) = minutes(at + 1)
        {
            let seconds = minutes(at + 3).is_some();
            return Some(Reading { end: at + 3 + 2 * usize::from(seconds), hour: number, minute, colon: true });
        }
        let (hour, minute) = if self.view.tokens[at].len() == 4 { (number / 100, number % 100) } else { (number, 0) };
        Some(Reading { end: at + 1, hour, minute, colon: false })
            .filter(|_| minute < 60 && self.view.tokens[at].len() != 3)
    }

    /// "am" and "p.m.": the token after, and 0 or 12.
    fn half_of_day(&self, at: usize) -> Option<(usize, u32)> {
        let (end, value) = self.word(at, TimeWordKind::Clock).filter(|(_, value)| matches!(value, 0 | 12))?;
        Some((end, value as u32))
    }

    /// "o'clock" and the zones: the token after them, "local time" and "in the morning" included.
    fn zone(&self, at: usize) -> Option<usize> {
        let (end, _) = self.word(at, TimeWordKind::Clock).filter(|(_, value)| *value == TimeWord::NONE)?;
        let further = self.word(end, TimeWordKind::Clock).filter(|(_, value)| *value == TimeWord::NONE);
        Some(further.map_or(end, |(end, _)| end))
    }

    fn oclock(&self, at: usize) -> bool {
        self.word(at, TimeWordKind::Clock).is_some_and(|(_, value)| value == TimeWord::NONE)
    }

    /// "3-5 p.m.", "9 to 11 am": the first hour has no half of the day of its own.
    fn span_of_hours(&self, at: usize) -> Option<Found> {
        let first = self.reading(at).filter(|first| (1..=12).contains(&first.hour))?;
        let join = self.view.id(first.end) == kw::HYPHEN || self.view.is(first.end, &[kw::TO, kw::AND]);
        let second = self.reading(first.end + 1).filter(|second| join && (1..=12).contains(&second.hour))?;
        let (end, _) = self.half_of_day(second.end)?;
        let end = self.zone(end).unwrap_or(end);
        Some(Found::new(at, end, TimeKind::Time, Value::Unknown))
    }

    /// "noon", "midnight", "12 noon".
    fn named_hour(&self, at: usize) -> Option<Found> {
        let word = |at: usize| self.word(at, TimeWordKind::Clock).filter(|(_, value)| *value >= 100);
        let number = usize::from(self.digits(at) == Some(12));
        let (end, value) = word(at + number)?;
        let (hour, minute) = (value as u32 / 100 % 24, value as u32 % 100);
        let end = self.zone(end).unwrap_or(end);
        Some(Found::new(at, end, TimeKind::Time, Value::Clock(hour as u8, minute as u8)))
    }

    /// "at dawn", "in the morning", "during the night", "overnight", "early morning"; not "morning coffee".
    fn part_of_day(&self, at: usize) -> Option<Found> {
        let (end, hour) = self.word(at, TimeWordKind::Part)?;
        let before = self.governor(at);
        let led = before.is_some_and(|before| {
            self.view.is(
                before,
                &[
                    kw::IN,
                    kw::AT,
                    kw::BEFORE,
                    kw::AFTER,
                    kw::BY,
                    kw::SINCE,
                    kw::UNTIL,
                    kw::TILL,
                    kw::DURING,
                    kw::AROUND,
                ],
            )
        });
        let article = self.after(at, &[kw::THE]);
        // "at night" and "in the morning", but not "in morning traffic".
        let open = self.closed(end) || !self.noun_follows(end) || self.view.is(end, &[kw::OF]);
        let adverb = self.view.likely(at, crate::lexicon::sense::pos::ADVERB) && !article;
        let mut end = end;
        if !(led && open || adverb) {
            return None;
        }
        let mut kind = if article || adverb { TimeKind::Relative } else { TimeKind::Time };
        // "the early hours of Monday", "dawn on Friday".
        if self.view.is(end, &[kw::OF, kw::ON])
            && let Some(day) = self.weekday_led(end + 1).or_else(|| self.day_word(end + 1))
        {
            end = day.end;
            return Some(Found { first: at, end, ..day });
        }
        if self.view.is(end, &[kw::OF]) {
            return None;
        }
        if end == at + 1 && adverb {
            kind = TimeKind::Relative;
            // "overnight": the night to the day of the text.
            if (0..DAWN).contains(&hour) {
                return Some(Found::new(at, end, kind, Value::Window(Length::Day, 1, -1)));
            }
        }
        Some(Found::new(at, end, kind, Value::Unknown))
    }
}

fn small(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.len() > 2 { None } else { digits.parse().ok() }
}
