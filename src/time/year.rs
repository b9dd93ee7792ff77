//! Years, runs of years, decades, centuries, eras and fiscal years.

use super::reader::{Found, Reader};
use super::value::{Partial, Value};
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, TimeWordKind, pos};
use crate::record::{Bound, TimeKind};
use crate::text::Kind;

/// Years that news speaks of as a matter of course.
const LIKELY: std::ops::RangeInclusive<i16> = 1900..=2039;

impl Reader<'_, '_> {
    /// Four digits that can be a year, with nothing behind them that makes them a measure.
    pub fn year(&self, at: usize) -> Option<i16> {
        let year = self.digits_of(at, 4).filter(|year| (1000..=2199).contains(year))?;
        (!self.view.glued(at + 1) || self.mark(at + 1) || self.view.is(at + 1, &[kw::S, kw::POSSESSIVE]))
            .then_some(year as i16)
    }

    /// "2019", "2015-16", "1914-1918", "300 BC", "AD 79", "FY2018".
    pub fn year_led(&self, at: usize, governed: bool) -> Option<Found> {
        let era = || if self.tells(&[TimeWordKind::Era]) { self.era(at) } else { None };
        let token = &self.view.tokens[at];
        if token.kind != Kind::Number {
            return era().or_else(|| self.fiscal_word(at)).or_else(|| self.fiscal_year(at));
        }
        // Other digits are years of an era alone.
        let four = token.len() == 4;
        era()
            .or_else(|| if four { self.year_of_account(at) } else { None })
            .or_else(|| self.fiscal_year(at))
            .or_else(|| if four { self.years(at, governed) } else { None })
            .or_else(|| if four { self.bare_year(at, governed) } else { None })
    }

    /// "300 BC", "2000 B.C.", "AD 79".
    fn era(&self, at: usize) -> Option<Found> {
        if self.digits(at).is_some() {
            // "287-212 BC"
            let joined = self.view.id(at + 1) == kw::HYPHEN && self.digits(at + 2).is_some();
            let (end, _) = self.word(at + if joined { 3 } else { 1 }, TimeWordKind::Era)?;
            return Some(Found::new(at, end, TimeKind::Date, Value::Unknown));
        }
        let (end, era) = self.word(at, TimeWordKind::Era)?;
        let year = self.digits(end).filter(|_| era == 1 && !self.counted(end + 1))?;
        Some(Found::new(at, end + 1, TimeKind::Date, Value::On(Partial::year(year as i16))))
    }

    /// "FY2018", "FY19": one token of letters and digits.
    pub fn fiscal_word(&self, at: usize) -> Option<Found> {
        let digits = self.view.tokens.get(at).and_then(|_| self.view.slice(at, at + 1).strip_prefix("FY"))?;
        let year: i16 = digits.parse().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
        let year = match digits.len() {
            2 => 2000 + year,
            4 => year,
            _ => return None,
        };
        Some(Found::new(at, at + 1, TimeKind::Period, Value::On(Partial::year(year))))
    }

    /// "fiscal year 2019", "the financial year 2018-19".
    fn fiscal_year(&self, at: usize) -> Option<Found> {
        let (end, _) = self.unit(at).filter(|(end, _)| *end > at + 1)?;
        let found = self.years(end, true).or_else(|| self.bare_year(end, true))?;
        Some(Found { first: at, kind: TimeKind::Period, ..found })
    }

    /// "the 2007 financial year".
    fn year_of_account(&self, at: usize) -> Option<Found> {
        let year = self.year(at).filter(|year| LIKELY.contains(year))?;
        let (end, _) = self.unit(at + 1).filter(|(end, _)| *end > at + 2 && !self.several(end - 1))?;
        Some(Found::new(at, end, TimeKind::Period, Value::On(Partial::year(year))))
    }

