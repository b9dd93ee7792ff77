//! Looking up the words of a text: many at once, so that the processor fetches what they lead to side by side, and with what
//! is so of them as bits side by side, so that lists of tokens need no branch a token.

use super::super::load::Lexicon;
use super::super::slot::{NONE, WordRow, WordSlot, bucket, find_in};
use super::super::start::Start;
use super::super::vocab::WordId;
use super::{Begin, LayerWords, Starts, Words};
use crate::text::Token;

/// How many tokens are fetched at once: more than that many lines of memory are hardly under way at a time. As many as a
/// number has bits.
const BATCH: usize = u64::BITS as usize;

/// What the words of a batch of tokens are to a lexicon, a bit a token.
#[derive(Clone, Copy, Default)]
pub(super) struct Marks {
    /// The word alone is a phrase, as it is written; or some sense that it has alone asks for its letters.
    alone: u64,
    /// Longer phrases start with it, as it is written.
    leads: u64,
    /// It is the second word of some phrase, or a hyphen, behind which that may stand.
    follows: u64,
}

impl Marks {
    /// Gathers the three bits from `bit` on of a byte a token.
    #[inline]
    fn gather(bytes: &[u8], bit: u32) -> Marks {
        let mut marks = Marks::default();
        for (place, eight) in (0..).step_by(8).zip(bytes.as_chunks().0) {
            let eight = u64::from_le_bytes(*eight) >> bit;
            marks.alone |= lowest_bits(eight) << place;
            marks.leads |= lowest_bits(eight >> 1) << place;
            marks.follows |= lowest_bits(eight >> 2) << place;
        }
        marks
    }

    /// The words of the first of these batches with which a phrase goes on, as far as the next word tells.
    #[inline]
    fn go_on(batches: &[Marks]) -> u64 {
        let next = batches.get(1).map_or(0, |next| next.follows << (BATCH - 1));
        batches[0].leads & (batches[0].follows >> 1 | next)
    }
}

/// The lowest bit of each of eight bytes, side by side.
#[inline]
fn lowest_bits(bytes: u64) -> u64 {
    (bytes & 0x0101_0101_0101_0101).wrapping_mul(0x0102_0408_1020_4080) >> 56
}

/// Shows the place of each bit that is set, from the lowest on.
#[inline]
fn each_place(mut bits: u64, mut show: impl FnMut(u32)) {
    while bits != 0 {
        show(bits.trailing_zeros());
        bits &= bits - 1;
    }
}

/// Finds the slots of up to [`BATCH`] words. A table is much larger than the caches, so the places where words may stand are
/// read for all of them, with nothing done with them, before any is looked at.
#[allow(clippy::needless_range_loop)] // One number for all lists.
#[inline]
fn look_up<'l>(table: &'l [WordSlot], tokens: &[Token], found: &mut [&'l WordSlot; BATCH]) {
    let mut buckets = [0; BATCH];
    let count = tokens.len().min(BATCH);
    for at in 0..count {
        buckets[at] = bucket(tokens[at].hash, table.len());
    }
    // Nothing else, so that as many as can be are under way at a time.
    let slots = buckets[..count].iter().map(|at| table.get(*at).map_or(0, |slot| slot.id().0));
    std::hint::black_box(slots.fold(0, |all, id| all ^ id));
    for at in 0..count {
        found[at] = find_in(table, buckets[at], tokens[at].hash);
    }
}

