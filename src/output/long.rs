//! The record of a long text as JSON, piece by piece: its bytes are many times what a batch of news comes to.

use serde::Serialize;

use super::room::Room;
use super::{Error, OffsetMap, line};
use crate::Document;
use crate::long::boundary;
use crate::record::Offsets;

/// Records that are serialized at once, and those of them that are one thread's task.
const GROUP: usize = 64 * TASK;
const TASK: usize = 512;
/// Bytes of text that are escaped at once.
const TEXT: usize = 1 << 20;

/// Appends what `serde_json` makes of the document with `text` in it, offsets converted. `flush` is shown `out` whenever
/// it has grown and may empty it.
pub(super) fn write(
    text: &str,
    with_text: bool,
    document: Document<'_>,
    offsets: &OffsetMap,
    out: &mut Vec<u8>,
    flush: &mut dyn FnMut(&mut Vec<u8>),
) -> Result<(), Error> {
    let Document { id, text: _, entities, quantities, times, tolls } = document;
    out.push(b'{');
    if let Some(id) = &id {
        out.extend_from_slice(b"\"id\":");
        append(out, id)?;
        out.push(b',');
    }
    if with_text {
        out.extend_from_slice(b"\"text\":\"");
        let mut rest = text;
        while !rest.is_empty() {
            let (piece, behind) = rest.split_at(boundary(rest, TEXT));
            let start = out.len();
            append(out, piece)?;
            out.pop();
            out.remove(start);
            flush(out);
            rest = behind;
        }
        out.extend_from_slice(b"\",");
    }
    let convert = |offset: &mut usize| *offset = offsets.get(text, *offset);
    list("\"entities\":[", entities, line::entity, &convert, out, flush);
    list("],\"quantities\":[", quantities, line::quantity, &convert, out, flush);
    list("],\"times\":[", times, line::time, &convert, out, flush);
    out.extend_from_slice(b"],\"tolls\":");
    append(out, &tolls)?;
    out.push(b'}');
    Ok(())
}

/// Appends the members of a list, with commas between them, on all threads of the pool that this runs in.
fn list<T: Offsets + Send>(
    head: &str,
    mut records: Vec<T>,
    write: fn(&mut Room<'_>, &T),
    convert: &(impl Fn(&mut usize) + Sync),
    out: &mut Vec<u8>,
    flush: &mut dyn FnMut(&mut Vec<u8>),
) {
    out.extend_from_slice(head.as_bytes());
    let mut comma = false;
    for group in records.chunks_mut(GROUP) {
        let task = |records: &mut [T]| {
            let mut bytes = Vec::with_capacity(records.len() * 256);
            let mut room = Room::behind(&mut bytes);
            for record in records {
                record.each_offset(&mut |offset| convert(offset));
                write(&mut room, record);
                room.put(b",");
            }
            drop(room);
            bytes.pop();
            bytes
        };
        for bytes in at_once(group, task) {
            if comma {
                out.push(b',');
            }
            comma = true;
            out.extend_from_slice(&bytes);
        }
        flush(out);
    }
}

/// Does the tasks of a group on the pool that this runs in, if any.
fn at_once<T: Send>(group: &mut [T], task: impl Fn(&mut [T]) -> Vec<u8> + Sync) -> Vec<Vec<u8>> {
    #[cfg(feature = "parallel")]
    if rayon::current_thread_index().is_some() {
        use rayon::prelude::*;
        return group.par_chunks_mut(TASK).map(&task).collect();
    }
    group.chunks_mut(TASK).map(task).collect()
}

fn append<T: Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) -> Result<(), Error> {
    serde_json::to_writer(out, value).map_err(Error::new)
}
