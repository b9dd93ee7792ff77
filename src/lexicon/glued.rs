//! Money written in one with its figure: "RM500", "AUD1.5m", "$US113".

use super::sense::{Class, NumberKind};
use super::{Lexicon, WordId};
use crate::text::{Kind, Shape, Token, hash_word};

/// The longest sign of money in letters.
const LETTERS: usize = 5;

impl Lexicon {
    /// Parts the letters of a currency from the digits behind them, so that figure and unit are words of their own:
    /// "RM500" is "RM" + "500". Names of the same look ("G20", "A320") stay whole.
    pub fn part_money(&self, text: &str, tokens: &mut Vec<Token>) {
        let mut at = 0;
        while at < tokens.len() {
            if tokens[at].has_digit()
                && let Some(parts) = self.money(text, tokens, at)
            {
                let count = parts.iter().flatten().count();
                tokens.splice(at..=at, parts.into_iter().flatten());
                at += count;
            } else {
                at += 1;
            }
        }
    }

    /// Currency, figure and multiplier of a token that is all of them.
    fn money(&self, text: &str, tokens: &[Token], at: usize) -> Option<[Option<Token>; 3]> {
        let token = tokens[at];
        let word = token.text(text);
        let bytes = word.as_bytes();
        let letters = bytes.iter().take(LETTERS + 1).take_while(|b| b.is_ascii_alphabetic()).count();
        if !(1..=LETTERS).contains(&letters) || !bytes.get(letters)?.is_ascii_digit() {
            return None;
        }
        let figure = bytes[letters..].iter().take_while(|b| b.is_ascii_digit() || matches!(b, b'.' | b',')).count();
        let tail = letters + figure;
        let sign = self.word(hash_word(&word[..letters]));
        let dollar = at > 0 && tokens[at - 1].text(text) == "$" && token.glued();
        let signs = if dollar { [self.word(tokens[at - 1].hash), sign] } else { [sign, sign] };
        if !self.is_money(if dollar { &signs } else { &signs[..1] }) {
            return None;
        }
        let suffix = tail == bytes.len() || self.is_suffix(&[self.word(hash_word(&word[tail..]))]);
        // One letter alone stands before many a model's number: "R2".
        let many = figure > 3 || tail < bytes.len() || self.scales(tokens, at);
        // A currency's letters may also name a thing: "PS5".
        let named = || self.any_sense(&[sign], |class, _| class == Class::Designator);
        let telling = dollar || many || letters > 1 && (figure > 1 || !named());
        if !(suffix && telling) {
            return None;
        }
        let part = |first: usize, end: usize, kind: Kind, shape: Shape, space: bool| {
            let mut part = token;
            part.start = token.start + first as u32;
            part.end = token.start + end as u32;
            part.hash = hash_word(&word[first..end]);
            (part.kind, part.shape, part.space_before) = (kind, shape, space);
            part.newlines_before = if space { token.newlines_before } else { 0 };
            part
        };
        Some([
            Some(part(0, letters, Kind::Word, shape_of(&word[..letters]), token.space_before)),
            Some(part(letters, tail, Kind::Number, Shape::None, false)),
            (tail < bytes.len()).then(|| part(tail, bytes.len(), Kind::Word, shape_of(&word[tail..]), false)),
        ])
    }

    /// Whether a multiplier follows a token: "N10 million".
    fn scales(&self, tokens: &[Token], at: usize) -> bool {
        tokens.get(at + 1).is_some_and(|next| {
            next.space_before
                && self.any_sense(&[self.word(next.hash)], |class, row| {
                    class == Class::Number && self.numbers[row].kind == NumberKind::Scale
                })
        })
    }

    /// Whether words together are a currency that stands before its figure.
    fn is_money(&self, words: &[WordId]) -> bool {
        self.any_sense(words, |class, row| class == Class::Unit && self.units[row].before)
    }

    fn is_suffix(&self, words: &[WordId]) -> bool {
        self.any_sense(words, |class, row| {
            class == Class::Number && matches!(self.numbers[row].kind, NumberKind::Suffix | NumberKind::Scale)
        })
    }

    fn any_sense(&self, words: &[WordId], wanted: impl Fn(Class, usize) -> bool) -> bool {
        let mut found = false;
        self.terms().walk(words, 0, |end, forms| {
            found |= end == words.len()
                && forms.iter().any(|form| {
                    let sense = self.senses[form.sense.get() as usize];
                    wanted(sense.class, sense.row as usize)
                });
        });
        found
    }
}

fn shape_of(letters: &str) -> Shape {
    let upper = letters.bytes().filter(u8::is_ascii_uppercase).count();
    match upper {
        0 => Shape::Lower,
        1 if letters.len() == 1 => Shape::Single,
        _ if upper == letters.len() => Shape::Upper,
        _ => Shape::Title,
    }
}
