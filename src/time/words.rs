//! Looks at single words for the rules: which month, how long a unit, what number.

use super::reader::Reader;
use super::value::Length;
use crate::lexicon::keyword as kw;
use crate::lexicon::sense::{Class, NumberKind, TimeWord, TimeWordKind, pos};
use crate::text::Kind;

/// How many of a unit: "two", "several", "a".
#[derive(Clone, Copy, Debug)]
pub(super) struct Count {
    pub end: usize,
    /// None for vague words.
    pub value: Option<i32>,
    /// "a" alone, which is no numeral.
    pub article: bool,
}

impl Reader<'_, '_> {
    /// A word of time of a kind: the token after it, and its value.
    #[inline]
    pub fn word(&self, at: usize, kind: TimeWordKind) -> Option<(usize, i32)> {
        if !self.view.has(at, Class::Time) {
            return None;
        }
        let times = &self.view.lexicon.times;
        let last = self.sentence.last as usize;
        let mut words = self.view.words.all(at, Class::Time).map(|(end, row)| (end, times[row]));
        words.rfind(|(end, word)| word.kind == kind && *end <= last).map(|(end, word)| (end, word.value))
    }

    /// A month: the token after it, and its number.
    pub fn month(&self, at: usize) -> Option<(usize, u8)> {
        self.word(at, TimeWordKind::Month).map(|(end, month)| (end, month as u8))
    }

    /// Whether the word of a month or weekday is also something else: "May", "March", "Sun", "Jan".
    pub fn doubtful(&self, at: usize) -> bool {
        self.view.tokens[at].len() <= 3 || self.view.can_be(at, pos::VERB | pos::MODAL)
    }

    /// A unit of time: the token after it, and its length.
    pub fn unit(&self, at: usize) -> Option<(usize, Length)> {
        let (end, days) = self.word(at, TimeWordKind::Unit)?;
        let hours = self.view.is(at, &[kw::HOUR, kw::HOURS, kw::HRS]) && end == at + 1;
        let length = match days {
            _ if hours => Length::Hour,
            TimeWord::NONE => Length::Other,
            days => Length::of_days(days),
        };
        Some((end, length))
    }

    /// A modifier that says which one: "last" is -1, "this" 0, "next" 1; "the previous" -2 and "the following" 2.
    pub fn which(&self, at: usize) -> Option<(usize, i32)> {
        self.word(at, TimeWordKind::Modifier).filter(|(_, value)| *value != TimeWord::NONE)
    }

    /// A token of at most four plain digits.
    pub fn digits(&self, at: usize) -> Option<u32> {
        let token = self.view.tokens.get(at)?;
        if token.kind != Kind::Number || token.len() > 4 || at >= self.sentence.last as usize {
            return None;
        }
        self.view.slice(at, at + 1).parse().ok()
    }

    /// Digits of exactly this length.
    pub fn digits_of(&self, at: usize, length: usize) -> Option<u32> {
        self.digits(at).filter(|_| self.view.tokens[at].len() == length)
    }

    /// A day of a month in digits, and whether it is an ordinal: "30", "5th".
    pub fn day(&self, at: usize) -> Option<(usize, u8, bool)> {
        let day = self.digits(at).filter(|day| (1..=31).contains(day) && self.view.tokens[at].len() <= 2)?;
        let ordinal = self.view.ends_ordinal(at + 1);
        if !ordinal && self.view.glued(at + 1) && !self.mark(at + 1) {
            return None;
        }
        Some((at + 1 + usize::from(ordinal), day as u8, ordinal))
    }

    /// An ordinal in digits or words: "3rd", "third".
    pub fn ordinal(&self, at: usize) -> Option<(usize, i32)> {
        if let Some((end, day, true)) = self.day(at) {
            return Some((end, i32::from(day)));
        }
        let numbers = &self.view.lexicon.numbers;
        let word = self.view.has(at, Class::Number).then(|| self.view.words.all(at, Class::Number))?;
        let mut ordinals = word.filter(|(_, row)| numbers[*row].kind == NumberKind::Ordinal);
        ordinals.next_back().map(|(end, row)| (end, numbers[row].value as i32))
    }

    /// So many of a unit: "24", "two", "twenty-five", "a few", "a", "two and a half".
    pub fn count(&self, at: usize) -> Option<Count> {
        if self.view.is(at, &[kw::A, kw::AN]) {
            let end = self.vague(at + 1);
            let article = end == at + 1;
            return Some(Count { end, value: article.then_some(1), article });
        }
        if let Some(value) = self.digits(at) {
            return Some(Count { end: self.and_a_half(at + 1), value: i32::try_from(value).ok(), article: false });
        }
        if self.view.tokens.get(at)?.kind == Kind::Number {
            return Some(Count { end: at + 1, value: None, article: false });
        }
        if let Some((mut end, mut value)) = self.small_number(at) {
            let hyphen = usize::from(self.view.id(end) == kw::HYPHEN);
            if value >= 20
                && let Some((next, more)) = self.small_number(end + hyphen).filter(|(_, more)| *more < 10)
            {
                (end, value) = (next, value + more);
            }
            return Some(Count { end: self.and_a_half(end), value: Some(value), article: false });
        }
        let end = self.vague(at);
        (end > at).then_some(Count { end, value: None, article: false })
    }

    /// A number word below a hundred.
    fn small_number(&self, at: usize) -> Option<(usize, i32)> {
        let numbers = &self.view.lexicon.numbers;
        let mut words = self.view.has(at, Class::Number).then(|| self.view.words.all(at, Class::Number))?;
        let small = |kind| matches!(kind, NumberKind::Unit | NumberKind::Teen | NumberKind::Tens);
        let (end, row) = words.find(|(_, row)| small(numbers[*row].kind))?;
        Some((end, numbers[row].value as i32))
    }

    /// The token after a vague number word and its "of": "few", "couple of", "several", "dozen".
    fn vague(&self, at: usize) -> usize {
        let numbers = &self.view.lexicon.numbers;
        if !self.view.has(at, Class::Number) {
            return at;
        }
        let vague =
            |kind| matches!(kind, NumberKind::Vague | NumberKind::Collective | NumberKind::Hundred | NumberKind::Scale);
        match self.view.words.all(at, Class::Number).find(|(_, row)| vague(numbers[*row].kind)) {
            Some((end, _)) => end + usize::from(self.view.id(end) == kw::OF),
            None => at,
        }
    }

    /// Whether a word is a multiplier: "million".
    pub fn is_scale(&self, at: usize) -> bool {
        let numbers = &self.view.lexicon.numbers;
        self.view.has(at, Class::Number)
            && self.view.words.all(at, Class::Number).any(|(_, row)| numbers[row].kind == NumberKind::Scale)
    }

    /// Over "and a half".
    pub fn and_a_half(&self, at: usize) -> usize {
        let half = self.view.is(at, &[kw::AND]) && self.view.id(at + 1) == kw::A && self.view.id(at + 2) == kw::HALF;
        at + if half { 3 } else { 0 }
    }
}
