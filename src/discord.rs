//! The bot on Discord: over the gateway, over HTTP or both, until it is told to stop. What an answer says is the commands',
//! how it looks the renderer's.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow};
use tokio::net::TcpListener;

use crate::commands::Arguments;
use crate::config::{DiscordSettings, PublicKey, Secret};
use crate::context::Context;
use crate::render::discord::labels;
use crate::render::language::Language;
use crate::render::words;
use crate::reply::Failure;
use endpoint::Endpoint;
use standing::Standing;
use stop::Stop;
use watch::Watched;

mod admission;
mod application;
mod arguments;
mod attached;
mod callback;
mod changes;
mod closings;
mod completion;
mod connection;
mod delivery;
mod endpoint;
mod events;
mod forms;
mod gateway;
mod given;
mod in_place;
mod lookout;
mod mentions;
mod newsroom;
mod outbox;
mod registration;
mod respond;
mod seen;
mod standing;
mod stop;
mod threads;
mod vain;
mod watch;

pub use application::Application;
pub use closings::{Closing, listener};
pub use connection::{Probed, Trouble};
pub use standing::Waiting;

/// The environment variable that holds the bot's token.
pub const TOKEN_VARIABLE: &str = "DISCORD_TOKEN";

/// How long work under way may take once the bot is told to stop.
const GRACE: Duration = Duration::from_secs(4);

/// Runs the bot until it is told to stop.
///
/// # Errors
/// When it can't run as it is set up, has no token where it needs one, Discord refuses the token or can't be reached; the
/// error is one line that says what to do.
pub fn run(context: Context) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let outcome = runtime.block_on(serve(Arc::new(context)));
    runtime.shutdown_timeout(GRACE);
    outcome.map_err(|trouble| anyhow!(labels::trouble(&trouble)))
}

/// Asks Discord once what it knows of the bot; for `verbatim doctor`.
///
/// # Errors
/// When Discord refuses the token or doesn't answer in time.
pub fn probe(settings: &DiscordSettings, token: &Secret) -> Result<Probed, Trouble> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Trouble::Unreachable(error.to_string()))?;
    runtime.block_on(connection::probe(settings, token))
}

async fn serve(context: Arc<Context>) -> Result<(), Trouble> {
    let settings = &context.settings.discord;
    let stop = Stop::listen()?;
    let token = Secret::from_environment(TOKEN_VARIABLE);
    let ways = Ways::of(settings, token.as_ref())?;
    let standing = Arc::new(Standing::new(stop.clone(), ways.gateway.is_some()));
    if let Some(address) = context.settings.metrics.listen {
        let listener = listen("metrics.listen", address).await?;
        tokio::spawn(Watched::new(Arc::clone(&context), Arc::clone(&standing)).serve(listener));
    }
    let listener = match ways.http {
        Some((address, _)) => Some(listen("discord.http_listen", address).await?),
        None => None,
    };
    tokio::select! {
        opened = open_library(Arc::clone(&context)) => opened?,
        () = stop.clone().wait() => return Ok(()),
    }
    standing.open_library();
    if let Some(token) = &token {
        let http = connection::http(settings, token);
        tokio::spawn(outbox::work(Arc::clone(&context), http, stop.clone()));
        tokio::spawn(changes::watch(Arc::clone(&context), stop.clone()));
    }
    let over_http = async {
        let Some((listener, (_, key))) = listener.zip(ways.http) else { return Ok(()) };
        let endpoint = Endpoint::new(Arc::clone(&context), key);
        let registering = token.as_ref().filter(|_| ways.gateway.is_none());
        tokio::select! {
            () = endpoint.serve(listener, stop.clone()) => Ok(()),
            // Answers need neither the token nor Discord's API; a token that is refused is a mistake all the same.
            Err(trouble) = register(settings, registering) => Err(trouble),
        }
    };
    let over_gateway = async {
        let Some(token) = ways.gateway else { return Ok(()) };
        gateway::serve(Arc::clone(&context), token, &standing, stop.clone()).await
    };
    tokio::try_join!(over_http, over_gateway)?;
    tracing::info!("stopped");
    Ok(())
}

/// The ways in which interactions come.
struct Ways<'t> {
    /// Where they are listened for, and what signs them.
    http: Option<(SocketAddr, PublicKey)>,
    /// The token, where the bot connects to the gateway.
    gateway: Option<&'t Secret>,
}

impl<'t> Ways<'t> {
    fn of(settings: &DiscordSettings, token: Option<&'t Secret>) -> Result<Self, Trouble> {
        let http = match (settings.http_listen, settings.public_key) {
            (Some(address), Some(key)) => Some((address, key)),
            (Some(_), None) => return Err(Trouble::NoKey),
            (None, _) => None,
        };
        let gateway = if settings.uses_gateway() { Some(token.ok_or(Trouble::NoToken)?) } else { None };
        if http.is_none() && gateway.is_none() { Err(Trouble::NoWay) } else { Ok(Self { http, gateway }) }
    }
}

async fn listen(setting: &'static str, address: SocketAddr) -> Result<TcpListener, Trouble> {
    let listener = TcpListener::bind(address).await.map_err(|reason| Trouble::NotListening { setting, reason })?;
    tracing::info!(setting, %address, "listening");
    Ok(listener)
}

/// Registers the commands where there is a token, and the gateway isn't what tells when to.
async fn register(settings: &DiscordSettings, token: Option<&Secret>) -> Result<(), Trouble> {
    let Some(token) = token else {
        tracing::info!("commands are registered by a process that has the token, or the gateway");
        return Ok(());
    };
    registration::register_at_start(&connection::http(settings, token)).await
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
