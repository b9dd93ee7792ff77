//! Labels on subword tokens, with small tokenizers of three kinds made here.
#![cfg(feature = "hf")]

use std::collections::HashSet;

use headcount::OwnedDocument;
use headcount::output::hf::{HeadcountPreTokenizer, HuggingFace};
use headcount::output::{Format, Offsets, Workspace};
use serde_json::{Value, json};
use tokenizers::models::bpe::{BPE, Vocab};
use tokenizers::models::wordlevel::WordLevel;
use tokenizers::models::wordpiece::WordPiece;
use tokenizers::normalizers::BertNormalizer;
use tokenizers::pre_tokenizers::bert::BertPreTokenizer;
use tokenizers::pre_tokenizers::byte_level::ByteLevel;
use tokenizers::processors::bert::BertProcessing;
use tokenizers::{
    OffsetReferential, OffsetType, PreTokenizedString, PreTokenizer, Tokenizer, TokenizerBuilder, TruncationParams,
};

const TEXT: &str = "Kim’s 600 Norwegian soldiers 😀 reached Zürich; the Côte d’Ivoire lost a 15-year-old boy.";

/// A document with these mentions in `TEXT`: entities with their kind, and quantities.
fn document(entities: &[(&str, &str)], quantities: &[&str]) -> OwnedDocument {
    let span = |words: &str| {
        let start = TEXT.find(words).unwrap();
        (start, start + words.len())
    };
    let entities: Vec<Value> = entities
        .iter()
        .enumerate()
        .map(|(id, (words, kind))| {
            let (start, end) = span(words);
            json!({"id": id, "start": start, "end": end, "text": words, "kind": kind, "name": words, "via": "name", "score": 1})
        })
        .collect();
    let quantities: Vec<Value> = quantities
        .iter()
        .map(|words| {
            let (start, end) = span(words);
            json!({"start": start, "end": end, "text": words, "bound": "exact", "status": "reported", "score": 1})
        })
        .collect();
    serde_json::from_value(json!({"id": "x", "entities": entities, "quantities": quantities, "times": [], "tolls": {}}))
        .unwrap()
}

fn mentions() -> OwnedDocument {
    document(
        &[("Kim", "person"), ("Norwegian", "nationality"), ("Zürich", "place"), ("Côte d’Ivoire", "place")],
        &["600 Norwegian soldiers", "a 15-year-old boy", "15-year-old"],
    )
}

/// Words whole.
fn word_level() -> Tokenizer {
    let words = "Kim ’ s 600 Norwegian soldiers 😀 reached Zürich ; the Côte d Ivoire lost a 15 - year old boy . [UNK]";
    let vocab: Vocab = words.split(' ').enumerate().map(|(id, word)| (word.to_string(), id as u32)).collect();
    let model = WordLevel::builder().vocab(vocab).unk_token("[UNK]".into()).build().unwrap();
    let mut tokenizer = Tokenizer::new(model);
    tokenizer.with_pre_tokenizer(Some(BertPreTokenizer));
    tokenizer
}

/// Lower case without accents, pieces of one or two letters, [CLS] and [SEP] around.
fn word_piece() -> Tokenizer {
    let letters: Vec<String> =
        "abcdefghijklmnopqrstuvwxyz0123456789.,;-’'😀".chars().map(|letter| letter.to_string()).collect();
    let mut pieces: Vec<String> = ["[UNK]", "[CLS]", "[SEP]"].map(String::from).into();
    pieces.extend(letters.iter().cloned());
    pieces.extend(letters.iter().map(|letter| format!("##{letter}")));
    pieces.extend(["no", "##rw", "##eg", "soldiers", "60", "zu", "##ri", "co", "##te"].map(String::from));
    let vocab: Vocab = pieces.into_iter().enumerate().map(|(id, piece)| (piece, id as u32)).collect();
    let model = WordPiece::builder().vocab(vocab).unk_token("[UNK]".into()).build().unwrap();
    let mut tokenizer = Tokenizer::new(model);
    tokenizer.with_normalizer(Some(BertNormalizer::default())).unwrap();
    tokenizer.with_pre_tokenizer(Some(BertPreTokenizer));
    tokenizer.with_post_processor(Some(BertProcessing::new(("[SEP]".into(), 2), ("[CLS]".into(), 1))));
    tokenizer
}

