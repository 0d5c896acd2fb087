//! The command line: one-shot commands and the chat. The only place that prints.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use std::process::ExitCode;

use crate::commands::{Action, LongRunning};
use crate::config::{self, ConfigError, Secret, Settings};
use crate::context::Context;
use crate::discord::{self, TOKEN_VARIABLE};
use crate::logging;

mod chat;
mod line;
mod once;
mod output;
mod progress;

use line::{Invocation, Parsed};

/// Done, also where the story doesn't say.
pub const DONE: u8 = 0;
/// Anything that is neither done nor the asker's mistake.
pub const FAILED: u8 = 1;
/// Bad usage or bad input.
pub const MISUSED: u8 = 2;

/// A draft says something against the story.
pub const AGAINST_STORY: u8 = 3;
/// A draft says something that the story doesn't show, and nothing against it.
pub const NOT_SHOWN: u8 = 4;

/// Runs what the command line asks for.
pub fn main() -> ExitCode {
    std::panic::set_hook(Box::new(complain_of_panic));
    let without_command = if Secret::from_environment(TOKEN_VARIABLE).is_some() { "run" } else { "chat" };
    let invocation = match line::parse(std::env::args_os(), without_command) {
        Parsed::Command(invocation) => invocation,
        Parsed::Shown(code) => return ExitCode::from(code),
    };
    let settings = match config::load(environment()) {
        Ok(settings) => settings,
        Err(error) => return ExitCode::from(without_settings(&error, &invocation)),
    };
    if let Err(error) = logging::start(&settings.log, default_level(&invocation)) {
        return ExitCode::from(complain(MISUSED, &error));
    }
    ExitCode::from(dispatch(settings, &invocation))
}

/// The command that says what is wrong with the settings.
const DOCTOR: &str = "doctor";

/// Settings that can't be used end everything but the command that says what is wrong.
fn without_settings(error: &ConfigError, invocation: &Invocation) -> u8 {
    if invocation.command.name == DOCTOR {
        once::run(&Context::without_settings(error.to_string()), invocation);
    }
    complain(MISUSED, error)
}

fn dispatch(settings: Settings, invocation: &Invocation) -> u8 {
    let context = Context::new(settings);
    match invocation.command.action {
        Action::Answer(_) | Action::Group { .. } => once::run(&context.watched_by(progress::bar()), invocation),
        Action::Start(LongRunning::Chat) => chat::run(&context.watched_by(progress::bar()), invocation),
        Action::Start(LongRunning::Discord) => run_discord(context),
    }
}

fn run_discord(context: Context) -> u8 {
    match discord::run(context) {
        Ok(()) => DONE,
        Err(error) => complain(FAILED, &error),
    }
}

fn environment() -> impl Iterator<Item = (String, String)> {
    // A variable that isn't Unicode can't be one of ours.
    std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

fn default_level(invocation: &Invocation) -> &'static str {
    match invocation.command.action {
        Action::Start(LongRunning::Discord) => "info",
        Action::Start(LongRunning::Chat) | Action::Answer(_) | Action::Group { .. } => "warn",
    }
}

/// Says what went wrong in one line; the exit code it goes with.
fn complain(code: u8, error: &dyn std::fmt::Display) -> u8 {
    anstream::eprintln!("verbatim: {error}");
    code
}

/// A mistake of ours in one line that can be reported, in place of a backtrace.
fn complain_of_panic(panic: &std::panic::PanicHookInfo<'_>) {
    let place = panic.location().map_or_else(String::new, |place| format!(" at {}:{}", place.file(), place.line()));
    anstream::eprintln!("verbatim: a mistake of the program's{place}; please report it");
}
