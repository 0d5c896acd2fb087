//! Is the bot ready, and what does it wait for? Asked by load balancers and service managers; how it is said stands in
//! `render`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use serenity::all::{ConnectionStage, ShardManager};

use super::stop::Stop;
use crate::config::Shards;
use crate::metrics::Metrics;

/// How far the bot has got.
pub struct Standing {
    stop: Stop,
    uses_gateway: bool,
    is_library_open: AtomicBool,
    gateway: OnceLock<Gateway>,
}

/// The connection to the gateway, once it is begun.
struct Gateway {
    shards: Shards,
    manager: Arc<ShardManager>,
}

/// What a bot that isn't ready waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// It was told to stop.
    End,
    /// The library isn't open.
    Library,
    /// Discord hasn't said where the gateway is.
    Discord,
    /// Not every shard is connected.
    Shards {
        /// How many are.
        connected: usize,
        /// How many are to be.
        all: usize,
    },
}

impl Standing {
    /// A bot that has done nothing yet.
    pub fn new(stop: Stop, uses_gateway: bool) -> Self {
        Self { stop, uses_gateway, is_library_open: AtomicBool::new(false), gateway: OnceLock::new() }
    }

    /// The library is open. HTTP interactions are listened for from the start.
    pub fn open_library(&self) {
        self.is_library_open.store(true, Ordering::Release);
    }

    /// Whether the library is open.
    pub fn has_library(&self) -> bool {
        self.is_library_open.load(Ordering::Acquire)
    }

    /// The connection to the gateway is begun.
    pub fn begin_gateway(&self, shards: Shards, manager: Arc<ShardManager>) {
        let _ = self.gateway.set(Gateway { shards, manager });
    }

    /// Whether the bot is ready.
    ///
    /// # Errors
    /// When it isn't: what it waits for.
    pub async fn check(&self) -> Result<(), Waiting> {
        if self.stop.is_told() {
            return Err(Waiting::End);
        }
        if !self.has_library() {
            return Err(Waiting::Library);
        }
        if !self.uses_gateway {
            return Ok(());
        }
        let gateway = self.gateway.get().ok_or(Waiting::Discord)?;
        let (connected, all) = (gateway.connected().await, gateway.all());
        if connected < all { Err(Waiting::Shards { connected, all }) } else { Ok(()) }
    }

    /// Tells the metrics what only the connection itself knows.
    pub async fn measure(&self, metrics: &Metrics) {
        let Some(gateway) = self.gateway.get() else { return };
        metrics.set_shards(gateway.all(), gateway.connected().await);
        for (shard, runner) in gateway.manager.runners.lock().await.iter() {
            if let Some(latency) = runner.latency {
                metrics.set_heartbeat(shard.get(), latency);
            }
        }
    }
}

impl Gateway {
    fn all(&self) -> usize {
        self.shards.count().try_into().unwrap_or(usize::MAX)
    }

    async fn connected(&self) -> usize {
        let runners = self.manager.runners.lock().await;
        runners.values().filter(|runner| runner.stage == ConnectionStage::Connected).count()
    }
}
