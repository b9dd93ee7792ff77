//! Whom entries stand for after all that later lexicons say: found once, and kept.

use super::load::Lexicon;

/// What was found for the entries of each lexicon but the last, which none follows.
#[derive(Default)]
pub(crate) struct Settled {
    /// By the lexicon of the name and by entry: 0 where nothing was found yet, else the entry and one.
    layers: Vec<Vec<u32>>,
    /// The lexicons that it was found in.
    lexicon: u64,
}

impl Settled {
    /// Forgets all, unless it is from these lexicons.
    pub fn be_of(&mut self, lexicon: &Lexicon) {
        if self.lexicon != lexicon.serial {
            self.lexicon = lexicon.serial;
            let followed = &lexicon.layers[..lexicon.layers.len().saturating_sub(1)];
            self.layers = followed.iter().map(|layer| vec![0; (layer.base + layer.len()) as usize]).collect();
        }
    }

    /// Whom an entry stands for that a name of a lexicon names, where that was found.
    #[inline]
    pub fn get(&self, layer: usize, entry: u32) -> Option<u32> {
        self.layers.get(layer)?.get(entry as usize)?.checked_sub(1)
    }

    /// Keeps it.
    #[inline]
    pub fn put(&mut self, layer: usize, entry: u32, newest: u32) {
        if let Some(slot) = self.layers.get_mut(layer).and_then(|entries| entries.get_mut(entry as usize)) {
            *slot = newest + 1;
        }
    }
}
