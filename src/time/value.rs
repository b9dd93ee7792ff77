//! What an expression stands for, and its ISO 8601 value once the document's date is known.

use jiff::{Span, ToSpan};

use crate::Date;

/// A date that may lack its parts: 0 where the words do not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Partial {
    pub year: i16,
    pub month: u8,
    pub day: u8,
}

impl Partial {
    pub const fn year(year: i16) -> Self {
        Partial { year, month: 0, day: 0 }
    }

    pub const fn month(year: i16, month: u8) -> Self {
        Partial { year, month, day: 0 }
    }

    pub const fn day(year: i16, month: u8, day: u8) -> Self {
        Partial { year, month, day }
    }

    fn of(date: Date) -> Self {
        Partial::day(date.year(), date.month().cast_unsigned(), date.day().cast_unsigned())
    }

    /// "2025", "2025-04", "2025-04-30"; nothing where the year is not known.
    fn iso(self) -> Option<String> {
        let Partial { year, month, day } = self;
        match (year, month, day) {
            (0, ..) => None,
            (_, 0, _) => Some(format!("{year:04}")),
            (_, _, 0) => Some(format!("{year:04}-{month:02}")),
            _ => Some(format!("{year:04}-{month:02}-{day:02}")),
        }
    }
}

/// Lengths of time that a calendar knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Length {
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
    Other,
}

impl Length {
    /// The length of a unit of `times.tsv`, which gives it in days.
    pub fn of_days(days: i32) -> Self {
        match days {
            1 => Length::Day,
            2 => Length::Weekend,
            7 => Length::Week,
            14 => Length::Fortnight,
            30 => Length::Month,
            91 => Length::Quarter,
            182 => Length::Half,
            365 => Length::Year,
            3652 => Length::Decade,
            36525 => Length::Century,
            _ => Length::Other,
        }
    }

    /// So many of it, as a span of the calendar; none for lengths that have no exact one, and beyond what dates hold.
    fn times(self, count: i32) -> Option<Span> {
        let (days, months) = match self {
            Length::Hour => (count / 24, 0),
            Length::Day => (count, 0),
            Length::Week => (count.checked_mul(7)?, 0),
            Length::Fortnight => (count.checked_mul(14)?, 0),
            Length::Month => (0, count),
            Length::Quarter => (0, count.checked_mul(3)?),
            Length::Half => (0, count.checked_mul(6)?),
            Length::Year => (0, count.checked_mul(12)?),
            Length::Decade => (0, count.checked_mul(120)?),
            Length::Century => (0, count.checked_mul(1200)?),
            Length::Weekend | Length::Other => return None,
        };
        Span::new().try_days(days).ok()?.try_months(months).ok()
    }
}

/// What an expression stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value {
    /// Nothing that the calendar knows: "recent days", "the same night".
    Unknown,
    /// "30 April 2025", "May", "2019".
    On(Partial),
    /// "August 3-September 5, 2003", "the second half of 2011", "the 1970s".
    Between(Partial, Partial),
    /// "Tuesday", with -1 for "last", 0 for "this", 1 for "next", 9 for none of them, -7 and 7 for "last week" and
    /// "next week".
    Weekday(u8, i32),
    /// "yesterday" is -1.
    DayOffset(i32),
    /// "the 18th", with the weekday in "Friday the 13th", else 0.
    DayOfMonth(u8, u8),
    /// "last month" is month and -1.
    Unit(Length, i32),
    /// Months or a day of another year: "April last year" is -1.
    InYear(Partial, Partial, i32),
    /// "week ending May 3", "three months to June": length, how many, last date.
    Ending(Length, i32, Partial),
    /// "past 24 hours", "next two weeks": length, how many, direction.
    Window(Length, i32, i32),
    /// "two weeks ago" and "a year from now": length, how many, direction.
    Away(Length, i32, i32),
    /// "3.40 am": hour and minute.
    Clock(u8, u8),
}

/// What values are worked out from.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Now {
    /// When the document was published.
    pub date: Option<Date>,
    /// Year of the last full date that the text gave.
    pub text_year: i16,
    /// The sentence tells of what is to come.
    pub future: bool,
}

impl Value {
    /// The ISO 8601 value; none where something is missing.
    pub fn iso(self, now: Now) -> Option<String> {
        match self {
            Value::Clock(hour, minute) => Some(format!("T{hour:02}:{minute:02}")),
            _ => {
                let (from, to) = self.range(now)?;
                match from == to {
                    true => from.iso(),
                    false => Some(format!("{}/{}", from.iso()?, to.iso()?)),
                }
            }
        }
    }

