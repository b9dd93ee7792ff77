//! What was looked up before. The same few thousand words make up most of all texts: what lexicons say of them is kept close
//! together, where the tables of all words are spread over more memory than a core has at hand.

/// A table of what was found for hashes. Of two hashes that fall on one slot the later one stays.
pub(super) struct Recent<T> {
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
    /// Large enough for nine words of ten, small enough for the second cache of a core.
    const SIZE: usize = 4096;

    /// Forgets all, unless it is from this lexicon.
    pub fn be_of(&mut self, lexicon: u64) {
        if self.lexicon != lexicon || self.slots.is_empty() {
            self.lexicon = lexicon;
            // No hash that falls on a slot is the one that an empty slot has.
            let elsewhere = |slot: usize| (((slot + 1) % Self::SIZE) as u64) << 32;
            self.slots.clear();
            self.slots.extend((0..Self::SIZE).map(|slot| (elsewhere(slot), T::default())));
        }
    }

    /// What `find` finds for a hash, now or before.
    #[inline]
    pub fn get(&mut self, hash: u64, find: impl FnOnce() -> T) -> T {
        let slot = (hash >> 32) as usize % Self::SIZE;
        let Some((known, found)) = self.slots.get_mut(slot) else { return find() };
        if *known != hash {
            (*known, *found) = (hash, find());
        }
        *found
    }
}
