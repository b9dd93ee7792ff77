//! Words and sentences. Rows are grouped by what they are about: a new case is one line.

use headcount::text::{reference::*, *};

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

fn first(text: &str) -> Token {
    tokens(text)[0]
}

/// Checks rows of a text and its tokens, joined by "|".
fn check_tokens(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        let words: Vec<&str> = tokens(text).iter().map(|t| t.text(text)).collect();
        assert_eq!(words.join("|"), *expected, "tokens of {text:?}");
    }
}

/// What a small lexicon would say of the word before a full stop.
fn abbreviation(word: &str) -> FullStop {
    match word.to_lowercase().as_str() {
        "gen" | "lt" | "mr" | "no" | "st" | "dr" => FullStop::Never,
        "u.s" | "a.m" | "inc" | "jan" | "sept" | "co" | "calif" => FullStop::Maybe,
        _ => FullStop::Ends,
    }
}

/// Checks texts written with "|" where a sentence should end; the bar is taken out first.
fn check_sentences(rows: &[&str]) {
    for row in rows {
        let text = row.replace('|', "");
        let tokens = tokens(&text);
        let mut sentences = Vec::new();
        split_sentences(&text, &tokens, |word| abbreviation(tokens[word].text(&text)), &mut sentences);
        let mut marked = text.clone();
        for sentence in sentences.iter().skip(1).rev() {
            marked.insert(tokens[sentence.first as usize].start as usize, '|');
        }
        assert_eq!(marked, *row, "sentences of {text:?}");
    }
}

// ---- tokens

#[test]
fn words_are_those_of_uax_29() {
    check_tokens(&[
        ("", ""),
        (" \n\t ", ""),
        ("Rebels fled.", "Rebels|fled|."),
        ("He didn't, they'll", "He|didn't|,|they'll"),
        ("O'Brien of Jema'a", "O'Brien|of|Jema'a"),
        ("U.S. at 5 a.m.", "U.S|.|at|5|a.m|."),
        ("A320neo and foo_bar", "A320neo|and|foo_bar"),
        ("north-east and/or", "north|-|east|and|/|or"),
        ("Łódź cafe\u{301} Zürich", "Łódź|cafe\u{301}|Zürich"),
        ("平壌 Пхеньян", "平|壌|Пхеньян"),
        ("co\u{ad}operate", "co\u{ad}operate"),
    ]);
}

#[test]
fn colons_and_semicolons_stand_alone() {
    check_tokens(&[
        ("SEOUL:The", "SEOUL|:|The"),
        ("10:30;11", "10|:|30|;|11"),
        ("é:é;1", "é|:|é|;|1"),
        ("A:\u{301}b", "A|:|\u{301}b"),
    ]);
}

#[test]
fn possessives_come_off() {
    check_tokens(&[
        ("Kim's visit", "Kim|'s|visit"),
        ("Kim’s visit", "Kim|’s|visit"),
        ("KIM'S VISIT", "KIM|'S|VISIT"),
        ("Łódź’s", "Łódź|’s"),
        ("it's", "it|'s"),
        ("the F-16's wing", "the|F|-|16|'s|wing"),
        ("the MH17’s crew", "the|MH17|’s|crew"),
        ("the U.S.'s role", "the|U.S|.|'s|role"),
        ("Yahoo!'s site", "Yahoo|!|'s|site"),
        ("Kim 's visit", "Kim|'s|visit"),
        ("bosses' plan", "bosses|'|plan"),
        ("'s-Hertogenbosch", "'|s|-|Hertogenbosch"),
        ("'so'", "'|so|'"),
    ]);
    for text in ["Kim's", "Kim’s", "KIM'S", "MH17`s"] {
        let token = *tokens(text).last().unwrap();
        assert_eq!((token.kind, token.hash, token.punct()), (Kind::Possessive, hash_folded("'s"), 0), "{text}");
    }
}

#[test]
fn letters_come_off_numerals() {
    check_tokens(&[
        ("$4.5bn", "$|4.5|bn"),
        ("21st", "21|st"),
        ("1990s", "1990|s"),
        ("50mph 8km²", "50|mph|8|km|²"),
        ("1,234,567.8", "1,234,567.8"),
        ("5½", "5|½"),
        ("3-1", "3|-|1"),
        ("4.5bn's", "4.5|bn|'s"),
        ("5_000 5_", "5_000|5|_"),
        ("12é", "12|é"),
        ("３４人", "３４|人"),
        ("80%", "80|%"),
    ]);
}

