//! The lexicons are checked as code is: no faults, a head that names source and licence, and all of them in use.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Path below the root and contents of every `.tsv` file in these folders of `lexicons/`.
fn files(folders: &[&str]) -> Vec<(String, String)> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in folders {
        let entries = fs::read_dir(root().join("lexicons").join(folder)).unwrap();
        paths.extend(
            entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "tsv")),
        );
    }
    paths.sort();
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    paths.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// The comment lines at the head, as one text.
fn head(contents: &str) -> String {
    let lines = contents.lines().take_while(|line| line.starts_with('#'));
    lines.map(|line| line.trim_start_matches('#').trim()).collect::<Vec<_>>().join(" ")
}

#[test]
fn bundled_files_have_no_faults() {
    let faults: Vec<String> =
        headcount::lexicon::check(&files(&["words", "names"])).iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{} faults, the first:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}

/// The check that users run finds this too; here it stands on its own, so that the two watch each other.
#[test]
fn lines_are_sorted_and_differ() {
    for (name, contents) in files(&["words", "names", "tools"]) {
        let rows: Vec<&str> = contents.lines().skip_while(|line| line.starts_with('#')).skip(1).collect();
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{name}: out of order or twice (LC_ALL=C sort -u):\n{}\n{}", pair[0], pair[1]);
        }
    }
}

#[test]
fn heads_name_source_and_licence() {
    for (name, contents) in files(&["words", "names", "tools"]) {
        let head = head(&contents);
        assert!(head.len() > 60, "{name}: the head says what the file holds");
        assert!(
            ["Source", "Compiled for headcount", "Built by"].iter().any(|words| head.contains(words)),
            "{name}: the head names no source: {head}"
        );
        let licences = ["MIT OR Apache-2.0", "CC BY", "MIT license", "public domain"];
        assert!(licences.iter().any(|words| head.contains(words)), "{name}: the head names no licence: {head}");
    }
}

/// What comes from GeoNames says so, as its licence asks.
#[test]
fn geonames_is_credited() {
    for (name, contents) in files(&["names"]) {
        let head = head(&contents);
        let credited = head.contains("GeoNames") && head.contains("CC BY 4.0");
        assert!(credited || !contents.contains("\ngeonames:"), "{name}: has GeoNames ids and no credit: {head}");
    }
}

/// A file that nothing reads is a trap for whoever edits it.
#[test]
fn every_file_is_bundled_and_described() {
    let read = |path: &str| fs::read_to_string(root().join(path)).unwrap();
    let bundled = read("src/lexicon/texts.rs") + &read("src/build.rs");
    let bundled: BTreeSet<&str> = bundled.split('"').filter(|part| part.ends_with(".tsv")).collect();
    let described = fs::read_to_string(root().join("lexicons/README.md")).unwrap();
    let files = files(&["words", "names"]);
    let present: BTreeSet<&str> = files.iter().filter_map(|(name, _)| name.strip_prefix("lexicons/")).collect();
    assert_eq!(present, bundled);
    for name in present {
        let file = name.rsplit('/').next().unwrap();
        for part in described.split("## Sources and licences") {
            let named = part.contains(&format!("`{file}`")) || part.contains(&format!("/{file}`"));
            assert!(named, "lexicons/README.md says not what {name} holds, or not whose it is");
        }
    }
}

/// The lists of types that the check knows are those that the description gives.
#[test]
fn types_of_places_and_agencies_are_described() {
    let described = fs::read_to_string(root().join("lexicons/README.md")).unwrap();
    for (header, types) in [
        ("ref\ttype\tname\tlat\tlon", "country region city water island mountain area facility continent"),
        (
            "ref\ttype\tname",
            "intelligence ministry military police militant party legislature court media igo ngo company team university \
             government bank agency",
        ),
    ] {
        for name in types.split(' ') {
            assert!(described.contains(&format!("`{name}`")), "lexicons/README.md does not describe the type {name}");
            let cells = header.split('\t').skip(3).map(|_| "\t").collect::<String>();
            let file = format!("{header}\nwikidata:Q1\t{name}\tArvendale{cells}\n");
            assert_eq!(told(&file), Vec::<String>::new(), "{name}");
        }
    }
}