    /// A run of years as one word: "2015-16", "1914-1918", "2018/19"; not "1500-2000 troops".
    fn years(&self, at: usize, governed: bool) -> Option<Found> {
        let from = self.digits_of(at, 4).filter(|year| (1000..=2100).contains(year))? as i16;
        let slash = self.view.id(at + 1) == kw::SLASH;
        if !(slash || self.view.id(at + 1) == kw::HYPHEN) || !self.view.glued(at + 1) || !self.view.glued(at + 2) {
            return None;
        }
        let number = self.digits(at + 2)? as i16;
        let (to, short) = match self.view.tokens[at + 2].len() {
            2 if number <= from % 100 => (from - from % 100 + 100 + number, true),
            2 => (from - from % 100 + number, true),
            4 => (number, false),
            _ => return None,
        };
        let end = at + 3;
        let fits = from < to && to <= 2100 && to - from <= 99 && (!slash || to - from == 1);
        let further =
            self.view.glued(end) && (!self.mark(end) || self.view.id(end) == kw::HYPHEN && self.view.glued(end + 1));
        let season = to - from == 1;
        let plain = governed || self.governed(at) || self.after(at, &[kw::OPEN, kw::THE]) || LIKELY.contains(&from);
        let count =
            self.counted(end) && !(season || short && LIKELY.contains(&from)) || from % 100 == 0 && to % 100 == 0;
        (fits && !further && plain && !count)
            .then(|| Found::new(at, end, TimeKind::Period, Value::Between(Partial::year(from), Partial::year(to))))
    }

    /// A year by what stands around it: "in 2019", "the 2014 World Cup", "(2018)", "2018's".
    fn bare_year(&self, at: usize, governed: bool) -> Option<Found> {
        let year = self.year(at)?;
        let end = at + 1;
        let view = &self.view;
        if view.glued(end)
            && view.is(end, &[kw::HYPHEN, kw::SLASH])
            && view.glued(end + 1)
            && self.digits(end + 1).is_some()
        {
            return None;
        }
        let found = Found::new(at, end, TimeKind::Date, Value::On(Partial::year(year)));
        let counted = self.counted(end);
        let round = year % 100 == 0;
        if view.is(end, &[kw::PEOPLE, kw::PERCENT_SIGN]) || counted && round {
            return None;
        }
        // "by the year 2000", "the year was 1992", "the worst year, 2023,"
        let named = self.after(at, &[kw::YEAR, kw::YEARS])
            || self.after(at, &[kw::WAS, kw::IS, kw::COMMA]) && self.after(at - 1, &[kw::YEAR]);
        let accepted = governed
            || named && !counted
            || self.preposed(at, year, counted)
            || year % 100 != 0 && self.joined(at, counted)
            || LIKELY.contains(&year)
                && (self.bracketed(at)
                    || view.is(end, &[kw::POSSESSIVE, kw::S]) && view.glued(end)
                    || self.attributive(at, year, counted)
                    || self.joined(at, counted)
                    || self.opens_sentence(at));
        accepted.then_some(found)
    }

