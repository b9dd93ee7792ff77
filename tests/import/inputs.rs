//! Encodings, compression, heads, refusals.

use std::io::Write;

use proptest::prelude::*;

use headcount::lexicon::import::{Format, Importer, Kind, Options, Target};

use crate::{import, import_with, kind};

#[test]
fn lines_that_are_not_utf8_are_named_and_left_out() {
    let made = import_with(kind("person"), "names.txt", b"Ama Darko\r\nJos\xe9 Mensah\nEfua Owusu\n");
    made.notes(&["!2:4 UTF-8"]);
    assert_eq!(made.rows().len(), 2);
}

#[test]
fn compressed_inputs_are_unpacked() {
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(b"Acme\n").unwrap();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, contents) in [("readme.txt", "nothing\n"), ("names.txt", "Acme\n")] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(contents.as_bytes()).unwrap();
    }
    for (name, bytes) in [("names.txt.gz", gzip.finish().unwrap()), ("names.zip", zip.finish().unwrap().into_inner())] {
        assert_eq!(import_with(kind("agency"), name, bytes).rows(), ["agency:acme\t\tAcme\t\t\t"], "{name}");
    }
}

#[test]
fn what_cannot_be_imported_at_all_says_why() {
    for (options, name, contents, word) in [
        (Options::default(), "names.txt", "Acme\n", "--kind"),
        (Options::default(), "empty.txt", "", "empty"),
        (Options::default(), "alternateNamesV2.txt", "1\t3\ten\tObuasi\n", "--alternates"),
        (Options::default(), "own.csv", "a,b\n1,2\n", "--columns"),
        (Options::default(), "x.json", "{\"a\": 1}\n", "--from"),
        (
            Options { format: Some(Format::GeoNames), languages: vec!["en".into()], ..Options::default() },
            "x",
            "x\n",
            "--alternates",
        ),
    ] {
        let error = Importer::new(options).read(name, contents.as_bytes()).unwrap_err().to_string();
        assert!(error.contains(word), "{name}: {error}");
    }
    assert_eq!(Target::parse("person").unwrap().kind, Kind::Person);
}

#[test]
fn heads_name_source_and_licence() {
    let made = import("GH.txt", crate::geonames::place(1, "Obuasi", "", "P.PPL", "GH", "02", 1));
    assert!(made.tables[0].1.starts_with(
        "# Imported from GH.txt (geonames).\n# Source: GeoNames (https://www.geonames.org); licence CC BY 4.0.\n"
    ));
    let options = Options { licence: Some("Source: our desk; licence CC0.".into()), ..kind("agency") };
    assert!(import_with(options, "x.txt", "Acme\n").tables[0].1.contains("\n# Source: our desk; licence CC0.\n"));
}

/// Pieces that names and lines are made of when something goes wrong.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "Acme", "acme", "ACME", "Åcme", "the ", "The ", "Reading", " ", "  ", "\t", "|", "||", "[", "]", " [context]", " [x]", "#", "\"", ",",
            ";", ":", "&", "=", "_", "+", "[GHAGOV]", "[~COP]", "{", "}", "{}", "!", "-", "(", "\u{a0}", "\u{200b}", "\u{fffd}", "\u{0}", "\r", "Ω", "17",
            "\n", "<!--", "http://www.wikidata.org/entity/Q1",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ]
}

fn mess(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..most).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a format's reader is given, it does not panic, and what it writes has no faults.
    #[test]
    fn any_input_at_all_gives_a_file_without_faults(text in mess(60), format in 0usize..7, target in 0usize..5) {
        let formats = [
            Format::GeoNames, Format::Spacy, Format::Gate, Format::Cameo, Format::Wikidata, Format::List, Format::Csv,
        ];
        let kinds = ["agency", "person", "place:city", "given", "surname"];
        let options = Options { format: Some(formats[format]), ..kind(kinds[target]) };
        let mut importer = Importer::new(options);
        if importer.read("mess.txt", text.as_bytes()).is_ok() {
            crate::made(importer);
        }
    }

    /// The same for lines that fit their format but for what stands in the cells.
    #[test]
    fn any_cells_at_all_give_a_file_without_faults(cells in prop::collection::vec(mess(8), 8)) {
        let cell = |index: usize| cells[index].replace(['\t', '\n'], " ");
        let json = |index: usize| serde_json::Value::from(cells[index].clone());
        let geonames = format!(
            "{}{}",
            crate::geonames::place(1, &cell(0), &cell(1), "P.PPL", "GH", &cell(2), 7),
            crate::geonames::place(2, &cell(3), &cell(4), "A.PCLI", "GH", "00", 7).replace("6.2", &cell(5)),
        );
        let spacy = format!(
            "{{\"label\":\"ORG\",\"pattern\":{},\"id\":{}}}\n{{\"label\":\"GPE\",\"pattern\":[{{\"LOWER\":{}}},{{\"TEXT\":{}}}]}}\n",
            json(0), json(1), json(2), json(3)
        );
        let csv = format!(
            "ref\tkind\ttype\tname\taliases\tcountry\trole\tnote\n{}\n",
            cells.iter().map(|cell| cell.replace(['\t', '\n', '\r'], " ")).collect::<Vec<_>>().join("\t")
        );
        let cameo = format!("{}_ [GHAGOV 990101-010101]\n+{}_\n{}_ [GHA]\n+{}_\n", cell(0), cell(1), cell(2), cell(3));
        let agents = format!("{} [~COP]\n{} {{{}}} [~REB]\n", cell(0), cell(1), cell(2));
        for (format, text) in [
            (Format::GeoNames, geonames),
            (Format::Spacy, spacy),
            (Format::Csv, csv),
            (Format::Cameo, cameo),
            (Format::Cameo, agents),
        ] {
            let mut importer = Importer::new(Options { format: Some(format), ..kind("agency") });
            if importer.read("mess.txt", text.as_bytes()).is_ok() {
                crate::made(importer);
            }
        }
    }
}
