//! What stands around an expression: the preposition before it, the tense of its sentence, the date beside a clock time.

use super::Expression;
use super::value::{Now, Partial, Value};
use crate::lexicon::sense::{Class, Effect};
use crate::lexicon::{View, WordId, keyword as kw};

/// The preposition that governs a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Preposition {
    None,
    In,
    On,
    At,
    By,
    Since,
    Until,
    From,
    To,
    Between,
    Before,
    After,
    During,
    Over,
    Of,
    For,
    As,
}

const PREPOSITIONS: [(WordId, Preposition); 25] = [
    (kw::IN, Preposition::In),
    (kw::ON, Preposition::On),
    (kw::AT, Preposition::At),
    (kw::BY, Preposition::By),
    (kw::SINCE, Preposition::Since),
    (kw::UNTIL, Preposition::Until),
    (kw::TILL, Preposition::Until),
    (kw::FROM, Preposition::From),
    (kw::TO, Preposition::To),
    (kw::BETWEEN, Preposition::Between),
    (kw::BEFORE, Preposition::Before),
    (kw::AFTER, Preposition::After),
    (kw::DURING, Preposition::During),
    (kw::THROUGHOUT, Preposition::During),
    (kw::WITHIN, Preposition::During),
    (kw::OVER, Preposition::Over),
    (kw::THROUGH, Preposition::Over),
    (kw::ACROSS, Preposition::Over),
    (kw::OF, Preposition::Of),
    (kw::FOR, Preposition::For),
    (kw::AS, Preposition::As),
    (kw::AROUND, Preposition::At),
    (kw::NEAR, Preposition::At),
    (kw::TOWARDS, Preposition::Before),
    (kw::TOWARD, Preposition::Before),
];

/// The preposition before a token, over an article or a possessive: "in the **past 48 hours**".
pub(super) fn preposition(view: &View, first: usize, sentence: usize) -> Preposition {
    let Some(mut before) = first.checked_sub(1) else { return Preposition::None };
    if view.is(before, &[kw::THE, kw::A, kw::AN, kw::ITS, kw::THEIR]) && before > 0 {
        before -= 1;
    }
    if before < sentence {
        return Preposition::None;
    }
    let id = view.id(before);
    // "as of Monday" is one preposition.
    if id == kw::OF && before > sentence && view.id(before - 1) == kw::AS {
        return Preposition::As;
    }
    PREPOSITIONS.iter().find(|(word, _)| *word == id).map_or(Preposition::None, |(_, preposition)| *preposition)
}

/// Works out ISO values and what follows from them, for the expressions of one sentence.
pub(super) fn settle(view: &View, sentence: usize, list: &mut [Expression], now: &mut Now) {
    let mut token = sentence;
    let mut planned = false;
    for expression in list.iter_mut() {
        // "will", "plans to" anywhere before it in the sentence.
        let before = token..token.max(expression.first as usize);
        let held = view.words.masks[before.clone()].iter().fold(0, |held, mask| held | mask);
        planned = planned || held & Class::Status.bit() != 0 && before.clone().any(|token| is_plan(view, token));
        token = before.end;
        // "their **October** levels" are past whatever is planned.
        let attributive = expression.preposition == Preposition::None
            && matches!(expression.value, Value::On(Partial { day: 0, .. }));
        let past = expression.preposition == Preposition::Since || attributive || told(view, expression);
        now.future = planned && !past;
        expression.iso = expression.value.iso(*now);
        if let Value::On(partial) | Value::Between(_, partial) = expression.value
            && partial.year > 0
            && partial.day > 0
        {
            now.text_year = partial.year;
        }
        expression.historical = historical(expression.value, now);
    }
    for index in 0..list.len() {
        dated_clock(view, list, index);
    }
}

/// Whether a word that looks ahead starts here: "will", "plans to".
fn is_plan(view: &View, token: usize) -> bool {
    view.has(token, Class::Status)
        && view.longest(token, Class::Status).is_some_and(|(_, row)| view.lexicon.statuses[row] == Effect::Planned)
}

/// The time of the saying is past, whatever is announced: "will leave, he said on **Monday**".
fn told(view: &View, expression: &Expression) -> bool {
    let first = expression.first as usize;
    (first.saturating_sub(3)..first).any(|token| view.has(token, Class::Report))
}

/// Whether a time lies in a year before the document's.
fn historical(value: Value, now: &Now) -> bool {
    use super::value::Length;
    match value {
        Value::Unit(Length::Year | Length::Decade | Length::Century, offset) | Value::InYear(.., offset) => offset < 0,
        Value::Away(Length::Year | Length::Decade | Length::Century, _, direction) => direction < 0,
        _ => match (now.date, value.range(*now)) {
            (Some(date), Some((_, to))) => to.year != 0 && to.year < date.year(),
            _ => false,
        },
    }
}

/// A clock time beside its date gets the date: "5.15 am on Friday", "Friday at 5.15 am".
fn dated_clock(view: &View, list: &mut [Expression], index: usize) {
    let Value::Clock(..) = list[index].value else { return };
    let near = |a: &Expression, b: &Expression| {
        let gap = a.end as usize..b.first as usize;
        gap.len() <= 2 && gap.clone().all(|token| view.is(token, &[kw::ON, kw::AT, kw::COMMA, kw::OF, kw::THE]))
    };
    let is_day = |other: &&Expression| other.iso.as_ref().is_some_and(|iso| iso.len() == 10 && !iso.contains('T'));
    let after = list.get(index + 1).filter(|other| near(&list[index], other)).filter(is_day);
    let before = index.checked_sub(1).map(|at| &list[at]).filter(|other| near(other, &list[index])).filter(is_day);
    if let Some(day) = after.or(before).and_then(|other| other.iso.clone())
        && let Some(time) = &list[index].iso
    {
        list[index].iso = Some(format!("{day}{time}"));
        list[index].clock = false;
    }
}