#[test]
fn marks_are_one_token_each_but_for_runs() {
    check_tokens(&[
        ("Wait... what….", "Wait|...|what|…."),
        ("a--b --- c—d", "a|--|b|---|c|—|d"),
        ("``Go,'' he", "``|Go|,|''|he"),
        ("“Go,” he", "“|Go|,|”|he"),
        ("SEOUL _ The", "SEOUL|_|The"),
        ("?!", "?|!"),
        ("👩\u{200d}👩\u{200d}👧🇺🇸", "👩\u{200d}👩\u{200d}👧|🇺🇸"),
    ]);
}

#[test]
fn white_space_is_that_of_unicode() {
    check_tokens(&[
        ("5\u{a0}000\u{202f}men\u{2009}fled\u{200b}now", "5|000|men|fled|now"),
        ("\u{feff}Kim \u{ad} fled", "Kim|fled"),
    ]);
    let list = tokens("One\r\n\r\ntwo\nthree, four");
    let gaps: Vec<(bool, u8)> = list.iter().map(|t| (t.space_before, t.newlines_before)).collect();
    assert_eq!(gaps, [(true, 0), (true, 2), (true, 1), (false, 0), (true, 0)]);
    assert!(list[3].glued() && !list[0].glued());
    assert_eq!(tokens(&format!("a{}b", "\n".repeat(300)))[1].newlines_before, 255);
}

#[test]
fn kinds() {
    let rows = [
        ("soldiers", Kind::Word),
        ("A320", Kind::Word),
        ("600", Kind::Number),
        ("۵۰", Kind::Number),
        ("½", Kind::Fraction),
        (".", Kind::Punct),
        ("«", Kind::Punct),
        ("¿", Kind::Punct),
        ("$", Kind::Symbol),
        ("€", Kind::Symbol),
        ("%", Kind::Symbol),
        ("‰", Kind::Symbol),
        ("°", Kind::Symbol),
        ("😀", Kind::Symbol),
    ];
    for (text, kind) in rows {
        assert_eq!(first(text).kind, kind, "{text}");
    }
}

#[test]
fn marks_have_a_plain_code() {
    let rows = [
        ("-", b'-'),
        ("–", b'-'),
        ("---", b'-'),
        ("_", b'-'),
        ("\u{2212}", b'-'),
        ("”", b'"'),
        ("``", b'"'),
        ("''", b'"'),
        ("‘", b'\''),
        ("`", b'\''),
        ("...", Token::ELLIPSIS),
        ("…", Token::ELLIPSIS),
        ("（", b'('),
        ("。", b'.'),
        ("•", b'*'),
        ("¿", 0),
        ("$", 0),
        ("~", 0),
        ("a", 0),
    ];
    for (text, code) in rows {
        assert_eq!(first(text).punct(), code, "{text}");
    }
    assert_eq!(first("—").hash, hash_folded("-"));
    assert_eq!(first("....").hash, hash_folded("..."));
    assert_eq!(first("“").hash, first("``").hash);
}

#[test]
fn shapes() {
    let rows = [
        ("soldiers", Shape::Lower),
        ("élan", Shape::Lower),
        ("Kim", Shape::Title),
        ("Élan", Shape::Title),
        ("McDonald", Shape::Title),
        ("O'Brien", Shape::Title),
        ("US", Shape::Upper),
        ("U.S", Shape::Upper),
        ("A320", Shape::Upper),
        ("J", Shape::Single),
        ("É", Shape::Single),
        ("iPhone", Shape::Mixed),
        ("600", Shape::None),
        ("平", Shape::None),
        ("J's", Shape::Single),
        ("NATO's", Shape::Upper),
    ];
    for (text, shape) in rows {
        assert_eq!(first(text).shape, shape, "{text}");
    }
    assert_eq!(tokens("Kim's")[1].shape, Shape::None);
}

// ---- folding and hashing

#[test]
fn folding() {
    let rows = [
        ("McDonald", "mcdonald"),
        ("Zürich", "zurich"),
        ("cafe\u{301}", "cafe"),
        ("Großer Ørsted Łukasz Đinđić", "grosser orsted lukasz dindic"),
        ("İstanbul ılık Æsir Œuvre Þór Ðrangey", "istanbul ilik aesir oeuvre thor drangey"),
        ("Ḩalab Nguyễn Ǿ", "halab nguyen o"),
        ("Kim’s ‘so’ “so” 5′ 6″", "kim's 'so' \"so\" 5' 6\""),
        ("a–b—c‑d−e", "a-b-c-d-e"),
        ("co\u{ad}op\u{200b}er\u{feff}ate", "cooperate"),
        ("ＮＡＴＯ！", "nato!"),
        ("5\u{a0}km", "5 km"),
        ("Пхеньян й и\u{306}", "пхеньян й й"),
        ("Ἀθῆναι 平壌", "ἀθῆναι 平壌"),
    ];
    for (word, folded) in rows {
        assert_eq!(fold(word), folded);
        assert_eq!(hash_word(word), hash_folded(folded), "{word}");
    }
}

