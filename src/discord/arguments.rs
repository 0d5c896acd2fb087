//! What Discord sends with a slash command → the command meant, and its arguments.

use serenity::all::{CommandDataOption, CommandDataOptionValue};

use super::registration;
use crate::commands::{Action, Arguments, Command, CommandOption, OptionKind, Value};

/// The command of this name and the options given to it; of a group, the command in it.
pub fn meant<'d>(name: &str, given: &'d [CommandDataOption]) -> Option<(&'static Command, &'d [CommandDataOption])> {
    let command = registration::offered().find(|command| command.name == name)?;
    let Action::Group(group) = command.action else { return Some((command, given)) };
    let inner = given.first()?;
    let command = registration::offered_in(group).find(|command| command.name == inner.name)?;
    match &inner.value {
        CommandDataOptionValue::SubCommand(given) => Some((command, given)),
        _ => None,
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

fn value(option: &CommandOption, given: &CommandDataOptionValue) -> Option<Value> {
    match (option.kind, given) {
        (OptionKind::Text | OptionKind::Item, CommandDataOptionValue::String(words)) => {
            Some(Value::Text(words.clone()))
        }
        (OptionKind::Number { least, most }, CommandDataOptionValue::Integer(number)) => {
            let number = u32::try_from(*number).ok()?;
            (least..=most).contains(&number).then_some(Value::Number(number))
        }
        (OptionKind::Switch, CommandDataOptionValue::Boolean(true)) => Some(Value::Switch),
        _ => None,
    }
}
