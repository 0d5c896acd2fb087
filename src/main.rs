//! Arguments → configuration → logging → one surface.

use std::process::ExitCode;

mod commands;
mod config;
mod context;
// Until its buttons are wired.
#[allow(dead_code, unused_imports)]
mod discord;
mod logging;
mod render;
mod reply;
mod terminal;

fn main() -> ExitCode {
    terminal::main()
}
