//! A folder of its own for each test, commands that run there, and what they leave behind.
#![allow(dead_code, reason = "not every file of tests asks for all of it")]

use std::fs;
use std::path::PathBuf;
use std::process::Command as Process;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A folder, and commands that run there.
pub struct Desk(TempDir);

/// What a run left behind.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Desk {
    pub fn new() -> Self {
        Desk(TempDir::new().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn file(self, name: &str, contents: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), contents).unwrap();
        self
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.feed(args, "")
    }

    pub fn feed(&self, args: &[&str], stdin: impl Into<Vec<u8>>) -> Ran {
        let mut command = Command::from_std(self.command(args));
        let output = command.write_stdin(stdin).output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    pub fn command(&self, args: &[&str]) -> Process {
        let mut command = Process::new(env!("CARGO_BIN_EXE_headcount"));
        command.args(args).current_dir(self.0.path());
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "RUST_BACKTRACE"] {
            command.env_remove(name);
        }
        command
    }
}

impl Ran {
    /// All went well and nothing was said.
    #[track_caller]
    pub fn fine(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (0, ""), "out: {}", self.out);
        self
    }

    /// It ended so, and said this on standard error.
    #[track_caller]
    pub fn failed(self, code: i32, err: &str) -> Self {
        assert_eq!((self.err.as_str(), self.code), (err, code));
        self
    }

    pub fn records(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    pub fn ids(&self) -> Vec<String> {
        self.records().iter().map(|record| record["id"].as_str().unwrap().to_string()).collect()
    }
}
