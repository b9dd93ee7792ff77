//! What is no time, seen before any rule is tried: figures, units and words such as "last" with nothing of a time beside them.

use super::reader::{Reader, start};
use super::value::Length;
use crate::lexicon::keyword::{self as kw, WordSet};
use crate::lexicon::sense::{Class, TimeWordKind};
use crate::text::{Kind, Shape};

impl Reader<'_, '_> {
    /// A number is no time unless a word of time follows, or it is written as times are: "2019", "17:00", "1st half".
    pub fn may_be_time(&self, at: usize, starts: u32) -> bool {
        use start::{ARTICLE, DIGITS, LAST, MARK, NUMBER, THIS, word};
        const UNIT: u32 = word(TimeWordKind::Unit);
        const MODIFIER: u32 = word(TimeWordKind::Modifier) | THIS | LAST;
        let (view, token) = (&self.view, &self.view.tokens[at]);
        if starts == MARK {
            return view.glued(at + 1) && view.tokens[at + 1].kind == Kind::Number;
        }
        // "quarter to nine".
        if view.is(at, &[kw::QUARTER]) && view.is(at + 1, &[kw::TO]) {
            return true;
        }
        let starts = starts & Self::TRIED;
        if starts == UNIT && self.is_lone_unit(at) || starts & !MODIFIER == 0 && self.modifies_nothing(at) {
            return false;
        }
        if starts & !(DIGITS | NUMBER | ARTICLE) != 0 {
            return true;
        }
        if starts & DIGITS != 0 && (token.len() == 4 || token.len() >= 8 || view.glued(at + 1)) {
            return true;
        }
        starts != 0 && at < self.last_time() && (self.counts_time(at) || self.ordinal(at).is_some())
    }

    /// Whether a unit is no part of anything longer, as most are that no number stands before: nothing in its sentence tells
    /// which one, or how long ago.
    fn is_lone_unit(&self, at: usize) -> bool {
        use TimeWordKind::{Era, Half, Month, Offset, Quarter};
        !self.tells(&[Half, Quarter, Month, Offset, Era])
            && self.unit(at).is_none_or(|(end, length)| end == at + 1 && length != Length::Weekend)
    }

    /// Whether nothing of a time stands behind a word such as "last" or "late", over "of the" and its like.
    fn modifies_nothing(&self, at: usize) -> bool {
        let mut ends = self.view.words.all(at, Class::Time).map(|(end, _)| end);
        self.ends_time(at + 1) && ends.all(|end| self.ends_time(end))
    }

    /// Whether a token is a word or mark that no time goes on with.
    fn ends_time(&self, at: usize) -> bool {
        const TIMED: u32 = Class::Time.bit() | Class::Number.bit();
        const GOES_ON: WordSet = WordSet::of(&[
            kw::A,
            kw::AN,
            kw::THE,
            kw::THIS,
            kw::THAT,
            kw::LAST,
            kw::FINAL,
            kw::HALF,
            kw::PERIOD,
            kw::TIME,
            kw::IN,
            kw::ON,
            kw::OF,
            kw::THROUGH,
        ]);
        let view = &self.view;
        view.tokens.get(at).is_none_or(|token| match token.kind {
            Kind::Word => {
                matches!(token.shape, Shape::Lower | Shape::Title)
                    && view.mask(at) & TIMED == 0
                    && !GOES_ON.has(view.id(at))
            }
            _ => matches!(token.punct(), b'.' | b',' | b';' | b')'),
        })
    }

    /// Whether a word of time stands behind a cardinal, over a hyphen too, or digits go on as days and hours may: "5-7
    /// May", "9 to 11 am".
    fn counts_time(&self, at: usize) -> bool {
        let timed = |at: usize| self.view.has(at, Class::Time);
        let digits = self.view.tokens[at].kind == Kind::Number;
        timed(at + 1)
            || digits && self.goes_on(at + 1)
            || self.count(at).is_some_and(|count| timed(count.end) || timed(self.over_hyphen(count.end)))
    }
}
