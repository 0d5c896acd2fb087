//! What Discord sends with a slash command, an entry of a message's menu or a button → the command meant, and its
//! arguments.

use serenity::all::{Attachment, CommandData, CommandDataOption, CommandDataOptionValue, Message, MessageFlags};

use super::registration::{self, PRIVATE};
use crate::commands::menus::MENUS;
use crate::commands::{Action, Arguments, Command, CommandOption, Completion, FROM, IdKind, OptionKind, Under, Value};
use crate::render::discord::buttons::{Press, Share, form_of};
use crate::render::discord::{given, quotations};

/// The command of this name and the options given to it; of a group, the command in it.
pub fn meant<'d>(name: &str, given: &'d [CommandDataOption]) -> Option<(&'static Command, &'d [CommandDataOption])> {
    let command = registration::offered().find(|command| command.name == name)?;
    let (Action::Group { commands, .. }, Some(inner)) = (&command.action, given.first()) else {
        return Some((command, given));
    };
    match &inner.value {
        CommandDataOptionValue::SubCommand(given) => {
            let command = registration::offered_in(commands).find(|command| command.name == inner.name)?;
            Some((command, given))
        }
        _ => Some((command, given)),
    }
}

/// The arguments given; what the command doesn't know, as after an update, is left out.
pub fn arguments(command: &'static Command, given: &[CommandDataOption]) -> Arguments {
    let mut arguments = Arguments::default();
    for option in given {
        let known = command.options.iter().find(|known| known.name == option.name);
        if let Some((known, value)) = known.and_then(|known| Some((known, value(known, &option.value)?))) {
            arguments = arguments.with(known.name, value);
        }
    }
    arguments
}

/// The files given: each with the option that it is for.
pub fn files<'d>(
    command: &'static Command,
    given: &[CommandDataOption],
    data: &'d CommandData,
) -> Vec<(&'static CommandOption, &'d Attachment)> {
    let file = |option: &CommandDataOption| {
        let known = command.options.iter().find(|known| known.name == option.name)?;
        let attachment = data.resolved.attachments.get(&option.value.as_attachment_id()?)?;
        (known.kind == OptionKind::File).then_some((known, attachment))
    };
    given.iter().filter_map(file).collect()
}

/// The option that is being typed into: what can be offered for it, and the letters so far.
pub fn typed(command: &'static Command, given: &[CommandDataOption]) -> Option<(Completion, String)> {
    given.iter().find_map(|option| match &option.value {
        CommandDataOptionValue::Autocomplete { value, .. } => {
            let known = command.options.iter().find(|known| known.name == option.name)?;
            Some((known.completes, value.clone()))
        }
        _ => None,
    })
}

/// What an entry of a message's menu stands for: a command, and the message's words as its argument.
pub fn chosen(data: &CommandData) -> Option<(&'static Command, Arguments)> {
    let menu = MENUS.iter().find(|menu| menu.name == data.name)?;
    let message = data.resolved.messages.get(&data.target_id?.to_message_id())?;
    Some((menu.command, Arguments::default().with(menu.option, Value::Text(words(message)))))
}

/// What a message says; what stands in its embeds where it has no words of its own.
fn words(message: &Message) -> String {
    if !message.content.trim().is_empty() {
        return message.content.clone();
    }
    let embeds = message.embeds.iter().flat_map(|embed| [embed.title.clone(), embed.description.clone()]);
    embeds.flatten().collect::<Vec<_>>().join("\n")
}

/// The message that a button stands under: the question over it, and what it says.
pub fn under(message: &Message) -> Under {
    let embed = message.embeds.first();
    let question = embed.and_then(|embed| embed.author.as_ref()).map(|author| author.name.clone());
    let shown = embed.and_then(|embed| embed.description.clone()).unwrap_or_default();
    let quotations = quotations(&shown);
    let is_private = message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL));
    let given = embed.and_then(|embed| given(&embed.footer.as_ref()?.text));
    Under { message: message.id.get(), question: question.unwrap_or_default(), shown, quotations, is_private, given }
}

/// Whether the asker wishes that nobody else, or everybody, sees the reply.
pub fn wished_private(given: &[CommandDataOption]) -> Option<bool> {
    given.iter().find(|option| option.name == PRIVATE).and_then(|option| option.value.as_bool())
}

/// What a button does.
#[derive(Debug)]
pub enum Pressed {
    /// Runs a command.
    Run {
        /// The command.
        command: &'static Command,
        /// What is given to it.
        arguments: Arguments,
        /// Whether the reply stands in place of the message that the button is under.
        is_in_place: bool,
    },
    /// Opens the form of a command.
    Form {
        /// The command.
        command: &'static Command,
        /// What the form hands its fields to.
        identifier: String,
    },
    /// Shows the message that it is under to everybody.
    Share(Share),
}

/// What the button with this id does.
pub fn pressed(identifier: &str) -> Option<Pressed> {
    if let Some(share) = Share::read(identifier) {
        return Some(Pressed::Share(share));
    }
    if let Some(inner) = form_of(identifier) {
        let Some(Pressed::Run { command, .. }) = pressed(inner) else { return None };
        return Some(Pressed::Form { command, identifier: inner.to_owned() });
    }
    let press = Press::read(identifier)?;
    let command = registration::pressable().find(|command| command.name == press.command)?;
    let mut arguments = Arguments::default();
    for (name, written) in &press.values {
        if name == FROM {
            arguments = arguments.with(FROM, Value::Number(written.parse().ok()?));
            continue;
        }
        let option = command.options.iter().find(|option| option.name == name)?;
        arguments = arguments.with(option.name, read(option, written)?);
    }
    Some(Pressed::Run { command, arguments, is_in_place: press.is_in_place })
}

fn read(option: &CommandOption, written: &str) -> Option<Value> {
    match option.kind {
        OptionKind::Text | OptionKind::Item => Some(Value::Text(written.to_owned())),
        OptionKind::Id(_) => written.parse::<u64>().ok().map(|id| Value::Text(id.to_string())),
        OptionKind::Number { least, most } => {
            let number = written.parse().ok()?;
            (least..=most).contains(&number).then_some(Value::Number(number))
        }
        OptionKind::Choice(among) | OptionKind::Word(among) => {
            among.contains(&written).then(|| Value::Text(written.to_owned()))
        }
        OptionKind::Switch => Some(Value::Switch),
        OptionKind::File | OptionKind::Output | OptionKind::Server => None,
    }
}

fn value(option: &CommandOption, given: &CommandDataOptionValue) -> Option<Value> {
    match (option.kind, given) {
        (OptionKind::Text | OptionKind::Item, CommandDataOptionValue::String(words)) => {
            Some(Value::Text(words.clone()))
        }
        (OptionKind::Choice(among) | OptionKind::Word(among), CommandDataOptionValue::String(word)) => {
            among.contains(&word.as_str()).then(|| Value::Text(word.clone()))
        }
        (OptionKind::Number { least, most }, CommandDataOptionValue::Integer(number)) => {
            let number = u32::try_from(*number).ok()?;
            (least..=most).contains(&number).then_some(Value::Number(number))
        }
        (OptionKind::Switch, CommandDataOptionValue::Boolean(true)) => Some(Value::Switch),
        (OptionKind::Id(IdKind::Channel), CommandDataOptionValue::Channel(id)) => Some(Value::Text(id.to_string())),
        (OptionKind::Id(IdKind::Role), CommandDataOptionValue::Role(id)) => Some(Value::Text(id.to_string())),
        (OptionKind::Id(IdKind::Member), CommandDataOptionValue::User(id)) => Some(Value::Text(id.to_string())),
        _ => None,
    }
}
