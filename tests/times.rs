//! What is a time and what only looks like one, in rows: text, the spans expected, each with kind and ISO value.

use headcount::record::TimeKind::{self, Date as D, Period as P, Relative as R, Time as T};
use headcount::{Date, Tagger};
use proptest::prelude::*;

type Row<'a> = (&'a str, &'a [(&'a str, TimeKind, Option<&'a str>)]);

/// Compares the times of each text, read as published on a Wednesday.
fn check(rows: &[Row]) {
    let tagger = Tagger::bundled();
    let mut scratch = tagger.scratch();
    let published = Date::constant(2025, 4, 30);
    let mut wrong = String::new();
    for (text, expected) in rows {
        let document = tagger.tag_with(text, Some(published), &mut scratch);
        let found: Vec<_> = document.times.iter().map(|time| (&*time.text, time.kind, time.iso.as_deref())).collect();
        if found != *expected {
            wrong += &format!("\n{text}\n  expected {expected:?}\n  found    {found:?}");
        }
    }
    assert!(wrong.is_empty(), "see src/time/:{wrong}");
}

/// Hours as they are spoken.
#[test]
fn spoken_hours() {
    check(&[
        ("The bell rang at half past six.", &[("half past six", T, Some("T06:30"))]),
        ("It closes at quarter to nine.", &[("quarter to nine", T, Some("T08:45"))]),
        ("The train left at ten past three.", &[("ten past three", T, Some("T03:10"))]),
        ("It shut at a quarter past five pm.", &[("quarter past five pm", T, Some("T17:15"))]),
        ("He ran half past six men.", &[]),
        ("She won in 10 past 3 rivals.", &[]),
    ]);
}

#[test]
fn dates_of_the_calendar() {
    check(&[
        ("The pact was signed on 30 April 2025.", &[("30 April 2025", D, Some("2025-04-30"))]),
        ("It opened on April 3, 2019, in Lima.", &[("April 3, 2019", D, Some("2019-04-03"))]),
        ("It opened on April 3 2019 in Lima.", &[("April 3 2019", D, Some("2019-04-03"))]),
        ("The ship sank on Apr. 12.", &[("Apr. 12", D, Some("2025-04-12"))]),
        ("The 15th of March was a holiday.", &[("15th of March", D, Some("2025-03-15"))]),
        (
            "Logged 2024-11-05 and 13/02/2024 by the clerk.",
            &[("2024-11-05", D, Some("2024-11-05")), ("13/02/2024", D, Some("2024-02-13"))],
        ),
        ("Paid on 02/03/2024 in cash.", &[("02/03/2024", D, None)]),
        ("He arrived on Wednesday, April 30, 2025.", &[("Wednesday, April 30, 2025", D, Some("2025-04-30"))]),
        ("They met on Monday 5 May in Oslo.", &[("Monday 5 May", D, Some("2025-05-05"))]),
        ("The bridge fell on the 18th, killing two.", &[("18th", D, Some("2025-04-18"))]),
        ("It struck in March 2018.", &[("March 2018", D, Some("2018-03"))]),
        (
            "Sales rose in January and fell in February.",
            &[("January", D, Some("2025-01")), ("February", D, Some("2025-02"))],
        ),
    ]);
}

/// Times told in ways that numbers are told in too.
#[test]
fn times_that_look_like_figures() {
    check(&[
        ("The gate closed a week and a half ago.", &[("week and a half ago", R, None)]),
        ("The 2007 financial year was lean.", &[("2007 financial year", P, Some("2007"))]),
        ("The race starts at 0700 on the pier.", &[("0700", T, Some("T07:00"))]),
        ("She rose at 5 in the morning.", &[("5 in the morning", T, Some("T05:00"))]),
        ("They dine at 8 in the evening.", &[("8 in the evening", T, Some("T20:00"))]),
        ("He lived from 287-212 BC.", &[("287-212 BC", D, None)]),
        ("It was a dry start to 2006.", &[("2006", D, Some("2006"))]),
        ("In the years leading up to 2005 it grew.", &[("2005", D, Some("2005"))]),
        ("Letters from 1662 were found.", &[("1662", D, Some("1662"))]),
        ("It was built in the mid-2000s.", &[("mid-2000s", P, Some("2000/2009"))]),
        // Lengths of time, and figures with a point.
        ("He waited for 5 hrs.", &[]),
        ("It formed 5 million years ago.", &[]),
        ("Rates rose by 0.25 to 4.75.", &[]),
    ]);
}

