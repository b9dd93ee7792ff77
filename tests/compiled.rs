//! Compiled lexicons as people use them: built, looked into, laid on top of each other, refused when damaged.
#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use headcount::{Tagger, lexicon};
use tempfile::TempDir;

const NAMES: &str = "\
# Relief bodies made up for these tests.
# Source: none; MIT OR Apache-2.0
ref\ttype\tname\tcountry\taliases\toffice
agency:aid-moraine\tngo\tMoraine Aid\tNP\tMAID\t
agency:kr-nis\tintelligence\tSeoul's Listeners\tKR\tSLB\t
";
const THINGS: &str = "category\tpath\tnouns\nsoldier\tperson/military/soldier\tdrone whisperer\n";

/// Runs the program in a folder: exit code, output, messages.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::cargo_bin("headcount").unwrap().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn desk() -> TempDir {
    let desk = TempDir::new().unwrap();
    fs::write(desk.path().join("names.tsv"), NAMES).unwrap();
    fs::write(desk.path().join("things.tsv"), THINGS).unwrap();
    desk
}

/// Names and ids of the entities that a tagger with these lexicons finds.
fn entities(lexicons: &[&str], text: &str) -> Vec<(String, Option<String>)> {
    let mut builder = Tagger::builder();
    for (index, contents) in lexicons.iter().enumerate() {
        builder = builder.lexicon_compiled(lexicon::build(&[(format!("{index}.tsv"), contents)]).unwrap());
    }
    let tagger = builder.build().unwrap();
    let document = tagger.tag(text).into_owned();
    let entities = document.entities.into_iter();
    entities.map(|entity| (entity.name.into_owned(), entity.reference.map(|id| id.into_owned()))).collect()
}

fn found(name: &str, id: &str) -> (String, Option<String>) {
    (name.to_owned(), Some(id.to_owned()))
}

#[test]
fn what_is_built_is_found() {
    let desk = desk();
    let (code, out, err) = run(desk.path(), &["lexicon", "build", "names.tsv", "things.tsv", "-o", "own.lexicon"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("own.lexicon: 2 files"), "{out}");
    fs::write(desk.path().join("text.txt"), "MAID counted 14 drone whisperers killed near Pokhara.").unwrap();
    let (code, out, _) = run(desk.path(), &["tag", "--lexicon", "own.lexicon", "text.txt"]);
    let record: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, 0);
    assert_eq!(record["entities"][0]["ref"], "agency:aid-moraine");
    assert_eq!(record["quantities"][0]["unit"]["category"], "soldier");
    assert_eq!(record["quantities"][0]["unit"]["path"], "person/military/soldier");
}

#[test]
fn the_head_of_a_compiled_file_tells_its_sources() {
    let compiled = lexicon::build(&[("names.tsv", NAMES)]).unwrap();
    assert!(compiled.starts_with(b"HEADCOUNT-LEX\r\n\x1a"));
    let head = String::from_utf8_lossy(&compiled[..1024]).into_owned();
    assert!(head.contains("# Source: none; MIT OR Apache-2.0"), "{head}");
    let tagger = Tagger::builder().lexicon_compiled(compiled).build().unwrap();
    assert!(tagger.lexicon_notes().any(|notes| notes.contains("names.tsv\n# Relief bodies")));
}

#[test]
fn files_with_faults_are_not_compiled() {
    let desk = desk();
    fs::write(desk.path().join("bad.tsv"), NAMES.replace("MAID", "MAID [sometimes]")).unwrap();
    let (code, _, err) = run(desk.path(), &["lexicon", "build", "bad.tsv", "-o", "own.lexicon"]);
    assert_eq!(code, 2);
    assert!(err.contains("bad.tsv:4:45: \"sometimes\" is no flag"), "{err}");
    assert!(!desk.path().join("own.lexicon").exists());
}

