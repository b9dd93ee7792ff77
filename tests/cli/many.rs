//! Many documents: threads, closed pipes, open inputs.

use std::io::{BufRead, BufReader, Read, Write};
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use crate::{Desk, MINE};

/// Some 2 MB in lines of very different length, now and then a broken one. Most of it is nothing to tag.
fn corpus() -> String {
    let mut lines = String::new();
    let mut seed = 7_u64;
    for number in 0..1600 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let length = (seed >> 33) as usize % if number % 97 == 0 { 50_000 } else { 1000 };
        let text = format!("{} {}", MINE.trim_end(), "o".repeat(length));
        match number % 501 {
            500 => lines += "{broken\n",
            _ => lines += &format!("{{\"id\": {number}, \"text\": \"{text} Ünglück.\"}}\n"),
        }
    }
    lines
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let desk = Desk::new().file("x.jsonl", corpus()).file("a.txt", MINE);
    for format in ["jsonl", "json", "pretty"] {
        let run = |threads| desk.run(&["tag", "--format", format, "-j", threads, "a.txt", "x.jsonl", "gone", "a.txt"]);
        let serial = run("1");
        assert_eq!(serial.code, 1);
        assert_eq!(serial.err.lines().count(), 4);
        for threads in ["2", "4"] {
            let parallel = run(threads);
            assert!(serial.out == parallel.out, "{format} -j {threads}");
            assert_eq!(serial.err, parallel.err);
        }
    }
    // From a pipe the bytes arrive in other pieces.
    let from_file = desk.run(&["tag", "x.jsonl"]).out;
    assert!(from_file == desk.feed(&["tag", "-j", "3", "-"], corpus()).out);
}

#[test]
fn a_closed_pipe_is_fine() {
    let desk = Desk::new().file("x.jsonl", corpus().replace("{broken\n", ""));
    for threads in ["1", "3"] {
        let mut command = desk.command(&["tag", "-j", threads, "x.jsonl"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut first).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[test]
fn records_come_while_the_input_is_still_open() {
    let desk = Desk::new();
    for threads in ["1", "2"] {
        let mut command = desk.command(&["tag", "-j", threads, "-"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let (lines, arrived) = mpsc::channel();
        std::thread::spawn(move || stdout.lines().for_each(|line| lines.send(line.unwrap()).unwrap()));
        for id in ["first", "second"] {
            writeln!(stdin, "{{\"id\": \"{id}\", \"text\": \"Two died.\"}}").unwrap();
            stdin.flush().unwrap();
            let line = arrived.recv_timeout(Duration::from_secs(60)).expect("a record for the line just written");
            assert!(line.starts_with(&format!("{{\"id\":\"{id}\"")), "{line}");
        }
        drop(stdin);
        assert!(child.wait().unwrap().success());
    }
}
