//! Long texts: read in stretches, on one thread or many, with one result.
#![cfg(feature = "parallel")]

use headcount::corpus::{Corpus, Input, InputFormat, ReadOptions, Reader};
use headcount::output::Json;
use headcount::{Document, Role, Tagger};
use proptest::prelude::*;

/// Longest text that is read as a whole.
const WHOLE: usize = 1 << 20;

const NEWS: &str = "At least 12 miners, two of them women, were killed in Köln on Monday, the police said.\n\
                    The Coastal Rescue Service (CRS) denied that 30 Kenyans had fled; \"We saved 40,\" said Noor Ali.\n\n";

fn at_once(tagger: &Tagger, text: &str, threads: usize) -> headcount::OwnedDocument {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| tagger.tag_parallel(text, None).into_owned())
}

/// Every item stands where it says, in order, and points to what there is.
fn assert_sound(text: &str, document: &Document) {
    let mut spans: Vec<(usize, usize, &str)> = Vec::new();
    let mut last = 0;
    for (id, entity) in document.entities.iter().enumerate() {
        assert!(entity.id == id && entity.start >= last, "{entity:?}");
        last = entity.end;
        spans.push((entity.start, entity.end, &entity.text));
    }
    spans.extend(document.times.iter().map(|time| (time.start, time.end, &*time.text)));
    for (index, quantity) in document.quantities.iter().enumerate() {
        spans.push((quantity.start, quantity.end, &quantity.text));
        let mentions = [&quantity.number, &quantity.cue].into_iter().flatten();
        spans.extend(mentions.map(|mention| (mention.start, mention.end, &*mention.text)));
        if let Some(unit) = &quantity.unit
            && let (Some(start), Some(end), Some(text)) = (unit.start, unit.end, &unit.text)
        {
            spans.push((start, end, text));
        }
        if let Some(time) = &quantity.time {
            spans.push((time.start, time.end, &time.text));
            assert!(document.times.iter().any(|other| (other.start, other.end) == (time.start, time.end)));
        }
        let near = |entity: usize| document.entities[entity].start.abs_diff(quantity.start) < WHOLE;
        assert!(quantity.of.iter().chain(&quantity.source).chain(&quantity.place).all(|&entity| near(entity)));
        assert!(quantity.part_of.is_none_or(|whole| whole != index && whole < document.quantities.len()));
    }
    for (start, end, words) in spans {
        assert_eq!(text.get(start..end), Some(words));
    }
    for toll in document.tolls.values() {
        assert!(toll.quantities.is_sorted() && toll.quantities.iter().all(|&index| index < document.quantities.len()));
    }
}

#[test]
fn just_under_and_just_over_the_limit() {
    let tagger = Tagger::bundled();
    let text = NEWS.repeat(2 * WHOLE / NEWS.len());
    for bytes in [WHOLE - NEWS.len(), WHOLE, WHOLE + 1, WHOLE + NEWS.len()] {
        let end = (0..=bytes).rev().find(|&at| text.is_char_boundary(at)).unwrap();
        let text = &text[..end];
        let document = tagger.tag(text);
        assert_sound(text, &document);
        let articles = text.matches("At least 12").count();
        let first = document.quantities.iter().filter(|quantity| quantity.text == "At least 12 miners").count();
        assert_eq!(first, articles, "{bytes}");
        assert_eq!(document.tolls[&Role::Killed].min, Some(12.0), "{bytes}: told again and again");
        assert_eq!(at_once(&tagger, text, 3), document.into_owned(), "{bytes}");
    }
}

#[test]
fn what_follows_is_numbered_on() {
    let tagger = Tagger::bundled();
    let text = NEWS.repeat(WHOLE / NEWS.len() + 100);
    let document = tagger.tag(&text);
    for quantity in &document.quantities {
        if let Some(source) = quantity.source {
            let source = &document.entities[source];
            assert!(source.start.abs_diff(quantity.start) < 2 * NEWS.len(), "{quantity:?} {source:?}");
        }
        if let Some(whole) = quantity.part_of {
            assert_eq!(
                (&*quantity.text, &*document.quantities[whole].text),
                ("two of them women", "At least 12 miners")
            );
        }
    }
}

#[test]
fn explanations_of_long_texts_are_of_the_same_record() {
    let tagger = Tagger::builder().without_bundled_names().build().unwrap();
    let text = NEWS.repeat(WHOLE / NEWS.len() + 1);
    let (document, explanation) = tagger.explain(&text, None);
    assert_eq!(document, tagger.tag(&text));
    assert!(explanation.tokens.windows(2).all(|pair| pair[0].end <= pair[1].start));
    assert!(explanation.tokens.windows(2).all(|pair| pair[0].sentence <= pair[1].sentence));
    assert_eq!(explanation.tokens.last().map(|token| &text[token.start..token.end]), Some("."));
}

#[test]
fn texts_that_nobody_writes() {
    let tagger = Tagger::bundled();
    for piece in ["x", "1", "\n", " ", "(", "\"", "é", "😀", "中", "A", "Two died.\r\n", "the ", "1 ", "e\u{301}"] {
        let text = piece.repeat((WHOLE + WHOLE / 3) / piece.len());
        let document = tagger.tag(&text);
        assert_sound(&text, &document);
        assert_eq!(at_once(&tagger, &text, 2), document.into_owned(), "{piece:?}");
    }
}

#[test]
fn a_corpus_with_long_texts_is_the_same_on_any_threads() {
    let tagger = Tagger::bundled();
    let long = NEWS.repeat(2 * WHOLE / NEWS.len());
    let run = |threads: usize, json: &Json| {
        let texts = ["Two died.", &long, "Nine fled.", &long[..WHOLE + 500], "One hid."];
        let inputs = texts
            .iter()
            .map(|text| Input::stream(&format!("{}.txt", text.len()), std::io::Cursor::new(text.as_bytes().to_vec())));
        let options = ReadOptions { format: InputFormat::Text, ..ReadOptions::default() };
        let mut out = Vec::new();
        let summary = Corpus::new(&tagger).threads(threads).render(
            Reader::new(inputs, options),
            json,
            |bytes| {
                out.extend_from_slice(bytes);
                Ok(())
            },
            |problem| panic!("{problem}"),
        );
        assert_eq!(summary.documents, 5);
        out
    };
    for json in [Json::lines(), Json::array().with_text(true)] {
        let alone = run(1, &json);
        let text = String::from_utf8(alone.clone()).unwrap();
        let lines = text.lines().filter(|line| line.len() > 2);
        let ids: Vec<_> = lines
            .map(|line| serde_json::from_str::<Document>(line.trim_end_matches(',')).unwrap().id.unwrap().into_owned())
            .collect();
        assert_eq!(ids.len(), 5);
        assert!(run(2, &json) == alone && run(5, &json) == alone);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn threads_change_nothing(
        pieces in prop::collection::vec(
            prop_oneof![Just(NEWS.to_owned()), "[a-zA-Z0-9 .,\"()é😀\r\n]{0,80}", "\\PC{0,30}"], 20..60),
    ) {
        let some = pieces.concat();
        let text = some.repeat((WHOLE + WHOLE / 2) / some.len().max(1));
        let tagger = Tagger::bundled();
        let document = tagger.tag(&text);
        assert_sound(&text, &document);
        prop_assert!(at_once(&tagger, &text, 4) == document.into_owned());
    }
}
