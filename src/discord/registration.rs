//! The list of commands → Discord: registered all at once, again and again until Discord takes it.

use std::time::Duration;

use serenity::all::{
    CommandOptionType, CommandType, CreateCommand, CreateCommandOption, Http, InstallationContext, InteractionContext,
    LightMethod, Permissions, Request, Route,
};

use super::Application;
use super::connection::{self, Trouble};
use crate::commands::menus::{MENUS, Menu};
use crate::commands::{
    Action, COMMANDS, Command, CommandOption, Completion, IdKind, OptionKind, Rights, Surface, needed,
};
use crate::render::language::Language;
use crate::render::words;
use crate::render::words::commands::{Described, EVERY_COMMAND, OTHERS};

/// The wait before the second attempt; each further one is twice as long.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// The longest wait between two attempts.
const LONGEST_WAIT: Duration = Duration::from_secs(300);

/// What members need whom a server lets moderate.
pub const MODERATING: Permissions = Permissions::MANAGE_MESSAGES;
/// What members need whom a server lets manage it.
pub const MANAGING: Permissions = Permissions::MANAGE_GUILD;

/// The commands that Discord offers.
pub fn offered() -> impl Iterator<Item = &'static Command> {
    COMMANDS.iter().filter(|command| is_offered(command))
}

/// The commands of a group that Discord offers.
pub fn offered_in(group: &'static [Command]) -> impl Iterator<Item = &'static Command> {
    group.iter().filter(|command| is_offered(command))
}

/// The commands that a button can run.
pub fn pressable() -> impl Iterator<Item = &'static Command> {
    COMMANDS.iter().filter(|command| is_offered(command) || command.is_offered_by(Surface::Button))
}

/// The option of every slash command that says who sees its reply. It is Discord's alone: elsewhere nobody looks on.
pub const PRIVATE: &str = "private";
const PRIVATE_HELP: &str = "Whether only you see the answer; a button under it shows it to everybody";

/// Registers the commands. Gives up only where Discord refuses the token.
pub async fn register(http: &Http) {
    let commands: Vec<CreateCommand> = offered().map(command).chain(MENUS.iter().map(entry)).collect();
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
    let mut built = match permissions(needed(command.name)) {
        // What belongs to a server is kept for it, and offered nowhere else.
        Some(permissions) => in_servers(built).default_member_permissions(permissions),
        None => everywhere(built),
    };
    for language in OTHERS {
        if let Some(Described { name, about }) = words::commands::command(language, command.name) {
            built = built.name_localized(language.locale(), name).description_localized(language.locale(), about);
        }
    }
    let inner = match command.action {
        Action::Group { commands, .. } => offered_in(commands).map(|inner| subcommand(command.name, inner)).collect(),
        Action::Answer(_) | Action::Start(_) => Vec::new(),
    };
    // Discord takes a group's own options only where it holds no command.
    built.set_options(if inner.is_empty() { options(command) } else { inner })
}

/// An entry of a message's menu: a name and nothing else.
fn entry(menu: &'static Menu) -> CreateCommand {
    let built = everywhere(CreateCommand::new(menu.name).kind(CommandType::Message));
    OTHERS.into_iter().fold(built, |built, language| match words::commands::menu(language, menu.word) {
        Some(name) => built.name_localized(language.locale(), name),
        None => built,
    })
}

/// In servers, in direct messages to the bot, and wherever somebody has installed it for themselves.
fn everywhere(command: CreateCommand) -> CreateCommand {
    command.integration_types(vec![InstallationContext::Guild, InstallationContext::User]).contexts(vec![
        InteractionContext::Guild,
        InteractionContext::BotDm,
        InteractionContext::PrivateChannel,
    ])
}

/// In servers that have the bot.
fn in_servers(command: CreateCommand) -> CreateCommand {
    command.integration_types(vec![InstallationContext::Guild]).contexts(vec![InteractionContext::Guild])
}

/// Who is offered a command as long as a server doesn't say otherwise.
fn permissions(needed: Rights) -> Option<Permissions> {
    match needed {
        Rights::Member => None,
        Rights::Moderator => Some(MODERATING),
        Rights::Manager => Some(MANAGING),
    }
}

