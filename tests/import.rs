//! Lexicons made of what users have. Each test gives a few lines of a format and looks at what is written; what is written
//! passes `lexicon check` in every case.
#![cfg(feature = "import")]

use std::io::Write;

use headcount::lexicon::import::{Format, Importer, Kind, Options, Report, Table, Target};
use headcount::{EntityKind, Tagger};

/// What an import wrote, and what it said.
struct Made {
    tables: Vec<(Table, String)>,
    report: Report,
}

fn import(name: &str, contents: impl AsRef<[u8]>) -> Made {
    import_with(Options::default(), name, contents)
}

#[track_caller]
fn import_with(options: Options, name: &str, contents: impl AsRef<[u8]>) -> Made {
    let mut importer = Importer::new(options);
    importer.read(name, contents.as_ref()).unwrap();
    made(importer)
}

#[track_caller]
fn made(importer: Importer) -> Made {
    let imported = importer.finish().unwrap();
    let folder = tempfile::TempDir::new().unwrap();
    let tables = imported.tables(false);
    let path = |table: Table| folder.path().join(table.file_name());
    let report = imported.write(false, |table| std::fs::File::create(path(table))).unwrap();
    let read = |table: &Table| (*table, std::fs::read_to_string(path(*table)).unwrap());
    let made = Made { tables: tables.iter().map(read).collect(), report };
    let files: Vec<(String, String)> =
        made.tables.iter().map(|(table, text)| (table.file_name().to_owned(), text.clone())).collect();
    let faults: Vec<String> = headcount::lexicon::check(&files).iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}\n{files:?}", faults.join("\n"));
    made
}

impl Made {
    /// The lines below the header of the only table.
    fn rows(&self) -> Vec<&str> {
        assert!(self.tables.len() < 2, "{:?}", self.tables);
        self.tables.iter().flat_map(|(_, text)| rows(text)).collect()
    }

    fn table(&self, table: Table) -> Vec<&str> {
        self.tables.iter().filter(|(other, _)| *other == table).flat_map(|(_, text)| rows(text)).collect()
    }

    /// Line, column and a word of each note, errors marked by `!`.
    #[track_caller]
    fn notes(&self, expected: &[&str]) {
        let notes: Vec<String> = self
            .report
            .notes()
            .iter()
            .map(|note| {
                let (mark, fault) = (if note.serious { "!" } else { "" }, &note.fault);
                format!("{mark}{}:{} {}", fault.line, fault.column, fault.message)
            })
            .collect();
        let fit = notes.len() == expected.len()
            && notes.iter().zip(expected).all(|(note, expected)| {
                let (place, word) = expected.split_once(' ').unwrap();
                note.split(' ').next() == Some(place) && note.contains(word)
            });
        assert!(fit, "asked {expected:#?}\ngot {notes:#?}");
    }
}

fn rows(text: &str) -> Vec<&str> {
    text.lines().skip_while(|line| line.starts_with('#')).skip(1).collect()
}

fn kind(text: &str) -> Options {
    Options { target: Some(Target::parse(text).unwrap()), ..Options::default() }
}

fn labels(pairs: &[(&str, &str)]) -> Options {
    let target = |text: &str| Target::parse(text).unwrap();
    Options {
        labels: pairs.iter().map(|(label, text)| ((*label).to_owned(), target(text))).collect(),
        ..Options::default()
    }
}

