//! The program as people use it: each test makes files, runs a command, and looks at what comes out.
#![cfg(feature = "cli")]

mod bad_input;
#[path = "../desk/mod.rs"]
mod desk;
mod inputs;
mod many;
mod outputs;
mod usage;

use desk::Desk;

const MINE: &str = "At least 12 miners were killed and about 40 wounded near Obuasi, police said on Friday.\n";
