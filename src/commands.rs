//! The list of commands: each is data and one function. The same list makes the command line, the chat,
//! Discord's registration and the help; no surface knows a command that is not here.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use anyhow::anyhow;
use tracing::field::Empty;

use crate::context::Context;
use crate::reply::{AskedFor, Failure, Mistake, Reply};

mod about;
mod approve;
pub mod arguments;
pub mod ask;
mod asker;
mod audit;
mod backup;
mod chat;
mod check;
pub mod checklist;
mod choose;
mod compare;
mod correct;
mod dispute;
mod doctor;
mod draft;
mod export;
mod extract;
mod facts;
mod figures;
pub mod gaps;
pub mod hand_over;
mod help;
mod index;
mod mark;
pub mod menus;
pub mod message;
mod mydata;
mod passages;
mod quote;
mod run;
mod said;
mod settings;
mod source;
mod sources;
mod story;
pub mod summary;
pub mod tell;
mod timeline;
mod verify;
mod whose;
mod why;
pub mod wrong;

pub use arguments::{Arguments, Given, Under, Value};
pub use asker::{Asker, BotRights, Rights, needed};

/// Every command, in the order in which help shows them.
pub const COMMANDS: &[Command] = &[
    ask::COMMAND,
    said::COMMAND,
    figures::COMMAND,
    dispute::COMMAND,
    timeline::COMMAND,
    why::COMMAND,
    sources::COMMAND,
    check::COMMAND,
    quote::COMMAND,
    mark::COMMAND,
    draft::COMMAND,
    export::COMMAND,
    checklist::COMMAND,
    compare::COMMAND,
    whose::COMMAND,
    summary::COMMAND,
    source::COMMAND,
    facts::COMMAND,
    story::COMMAND,
    choose::COMMAND,
    extract::COMMAND,
    correct::COMMAND,
    approve::COMMAND,
    settings::COMMAND,
    index::COMMAND,
    audit::COMMAND,
    gaps::COMMAND,
    wrong::COMPLAINTS,
    wrong::REPLAY,
    mydata::COMMAND,
    backup::BACKUP,
    backup::RESTORE,
    doctor::COMMAND,
    chat::COMMAND,
    run::COMMAND,
    help::COMMAND,
    about::COMMAND,
    wrong::WRONG,
    wrong::DECIDE,
    tell::TELL,
    summary::PREVIEW,
    summary::PUBLISH,
    summary::DISCARD,
    summary::UNSCHEDULE,
    checklist::TICK,
    hand_over::ASK_DESK,
    hand_over::REPLY,
    hand_over::ADOPT,
    passages::MORE,
    passages::NEAR,
    passages::ON,
    verify::COMMAND,
];

/// A command: what people type, what it takes, where it is offered and what it does.
#[derive(Debug)]
pub struct Command {
    /// What people type, lower case.
    pub name: &'static str,
    /// One line on what it is for, in at most 100 characters (Discord's limit).
    pub about: &'static str,
    /// An option and what somebody could give for it, shown by help where the name alone doesn't say how it is used.
    pub example: Option<(&'static str, &'static str)>,
    /// What it takes, positional ones first and in their order.
    pub options: &'static [CommandOption],
    /// Where it is offered.
    pub surfaces: &'static [Surface],
    /// What it does.
    pub action: Action,
}

impl Command {
    /// Whether `surface` offers it.
    pub fn is_offered_by(&self, surface: Surface) -> bool {
        self.surfaces.contains(&surface)
    }

    /// The option that words after the command's name are for, where they come without an option's name.
    pub fn first_option(&self) -> Option<&'static CommandOption> {
        self.options.iter().find(|option| option.kind != OptionKind::Switch && option.name != STORY.name)
    }

    /// The option that names a file to be written.
    pub fn output_option(&self) -> Option<&'static CommandOption> {
        self.options.iter().find(|option| option.kind == OptionKind::Output)
    }

    /// The option whose items may be read from standard input, one a line.
    pub fn item_option(&self) -> Option<&'static CommandOption> {
        self.options.iter().find(|option| option.kind == OptionKind::Item)
    }
}

/// Runs a command that answers, if the asker may run it, with a span that says how it went. The user's own words are in no log.
///
/// # Errors
/// When the command has no reply; also for a command that doesn't answer, which no surface hands over.
pub fn run(command: &Command, context: &Context, arguments: &Arguments) -> Result<Reply, Failure> {
    let answer = match command.action {
        Action::Answer(answer) | Action::Group { alone: answer, .. } => answer,
        Action::Start(_) => return Err(anyhow!("{} doesn't answer", command.name).into()),
    };
    if arguments.asker().rights < needed(&path(command)) {
        return Err(Mistake::NotAllowed.into());
    }
    let story = arguments.text(STORY.name).unwrap_or("default");
    let span = tracing::info_span!("command", name = command.name, story, outcome = Empty, microseconds = Empty);
    let _entered = span.enter();
    let begun = Instant::now();
    // A mistake of ours in one request must not end a process that answers many. What a command shares with others
    // is written by the library only, file by file and at once.
    let result = catch_unwind(AssertUnwindSafe(|| answer(context, arguments)))
        .unwrap_or_else(|_| Err(anyhow!("{} failed by a mistake of the program's", command.name).into()));
    let took = begun.elapsed();
    let microseconds = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    let outcome = match &result {
        Ok(reply) => reply.outcome(),
        Err(Failure::Asker(_)) => "mistake",
        Err(Failure::Ours(_)) => "failure",
    };
    if let Some(asked) = result.as_ref().ok().and_then(Reply::story) {
        span.record("story", asked.id());
    }
    if let Ok(reply) = &result {
        context.remember(reply);
    }
    span.record("outcome", outcome).record("microseconds", microseconds);
    context.metrics.ran(command.name, outcome, took);
    tracing::info!("ran");
    context.log_notices();
    result
}

