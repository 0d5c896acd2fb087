//! When is the bot to stop? On SIGTERM, as service managers send it, and on Ctrl-C.

use tokio::signal::unix::{Signal, SignalKind, signal};

use super::Trouble;

/// Hears when the bot is to stop.
pub struct Stop {
    terminate: Signal,
    interrupt: Signal,
}

impl Stop {
    /// Listens from now on.
    pub fn listen() -> Result<Self, Trouble> {
        let hear = |kind| signal(kind).map_err(Trouble::NoSignals);
        Ok(Self { terminate: hear(SignalKind::terminate())?, interrupt: hear(SignalKind::interrupt())? })
    }

    /// Waits until the bot is to stop.
    pub async fn wait(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }
}