    /// "in 2019", "since at least 2014", "by 2030", "the summer of 2018"; not "a total of 1972", "fell by 1500".
    fn preposed(&self, at: usize, year: i16, counted: bool) -> bool {
        let view = &self.view;
        let sure = [kw::IN, kw::SINCE, kw::DURING, kw::UNTIL, kw::TILL, kw::THROUGHOUT, kw::CIRCA];
        // "one in 1000" is a ratio.
        let ratio = year % 100 == 0 && self.after(at, &[kw::IN]) && at > 1 && view.has(at - 2, Class::Number);
        if ratio {
            return false;
        }
        if self.after(at, &sure) {
            return !counted || LIKELY.contains(&year) && year % 100 != 0;
        }
        // "since at least 2014", "until about 2030".
        let hedged = self.after(at, &[kw::LEAST, kw::ABOUT, kw::AROUND, kw::EARLY, kw::LATE])
            && (at.saturating_sub(3)..at)
                .any(|before| view.is(before, &[kw::SINCE, kw::UNTIL, kw::IN, kw::BEFORE, kw::AFTER]));
        // "by around 2068", not "fell by around 2000".
        let by = self.after(at, &[kw::AROUND, kw::ABOUT])
            && self.after(at - 1, &[kw::BY])
            && !(at > 2 && view.has(at - 3, Class::Trend));
        if hedged || by && year % 100 != 0 {
            return !counted;
        }
        if counted {
            return false;
        }
        if let Some(paired) = self.paired(at, year) {
            return paired;
        }
        if self.after(at, &[kw::TO]) {
            // "dating back to 1997", "the 10 years to 2004"
            // "a dry start to 2006"
            let noun = at > 2
                && year % 100 != 0
                && view.can_be(at - 2, pos::NOUN)
                && view.likely(at - 3, pos::ADJECTIVE | pos::DETERMINER)
                // "the years leading up to 2005"
                || at > 2 && view.longest(at - 3, Class::Bound).is_some_and(|(end, row)| {
                    end == at && view.lexicon.bounds[row].bound == Bound::Exact
                });
            return LIKELY.contains(&year) && (self.after(at - 1, &[kw::BACK, kw::YEARS]) || noun);
        }
        if self.after(at, &[kw::OF]) {
            let total = at > 1 && view.is(at - 2, &[kw::TOTAL, kw::TOLL, kw::NUMBER]);
            let amount = at > 2 && view.is(at - 3, &[kw::A, kw::AN]);
            return LIKELY.contains(&year) && !total && !amount;
        }
        if self.after(at, &[kw::FROM]) && year % 100 != 0 && (1500..2100).contains(&year) {
            return true;
        }
        let unsure = [kw::BY, kw::FROM, kw::BEFORE, kw::AFTER, kw::THROUGH, kw::FOR, kw::AS, kw::AND];
        LIKELY.contains(&year) | (2040..=2100).contains(&year) && self.after(at, &unsure[..6])
            || LIKELY.contains(&year) && year % 100 != 0 && self.after(at, &unsure[6..7])
    }

    /// "between 1503 and 1506", "from 2000 to 2004": whether the two are years; nothing where there are no two.
    fn paired(&self, at: usize, from: i16) -> Option<bool> {
        let between = self.after(at, &[kw::BETWEEN]) && self.view.is(at + 1, &[kw::AND]);
        let ranged = self.after(at, &[kw::FROM]) && self.view.is(at + 1, &[kw::TO, kw::UNTIL, kw::THROUGH]);
        if !between && !ranged {
            return None;
        }
        let to = self.year(at + 2).filter(|to| *to > from && !self.counted(at + 3))?;
        let opens = at - 1 == self.sentence.first as usize && between;
        Some(opens || from % 100 != 0 || to % 100 != 0)
    }

    /// "(2018)".
    fn bracketed(&self, at: usize) -> bool {
        self.after(at, &[kw::OPEN]) && self.view.is(at + 1, &[kw::CLOSE, kw::COMMA])
    }

    /// "the 2014 World Cup", "a 2018 law", "Kenya's 2017 election"; not "the 1970 prisoners".
    fn attributive(&self, at: usize, year: i16, counted: bool) -> bool {
        // "two historic 1971 flights", "the oil-fired 2019 model"
        let hyphen = at > 2 && self.view.id(at - 2) == kw::HYPHEN && self.view.glued(at - 1);
        let (start, parts) = match hyphen {
            true => (at - 3, pos::ADJECTIVE | pos::PARTICIPLE | pos::PAST),
            false => (at.saturating_sub(1), pos::ADJECTIVE),
        };
        let described = start > 0
            && self.view.likely(at - 1, parts)
            && !self.view.has(start, Class::Bound)
            && (self.determined(start) || self.view.has(start - 1, Class::Number));
        let determined = self.determined(at) || described && year % 100 != 0;
        let person = self.view.has(at + 1, Class::Thing) && counted;
        determined
            && !person
            && self.view.is_word(at + 1)
            && (self.view.capital(at + 1) || !self.view.verb_like(at + 1))
    }

    /// Whether an article or a possessive stands before a token.
    fn determined(&self, at: usize) -> bool {
        let words = [kw::THE, kw::A, kw::AN, kw::THIS, kw::ITS, kw::HIS, kw::HER, kw::THEIR, kw::POSSESSIVE];
        self.after(at, &words) || self.after(at, &[kw::APOSTROPHE]) && self.view.glued(at - 1)
    }