/// Runs again what an answer was asked by, of the story in any version.
///
/// # Errors
/// When the command has no reply.
pub fn run_again(context: &Context, asked_for: &AskedFor, asker: Asker, story: &str) -> Result<Reply, Failure> {
    let (command, arguments) = asked_for_again(asked_for).ok_or_else(|| anyhow!("no command {}", asked_for.command))?;
    run(command, context, &arguments.with(STORY.name, Value::Text(story.to_owned())).asked_by(asker))
}

/// The command that an answer was asked by, and what was given to it.
pub fn asked_for_again(asked_for: &AskedFor) -> Option<(&'static Command, Arguments)> {
    let command = COMMANDS.iter().find(|command| command.name == asked_for.command)?;
    let values = asked_for.values.iter();
    let given =
        |arguments: Arguments, (name, value): &(&'static str, String)| arguments.with(name, Value::Text(value.clone()));
    Some((command, values.fold(Arguments::default(), given)))
}

/// A command's name; of one in a group, both names with a space between.
pub fn path(command: &Command) -> String {
    let is_in = |group: &&Command| match group.action {
        Action::Group { commands, .. } => {
            commands.iter().any(|inner| inner.name == command.name && inner.about == command.about)
        }
        Action::Answer(_) | Action::Start(_) => false,
    };
    match COMMANDS.iter().find(is_in) {
        Some(group) => format!("{} {}", group.name, command.name),
        None => command.name.to_owned(),
    }
}

/// What a command does.
#[derive(Debug)]
pub enum Action {
    /// Answers with a reply.
    Answer(Answering),
    /// Holds commands of its own, and answers where none of them is named.
    Group {
        /// The commands in it.
        commands: &'static [Command],
        /// What it answers by itself.
        alone: Answering,
    },
    /// Starts a surface that goes on until it is stopped.
    Start(LongRunning),
}

/// How a command answers.
pub type Answering = fn(&Context, &Arguments) -> Result<Reply, Failure>;

/// A surface that a command starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LongRunning {
    /// The terminal chat.
    Chat,
    /// The Discord bot.
    Discord,
}

/// A way in which people reach the commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Surface {
    /// One-shot commands of the terminal.
    Terminal,
    /// The terminal chat.
    Chat,
    /// Discord: slash commands, buttons, mentions, HTTP interactions.
    Discord,
    /// The menu of a message in Discord; `menus` lists what stands there.
    Menu,
    /// A button under a message in Discord, for what nobody types.
    Button,
}

/// Offered on every surface.
pub const EVERYWHERE: &[Surface] = &[Surface::Terminal, Surface::Chat, Surface::Discord];

/// Offered where somebody sits at the machine that holds the library.
pub const AT_THE_MACHINE: &[Surface] = &[Surface::Terminal, Surface::Chat];

/// Offered where somebody converses; one-shot commands have the command line's own.
pub const IN_CONVERSATION: &[Surface] = &[Surface::Chat, Surface::Discord];

/// Offered where a whole text is given: on a command line, and in the menu of a message.
pub const READ_OFF: &[Surface] = &[Surface::Terminal, Surface::Chat, Surface::Menu];

/// Offered as a one-shot command only.
pub const ONE_SHOT: &[Surface] = &[Surface::Terminal];

/// One thing that a command takes.
#[derive(Debug)]
pub struct CommandOption {
    /// Its name, lower case: `--name` on the command line unless it is positional.
    pub name: &'static str,
    /// One line on what it is, in at most 100 characters.
    pub help: &'static str,
    /// What may be given.
    pub kind: OptionKind,
    /// Whether it must be given.
    pub required: bool,
    /// Whether it stands without its name on a command line.
    pub positional: bool,
    /// What can be offered while it is typed.
    pub completes: Completion,
}

/// What may be given as an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OptionKind {
    /// Words.
    Text,
    /// Words that are one item: where the command line is given `-`, each line of standard input is one.
    Item,
    /// A whole number, both ends included.
    Number {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// One of these words.
    Choice(&'static [&'static str]),
    /// There or not.
    Switch,
    /// A file: a path on the command line, an attachment in Discord.
    File,
    /// A file to be written; offered to one-shot commands only.
    Output,
    /// A server of Discord's by its id; offered at the machine only, since in Discord it is the one that is asked in.
    Server,
    /// One of a few words; offered in Discord too.
    Word(&'static [&'static str]),
    /// A channel, role or member of Discord's, by its id.
    Id(IdKind),
}

