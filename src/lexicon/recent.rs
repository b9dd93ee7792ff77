//! What was looked up before. The same few hundred entries are named again and again: what lexicons say of them is kept close
//! together, where the tables of all entries are spread over more memory than a core has at hand.

/// Small enough for the second cache of a core.
const SIZE: usize = 4096;

/// A table of what was found for hashes. Of two hashes that fall on one slot the later one stays.
pub(crate) struct Recent<T> {
    slots: Vec<(u64, T)>,
    /// The lexicon that it was found in.
    lexicon: u64,
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Recent { slots: Vec::new(), lexicon: 0 }
    }
}

impl<T: Copy + Default> Recent<T> {
    /// Forgets all, unless it is from this lexicon.
    #[inline]
    pub fn be_of(&mut self, lexicon: u64) {
        if self.lexicon != lexicon || self.slots.is_empty() {
            self.begin(lexicon);
        }
    }

    #[cold]
    fn begin(&mut self, lexicon: u64) {
        self.lexicon = lexicon;
        // No hash that falls on a slot is the one that an empty slot has.
        let elsewhere = |slot: usize| (((slot + 1) % SIZE) as u64) << 32;
        self.slots.clear();
        self.slots.extend((0..SIZE).map(|slot| (elsewhere(slot), T::default())));
    }

    /// What was found for a hash, if it is still here.
    #[inline]
    pub fn get(&self, hash: u64) -> Option<&T> {
        let (known, found) = self.slots.get(slot(hash))?;
        (*known == hash).then_some(found)
    }

    /// Reads the slots of hashes and does nothing with them: the processor fetches them all at once. A slot may lie in two
    /// lines of the caches: `end` reads what stands at its end.
    #[inline]
    pub fn fetch(&self, hashes: impl Iterator<Item = u64>, end: impl Fn(&T) -> u32) {
        let mut all = 0;
        for hash in hashes {
            if let Some((known, found)) = self.slots.get(slot(hash)) {
                all ^= known ^ u64::from(end(found));
            }
        }
        std::hint::black_box(all);
    }

    /// Keeps what was found for a hash.
    #[inline]
    pub fn put(&mut self, hash: u64, found: T) {
        if let Some(slot) = self.slots.get_mut(slot(hash)) {
            *slot = (hash, found);
        }
    }
}

#[inline]
fn slot(hash: u64) -> usize {
    (hash >> 32) as usize % SIZE
}
