//! The table that an analyst wants: one row a quantity, as CSV.
//!
//! Its columns are [`COLUMNS`]. Entities stand by their names; a cell is empty where the record has nothing. Cells are
//! quoted as RFC 4180 asks for, and a sentence that goes over several lines stays so within its quotes.

use csv::{ByteRecord, Writer, WriterBuilder};

use super::{Error, Format, Frame, Offsets, Workspace};
use crate::record::{Document, Entity, Quantity, Span};

/// The columns, in order.
///
/// | column | what stands there |
/// | --- | --- |
/// | `id` | the document's id |
/// | `quantity` | index of the quantity in its document; `part_of` points to it |
/// | `value`, `min`, `max`, `bound` | the figure, as in the record |
/// | `kind`, `unit`, `category` | kind and name of the unit, category of the counted |
/// | `role`, `status` | what happened to the counted, and how sure that is |
/// | `of` | names of what qualifies the counted, parted by `; ` |
/// | `source`, `source_ref` | name of whoever says so, or the words where that is no entity; its id in the lexicon |
/// | `relay` | the words for who passes it on, where the source is an entity |
/// | `place`, `place_ref`, `country`, `lat`, `lon` | where it happened: name, id in the lexicon, country code, degrees |
/// | `time`, `time_iso` | when: the words, and their ISO value where known |
/// | `tally` | `new` or `cumulative` |
/// | `part_of` | the quantity that this one is part of |
/// | `implicit` | `true` where no numeral stands |
/// | `start`, `end`, `text` | the words of the quantity, and where they stand |
/// | `cue` | the words that gave the role |
/// | `sentence` | the sentence that it stands in |
pub const COLUMNS: [&str; 30] = [
    "id",
    "quantity",
    "value",
    "min",
    "max",
    "bound",
    "kind",
    "unit",
    "category",
    "role",
    "status",
    "of",
    "source",
    "source_ref",
    "relay",
    "place",
    "place_ref",
    "country",
    "lat",
    "lon",
    "time",
    "time_iso",
    "tally",
    "part_of",
    "implicit",
    "start",
    "end",
    "text",
    "cue",
    "sentence",
];

/// [`COLUMNS`] as the first line.
const HEAD: &str = "id,quantity,value,min,max,bound,kind,unit,category,role,status,of,source,source_ref,relay,place,\
                    place_ref,country,lat,lon,time,time_iso,tally,part_of,implicit,start,end,text,cue,sentence\n";

/// Rows of a long text that are written between two flushes.
const GROUP: usize = 4096;

/// Writes a row for each quantity, under one header for all documents.
///
/// ```
/// use headcount::output::{Counts, Format, Workspace};
///
/// let text = "Nine miners died in Obuasi, police said.";
/// let mut rows = Vec::new();
/// let tagger = headcount::Tagger::bundled();
/// let document = tagger.tag(text);
/// Counts::default().write(text, document, &mut Workspace::default(), &mut rows).unwrap();
/// let rows = String::from_utf8(rows).unwrap();
/// assert!(rows.starts_with(",0,9,,,exact,count,miner,miner,killed,reported,,police,,,Obuasi,"));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    offsets: Offsets,
}

impl Counts {
    /// What `start` and `end` count; code points unless told otherwise.
    #[must_use]
    pub fn offsets(self, offsets: Offsets) -> Self {
        Counts { offsets }
    }
}

impl Format for Counts {
    fn write(
        &self,
        text: &str,
        document: Document<'_>,
        workspace: &mut Workspace,
        out: &mut Vec<u8>,
    ) -> Result<(), Error> {
        self.write_long(text, document, workspace, out, &mut |_| {})
    }

    fn write_long(
        &self,
        text: &str,
        document: Document<'_>,
        workspace: &mut Workspace,
        out: &mut Vec<u8>,
        flush: &mut dyn FnMut(&mut Vec<u8>),
    ) -> Result<(), Error> {
        if document.quantities.is_empty() {
            return Ok(());
        }
        workspace.offsets.reset(text, self.offsets);
        let offset = |byte: usize| workspace.offsets.get(text, byte);
        let mut row = ByteRecord::new();
        for first in (0..document.quantities.len()).step_by(GROUP) {
            let mut rows = rows(out);
            for index in first..document.quantities.len().min(first + GROUP) {
                row.clear();
                fill(&mut row, text, &document, index, &offset);
                rows.write_byte_record(&row).map_err(Error::new)?;
            }
            rows.flush().map_err(Error::new)?;
            drop(rows);
            flush(out);
        }
        Ok(())
    }

