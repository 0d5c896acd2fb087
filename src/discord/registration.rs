//! The list of commands → Discord: registered all at once, again and again until Discord takes it.

use std::time::Duration;

use serenity::all::{CommandOptionType, CreateCommand, CreateCommandOption, Http, LightMethod, Request, Route};

use super::Application;
use super::connection::{self, Trouble};
use crate::commands::{Action, COMMANDS, Command, CommandOption, Completion, OptionKind, Surface};

/// The wait before the second attempt; each further one is twice as long.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// The longest wait between two attempts.
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// The commands that Discord offers.
pub fn offered() -> impl Iterator<Item = &'static Command> {
    COMMANDS.iter().filter(|command| is_offered(command))
}

/// The commands of a group that Discord offers.
pub fn offered_in(group: &'static [Command]) -> impl Iterator<Item = &'static Command> {
    group.iter().filter(|command| is_offered(command))
}

/// Registers the commands. Gives up only where Discord refuses the token.
pub async fn register(http: &Http) {
    let commands: Vec<CreateCommand> = offered().map(command).collect();
    let mut wait = FIRST_WAIT;
    loop {
        match put(http, &commands).await {
            Ok(()) => return tracing::info!(commands = commands.len(), "commands registered"),
            Err(Trouble::TokenRefused) => return tracing::error!("commands not registered: the token is refused"),
            Err(trouble) => tracing::warn!(?trouble, wait_s = wait.as_secs(), "commands not registered; trying again"),
        }
        tokio::time::sleep(wait).await;
        wait = (wait * 2).min(LONGEST_WAIT);
    }
}

/// Registers the commands without waiting for the gateway to say who the bot is.
///
/// # Errors
/// When Discord refuses the token.
pub async fn register_at_start(http: &Http) -> Result<(), Trouble> {
    if let Err(Trouble::TokenRefused) = connection::reach(http).await {
        return Err(Trouble::TokenRefused);
    }
    register(http).await;
    Ok(())
}

/// Replaces all commands at once. What Discord answers beside its status isn't needed.
async fn put(http: &Http, commands: &[CreateCommand]) -> Result<(), Trouble> {
    let application_id = match http.application_id() {
        Some(known) => known,
        None => Application::ask(http).await?.id(),
    };
    let route = Route::Commands { application_id };
    let body = serde_json::to_vec(commands).map_err(|error| Trouble::Unreachable(error.to_string()))?;
    http.request(Request::new(route, LightMethod::Put).body(Some(body))).await?;
    Ok(())
}

/// A command that needs a file is for those who sit at the machine; one that starts a surface is for a shell.
fn is_offered(command: &Command) -> bool {
    let needs_file = command.options.iter().any(|option| option.required && option.kind == OptionKind::File);
    let starts = matches!(command.action, Action::Start(_));
    command.is_offered_by(Surface::Discord) && !needs_file && !starts
}

fn command(command: &'static Command) -> CreateCommand {
    let built = CreateCommand::new(command.name).description(command.about);
    let inner = match command.action {
        Action::Group { commands, .. } => offered_in(commands).map(subcommand).collect(),
        Action::Answer(_) | Action::Start(_) => Vec::new(),
    };
    // Discord takes a group's own options only where it holds no command.
    built.set_options(if inner.is_empty() { options(command) } else { inner })
}

fn subcommand(command: &'static Command) -> CreateCommandOption {
    let built = CreateCommandOption::new(CommandOptionType::SubCommand, command.name, command.about);
    options(command).into_iter().fold(built, CreateCommandOption::add_sub_option)
}

fn options(command: &'static Command) -> Vec<CreateCommandOption> {
    command.options.iter().filter(|option| option.kind != OptionKind::File).map(option).collect()
}

fn option(option: &'static CommandOption) -> CreateCommandOption {
    let build = |kind| CreateCommandOption::new(kind, option.name, option.help).required(option.required);
    match option.kind {
        OptionKind::Text | OptionKind::Item => {
            build(CommandOptionType::String).set_autocomplete(option.completes != Completion::Nothing)
        }
        OptionKind::Number { least, most } => {
            build(CommandOptionType::Integer).min_int_value(least.into()).max_int_value(most.into())
        }
        OptionKind::Switch => build(CommandOptionType::Boolean),
        OptionKind::File => build(CommandOptionType::Attachment),
    }
}
