//! spaCy's patterns and GATE's lists.

use headcount::lexicon::import::{Importer, Options, Table};
use headcount::{EntityKind, Tagger};

use crate::{import, import_with, labels, made};

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
