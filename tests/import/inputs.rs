//! Encodings, compression, heads, refusals.

use std::io::Write;

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
