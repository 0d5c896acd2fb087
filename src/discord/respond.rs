//! An interaction → the callback that answers it, whichever way it came: over the gateway or over HTTP. Always one, and
//! nothing is kept between two.

use std::sync::Arc;

use anyhow::anyhow;
use serenity::all::{CommandInteraction, CommandType, ComponentInteraction, Interaction, InteractionContext};
use tracing::{Instrument, info_span};

use super::admission::{Admitted, Arrival, Counts};
use super::arguments::{self, Pressed};
use super::attached;
use super::callback::Callback;
use super::in_place::in_place;
use super::{completion, forms, vain};
use crate::commands::{self, Arguments, Command, FROM, Rights, STORY, Value, needed};
use crate::context::Context;
use crate::desk::AnswerGiven;
use crate::render::chart::{self, Picture};
use crate::render::discord::buttons::{Button, Share};
use crate::render::discord::{self as render, Message, labels};
use crate::render::language::Language;
use crate::render::words::Phrase;
use crate::reply::{Failure, Reply};

/// The callback that answers an interaction.
pub async fn respond(context: &Arc<Context>, interaction: &Interaction) -> Callback {
    match interaction {
        Interaction::Ping(_) => Callback::pong(),
        Interaction::Command(slash) => answer(context, slash).instrument(info_span!("slash")).await,
        Interaction::Component(button) => press(context, button).instrument(info_span!("button")).await,
        Interaction::Autocomplete(typing) => complete(context, typing).await,
        Interaction::Modal(form) => forms::submit(context, form).instrument(info_span!("form")).await,
        _ => refusal(Language::default(), labels::NOT_UNDERSTOOD),
    }
}

/// What kind of interaction it is, in a word.
pub fn kind(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Ping(_) => "ping",
        Interaction::Command(command) if command.data.kind == CommandType::ChatInput => "slash",
        Interaction::Command(_) => "menu",
        Interaction::Component(_) => "component",
        Interaction::Autocomplete(_) => "autocomplete",
        Interaction::Modal(_) => "form",
        _ => "other",
    }
}

/// Runs a command; the message that shows its reply in a language, or why there is none.
pub async fn run(
    context: &Arc<Context>,
    language: Language,
    command: &'static Command,
    arguments: Arguments,
) -> Message {
    run_noting(context, language, command, arguments).await.0
}

/// The same, and which answer it gives, where it is one.
pub async fn run_noting(
    context: &Arc<Context>,
    language: Language,
    command: &'static Command,
    arguments: Arguments,
) -> (Message, Option<AnswerGiven>) {
    // A chart is drawn there too.
    let run = || {
        let from = arguments.number(FROM).unwrap_or_default() as usize;
        let show = |reply: Reply| {
            vain::note(context, arguments.asker(), &reply);
            (render::message(language, &reply, from), reply.reference())
        };
        commands::run(command, context, &arguments).map(show)
    };
    let result = in_place(run).unwrap_or_else(|| Err(Failure::Ours(anyhow!("the command panicked"))));
    result.unwrap_or_else(|failure| (failed(language, &failure), None))
}

/// Says why there is no reply, to the log what went wrong on our side.
fn failed(language: Language, failure: &Failure) -> Message {
    if let Failure::Ours(error) = failure {
        tracing::error!(error = format!("{error:#}"), "command failed");
    }
    render::failure(language, failure)
}

async fn answer(context: &Arc<Context>, slash: &CommandInteraction) -> Callback {
    let language = Language::of_locale(&slash.locale);
    if slash.data.kind == CommandType::Message {
        return answer_about_message(context, language, slash).await;
    }
    let Some((command, given)) = arguments::meant(&slash.data.name, &slash.data.options) else {
        tracing::warn!("a command that isn't offered");
        return refusal(language, labels::NO_SUCH_COMMAND);
    };
    let admitted = match Arrival::of_command(slash).admit(context, language, counts(command)).await {
        Ok(admitted) => admitted,
        Err(refused) => return Callback::message(&refused),
    };
    let arguments = admitted.arguments(context, command, arguments::arguments(command, given));
    let files = arguments::files(command, given, &slash.data);
    let (message, answered) = match attached::fetch(context, arguments, files).await {
        Ok(arguments) => run_noting(context, language, command, arguments).await,
        Err(failure) => (failed(language, &failure), None),
    };
    let (message, noted) = admitted.open_to_complaints(language, message, answered);
    if is_private(context, &admitted, slash, arguments::wished_private(given)) {
        return Callback::message(&message.private_at_first(share(language))).giving(noted);
    }
    Callback::message(&message).giving(noted)
}

/// Runs what was chosen in a message's menu; only who chose it sees the reply.
async fn answer_about_message(context: &Arc<Context>, language: Language, slash: &CommandInteraction) -> Callback {
    let Some((command, arguments)) = arguments::chosen(&slash.data) else {
        tracing::warn!("an entry of a menu that isn't offered");
        return refusal(language, labels::NO_SUCH_COMMAND);
    };
    let admitted = match Arrival::of_command(slash).admit(context, language, Counts::Turn).await {
        Ok(admitted) => admitted,
        Err(refused) => return Callback::message(&refused),
    };
    let message = run(context, language, command, admitted.arguments(context, command, arguments)).await;
    Callback::message(&message.private_at_first(share(language)))
}

