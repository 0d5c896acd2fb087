//! Arguments → configuration → logging → one surface.

use std::process::ExitCode;

mod commands;
mod config;
mod context;
mod desk;
mod discord;
mod logging;
mod metrics;
mod render;
mod reply;
mod terminal;
mod versions;

fn main() -> ExitCode {
    terminal::main()
}