/// What an id of Discord's is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IdKind {
    /// A channel or thread.
    Channel,
    /// A role.
    Role,
    /// A member.
    Member,
}

/// What can be offered while an option is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Completion {
    /// Nothing.
    Nothing,
    /// The stories of the library.
    Stories,
    /// Those who speak in the story.
    Speakers,
    /// The names and things of the story.
    Topics,
    /// The statements of the story, by their ids.
    Statements,
}

impl CommandOption {
    /// Optional words after `--name`.
    pub const fn text(name: &'static str, help: &'static str, completes: Completion) -> Self {
        Self { name, help, kind: OptionKind::Text, required: false, positional: false, completes }
    }

    /// Required words without a name before them.
    pub const fn positional(name: &'static str, help: &'static str, kind: OptionKind) -> Self {
        Self { name, help, kind, required: true, positional: true, completes: Completion::Nothing }
    }

    /// An optional number after `--name`.
    pub const fn number(name: &'static str, help: &'static str, least: u32, most: u32) -> Self {
        let kind = OptionKind::Number { least, most };
        Self { name, help, kind, required: false, positional: false, completes: Completion::Nothing }
    }

    /// An optional choice after `--name`.
    pub const fn choice(name: &'static str, help: &'static str, among: &'static [&'static str]) -> Self {
        let kind = OptionKind::Choice(among);
        Self { name, help, kind, required: false, positional: false, completes: Completion::Nothing }
    }

    /// An optional file after `--name`.
    pub const fn file(name: &'static str, help: &'static str) -> Self {
        let kind = OptionKind::File;
        Self { name, help, kind, required: false, positional: false, completes: Completion::Nothing }
    }

    /// A file to be written, named after `--name`.
    pub const fn output(name: &'static str, help: &'static str) -> Self {
        let kind = OptionKind::Output;
        Self { name, help, kind, required: false, positional: false, completes: Completion::Nothing }
    }

    /// One of a few words, named after `--name`.
    pub const fn word(name: &'static str, help: &'static str, words: &'static [&'static str]) -> Self {
        let kind = OptionKind::Word(words);
        Self { name, help, kind, required: false, positional: false, completes: Completion::Nothing }
    }

    /// A channel, role or member, named after `--name`.
    pub const fn identified(name: &'static str, help: &'static str, kind: IdKind) -> Self {
        let kind = OptionKind::Id(kind);
        Self { name, help, kind, required: false, positional: false, completes: Completion::Nothing }
    }

    /// A switch.
    pub const fn switch(name: &'static str, help: &'static str) -> Self {
        let kind = OptionKind::Switch;
        Self { name, help, kind, required: false, positional: false, completes: Completion::Nothing }
    }
}

/// Whose part of what is kept is meant.
pub const SERVER: CommandOption = CommandOption {
    kind: OptionKind::Server,
    ..CommandOption::text(
        "server",
        "A server's id in Discord; without it what is kept of the terminal",
        Completion::Nothing,
    )
};

/// Where a page of a list begins. No option: only a button says it, and only the renderer reads it.
pub const FROM: &str = "from";

/// Which story; taken by every command that reads one.
pub const STORY: CommandOption =
    CommandOption::text("story", "Which story; without it the only one, or the default one", Completion::Stories);

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Discord's limit on descriptions of commands and options.
    const DESCRIPTION: usize = 100;

    #[test]
    fn every_command_is_named_once_and_documented_within_discords_limits() {
        check_list(COMMANDS);
    }

    fn check_list(commands: &[Command]) {
        let names: HashSet<_> = commands.iter().map(|command| command.name).collect();
        assert_eq!(names.len(), commands.len(), "two commands share a name");
        for command in commands {
            check_name(command.name);
            check_description(command.about);
            check_options(command);
            if let Action::Group { commands, .. } = command.action {
                check_list(commands);
            }
        }
    }

    fn check_options(command: &Command) {
        let names: HashSet<_> = command.options.iter().map(|option| option.name).collect();
        assert_eq!(names.len(), command.options.len(), "{}: two options share a name", command.name);
        assert!(command.options.len() <= 25, "{}: Discord takes 25 options", command.name);
        let required_first = command.options.is_sorted_by_key(|option| !option.required);
        assert!(required_first, "{}: Discord wants required options first", command.name);
        for option in command.options {
            check_name(option.name);
            check_description(option.help);
        }
        if let Some((name, _)) = command.example {
            assert!(names.contains(name), "{}: the example gives an option that it doesn't take", command.name);
        }
    }

    fn check_name(name: &str) {
        let allowed = |character: char| character.is_ascii_lowercase() || "-_".contains(character);
        assert!((1..=32).contains(&name.len()) && name.chars().all(allowed), "{name}");
    }

    fn check_description(description: &str) {
        assert!((1..=DESCRIPTION).contains(&description.chars().count()), "{description}");
        assert!(!description.ends_with('.'), "{description}");
    }
}
