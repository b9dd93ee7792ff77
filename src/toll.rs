//! Tolls: what the document as a whole says of a role, the figure that an analyst would write down.
//!
//! The figures of a role are gone through in text order ([`sum`]). Parts are not added to their wholes, a figure told twice
//! counts once, a stated toll replaces what came before it, and what is told apart ("another three") is added. Plans,
//! possibilities, denials, rates, and figures of the past for comparison do not count. What came of it all is the toll, with
//! its parts and the claims of those who differ ([`outcome`]).

mod beside;
mod figure;
mod outcome;
mod sum;

pub(crate) use figure::{Figure, figures};

use std::collections::BTreeMap;

use crate::lexicon::{Lexicon, Telling};
use crate::record::{self, Document, Role, Status, Toll};
use crate::trace::Trace;
use sum::Sum;

/// How many quantities on a figure may be split: keeps the time linear in the length of the text.
const LOOK_AHEAD: usize = 48;

/// The tolls of a document, from its figures, which are in the order of its quantities.
pub(crate) fn of<'a>(
    lexicon: &Lexicon,
    document: &Document<'a>,
    figures: &[Figure],
    trace: &mut Trace,
) -> BTreeMap<Role, Toll<'a>> {
    let mut tolls = BTreeMap::new();
    let text = Text { lexicon, document, figures };
    let mut roles: Vec<Role> = figures.iter().map(|figure| figure.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let one_died = figures
        .iter()
        .find(|other| other.role == Role::Killed && text.record(other).implicit && text.counts(other))
        .map(|other| other.sentence);
    for role in roles {
        let mut sum = Sum::new(text, role, one_died);
        for (at, figure) in figures.iter().enumerate().filter(|(_, figure)| figure.role == role) {
            let verdict = sum.consider(at);
            let record = text.record(figure);
            trace.note("toll", record.start as u32, record.end as u32, || {
                format!("{role:?}: {} ({})", verdict.what.says(), verdict.why)
            });
            sum.apply(at, verdict);
        }
        if let Some(toll) = sum.toll() {
            tolls.insert(role, toll);
        }
    }
    tolls
}

/// What a text says in figures.
#[derive(Clone, Copy)]
struct Text<'d, 'a> {
    lexicon: &'d Lexicon,
    document: &'d Document<'a>,
    figures: &'d [Figure],
}

impl<'d, 'a> Text<'d, 'a> {
    fn record(self, figure: &Figure) -> &'d record::Quantity<'a> {
        &self.document.quantities[figure.quantity]
    }

    fn at(self, at: usize) -> (&'d Figure, &'d record::Quantity<'a>) {
        let figure = &self.figures[at];
        (figure, self.record(figure))
    }

    /// Whether a category tells something of the counted.
    fn tells(self, category: &str, what: Telling) -> bool {
        self.lexicon.telling(category) == Some(what)
    }

    /// The figure by which two are compared.
    fn most(self, at: usize) -> f64 {
        let (_, record) = self.at(at);
        record.value.or(record.min).or(record.max).unwrap_or(0.0)
    }

    /// Whether a figure may enter a toll at all.
    fn counts(self, figure: &Figure) -> bool {
        self.record(figure).status == Status::Reported && self.idle(figure).is_none()
    }

    /// Why a figure can enter no toll, whatever its status.
    fn idle(self, figure: &Figure) -> Option<&'static str> {
        let marks = figure.marks;
        [
            (figure.share, "a share or a measure"),
            (marks.rate, "a rate, or what always happens"),
            (marks.historical, "told of the past, for comparison"),
            (marks.past, "of an earlier year"),
            (marks.hypothetical, "only supposed, or corrected"),
        ]
        .into_iter()
        .find_map(|(is, why)| is.then_some(why))
    }
}
