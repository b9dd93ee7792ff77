//! Offsets in other units than bytes: the one place where a record's offsets are converted.

use crate::Document;
use crate::record::Offsets as _;
use crate::trace::Explanation;

/// What offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Offsets {
    /// Unicode code points, as Python, spaCy, brat and Prodigy count.
    #[default]
    Chars,
    /// Bytes of UTF-8, as Rust and Go count.
    Bytes,
    /// UTF-16 code units, as JavaScript, Java and C# count.
    Utf16,
}

/// Distance in bytes between two places whose offset is remembered.
const STEP: usize = 128;

/// Converts byte offsets of one text. Made in one pass over the text; each look-up then counts at most 128 bytes. A text
/// in ASCII needs neither.
///
/// ```
/// use headcount::output::{OffsetMap, Offsets};
///
/// let text = "Señor 😀 left";
/// let mut map = OffsetMap::default();
/// map.reset(text, Offsets::Utf16);
/// assert_eq!(map.get(text, text.find("left").unwrap()), 9);
/// map.reset(text, Offsets::Chars);
/// assert_eq!(map.get(text, text.find("left").unwrap()), 8);
/// ```
#[derive(Debug, Default)]
pub struct OffsetMap {
    unit: Offsets,
    /// Offset at each multiple of `STEP` bytes; empty where bytes are right as they are.
    marks: Vec<usize>,
}

impl OffsetMap {
    /// Makes the map that of this text.
    pub fn reset(&mut self, text: &str, unit: Offsets) {
        self.unit = unit;
        self.marks.clear();
        if unit == Offsets::Bytes || text.is_ascii() {
            return;
        }
        let mut offset = 0;
        for block in text.as_bytes().chunks(STEP) {
            self.marks.push(offset);
            offset += count(block, unit);
        }
        if text.len().is_multiple_of(STEP) {
            self.marks.push(offset);
        }
    }

    /// The offset in the map's unit for a byte offset on a character boundary of the same text.
    #[must_use]
    pub fn get(&self, text: &str, byte: usize) -> usize {
        match self.marks.get(byte / STEP) {
            Some(mark) => mark + count(&text.as_bytes()[byte / STEP * STEP..byte], self.unit),
            None => byte,
        }
    }

    /// Converts every offset of a document.
    pub fn convert(&self, text: &str, document: &mut Document<'_>) {
        if !self.marks.is_empty() {
            document.each_offset(&mut |offset| *offset = self.get(text, *offset));
        }
    }

    /// Converts every offset of an explanation.
    pub fn convert_explanation(&self, text: &str, explanation: &mut Explanation) {
        let Explanation { tokens, chunks, steps, .. } = explanation;
        let tokens = tokens.iter_mut().flat_map(|token| [&mut token.start, &mut token.end]);
        let chunks = chunks.iter_mut().flat_map(|chunk| [&mut chunk.start, &mut chunk.end]);
        let steps = steps.iter_mut().flat_map(|step| [&mut step.start, &mut step.end]);
        for offset in tokens.chain(chunks).chain(steps) {
            *offset = self.get(text, *offset);
        }
    }
}

/// Units that begin in these bytes: a character counts where its first byte stands.
fn count(bytes: &[u8], unit: Offsets) -> usize {
    // Bytes 0x80 to 0xBF go on with a character; from 0xF0 on one needs two units of UTF-16.
    let chars = bytes.iter().filter(|&&byte| byte as i8 >= -0x40).count();
    match unit {
        Offsets::Bytes => bytes.len(),
        Offsets::Chars => chars,
        Offsets::Utf16 => chars + bytes.iter().filter(|&&byte| byte >= 0xF0).count(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::record::{Mention, Quantity, TimeRef, Unit};

    proptest! {
        #[test]
        fn slices_are_the_same_in_every_unit(
            pieces in prop::collection::vec(prop_oneof!["[a-z .]{0,90}", "[é中😀\u{301}\u{fe0f}]{0,40}", "\\PC{0,9}"], 0..9),
            cuts in prop::collection::vec(any::<prop::sample::Index>(), 14),
        ) {
            let text = pieces.concat();
            let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let mut at: Vec<usize> = cuts.iter().map(|cut| *cut.get(&bounds)).collect();
            at.sort_unstable();
            let mut wanted: Vec<String> = Vec::new();
            let mut spans = at.chunks(2).map(|pair| {
                wanted.push(text[pair[0]..pair[1]].to_string());
                (pair[0], pair[1], text[pair[0]..pair[1]].to_string())
            });
            let mut mention = || spans.next().map(|(start, end, text)| Mention { start, end, text: text.into() }).unwrap();

            let mut document: crate::OwnedDocument = serde_json::from_str(
                r#"{"entities": [{"id":0,"start":0,"end":0,"text":"","kind":"place","name":"","via":"name","score":1}],
                    "quantities": [], "tolls": {},
                    "times": [{"start":0,"end":0,"text":"","kind":"date"}]}"#).unwrap();
            let Mention { start, end, text: words } = mention();
            (document.entities[0].start, document.entities[0].end, document.entities[0].text) = (start, end, words);
            let Mention { start, end, text: words } = mention();
            (document.times[0].start, document.times[0].end, document.times[0].text) = (start, end, words);
            let (whole, number, unit, cue, time) = (mention(), mention(), mention(), mention(), mention());
            document.quantities.push(Quantity {
                start: whole.start,
                end: whole.end,
                text: whole.text,
                number: Some(number),
                unit: Some(Unit {
                    start: Some(unit.start), end: Some(unit.end), text: Some(unit.text),
                    kind: Default::default(), name: None, head: None, category: None, path: None,
                }),
                cue: Some(cue),
                time: Some(TimeRef { start: time.start, end: time.end, text: time.text, iso: None }),
                ..serde_json::from_str(r#"{"start":0,"end":0,"text":"","bound":"exact","status":"reported","score":1}"#).unwrap()
            });

            let chars: Vec<char> = text.chars().collect();
            let utf16: Vec<u16> = text.encode_utf16().collect();
            let slice = |unit, start: usize, end: usize| match unit {
                Offsets::Chars => chars[start..end].iter().collect(),
                Offsets::Bytes => text[start..end].to_string(),
                Offsets::Utf16 => String::from_utf16(&utf16[start..end]).unwrap(),
            };
            for unit in [Offsets::Chars, Offsets::Bytes, Offsets::Utf16] {
                let mut map = OffsetMap::default();
                map.reset(&text, unit);
                let mut converted = document.clone();
                map.convert(&text, &mut converted);
                // Every "start", "end", "text" that the record serializes, whatever it belongs to.
                let mut found = Vec::new();
                collect(&serde_json::to_value(&converted).unwrap(), &mut found);
                prop_assert_eq!(found.len(), 7);
                for (start, end, words) in found {
                    prop_assert_eq!(slice(unit, start, end), words);
                }
            }
            prop_assert_eq!(wanted.len(), 7);
        }
    }

    fn collect(value: &serde_json::Value, found: &mut Vec<(usize, usize, String)>) {
        if let (Some(start), Some(end), Some(text)) =
            (value["start"].as_u64(), value["end"].as_u64(), value["text"].as_str())
        {
            found.push((start as usize, end as usize, text.to_string()));
        }
        match value {
            serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            serde_json::Value::Object(fields) => fields.values().for_each(|field| collect(field, found)),
            _ => {}
        }
    }
}
