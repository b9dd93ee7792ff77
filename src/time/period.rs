//! Parts of longer times: "first half of 2023", "second quarter", "early March", "end of the year", seasons, holidays.

use super::reader::{Found, Reader};
use super::value::{Length, Partial, Value};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, TimeWord, TimeWordKind, pos};
use crate::record::TimeKind;

impl Reader<'_, '_> {
    /// "first half", "second quarter of 2019", "Q3", "first three months of the year", "week ending May 3".
    pub fn part_of_longer(&self, at: usize, depth: u8) -> Option<Found> {
        let named = || self.tells(&[TimeWordKind::Half, TimeWordKind::Quarter]) && self.view.has(at, Class::Time);
        let counted = self.view.is(at, &[kw::LAST, kw::FINAL]) || self.ordinal(at).is_some();
        let part = if counted || named() { self.half_or_quarter(at, depth) } else { None };
        let units = || if counted { self.first_units(at, depth) } else { None };
        // "ending" and its kin lead to a date.
        let ending = || if self.tells(&[TimeWordKind::Month]) { self.ending(at) } else { None };
        part.or_else(units).or_else(ending)
    }

    /// "first half of 2023", "second quarter", "third-quarter", "last quarter of 1997", "Q3 2019".
    fn half_or_quarter(&self, at: usize, depth: u8) -> Option<Found> {
        let (end, index, months) = self.part_name(at)?;
        // "the first half-hour", "the third quarter-final"
        if self.view.id(end) == kw::HYPHEN && self.view.glued(end) && self.view.glued(end + 1) && months == 6 {
            return None;
        }
        let first = (index as u8).saturating_sub(1) * months + 1;
        let fits = first <= 12 && index >= 1;
        let (from, to) = (Partial::month(0, first), Partial::month(0, first + months - 1));
        let part = |year: i16| match fits {
            true => Value::Between(Partial { year, ..from }, Partial { year, ..to }),
            false => Value::Unknown,
        };
        let in_year = |offset: i32| if fits { Value::InYear(from, to, offset) } else { Value::Unknown };
        let of = self.view.is(end, &[kw::OF]);
        if of && let Some(found) = self.of_time(end, depth) {
            let value = match found.value {
                Value::On(Partial { year, month: 0, .. }) if year > 0 => part(year),
                Value::Unit(Length::Year, offset) => in_year(offset),
                _ => Value::Unknown,
            };
            return Some(Found::new(at, found.end, TimeKind::Period, value));
        }
        if of && (self.view.tokens[at].len() <= 2 || self.view.is(end - 1, &[kw::HALF])) {
            // "the first half of the match" is no time of the calendar.
            return None;
        }
        if let Some(year) = self.year(end) {
            return Some(Found::new(at, end + 1, TimeKind::Period, part(year)));
        }
        if let Some((stop, offset)) = self.other_year(end) {
            return Some(Found::new(at, stop, TimeKind::Period, in_year(offset)));
        }
        Some(Found::new(at, end, TimeKind::Period, part(0)))
    }

    /// The words of a half or quarter: the token after, which one, and its length in months.
    fn part_name(&self, at: usize) -> Option<(usize, i32, u8)> {
        if let Some((end, index)) = self.word(at, TimeWordKind::Quarter) {
            return Some((end, index, 3));
        }
        if let Some((end, index)) = self.word(at, TimeWordKind::Half) {
            return Some((end, index, 6));
        }
        if self.view.is(at, &[kw::LAST, kw::FINAL]) {
            let half = self.view.is(at + 1, &[kw::HALF]);
            let quarter = self.unit(at + 1).is_some_and(|(_, length)| length == Length::Quarter);
            let of = self.view.is(at + 2, &[kw::OF]) && (half || quarter) && self.of_time(at + 2, 0).is_some();
            return of.then_some(if half { (at + 2, 2, 6) } else { (at + 2, 4, 3) });
        }
        let (end, index) = self.ordinal(at)?;
        let end = self.over_hyphen(end);
        if self.view.is(end, &[kw::HALF]) && index <= 2 {
            return Some((end + 1, index, 6));
        }
        let (stop, length) = self.unit(end)?;
        (length == Length::Quarter && index <= 4 && !self.several_units(end)).then_some((stop, index, 3))
    }

