//! What is known of the tokens of a text, as slices up to the end of a sentence: each is indexed without a second look at
//! its length.

use super::outline::Text;
use crate::entity::Named;
use crate::lexicon::WordId;
use crate::text::Token;
use crate::time::Expression;

/// The facts of the tokens up to a sentence's end.
pub(super) struct Facts<'t> {
    pub tokens: &'t [Token],
    pub ids: &'t [WordId],
    pub masks: &'t [u32],
    in_entity: &'t [u32],
    in_time: &'t [u32],
    /// The same, up to the sentence's end.
    entities_here: &'t [u32],
    times_here: &'t [u32],
    entities: &'t [Named],
    times: &'t [Expression],
}

impl<'t> Facts<'t> {
    /// The facts of the tokens before `stop`.
    pub fn of(text: Text<'t, '_, '_>, stop: usize) -> Facts<'t> {
        let Text { view, entities, times, .. } = text;
        Facts {
            tokens: &view.tokens[..stop],
            ids: &view.words.ids[..stop],
            masks: &view.words.masks[..stop],
            in_entity: entities.by_token(),
            in_time: times.by_token(),
            entities_here: &entities.by_token()[..stop],
            times_here: &times.by_token()[..stop],
            entities: &entities.list,
            times: &times.list,
        }
    }

    /// Whether a token is in no entity and in no time, as most are.
    #[inline]
    pub fn is_free(&self, at: usize) -> bool {
        self.entities_here[at] | self.times_here[at] == 0
    }

    /// The entity that a token is in: the token after it, and its index.
    #[inline]
    pub fn entity(&self, at: usize) -> Option<(usize, u32)> {
        let index = self.in_entity.get(at)?.checked_sub(1)?;
        Some((self.entities[index as usize].end as usize, index))
    }

    /// The time expression that a token is in: the token after it, and its index.
    #[inline]
    pub fn time(&self, at: usize) -> Option<(usize, u32)> {
        let index = self.in_time.get(at)?.checked_sub(1)?;
        Some((self.times[index as usize].end as usize, index))
    }
}

/// What words are by their likeliest parts of speech.
pub(super) struct ByPart<T: 'static> {
    /// By the number of the only bit.
    single: [T; 16],
    parts: &'static [(u16, T)],
    otherwise: T,
}

impl<T: Copy> ByPart<T> {
    /// Takes the first of `parts` that a word is, else `otherwise`.
    pub const fn of(parts: &'static [(u16, T)], otherwise: T) -> Self {
        let mut single = [otherwise; 16];
        let mut bit = 0;
        while bit < 16 {
            let mut at = parts.len();
            while at > 0 {
                at -= 1;
                if parts[at].0 & (1 << bit) != 0 {
                    single[bit] = parts[at].1;
                }
            }
            bit += 1;
        }
        ByPart { single, parts, otherwise }
    }

    /// What a word of these parts of speech is.
    #[inline]
    pub fn of_parts(&self, likeliest: u16) -> T {
        if likeliest.is_power_of_two() {
            return self.single[likeliest.trailing_zeros() as usize % 16];
        }
        self.parts.iter().find(|(parts, _)| likeliest & parts != 0).map_or(self.otherwise, |(_, what)| *what)
    }
}
