//! The command line, made from the list of commands: parsing, help, completion of what is missing. What a command
//! does is not known here.

use std::ffi::OsString;
use std::io::Read;
use std::ops::RangeInclusive;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches};

use super::output::Output;
use super::{DONE, MISUSED, complain};
use crate::commands::{Action, Arguments, COMMANDS, Command, CommandOption, Given, OptionKind, Surface, Value};
use crate::render::{json, words};
use crate::reply::Mistake;

/// A command with what was given to it on the command line.
#[derive(Debug)]
pub struct Invocation {
    /// The command.
    pub command: &'static Command,
    /// What was given.
    matches: ArgMatches,
}

/// What a command line turned out to be.
#[derive(Debug)]
pub enum Parsed {
    /// A command to run.
    Command(Invocation),
    /// Help or a complaint, which has been shown; the exit code that goes with it.
    Shown(u8),
}

/// Reads a command line; one without a command is one of `without_command`.
pub fn parse(arguments: impl IntoIterator<Item = OsString>, without_command: &str) -> Parsed {
    let mut arguments: Vec<_> = arguments.into_iter().collect();
    match command_line(Surface::Terminal).try_get_matches_from(&arguments) {
        Ok(matches) if matches.subcommand().is_some() => found(&matches),
        Ok(_) => {
            arguments.push(without_command.into());
            parse_again(arguments)
        }
        Err(error) => Parsed::Shown(show(&error, &arguments)),
    }
}

fn parse_again(arguments: Vec<OsString>) -> Parsed {
    match command_line(Surface::Terminal).try_get_matches_from(&arguments) {
        Ok(matches) => found(&matches),
        Err(error) => Parsed::Shown(show(&error, &arguments)),
    }
}

/// Reads the words of a command typed in the chat.
///
/// # Errors
/// With what the command line says to words that it can't take, help among it.
pub fn parse_in_chat(words: impl IntoIterator<Item = String>) -> Result<Invocation, String> {
    let chat = command_line(Surface::Chat).no_binary_name(true).disable_help_subcommand(true);
    let matches = chat.try_get_matches_from(words).map_err(|error| complaint_in_chat(&error))?;
    match found(&matches) {
        Parsed::Command(invocation) => Ok(invocation),
        Parsed::Shown(_) => Err(String::new()),
    }
}

impl Invocation {
    /// Whether JSON Lines are wanted.
    pub fn wants_json(&self) -> bool {
        self.matches.get_flag(JSON)
    }

    /// What was given, with files read.
    ///
    /// # Errors
    /// When a file can't be read.
    pub fn arguments(&self, longest_file: usize) -> Result<Arguments, Mistake> {
        let mut arguments = Arguments::default();
        for option in self.command.options {
            if let Some(value) = self.value(option, longest_file)? {
                arguments = arguments.with(option.name, value);
            }
        }
        Ok(arguments)
    }

    /// The file into which a picture of the reply is to be drawn.
    pub fn output(&self) -> Option<&str> {
        let option = self.command.output_option()?;
        // The chat's commands don't have it.
        self.matches.try_get_one::<String>(option.name).ok().flatten().map(String::as_str)
    }

    /// The option whose items stand on standard input, where the command line says `-` for it.
    pub fn items_on_standard_input(&self) -> Option<&'static str> {
        let option = self.command.item_option()?;
        let given = self.matches.get_one::<String>(option.name)?;
        (given == STANDARD_INPUT).then_some(option.name)
    }

    fn value(&self, option: &CommandOption, longest_file: usize) -> Result<Option<Value>, Mistake> {
        let name = option.name;
        Ok(match option.kind {
            OptionKind::Text
            | OptionKind::Item
            | OptionKind::Choice(_)
            | OptionKind::Word(_)
            | OptionKind::Server
            | OptionKind::Id(_) => self.matches.get_one::<String>(name).cloned().map(Value::Text),
            OptionKind::Number { .. } => self.matches.get_one::<u32>(name).copied().map(Value::Number),
            OptionKind::Switch => self.matches.get_flag(name).then_some(Value::Switch),
            OptionKind::Output => self.output().map(|file| Value::Text(file.to_owned())),
            OptionKind::File => match self.matches.get_one::<String>(name) {
                Some(file) => Some(Value::File(read(file, longest_file)?)),
                None => None,
            },
        })
    }
}

const JSON: &str = "json";
const STANDARD_INPUT: &str = "-";

fn command_line(surface: Surface) -> clap::Command {
    let root = clap::Command::new("verbatim")
        .version(env!("CARGO_PKG_VERSION"))
        .about(env!("CARGO_PKG_DESCRIPTION"))
        .arg(json_switch());
    offered(COMMANDS, surface).fold(root, |root, command| root.subcommand(subcommand(command, surface)))
}

