//! Both matching engines against a naive one: leftmost-longest, whole words, letters as the alias asks.

use proptest::prelude::*;

use super::scan::Words;
use super::{Builder, Lexicon};
use crate::text::{Shape, Token, tokenize};

const HEADER: &str = "ref\ttype\tname\tcountry\taliases\tnote\n";

fn lexicon(names: &[String], at_run_time: bool) -> Lexicon {
    let mut file = HEADER.to_owned();
    for (index, name) in names.iter().enumerate() {
        file.push_str(&format!("agency:{index}\tngo\t{name}\t\t\t\n"));
    }
    let mut builder = Builder::new();
    if at_run_time {
        builder.add_file_at_run_time("own.tsv", &file);
    } else {
        builder.add_file("own.tsv", &file);
    }
    let (lexicon, faults) = builder.finish();
    assert!(faults.is_empty(), "{faults:?}");
    lexicon
}

/// What an engine finds: first token, token after the last, name.
fn found(lexicon: &Lexicon, text: &str) -> Vec<(u32, u32, String)> {
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    let mut words = Words::default();
    lexicon.scan(text, &tokens, &mut words);
    let mut out: Vec<_> = words
        .names
        .iter()
        .map(|name| {
            let entry = lexicon.entries[lexicon.surfaces[name.surface as usize].entry as usize];
            (name.first, name.end, lexicon.string(entry.name).to_owned())
        })
        .collect();
    out.sort();
    out
}

/// The plainest matcher: at each token the longest name whose words, folded and without hyphens, stand there.
fn naive(names: &[String], text: &str) -> Vec<(u32, u32, String)> {
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    let patterns: Vec<(Vec<Token>, &String)> = names
        .iter()
        .map(|name| {
            let mut words = Vec::new();
            tokenize(name, &mut words);
            words.retain(|word| word.punct() != b'-');
            (words, name)
        })
        .collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut best = at;
        for (pattern, _) in &patterns {
            if let Some(end) = ends(&tokens, at, pattern) {
                best = best.max(end);
            }
        }
        for (pattern, name) in
            patterns.iter().filter(|(pattern, _)| best > at && ends(&tokens, at, pattern) == Some(best))
        {
            let _ = pattern;
            out.push((at as u32, best as u32, (*name).clone()));
        }
        at = best.max(at + 1);
    }
    out.sort();
    out
}

/// Where a pattern that begins at a token ends.
fn ends(tokens: &[Token], at: usize, pattern: &[Token]) -> Option<usize> {
    let mut end = at;
    for (index, word) in pattern.iter().enumerate() {
        if index > 0 && tokens.get(end)?.punct() == b'-' {
            end += 1;
        }
        let token = tokens.get(end)?;
        let letters = match word.shape {
            Shape::Upper | Shape::Single => matches!(token.shape, Shape::Upper | Shape::Single | Shape::None),
            Shape::Title => !matches!(token.shape, Shape::Lower | Shape::Mixed),
            _ => true,
        };
        if token.hash != word.hash || !letters {
            return None;
        }
        end += 1;
    }
    (end > at).then_some(end)
}

#[test]
fn the_longest_name_wins_and_an_acronym_asks_for_capitals() {
    let names = ["Bank".to_owned(), "Bank of Ghana".to_owned(), "WHO".to_owned(), "Jong-un".to_owned()];
    for at_run_time in [false, true] {
        let lexicon = lexicon(&names, at_run_time);
        let text = "The Bank of Ghana’s chief, who met the WHO and Jong un at a BANK.";
        let found: Vec<String> = found(&lexicon, text).into_iter().map(|(_, _, name)| name).collect();
        assert_eq!(found, ["Bank of Ghana", "WHO", "Jong-un", "Bank"]);
    }
}

/// Words that share beginnings and cases, so that names overlap in the text.
fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Kim", "kim", "KIM", "Jong", "Jong-un", "Un", "of", "Bank", "Zürich", "zurich", "N.S", "a",
    ])
}

proptest! {
    #[test]
    fn both_engines_agree_with_the_naive_one(
        names in prop::collection::hash_set(prop::collection::vec(word(), 1..4).prop_map(|words| words.join(" ")), 1..8),
        text in prop::collection::vec(word(), 0..24).prop_map(|words| words.join(" ")),
    ) {
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort();
        let expected = naive(&names, &text);
        prop_assert_eq!(&found(&lexicon(&names, false), &text), &expected);
        prop_assert_eq!(&found(&lexicon(&names, true), &text), &expected);
    }
}
