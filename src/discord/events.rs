//! What comes over the gateway, and what is done about it: commands registered once, interactions answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use anyhow::anyhow;
use serenity::all::{
    CommandInteraction, ComponentInteraction, Context as Gateway, EventHandler, Interaction, Message as Received,
    Ready, async_trait,
};
use tokio::sync::RwLock;
use tracing::{Instrument, info_span};

use super::delivery::{self, Address};
use super::{arguments, completion, mentions, registration};
use crate::commands::{self, Arguments, Command, Value};
use crate::context::Context;
use crate::render::discord::{self as render, Message, labels};
use crate::reply::Failure;

/// Answers what comes over the gateway.
pub struct Events {
    context: Arc<Context>,
    is_registered: AtomicBool,
    /// The bot's own id.
    bot: u64,
    /// Read while an answer is under way, so that whoever can write knows that none is.
    under_way: RwLock<()>,
}

impl Events {
    /// Answers from this context, as the bot of this id.
    pub fn new(context: Arc<Context>, bot: u64) -> Self {
        Self { context, is_registered: AtomicBool::new(false), bot, under_way: RwLock::new(()) }
    }

    /// Waits until no answer is under way, but not longer than `grace`.
    pub async fn finish(&self, grace: Duration) {
        if tokio::time::timeout(grace, self.under_way.write()).await.is_err() {
            tracing::warn!("an answer was still under way");
        }
    }

    async fn answer(&self, gateway: &Gateway, interaction: &CommandInteraction) {
        let address = Address { id: interaction.id, token: &interaction.token };
        let Some((command, given)) = arguments::meant(&interaction.data.name, &interaction.data.options) else {
            tracing::warn!("a command that isn't offered");
            return refuse(gateway, &address, labels::NO_SUCH_COMMAND).await;
        };
        let span = info_span!("slash");
        let arguments = arguments::arguments(command, given);
        async {
            let message = self.run(command, arguments).await;
            let is_delivered = delivery::deliver(&gateway.http, &address, &delivery::message(&message)).await;
            tracing::info!(is_delivered, "done");
        }
        .instrument(span)
        .await;
    }

    /// Runs the command that a button stands for; only who pressed it sees the reply.
    async fn press(&self, gateway: &Gateway, button: &ComponentInteraction) {
        let address = Address { id: button.id, token: &button.token };
        let Some((command, arguments)) = arguments::pressed(&button.data.custom_id) else {
            return refuse(gateway, &address, labels::NO_SUCH_BUTTON).await;
        };
        let span = info_span!("button");
        async {
            let message = self.run(command, arguments).await.for_the_asker();
            let is_delivered = delivery::deliver(&gateway.http, &address, &delivery::message(&message)).await;
            tracing::info!(is_delivered, "done");
        }
        .instrument(span)
        .await;
    }

    async fn complete(&self, gateway: &Gateway, typing: &CommandInteraction) {
        let address = Address { id: typing.id, token: &typing.token };
        let Some((command, given)) = arguments::meant(&typing.data.name, &typing.data.options) else { return };
        let Some((completes, typed)) = arguments::typed(command, given) else { return };
        let context = Arc::clone(&self.context);
        let arguments = arguments::arguments(command, given);
        let offer = move || completion::callback(&context, completes, &arguments, &typed);
        let Ok(callback) = tokio::task::spawn_blocking(offer).await else { return };
        delivery::deliver(&gateway.http, &address, &callback).await;
    }

    async fn answer_mention(&self, gateway: &Gateway, received: &Received, question: String) {
        let Some((command, option)) = mentions::asking_command() else { return };
        let arguments = Arguments::default().with(option, Value::Text(question));
        let span = info_span!("mention");
        async {
            let message = self.run(command, arguments).await;
            delivery::reply(&gateway.http, received, &message).await;
            tracing::info!("done");
        }
        .instrument(span)
        .await;
    }

    /// Runs a command off the event loop.
    async fn run(&self, command: &'static Command, arguments: Arguments) -> Message {
        let context = Arc::clone(&self.context);
        let span = tracing::Span::current();
        let run = move || span.in_scope(|| commands::run(command, &context, &arguments));
        let result = tokio::task::spawn_blocking(run)
            .await
            .unwrap_or_else(|_| Err(Failure::Ours(anyhow!("the command panicked"))));
        match result {
            Ok(reply) => render::message(&reply),
            Err(failure) => {
                if let Failure::Ours(error) = &failure {
                    tracing::error!(error = format!("{error:#}"), "command failed");
                }
                render::failure(&failure)
            }
        }
    }
}

async fn refuse(gateway: &Gateway, address: &Address<'_>, sentence: &str) {
    delivery::deliver(&gateway.http, address, &delivery::message(&render::notice(sentence))).await;
}

#[async_trait]
impl EventHandler for Events {
    /// Comes again after every session that couldn't be resumed.
    async fn ready(&self, gateway: Gateway, ready: Ready) {
        tracing::info!(servers = ready.guilds.len(), "connected");
        if !self.is_registered.swap(true, Ordering::Relaxed) {
            tokio::spawn(async move { registration::register(&gateway.http).await });
        }
    }

    async fn message(&self, gateway: Gateway, received: Received) {
        let _under_way = self.under_way.read().await;
        if let Some(question) = mentions::question(&received, self.bot) {
            self.answer_mention(&gateway, &received, question).await;
        }
    }

    async fn interaction_create(&self, gateway: Gateway, interaction: Interaction) {
        let _under_way = self.under_way.read().await;
        match &interaction {
            Interaction::Command(command) => self.answer(&gateway, command).await,
            Interaction::Autocomplete(typing) => self.complete(&gateway, typing).await,
            Interaction::Component(button) => self.press(&gateway, button).await,
            Interaction::Modal(form) => {
                let address = Address { id: form.id, token: &form.token };
                refuse(&gateway, &address, labels::NOT_UNDERSTOOD).await;
            }
            _ => tracing::debug!("an interaction of another kind"),
        }
    }
}
