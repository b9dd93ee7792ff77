//! The chunks in words, for `headcount explain`.

use super::super::{Quantities, Quantity, Unit};
use super::{Chunk, What};
use crate::lexicon::View;
use crate::trace::ChunkNote;

/// The chunks in words, for `headcount explain`.
pub(crate) fn notes(view: &View, quantities: &Quantities) -> Vec<ChunkNote> {
    quantities
        .chunks
        .list
        .iter()
        .map(|chunk| {
            let (start, end) = view.span(chunk.first as usize, chunk.end as usize);
            let (kind, detail) = describe(&quantities.list, chunk);
            let detail = if chunk.aside { format!("{detail} (aside)") } else { detail };
            ChunkNote { start: start as usize, end: end as usize, kind, detail }
        })
        .collect()
}

fn describe(list: &[Quantity], chunk: &Chunk) -> (&'static str, String) {
    match chunk.what {
        What::Number(index) => {
            let unit = list.get(index as usize).map(|quantity| match quantity.unit {
                Unit::None => "bare",
                Unit::Measure { .. } => "measured",
                Unit::Count(_) => "counted",
                Unit::Like(_) | Unit::People => "understood",
            });
            ("number", unit.unwrap_or_default().to_owned())
        }
        What::People { count, definite, .. } => {
            ("people", format!("{count}{}", if definite { ", pointing back" } else { "" }))
        }
        What::Noun { people } => ("noun", if people { "people, uncounted".to_owned() } else { String::new() }),
        What::Cue(voice) => ("cue", format!("{voice:?}").to_lowercase()),
        What::Connective(kind) => ("connective", format!("{kind:?}").to_lowercase()),
        What::Report(frame) => ("reporting", format!("{frame:?}").to_lowercase()),
        What::Status(effect) => ("status", format!("{effect:?}").to_lowercase()),
        What::Entity(_) => ("entity", String::new()),
        What::Time(_) => ("time", String::new()),
        What::Aux => ("auxiliary", String::new()),
        What::Verb => ("verb", String::new()),
        What::Clause => ("clause", String::new()),
        What::Preposition => ("preposition", String::new()),
        What::Pronoun => ("pronoun", String::new()),
        What::Comma | What::Break | What::Open | What::Close | What::Quote => ("punctuation", String::new()),
        What::Other => ("other", String::new()),
    }
}
