//! Forms: opened by a button for whoever may fill them in, and what was filled in, handed to the command.

use std::sync::Arc;

use serenity::all::{ActionRowComponent, ComponentInteraction, ModalInteraction};

use super::admission::{Arrival, Counts};
use super::arguments::{self, Pressed};
use super::callback::Callback;
use super::respond;
use crate::commands::{Arguments, Command, Value, hand_over, needed};
use crate::context::Context;
use crate::render::discord::{failure, hand_overs, labels, notice};
use crate::render::language::Language;
use crate::reply::Mistake;

/// The longest that is taken of a field; Discord takes no more either.
const LONGEST: usize = 4_000;

/// The form that a button opens; only whom the command is for.
pub async fn open(
    context: &Arc<Context>,
    button: &ComponentInteraction,
    command: &'static Command,
    identifier: &str,
) -> Callback {
    let language = Language::of_locale(&button.locale);
    match Arrival::of_button(button).admit(context, language, Counts::Nothing).await {
        Err(refused) => Callback::message(&refused),
        Ok(admitted) if !admitted.may(needed(command.name)) => {
            Callback::message(&failure(language, &Mistake::NotAllowed.into()))
        }
        Ok(_) if command.name == hand_over::REPLY.name => Callback::form(&hand_overs::form(language, identifier)),
        Ok(_) => Callback::message(&notice(labels::NO_SUCH_BUTTON.in_language(language))),
    }
}

/// Hands what was filled in to the command that the form is of.
pub async fn submit(context: &Arc<Context>, form: &ModalInteraction) -> Callback {
    let language = Language::of_locale(&form.locale);
    let Some(Pressed::Run { command, arguments, is_in_place }) = arguments::pressed(&form.data.custom_id) else {
        return Callback::message(&notice(labels::NO_SUCH_BUTTON.in_language(language)));
    };
    let admitted = match Arrival::of_form(form).admit(context, language, Counts::Nothing).await {
        Ok(admitted) => admitted,
        Err(refused) => return Callback::message(&refused),
    };
    let arguments = admitted.arguments(context, command, filled(command, arguments, form));
    let message = respond::run(context, language, command, arguments).await;
    if is_in_place && form.message.is_some() && !message.is_refusal() {
        Callback::update(&message)
    } else {
        Callback::message(&message.for_the_asker())
    }
}

/// The arguments with what was filled in.
fn filled(command: &'static Command, arguments: Arguments, form: &ModalInteraction) -> Arguments {
    let inputs = form.data.components.iter().flat_map(|row| &row.components);
    inputs.fold(arguments, |arguments, input| {
        let ActionRowComponent::InputText(input) = input else { return arguments };
        let option = command.options.iter().find(|option| option.name == input.custom_id);
        let value = input.value.as_ref().map(|value| value.chars().take(LONGEST).collect::<String>());
        match option.zip(value) {
            Some((option, value)) => arguments.with(option.name, Value::Text(value)),
            None => arguments,
        }
    })
}