fn subcommand(group: &str, command: &'static Command) -> CreateCommandOption {
    let built = CreateCommandOption::new(CommandOptionType::SubCommand, command.name, command.about);
    let path = format!("{group}-{}", command.name);
    let built = localised(built, |language| words::commands::command(language, &path));
    options(command).into_iter().fold(built, CreateCommandOption::add_sub_option)
}

fn options(command: &'static Command) -> Vec<CreateCommandOption> {
    let offered = command.options.iter().filter(|option| is_for_discord(option));
    offered.map(|option| self::option(command.name, option)).chain([only_for_me()]).collect()
}

/// Files are written at the machine only, and the server is the one that is asked in.
fn is_for_discord(option: &CommandOption) -> bool {
    !matches!(option.kind, OptionKind::Output | OptionKind::Server)
}

/// The option of every command that says who sees the reply.
fn only_for_me() -> CreateCommandOption {
    let built = CreateCommandOption::new(CommandOptionType::Boolean, PRIVATE, PRIVATE_HELP);
    localised(built, |language| words::commands::option(language, EVERY_COMMAND, PRIVATE))
}

fn localised(option: CreateCommandOption, described: impl Fn(Language) -> Option<Described>) -> CreateCommandOption {
    OTHERS.into_iter().fold(option, |option, language| match described(language) {
        Some(Described { name, about }) => {
            option.name_localized(language.locale(), name).description_localized(language.locale(), about)
        }
        None => option,
    })
}

fn option(command: &str, option: &'static CommandOption) -> CreateCommandOption {
    let build = |kind| {
        let built = CreateCommandOption::new(kind, option.name, option.help).required(option.required);
        localised(built, |language| words::commands::option(language, command, option.name))
    };
    match option.kind {
        OptionKind::Text | OptionKind::Item | OptionKind::Server => {
            build(CommandOptionType::String).set_autocomplete(option.completes != Completion::Nothing)
        }
        OptionKind::Number { least, most } => {
            build(CommandOptionType::Integer).min_int_value(least.into()).max_int_value(most.into())
        }
        OptionKind::Choice(among) | OptionKind::Word(among) => {
            let built = build(CommandOptionType::String);
            among.iter().fold(built, |built, choice| built.add_string_choice(*choice, *choice))
        }
        OptionKind::Switch => build(CommandOptionType::Boolean),
        OptionKind::Id(IdKind::Channel) => build(CommandOptionType::Channel),
        OptionKind::Id(IdKind::Role) => build(CommandOptionType::Role),
        OptionKind::Id(IdKind::Member) => build(CommandOptionType::User),
        OptionKind::File | OptionKind::Output => build(CommandOptionType::Attachment),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Discord's rules for names (its documentation's "Application Command Naming"), and its limit on descriptions.
    fn check(described: Option<Described>, what: &str) -> &'static str {
        let Described { name, about } = described.unwrap_or_else(|| panic!("{what} isn't described"));
        let allowed = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '_' | '\'' | 'ー');
        assert!((1..=32).contains(&name.chars().count()) && name.chars().all(allowed), "{what}: {name}");
        assert_eq!(name.to_lowercase(), name, "{what}");
        assert!((1..=100).contains(&about.chars().count()), "{what}: {about}");
        assert!(!about.ends_with(['.', '。']), "{what}: {about}");
        name
    }

    fn check_options(language: Language, command: &Command) {
        let offered = command.options.iter().filter(|option| is_for_discord(option));
        let names = offered.map(|option| {
            let described = words::commands::option(language, command.name, option.name);
            check(described, &format!("{} of {}", option.name, command.name))
        });
        let names: Vec<_> = names.collect();
        assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len(), "{}: {names:?}", command.name);
    }

    #[test]
    fn every_command_is_named_and_described_in_every_language_within_discords_limits() {
        for language in OTHERS {
            let mut names = HashSet::new();
            for command in offered() {
                let name = check(words::commands::command(language, command.name), command.name);
                assert!(names.insert(name), "{name} names two commands");
                match command.action {
                    Action::Group { commands, .. } if offered_in(commands).next().is_some() => {
                        for inner in offered_in(commands) {
                            let path = format!("{}-{}", command.name, inner.name);
                            check(words::commands::command(language, &path), &path);
                            check_options(language, inner);
                        }
                    }
                    Action::Group { .. } | Action::Answer(_) | Action::Start(_) => check_options(language, command),
                }
            }
        }
    }
}