#[test]
fn a_file_that_is_damaged_cut_or_of_another_kind_is_refused() {
    let desk = desk();
    let whole = lexicon::build(&[("names.tsv", NAMES)]).unwrap();
    let mut damaged = whole.clone();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 0x10;
    let mut newer = whole.clone();
    newer[16] = 99;
    for (bytes, says) in [
        (damaged, "is damaged"),
        (whole[..whole.len() - 7].to_vec(), "is cut off"),
        (whole[..9].to_vec(), "is cut off"),
        ([&whole[..], &[0; 3]].concat(), "has 3 bytes too many"),
        (newer, "was compiled for version 99"),
    ] {
        fs::write(desk.path().join("own.lexicon"), bytes).unwrap();
        let (code, _, err) = run(desk.path(), &["tag", "--lexicon", "own.lexicon", "names.tsv"]);
        assert_eq!(code, 2, "{says}: {err}");
        assert!(err.contains("own.lexicon") && err.contains(says), "{says}: {err}");
    }
}

#[test]
fn an_entry_with_an_id_of_the_bundled_ones_goes_before_it() {
    let text = "The NIS told lawmakers, and the SLB agreed.";
    let expected = found("Seoul's Listeners", "agency:kr-nis");
    assert_eq!(entities(&[NAMES], text), [expected.clone(), expected]);
}

#[test]
fn changes_add_drop_and_remove() {
    let changes =
        "change\tref\tnames\nadd\tagency:kr-nis\tSeoul Ears\ndrop\t\tBoko Haram\nremove\tperson:kim-jong-un\t\n";
    let text = "Seoul Ears named the Moraine Aid chief. Boko Haram was silent. Kim Jong Un was not.";
    let ids: Vec<_> = entities(&[NAMES, changes], text).into_iter().map(|(_, id)| id).collect();
    assert_eq!(ids[..2], [Some("agency:kr-nis".to_owned()), Some("agency:aid-moraine".to_owned())]);
    let bundled = entities(&[], text);
    assert!(bundled.iter().any(|(_, id)| id.as_deref() == Some("person:kim-jong-un")), "{bundled:?}");
    assert!(!ids.contains(&Some("person:kim-jong-un".to_owned())), "{ids:?}");
    assert!(!ids.iter().flatten().any(|id| id.contains("boko-haram")), "{ids:?}");
}

/// Plain files of changes do the same as compiled ones.
#[test]
fn changes_may_come_as_plain_text() {
    let changes = "change\tref\tnames\nremove\tperson:kim-jong-un\t\n";
    let tagger = Tagger::builder().lexicon_text("changes.tsv", changes).build().unwrap();
    let text = "Kim Jong Un spoke.";
    assert!(tagger.tag(text).entities.iter().all(|entity| entity.reference.is_none()));
    assert!(Tagger::bundled().tag(text).entities[0].reference.is_some());
}

/// A town that a caller's gazetteer has does not hide the country of the same name.
#[test]
fn places_stand_beside_places() {
    let towns = "ref\ttype\tname\tcountry\tregion\tlat\tlon\tpopulation\taliases\tdemonyms\n\
                 place:kenya-town\tcity\tKenya\tUS\t\t40\t-90\t3000\t\t\n";
    assert_eq!(entities(&[towns], "Two miners died in Kenya."), [found("Kenya", "country:KE")]);
}

/// Of two entries with a name the likelier is meant; an unlikely one alone needs evidence.
#[test]
fn a_prior_says_which_entry_is_meant() {
    let names = "ref\tname\tcountry\trole\tfrom\tto\taliases\n\
                 person:arven-lark\tArven Lark\tNP\tmayor\t\t\tZorvane [prior=0.2]\n\
                 person:ida-lark\tIda Lark\tNP\tgovernor\t\t\tZorvane [prior=0.8]|Quellister [prior=0.1]\n";
    assert_eq!(entities(&[names], "Two deputies met Zorvane."), [found("Ida Lark", "person:ida-lark")]);
    assert_eq!(entities(&[names], "Governor Quellister spoke."), [found("Ida Lark", "person:ida-lark")]);
    assert_eq!(entities(&[names], "They sold quellister, and Quellister it was."), []);
}