    /// "2017, 2018 and **2019**", "from 2015 to **2019**": it goes on from a year.
    fn joined(&self, at: usize, counted: bool) -> bool {
        let year_before = matches!(self.last_value, Value::On(Partial { month: 0, .. }));
        let link = self.after(at, &[kw::AND, kw::OR, kw::COMMA, kw::TO, kw::THROUGH, kw::UNTIL, kw::HYPHEN]);
        let next =
            self.last_end.checked_add(1).is_some_and(|next| next == at || next + 1 == at && self.after(at, &[kw::AND]));
        year_before && link && next && !counted
    }

    /// "2019 was the worst year", "2020 has seen".
    fn opens_sentence(&self, at: usize) -> bool {
        at == self.sentence.first as usize && self.view.is(at + 1, &[kw::WAS, kw::IS, kw::HAS, kw::SAW, kw::HAD])
    }

    /// "1970s", "19th century": digits go on with an ending, glued to them.
    pub fn decade_or_century(&self, at: usize) -> Option<Found> {
        if self.view.has(at, Class::Number) {
            return self.century(at);
        }
        let goes_on = self.view.glued(at + 1);
        if goes_on { self.decade(at).or_else(|| self.century(at)) } else { None }
    }

    /// "1970s", "the '90s", "the 60s"; not "in his 60s".
    fn decade(&self, at: usize) -> Option<Found> {
        let digits = at + usize::from(self.view.tokens[at].punct() == b'\'');
        let number = self.digits(digits)? as i16;
        let end = digits + 2;
        let tens = number % 10 == 0 && self.view.is(digits + 1, &[kw::S]) && self.view.glued(digits + 1);
        if !tens || digits > at && !self.view.glued(digits) {
            return None;
        }
        let (from, to) = match self.view.tokens[digits].len() {
            4 if (1000..=1900).contains(&number) && number % 100 == 0 => (number, number + 99),
            4 if (1000..=2090).contains(&number) => (number, number + 9),
            2 if digits > at || self.after(at, &[kw::THE, kw::EARLY, kw::LATE, kw::AND]) => {
                (1900 + number, 1909 + number)
            }
            _ => return None,
        };
        Some(Found::new(at, end, TimeKind::Period, Value::Between(Partial::year(from), Partial::year(to))))
    }

    /// "19th century", "21st-century", "19th and 20th centuries".
    fn century(&self, at: usize) -> Option<Found> {
        if !self.tells(&[TimeWordKind::Unit]) {
            return None;
        }
        let (mut end, first) = self.ordinal(at)?;
        let mut last = first;
        if self.view.is(end, &[kw::AND, kw::TO])
            && let Some((next, second)) = self.ordinal(end + 1)
        {
            (end, last) = (next, second);
        }
        let word = self.over_hyphen(end);
        let (end, length) = self.unit(word)?;
        // "20th Century Fox"
        if self.view.capital(word) && self.view.capital(end) {
            return None;
        }
        if length != super::value::Length::Century || !(1..=21).contains(&first) || !(1..=21).contains(&last) {
            return None;
        }
        let (mut from, mut to) = (100 * (first - 1) + 1, 100 * last);
        let mut stop = end;
        if let Some((after, era)) = self.word(end, TimeWordKind::Era) {
            stop = after;
            if era < 0 {
                (from, to) = (0, 0);
            }
        }
        let value = match from {
            0 => Value::Unknown,
            _ => Value::Between(Partial::year(from as i16), Partial::year(to as i16)),
        };
        Some(Found::new(at, stop, TimeKind::Period, value))
    }

    /// Whether a noun phrase goes on at a token, so that what stands before it may only describe it: "March **sales**".
    pub fn noun_follows(&self, at: usize) -> bool {
        self.view.is_word(at)
            && (self.view.capital(at) || self.view.likely(at, pos::NOUN | pos::PLURAL | pos::ADJECTIVE))
    }
}