    fn several_units(&self, at: usize) -> bool {
        self.view.likely(at, pos::PLURAL)
    }

    /// "first three months of 2019", "first week of May", "final days of April": with "of" and a time.
    fn first_units(&self, at: usize, depth: u8) -> Option<Found> {
        let (end, index) = match self.ordinal(at) {
            Some((end, index)) => (end, Some(index)),
            None if self.view.is(at, &[kw::LAST, kw::FINAL]) => (at + 1, None),
            None => return None,
        };
        let count = self.count(end).filter(|count| !count.article);
        let (end, length) = self.unit(count.map_or(end, |count| count.end))?;
        // "in the first nine months", of the year that the text is about.
        let plain = index == Some(1) && matches!(length, Length::Month | Length::Quarter) && self.governed(at);
        if plain && count.is_some() && (!self.view.is(end, &[kw::OF]) || self.of_time(end, depth).is_none()) {
            return Some(Found::new(at, end, TimeKind::Period, Value::Unknown));
        }
        if !self.view.is(end, &[kw::OF]) {
            return None;
        }
        let found = self.of_time(end, depth)?;
        let months =
            count.and_then(|count| count.value).filter(|months| length == Length::Month && (1..=12).contains(months));
        let value = match (found.value, months, index) {
            (Value::On(Partial { year: 1.., month: 0, .. }), Some(months), Some(1)) => {
                let Value::On(Partial { year, .. }) = found.value else { return None };
                Value::Between(Partial::month(year, 1), Partial::month(year, months as u8))
            }
            _ => found.value,
        };
        Some(Found::new(at, found.end, TimeKind::Period, value))
    }

    /// "week ending May 3", "year ended March 31", "nine months to September", "three months through June".
    fn ending(&self, at: usize) -> Option<Found> {
        let count = self.count(at).filter(|count| !count.article);
        let (end, length) = self.unit(count.map_or(at, |count| count.end))?;
        let full = matches!(length, Length::Week | Length::Month | Length::Quarter | Length::Year | Length::Half);
        let ending = self.view.is(end, &[kw::ENDING, kw::ENDED]);
        let through = self.view.is(end, &[kw::TO, kw::THROUGH]) && length != Length::Week;
        if !full || !ending && !through {
            return None;
        }
        let start = end + 1 + usize::from(ending && self.view.is(end + 1, &[kw::IN, kw::ON]));
        let found = self.month_led(start, true).or_else(|| self.day_led(start))?;
        let value = match (found.value, count.map_or(Some(1), |count| count.value)) {
            (Value::On(last), Some(count)) if last.month > 0 => Value::Ending(length, count, last),
            _ => Value::Unknown,
        };
        Some(Found::new(at, found.end, TimeKind::Period, value))
    }

    /// "early March", "late Friday", "mid-2017", "end of 2022", "earlier this year", "earlier in the day".
    pub fn narrowed(&self, at: usize, depth: u8) -> Option<Found> {
        let after = self.narrowing(at)?;
        let linked = self.view.is(after - 1, &[kw::OF, kw::IN, kw::THROUGH]);
        let mut start = self.over_hyphen(after);
        // "late on Friday": the time has no preposition within.
        if !linked && self.view.is(start, &[kw::ON]) {
            return None;
        }
        if !linked && self.view.is(start, &[kw::IN]) {
            start += 1;
        }
        let article = start > after || linked;
        let inner = if article { self.over_article(start) } else { start };
        if let Some((_, found)) = self.phrase(inner, true, depth + 1) {
            // "late 12" and the like: a time of the clock is not narrowed.
            return (found.kind != TimeKind::Time).then_some(Found { first: at, ..found });
        }
        let (end, length) = self.unit(inner).filter(|_| article)?;
        let whole = matches!(
            length,
            Length::Week | Length::Month | Length::Quarter | Length::Year | Length::Decade | Length::Century
        );
        // "earlier in the day" is a time, "the end of the day" is not.
        let day = length == Length::Day && !self.view.is(after - 1, &[kw::OF]) || length == Length::Weekend;
        ((whole || day) && !self.several_units(end - 1)).then(|| {
            Found::new(
                at,
                end,
                TimeKind::Relative,
                if length == Length::Year { Value::Unit(length, 0) } else { Value::Unknown },
            )
        })
    }