const PLACES: &str = "ref\ttype\tname\tcountry\tregion\tlat\tlon\tpopulation\taliases\tdemonyms\n";
const AGENCIES: &str = "ref\ttype\tname\tcountry\taliases\tnote\n";
const OFFICES: &str = "ref\ttype\tname\tcountry\taliases\toffice\n";
const CHANGES: &str = "change\tref\tnames\n";
const PEOPLE: &str = "ref\tname\tcountry\trole\tfrom\tto\taliases\n";
const THINGS: &str = "category\tpath\tnouns\n";

/// The faults of one file, as "line:column: message".
fn told(file: &str) -> Vec<String> {
    told_of(&[file])
}

/// The faults of files that are checked together.
fn told_of(files: &[&str]) -> Vec<String> {
    let names = ["a.tsv", "b.tsv", "c.tsv"];
    let files: Vec<(String, &str)> = names.iter().map(|name| (*name).to_owned()).zip(files.iter().copied()).collect();
    headcount::lexicon::check(&files).iter().map(|fault| fault.to_string()).collect()
}

/// Asserts that a file has one fault, at this place, that says all of these.
#[track_caller]
fn one_fault(file: &str, place: &str, says: &[&str]) {
    let faults = told(file);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(faults[0].starts_with(&format!("a.tsv:{place}: ")), "not at {place}: {}", faults[0]);
    for part in says {
        assert!(faults[0].contains(part), "says nothing of {part:?}: {}", faults[0]);
    }
}

