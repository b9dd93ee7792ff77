//! Numbers as news writes them.

use std::fmt::Write;

use super::seeded::Seeded;

const ONES: [&str; 13] =
    ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "10", "11", "12"];
const SPELLED: [&str; 10] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twenty-five"];
const ORDINALS: [&str; 12] =
    ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "10th", "11th", "21st", "32nd"];

/// What sort of number a slot asks for.
#[derive(Clone, Copy)]
pub enum Number {
    /// Two to some hundreds, in words below ten.
    Count,
    /// A small one, in words.
    Words,
    Thousands,
    Millions,
    Percent,
    Money,
    Price,
    Cents,
    Decimal,
    Year,
    YearAhead,
    Age,
    DayOfMonth,
    Ordinal,
    Score,
    Clock,
}

impl Number {
    pub fn of(slot: &str) -> Option<Number> {
        Some(match slot {
            "n" => Number::Count,
            "some" => Number::Words,
            "big" => Number::Thousands,
            "million" => Number::Millions,
            "percent" => Number::Percent,
            "money" => Number::Money,
            "price" => Number::Price,
            "cents" => Number::Cents,
            "decimal" => Number::Decimal,
            "year" => Number::Year,
            "year2" => Number::YearAhead,
            "age" => Number::Age,
            "dom" => Number::DayOfMonth,
            "ordinal" => Number::Ordinal,
            "score" => Number::Score,
            "clock" => Number::Clock,
            _ => return None,
        })
    }

    pub fn write(self, seeded: &mut Seeded, out: &mut String) {
        let mut digits = |arguments| out.write_fmt(arguments).expect("a string takes anything");
        match self {
            Number::Count => match count(seeded) {
                few @ 0..=9 => out.push_str(ONES[few as usize]),
                many => digits(format_args!("{many}")),
            },
            Number::Words => out.push_str(seeded.pick::<&str>(&SPELLED)),
            Number::Thousands => {
                let exact = if seeded.percent(30) { seeded.below(1000) } else { 100 * seeded.below(10) };
                let most = 1 << seeded.below(8);
                digits(format_args!("{},{exact:03}", 1 + seeded.below(most)));
            }
            Number::Millions if seeded.percent(40) => digits(format_args!("{} million", 2 + seeded.below(60))),
            Number::Millions => digits(format_args!("{}.{} million", 1 + seeded.below(9), 1 + seeded.below(9))),
            Number::Percent if seeded.percent(35) => digits(format_args!("{}", 2 + seeded.below(60))),
            Number::Percent => digits(format_args!("{}.{}", seeded.below(13), 1 + seeded.below(9))),
            Number::Money => {
                let (whole, tenth) = (1 + seeded.below(90), 1 + seeded.below(9));
                match seeded.below(8) {
                    0 | 1 => digits(format_args!("${whole} million")),
                    2 => digits(format_args!("${whole}.{tenth} billion")),
                    3 => digits(format_args!("€{whole} million")),
                    4 => digits(format_args!("{whole}.{tenth} million euros")),
                    5 => digits(format_args!("£{whole},{tenth}00")),
                    6 => digits(format_args!("{whole} billion pesos")),
                    _ => digits(format_args!("${whole},{tenth}50")),
                }
            }
            Number::Price => digits(format_args!("${}.{:02}", 1 + seeded.below(300), seeded.below(100))),
            Number::Cents => digits(format_args!("{}.{}", 1 + seeded.below(20), seeded.below(10))),
            Number::Decimal => digits(format_args!("{}.{}", 1 + seeded.below(8), 1 + seeded.below(9))),
            Number::Year => digits(format_args!("{}", 1948 + seeded.below(76))),
            Number::YearAhead => digits(format_args!("{}", 2026 + seeded.below(15))),
            Number::Age => digits(format_args!("{}", 11 + seeded.below(77))),
            Number::DayOfMonth => digits(format_args!("{}", 1 + seeded.below(28))),
            Number::Ordinal => out.push_str(seeded.pick::<&str>(&ORDINALS)),
            Number::Score => digits(format_args!("{}-{}", 1 + seeded.below(5), seeded.below(3))),
            Number::Clock => {
                let half = if seeded.percent(50) { "a.m." } else { "p.m." };
                digits(format_args!("{}:{}5 {half}", 1 + seeded.below(12), seeded.below(6)));
            }
        }
    }
}

/// Small ones are more frequent.
fn count(seeded: &mut Seeded) -> u64 {
    match seeded.below(20) {
        0..8 => 2 + seeded.below(10),
        8..15 => 10 + seeded.below(40),
        15..19 => 40 + seeded.below(160),
        _ => 200 + seeded.below(700),
    }
}