    /// "summer 2019", "the spring of 2020", "in the autumn", "weekend"; not "the fall of Kabul".
    pub fn season(&self, at: usize, governed: bool) -> Option<Found> {
        if let Some(found) = self.weekend(at) {
            return Some(found);
        }
        if !self.tells(&[TimeWordKind::Season]) {
            return None;
        }
        let (end, index) = self.word(at, TimeWordKind::Season)?;
        let of = end + usize::from(self.view.is(end, &[kw::OF]));
        if let Some(year) = self.year(of).filter(|_| !self.counted(of + 1)) {
            return Some(Found::new(at, of + 1, TimeKind::Period, Value::On(Partial::year(year))));
        }
        if let Some((end, offset)) = self.other_year(end) {
            return Some(Found::new(at, end, TimeKind::Relative, Value::Unit(Length::Year, offset)));
        }
        let led = self.governor(at).is_some_and(|before| {
            let sure = [kw::IN, kw::SINCE, kw::UNTIL, kw::DURING, kw::THROUGHOUT];
            let likely = [kw::BY, kw::BEFORE, kw::AFTER, kw::OVER, kw::FROM, kw::THROUGH];
            self.view.is(before, &sure) || index != TimeWord::NONE && self.view.is(before, &likely) && self.closed(end)
        });
        let open = self.closed(end) || !self.noun_follows(end);
        let verb = self.view.is(at, &[kw::FALL]) && self.view.is(end, &[kw::OF, kw::FROM, kw::IN, kw::TO]);
        ((led || governed) && open && !verb).then(|| Found::new(at, end, TimeKind::Period, Value::Unknown))
    }

    /// "over the weekend", "at weekends".
    fn weekend(&self, at: usize) -> Option<Found> {
        let led = self.governor(at).is_some_and(|before| {
            self.view.is(before, &[kw::AT, kw::OVER, kw::ON, kw::DURING, kw::SINCE, kw::BY, kw::UNTIL, kw::BEFORE])
        });
        let (end, _) = self.unit(at).filter(|(_, length)| led && *length == Length::Weekend)?;
        // "Over the weekend police arrested 40".
        let opens = self.governor(at) == Some(self.sentence.first as usize);
        let open = opens || self.closed(end) || !self.noun_follows(end);
        let value = if self.several_units(at) { Value::Unknown } else { Value::Unit(Length::Weekend, -1) };
        open.then(|| Found::new(at, end, TimeKind::Relative, value))
    }

    /// "on Christmas Eve", "during Ramadan", "Christmas 2019", "9/11"; not "Christmas presents".
    pub fn holiday(&self, at: usize, governed: bool) -> Option<Found> {
        let (end, value) = self.word(at, TimeWordKind::Holiday)?;
        let fixed = value != TimeWord::NONE;
        let day = |year: i16| match fixed {
            true => Value::On(Partial::day(year, (value / 100) as u8, (value % 100) as u8)),
            false => Value::On(Partial::year(year)),
        };
        if let Some(year) = self.year(end).filter(|_| !self.counted(end + 1)) {
            return Some(Found::new(at, end + 1, TimeKind::Date, day(year)));
        }
        if let Some((end, offset)) = self.other_year(end) {
            return Some(Found::new(at, end, TimeKind::Relative, Value::Unit(Length::Year, offset)));
        }
        let led =
            governed || self.governor(at).is_some_and(|before| self.view.is(before, super::reader::TIME_PREPOSITIONS));
        let open = self.closed(end) || !self.noun_follows(end) || self.word(end, TimeWordKind::Part).is_some();
        let slashed = self.digits(at).is_some();
        // "Christmas presents" are no time, "Christmas Eve traffic" tells one.
        if !slashed && end == at + 1 && !(led && open) {
            return None;
        }
        let end = self.word(end, TimeWordKind::Part).map_or(end, |(end, _)| end);
        Some(Found::new(at, end, TimeKind::Date, if fixed { day(0) } else { Value::Unknown }))
    }
}
