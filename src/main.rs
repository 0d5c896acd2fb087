//! Arguments → configuration → logging → one surface.

// Until every surface and command is wired.
#![allow(dead_code, unused_imports)]

use std::process::ExitCode;

mod commands;
mod config;
mod context;
mod discord;
mod logging;
mod render;
mod reply;
mod terminal;

fn main() -> ExitCode {
    terminal::main()
}