/// A line of a GeoNames dump.
fn place(id: u32, name: &str, others: &str, feature: &str, country: &str, admin1: &str, population: u32) -> String {
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
    .map(|(id, (feature, kind))| place(id as u32 + 1, &format!("Amo {kind}"), "", feature, "ZZ", "", 9))
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

#[test]
fn patterns_of_one_id_are_names_of_one_entry() {
    let made = import(
        "patterns.jsonl",
        r#"{"label":"ORG","pattern":"Acme Works","id":"acme"}
{"label":"ORG","pattern":[{"LOWER":"acme"},{"LOWER":"inc","OP":"?"}],"id":"acme"}
{"label":"PERSON","pattern":"Ama Darko"}
{"label":"FAC","pattern":"Osu Castle","id":"http://www.wikidata.org/entity/Q1"}
"#,
    );
    assert_eq!(
        made.rows(),
        [
            "agency:acme\tagency\t\tAcme Works\t\t\t\t\t\t\t\t\tacme inc|acme\t\t",
            "person:ama-darko\tperson\t\tAma Darko\t\t\t\t\t\t\t\t\t\t\t",
            "wikidata:Q1\tplace\tfacility\tOsu Castle\t\t\t\t\t\t\t\t\t\t\t",
        ]
    );
}

#[test]
fn patterns_that_cannot_be_said_are_named_with_their_line() {
    let made = import(
        "patterns.jsonl",
        r#"{"label":"ORG","pattern":"Acme Works"}
{"label":"ORG","pattern":[{"TEXT":{"REGEX":"^Ac"}}]}
{"label":"ORG","pattern":[{"LOWER":"acme"},{"POS":"PROPN"}]}
{"label":"PRODUCT","pattern":"Lamp"}
{"label":"ORG","pattern":"  "}
{"label":"ORG" "pattern":"x"}
{"label":"ORG"}
{"label":"NORP","pattern":"Ghanaian"}
"#,
    );
    made.notes(&["!2:1 REGEX", "!3:1 POS", "!4:1 --label PRODUCT=", "!5:1 no name", "!6:16 no JSON", "!7:1 pattern"]);
    assert_eq!((made.rows().len(), made.report.left_out()), (1, 6));
    assert!(made.report.to_string().contains("bundled lexicons have: 1"));
}

#[test]
fn labels_say_what_their_names_are() {
    let options = labels(&[("brand", "agency:company"), ("DATE", "skip")]);
    let made = import_with(
        options,
        "p.jsonl",
        "{\"label\":\"BRAND\",\"pattern\":\"Acme\"}\n{\"label\":\"DATE\",\"pattern\":\"May Day\"}\n",
    );
    assert_eq!((made.rows(), made.report.left_out()), (vec!["agency:acme\tcompany\tAcme\t\t\t"], 0));
}

#[test]
fn an_array_of_patterns_is_read_as_lines_are() {
    for json in [
        "[{\"label\":\"ORG\",\"pattern\":\"Acme\"},\n {\"label\":\"ORG\",\"pattern\":\"Globex\"}]",
        "[\n  {\n    \"label\": \"ORG\",\n    \"pattern\": \"Acme\"\n  },\n  {\"label\": \"ORG\", \"pattern\": \"Globex\"}\n]\n",
    ] {
        assert_eq!(import("p.json", json).rows().len(), 2, "{json}");
    }
}

#[test]
fn lists_of_gate_go_to_the_tables_of_their_types() {
    let folder = tempfile::TempDir::new().unwrap();
    for (name, contents) in [
        (
            "lists.def",
            "city.lst:location:city:english\nfirst.lst:person_first:female\nday.lst:date:day\nodd.lst:widget\ngone.lst:location\n",
        ),
        ("city.lst", "Obuasi\tcountry=GH\nTema&country=Ghana\n"),
        ("first.lst", "Efua\nGrace\nEfua Mary\nEfua\n"),
        ("day.lst", "Monday\n"),
        ("odd.lst", "Sprocket\n"),
    ] {
        std::fs::write(folder.path().join(name), contents).unwrap();
    }
    let mut importer = Importer::new(Options::default());
    importer.path(&folder.path().join("lists.def")).unwrap();
    let made = made(importer);
    assert_eq!(
        made.table(Table::Places),
        ["place:obuasi\tcity\tObuasi\tGH\t\t\t\t\t\t", "place:tema\tcity\tTema\tGH\t\t\t\t\t\t"]
    );
    assert_eq!(made.table(Table::Given), ["Efua\t", "Grace\tword"]);
    made.notes(&["!3:1 one word", "4:1 again", "!4:1 widget", "!5:1 no such file"]);

    let mut importer = Importer::new(Options::default());
    importer.path(&folder.path().join("city.lst")).unwrap();
    assert_eq!(importer.finish().unwrap().tables(false), [Table::Places]);
}

#[test]
fn actors_of_cameo_become_agencies_and_people_with_their_codes() {
    let made = import(
        "x.actors.txt",
        "; a comment
NANA_BOATENG_ # who
+PRESIDENT_NANA_BOATENG_
+BOATENG_
\t[GHAELI 750101-000101]
\t[GHAGOV >011222]
VOLTA_LIBERATION_FRONT_(VLF)_ [GHAREB]
+FRONT_FOR_VOLTA_
AID_COUNCIL_ [NGO] ; note
NANA_BOATENG_ [GHAGOV 010101-020202]
",
    );
    assert_eq!(
        made.rows(),
        [
            "cameo:GHAGOV:nana-boateng\tperson\t\tNana Boateng\tGH\t\t\t\t\tgovernment official\t2001\t\tBoateng\t\t",
            "cameo:GHAREB:volta-liberation-front\tagency\tmilitant\tVolta Liberation Front\tGH\t\t\t\t\t\t\t\tVLF|Front for Volta\t\t",
            "cameo:NGO:aid-council\tagency\tngo\tAid Council\t\t\t\t\t\t\t\t\t\t\t",
        ]
    );
    made.notes(&["10:1 again"]);
}

#[test]
fn words_of_a_country_are_parted_into_spellings_demonyms_and_places() {
    let made = import("countries.actors.txt", "GHANA_ [GHA]\n+GHANAIAN_\n+ACCRA_\n+GHANNA_\n+GHANAITE_\n+AKROKERI_\n");
    assert_eq!(
        made.rows(),
        [
            "cameo:GHA:akrokeri\tplace\tAkrokeri\tGH\t\t\t\t\t\t".replacen("place\t", "\t", 1).as_str(),
            "country:GH\tcountry\tGhana\tGH\t\t\t\t\tGhanna\tGhanaite",
        ]
    );
    assert!(made.report.to_string().contains("bundled lexicons have: 3"), "{}", made.report);
}

#[test]
fn faults_of_a_dictionary_are_named() {
    let made = import("x.actors.txt", "+NOTHING_\nAID_COUNCIL_ [NGO]\nOTHER_COUNCIL_\nBROKEN_COUNCIL_ [NGO\n");
    made.notes(&["!1:1 synonym", "!3:1 no code", "!4:17 bracket"]);
}

#[test]
fn agents_of_cameo_become_counted_things() {
    let made = import(
        "x.agents.txt",
        "!PERSON! = MAN, MEN, WOMAN, WOMEN
FARMER [~AGR]
YAM!PERSON! [~AGR]
MILITIA_RIDER [~REB]
SHERIFF_DEPUTY [~COP]
VIGILANTE_OXMAN {VIGILANTE_OXMENA} [~UAF]
HOLDING_COMPANY [~BUS]
GANGDOM {} [~CRM]
ENVOY [~XYZ]
BROKEN [~ENV}
",
    );
    assert_eq!(
        made.table(Table::Things),
        [
            "farmer\tperson/work/farmer\tyamman|yamwoman",
            "militant\tperson/armed/militant\tmilitia rider|vigilante oxman",
            "police\tperson/security/police\tsheriff deputy",
        ]
    );
    assert_eq!(made.table(Table::Irregular), ["oxmena\toxman"]);
    made.notes(&["!7:1 economy/company", "!8:1 plural", "!9:1 --label XYZ=", "!10:8 bracket"]);
}

/// What the tagger makes of an imported noun.
#[test]
fn an_imported_noun_counts() {
    let made = import("x.agents.txt", "BUSH_RIDER [~REB]\n");
    let tagger = Tagger::builder().lexicon_text("own.tsv", &made.tables[0].1).build().unwrap();
    let document = tagger.tag("At least 14 bush riders were killed near Obuasi.");
    assert_eq!(document.quantities[0].unit.as_ref().unwrap().category.as_deref(), Some("militant"));
}

const GHANA: &str = r#"{"type":"item","id":"Q117","labels":{"en":{"language":"en","value":"Ghana"}},"aliases":{"en":[{"language":"en","value":"Republic of Ghana"}]},"claims":{"P31":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q6256"}}}}],"P297":[{"rank":"normal","mainsnak":{"datavalue":{"value":"GH"}}}],"P1549":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"text":"Ghanaian","language":"en"}}}}],"P625":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"latitude":8,"longitude":-1.5}}}}]}}"#;
const ACME: &str = r#"{"type":"item","id":"Q900000001","labels":{"en":{"language":"en","value":"Acme"}},"aliases":[],"claims":{"P31":[{"rank":"deprecated","mainsnak":{"datavalue":{"value":{"id":"Q515"}}}},{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q4830453"}}}}],"P17":[{"rank":"normal","mainsnak":{"datavalue":{"value":{"id":"Q117"}}}}]}}"#;

#[test]
fn entities_of_wikidata_are_read_from_dumps_lines_and_the_api() {
    for json in [
        format!("[\n{GHANA},\n{ACME}\n]\n"),
        format!("{GHANA}\n{ACME}\n"),
        format!("{{\"entities\":{{\"Q117\":{GHANA},\"Q900000001\":{ACME}}}}}"),
    ] {
        assert_eq!(
            import("dump.json", json).rows(),
            [
                "country:GH\tplace\tcountry\tGhana\tGH\t\t8\t-1.5\t\t\t\t\tRepublic of Ghana\tGhanaian\t",
                "wikidata:Q900000001\tagency\tcompany\tAcme\tGH\t\t\t\t\t\t\t\t\t\t",
            ]
        );
    }
}

#[test]
fn an_entity_of_no_known_class_or_language_is_named() {
    let made =
        import("dump.json", [ACME.replace("Q4830453", "Q900000009"), ACME.replace("\"en\":", "\"de\":")].join("\n"));
    made.notes(&["!1:1 --label Q900000009=", "!2:1 no label"]);
    let options = labels(&[("Q900000009", "agency:company")]);
    assert_eq!(import_with(options, "dump.json", ACME.replace("Q4830453", "Q900000009")).rows().len(), 1);
}

#[test]
fn results_of_a_query_join_the_rows_of_an_item() {
    let csv = "item,itemLabel,itemAltLabel,type,country,coord
http://www.wikidata.org/entity/Q900000002,Obuasi,\"Obwasi, Obuase\",http://www.wikidata.org/entity/Q515,http://www.wikidata.org/entity/Q117,Point(-1.67 6.2)
http://www.wikidata.org/entity/Q900000002,Obuasi,Obuasi Town,city,Ghana,
http://www.wikidata.org/entity/Q900000003,Q900000003,,city,Ghana,
";
    let made = import("query.csv", csv);
    assert_eq!(made.rows(), ["wikidata:Q900000002\tcity\tObuasi\tGH\t\t6.2\t-1.67\t\tObwasi|Obuase|Obuasi Town\t"]);
    made.notes(&["!4:1 no name"]);

    let json = r#"{"head":{"vars":["item","itemLabel","typeLabel"]},"results":{"bindings":[
        {"item":{"type":"uri","value":"http://www.wikidata.org/entity/Q900000004"},
         "itemLabel":{"type":"literal","value":"Daily Lamp"},"typeLabel":{"type":"literal","value":"newspaper"}}]}}"#;
    assert_eq!(import("query.json", json).rows(), ["wikidata:Q900000004\tmedia\tDaily Lamp\t\t\t"]);
}