    fn frame(&self) -> Frame {
        Frame { head: HEAD, ..Frame::default() }
    }
}

fn rows(out: &mut Vec<u8>) -> Writer<&mut Vec<u8>> {
    WriterBuilder::new().has_headers(false).from_writer(out)
}

/// Puts the cells of a quantity into a row.
fn fill(row: &mut ByteRecord, text: &str, document: &Document<'_>, index: usize, offset: &impl Fn(usize) -> usize) {
    let quantity = &document.quantities[index];
    let entity = |id: Option<usize>| id.and_then(|id| document.entities.get(id));
    let (source, place) = (entity(quantity.source), entity(quantity.place));
    let mut put = |cell: &str| row.push_field(cell.as_bytes());

    put(document.id.as_deref().unwrap_or_default());
    put(&index.to_string());
    for figure in [quantity.value, quantity.min, quantity.max] {
        put(&shown(figure));
    }
    put(&word(&quantity.bound));
    let unit = quantity.unit.as_ref();
    put(&unit.map_or(String::new(), |unit| word(&unit.kind)));
    put(unit.and_then(|unit| unit.name.as_deref()).unwrap_or_default());
    put(unit.and_then(|unit| unit.category.as_deref()).unwrap_or_default());
    put(&quantity.role.as_ref().map_or(String::new(), word));
    put(&word(&quantity.status));
    put(&qualifying(document, quantity));

    let said = quantity.source_text.as_deref().unwrap_or_default();
    put(source.map_or(said, |source| &source.name));
    put(reference(source));
    put(if source.is_some() { said } else { "" });

    put(place.map_or("", |place| &place.name));
    put(reference(place));
    put(place.and_then(|place| place.country.as_deref()).unwrap_or_default());
    put(&shown(place.and_then(|place| place.lat)));
    put(&shown(place.and_then(|place| place.lon)));

    let time = quantity.time.as_ref();
    put(time.map_or("", |time| &time.text));
    put(time.and_then(|time| time.iso.as_deref()).unwrap_or_default());
    put(&quantity.tally.as_ref().map_or(String::new(), word));
    put(&shown(quantity.part_of));
    put(if quantity.implicit { "true" } else { "false" });
    put(&offset(quantity.start).to_string());
    put(&offset(quantity.end).to_string());
    put(&quantity.text);
    put(quantity.cue.as_ref().map_or("", |cue| &cue.text));
    let Span { start, end } = quantity.sentence;
    put(text.get(start..end).unwrap_or_default());
}

/// The names of the entities that qualify what is counted.
fn qualifying(document: &Document<'_>, quantity: &Quantity<'_>) -> String {
    let names = quantity.of.iter().filter_map(|&id| document.entities.get(id)).map(|entity| &*entity.name);
    names.collect::<Vec<_>>().join("; ")
}

fn reference<'d>(entity: Option<&'d Entity<'_>>) -> &'d str {
    entity.and_then(|entity| entity.reference.as_deref()).unwrap_or_default()
}

fn shown(figure: Option<impl ToString>) -> String {
    figure.map_or(String::new(), |figure| figure.to_string())
}

/// A word of a closed list as the record writes it.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tagger;

    #[test]
    fn the_first_line_names_the_columns() {
        assert_eq!(HEAD.trim_end().split(',').collect::<Vec<_>>(), COLUMNS);
    }

    #[test]
    fn a_long_text_is_flushed_on_the_way() {
        let text = "Nine miners died in Obuasi. ".repeat(GROUP + 1);
        let (mut out, mut flushes) = (Vec::new(), Vec::new());
        let mut flush = |out: &mut Vec<u8>| flushes.push(std::mem::take(out));
        let tagger = Tagger::bundled();
        let document = tagger.tag(&text);
        Counts::default().write_long(&text, document, &mut Workspace::default(), &mut out, &mut flush).unwrap();
        assert_eq!((flushes.len(), out.len()), (2, 0));
        let rows = flushes.concat();
        assert_eq!(rows.iter().filter(|&&byte| byte == b'\n').count(), GROUP + 1);
        assert!(rows.ends_with(b",died,Nine miners died in Obuasi.\n"));
    }
}
