//! Times: dates, clock times, periods and relative expressions, with ISO values where the text gives them.
//!
//! [`find`] looks at the numbers and the words of time of each sentence. What can start at one is tried by kind, each in its own file: dates of the
//! calendar ([`calendar`]), years, decades and centuries ([`year`]), times of the clock ([`clock`]), weekdays and what
//! is told from today ([`relative`]), parts of longer times ([`period`]). What each stands for is a [`Value`], from
//! which the ISO form is worked out at the end, when the document's date and the tense of the sentence are known.

use std::borrow::Cow;

use crate::Date;
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::sense::Class;
use crate::record::{Time, TimeKind};
use crate::text::Kind;
use crate::trace::Trace;

mod calendar;
mod clock;
mod context;
mod gate;
mod period;
mod reader;
mod relative;
mod value;
mod words;
mod year;

pub(crate) use context::Preposition;
use reader::Reader;
use value::{Now, Value};

/// A time expression, as token range; its span has no preposition or article.
#[derive(Clone, Debug)]
pub(crate) struct Expression {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    pub kind: TimeKind,
    pub iso: Option<String>,
    /// The preposition that governs it.
    pub preposition: Preposition,
    /// A time of day with no date: "3.40 am", "dawn".
    pub clock: bool,
    /// It lies in a year before the document's: "last year", "a year ago", "April 2019".
    pub historical: bool,
    value: Value,
}

impl Expression {
    /// Whether it is a year, a month of one or a run of years: "2017", "February 2023", "between 2015 and 2019".
    pub fn of_year(&self, view: &View) -> bool {
        let year = |token: usize| {
            view.tokens[token].kind == Kind::Number && view.tokens[token].end - view.tokens[token].start == 4
        };
        let run = matches!(self.value, Value::Between(from, to) if from.year > 0 && to.year > 0);
        run || self.kind == TimeKind::Date && self.end - self.first <= 2 && year(self.end as usize - 1)
    }

    /// Whether it is the time just before the text: "past 24 hours" is, "last Monday" is not.
    pub fn up_to_now(&self) -> bool {
        matches!(self.value, Value::Window(_, _, direction) if direction < 0)
    }

    /// What is known of it, for explanations.
    fn note(&self) -> String {
        let iso = self.iso.as_deref().unwrap_or("no ISO value");
        let clock = if self.clock { ", time of day only" } else { "" };
        let historical = if self.historical { ", before the year of the text" } else { "" };
        format!("{iso}, preposition {:?}{clock}{historical}", self.preposition)
    }
}

/// The time expressions of a text, in text order, and for each token the one that it is in.
#[derive(Default)]
pub(crate) struct Times {
    pub list: Vec<Expression>,
    /// Index in `list` plus one, 0 for none, by token.
    at: Vec<u32>,
    /// See [`Times::asked`]; how many are of this text, `asks` tells.
    asked: Vec<u32>,
    asks: usize,
}

impl Times {
    /// The expression that a token is in.
    #[inline]
    pub fn at(&self, token: usize) -> Option<usize> {
        match self.at.get(token) {
            Some(0) | None => None,
            Some(&index) => Some(index as usize - 1),
        }
    }

    /// The index of the expression that each token is in, plus one; 0 for none.
    #[inline]
    pub fn by_token(&self) -> &[u32] {
        &self.at
    }

    /// The tokens that a time or a number may start at, in order: few others, and none left out.
    pub fn asked(&self) -> &[u32] {
        &self.asked[..self.asks]
    }
}

/// Makes the list of [`Times::asked`], of which the length is given back: one look at mask and token, without a branch.
fn ask(view: &View, asked: &mut Vec<u32>) -> usize {
    // What longer texts left is written over.
    if asked.len() < view.len() {
        asked.resize(view.len(), 0);
    }
    let mut count = 0;
    for (at, (token, mask)) in view.tokens.iter().zip(&view.words.masks).enumerate() {
        asked[count] = at as u32;
        count += usize::from(token.may_be_figure() | (mask & Class::ASKED != 0));
    }
    count
}

/// Finds the time expressions of a text published on `date`.
pub(crate) fn find(view: &View, entities: &Entities, times: &mut Times, date: Option<Date>, trace: &mut Trace) {
    let Times { list, at, asked, asks } = times;
    list.clear();
    at.clear();
    at.resize(view.len(), 0);
    *asks = ask(view, asked);
    let mut now = Now { date, ..Now::default() };
    let mut rest = &asked[..*asks];
    for sentence in view.sentences {
        let count = rest.iter().take_while(|token| **token < sentence.last).count();
        let (asked, behind) = rest.split_at(count);
        rest = behind;
        if asked.is_empty() {
            continue;
        }
        let before = list.len();
        let mut reader = Reader::new(*view, entities, *sentence, asked);
        let mut token = sentence.first as usize;
        for candidate in asked.iter().map(|token| *token as usize) {
            if candidate < token || !reader.may_start(candidate) {
                continue;
            }
            let Some((rule, found)) = reader.expression(candidate) else { continue };
            list.push(Expression {
                first: found.first as u32,
                end: found.end as u32,
                kind: found.kind,
                iso: None,
                preposition: context::preposition(view, found.first, sentence.first as usize),
                clock: found.kind == TimeKind::Time,
                historical: false,
                value: found.value,
            });
            let (start, stop) = view.span(found.first, found.end);
            trace.note(rule, start, stop, || format!("{:?}: {:?}", found.kind, found.value));
            reader.last_end = found.end;
            reader.last_value = found.value;
            token = found.end.max(candidate + 1);
        }
        if list.len() == before {
            continue;
        }
        context::settle(view, sentence.first as usize, &mut list[before..], &mut now);
        for (index, expression) in list.iter().enumerate().skip(before) {
            let (start, stop) = view.span(expression.first as usize, expression.end as usize);
            trace.note("time", start, stop, || expression.note());
            at[expression.first as usize..expression.end as usize].fill(index as u32 + 1);
        }
    }
}

/// The times as the record has them.
pub(crate) fn records<'a>(view: &View<'_, 'a>, times: &Times) -> Vec<Time<'a>> {
    times
        .list
        .iter()
        .map(|expression| {
            let (first, end) = (expression.first as usize, expression.end as usize);
            let (start, stop) = view.span(first, end);
            Time {
                start: start as usize,
                end: stop as usize,
                text: Cow::Borrowed(view.slice(first, end)),
                kind: expression.kind,
                iso: expression.iso.clone().map(Cow::Owned),
            }
        })
        .collect()
}