#[test]
fn months_without_a_year_look_back_unless_the_sentence_looks_ahead() {
    check(&[
        ("Since October the clinic has treated 90 people.", &[("October", D, Some("2024-10"))]),
        ("The troops will leave in October.", &[("October", D, Some("2025-10"))]),
        ("The parade will be held on 9 May.", &[("9 May", D, Some("2025-05-09"))]),
        ("The mine shut in April last year.", &[("April last year", R, Some("2024-04"))]),
        ("The train left on Wednesday.", &[("Wednesday", R, Some("2025-04-30"))]),
        ("The train left on Friday.", &[("Friday", R, Some("2025-04-25"))]),
        ("The train will leave on Friday.", &[("Friday", R, Some("2025-05-02"))]),
        ("The train leaves next Friday.", &[("next Friday", R, Some("2025-05-02"))]),
        ("They left last Wednesday.", &[("last Wednesday", R, Some("2025-04-23"))]),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("The fair ran May 1-31, the mayor said.", &[("May 1-31", P, Some("2025-05-01/2025-05-31"))]),
        (
            "From August 3-September 5, 2003, it rained.",
            &[("August 3-September 5, 2003", P, Some("2003-08-03/2003-09-05"))],
        ),
        ("It ran from 5 to 7 March 2021.", &[("5 to 7 March 2021", P, Some("2021-03-05/2021-03-07"))]),
        (
            "Between Thursday and Saturday it snowed.",
            &[("Thursday", R, Some("2025-04-24")), ("Saturday", R, Some("2025-04-26"))],
        ),
        ("He ruled from 2015 to 2019.", &[("2015", D, Some("2015")), ("2019", D, Some("2019"))]),
        ("In the 2015-16 season they won.", &[("2015-16", P, Some("2015/2016"))]),
    ]);
}

#[test]
fn years_by_what_stands_around_them() {
    check(&[
        ("Floods came in 2019 and 2021.", &[("2019", D, Some("2019")), ("2021", D, Some("2021"))]),
        ("Since at least 2014 the valley has been shut.", &[("2014", D, Some("2014"))]),
        ("The 2014 vote was void.", &[("2014", D, Some("2014"))]),
        (
            "He drove a 2020 Escape and the oil-fired 2019 model.",
            &[("2020", D, Some("2020")), ("2019", D, Some("2019"))],
        ),
        ("The last quake (2018) was weaker.", &[("2018", D, Some("2018"))]),
        ("It should be done by 2030.", &[("2030", D, Some("2030"))]),
        ("The hole may close by around 2068.", &[("2068", D, Some("2068"))]),
        ("In the worst year, 2023, it flooded.", &[("2023", D, Some("2023"))]),
        ("The band of the 1970s and the '90s.", &[("1970s", P, Some("1970/1979")), ("'90s", P, Some("1990/1999"))]),
        ("A 19th-century house in mid-2017.", &[("19th-century", P, Some("1801/1900")), ("mid-2017", D, Some("2017"))]),
        ("Profit for FY2018 and fiscal 2019 fell.", &[("FY2018", P, Some("2018")), ("fiscal 2019", D, Some("2019"))]),
    ]);
}

#[test]
fn numbers_that_are_no_years() {
    check(&[
        ("It cost $2019.", &[]),
        ("They sold 2,019 lamps.", &[]),
        ("In 2000 homes the power failed.", &[]),
        ("Her rating rose to 2763.", &[]),
        ("About 1500 troops and 2000 people came.", &[]),
        ("Output fell by around 2068.", &[]),
        ("A total of 1972 votes were void.", &[]),
        ("The plane fell 1800 metres.", &[]),
        ("A man in his 60s fell.", &[]),
    ]);
}

#[test]
fn words_that_are_no_times() {
    check(&[
        ("The men may march to the capital.", &[]),
        ("A second man took a quarter of it.", &[]),
        ("It reached the 9th round and the 5th floor.", &[]),
        ("He stayed for two days on a three-day visit.", &[]),
        ("Dark spells may last several hours.", &[]),
        ("The talks are expected to last two days.", &[]),
        ("The book came back 84 years late.", &[]),
        ("They left 17 minutes later.", &[]),
        ("The fall of the town cost 40 lives.", &[]),
        ("She was hurt in the last minute of the match.", &[]),
        ("It burns 40 litres every day.", &[]),
        ("A 3-year-old was found.", &[]),
    ]);
}

#[test]
fn clock_times() {
    check(&[
        ("It gave way at 3.40 am.", &[("3.40 am", T, Some("T03:40"))]),
        (
            "It gave way at 3:40 p.m. on Monday.",
            &[("3:40 p.m.", T, Some("2025-04-28T15:40")), ("Monday", R, Some("2025-04-28"))],
        ),
        ("It began at 6:00 pm (1700 GMT).", &[("6:00 pm", T, Some("T18:00")), ("1700 GMT", T, Some("T17:00"))]),
        ("The kitchen closes at noon.", &[("noon", T, Some("T12:00"))]),
        (
            "Bells rang at midnight and at six o'clock.",
            &[("midnight", T, Some("T00:00")), ("six o'clock", T, Some("T06:00"))],
        ),
        ("They attacked at dawn.", &[("dawn", T, None)]),
        ("With 4:39 left they led.", &[]),
    ]);
}