#[test]
fn hashes_never_change() {
    // Compiled lexicons store them.
    assert_eq!(hash_folded(""), 0x1c77_bf2c_78b9_6c0f);
    assert_eq!(hash_folded("killed"), 0x9878_8c07_07c7_1cad);
    assert_eq!(hash_word("Kommandeur-Außenstelle"), 0x323c_6aae_1995_b68b);
}

// ---- sentences

#[test]
fn sentences_end_at_marks() {
    check_sentences(&[
        "",
        "No mark at all",
        "They left. |Nobody stayed! |Who knew? |Not he.",
        "They left. |45 people stayed.",
        "They left... |Nobody stayed.",
        "They left ... with him.",
        "It cost $4.5 billion, or 3.7 percent.",
        "(They left.) |The rest stayed.",
        "They left [at night]. |The rest stayed.",
    ]);
}

#[test]
fn abbreviations_end_nothing() {
    check_sentences(&[
        "Lt. Gen. Ro met Mr. Orban at No. 10 on St. Anne Street. |They talked.",
        "They saw No. 5. |The rest left.",
        "J. Edgar and John F. Adler met C.J. Miles. |They talked.",
        "See p. 12 for more.",
        "It rose to $725M. |Analysts cheered.",
        "They bought Acme.com. |Analysts cheered.",
        "1. The first point. |2. The second point.",
    ]);
}

#[test]
fn abbreviations_that_can_stand_last() {
    check_sentences(&[
        "The U.S. Army left.",
        "In the U.S. President Adler spoke.",
        "The army left the U.S. |The rest stayed.",
        "They met at 5 a.m. Monday.",
        "They met at 5 a.m. |The rest left.",
        "On Jan. 5 and Sept. 11, 2001.",
        "Acme Inc. (ACM.N) fell.",
        "The soldiers left the U.S. |Soldiers from Chad followed, then soldiers from Mali.",
        "He joined Acme Inc. |\"We are glad,\" she said.",
        "\"He works at Acme Co.\" |Analysts cheered.",
        "Senator Adler (D-Calif.) Monday met the rest.",
    ]);
}

#[test]
fn quotes_close_their_sentence() {
    check_sentences(&[
        "\"They left.\" |The rest stayed.",
        "“They left.” |“The rest stayed.”",
        "``They left.'' |The rest stayed.",
        "\"Stop!\" he said. |\"Why?\" asked she.",
        "\"They left,\" he said.",
        "“Who goes there?” he asked. |Nobody spoke.",
        "They left. |\"Good,\" he said.",
    ]);
}

#[test]
fn line_breaks() {
    check_sentences(&[
        "Rebels flee\n|The army took the town.",
        "Rebels flee\n\n|the army took the town",
        "The army took the town on Monday after two\ndays of fighting. |It left.",
        "The army took the small town on Monday, then\nGeneral Adler addressed the people of the\nplace. |They cheered.",
        "The army took the town on Monday and then left again\n|The army took the town on Monday after two days of fighting, officials said on Tuesday evening.",
        "They came from Ulm,\nGermany",
        "- tents\n|- 5 stoves\n|- 3 Boats",
        "They left.\n|Nobody stayed.\r\n|Not he.",
        "The rest of them were taken to see the tall Gen.\nAdler at his house. |He spoke.",
    ]);
}

/// Sentence classes are found out by experiment, so every character has to agree. Of long runs of the like (ideographs,
/// syllables, unassigned and private planes) every 64th does.
#[test]
fn every_character_breaks_sentences_as_in_uax() {
    let alike = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{f8ff}' | '\u{12000}'..='\u{1cfff}' | '\u{20000}'..);
    for c in ('\u{80}'..=char::MAX).filter(|&c| !alike(c) || (c as u32).is_multiple_of(64)) {
        let text =
            format!("{c}A.{c}B! {c}a. {c} b.{c}{c}1.\"{c} A?{c}\n{c}.B a.{c}A. {c} 5.{c}A {c}. B{c}\".{c} C{c}. c");
        assert_eq!(sentence_bounds(&text), sentence_bounds_uax(&text), "{c:?}");
    }
}

#[test]
fn long_texts_take_linear_time() {
    for piece in [" ", "(", "\n", ".", "é. ", "\u{301}", "a\u{301}.", "U.S. ", "\" ", "中", "1;"] {
        let text = format!("é.{}", piece.repeat(300_000));
        let tokens = tokens(&text);
        let mut sentences = Vec::new();
        split_sentences(&text, &tokens, |_| FullStop::Maybe, &mut sentences);
        assert!(!sentences.is_empty());
    }
}
