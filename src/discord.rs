//! The bot on Discord: a token that works → commands registered → gateway → interactions answered, until it is told to
//! stop. What an answer says is the commands', how it looks the renderer's.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow};
use serenity::client::ClientBuilder;
use serenity::model::gateway::GatewayIntents;

use crate::commands::Arguments;
use crate::config::{DiscordSettings, Secret};
use crate::context::Context;
use crate::render::discord::labels;
use crate::render::language::Language;
use crate::render::words;
use crate::reply::Failure;

mod arguments;
mod callback;
mod completion;
mod connection;
mod delivery;
mod events;
mod mentions;
mod registration;
mod respond;
mod stop;

pub use connection::{Reached, Trouble};

/// The environment variable that holds the bot's token.
pub const TOKEN_VARIABLE: &str = "DISCORD_TOKEN";

/// Messages, for those that mention the bot; none of these is privileged, and interactions come without any.
const INTENTS: GatewayIntents = GatewayIntents::GUILD_MESSAGES.union(GatewayIntents::DIRECT_MESSAGES);

/// How long work under way may take once the bot is told to stop.
const GRACE: Duration = Duration::from_secs(4);

/// Runs the bot until it is told to stop.
///
/// # Errors
/// When there is no token, Discord refuses it or can't be reached; the error is one line that says what to do.
pub fn run(context: Context) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(serve(context));
    runtime.shutdown_timeout(GRACE);
    outcome.map_err(|trouble| anyhow!(labels::trouble(&trouble)))
}

/// Opens the library and reads the story that is asked most, so that the first answer is as quick as any.
async fn open_library(context: Arc<Context>) -> Result<(), Trouble> {
    let open = move || {
        context.library()?;
        // That no story is there, or none is meant, each asker is told.
        let _ = context.story(&Arguments::default());
        Ok(())
    };
    let opened: Result<Result<(), Failure>, _> = tokio::task::spawn_blocking(open).await;
    match opened {
        Ok(Ok(())) => Ok(()),
        Ok(Err(failure)) => Err(Trouble::NoLibrary(words::failure(Language::English, &failure))),
        Err(_) => Err(Trouble::NoLibrary(labels::PANICKED.to_owned())),
    }
}

/// Asks Discord once who the bot is and where its gateway is; for `verbatim doctor`.
///
/// # Errors
/// When Discord refuses the token or doesn't answer in time.
pub fn probe(settings: &DiscordSettings, token: &Secret) -> Result<Reached, Trouble> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Trouble::Unreachable(error.to_string()))?;
    runtime.block_on(connection::probe(settings, token))
}

async fn serve(context: Context) -> Result<(), Trouble> {
    let token = Secret::from_environment(TOKEN_VARIABLE).ok_or(Trouble::NoToken)?;
    let mut stop = stop::Stop::listen()?;
    let http = connection::http(&context.settings.discord, &token);
    let reached = tokio::select! {
        reached = connection::reach(&http) => reached?,
        () = stop.wait() => return Ok(()),
    };
    let context = Arc::new(context);
    open_library(Arc::clone(&context)).await?;
    tracing::info!(bot = reached.bot, shards = reached.shards, "token accepted");
    let callbacks = connection::callbacks(&context.settings.discord, &token);
    let events = Arc::new(events::Events::new(context, reached.bot_id, callbacks));
    let mut client = ClientBuilder::new_with_http(http, INTENTS).event_handler_arc(Arc::clone(&events)).await?;
    // Left to itself serenity goes on with Discord's real gateway when it can't ask for the address.
    *client.ws_url.lock().await = reached.gateway;
    let shards = Arc::clone(&client.shard_manager);
    tokio::spawn(async move {
        stop.wait().await;
        tracing::info!("stopping");
        shards.shutdown_all().await;
    });
    let ended = client.start_shards(reached.shards).await;
    events.finish(GRACE).await;
    ended?;
    tracing::info!("stopped");
    Ok(())
}
