//! When is the bot to stop? On SIGTERM, as service managers send it, and on Ctrl-C.

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::Trouble;

/// Hears when the bot is to stop; every copy hears it.
#[derive(Clone)]
pub struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Listens from now on.
    pub fn listen() -> Result<Self, Trouble> {
        let hear = |kind| signal(kind).map_err(Trouble::NoSignals);
        let (mut terminate, mut interrupt) = (hear(SignalKind::terminate())?, hear(SignalKind::interrupt())?);
        let (tell, told) = watch::channel(false);
        tokio::spawn(async move {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = interrupt.recv() => {}
            }
            tracing::info!("stopping");
            tell.send_replace(true);
        });
        Ok(Self(told))
    }

    /// Waits until the bot is to stop.
    pub async fn wait(mut self) {
        // Nobody is left to tell only after it was told.
        let _ = self.0.wait_for(|is_told| *is_told).await;
    }

    /// Whether the bot is to stop.
    pub fn is_told(&self) -> bool {
        *self.0.borrow()
    }
}
