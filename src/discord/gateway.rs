//! The bot over the gateway: the shards of this process connected, what comes answered, until the bot is to stop.

use std::sync::Arc;

use serenity::client::ClientBuilder;
use serenity::model::gateway::GatewayIntents;

use super::events::Events;
use super::standing::Standing;
use super::stop::Stop;
use super::{GRACE, Trouble, closings, connection};
use crate::config::{Secret, Shards};
use crate::context::Context;

/// Messages, for those that mention the bot; none of these is privileged, and interactions come without any.
const INTENTS: GatewayIntents = GatewayIntents::GUILD_MESSAGES.union(GatewayIntents::DIRECT_MESSAGES);

/// What the bot asks to receive; the words of messages that don't mention it only where the operator wishes it.
fn intents(with_words: bool) -> GatewayIntents {
    if with_words { INTENTS.union(GatewayIntents::MESSAGE_CONTENT) } else { INTENTS }
}

/// Answers what comes over the gateway until the bot is to stop.
///
/// # Errors
/// When Discord refuses the token, the shards or what the bot asks to receive, or can't be reached.
pub async fn serve(context: Arc<Context>, token: &Secret, standing: &Standing, stop: Stop) -> Result<(), Trouble> {
    let settings = &context.settings.discord;
    let http = connection::http(settings, token);
    let reached = tokio::select! {
        reached = connection::reach(&http) => reached?,
        () = stop.clone().wait() => return Ok(()),
    };
    let shards = settings.shards.unwrap_or_else(|| Shards::all(reached.shards));
    tracing::info!(bot = reached.bot, shards = String::from(shards), "token accepted");
    if reached.sessions_left < shards.count().into() {
        tracing::warn!(left = reached.sessions_left, "too few gateway sessions are left for today");
    }
    let events = Arc::new(Events::new(Arc::clone(&context), &reached, connection::callbacks(settings, token), shards));
    let mut client = ClientBuilder::new_with_http(http, intents(settings.message_content))
        .event_handler_arc(Arc::clone(&events))
        .await?;
    // Left to itself serenity goes on with Discord's real gateway when it can't ask for the address.
    *client.ws_url.lock().await = reached.gateway;
    standing.begin_gateway(shards, Arc::clone(&client.shard_manager));
    let manager = Arc::clone(&client.shard_manager);
    tokio::spawn(async move {
        stop.wait().await;
        manager.shutdown_all().await;
    });
    // serenity takes the end of a range for its last shard.
    let ended = tokio::select! {
        ended = client.start_shard_range(shards.first()..shards.last(), shards.total()) => ended.map_err(Trouble::from),
        closing = closings::heard() => Err(Trouble::Closed(closing)),
    };
    events.finish(GRACE).await;
    ended
}
