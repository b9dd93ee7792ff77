//! Words and sentences: what holds of any text.

use headcount::text::{reference::*, *};
use proptest::prelude::*;

fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    tokenize(text, &mut out);
    out
}

fn fold(word: &str) -> String {
    let mut out = String::new();
    fold_into(word, &mut out);
    out
}

/// Texts rich in what the rules are about.
fn texts() -> impl Strategy<Value = String> {
    let marks = ". , ' ’ : ; _ - / \" “ ” ( ) ? ! -- ... … — 's ’s 'S `` '' ` % $ #".split(' ');
    let spaces = vec![" ", "  ", "\n", "\r\n", "\r", "\t", "\u{a0}", "\u{202f}", "\u{2009}", "\u{2028}", "\u{85}"];
    let unseen = vec!["\u{301}", "\u{ad}", "\u{200d}", "\u{200b}", "\u{feff}", "\u{fe0f}\u{20e3}", "\u{600}", "\0"];
    let others = "é É ß İ 中 ア あ א ش ۵ ３ Ａ 😀 👩\u{200d}👩 🇺 🇸 👍🏽 ½ ² Ⅷ 。 、 क्ष ไท · ․ й Ж ǅ º".split(' ');
    let text = |of: Vec<&'static str>| prop::sample::select(of).prop_map(str::to_string);
    let piece = prop_oneof![
        8 => "[a-zA-Z]{1,4}",
        4 => "[0-9]{1,3}",
        7 => text(marks.collect()),
        4 => text(spaces),
        2 => text(unseen),
        4 => text(others.collect()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2048))]

    #[test]
    fn fast_tokens_are_those_of_uax(text in texts()) {
        let mut slow = Vec::new();
        tokenize_uax(&text, &mut slow);
        prop_assert_eq!(tokens(&text), slow);
    }

    #[test]
    fn fast_sentences_are_those_of_uax(text in texts()) {
        prop_assert_eq!(sentence_bounds(&text), sentence_bounds_uax(&text));
    }

    /// Tokens ascend, and between them there is only what a reader does not see.
    #[test]
    fn tokens_rejoin_to_the_text(text in texts()) {
        let mut end = 0;
        for token in tokens(&text) {
            prop_assert!(token.start < token.end && end <= token.start as usize);
            let gap = &text[end..token.start as usize];
            prop_assert!(fold(gap).trim_matches(|c: char| c == ' ' || c > '\u{2ff}' || c.is_control()).is_empty(), "{:?}", gap);
            let spaced = end == 0 || gap.contains(|c: char| c.is_whitespace() || c == '\u{200b}');
            prop_assert_eq!(spaced, token.space_before);
            end = token.end as usize;
        }
    }

    #[test]
    fn tokens_hash_their_folded_form(text in texts()) {
        for token in tokens(&text) {
            let folded = fold(token.text(&text));
            match token.kind {
                Kind::Punct => {}
                Kind::Possessive => prop_assert_eq!(token.hash, hash_folded("'s")),
                _ => prop_assert_eq!(token.hash, hash_folded(&folded)),
            }
        }
    }

    #[test]
    fn hash_word_folds(text in texts()) {
        prop_assert_eq!(hash_word(&text), hash_folded(&fold(&text)));
        prop_assert_eq!(fold(&fold(&text)), fold(&text));
    }

    #[test]
    fn sentences_cover_all_tokens(text in texts()) {
        let tokens = tokens(&text);
        let says = |word: usize| [FullStop::Never, FullStop::Maybe, FullStop::Ends][tokens[word].len() % 3];
        let mut sentences = Vec::new();
        split_sentences(&text, &tokens, says, &mut sentences);
        let mut at = 0;
        for sentence in sentences {
            prop_assert!(sentence.first == at && sentence.last > at);
            at = sentence.last;
        }
        prop_assert_eq!(at as usize, tokens.len());
    }
}