/// Looks up all tokens of a text. A lexicon of names that goes on with the vocabulary of the words is read in one go.
#[allow(clippy::needless_range_loop)] // One number for all lists.
pub(crate) fn read_words(lexicon: &Lexicon, tokens: &[Token], words: &mut Words) {
    if words.lexicon != lexicon.serial {
        words.lexicon = lexicon.serial;
        words.alone = lexicon.word_senses().clone();
    }
    let Words { ids, rows, masks, marks, cased, starts, layers, .. } = words;
    // All of it is written below.
    ids.resize(tokens.len(), WordId::UNKNOWN);
    rows.resize(tokens.len(), NONE.row);
    masks.resize(tokens.len(), 0);
    marks.clear();
    cased.clear();
    starts.leads.clear();
    layers.resize_with(lexicon.layers.len(), LayerWords::default);
    layers.iter_mut().for_each(|names| names.begin_text(tokens.len()));
    let shared = lexicon.layers.first().filter(|layer| layer.shares_words);
    let table = shared.map_or(lexicon.slots(), |layer| layer.slots());
    let mut nobody = LayerWords::default();
    let names = if shared.is_some() { &mut layers[0] } else { &mut nobody };
    names.begin_text(tokens.len());
    // What only names have is no word.
    let count = lexicon.rows().len() as u32;
    let is_word = |id: WordId| if id.0 < count { id } else { WordId::UNKNOWN };
    let mut slots = [&NONE; BATCH];
    let mut first = 0;
    while first < tokens.len() {
        let count = BATCH.min(tokens.len() - first);
        let tokens = &tokens[first..][..count];
        look_up(table, tokens, &mut slots);
        let mut bytes = [0; BATCH];
        let (rows, masks, ids) =
            (&mut rows[first..][..count], &mut masks[first..][..count], &mut ids[first..][..count]);
        for at in 0..count {
            let slot = slots[at];
            (rows[at], masks[at], ids[at]) = (slot.row, slot.row.mask(), is_word(slot.id()));
        }
        let (ids, starts) = (&mut names.ids[first..][..count], &mut names.first[first..][..count]);
        for at in 0..count {
            let slot = slots[at];
            (ids[at], starts[at]) = (slot.id(), slot.start);
            bytes[at] = slot.row.marks() | slot.start.marks(tokens[at].shape) << WordRow::MARKS;
        }
        let bytes = &bytes[..count.next_multiple_of(8)];
        marks.push(Marks::gather(bytes, 0));
        names.marks.push(Marks::gather(bytes, WordRow::MARKS));
        first += BATCH;
    }
    for (batch, first) in (0..marks.len()).zip((0..).step_by(BATCH)) {
        each_place(marks[batch].alone, |place| cased.push(first + place));
        each_place(Marks::go_on(&marks[batch..]), |place| starts.leads.push(first + place));
    }
    for (layer, names) in lexicon.layers.iter().zip(layers) {
        if !layer.shares_words {
            names.read(layer.slots(), tokens);
        }
        names.note_begins();
    }
}

impl LayerWords {
    /// Gets ready for a text of so many tokens.
    fn begin_text(&mut self, tokens: usize) {
        self.ids.resize(tokens, WordId::UNKNOWN);
        self.first.resize(tokens, Start::NONE);
        self.marks.clear();
        self.begin.clear();
        self.starts.leads.clear();
        self.done = 0;
    }

    /// Looks all tokens up in a vocabulary of its own.
    #[allow(clippy::needless_range_loop)] // One number for all lists.
    fn read(&mut self, table: &[WordSlot], tokens: &[Token]) {
        let mut slots = [&NONE; BATCH];
        let mut first = 0;
        while first < tokens.len() {
            let count = BATCH.min(tokens.len() - first);
            let tokens = &tokens[first..][..count];
            look_up(table, tokens, &mut slots);
            let mut bytes = [0; BATCH];
            let (ids, starts) = (&mut self.ids[first..][..count], &mut self.first[first..][..count]);
            for at in 0..count {
                let slot = slots[at];
                (ids[at], starts[at]) = (slot.id(), slot.start);
                bytes[at] = slot.start.marks(tokens[at].shape);
            }
            self.marks.push(Marks::gather(&bytes[..count.next_multiple_of(8)], 0));
            first += BATCH;
        }
    }

    /// Lists the tokens at which names may start, and those of them that may go on.
    fn note_begins(&mut self) {
        let LayerWords { first: starts, marks, begin, starts: Starts { leads, .. }, .. } = self;
        for (batch, first) in (0..marks.len()).zip((0..).step_by(BATCH)) {
            let (alone, go_on) = (marks[batch].alone, Marks::go_on(&marks[batch..]));
            each_place(go_on, |place| leads.push(first + place));
            each_place(alone | go_on, |place| {
                let token = first + place;
                let start = if alone >> place & 1 != 0 { starts[token as usize] } else { Start::NONE };
                begin.push(Begin { token, node: 0, start });
            });
        }
    }
}
