//! Dumps of GeoNames.

use headcount::lexicon::import::Options;

use crate::{import, import_with};

/// A line of a GeoNames dump.
pub fn place(id: u32, name: &str, others: &str, feature: &str, country: &str, admin1: &str, population: u32) -> String {
    let (class, code) = feature.split_once('.').unwrap();
    format!(
        "{id}\t{name}\t{name}\t{others}\t6.2\t-1.67\t{class}\t{code}\t{country}\t\t{admin1}\t\t\t\t{population}\t\t200\tAfrica/Accra\t2024-01-01\n"
    )
}

#[test]
fn feature_classes_of_geonames_become_types() {
    let dump: String = [
        ("A.PCLI", "country"),
        ("A.ADM1", "region"),
        ("P.PPL", "city"),
        ("H.LK", "water"),
        ("T.ISL", "island"),
        ("T.MT", "mountain"),
        ("L.PRK", "area"),
        ("S.AIRP", "facility"),
        ("L.CONT", "continent"),
        ("U.TRNU", "water"),
    ]
    .iter()
    .enumerate()
    .map(|(id, (feature, kind))| place(id as u32 + 1, &format!("Amo {kind}"), "", feature, "ZZ", "", id as u32 + 9))
    .collect();
    let made = import("all.txt", dump);
    for row in made.rows() {
        let cells: Vec<&str> = row.split('\t').collect();
        assert_eq!(cells[2], format!("Amo {}", cells[1]), "{row}");
    }
    assert_eq!(made.report.entries(), 10);
}

#[test]
fn countries_and_regions_of_geonames_get_their_iso_codes_as_ids() {
    let made = import(
        "all.txt",
        [
            place(1, "Ghana", "", "A.PCLI", "GH", "00", 0),
            place(2, "Texas", "", "A.ADM1", "US", "TX", 0),
            place(3, "Obuasi", "", "P.PPL", "GH", "02", 175_043),
            place(4, "Nowar", "", "P.PPL", "GH", "zz", 0),
        ]
        .concat(),
    );
    let cells: Vec<[&str; 3]> = made
        .rows()
        .iter()
        .map(|row| {
            let cells: Vec<&str> = row.split('\t').collect();
            [cells[0], cells[2], cells[4]]
        })
        .collect();
    assert_eq!(
        cells,
        [
            ["country:GH", "Ghana", ""],
            ["geonames:3", "Obuasi", "GH-AH"],
            ["geonames:4", "Nowar", ""],
            ["region:US-TX", "Texas", ""],
        ]
    );
}

#[test]
fn further_names_of_geonames_keep_latin_spellings_and_leave_codes_out() {
    let made = import("GH.txt", place(3, "Obuasi", "Obwasi,Обуаси,OBU,OBUASI,Obuási", "P.PPL", "GH", "02", 1));
    assert_eq!(made.rows(), ["geonames:3\tcity\tObuasi\tGH\tGH-AH\t6.2\t-1.67\t1\tObwasi\t"]);
    let summary = made.report.to_string();
    assert!(summary.contains("names in other scripts: 1") && summary.contains("other codes: 1"), "{summary}");
}

#[test]
fn filters_of_geonames_leave_out_what_is_not_wanted_and_count_it() {
    let dump = [
        place(1, "Obuasi", "", "P.PPL", "GH", "02", 175_043),
        place(2, "Akrokerri", "", "P.PPL", "GH", "02", 900),
        place(3, "Bouna", "", "P.PPL", "CI", "", 30_000),
        place(4, "Bosomtwe", "", "H.LK", "GH", "02", 0),
    ]
    .concat();
    let options = Options {
        min_population: 1000,
        countries: vec!["GH".into()],
        types: vec!["city".into()],
        ..Options::default()
    };
    let made = import_with(options, "GH.txt", dump);
    assert_eq!((made.rows().len(), made.report.left_out()), (1, 0));
    let summary = made.report.to_string();
    for counted in ["population asked for: 1", "other countries: 1", "other types: 1"] {
        assert!(summary.contains(counted), "{summary}");
    }
}

#[test]
fn alternate_names_are_taken_in_the_languages_asked_for() {
    let folder = tempfile::TempDir::new().unwrap();
    let path = folder.path().join("alternateNamesV2.txt");
    std::fs::write(
        &path,
        "1\t3\ten\tObuasi Town\t\t\t\t\n2\t3\tfr\tObouassi\t\t\t\t\n3\t3\tlink\thttps://example.org\n\
        4\t3\ten\tGolden City\t\t\t1\t\n5\t99\ten\tElsewhere\n6\t1\ten\tGold Coast\t\t\t\t1\n",
    )
    .unwrap();
    for (languages, aliases) in [(vec![], "Obuasi Town|Golden City [context]"), (vec!["fr".to_owned()], "Obouassi")] {
        let options = Options { alternates: Some(path.clone()), languages, ..Options::default() };
        let dump = [
            place(1, "Ghana", "Ghanaland", "A.PCLI", "GH", "00", 0),
            place(3, "Obuasi", "Obwasi", "P.PPL", "GH", "02", 1),
        ];
        let made = import_with(options, "GH.txt", dump.concat());
        assert_eq!(made.rows()[1].split('\t').nth(8), Some(aliases));
    }
}

#[test]
fn a_broken_line_of_a_dump_is_named_and_the_rest_is_taken() {
    let dump = place(1, "Obuasi", "", "P.PPL", "GH", "02", 1)
        + "2\tTarkwa\n"
        + &place(3, "", "", "P.PPL", "GH", "", 1)
        + &place(4, "Tema", "", "P.PPL", "GH", "", 1).replace("6.2\t", "96.2\t");
    let made = import("GH.txt", dump);
    made.notes(&["!2:1 19", "!3:1 no name", "4:1 latitude"]);
    assert_eq!((made.rows().len(), made.report.left_out()), (2, 2));
}
