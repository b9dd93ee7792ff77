//! Source: who says so.
//!
//! A reporting clause gives its source to every figure of its sentence; inside a quotation that goes on over sentences
//! the speaker stays the same.

use super::chunk::{Chunk, Chunks, What};
use super::{Quantity, Unit};
use crate::entity::Entities;
use crate::lexicon::View;
use crate::lexicon::sense::ReportFrame;
use crate::record::{EntityKind, UnitKind};
use crate::trace::Trace;

/// Who is speaking: an entity, or words.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Speaker {
    Entity(u32),
    Words(u32, u32),
}

/// Links every figure to the source of its sentence.
pub(super) fn link(view: &View, entities: &Entities, chunks: &Chunks, list: &mut [Quantity], trace: &mut Trace) {
    let mut next = 0;
    let mut last: Option<Speaker> = None;
    for (sentence, &(start, stop)) in chunks.sentences.iter().enumerate() {
        let range = &chunks.list[start as usize..stop as usize];
        let speaker = speaker(view, entities, range, last);
        if let Some((speaker, report)) = speaker {
            last = Some(speaker);
            let (begin, end) = view.span(report.first as usize, report.end as usize);
            trace.note("source", begin, end, || match speaker {
                Speaker::Entity(index) => {
                    let named = &entities.list[index as usize];
                    view.slice(named.first as usize, named.end as usize).to_owned()
                }
                Speaker::Words(first, end) => view.slice(first as usize, end as usize).to_owned(),
            });
        }
        let first = list.partition_point(|quantity| quantity.implicit || (quantity.sentence as usize) < sentence);
        next = next.max(0).min(first);
        for quantity in list.iter_mut().filter(|quantity| quantity.sentence as usize == sentence) {
            let age = matches!(quantity.unit, Unit::Measure { kind: UnitKind::Age, .. });
            match speaker {
                Some((Speaker::Entity(index), _)) if !age => quantity.source = Some(index),
                Some((Speaker::Words(first, end), _)) if !age => quantity.source_words = Some((first, end)),
                _ => {}
            }
        }
    }
}

/// The speaker of a sentence and the words of saying.
fn speaker(view: &View, entities: &Entities, chunks: &[Chunk], last: Option<Speaker>) -> Option<(Speaker, Chunk)> {
    for (at, chunk) in chunks.iter().enumerate() {
        let What::Report(frame) = chunk.what else { continue };
        let found = match frame {
            ReportFrame::Says | ReportFrame::Told => subject(view, entities, chunks, at, last).or_else(|| inverted(view, entities, chunks, at)),
            ReportFrame::According => behind(view, entities, chunks, at),
            ReportFrame::Quotes => behind(view, entities, chunks, at),
            ReportFrame::Belief | ReportFrame::Document => None,
        };
        if let Some(found) = found {
            return Some((found, *chunk));
        }
    }
    None
}

/// "the NIS told lawmakers", "police said", "it said".
fn subject(view: &View, entities: &Entities, chunks: &[Chunk], at: usize, last: Option<Speaker>) -> Option<Speaker> {
    let mut nearest = None;
    for before in (0..at).rev().take(8) {
        match chunks[before].what {
            What::Entity(_) | What::People { .. } | What::Noun { .. } => {
                if before > 0 && matches!(chunks[before - 1].what, What::Preposition) {
                    nearest = None;
                    continue;
                }
                nearest = speaker_of(view, entities, &chunks[before]);
                break;
            }
            What::Pronoun => {
                nearest = last;
                break;
            }
            What::Aux | What::Other | What::Time(_) | What::Preposition => {}
            What::Comma => {
                // "police spokesman X, 52, said": over an apposition.
                if before + 1 == at {
                    continue;
                }
            }
            _ => break,
        }
    }
    nearest
}

/// "said Pradip Thapa, the police chief", "said a spokesman".
fn inverted(view: &View, entities: &Entities, chunks: &[Chunk], at: usize) -> Option<Speaker> {
    behind(view, entities, chunks, at)
}

/// The entity or noun right behind; a person wins over the office before the name.
fn behind(view: &View, entities: &Entities, chunks: &[Chunk], at: usize) -> Option<Speaker> {
    let mut words = None;
    for chunk in chunks.iter().skip(at + 1).take(6) {
        match chunk.what {
            What::People { entity: Some(index), .. } => return Some(Speaker::Entity(index)),
            What::Entity(index) if entities.list[index as usize].kind == EntityKind::Agency => return Some(Speaker::Entity(index)),
            What::Entity(index) => words = words.or(Some(Speaker::Entity(index))),
            What::People { .. } | What::Noun { .. } => words = words.or(speaker_of(view, entities, chunk)),
            What::Other | What::Preposition => {}
            _ => break,
        }
    }
    words
}

fn speaker_of(_: &View, _: &Entities, chunk: &Chunk) -> Option<Speaker> {
    match chunk.what {
        What::People { entity: Some(index), .. } | What::Entity(index) => Some(Speaker::Entity(index)),
        What::People { .. } | What::Noun { .. } => Some(Speaker::Words(chunk.first, chunk.end)),
        _ => None,
    }
}
