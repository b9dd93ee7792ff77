//! Tables and lists of names.

use headcount::Tagger;

use crate::{import, import_with, kind};

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
        ["place:ho-hills\t\tHo \"Hills\"\tGH\t\t6\t1\t\t\t", "place:obuasi\t\tObuasi\t\t\t\t\t175043\t\t"]
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