fn offered(commands: &'static [Command], surface: Surface) -> impl Iterator<Item = &'static Command> {
    commands.iter().filter(move |command| command.is_offered_by(surface))
}

fn subcommand(command: &'static Command, surface: Surface) -> clap::Command {
    let is_offered = |option: &&CommandOption| surface == Surface::Terminal || option.kind != OptionKind::Output;
    let arguments = command.options.iter().filter(is_offered).map(argument);
    let built = clap::Command::new(command.name).about(command.about).args(arguments);
    match command.action {
        Action::Group { commands, .. } => {
            offered(commands, surface).fold(built, |group, inner| group.subcommand(subcommand(inner, surface)))
        }
        Action::Answer(_) | Action::Start(_) => built,
    }
}

fn argument(option: &'static CommandOption) -> Arg {
    let argument = Arg::new(option.name).help(option.help).required(option.required);
    let argument = match option.kind {
        OptionKind::Output => argument.value_name("FILE"),
        OptionKind::Choice(among) | OptionKind::Word(among) => {
            argument.value_name(option.name.to_uppercase()).value_parser(among.to_vec())
        }
        OptionKind::Text | OptionKind::Item | OptionKind::File | OptionKind::Server | OptionKind::Id(_) => {
            argument.value_name(option.name.to_uppercase())
        }
        OptionKind::Number { least, most } => {
            argument.value_name("N").value_parser(move |typed: &str| number(typed, least..=most))
        }
        OptionKind::Switch => argument.action(ArgAction::SetTrue),
    };
    if option.positional { argument.allow_hyphen_values(true) } else { argument.long(option.name) }
}

fn number(typed: &str, allowed: RangeInclusive<u32>) -> Result<u32, String> {
    let number = typed.parse().ok().filter(|number| allowed.contains(number));
    number.ok_or_else(|| format!("a whole number from {} to {} is needed", allowed.start(), allowed.end()))
}

fn json_switch() -> Arg {
    Arg::new(JSON).long(JSON).global(true).action(ArgAction::SetTrue).help("Print JSON, one object a line")
}

fn found(matches: &ArgMatches) -> Parsed {
    let mut commands = COMMANDS;
    let mut matches = matches;
    while let Some((name, inner)) = matches.subcommand() {
        let Some(command) = commands.iter().find(|command| command.name == name) else { break };
        match command.action {
            Action::Group { commands: grouped, .. } if inner.subcommand_name().is_some() => commands = grouped,
            Action::Answer(_) | Action::Group { .. } | Action::Start(_) => {
                return Parsed::Command(Invocation { command, matches: inner.clone() });
            }
        }
        matches = inner;
    }
    Parsed::Shown(MISUSED)
}

/// Shows help where it was asked for, and what is wrong in one line otherwise; the exit code.
fn show(error: &clap::Error, arguments: &[OsString]) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion if want_json(arguments) => show_as_json(error.kind()),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // Nobody is left to tell where the pipe is closed.
            let _ = error.print();
            DONE
        }
        _ => complain(MISUSED, &format!("{}; see `verbatim help`", one_line(error))),
    }
}

/// clap tells nothing of the other words where it shows help.
fn want_json(arguments: &[OsString]) -> bool {
    let before_text = arguments.iter().take_while(|argument| *argument != "--");
    before_text.into_iter().any(|argument| argument.to_str().is_some_and(|argument| argument == "--json"))
}

fn show_as_json(kind: ErrorKind) -> u8 {
    let lines = if kind == ErrorKind::DisplayVersion { vec![json::version()] } else { json::help(Surface::Terminal) };
    match Output::Json.lines(lines) {
        Ok(_) => DONE,
        Err(error) => complain(super::FAILED, &error),
    }
}

/// Help in full; what is wrong in one line, with the slash that people type there.
fn complaint_in_chat(error: &clap::Error) -> String {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => error.render().ansi().to_string(),
        _ => format!("{}\n", words::misused_in_chat(&one_line(error))),
    }
}

/// What clap says before it shows the usage, in one line.
fn one_line(error: &clap::Error) -> String {
    let rendered = error.render().to_string();
    let said = rendered.split("\n\nUsage:").next().unwrap_or_default();
    let said = said.split("\n\nFor more information").next().unwrap_or_default();
    let words: Vec<_> = said.trim_start_matches("error: ").split_whitespace().collect();
    words.join(" ")
}

fn read(file: &str, longest: usize) -> Result<Given, Mistake> {
    let unreadable = |error: std::io::Error| Mistake::Unreadable { file: file.to_owned(), reason: reason(&error) };
    let reader: Box<dyn Read> = match file {
        STANDARD_INPUT => Box::new(std::io::stdin().lock()),
        _ => Box::new(std::fs::File::open(file).map_err(unreadable)?),
    };
    let mut bytes = Vec::new();
    reader.take(longest as u64 + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > longest {
        return Err(Mistake::TooLong { file: file.to_owned() });
    }
    Ok(Given { name: file.to_owned(), bytes })
}

/// What the system says, without its error number.
fn reason(error: &std::io::Error) -> String {
    let said = error.to_string();
    said.split(" (os error").next().unwrap_or(&said).to_lowercase()
}
