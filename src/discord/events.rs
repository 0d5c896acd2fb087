//! What comes over the gateway, and what is done about it: commands registered once, interactions and mentions answered.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serenity::all::{
    Context as Gateway, EventHandler, Http, Interaction, Message as Received, RatelimitInfo, Ready, ResumedEvent,
    async_trait,
};
use tokio::sync::RwLock;
use tracing::{Instrument, info_span};

use super::admission::{Arrival, Counts};
use super::connection::Reached;
use super::respond::{self, respond};
use super::seen::Seen;
use super::{delivery, given, lookout, mentions, registration, threads};
use crate::commands::{Arguments, Value};
use crate::config::Shards;
use crate::context::Context;
use crate::metrics::{Beginning, Way};

/// How long an interaction can be answered; for as long Discord may send it again, after a connection is taken up again.
const ANSWERABLE: Duration = Duration::from_secs(15 * 60);

/// Answers what comes over the gateway.
pub struct Events {
    context: Arc<Context>,
    /// The bot's own id.
    bot: u64,
    /// What callbacks are sent by.
    callbacks: Http,
    /// Whether the commands are registered, or others are to do it.
    is_registered: AtomicBool,
    seen: Seen,
    /// Read while an answer is under way, so that whoever can write knows that none is.
    under_way: RwLock<()>,
}

impl Events {
    /// Answers from this context, as the bot that was reached; callbacks go by a client of their own. Of several processes
    /// the one that has the first shard registers the commands.
    pub fn new(context: Arc<Context>, reached: &Reached, callbacks: Http, shards: Shards) -> Self {
        let is_registered = AtomicBool::new(shards.first() != 0);
        let (seen, under_way) = (Seen::new(ANSWERABLE), RwLock::new(()));
        Self { context, bot: reached.bot_id, callbacks, is_registered, seen, under_way }
    }

    /// Waits until no answer is under way, but not longer than `grace`.
    pub async fn finish(&self, grace: Duration) {
        if tokio::time::timeout(grace, self.under_way.write()).await.is_err() {
            tracing::warn!("an answer was still under way");
        }
    }

    async fn answer_mention(&self, gateway: &Gateway, received: &Received, question: String) {
        let Some((command, option)) = mentions::asking_command() else { return };
        let arguments = Arguments::default().with(option, Value::Text(question.clone()));
        // A message names no locale.
        let language = self.context.settings.discord.language;
        let admitted = Arrival::of_message(received).admit(&self.context, language, Counts::Turn).await;
        // Who is refused would be told before everybody; a message can't be answered alone.
        let Ok(admitted) = admitted else { return };
        let arguments = admitted.arguments(&self.context, command, arguments);
        let language = admitted.language().unwrap_or(language);
        let (message, answered) = respond::run_noting(&self.context, language, command, arguments).await;
        let (message, given) = admitted.open_to_complaints(language, message, answered);
        let thread = match admitted.wishes_threads() {
            true => threads::open(&gateway.http, received, &question).await,
            false => None,
        };
        let sent = delivery::reply(&gateway.http, &self.context.metrics, (received, thread), &message).await;
        if let Some((sent, given)) = sent.zip(given) {
            given::note_reply(Arc::clone(&self.context), received, &sent, given).await;
        }
        tracing::info!("done");
    }
}

#[async_trait]
impl EventHandler for Events {
    /// Comes again after every session that couldn't be resumed.
    async fn ready(&self, gateway: Gateway, ready: Ready) {
        tracing::info!(servers = ready.guilds.len(), shard = ready.shard.map(|shard| shard.id.get()), "connected");
        self.context.metrics.session(Beginning::New);
        if !self.is_registered.swap(true, Ordering::Relaxed) {
            tokio::spawn(async move { registration::register(&gateway.http).await });
        }
    }

    async fn message(&self, gateway: Gateway, received: Received) {
        let _under_way = self.under_way.read().await;
        match mentions::question(&received, self.bot) {
            Some(question) => {
                self.answer_mention(&gateway, &received, question).instrument(info_span!("mention")).await
            }
            None => lookout::look(&self.context, &gateway.http, &received).await,
        }
    }

    async fn interaction_create(&self, _gateway: Gateway, interaction: Interaction) {
        let _under_way = self.under_way.read().await;
        let begun = Instant::now();
        if !self.seen.is_first(interaction.id().get(), begun) {
            return tracing::info!("an interaction that came before");
        }
        let callback = respond(&self.context, &interaction).await;
        let metrics = &self.context.metrics;
        let is_delivered = delivery::deliver(&self.callbacks, metrics, &interaction, &callback).await;
        tracing::info!(is_delivered, "done");
        metrics.interacted(respond::kind(&interaction), Way::Gateway, begun.elapsed());
        if is_delivered {
            given::note(Arc::clone(&self.context), &self.callbacks, &interaction, &callback).await;
        }
    }

    async fn resume(&self, _gateway: Gateway, _resumed: ResumedEvent) {
        self.context.metrics.session(Beginning::Resumed);
    }

    async fn ratelimit(&self, _limit: RatelimitInfo) {
        self.context.metrics.limited();
    }
}
