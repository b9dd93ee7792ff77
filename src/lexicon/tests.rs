//! Both matching engines against a naive one: leftmost-longest, whole words, letters as the alias asks.

use proptest::prelude::*;

use super::scan::{Words, Work};
use super::{Lexicon, Own, build, open};
use crate::text::{Shape, Token, tokenize};

const HEADER: &str = "ref\ttype\tname\tcountry\taliases\toffice\n";

/// The engines: names of a plain file go to the automaton, those of a compiled one to the trie.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Engine {
    Automaton,
    Trie,
}

fn own(names: &[String], engine: Engine) -> Own {
    let mut file = HEADER.to_owned();
    for name in names {
        file.push_str(&format!("agency:{}\tngo\t{name}\t\t\t\n", name.replace(' ', "+")));
    }
    match engine {
        Engine::Automaton => Own::Text("own.tsv".to_owned(), file),
        Engine::Trie => Own::Compiled(build(&[("own.tsv", file)]).unwrap()),
    }
}

fn lexicon(names: &[String], engine: Engine) -> Lexicon {
    open(false, vec![own(names, engine)]).unwrap()
}

/// What an engine finds: first token, token after the last, name.
fn found(lexicon: &Lexicon, text: &str) -> Vec<(u32, u32, String)> {
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    let mut words = Words::default();
    lexicon.read(&tokens, &mut words);
    lexicon.scan(text, &tokens, &mut words, &mut Work::default());
    let mut out: Vec<_> =
        words.names.iter().map(|name| (name.first, name.end, lexicon.entry_name(name.entry).to_owned())).collect();
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
    for engine in [Engine::Automaton, Engine::Trie] {
        let lexicon = lexicon(&names, engine);
        let text = "The Bank of Ghana’s chief, who met the WHO and Jong un at a BANK.";
        let found: Vec<String> = found(&lexicon, text).into_iter().map(|(_, _, name)| name).collect();
        assert_eq!(found, ["Bank of Ghana", "WHO", "Jong-un", "Bank"]);
    }
}

/// The words of a name as they are matched, letters aside.
fn folded(name: &str) -> Vec<u64> {
    let mut tokens = Vec::new();
    tokenize(name, &mut tokens);
    tokens.iter().filter(|token| token.punct() != b'-').map(|token| token.hash).collect()
}

/// Words that share beginnings and cases, so that names overlap in the text.
fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Kim", "kim", "KIM", "Jong", "Jong-un", "Un", "of", "Bank", "Zürich", "zurich", "N.S", "a",
    ])
}

proptest! {
    #[test]
    fn words_are_found_where_they_were_laid(
        hashes in prop::collection::btree_set(any::<u64>(), 0..60),
        others in prop::collection::vec(any::<u64>(), 0..20),
        low in prop::collection::btree_set(0..40u64, 0..20),
    ) {
        // Some that lie close together, and have the same lower half as others far away.
        let hashes: Vec<u64> = hashes.into_iter().chain(low.iter().flat_map(|at| [*at, *at << 58])).collect();
        let mut words: Vec<_> = (1..).zip(hashes).map(|(id, hash)| (hash, id, Default::default())).collect();
        words.sort_by_key(|(hash, ..)| *hash);
        words.dedup_by_key(|(hash, ..)| *hash);
        words.retain(|(hash, ..)| *hash as u32 != 0 || *hash == 0);
        let slots = super::slot::lay_out(&words);
        for (hash, id, _) in &words {
            prop_assert_eq!(super::slot::find(&slots, *hash).id().0, *id);
        }
        for other in others.iter().filter(|other| words.iter().all(|(hash, ..)| *hash as u32 != **other as u32)) {
            prop_assert_eq!(super::slot::find(&slots, *other).id().0, 0);
        }
        prop_assert_eq!(super::slot::find(&[], 7).id().0, 0);
    }

    #[test]
    fn both_engines_agree_with_the_naive_one(
        names in prop::collection::hash_set(prop::collection::vec(word(), 1..4).prop_map(|words| words.join(" ")), 1..8),
        text in prop::collection::vec(word(), 0..24).prop_map(|words| words.join(" ")),
    ) {
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort();
        let expected = naive(&names, &text);
        prop_assert_eq!(&found(&lexicon(&names, Engine::Trie), &text), &expected);
        prop_assert_eq!(&found(&lexicon(&names, Engine::Automaton), &text), &expected);
    }

    #[test]
    fn names_of_several_lexicons_are_leftmost_longest_over_all_of_them(
        names in prop::collection::hash_set(prop::collection::vec(word(), 1..4).prop_map(|words| words.join(" ")), 3..9),
        text in prop::collection::vec(word(), 0..24).prop_map(|words| words.join(" ")),
        engines in prop::sample::select(vec![[Engine::Trie, Engine::Trie], [Engine::Trie, Engine::Automaton]]),
    ) {
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort();
        // Names that are matched alike would take each other's place.
        let mut forms = std::collections::HashSet::new();
        names.retain(|name| forms.insert(folded(name)));
        let (low, high) = names.split_at(names.len() / 2);
        let lexicon = open(false, vec![own(low, engines[0]), own(high, engines[1])]).unwrap();
        prop_assert_eq!(found(&lexicon, &text), naive(&names, &text));
    }
}

/// Flips every bit and cuts at every byte: refused each time, and never a panic.
#[test]
fn a_damaged_or_cut_compiled_lexicon_is_refused() {
    let whole = match own(&["Bank of Ghana".to_owned()], Engine::Trie) {
        Own::Compiled(bytes) => bytes,
        _ => unreachable!(),
    };
    assert!(open(false, vec![Own::Compiled(whole.clone())]).is_ok());
    for at in 0..whole.len() {
        assert!(open_alone(whole[..at].to_vec()).is_err(), "cut at {at}");
        for bit in [0, 3, 7] {
            let mut damaged = whole.clone();
            damaged[at] ^= 1 << bit;
            assert!(open_alone(damaged).is_err(), "bit {bit} of byte {at}");
        }
    }
    let mut longer = whole;
    longer.push(0);
    assert!(open_alone(longer).is_err());
}

fn open_alone(bytes: Vec<u8>) -> Result<(), super::image::Unusable> {
    super::source::Source::memory(bytes).map(|_| ())
}

/// Whatever its parts hold, a lexicon whose checksum is right may give wrong names, but it never panics.
#[test]
fn a_compiled_lexicon_of_nonsense_does_no_harm() {
    use super::source::Source;
    let names: Vec<String> = ["Bank of Ghana", "WHO", "Kim Jong Un"].map(str::to_owned).to_vec();
    let Own::Compiled(whole) = own(&names, Engine::Trie) else { unreachable!() };
    let sections = super::image::Sections::parse(&whole).unwrap();
    let text = "The Bank of Ghana met the WHO and Kim Jong Un.";
    let mut tokens = Vec::new();
    tokenize(text, &mut tokens);
    for at in 0..whole.len() {
        for value in [0x00, 0x01, 0x7f, 0xff] {
            let mut nonsense = whole.clone();
            nonsense[at] = value;
            let words = super::bundled::WORDS;
            let (source, words) = Source::embedded(words);
            let mut loader = super::load::Loader::new(source, &words).unwrap();
            if loader.add(Source::Memory(nonsense), &sections, None) {
                let lexicon = loader.finish();
                let mut words = Words::default();
                lexicon.read(&tokens, &mut words);
                lexicon.scan(text, &tokens, &mut words, &mut Work::default());
                lexicon.search("Bank of Ghana");
                lexicon.search("agency:WHO");
            }
        }
    }
}