#[test]
fn a_table_is_read_by_its_usual_headers_or_by_those_named() {
    let usual = "Name;Type;Country;Aliases\nAcme;company;GHA;Acme Works|AWX\nVolta Front;armed group;;\n";
    let expected =
        ["agency:acme\tcompany\tAcme\tGH\tAcme Works|AWX\t", "agency:volta-front\tmilitant\tVolta Front\t\t\t"];
    assert_eq!(import("own.csv", usual).rows(), expected);

    let mut options = kind("person");
    for (ours, theirs) in [("name", "Full name"), ("ref", "No"), ("role", "Does")] {
        options.columns.insert(ours.into(), theirs.into());
    }
    let named = "No\tFull name\tDoes\n7\tAma Darko\tmayor\n7\tA. Darko\t\n";
    assert_eq!(import_with(options, "own.tsv", named).rows(), ["person:7\tAma Darko\t\tmayor\t\t\tA. Darko"]);
}

#[test]
fn a_table_tells_its_faults_by_line() {
    let made = import_with(
        kind("place"),
        "own.csv",
        "name,country,lat,lon,population\nObuasi,Ruritania,x,1,\"175,043\"\n,GH,,,\nTema,GH\n\"Ho \"\"Hills\"\"\",GH,6,1,\n",
    );
    made.notes(&["2:1 no country", "2:1 latitude", "!3:1 no name", "!4:1 the header has 5"]);
    assert_eq!(
        made.rows(),
        ["place:ho-hills\t\tHo \"Hills\"\tGH\t\t6\t1\t\t\t", "place:obuasi\t\tObuasi\t\t\t\t1\t175043\t\t"]
    );
}