/// Shown to whoever asks, blocked or not.
const MY_DATA: &str = "mydata";

/// Whether a command is a question, which a cool-down counts; help and settings aren't.
fn counts(command: &Command) -> Counts {
    if command.name == MY_DATA {
        return Counts::Always;
    }
    if command.options.iter().any(|option| option.name == STORY.name)
        && needed(&commands::path(command)) == Rights::Member
    {
        Counts::Turn
    } else {
        Counts::Nothing
    }
}

/// Whether the reply to a slash command is for the asker alone: as they wish, else as their server has set it for the
/// channel, else as the bot's own settings do. A direct message to the bot nobody else sees.
fn is_private(context: &Context, admitted: &Admitted, slash: &CommandInteraction, wished: Option<bool>) -> bool {
    let settings = &context.settings.discord.private;
    let parent = slash.channel.as_ref().and_then(|channel| channel.parent_id);
    let is_set = || settings.holds_in(slash.channel_id.get(), parent.map(|parent| parent.get()));
    !is_alone(slash.context) && wished.or(admitted.is_private()).unwrap_or_else(is_set)
}

fn is_alone(place: Option<InteractionContext>) -> bool {
    place == Some(InteractionContext::BotDm)
}

fn share(language: Language) -> Button {
    Button::share(labels::SHARE.in_language(language))
}

/// Does what a button stands for; only who pressed it sees the reply.
async fn press(context: &Arc<Context>, button: &ComponentInteraction) -> Callback {
    let language = Language::of_locale(&button.locale);
    let (command, arguments, is_in_place) = match arguments::pressed(&button.data.custom_id) {
        Some(Pressed::Run { command, arguments, is_in_place }) => (command, arguments, is_in_place),
        Some(Pressed::Form { command, identifier }) => return forms::open(context, button, command, &identifier).await,
        Some(Pressed::Share(share)) => return show_to_everybody(context, language, button, share).await,
        None => return refusal(language, labels::NO_SUCH_BUTTON),
    };
    let admitted = match Arrival::of_button(button).admit(context, language, Counts::Nothing).await {
        Ok(admitted) => admitted,
        Err(refused) => return Callback::message(&refused),
    };
    let arguments = admitted.arguments(context, command, arguments).pressed_under(arguments::under(&button.message));
    let (message, answered) = run_noting(context, language, command, arguments).await;
    let (message, noted) = admitted.open_to_complaints(language, message, answered);
    let message = if is_alone(button.context) { message } else { message.private_at_first(share(language)) };
    let callback =
        if is_in_place && !message.is_refusal() { Callback::update(&message) } else { Callback::message(&message) };
    callback.giving(noted)
}

/// The message that the button is under, for everybody. Who asked isn't in it.
async fn show_to_everybody(
    context: &Arc<Context>,
    language: Language,
    button: &ComponentInteraction,
    share: Share,
) -> Callback {
    let private = serde_json::to_value(&*button.message);
    let Some(message) = private.ok().and_then(|private| Message::shared(&private)) else {
        return refusal(language, labels::NO_SUCH_BUTTON);
    };
    let admitted = match Arrival::of_button(button).admit(context, language, Counts::Nothing).await {
        Ok(admitted) => admitted,
        Err(refused) => return Callback::message(&refused),
    };
    // An answer that is taken back is to be taken back here too.
    let given = message.given();
    let (message, noted) = admitted.open_to_complaints(language, message, given);
    let message = match drawn_again(context, share) {
        Some(picture) => message.with_picture(picture),
        None => message,
    };
    Callback::message(&message).giving(noted)
}

/// The picture of a private message, which Discord keeps for the asker alone; none where the story's version is gone.
fn drawn_again(context: &Context, share: Share) -> Option<Picture> {
    let drawn = share.drawn?;
    let arguments = Arguments::default().with(STORY.name, Value::Text(drawn.story));
    in_place(|| chart::numbered(&*context.story(&arguments).ok()?, drawn.series)).flatten()
}

/// What may be meant by the letters typed; nothing where the command isn't offered any more.
async fn complete(context: &Arc<Context>, typing: &CommandInteraction) -> Callback {
    let nothing = Callback::choices(&[]);
    let Some((command, given)) = arguments::meant(&typing.data.name, &typing.data.options) else { return nothing };
    let Some((completes, typed)) = arguments::typed(command, given) else { return nothing };
    let arguments = arguments::arguments(command, given);
    in_place(|| completion::callback(context, completes, &arguments, &typed)).unwrap_or(nothing)
}

/// A sentence of ours that only the asker sees.
fn refusal(language: Language, sentence: Phrase) -> Callback {
    Callback::message(&render::notice(sentence.in_language(language)))
}
