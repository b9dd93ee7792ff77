//! Classes: what a word or phrase can be besides a name, as bits of a token's mask.

use serde::{Deserialize, Serialize};

/// The classes of words, as bits of a token's mask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub(crate) enum Class {
    Number,
    Bound,
    Unit,
    Thing,
    Cue,
    Status,
    Report,
    Title,
    Time,
    Shape,
    Designator,
    Connective,
    Trend,
    Office,
    Scene,
    Game,
    Tally,
    Context,
    /// A symbol of a unit right behind digits, and anything else elsewhere: the "A" of "16 A".
    Letter,
}

impl Class {
    /// All of them, in order.
    pub const ALL: [Class; 19] = [
        Class::Number,
        Class::Bound,
        Class::Unit,
        Class::Thing,
        Class::Cue,
        Class::Status,
        Class::Report,
        Class::Title,
        Class::Time,
        Class::Shape,
        Class::Designator,
        Class::Connective,
        Class::Trend,
        Class::Office,
        Class::Scene,
        Class::Game,
        Class::Tally,
        Class::Context,
        Class::Letter,
    ];

    /// The class with this number; one that harms nobody for a number that no class has.
    #[inline]
    pub fn of(number: u8) -> Class {
        Class::ALL.get(usize::from(number)).copied().unwrap_or(Class::Designator)
    }

    #[inline]
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// Bit of a mask: a word of time that more than a preposition, "ago" or "later" starts at the token.
    pub const STARTS_TIME: u32 = 1 << 30;

    /// Bit of a mask: the rooms of times and numbers look at the word.
    pub const ASKED: u32 = 1 << 31;

    /// Bit of a mask: one of the small words that stand before a surname.
    pub const PARTICLE: u32 = 1 << 29;

    /// Bit of a mask: a word that makes the room of quantities look at its sentence twice: "no" and its kin, a question mark,
    /// a quotation mark.
    pub const NOTED: u32 = 1 << 28;

    /// Bit of a mask: a cue may hit somebody told of without a figure.
    pub const HITS: u32 = 1 << 27;

    /// Bit of a mask: a connective such as "including" starts at the token.
    pub const PARTS: u32 = 1 << 26;

    /// Bit of a mask: words of saying that may have a speaker start at the token.
    pub const SAYS: u32 = 1 << 25;

    /// Bits of a mask that are those of the word, whatever starts at it.
    pub const OF_WORDS: u32 = Class::ASKED | Class::PARTICLE | Class::NOTED;

    /// Its name, for explanations.
    pub const fn name(self) -> &'static str {
        match self {
            Class::Number => "number",
            Class::Bound => "bound",
            Class::Unit => "unit",
            Class::Thing => "thing",
            Class::Cue => "cue",
            Class::Status => "status",
            Class::Report => "reporting",
            Class::Title => "title",
            Class::Time => "time",
            Class::Shape => "shape",
            Class::Designator => "designator",
            Class::Connective => "connective",
            Class::Trend => "trend",
            Class::Office => "office",
            Class::Scene => "scene",
            Class::Game => "game",
            Class::Tally => "tally",
            Class::Context => "context",
            Class::Letter => "letter",
        }
    }
}