#[test]
fn relative_times() {
    check(&[
        ("Six died in the past 48 hours.", &[("past 48 hours", P, Some("2025-04-28/2025-04-30"))]),
        ("Six died over the last two weeks.", &[("last two weeks", P, Some("2025-04-16/2025-04-30"))]),
        ("Two guards were shot overnight.", &[("overnight", R, Some("2025-04-29/2025-04-30"))]),
        ("By Sunday morning 94 were found.", &[("Sunday morning", R, Some("2025-04-27"))]),
        (
            "It burned late on Friday and early Monday.",
            &[("Friday", R, Some("2025-04-25")), ("early Monday", R, Some("2025-04-28"))],
        ),
        (
            "Prices rose last month and this year.",
            &[("last month", R, Some("2025-03")), ("this year", R, Some("2025"))],
        ),
        ("Earlier this week two fell ill.", &[("Earlier this week", R, Some("2025-04-28/2025-05-04"))]),
        ("The hall burned down two years ago.", &[("two years ago", R, Some("2023"))]),
        ("A week ago it reopened.", &[("week ago", R, Some("2025-04-23"))]),
        ("It sold more than a year earlier.", &[("year earlier", R, None)]),
        ("In recent months it has rained.", &[("recent months", P, None)]),
        (
            "Yesterday's storm and tomorrow night's.",
            &[("Yesterday", R, Some("2025-04-29")), ("tomorrow night", R, Some("2025-05-01"))],
        ),
    ]);
}

#[test]
fn parts_of_longer_times() {
    check(&[
        ("In the first half of 2023 it grew.", &[("first half of 2023", P, Some("2023-01/2023-06"))]),
        ("In the first half of the year it grew.", &[("first half of the year", P, Some("2025-01/2025-06"))]),
        ("Profit for the third quarter of 2019 fell.", &[("third quarter of 2019", P, Some("2019-07/2019-09"))]),
        ("Profit in the March quarter fell.", &[("March quarter", P, Some("2025-01/2025-03"))]),
        ("Q3 2020 was weak.", &[("Q3 2020", P, Some("2020-07/2020-09"))]),
        ("It had 90 shops at the end of 2022.", &[("end of 2022", D, Some("2022"))]),
        ("In the week ending May 3 it fell.", &[("week ending May 3", P, Some("2025-04-27/2025-05-03"))]),
        ("In the summer of 2019 it burned.", &[("summer of 2019", P, Some("2019"))]),
        ("On Christmas Eve it snowed.", &[("Christmas Eve", D, Some("2024-12-24"))]),
        ("Exports grew in the first nine months.", &[("first nine months", P, None)]),
        ("The first three months of 2019 were dry.", &[("first three months of 2019", P, Some("2019-01/2019-03"))]),
    ]);
}

#[test]
fn without_a_date_relative_times_have_no_value() {
    let tagger = Tagger::bundled();
    let document = tagger.tag("On Monday, 3 June 2019, two died; last week three.");
    let values: Vec<_> = document.times.iter().map(|time| (&*time.text, time.iso.as_deref())).collect();
    assert_eq!(values, [("Monday, 3 June 2019", Some("2019-06-03")), ("last week", None)]);
}

fn pieces() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "May",
        "March",
        "Monday",
        "the",
        "of",
        "in",
        "on",
        "last",
        "next",
        "early",
        "late",
        "mid",
        "end of",
        "two",
        "a",
        "weeks",
        "ago",
        "2019",
        "1990",
        "s",
        "30",
        "5th",
        "3.40",
        ":",
        "15",
        "pm",
        "a.m.",
        "GMT",
        "-",
        ",",
        "/",
        "'",
        "90s",
        "quarter",
        "half",
        "first",
        "third",
        "year",
        "this",
        "Sept.",
        "9/11",
        "FY2018",
        "Christmas",
        "é",
        ".",
        "\n",
        "and",
        "to",
        "overnight",
        "99999999999999999999",
        "1.2.2000",
        "T12",
        "century",
        "BC",
        "(",
        ")",
        "9999",
        "centuries",
        "decades",
        "months",
        "31",
        "ending",
        "Friday",
        "weekend",
        "18th",
    ]);
    prop::collection::vec((words, prop::bool::ANY), 0..40).prop_map(|parts| {
        parts.into_iter().map(|(word, blank)| format!("{word}{}", if blank { " " } else { "" })).collect()
    })
}

proptest! {
    #[test]
    fn spans_ascend_and_are_their_words(text in prop_oneof![pieces(), any::<String>()]) {
        let tagger = Tagger::bundled();
        let mut scratch = tagger.scratch();
        for date in [None, Some(Date::constant(2025, 4, 30)), Some(Date::MAX), Some(Date::MIN)] {
            let document = tagger.tag_with(&text, date, &mut scratch);
            let mut end = 0;
            for time in &document.times {
                prop_assert!(time.start >= end && time.start < time.end);
                prop_assert_eq!(&text[time.start..time.end], &*time.text);
                end = time.end;
            }
        }
    }
}