/// Bytes, as GPT-2 spells them, the blank before a word being part of it.
fn byte_level(trim: bool) -> Tokenizer {
    let mut alphabet: Vec<String> = ByteLevel::alphabet().iter().map(char::to_string).collect();
    alphabet.sort();
    let merges = vec![("Ġ".to_string(), "s".to_string()), ("o".to_string(), "l".to_string())];
    alphabet.extend(["Ġs", "ol"].map(String::from));
    let vocab: Vocab = alphabet.into_iter().enumerate().map(|(id, token)| (token, id as u32)).collect();
    let model = BPE::builder().vocab_and_merges(vocab, merges).build().unwrap();
    let mut tokenizer = Tokenizer::new(model);
    tokenizer.with_pre_tokenizer(Some(ByteLevel::new(false, trim, true)));
    tokenizer.with_post_processor(Some(ByteLevel::new(false, trim, true)));
    tokenizer
}

/// The line that is written for a text.
fn line(tokenizer: Tokenizer, offsets: Offsets, document: OwnedDocument) -> Value {
    let format = HuggingFace::new(tokenizer).unwrap().offsets(offsets);
    let mut out = Vec::new();
    format.write(TEXT, document, &mut Workspace::default(), &mut out).unwrap();
    assert_eq!(out.pop(), Some(b'\n'));
    serde_json::from_slice(&out).unwrap()
}

fn strings(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

fn spans(line: &Value) -> Vec<(usize, usize)> {
    serde_json::from_value(line["offsets"].clone()).unwrap()
}

/// What the text says where the tokens with labels of one kind stand, one string a mention.
fn labelled(line: &Value, column: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, usize, usize)> = Vec::new();
    for (label, (start, end)) in strings(&line[column]).into_iter().zip(spans(line)) {
        match label.split_once('-') {
            Some(("B", kind)) => found.push((kind.to_string(), start, end)),
            Some(("I", kind)) => {
                let last = found.last_mut().expect("no I- before a B-");
                assert_eq!(last.0, kind);
                last.2 = last.2.max(end);
            }
            _ => assert_eq!(label, "O"),
        }
    }
    found.into_iter().map(|(kind, start, end)| (kind, TEXT[start..end].trim_start().to_string())).collect()
}

fn tokenizers_of_all_kinds() -> [(&'static str, Tokenizer); 4] {
    [
        ("word level", word_level()),
        ("word piece", word_piece()),
        ("byte level", byte_level(true)),
        ("byte level, blanks kept", byte_level(false)),
    ]
}

#[test]
fn labels_cover_the_mentions() {
    for (name, tokenizer) in tokenizers_of_all_kinds() {
        let line = line(tokenizer, Offsets::Bytes, mentions());
        let entities = labelled(&line, "entities");
        let expected =
            [("person", "Kim"), ("nationality", "Norwegian"), ("place", "Zürich"), ("place", "Côte d’Ivoire")];
        assert!(
            entities.iter().map(|(kind, text)| (kind.as_str(), text.as_str())).eq(expected),
            "{name}: {entities:?}"
        );
        let quantities = labelled(&line, "quantities");
        let expected = [("quantity", "600 Norwegian soldiers"), ("quantity", "a 15-year-old boy")];
        assert!(
            quantities.iter().map(|(kind, text)| (kind.as_str(), text.as_str())).eq(expected),
            "{name}: {quantities:?}"
        );
    }
}

/// Each token's stretch of the text is what the token says, and together they leave nothing out.
#[test]
fn offsets_fit_the_text() {
    for (name, tokenizer) in tokenizers_of_all_kinds() {
        let line = line(tokenizer, Offsets::Bytes, mentions());
        let (tokens, offsets) = (strings(&line["tokens"]), spans(&line));
        let lengths: HashSet<usize> = ["ids", "entities", "quantities", "special_tokens_mask"]
            .iter()
            .map(|column| line[column].as_array().unwrap().len())
            .chain([tokens.len(), offsets.len()])
            .collect();
        assert_eq!(lengths.len(), 1, "{name}");

        let mut covered = vec![false; TEXT.len()];
        for (token, &(start, end)) in tokens.iter().zip(&offsets) {
            let slice = TEXT.get(start..end).unwrap_or_else(|| panic!("{name}: {start}..{end} cuts a character"));
            covered[start..end].fill(true);
            match name {
                "word level" => assert_eq!(slice, *token),
                "word piece" if token.starts_with('[') => assert_eq!(slice, ""),
                "word piece" => assert_eq!(plain(slice), token.trim_start_matches("##")),
                // A character of several bytes is several tokens, each with the whole of it.
                _ if slice.is_ascii() => assert_eq!(slice.trim_start(), token.trim_start_matches('Ġ')),
                _ => assert_eq!(slice.trim_start().chars().count(), 1),
            }
        }
        for (at, c) in TEXT.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            assert!(covered[at], "{name}: no token for {c:?} at {at}");
        }
    }
}

