//! Maps of one text. Texts are short: emptying a map must cost nothing, however great a text before it made it.

/// Makes a list as long as a text, all zeros: what is there already is only written over.
pub(super) fn zeros<T: Copy + Default>(list: &mut Vec<T>, count: usize) {
    let known = list.len().min(count);
    list[..known].fill(T::default());
    list.resize(count, T::default());
}

/// Values by a hash.
pub(super) struct ByHash<T> {
    /// When a slot was written and the row that it leads to.
    slots: Vec<(u32, u32)>,
    rows: Vec<(u64, T)>,
    now: u32,
    /// A bit for each hash that has a value, by its lowest bits: most hashes are told by it to have none.
    bits: u64,
}

impl<T> Default for ByHash<T> {
    fn default() -> Self {
        ByHash { slots: vec![(0, 0); 64], rows: Vec::new(), now: 1, bits: 0 }
    }
}

impl<T: Default> ByHash<T> {
    pub fn clear(&mut self) {
        self.rows.clear();
        self.bits = 0;
        self.now = self.now.wrapping_add(1);
        if self.now == 0 {
            self.slots.fill((0, 0));
            self.now = 1;
        }
    }

    /// The slot of a hash, or the free one where it would be.
    #[inline]
    fn slot(&self, hash: u64) -> (usize, Option<usize>) {
        let mask = self.slots.len() - 1;
        let mut at = (hash ^ (hash >> 32)) as usize & mask;
        loop {
            let (when, row) = self.slots[at];
            if when != self.now {
                return (at, None);
            }
            if self.rows[row as usize].0 == hash {
                return (at, Some(row as usize));
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether a hash may have a value.
    #[inline]
    pub fn may_have(&self, hash: u64) -> bool {
        self.bits & bit(hash) != 0
    }

    #[inline]
    pub fn get(&self, hash: u64) -> Option<&T> {
        if self.may_have(hash) { self.slot(hash).1.map(|row| &self.rows[row].1) } else { None }
    }

    /// The row of a hash, a new one where it has none.
    pub fn row(&mut self, hash: u64) -> usize {
        let (slot, row) = self.slot(hash);
        if let Some(row) = row {
            return row;
        }
        let row = self.rows.len();
        self.bits |= bit(hash);
        self.rows.push((hash, T::default()));
        self.slots[slot] = (self.now, row as u32);
        if self.rows.len() * 2 > self.slots.len() {
            self.grow();
        }
        row
    }

    #[inline]
    pub fn entry(&mut self, hash: u64) -> &mut T {
        let row = self.row(hash);
        &mut self.rows[row].1
    }

    #[inline]
    pub fn at(&self, row: usize) -> &T {
        &self.rows[row].1
    }

    #[inline]
    pub fn at_mut(&mut self, row: usize) -> &mut T {
        &mut self.rows[row].1
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.slots.clear();
        self.slots.resize(size, (0, 0));
        for row in 0..self.rows.len() {
            let (slot, _) = self.slot(self.rows[row].0);
            self.slots[slot] = (self.now, row as u32);
        }
    }
}

/// One of 64 bits for a hash: sets of a few hashes are told apart by them.
#[inline]
pub(super) fn bit(hash: u64) -> u64 {
    1 << (hash & 63)
}

/// So many strings are walked, which is as many as most texts have: countries and regions.
const FEW: usize = 8;

/// Values by a string of the lexicon.
#[derive(Default)]
pub(super) struct ByString<T> {
    /// A bit for each string that has a value, by its lowest bits: most strings are told by it to have none.
    bits: u64,
    few: Vec<(u32, T)>,
    others: ByHash<T>,
}

impl<T: Copy + Default> ByString<T> {
    pub fn clear(&mut self) {
        if self.few.len() == FEW {
            self.others.clear();
        }
        self.few.clear();
        self.bits = 0;
    }

    /// The value of a string.
    #[inline]
    pub fn get(&self, string: u32) -> Option<T> {
        if self.bits & bit(u64::from(string)) == 0 { None } else { self.find(string) }
    }

    fn find(&self, string: u32) -> Option<T> {
        match self.few.iter().find(|(known, _)| *known == string) {
            Some((_, value)) => Some(*value),
            None if self.few.len() < FEW => None,
            None => self.others.get(spread(string)).copied(),
        }
    }

    /// The value of a string, the default where it had none.
    #[inline]
    pub fn entry(&mut self, string: u32) -> &mut T {
        self.bits |= bit(u64::from(string));
        let at = self.few.iter().position(|(known, _)| *known == string).unwrap_or(self.few.len());
        if at == FEW {
            return self.others.entry(spread(string));
        }
        if at == self.few.len() {
            self.few.push((string, T::default()));
        }
        &mut self.few[at].1
    }
}

/// No two strings have the same, and neighbours have no neighbouring ones.
#[inline]
fn spread(string: u32) -> u64 {
    u64::from(string).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn maps_forget_what_a_text_before_said() {
        let (mut hashes, mut strings) = (ByHash::<u32>::default(), ByString::<u32>::default());
        for text in 0..20u64 {
            hashes.clear();
            strings.clear();
            let mut plain = HashMap::new();
            let mut hash = text;
            for _ in 0..text * 40 {
                hash = hash.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(17) % 997;
                *hashes.entry(hash << 40) += 1;
                *strings.entry(hash as u32) += 1;
                *plain.entry(hash).or_insert(0) += 1;
            }
            for hash in 0..1000 {
                assert_eq!(hashes.get(hash << 40), plain.get(&hash));
                assert_eq!(strings.get(hash as u32), plain.get(&hash).copied());
            }
        }
    }
}
