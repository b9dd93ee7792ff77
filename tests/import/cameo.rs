//! Dictionaries of actors and agents.

use headcount::Tagger;
use headcount::lexicon::import::Table;

use crate::import;

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
