//! Where an answer stands, kept once Discord has it, in servers whose moderators hear complaints: only so can it be taken
//! back there.

use std::sync::Arc;

use jiff::Timestamp;
use serenity::all::{Http, Interaction, Message as Received};

use super::callback::Callback;
use crate::context::Context;
use crate::desk::{AnswerGiven, Place, ServerId};

/// Keeps where the answer in a callback stands that Discord has taken.
pub async fn note(context: Arc<Context>, http: &Http, interaction: &Interaction, callback: &Callback) {
    let Some(given) = callback.given() else { return };
    let (member, server) = match interaction {
        Interaction::Command(slash) => (slash.user.id, slash.guild_id),
        Interaction::Component(button) => (button.user.id, button.guild_id),
        _ => return,
    };
    let Some(server) = server else { return };
    if http.application_id().is_none()
        && let Some(application) = application(interaction)
    {
        http.set_application_id(application);
    }
    // Only Discord knows which message the answer to an interaction became.
    let Ok(message) = http.get_original_interaction_response(interaction.token()).await else {
        return tracing::info!("where an answer stands can't be known");
    };
    let place = Place { channel: message.channel_id.get(), message: message.id.get(), member: member.get() };
    keep(context, server.get(), given.clone(), place).await;
}

/// Keeps where the reply to a message stands.
pub async fn note_reply(context: Arc<Context>, to: &Received, reply: &Received, given: AnswerGiven) {
    let Some(server) = to.guild_id else { return };
    let place = Place { channel: reply.channel_id.get(), message: reply.id.get(), member: to.author.id.get() };
    keep(context, server.get(), given, place).await;
}

async fn keep(context: Arc<Context>, server: u64, given: AnswerGiven, place: Place) {
    let keep = move || {
        let server = context.desk()?.server(ServerId::Discord(server));
        Ok::<_, crate::reply::Failure>(server.note_answer(&given, place, Timestamp::now())?)
    };
    if !matches!(tokio::task::spawn_blocking(keep).await, Ok(Ok(()))) {
        tracing::warn!("where an answer stands wasn't kept");
    }
}

fn application(interaction: &Interaction) -> Option<serenity::all::ApplicationId> {
    match interaction {
        Interaction::Command(slash) => Some(slash.application_id),
        Interaction::Component(button) => Some(button.application_id),
        _ => None,
    }
}
