//! Times: dates, clock times, periods and relative expressions, with ISO values where the text gives them.

use crate::Date;
use crate::entity::Entities;
use crate::lexicon::View;
use crate::record::{Time, TimeKind};
use crate::trace::Trace;

/// A time expression, as token range; its span has no preposition or article.
#[derive(Clone, Debug)]
pub(crate) struct Expression {
    pub first: u32,
    /// Token after the last.
    pub end: u32,
    pub kind: TimeKind,
    pub iso: Option<String>,
}

/// The time expressions of a text, in text order, and for each token the one that it is in.
#[derive(Default)]
pub(crate) struct Times {
    pub list: Vec<Expression>,
    /// Index in `list` plus one, 0 for none, by token.
    at: Vec<u32>,
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
}

/// Finds the time expressions of a text published on `date`.
pub(crate) fn find(view: &View, entities: &Entities, times: &mut Times, date: Option<Date>, trace: &mut Trace) {
    let _ = (entities, date, trace);
    times.list.clear();
    times.at.clear();
    times.at.resize(view.len(), 0);
}

/// The times as the record has them.
pub(crate) fn records<'a>(view: &View<'_, 'a>, times: &Times) -> Vec<Time<'a>> {
    let _ = (view, times);
    Vec::new()
}
