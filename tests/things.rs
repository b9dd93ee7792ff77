//! Counted things: the branch of the tree that each is on, and terms however they are spelled.

use headcount::Tagger;

/// Head, category and path of what the first number of a text counts.
fn counted(text: &str) -> (String, String, String) {
    let tagger = Tagger::bundled();
    let document = tagger.tag(text);
    let unit = document.quantities.first().and_then(|quantity| quantity.unit.as_ref());
    let unit = unit.unwrap_or_else(|| panic!("nothing is counted in {text:?}"));
    let cell = |cell: &Option<headcount::record::Str>| cell.as_deref().unwrap_or("-").to_owned();
    (cell(&unit.head), cell(&unit.category), cell(&unit.path))
}

#[track_caller]
fn check(rows: &[(&str, &str, &str, &str)]) {
    for (text, head, category, path) in rows {
        let found = counted(text);
        assert_eq!((found.0.as_str(), found.1.as_str(), found.2.as_str()), (*head, *category, *path), "{text}");
    }
}

/// A leaf is finer than the category, and the category stays the record's.
#[test]
fn a_thing_is_on_its_branch() {
    check(&[
        ("The ridge was held by 40 soldiers.", "soldier", "soldier", "person/military/soldier"),
        ("They shelled 15 conscripts.", "conscript", "soldier", "person/military/conscript"),
        ("The base is home to 200 marines.", "marine", "soldier", "person/military/marine"),
        ("Only 9 gunmen came back.", "gunman", "militant", "person/armed/gunman"),
        ("About 30 rebels came down.", "rebel", "militant", "person/armed/rebel"),
        ("Some 12 border guards were there.", "guard", "-", "person/security/border"),
        ("The fair drew 80 aid workers.", "worker", "worker", "person/work/aid_worker"),
        ("The valley has 70 households.", "household", "family", "person/group/household"),
        ("They sank 3 frigates.", "frigate", "ship", "thing/platform/ship/warship"),
        ("Some 6 lorries were lost.", "lorry", "vehicle", "thing/transport/vehicle/truck"),
        ("There are 5 mosques.", "mosque", "-", "place/building/worship_site"),
        ("The storm took 4 footbridges.", "footbridge", "-", "place/building/bridge"),
        ("It has 20 ponies.", "pony", "-", "animal/livestock"),
        // What no tree holds has no path; what is understood has the path of what it leans on.
        ("She has 14 quills.", "quill", "-", "-"),
        ("The raid left 8 dead.", "person", "person", "person/person"),
    ]);
}

/// One spelling in the file gives all: both sides of the Atlantic, open, hyphenated and closed.
#[test]
fn a_term_is_known_however_it_is_spelled() {
    check(&[
        ("The yard hired 30 labourers.", "labourer", "worker", "person/work/worker"),
        ("The yard hired 30 laborers.", "laborer", "worker", "person/work/worker"),
        ("It has 2 health centres.", "centre", "-", "place/building/clinic"),
        ("It has 2 health centers.", "center", "-", "place/building/clinic"),
        ("There were 7 air strikes.", "strike", "strike", "event/violence/strike/airstrike"),
        ("There were 7 air-strikes.", "strike", "strike", "event/violence/strike/airstrike"),
        ("There were 7 airstrikes.", "airstrike", "strike", "event/violence/strike/airstrike"),
        ("A bus took 20 school children.", "child", "student", "person/condition/student"),
        ("A bus took 20 schoolchildren.", "schoolchild", "student", "person/condition/student"),
        ("He passed 5 passers-by.", "passer-by", "-", "person/travel/traveller"),
        ("He passed 5 passersby.", "passerby", "-", "person/travel/traveller"),
    ]);
    for (text, role) in [
        ("Nine miners were hospitalised.", headcount::Role::Hospitalized),
        ("Nine miners were hospitalized.", headcount::Role::Hospitalized),
        ("Nine miners were paralysed.", headcount::Role::Wounded),
        ("Nine miners were paralyzed.", headcount::Role::Wounded),
    ] {
        let tagger = Tagger::bundled();
        assert_eq!(tagger.tag(text).quantities[0].role, Some(role), "{text}");
    }
}

/// Nouns with two plurals are known by both.
#[test]
fn plurals_that_no_rule_makes() {
    check(&[
        ("It built 3 stadiums.", "stadium", "-", "place/building/culture"),
        ("It built 3 stadia.", "stadium", "-", "place/building/culture"),
        ("It lent 6 patrol craft.", "craft", "boat", "thing/platform/boat"),
        ("The court freed 3 accused.", "accused", "-", "person/law/suspect"),
        ("They met 4 brothers-in-law.", "brother-in-law", "-", "person/kin/relative"),
    ]);
}