/// Lower case, accents off: what the small tokenizer's normalizer does to this text.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('ü', "u").replace('ô', "o")
}

#[test]
fn offsets_in_other_units() {
    let chars: Vec<char> = TEXT.chars().collect();
    let utf16: Vec<u16> = TEXT.encode_utf16().collect();
    let bytes = spans(&line(word_piece(), Offsets::Bytes, mentions()));
    let in_chars = spans(&line(word_piece(), Offsets::Chars, mentions()));
    let in_utf16 = spans(&line(word_piece(), Offsets::Utf16, mentions()));
    for (index, (start, end)) in bytes.into_iter().enumerate() {
        assert_eq!(chars[in_chars[index].0..in_chars[index].1].iter().collect::<String>(), TEXT[start..end]);
        assert_eq!(String::from_utf16(&utf16[in_utf16[index].0..in_utf16[index].1]).unwrap(), TEXT[start..end]);
    }
}

#[test]
fn special_tokens_are_outside() {
    let line = line(word_piece(), Offsets::Chars, document(&[("Kim", "person")], &[]));
    let tokens = strings(&line["tokens"]);
    assert_eq!((tokens[0], tokens[tokens.len() - 1]), ("[CLS]", "[SEP]"));
    assert_eq!((&line["special_tokens_mask"][0], &line["special_tokens_mask"][1]), (&json!(1), &json!(0)));
    assert_eq!(&strings(&line["entities"])[..3], ["O", "B-person", "I-person"]);
    assert_eq!(line["offsets"][0], json!([0, 0]));
    assert_eq!(line["id"], "x");
}

#[test]
fn truncation_is_switched_off() {
    let whole = line(word_piece(), Offsets::Chars, mentions());
    let mut short = word_piece();
    short.with_truncation(Some(TruncationParams { max_length: 8, ..TruncationParams::default() })).unwrap();
    assert_eq!(line(short, Offsets::Chars, mentions()), whole);
}

#[test]
fn a_tokenizer_file_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tokenizer.json");
    word_piece().save(&path, false).unwrap();
    let format = HuggingFace::from_file(&path).unwrap().with_text(true);
    let mut out = Vec::new();
    format.write(TEXT, mentions(), &mut Workspace::default(), &mut out).unwrap();
    let read: Value = serde_json::from_slice(&out).unwrap();
    assert_eq!(read["text"], TEXT);
    assert_eq!(read["tokens"], line(word_piece(), Offsets::Chars, mentions())["tokens"]);
    assert!(HuggingFace::from_file(folder.path().join("gone.json")).is_err());
}

#[test]
fn our_pre_tokenizer_cuts_where_we_cut() {
    for (text, words) in [
        ("Kim's 4.5bn, 😀 naïve—yes", "Kim|'s|4.5|bn|,|😀|naïve|—|yes"),
        ("  600\u{a0}men\n\n died. ", "600|men|died|."),
        ("", ""),
        (" \n", ""),
    ] {
        let mut pieces = PreTokenizedString::from(text);
        HeadcountPreTokenizer::default().pre_tokenize(&mut pieces).unwrap();
        let splits = pieces.get_splits(OffsetReferential::Original, OffsetType::Byte);
        let found: Vec<&str> = splits.iter().map(|(piece, _, _)| *piece).collect();
        assert_eq!(found.join("|"), words);
        for (piece, (start, end), _) in splits {
            assert_eq!(&text[start..end], piece);
        }
    }
}

/// It stands in a pipeline of theirs like one of their own.
#[test]
fn our_pre_tokenizer_in_a_pipeline() {
    let vocab: Vocab =
        ["Six", "men", "'s", "[UNK]"].iter().enumerate().map(|(id, word)| (word.to_string(), id as u32)).collect();
    let model = WordLevel::builder().vocab(vocab).unk_token("[UNK]".into()).build().unwrap();
    let tokenizer = TokenizerBuilder::<
        WordLevel,
        tokenizers::NormalizerWrapper,
        HeadcountPreTokenizer,
        tokenizers::PostProcessorWrapper,
        tokenizers::DecoderWrapper,
    >::new()
    .with_model(model)
    .with_pre_tokenizer(Some(HeadcountPreTokenizer::default()))
    .build()
    .unwrap();
    let encoding = tokenizer.encode("Six men's 😀", false).unwrap();
    assert_eq!(encoding.get_tokens(), ["Six", "men", "'s", "[UNK]"]);
    assert_eq!(encoding.get_offsets(), [(0, 3), (4, 7), (7, 9), (10, 14)]);
}
