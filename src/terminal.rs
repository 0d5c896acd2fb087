//! The command line: one-shot commands and the chat. The only place that prints.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::process::ExitCode;

use crate::commands::{Action, LongRunning};
use crate::config::{self, Settings};
use crate::context::Context;
use crate::logging;

mod line;
mod once;
mod output;

use line::{Invocation, Parsed};

/// Done, also where the story doesn't say.
pub const DONE: u8 = 0;
/// Anything that is neither done nor the asker's mistake.
pub const FAILED: u8 = 1;
/// Bad usage or bad input.
pub const MISUSED: u8 = 2;

/// Runs what the command line asks for.
pub fn main() -> ExitCode {
    let invocation = match line::parse(std::env::args_os()) {
        Parsed::Command(invocation) => invocation,
        Parsed::Shown(code) => return ExitCode::from(code),
    };
    let settings = match config::load(environment()) {
        Ok(settings) => settings,
        Err(error) => return complain(MISUSED, &error),
    };
    if let Err(error) = logging::start(&settings.log, default_level(&invocation)) {
        return complain(MISUSED, &error);
    }
    ExitCode::from(dispatch(settings, invocation))
}

fn dispatch(settings: Settings, invocation: Invocation) -> u8 {
    let context = Context::new(settings);
    match invocation.command.action {
        Action::Answer(answer) => once::run(&context, &invocation, answer),
        Action::Start(LongRunning::Discord) => match crate::discord::run(context) {
            Ok(()) => DONE,
            Err(error) => {
                eprintln!("verbatim: {error}");
                FAILED
            }
        },
        Action::Start(LongRunning::Chat) | Action::Group(_) => MISUSED,
    }
}

fn environment() -> impl Iterator<Item = (String, String)> {
    // A variable that isn't Unicode can't be one of ours.
    std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

fn default_level(invocation: &Invocation) -> &'static str {
    match invocation.command.action {
        Action::Start(LongRunning::Discord) => "info",
        Action::Start(LongRunning::Chat) | Action::Answer(_) | Action::Group(_) => "warn",
    }
}

fn complain(code: u8, error: &dyn std::fmt::Display) -> ExitCode {
    eprintln!("verbatim: {error}");
    ExitCode::from(code)
}
