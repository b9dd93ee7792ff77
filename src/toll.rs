//! Tolls.
use std::collections::BTreeMap;
use crate::quantity::Quantities;
use crate::record::{Document, Role, Toll};
use crate::trace::Trace;
pub(crate) fn of<'a>(_: &Document<'a>, _: &Quantities, _: &mut Trace) -> BTreeMap<Role, Toll<'a>> { BTreeMap::new() }
