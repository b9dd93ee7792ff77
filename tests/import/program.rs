//! The command as people use it: files, output, messages, exit codes.

use assert_cmd::Command;
use tempfile::TempDir;

fn headcount(folder: &TempDir, args: &[&str], stdin: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_headcount"));
    let output = command.args(args).current_dir(folder.path()).write_stdin(stdin).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A folder with files, and what `headcount lexicon import` did there: exit code, output, messages.
fn run(files: &[(&str, &str)], args: &[&str]) -> (TempDir, i32, String, String) {
    let folder = TempDir::new().unwrap();
    for (name, contents) in files {
        std::fs::write(folder.path().join(name), contents).unwrap();
    }
    let (code, out, err) = headcount(&folder, &[&["lexicon", "import"], args].concat(), "");
    (folder, code, out, err)
}

#[test]
fn a_list_goes_to_a_file_that_passes_the_check() {
    let args = ["ngos.txt", "--kind", "agency", "--type", "ngo", "-o", "own.tsv"];
    let (folder, code, out, err) = run(&[("ngos.txt", "Acme\nReading\n")], &args);
    assert_eq!((code, out.as_str()), (0, ""));
    assert_eq!(
        err,
        "headcount: read       ngos.txt (list): 2 lines\n\
         headcount: entries    2: agencies 2\n\
         headcount: names      2\n\
         headcount: noted      common words or single letters that got [context] or [exact]: 1\n"
    );
    let (code, out, _) = headcount(&folder, &["lexicon", "check", "own.tsv"], "");
    assert_eq!((code, out.as_str()), (0, "1 lexicon file: no faults\n"));
}

#[test]
fn lines_left_out_are_named_and_the_exit_code_is_1() {
    let (_folder, code, out, err) = run(&[("ngos.txt", "Acme\n17\n")], &["ngos.txt", "--kind", "agency"]);
    assert_eq!(code, 1);
    assert!(out.ends_with("\nagency:acme\t\tAcme\t\t\t\n"), "{out}");
    assert!(err.starts_with("headcount: error: ngos.txt:2:1: \"17\" has no letter"), "{err}");
}

#[test]
fn several_tables_want_a_folder() {
    let files = [("a.lst", "Efua\n"), ("b.lst", "Tema\n"), ("lists.def", "a.lst:person_first\nb.lst:location:city\n")];
    let (_folder, code, out, err) = run(&files, &["lists.def"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("places.tsv, given.tsv") && err.contains("-o own/"), "{err}");

    let (folder, code, _, err) = run(&files, &["lists.def", "-o", "own/"]);
    assert_eq!(code, 0, "{err}");
    for (name, line) in [("given.tsv", "Efua\t"), ("places.tsv", "place:tema\tcity\tTema\t")] {
        let written = std::fs::read_to_string(folder.path().join("own").join(name)).unwrap();
        assert!(written.lines().any(|found| found.starts_with(line)), "{written}");
    }
}

#[test]
fn faults_of_one_kind_are_named_ten_times_unless_all_are_asked_for() {
    let numbers: String = (0..25).map(|number| format!("{number}\n")).collect();
    let list = format!("Acme\n{numbers}");
    for (more, told) in [(None, 10), (Some("--verbose"), 25)] {
        let mut args = vec!["l.txt", "--kind", "agency"];
        args.extend(more);
        let (_folder, code, _, err) = run(&[("l.txt", &list)], &args);
        assert_eq!((code, err.matches("has no letter:").count()), (1, told));
        assert!(err.contains("names that are empty or have no letter: 25"), "{err}");
    }
}

#[test]
fn nothing_is_written_where_nothing_can_be_done() {
    for (args, word) in [
        (&["l.txt", "-o", "own.tsv"][..], "--kind"),
        (&["gone.txt", "-o", "own.tsv"], "no such file"),
        (&["l.txt", "--kind", "thing", "-o", "own.tsv"], "no kind"),
        (&["l.txt", "--kind", "place", "--type", "ngo", "-o", "own.tsv"], "no type"),
        (&["l.txt", "--kind", "agency", "--countries", "GH", "-o", "own.tsv"], "nothing to write"),
        (&["l.txt", "--kind", "agency", "-o", "no/own.tsv"], "no such folder"),
    ] {
        let (folder, code, _, err) = run(&[("l.txt", "Acme\n")], args);
        assert!(code == 2 && err.contains(word), "{args:?}: {code} {err}");
        assert!(!folder.path().join("own.tsv").exists());
    }
}

#[test]
fn standard_input_is_read_from_a_dash() {
    let folder = TempDir::new().unwrap();
    let (code, out, _) = headcount(&folder, &["lexicon", "import", "-", "--kind", "surname"], "Mensah\nBrown\n");
    assert_eq!(code, 0);
    assert!(out.starts_with("# Imported from standard input (list).\n"), "{out}");
    assert!(out.ends_with("\nsurname\tnote\nBrown\tword\nMensah\t\n"), "{out}");
}