#[test]
fn lists_give_ids_made_from_names_and_guard_common_words() {
    let made = import_with(
        kind("agency:ngo"),
        "ngos.txt",
        "# ours\nAid|Now\nThe Green  Lantern\nReading\nWHO\nAcme!\nAcme\nAcme\n\n 1994 \n",
    );
    assert_eq!(
        made.rows(),
        [
            "agency:acme\tngo\tAcme!\t\t\t",
            "agency:acme-2\tngo\tAcme\t\t\t",
            "agency:aid-now\tngo\tAid Now\t\t\t",
            "agency:green-lantern\tngo\tGreen Lantern\t\t\t",
            "agency:reading\tngo\tReading [context]\t\t\t",
            "agency:who\tngo\tWHO [exact]\t\t\t",
        ]
    );
    made.notes(&["8:1 again", "!10:1 letter"]);
    assert!(made.report.to_string().contains("[context] or [exact]: 2"));
}

#[test]
fn an_imported_name_is_found_in_text() {
    let made = import_with(kind("agency:ngo"), "ngos.txt", "Green Lantern Relief\n");
    let tagger = Tagger::builder().lexicon_text("own.tsv", &made.tables[0].1).build().unwrap();
    let document = tagger.tag("Green Lantern Relief sent 40 doctors to Accra.");
    assert_eq!(document.entities[0].reference.as_deref(), Some("agency:green-lantern-relief"));
}

