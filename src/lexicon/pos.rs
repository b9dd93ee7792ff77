//! Parts of speech, as bits.

pub const NOUN: u16 = 1;
pub const PLURAL: u16 = 1 << 1;
pub const VERB: u16 = 1 << 2;
pub const THIRD: u16 = 1 << 3;
pub const PAST: u16 = 1 << 4;
pub const PARTICIPLE: u16 = 1 << 5;
pub const ING: u16 = 1 << 6;
pub const ADJECTIVE: u16 = 1 << 7;
pub const ADVERB: u16 = 1 << 8;
pub const PREPOSITION: u16 = 1 << 9;
pub const DETERMINER: u16 = 1 << 10;
pub const COORDINATOR: u16 = 1 << 11;
pub const PRONOUN: u16 = 1 << 12;
pub const MODAL: u16 = 1 << 13;
pub const WH: u16 = 1 << 14;
pub const OTHER: u16 = 1 << 15;

/// The bit of a letter of `english.tsv`; `R` (number words) is left to `numbers.tsv`.
pub fn of_letter(letter: u8) -> Option<u16> {
    Some(match letter {
        b'N' => NOUN,
        b'S' => PLURAL,
        b'V' => VERB,
        b'Z' => THIRD,
        b'D' => PAST,
        b'P' => PARTICIPLE,
        b'G' => ING,
        b'A' => ADJECTIVE,
        b'B' => ADVERB,
        b'I' => PREPOSITION,
        b'T' => DETERMINER,
        b'C' => COORDINATOR,
        b'O' => PRONOUN,
        b'M' => MODAL,
        b'W' => WH,
        b'R' | b'X' => OTHER,
        _ => return None,
    })
}

/// Names of the set bits, for explanations.
pub fn names(bits: u16) -> impl Iterator<Item = &'static str> {
    const NAMES: [&str; 16] = [
        "noun",
        "plural noun",
        "verb",
        "verb -s",
        "past",
        "participle",
        "-ing",
        "adjective",
        "adverb",
        "preposition",
        "determiner",
        "coordinator",
        "pronoun",
        "modal",
        "wh-word",
        "other",
    ];
    NAMES.iter().enumerate().filter(move |(bit, _)| bits & (1 << bit) != 0).map(|(_, name)| *name)
}