    /// First and last date; the same twice where it is one.
    pub fn range(self, now: Now) -> Option<(Partial, Partial)> {
        let one = |partial: Partial| Some((partial, partial));
        match self {
            Value::Unknown | Value::Clock(..) => None,
            Value::On(partial) => one(with_year(partial, now)?),
            Value::Between(from, to) => {
                let to = with_year(to, now)?;
                let year = match from.year {
                    0 if from.month > to.month => to.year - 1,
                    0 => to.year,
                    year => year,
                };
                Some((Partial { year, ..from }, to))
            }
            Value::Weekday(day, which) => one(Partial::of(weekday(day, which, now)?)),
            Value::DayOffset(days) => one(Partial::of(now.date?.checked_add(days.days()).ok()?)),
            Value::DayOfMonth(day, weekday) => one(Partial::of(day_of_month(day, weekday, now)?)),
            Value::Unit(length, offset) => unit(length, offset, now.date?),
            Value::InYear(from, to, offset) => {
                let year = now.date?.year().checked_add(i16::try_from(offset).ok()?)?;
                Some((Partial { year, ..from }, Partial { year, ..to }))
            }
            Value::Ending(length, count, last) => ending(length, count, with_year(last, now)?),
            Value::Window(length, count, direction) => {
                let today = now.date?;
                let other = today.checked_add(length.times(count.checked_mul(direction)?)?).ok()?;
                let (from, to) = if other < today { (other, today) } else { (today, other) };
                Some((Partial::of(from), Partial::of(to)))
            }
            Value::Away(length, count, direction) => {
                let then = now.date?.checked_add(length.times(count.checked_mul(direction)?)?).ok()?;
                one(match length {
                    Length::Hour => return None,
                    Length::Month | Length::Quarter | Length::Half => {
                        Partial::month(then.year(), then.month().cast_unsigned())
                    }
                    Length::Year => Partial::year(then.year()),
                    Length::Decade | Length::Century => return None,
                    _ => Partial::of(then),
                })
            }
        }
    }
}

/// A month or day without its year gets the latest year in which it is not after the document, or the next one where
/// the sentence looks ahead, or where the last one is most of a year away.
fn with_year(partial: Partial, now: Now) -> Option<Partial> {
    if partial.year != 0 {
        return Some(partial);
    }
    let Some(today) = now.date else {
        return (now.text_year != 0).then_some(Partial { year: now.text_year, ..partial });
    };
    let position = |date: Date| i32::from(date.month()) * 32 + i32::from(date.day());
    let day = if partial.day == 0 { 1 } else { i32::from(partial.day) };
    let this = i32::from(partial.month) * 32 + day;
    let here = position(today);
    let same_month = partial.day == 0 && i32::from(partial.month) == i32::from(today.month());
    let future = now.future || this > here && this - here <= 2 * 32;
    let year = match () {
        () if same_month => today.year(),
        () if future && this < here => today.year() + 1,
        () if future || this <= here => today.year(),
        () => today.year() - 1,
    };
    Some(Partial { year, ..partial })
}

/// The weekday last past, the document's own day included; "next" and what is to come lie after it.
fn weekday(day: u8, which: i32, now: Now) -> Option<Date> {
    let today = now.date?;
    let back = (i32::from(today.weekday().to_monday_one_offset()) - i32::from(day)).rem_euclid(7);
    let days = match which {
        -7 | 7 => which + i32::from(day) - i32::from(today.weekday().to_monday_one_offset()),
        -1 if back == 0 => -7,
        0 => i32::from(day) - i32::from(today.weekday().to_monday_one_offset()),
        1 => 7 - back,
        9 if now.future && back != 0 => 7 - back,
        _ => -back,
    };
    today.checked_add(days.days()).ok()
}

/// The last such day of a month, the document's own included, or the next one where the sentence looks ahead; of that
/// weekday, where one is given.
fn day_of_month(day: u8, weekday: u8, now: Now) -> Option<Date> {
    let today = now.date?;
    let first = today.first_of_month();
    (0..24).find_map(|months: i32| {
        let month = first.checked_add(if now.future { months } else { -months }.months()).ok()?;
        let date = Date::new(month.year(), month.month(), i8::try_from(day).ok()?).ok()?;
        let side = if now.future { date >= today } else { date <= today };
        let fits = weekday == 0 || date.weekday().to_monday_one_offset() == weekday.cast_signed();
        (side && fits).then_some(date)
    })
}

/// From the first to the last day or month of a length that ends with a date.
fn ending(length: Length, count: i32, last: Partial) -> Option<(Partial, Partial)> {
    let day = if last.day == 0 { 1 } else { last.day.cast_signed() };
    let end = Date::new(last.year, last.month.cast_signed(), day).ok()?;
    let span = length.times(count)?;
    let first = if last.day == 0 {
        let then = end.checked_sub(span).ok()?.checked_add(1.month()).ok()?;
        Partial::month(then.year(), then.month().cast_unsigned())
    } else {
        Partial::of(end.checked_add(1.day()).ok()?.checked_sub(span).ok()?)
    };
    Some((first, last))
}

/// "last week" from Monday to Sunday, "next month", "this quarter".
fn unit(length: Length, offset: i32, today: Date) -> Option<(Partial, Partial)> {
    let then = match length.times(offset) {
        Some(span) => today.checked_add(span).ok()?,
        None if length == Length::Weekend => today.checked_add(offset.checked_mul(7)?.days()).ok()?,
        None => return None,
    };
    let (year, month) = (then.year(), then.month().cast_unsigned());
    let weekday = i32::from(then.weekday().to_monday_one_offset());
    let day = |number: i32| then.checked_add((number - weekday).days()).ok().map(Partial::of);
    let months = |count: u8| {
        let first = (month - 1) / count * count + 1;
        Some((Partial::month(year, first), Partial::month(year, first + count - 1)))
    };
    match length {
        Length::Day => Some((Partial::of(then), Partial::of(then))),
        Length::Week => Some((day(1)?, day(7)?)),
        Length::Weekend if offset >= 0 || weekday < 6 => Some((day(6)?, day(7)?)),
        Length::Month => Some((Partial::month(year, month), Partial::month(year, month))),
        Length::Quarter => months(3),
        Length::Half => months(6),
        Length::Year => Some((Partial::year(year), Partial::year(year))),
        Length::Decade => {
            let first = year.div_euclid(10) * 10;
            Some((Partial::year(first), Partial::year(first + 9)))
        }
        _ => None,
    }
}