/// Agencies, people and places in one file are told apart by its column `kind`.
#[test]
fn a_file_of_several_kinds_tags_each_as_it_should() {
    let made = import(
        "p.jsonl",
        "{\"label\":\"ORG\",\"pattern\":\"Zorvex\"}\n{\"label\":\"PERSON\",\"pattern\":\"Ilan Torvek\"}\n{\"label\":\"GPE\",\"pattern\":\"Qumbria\"}\n",
    );
    let tagger = Tagger::builder().lexicon_text("own.tsv", &made.tables[0].1).build().unwrap();
    let document = tagger.tag("Ilan Torvek of Zorvex flew to Qumbria.");
    let kinds: Vec<EntityKind> = document.entities.iter().map(|entity| entity.kind).collect();
    assert_eq!(kinds, [EntityKind::Person, EntityKind::Agency, EntityKind::Place]);
}

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
    let made = import("GH.txt", place(1, "Obuasi", "", "P.PPL", "GH", "02", 1));
    assert!(made.tables[0].1.starts_with(
        "# Imported from GH.txt (geonames).\n# Source: GeoNames (https://www.geonames.org); licence CC BY 4.0.\n"
    ));
    let options = Options { licence: Some("Source: our desk; licence CC0.".into()), ..kind("agency") };
    assert!(import_with(options, "x.txt", "Acme\n").tables[0].1.contains("\n# Source: our desk; licence CC0.\n"));
}
