//! Numerals: every number in the text, what it is worth, and what only looks like one.
//!
//! [`find`] looks at digits and number words alone. Numbers inside times ("14 May"), names ("20th Century Fox") and designations
//! ("SA-22", "Room 4") are passed over; what is left is read as a fraction, a vague word or a cardinal, and then joined
//! into a ratio ("one in ten") or a range ("10 to 15") where the words say so.

mod cardinal;
mod designation;
mod digits;
mod named;
mod range;
mod suffix;
mod vague;
mod words;
mod years;

pub(crate) use named::{model_figure, named_for_number};

use cardinal::Cardinal;

use crate::entity::Entities;
use crate::lexicon::sense::Class;
use crate::lexicon::{View, keyword as kw};
use crate::text::Kind;
use crate::time::Times;
use crate::trace::Trace;

/// A number of the text, as token range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Numeral {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    /// None for a range or a vague word.
    pub value: Option<f64>,
    pub min: Option<f64>,
    pub max: Option<f64>,
    pub form: Form,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Digits,
    Words,
    Fraction,
    Ratio,
    Range,
    Vague,
    /// One of the two figures of a result: "3-1".
    Score,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Form::Digits => "digits",
            Form::Words => "words",
            Form::Fraction => "fraction",
            Form::Ratio => "ratio",
            Form::Range => "range",
            Form::Vague => "vague",
            Form::Score => "score",
        }
    }
}

/// The numerals of a text, in text order.
#[derive(Default)]
pub(crate) struct Numerals {
    pub list: Vec<Numeral>,
}

/// Finds the numerals of a text.
pub(crate) fn find(view: &View, entities: &Entities, times: &Times, numerals: &mut Numerals, trace: &mut Trace) {
    let list = &mut numerals.list;
    list.clear();
    // Behind what was read.
    let mut end = 0;
    for at in times.asked().iter().map(|token| *token as usize) {
        // ".99" of "$.99".
        let point = at > end && view.tokens[at].kind == Kind::Number && cardinal::opens_decimal_at(view, at - 1);
        let at = at - usize::from(point);
        if at < end || !may_start(view, at) || times.at(at).is_some() || entities.at(at).is_some() {
            continue;
        }
        // "the past year and a half".
        if view.is(at, &[kw::A])
            && view.is(at + 1, &[kw::HALF])
            && at > 1
            && view.is(at - 1, &[kw::AND])
            && times.at(at - 2).is_some()
        {
            end = at + 2;
            continue;
        }
        if let Some((behind, rule)) = designation::covers(view, entities, at) {
            let (start, stop) = view.span(at, behind);
            trace.note(rule, start, stop, || "no quantity".to_owned());
            end = behind;
            continue;
        }
        let Some(numeral) = read(view, times, at, end) else { continue };
        let (joined, second) = range::join(view, times, numeral);
        end = second.map_or(joined.end, |second| second.end) as usize;
        for numeral in std::iter::once(joined).chain(second) {
            let (start, stop) = view.span(numeral.first as usize, numeral.end as usize);
            trace.note("numeral", start, stop, || {
                let figure = match (numeral.value, numeral.min, numeral.max) {
                    (Some(value), ..) => value.to_string(),
                    (None, min, max) => format!("{} to {}", min.unwrap_or(f64::NAN), max.unwrap_or(f64::NAN)),
                };
                format!("{}: {figure}", numeral.form.name())
            });
            list.push(numeral);
        }
    }
}

/// Whether a number can start at a token at all.
fn may_start(view: &View, at: usize) -> bool {
    match view.tokens[at].kind {
        Kind::Number | Kind::Fraction => true,
        Kind::Word => {
            // "a hundred", "a-hundred": nothing else begins with an article.
            view.has(at, Class::Number)
                || matches!(view.id(at), kw::A | kw::AN)
                    && (view.has(at + 1, Class::Number)
                        || view.has(at + 2, Class::Number)
                        || words::is_one_old(view, at))
        }
        Kind::Punct => view.id(at) == kw::DOT && cardinal::opens_decimal(view, at),
        Kind::Possessive | Kind::Symbol => false,
    }
}

/// Whether digits stand at a token that are no fraction and nothing vague: nothing of a number stands behind them.
fn is_plain(view: &View, at: usize) -> bool {
    view.tokens[at].kind == Kind::Number && !view.has(at, Class::Number) && cardinal::ends_before(view, at + 1)
}

/// One number, not yet joined with what follows; what stands before `behind` has been read.
fn read(view: &View, times: &Times, at: usize, behind: usize) -> Option<Numeral> {
    let numeral = |number: Cardinal| {
        let form = if number.digits { Form::Digits } else { Form::Words };
        let (first, end) = (at as u32, number.end as u32);
        Numeral { first, end, value: Some(number.value), min: None, max: None, form }
    };
    let whole = || cardinal::read(view, at).map(numeral);
    let numeral = if is_plain(view, at) {
        whole()
    } else if let Some(number) = words::alone(view, at) {
        Some(numeral(number))
    } else {
        let fraction = vague::fraction(view, at).map(|part| vague::one_and_a_half(view, part, behind));
        fraction.or_else(|| vague::vague(view, at)).or_else(whole)
    }?;
    // "two weeks ago" belongs to a time as a whole: no number may reach into one.
    if (numeral.first..numeral.end).any(|token| times.at(token as usize).is_some()) {
        return None;
    }
    Some(vague::ratio(view, &numeral).unwrap_or(numeral))
}