#[test]
fn an_entry_is_told_what_is_wrong_with_it_and_what_to_write() {
    for (header, row, place, says) in [
        // Ids.
        (AGENCIES, "\tngo\tArven Aid\tFR\t\t", "2:1", &["no id", "agency:arven-aid"][..]),
        (AGENCIES, "arven\tngo\tArven Aid\tFR\t\t", "2:1", &["write agency:arven-aid"]),
        (AGENCIES, "agency:Arven Aid\tngo\tArven Aid\tFR\t\t", "2:1", &["ill-formed", "agency:arven-aid"]),
        (AGENCIES, "person:arven\tngo\tArven Aid\tFR\t\t", "2:1", &["no id of this kind", "agency:arven-aid"]),
        (PLACES, "geonames:12x\tcity\tArvenby\tFR\t\t45\t2\t10\t\t", "2:1", &["geonames: and a number"]),
        (PLACES, "region:US\tregion\tArvenby\tUS\t\t45\t-90\t10\t\t", "2:1", &["region:US-TX"]),
        // Types.
        (AGENCIES, "agency:a\tministery\tArven Aid\tFR\t\t", "2:10", &["no type of agency", "\"ministry\"?"]),
        (PLACES, "place:a\ttown\tArvenby\tFR\t\t45\t2\t10\t\t", "2:9", &["no type of place", "city"]),
        // Countries and regions.
        (AGENCIES, "agency:a\tngo\tArven Aid\tUK\t\t", "2:24", &["no country", "\"GB\"?"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tfr\t\t", "2:24", &["\"FR\"?"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tGermny\t\t", "2:24", &["\"DE\"?"]),
        (PLACES, "place:a\tcity\tArvenby\tUS\tUSTX\t31\t-99\t10\t\t", "2:25", &["no region", "\"US-TX\"?"]),
        (PLACES, "place:a\tcity\tArvenby\tFR\tUS-TX\t45\t2\t10\t\t", "2:25", &["not in country FR"]),
        // Numbers.
        (PLACES, "place:a\tcity\tArvenby\tFR\t\t95\t2\t10\t\t", "2:26", &["latitude 95", "swapped?"]),
        (PLACES, "place:a\tcity\tArvenby\tFR\t\t45\t200\t10\t\t", "2:29", &["longitude 200"]),
        (PLACES, "place:a\tcity\tArvenby\tIN\t\t79\t22\t10\t\t", "2:26", &["far from IN", "swapped?"]),
        (PLACES, "place:a\tcity\tArvenby\tFR\t\t45\t\t10\t\t", "2:29", &["one coordinate without the other"]),
        (PLACES, "place:a\tcity\tArvenby\tFR\t\t0\t0\t10\t\t", "2:26", &["open sea"]),
        (PLACES, "place:a\tcity\tArvenby\tFR\t\t45\t2\t-10\t\t", "2:31", &["negative population"]),
        (PLACES, "place:a\tcity\tArvenby\tFR\t\t4O\t2\t10\t\t", "2:26", &["\"4O\" is no number"]),
        (PEOPLE, "person:a\tIda Torvek\tFR\tmayor\t2019\t2011\t", "2:30", &["from 2019 to 2011 is backwards"]),
        (PEOPLE, "person:a\tIda Torvek\tFR\tmayor\t20l9\t\t", "2:30", &["\"20l9\" is no year"]),
        // Names and flags.
        (AGENCIES, "agency:a\tngo\t\tFR\t\t", "2:14", &["needs a name"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tArven [contxt]\t", "2:34", &["no flag", "\"context\"?"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tArven [prior=20]\t", "2:40", &["[prior=0.2]"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tArven[context]\t", "2:32", &["Reading [context]"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tArven Aid\t", "2:27", &["is the name"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tArven|Arven\t", "2:33", &["\"Arven\" again"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tÁrven-Aid\t", "2:27", &["is matched as \"Arven Aid\" is"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tReading\t", "2:27", &["also a common word", "Reading [context]"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tWHO\t", "2:27", &["line of capitals", "WHO [exact]"]),
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tArven [known]\t", "2:34", &["for small places"]),
        // Offices.
        (OFFICES, "agency:a\tmilitary\tArven Guard\tFR\t\tarmmy", "2:35", &["no office", "\"army\"?"]),
        (OFFICES, "agency:a\tmilitary\tArven Guard\t\t\tarmy", "2:33", &["of no country", "give the country"]),
        // Changes.
        (CHANGES, "rename\tcountry:FR\tArvendale", "2:1", &["no change", "add, drop, remove"]),
        (CHANGES, "add\t\tArvendale", "2:5", &["no id"]),
        (CHANGES, "add\tcountry:Q9\tArvendale", "2:5", &["no entry has the id"]),
        (CHANGES, "add\tcountry:FR\t", "2:16", &["no names to add"]),
        (CHANGES, "add\tcountry:FR\tReading", "2:16", &["also a common word"]),
        (CHANGES, "drop\t\t", "2:7", &["no names to drop"]),
        (CHANGES, "drop\tcountry:FR\tArvendale [context]", "2:27", &["whatever its flags"]),
        (CHANGES, "remove\tcountry:FR\tArvendale", "2:19", &["with all its names"]),
    ] {
        one_fault(&format!("{header}{row}\n"), place, says);
    }
}

#[test]
fn a_sound_entry_passes() {
    for (header, row) in [
        (AGENCIES, "agency:a\tngo\tArven Aid\tFR\tARVA|WHO [exact]|Reading [context]|Arven [prior=0.2]\tfree text"),
        (AGENCIES, "wikidata:Q42\tngo\tArven Aid\t\t\t"),
        (PLACES, "geonames:12\tcity\tArvenby\tUS\tUS-TX\t31.5\t-99.25\t1200\tArvenby-on-Sea\tArvenbian|Arvenbians"),
        // So large a city is what its name means.
        (PLACES, "geonames:12\tcity\tReading\tGB\t\t51.5\t-1\t2000000\t\t"),
        // The far islands of a country are far.
        (PLACES, "place:a\tisland\tArven Atoll\tFR\t\t-17.5\t-149.5\t\t\t"),
        (PLACES, "geonames:12\tcity\tArvenby [known]\tFR\t\t45\t2\t90\tArven [context known]\t"),
        (PEOPLE, "person:ida-torvek\tIda Torvek\tFR\tmayor\t2011\t\tTorvek|Ida Torveck"),
        (OFFICES, "agency:a\tmilitary\tArven Guard\tFR\t\tarmy|border-guard"),
        (CHANGES, "add\tcountry:FR\tArvendale|Reading [context]"),
        (CHANGES, "drop\t\tParis"),
        (CHANGES, "drop\tcountry:FR\tFrance"),
        (CHANGES, "remove\tcountry:FR\t"),
        (THINGS, "soldier\tperson/military/soldier\tlancer|bow-armed rider"),
    ] {
        assert_eq!(told(&format!("{header}{row}\n")), Vec::<String>::new(), "{row}");
    }
}

#[test]
fn a_name_of_two_entries_must_be_settled() {
    let agency = |id: &str, aliases: &str| format!("{AGENCIES}agency:{id}\tngo\tThe {id} Aid\tFR\t{aliases}\t\n");
    let place = |rows: &[&str]| format!("{PLACES}{}\n", rows.join("\n"));
    // Settled.
    for files in [
        [agency("a", "Arvenco"), agency("b", "Arvenco [context]")],
        [agency("a", "Arvenco"), agency("b", "Arvenco [prior=0.1]")],
        [agency("a", "ARVA"), agency("b", "Arva")],
        [
            place(&[
                "geonames:1\tcity\tArvenby\tFR\t\t45\t2\t900\t\t",
                "geonames:2\tcity\tArvenby\tFR\t\t48\t1\t80\t\t",
            ]),
            agency("a", ""),
        ],
        [
            place(&[
                "geonames:1\tcity\tArvenby\tFR\t\t45\t2\t900\t\t",
                "geonames:2\tcity\tArvenby\tGB\t\t52\t-1\t900\t\t",
                "geonames:3\tcity\tArvenby\tUS\tUS-OK\t35\t-97\t\t\t",
                "geonames:4\tcity\tArvenby\tUS\tUS-TX\t31\t-99\t\t\t",
            ]),
            agency("a", ""),
        ],
        [
            place(&[
                "geonames:1\tcity\tArven\tUS\tUS-TX\t31\t-99\t\t\t",
                "region:US-TX\tregion\tArven\tUS\tUS-TX\t31\t-99\t\t\t",
            ]),
            agency("a", ""),
        ],
    ] {
        assert_eq!(told_of(&[&files[0], &files[1]]), Vec::<String>::new(), "{files:?}");
    }
    let county = |id: &str, region: &str| place(&[&format!("{id}\tregion\tArven County\tUS\t{region}\t31\t-99\t\t\t")]);
    let (one, other) = (county("county:1", "US-TX"), county("county:2", "US-OK"));
    assert_eq!(told_of(&[&one, &other]), Vec::<String>::new());
    assert_eq!(told_of(&[&one, &county("county:2", "US-TX")]).len(), 1);
    // Not settled: the later one is told of the earlier.
    for (files, says) in [
        (
            [agency("a", "Arvenco"), agency("b", "Arvenco")],
            "b.tsv:2:27: \"Arvenco\" is a name of agency:a (a.tsv:2) too: flag",
        ),
        (
            [agency("a", "Arven Co"), agency("b", "Árven-Co")],
            "b.tsv:2:27: \"Árven-Co\" is a name of agency:a (a.tsv:2) too",
        ),
        (
            [agency("a", "Arvenby"), place(&["geonames:1\tcity\tArvenby\tFR\t\t45\t2\t900\t\t"])],
            "b.tsv:2:17: \"Arvenby\" is a name of agency:a (a.tsv:2) too: flag",
        ),
        (
            [
                place(&[
                    "geonames:1\tcity\tArvenby\tUS\tUS-TX\t31\t-99\t\t\t",
                    "geonames:2\tcity\tArvenby\tUS\tUS-OK\t35\t-97\t\t\t",
                    "geonames:3\tcity\tArvenby\tUS\tUS-TX\t32\t-98\t\t\t",
                ]),
                agency("a", ""),
            ],
            "a.tsv:4:17: \"Arvenby\" is a name of geonames:1 (a.tsv:2) too: give both populations",
        ),
    ] {
        let faults = told_of(&[&files[0], &files[1]]);
        assert_eq!(faults.len(), 1, "{faults:#?}");
        assert!(faults[0].starts_with(says), "{}", faults[0]);
    }
}

#[test]
fn an_office_of_a_country_has_one_agency() {
    let army = |id: &str, country: &str| format!("{OFFICES}agency:{id}\tmilitary\tArmy {id}\t{country}\t\tarmy\n");
    assert_eq!(told_of(&[&army("a", "FR"), &army("b", "GB")]), Vec::<String>::new());
    let faults = told_of(&[&army("a", "FR"), &army("b", "FR")]);
    assert_eq!(
        faults,
        ["b.tsv:2:30: agency:a (a.tsv:2) has the office \"army\" of FR already: leave it to one of them"]
    );
}

#[test]
fn an_id_of_two_entries_is_told_across_files() {
    let files =
        ["agency:a\tngo\tArven Aid", "agency:a\tngo\tTorvek Aid"].map(|row| format!("{AGENCIES}{row}\tFR\t\t\n"));
    let faults = told_of(&[&files[0], &files[1]]);
    assert_eq!(faults, ["b.tsv:2:1: id \"agency:a\" stands already in a.tsv:2: merge the two or rename one"]);
}

#[test]
fn lines_are_held_to_their_letters() {
    let row = "agency:a\tngo\tArven Aid\tFR\t\t\n";
    for (file, place, says) in [
        (format!("\u{feff}{AGENCIES}{row}"), "1:1", "byte order mark"),
        (format!("{AGENCIES}{}", row.replace('\n', "\r\n")), "2:28", "carriage return"),
        (format!("{AGENCIES}{}", row.replace("Arven", "Ar\u{200b}ven")), "2:16", "U+200B"),
        (format!("{AGENCIES}{}", row.replace("Arven", "\u{202e}Arven")), "2:14", "U+202E"),
        (format!("{AGENCIES}{}", row.replace("Arven", "Ar\u{fffd}en")), "2:16", "replacement character"),
        (format!("{AGENCIES}{}", row.replace("Arven", "Ar\u{7}ven")), "2:16", "control character (U+0007)"),
        (format!("{AGENCIES}{}", row.replace("Arven", "\u{410}rven")), "2:14", "Cyrillic letters among Latin ones"),
        (format!("{AGENCIES}{}", row.replace("Arven", " Arven")), "2:14", "stray blank"),
        (format!("{AGENCIES}{row}\n{}", row.replace(":a", ":b").replace("Arven", "Torvek")), "3:1", "empty line"),
        (format!("{AGENCIES}agency:b\tngo\tTorvek Aid\tFR\t\t\n{row}"), "3:1", "out of order"),
        (AGENCIES.replace("aliases", "alias"), "1:23", "did you mean \"aliases\"?"),
        ("categry\tpath\tnoun\n".to_owned(), "1:1", "did you mean \"category path nouns\"?"),
    ] {
        one_fault(&file, place, &[says]);
    }
}

#[test]
fn bytes_that_are_no_utf8_are_a_fault_like_any_other() {
    let mut bytes = AGENCIES.as_bytes().to_vec();
    bytes.extend(b"agency:a\tngo\tAid \xe9\tFR\t\t\n");
    let faults = headcount::lexicon::check(&[("a.tsv".to_owned(), bytes)]);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].to_string(), "a.tsv:2:18: bytes that are no UTF-8 (E9): save the file as UTF-8");
}

#[test]
fn the_tree_of_things_is_held_to_the_record() {
    for (row, place, says) in [
        ("solider\tperson/military/soldier\tlancer", "2:1", "\"soldier\"?"),
        ("giraffe\tanimal/wild\tokapi", "2:1", "leave it empty"),
        ("soldier\tpersn/military/soldier\tlancer", "2:9", "\"person\"?"),
        ("soldier\tperson//soldier\tlancer", "2:9", "ill-formed"),
        ("soldier\tperson/military/soldier\tbow rider|bow-rider", "2:43", "\"bow-rider\" again"),
        ("worker\tperson/work/worker\tbeet labourer|beet laborer", "2:41", "made by rule from \"beet labourer\""),
        ("soldier\tperson/military/soldier\tbowrider|bow-rider", "2:33", "made by rule from \"bow-rider\""),
    ] {
        one_fault(&format!("{THINGS}{row}\n"), place, &[says]);
    }
    let two = "police\tperson/security/police\tlancer\nsoldier\tperson/military/soldier\tlancer\n";
    one_fault(&format!("{THINGS}{two}"), "3:33", &["stands already in line 2"]);
}
