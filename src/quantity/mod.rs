//! Quantities.
use crate::entity::Entities;
use crate::lexicon::View;
use crate::number::Numerals;
use crate::record::Quantity;
use crate::time::Times;
use crate::trace::{ChunkNote, Trace};
#[derive(Default)]
pub(crate) struct Quantities {}
pub(crate) fn find(_: &View, _: &Entities, _: &Times, _: &Numerals, _: &mut Quantities, _: &mut Trace) {}
pub(crate) fn records<'a>(_: &View<'_, 'a>, _: &Times, _: &Quantities) -> Vec<Quantity<'a>> { Vec::new() }
pub(crate) fn chunk_notes(_: &View, _: &Quantities) -> Vec<ChunkNote> { Vec::new() }