#[test]
fn search_shows_names_words_and_ids() {
    let desk = desk();
    let (code, out, _) = run(desk.path(), &["lexicon", "search", "kim jong-un", "country:GH", "soldiers"]);
    assert_eq!(code, 0);
    let line = |start: &str| out.lines().any(|line| line.starts_with(start));
    assert!(line("kim jong-un\tperson:kim-jong-un\tKim Jong Un\tperson; "), "{out}");
    assert!(line("country:GH\tcountry:GH\tGhana\tplace; country; GH"), "{out}");
    assert!(line("soldiers\t(word)\tperson/military/soldier\tthing"), "{out}");
    // Of an id all names are listed, as they are written.
    let (code, out, _) = run(desk.path(), &["lexicon", "search", "agency:kr-nis"]);
    assert_eq!(code, 0);
    let lists = |name: &str| out.lines().any(|line| line.starts_with(&format!("{name}\tagency:kr-nis\t")));
    assert!(lists("NIS") && lists("National Intelligence Service") && !lists("Nis"), "{out}");
    let (code, out, err) = run(desk.path(), &["lexicon", "search", "Moraine Aid"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("Moraine Aid: in no lexicon"), "{err}");
    let (code, out, _) = run(desk.path(), &["lexicon", "search", "--lexicon", "names.tsv", "Moraine Aid"]);
    assert_eq!(code, 0);
    assert!(out.contains("agency:aid-moraine") && out.contains("names.tsv"), "{out}");
}

#[test]
fn stats_count_entries_and_names() {
    let desk = desk();
    run(desk.path(), &["lexicon", "build", "names.tsv", "-o", "own.lexicon"]);
    for file in ["names.tsv", "own.lexicon"] {
        let (code, out, _) = run(desk.path(), &["lexicon", "stats", file]);
        assert_eq!(code, 0);
        assert!(out.contains("| names.tsv | agency | ngo | 1 | 2 |"), "{out}");
        assert!(out.ends_with("| all | | | 2 | 4 |\n"), "{out}");
    }
    let (_, out, _) = run(desk.path(), &["lexicon", "stats", "--countries", "own.lexicon"]);
    assert!(out.contains("| KR | 0 | 1 | 0 | 2 |"), "{out}");
}

/// The bundled lexicons are as broad as they are said to be.
#[test]
fn the_bundled_lexicons_are_broad() {
    let tagger = Tagger::bundled();
    let rows = tagger.coverage_by_type();
    let entries = |kind: &str, subtype: &str| {
        let rows = rows.iter().filter(|row| row.kind == kind && (subtype.is_empty() || row.subtype == subtype));
        rows.map(|row| row.entries).sum::<usize>()
    };
    assert!(entries("place", "city") >= 130_000);
    assert!(entries("place", "country") >= 249);
    assert!(entries("agency", "") >= 3_000);
    assert!(entries("person", "") >= 2_500);
    let countries = tagger.coverage_by_country();
    let with = |kind: &str| countries.iter().filter(|row| row.kind == kind && !row.country.is_empty()).count();
    assert!(with("agency") >= 195 && with("place") >= 240 && with("person") >= 190);
}

/// A file that was compiled when the format was made. Where this fails, count the version of the format up and write the
/// fixture anew (with HEADCOUNT_UPDATE_FIXTURES set).
#[test]
fn the_format_has_not_changed_unnoticed() {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/names.lexicon");
    let compiled = lexicon::build(&[("names.tsv", NAMES), ("things.tsv", THINGS)]).unwrap();
    if std::env::var_os("HEADCOUNT_UPDATE_FIXTURES").is_some() {
        fs::write(&fixture, &compiled).unwrap();
    }
    assert!(fs::read(&fixture).unwrap() == compiled, "what is compiled differs from tests/fixtures/names.lexicon");
    let tagger = Tagger::builder().lexicon(&fixture).build().unwrap();
    assert_eq!(tagger.search("MAID")[0].reference, "agency:aid-moraine");
}
